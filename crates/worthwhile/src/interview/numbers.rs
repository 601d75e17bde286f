//! Numbers and ranges as people type them: `40`, `about 7,5`, `ten to sixteen`, `30%`, `8.000 EUR`.

use serde_json::{Value, json};

pub(super) use super::figures::is_plain;
use super::figures::{Figure, Sense, figures};
use super::options::one_of;
use super::question::{InterviewQuestion, QuestionKind};
use super::refusal::problem;
use crate::estimate::Domain;
use crate::problem::{Code, Problem, number, shorten};

/// A range, or a number where both ends are one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Span {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Span {
    pub(crate) const fn new(low: f64, high: f64) -> Self {
        Self { low, high }
    }

    pub(crate) fn middle(self) -> f64 {
        f64::midpoint(self.low, self.high)
    }

    pub(crate) fn half_width(self) -> f64 {
        (self.high - self.low) / 2.0
    }

    pub(crate) fn scaled(self, factor: f64) -> Self {
        Self::new(self.low * factor, self.high * factor)
    }

    /// Within bounds, strictly inside where an interval has to be.
    pub(crate) fn within(self, low: f64, high: f64) -> Self {
        Self::new(self.low.clamp(low, high), self.high.clamp(low, high))
    }

    /// As an estimate of a case: a number, a 90% interval, or, where an end is at the edge of what is
    /// allowed and an interval has none, anything between the ends.
    pub(crate) fn estimate(self, domain: &Domain) -> Value {
        if self.high <= self.low {
            return number(self.low);
        }
        let ends = domain.of_interval_ends();
        if ends.contains(self.low) && ends.contains(self.high) {
            return json!({"low": number(self.low), "high": number(self.high)});
        }
        json!({"dist": "uniform", "min": number(self.low), "max": number(self.high)})
    }
}

/// Reads a number or a range, and judges it by the bounds of the question.
pub(super) fn read(text: &str, question: &InterviewQuestion) -> Result<Span, Box<Problem>> {
    if let Some(span) = by_words(text, question) {
        return Ok(span);
    }
    let lower = text.to_lowercase();
    if let Some(problem) = in_total(&lower, question) {
        return Err(problem);
    }
    let Some(found) = figures(&lower, sense(question)) else {
        return Err(not_a_number(text, question));
    };
    let (low, high) = match found.as_slice() {
        [one] => (*one, *one),
        [one, other] if other.is_end => {
            let (one, other) = joined(*one, *other, question);
            let is_turned = (other.is_either || other.value == 0.0) && other.value < one.value;
            if is_turned { (other, one) } else { (one, other) }
        }
        [] => match one_of(text, question).ok().and_then(|id| by_word(&id, question)) {
            Some(value) => return Ok(Span::new(value, value)),
            None => return Err(not_a_number(text, question)),
        },
        _ => {
            let message = format!("`{}` has more than one number", shorten(text));
            let unclear = problem(question, Code::WrongType, message);
            let help = format!("which number do you mean? As a range: {}", ends_of(&found));
            return Err(Box::new(unclear.with_help(help)));
        }
    };
    if let Some(problem) = of_another_unit(&lower, &found, question) {
        return Err(problem);
    }
    let [low, high] = [low, high].map(|own| scaled(own, question));
    judged(low, question)?;
    judged(high, question)?;
    if low > high {
        let message = format!("the range from {low} to {high} is the wrong way round");
        let wrong = problem(question, Code::LowAboveHigh, message);
        return Err(Box::new(wrong.with_help(format!("type {high} to {low}"))));
    }
    Ok(Span::new(low, high))
}

/// The least and the greatest of some numbers, as one would type a range.
fn ends_of(found: &[Figure]) -> String {
    let values = found.iter().map(|own| own.value);
    let low = values.clone().fold(f64::INFINITY, f64::min);
    let high = values.fold(f64::NEG_INFINITY, f64::max);
    format!("{low} to {high}")
}

/// Whether there is a number in a text, or what looks like one.
pub(super) fn has_any(lower: &str, question: &InterviewQuestion) -> bool {
    figures(lower, sense(question)).is_none_or(|found| !found.is_empty())
}

fn sense(question: &InterviewQuestion) -> Sense {
    Sense {
        is_money: question.is_money,
        is_share: question.kind == QuestionKind::Share,
        has_none: question.minimum.is_none_or(|least| least >= 0.0),
    }
}

/// Both ends of a range. What only the second one says holds for both: `10 to 15k`, `0.5 to 2%`.
fn joined(one: Figure, other: Figure, question: &InterviewQuestion) -> (Figure, Figure) {
    let mut one = one;
    one.is_percent |= other.is_percent;
    let is_short = sense(question).is_money && one.factor < other.factor && one.value < 1000.0;
    if is_short && one.value > 0.0 {
        one.value *= other.factor;
    }
    (one, other)
}

fn scaled(own: Figure, question: &InterviewQuestion) -> f64 {
    match question.kind {
        // A bare number between 0 and 1 is a share already: nobody means half a percent.
        QuestionKind::Share if !own.is_percent && own.value > 0.0 && own.value < 1.0 => own.value,
        QuestionKind::Share => own.value / 100.0,
        _ => own.value,
    }
}

/// Words for spans of time, by the span.
const PERIODS: [(&str, &[&str]); 5] = [
    ("hour", &["minute", "minutes", "min", "mins"]),
    ("night", &["day", "days", "night", "nights", "daily"]),
    ("week", &["week", "weeks", "weekly"]),
    ("month", &["month", "months", "monthly"]),
    ("year", &["year", "years", "yearly", "annually"]),
];

/// The problem of a number in another unit than that of the question, which would be misread as being in
/// it: minutes for hours, a month for a year, percent for hours.
fn of_another_unit(
    lower: &str,
    found: &[Figure],
    question: &InterviewQuestion,
) -> Option<Box<Problem>> {
    if question.kind == QuestionKind::Share || found.iter().all(|own| own.value == 0.0) {
        return None;
    }
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
    let names = |(_, names): &(&str, &[&str])| words.iter().any(|word| names.contains(word));
    let is_own = |(unit, _): &(&str, &[&str])| question.unit.contains(unit) && *unit != "hour";
    let own = PERIODS.iter().find(|period| is_own(period));
    let has_hours =
        words.iter().any(|word| word.starts_with("hour") || ["h", "hr", "hrs"].contains(word));
    let is_foreign = |period: &&(&str, &[&str])| match period {
        ("hour", _) => question.unit.contains("hour") && !has_hours,
        _ => own.is_some() && !is_own(period),
    };
    let has_foreign = PERIODS.iter().filter(is_foreign).any(names);
    let is_said = own.is_some_and(names) && found.len() == 1;
    let is_percent = found.iter().any(|own| own.is_percent);
    if !is_percent && (!has_foreign || is_said) {
        return None;
    }
    let unit = if question.unit.is_empty() { "a number" } else { &question.unit };
    let message = format!("`{lower}` is not in {unit}", lower = shorten(lower));
    let message = if question.unit.is_empty() {
        format!("`{}` is a percentage", shorten(lower))
    } else {
        message
    };
    Some(Box::new(
        problem(question, Code::WrongType, message).with_help(format!("say it in {unit}")),
    ))
}

/// Words for an amount that does not come every year.
const ONCE: [&str; 6] = ["once", "total", "altogether", "overall", "lump", "off"];

/// The problem of an amount of money in all where it is asked for by the year.
fn in_total(lower: &str, question: &InterviewQuestion) -> Option<Box<Problem>> {
    let mut words = lower.split(|c: char| !c.is_alphabetic());
    if !question.is_money
        || !question.unit.ends_with("a year")
        || !words.any(|own| ONCE.contains(&own))
    {
        return None;
    }
    let message = format!("`{}` is not an amount a year", shorten(lower));
    let problem = problem(question, Code::WrongType, message);
    Some(Box::new(problem.with_help("divide it by the years, and type that amount")))
}

/// The numbers that words of the question stand for: one of them, or a range from one to another.
fn by_words(text: &str, question: &InterviewQuestion) -> Option<Span> {
    if let Some(value) = by_word(text.trim(), question) {
        return Some(Span::new(value, value));
    }
    let lower = text.to_lowercase();
    let (one, other) =
        [" to ", " or ", "-", "\u{2013}"].iter().find_map(|link| lower.split_once(link))?;
    let one = one.trim().strip_prefix("from ").unwrap_or(one);
    let low = by_word(one.trim(), question)?;
    let high = by_word(other.trim(), question)?;
    Some(Span::new(low.min(high), low.max(high)))
}

/// The number that a word of the question stands for.
fn by_word(text: &str, question: &InterviewQuestion) -> Option<f64> {
    let lower = text.to_lowercase();
    let is_it = |own: &str| own.to_lowercase() == lower;
    let found = question.options.iter().find(|own| is_it(&own.id) || is_it(&own.label));
    found.and_then(|own| own.value)
}

fn not_a_number(text: &str, question: &InterviewQuestion) -> Box<Problem> {
    let words: Vec<String> = question.options.iter().map(|own| own.label.to_lowercase()).collect();
    let text = shorten(text);
    let (message, help) = if words.is_empty() {
        (format!("`{text}` is not a number"), "use figures, such as 5, or 7 to 8".to_owned())
    } else {
        let words = words.join(", ");
        (
            format!("`{text}` is neither a number nor one of the words"),
            format!("use figures, such as 5, or 7 to 8, or one of these words: {words}"),
        )
    };
    Box::new(problem(question, Code::WrongType, message).with_help(help))
}

/// A number that was understood, in figures and with its unit; a word of the question stands as it is.
pub(super) fn in_words_of(span: Span, typed: &str, question: &InterviewQuestion) -> String {
    if by_word(typed, question).is_some() {
        return typed.trim().to_lowercase();
    }
    let is_share = question.kind == QuestionKind::Share;
    let factor = if is_share { 100.0 } else { 1.0 };

    let told = |value: f64| {
        let rounded = libm::round(1e6 * factor * value) / 1e6;
        rounded.to_string()
    };
    let unit = match question.unit.as_str() {
        _ if question.kind == QuestionKind::Rating => " out of 10".to_owned(),
        "" => String::new(),
        "%" => "%".to_owned(),
        // The amount stands beside the currency that was asked for.
        unit => format!(" {}", unit.strip_prefix("your currency ").unwrap_or(unit)),
    };
    if span.low < span.high {
        format!("{} to {}{unit}", told(span.low), told(span.high))
    } else {
        format!("{}{unit}", told(span.low))
    }
}

fn judged(value: f64, question: &InterviewQuestion) -> Result<(), Box<Problem>> {
    let Some(domain) = &question.bounds else { return Ok(()) };
    if domain.contains(value) {
        return Ok(());
    }
    let is_share = question.kind == QuestionKind::Share;
    let (message, help) = if is_share {
        (
            format!("{}% is out of range", 100.0 * value),
            "type a percentage from 0 to 100".to_owned(),
        )
    } else {
        (format!("{value} is out of range"), format!("type a number {}", in_words(domain)))
    };
    Err(Box::new(problem(question, Code::OutOfRange, message).with_help(help)))
}

fn in_words(domain: &Domain) -> String {
    match domain.describe() {
        plain if plain.starts_with(|c: char| c.is_ascii_digit() || c == '-') => {
            format!("from {plain}")
        }
        other => other,
    }
}
