//! What is said to change the answer changes it: flips, levers, and the figures that decide.

use crate::quick::{at_means, quickly};
use crate::support::certain_case;
use proptest::prelude::*;
use serde_json::Value;
use std::cell::Cell;
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

/// Whether the lever is of one input, which can be set to its value.
fn is_of_one_input(lever: &Lever) -> bool {
    let are_others = [LeverKind::Hours, LeverKind::Gains, LeverKind::Without];
    !are_others.contains(&lever.kind) && lever.inputs.len() == 1
}

#[test]
fn a_lever_that_turns_does_turn_and_a_reassurance_does_not() {
    let met = Cell::new([0, 0]);
    holds(120, certain_case(), |Json(case)| {
        let plan = certain(&case);
        let answer = plan.run().options(&quickly().with_levers(true)).assess().unwrap();
        let today = answer.question.answer;
        for lever in answer.levers.iter().filter(|lever| is_of_one_input(lever)) {
            let [turning, others] = met.get();
            met.set(if lever.turns { [turning + 1, others] } else { [turning, others + 1] });
            prop_assert_eq!(lever.turns, lever.answer != today, "{:?}", lever);
            for value in [lever.to, lever.shown] {
                let there = told_at(&plan, &lever.inputs[0], value);
                prop_assert_eq!(there, lever.answer, "{:?} at {}", lever, value);
            }
        }
        let nearest = answer.levers.iter().filter(|lever| !lever.turns).count();
        prop_assert!(nearest <= 2, "reassurances: {}", nearest);
        Ok(())
    });
    let [turning, others] = met.get();
    assert!(turning > scaled(60) && others > scaled(10), "{turning} levers turn, {others} do not");
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
        let base = answer.question.base_answer.unwrap_or(answer.question.answer);
        let warnings = own.warnings.iter().chain(&answer.warnings);
        let figures = warnings.filter_map(|warning| match warning {
            Warning::FiguresDecide { figures, .. } => Some(figures),
            _ => None,
        });
        for figure in figures.flatten() {
            met.set(met.get() + 1);
            prop_assert_eq!(base, Answer::Yes);
            let changed = plan.with_values([(&*figure.input, figure.to)]).unwrap();
            let there = changed.run().options(&quickly()).assess().unwrap().question;
            let there = there.base_answer.unwrap_or(there.answer);
            prop_assert_eq!(there, Answer::No, "{:?}", figure);
        }
        Ok(())
    });
    assert!(met.get() > scaled(5), "{} figures decide", met.get());
}
