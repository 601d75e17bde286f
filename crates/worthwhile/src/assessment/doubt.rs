//! The parts of an answer about uncertainty: what matters, what would change it, what to find out.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::Answer;

/// What one uncertain input does to the margin of the pursuit in question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sensitivity {
    /// Name of the input. A ranking of the motives is one input.
    pub input: Arc<str>,
    /// First-order index: the share of the margin's variance that would disappear if this were
    /// known, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub first_order: f64,
    /// Standard error of the index, from the replicates.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub standard_error: f64,
    /// Whether the index is indistinguishable from 0, that is, within two standard errors of it.
    pub below_noise: bool,
    /// Total index: the share of the variance over scenarios that would remain if everything but
    /// this were known; noise can make it slightly more than 1. Only if requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub total: Option<f64>,
    /// Standard error of the total index, from the replicates.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub total_standard_error: Option<f64>,
    /// The margin with this input at either end and all others at their means.
    pub swing: Swing,
}

/// The margin of the base case at both ends of one input, in points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Swing {
    /// At the 5th percentile of the input, in points; for a ranking, with all its motives alike.
    pub low: f64,
    /// At the 95th percentile of the input, in points; for a ranking, with its first motive alone.
    pub high: f64,
}

/// A change of one number that changes the answer of the base case, in which every uncertain number
/// is at its mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Flip {
    /// Name of the input.
    pub input: Arc<str>,
    /// Its value in the base case, in its own unit.
    pub from: f64,
    /// The nearest value found that changes the answer, in its own unit.
    pub to: f64,
    /// The answer there.
    pub answer: Answer,
    /// The change in words, with the value rounded so that it still changes the answer.
    pub text: String,
}

/// What it would be worth to find something out before deciding, in points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Information {
    /// Expected value of perfect information: what knowing everything would be worth, in points.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub evpi: f64,
    /// Its standard error, in points.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub standard_error: f64,
    /// What knowing each uncertain input alone would be worth, from most to least.
    pub inputs: Vec<InputInformation>,
    /// What to find out first, in a sentence. Absent if nothing is worth finding out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
}

/// What it would be worth to know one input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InputInformation {
    /// Name of the input. A ranking of the motives is one input.
    pub input: Arc<str>,
    /// Expected value of perfect information about it, in points.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub evppi: f64,
    /// Its standard error, in points.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub standard_error: f64,
    /// Whether it is indistinguishable from 0, that is, within two standard errors of it.
    pub below_noise: bool,
}

/// Probabilities, as shares of the scenarios.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Probabilities {
    /// That the pursuit alone is worth more than the life without it, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub worth_positive: f64,
    /// That the plan with it is worth more than the plan without it or its award, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub margin_positive: f64,
    /// That it takes more hours than there are, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub does_not_fit: f64,
    /// The sampling error of each.
    pub standard_errors: ProbabilityErrors,
}

/// Standard errors of the probabilities, from the replicates.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
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
