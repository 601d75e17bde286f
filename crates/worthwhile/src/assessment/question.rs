//! The question and its answer in short.

use serde::{Deserialize, Serialize};

use crate::analysis::{Answer, CloseBecause, Verdict};

/// The question and its answer in short.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Id of the pursuit in question, the first one of the case.
    pub pursuit: String,
    /// The question in words.
    pub text: String,
    /// Whether it is worth it.
    pub answer: Answer,
    /// The answer with every uncertain number at its mean, which is what levers and flips change.
    /// Only where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_answer: Option<Answer>,
    /// What the answer comes from: a verdict of no says why.
    pub verdict: Verdict,
    /// How much of it the answer is about, as a part of what is planned: that of the best plan
    /// with it, 0 to 1.5.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1.5)))]
    pub level: f64,
    /// Share of the scenarios in which it leaves the person better off, 0 to 1. Only where
    /// something is uncertain and it fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub chance_of_yes: Option<f64>,
    /// Share of the scenarios that agree with the answer, 0 to 1. Only where something is
    /// uncertain.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub confidence: Option<f64>,
    /// Whether little would change the answer.
    pub close_call: bool,
    /// Why it is a close call; empty where it is none.
    pub close_because: Vec<CloseBecause>,
    /// What all of it would do, as it is planned. Absent where that does not fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_planned: Option<AsPlanned>,
    /// What more or less of it would do, from less to more. Absent where it is all or nothing, or
    /// where levers were not computed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub how_much: Vec<HowMuch>,
    /// The answer in a sentence or two.
    pub summary: String,
}

/// The pursuit in question at level 1, with the others chosen anew.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AsPlanned {
    /// Worth of the plan with it less that of the plan without it or its award, in points.
    pub margin: f64,
    /// Worth of the plan with it less that of the plan without any of it, in points.
    pub margin_over_none: f64,
}

/// The pursuit in question at one level.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HowMuch {
    /// How much of what is planned, 0 to 1.5.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1.5)))]
    pub level: f64,
    /// Hours a week, over the years ahead.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub hours_per_week: f64,
    /// Worth of it alone, in points.
    pub worth: f64,
    /// Worth of the plan with it, the others chosen anew, less that of the plan without it or its
    /// award, in points. Absent where no such plan fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<f64>,
    /// The same less the worth of the plan without any of it, in points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin_over_none: Option<f64>,
    /// Worth of the same work alone without the award, in points. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_worth: Option<f64>,
    /// Chance to hold the award at some time, 0 to 1. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub chance_ever: Option<f64>,
}
