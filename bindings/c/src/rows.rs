//! Rows of numbers in, rows of figures out: the fast path.

use std::ffi::{c_char, c_void};

use worthwhile::{Outputs, Refused, RowProblem, Rows};

use super::asked::asked;
use super::convert::{handle, items, options, room, strings};
use super::failure::Failure;
use super::guard::guard;
use super::plan::worthwhile_plan;
use super::status::worthwhile_status;
use super::told::worthwhile_error;
use super::watch::{watched, worthwhile_watch};

/// Computes the figures of a plan for many rows of inputs at once.
///
/// `inputs` has `rows` rows of `n_inputs` doubles, one after the other, each with a value for every
/// input of the plan in order. Each is a what-if: a number that the case leaves out and that follows another
/// one, such as `usual_per_year`, stays where the case has it. `outputs` says which figures: 0 for those
/// of every pursuit, or `WORTHWHILE_QUESTION_ONLY`, `WORTHWHILE_CONTRIBUTIONS` or both, added. `out` has
/// space for `rows` rows of `n_out` doubles and receives the figures, in the order of
/// `worthwhile_plan_output_name`. The two arrays may not overlap. Of the options listed at `worthwhile_assess`, `threads` is used; a length of 0
/// means no options.
///
/// `n_inputs` has to be that of the plan, and `n_out` its number of outputs. If one is wrong, or if an
/// array is NULL, misaligned or longer than memory can be, nothing is written. Otherwise every double of
/// `out` is set to NaN first. A row that is refused stays so: one with a number that its input does not
/// take, with more hours than a week has, in which no motive is above 0, or whose search takes too long (the
/// codes are `week_too_long`, `no_motivation` and `too_many_mixes`). All other rows are computed,
/// and the status is ROWS_REFUSED. If `watch` stops the call, rows that were computed keep their figures. To
/// `watch`, each row is a step; it may be NULL, and `watch_data` is passed to it.
///
/// Both arrays stay with the caller. `*err` is set to NULL first; it is owned by the caller, who frees it
/// with `worthwhile_error_free`. Its problems have the row, counted from 0, and the name of the input as
/// their path, such as `/3/person/time/free_hours_per_week`. At most 10000 are listed.
///
/// `plan` is required. `inputs` and `out` may be NULL only if `rows` is 0, `options_text` only if its
/// length is 0. `err` may be NULL. Threads may call this on the same plan at the same time, each with its
/// own arrays.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, WRONG_LENGTH, MISALIGNED, UNKNOWN_FLAG,
/// INVALID, STOPPED, ROWS_REFUSED, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_evaluate(
    plan: *const worthwhile_plan,
    inputs: *const f64,
    rows: usize,
    n_inputs: usize,
    outputs: u32,
    options_text: *const c_char,
    options_len: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    out: *mut f64,
    n_out: usize,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        let plan = unsafe { handle("plan", plan) }?;
        // Everything is checked before the first double is written: with lengths that were swapped,
        // the buffer would end elsewhere than the caller's does.
        is_long("n_inputs", n_inputs, plan.inputs.len())?;
        let wanted = wanted(plan, outputs, n_out)?;
        // SAFETY: the caller gives NULL or that many doubles, away from `out`.
        let inputs = unsafe { items("inputs", inputs, rows.checked_mul(n_inputs)) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let options = unsafe { options(options_text, options_len) }?;
        // SAFETY: the caller gives NULL or space for that many doubles, and reads none meanwhile.
        let out = unsafe { room("out", out, rows.checked_mul(n_out)) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let run = plan.plan.run().options(&options).watch(&mut watch);
        told(run.evaluate(Rows::whole(inputs), wanted, out)?)
    };
    // SAFETY: the caller gives NULL or a pointer that may be written to.
    unsafe { guard(err, run) }
}

/// The same for rows in which only some inputs differ, by columns.
///
/// `names` has the names of `n_columns` inputs, each ending with NUL, and `columns` as many pointers, each
/// to `rows` doubles: the values of that input. All other inputs are as in the base case, in every row.
/// Columns may not overlap with `out`.
///
/// Everything else is as for `worthwhile_plan_evaluate`. A name that no input has, or one that comes twice,
/// is INVALID, and no row is computed. `names` and `columns` may be NULL only if `n_columns` is 0, and a
/// column only if `rows` is 0.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, WRONG_LENGTH, MISALIGNED, UNKNOWN_FLAG,
/// INVALID, STOPPED, ROWS_REFUSED, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_plan_evaluate_columns(
    plan: *const worthwhile_plan,
    names: *const *const c_char,
    columns: *const *const f64,
    n_columns: usize,
    rows: usize,
    outputs: u32,
    options_text: *const c_char,
    options_len: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    out: *mut f64,
    n_out: usize,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a plan that is not freed yet.
        let plan = unsafe { handle("plan", plan) }?;
        let wanted = wanted(plan, outputs, n_out)?;
        // SAFETY: the caller gives NULL or that many names.
        let names = unsafe { strings("names", names, n_columns) }?;
        // SAFETY: the caller gives NULL or that many pointers.
        let pointers = unsafe { items("columns", columns, Some(n_columns)) }?;
        let column = |(index, at): (usize, &*const f64)| {
            // SAFETY: the caller gives NULL or that many doubles, away from `out`.
            unsafe { items(&format!("columns[{index}]"), *at, Some(rows)) }
        };
        let columns: Result<Vec<&[f64]>, Failure> =
            pointers.iter().enumerate().map(column).collect();
        let names: Result<Vec<&str>, _> = names.iter().map(|name| name.text()).collect();
        let columns: Vec<(&str, &[f64])> = names?.into_iter().zip(columns?).collect();
        // SAFETY: the caller gives NULL or a string of that length.
        let options = unsafe { options(options_text, options_len) }?;
        // SAFETY: the caller gives NULL or space for that many doubles, and reads none meanwhile.
        let out = unsafe { room("out", out, rows.checked_mul(n_out)) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let run = plan.plan.run().options(&options).watch(&mut watch);
        told(run.evaluate(Rows::columns(rows, &columns), wanted, out)?)
    };
    // SAFETY: the caller gives NULL or a pointer that may be written to.
    unsafe { guard(err, run) }
}

/// Which figures are asked for, if there is such a choice and a row of `out` is as long as they are.
fn wanted(plan: &worthwhile_plan, outputs: u32, n_out: usize) -> Result<Outputs, Failure> {
    let wanted = asked(outputs).ok_or_else(|| {
        let message = format!("`outputs` is {outputs}, and no sum of known flags");
        Failure::call(worthwhile_status::UnknownFlag, message)
    })?;
    is_long("n_out", n_out, plan.outputs(outputs).len())?;
    Ok(wanted)
}

/// The rows that were refused as a failure, with all of their problems that were kept.
fn told(refused: Refused) -> Result<(), Failure> {
    let problems: Vec<_> = refused.problems.iter().map(RowProblem::of_table).collect();
    let Some(first) = problems.first() else { return Ok(()) };
    let (rows, more) = (refused.rows, refused.unlisted);
    let unlisted =
        if more > 0 { format!(" ({more} problems are not listed)") } else { String::new() };
    let message = format!("rows refused: {rows}{unlisted}; the first: {first}");
    let cause = refused.ok().err();
    Err(Failure { status: worthwhile_status::RowsRefused, message, problems, cause })
}

fn is_long(name: &str, found: usize, expected: usize) -> Result<(), Failure> {
    if found == expected {
        return Ok(());
    }
    let message = format!("`{name}` is {found}, but the plan has {expected}");
    Err(Failure::call(worthwhile_status::WrongLength, message))
}
