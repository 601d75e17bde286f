//! Plans: pursuits done together, each at a level.

use serde::{Deserialize, Serialize};

/// A set of pursuits done together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanSummary {
    /// The pursuits, in case order. Empty for the life without any of them.
    pub pursuits: Vec<PlannedPursuit>,
    /// Worth in points.
    pub worth: f64,
    /// Hours a week for all of them, averaged over the years ahead.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub hours_per_week: f64,
}

/// One pursuit of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlannedPursuit {
    /// Its id, unique in the case.
    pub id: String,
    /// How much of it, relative to what is planned, 0 to 1.5.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1.5)))]
    pub level: f64,
    /// True if the plan includes going for its award, false if it includes only the work. Only with an
    /// award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub award: Option<bool>,
}

/// The life without any of the pursuits, which is worth 0 by definition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WithoutAny {
    /// The probability of each rank by worth among all pursuits, starting with the first rank.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::case::shapes::Share>"))]
    pub rank_acceptability: Vec<f64>,
}

impl PlanSummary {
    /// The pursuit of that id, where the plan has it.
    #[must_use]
    pub fn pursuit(&self, id: &str) -> Option<&PlannedPursuit> {
        self.pursuits.iter().find(|own| own.id == id)
    }
}
