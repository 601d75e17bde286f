//! A plain additive model of six alternatives with ten criteria: normal values, weighted and added.
//! As a case it is six pursuits with ten gains of money each, for someone driven by income alone.

use serde_json::{Value, json};
use worthwhile::Plan;

use crate::engine::{assessment, quickest, samples};
use crate::numpy::Yardstick;

const ALTERNATIVES: u32 = 6;
const CRITERIA: u32 = 10;
const ROUNDS: u64 = 10;
const DRAWS: u32 = 100_000;
/// The power of two that holds as many scenarios.
const SCENARIOS: u32 = 131_072;
/// So large that no sum of scores reaches it: the gain of a mix stays a sum.
const YEARLY: f64 = 1000.0;

fn weight(criterion: u32) -> f64 {
    f64::from(criterion + 1) / 55.0
}

fn mean(alternative: u32, criterion: u32) -> f64 {
    5.0 + 0.1 * f64::from(alternative) + f64::from((alternative + criterion) % 4)
}

fn sd(alternative: u32, criterion: u32) -> f64 {
    0.5 + 0.25 * f64::from((alternative * criterion) % 3)
}

fn model() -> Value {
    let rows = |of: fn(u32, u32) -> f64| -> Vec<Vec<f64>> {
        (0..ALTERNATIVES).map(|a| (0..CRITERIA).map(|c| of(a, c)).collect()).collect()
    };
    let weights: Vec<f64> = (0..CRITERIA).map(weight).collect();
    json!({"weights": weights, "means": rows(mean), "sds": rows(sd)})
}

fn case() -> Value {
    let benefit = |a: u32, c: u32| {
        json!({"id": format!("criterion-{c}"), "category": "pay", "chance": weight(c),
               "money_per_year": {"dist": "normal", "mean": mean(a, c), "sd": sd(a, c)}})
    };
    let pursuit = |a: u32| {
        let benefits: Vec<Value> = (0..CRITERIA).map(|c| benefit(a, c)).collect();
        json!({"id": format!("alternative-{a}"), "levels": [1], "benefits": benefits})
    };
    json!({
        "schema_version": 1,
        "person": {
            "motivations": {"income": 10},
            "time": {"free_hours_per_week": 10},
            "money": {"currency": "USD", "meaningful_yearly_amount": YEARLY}
        },
        "pursuits": (0..ALTERNATIVES).map(pursuit).collect::<Vec<_>>()
    })
}

/// Runs both in turns and prints how long numpy takes in times as long.
pub(crate) fn report() {
    let plan = Plan::read(&case().to_string()).unwrap();
    let model = model().to_string();
    let mut numpy = Yardstick::new("benches/numpy_additive.py", "alternatives");
    let mut ours = f64::MAX;
    for round in 0..ROUNDS {
        ours = ours.min(quickest(|| samples(&plan, SCENARIOS, 1, round)));
        numpy.round(&model, DRAWS, round);
    }
    println!("plain additive model, 6 x 10, {DRAWS} draws: numpy {:.1} ms", numpy.seconds * 1e3);
    println!(
        "  {SCENARIOS} scenarios {:.1} ms, numpy takes {:.1} times as long",
        ours * 1e3,
        numpy.seconds / ours
    );
    check(&plan, &numpy);
}

/// Scores are points but for a factor, and ranks are ranks.
fn check(plan: &Plan, numpy: &Yardstick) {
    const FAR: f64 = 5.0;
    let answer = assessment(plan, SCENARIOS, 1, 0);
    for (at, pursuit) in answer.pursuits.iter().enumerate() {
        let (score, error) = (numpy.number(at, "mean"), numpy.number(at, "standard_error"));
        let off = (pursuit.worth.mean * YEARLY / 100.0 - score).abs() / error;
        assert!(off < FAR, "{}: {} and {score}", pursuit.id, pursuit.worth.mean);
    }
}
