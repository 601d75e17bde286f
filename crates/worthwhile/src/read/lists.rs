//! Lists of different names.

use super::cursor::Cursor;
use super::names::{INPUT, SLUG, SNAKE};
use crate::problem::Code;

/// A list of different ids.
pub(super) fn slugs(at: &Cursor<'_>) -> Option<Vec<String>> {
    names(at, |at| at.name(&SLUG))
}

/// A list of different names of numbers.
pub(super) fn inputs(at: &Cursor<'_>) -> Option<Vec<String>> {
    names(at, |at| at.name(&INPUT))
}

/// A list of different words.
pub(super) fn words(at: &Cursor<'_>) -> Option<Vec<String>> {
    names(at, |at| at.name(&SNAKE))
}

fn names(at: &Cursor<'_>, name: fn(&Cursor<'_>) -> Option<String>) -> Option<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for item in at.list()? {
        // What cannot be read keeps its place, so that pointers to later entries are right.
        let name = name(&item).unwrap_or_default();
        if !name.is_empty() && names.contains(&name) {
            let message = format!("`{name}` is listed twice");
            item.sink.note(item.report(Code::RepeatedEntry, message));
        }
        names.push(name);
    }
    Some(names)
}
