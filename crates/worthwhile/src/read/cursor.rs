//! A place in the document, with the checks that every field needs.

use std::cell::{Cell, RefCell};

use super::estimate::not_finite;
use super::path::Path;
use super::suggest::nearest;
use super::tree::{Node, Object, Value, shorten};
use crate::limits::{MAX_ITEMS, MAX_NAME, MAX_PROBLEMS, MAX_TEXT};
use crate::problem::{Code, Problem};

/// Collects problems from everywhere in the reader.
#[derive(Default)]
pub(crate) struct Sink {
    problems: RefCell<Vec<Problem>>,
    /// Problems that were counted only.
    unlisted: Cell<usize>,
}

impl Sink {
    pub(crate) fn push(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// The problems, and how many more there are.
    pub(crate) fn into_problems(self) -> (Vec<Problem>, usize) {
        (self.problems.into_inner(), self.unlisted.get())
    }

    /// Counts problems that would not be listed anyway.
    fn count_only(&self, problems: usize) {
        self.unlisted.set(self.unlisted.get() + problems);
    }

    /// Whether the value at the pointer is not even an object.
    pub(crate) fn is_no_object(&self, pointer: &str) -> bool {
        let is_so = |problem: &Problem| problem.code == Code::WrongType && problem.path == pointer;
        self.problems.borrow().iter().any(is_so)
    }

    /// Whether anything at or below the pointer is wrong already, so that a conclusion drawn from
    /// what could be read there would only repeat it.
    pub(crate) fn has_below(&self, pointer: &str) -> bool {
        self.problems.borrow().iter().any(|problem| {
            problem
                .path
                .strip_prefix(pointer)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }
}

/// Starts a problem; the parts it has are added with the methods below.
pub(crate) fn problem(path: String, code: Code, message: String) -> Problem {
    Problem::new(path, code, message)
}

impl Problem {
    pub(crate) fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn with_found(mut self, found: Option<serde_json::Value>) -> Self {
        self.data.get_or_insert_default().found = found;
        self
    }

    pub(crate) fn with_allowed(mut self, allowed: impl Into<serde_json::Value>) -> Self {
        self.data.get_or_insert_default().allowed = Some(allowed.into());
        self
    }

    pub(crate) fn with_suggestion(mut self, suggestion: impl Into<serde_json::Value>) -> Self {
        self.data.get_or_insert_default().suggestion = Some(suggestion.into());
        self
    }

    /// Names the allowed words, and the one that was probably meant.
    pub(crate) fn with_choice(self, found: &str, allowed: &[&str]) -> Self {
        let problem = self.with_found(Some(shorten(found).into())).with_allowed(allowed.to_vec());
        match nearest(found, allowed) {
            Some(near) => {
                problem.with_suggestion(near).with_help(format!("did you mean `{near}`?"))
            }
            None if allowed.is_empty() => problem,
            None => problem.with_help(format!("one of {}", allowed.join(", "))),
        }
    }
}

/// A value of the document and the way to it.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'c> {
    pub(crate) node: &'c Node<'c>,
    pub(crate) path: Path<'c>,
    pub(crate) sink: &'c Sink,
}

impl<'c> Cursor<'c> {
    pub(crate) fn report(&self, code: Code, message: String) -> Problem {
        problem(self.path.render(), code, message)
    }

    pub(crate) fn wrong_type(&self, wanted: &str) {
        let found = self.node.value.describe();
        let mut problem = self
            .report(Code::WrongType, format!("expected {wanted}, found {found}"))
            .with_found(self.node.value.found())
            .with_allowed(wanted);
        if let Value::Text(text) = &self.node.value
            && wanted.contains("number")
            && let Ok(value) = text.trim().parse::<f64>()
        {
            problem = if value.is_finite() {
                problem
                    .with_suggestion(super::tree::number(value))
                    .with_help("leave out the quotation marks")
            } else {
                let message = format!("`{}` is not a finite number", shorten(text));
                self.report(Code::NotFinite, message).with_found(self.node.value.found())
            };
        }
        self.sink.push(problem);
    }

    /// The value as an object with these keys and no others.
    pub(crate) fn object(&'c self, keys: &[&str]) -> Option<Fields<'c>> {
        let fields = self.map()?;
        let mut unknown = fields.object.entries.iter().filter(|(key, _)| !keys.contains(&&**key));
        for (key, node) in unknown.by_ref().take(MAX_PROBLEMS) {
            let place = Cursor { node, path: self.path.key(key), sink: self.sink };
            let message = format!("unknown field `{}`", shorten(key));
            self.sink.push(place.report(Code::UnknownField, message).with_choice(key, keys));
        }
        self.sink.count_only(unknown.count());
        Some(fields)
    }

    /// Reports a key that an object does not have.
    pub(crate) fn need(&self, key: &str) {
        if let Value::Object(object) = &self.node.value
            && object.get(key).is_none_or(|node| matches!(node.value, Value::Null))
        {
            let message = format!("missing field `{key}`");
            self.sink.push(self.report(Code::MissingField, message).with_allowed(key));
        }
    }

    /// The value as an object with any keys.
    pub(crate) fn map(&'c self) -> Option<Fields<'c>> {
        let fields = self.look()?;
        let repeated = &fields.object.repeated;
        for key in repeated.iter().take(MAX_PROBLEMS) {
            let path = self.path.key(key).render();
            let message = format!("`{}` is given more than once", shorten(key));
            self.sink
                .push(problem(path, Code::DuplicateKey, message).with_help("keep one of them"));
        }
        self.sink.count_only(repeated.len().saturating_sub(MAX_PROBLEMS));
        Some(fields)
    }

    /// The value as an object that is read again elsewhere: its repeated keys are reported there.
    pub(crate) fn look(&'c self) -> Option<Fields<'c>> {
        if let Value::Object(object) = &self.node.value {
            return Some(Fields { cursor: self, object });
        }
        self.wrong_type("an object");
        None
    }

    /// The value as a list, cut after the limit.
    pub(crate) fn list(&'c self) -> Option<impl Iterator<Item = Cursor<'c>>> {
        self.list_of(MAX_ITEMS, Code::TooManyItems)
    }

    pub(crate) fn list_of(
        &'c self,
        most: usize,
        code: Code,
    ) -> Option<impl Iterator<Item = Cursor<'c>>> {
        let Value::List(list) = &self.node.value else {
            self.wrong_type("a list");
            return None;
        };
        if list.len() > most {
            let message = format!("{} entries, at most {most} are allowed", list.len());
            self.sink.push(
                self.report(code, message).with_found(Some(list.len().into())).with_allowed(most),
            );
        }
        Some(list.iter().take(most).enumerate().map(|(index, node)| Cursor {
            node,
            path: self.path.item(index),
            sink: self.sink,
        }))
    }

    pub(crate) fn number(&self) -> Option<f64> {
        match self.node.value {
            Value::Number(value) if value.is_finite() => Some(value),
            Value::Number(value) => {
                self.sink.push(not_finite(self.path.render(), value));
                None
            }
            _ => {
                self.wrong_type("a number");
                None
            }
        }
    }

    pub(crate) fn flag(&self) -> Option<bool> {
        if let Value::Bool(flag) = self.node.value {
            return Some(flag);
        }
        self.wrong_type("true or false");
        None
    }

    pub(crate) fn any_text(&self) -> Option<&'c str> {
        if let Value::Text(text) = &self.node.value {
            return Some(text);
        }
        self.wrong_type("a text");
        None
    }

    /// Free text of bounded length.
    pub(crate) fn text(&self) -> Option<String> {
        let text = self.any_text()?;
        let length = if text.len() > MAX_TEXT { text.chars().count() } else { 0 };
        if length > MAX_TEXT {
            let message = format!("{length} characters, at most {MAX_TEXT} are allowed");
            self.sink.push(
                self.report(Code::TextTooLong, message)
                    .with_found(Some(length.into()))
                    .with_allowed(MAX_TEXT),
            );
        }
        Some(text.to_owned())
    }

    /// A text that must be one of a few words.
    pub(crate) fn word(&self, words: &[&str]) -> Option<&'c str> {
        let text = self.any_text()?;
        if !words.contains(&text) {
            let message = format!("unknown value `{}`", shorten(text));
            self.sink.push(self.report(Code::UnknownValue, message).with_choice(text, words));
            return None;
        }
        Some(text)
    }

    /// A text of some form.
    pub(crate) fn name(&self, form: &NameForm) -> Option<String> {
        let text = self.any_text()?;
        form.check(text, self);
        Some(text.to_owned())
    }
}

/// The fields of an object.
pub(crate) struct Fields<'c> {
    cursor: &'c Cursor<'c>,
    object: &'c Object<'c>,
}

impl<'c> Fields<'c> {
    /// A field's value, absent where it is null.
    pub(crate) fn get(&self, key: &'c str) -> Option<Cursor<'c>> {
        let node = self.object.get(key)?;
        (!matches!(node.value, Value::Null)).then(|| self.at(key, node))
    }

    /// A field that must be there.
    pub(crate) fn require(&self, key: &'c str) -> Option<Cursor<'c>> {
        self.cursor.need(key);
        self.get(key)
    }

    /// All entries, nulls left out, cut after the limit.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'c str, Cursor<'c>)> {
        let count = self.object.entries.len();
        if count > MAX_ITEMS {
            let message = format!("{count} entries, at most {MAX_ITEMS} are allowed");
            self.cursor.sink.push(self.cursor.report(Code::TooManyItems, message));
        }
        let (path, sink) = (&self.cursor.path, self.cursor.sink);
        self.object
            .entries
            .iter()
            .take(MAX_ITEMS)
            .filter(|(_, node)| !matches!(node.value, Value::Null))
            .map(move |(key, node)| (&**key, Cursor { node, path: path.key(key), sink }))
    }

    fn at(&self, key: &'c str, node: &'c Node<'c>) -> Cursor<'c> {
        Cursor { node, path: self.cursor.path.key(key), sink: self.cursor.sink }
    }
}

/// The form of a name, as the schema's pattern has it.
pub(crate) struct NameForm {
    /// The regular expression, for the schema and for problems.
    pub(crate) pattern: &'static str,
    /// The same in words.
    pub(crate) words: &'static str,
    is_allowed: fn(&str) -> bool,
}

/// An id of a pursuit or an item.
pub(crate) const SLUG: NameForm = NameForm {
    pattern: "^([0-9][0-9-]*)?[a-z][a-z0-9-]*$",
    words: "small letters, digits and hyphens, starting with a letter or digit, with a letter, at most 64",
    is_allowed: |text| {
        is_of(text, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !text.starts_with('-')
            && text.contains(|c: char| c.is_ascii_lowercase())
    },
};

/// A kind, category or condition.
pub(crate) const SNAKE: NameForm = NameForm {
    pattern: "^[a-z][a-z0-9_]{0,63}$",
    words: "small letters, digits and underscores, starting with a letter, at most 64",
    is_allowed: |text| {
        is_of(text, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
            && text.starts_with(|c: char| c.is_ascii_lowercase())
    },
};

/// A currency.
pub(crate) const CURRENCY: NameForm = NameForm {
    pattern: "^[A-Z]{3}$",
    words: "three capital letters (ISO 4217), for example EUR",
    is_allowed: |text| text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()),
};

/// A month.
pub(crate) const MONTH: NameForm = NameForm {
    pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$",
    words: "a year and a month, for example 2026-11",
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
    pub(crate) fn check(&self, text: &str, at: &Cursor<'_>) {
        if (self.is_allowed)(text) {
            return;
        }
        let message = format!("`{}` is not a valid name here", shorten(text));
        let mut problem = at
            .report(Code::InvalidName, message)
            .with_found(Some(shorten(text).into()))
            .with_allowed(self.pattern)
            .with_help(format!("use {}", self.words));
        let joint = if self.pattern.contains('_') { "_" } else { "-" };
        let mended = text.trim().to_lowercase().replace([' ', '-', '_'], joint);
        let candidates = [mended, text.trim().to_uppercase()];
        if let Some(near) = candidates.into_iter().find(|near| (self.is_allowed)(near)) {
            problem = problem.with_suggestion(near);
        }
        at.sink.push(problem);
    }
}
