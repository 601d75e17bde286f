//! What is wrong with a plain number for a field.

use crate::estimate::Domain;
use crate::field::{Field, Form};
use crate::problem::{Code, Problem, number};
use crate::suggest::unit_slip;

/// What is wrong with a plain number for a field, if anything is.
#[inline]
pub(crate) fn number_problem(
    value: f64,
    field: &Field,
    path: impl FnOnce() -> String,
) -> Option<Problem> {
    let is_taken = value.is_finite()
        && field.domain.contains(value)
        && (field.form != Form::Whole || value.fract().abs() <= 0.0);
    if is_taken { None } else { Some(what_is_wrong(value, field, path())) }
}

#[cold]
fn what_is_wrong(value: f64, field: &Field, path: String) -> Problem {
    if !value.is_finite() {
        return not_finite(path, value);
    }
    if !field.domain.contains(value) {
        return out_of_range(path, value, &field.domain);
    }
    let message = format!("`{value}` is not a whole number");
    let problem = Problem::new(path, Code::WrongType, message);
    problem.with_found(Some(number(value))).with_suggestion(number(value.round()))
}

pub(super) fn not_finite(path: String, value: f64) -> Problem {
    Problem::new(path, Code::NotFinite, format!("`{value}` is not a finite number"))
}

pub(super) fn out_of_range(path: String, value: f64, domain: &Domain) -> Problem {
    let message = format!("`{value}` is out of range; expected {}", domain.describe());
    let problem = Problem::new(path, Code::OutOfRange, message)
        .with_found(Some(number(value)))
        .with_allowed(bounds(domain));
    match unit_slip(value, domain) {
        Some(meant) => problem
            .with_suggestion(number(meant))
            .with_help(format!("did you mean {meant}? the scale is {}", domain.describe())),
        None => problem,
    }
}

/// Bounds as data.
pub(crate) fn bounds(domain: &Domain) -> serde_json::Value {
    let low = if domain.is_above_min { "exclusiveMinimum" } else { "minimum" };
    let high = if domain.is_below_max { "exclusiveMaximum" } else { "maximum" };
    serde_json::json!({low: number(domain.min), high: number(domain.max)})
}
