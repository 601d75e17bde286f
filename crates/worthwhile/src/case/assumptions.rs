//! What is assumed, and how to compute.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::Serialize;

use super::Motive;
use super::building::{grouped, setter, setters};
use crate::estimate::Estimate;
use crate::field::AssumptionNumbers;

/// Assumptions that differ from the defaults. Anything absent keeps its default.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Assumptions {
    /// How far each category of benefit serves each motive, 0 to 1. Merges with the built-in rows.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Serves>"))]
    pub serves: IndexMap<String, BTreeMap<Motive, Estimate>>,
    /// How far each motive comes from within, 0 to 1.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Autonomy>"))]
    pub autonomy: BTreeMap<Motive, Estimate>,
    /// How much more it hurts to lose the last free hours than the first, 0 to 10. If absent, 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_convexity: Option<Estimate>,
    /// Exponent by which results grow with effort, greater than 0 and at most 1. If absent, 0.7.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returns_to_effort: Option<Estimate>,
    /// Increase of the log odds of burnout for each weekly hour of overwork, 0 to 1. If absent, 0.033.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overwork_log_odds_per_hour: Option<Estimate>,
    /// Weekly hours above which the risk rises, 0 to 168. If absent, 40.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overwork_from_hours: Option<Estimate>,
    /// How far an hour of rest makes up for an hour of overwork, 0 to 1. If absent, 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest_offsets_overwork: Option<Estimate>,
    /// What a drawback rated 10 takes away by itself, in points, 0 to 100. If absent, 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawback_points: Option<Estimate>,
    /// How far drive from within protects from overwork, at least 0 and less than 1. If absent, 0.5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autonomy_effect: Option<Estimate>,
    /// Points within which an answer is a close call, 0 to 100. If absent, 5.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "crate::estimate::finite")]
    pub close_call_points: Option<f64>,
}

impl Assumptions {
    /// Assumptions with their defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets how far a category serves a motive, 0 to 1.
    #[must_use]
    pub fn with_serves(
        mut self,
        category: impl Into<String>,
        motive: Motive,
        share: impl Into<Estimate>,
    ) -> Self {
        self.serves.entry(category.into()).or_default().insert(motive, share.into());
        self
    }

    /// Sets how far a motive comes from within, 0 to 1.
    #[must_use]
    pub fn with_autonomy(mut self, motive: Motive, share: impl Into<Estimate>) -> Self {
        self.autonomy.insert(motive, share.into());
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

setters! { Assumptions {
    /// Sets how much more it hurts to lose the last free hours than the first, 0 to 10.
    with_time_convexity: into Estimate => time_convexity,
    /// Sets the exponent by which results grow with effort, greater than 0 and at most 1.
    with_returns_to_effort: into Estimate => returns_to_effort,
    /// Sets the increase of the log odds of burnout for each weekly hour of overwork, 0 to 1.
    with_overwork_log_odds_per_hour: into Estimate => overwork_log_odds_per_hour,
    /// Sets the weekly hours above which the risk rises, 0 to 168.
    with_overwork_from_hours: into Estimate => overwork_from_hours,
    /// Sets how far an hour of rest makes up for an hour of overwork, 0 to 1.
    with_rest_offsets_overwork: into Estimate => rest_offsets_overwork,
    /// Sets what a drawback rated 10 takes away by itself, in points, 0 to 100.
    with_drawback_points: into Estimate => drawback_points,
    /// Sets how far drive from within protects from overwork, at least 0 and less than 1.
    with_autonomy_effect: into Estimate => autonomy_effect,
    /// Sets the points within which an answer is a close call, 0 to 100.
    with_close_call_points: plain f64 => close_call_points,
} }

grouped!(Assumptions: AssumptionNumbers {
    time_convexity,
    returns_to_effort,
    overwork_log_odds_per_hour,
    overwork_from_hours,
    rest_offsets_overwork,
    drawback_points,
    autonomy_effect,
});

/// How to compute. Anything absent is left to the options of the call.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Analysis {
    /// Number of scenarios, 1 to 2^20, rounded up to a power of two for each replicate. If absent,
    /// 16,384.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scenarios: Option<u32>,
    /// Number of independent replicates, 2 to 64. If absent, 8.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replicates: Option<u32>,
    /// Seed of the scenarios, at most 2^53 - 1; 0 is an ordinary seed. If absent, 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// Whether to compute total indices as well. If absent, false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub totals: Option<bool>,
}

impl Analysis {
    /// Leaves everything to the options of the call.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

setters! { Analysis {
    /// Sets the number of scenarios, 1 to 2^20.
    with_scenarios: plain u32 => scenarios,
    /// Sets the number of independent replicates, 2 to 64.
    with_replicates: plain u32 => replicates,
    /// Sets the seed of the scenarios.
    with_seed: plain u64 => seed,
    /// Sets whether to compute total indices as well.
    with_totals: plain bool => totals,
} }
