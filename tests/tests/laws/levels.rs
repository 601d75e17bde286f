//! How much of it, and what is done anyway.

use crate::support::{LISTS, alone, at_least, certain_case, figured, held_at, near, pursuits};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use std::cell::Cell;
use worthwhile_conformance::reference::PursuitAnswer;
use worthwhile_conformance::runs::{Json, holds, scaled};

/// The case with one pursuit, which takes hours of its own in every year.
fn one_that_works(case: &Value, index: Index) -> Value {
    let count = case["pursuits"].as_array().unwrap().len();
    let mut one = alone(case, index.index(count));
    let pursuit = &mut pursuits(&mut one)[0];
    pursuit.as_object_mut().unwrap().remove("anyway");
    let work = json!({"id": "the-work", "kind": "writing", "hours": 0.5, "per_year": 40,
        "usual_per_year": 50, "lasts_years": 30});
    match pursuit.get_mut("activities").and_then(Value::as_array_mut) {
        Some(activities) => activities.push(work),
        None => pursuit["activities"] = json!([work]),
    }
    for activity in pursuit["activities"].as_array_mut().unwrap() {
        for [absent, given] in [["per_year", "usual_per_year"], ["usual_per_year", "per_year"]] {
            let usual = activity.get(given).cloned();
            let is_positive = usual.as_ref().and_then(Value::as_f64).is_some_and(|own| own > 0.0);
            if activity.get(absent).is_none() {
                activity[absent] = if is_positive { usual.unwrap() } else { json!(1) };
            }
        }
    }
    one
}

/// The same with the occurrences and the costs of so much of it in the place of a level.
fn written_out(case: &Value, level: f64) -> Value {
    let mut other = case.clone();
    let pursuit = &mut pursuits(&mut other)[0];
    for (list, field) in [("activities", "per_year"), ("costs", "money_per_year")] {
        for item in pursuit[list].as_array_mut().into_iter().flatten() {
            item[field] = json!(item[field].as_f64().unwrap() * level);
        }
    }
    other
}

fn without_drawbacks_of_the_work(case: &Value) -> Value {
    let mut other = case.clone();
    let pursuit = &mut pursuits(&mut other)[0];
    if let Some(drawbacks) = pursuit.get_mut("drawbacks").and_then(Value::as_array_mut) {
        drawbacks.retain(|own| own.get("during").is_some_and(|during| during != "always"));
    }
    other
}

fn first(case: &Value) -> Result<PursuitAnswer, TestCaseError> {
    Ok(figured(case)?.pursuits.remove(0))
}

/// The largest number of points in an answer, or 1.
fn size(own: &PursuitAnswer) -> f64 {
    own.contributions.iter().map(|(_, points)| points.abs()).fold(1.0, f64::max)
}

fn same(one: &PursuitAnswer, other: &PursuitAnswer) -> Result<(), TestCaseError> {
    let points = size(one);
    for ((name, a), (_, b)) in one.contributions.iter().zip(&other.contributions) {
        near(name, a / points, b / points)?;
    }
    near("hours", one.hours_per_week, other.hours_per_week)?;
    near("felt", one.felt_hours_per_week, other.felt_hours_per_week)?;
    near("risk", one.burnout_risk, other.burnout_risk)?;
    near("money", one.money_per_year, other.money_per_year)?;
    let work = |own: &PursuitAnswer| own.work_worth.map_or(0.0, |worth| worth / points);
    near("work", work(one), work(other))?;
    let share = |own: &PursuitAnswer| own.award.as_ref().map_or(0.0, |own| own.chance_ever);
    near("award", share(one), share(other))
}

/// A pursuit held at a level is the same as one with the occurrences and costs of that level, its
/// usual number kept.
#[test]
fn a_level_is_so_many_times_the_occurrences_and_costs() {
    let tried = Cell::new(0);
    let levels = prop_oneof![1 => Just(0.5), 3 => 0.02..=0.99_f64];
    holds(250, (certain_case(), any::<Index>(), levels), |(Json(case), index, level)| {
        let case = without_drawbacks_of_the_work(&one_that_works(&case, index));
        let own = first(&held_at(&case, level))?;
        if (own.level - level).abs() > 0.0 {
            return Ok(());
        }
        tried.set(tried.get() + 1);
        same(&own, &first(&held_at(&written_out(&case, level), 1.0))?)
    });
    assert!(tried.get() > scaled(120), "{} were held at their level", tried.get());
}

/// Drawbacks of the work come with the part of it that is done, those of the award whole.
#[test]
fn what_bothers_about_the_award_bothers_whole() {
    let values = (certain_case(), any::<Index>(), 0.05..=0.95_f64, any::<bool>());
    holds(200, values, |(Json(case), index, level, is_of_award)| {
        let mut case = one_that_works(&case, index);
        let pursuit = pursuits(&mut case)[0].as_object_mut().unwrap();
        let award = json!({"chance_per_year": 0.3, "renewal_chance": 0.4});
        pursuit.insert("award".to_owned(), award);
        let during = if is_of_award { "award" } else { "always" };
        let drawback = json!({"id": "it", "kind": "it", "bother": 7, "during": during});
        pursuit.insert("drawbacks".to_owned(), json!([drawback]));
        pursuit.remove("lasts_years");
        case["assumptions"]["drawback_points"] = json!(20);
        let own = first(&held_at(&case, level))?;
        let points = own.contributions.last().unwrap().1;
        let part = if is_of_award { 1.0 } else { own.level };
        near("drawback", points, -14.0 * part)
    });
}

/// The case with all of the work of its first pursuit done anyway, and no level above that.
fn done_anyway(case: &Value) -> Value {
    let mut case = case.clone();
    let pursuit = &mut pursuits(&mut case)[0];
    pursuit["anyway"] = json!(1);
    let levels = pursuit["levels"].as_array().cloned().unwrap_or_else(|| vec![json!(1)]);
    let kept: Vec<Value> = levels.into_iter().filter(|own| own.as_f64().unwrap() <= 1.0).collect();
    pursuit["levels"] = json!(kept);
    case
}

/// Who does all of the work anyway gains what the title adds, and nothing else.
#[test]
fn what_is_done_anyway_leaves_the_title_premium_alone() {
    holds(300, (certain_case(), any::<Index>()), |(Json(case), index)| {
        let count = case["pursuits"].as_array().unwrap().len();
        let own = first(&done_anyway(&alone(&case, index.index(count))))?;
        near("extra hours of the work", own.level, 1.0)?;
        match (own.title_premium, own.work_worth) {
            (Some(premium), Some(work)) => {
                let size = size(&own);
                near("worth", own.worth / size, premium / size)?;
                near("work", work / size, 0.0)
            }
            _ => {
                near("worth", own.worth, 0.0)?;
                near("extra hours", own.extra_hours_per_week, 0.0)
            }
        }
    });
}

/// The case in which the award has nothing of its own.
fn bare_title(case: &Value) -> Value {
    let mut case = case.clone();
    let pursuit = pursuits(&mut case)[0].as_object_mut().unwrap();
    for list in LISTS {
        if let Some(items) = pursuit.get_mut(list).and_then(Value::as_array_mut) {
            items.retain(|item| {
                let is = |field: &str, word: &str| item.get(field).is_none_or(|own| own == word);
                is("requires", "effort") && is("during", "always")
            });
        }
    }
    for drawback in pursuit.get_mut("drawbacks").and_then(Value::as_array_mut).into_iter().flatten()
    {
        drawback["during"] = json!("always");
    }
    let award = json!({"chance_per_year": 0.4, "renewal_chance": 0.7});
    pursuit.insert("award".to_owned(), award);
    case
}

/// A title without benefits, hours, costs and drawbacks of its own is worth nothing.
#[test]
fn a_bare_title_is_worth_nothing() {
    holds(200, (certain_case(), any::<Index>(), 0.0..=1.0_f64), |(Json(case), index, part)| {
        let mut case = bare_title(&one_that_works(&case, index));
        pursuits(&mut case)[0]["anyway"] = json!(part);
        let own = first(&case)?;
        let size = size(&own);
        near("premium", own.title_premium.unwrap() / size, 0.0)?;
        let Some(margin) = own.work_margin else { return Ok(()) };
        near("margin", own.margin_over_none / size, margin / size)
    });
}

/// What is done anyway takes no extra hours, and what is done beyond it takes the rest.
#[test]
fn hours_are_those_done_anyway_and_those_beyond() {
    let values = (certain_case(), any::<Index>(), 0.0..=1.0_f64);
    holds(200, values, |(Json(case), index, part)| {
        let mut case = one_that_works(&case, index);
        let pursuit = pursuits(&mut case)[0].as_object_mut().unwrap();
        pursuit.remove("award");
        for list in LISTS {
            for item in pursuit.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
                let item = item.as_object_mut().unwrap();
                item.remove("during");
                item.remove("requires");
            }
        }
        pursuit.insert("levels".to_owned(), json!([1]));
        let whole = first(&case)?;
        pursuits(&mut case)[0]["anyway"] = json!(part);
        let own = first(&case)?;
        near("hours", own.hours_per_week, whole.hours_per_week)?;
        near("extra", own.extra_hours_per_week, (1.0 - part) * whole.hours_per_week)?;
        at_least("gains", 1.0, own.level)
    });
}
