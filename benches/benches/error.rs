//! How far off the means are: scrambled Sobol' points of the library against plain Monte Carlo, on
//! the shipped example with every number made uncertain.
//!
//! The error of plain Monte Carlo is not run but known: the standard deviation over the root of the
//! number of scenarios. The table says how many plain scenarios are as good as those of the library.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench reports by printing and stops at a failure"
)]

use serde_json::{Value, json};
use worthwhile::field::Form;
use worthwhile::{Assessment, Input, Options, Plan, PursuitAssessment, Scale, Summary};

const CASE: &str = include_str!("../../crates/worthwhile/examples/mvp.json");
const SCENARIOS: u32 = 4096;
const PLAIN: u32 = 65_536;
const SEEDS: u64 = 20;
/// The truth is the mean of as many runs of this size with other seeds.
const TRUTH: u32 = 65_536;

type Figure = (&'static str, fn(&PursuitAssessment) -> &Summary);

const FIGURES: [Figure; 8] = [
    ("worth", |of| &of.worth),
    ("margin", |of| &of.margin),
    ("margin over none", |of| &of.margin_over_none),
    ("hours", |of| &of.hours_per_week),
    ("busiest hours", |of| &of.busiest_hours_per_week),
    ("felt hours", |of| &of.felt_hours_per_week),
    ("burnout risk", |of| &of.burnout_risk),
    ("money", |of| &of.money_per_year),
];

fn main() {
    // `cargo test` says nothing, and only asks whether it starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    report("as shipped", &Plan::read(CASE).unwrap());
    report("with everything uncertain", &Plan::read(&everything_uncertain()).unwrap());
}

fn report(what: &str, plan: &Plan) {
    let uncertain = plan.inputs().iter().filter(|input| !input.estimate.is_certain()).count();
    println!("the shipped example {what}: {uncertain} uncertain inputs");
    println!("error of the mean over {SEEDS} seeds; plain Monte Carlo at {PLAIN} scenarios");
    println!(
        "| pursuit | figure | Sobol' at {SCENARIOS} | plain at {PLAIN} | plain scenarios as good |"
    );
    println!("|---|---|---|---|---|");
    let truth: Vec<_> = (0..SEEDS).map(|seed| answer(plan, TRUTH, 1000 + seed)).collect();
    let found: Vec<_> = (0..SEEDS).map(|seed| answer(plan, SCENARIOS, seed)).collect();
    let mut is_better = true;
    for (at, pursuit) in truth.first().unwrap().pursuits.iter().enumerate() {
        for (name, figure) in FIGURES {
            let of = |answer: &Assessment| *figure(answer.pursuits.get(at).unwrap());
            let mean = mean(truth.iter().map(|answer| of(answer).mean));
            let sd = self::mean(truth.iter().map(|answer| of(answer).sd));
            let squares = found.iter().map(|one| (of(one).mean - mean) * (of(one).mean - mean));
            let error = self::mean(squares).sqrt();
            if sd <= 1e-12 * mean.abs() {
                continue;
            }
            let plain = sd / f64::from(PLAIN).sqrt();
            let as_good = sd / error * (sd / error);
            println!("| {} | {name} | {error:.2e} | {plain:.2e} | {as_good:.0} |", pursuit.id);
            is_better &= name != "worth" || error <= plain;
        }
    }
    assert!(is_better, "plain Monte Carlo has the smaller error of a mean worth");
    println!();
}

fn answer(plan: &Plan, scenarios: u32, seed: u64) -> Assessment {
    let options = Options::default().with_scenarios(scenarios).with_seed(seed);
    plan.run().options(&options).assess().unwrap()
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}

/// The example with an estimate for every number that one can be in doubt about. Those at an end of
/// what they can be, such as a share of 0, stay: there is no interval around them.
fn everything_uncertain() -> String {
    let expanded = worthwhile::expand(CASE).unwrap();
    let plan = Plan::read(&expanded).unwrap();
    let mut case: Value = serde_json::from_str(&expanded).unwrap();
    for input in plan.inputs() {
        if let Some(doubt) = doubt(input) {
            *place(&mut case, &input.name) = doubt;
        }
    }
    case.to_string()
}

/// A fifth of the way to the nearer end, or of its size, to each side.
fn doubt(input: &Input) -> Option<Value> {
    const PART: f64 = 0.2;
    let (value, domain) = (input.mean(), &input.field.domain);
    let is_inside = value > domain.min && value < domain.max;
    if input.field.form != Form::Estimate || !input.estimate.is_certain() || !is_inside {
        return None;
    }
    let off = match domain.scale {
        Scale::Logit => PART * (value - domain.min).min(domain.max - value),
        Scale::Log | Scale::Plain => PART * value.abs(),
    };
    (off > 0.0).then(|| json!({"low": value - off, "high": value + off}))
}

/// The place of an input. Items of lists are named by id.
fn place<'c>(case: &'c mut Value, name: &str) -> &'c mut Value {
    name.split('/').skip(1).fold(case, |at, step| match at {
        Value::Array(items) => items.iter_mut().find(|item| item["id"] == *step).unwrap(),
        object => object.get_mut(step).unwrap(),
    })
}
