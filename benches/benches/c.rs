//! What a call from C costs against the same call of the library, in turns in one run.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench reports by printing and stops at a failure"
)]

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use worthwhile::{Options, Outputs, Plan, Rows};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const PREFIX: &str = "target/c/prefix";
const PROGRAM: &str = "target/c/cost";
const FILE: &str = "crates/worthwhile/examples/mvp.json";
const CASE: &str = include_str!("../../crates/worthwhile/examples/mvp.json");

/// Few scenarios: the answer is short of work, so that what the binding adds can be seen.
const OPTIONS: &str = r#"{"scenarios": 64}"#;

const ROUNDS: usize = 20;
const REPEATS: usize = 5;
const ROWS: usize = 10_000;

fn main() {
    // Cargo's tests of the benches only ask whether it starts.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    build();
    let [mut text, mut rows, mut c_text, mut c_rows] = [f64::MAX; 4];
    for _ in 0..ROUNDS {
        text = text.min(text_call());
        rows = rows.min(fast_path());
        let told = output(PROGRAM, &[FILE, OPTIONS]);
        let mut seconds = told.lines().map(|line| line.parse::<f64>().unwrap());
        c_text = c_text.min(seconds.next().unwrap());
        c_rows = c_rows.min(seconds.next().unwrap());
    }
    println!("ratios of C to Rust");
    println!("  text to text  {:.2} of {:.0} us", c_text / text, text * 1e6);
    println!("  {ROWS} rows    {:.2} of {:.2} ms", c_rows / rows, rows * 1e3);
}

/// Installs the library and compiles the program against it.
fn build() {
    output("cargo", &["dev", "install-c", "--prefix", PREFIX]);
    let source = "bindings/c/benches/cost.c";
    let (include, lib) = (format!("-I{PREFIX}/include"), format!("-L{PREFIX}/lib"));
    let place = format!("-Wl,-rpath,{ROOT}/{PREFIX}/lib");
    output(
        "cc",
        &["-std=c11", "-O2", source, &include, &lib, &place, "-lworthwhile", "-o", PROGRAM],
    );
}

fn output(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).current_dir(ROOT).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Seconds of the library's own way from text to text.
fn text_call() -> f64 {
    quickest(|| {
        let options = Options::read(black_box(OPTIONS)).unwrap();
        let plan = Plan::read(black_box(CASE)).unwrap();
        let answer = plan.run().options(&options).assess().unwrap();
        drop(black_box(answer.to_json()));
    })
}

/// Seconds of the library's own call for rows.
fn fast_path() -> f64 {
    let plan = Plan::read(CASE).unwrap();
    let inputs = plan.base().repeat(ROWS);
    let mut out = vec![0.0; ROWS * plan.outputs(Outputs::all()).len()];
    quickest(|| {
        let rows = Rows::whole(black_box(&inputs));
        plan.evaluate(rows, Outputs::all(), black_box(&mut out)).unwrap().ok().unwrap();
    })
}

fn quickest(mut run: impl FnMut()) -> f64 {
    let mut once = || {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64()
    };
    (0..REPEATS).map(|_| once()).fold(f64::MAX, f64::min)
}
