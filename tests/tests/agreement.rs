//! The library agrees with a second implementation of the model.
//!
//! The reference in `src/reference.rs` was written from the page alone and shares no code with the
//! library. Every figure of an answer has to be the same to 1e-9; a discrete choice may differ only
//! where two figures tie, and that has to stay rare: a rule for ties that differs would show in
//! the count.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "test code: a panic is a failed test, and the counts are worth reading"
)]

#[path = "quick/mod.rs"]
mod quick;

use proptest::prelude::*;
use quick::{at_means, quickly};
use serde_json::Value;
use std::cell::RefCell;
use worthwhile_conformance::compare::{Ties, compare, figures};
use worthwhile_conformance::random;
use worthwhile_conformance::random::presets::{preset_case, shipped};
use worthwhile_conformance::reference::answer;
use worthwhile_conformance::runs::{Json, holds, scaled};

/// One case in this many may hang on a tie.
const RARE: usize = 200;

/// The library's answer to a document, compared with the reference's answer to its expansion.
fn agree(document: &Value, expanded: &Value) -> Result<Ties, TestCaseError> {
    let failed = |error: worthwhile::Error| TestCaseError::fail(error.to_string());
    let certain = at_means(document).map_err(failed)?;
    let plan = worthwhile::Plan::read(&certain.to_string()).map_err(failed)?;
    // How much of it comes with the levers.
    let options = quickly().with_levers(true);
    let ours = plan.run().options(&options).assess().map_err(failed)?;
    let ours = figures(&serde_json::to_value(&ours).unwrap());
    compare(document, &ours, &answer(expanded)).map_err(TestCaseError::fail)
}

/// Runs a comparison on random documents and prints how many ties it met.
fn agree_on(
    what: &str,
    cases: u32,
    documents: impl Strategy<Value = Value>,
    compare: impl Fn(&Value) -> Result<Ties, TestCaseError>,
) {
    let met = RefCell::new(Ties::default());
    holds(cases, documents.prop_map(Json), |Json(document)| {
        met.borrow_mut().add(&compare(&document)?);
        Ok(())
    });
    let met = met.into_inner();
    let cases = scaled(cases) as usize;
    println!("{cases} {what} agree; {} choices hang on ties: {met:?}", met.count());
    assert!(met.count() <= cases / RARE, "too many ties: {met:?}");
}

#[test]
fn on_any_case() {
    agree_on("cases", 3000, random::case(), |case| agree(case, case));
}

#[test]
fn on_cases_without_doubt() {
    agree_on("certain cases", 1000, random::certain_case(), |case| agree(case, case));
}

#[test]
fn on_presets_for_random_persons() {
    agree_on("cases of presets", 400, preset_case(), |document| {
        let expanded = worthwhile::expand(&document.to_string());
        let expanded = expanded.map_err(|error| TestCaseError::fail(error.to_string()))?;
        agree(document, &serde_json::from_str(&expanded).unwrap())
    });
}

#[test]
fn on_the_example() {
    let text = include_str!("../../crates/worthwhile/examples/mvp.json");
    let expanded = serde_json::from_str(&worthwhile::expand(text).unwrap()).unwrap();
    let ties = agree(&serde_json::from_str(text).unwrap(), &expanded).unwrap();
    assert_eq!(ties, Ties::default());
}

/// Presets by themselves, as they ship, for the person of the example.
#[test]
fn on_every_preset_alone() {
    let text = include_str!("../../crates/worthwhile/examples/mvp.json");
    for preset in shipped() {
        let mut document: Value = serde_json::from_str(text).unwrap();
        document["pursuits"] = serde_json::json!([{"preset": preset["id"]}]);
        let expanded = worthwhile::expand(&document.to_string()).unwrap();
        let ties = agree(&document, &serde_json::from_str(&expanded).unwrap()).unwrap();
        assert_eq!(ties, Ties::default());
    }
}
