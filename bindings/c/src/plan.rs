//! A case that is compiled once and can be asked many times.

use std::ffi::{CString, c_char, c_void};
use std::ptr;

use worthwhile::Plan;

use super::asked::asked;
use super::assessment::worthwhile_assessment;
use super::convert::{c_text, document, handle, options};
use super::guard::{free, give, look};
use super::status::worthwhile_status;
use super::told::worthwhile_error;
use super::watch::{watched, worthwhile_watch};

/// A case, checked and compiled. Free it with `worthwhile_plan_free`. It never changes, so threads may
/// share it and use it at the same time.
pub struct worthwhile_plan {
    pub(crate) plan: Plan,
    pub(crate) inputs: Vec<CString>,
    /// By which figures are asked for: all, the question's, all with contributions, both.
    outputs: [Vec<CString>; 4],
}

impl worthwhile_plan {
    /// A plan that C owns from now on.
    pub(crate) fn given(plan: Plan) -> *mut Self {
        let inputs = plan.inputs().iter().map(|input| c_text(&*input.name)).collect();
        let named = |outputs| {
            let outputs = asked(outputs).map(|outputs| plan.outputs(outputs)).unwrap_or_default();
            outputs.into_iter().map(c_text).collect()
        };
        let outputs = [0, 1, 2, 3].map(named);
        Box::into_raw(Box::new(Self { plan, inputs, outputs }))
    }

    /// The names of the figures of a choice; none where there is no such choice.
    pub(crate) fn outputs(&self, outputs: u32) -> &[CString] {
        let at = usize::try_from(outputs).ok();
        at.and_then(|at| self.outputs.get(at)).map_or(&[], Vec::as_slice)
    }
}

/// Checks and compiles a case.
///
/// `case_text` is a case in JSON: `case_len` bytes of UTF-8, with no need for a NUL at the end. The plan
/// does not need it afterwards. Of the options listed at `worthwhile_assess`, only `presets` and `redact`
/// are used here; a length of 0 means no options.
///
/// On return `*out` is owned by the caller; free it with `worthwhile_plan_free`. `*err` is owned by the caller too;
/// free it with `worthwhile_error_free`. Both are set to NULL first, and what they pointed to is not
/// freed.
///
/// `case_text` and `out` are required. `options_text` may be NULL if its length is 0. `err` may be NULL.
/// Any thread may call this.
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
        // SAFETY: the caller gives NULL or a string of that length.
        let case = unsafe { document("case_text", case_text, case_len) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let options = unsafe { options(options_text, options_len) }?;
        let plan = case.text().and_then(|text| Plan::read_with(text, options.catalogue()));
        Ok(worthwhile_plan::given(plan.map_err(|error| options.told(error))?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Answers the case of a plan. The answer has everything in it, the levers too: the changes a person
/// could make that would change the answer.
///
/// The options are those listed at `worthwhile_assess`, except `presets`, which are used when a plan is
/// made; a length of 0 means no options. `watch` receives progress and may stop the computation.
///
/// On return `*out` is owned by the caller; free it with `worthwhile_assessment_free`. `*err` is owned by the caller too;
/// free it with `worthwhile_error_free`. Both are set to NULL first, and what they pointed to is not
/// freed.
///
/// `plan` and `out` are required. `options_text` may be NULL if its length is 0. `watch` and `err` may be
/// NULL; `watch_data` is passed to `watch`. Threads may call this on the same plan at the same time.
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
        // SAFETY: the caller gives NULL or a string of that length.
        let options = unsafe { options(options_text, options_len) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let answer = plan.plan.run().options(&options).watch(&mut watch).assess()?;
        Ok(Box::into_raw(Box::new(worthwhile_assessment(answer))))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// The number of inputs of the plan: every number of the case is one. 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_input_count(plan: *const worthwhile_plan) -> usize {
    look(0, || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        unsafe { plan.as_ref() }.map(|plan| plan.inputs.len())
    })
}

/// The name of an input: a JSON pointer in which items are named by id, for example
/// `/pursuits/mvp/activities/speaking/hours`. `worthwhile_plan_inputs` gives the unit and range of each.
///
/// Inputs are numbered from 0. The string belongs to the plan and lives as long as it does. NULL if
/// `plan` is NULL or has no input with that number.
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
/// There are `worthwhile_plan_input_count` values. They belong to the plan and live as long as it does;
/// do not change them. NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_base(plan: *const worthwhile_plan) -> *const f64 {
    look(ptr::null(), || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        unsafe { plan.as_ref() }.map(|plan| plan.plan.base().as_ptr())
    })
}

/// The number of figures that `worthwhile_plan_evaluate` gives for a row, by what its `outputs` are. 0 for
/// NULL, and for an `outputs` that it does not take.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_output_count(
    plan: *const worthwhile_plan,
    outputs: u32,
) -> usize {
    look(0, || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        unsafe { plan.as_ref() }.map(|plan| plan.outputs(outputs).len())
    })
}

/// The name of a figure, for example `/pursuits/mvp/worth`. Every pursuit has `worth`, `margin` and
/// `margin_over_none` in points; `hours_per_week`, `busiest_hours_per_week` and `felt_hours_per_week`;
/// `burnout_risk` from 0 to 1; `money_per_year` in the person's currency; `yes`, 1 for a yes and 0 for a
/// no; `verdict`, from 0 in the order `worth_it`, `without_the_award`, `better_elsewhere`, `not_worth_it`,
/// `not_feasible`; `fits`, 1 or 0; and `level`, the share of its effort in the plan with it. With
/// `WORTHWHILE_CONTRIBUTIONS` twelve more follow, such as `/pursuits/mvp/contributions/learning`, in
/// points: they add up to the worth. The pursuit in question comes first.
///
/// Numbering, ownership and NULL are as for `worthwhile_plan_input_name`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_output_name(
    plan: *const worthwhile_plan,
    outputs: u32,
    index: usize,
) -> *const c_char {
    look(ptr::null(), || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        unsafe { plan.as_ref() }?.outputs(outputs).get(index).map(|name| name.as_ptr())
    })
}

/// Frees a plan, along with its names and its base case. NULL is allowed. Call it once, and not while
/// another thread uses the plan.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_free(plan: *mut worthwhile_plan) {
    // SAFETY: the caller gives NULL or a plan that is not freed yet.
    unsafe { free(plan) }
}
