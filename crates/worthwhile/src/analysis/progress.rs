//! Progress of a computation.

use std::ops::ControlFlow;

/// Progress of a computation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// What is being computed.
    pub stage: Stage,
    /// Steps of this stage that are done.
    pub done: u64,
    /// Steps of this stage in all.
    pub total: u64,
}

/// What is being computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// The scenarios, or the rows of a table.
    Scenarios,
    /// The scenarios of the total indices.
    Totals,
    /// What would change the answer, number by number.
    Flips,
    /// The search for the best mixes. Its total is the limit of the search.
    Search,
    /// Levers and deciding figures.
    Levers,
    /// What knowing each uncertain input tells: sensitivity and information.
    Inputs,
    /// Cases with some parts of one and some of another, to tell which difference does what.
    Comparison,
}

/// Receives progress and can cancel. A canceled computation returns the error
/// [`ErrorKind::Stopped`](crate::ErrorKind::Stopped). The function is called on the calling thread,
/// regardless of the number of threads.
///
/// It is called after each step, and now and then within a long one, where `done` stays as it is: before the
/// first step it is 0.
///
/// # Example: a deadline
/// ```
/// use std::ops::ControlFlow;
/// use std::time::{Duration, Instant};
/// use worthwhile::{Plan, Progress};
/// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
/// let end = Instant::now() + Duration::from_secs(60);
/// let mut watch = |_: Progress| match Instant::now() < end {
///     true => ControlFlow::Continue(()),
///     false => ControlFlow::Break(()),
/// };
/// match plan.run().watch(&mut watch).assess() {
///     Err(error) if error.is_stopped() => println!("too late"),
///     answer => println!("{}", answer?.to_text()),
/// }
/// # Ok::<(), worthwhile::Error>(())
/// ```
pub type Watch<'w> = dyn FnMut(Progress) -> ControlFlow<()> + 'w;
