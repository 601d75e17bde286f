//! Standard errors cover the truth as often as they say.

use crate::tally::{FIGURES, Tally, figure};
use serde_json::{Value, json};
use worthwhile::{Options, Plan};
use worthwhile_conformance::statistics::Estimated;

const SEEDS: u64 = 50;
const SCENARIOS: u64 = 4096;
/// The truth is one run of this many, with another seed. Its own error counts as well.
const TRUTH: u64 = 1 << 18;
/// A right library fails once in a thousand choices of seeds, all counts taken together.
const OUTSIDE: f64 = 0.001;

/// The shipped example, with the answer's figures of every pursuit by name.
fn figures(scenarios: u64, seed: u64) -> Vec<(String, Estimated)> {
    let text = include_str!("../../../crates/worthwhile/examples/mvp.json");
    let mut case: Value = serde_json::from_str(text).unwrap();
    case["analysis"] = json!({"scenarios": scenarios, "seed": seed});
    let options = Options::default().with_levers(false);
    let plan = Plan::read(&case.to_string()).unwrap();
    let answer = plan.run().options(&options).assess().unwrap();
    let answer: Value = serde_json::from_str(&answer.to_json()).unwrap();
    let mut figures = vec![];
    for pursuit in answer["pursuits"].as_array().unwrap() {
        for name in FIGURES {
            let what = format!("{name} of {}", pursuit["id"]);
            figures.push((what, figure(pursuit, name).unwrap()));
        }
    }
    figures
}

#[test]
fn on_the_example() {
    let truth = figures(TRUTH, 1000);
    let mut tallies = vec![Tally::default(); truth.len()];
    for seed in 0..SEEDS {
        let found = figures(SCENARIOS, seed);
        for ((tally, (name, found)), (_, truth)) in tallies.iter_mut().zip(found).zip(&truth) {
            let told = tally.compare(found, *truth);
            told.unwrap_or_else(|told| panic!("{name} with seed {seed}: {told}"));
        }
    }
    let outside = OUTSIDE / truth.len() as f64;
    let mut are_likely = true;
    for (tally, (name, _)) in tallies.iter().zip(&truth) {
        are_likely &= tally.is_likely(name, outside);
    }
    assert!(are_likely, "the counts above are not those of right standard errors");
}
