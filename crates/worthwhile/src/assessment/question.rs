//! The question and a short answer.

use serde::{Deserialize, Serialize};

use crate::analysis::{Answer, CloseBecause, Verdict};

/// The question and a short answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Id of the pursuit in question, which is the first one of the case.
    pub pursuit: String,
    /// The question in words.
    pub text: String,
    /// Whether it is worth it.
    pub answer: Answer,
    /// The answer with every uncertain number at its mean, which levers and flips are about. Only if it
    /// differs from `answer`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_answer: Option<Answer>,
    /// The verdict behind the answer. For a no, it says why.
    pub verdict: Verdict,
    /// How much of it the answer is about: its level in the best plan with it, relative to what is
    /// planned, 0 to 1.5.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1.5)))]
    pub level: f64,
    /// Share of the scenarios in which it leaves the person better off, 0 to 1. Only if something is
    /// uncertain and it fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub chance_of_yes: Option<f64>,
    /// Share of the scenarios that agree with the answer, 0 to 1. Only if something is
    /// uncertain.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub confidence: Option<f64>,
    /// Whether a small change would turn the answer.
    pub close_call: bool,
    /// Why it is a close call. Empty if it is not one.
    pub close_because: Vec<CloseBecause>,
    /// The margins of all of it, as planned. Absent if that does not fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_planned: Option<AsPlanned>,
    /// The figures at other levels, from less to more. Absent if it is all or nothing, or if levers were
    /// not computed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub how_much: Vec<HowMuch>,
    /// The answer in a sentence or two.
    pub summary: String,
    /// The answer in at most five lines, for a glance: the answer and how much of it, what it does for
    /// the person, the chance that this is right, why, and what would change it. A line that has nothing
    /// to say is left out.
    #[serde(default)]
    pub in_brief: Vec<String>,
    /// What else there is to say about the answer: what is done anyway, what goes best beside it, and
    /// other amounts. Absent if there is nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub details: String,
}

/// The pursuit in question at level 1, with the others chosen again.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AsPlanned {
    /// Worth of the plan with it minus that of the plan without it or its award, in points.
    pub margin: f64,
    /// Worth of the plan with it minus that of the plan without any of it, in points.
    pub margin_over_none: f64,
}

/// The pursuit in question at one level.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HowMuch {
    /// The level, relative to what is planned, 0 to 1.5.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1.5)))]
    pub level: f64,
    /// Whether it is one of the pursuit's `levels`, among which the answer chooses. The others show
    /// what more or less would do.
    pub offered: bool,
    /// Hours a week, averaged over the years ahead.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub hours_per_week: f64,
    /// Worth of the pursuit alone, in points.
    pub worth: f64,
    /// Worth of the plan with it, with the others chosen again, minus that of the plan without it or its
    /// award, in points. Absent if no such plan fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<f64>,
    /// Worth of the same plan minus that of the plan without any of it, in points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin_over_none: Option<f64>,
    /// Worth of the same work alone, without the award, in points. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_worth: Option<f64>,
    /// Chance of holding the award at some point, 0 to 1. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub chance_ever: Option<f64>,
}
