//! Whoever watches a computation from C.

use std::ffi::{c_int, c_void};
use std::ops::ControlFlow;

use worthwhile::{Progress, Stage};

/// What is being computed. New numbers may come.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum worthwhile_stage {
    /// The scenarios, or the rows.
    Scenarios = 0,
    /// The scenarios of the total indices.
    Totals = 1,
    /// What would change the answer: numbers one by one.
    Flips = 2,
    /// The search for the best mixes. Its total is the most that it may look at.
    Search = 3,
    /// What a person could change, and what decides.
    Levers = 4,
    /// Something that this release of the C library has no number for.
    Unknown = 99,
}

/// Sees how far a computation is: `done` of `total` steps of the stage. It returns 0 to go on; any
/// other number ends the computation, and the call returns `WORTHWHILE_STATUS_STOPPED`.
///
/// It is called on the thread that made the call, after each step, and now and then in a search for
/// the best mixes. One stage follows the other, each with a `total` of its own; `done` starts anew
/// with each. `data` is what was given to the call beside it. It may call the library, but must not
/// jump or throw out of itself.
pub type worthwhile_watch = Option<
    unsafe extern "C" fn(
        stage: worthwhile_stage,
        done: u64,
        total: u64,
        data: *mut c_void,
    ) -> c_int,
>;

/// The library's watch over one of C, which may be NULL.
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
            _ => worthwhile_stage::Unknown,
        };
        // SAFETY: the caller of this function promises it.
        match unsafe { watch(stage, progress.done, progress.total, data) } {
            0 => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        }
    }
}
