//! What the Python package costs against the library it calls, in turns in one run. It needs the
//! virtual environment that `cargo dev test` makes.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench reports by printing and stops at a failure"
)]

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use worthwhile::{Options, Plan};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const PYTHON: &str = ".venv/bin/python";
const SCRIPT: &str = "bindings/python/benches/cost.py";
const FILE: &str = "crates/worthwhile/examples/mvp.json";
const CASE: &str = include_str!("../../crates/worthwhile/examples/mvp.json");

/// What is imported, the one that the others are compared with first.
const MODULES: [&str; 3] = ["worthwhile", "json", "numpy"];
const ROUNDS: usize = 10;

fn main() {
    // Cargo's tests of the benches only ask whether it starts.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let (mut whole, mut quick) = (f64::MAX, f64::MAX);
    let mut calls: Vec<(String, f64)> = Vec::new();
    let mut imports = MODULES.map(|module| (module, f64::MAX));
    for _ in 0..ROUNDS {
        whole = whole.min(seconds(|| worthwhile::assess(black_box(CASE)).unwrap()));
        quick = quick.min(seconds(|| quick_answer(black_box(CASE))));
        let told = python(&[SCRIPT, FILE]);
        for (at, line) in told.lines().enumerate() {
            let (seconds, name) = line.split_once(' ').unwrap();
            let seconds: f64 = seconds.parse().unwrap();
            match calls.get_mut(at) {
                Some((_, best)) => *best = best.min(seconds),
                None => calls.push((name.to_owned(), seconds)),
            }
        }
        for (module, best) in &mut imports {
            let code = format!(
                "import time; start = time.perf_counter(); import {module}; \
                 print(time.perf_counter() - start)"
            );
            *best = best.min(python(&["-c", &code]).trim().parse().unwrap());
        }
    }
    println!(
        "ratios to the library's text call ({:.0} us, quick {:.0} us)",
        whole * 1e6,
        quick * 1e6
    );
    for (name, best) in &calls {
        let own = if name.starts_with("quick") { quick } else { whole };
        println!("  {name:<30} {:.2}", best / own);
    }
    let own = imports.first().unwrap().1;
    println!("\n`import worthwhile` takes {:.1} ms", own * 1e3);
    for (module, best) in imports.iter().skip(1) {
        println!("  of `import {module}` ({:.1} ms): {:.2}", best * 1e3, own / best);
    }
}

/// The text call with so few scenarios that what Python adds would show.
fn quick_answer(case: &str) -> String {
    let options = Options::default().with_scenarios(64).with_levers(false);
    Plan::read(case).unwrap().run().options(&options).assess().unwrap().to_json()
}

/// Seconds of the quickest of some calls.
fn seconds(call: impl Fn() -> String) -> f64 {
    const REPEATS: usize = 10;
    let run = |_| {
        let start = Instant::now();
        drop(black_box(call()));
        start.elapsed().as_secs_f64()
    };
    (0..REPEATS).map(run).fold(f64::MAX, f64::min)
}

fn python(args: &[&str]) -> String {
    let output = Command::new(PYTHON).args(args).current_dir(ROOT).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
