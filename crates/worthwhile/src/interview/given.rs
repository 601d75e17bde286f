//! Answers as they are typed, read by what a question takes.

use super::numbers::{self, Span};
use super::options::{self, Chosen, NONE};
use super::question::{InterviewQuestion, QuestionKind};
use super::refusal::problem;
use crate::limits::MAX_NAME;
use crate::problem::{Code, Problem, shorten};
use crate::read::is_hidden;
use crate::words::questions::SOMETHING_ELSE;

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
    /// The ids of what was chosen, something of the person's own among them, and its name.
    Own(Vec<String>, String),
}

/// How a file keeps that someone does not know.
pub(crate) const UNKNOWN: &str = "don't know";

/// Other ways to say so, the longer ones first.
const UNKNOWN_TOO: [&str; 14] = [
    "i really don't know",
    "i have no idea",
    "i do not know",
    "i don't know",
    "i dont know",
    "do not know",
    "don't know",
    "dont know",
    "no clue",
    "no idea",
    "unknown",
    "idk",
    "dk",
    "?",
];
/// Ways to say so that a guess may follow.
const UNSURE: [&str; 4] = ["i'm not sure", "im not sure", "not sure", "unsure"];

/// What follows where an answer begins by saying that the person does not know.
fn after_unknown<'t>(lower: &'t str, ways: &[&str]) -> Option<&'t str> {
    let rest = ways.iter().find_map(|way| lower.strip_prefix(way))?;
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

impl Given {
    /// Reads an answer. What is wrong with it is a problem of the document of the interview.
    pub(crate) fn read(text: &str, question: &InterviewQuestion) -> Result<Self, Box<Problem>> {
        let plain = text.trim().replace('\u{2019}', "'");
        let lower = plain.to_lowercase();
        let all: Vec<&str> = UNKNOWN_TOO.into_iter().chain(UNSURE).collect();
        if after_unknown(&lower, &all).is_some_and(|rest| {
            let mut words =
                rest.split(|c: char| !c.is_alphanumeric()).filter(|own| !own.is_empty());
            words.all(|word| EMPTY.contains(&word))
        }) {
            return Ok(Self::Unknown);
        }
        if plain.chars().any(is_hidden) {
            let message = "the answer contains control characters";
            return Err(problem(question, Code::InvalidName, message));
        }
        match question.kind {
            QuestionKind::Text => text_of(&plain, question),
            QuestionKind::Choice => options::choice(&plain, question).map(Self::of),
            QuestionKind::Several | QuestionKind::Rank => {
                options::several(&plain, question).map(Self::of)
            }
            _ => number(&plain, question),
        }
    }

    fn of(chosen: Chosen) -> Self {
        match chosen.own {
            Some(name) => Self::Own(chosen.ids, name),
            None => Self::Chosen(chosen.ids),
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
            Self::Own(ids, name) => {
                let part = |id: &String| if id == SOMETHING_ELSE.0 { name } else { id }.clone();
                ids.iter().map(part).collect::<Vec<_>>().join(", ")
            }
            Self::Number(_) | Self::Text(_) => typed.trim().to_owned(),
        }
    }

    /// The same answer in words for the person: options by their names.
    pub(crate) fn in_words(&self, typed: &str, question: &InterviewQuestion) -> String {
        let label = |id: &String| {
            let option = question.options.iter().find(|own| own.id == *id);
            option.map_or_else(|| id.clone(), |own| own.label.clone())
        };
        match self {
            Self::Unknown => UNKNOWN.to_owned(),
            Self::Chosen(ids) if ids.is_empty() => self.text(typed),
            Self::Chosen(ids) => {
                // What was chosen in another course of the interview has no name here.
                let is_here = |id: &&String| question.options.iter().any(|own| own.id == **id);
                let here: Vec<String> = ids.iter().filter(is_here).map(label).collect();
                if here.is_empty() { ids.join("; ") } else { here.join("; ") }
            }
            Self::Own(ids, name) => {
                let part = |id: &String| match label(id) {
                    own if id == SOMETHING_ELSE.0 => {
                        format!("{}: `{name}`", crate::words::in_sentence(&own))
                    }
                    other => other,
                };
                ids.iter().map(part).collect::<Vec<_>>().join("; ")
            }
            Self::Number(span) => numbers::in_words_of(*span, typed, question),
            Self::Text(text) => text.clone(),
        }
    }

    /// What of it the question offers; none where that is nothing of what was chosen.
    pub(crate) fn offered_by(self, question: &InterviewQuestion) -> Option<Self> {
        let is_offered = |id: &String| question.options.iter().any(|own| own.id == *id);
        let of = |ids: Vec<String>| ids.into_iter().filter(is_offered).collect::<Vec<_>>();
        match self {
            Self::Chosen(ids) if ids.is_empty() => Some(Self::Chosen(ids)),
            Self::Chosen(ids) => Some(of(ids)).filter(|ids| !ids.is_empty()).map(Self::Chosen),
            Self::Own(ids, name) => Some(Self::Own(of(ids), name)),
            other => Some(other),
        }
    }

    pub(crate) fn is_unknown(&self) -> bool {
        *self == Self::Unknown
    }
}

/// Words that add nothing to saying that one does not know.
const EMPTY: [&str; 8] = ["really", "sorry", "honestly", "yet", "at", "all", "about", "that"];

/// What follows the marks at the start of a text: a dash is one, and a minus is not.
fn after_marks(text: &str) -> &str {
    let is_mark = |c: char| !c.is_alphanumeric();
    let start = text.trim_start_matches(|c| is_mark(c) && c != '-');
    let is_minus = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    match start.strip_prefix('-') {
        Some(rest) if !is_minus(rest) => rest.trim_start_matches(is_mark),
        _ => start,
    }
}

/// A number. After the words that someone does not know it is a guess, unless it may be of something
/// else.
fn number(plain: &str, question: &InterviewQuestion) -> Result<Given, Box<Problem>> {
    let lower = plain.to_lowercase();
    let read = |text: &str| numbers::read(text, question).map(Given::Number);
    let Some(rest) = after_unknown(&lower, &UNKNOWN_TOO) else {
        let is_unsure = after_unknown(&lower, &UNSURE).is_some();
        return if is_unsure && !numbers::has_any(&lower, question) {
            Ok(Given::Unknown)
        } else {
            read(plain)
        };
    };
    if !numbers::has_any(rest, question) {
        return Ok(Given::Unknown);
    }
    if numbers::is_plain(rest) {
        return read(after_marks(rest));
    }
    let message = format!("`{}` says both that you don't know and a number", shorten(plain));
    let unclear = problem(question, Code::WrongType, message);
    Err(Box::new(unclear.with_help("type only the number, or only: don't know")))
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

impl InterviewQuestion {
    /// How an answer to it is understood, in words for a person: options by their names, numbers in
    /// figures. None if it is no answer to it.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Catalogue, Interview, Options};
    /// let next = Interview::new(Catalogue::builtin()).questions(&Options::default())?;
    /// let about = &next.questions[0];
    /// assert_eq!(about.in_words("rest").as_deref(), Some("More rest"));
    /// assert_eq!(about.in_words("a choir for the village").as_deref(),
    ///     Some("something else, of your own: `a choir for the village`"));
    /// assert_eq!(about.in_words("99"), None);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn in_words(&self, answer: &str) -> Option<String> {
        Given::read(answer, self).ok().map(|given| given.in_words(answer, self))
    }
}
