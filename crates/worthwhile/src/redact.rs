//! Problems and errors without what the document says, for logs and for services.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use serde_json::Value;

use crate::case::Motive;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::field;
use crate::problem::{Code, Problem, ProblemData};

/// What stands in a pointer for a name that the document made up.
const MADE_UP: &str = "*";

/// Names of the format that are no numbers, no motives, and not in the catalogue.
const WORDS: [&str; 44] = [
    "$schema",
    "schema_version",
    "name",
    "note",
    "either_or",
    "analysis",
    "motivation_ranking",
    "currency",
    "id",
    "preset",
    "levels",
    "omit",
    "kind",
    "category",
    "during",
    "requires",
    "depends_on",
    "held",
    "after_giving_up",
    "totals",
    "levers",
    "flips",
    "redact",
    "presets",
    "low",
    "high",
    "min",
    "mode",
    "max",
    "dist",
    "mean",
    "sd",
    "values",
    "weights",
    "about",
    "as_of",
    "pursuit",
    "sources",
    "seen",
    "source",
    "instead",
    "categories",
    "ask",
    "default",
];

/// Lists, in whose pointers a number is a place.
const LISTS: [&str; 14] = [
    "pursuits",
    "activities",
    "benefits",
    "costs",
    "drawbacks",
    "levels",
    "omit",
    "either_or",
    "values",
    "weights",
    "depends_on",
    "motivation_ranking",
    "stand_ins",
    "presets",
];

/// Every name that documents have from the format and not from a person.
static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let paths = field::all().flat_map(|field| field.path.split('/'));
    let of_call = [&field::SCENARIOS, &field::REPLICATES, &field::SEED, &field::THREADS];
    let motives = Motive::ALL.iter().map(|motive| motive.as_str());
    let catalogue = Catalogue::builtin();
    let categories = catalogue.categories.keys().map(String::as_str);
    let conditions = catalogue.conditions.keys().map(String::as_str);
    let all = WORDS.into_iter().chain(LISTS).chain(paths).chain(motives);
    let all = all.chain(of_call.map(|field| field.name)).chain(categories).chain(conditions);
    all.filter(|name| !name.is_empty() && *name != MADE_UP && !name.starts_with(['{', '<']))
        .collect()
});

impl Problem {
    /// The same problem without what the document says: for a log, or for a service that may not store what
    /// a person wrote. The path, the code and what the field allows stay. The value that was found, the
    /// suggestion and the help go, and names that the document made up, such as that of an unknown field,
    /// are `*` in the path.
    ///
    /// # Example
    /// ```
    /// let problems = worthwhile::check(r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
    ///     "person": {"motivations": {"learning": 75, "fame": 9}, "time": {"free_hours_per_week": 12}}}"#);
    /// let told: Vec<String> = problems.iter().map(|own| own.redacted().to_string()).collect();
    /// assert!(told[0].starts_with("/person/motivations/learning: The number is outside the bounds"));
    /// assert!(told[0].ends_with("; allowed: 0 to 10 [out_of_range]"));
    /// assert!(told[1].starts_with("/person/motivations/*: "));
    /// ```
    #[must_use]
    pub fn redacted(&self) -> Self {
        let allowed = self.data.as_ref().and_then(|data| data.allowed.clone());
        let allowed = allowed.filter(|_| is_of_the_format(self.code));
        let place = self.data.as_ref().and_then(|data| data.found.clone());
        let place = place.filter(|_| self.code == Code::InvalidJson);
        let message = message(self, allowed.as_ref(), place.as_ref());
        let data = ProblemData { found: place, allowed, suggestion: None };
        let mut told = Self::new(path(self), self.code, message);
        told.severity = self.severity;
        told.data = Some(data).filter(|data| *data != ProblemData::default());
        told
    }
}

impl Error {
    /// The same error without what the document says. See [`Problem::redacted`].
    ///
    /// # Example
    /// ```
    /// let error = worthwhile::assess(r#"{"my secret": 4711}"#).unwrap_err();
    /// assert!(error.to_string().contains("my secret"));
    /// let told = error.redacted();
    /// assert!(told.is_invalid() && told.problems().len() == error.problems().len());
    /// assert!(!told.to_string().contains("my secret"));
    /// ```
    #[must_use]
    pub fn redacted(&self) -> Self {
        if self.is_invalid() {
            return Self::invalid(self.problems().iter().map(Problem::redacted).collect());
        }
        self.without_names()
    }
}

/// Whether what is allowed is a matter of the format alone, and not of the document or of presets.
fn is_of_the_format(code: Code) -> bool {
    !matches!(
        code,
        Code::ModeOutside
            | Code::WeightsDiffer
            | Code::UnknownItem
            | Code::UnknownPreset
            | Code::UnknownCondition
            | Code::UnknownCategory
    )
}

fn message(problem: &Problem, allowed: Option<&Value>, place: Option<&Value>) -> String {
    if problem.code == Code::MoreProblems {
        return problem.message.clone();
    }
    let mut message = problem.code.meaning().trim_end_matches('.').to_owned();
    // The pattern of a name says little to a person.
    let allowed = allowed.filter(|_| problem.code != Code::InvalidName).and_then(in_words);
    if let Some(allowed) = allowed {
        let _ = write!(message, "; allowed: {allowed}");
    }
    let number = |key: &str| place.and_then(|place| place.get(key)).and_then(Value::as_u64);
    if let (Some(line), Some(column)) = (number("line"), number("column")) {
        let _ = write!(message, "; line {line}, column {column}");
    }
    message
}

/// What is allowed, as a person reads it.
fn in_words(allowed: &Value) -> Option<String> {
    match allowed {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(all) => {
            let all: Vec<String> = all.iter().filter_map(in_words).collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
        Value::Object(bounds) => {
            let bound = |key: &str| bounds.get(key).map(Value::to_string);
            let low = bound("minimum").map(|low| (low, ""));
            let (low, above) =
                low.or_else(|| Some((bound("exclusiveMinimum")?, "greater than ")))?;
            let high = bound("maximum").map(|high| (high, ""));
            let (high, below) =
                high.or_else(|| Some((bound("exclusiveMaximum")?, "less than ")))?;
            Some(format!("{above}{low} to {below}{high}"))
        }
        Value::Null | Value::Bool(_) => None,
    }
}

/// The pointer, with a star for each part that the document made up.
fn path(problem: &Problem) -> String {
    let all: Vec<&str> = problem.path.split('/').skip(1).collect();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    // Of an answer, or of a table: there a document has no names.
    let is_of_numbers = all.len() == 2 && all.iter().all(|part| is_number(part));
    if problem.code == Code::NotFiniteFigure
        || (is_of_numbers && problem.code != Code::UnknownField)
    {
        return problem.path.clone();
    }
    let mut told = String::new();
    let mut before = "";
    for (at, part) in all.iter().copied().enumerate() {
        let is_last = at + 1 == all.len();
        let is_place = is_number(part) && part.len() <= LONGEST_PLACE;
        let is_listed = LISTS.contains(&before) || (is_number(before) && at == 2);
        let is_made_up = is_last && problem.code == Code::UnknownField;
        let is_known = !is_made_up && (NAMES.contains(part) || (is_place && is_listed));
        told.push('/');
        told.push_str(if is_known { part } else { MADE_UP });
        before = if is_known { part } else { MADE_UP };
    }
    // What is no pointer is a name that somebody gave.
    if all.is_empty() && !problem.path.is_empty() { MADE_UP.to_owned() } else { told }
}

/// Digits of the largest place in a list.
const LONGEST_PLACE: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &str, code: Code) -> String {
        Problem::new(path, code, "secret").redacted().path
    }

    #[test]
    fn places_and_names_of_the_format_stay_in_a_pointer() {
        let kept = [
            ("", Code::InvalidJson),
            ("/person/conditions/market_regard", Code::OutOfRange),
            ("/pursuits/12/activities/3/hours/low", Code::OutOfRange),
            ("/either_or/0/1", Code::UnknownItem),
            ("/3/17", Code::NotFinite),
            ("/pursuits/0/years/1/money", Code::NotFiniteFigure),
        ];
        for (path, code) in kept {
            assert_eq!(told(path, code), path);
        }
    }

    #[test]
    fn what_somebody_made_up_does_not() {
        let masked = [
            ("/person/conditions/aunt_clara", Code::OutOfRange, "/person/conditions/*"),
            ("/pursuits/0/hours", Code::UnknownField, "/pursuits/0/*"),
            ("/pursuits/4915112345", Code::InvalidJson, "/pursuits/*"),
            (
                "/pursuits/my-plan/activities/a/hours",
                Code::NotFinite,
                "/pursuits/*/activities/*/hours",
            ),
            ("/4711", Code::UnknownField, "/*"),
            ("/a~1b/0", Code::InvalidJson, "/*/*"),
            ("free hours", Code::UnknownItem, "*"),
        ];
        for (path, code, masked) in masked {
            assert_eq!(told(path, code), masked, "{path}");
        }
    }

    #[test]
    fn bounds_are_told_in_words() {
        let bounds = |low: &str, high: &str| serde_json::json!({low: 0, high: 168});
        let words = |low, high| in_words(&bounds(low, high)).unwrap();
        assert_eq!(words("minimum", "maximum"), "0 to 168");
        assert_eq!(
            words("exclusiveMinimum", "exclusiveMaximum"),
            "greater than 0 to less than 168"
        );
    }
}
