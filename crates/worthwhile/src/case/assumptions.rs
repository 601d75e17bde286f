//! What is assumed, and how to compute.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::Serialize;

use super::Motive;
use super::building::{grouped, setter, setters};
use crate::estimate::Estimate;
use crate::field::AssumptionNumbers;

/// Assumptions that differ from the defaults; what is absent keeps its default.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Assumptions {
    /// How far each category of benefit serves each motive, 0 to 1. Merges with the built-in rows.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Serves>"))]
    pub serves: IndexMap<String, BTreeMap<Motive, Estimate>>,
    /// How far acting from each motive is acting from oneself, 0 to 1.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Autonomy>"))]
    pub autonomy: BTreeMap<Motive, Estimate>,
    /// How much more the last free hours hurt than the first, 0 to 10; 2 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_convexity: Option<Estimate>,
    /// How what effort gives grows with the effort, above 0 to 1; 0.7 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returns_to_effort: Option<Estimate>,
    /// Rise of the log odds of burnout with each hour of overwork, 0 to 1; 0.033 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overwork_log_odds_per_hour: Option<Estimate>,
    /// Weekly hours from which on the risk rises, 0 to 168; 40 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overwork_from_hours: Option<Estimate>,
    /// How far an hour of rest makes up for one of overwork, 0 to 1; 1 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest_offsets_overwork: Option<Estimate>,
    /// What a drawback rated 10 takes away by itself, in points, 0 to 100; 10 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawback_points: Option<Estimate>,
    /// How far one's own drive shields from overwork, 0 to below 1; 0.5 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autonomy_effect: Option<Estimate>,
    /// Points within which an answer is called close, 0 to 100; 5 where absent.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "crate::estimate::finite")]
    pub close_call_points: Option<f64>,
}

impl Assumptions {
    /// Assumptions that all keep their defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How far a category serves a motive, 0 to 1.
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

    /// How far acting from a motive is acting from oneself, 0 to 1.
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
    /// How much more the last free hours hurt than the first, 0 to 10.
    with_time_convexity: into Estimate => time_convexity,
    /// How what effort gives grows with the effort, above 0 to 1.
    with_returns_to_effort: into Estimate => returns_to_effort,
    /// Rise of the log odds of burnout with each hour of overwork, 0 to 1.
    with_overwork_log_odds_per_hour: into Estimate => overwork_log_odds_per_hour,
    /// Weekly hours from which on the risk rises, 0 to 168.
    with_overwork_from_hours: into Estimate => overwork_from_hours,
    /// How far an hour of rest makes up for one of overwork, 0 to 1.
    with_rest_offsets_overwork: into Estimate => rest_offsets_overwork,
    /// What a drawback rated 10 takes away by itself, in points, 0 to 100.
    with_drawback_points: into Estimate => drawback_points,
    /// How far one's own drive shields from overwork, 0 to below 1.
    with_autonomy_effect: into Estimate => autonomy_effect,
    /// Points within which an answer is called close, 0 to 100.
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

/// How to compute. What is absent is left to whoever computes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Analysis {
    /// Scenarios wanted, 1 to 2^20; 16,384 where absent. They are rounded up to a power of two for each
    /// replicate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scenarios: Option<u32>,
    /// Independent replicates, 2 to 64; 8 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replicates: Option<u32>,
    /// Seed of the scenarios; 0 is a seed like any other. At most 2^53 - 1; 1
    /// where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// Whether to compute total indices too; not where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub totals: Option<bool>,
}

impl Analysis {
    /// Everything left to whoever computes.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

setters! { Analysis {
    /// Scenarios wanted, 1 to 2^20.
    with_scenarios: plain u32 => scenarios,
    /// Independent replicates, 2 to 64.
    with_replicates: plain u32 => replicates,
    /// The seed of the scenarios.
    with_seed: plain u64 => seed,
    /// Whether to compute total indices too.
    with_totals: plain bool => totals,
} }
