//! What doubt costs: the library and numpy in turns in one run, on one thread, as ratios. It needs
//! the virtual environment that `cargo dev test` makes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench reports by printing and stops at a failure"
)]

mod additive;
mod agreement;
mod engine;
mod memory;
mod numpy;
mod question;
mod rows;

use engine::{SCENARIOS, Spread, processor_seconds, quickest};
use numpy::{PLAIN, TUNED, Yardstick};
use question::{expanded, plans, question};
use worthwhile::{Assessment, Plan};

const CASE: &str = include_str!("../../data/doubt.json");
const ROUNDS: u64 = 10;

fn main() {
    if let Some(scenarios) = memory::asked() {
        return memory::child(scenarios);
    }
    // `cargo test` says nothing, and only asks whether it starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let plan = Plan::read(CASE).unwrap();
    let uncertain = plan.inputs().iter().filter(|input| !input.estimate.is_certain()).count();
    agreement::check(&plan);
    println!("six pursuits, {uncertain} uncertain inputs, {SCENARIOS} scenarios, one thread");
    the_model(&plan);
    additive::report();
    rows::report(&plan);
    threads(&plan);
    memory::report();
}

/// The six pursuits, by the library and by numpy.
fn the_model(plan: &Plan) {
    let answer = engine::assessment(plan, SCENARIOS, 1, 0);
    let asked = question(&expanded(plan), &plans(&answer));
    let first = processor_seconds(|| engine::samples(plan, SCENARIOS, 1, 0));
    let mut samples = f64::MAX;
    let mut whole = f64::MAX;
    let mut numpy = Yardstick::new(TUNED, "pursuits");
    let mut plain = Yardstick::new(PLAIN, "pursuits");
    for round in 0..ROUNDS {
        samples = samples.min(quickest(|| engine::samples(plan, SCENARIOS, 1, round)));
        whole = whole.min(quickest(|| engine::assessment(plan, SCENARIOS, 1, round)));
        numpy.round(&asked, SCENARIOS, round);
        plain.round(&asked, SCENARIOS, round);
    }
    let theirs = numpy.seconds;
    println!(
        "numpy, the figures of every pursuit by plans that it is told: tuned {:.1} ms of processor, \
         {:.1} ms of it for drawing; plain {:.1} ms",
        theirs * 1e3,
        numpy.drawing * 1e3,
        plain.seconds * 1e3
    );
    let ratio = |what: &str, ours: f64| {
        println!(
            "  {what:<52} {:>7.2} ms, numpy takes {:.1} times as long, plain {:.1} times",
            ours * 1e3,
            theirs / ours,
            plain.seconds / ours
        );
    };
    ratio("figures of every scenario (samples), plans chosen", samples);
    ratio("the whole analysis, with levers and without flips", whole);
    println!(
        "the first time in a process: {:.1} ms, numpy {:.1} ms, {:.1} times as long",
        first * 1e3,
        numpy.first * 1e3,
        numpy.first / first
    );
    same_error(plan, &numpy, theirs / samples);
    check(&answer, &numpy);
    check(&answer, &plain);
}

/// Prints how long numpy takes for means of the same standard error, where it takes `times` as long
/// for the same number of scenarios.
fn same_error(plan: &Plan, numpy: &Yardstick, times: f64) {
    println!("the same standard error of the mean worth and margin, numpy in times as long:");
    for (at, Spread { id, worth, margin }) in
        engine::spread(plan, SCENARIOS, ROUNDS).iter().enumerate()
    {
        let draws = |figure: &str, ours: f64| {
            let more = numpy.figure(at, figure).standard_error / ours;
            more * more * times
        };
        let (worth, margin) = (draws("worth", *worth), draws("margin", *margin));
        println!("  {id:<20} worth {worth:>9.0}, margin {margin:>9.0}");
    }
}

/// Drawn scenarios of both have the same means.
fn check(answer: &Assessment, numpy: &Yardstick) {
    const FAR: f64 = 5.0;
    for (at, pursuit) in answer.pursuits.iter().enumerate() {
        for (name, ours) in agreement::FIGURES {
            let (ours, theirs) = (ours(pursuit), numpy.figure(at, name));
            let off = (ours - theirs.mean).abs();
            assert!(
                off <= FAR * theirs.standard_error,
                "{name} of {}: {ours} and {}",
                pursuit.id,
                theirs.mean
            );
        }
    }
}

fn threads(plan: &Plan) {
    const MANY: u32 = 1 << 17;
    let mut one = f64::MAX;
    let mut two = f64::MAX;
    for round in 0..ROUNDS {
        one = one.min(engine::seconds(|| engine::assessment(plan, MANY, 1, round)));
        two = two.min(engine::seconds(|| engine::assessment(plan, MANY, 2, round)));
    }
    println!("the whole analysis of {MANY} scenarios: {:.0} ms on one thread", one * 1e3);
    println!("  {:.2} times as fast on two threads", one / two);
}
