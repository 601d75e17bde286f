//! What names something, and what tells something instead: a name of one's own, a sentence, the life that
//! goes on as now.

use super::question::{InterviewQuestion, QuestionOption};
use crate::limits::MAX_NAME;
use crate::suggest::misspelled;
use crate::words::questions::{ABOUT, BOTHERS, INSTEAD, SOMETHING_ELSE};

/// Words around the name of something.
pub(super) const AROUND: [&str; 23] = [
    "award",
    "title",
    "program",
    "programme",
    "status",
    "becoming",
    "become",
    "being",
    "be",
    "getting",
    "get",
    "to",
    "for",
    "me",
    "maybe",
    "perhaps",
    "probably",
    "just",
    "please",
    "doing",
    "do",
    "more",
    "want",
];

/// Whether a long word of an answer has its stem in a name: `others deserve it` in `feeling undeserving`.
pub(super) fn has_stem(option: &QuestionOption, wanted: &[&str]) -> bool {
    const STEM: usize = 6;
    let label = option.label.to_lowercase();
    let stems = wanted.iter().filter_map(|word| word.get(..STEM));
    stems.into_iter().any(|stem| label.contains(stem))
}

/// The name that follows where somebody says that it is something else: `something else, a choir`.
pub(super) fn after_something_else<'t>(
    text: &'t str,
    question: &InterviewQuestion,
) -> Option<&'t str> {
    if !takes_own(question) {
        return None;
    }
    let (first, rest) = text.split_once([',', ':', ';'])?;
    let first = first.trim().to_lowercase();
    let place = question.options.iter().position(|own| own.id == SOMETHING_ELSE.0)?;
    let is_it =
        ["something else", "other", "own"].contains(&&*first) || first == (place + 1).to_string();
    Some(rest.trim()).filter(|rest| is_it && !rest.is_empty())
}

pub(super) const HOW_TO_NAME: &str =
    "name it in a few words, such as: a choir; of several, with commas between them";

/// Whether a text tells something instead of naming it.
pub(super) fn is_sentence(text: &str, question: &InterviewQuestion) -> bool {
    const BEGINNINGS: [&str; 12] = [
        "it", "its", "it's", "i", "i'm", "i'd", "i've", "but", "that", "that's", "because", "there",
    ];
    const MOST_IN_A_LIST: usize = 5;
    const MOST: usize = 9;
    let lower = text.trim().to_lowercase().replace('\u{2019}', "'");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let most = match &*question.id {
        id if id == BOTHERS.id => return false,
        id if id == INSTEAD.id => MOST_IN_A_LIST,
        _ => MOST,
    };
    words.len() > most || words.first().is_some_and(|first| BEGINNINGS.contains(first))
}

/// How the life that everything is compared with is named among the alternatives.
const AS_NOW: [&str; 16] = [
    "carry on",
    "carrying on",
    "keep doing",
    "keep on",
    "keep going",
    "keep things",
    "stay as",
    "staying as",
    "nothing",
    "no change",
    "same as",
    "the same",
    "as now",
    "status quo",
    "what i do now",
    "leave things",
];

/// Whether an alternative is to go on as now, which everything is compared with anyway.
pub(super) fn is_as_now(part: &str, question: &InterviewQuestion) -> bool {
    let lower = part.trim().to_lowercase();
    let plain =
        lower.strip_prefix("just ").or_else(|| lower.strip_prefix("i would ")).unwrap_or(&lower);
    let plain = plain.strip_prefix("just ").unwrap_or(plain);
    question.id == INSTEAD.id && AS_NOW.iter().any(|way| plain.starts_with(way))
}

/// Whether a question takes what is none of its options as something of the person's own.
pub(super) fn takes_own(question: &InterviewQuestion) -> bool {
    [ABOUT.id, INSTEAD.id, BOTHERS.id].contains(&question.id.as_str())
        && question.options.iter().any(|own| own.id == SOMETHING_ELSE.0)
}

/// Whether a text can be the name of something, and is no slip of the pen for an option.
pub(super) fn is_name(text: &str, question: &InterviewQuestion) -> bool {
    let lower = text.trim().to_lowercase();
    let names: Vec<&str> =
        question.options.iter().flat_map(|own| [own.id.as_str(), own.label.as_str()]).collect();
    let length = lower.chars().count();
    lower.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && length <= 2 * MAX_NAME
        && misspelled(&lower, &names).is_none()
}
