//! What is assumed, and how to compute.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::Serialize;

use super::Motive;
use crate::estimate::Estimate;
use crate::field::AssumptionNumbers;

/// Assumptions that differ from the defaults; what is absent keeps its default.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
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
    /// Rise of the log odds of burnout with each hour of overwork, 0 to 1; 0.033 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overwork_log_odds_per_hour: Option<Estimate>,
    /// Weekly hours from which on the risk rises, 0 to 168; 40 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overwork_from_hours: Option<Estimate>,
    /// How far one's own drive shields from overwork, 0 to below 1; 0.5 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autonomy_effect: Option<Estimate>,
    /// Points within which an answer is called close, 0 to 100; 5 where absent.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "crate::estimate::finite")]
    pub close_call_points: Option<f64>,
}

impl Assumptions {
    /// The numbers that stand alone, those that are given.
    pub(crate) fn numbers(&self) -> AssumptionNumbers<Option<&Estimate>> {
        AssumptionNumbers {
            time_convexity: self.time_convexity.as_ref(),
            overwork_log_odds_per_hour: self.overwork_log_odds_per_hour.as_ref(),
            overwork_from_hours: self.overwork_from_hours.as_ref(),
            autonomy_effect: self.autonomy_effect.as_ref(),
        }
    }

    /// Assumptions with these numbers and nothing else.
    pub(crate) fn of_numbers(numbers: AssumptionNumbers<Option<Estimate>>) -> Self {
        let AssumptionNumbers {
            time_convexity,
            overwork_log_odds_per_hour,
            overwork_from_hours,
            autonomy_effect,
        } = numbers;
        Self {
            time_convexity,
            overwork_log_odds_per_hour,
            overwork_from_hours,
            autonomy_effect,
            ..Self::default()
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How to compute. What is absent is left to whoever computes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
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
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
