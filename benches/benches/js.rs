//! What a call of the JavaScript package costs against the same call of the library, in turns in one run:
//! WebAssembly in Node.js against native code, on one thread.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench reports by printing and stops at a failure"
)]

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use worthwhile::{Call, Operation, Options, Outputs, Plan, Rows};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const NODE: &str = "tests/schema-tools/.venv/bin/node";
const PACKAGE: &str = "target/js/worthwhile";
const FILE: &str = "crates/worthwhile/examples/mvp.json";
const CASE: &str = include_str!("../../crates/worthwhile/examples/mvp.json");

const ROUNDS: usize = 3;
const ROWS: u32 = 2000;
const FREE_HOURS: &str = "/person/time/free_hours_per_week";

const CALLS: [&str; 4] = [
    "the whole answer",
    "without levers",
    "1,024 scenarios, without levers",
    "2,000 rows, the question alone",
];

fn main() {
    // Cargo's tests of the benches only ask whether it starts.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    // Other packages beside the one that ships: built otherwise, for example.
    let others = std::env::args().skip(1).filter(|argument| !argument.starts_with('-'));
    let packages: Vec<String> = [PACKAGE.to_owned()].into_iter().chain(others).collect();
    output("cargo", &["dev", "js"]);
    let mut native = [f64::MAX; CALLS.len()];
    let mut script = vec![[f64::MAX; CALLS.len()]; packages.len()];
    for _ in 0..ROUNDS {
        native.iter_mut().zip(library()).for_each(|(least, own)| *least = least.min(own));
        for (package, least) in packages.iter().zip(&mut script) {
            let told = output(NODE, &["bindings/js/benches/cost.mjs", package, FILE]);
            let seconds = told.lines().map(|line| line.parse::<f64>().unwrap());
            least.iter_mut().zip(seconds).for_each(|(least, own)| *least = least.min(own));
        }
    }
    for (package, own) in packages.iter().zip(&script) {
        println!("ratios of JavaScript to Rust, {package}");
        for ((call, own), native) in CALLS.iter().zip(own).zip(native) {
            println!("  {call:32} {:.1} of {:.1} ms", own / native, native * 1e3);
        }
    }
}

fn output(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).current_dir(ROOT).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Seconds of the library's own calls, in their order.
fn library() -> [f64; CALLS.len()] {
    let usual = Options::default();
    let bare = Options::default().with_levers(false);
    let few = bare.clone().with_scenarios(1024);
    let assess = |options: &Options| {
        quickest(|| {
            let call = Call::new(Operation::Assess).case(black_box(CASE)).options(options);
            drop(black_box(call.run().unwrap()));
        })
    };
    let plan = Plan::read(CASE).unwrap();
    let hours: Vec<f64> = (0..ROWS).map(|at| 4.0 + f64::from(at % 100) / 5.0).collect();
    let columns: [(&str, &[f64]); 1] = [(FREE_HOURS, &hours)];
    let mut out = vec![0.0; hours.len() * plan.outputs(Outputs::question()).len()];
    let rows = quickest(|| {
        let rows = Rows::columns(hours.len(), black_box(&columns));
        drop(black_box(plan.evaluate(rows, Outputs::question(), &mut out).unwrap()));
    });
    [assess(&usual), assess(&bare), assess(&few), rows]
}

fn quickest(mut call: impl FnMut()) -> f64 {
    let seconds = (0..5).map(|_| {
        let start = Instant::now();
        call();
        start.elapsed().as_secs_f64()
    });
    seconds.fold(f64::MAX, f64::min)
}
