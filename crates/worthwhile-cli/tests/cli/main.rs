//! The program as a user meets it: arguments and a document in, text and an exit code out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: a panic is a failed test"
)]

mod ask;
mod cases;
mod compare;
mod group;
mod preset_files;
mod presets;
mod reports;
mod schema;
mod streams;
mod usage;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// A case with one warning: dollars of a preset are taken as euros for want of a rate.
const WARNED: &str = r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}],
    "person": {"motivations": {"career": 7}, "time": {"free_hours_per_week": 12},
               "money": {"currency": "EUR", "meaningful_yearly_amount": 8000}}}"#;

/// A case with two errors, one of them with help.
const REFUSED: &str = r#"{"schema_version": 1, "persn": {}, "pursuits": [{"preset": "rest"}],
    "person": {"motivations": {"learning": 75}, "time": {"free_hours_per_week": 12}}}"#;

/// What a run left behind.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    /// Standard output as JSON.
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }
}

/// Starts the program with all its streams in hand.
fn start(args: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_worthwhile"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Waits for the end and collects what was written.
fn finish(child: Child) -> Run {
    let done = child.wait_with_output().unwrap();
    Run {
        code: done.status.code(),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

/// Runs the program with bytes on standard input. It may stop reading before the end.
fn run_with(args: &[&str], stdin: impl AsRef<[u8]>) -> Run {
    let mut child = start(args);
    let _ = child.stdin.take().unwrap().write_all(stdin.as_ref());
    finish(child)
}

/// Runs the program with nothing on standard input.
fn run(args: &[&str]) -> Run {
    run_with(args, "")
}

/// The path of the example case.
fn example() -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.join("../worthwhile/examples/mvp.json").to_str().unwrap().to_owned()
}

/// The names of all presets, from the library.
fn preset_names() -> impl Iterator<Item = &'static str> {
    worthwhile::Catalogue::builtin().presets.keys().map(String::as_str)
}
