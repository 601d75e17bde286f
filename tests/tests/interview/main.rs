//! The interview: five persons by their answers and by hand, laws that hold for any answers, and answers
//! that nobody should give.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: a panic is a failed test"
)]

mod honest;
mod hostile;
mod laws;
mod persons;

use std::path::Path;

use serde_json::Value;
use worthwhile::{Catalogue, Interview, Options, Questions};

/// The persons of `tests/interview`.
const PERSONS: [&str; 5] = ["holder", "anyway", "degree-or-award", "own", "dread"];

/// A file about a person.
fn file(person: &str, what: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("interview");
    std::fs::read_to_string(folder.join(format!("{person}.{what}.json"))).unwrap()
}

/// The answers of a person, in the order of the file.
fn answers(person: &str) -> Vec<(String, String)> {
    let interview = Interview::read(&file(person, "answers"), Catalogue::builtin()).unwrap();
    interview.answers().clone().into_iter().collect()
}

/// An interview with these answers.
fn interview<'a>(answers: impl IntoIterator<Item = (&'a str, &'a str)>) -> Interview<'static> {
    let mut interview = Interview::new(Catalogue::builtin());
    interview.answer_all(answers).unwrap();
    interview
}

fn pairs(answers: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    answers.iter().map(|(id, answer)| (id.as_str(), answer.as_str()))
}

/// The case as text, answers included.
fn text(interview: &Interview<'_>) -> String {
    serde_json::to_string(&interview.case().unwrap()).unwrap()
}

/// The case without its answers.
fn bare(interview: &Interview<'_>) -> Value {
    let mut case = serde_json::to_value(interview.case().unwrap()).unwrap();
    case.as_object_mut().unwrap().remove("answers");
    case
}

fn questions(interview: &Interview<'_>) -> Questions {
    interview.questions(&Options::default().with_scenarios(64).with_replicates(2)).unwrap()
}
