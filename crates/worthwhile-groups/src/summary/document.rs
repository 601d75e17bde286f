//! What the sums say, as a document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::refusals::Refusal;

/// What a table of people says as a whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Summary {
    /// The version of this document: 1.
    pub schema_version: u32,
    /// How people were answered: `at_the_means` or `with_doubt`.
    pub speed: String,
    /// The id of the pursuit in question.
    pub question: String,
    /// What people call it.
    pub question_name: String,
    /// Scenarios that all people have in common; 0 at the means.
    pub scenarios: usize,
    /// Whether shares and means count people by their weights.
    pub weighted: bool,
    /// Segments of fewer people are left out; none: no segment is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smallest_segment: Option<u64>,
    /// All people first, then the segments of each grouping in the order of their values.
    pub segments: Vec<SegmentSummary>,
    /// Why people were refused, the most frequent reason first; empty where all people are left out.
    pub refusals: Vec<Refusal>,
    /// What tells yes from no among all people, the most telling first. Empty where all people are fewer than
    /// [`smallest_segment`](Self::smallest_segment).
    pub tellers: Vec<Teller>,
}

/// What one segment says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SegmentSummary {
    /// What its people have in the columns of the grouping; empty for all people.
    pub by: BTreeMap<String, Option<String>>,
    /// Whether it is left out for its size. Then only [`by`](Self::by) is told.
    pub suppressed: bool,
    /// Its people, those who were refused included; 0 where it is left out.
    pub people: u64,
    /// Those who could not be answered.
    pub refused: u64,
    /// Answers that were missing and taken as unknown, of those who were answered.
    pub unknown: u64,
    /// Those who left no answer out; none where nobody did, or nobody did not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub complete: Option<Complete>,
    /// How many people have each verdict.
    pub verdicts: BTreeMap<&'static str, u64>,
    /// For what share of the people it is worth it; none where nobody was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// How that share differs from the share of all others who were answered; none for all people, and where there are
    /// no others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against_others: Option<Difference>,
    /// The mean level of those for whom it is worth it, as a share of the effort.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mean_level: Option<f64>,
    /// How the margins lie, in points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<Margins>,
    /// What each lever does, the largest change first.
    pub levers: Vec<LeverEffect>,
    /// Levers with which none of these people could be answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub impossible_levers: Vec<String>,
}

/// The people who left no answer out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Complete {
    /// How many there are.
    pub people: u64,
    /// The share of them whose answer is yes, weighted.
    pub yes: f64,
}

/// A share of people, from 0 to 1, and how sure it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Share {
    /// The share of the people whose answer is yes, weighted.
    pub yes: f64,
    /// Its standard error, since other people might have been asked: linearized, and by cluster where the map names
    /// one. None with fewer than two people or clusters, or where all have the same answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub se_people: Option<f64>,
    /// How it varies with what nobody knows for sure and all people share; none at the means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared_doubt: Option<Range>,
    /// The lower end of the 90 % range in which both leave it.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// How the share of a segment differs from that of all others, from -1 to 1, and how sure that is. The scenarios are
/// the same for both, so most of what nobody knows for sure cancels.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Difference {
    /// The difference that is to be expected: with doubt its mean over the scenarios; at the means the share of the
    /// segment less that of the others.
    pub difference: f64,
    /// Its standard error from the choice of people, as that of a share; none where that of either share cannot be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub se_people: Option<f64>,
    /// How it varies with what all people share; none at the means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared_doubt: Option<Range>,
    /// The lower end of the 90 % range in which both leave it.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// How a share, a difference or a change of it varies over the scenarios.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Range {
    /// Its mean over the scenarios: of the share, the mean chance of yes.
    pub mean: f64,
    /// The standard error of the mean, for having computed so many scenarios only; none with one replicate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
    /// Its standard deviation over the scenarios.
    pub sd: f64,
    /// Its 5th percentile.
    pub p5: f64,
    /// Its 95th percentile.
    pub p95: f64,
}

/// How margins lie: the plan with the pursuit less the plan without it, in points.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Margins {
    /// Weighted mean, as all of these of the people into whose week the plan with the pursuit fits.
    pub mean: f64,
    /// 5th percentile, to a tenth of a point, as are all others.
    pub p5: f64,
    /// 25th percentile.
    pub p25: f64,
    /// Median.
    pub p50: f64,
    /// 75th percentile.
    pub p75: f64,
    /// 95th percentile.
    pub p95: f64,
}

/// What a lever does to the share of people for whom it is worth it. Everybody is compared with themselves.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LeverEffect {
    /// Its name.
    pub name: String,
    /// The share of people whose answer is yes before, of those who are answered both times.
    pub share_before: f64,
    /// The share after.
    pub share_after: f64,
    /// The change that is to be expected: with doubt its mean over the scenarios; at the means `share_after` less
    /// `share_before`.
    pub change: f64,
    /// The standard error of `share_after` less `share_before` from the choice of people, as that of a share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub se_people: Option<f64>,
    /// How the change varies with what all people share; none at the means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared_doubt: Option<Range>,
    /// The share of the scenarios in which the weighted share of yes is larger than before; none at the means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance_of_gain: Option<f64>,
    /// The lower end of the 90 % range in which both leave the change.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// How many people get a yes by it.
    pub gained: u64,
    /// How many lose theirs.
    pub lost: u64,
    /// For how many people an input ended at its bound.
    pub clipped: u64,
    /// How many people cannot be answered then, for example since their week would be too long.
    pub refused: u64,
}

/// How far the answers to one column tell yes from no.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Teller {
    /// The column of the table.
    pub column: String,
    /// The input that it feeds.
    pub input: String,
    /// What people call it.
    pub label: String,
    /// How often somebody with a yes has a higher number there than somebody with a no, ties counted half: 0.5 tells
    /// nothing.
    pub higher_with_yes: f64,
    /// The mean of those with a yes, in the unit of the input.
    pub mean_yes: f64,
    /// The mean of those with a no.
    pub mean_no: f64,
}

impl SegmentSummary {
    pub(super) fn suppressed(by: BTreeMap<String, Option<String>>) -> Self {
        Self {
            by,
            suppressed: true,
            people: 0,
            refused: 0,
            unknown: 0,
            complete: None,
            verdicts: BTreeMap::new(),
            share: None,
            against_others: None,
            mean_level: None,
            margin: None,
            levers: Vec::new(),
            impossible_levers: Vec::new(),
        }
    }
}
