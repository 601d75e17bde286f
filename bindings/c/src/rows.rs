//! Rows of numbers in, rows of figures out: the fast path.

use std::ffi::c_void;

use super::convert::{handle, items, room};
use super::failure::Failure;
use super::guard::guard;
use super::plan::worthwhile_plan;
use super::status::worthwhile_status;
use super::told::worthwhile_error;
use super::watch::{watched, worthwhile_watch};

/// Computes the figures of a plan for many rows of inputs at once.
///
/// `inputs` has `rows` rows of `n_inputs` doubles, one after the other, each with a value for every
/// input of the plan in order. `out` has space for `rows` rows of `n_out` doubles and receives the
/// figures in the order of the outputs. If `n_out` is 8, the number of figures of one pursuit, these are
/// the first outputs alone, those of the pursuit in question: they are computed several times as fast. The
/// two arrays may not overlap. A row in which no motive is above 0 has figures that are NaN.
///
/// `n_inputs` has to be that of the plan, and `n_out` that of the plan or 8. If one is wrong, or if an array
/// is NULL, misaligned or longer than memory can be, nothing is written. Otherwise every double of `out` is set
/// to NaN first. If the call then fails, or `watch` stops it, rows that were computed keep their
/// figures. To `watch`, each row is a step; it may be NULL, and `watch_data` is passed to it.
///
/// Both arrays stay with the caller. `*err` is set to NULL first; it is owned by the caller, who frees it
/// with `worthwhile_error_free`. Its problems have paths such as `/3/17`: row 3, input 17, both from 0.
///
/// `plan` is required. `inputs` and `out` may be NULL only if `rows` is 0. `err` may be NULL. Threads may
/// call this on the same plan at the same time, each with its own arrays.
///
/// Statuses: OK, NULL_POINTER, TOO_LONG, WRONG_LENGTH, MISALIGNED, INVALID, STOPPED, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_evaluate(
    plan: *const worthwhile_plan,
    inputs: *const f64,
    rows: usize,
    n_inputs: usize,
    out: *mut f64,
    n_out: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        let plan = unsafe { handle("plan", plan) }?;
        // Everything is checked before the first double is written: with lengths that were swapped,
        // the buffer would end elsewhere than the caller's does.
        is_long("n_inputs", n_inputs, plan.inputs.len())?;
        let of_the_question = plan.plan.question_outputs().len();
        if n_out != of_the_question {
            is_long("n_out", n_out, plan.outputs.len())?;
        }
        // SAFETY: the caller gives NULL or that many doubles, away from `out`.
        let inputs = unsafe { items("inputs", inputs, rows.checked_mul(n_inputs)) }?;
        // SAFETY: the caller gives NULL or space for that many doubles, and reads none meanwhile.
        let out = unsafe { room("out", out, rows.checked_mul(n_out)) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let run = plan.plan.run().watch(&mut watch);
        match n_out == of_the_question {
            true => Ok(run.evaluate_question(inputs, out)?),
            false => Ok(run.evaluate(inputs, out)?),
        }
    };
    // SAFETY: the caller gives NULL or a pointer that may be written to.
    unsafe { guard(err, run) }
}

fn is_long(name: &str, found: usize, expected: usize) -> Result<(), Failure> {
    if found == expected {
        return Ok(());
    }
    let message = format!("`{name}` is {found}, but the plan has {expected}");
    Err(Failure::call(worthwhile_status::WrongLength, message))
}
