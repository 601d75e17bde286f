//! The last look at an answer: every figure is a number.

use serde_json::Value;

use crate::assessment::Assessment;
use crate::error::Error;
use crate::problem::{Code, Problem};

/// Refuses an answer in which something is no number, with the pointer of each such figure.
// INVARIANT: an assessment has texts as keys, so it can be written.
#[expect(clippy::expect_used, reason = "see the invariant above")]
pub(super) fn check(answer: &Assessment) -> Result<(), Error> {
    let document = serde_json::to_value(answer).expect("an assessment can be written");
    let mut problems = Vec::new();
    collect(&document, &document, &mut String::new(), &mut problems);
    if problems.is_empty() { Ok(()) } else { Err(Error::invalid(problems)) }
}

/// What is no number is written as null, and nothing else is.
fn collect(root: &Value, at: &Value, path: &mut String, problems: &mut Vec<Problem>) {
    let before = path.len();
    match at {
        Value::Null if problems.len() < crate::limits::MAX_PROBLEMS => {
            problems.push(problem(root, path));
        }
        Value::Object(members) => {
            for (name, value) in members {
                path.push('/');
                path.push_str(name);
                collect(root, value, path, problems);
                path.truncate(before);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                path.push('/');
                path.push_str(&index.to_string());
                collect(root, value, path, problems);
                path.truncate(before);
            }
        }
        _ => {}
    }
}

fn problem(root: &Value, path: &str) -> Problem {
    let pursuit = path.strip_prefix("/pursuits/").and_then(|rest| rest.split('/').next());
    let index: Option<usize> = pursuit.and_then(|index| index.parse().ok());
    let id = index.and_then(|index| root["pursuits"][index]["id"].as_str());
    let of = id.map(|id| format!(" of `{id}`")).unwrap_or_default();
    let message = format!("a figure{of} is no number");
    let help = "the case has numbers so large or so small that their quotients are no numbers";
    Problem::new(path.to_owned(), Code::NotFiniteFigure, message).with_help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_that_is_no_number_is_named() {
        let case = include_str!("../../examples/mvp.json");
        let plan = crate::Plan::read(case).unwrap();
        let options = crate::Options::default().with_scenarios(16).with_levers(false);
        let mut answer = plan.run().options(&options).assess().unwrap();
        assert!(check(&answer).is_ok());
        answer.pursuits[1].years[0].money = f64::NAN;
        let error = check(&answer).unwrap_err();
        let [problem] = error.problems() else { panic!("one figure") };
        assert_eq!(problem.code, Code::NotFiniteFigure);
        assert_eq!(problem.path, "/pursuits/1/years/0/money");
        assert_eq!(problem.message, "a figure of `az-305` is no number");
    }
}
