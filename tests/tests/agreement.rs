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
use serde_json::{Value, json};
use std::cell::RefCell;
use worthwhile_conformance::compare::{Ties, compare, figures};
use worthwhile_conformance::random;
use worthwhile_conformance::random::presets::{preset_case, shipped};
use worthwhile_conformance::reference::{Turn, answer, flip, is_yes, levers};
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

/// One lever or flip in this many may be one of which one of both meets a nearer turn than the
/// other: between the values that are tried an answer may turn twice.
const RARE_TURN: usize = 50;

/// How often both look and meet a turn, and how often only one of them meets the nearest.
#[derive(Debug, Default)]
struct Turns {
    tried: usize,
    alike: usize,
    ours_nearer: usize,
    theirs_nearer: usize,
}

impl Turns {
    /// Compares where both say that an answer turns.
    fn compare(&mut self, case: &Value, ours: Option<f64>, theirs: &Turn) -> Result<(), String> {
        self.tried += 1;
        let now = is_yes(case);
        let turns = |value: f64| is_yes(&theirs.change.at(case, value)) != now;
        let size = theirs.from.abs().max(1e-6);
        match (ours, theirs.to) {
            (None, None) => {}
            (Some(own), Some(other)) if (own - other).abs() <= 1e-6 * size.max(own.abs()) => {
                self.alike += 1;
            }
            (Some(own), _) if !turns(own) => return Err(format!("{own} does not turn {theirs:?}")),
            (Some(own), Some(other)) if (own - theirs.from).abs() > (other - theirs.from).abs() => {
                self.theirs_nearer += 1;
            }
            (Some(_), _) => self.ours_nearer += 1,
            (None, Some(_)) => self.theirs_nearer += 1,
        }
        Ok(())
    }
}

/// Whether a lever changes these inputs, in whatever order.
fn are_named(lever: &worthwhile::Lever, names: &[String]) -> bool {
    let mut own: Vec<&str> = lever.inputs.iter().map(|name| &**name).collect();
    let mut others: Vec<&str> = names.iter().map(String::as_str).collect();
    own.sort_unstable();
    others.sort_unstable();
    own == others
}

/// At most two pursuits over four years: brute force looks thousands of times.
fn small(document: &Value) -> Value {
    let mut case = document.clone();
    case["pursuits"].as_array_mut().unwrap().truncate(2);
    case.as_object_mut().unwrap().remove("either_or");
    let years = case["person"]["horizon_years"].as_f64().unwrap_or(3.0);
    case["person"]["horizon_years"] = json!(years.min(4.0));
    case
}

#[test]
fn on_what_would_change_the_answer() {
    let met = RefCell::new([Turns::default(), Turns::default()]);
    holds(200, random::certain_case().prop_map(|case| Json(small(&case))), |Json(case)| {
        let plan = worthwhile::Plan::read(&case.to_string()).unwrap();
        let options = quickly().with_levers(true);
        let ours = plan.run().options(&options).assess().unwrap();
        let failed = |why: String| TestCaseError::fail(why);
        let mut met = met.borrow_mut();
        let [of_levers, of_flips] = &mut *met;
        let theirs = levers(&case);
        for turn in &theirs {
            let is_it = |own: &&worthwhile::Lever| {
                own.kind.as_str() == turn.kind && are_named(own, &turn.inputs)
            };
            let own = ours.levers.iter().filter(|own| own.turns).find(is_it);
            of_levers.compare(&case, own.map(|own| own.to), turn).map_err(failed)?;
        }
        for own in ours.levers.iter().filter(|own| own.turns) {
            let is_it =
                |turn: &&Turn| own.kind.as_str() == turn.kind && are_named(own, &turn.inputs);
            prop_assert!(theirs.iter().any(|turn| is_it(&turn)), "{:?} is not tried", own);
        }
        let flips = plan.run().flips().unwrap();
        for (input, from) in plan.inputs().iter().zip(plan.base()).step_by(7) {
            let Some(turn) = flip(&case, &input.name, *from) else { continue };
            let own = flips.iter().find(|own| own.input == input.name).map(|own| own.to);
            of_flips.compare(&case, own, &turn).map_err(failed)?;
        }
        Ok(())
    });
    let met = met.into_inner();
    println!("levers and flips: {met:?}");
    for turns in &met {
        let apart = turns.ours_nearer + turns.theirs_nearer;
        assert!(apart <= turns.tried / RARE_TURN && turns.alike > 0, "{turns:?}");
    }
}
