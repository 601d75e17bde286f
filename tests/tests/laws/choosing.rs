//! How mixes are chosen: the best one is the best, and what a pursuit adds follows from it.

use crate::support::{
    answered_at_means, any_case, at_least, certain_case, figured, items, near, own_case,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use worthwhile_conformance::compare::figures;
use worthwhile_conformance::reference::{Answer, Plan, PursuitAnswer};
use worthwhile_conformance::runs::{Json, holds};

/// Worths, and hours against the free hours, are told apart only beyond this.
const TIE: f64 = 1e-9;
/// The slack that two ties and rounding leave.
const SLACK: f64 = 2.0 * TIE;

#[test]
fn a_margin_is_positive_exactly_in_the_best_mix() {
    holds(300, any_case(), |Json(case)| {
        let answer = figured(&case)?;
        for pursuit in answer.pursuits.iter().filter(|p| p.verdict != "not_feasible") {
            let is_in = answer.best_mix.pursuits.contains(&pursuit.id);
            let is_right = if is_in { pursuit.margin >= -SLACK } else { pursuit.margin <= SLACK };
            prop_assert!(is_right, "{}: {:?}, in: {is_in}", pursuit.id, pursuit.margin);
            let own = if is_in { &pursuit.plan_with } else { &pursuit.plan_without };
            prop_assert_eq!(own, &answer.best_mix);
        }
        Ok(())
    });
}

#[test]
fn verdicts_follow_from_the_figures() {
    holds(300, any_case(), |Json(case)| {
        let answer = answered_at_means(&case)?;
        let free = answer["question"]["free_hours_per_week"].as_f64().unwrap();
        let points = case["assumptions"]["close_call_points"].as_f64().unwrap_or(5.0);
        let answer = figures(&answer);
        for pursuit in &answer.pursuits {
            let verdict = if pursuit.peak_hours_per_week > free + TIE {
                "not_feasible"
            } else if answer.best_mix.pursuits.contains(&pursuit.id) {
                "worth_it"
            } else if pursuit.worth <= TIE {
                "not_worth_it"
            } else {
                "better_elsewhere"
            };
            prop_assert_eq!(&pursuit.verdict, verdict);
            let is_own = verdict == "not_worth_it";
            let deciding = if is_own { pursuit.worth } else { pursuit.margin };
            prop_assert_eq!(pursuit.close_call, deciding.abs() <= points);
        }
        Ok(())
    });
}

#[test]
fn margins_are_differences_between_plans() {
    holds(300, any_case(), |Json(case)| {
        let answer = figured(&case)?;
        at_least("the best mix", answer.best_mix.worth, -TIE)?;
        for pursuit in &answer.pursuits {
            let (with, without) = (&pursuit.plan_with, &pursuit.plan_without);
            near("margin", pursuit.margin, with.worth - without.worth)?;
            near("opportunity cost", pursuit.opportunity_cost, pursuit.worth - pursuit.margin)?;
            prop_assert!(with.pursuits.contains(&pursuit.id));
            prop_assert!(!without.pursuits.contains(&pursuit.id));
            // The plan without it may keep one's time; the plan with it may stand alone.
            at_least("plan without", without.worth, -TIE)?;
            at_least("plan with", with.worth, pursuit.worth - TIE)?;
            if pursuit.verdict == "not_feasible" {
                prop_assert_eq!(&with.pursuits, std::slice::from_ref(&pursuit.id));
                near("plan with", with.worth, pursuit.worth)?;
            }
        }
        Ok(())
    });
}

/// Sum of a figure over the pursuits of a plan.
fn sum(answer: &Answer, plan: &Plan, of: fn(&PursuitAnswer) -> f64) -> f64 {
    let chosen = answer.pursuits.iter().filter(|pursuit| plan.pursuits.contains(&pursuit.id));
    chosen.map(of).sum()
}

#[test]
fn plans_fit_and_their_hours_add_up() {
    holds(300, any_case(), |Json(case)| {
        let answer = answered_at_means(&case)?;
        let free = answer["question"]["free_hours_per_week"].as_f64().unwrap();
        let answer = figures(&answer);
        let ids: Vec<&String> = answer.pursuits.iter().map(|pursuit| &pursuit.id).collect();
        for pursuit in &answer.pursuits {
            for plan in [&pursuit.plan_with, &pursuit.plan_without, &answer.best_mix] {
                let hours = sum(&answer, plan, |pursuit| pursuit.hours_per_week);
                near("hours", plan.hours_per_week, hours)?;
                let places = plan.pursuits.iter().map(|id| ids.iter().position(|i| *i == id));
                prop_assert!(places.is_sorted(), "{plan:?} is not in case order");
                if plan.pursuits.len() != 1 || pursuit.verdict != "not_feasible" {
                    let peak = sum(&answer, plan, |pursuit| pursuit.peak_hours_per_week);
                    at_least("free hours", free, peak)?;
                }
            }
        }
        Ok(())
    });
}

#[test]
fn another_pursuit_changes_nobody_elses_worth() {
    let ids = |answer: &Answer| -> Vec<String> {
        answer.pursuits.iter().map(|pursuit| pursuit.id.clone()).collect()
    };
    holds(300, (any_case(), any::<Index>()), |(Json(case), index)| {
        let mut fewer = case.clone();
        let pursuits = fewer["pursuits"].as_array_mut().unwrap();
        if pursuits.len() < 2 {
            return Ok(());
        }
        pursuits.remove(index.index(pursuits.len()));
        let (all, fewer) = (figured(&case)?, figured(&fewer)?);
        let kept = ids(&fewer);
        for after in all.pursuits.iter().filter(|pursuit| kept.contains(&pursuit.id)) {
            let before = fewer.pursuits.iter().find(|pursuit| pursuit.id == after.id).unwrap();
            // What depends on the others is left out of the comparison.
            let mut own = after.clone();
            own.verdict.clone_from(&before.verdict);
            own.close_call = before.close_call;
            (own.margin, own.opportunity_cost) = (before.margin, before.opportunity_cost);
            own.plan_with.clone_from(&before.plan_with);
            own.plan_without.clone_from(&before.plan_without);
            prop_assert_eq!(&own, before);
        }
        at_least("the best mix", all.best_mix.worth, fewer.best_mix.worth)
    });
}

/// Searching all mixes takes one assessment for each, so few pursuits have to do.
const MOST: usize = 4;

/// The case with a few pursuits that have no award: mixes of those can be written as documents.
fn without_awards(case: &Value) -> Value {
    let mut plain = case.clone();
    plain["pursuits"].as_array_mut().unwrap().truncate(MOST);
    for pursuit in plain["pursuits"].as_array_mut().unwrap() {
        pursuit.as_object_mut().unwrap().remove("award");
    }
    for (list, field, value) in [
        ("activities", "during", "holding"),
        ("costs", "during", "holding"),
        ("benefits", "requires", "award"),
    ] {
        for pointer in items(&plain, list) {
            let item = plain.pointer_mut(&pointer).unwrap().as_object_mut().unwrap();
            if item.get(field).is_some_and(|found| found == value) {
                item.remove(field);
            }
        }
    }
    plain
}

/// A case with one pursuit that has all the items of some pursuits. Each of these keeps categories
/// of its own, so that benefits of two pursuits meet as motives do and not as one benefit.
fn merged(case: &Value, members: &[usize]) -> Value {
    let mut one = case.clone();
    let mut whole = json!({"id": "whole", "activities": [], "benefits": [], "costs": []});
    for member in members {
        for list in ["activities", "benefits", "costs"] {
            let items = case["pursuits"][member].get(list).and_then(Value::as_array);
            for item in items.into_iter().flatten() {
                let mut item = item.clone();
                item["id"] = json!(format!("m{member}-{}", item["id"].as_str().unwrap()));
                if let Some(category) = item.get("category").and_then(Value::as_str) {
                    let own = format!("m{member}_{category}");
                    let row = case["assumptions"]["serves"][category].clone();
                    one["assumptions"]["serves"][&own] = row;
                    item["category"] = json!(own);
                }
                whole[list].as_array_mut().unwrap().push(item);
            }
        }
    }
    one["pursuits"] = json!([whole]);
    one
}

/// The largest worth among some mixes.
fn largest(mixes: &[(u32, f64)], is_meant: impl Fn(u32) -> bool) -> Option<f64> {
    let worths = mixes.iter().filter(|(members, _)| is_meant(*members)).map(|(_, worth)| *worth);
    worths.max_by(f64::total_cmp)
}

/// A mix is worth what one pursuit that does all of it would be, and nothing beats the best one.
#[test]
fn the_best_mix_is_the_best_of_all() {
    holds(60, prop_oneof![own_case().boxed(), certain_case().boxed()], |Json(case)| {
        let case = without_awards(&case);
        let answer = answered_at_means(&case)?;
        let free = answer["question"]["free_hours_per_week"].as_f64().unwrap();
        let answer = figures(&answer);
        let count = answer.pursuits.len();
        let mut fitting = vec![(0, 0.0)];
        for members in 1_u32..1 << count {
            let list: Vec<usize> = (0..count).filter(|at| members >> at & 1 == 1).collect();
            let mix = figured(&merged(&case, &list))?.pursuits.remove(0);
            if mix.peak_hours_per_week <= free + TIE {
                fitting.push((members, mix.worth));
            }
        }
        near("best mix", answer.best_mix.worth, largest(&fitting, |_| true).unwrap())?;
        for (at, pursuit) in answer.pursuits.iter().enumerate() {
            let without = largest(&fitting, |members| members >> at & 1 == 0).unwrap();
            near("plan without", pursuit.plan_without.worth, without)?;
            let with = largest(&fitting, |members| members >> at & 1 == 1);
            near("plan with", pursuit.plan_with.worth, with.unwrap_or(pursuit.worth))?;
        }
        Ok(())
    });
}
