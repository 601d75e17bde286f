//! What scenarios say: figures with their spread, what matters, what would change the answer, what
//! to find out first.

mod asked;
mod base;
mod budget;
mod chosen;
mod columns;
mod factors;
mod figures;
mod findings;
mod flips;
mod hinges;
mod horizon;
mod keys;
mod knowing;
mod levers;
mod look;
mod measured;
mod memory;
mod model;
mod options;
mod outlook;
mod part;
mod progress;
mod ranks;
mod rows;
mod samples;
mod scan;
mod scenarios;
mod spread;
mod study;
mod summary;
mod survey;
mod swing;
mod tally;
mod task;
#[cfg(test)]
mod tests;
mod totals;
mod turn;
mod verdict;
mod workers;

pub(crate) use asked::{AskedAtMeans, asked_at_means};
pub(crate) use chosen::ChosenPlace;
pub(crate) use figures::Figures;
pub(crate) use findings::Scenarios;
pub(crate) use flips::{Flips, Found};
pub(crate) use hinges::Hinge;
pub use keys::OptionKey;
pub(crate) use levers::Found as FoundLever;
pub use levers::LeverKind;
pub(crate) use measured::Measured;
pub(crate) use model::{Amount, Model};
pub use options::Options;
pub use progress::{Progress, Stage, Watch};
pub(crate) use rows::evaluate;
pub use rows::{Outputs, Refused, RowProblem, Rows};
pub use samples::Samples;
pub(crate) use spread::Spread;
pub(crate) use study::{Changes, FactorFindings, Findings, Study};
pub use summary::Summary;
pub use survey::{
    ChangeKind, InputChange, RespondentColumn, Respondents, Survey, SurveyFigure, SurveyFigures,
};
pub(crate) use tally::{AmountTally, VariantTally, YearTally};
pub(crate) use task::Task;
pub(crate) use turn::rounded_away;
pub use verdict::{Answer, CloseBecause, Verdict};
pub(crate) use workers::{Tick, run as run_jobs};
