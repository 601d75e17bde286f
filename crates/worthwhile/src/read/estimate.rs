//! Reading numbers: plain ones and the forms of an estimate, against the table of fields.

use super::cursor::{Cursor, Fields};
use super::number::{bounds, number_problem, out_of_range};
use super::path::Path;
use super::tree::{Node, Value, parse};
use crate::estimate::{Domain, Estimate, Scale, WEIGHT};
use crate::field::{Field, Form};
use crate::problem::{Code, Problem, Problems, number};

/// The forms of an estimate, by the keys of their objects.
const FORMS: &str =
    "a number, {low, high}, {min, mode, max}, or {dist: uniform, normal or discrete}";

impl Cursor<'_> {
    /// An estimate for a field. A refused one is reported and a stand-in takes its place, so that
    /// nobody reports it as missing.
    #[must_use]
    pub fn estimate(&self, field: &Field) -> Estimate {
        let read = match &self.node.value {
            Value::Number(_) | Value::Large(_) => {
                self.bounded(&field.domain).map(Estimate::Certain)
            }
            Value::Object(_) => self.form(field),
            _ => {
                self.wrong_type("a number or an estimate");
                None
            }
        };
        read.unwrap_or_else(|| field.stand_in())
    }

    /// A plain number for a field, whole where the field says so.
    pub(crate) fn plain(&self, field: &Field) -> Option<f64> {
        let value = self.number()?;
        let found = number_problem(value, field, || self.path.render());
        let is_allowed = found.is_none();
        found.into_iter().for_each(|problem| self.sink.note(self.as_typed(value, problem)));
        is_allowed.then_some(value)
    }

    /// Names a whole number as it was typed, where a float has rounded it.
    fn as_typed(&self, value: f64, mut problem: Problem) -> Problem {
        if let Value::Large(typed) = self.node.value {
            problem.message = problem.message.replace(&format!("`{value}`"), &format!("`{typed}`"));
            if let (Some(data), Ok(typed)) = (&mut problem.data, i64::try_from(typed)) {
                data.found = Some(typed.into());
            }
        }
        problem
    }

    fn bounded(&self, domain: &Domain) -> Option<f64> {
        let value = self.number()?;
        if domain.contains(value) {
            return Some(value);
        }
        self.sink.note(self.as_typed(value, out_of_range(self.path.render(), value, domain)));
        None
    }

    fn form(&self, field: &Field) -> Option<Estimate> {
        let Value::Object(object) = &self.node.value else { return None };
        let has =
            |key: &str| object.get(key).is_some_and(|node| !matches!(node.value, Value::Null));
        if has("dist") {
            return self.distribution(field);
        }
        if has("low") || has("high") {
            return self.interval(&field.domain);
        }
        if has("min") || has("mode") || has("max") {
            return self.pert(&field.domain);
        }
        let message = format!("not a known form of estimate; expected {FORMS}");
        self.sink.note(self.report(Code::UnknownEstimate, message).with_allowed(FORMS));
        None
    }

    fn interval(&self, domain: &Domain) -> Option<Estimate> {
        let fields = self.object(&["low", "high"])?;
        let (low, high) = (fields.bound("low", domain), fields.bound("high", domain));
        let (low, high) = (low?, high?);
        self.check_order("low", low, "high", high)?;
        let ends = domain.of_interval_ends();
        if !ends.contains(low) || !ends.contains(high) {
            let message = format!(
                "the interval `{low}` to `{high}` must lie strictly inside the allowed range, {}",
                domain.describe()
            );
            let mode = 0.5 * (low + high);
            self.sink.note(
                self.report(Code::IntervalAtEdge, message)
                    .with_allowed(bounds(domain))
                    .with_suggestion(serde_json::json!({
                        "min": number(low), "mode": number(mode), "max": number(high)
                    }))
                    .with_help("move the end inward, or give {min, mode, max} with your best guess as the mode"),
            );
            return None;
        }
        Some(Estimate::Interval { low, high })
    }

    fn pert(&self, domain: &Domain) -> Option<Estimate> {
        let fields = self.object(&["min", "mode", "max"])?;
        let values = ["min", "mode", "max"].map(|key| fields.bound(key, domain));
        let [Some(min), Some(mode), Some(max)] = values else { return None };
        self.check_order("min", min, "max", max)?;
        if mode < min || mode > max {
            let message = format!("the mode `{mode}` is not between min `{min}` and max `{max}`");
            self.sink.note(
                self.report(Code::ModeOutside, message)
                    .with_found(Some(number(mode)))
                    .with_allowed(serde_json::json!({"min": number(min), "max": number(max)})),
            );
            return None;
        }
        Some(Estimate::Pert { min, mode, max })
    }

    fn distribution(&self, field: &Field) -> Option<Estimate> {
        let domain = &field.domain;
        let tag = self.look()?.get("dist")?.word(&["uniform", "normal", "discrete"])?;
        match tag {
            "uniform" => {
                let fields = self.object(&["dist", "min", "max"])?;
                let (min, max) = (fields.bound("min", domain), fields.bound("max", domain));
                let (min, max) = (min?, max?);
                self.check_order("min", min, "max", max)?;
                Some(Estimate::Uniform { min, max })
            }
            "normal" => self.normal(domain),
            _ => self.discrete(domain),
        }
    }

    fn normal(&self, domain: &Domain) -> Option<Estimate> {
        let fields = self.object(&["dist", "mean", "sd"])?;
        if domain.scale != Scale::Plain {
            let message = "a normal distribution would exceed the bounds of this field".to_owned();
            let help = "use {low, high} or {min, mode, max}, which stay within them";
            self.sink.note(self.report(Code::NormalNotAllowed, message).with_help(help));
            return None;
        }
        let (mean, sd) = (fields.bound("mean", domain), fields.bound("sd", &domain.of_spread()));
        Some(Estimate::Normal { mean: mean?, sd: sd? })
    }

    fn discrete(&self, domain: &Domain) -> Option<Estimate> {
        let fields = self.object(&["dist", "values", "weights"])?;
        let values = fields.require("values")?.numbers(domain)?;
        let Some(at) = fields.get("weights") else {
            return Some(Estimate::Discrete { values, weights: None });
        };
        let weights = at.numbers(&WEIGHT)?;
        let is_empty = weights.iter().all(|weight| *weight <= 0.0);
        if weights.len() != values.len() || is_empty {
            let message = if is_empty {
                "the weights sum to zero".to_owned()
            } else {
                format!("{} weights for {} values", weights.len(), values.len())
            };
            at.sink.note(
                at.report(Code::WeightsDiffer, message)
                    .with_found(Some(weights.len().into()))
                    .with_allowed(values.len()),
            );
            return None;
        }
        Some(Estimate::Discrete { values, weights: Some(weights) })
    }

    fn numbers(&self, domain: &Domain) -> Option<Vec<f64>> {
        let read: Vec<Option<f64>> = self.list()?.map(|item| item.bounded(domain)).collect();
        if read.is_empty() {
            self.sink
                .note(self.report(Code::EmptyList, "the list needs at least one entry".to_owned()));
            return None;
        }
        read.into_iter().collect()
    }

    fn check_order(&self, low_name: &str, low: f64, high_name: &str, high: f64) -> Option<()> {
        if low <= high {
            return Some(());
        }
        let message = format!("{low_name} `{low}` is above {high_name} `{high}`");
        let swapped = serde_json::json!({low_name: number(high), high_name: number(low)});
        self.sink.note(
            self.report(Code::LowAboveHigh, message)
                .with_suggestion(swapped)
                .with_help(format!("swap {low_name} and {high_name}")),
        );
        None
    }
}

impl<'c> Fields<'c> {
    fn bound(&self, key: &'c str, domain: &Domain) -> Option<f64> {
        self.require(key)?.bounded(domain)
    }

    /// The estimate of a field, under the field's own name.
    pub(crate) fn estimate(&self, field: &Field) -> Option<Estimate> {
        Some(self.get(field.name)?.estimate(field))
    }

    /// The estimate of a field that must be there.
    pub(crate) fn required_estimate(&self, field: &Field) -> Estimate {
        self.require(field.name).map_or_else(|| field.stand_in(), |at| at.estimate(field))
    }

    /// The plain number of a field.
    pub(crate) fn plain(&self, field: &Field) -> Option<f64> {
        self.get(field.name)?.plain(field)
    }
}

/// An estimate as a field takes it; what is wrong with it is reported at the path.
#[must_use]
pub fn taken(
    estimate: &Estimate,
    field: &Field,
    path: &str,
    problems: &Problems,
) -> Option<Estimate> {
    if let Estimate::Certain(value) = *estimate {
        let problem = number_problem(value, field, || path.to_owned());
        let is_taken = problem.is_none();
        problem.into_iter().for_each(|problem| problems.note(problem));
        return is_taken.then(|| estimate.clone());
    }
    let text = serde_json::to_string(estimate).unwrap_or_default();
    match parse(&text) {
        Ok(node) => replacement(&node, field, path, problems),
        Err(problem) => {
            problems.note(*problem);
            None
        }
    }
}

/// What takes the place of a number with this row, judged like a number of a case. The paths of its
/// problems begin with its name.
pub(crate) fn replacement(
    node: &Node<'_>,
    field: &Field,
    name: &str,
    problems: &Problems,
) -> Option<Estimate> {
    let own = Problems::default();
    let at = Cursor { node, path: Path::ROOT, sink: &own };
    let estimate = match field.form {
        Form::Estimate => Some(at.estimate(field)),
        Form::Number | Form::Whole => at.plain(field).map(Estimate::Certain),
    };
    let is_taken = !own.has_below("");
    problems.take_over(own, name);
    estimate.filter(|_| is_taken)
}
