//! What scenarios say: figures with their spread, what matters, what would change the answer, what
//! to find out first.

mod base;
mod cells;
mod factors;
mod figures;
mod flips;
mod keys;
mod measured;
mod model;
mod options;
mod probes;
mod progress;
mod rows;
mod samples;
mod scan;
mod scenarios;
mod standing;
mod study;
mod summary;
mod swing;
mod tally;
#[cfg(test)]
mod tests;
mod totals;
mod verdict;
mod workers;

pub(crate) use figures::Figures;
pub(crate) use flips::{Flips, Found};
pub use keys::OptionKey;
pub(crate) use measured::Measured;
pub use options::Options;
pub(crate) use probes::Probe;
pub use progress::{Progress, Stage, Watch};
pub(crate) use rows::evaluate;
pub use samples::Samples;
pub(crate) use standing::{Standing, Standings};
pub(crate) use study::{FactorFindings, Findings, Study};
pub use summary::Summary;
pub use verdict::Verdict;
