//! A case compiled once, to be asked many times.

use std::ffi::{CString, c_char, c_void};
use std::ptr;

use worthwhile::Plan;

use super::assessment::worthwhile_assessment;
use super::convert::{c_text, document, handle, options};
use super::guard::{free, give, look};
use super::status::worthwhile_status;
use super::told::worthwhile_error;
use super::watch::{watched, worthwhile_watch};

/// A case, checked and compiled. Freed with `worthwhile_plan_free`. It never changes, so threads may
/// share it and ask it at the same time.
pub struct worthwhile_plan {
    pub(crate) plan: Plan,
    pub(crate) inputs: Vec<CString>,
    pub(crate) outputs: Vec<CString>,
}

/// Checks and compiles a case.
///
/// `case_text` is a case in JSON, `case_len` bytes of UTF-8; no NUL has to follow it, and the plan
/// does not need it afterwards. Of the options, which `worthwhile_assess` lists, only `presets` are
/// looked at; leave them out with a length of 0.
///
/// `*out` is the caller's, to be freed with `worthwhile_plan_free`. `*err` is the caller's too, to be
/// freed with `worthwhile_error_free`. Both are set to NULL
/// first; what they held is not freed.
///
/// `case_text` and `out` may not be NULL. `options_text` may be NULL where its length is 0. `err`
/// may be NULL. Any thread may call this.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_new(
    case_text: *const c_char,
    case_len: usize,
    options_text: *const c_char,
    options_len: usize,
    out: *mut *mut worthwhile_plan,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a text of that length.
        let case = unsafe { document("case_text", case_text, case_len) }?;
        // SAFETY: the caller gives NULL or a text of that length.
        let options = unsafe { options(options_text, options_len) }?;
        let plan = Plan::read_with(case.text()?, options.catalogue())?;
        let inputs = plan.inputs().iter().map(|input| c_text(&*input.name)).collect();
        let outputs = plan.outputs().into_iter().map(c_text).collect();
        Ok(Box::into_raw(Box::new(worthwhile_plan { plan, inputs, outputs })))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Answers the case of a plan.
///
/// The options are those that `worthwhile_assess` lists, but for `presets`, which count where a plan
/// is made; leave them out with a length of 0. `watch` sees how far it is and may end it.
///
/// `*out` is the caller's, to be freed with `worthwhile_assessment_free`. `*err` is the caller's too,
/// to be freed with `worthwhile_error_free`. Both are set to NULL
/// first; what they held is not freed.
///
/// `plan` and `out` may not be NULL. `options_text` may be NULL where its length is 0. `watch` and
/// `err` may be NULL; `watch_data` is given to `watch`. Threads may call this on one plan at the same
/// time.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, STOPPED, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_assess(
    plan: *const worthwhile_plan,
    options_text: *const c_char,
    options_len: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    out: *mut *mut worthwhile_assessment,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        let plan = unsafe { handle("plan", plan) }?;
        // SAFETY: the caller gives NULL or a text of that length.
        let options = unsafe { options(options_text, options_len) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let answer = plan.plan.run().options(&options).watch(&mut watch).assess()?;
        Ok(Box::into_raw(Box::new(worthwhile_assessment(answer))))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// How many inputs the plan has: every number of the case. 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_input_count(plan: *const worthwhile_plan) -> usize {
    look(0, || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        unsafe { plan.as_ref() }.map(|plan| plan.inputs.len())
    })
}

/// The name of an input: a pointer in which items are named by id, for example
/// `/pursuits/mvp/activities/speaking/hours`.
///
/// Inputs are numbered from 0. The text belongs to the plan and lives as long. NULL where `plan` is
/// NULL or has no input of that number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_input_name(
    plan: *const worthwhile_plan,
    index: usize,
) -> *const c_char {
    look(ptr::null(), || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        unsafe { plan.as_ref() }?.inputs.get(index).map(|name| name.as_ptr())
    })
}

/// The value of every input in the base case, in the order of the inputs: a row to start from.
///
/// There are `worthwhile_plan_input_count` of them. They belong to the plan, live as long, and are
/// not to be changed. NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_base(plan: *const worthwhile_plan) -> *const f64 {
    look(ptr::null(), || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        unsafe { plan.as_ref() }.map(|plan| plan.plan.base().as_ptr())
    })
}

/// How many figures `worthwhile_plan_evaluate` gives for a row. 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_output_count(plan: *const worthwhile_plan) -> usize {
    look(0, || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        unsafe { plan.as_ref() }.map(|plan| plan.outputs.len())
    })
}

/// The name of a figure, for example `/pursuits/mvp/worth`. Every pursuit has `worth` and `margin` in
/// points, `hours_per_week`, `busiest_hours_per_week` and `felt_hours_per_week`, `burnout_risk` from 0 to
/// 1, and `money_per_year` in the person's currency. What each input is and may be, the operation
/// `inputs` of `worthwhile_call` says.
///
/// Numbers, ownership and NULL are as for `worthwhile_plan_input_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_output_name(
    plan: *const worthwhile_plan,
    index: usize,
) -> *const c_char {
    look(ptr::null(), || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        unsafe { plan.as_ref() }?.outputs.get(index).map(|name| name.as_ptr())
    })
}

/// Frees a plan, and with it its names and its base case. NULL is fine. Once, and not while another
/// thread uses it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_free(plan: *mut worthwhile_plan) {
    // SAFETY: the caller gives NULL or a plan that is not freed yet.
    unsafe { free(plan) }
}
