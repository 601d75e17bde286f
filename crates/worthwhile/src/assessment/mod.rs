//! The answer: figures, words and what they rest on.

mod assess;
mod basis;
mod reasons;
mod summary;
mod text;
mod warnings;
mod words;

use serde::Serialize;

pub use basis::{Assumption, Basis, Provenance};
pub use reasons::Reason;
pub use summary::Summary;
pub use warnings::Warning;

/// The answer to a case. Points are on one scale: 0 is as good as keeping your time, 100 serves
/// everything that drives you at no cost.
///
/// Parts that do not exist are absent, never null. Documents stay open for new fields and new
/// kinds of reasons and warnings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assessment {
    /// Version of the document, now 1.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Version"))]
    pub schema_version: u32,
    /// What computed it.
    pub engine: Engine,
    /// The pursuit in question and its verdict.
    pub question: Question,
    /// Every pursuit, in case order.
    pub pursuits: Vec<PursuitAssessment>,
    /// The best use of the free hours, among all pursuits that fit together.
    pub best_mix: MixSummary,
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
    /// Scenarios computed; 1 where every number is taken at its mean.
    pub scenarios: u32,
    /// Independent replicates among them.
    pub replicates: u32,
    /// Seed of the scenarios.
    pub seed: u64,
}

/// The question and its answer in short.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Id of the pursuit in question, the first one of the case.
    pub pursuit: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// Whether little would change the verdict.
    pub close_call: bool,
    /// The answer in a sentence or two.
    pub summary: String,
    /// The free hours a week that the answer is about.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub free_hours_per_week: f64,
}

/// Whether a pursuit is worth it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Verdict {
    /// It belongs in the best use of the free hours.
    WorthIt,
    /// It is worth something, but the hours are better spent otherwise.
    BetterElsewhere,
    /// It is worth no more than keeping one's time.
    NotWorthIt,
    /// It takes more hours than there are.
    NotFeasible,
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

    /// The answer as a person reads it: plain text, at most 79 columns, no colours.
    ///
    /// # Example
    /// ```
    /// let answer = worthwhile::Plan::read(r#"{"schema_version": 1,
    ///     "person": {"motivations": {"enjoyment": 7}, "time": {"free_hours_per_week": 10}},
    ///     "pursuits": [{"preset": "rest"}]}"#)?.assess()?;
    /// assert!(answer.to_text().starts_with("Is more rest worth it to you?"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        text::render(self)
    }
}

impl PursuitAssessment {
    /// Points of one motive or protection, by name.
    #[must_use]
    pub fn points(&self, id: &str) -> Option<f64> {
        Some(self.contributions.iter().find(|part| part.id == id)?.points)
    }
}
