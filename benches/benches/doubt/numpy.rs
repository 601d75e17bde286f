//! Calls of the programs in numpy.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const PYTHON: &str = ".venv/bin/python";
/// Of so many in a row, the quickest counts.
pub(crate) const ROUNDS: u32 = 5;

/// The model, tuned: nothing is computed twice or in vain, blocks stay in the caches.
pub(crate) const TUNED: &str = "benches/numpy_model.py";
/// The model as its page has it, on full arrays.
pub(crate) const PLAIN: &str = "benches/numpy_plain.py";

/// A program to compare with.
pub(crate) struct Yardstick {
    script: &'static str,
    list: &'static str,
    /// The least processor time so far.
    pub(crate) seconds: f64,
    /// The same of the first round of a process, which has to get its memory from the system.
    pub(crate) first: f64,
    /// The least that drawing alone took, where a script tells it.
    pub(crate) drawing: f64,
    told: Value,
}

/// The mean of a figure.
pub(crate) struct Figure {
    pub(crate) mean: f64,
    pub(crate) standard_error: f64,
}

impl Yardstick {
    /// A script, and the name of the list in what it prints.
    pub(crate) fn new(script: &'static str, list: &'static str) -> Self {
        Self {
            script,
            list,
            seconds: f64::MAX,
            first: f64::MAX,
            drawing: f64::MAX,
            told: Value::Null,
        }
    }

    /// Runs it once more. With 0 scenarios it takes those of its input, and no time.
    pub(crate) fn round(&mut self, input: &str, scenarios: u32, seed: u64) {
        let arguments = [scenarios.to_string(), ROUNDS.to_string(), seed.to_string()];
        self.told = run(self.script, &arguments, input);
        if scenarios > 0 {
            let told = |name: &str| self.told[name].as_f64().unwrap_or(f64::MAX);
            self.seconds = self.seconds.min(told("seconds"));
            self.first = self.first.min(told("first"));
            self.drawing = self.drawing.min(told("drawing"));
        }
    }

    /// A number of the last round.
    pub(crate) fn number(&self, at: usize, name: &str) -> f64 {
        number(&self.told, &format!("/{}/{at}/{name}", self.list))
    }

    /// A figure of the last round.
    pub(crate) fn figure(&self, at: usize, name: &str) -> Figure {
        Figure {
            mean: self.number(at, &format!("{name}/mean")),
            standard_error: self.number(at, &format!("{name}/standard_error")),
        }
    }
}

/// What a script prints for this input.
pub(crate) fn run(script: &str, arguments: &[String], input: &str) -> Value {
    let mut child = Command::new(PYTHON)
        .arg(script)
        .args(arguments)
        // A machine may set these for older builds of OpenBLAS; they slow a current numpy.
        .env_remove("OPENBLAS_CORETYPE")
        .env_remove("OPENBLAS_L2_SIZE")
        .env("OPENBLAS_NUM_THREADS", "1")
        .current_dir(ROOT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{script} failed");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn number(told: &Value, pointer: &str) -> f64 {
    told.pointer(pointer).and_then(Value::as_f64).unwrap()
}
