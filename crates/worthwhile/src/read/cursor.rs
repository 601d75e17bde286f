//! A place in the document, with the checks that every field needs.

use super::names::NameForm;
use super::number::not_finite;
use super::path::Path;
use super::tree::{Node, Object, Value};
use crate::limits::{MAX_ITEMS, MAX_PROBLEMS, MAX_TEXT};
use crate::problem::{Code, Problem, Problems, number, shorten};

/// The problem of a key that an object has more than once.
pub(crate) fn repeated(path: &str, key: &str) -> Problem {
    let message = format!("`{}` is given more than once", shorten(key));
    Problem::new(path, Code::DuplicateKey, message).with_help("keep one of them")
}

/// A value of the document and the way to it.
#[derive(Clone, Copy)]
pub struct Cursor<'c> {
    pub(crate) node: &'c Node<'c>,
    pub(crate) path: Path<'c>,
    pub(crate) sink: &'c Problems,
}

impl<'c> Cursor<'c> {
    /// Adds a problem.
    pub fn note(&self, problem: Problem) {
        self.sink.note(problem);
    }

    /// Whether the value is a string.
    #[must_use]
    pub fn is_text(&self) -> bool {
        matches!(self.node.value, Value::Text(_))
    }

    /// Whether the value is a number or an object, as an estimate is.
    #[must_use]
    pub fn is_estimate(&self) -> bool {
        matches!(self.node.value, Value::Number(_) | Value::Large(_) | Value::Object(_))
    }

    /// A problem of this value.
    #[must_use]
    pub fn report(&self, code: Code, message: String) -> Problem {
        Problem::new(self.path.render(), code, message)
    }

    pub(crate) fn wrong_type(&self, wanted: &str) {
        let found = self.node.value.describe();
        let mut problem = self
            .report(Code::WrongType, format!("expected {wanted}, found {found}"))
            .with_found(self.node.value.found())
            .with_allowed(wanted);
        if matches!(self.node.value, Value::Object(_)) && wanted == "a number" {
            problem = problem.with_help("an estimate is not allowed here; give a single number");
        }
        if let Value::Text(text) = &self.node.value
            && wanted.contains("number")
            && let Ok(value) = text.trim().parse::<f64>()
        {
            problem = if value.is_finite() {
                problem.with_suggestion(number(value)).with_help("remove the quotation marks")
            } else {
                let message = format!("`{}` is not a finite number", shorten(text));
                self.report(Code::NotFinite, message).with_found(self.node.value.found())
            };
        }
        self.sink.note(problem);
    }

    /// The value as an object with these keys and no others.
    #[must_use]
    pub fn object(&'c self, keys: &[&str]) -> Option<Fields<'c>> {
        let fields = self.map()?;
        let mut unknown = fields.object.entries.iter().filter(|(key, _)| !keys.contains(&&**key));
        for (key, node) in unknown.by_ref().take(MAX_PROBLEMS) {
            let place = Cursor { node, path: self.path.key(key), sink: self.sink };
            let message = || format!("unknown field `{}`", shorten(key));
            self.sink.note_at(place.path.render(), Code::UnknownField, |path| {
                Problem::new(path, Code::UnknownField, message()).with_choice(key, keys)
            });
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
            self.sink.note(self.report(Code::MissingField, message).with_allowed(key));
        }
    }

    /// The value as an object with any keys.
    #[must_use]
    pub fn map(&'c self) -> Option<Fields<'c>> {
        let fields = self.look()?;
        let keys = &fields.object.repeated;
        for key in keys.iter().take(MAX_PROBLEMS) {
            self.sink.note(repeated(&self.path.key(key).render(), key));
        }
        self.sink.count_only(keys.len().saturating_sub(MAX_PROBLEMS));
        Some(fields)
    }

    /// Reports the repeated keys of a value that is not read any further, and of every value in it.
    pub(crate) fn unrepeated(&self) {
        let inside = |node, path| Cursor { node, path, sink: self.sink }.unrepeated();
        match &self.node.value {
            Value::Object(object) => {
                for key in object.repeated.iter().take(MAX_PROBLEMS) {
                    self.sink.note(repeated(&self.path.key(key).render(), key));
                }
                object.entries.iter().for_each(|(key, node)| inside(node, self.path.key(key)));
            }
            Value::List(list) => {
                list.iter().enumerate().for_each(|(at, node)| inside(node, self.path.item(at)));
            }
            _ => {}
        }
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
    pub fn list(&'c self) -> Option<impl Iterator<Item = Cursor<'c>>> {
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
            let message = format!("{} entries; at most {most} are allowed", list.len());
            self.sink.note(
                self.report(code, message).with_found(Some(list.len().into())).with_allowed(most),
            );
        }
        let series = self.sink.series();
        Some(list.iter().take(most).enumerate().map(move |(index, node)| {
            series.next();
            Cursor { node, path: self.path.item(index), sink: self.sink }
        }))
    }

    /// The value as a finite number.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self.node.value {
            Value::Number(value) if value.is_finite() => Some(value),
            Value::Large(value) => Some(value as f64),
            Value::Number(value) => {
                self.sink.note(not_finite(self.path.render(), value));
                None
            }
            _ => {
                self.wrong_type("a number");
                None
            }
        }
    }

    /// The value as true or false.
    #[must_use]
    pub fn flag(&self) -> Option<bool> {
        if let Value::Bool(flag) = self.node.value {
            return Some(flag);
        }
        self.wrong_type("true or false");
        None
    }

    /// The value as a string of any length.
    #[must_use]
    pub fn any_text(&self) -> Option<&'c str> {
        if let Value::Text(text) = &self.node.value {
            return Some(text);
        }
        self.wrong_type("a string");
        None
    }

    /// Free text of bounded length.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let text = self.any_text()?;
        let length = if text.len() > MAX_TEXT { text.chars().count() } else { 0 };
        if length > MAX_TEXT {
            let message = format!("{length} characters; at most {MAX_TEXT} are allowed");
            self.sink.note(
                self.report(Code::TextTooLong, message)
                    .with_found(Some(length.into()))
                    .with_allowed(MAX_TEXT),
            );
        }
        Some(text.to_owned())
    }

    /// A text that must be one of a few words.
    #[must_use]
    pub fn word(&self, words: &[&str]) -> Option<&'c str> {
        let text = self.any_text()?;
        if !words.contains(&text) {
            self.sink.note_at(self.path.render(), Code::UnknownValue, |path| {
                let message = format!("unknown value `{}`", shorten(text));
                Problem::new(path, Code::UnknownValue, message).with_choice(text, words)
            });
            return None;
        }
        Some(text)
    }

    /// A text of some form.
    pub(crate) fn name(&self, form: &NameForm) -> Option<String> {
        let text = self.any_text()?;
        self.check_name(form, text);
        Some(text.to_owned())
    }

    /// Reports a text, here or as the key of this value, that does not have the form.
    pub(crate) fn check_name(&self, form: &NameForm, text: &str) {
        if let Some(problem) = form.problem(text, || self.path.render()) {
            self.sink.note(problem);
        }
    }
}

/// The fields of an object.
pub struct Fields<'c> {
    cursor: &'c Cursor<'c>,
    object: &'c Object<'c>,
}

impl<'c> Fields<'c> {
    /// A field's value, absent where it is null.
    #[must_use]
    pub fn get(&self, key: &'c str) -> Option<Cursor<'c>> {
        let node = self.object.get(key)?;
        (!matches!(node.value, Value::Null)).then(|| self.at(key, node))
    }

    /// A field that must be there.
    #[must_use]
    pub fn require(&self, key: &'c str) -> Option<Cursor<'c>> {
        self.cursor.need(key);
        self.get(key)
    }

    /// All entries, nulls left out, cut after the limit.
    pub fn entries(&self) -> impl Iterator<Item = (&'c str, Cursor<'c>)> {
        let count = self.object.entries.len();
        if count > MAX_ITEMS {
            let message = format!("{count} entries; at most {MAX_ITEMS} are allowed");
            self.cursor.sink.note(self.cursor.report(Code::TooManyItems, message));
        }
        let (path, sink) = (&self.cursor.path, self.cursor.sink);
        let series = sink.series();
        self.object
            .entries
            .iter()
            .take(MAX_ITEMS)
            .filter(|(_, node)| !matches!(node.value, Value::Null))
            .map(move |(key, node)| {
                series.next();
                (&**key, Cursor { node, path: path.key(key), sink })
            })
    }

    fn at(&self, key: &'c str, node: &'c Node<'c>) -> Cursor<'c> {
        Cursor { node, path: self.cursor.path.key(key), sink: self.cursor.sink }
    }
}
