//! The schema and the reader say the same about every document that is a step away from a valid
//! one.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;
use worthwhile::Code;

use crate::mutate::{Mutant, mutants};
use crate::support::{CASE, example, expanded, refusals};

/// So many have to be judged, whatever becomes of the example.
const FEWEST: usize = 600;

/// What came of the mutants of one document.
#[derive(Default)]
struct Count {
    accepted: usize,
    refused: usize,
    /// Not judged, with the reason.
    skipped: BTreeMap<String, usize>,
    by_kind: BTreeMap<&'static str, usize>,
    disagreements: Vec<String>,
}

impl Count {
    fn skip(&mut self, why: impl Into<String>) {
        *self.skipped.entry(why.into()).or_default() += 1;
    }

    fn judge(&mut self, mutant: &Mutant, original: &Value) {
        if mutant.document == *original {
            return self.skip("the same as the original");
        }
        let text = mutant.document.to_string();
        let (reader, is_valid) = (refusals(&text), CASE.accepts(&mutant.document));
        match (is_valid, reader.is_empty()) {
            (true, true) => self.accepted += 1,
            (false, false) => self.refused += 1,
            (true, false) if reader.iter().all(|code| code.is_semantic()) => {
                return self.skip(format!("only the reader sees {}", words(reader)));
            }
            (false, true) if mutant.kind == "null" => return self.skip("null for absent"),
            (true, false) => self.disagree(mutant, &format!("only the reader: {}", words(reader))),
            (false, true) => {
                let objections = CASE.check(&mutant.document).unwrap_err();
                self.disagree(mutant, &format!("only the schema: {objections}"));
            }
        }
        *self.by_kind.entry(mutant.kind).or_default() += 1;
    }

    fn disagree(&mut self, mutant: &Mutant, what: &str) {
        let found = mutant.document.pointer(&mutant.at).unwrap().to_string();
        let found: String = found.chars().take(200).collect();
        self.disagreements.push(format!("{} at {}: {found}\n  {what}", mutant.kind, mutant.at));
    }

    fn run(&self) -> usize {
        self.accepted + self.refused + self.disagreements.len()
    }

    fn report(&self, what: &str) -> String {
        let mut text = format!(
            "mutants of {what}: run {}, of which both accept {}, both refuse {}, disagree {}\n",
            self.run(),
            self.accepted,
            self.refused,
            self.disagreements.len()
        );
        for (kind, count) in &self.by_kind {
            writeln!(text, "  run {count}: {kind}").unwrap();
        }
        for (why, count) in &self.skipped {
            writeln!(text, "  skipped {count}: {why}").unwrap();
        }
        text
    }
}

fn words(codes: impl IntoIterator<Item = Code>) -> String {
    codes.into_iter().map(Code::as_str).collect::<Vec<_>>().join(", ")
}

fn agree(what: &str, document: &Value, most_items: usize) {
    assert!(CASE.accepts(document) && refusals(&document.to_string()).is_empty());
    let mut count = Count::default();
    for mutant in mutants(document, &CASE.schema, most_items) {
        count.judge(&mutant, document);
    }
    println!("{}", count.report(what));
    let shown: Vec<_> = count.disagreements.iter().take(20).cloned().collect();
    assert!(
        shown.is_empty(),
        "{} disagree, for example:\n{}",
        count.disagreements.len(),
        shown.join("\n")
    );
    assert!(count.run() >= FEWEST, "only {} were run", count.run());
}

#[test]
fn of_the_example() {
    agree("the example", &example(), usize::MAX);
}

#[test]
fn of_the_expanded_example() {
    agree("the expanded example", &expanded(&example()), 2);
}
