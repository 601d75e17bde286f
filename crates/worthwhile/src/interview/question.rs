//! Questions as data: what a terminal, a page or a language model shows, and where the answer goes.

use serde::Serialize;
use serde_json::Value;

use crate::analysis::Answer;

/// What there is to ask next, and the case as far as it is known.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Questions {
    /// Version of the document, now 1.
    #[cfg_attr(feature = "schema", schemars(with = "crate::case::shapes::Version"))]
    pub schema_version: u32,
    /// The case that the answers make, which `assess` reads. Its schema is `case`. Illustrative ranges
    /// stand for what it needs and nobody has said yet; its note names them.
    #[cfg_attr(feature = "schema", schemars(with = "crate::case::shapes::AnyObject"))]
    pub case: Value,
    /// The open questions, the next one first. At most 24.
    pub questions: Vec<InterviewQuestion>,
    /// The questions that have an answer, each with it.
    pub answered: Vec<InterviewQuestion>,
    /// How far the interview is.
    pub progress: InterviewProgress,
    /// Whether neither further questions nor what the person is unsure of would change the answer much.
    pub good_enough: bool,
    /// By which rule it is good enough, in a sentence. Absent if it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub good_enough_because: Option<String>,
    /// The answers that it still hangs on, since the person is unsure of them: it is not good enough while
    /// there are any. No question asks for them again. Whoever finds out more changes the answer. Absent
    /// where the option `levers` is false.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub hangs_on: Vec<HangsOn>,
    /// The answer so far. Absent until there is a first one, or where the option `levers` is false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub so_far: Option<SoFar>,
    /// The week, as the answers divide it. Absent until all of it is known or guessed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<Week>,
}

/// How far an interview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InterviewProgress {
    /// How many questions have an answer, `don't know` included.
    pub answered: usize,
    /// How many have to be answered before there is a first answer, as far as that is known now.
    pub before_first_answer: usize,
    /// How many open questions are worth asking: those before there is a first answer, those that have no
    /// points but have to be asked, and those that are worth half a point or more.
    pub worth_asking: usize,
}

/// An answer that was a range or `don't know`, and that the answer to the whole still hangs on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HangsOn {
    /// The id of the question; of a number of a case that was given, its name.
    pub question: String,
    /// The name of the number: a pointer in which items are named by id.
    pub input: String,
    /// What it does, in a sentence.
    pub text: String,
    /// The nearest value at which the answer turns, in the unit of the number, within 90% of what was said
    /// or left open. Absent if no value of it turns the answer alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
    /// What the answer so far is expected to lose by not knowing this, in points. Absent if it does not
    /// fit in the week.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub loses_points: Option<f64>,
}

/// The answer so far, with everything open left as uncertain as it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SoFar {
    /// Whether it is worth it.
    pub answer: Answer,
    /// Share of the scenarios that agree, 0 to 1. Absent if nothing is uncertain.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub confidence: Option<f64>,
    /// The answer in a sentence or two.
    pub summary: String,
}

/// A week as a budget, in hours. What is uncertain is at the middle of its range.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Week {
    /// The job.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 168)))]
    pub job: f64,
    /// Sleep.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 168)))]
    pub sleep: f64,
    /// Meals, housework, errands, the way to work.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 168)))]
    pub everyday: f64,
    /// Care for others.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 168)))]
    pub care: f64,
    /// What is left.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 168)))]
    pub free: f64,
    /// The same as lines of text with a bar each, for a fixed-width font.
    pub picture: String,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InterviewQuestion {
    /// Its id, which never changes. Of a question about one number of the case, it may be the pointer of
    /// that number, with items named by id.
    pub id: String,
    /// What kind of answer it takes.
    pub kind: QuestionKind,
    /// The question.
    pub text: String,
    /// What helps to answer it. Absent if the question says enough.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub help: String,
    /// Why it is asked.
    pub why: String,
    /// What the answer `don't know` means.
    pub unknown: String,
    /// The unit of a number. Absent if it has none.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub unit: String,
    /// The smallest number. Absent for other kinds of answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<f64>,
    /// The largest number. Absent for other kinds of answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<f64>,
    /// What to choose from, or words that stand for numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub options: Vec<QuestionOption>,
    /// Where the answer goes: a pointer into the case with items named by id. Absent if it goes to
    /// several places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// What the answer so far is expected to lose by not knowing this, in points. Only once there is an
    /// answer so far, and for what it depends on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub loses_points: Option<f64>,
    /// The answer that was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// Which numbers are allowed as such.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub(crate) bounds: Option<crate::estimate::Domain>,
    /// Whether it asks for money, which is written with thousands.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub(crate) is_money: bool,
    /// Options of another course of the interview. Whoever chose them before that changed is asked again
    /// where nothing else was chosen.
    #[serde(skip)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub(crate) elsewhere: Vec<String>,
}

/// What kind of answer a question takes. An answer is always text, as a person would type it, and
/// `don't know` is always one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum QuestionKind {
    /// The id, the name or the number of one option.
    Choice,
    /// Any number of options, with commas between them; `none` is none of them.
    Several,
    /// Options, the most important first, with commas between them.
    Rank,
    /// A number on a scale, or a range such as `3 to 5`; the options are words for some numbers.
    Rating,
    /// A percentage, or a range of them.
    Share,
    /// An amount in `unit`, or a range.
    Amount,
    /// Hours, or a range.
    Hours,
    /// A range of hours, from where it becomes doubtful to where it is certainly too much; one number is
    /// both.
    Interval,
    /// A few words.
    Text,
}

/// One of the options of a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuestionOption {
    /// Its id.
    pub id: String,
    /// Its name, for people.
    pub label: String,
    /// What it is. Absent if the name says enough.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub about: String,
    /// The number that it stands for. Only for kinds that take a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
}

impl QuestionKind {
    /// Whether the answer is a number.
    #[must_use]
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Rating | Self::Share | Self::Amount | Self::Hours | Self::Interval)
    }
}

impl QuestionOption {
    pub(crate) fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self { id: id.into(), label: label.into(), about: String::new(), value: None }
    }

    pub(crate) fn with_about(mut self, about: impl Into<String>) -> Self {
        self.about = about.into();
        self
    }

    pub(crate) fn at(mut self, value: f64) -> Self {
        self.value = Some(value);
        self
    }
}
