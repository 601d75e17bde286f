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
    /// Its name to show to people.
    pub name: String,
    /// Whether it is worth it and, if not, why.
    pub verdict: Verdict,
    /// Its level in the best plan with it, relative to what is planned, 0 to 1.5.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1.5)))]
    pub level: f64,
    /// Share of the scenarios that agree with the yes or no, 0 to 1. Absent if nothing is
    /// uncertain.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub confidence: Option<f64>,
    /// Whether a small change would turn the yes or no.
    pub close_call: bool,
    /// Worth of the pursuit alone, at its level, in points.
    pub worth: Summary,
    /// Worth of the plan with it, including its award, minus that of the plan without it or its award,
    /// in points.
    pub margin: Summary,
    /// Worth of the plan with it minus that of the plan without any of it, in points.
    pub margin_over_none: Summary,
    /// What it gives and takes, in points: motives, protections, then drawbacks. Added in this order,
    /// they equal the worth.
    pub contributions: Vec<Contribution>,
    /// Worth minus margin over none of it: what the other pursuits lose because of it, in points. Below
    /// zero if they gain.
    pub opportunity_cost: f64,
    /// The best plan that contains it, with its award if it has one. If it fits at no level, it alone
    /// at its lowest level.
    pub plan_with: PlanSummary,
    /// The best plan without it or, if it has an award, without its award.
    pub plan_without: PlanSummary,
    /// The best plan without any of it.
    pub plan_without_any: PlanSummary,
    /// Worth of the same work alone, without the award, in points; also what is left if the award is
    /// not renewed. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_worth: Option<f64>,
    /// Worth of the best plan with the work but not the award, minus that of the plan without any of
    /// it, in points. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_margin: Option<f64>,
    /// What the award adds to the work, in points; may be below zero. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_premium: Option<f64>,
    /// Hours a week, averaged over the years ahead, including what would be done anyway.
    pub hours_per_week: Summary,
    /// Hours a week beyond what would be done anyway.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub extra_hours_per_week: f64,
    /// Hours a week in the busiest year.
    pub busiest_hours_per_week: Summary,
    /// Hours a week as felt: an enjoyed hour counts less, a dreaded one more.
    pub felt_hours_per_week: Summary,
    /// Chance of burnout with it, 0 to 1.
    pub burnout_risk: Summary,
    /// Money a year, earnings minus spending, in the person's currency.
    pub money_per_year: Summary,
    /// Quantiles of the margin at 0, 0.05, ... and 1, in points. Absent if nothing is uncertain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub margin_quantiles: Vec<f64>,
    /// Each year ahead.
    pub years: Vec<YearSummary>,
    /// How likely the person is to hold the award. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub award: Option<AwardSummary>,
    /// The ledger: money alone. Only with `person.money.hour_value`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ledger: Option<LedgerSummary>,
    /// Probabilities. Absent if nothing is uncertain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probabilities: Option<Probabilities>,
    /// The probability of each rank by worth among all pursuits and the life without any, starting with
    /// the first rank. Absent if nothing is uncertain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::case::shapes::Share>"))]
    pub rank_acceptability: Vec<f64>,
    /// The reasons, as sentences with their numbers.
    pub reasons: Vec<Reason>,
    /// Warnings.
    pub warnings: Vec<Warning>,
}

/// One part of the worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contribution {
    /// Whether it is a motive, a protection or the drawbacks.
    pub kind: ContributionKind,
    /// A motive, `personal_time`, `wellbeing`, `savings`, or `drawbacks`.
    pub id: Cow<'static, str>,
    /// Points; below zero for a loss.
    pub points: f64,
}

/// The kind of a contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ContributionKind {
    /// A motive that is served.
    Motive,
    /// A protection that is affected.
    Protection,
    /// The drawbacks.
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

    /// Whether the best plan without its award still has its work.
    pub(crate) fn keeps_work(&self) -> bool {
        self.has_award() && self.plan_without.pursuit(&self.id).is_some()
    }
}
