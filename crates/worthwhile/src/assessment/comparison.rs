//! Two cases side by side: what differs in them, in their answers, and which difference does what.

use serde::{Deserialize, Serialize};

use super::Engine;
use crate::analysis::{Answer, Summary, Verdict};
use crate::estimate::Estimate;

/// Two cases side by side. Both are computed under the same options. Changes are those of the second
/// against the first.
///
/// Parts that do not apply are absent, never null. Later releases may add fields and groups.
///
/// # Example
/// ```
/// use worthwhile::{Comparison, Plan};
/// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
/// let busy = plan.with_values([("/person/time/free_hours_per_week", 6.0)])?;
/// let comparison = plan.run().compare(&busy)?;
/// assert_eq!(comparison.differences[0].group, "time");
/// let text = serde_json::to_string(&comparison).unwrap();
/// assert_eq!(serde_json::from_str::<Comparison>(&text).unwrap(), comparison);
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// Version of the document, now 1.
    #[cfg_attr(feature = "schema", schemars(with = "crate::case::shapes::Version"))]
    pub schema_version: u32,
    /// The answer to the first case.
    pub first: ComparedAnswer,
    /// The answer to the second case.
    pub second: ComparedAnswer,
    /// What changes from the first answer to the second.
    pub change: AnswerChange,
    /// Everything that differs in the two cases and could count, group by group. Empty if nothing does.
    pub differences: Vec<Difference>,
    /// What the differences do, group by group, from most to least. Added up they are
    /// `change.base_margin` and `change.base_worth`.
    pub contributions: Vec<DifferenceContribution>,
    /// Both answers and what makes the difference, in a few sentences.
    pub summary: String,
}

/// The answer to one of two cases, in brief.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ComparedAnswer {
    /// Name of the case. Absent if it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The library and settings that computed it.
    pub engine: Engine,
    /// Id of the pursuit in question.
    pub pursuit: String,
    /// Name of the pursuit in question.
    pub pursuit_name: String,
    /// The question in words.
    pub question: String,
    /// Whether it is worth it.
    pub answer: Answer,
    /// The verdict behind the answer.
    pub verdict: Verdict,
    /// How much of it the answer is about, relative to what is planned, 0 to 1.5.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1.5)))]
    pub level: f64,
    /// Share of the scenarios in which it leaves the person better off, 0 to 1. Only if something is
    /// uncertain and it fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub chance_of_yes: Option<f64>,
    /// Share of the scenarios that agree with the answer, 0 to 1. Only if something is uncertain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub confidence: Option<f64>,
    /// Whether a small change would turn the answer.
    pub close_call: bool,
    /// Worth of the pursuit alone, at its level, in points.
    pub worth: Summary,
    /// Worth of the plan with it, including its award, minus that of the plan without it or its award,
    /// in points.
    pub margin: Summary,
    /// Hours a week, averaged over the years ahead.
    pub hours_per_week: Summary,
    /// Chance of burnout with it, 0 to 1.
    pub burnout_risk: Summary,
    /// The worth with every number at its mean, in points.
    pub base_worth: f64,
    /// The margin with every number at its mean, in points.
    pub base_margin: f64,
    /// The answer in a sentence.
    pub summary: String,
}

/// What changes from one answer to another: each figure of the second minus that of the first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnswerChange {
    /// Whether one answer is yes and the other is no.
    pub turns: bool,
    /// How much of it, relative to what is planned, between levels from 0 to 1.5.
    pub level: f64,
    /// Chance of yes, a share of the scenarios. Absent if either answer has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chance_of_yes: Option<f64>,
    /// Mean worth, in points.
    pub worth: f64,
    /// Mean margin, in points.
    pub margin: f64,
    /// Hours a week, averaged over the years ahead.
    pub hours_per_week: f64,
    /// Chance of burnout, between chances from 0 to 1.
    pub burnout_risk: f64,
    /// Worth with every number at its mean, in points.
    pub base_worth: f64,
    /// Margin with every number at its mean, in points.
    pub base_margin: f64,
}

/// One thing that differs in two cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Difference {
    /// The group that it belongs to: `question`, `motives`, `protections`, `time`, `burnout_risk`, `money`,
    /// `conditions`, `years`, `assumptions`, `either_or`; the id of a pursuit that only one case has; or
    /// the id of a pursuit and, after a slash, `amount`, `anyway`, `award`, `hours`, `enjoyability`,
    /// `benefits`, `costs` or `drawbacks`.
    pub group: String,
    /// Where it is: a pointer in which items are named by id, those of the first case where it has them.
    pub input: String,
    /// What it is, within a sentence.
    pub noun: String,
    /// What the first case has. Absent if it has nothing there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<DifferenceValue>,
    /// What the second case has. Absent if it has nothing there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<DifferenceValue>,
}

/// What one of two cases has where they differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DifferenceValue {
    /// The number or estimate, in the unit of its input. Absent if it is no number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Estimate>,
    /// The same in words, with its unit.
    pub text: String,
}

/// What the differences of a group do: the mean of what it changes when it comes about before, between
/// and after the others, over all orders (a Shapley value). Every number is at its mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DifferenceContribution {
    /// The groups that it is of: one, or several that matter least.
    pub groups: Vec<String>,
    /// What it is, in words.
    pub name: String,
    /// What it changes in the margin, in points.
    pub margin: f64,
    /// What it changes in the worth, in points.
    pub worth: f64,
}
