//! Whether a surface said what a vector expects.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use super::{ExpectedProblem, Outcome, Vector};

/// Numbers may differ by this much, relative to those above 1.
const TOLERANCE: f64 = 1e-9;
/// In an expectation, the version of the library under test.
const VERSION: &str = "{version}";

impl Vector {
    /// Compares an outcome with what is expected.
    ///
    /// # Errors
    /// Says every difference.
    pub fn compare(&self, outcome: &Outcome) -> Result<(), String> {
        match (outcome, &self.expect, &self.problems) {
            (Outcome::Answer(answer), Some(expect), _) => compare_answer(answer, expect),
            (Outcome::Problems(found), _, Some(problems)) => compare_problems(found, problems),
            (Outcome::Refused, _, Some(_)) => Ok(()),
            (Outcome::Answer(_), ..) => Err("it answered, but problems were expected".to_owned()),
            (Outcome::Problems(found), ..) => Err(format!("refused{}", listed(found))),
            (Outcome::Refused, ..) => Err("refused, but an answer was expected".to_owned()),
        }
    }
}

fn compare_answer(answer: &Value, expect: &BTreeMap<String, Value>) -> Result<(), String> {
    let mut differences = String::new();
    for (pointer, expected) in expect {
        let found = answer.pointer(pointer).unwrap_or(&Value::Null);
        if !is_same(found, expected) {
            let _ = write!(differences, "\n{pointer}: found {found}, expected {expected}");
        }
    }
    if differences.is_empty() { Ok(()) } else { Err(differences) }
}

fn compare_problems(found: &Value, expected: &[ExpectedProblem]) -> Result<(), String> {
    let problems = found.as_array().ok_or_else(|| format!("not a list: {found}"))?;
    let wanted: Vec<String> =
        expected.iter().map(|problem| format!("{} at {:?}", problem.code, problem.path)).collect();
    if named(problems) != wanted {
        let wanted = format!("\nexpected:\n  {}", wanted.join("\n  "));
        return Err(format!("{}{wanted}", listed(found)));
    }
    let pairs = problems.iter().zip(expected);
    let differing = pairs.filter(|(problem, expected)| !expected.is_met_by(problem));
    let differences: String = differing
        .map(|(problem, expected)| format!("\nfound {problem}\nexpected {expected:?}"))
        .collect();
    if differences.is_empty() { Ok(()) } else { Err(differences) }
}

/// Problems by code and path.
fn named(problems: &[Value]) -> Vec<String> {
    let text = |problem: &Value, key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    let name =
        |problem: &Value| format!("{} at {:?}", text(problem, "code"), text(problem, "path"));
    problems.iter().map(name).collect()
}

fn listed(problems: &Value) -> String {
    let names = named(problems.as_array().map(Vec::as_slice).unwrap_or_default());
    format!("\nfound:\n  {}", names.join("\n  "))
}

impl ExpectedProblem {
    /// Whether the rest of a problem with the right code and path is as expected.
    fn is_met_by(&self, problem: &Value) -> bool {
        let is_text = |key: &str, text: &Option<String>| {
            text.as_ref().is_none_or(|text| problem[key] == *text)
        };
        let mut data = self.data.iter().flatten();
        is_text("message", &self.message)
            && is_text("help", &self.help)
            && data.all(|(key, expected)| is_same(&problem["data"][key], expected))
    }
}

/// The same value; numbers within the tolerance, `3` and `3.0` alike. `{"near": 3, "within": 0.1}`
/// stands for any number so near: for means over scenarios that another program computed.
fn is_same(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Number(found), Value::Number(expected)) => {
            let (found, expected) = (found.as_f64().unwrap(), expected.as_f64().unwrap());
            (found - expected).abs() <= TOLERANCE * expected.abs().max(1.0)
        }
        (Value::String(found), Value::String(expected)) if expected == VERSION => {
            found == env!("CARGO_PKG_VERSION")
        }
        (Value::Array(found), Value::Array(expected)) => {
            found.len() == expected.len()
                && found.iter().zip(expected).all(|(found, expected)| is_same(found, expected))
        }
        (Value::Number(found), Value::Object(expected)) => {
            let [near, within] =
                ["near", "within"].map(|key| expected.get(key).and_then(Value::as_f64));
            let (Some(near), Some(within)) = (near, within) else { return false };
            expected.len() == 2 && (found.as_f64().unwrap() - near).abs() <= within
        }
        (Value::Object(found), Value::Object(expected)) => {
            found.len() == expected.len()
                && expected.iter().all(|(key, expected)| {
                    found.get(key).is_some_and(|found| is_same(found, expected))
                })
        }
        (found, expected) => found == expected,
    }
}
