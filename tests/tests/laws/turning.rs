//! What is said to change the answer changes it: flips, levers, and the figures that decide.

use crate::quick::{at_means, quickly};
use crate::support::{all_or_nothing, alone, certain_case, pursuits, without_losses};
use proptest::prelude::*;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use worthwhile::{Answer, Flip, Lever, LeverKind, Plan, Scale, Warning};
use worthwhile_conformance::runs::{Json, holds, scaled};

fn certain(document: &Value) -> Plan {
    Plan::read(&at_means(document).unwrap().to_string()).unwrap()
}

/// The answer to a case in which nothing is uncertain.
fn told(plan: &Plan) -> Answer {
    plan.run().options(&quickly()).assess().unwrap().question.answer
}

fn told_at(plan: &Plan, input: &str, value: f64) -> Answer {
    told(&plan.with_values([(input, value)]).unwrap())
}

#[test]
fn a_flip_flips_and_the_value_just_before_it_does_not() {
    let met = Cell::new(0);
    holds(60, certain_case(), |Json(case)| {
        let plan = certain(&case);
        let today = told(&plan);
        for flip in plan.run().flips().unwrap() {
            met.set(met.get() + 1);
            let there = told_at(&plan, &flip.input, flip.to);
            prop_assert!(there == flip.answer && there != today, "{flip:?}");
            let before = told_at(&plan, &flip.input, just_before(&plan, &flip));
            prop_assert_eq!(before, today, "{:?}", flip);
        }
        Ok(())
    });
    assert!(met.get() > scaled(60), "{} flips", met.get());
}

/// A value nearer to today's by a little more than what a flip is looked for to.
fn just_before(plan: &Plan, flip: &Flip) -> f64 {
    let input = plan.input(&flip.input).unwrap();
    let domain = &input.field.domain;
    let step = match input.field.name {
        "horizon_years" => 1.0,
        _ if domain.scale == Scale::Log && flip.to > 0.0 => 3e-9 * flip.to,
        _ if domain.scale == Scale::Log => 3e-9 * flip.from,
        _ => 3e-9 * (domain.max - domain.min).min(1e6),
    };
    flip.to + step.min((flip.from - flip.to).abs()) * (flip.from - flip.to).signum()
}

/// The answer where what a lever changes is at a value, by the names that it gives.
fn told_where(plan: &Plan, document: &Value, lever: &Lever, value: f64) -> Answer {
    match lever.kind {
        LeverKind::Hours | LeverKind::Gains => {
            let scaled = lever.inputs.iter().map(|name| {
                let at = plan.inputs().iter().position(|own| own.name == *name).unwrap();
                let domain = &plan.inputs()[at].field.domain;
                let times = plan.base()[at] * (value / lever.from);
                (&**name, times.clamp(domain.min, domain.max))
            });
            told(&plan.with_values(scaled.collect::<Vec<_>>()).unwrap())
        }
        LeverKind::Without => {
            let mut document = document.clone();
            let id = lever.inputs[0].strip_prefix("/pursuits/").unwrap();
            leave_out(&mut document, id);
            told(&certain(&document))
        }
        _ => told_at(plan, &lever.inputs[0], value),
    }
}

fn leave_out(document: &mut Value, id: &str) {
    pursuits(document).retain(|own| own["id"] != id);
    for list in document["either_or"].as_array_mut().into_iter().flatten() {
        list.as_array_mut().unwrap().retain(|own| own != id);
    }
    if let Some(lists) = document["either_or"].as_array_mut() {
        lists.retain(|list| list.as_array().unwrap().len() > 1);
    }
}

#[test]
fn a_lever_that_turns_does_turn_and_a_reassurance_does_not() {
    let met = RefCell::new(BTreeMap::new());
    holds(150, certain_case(), |Json(case)| {
        let plan = certain(&case);
        let answer = plan.run().options(&quickly().with_levers(true)).assess().unwrap();
        let today = answer.question.answer;
        for lever in &answer.levers {
            let what = if lever.turns { lever.kind.as_str() } else { "reassurance" };
            *met.borrow_mut().entry(what).or_insert(0) += 1;
            prop_assert_eq!(lever.turns, lever.answer != today, "{:?}", lever);
            for value in [lever.to, lever.shown] {
                let there = told_where(&plan, &case, lever, value);
                prop_assert_eq!(there, lever.answer, "{:?} at {}", lever, value);
            }
            prop_assert!((lever.shown - lever.from).abs() > 0.0, "{:?} is today's value", lever);
            let [to, shown] = [lever.to, lever.shown].map(|value| value - lever.from);
            prop_assert!(to * shown > 0.0 && shown.abs() >= to.abs() * (1.0 - 1e-5), "{:?}", lever);
        }
        let others = answer.levers.iter().filter(|lever| !lever.turns).count();
        prop_assert!(others <= 2, "reassurances: {}", others);
        Ok(())
    });
    let met = met.into_inner();
    if scaled(150) >= 150 {
        let all = LeverKind::ALL.iter().map(|kind| kind.as_str()).chain(["reassurance"]);
        let missing: Vec<&str> = all.filter(|kind| !met.contains_key(kind)).collect();
        assert!(missing.is_empty(), "never met: {missing:?} of {met:?}");
    }
}

/// Kinds of which more always means better, or always worse, for one pursuit that takes no money
/// and is done as planned or not at all.
const MONOTONE: [LeverKind; 7] = [
    LeverKind::Hours,
    LeverKind::Gains,
    LeverKind::Limit,
    LeverKind::BreakEven,
    LeverKind::Protection,
    LeverKind::Enjoyability,
    LeverKind::Bother,
];

#[test]
fn nothing_nearer_than_a_lever_turns_what_goes_one_way() {
    let met = Cell::new(0);
    holds(150, certain_case(), |Json(case)| {
        let case = without_losses(&all_or_nothing(&alone(&case, 0)));
        let plan = certain(&case);
        let answer = plan.run().options(&quickly().with_levers(true)).assess().unwrap();
        let today = answer.question.answer;
        let of_one_way = |own: &&Lever| own.turns && MONOTONE.contains(&own.kind);
        for lever in answer.levers.iter().filter(of_one_way) {
            met.set(met.get() + 1);
            for part in [0.5, 0.99] {
                let value = lever.from + part * (lever.to - lever.from);
                let there = told_where(&plan, &case, lever, value);
                prop_assert_eq!(there, today, "{:?} at {}", lever, value);
            }
        }
        Ok(())
    });
    assert!(met.get() > scaled(50), "{} levers", met.get());
}

#[test]
fn a_lever_is_within_reach() {
    holds(150, certain_case(), |Json(case)| {
        let plan = certain(&case);
        let at = |name: &str| {
            plan.inputs().iter().position(|own| &*own.name == name).map(|at| plan.base()[at])
        };
        let free = at("/person/time/free_hours_per_week").unwrap();
        let job = at("/person/time/work_hours_per_week").unwrap();
        let answer = plan.run().options(&quickly().with_levers(true)).assess().unwrap();
        for lever in answer.levers.iter().filter(|lever| lever.shown > lever.from) {
            let most = match lever.kind {
                LeverKind::FreeHours | LeverKind::Limit | LeverKind::BreakEven => 112.0 - job,
                LeverKind::JobHours => (112.0 - free).min(80.0),
                LeverKind::Anyway => 0.95,
                LeverKind::Chance | LeverKind::Renewal | LeverKind::Condition => 1.0,
                LeverKind::Motivation | LeverKind::Protection => 10.0,
                LeverKind::Enjoyability | LeverKind::Bother => 10.0,
                _ => 3.0 * lever.from,
            };
            prop_assert!(lever.shown <= most, "{:?}", lever);
        }
        Ok(())
    });
}

/// A figure that is said to decide turns a yes into a no where it is said to.
#[test]
fn a_deciding_figure_decides() {
    let met = Cell::new(0);
    let cases = worthwhile_conformance::random::presets::preset_case().prop_map(Json);
    holds(250, cases, |Json(case)| {
        let plan = Plan::read(&case.to_string()).unwrap();
        let answer = plan.run().options(&quickly().with_levers(true)).assess().unwrap();
        let own = &answer.pursuits[0];
        let base = answer.question.answer;
        let warnings = own.warnings.iter().chain(&answer.warnings);
        let figures = warnings.filter_map(|warning| match warning {
            Warning::FiguresDecide { figures, .. } => Some(figures),
            _ => None,
        });
        for figure in figures.flatten() {
            met.set(met.get() + 1);
            prop_assert_eq!(base, Answer::Yes);
            prop_assert_eq!(answer.question.base_answer, None);
            let changed = plan.with_values([(&*figure.input, figure.to)]).unwrap();
            let there = changed.run().options(&quickly()).assess().unwrap().question;
            let there = there.base_answer.unwrap_or(there.answer);
            prop_assert_eq!(there, Answer::No, "{:?}", figure);
        }
        Ok(())
    });
    assert!(met.get() > scaled(5), "{} figures decide", met.get());
}
