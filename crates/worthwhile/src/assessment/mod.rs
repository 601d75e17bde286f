//! The answer: figures, words and what they rest on.

mod basis;
mod doubt;
mod reason;
mod warning;

use serde::Serialize;

pub use basis::{Assumption, Basis, Provenance};
pub use doubt::{Flip, Information, InputInformation, Sensitivity, Swing};
pub use reason::Reason;
pub use warning::Warning;

use crate::analysis::{Summary, Verdict};

/// The answer to a case. Points are on one scale: 0 is as good as keeping your time, 100 serves
/// everything that drives you at no cost.
///
/// Parts that do not exist are absent, never null. Documents stay open for new fields and new
/// kinds of reasons and warnings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assessment {
    /// Version of the document, now 1.
    #[cfg_attr(feature = "schema", schemars(with = "crate::case::shapes::Version"))]
    pub schema_version: u32,
    /// What computed it.
    pub engine: Engine,
    /// The pursuit in question and its verdict.
    pub question: Question,
    /// Every pursuit, in case order.
    pub pursuits: Vec<PursuitAssessment>,
    /// The best use of the free hours, among all pursuits that fit together.
    pub best_mix: MixSummary,
    /// Keeping one's time, among the pursuits. Only where something is uncertain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep_your_time: Option<KeepYourTime>,
    /// What each uncertain number does to the margin of the pursuit in question, the most first.
    /// Absent where nothing is uncertain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sensitivity: Vec<Sensitivity>,
    /// What would change the answer: changes of one number, the smallest first. Numbers for which
    /// nothing was found are left out; `engine` says whether it was looked for.
    pub flips: Vec<Flip>,
    /// What to find out first. Absent where nothing is uncertain or the pursuit in question does
    /// not fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub information: Option<Information>,
    /// What the numbers are made of, counted.
    pub basis: Basis,
    /// Every number that the case does not give itself, with its source.
    pub assumptions: Vec<Assumption>,
    /// What to know about the case as a whole.
    pub warnings: Vec<Warning>,
}

/// What computed an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Engine {
    /// Version of this library.
    pub version: String,
    /// How the scenarios are chosen: another way has another name.
    pub points: String,
    /// Scenarios computed: those wanted, rounded up to a power of two for each replicate. 1 where
    /// nothing is uncertain.
    pub scenarios: u32,
    /// Independent replicates among them.
    pub replicates: u32,
    /// Seed of the scenarios.
    pub seed: u64,
    /// Whether it was looked for what would change the answer.
    pub flips: bool,
}

/// The question and its answer in short.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Id of the pursuit in question, the first one of the case.
    pub pursuit: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// The verdict with every uncertain number at its mean, which is what `flips` change.
    pub base_verdict: Verdict,
    /// Share of the scenarios that give the same verdict, 0 to 1. Only where something is
    /// uncertain.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub confidence: Option<f64>,
    /// Whether little would change the verdict.
    pub close_call: bool,
    /// The answer in a sentence or two.
    pub summary: String,
    /// The free hours a week that the answer is about.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub free_hours_per_week: f64,
}

/// The answer for one pursuit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PursuitAssessment {
    /// Its id, unique in the case.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Whether it is worth it.
    pub verdict: Verdict,
    /// Share of the scenarios that give the same verdict, 0 to 1. Only where something is
    /// uncertain.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub confidence: Option<f64>,
    /// Whether little would change the verdict.
    pub close_call: bool,
    /// Worth of the pursuit alone, in points.
    pub worth: Summary,
    /// Worth of the plan with it less that of the plan without it, in points.
    pub margin: Summary,
    /// What it gives and takes, in points: 8 motives, then 3 protections. In this order they add
    /// up to the worth.
    pub contributions: Vec<Contribution>,
    /// Worth less margin: what the other pursuits lose by it, in points.
    pub opportunity_cost: f64,
    /// The best mix that contains it; it alone where it does not fit.
    pub plan_with: MixSummary,
    /// The best mix that does not contain it.
    pub plan_without: MixSummary,
    /// What the award adds to the contributing, in points. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_premium: Option<f64>,
    /// Worth of the contributing alone, in points. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub if_not_renewed: Option<f64>,
    /// Hours a week, over the years ahead.
    pub hours_per_week: Summary,
    /// Hours a week in the years that take most.
    pub peak_hours_per_week: Summary,
    /// Hours a week as felt: an enjoyed hour counts less.
    pub felt_hours_per_week: Summary,
    /// Chance of burnout with it, 0 to 1.
    pub burnout_risk: Summary,
    /// Money a year, gains less costs, in the person's currency.
    pub money_per_year: Summary,
    /// How likely the award is held. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub award: Option<AwardSummary>,
    /// The money view. Only with `person.money.hour_value`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ledger: Option<LedgerSummary>,
    /// How likely some things are. Only where something is uncertain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probabilities: Option<Probabilities>,
    /// How likely it has each rank by worth, the first rank first, among all pursuits and keeping
    /// one's time. Absent where nothing is uncertain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::case::shapes::Share>"))]
    pub rank_acceptability: Vec<f64>,
    /// Why, in words with their numbers.
    pub reasons: Vec<Reason>,
    /// What to look out for.
    pub warnings: Vec<Warning>,
}

/// One part of a worth.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contribution {
    /// Whether something is served or protected.
    pub kind: ContributionKind,
    /// The motive or the protection.
    pub id: &'static str,
    /// Points, below zero for what is lost.
    pub points: f64,
}

/// What a contribution is to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ContributionKind {
    /// A motive that is served.
    Motive,
    /// A protection that is touched.
    Protection,
}

/// Pursuits done together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MixSummary {
    /// Ids in case order; empty means keeping one's time.
    pub pursuits: Vec<String>,
    /// Worth in points.
    pub worth: f64,
    /// Hours a week, over the years ahead.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub hours_per_week: f64,
}

/// How likely some things are, as shares of the scenarios.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Probabilities {
    /// That it is worth more than keeping one's time, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub worth_positive: f64,
    /// That the plan with it is worth more than the plan without it, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub margin_positive: f64,
    /// That it takes more hours than there are, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub does_not_fit: f64,
    /// How far each may be off for having computed so many scenarios only.
    pub standard_errors: ProbabilityErrors,
}

/// Standard errors of probabilities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProbabilityErrors {
    /// Of `worth_positive`, a share of the scenarios.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub worth_positive: f64,
    /// Of `margin_positive`, a share of the scenarios.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub margin_positive: f64,
    /// Of `does_not_fit`, a share of the scenarios.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub does_not_fit: f64,
}

/// Keeping one's time, which is worth 0 by definition.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeepYourTime {
    /// How likely it has each rank by worth, the first rank first, among all pursuits.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::case::shapes::Share>"))]
    pub rank_acceptability: Vec<f64>,
}

/// How likely an award is held.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AwardSummary {
    /// Share of the years ahead in which it is held, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub holding_share: f64,
    /// Chance to hold it at some time, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub chance_ever: f64,
}

/// Money only, with a price for the hours, over the years ahead.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LedgerSummary {
    /// Net present value, in the person's currency.
    pub npv: f64,
    /// Discounted gains over discounted costs, hours included. Absent where nothing is spent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub benefit_cost_ratio: Option<f64>,
    /// First year by which it has paid for itself. Absent where none of the years ahead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payback_years: Option<u32>,
    /// The worth of an hour, in the person's currency, at which it would just pay. Absent where no
    /// hour is felt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub break_even_hour_value: Option<f64>,
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

impl PursuitAssessment {
    /// Points of one motive or protection, by name.
    #[must_use]
    pub fn points(&self, id: &str) -> Option<f64> {
        Some(self.contributions.iter().find(|part| part.id == id)?.points)
    }
}
