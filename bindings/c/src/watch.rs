//! Watching a computation from C.

use std::ffi::{c_int, c_void};
use std::ops::ControlFlow;

use worthwhile::{Progress, Stage};

/// The stage of a computation. New numbers may be added.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum worthwhile_stage {
    /// The scenarios, or the rows.
    Scenarios = 0,
    /// The scenarios for the total indices.
    Totals = 1,
    /// Looking at each number for a value that would change the answer.
    Flips = 2,
    /// The search for the best mixes. Its total is the most that it may look at.
    Search = 3,
    /// Looking for what a person could change, and for what decides the answer.
    Levers = 4,
    /// What knowing each uncertain input tells.
    Inputs = 5,
    /// Cases with some parts of one and some of another, to tell which difference does what.
    Comparison = 6,
    /// A stage that this release of the C library has no number for.
    Unknown = 99,
}

/// Receives the progress of a computation: `done` of `total` steps of the stage. Return 0 to go on. Any
/// other number stops the computation, and the call returns `WORTHWHILE_STATUS_STOPPED`.
///
/// It is called on the thread that made the call, after each step, and now and then within a long one, where
/// `done` stays as it is: before the first step it is 0. The stages run one after the other, each with its own
/// `total`, and `done` starts again with each. `data` is the pointer that was passed to the call along with
/// the watch. The function may call the library, but must not leave by `longjmp` or an exception.
pub type worthwhile_watch = Option<
    unsafe extern "C" fn(
        stage: worthwhile_stage,
        done: u64,
        total: u64,
        data: *mut c_void,
    ) -> c_int,
>;

/// The library's watch for a function from C, which may be NULL.
///
/// # Safety
/// `watch` is NULL or a function that may be called with `data` from this thread.
pub(crate) unsafe fn watched(
    watch: worthwhile_watch,
    data: *mut c_void,
) -> impl FnMut(Progress) -> ControlFlow<()> {
    move |progress| {
        let Some(watch) = watch else { return ControlFlow::Continue(()) };
        let stage = match progress.stage {
            Stage::Scenarios => worthwhile_stage::Scenarios,
            Stage::Totals => worthwhile_stage::Totals,
            Stage::Flips => worthwhile_stage::Flips,
            Stage::Search => worthwhile_stage::Search,
            Stage::Levers => worthwhile_stage::Levers,
            Stage::Inputs => worthwhile_stage::Inputs,
            Stage::Comparison => worthwhile_stage::Comparison,
            _ => worthwhile_stage::Unknown,
        };
        // SAFETY: the caller of this function promises it.
        match unsafe { watch(stage, progress.done, progress.total, data) } {
            0 => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        }
    }
}
