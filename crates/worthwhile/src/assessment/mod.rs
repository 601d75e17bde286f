//! The answer: figures, sentences and what they rest on.

mod basis;
mod comparison;
mod doubt;
mod lever;
mod mix;
mod pursuit;
mod question;
mod read;
mod reason;
mod warning;
mod years;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use basis::{Assumption, Basis, Provenance};
pub use comparison::{
    AnswerChange, ComparedAnswer, Comparison, Difference, DifferenceContribution, DifferenceValue,
};
pub use doubt::{
    Flip, Information, InputInformation, Probabilities, ProbabilityErrors, Sensitivity, Swing,
};
pub use lever::Lever;
pub use mix::{PlanSummary, PlannedPursuit, WithoutAny};
pub use pursuit::{Contribution, ContributionKind, PursuitAssessment};
pub use question::{AsPlanned, HowMuch, Question};
pub use reason::Reason;
pub use warning::{DecidingFigure, Warning};
pub use years::{AwardSummary, LedgerSummary, YearSummary};

/// The answer to a case. Points are on one scale: 0 is as good as the life without any of the
/// pursuits, 100 serves everything that drives you, at no cost.
///
/// Parts that do not apply are absent, never null. Later releases may add fields, and new kinds of
/// reasons, warnings and levers.
///
/// # Example: read an answer back
/// ```
/// use worthwhile::Assessment;
/// let answer = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?.assess()?;
/// let text = serde_json::to_string(&answer).unwrap();
/// assert_eq!(serde_json::from_str::<Assessment>(&text).unwrap(), answer);
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assessment {
    /// Version of the document, now 1.
    #[cfg_attr(feature = "schema", schemars(with = "crate::case::shapes::Version"))]
    pub schema_version: u32,
    /// The library and settings that computed it.
    pub engine: Engine,
    /// The person's week and years, as used in the answer.
    pub person: PersonSummary,
    /// The pursuit in question and the answer about it.
    pub question: Question,
    /// Every pursuit, in case order.
    pub pursuits: Vec<PursuitAssessment>,
    /// How the life without any of the pursuits ranks among them. Absent if nothing is uncertain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_any: Option<WithoutAny>,
    /// The best use of the free hours, among all pursuits that fit together.
    pub best_mix: PlanSummary,
    /// The effect of each uncertain number on the margin of the pursuit in question, from most to
    /// least. Absent if nothing is uncertain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sensitivity: Vec<Sensitivity>,
    /// What would change the answer, for people: the smallest change first, followed by at most two
    /// reassurances, which do not change it. `engine.levers` says whether levers were computed.
    pub levers: Vec<Lever>,
    /// What would change the answer, input by input, the smallest change first. Only if requested.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flips: Vec<Flip>,
    /// What to find out first. Absent if nothing is uncertain or the pursuit in question does not
    /// fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub information: Option<Information>,
    /// Where the numbers come from, as counts.
    pub basis: Basis,
    /// Every number that the case itself does not give, with its source.
    pub assumptions: Vec<Assumption>,
    /// Warnings about the case as a whole.
    pub warnings: Vec<Warning>,
}

/// The library and settings that computed an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Engine {
    /// Version of this library.
    pub version: String,
    /// The method by which the scenarios are chosen.
    pub points: String,
    /// Number of scenarios: as requested, rounded up to a power of two for each replicate. 1 if nothing
    /// is uncertain.
    pub scenarios: u32,
    /// Number of independent replicates among them.
    pub replicates: u32,
    /// Seed of the scenarios.
    pub seed: u64,
    /// Whether levers and `how_much` were computed.
    pub levers: bool,
}

/// The person's week and years, as used in the answer. Uncertain ones are at their means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonSummary {
    /// Free hours a week, 0 to 168.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 168)))]
    pub free_hours_per_week: f64,
    /// Hours a week in the job, 0 to 168.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 168)))]
    pub work_hours_per_week: f64,
    /// Chance of burnout in the life without any of the pursuits, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub burnout_risk: f64,
    /// Currency of all money, ISO 4217. Absent if the case has no `money`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Arc<str>>,
    /// Years to look ahead, 1 to 30.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 30)))]
    pub horizon_years: u32,
}

impl Assessment {
    /// The pursuit in question.
    #[must_use]
    pub fn asked(&self) -> Option<&PursuitAssessment> {
        self.pursuits.first()
    }

    /// A pursuit by its id.
    #[must_use]
    pub fn pursuit(&self, id: &str) -> Option<&PursuitAssessment> {
        self.pursuits.iter().find(|pursuit| pursuit.id == id)
    }
}
