//! What the laws share: assessing documents, finding places in them, and judging figures.

use crate::quick::{at_means, quick};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use std::ops::RangeInclusive;
use worthwhile_conformance::compare::{TOLERANCE, compare, figures};
use worthwhile_conformance::random;
use worthwhile_conformance::random::presets::preset_case;
use worthwhile_conformance::reference::{Answer, PursuitAnswer};
use worthwhile_conformance::runs::Json;

/// A random case without presets.
pub(crate) fn own_case() -> impl Strategy<Value = Json> {
    random::case().prop_map(Json)
}

/// A random case without presets in which every figure is a plain number.
pub(crate) fn certain_case() -> impl Strategy<Value = Json> {
    random::certain_case().prop_map(Json)
}

/// A random case, with presets or without.
pub(crate) fn any_case() -> impl Strategy<Value = Json> {
    prop_oneof![random::case().boxed(), preset_case().boxed()].prop_map(Json)
}

/// The assessment of a document that is valid, as text, over a few scenarios.
pub(crate) fn assessed(document: &Value) -> Result<String, TestCaseError> {
    let answer = quick(&document.to_string());
    answer.map_err(|error| TestCaseError::fail(format!("{document} is refused: {error}")))
}

/// The assessment of a document that is valid, as a value.
pub(crate) fn answered(document: &Value) -> Result<Value, TestCaseError> {
    Ok(serde_json::from_str(&assessed(document)?).unwrap())
}

/// The figures of a document that is valid, every uncertain number at its mean.
pub(crate) fn figured(document: &Value) -> Result<Answer, TestCaseError> {
    Ok(figures(&answered_at_means(document)?))
}

/// The assessment of a document that is valid, every uncertain number at its mean.
pub(crate) fn answered_at_means(document: &Value) -> Result<Value, TestCaseError> {
    let certain = at_means(document).map_err(|error| TestCaseError::fail(error.to_string()))?;
    answered(&certain)
}

/// Two documents have the same figures, ties and rounding aside.
pub(crate) fn same_figures(one: &Value, other: &Value) -> Result<(), TestCaseError> {
    let difference = compare(one, &figured(one)?, &figured(other)?);
    difference
        .map(drop)
        .map_err(|difference| TestCaseError::fail(format!("{difference} in {other}")))
}

/// One figure is at least another, rounding aside.
pub(crate) fn at_least(what: &str, larger: f64, smaller: f64) -> Result<(), TestCaseError> {
    let slack = TOLERANCE * larger.abs().max(smaller.abs()).max(1.0);
    prop_assert!(larger >= smaller - slack, "{}: {:?} after {:?}", what, larger, smaller);
    Ok(())
}

/// Two figures are the same, rounding aside.
pub(crate) fn near(what: &str, one: f64, other: f64) -> Result<(), TestCaseError> {
    at_least(what, one, other)?;
    at_least(what, other, one)
}

/// The lists of items that a pursuit may have.
pub(crate) const LISTS: [&str; 4] = ["activities", "benefits", "costs", "drawbacks"];

/// The document with its pursuits all or nothing, and none of their work done anyway: then no law
/// hangs on the level that is chosen, or on the life without it.
pub(crate) fn all_or_nothing(document: &Value) -> Value {
    let mut changed = document.clone();
    for pursuit in pursuits(&mut changed) {
        pursuit.as_object_mut().unwrap().remove("anyway");
        pursuit["levels"] = json!([1]);
    }
    changed
}

/// The pursuits of a document.
pub(crate) fn pursuits(document: &mut Value) -> &mut Vec<Value> {
    document["pursuits"].as_array_mut().unwrap()
}

/// The document with one of its pursuits alone.
pub(crate) fn alone(document: &Value, index: usize) -> Value {
    let mut changed = document.clone();
    changed["pursuits"] = json!([document["pursuits"][index]]);
    changed.as_object_mut().unwrap().remove("either_or");
    changed
}

/// The document in which the first pursuit is held at this level, below 1: nothing that takes hours
/// fits, and what does not fit is told at its lowest level. An answer at another level is none.
pub(crate) fn held_at(document: &Value, level: f64) -> Value {
    let mut changed = document.clone();
    changed["person"]["time"]["limit_hours_per_week"] = json!(1e-9);
    let levels = if level < 1.0 { json!([level, 1]) } else { json!([1]) };
    changed["pursuits"][0]["levels"] = levels;
    changed
}

/// The gains of the eight motives, with their names.
pub(crate) fn gains(pursuit: &PursuitAnswer) -> &[(String, f64)] {
    &pursuit.contributions[..8]
}

/// A low and a high value from a range, ends included now and then.
pub(crate) fn low_and_high(range: RangeInclusive<f64>) -> impl Strategy<Value = (f64, f64)> {
    let (low, high) = range.into_inner();
    let any = || prop_oneof![1 => Just(low), 1 => Just(high), 4 => low..=high];
    (any(), any()).prop_map(|(a, b)| (a.min(b), a.max(b)))
}

/// Pointers to all items of the lists of that name, in all pursuits.
pub(crate) fn items(document: &Value, list: &str) -> Vec<String> {
    let pursuits = document["pursuits"].as_array().unwrap();
    let lists = pursuits.iter().enumerate().filter_map(|(at, pursuit)| {
        let items = pursuit.get(list)?.as_array()?;
        Some((0..items.len()).map(move |item| format!("/pursuits/{at}/{list}/{item}")))
    });
    lists.flatten().collect()
}

/// One of some pointers; none where there are none.
pub(crate) fn pick(index: Index, pointers: &[String]) -> Option<&str> {
    (!pointers.is_empty()).then(|| index.get(pointers).as_str())
}

/// The document with a field of the object at a pointer set.
pub(crate) fn with(document: &Value, pointer: &str, field: &str, value: Value) -> Value {
    let mut changed = document.clone();
    changed.pointer_mut(pointer).unwrap()[field] = value;
    changed
}

/// The document without a field of the object at a pointer.
pub(crate) fn without(document: &Value, pointer: &str, field: &str) -> Value {
    let mut changed = document.clone();
    changed.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(field);
    changed
}

/// Whether a number below zero stands anywhere in an estimate.
fn may_be_negative(estimate: &Value) -> bool {
    match estimate {
        Value::Number(number) => number.as_f64().unwrap() < 0.0,
        Value::Array(list) => list.iter().any(may_be_negative),
        Value::Object(map) => map.values().any(may_be_negative),
        _ => false,
    }
}

/// The document with all benefits that may cost money made to bring none.
pub(crate) fn without_losses(document: &Value) -> Value {
    let mut changed = document.clone();
    for pointer in items(document, "benefits") {
        let benefit = changed.pointer_mut(&pointer).unwrap().as_object_mut().unwrap();
        if benefit.get("money_per_year").is_some_and(may_be_negative) {
            benefit.remove("money_per_year");
        }
    }
    changed
}
