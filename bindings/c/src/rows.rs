//! Rows of numbers in, rows of figures out: the fast path.

use std::ffi::c_void;

use super::convert::{handle, numbers, room};
use super::failure::Failure;
use super::guard::guard;
use super::plan::worthwhile_plan;
use super::status::worthwhile_status;
use super::told::worthwhile_error;
use super::watch::{watched, worthwhile_watch};

/// Computes the figures of a plan for many rows of inputs at once.
///
/// `inputs` has `rows` rows of `n_inputs` doubles, one after the other, each with a value for every
/// input of the plan in its order. `out` has room for as many rows of `n_out` doubles, and gets the
/// figures in the order of the outputs. The two may not overlap. Where `n_out` is 8, how many figures
/// one pursuit has, these are the first outputs alone, of the pursuit in question: several times as fast.
///
/// Nothing is written where `plan` is NULL or a length is wrong. Otherwise every double of `out`
/// becomes NaN first; where the call fails midway, or `watch` ends it, rows that were computed keep
/// their figures. `watch` sees rows as steps; it may be NULL, and `watch_data` is given to it.
///
/// Both arrays stay the caller's. `*err` is the caller's, to be freed with `worthwhile_error_free`,
/// and is cleared first. The paths of its problems are such as `/3/17`: row 3, input 17, both from 0.
///
/// `plan` may not be NULL. `inputs` and `out` may be NULL only where `rows` is 0. `err` may be NULL. Threads may
/// call this on one plan at the same time, with arrays of their own.
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
        // Lengths that were swapped would have the room end elsewhere than the caller's does.
        is_long("n_inputs", n_inputs, plan.inputs.len())?;
        let of_the_question = plan.plan.question_outputs().len();
        if n_out != of_the_question {
            is_long("n_out", n_out, plan.outputs.len())?;
        }
        // SAFETY: the caller gives NULL or room for that many doubles, and looks at none meanwhile.
        let out = unsafe { room("out", out, rows.checked_mul(n_out)) }?;
        // SAFETY: the caller gives NULL or that many doubles, away from `out`.
        let inputs = unsafe { numbers("inputs", inputs, rows.checked_mul(n_inputs)) }?;
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
    let message = format!("`{name}` is {found}, and the plan has {expected}");
    Err(Failure::call(worthwhile_status::WrongLength, message))
}
