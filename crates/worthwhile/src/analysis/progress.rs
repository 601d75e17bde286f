//! How far a computation is, for whoever watches it.

use std::ops::ControlFlow;

/// How far a computation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// What is being computed.
    pub stage: Stage,
    /// Steps of this stage that are done.
    pub done: u64,
    /// Steps that it has in all.
    pub total: u64,
}

/// What is being computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// The scenarios.
    Scenarios,
    /// The scenarios of the total indices.
    Totals,
    /// What would change the answer.
    Flips,
}

/// Sees how far a computation is, some times a second at least, and may end it: then there is no
/// answer but an error of the kind [`ErrorKind::Stopped`](crate::ErrorKind::Stopped). It is called
/// on the thread that made the call, whatever the number of threads.
pub type Watch<'w> = dyn FnMut(Progress) -> ControlFlow<()> + 'w;
