//! The cost of an answer against the floor: parsing its case to a value tree and writing a value
//! tree of the answer's size; and that of a case without doubt against parsing it. Ends with ratios,
//! taken in turns in one run.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench reports by printing and stops at a failure"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use serde_json::Value;
use worthwhile::{Call, Case, Operation, Options, Plan};

const CASE: &str = include_str!("../../crates/worthwhile/examples/mvp.json");

/// A step and what one run of it costs.
type Step = (&'static str, Box<dyn Fn()>);

/// The same case with every number at its mean.
fn certain(plan: &Plan) -> Plan {
    let means = plan.inputs().iter().zip(plan.base());
    plan.with_values(means.map(|(input, mean)| (&*input.name, *mean))).unwrap()
}

fn steps() -> Vec<Step> {
    let plan = Plan::read(CASE).unwrap();
    let certain = certain(&plan);
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

/// Text to text where nothing is uncertain: the case says every number itself.
fn steps_of_the_certain() -> Vec<Step> {
    let case = certain(&Plan::read(CASE).unwrap()).expanded();
    let text: &'static str = serde_json::to_string(&case).unwrap().leak();
    let answer = |levers: bool| {
        let options = Options::default().with_levers(levers);
        Box::new(move || {
            let call = Call::new(Operation::Assess).case(black_box(text)).options(&options);
            drop(call.run().unwrap());
        })
    };
    vec![
        (
            "parse of the certain case",
            Box::new(move || drop(serde_json::from_str::<Value>(black_box(text)).unwrap())),
        ),
        ("certain text to text", answer(false)),
        ("certain text to text, levers", answer(true)),
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
/// quickest of each. Their unit is the first one.
fn ratios(steps: &[Step]) {
    const ROUNDS: u32 = 60;
    let mut best = vec![Duration::MAX; steps.len()];
    for _ in 0..ROUNDS {
        for ((_, run), best) in steps.iter().zip(&mut best) {
            let start = Instant::now();
            run();
            *best = start.elapsed().min(*best);
        }
    }
    let (unit, _) = steps.first().unwrap();
    let floor = best.first().copied().unwrap().as_secs_f64();
    println!("\nratios to the {unit} ({:.0} us)", floor * 1e6);
    for ((name, _), best) in steps.iter().zip(best) {
        println!("  {name:<28} {:.2}", best.as_secs_f64() / floor);
    }
}

fn main() {
    let groups = [steps(), steps_of_the_certain()];
    let mut criterion = Criterion::default().configure_from_args();
    for (name, run) in groups.iter().flatten() {
        criterion.bench_function(name, |bencher| bencher.iter(run));
    }
    criterion.final_summary();
    groups.iter().for_each(|steps| ratios(steps));
}
