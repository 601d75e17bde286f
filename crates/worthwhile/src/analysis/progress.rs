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
    /// The scenarios, or the rows of a table.
    Scenarios,
    /// The scenarios of the total indices.
    Totals,
    /// What would change the answer.
    Flips,
}

/// Sees how far a computation is, and may end it: then there is no answer but an error of the kind
/// [`ErrorKind::Stopped`](crate::ErrorKind::Stopped). It is called on the thread that made the call,
/// whatever the number of threads.
///
/// It is called after each step. A search for the best mixes is one step, and the first comes before
/// all others: with up to 16 pursuits it is over in some milliseconds, with more than 20 it can take
/// a second or two.
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
