//! Runs every vector through the Rust API.
#![allow(clippy::expect_used, reason = "test code: a panic is a failed test")]

use libtest_mimic::Arguments;
use worthwhile_conformance::vectors::{Call, Outcome, trials};

fn main() {
    libtest_mimic::run(&Arguments::from_args(), trials(run)).exit();
}

fn run(call: Call, text: &str, other: &str) -> Outcome {
    let answered = match call {
        Call::Check => return problems(&worthwhile::check(text)),
        Call::Assess => worthwhile::assess(text),
        Call::Expand => worthwhile::expand(text),
        Call::Ask => worthwhile::Call::new(worthwhile::Operation::Ask).case(text).run(),
        Call::Compare => {
            let compare = worthwhile::Call::new(worthwhile::Operation::Compare);
            compare.case(text).other_case(other).run()
        }
    };
    match answered {
        Ok(answer) => Outcome::Answer(serde_json::from_str(&answer).expect("the answer is JSON")),
        Err(error) => problems(error.problems()),
    }
}

fn problems(problems: &[worthwhile::Problem]) -> Outcome {
    Outcome::Problems(serde_json::to_value(problems).expect("problems serialize"))
}
