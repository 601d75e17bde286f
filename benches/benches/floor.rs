//! The cost of an answer against the floor: parsing its case to a value tree and writing a value
//! tree of the answer's size. Ends with ratios, taken in turns in one run.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench reports by printing and stops at a failure"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use serde_json::Value;
use worthwhile::{Case, Options, Plan};

const CASE: &str = include_str!("../../crates/worthwhile/examples/mvp.json");

/// A step and what one run of it costs.
type Step = (&'static str, Box<dyn Fn()>);

fn steps() -> Vec<Step> {
    let plan = Plan::read(CASE).unwrap();
    let means = plan.inputs().iter().zip(plan.base());
    let certain = plan.with_values(means.map(|(input, mean)| (&*input.name, *mean))).unwrap();
    let answer: Value = serde_json::from_str(&worthwhile::assess(CASE).unwrap()).unwrap();
    let step = |name, run: Box<dyn Fn()>| (name, run);
    vec![
        step(
            "floor",
            Box::new(move || {
                black_box(serde_json::from_str::<Value>(black_box(CASE)).unwrap());
                black_box(serde_json::to_string(black_box(&answer)).unwrap());
            }),
        ),
        step("read", Box::new(|| drop(serde_json::from_str::<Case>(black_box(CASE)).unwrap()))),
        step("read and compile", Box::new(|| drop(Plan::read(black_box(CASE)).unwrap()))),
        step("base case", figures(&certain, Options::default().with_levers(false))),
        step("base case, levers", figures(&certain, Options::default())),
        step("scenarios", figures(&plan, Options::default().with_levers(false))),
        step("scenarios, levers", figures(&plan, Options::default())),
        step("text to text", Box::new(|| drop(worthwhile::assess(black_box(CASE)).unwrap()))),
    ]
}

/// An answer of a plan that is compiled.
fn figures(plan: &Plan, options: Options) -> Box<dyn Fn()> {
    let plan = plan.clone();
    Box::new(move || {
        let answer = black_box(&plan).run().options(&options).assess();
        drop(answer.unwrap());
    })
}

/// Takes all steps in turns, so that whatever else the machine does hits all of them; keeps the
/// quickest of each.
fn ratios(steps: &[Step]) {
    const ROUNDS: u32 = 60;
    const RUNS: u32 = 1;
    let mut best = vec![Duration::MAX; steps.len()];
    for _ in 0..ROUNDS {
        for ((_, run), best) in steps.iter().zip(&mut best) {
            let start = Instant::now();
            (0..RUNS).for_each(|_| run());
            *best = start.elapsed().min(*best);
        }
    }
    let floor = best.first().copied().unwrap().as_secs_f64();
    println!("\nratios to the floor ({:.0} us)", floor * 1e6 / f64::from(RUNS));
    for ((name, _), best) in steps.iter().zip(best) {
        println!("  {name:<18} {:.2}", best.as_secs_f64() / floor);
    }
}

fn main() {
    let steps = steps();
    let mut criterion = Criterion::default().configure_from_args();
    for (name, run) in &steps {
        criterion.bench_function(name, |bencher| bencher.iter(run));
    }
    criterion.final_summary();
    ratios(&steps);
}
