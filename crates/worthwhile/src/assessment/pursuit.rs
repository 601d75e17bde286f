//! The answer for one pursuit.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{
    AwardSummary, LedgerSummary, PlanSummary, Probabilities, Reason, Warning, YearSummary,
};
use crate::analysis::{Summary, Verdict};

/// The answer for one pursuit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PursuitAssessment {
    /// Its id, unique in the case.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Whether it is worth it, and why not.
    pub verdict: Verdict,
    /// How much of it the best plan with it has, as a part of what is planned, 0 to 1.5.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1.5)))]
    pub level: f64,
    /// Share of the scenarios that agree with the yes or no, 0 to 1. Only where something is
    /// uncertain.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub confidence: Option<f64>,
    /// Whether little would change the yes or no.
    pub close_call: bool,
    /// Worth of the pursuit alone at its level, in points.
    pub worth: Summary,
    /// Worth of the plan with it, award included, less that of the plan without it or its award,
    /// in points.
    pub margin: Summary,
    /// Worth of the plan with it less that of the plan without any of it, in points.
    pub margin_over_none: Summary,
    /// What it gives and takes, in points: motives, protections, then drawbacks. In this order
    /// they add up to the worth.
    pub contributions: Vec<Contribution>,
    /// Worth less margin over none of it: what the other pursuits lose by it, in points. Below zero
    /// where they gain.
    pub opportunity_cost: f64,
    /// The best plan that contains it, with its award if it has one; it alone at its lowest level
    /// where it fits at none.
    pub plan_with: PlanSummary,
    /// The best plan without it or, where it has an award, without its award.
    pub plan_without: PlanSummary,
    /// The best plan without any of it.
    pub plan_without_any: PlanSummary,
    /// Worth of the same work alone without the award, in points: also what is left if the award
    /// is not renewed. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_worth: Option<f64>,
    /// Worth of the best plan with the work but not the award, less that of the plan without any
    /// of it, in points. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_margin: Option<f64>,
    /// What the award adds to the work, in points. It may be below zero. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_premium: Option<f64>,
    /// Hours a week over the years ahead, with what is done anyway.
    pub hours_per_week: Summary,
    /// Hours a week beyond what is done anyway.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub extra_hours_per_week: f64,
    /// Hours a week in the busiest year.
    pub busiest_hours_per_week: Summary,
    /// Hours a week as felt: an enjoyed hour counts less, a dreaded one more.
    pub felt_hours_per_week: Summary,
    /// Chance of burnout with it, 0 to 1.
    pub burnout_risk: Summary,
    /// Money a year, earnings less spending, in the person's currency.
    pub money_per_year: Summary,
    /// Quantiles of the margin at 0, 0.05, ... and 1, in points. Absent where nothing is uncertain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub margin_quantiles: Vec<f64>,
    /// Every year ahead.
    pub years: Vec<YearSummary>,
    /// How likely the award is held. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub award: Option<AwardSummary>,
    /// The money view. Only with `person.money.hour_value`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ledger: Option<LedgerSummary>,
    /// How likely some things are. Only where something is uncertain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probabilities: Option<Probabilities>,
    /// How likely it has each rank by worth, the first rank first, among all pursuits and the life
    /// without any. Absent where nothing is uncertain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::case::shapes::Share>"))]
    pub rank_acceptability: Vec<f64>,
    /// Why, in words with their numbers.
    pub reasons: Vec<Reason>,
    /// What to look out for.
    pub warnings: Vec<Warning>,
}

/// One part of a worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contribution {
    /// Whether something is served or protected, or what bothers.
    pub kind: ContributionKind,
    /// A motive, `personal_time`, `wellbeing`, `savings`, or `drawbacks`.
    pub id: Cow<'static, str>,
    /// Points, below zero for what is lost.
    pub points: f64,
}

/// What a contribution is to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ContributionKind {
    /// A motive that is served.
    Motive,
    /// A protection that is touched.
    Protection,
    /// What bothers about it.
    Drawbacks,
}

impl PursuitAssessment {
    /// Points of one motive or protection, or of the drawbacks, by name.
    #[must_use]
    pub fn points(&self, id: &str) -> Option<f64> {
        Some(self.contributions.iter().find(|part| part.id == id)?.points)
    }

    /// Whether it has an award.
    #[must_use]
    pub fn has_award(&self) -> bool {
        self.award.is_some()
    }
}
