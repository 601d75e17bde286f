//! No jumps: a little more or less of something changes a worth a little, also where a formula
//! turns a corner. Only the limit and the choice of plan may jump.

use crate::support::{all_or_nothing, alone, certain_case, figured, held_at, pursuits, with};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use std::cell::Cell;
use worthwhile_conformance::reference::PursuitAnswer;
use worthwhile_conformance::runs::{Json, holds, scaled};

/// A small step and one that is smaller by a thousand: where there is no jump a worth changes by
/// less over the second. At no effort at all it goes by a root of the effort.
const STEPS: [f64; 2] = [1e-4, 1e-7];
const LESS: f64 = 0.05;
/// What rounding leaves, as a part of the largest contribution.
const ROUNDING: f64 = 1e-6;

/// A case with one pursuit that is all or nothing, with the usual returns to effort.
fn one(case: &Value, index: Index) -> Value {
    let count = case["pursuits"].as_array().unwrap().len();
    let mut one = all_or_nothing(&alone(case, index.index(count)));
    one["assumptions"].as_object_mut().unwrap().remove("returns_to_effort");
    one
}

fn first(case: &Value) -> Result<PursuitAnswer, TestCaseError> {
    Ok(figured(case)?.pursuits.remove(0))
}

/// No jump at a value, to the sides that the bounds leave.
fn has_no_jump(
    at: f64,
    (least, most): (f64, f64),
    case: impl Fn(f64) -> Value,
) -> Result<(), TestCaseError> {
    let own = first(&case(at))?;
    let size = own.contributions.iter().map(|(_, points)| points.abs()).fold(1.0, f64::max);
    for side in [-1.0, 1.0] {
        let [far, close] = STEPS.map(|step| at + side * step * at.max(1.0));
        if far < least || far > most {
            continue;
        }
        let change = |to: f64| first(&case(to)).map(|other| (other.worth - own.worth).abs());
        let [far, close] = [change(far)?, change(close)?];
        prop_assert!(
            close <= LESS * far + ROUNDING * size,
            "a jump at {at} to side {side}: {close} and {far} points"
        );
    }
    Ok(())
}

/// Where hours and felt hours meet the free ones.
#[test]
fn in_free_hours() {
    holds(150, (certain_case(), any::<Index>()), |(Json(case), index)| {
        let mut case = one(&case, index);
        case["person"]["time"].as_object_mut().unwrap().remove("limit_hours_per_week");
        case["person"]["time"]["work_hours_per_week"] = json!(20);
        case["person"]["time"]["free_hours_per_week"] = json!(20);
        let own = first(&case)?;
        let corners =
            own.years.iter().flat_map(|own| [own.hours_per_week, own.felt_hours_per_week]);
        for corner in corners.filter(|hours| (0.5..=140.0).contains(hours)) {
            let set = |value: f64| with(&case, "/person/time", "free_hours_per_week", json!(value));
            has_no_jump(corner, (0.4, 147.0), set)?;
        }
        Ok(())
    });
}

/// From no chance to some, and from some to certainty.
#[test]
fn in_the_chances_of_an_award() {
    let tried = Cell::new(0);
    let field = select(vec!["chance_per_year", "renewal_chance"]);
    let chance = select(vec![0.0, 0.5, 1.0]);
    let values = (certain_case(), any::<Index>(), field, chance);
    holds(300, values, |(Json(case), index, field, chance)| {
        let case = one(&case, index);
        if case["pursuits"][0].get("award").is_none() {
            return Ok(());
        }
        tried.set(tried.get() + 1);
        let set = |value: f64| with(&case, "/pursuits/0/award", field, json!(value));
        has_no_jump(chance, (0.0, 1.0), set)
    });
    assert!(tried.get() > scaled(100), "{} had an award", tried.get());
}

/// From all of it to nearly all of it, and where more of it than one and a half times the usual
/// gives no more.
#[test]
fn in_the_level() {
    holds(200, (certain_case(), any::<Index>()), |(Json(case), index)| {
        let case = one(&case, index);
        let own = first(&held_at(&case, 1.0))?;
        let size = own.contributions.iter().map(|(_, points)| points.abs()).fold(1.0, f64::max);
        let [far, close] = STEPS.map(|step| first(&held_at(&case, 1.0 - step)));
        let [far, close] = [far?, close?];
        if close.level >= 1.0 || far.level >= 1.0 {
            return Ok(());
        }
        let [far, close] = [far, close].map(|other| (other.worth - own.worth).abs());
        prop_assert!(close <= LESS * far + ROUNDING * size, "a jump at 1: {close}, {far}");
        Ok(())
    });
}

/// From nothing done anyway to a little, and up to all that is to be done.
#[test]
fn in_what_is_done_anyway() {
    let part = select(vec![0.0, 0.5, 1.0]);
    holds(250, (certain_case(), any::<Index>(), part), |(Json(case), index, part)| {
        let case = one(&case, index);
        let set = |value: f64| with(&case, "/pursuits/0", "anyway", json!(value));
        has_no_jump(part, (0.0, 1.0), set)
    });
}

/// Where a delay or an end meets the turn of a year, the start or the horizon.
#[test]
fn in_delays_and_ends() {
    let list = select(vec!["activities", "benefits", "costs", "drawbacks"]);
    let field = select(vec![("delay_years", 0.0), ("lasts_years", 0.5)]);
    let values = (certain_case(), any::<(Index, Index)>(), list, field, 0..=4_u32);
    holds(400, values, |(Json(case), (index, item), list, (field, least), years)| {
        let mut case = one(&case, index);
        case["person"]["horizon_years"] = json!(3);
        let Some(items) = pursuits(&mut case)[0].get(list).and_then(Value::as_array).cloned()
        else {
            return Ok(());
        };
        let at = item.index(items.len());
        if items[at].get("requires").is_some_and(|own| own == "award") {
            return Ok(());
        }
        let place = format!("/pursuits/0/{list}/{at}");
        let set = |value: f64| with(&case, &place, field, json!(value));
        has_no_jump(f64::from(years).max(least), (least.min(0.1), 30.0), set)
    });
}

/// Where enough has been done to give no more, and where a sure chance cannot get surer.
#[test]
fn in_occurrences() {
    let times = select(vec![0.0, 1.0, 1.5]);
    holds(250, (certain_case(), any::<(Index, Index)>(), times), |(Json(case), index, times)| {
        let mut case = one(&case, index.0);
        let Some(items) =
            pursuits(&mut case)[0].get_mut("activities").and_then(Value::as_array_mut)
        else {
            return Ok(());
        };
        // Where nothing is to be done at all, what takes nothing is taken at its word.
        let at = index.1.index(items.len());
        for (other, item) in items.iter_mut().enumerate() {
            let usual = json!(if other == at { 20.0 } else { 10.0 });
            item["usual_per_year"] = usual.clone();
            item["per_year"] = usual;
            item["hours"] = json!(1);
            // In years without any of it there is no effort that could be tried.
            let item = item.as_object_mut().unwrap();
            item.remove("delay_years");
            item.remove("lasts_years");
        }
        pursuits(&mut case)[0].as_object_mut().unwrap().remove("lasts_years");
        let place = format!("/pursuits/0/activities/{at}");
        let set = |value: f64| with(&case, &place, "per_year", json!(value));
        has_no_jump(20.0 * times, (0.0, 10_000.0), set)
    });
}
