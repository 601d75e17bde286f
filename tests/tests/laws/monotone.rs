//! More of a good thing never hurts: a stronger benefit, a higher chance, a better condition, an
//! earlier start. No motive gains less by it, and no worth falls (benefits that cost money aside).
//!
//! What is done anyway gets better with it and the level that is best moves, so the laws are about
//! pursuits that are all or nothing.

use crate::support::{
    LISTS, all_or_nothing, at_least, figured, gains, items, low_and_high, own_case, pick, with,
    without_losses,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use worthwhile_conformance::runs::{Json, holds};

/// The better document lowers no gain and no worth, also not that of the best use of the time.
fn never_lowers(worse: &Value, better: &Value) -> Result<(), TestCaseError> {
    let (before, after) = (figured(worse)?, figured(better)?);
    for (before, after) in before.pursuits.iter().zip(&after.pursuits) {
        for ((motive, points), (_, better)) in gains(before).iter().zip(gains(after)) {
            at_least(motive, *better, *points)?;
        }
        at_least("worth", after.worth, before.worth)?;
    }
    at_least("worth of the best mix", after.best_mix.worth, before.best_mix.worth)
}

/// Raising a field of one benefit never hurts. `is_meant` says which benefits the law is about.
fn raising_never_hurts(
    field: &'static str,
    (worst, best): (f64, f64),
    is_meant: impl Fn(&Value) -> bool,
) {
    let range = worst.min(best)..=worst.max(best);
    let values = (own_case(), any::<Index>(), low_and_high(range));
    holds(250, values, |(Json(case), index, (low, high))| {
        let case = without_losses(&all_or_nothing(&case));
        let mut meant = items(&case, "benefits");
        meant.retain(|pointer| is_meant(case.pointer(pointer).unwrap()));
        let Some(benefit) = pick(index, &meant) else { return Ok(()) };
        let (worse, better) = if worst < best { (low, high) } else { (high, low) };
        let set = |value: f64| with(&case, benefit, field, json!(value));
        never_lowers(&set(worse), &set(better))
    });
}

#[test]
fn a_stronger_benefit_never_hurts() {
    raising_never_hurts("strength", (0.0, 10.0), |_| true);
}

#[test]
fn a_higher_chance_never_hurts() {
    raising_never_hurts("chance", (0.0, 1.0), |_| true);
}

/// A benefit of the award has neither delay nor end of its own.
fn is_of_effort(benefit: &Value) -> bool {
    benefit.get("requires").is_none_or(|requires| requires == "effort")
}

/// What ends starts earlier at the price of ending earlier, so the law is about what lasts.
#[test]
fn an_earlier_start_never_hurts() {
    let values = (own_case(), any::<Index>(), low_and_high(0.0..=6.0));
    holds(250, values, |(Json(case), index, (soon, late))| {
        let mut case = without_losses(&all_or_nothing(&case));
        let mut meant = items(&case, "benefits");
        meant.retain(|pointer| is_of_effort(case.pointer(pointer).unwrap()));
        let Some(benefit) = pick(index, &meant) else { return Ok(()) };
        let pursuit = benefit.split("/benefits").next().unwrap();
        case.pointer_mut(pursuit).unwrap().as_object_mut().unwrap().remove("lasts_years");
        case.pointer_mut(benefit).unwrap().as_object_mut().unwrap().remove("lasts_years");
        let set = |value: f64| with(&case, benefit, "delay_years", json!(value));
        never_lowers(&set(late), &set(soon))
    });
}

#[test]
fn a_benefit_that_lasts_longer_never_hurts() {
    raising_never_hurts("lasts_years", (0.1, 6.0), is_of_effort);
}

/// What bothers more, more likely, later to end or sooner to start never helps.
#[test]
fn a_worse_drawback_never_helps() {
    let field = prop_oneof![
        Just(("bother", 0.0..=10.0)),
        Just(("chance", 0.0..=1.0)),
        Just(("lasts_years", 0.1..=6.0)),
    ];
    let values = field.prop_flat_map(|(field, range)| (Just(field), low_and_high(range)));
    holds(250, (own_case(), any::<Index>(), values), |(Json(case), index, (field, ends))| {
        let case = all_or_nothing(&case);
        let drawbacks = items(&case, "drawbacks");
        let Some(drawback) = pick(index, &drawbacks) else { return Ok(()) };
        let set = |value: f64| with(&case, drawback, field, json!(value));
        never_lowers(&set(ends.1), &set(ends.0))
    });
}

/// Whatever stands in the list, one item more of what gives never hurts.
#[test]
fn one_benefit_more_never_hurts() {
    holds(250, (own_case(), any::<Index>()), |(Json(case), index)| {
        let case = without_losses(&all_or_nothing(&case));
        let benefits = items(&case, "benefits");
        let Some(benefit) = pick(index, &benefits) else { return Ok(()) };
        let (list, at) = benefit.rsplit_once('/').unwrap();
        let mut fewer = case.clone();
        let list = fewer.pointer_mut(list).unwrap().as_array_mut().unwrap();
        list.remove(at.parse().unwrap());
        let pursuit = benefit.split("/benefits").next().unwrap();
        let left = fewer.pointer(pursuit).unwrap();
        let says_something =
            LISTS.iter().any(|list| left[*list].as_array().is_some_and(|own| !own.is_empty()));
        if says_something { never_lowers(&fewer, &case) } else { Ok(()) }
    });
}

#[test]
fn more_money_never_hurts() {
    raising_never_hurts("money_per_year", (0.0, 20_000.0), |_| true);
}

#[test]
fn a_better_condition_never_hurts() {
    let values = (own_case(), any::<Index>(), low_and_high(0.0..=1.0));
    holds(250, values, |(Json(case), index, (low, high))| {
        let case = without_losses(&all_or_nothing(&case));
        let Some(conditions) = case["person"].get("conditions") else { return Ok(()) };
        let names: Vec<String> = conditions.as_object().unwrap().keys().cloned().collect();
        let Some(name) = pick(index, &names) else { return Ok(()) };
        let set = |value: f64| with(&case, "/person/conditions", name, json!(value));
        never_lowers(&set(low), &set(high))
    });
}

#[test]
fn serving_a_motive_better_never_hurts() {
    let values = (own_case(), any::<(Index, Index)>(), low_and_high(0.0..=1.0));
    holds(250, values, |(Json(case), (index, motive), (low, high))| {
        let case = all_or_nothing(&case);
        let Some(rows) = case["assumptions"].get("serves") else { return Ok(()) };
        let names: Vec<String> = rows.as_object().unwrap().keys().cloned().collect();
        let Some(category) = pick(index, &names) else { return Ok(()) };
        let row = format!("/assumptions/serves/{category}");
        let motives: Vec<String> = rows[category].as_object().unwrap().keys().cloned().collect();
        let Some(motive) = pick(motive, &motives) else { return Ok(()) };
        let set = |value: f64| with(&case, &row, motive, json!(value));
        never_lowers(&set(low), &set(high))
    });
}

/// A person who gives up more for the same has not gained: costs of money work the other way.
#[test]
fn a_higher_cost_never_helps() {
    let values = (own_case(), any::<Index>(), low_and_high(0.0..=20_000.0));
    holds(250, values, |(Json(case), index, (low, high))| {
        let case = all_or_nothing(&case);
        let costs = items(&case, "costs");
        let Some(cost) = pick(index, &costs) else { return Ok(()) };
        let set = |value: f64| with(&case, cost, "money_per_year", json!(value));
        never_lowers(&set(high), &set(low))
    });
}
