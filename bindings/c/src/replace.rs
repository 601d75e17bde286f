//! A plan with some of its inputs at other values.

use std::ffi::c_char;

use super::convert::{document, handle, items, strings};
use super::guard::give;
use super::plan::worthwhile_plan;
use super::status::worthwhile_status;
use super::told::worthwhile_error;

/// Makes a new plan in which some inputs are replaced by numbers: a what-if. It answers as the case
/// would with these numbers in it, and all other inputs are drawn as before.
///
/// `names` and `values` each have `count` elements, in the same order. A name is a NUL-terminated string
/// as `worthwhile_plan_input_name` gives it, and its value is in the unit of that input. A number that
/// the case leaves out, such as `/person/time/limit_hours_per_week`, can be given too. If a name comes
/// twice, the last value counts. The library keeps neither array.
///
/// On return `*out` is owned by the caller; free it with `worthwhile_plan_free`. It does not need `plan`,
/// which stays as it is. `*err` is owned by the caller too; free it with `worthwhile_error_free`. Both
/// are set to NULL first, and what they pointed to is not freed. Problems have the name of the input as
/// their path: `unknown_item` if no input has that name, `out_of_range` if it does not take the value.
///
/// `plan` and `out` are required. `names` and `values` may be NULL only if `count` is 0, and no name may
/// be NULL. `err` may be NULL. Threads may call this on the same plan at the same time.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, MISALIGNED, INVALID, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_with_values(
    plan: *const worthwhile_plan,
    names: *const *const c_char,
    values: *const f64,
    count: usize,
    out: *mut *mut worthwhile_plan,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        let plan = unsafe { handle("plan", plan) }?;
        // SAFETY: the caller gives NULL or that many strings ending with NUL.
        let names = unsafe { strings("names", names, count) }?;
        // SAFETY: the caller gives NULL or that many doubles.
        let values = unsafe { items("values", values, Some(count)) }?;
        let mut named = Vec::with_capacity(count);
        for (name, value) in names.iter().zip(values) {
            named.push((name.text()?, *value));
        }
        Ok(worthwhile_plan::given(plan.plan.with_values(named)?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Makes a new plan in which some inputs are replaced by numbers or estimates: a what-if, as
/// `worthwhile_plan_with_values` makes it of numbers alone.
///
/// `values_text` has `values_len` bytes of JSON: an object with a number or an estimate, as a case has
/// them, for the name of each input that is replaced, for example
/// `{"/person/time/free_hours_per_week": {"low": 10, "high": 30}}`. It need not end with NUL.
///
/// On return `*out` is owned by the caller; free it with `worthwhile_plan_free`. It does not need `plan`,
/// which stays as it is. `*err` is owned by the caller too; free it with `worthwhile_error_free`. Both
/// are set to NULL first, and what they pointed to is not freed. Paths of problems begin with the name of
/// the input.
///
/// `plan`, `values_text` and `out` are required. `err` may be NULL. Threads may call this on the same plan
/// at the same time.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_with_json(
    plan: *const worthwhile_plan,
    values_text: *const c_char,
    values_len: usize,
    out: *mut *mut worthwhile_plan,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        let plan = unsafe { handle("plan", plan) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let values = unsafe { document("values_text", values_text, values_len) }?;
        Ok(worthwhile_plan::given(plan.plan.with_json(values.text()?)?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}
