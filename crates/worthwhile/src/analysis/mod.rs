//! What scenarios say: figures with their spread, what matters, what would change the answer, what
//! to find out first.

mod base;
mod cells;
mod estimate;
mod factors;
mod flips;
mod options;
mod rows;
mod samples;
mod scan;
mod scenarios;
mod study;
mod summary;
mod swing;
mod tally;
#[cfg(test)]
mod tests;
mod totals;
mod verdict;
mod workers;

pub(crate) use base::{Base, Place};
pub(crate) use estimate::{Figure, replicated};
pub(crate) use flips::{Flips, Found};
pub use options::{Options, Progress, Stage, Watch};
pub use samples::Samples;
pub(crate) use scenarios::FIGURES;
pub(crate) use study::{Findings, Study, Value};
pub use summary::Summary;
pub(crate) use tally::{PursuitTally, Tally, VERDICTS};
pub use verdict::Verdict;
