//! Parts of an answer, each without the rest.

use std::ffi::{c_char, c_void};
use std::ptr;

use worthwhile::{Call, Operation};

use super::convert::{given, handle, optional_document, options};
use super::guard::give;
use super::plan::worthwhile_plan;
use super::status::worthwhile_status;
use super::told::worthwhile_error;
use super::watch::{watched, worthwhile_watch};

/// Asks a plan an operation that answers in JSON. Only `information_about` has names.
///
/// # Safety
/// As for the exports of this file: pointers are NULL or as their comments say.
unsafe fn ask(
    operation: Operation,
    plan: *const worthwhile_plan,
    (names, names_len): (*const c_char, usize),
    (options_text, options_len): (*const c_char, usize),
    (watch, watch_data): (worthwhile_watch, *mut c_void),
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        let plan = unsafe { handle("plan", plan) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let names = unsafe { optional_document("names", names, names_len) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let options = unsafe { options(options_text, options_len) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let mut call = Call::new(operation).plan(&plan.plan).options(&options).watch(&mut watch);
        if let Some(names) = &names {
            call = call.name(names.text()?);
        }
        Ok(given(call.run()?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Lists every input of a plan: the JSON document `{"inputs": [...]}`, in the order of their numbers.
/// Each has its `name`, its `mean`, its `estimate` as in a case, and its `unit`, `meaning`, `minimum` and
/// `maximum`; `exclusive_minimum` and `exclusive_maximum` say whether it has to be above and below these,
/// `whole` whether it has to be a whole number, `uncertain` whether it is drawn, and `origin` who gives it:
/// `case`, `preset`, `catalogue` or `default`.
///
/// On return `*out` is NUL-terminated UTF-8 and owned by the caller; free it with
/// `worthwhile_string_free`. `*err` is owned by the caller too; free it with `worthwhile_error_free`.
/// Both are set to NULL first, and what they pointed to is not freed.
///
/// `plan` and `out` are required. `err` may be NULL. Threads may call this on the same plan at the same
/// time.
///
/// Statuses: OK, NULL_POINTER, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_inputs(
    plan: *const worthwhile_plan,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let (none, unwatched) = ((ptr::null(), 0), (None, ptr::null_mut()));
    // SAFETY: the caller gives NULL or pointers that are as the comment says.
    unsafe { ask(Operation::Inputs, plan, none, none, unwatched, out, err) }
}

/// Computes how much each uncertain input does to the margin of the pursuit in question: the JSON
/// document `{"sensitivity": [...]}`, the input that matters most first. The list is as in an
/// assessment, and empty if nothing is uncertain.
///
/// Of the options listed at `worthwhile_assess`, `scenarios`, `replicates`, `seed`, `totals` and
/// `threads` are used; a length of 0 means no options. `watch` receives progress and may stop the
/// computation.
///
/// On return `*out` is NUL-terminated UTF-8 and owned by the caller; free it with
/// `worthwhile_string_free`. `*err` is owned by the caller too; free it with `worthwhile_error_free`.
/// Both are set to NULL first, and what they pointed to is not freed.
///
/// `plan` and `out` are required. `options_text` may be NULL if its length is 0. `watch` and `err` may be
/// NULL; `watch_data` is passed to `watch`. Threads may call this on the same plan at the same time.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, STOPPED, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_sensitivity(
    plan: *const worthwhile_plan,
    options_text: *const c_char,
    options_len: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let (options, watch) = ((options_text, options_len), (watch, watch_data));
    // SAFETY: the caller gives NULL or pointers that are as the comment says.
    unsafe { ask(Operation::Sensitivity, plan, (ptr::null(), 0), options, watch, out, err) }
}

/// Looks at every input for the nearest value that would change the answer from yes to no or back, all
/// else at its mean: the JSON document `{"flips": [...]}`, the smallest change first. The list is as in
/// an assessment. An input for which nothing was found is left out.
///
/// Of the options listed at `worthwhile_assess`, only `threads` is used.
///
/// Options, watch, ownership, NULL, threads and statuses are otherwise as for
/// `worthwhile_plan_sensitivity`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_flips(
    plan: *const worthwhile_plan,
    options_text: *const c_char,
    options_len: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let (options, watch) = ((options_text, options_len), (watch, watch_data));
    // SAFETY: the caller gives NULL or pointers that are as the comment says.
    unsafe { ask(Operation::Flips, plan, (ptr::null(), 0), options, watch, out, err) }
}

/// Computes what it would be worth, in points, to find out each uncertain input before deciding: the
/// JSON document `{"information": {...}}`, as in an assessment. It is null if nothing is uncertain or
/// the pursuit in question takes more hours than there are.
///
/// Of the options listed at `worthwhile_assess`, `scenarios`, `replicates`, `seed` and `threads` are used.
///
/// Options, watch, ownership, NULL, threads and statuses are otherwise as for
/// `worthwhile_plan_sensitivity`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_information(
    plan: *const worthwhile_plan,
    options_text: *const c_char,
    options_len: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let (options, watch) = ((options_text, options_len), (watch, watch_data));
    // SAFETY: the caller gives NULL or pointers that are as the comment says.
    unsafe { ask(Operation::Information, plan, (ptr::null(), 0), options, watch, out, err) }
}

/// Computes what it would be worth, in points, to know several uncertain inputs together: a JSON object
/// with `input`, `evppi`, `standard_error` and `below_noise`. It is never less than any of them alone is
/// worth. How they act together is told roughly where they are many: 64 at most.
///
/// `names` has the names of the inputs with blanks between them, `names_len` bytes of UTF-8. It is
/// INVALID with `unknown_item` if no uncertain input has such a name, with `missing_field` if there are
/// no names, and with `too_many_items` if there are too many.
///
/// Of the options listed at `worthwhile_assess`, `scenarios`, `replicates`, `seed` and `threads` are used.
///
/// Options, watch, ownership, NULL, threads and statuses are otherwise as for
/// `worthwhile_plan_sensitivity`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_information_about(
    plan: *const worthwhile_plan,
    names: *const c_char,
    names_len: usize,
    options_text: *const c_char,
    options_len: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let (options, watch) = ((options_text, options_len), (watch, watch_data));
    // SAFETY: the caller gives NULL or pointers that are as the comment says.
    unsafe { ask(Operation::InformationAbout, plan, (names, names_len), options, watch, out, err) }
}
