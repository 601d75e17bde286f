//! Answers as they are typed, read by what a question takes.

use super::numbers::{self, Span};
use super::question::{InterviewQuestion, QuestionKind};
use super::refusal::problem;
use crate::limits::MAX_NAME;
use crate::problem::{Code, Problem, shorten};

/// An answer that was understood.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Given {
    /// The person does not know.
    Unknown,
    /// The ids of what was chosen, in the order given.
    Chosen(Vec<String>),
    /// A number or a range.
    Number(Span),
    /// A few words.
    Text(String),
}

/// How a file keeps that someone does not know.
pub(crate) const UNKNOWN: &str = "don't know";

/// Other ways to say so.
const UNKNOWN_TOO: [&str; 12] = [
    "i do not know",
    "unsure",
    "no clue",
    "dont know",
    "i don't know",
    "i dont know",
    "do not know",
    "unknown",
    "not sure",
    "no idea",
    "idk",
    "dk",
];

/// How someone says that nothing of a list applies.
const NONE: [&str; 4] = ["none", "no", "nothing", "none of these"];

impl Given {
    /// Reads an answer. What is wrong with it is a problem of the document of the interview.
    pub(crate) fn read(text: &str, question: &InterviewQuestion) -> Result<Self, Box<Problem>> {
        let plain = text.trim().replace('\u{2019}', "'");
        let lower = plain.to_lowercase();
        if lower == UNKNOWN || UNKNOWN_TOO.contains(&lower.as_str()) {
            return Ok(Self::Unknown);
        }
        if plain.chars().any(is_hidden) {
            let message = "the answer contains control characters";
            return Err(problem(question, Code::InvalidName, message));
        }
        match question.kind {
            QuestionKind::Text => text_of(&plain, question),
            QuestionKind::Choice => one_of(&plain, question).map(|id| Self::Chosen(vec![id])),
            QuestionKind::Several if NONE.contains(&lower.as_str()) => Ok(Self::Chosen(Vec::new())),
            QuestionKind::Several | QuestionKind::Rank => some_of(&plain, question),
            _ => numbers::read(&plain, question).map(Self::Number),
        }
    }

    /// The same answer in the words that a file keeps: options by their ids.
    pub(crate) fn text(&self, typed: &str) -> String {
        match self {
            Self::Unknown => UNKNOWN.to_owned(),
            Self::Chosen(ids) if ids.is_empty() => {
                NONE.first().copied().unwrap_or_default().to_owned()
            }
            Self::Chosen(ids) => ids.join(", "),
            Self::Number(_) | Self::Text(_) => typed.trim().to_owned(),
        }
    }

    pub(crate) fn is_unknown(&self) -> bool {
        *self == Self::Unknown
    }
}

/// Characters that show nothing, or turn the direction of what follows.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn text_of(text: &str, question: &InterviewQuestion) -> Result<Given, Box<Problem>> {
    if text.is_empty() {
        let empty = problem(question, Code::InvalidName, "the answer is empty");
        return Err(Box::new(empty.with_help("type a few words, or: don't know")));
    }
    let length = text.chars().count();
    if length > 2 * MAX_NAME {
        let message = format!("{length} characters; at most {} are allowed", 2 * MAX_NAME);
        return Err(problem(question, Code::TextTooLong, message));
    }
    Ok(Given::Text(text.to_owned()))
}

fn some_of(text: &str, question: &InterviewQuestion) -> Result<Given, Box<Problem>> {
    let mut chosen: Vec<String> = Vec::new();
    for part in parts(text, question) {
        let id = one_of(part, question)?;
        if chosen.contains(&id) {
            let message = format!("`{}` is listed twice", shorten(&id));
            return Err(problem(question, Code::RepeatedEntry, message));
        }
        chosen.push(id);
    }
    if chosen.is_empty() {
        let empty = problem(question, Code::EmptyList, "nothing was chosen");
        return Err(Box::new(empty.with_help("name the options with commas between them")));
    }
    Ok(Given::Chosen(chosen))
}

/// The parts of a list: between commas, or between blanks where all of them are numbers.
fn parts<'t>(text: &'t str, question: &InterviewQuestion) -> Vec<&'t str> {
    let split = |text: &'t str, by: &[char]| -> Vec<&'t str> {
        text.split(by).map(str::trim).filter(|part| !part.is_empty()).collect()
    };
    let listed = split(text, &[',', ';']);
    let spaced = split(text, &[',', ';', ' ', '\t']);
    let is_number = |part: &&str| part.trim_end_matches('.').parse::<usize>().is_ok();
    if spaced.iter().all(is_number) { spaced } else { listed }
        .into_iter()
        .take(4 * question.options.len() + 4)
        .collect()
}

/// The id of the option that is meant: by id, by name, by its number in the list, or by how it begins.
fn one_of(text: &str, question: &InterviewQuestion) -> Result<String, Box<Problem>> {
    let options = &question.options;
    let wanted = text.trim().trim_end_matches(['.', ')']).to_lowercase();
    let is_it = |name: &str| name.to_lowercase() == wanted;
    if let Some(found) = options.iter().find(|own| is_it(&own.id) || is_it(&own.label)) {
        return Ok(found.id.clone());
    }
    if let Ok(number) = wanted.parse::<usize>() {
        let found = number.checked_sub(1).and_then(|at| options.get(at));
        return found.map(|own| own.id.clone()).ok_or_else(|| {
            let message = format!("there is no option `{}`", shorten(text));
            let help = format!("type a number from 1 to {}", options.len());
            Box::new(problem(question, Code::UnknownValue, message).with_help(help))
        });
    }
    let begins = |name: &str| !wanted.is_empty() && name.to_lowercase().starts_with(&wanted);
    let mut begun = options.iter().filter(|own| begins(&own.id) || begins(&own.label));
    if let (Some(found), None) = (begun.next(), begun.next()) {
        return Ok(found.id.clone());
    }
    let names: Vec<&str> = options.iter().map(|own| own.id.as_str()).collect();
    let message = format!("`{}` is none of the options", shorten(text));
    Err(Box::new(problem(question, Code::UnknownValue, message).with_choice(&wanted, &names)))
}
