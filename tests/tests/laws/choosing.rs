//! How mixes are chosen: the best one is the best, and what a pursuit adds follows from it.

use crate::support::{
    LISTS, all_or_nothing, alone, any_case, at_least, figured, near, own_case, pursuits,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use worthwhile_conformance::reference::{Answer, Plan, PursuitAnswer};
use worthwhile_conformance::runs::{Json, holds};

/// Worths are told apart only beyond this.
const TIE: f64 = 1e-9;
/// The slack that two ties and rounding leave.
const SLACK: f64 = 2.0 * TIE;

/// The points in which a case is told: with large costs rounding is larger.
fn size(answer: &Answer) -> f64 {
    let plans = |own: &PursuitAnswer| {
        [own.worth, own.plan_with.worth, own.plan_without.worth].map(f64::abs)
    };
    answer.pursuits.iter().flat_map(plans).fold(1.0, f64::max)
}

/// Whether a plan has a pursuit and its award, where there is one.
fn goes_for(plan: &Plan, id: &str) -> bool {
    plan.pursuits.iter().any(|own| own.id == id && own.award != Some(false))
}

fn works_at(plan: &Plan, id: &str) -> bool {
    plan.pursuits.iter().any(|own| own.id == id)
}

fn plans(pursuit: &PursuitAnswer) -> [&Plan; 3] {
    [&pursuit.plan_with, &pursuit.plan_without, &pursuit.plan_without_any]
}

#[test]
fn a_margin_is_positive_exactly_in_the_best_mix() {
    holds(300, any_case(), |Json(case)| {
        let answer = figured(&case)?;
        let slack = SLACK * size(&answer);
        let most = most_hours(&case);
        let some_anyway =
            case["pursuits"].as_array().unwrap().iter().any(|own| own.get("anyway").is_some());
        let may_fit =
            |own: &PursuitAnswer| own.busiest_hours_per_week <= most + TIE && !some_anyway;
        for pursuit in answer.pursuits.iter().filter(|own| own.verdict != "not_feasible") {
            let is_in = goes_for(&answer.best_mix, &pursuit.id);
            // With its award it may not fit where its work does: then it stands in for a plan.
            let is_alone = pursuit.plan_with.pursuits.len() == 1;
            if !is_in && is_alone && pursuit.verdict == "without_the_award" && !may_fit(pursuit) {
                continue;
            }
            let is_right = if is_in { pursuit.margin >= -slack } else { pursuit.margin <= slack };
            prop_assert!(is_right, "{}: {:?}, in: {is_in}", pursuit.id, pursuit.margin);
            let own = if is_in { &pursuit.plan_with } else { &pursuit.plan_without };
            prop_assert_eq!(own, &answer.best_mix);
            if !works_at(&answer.best_mix, &pursuit.id) {
                prop_assert_eq!(&pursuit.plan_without_any, &answer.best_mix);
            }
        }
        Ok(())
    });
}

#[test]
fn verdicts_follow_from_the_figures() {
    holds(300, any_case(), |Json(case)| {
        let points = case["assumptions"]["close_call_points"].as_f64().unwrap_or(5.0);
        let answer = figured(&case)?;
        for pursuit in &answer.pursuits {
            let verdict = pursuit.verdict.as_str();
            let is_chosen = goes_for(&answer.best_mix, &pursuit.id);
            let is_work = !is_chosen && works_at(&answer.best_mix, &pursuit.id);
            prop_assert_eq!(verdict == "worth_it", is_chosen);
            prop_assert_eq!(verdict == "without_the_award", is_work);
            if verdict == "not_worth_it" {
                at_least("nothing", TIE, pursuit.worth)?;
                at_least("nothing", TIE, pursuit.work_worth.unwrap_or(0.0))?;
            }
            prop_assert_eq!(pursuit.close_call, pursuit.margin.abs() < points);
        }
        Ok(())
    });
}

/// Why not is told as if the other pursuits were not there, where nothing of them is done anyway.
#[test]
fn why_not_is_told_alone() {
    holds(150, (own_case(), any::<Index>()), |(Json(case), index)| {
        let mut case = case;
        for pursuit in pursuits(&mut case) {
            pursuit.as_object_mut().unwrap().remove("anyway");
        }
        let answer = figured(&case)?;
        let at = index.index(answer.pursuits.len());
        let verdict = answer.pursuits[at].verdict.as_str();
        let own = figured(&alone(&case, at))?.pursuits.remove(0);
        let expected: &[&str] = match verdict {
            "better_elsewhere" => &["worth_it", "without_the_award"],
            "not_worth_it" => &["not_worth_it"],
            "not_feasible" => &["not_feasible", "without_the_award"],
            _ => return Ok(()),
        };
        prop_assert!(expected.contains(&own.verdict.as_str()), "{verdict}, {}", own.verdict);
        Ok(())
    });
}

#[test]
fn margins_are_differences_between_plans() {
    holds(300, any_case(), |Json(case)| {
        let answer = figured(&case)?;
        let slack = SLACK * size(&answer);
        at_least("the best mix", answer.best_mix.worth, -TIE)?;
        for pursuit in &answer.pursuits {
            let [with, without, without_any] = plans(pursuit);
            near("margin", pursuit.margin, with.worth - without.worth)?;
            near("over none", pursuit.margin_over_none, with.worth - without_any.worth)?;
            let cost = pursuit.worth - pursuit.margin_over_none;
            near("opportunity cost", pursuit.opportunity_cost, cost)?;
            // The plans without it may keep one's time; the plan with it may stand alone.
            at_least("plan without any", without_any.worth, -TIE)?;
            at_least("plan without", without.worth, without_any.worth - TIE)?;
            at_least("plan with", with.worth, pursuit.worth - slack)?;
            if let Some(margin) = pursuit.work_margin {
                at_least("work", without.worth - without_any.worth + slack, margin)?;
            }
            if works_at(without, &pursuit.id) {
                let gained = without.worth - without_any.worth;
                near("work", gained, pursuit.work_margin.unwrap_or(f64::NAN))?;
            }
        }
        Ok(())
    });
}

/// Work and award are told apart in every plan.
#[test]
fn plans_say_what_is_done_and_whether_for_the_award() {
    holds(300, any_case(), |Json(case)| {
        let answer = figured(&case)?;
        for pursuit in &answer.pursuits {
            let [with, without, without_any] = plans(pursuit);
            prop_assert!(goes_for(with, &pursuit.id));
            prop_assert!(!goes_for(without, &pursuit.id));
            prop_assert!(!works_at(without_any, &pursuit.id));
            let own = with.pursuits.iter().find(|own| own.id == pursuit.id).unwrap();
            prop_assert_eq!(own.level.to_bits(), pursuit.level.to_bits());
            for plan in plans(pursuit).into_iter().chain([&answer.best_mix]) {
                let place = |id: &String| answer.pursuits.iter().position(|own| own.id == *id);
                prop_assert!(plan.pursuits.iter().map(|own| place(&own.id)).is_sorted());
                for member in &plan.pursuits {
                    let other = &answer.pursuits[place(&member.id).unwrap()];
                    prop_assert_eq!(member.award.is_some(), other.award.is_some());
                }
                if plan.pursuits.is_empty() {
                    prop_assert!(plan.worth.abs() <= 0.0, "without any: {}", plan.worth);
                }
            }
        }
        Ok(())
    });
}

/// The most hours a week that a plan may take, where nothing is done anyway.
fn most_hours(case: &Value) -> f64 {
    let plan = worthwhile::Plan::read(&case.to_string()).unwrap();
    let mean = |name: &str| plan.input(name).map(worthwhile::Input::mean);
    let awake = 112.0 - mean("/person/time/work_hours_per_week").unwrap();
    let limit = mean("/person/time/limit_hours_per_week").unwrap_or(f64::INFINITY);
    awake.min(limit).max(0.0)
}

#[test]
fn plans_fit_and_their_hours_add_up() {
    holds(300, any_case(), |Json(case)| {
        let case = all_or_nothing(&case);
        let most = most_hours(&case);
        let answer = figured(&case)?;
        for pursuit in &answer.pursuits {
            for plan in plans(pursuit).into_iter().chain([&answer.best_mix]) {
                // The work of a pursuit without its award has hours that are not told.
                if plan.pursuits.iter().any(|member| member.award == Some(false)) {
                    continue;
                }
                let members = || answer.pursuits.iter().filter(|own| works_at(plan, &own.id));
                let hours = members().map(|own| own.hours_per_week).sum();
                near("hours", plan.hours_per_week, hours)?;
                let is_stand_in = plan == &pursuit.plan_with && plan.pursuits.len() == 1;
                if is_stand_in && pursuit.busiest_hours_per_week > most + TIE {
                    prop_assert!(!goes_for(&answer.best_mix, &pursuit.id));
                    continue;
                }
                for year in 0..pursuit.years.len() {
                    let hours = members().map(|own| own.years[year].hours_per_week).sum();
                    at_least("hours there are", most + TIE, hours)?;
                }
            }
        }
        Ok(())
    });
}

/// The lists of pursuits that exclude each other.
fn either_or(case: &Value) -> Vec<Vec<String>> {
    serde_json::from_value(case["either_or"].clone()).unwrap_or_default()
}

#[test]
fn what_excludes_each_other_is_never_in_one_plan() {
    holds(300, (any_case(), any::<u64>()), |(Json(case), seed)| {
        let mut case = case;
        let ids: Vec<Value> = pursuits(&mut case).iter().map(|own| own["id"].clone()).collect();
        if ids.len() > 1 && ids.iter().all(Value::is_string) && seed % 2 == 0 {
            let first = seed as usize % ids.len();
            case["either_or"] = json!([[ids[first], ids[(first + 1) % ids.len()]]]);
        }
        let answer = figured(&case)?;
        for list in either_or(&case) {
            for plan in answer.pursuits.iter().flat_map(plans).chain([&answer.best_mix]) {
                let together = list.iter().filter(|id| works_at(plan, id)).count();
                prop_assert!(together <= 1, "{list:?} in {plan:?}");
            }
        }
        Ok(())
    });
}

/// The case without a pursuit, and without what is said about it.
fn left_out(case: &Value, index: usize) -> Value {
    let mut fewer = case.clone();
    let gone = pursuits(&mut fewer).remove(index)["id"].clone();
    let lists: Vec<Vec<String>> = either_or(case)
        .into_iter()
        .map(|list| list.into_iter().filter(|id| *id != gone).collect::<Vec<String>>())
        .filter(|list| list.len() > 1)
        .collect();
    fewer.as_object_mut().unwrap().remove("either_or");
    if !lists.is_empty() {
        fewer["either_or"] = json!(lists);
    }
    fewer
}

/// A pursuit that is not there changes no more than one that is not chosen.
#[test]
fn leaving_a_pursuit_out_is_forbidding_it() {
    holds(300, (own_case(), any::<Index>()), |(Json(case), index)| {
        let mut case = case;
        let count = pursuits(&mut case).len();
        if count < 2 {
            return Ok(());
        }
        let index = index.index(count);
        pursuits(&mut case)[index].as_object_mut().unwrap().remove("anyway");
        let (all, fewer) = (figured(&case)?, figured(&left_out(&case, index))?);
        let forbidden = &all.pursuits[index].plan_without_any;
        prop_assert_eq!(forbidden, &fewer.best_mix);
        at_least("the best mix", all.best_mix.worth, fewer.best_mix.worth)
    });
}

#[test]
fn another_pursuit_changes_nobody_elses_worth() {
    holds(300, (own_case(), any::<Index>()), |(Json(case), index)| {
        let mut case = all_or_nothing(&case);
        if pursuits(&mut case).len() < 2 {
            return Ok(());
        }
        let index = index.index(pursuits(&mut case).len());
        let (all, fewer) = (figured(&case)?, figured(&left_out(&case, index))?);
        for before in &fewer.pursuits {
            let after = all.pursuits.iter().find(|own| own.id == before.id).unwrap();
            // What depends on the others is left out of the comparison.
            let mut own = before.clone();
            own.verdict.clone_from(&after.verdict);
            own.close_call = after.close_call;
            own.margin = after.margin;
            own.margin_over_none = after.margin_over_none;
            own.opportunity_cost = after.opportunity_cost;
            own.work_margin = after.work_margin;
            own.plan_with.clone_from(&after.plan_with);
            own.plan_without.clone_from(&after.plan_without);
            own.plan_without_any.clone_from(&after.plan_without_any);
            prop_assert_eq!(&own, after);
        }
        Ok(())
    });
}

/// Searching all mixes takes one assessment for each, so few pursuits have to do.
const MOST: usize = 4;

/// The case with a few pursuits that have no award and of which just the usual is done: mixes of
/// those can be written as documents.
fn without_awards(case: &Value) -> Value {
    let mut plain = all_or_nothing(case);
    plain.as_object_mut().unwrap().remove("either_or");
    pursuits(&mut plain).truncate(MOST);
    for pursuit in pursuits(&mut plain) {
        pursuit.as_object_mut().unwrap().remove("award");
        let lasts = pursuit.as_object_mut().unwrap().remove("lasts_years");
        for list in LISTS {
            for item in pursuit[list].as_array_mut().into_iter().flatten() {
                let item = item.as_object_mut().unwrap();
                item.remove("during");
                item.remove("requires");
                if item.contains_key("per_year") {
                    item.remove("usual_per_year");
                }
                if let Some(lasts) = &lasts {
                    item.entry("lasts_years").or_insert_with(|| lasts.clone());
                }
            }
        }
    }
    plain
}

/// A case with one pursuit that has all the items of some pursuits. Each of these keeps categories
/// of its own, so that benefits of two pursuits meet as motives do and not as one benefit.
fn merged(case: &Value, members: &[usize]) -> Value {
    let mut one = case.clone();
    let mut whole = json!({"id": "whole", "levels": [1]});
    for member in members {
        for list in LISTS {
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
                if whole.get(list).is_none() {
                    whole[list] = json!([]);
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
    holds(60, own_case(), |Json(case)| {
        let case = without_awards(&case);
        let answer = figured(&case)?;
        let count = answer.pursuits.len();
        let mut fitting = vec![(0, 0.0)];
        for members in 1_u32..1 << count {
            let list: Vec<usize> = (0..count).filter(|at| members >> at & 1 == 1).collect();
            let mix = figured(&merged(&case, &list))?.pursuits.remove(0);
            if mix.verdict != "not_feasible" {
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

/// Listing order never matters: the same pursuits from last to first have the same figures.
#[test]
fn the_order_of_pursuits_never_matters() {
    holds(250, any_case(), |Json(case)| {
        let mut reversed = case.clone();
        pursuits(&mut reversed).reverse();
        let (one, mut other) = (figured(&case)?, figured(&reversed)?);
        other.pursuits.reverse();
        let size = size(&one);
        near("best mix", one.best_mix.worth / size, other.best_mix.worth / size)?;
        for (one, other) in one.pursuits.iter().zip(&other.pursuits) {
            near("margin", one.margin / size, other.margin / size)?;
            near("over none", one.margin_over_none / size, other.margin_over_none / size)?;
            for (a, b) in plans(one).into_iter().zip(plans(other)) {
                near("plans", a.worth / size, b.worth / size)?;
            }
            if (one.level - other.level).abs() <= 0.0 {
                near("worth", one.worth / size, other.worth / size)?;
                near("hours", one.hours_per_week, other.hours_per_week)?;
            }
        }
        Ok(())
    });
}
