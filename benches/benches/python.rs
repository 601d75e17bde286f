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
    let mut rust = f64::MAX;
    let mut calls: Vec<(String, f64)> = Vec::new();
    let mut imports = MODULES.map(|module| (module, f64::MAX));
    for _ in 0..ROUNDS {
        rust = rust.min(text_call());
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
    println!("ratios to the library's text call ({:.0} us)", rust * 1e6);
    for (name, best) in &calls {
        println!("  {name:<30} {:.2}", best / rust);
    }
    let own = imports.first().unwrap().1;
    println!("\n`import worthwhile` takes {:.1} ms", own * 1e3);
    for (module, best) in imports.iter().skip(1) {
        println!("  of `import {module}` ({:.1} ms): {:.2}", best * 1e3, own / best);
    }
}

/// Seconds of the library's own text call.
fn text_call() -> f64 {
    const REPEATS: usize = 20;
    const CALLS: u32 = 5;
    let run = || {
        let start = Instant::now();
        (0..CALLS).for_each(|_| drop(black_box(worthwhile::assess(black_box(CASE)).unwrap())));
        start.elapsed().as_secs_f64() / f64::from(CALLS)
    };
    (0..REPEATS).map(|_| run()).fold(f64::MAX, f64::min)
}

fn python(args: &[&str]) -> String {
    let output = Command::new(PYTHON).args(args).current_dir(ROOT).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
