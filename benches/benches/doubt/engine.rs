//! Calls of the library.

use std::hint::black_box;
use std::time::Instant;

use worthwhile::{Assessment, Options, Plan, Samples};

use crate::numpy::ROUNDS;

/// Scenarios of a run, in 8 replicates: the default.
pub(crate) const SCENARIOS: u32 = 16_384;

fn options(scenarios: u32, threads: u32, seed: u64) -> Options {
    Options::default().with_scenarios(scenarios).with_threads(threads).with_seed(seed)
}

/// The figures of every pursuit in every scenario.
pub(crate) fn samples(plan: &Plan, scenarios: u32, threads: u32, seed: u64) -> Samples {
    let options = options(scenarios, threads, seed);
    plan.run().options(&options).samples().unwrap()
}

/// The whole answer: figures, indices, levers and information too, as the defaults are.
pub(crate) fn assessment(plan: &Plan, scenarios: u32, threads: u32, seed: u64) -> Assessment {
    let options = options(scenarios, threads, seed);
    plan.run().options(&options).assess().unwrap()
}

/// Seconds on the clock that a call takes.
pub(crate) fn seconds<T>(call: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    black_box(call());
    start.elapsed().as_secs_f64()
}

/// The least processor seconds of as many calls in a row as numpy has.
pub(crate) fn quickest<T>(mut call: impl FnMut() -> T) -> f64 {
    (0..ROUNDS).map(|_| processor_seconds(&mut call)).fold(f64::MAX, f64::min)
}

/// Seconds of the processor that a call takes on this thread, which is what numpy's are. Where the
/// system does not tell, those on the clock.
pub(crate) fn processor_seconds<T>(call: impl FnOnce() -> T) -> f64 {
    let before = processor();
    let on_clock = seconds(call);
    match (before, processor()) {
        (Some(before), Some(after)) => after - before,
        _ => on_clock,
    }
}

fn processor() -> Option<f64> {
    // The system counts up to the last time this thread stood aside.
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds * 1e-9)
}

/// Standard errors of a pursuit's means.
pub(crate) struct Spread {
    pub(crate) id: String,
    pub(crate) worth: f64,
    pub(crate) margin: f64,
}

/// Standard errors, as the mean variance over some seeds: one of 8 replicates is itself uncertain.
pub(crate) fn spread(plan: &Plan, scenarios: u32, seeds: u64) -> Vec<Spread> {
    let answers: Vec<_> =
        (0..seeds).map(|seed| assessment(plan, scenarios, 1, seed).pursuits).collect();
    let mean_error = |errors: Vec<f64>| {
        let count = errors.len() as f64;
        (errors.iter().map(|error| error * error).sum::<f64>() / count).sqrt()
    };
    let pursuits = answers.first().unwrap().iter().enumerate();
    pursuits
        .map(|(at, pursuit)| {
            let all = || answers.iter().map(move |pursuits| pursuits.get(at).unwrap());
            Spread {
                id: pursuit.id.to_string(),
                worth: mean_error(all().map(|of| of.worth.standard_error).collect()),
                margin: mean_error(all().map(|of| of.margin.standard_error).collect()),
            }
        })
        .collect()
}
