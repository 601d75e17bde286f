//! Runs every vector through the program, as a user would.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: a panic is a failed test"
)]

use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use libtest_mimic::Arguments;
use serde_json::Value;
use worthwhile_conformance::vectors::{Call, Outcome, trials};

/// The exit code of a refused document.
const REFUSED: i32 = 3;

fn main() {
    libtest_mimic::run(&Arguments::from_args(), trials(run)).exit();
}

fn run(call: Call, text: &str, other: &str) -> Outcome {
    match call {
        Call::Compare => compare(text, other),
        Call::Assess => assess(text),
        Call::Ask => ask(text),
        Call::Check => check(text),
        Call::Expand => expand(text),
    }
}

fn assess(text: &str) -> Outcome {
    // Only of a file the program knows how large it is.
    let output = match text.len() > worthwhile::limits::MAX_BYTES {
        true => with_file(text, |path| worthwhile(&["assess", path, "--format", "json"], "")),
        false => worthwhile(&["assess", "-", "--format", "json"], text),
    };
    if is_refused(&output) {
        return problems(&output);
    }
    let answer = worthwhile::assess(text).expect("the library answers what the program answers");
    let printed = std::str::from_utf8(&output.stdout).expect("the answer is UTF-8");
    assert!(printed.strip_suffix('\n') == Some(&answer), "not the library's answer:\n{printed}");
    Outcome::Answer(json(&output))
}

/// The other case comes from a file.
fn compare(text: &str, other: &str) -> Outcome {
    let call = |path: &str| worthwhile(&["compare", "-", path, "--format", "json"], text);
    let output = with_file(other, call);
    if is_refused(&output) { problems(&output) } else { Outcome::Answer(json(&output)) }
}

/// Runs with the text in a file of its own.
fn with_file(text: &str, run: impl FnOnce(&str) -> Output) -> Output {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let file =
        std::env::temp_dir().join(format!("worthwhile-{}-{number}.json", std::process::id()));
    std::fs::write(&file, text).expect("the file is written");
    let output = run(file.to_str().expect("its name is UTF-8"));
    std::fs::remove_file(&file).expect("the file is removed");
    output
}

fn ask(text: &str) -> Outcome {
    let output = worthwhile(&["ask", "--questions", "-"], text);
    if is_refused(&output) { problems(&output) } else { Outcome::Answer(json(&output)) }
}

fn check(text: &str) -> Outcome {
    let output = worthwhile(&["check", "-", "--format", "json"], text);
    let is_refused = is_refused(&output);
    let outcome = problems(&output);
    let Outcome::Problems(Value::Array(list)) = &outcome else { panic!("no list: {output:?}") };
    let has_error = list.iter().any(|problem| problem["severity"] == "error");
    assert_eq!(is_refused, has_error, "errors refuse a case and warnings do not");
    outcome
}

fn expand(text: &str) -> Outcome {
    let output = worthwhile(&["expand", "-"], text);
    if !is_refused(&output) {
        return Outcome::Answer(json(&output));
    }
    assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "problems are for people");
    Outcome::Refused
}

fn worthwhile(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_worthwhile"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input is piped");
    thread::scope(|scope| {
        // Of a text that is too large it reads only the beginning, so the rest may have no reader.
        scope.spawn(move || stdin.write_all(input.as_bytes()));
        child.wait_with_output().expect("the program ends")
    })
}

/// Whether it refused the case, rather than answering or failing otherwise.
fn is_refused(output: &Output) -> bool {
    match output.status.code() {
        Some(0) => false,
        Some(REFUSED) => true,
        code => panic!("exit code {code:?}: {}", String::from_utf8_lossy(&output.stderr)),
    }
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("the output is JSON")
}

fn problems(output: &Output) -> Outcome {
    let document = json(output);
    let keys: Vec<&str> =
        document.as_object().into_iter().flat_map(|map| map.keys()).map(String::as_str).collect();
    assert_eq!(keys, ["problems"], "a refusal is a list of problems");
    Outcome::Problems(document["problems"].clone())
}
