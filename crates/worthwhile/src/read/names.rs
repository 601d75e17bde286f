//! The forms of names: ids, words, currencies, months.

use crate::limits::{MAX_NAME, MAX_QUESTION};
use crate::problem::{Code, Problem, shorten};

/// Whether a character of a name shows nothing or turns the direction of what follows: controls, direction
/// marks, separators of lines, and what is as wide as nothing. Leave these out where you print a name that
/// somebody else wrote: with them it could steer a terminal, or look like another one. The joiners are none
/// of them, as scripts and emoji need them.
///
/// # Example
/// ```
/// let name = "a\u{202e}b\u{1b}[1m\u{200b}c";
/// let shown: String = name.chars().filter(|c| !worthwhile::is_hidden(*c)).collect();
/// assert_eq!(shown, "ab[1mc");
/// ```
#[must_use]
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// The form of a name, as the schema's pattern has it.
pub(crate) struct NameForm {
    /// The regular expression, for the schema and for problems.
    pub(crate) pattern: &'static str,
    /// The same in words.
    pub(crate) words: &'static str,
    /// What a name of this form is called.
    noun: &'static str,
    is_allowed: fn(&str) -> bool,
}

/// An id of a pursuit or an item.
pub(crate) const SLUG: NameForm = NameForm {
    pattern: "^([0-9][0-9-]*)?[a-z][a-z0-9-]*$",
    words: "lowercase letters, digits and hyphens; no leading hyphen; at least one letter; at most 64 characters",
    noun: "id",
    is_allowed: |text| {
        is_of(text, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !text.starts_with('-')
            && text.contains(|c: char| c.is_ascii_lowercase())
    },
};

/// A kind, category or condition.
pub(crate) const SNAKE: NameForm = NameForm {
    pattern: "^[a-z][a-z0-9_]{0,63}$",
    words: "lowercase letters, digits and underscores; starting with a letter; at most 64 characters",
    noun: "name",
    is_allowed: |text| {
        is_of(text, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
            && text.starts_with(|c: char| c.is_ascii_lowercase())
    },
};

/// A question of an interview: a word, or the pointer of a number with items named by id.
pub(crate) const QUESTION: NameForm = NameForm {
    pattern: "^[a-z/][a-z0-9/_-]*$",
    words: "the id of a question: lowercase letters, digits, hyphens, underscores and slashes; at most 256 characters",
    noun: "id of a question",
    is_allowed: |text| {
        let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "/_-".contains(c);
        text.len() <= MAX_QUESTION
            && text.starts_with(|c: char| c.is_ascii_lowercase() || c == '/')
            && text.chars().all(is_part)
    },
};

/// A number of a case: a pointer with items named by id.
pub(crate) const INPUT: NameForm = NameForm {
    pattern: "^/[a-z0-9/_-]*$",
    words: "the name of a number: a pointer of lowercase letters, digits, hyphens and underscores; at most 256 characters",
    noun: "name of a number",
    is_allowed: |text| text.starts_with('/') && (QUESTION.is_allowed)(text),
};

/// A currency.
pub(crate) const CURRENCY: NameForm = NameForm {
    pattern: "^[A-Z]{3}$",
    words: "three capital letters (ISO 4217), for example EUR",
    noun: "currency code",
    is_allowed: |text| text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()),
};

/// A month.
pub(crate) const MONTH: NameForm = NameForm {
    pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$",
    words: "a year and a month, for example 2026-11",
    noun: "month",
    is_allowed: |text| {
        let month = text.get(5..).filter(|_| text.len() == 7);
        month.is_some_and(|month| ("01"..="12").contains(&month) && is_digits(month))
            && text.get(4..5) == Some("-")
            && text.get(..4).is_some_and(is_digits)
    },
};

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_of(text: &str, is_allowed: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.len() <= MAX_NAME && text.chars().all(is_allowed)
}

impl NameForm {
    /// Whether a text has this form.
    pub(crate) fn allows(&self, text: &str) -> bool {
        (self.is_allowed)(text)
    }

    /// What is wrong with a text of this form, if anything is.
    pub(super) fn problem(&self, text: &str, path: impl FnOnce() -> String) -> Option<Problem> {
        if (self.is_allowed)(text) {
            return None;
        }
        let message = format!("`{}` is not a valid {}", shorten(text), self.noun);
        let problem = Problem::new(path(), Code::InvalidName, message)
            .with_found(Some(shorten(text).into()))
            .with_allowed(self.pattern)
            .with_help(format!("use {}", self.words));
        let joint = if self.pattern.contains('_') { "_" } else { "-" };
        let fixed = text.trim().to_lowercase().replace([' ', '-', '_'], joint);
        let candidates = [fixed, text.trim().to_uppercase()];
        let near = candidates.into_iter().find(|near| (self.is_allowed)(near));
        Some(match near {
            Some(near) => problem.with_suggestion(near),
            None => problem,
        })
    }
}
