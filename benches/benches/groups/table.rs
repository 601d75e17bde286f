//! People who answer some questions about themselves.

use std::sync::Arc;

use arrow::array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use serde_json::Value;
use worthwhile::Plan;

use crate::question::Random;

/// What people say, with the least and the most.
pub(crate) const COLUMNS: [(&str, [f64; 2]); 13] = [
    ("/person/motivations/enjoyment", [0.0, 10.0]),
    ("/person/motivations/altruism", [0.0, 10.0]),
    ("/person/motivations/belonging", [0.0, 10.0]),
    ("/person/motivations/learning", [0.0, 10.0]),
    ("/person/motivations/influence", [0.0, 10.0]),
    ("/person/motivations/reputation", [0.0, 10.0]),
    ("/person/motivations/career", [0.0, 10.0]),
    ("/person/motivations/income", [0.0, 10.0]),
    ("/person/protections/personal_time", [0.0, 10.0]),
    ("/person/protections/wellbeing", [0.0, 10.0]),
    ("/person/time/free_hours_per_week", [3.0, 25.0]),
    ("/person/time/work_hours_per_week", [20.0, 50.0]),
    ("/person/burnout_risk", [0.05, 0.6]),
];
/// Rows of a block.
pub(crate) const BLOCK: usize = 8192;

/// So many people, from this one on.
pub(crate) fn people(first: usize, count: usize) -> RecordBatch {
    let mut random = Random(first as u64);
    let ids = Int64Array::from_iter_values(first as i64..(first + count) as i64);
    let roles = ["architect", "consultant", "developer", "manager", "student"];
    let roles: StringArray = (0..count).map(|at| Some(roles[(first + at) % roles.len()])).collect();
    let mut columns: Vec<(&str, ArrayRef)> = vec![("id", Arc::new(ids)), ("role", Arc::new(roles))];
    for (input, [least, most]) in COLUMNS {
        let whole = most > 1.0;
        let answer = |at: f64| {
            let value = least + at * (most - least);
            if whole { value.round() } else { value }
        };
        let answers = (0..count).map(|_| answer(random.next()));
        columns.push((input, Arc::new(Float64Array::from_iter_values(answers))));
    }
    RecordBatch::try_from_iter(columns).unwrap()
}

/// The case with nothing uncertain: what uncertain numbers are on average.
pub(crate) fn at_means(plan: &Plan) -> Plan {
    let means = plan.inputs().iter().map(|input| (&*input.name, input.mean()));
    plan.with_values(means.collect::<Vec<_>>()).unwrap()
}

/// The case with the answers of some people in the places of their numbers.
pub(crate) fn with_lists(case: &Value, people: &RecordBatch) -> Value {
    let mut case = case.clone();
    for (input, _) in COLUMNS {
        let answers = people.column_by_name(input).unwrap();
        let answers: &Float64Array = answers.as_any().downcast_ref().unwrap();
        *case.pointer_mut(input).unwrap() = answers.values().iter().copied().collect();
    }
    case
}
