//! What numpy is asked: a case, and the plans that the library chose for each pursuit.

use serde_json::{Value, json};
use worthwhile::{Assessment, Estimate, Plan, PlanSummary};

/// The case as a document that says everything itself.
pub(crate) fn expanded(plan: &Plan) -> Value {
    serde_json::to_value(plan.expanded()).unwrap()
}

/// For each pursuit its plan with, without and without any of it.
pub(crate) fn plans(answer: &Assessment) -> Value {
    let picks = |plan: &PlanSummary| serde_json::to_value(&plan.pursuits).unwrap();
    let pursuits = answer.pursuits.iter();
    pursuits
        .map(|own| json!([&own.plan_with, &own.plan_without, &own.plan_without_any].map(picks)))
        .collect()
}

pub(crate) fn question(case: &Value, plans: &Value) -> String {
    json!({"case": case, "plans": plans}).to_string()
}

/// Cases that differ in numbers alone as one case: a list of all where they differ.
pub(crate) fn in_columns(cases: &[Value]) -> Value {
    let first = cases.first().unwrap();
    let below =
        |of: &dyn Fn(&Value) -> Value| in_columns(&cases.iter().map(of).collect::<Vec<_>>());
    match first {
        Value::Object(members) => {
            members.keys().map(|key| (key.clone(), below(&|own| own[key].clone()))).collect()
        }
        Value::Array(items) => (0..items.len()).map(|at| below(&|own| own[at].clone())).collect(),
        _ if cases.iter().all(|own| own == first) => first.clone(),
        _ => Value::Array(cases.to_vec()),
    }
}

/// The same plan with a number, drawn anew, for all that is uncertain.
pub(crate) fn drawn(plan: &Plan, random: &mut Random) -> Plan {
    let uncertain = plan.inputs().iter().filter(|input| !input.estimate.is_certain());
    let values = uncertain.map(|input| (&*input.name, value(&input.estimate, random.next())));
    plan.with_values(values.collect::<Vec<_>>()).unwrap()
}

/// A value that an estimate covers, somewhere between its ends.
pub(crate) fn value(estimate: &Estimate, at: f64) -> f64 {
    let between = |low: f64, high: f64| low + at * (high - low);
    match estimate {
        Estimate::Interval { low, high } => between(*low, *high),
        Estimate::Pert { min, max, .. } | Estimate::Uniform { min, max } => between(*min, *max),
        Estimate::Normal { mean, sd } => between(mean - sd, mean + sd),
        Estimate::Discrete { values, .. } => {
            *values.get((at * values.len() as f64) as usize).unwrap()
        }
        Estimate::Certain(value) => *value,
        other => panic!("nothing is known of {other:?}"),
    }
}

/// Numbers from 0 to 1: splitmix64.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}
