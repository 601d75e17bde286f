//! What scenarios say: figures with their spread, what matters, what would change the answer, what
//! to find out first.

mod base;
mod cells;
mod estimate;
mod factors;
mod flips;
mod keys;
mod model;
mod options;
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

pub(crate) use base::Base;
pub(crate) use estimate::Figure;
pub(crate) use flips::{Flips, Found};
pub use keys::OptionKey;
pub use options::Options;
pub use progress::{Progress, Stage, Watch};
pub(crate) use rows::evaluate;
pub use samples::Samples;
pub(crate) use scenarios::FIGURES;
pub(crate) use standing::{Standing, Standings};
pub(crate) use study::{Findings, Study, Value};
pub use summary::Summary;
pub use verdict::Verdict;
