//! What is wrong with a document: one [`Problem`] per finding, each with a stable [`Code`].

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fmt;
use std::hash::{BuildHasher, RandomState};

use serde::Serialize;

use crate::limits;
use crate::order;
use crate::suggest::nearest;

/// One finding about a document.
///
/// Problems come in document order, at most [`MAX_PROBLEMS`](crate::limits::MAX_PROBLEMS) of them.
///
/// # Example
/// ```
/// let problems = worthwhile::check(r#"{"schema_version": 1, "persn": {}}"#);
/// assert_eq!(problems[0].code, worthwhile::Code::MissingField);
/// assert_eq!(problems.last().map(|p| p.path.as_str()), Some("/persn"));
/// assert_eq!(problems.last().and_then(|p| p.help.as_deref()), Some("did you mean `person`?"));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// RFC 6901 pointer into the document. An unknown or repeated field has its own pointer, a
    /// missing field its parent's.
    pub path: String,
    /// What kind of finding it is. Codes are never renamed.
    pub code: Code,
    /// One sentence: what was found and what is allowed.
    pub message: String,
    /// Whether the document is refused because of it.
    pub severity: Severity,
    /// How to fix it, where there is something to suggest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The same in machine-readable form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<ProblemData>,
}

/// What was found and what is allowed, as JSON values.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProblemData {
    /// The value found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<serde_json::Value>,
    /// What would be accepted: a list of names, or the bounds of a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<serde_json::Value>,
    /// A similar value that would be accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<serde_json::Value>,
}

impl Problem {
    /// A finding without help or data, with the severity of its code. Bindings use it to report what
    /// no JSON text could contain.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Code, Problem};
    /// let problem = Problem::new("/person", Code::WrongType, "expected an object, found a set");
    /// assert!(problem.is_error() && problem.help.is_none());
    /// ```
    #[must_use]
    pub fn new(path: impl Into<String>, code: Code, message: impl Into<String>) -> Self {
        let (path, message) = (path.into(), message.into());
        Self { path, code, message, severity: code.severity(), help: None, data: None }
    }

    /// Says how to fix it.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Code, Problem};
    /// let problem = Problem::new("/a", Code::OutOfRange, "`11` is out of range; expected 0 to 10");
    /// let problem = problem.with_found(Some(11.into())).with_help("the scale ends at 10");
    /// assert_eq!(problem.help.as_deref(), Some("the scale ends at 10"));
    /// ```
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says what was found, as data.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Code, Problem};
    /// let problem = Problem::new("/a", Code::WrongType, "expected a number, found a string");
    /// let problem = problem.with_found(Some("x".into()));
    /// assert_eq!(problem.data.and_then(|data| data.found), Some("x".into()));
    /// ```
    #[must_use]
    pub fn with_found(mut self, found: Option<serde_json::Value>) -> Self {
        self.data.get_or_insert_default().found = found;
        self
    }

    /// Says what is allowed, as data.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Code, Problem};
    /// let problem = Problem::new("/a", Code::TooManyItems, "300 entries; at most 256 are allowed");
    /// let problem = problem.with_allowed(256);
    /// assert_eq!(problem.data.and_then(|data| data.allowed), Some(256.into()));
    /// ```
    #[must_use]
    pub fn with_allowed(mut self, allowed: impl Into<serde_json::Value>) -> Self {
        self.data.get_or_insert_default().allowed = Some(allowed.into());
        self
    }

    /// Says, as data, what was probably meant.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Code, Problem};
    /// let problem = Problem::new("/a", Code::OutOfRange, "`75` is out of range; expected 0 to 10");
    /// let problem = problem.with_suggestion(7.5);
    /// assert_eq!(problem.data.and_then(|data| data.suggestion), Some(7.5.into()));
    /// ```
    #[must_use]
    pub fn with_suggestion(mut self, suggestion: impl Into<serde_json::Value>) -> Self {
        self.data.get_or_insert_default().suggestion = Some(suggestion.into());
        self
    }

    /// Suggests the name that was probably meant; `otherwise` helps where none is near.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Code, Problem};
    /// let problem = Problem::new("/a", Code::UnknownItem, "the table has no column `contry`");
    /// let problem = problem.with_near("contry", &["country", "role"], "");
    /// assert_eq!(problem.help.as_deref(), Some("did you mean `country`?"));
    /// ```
    #[must_use]
    pub fn with_near(self, found: &str, names: &[&str], otherwise: &str) -> Self {
        match nearest(found, names) {
            Some(near) => self.with_suggestion(near).with_help(format!("did you mean `{near}`?")),
            None if otherwise.is_empty() => self,
            None => self.with_help(otherwise),
        }
    }

    /// Names the allowed words, and the one that was probably meant.
    pub(crate) fn with_choice(self, found: &str, allowed: &[&str]) -> Self {
        let problem = self.with_found(Some(shorten(found).into())).with_allowed(allowed.to_vec());
        let all = if allowed.is_empty() {
            String::new()
        } else {
            format!("one of {}", allowed.join(", "))
        };
        problem.with_near(found, allowed, &all)
    }

    /// Whether the document is refused because of it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "the document" } else { &self.path };
        write!(f, "{place}: {} [{}]", self.message, self.code)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

/// Collects problems as they are found.
///
/// Bindings use it for problems that no JSON text could contain.
///
/// # Example
/// ```
/// use worthwhile::{Code, Problem, Problems};
/// let found = Problems::default();
/// for at in 0..120 {
///     found.push(Problem::new(format!("/{at}"), Code::NotFinite, "`NaN` is not a finite number"));
/// }
/// let error = found.finish().unwrap_err();
/// assert_eq!(error.problems().len(), 101);
/// assert_eq!(error.problems()[100].message, "20 more problems are not listed");
/// assert!(Problems::default().finish().is_ok());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Problems {
    found: RefCell<Vec<Problem>>,
    /// Problems that were counted only.
    unlisted: Cell<usize>,
    /// Whether problems are only counted, since those that will be listed come before them.
    is_full: Cell<bool>,
    /// Hashes of every pointer at or below which something is wrong, and of those to what is not even of
    /// the right type. Asked for every item of a document, they are not to be looked for among the problems.
    wrong: RefCell<HashSet<u64>>,
    wrong_types: RefCell<HashSet<u64>>,
    hasher: RandomState,
}

impl Problems {
    /// Appends a problem. Beyond [`MAX_PROBLEMS`](limits::MAX_PROBLEMS), problems are only counted.
    pub fn push(&self, problem: Problem) {
        if self.found.borrow().len() < limits::MAX_PROBLEMS {
            self.note(problem);
        } else {
            self.count_only(1);
        }
    }

    /// Adds a problem that comes in no order: which ones are listed is known at the end.
    pub(crate) fn note(&self, problem: Problem) {
        self.remember(&problem.path, problem.code);
        if self.is_full.get() {
            self.count_only(1);
        } else {
            self.found.borrow_mut().push(problem);
        }
    }

    /// The same for a problem that costs something to word.
    pub(crate) fn note_at(&self, path: String, code: Code, word: impl FnOnce(String) -> Problem) {
        if self.is_full.get() {
            self.remember(&path, code);
            self.count_only(1);
        } else {
            self.note(word(path));
        }
    }

    /// Begins a series of parts that stand in the document one after the other. Once enough problems
    /// are found in it, those of later parts are only counted.
    pub(crate) fn series(&self) -> Series<'_> {
        Series { sink: self, begun: self.found.borrow().len(), was_full: self.is_full.get() }
    }

    /// Takes note that something is wrong at a pointer, and so below all that lead to it.
    fn remember(&self, path: &str, code: Code) {
        let hash = |pointer: &str| self.hasher.hash_one(pointer);
        if code == Code::WrongType {
            self.wrong_types.borrow_mut().insert(hash(path));
        }
        let mut wrong = self.wrong.borrow_mut();
        let mut pointer = path;
        while wrong.insert(hash(pointer)) {
            match pointer.rfind('/') {
                Some(end) => pointer = pointer.get(..end).unwrap_or_default(),
                None => break,
            }
        }
    }

    /// Adds a problem that costs something to word, or counts it only where enough are listed.
    pub(crate) fn unknown(&self, problem: impl FnOnce() -> Problem) {
        if self.found.borrow().len() < limits::MAX_PROBLEMS {
            self.note(problem());
        } else {
            self.count_only(1);
        }
    }

    /// Counts problems that are known elsewhere, or that would not be listed anyway.
    ///
    /// # Example
    /// ```
    /// use worthwhile::Problems;
    /// let problems = Problems::default();
    /// problems.count_only(7);
    /// let error = problems.finish().unwrap_err();
    /// assert_eq!(error.problems()[0].message, "7 more problems are not listed");
    /// ```
    pub fn count_only(&self, problems: usize) {
        self.unlisted.set(self.unlisted.get() + problems);
    }

    /// Takes over what was found in a part of the document that stands at the pointer.
    pub(crate) fn take_over(&self, part: Self, pointer: &str) {
        self.count_only(part.unlisted.get());
        for mut problem in part.found.into_inner() {
            problem.path.insert_str(0, pointer);
            self.note(problem);
        }
    }

    /// Whether the value at the pointer is not even an object.
    pub(crate) fn is_no_object(&self, pointer: &str) -> bool {
        self.wrong_types.borrow().contains(&self.hasher.hash_one(pointer))
    }

    /// Whether anything at or below the pointer is wrong already, so that a conclusion drawn from
    /// what could be read there would only repeat it.
    pub(crate) fn has_below(&self, pointer: &str) -> bool {
        let wrong = self.wrong.borrow();
        !wrong.is_empty() && wrong.contains(&self.hasher.hash_one(pointer))
    }

    /// The problems by the place that each path has, cut after the limit, saying so.
    pub(crate) fn in_order(self, place: impl Fn(&str) -> u32) -> Vec<Problem> {
        if self.found.borrow().len() > 1 {
            let found = self.found.take().into_iter();
            let mut placed: Vec<(u32, Problem)> =
                found.map(|problem| (place(&problem.path), problem)).collect();
            order::sort_by(&mut placed, |(one, _), (other, _)| one.cmp(other));
            self.found.replace(placed.into_iter().map(|(_, problem)| problem).collect());
        }
        self.listed()
    }

    /// The problems as they came, cut after the limit, saying so.
    pub(crate) fn listed(self) -> Vec<Problem> {
        let mut found = self.found.into_inner();
        let more = found.len().saturating_sub(limits::MAX_PROBLEMS) + self.unlisted.get();
        if more > 0 {
            found.truncate(limits::MAX_PROBLEMS);
            let message = format!("{more} more problems are not listed");
            found.push(Problem::new("", Code::MoreProblems, message).with_found(Some(more.into())));
        }
        found
    }
}

/// Parts of a document, one after the other. See [`Problems::series`].
pub(crate) struct Series<'s> {
    sink: &'s Problems,
    begun: usize,
    was_full: bool,
}

impl Series<'_> {
    /// Comes to the next part.
    pub(crate) fn next(&self) {
        if self.sink.found.borrow().len() - self.begun >= limits::MAX_PROBLEMS {
            self.sink.is_full.set(true);
        }
    }
}

impl Drop for Series<'_> {
    fn drop(&mut self) {
        self.sink.is_full.set(self.was_full);
    }
}

/// How severe a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The document is refused.
    Error,
    /// The document is accepted, but someone should check it.
    Warning,
}

/// The stable code of a problem. [`Code::ALL`] lists them; each says what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is documented once, by `Code::meaning`")]
pub enum Code {
    InvalidJson,
    TooLarge,
    TooDeep,
    DuplicateKey,
    UnknownField,
    MissingField,
    WrongType,
    UnknownValue,
    UnknownVersion,
    NotFinite,
    OutOfRange,
    InvalidName,
    TextTooLong,
    EmptyList,
    TooManyItems,
    TooManyPursuits,
    TooManyLevels,
    LevelsOutOfOrder,
    LevelsWithoutOne,
    UnknownEstimate,
    LowAboveHigh,
    IntervalAtEdge,
    ModeOutside,
    WeightsDiffer,
    NormalNotAllowed,
    DuplicateId,
    RepeatedEntry,
    IncompleteItem,
    EmptyPursuit,
    UnknownPreset,
    UnknownItem,
    PresetOutOfRange,
    UnknownCondition,
    UnknownCategory,
    NeedsAward,
    DuringMissing,
    DelayOnAward,
    NoMotivation,
    RatingsAndRanking,
    BothTimeProtections,
    WeekTooLong,
    TooManyUncertain,
    TooManyMixes,
    OverBudget,
    OutOfMemory,
    NotFiniteFigure,
    WrongShape,
    UnreadableTable,
    UsdRateMissing,
    MoneyMissing,
    MoreProblems,
}

/// One row of the catalogue of codes.
type Row = (Code, &'static str, Kind, &'static str);

/// Who can detect a code: any JSON Schema validator, or only the reader.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Shape,
    Semantic,
    Advice,
}

#[rustfmt::skip]
const CODES: &[Row] = &[
    (Code::InvalidJson, "invalid_json", Kind::Shape, "The text is not JSON."),
    (Code::TooLarge, "too_large", Kind::Semantic, "The document is larger than 4 MiB."),
    (Code::TooDeep, "too_deep", Kind::Shape, "The document is nested more than 64 levels deep, or a value of a table more than 16."),
    (Code::DuplicateKey, "duplicate_key", Kind::Semantic, "An object gives the same key twice. JSON readers disagree about which one counts."),
    (Code::UnknownField, "unknown_field", Kind::Shape, "The field is not part of the format."),
    (Code::MissingField, "missing_field", Kind::Shape, "A required field is absent."),
    (Code::WrongType, "wrong_type", Kind::Shape, "The value has the wrong JSON type for its field."),
    (Code::UnknownValue, "unknown_value", Kind::Shape, "The string is not one of the values the field allows."),
    (Code::UnknownVersion, "unknown_version", Kind::Shape, "This release does not read documents with that schema_version."),
    (Code::NotFinite, "not_finite", Kind::Shape, "The number is infinite, not a number, or too large for a 64-bit float."),
    (Code::OutOfRange, "out_of_range", Kind::Shape, "The number is outside the bounds of its field."),
    (Code::InvalidName, "invalid_name", Kind::Shape, "The string is not a valid id, name or currency code."),
    (Code::TextTooLong, "text_too_long", Kind::Shape, "The string is longer than allowed."),
    (Code::EmptyList, "empty_list", Kind::Shape, "A list or map has fewer entries than it needs."),
    (Code::TooManyItems, "too_many_items", Kind::Semantic, "A list or map has more than 256 entries, one pursuit has more than 256 items in all, or a table has more than 1,000 columns."),
    (Code::TooManyPursuits, "too_many_pursuits", Kind::Shape, "The case has more than 64 pursuits."),
    (Code::TooManyLevels, "too_many_levels", Kind::Shape, "A pursuit has more than 8 levels."),
    (Code::LevelsOutOfOrder, "levels_out_of_order", Kind::Semantic, "The levels of a pursuit are not in ascending order."),
    (Code::LevelsWithoutOne, "levels_without_one", Kind::Semantic, "The levels of a pursuit do not include 1, which is all of what is planned."),
    (Code::UnknownEstimate, "unknown_estimate", Kind::Shape, "The object is not a known form of estimate."),
    (Code::LowAboveHigh, "low_above_high", Kind::Semantic, "The lower end of an estimate is above its upper end."),
    (Code::IntervalAtEdge, "interval_at_edge", Kind::Semantic, "An end of a 90% interval is at or beyond the edge of what its field allows; both ends must lie strictly inside."),
    (Code::ModeOutside, "mode_outside", Kind::Semantic, "The mode of an estimate is not between its min and max."),
    (Code::WeightsDiffer, "weights_differ", Kind::Semantic, "The weights of a discrete estimate do not match its values in number, or sum to zero."),
    (Code::NormalNotAllowed, "normal_not_allowed", Kind::Shape, "A normal distribution is given for a field with bounds that it would exceed."),
    (Code::DuplicateId, "duplicate_id", Kind::Semantic, "Two pursuits, or two items of one pursuit, have the same id."),
    (Code::RepeatedEntry, "repeated_entry", Kind::Shape, "A list of names contains the same name twice; in a map, two columns feed one input, or two columns have the name that it gives."),
    (Code::IncompleteItem, "incomplete_item", Kind::Semantic, "A custom item, one that overrides nothing in a preset, lacks a required field."),
    (Code::EmptyPursuit, "empty_pursuit", Kind::Semantic, "A pursuit has no activity, benefit, cost or drawback. Leaving everything out does not mean \"none\"."),
    (Code::UnknownPreset, "unknown_preset", Kind::Semantic, "There is no preset of that name."),
    (Code::UnknownItem, "unknown_item", Kind::Semantic, "A name or pointer leads to nothing: in omit, to no item of the preset; in either_or, to no pursuit of the case; in stand_ins, to no number of the case; in the sources of a preset file, to no number; in a replacement, to no input of the plan; in a map, to no column of the table or to no input of the plan."),
    (Code::PresetOutOfRange, "preset_out_of_range", Kind::Semantic, "At the given usd_rate, a preset figure is outside the bounds of its field."),
    (Code::UnknownCondition, "unknown_condition", Kind::Semantic, "A benefit depends on a custom condition to which the person gives no value."),
    (Code::UnknownCategory, "unknown_category", Kind::Semantic, "A category is neither built in nor has a row in assumptions.serves."),
    (Code::NeedsAward, "needs_award", Kind::Semantic, "A field counts only with an award and the pursuit has none, or after_giving_up is given without give_up_after_years."),
    (Code::DuringMissing, "during_missing", Kind::Semantic, "A drawback of a pursuit with an award does not say whether it comes from the work or from the award."),
    (Code::DelayOnAward, "delay_on_award", Kind::Semantic, "A benefit of the award has a delay or an end. It comes and goes with the award."),
    (Code::NoMotivation, "no_motivation", Kind::Semantic, "No motive is above 0 in every scenario, so there may be nothing to serve."),
    (Code::RatingsAndRanking, "ratings_and_ranking", Kind::Semantic, "Motives are both rated and ranked."),
    (Code::BothTimeProtections, "both_time_protections", Kind::Semantic, "Free time is protected both by personal_time and by break_even_hours_per_week."),
    (Code::WeekTooLong, "week_too_long", Kind::Semantic, "Free hours plus job hours exceed the 168 hours in a week."),
    (Code::TooManyUncertain, "too_many_uncertain", Kind::Semantic, "The case has more than 1024 uncertain inputs."),
    (Code::TooManyMixes, "too_many_mixes", Kind::Semantic, "The search for the best mix exceeded its limit. Only a case with many pursuits can reach it."),
    (Code::OverBudget, "over_budget", Kind::Semantic, "The computation would take more work or memory than one call may."),
    (Code::OutOfMemory, "out_of_memory", Kind::Semantic, "There is not enough memory for the scenarios on this machine."),
    (Code::NotFiniteFigure, "not_finite_figure", Kind::Semantic, "A figure of the answer is not a finite number: together, the inputs are too extreme."),
    (Code::WrongShape, "wrong_shape", Kind::Semantic, "The table's dimensions do not match the plan's inputs and outputs."),
    (Code::UnreadableTable, "unreadable_table", Kind::Semantic, "The file of a table cannot be opened, is not in the format that it should be in, or is damaged."),
    (Code::UsdRateMissing, "usd_rate_missing", Kind::Advice, "Preset amounts in USD are used in another currency at a rate of 1, because usd_rate is missing."),
    (Code::MoneyMissing, "money_missing", Kind::Advice, "Income matters to the person and the case has amounts of money, but without person.money no money counts."),
    (Code::MoreProblems, "more_problems", Kind::Advice, "There are more problems than are listed."),
];

impl Code {
    /// Every code, in the order of the catalogue.
    pub const ALL: &'static [Code] = &{
        let mut all = [Code::InvalidJson; CODES.len()];
        let mut at = 0;
        #[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
        while at < CODES.len() {
            all[at] = CODES[at].0;
            at += 1;
        }
        all
    };

    fn row(self) -> &'static Row {
        static NONE: Row = (Code::InvalidJson, "invalid_json", Kind::Shape, "");
        CODES.iter().find(|row| row.0 == self).unwrap_or(&NONE)
    }

    /// The code as written in documents, for example `out_of_range`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.row().1
    }

    /// What the code means, in one or two sentences.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        self.row().3
    }

    /// Whether only the reader can detect it, because a JSON Schema cannot express it.
    #[must_use]
    pub fn is_semantic(self) -> bool {
        self.row().2 != Kind::Shape
    }

    /// The severity of problems with this code.
    #[must_use]
    pub fn severity(self) -> Severity {
        if self.row().2 == Kind::Advice { Severity::Warning } else { Severity::Error }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// A number as JSON, whole numbers without a point.
#[must_use]
pub fn number(value: f64) -> serde_json::Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract().abs() <= 0.0 && value.abs() < EXACT {
        return (value as i64).into();
    }
    value.into()
}

/// At most 60 characters of a user's text.
#[must_use]
pub fn shorten(text: &str) -> String {
    const KEPT: usize = 60;
    match text.char_indices().nth(KEPT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_one_row() {
        for code in Code::ALL {
            assert_eq!(CODES.iter().filter(|row| row.0 == *code).count(), 1, "{code:?}");
            assert!(code.meaning().ends_with('.'), "{code:?}");
        }
        assert_eq!(Code::ALL.len(), Code::MoreProblems as usize + 1);
    }
}
