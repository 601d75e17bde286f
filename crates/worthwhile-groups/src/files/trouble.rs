//! What goes wrong with a file, as problems.

use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};

use worthwhile::reading::shorten;
use worthwhile::{Code, Error, Problem};

/// A file that is not what it should be.
#[cold]
pub(super) fn unreadable(message: impl Into<String>) -> Error {
    Problem::new("", Code::UnreadableTable, message).into()
}

/// The same with what may help.
#[cold]
pub(super) fn unreadable_with(message: impl Into<String>, help: &str) -> Error {
    Problem::new("", Code::UnreadableTable, message).with_help(help).into()
}

/// A file that a library cannot read.
#[cold]
pub(super) fn damaged(what: &str, error: &impl Display) -> Error {
    let reason = error.to_string();
    let reason: String = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let reason: String = reason.chars().filter(|c| !worthwhile::is_hidden(*c)).take(300).collect();
    unreadable(format!("not readable as {what}: {reason}"))
}

/// Something that is more than is allowed.
#[cold]
pub(super) fn too_much(code: Code, found: u64, what: &str, allowed: u64) -> Error {
    let message = format!("{found} {what}; at most {allowed} are allowed");
    let problem = Problem::new("", code, message);
    problem.with_found(Some(found.into())).with_allowed(allowed).into()
}

/// Something in a line, counted from 1, that is longer than is allowed.
#[cold]
pub(super) fn too_long(place: &str, allowed: usize) -> Error {
    let message = format!("{} is longer than {allowed} bytes", shorten(place));
    Problem::new("", Code::TextTooLong, message).with_allowed(allowed).into()
}

/// Does what a library might panic in on a file that somebody has tampered with: then it is an error too.
pub(super) fn guarded<T>(what: &str, read: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(read) => read,
        Err(_) => Err(unreadable(format!("not readable as {what}: the file is damaged"))),
    }
}
