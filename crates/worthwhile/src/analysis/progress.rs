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
    /// What would change the answer: numbers one by one.
    Flips,
    /// The search for the best mixes. Its total is the most that it may look at.
    Search,
    /// What a person could change, and what decides.
    Levers,
}

/// Sees how far a computation is, and may end it: then there is no answer but an error of the kind
/// [`ErrorKind::Stopped`](crate::ErrorKind::Stopped). It is called on the thread that made the call,
/// whatever the number of threads.
///
/// It is called after each step, and now and then in a search for the best mixes, which comes before
/// all else.
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
