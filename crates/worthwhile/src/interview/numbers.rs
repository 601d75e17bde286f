//! Numbers and ranges as people type them: `40`, `about 7,5`, `10 to 16`, `30%`, `8.000 EUR`.

use serde_json::{Value, json};

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

/// Words before a number that add nothing.
const BEFORE: [&str; 9] =
    ["about", "around", "between", "from", "roughly", "maybe", "ca.", "up to", "~"];
/// Units after or before a number. The question says which one it is.
const UNITS: [&str; 26] = [
    "hours a week",
    "hours per week",
    "hours a night",
    "hours a day",
    "hours a year",
    "hours",
    "hour",
    "hrs",
    "hr",
    "h",
    "times a year",
    "times",
    "a week",
    "per week",
    "a night",
    "a year",
    "per year",
    "years",
    "year",
    "percent",
    "eur",
    "usd",
    "gbp",
    "chf",
    "cad",
    "dollars",
];
/// What stands between the ends of a range.
const BETWEEN: [&str; 6] = [" to ", " and ", "...", "..", "\u{2013}", "\u{2014}"];

/// Reads a number or a range, and judges it by the bounds of the question.
pub(super) fn read(text: &str, question: &InterviewQuestion) -> Result<Span, Box<Problem>> {
    if let Some(value) = by_word(text, question) {
        return Ok(Span::new(value, value));
    }
    let lower = text.to_lowercase();
    let plain = without_words(&lower);
    let ends = match split(plain) {
        Some((low, high)) => [one(low, question), one(high, question)],
        None => [one(plain, question), one(plain, question)],
    };
    let [Some(low), Some(high)] = ends else { return Err(not_a_number(text, question)) };
    judged(low, question)?;
    judged(high, question)?;
    if low > high {
        let message = format!("the range from {low} to {high} is the wrong way round");
        let wrong = problem(question, Code::LowAboveHigh, message);
        return Err(Box::new(wrong.with_help(format!("type {high} to {low}"))));
    }
    Ok(Span::new(low, high))
}

/// The number that a word of the question stands for.
fn by_word(text: &str, question: &InterviewQuestion) -> Option<f64> {
    let lower = text.to_lowercase();
    let is_it = |own: &str| own.to_lowercase() == lower;
    let found = question.options.iter().find(|own| is_it(&own.id) || is_it(&own.label));
    found.and_then(|own| own.value)
}

fn not_a_number(text: &str, question: &InterviewQuestion) -> Box<Problem> {
    let message = format!("`{}` is not a number", shorten(text));
    let words: Vec<&str> = question.options.iter().map(|own| own.label.as_str()).collect();
    let words =
        if words.is_empty() { String::new() } else { format!(", or one of: {}", words.join(", ")) };
    let help = format!("type a number, or a range such as 3 to 5{words}");
    Box::new(problem(question, Code::WrongType, message).with_help(help))
}

fn without_words(text: &str) -> &str {
    let mut rest = text.trim();
    loop {
        let before = rest;
        for word in BEFORE {
            rest = rest.strip_prefix(word).unwrap_or(rest).trim_start();
        }
        rest = rest.strip_prefix(['$', '\u{20ac}', '\u{a3}']).unwrap_or(rest).trim_start();
        for unit in UNITS {
            rest = without_unit(rest, unit);
        }
        rest = rest.trim_end_matches(['$', '\u{20ac}', '\u{a3}']).trim_end();
        if rest == before {
            return rest;
        }
    }
}

fn without_unit<'t>(text: &'t str, unit: &str) -> &'t str {
    let Some(rest) = text.strip_suffix(unit) else { return text };
    let is_end = rest.ends_with(|c: char| c.is_ascii_digit() || c == ' ' || c == '%');
    if is_end { rest.trim_end() } else { text }
}

/// The ends of a range. A hyphen is one between numbers, and otherwise a minus.
fn split(text: &str) -> Option<(&str, &str)> {
    if let Some((low, high)) = BETWEEN.iter().find_map(|word| text.split_once(word)) {
        return Some((without_words(low), without_words(high)));
    }
    let is_digit = |c: char| c.is_ascii_digit() || c == '%' || c == ' ';
    let mut hyphens = text.match_indices('-').filter(|(at, _)| {
        text.get(..*at)
            .is_some_and(|before| !before.trim().is_empty() && before.ends_with(is_digit))
    });
    let (at, _) = hyphens.next()?;
    Some((text.get(..at)?.trim(), text.get(at + 1..)?.trim()))
}

fn one(text: &str, question: &InterviewQuestion) -> Option<f64> {
    let text = without_words(text);
    let (digits, is_percent) = match text.strip_suffix('%') {
        Some(rest) => (rest.trim(), true),
        None => (text, false),
    };
    let is_money = question.unit.starts_with("your currency");
    let value = decimal(digits, is_money)?;
    Some(match question.kind {
        // A bare number between 0 and 1 is a share already: nobody means half a percent.
        QuestionKind::Share if !is_percent && value > 0.0 && value < 1.0 => value,
        QuestionKind::Share => value / 100.0,
        _ => value,
    })
}

/// A number with a decimal comma or point, and thousands in groups. `8,000` is eight thousand of money,
/// and eight of anything else.
fn decimal(text: &str, is_money: bool) -> Option<f64> {
    const LONGEST: usize = 40;
    if text.len() > LONGEST {
        return None;
    }
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (-1.0, rest.trim_start()),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let digits: String =
        digits.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let is_plain = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',')
        || !digits.chars().all(is_plain)
    {
        return None;
    }
    let marks: Vec<(usize, char)> =
        digits.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let decimal = match marks.as_slice() {
        [] => None,
        [(at, _)] => {
            let is_group = is_money
                && digits.len() - at == 4
                && (1..=3).contains(at)
                && !digits.starts_with('0');
            (!is_group).then_some(*at)
        }
        [rest @ .., (at, last)] => {
            let is_last_another = rest.iter().all(|(_, mark)| mark != last);
            is_last_another.then_some(*at)
        }
    };
    let plain: String = digits
        .char_indices()
        .filter_map(|(at, c)| match c {
            _ if Some(at) == decimal => Some('.'),
            ',' | '.' => None,
            digit => Some(digit),
        })
        .collect();
    plain.parse::<f64>().ok().filter(|value| value.is_finite()).map(|value| sign * value)
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
