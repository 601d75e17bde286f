use super::{case, certain_case};
use crate::reference::{Answer, AsPlanned, Plan, PlanMember, PursuitAnswer, answer};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::Value;

fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Config::default()
    };
    TestRunner::new(config)
}

fn sample(strategy: &impl Strategy<Value = Value>, cases: u32) -> Vec<Value> {
    let mut runner = runner(cases);
    (0..cases).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

fn figures(answer: &Answer) -> Vec<f64> {
    let mut figures = vec![];
    let plan = |plan: &Plan| [plan.worth, plan.hours_per_week];
    figures.extend(plan(&answer.best_mix));
    figures.extend(answer.as_planned.iter().flat_map(margins));
    for at in &answer.how_much {
        figures.extend([at.level, at.hours_per_week, at.worth]);
        figures.extend(at.margins.iter().flat_map(margins));
        figures.extend([at.work_worth, at.chance_ever].into_iter().flatten());
    }
    for pursuit in &answer.pursuits {
        for found in [&pursuit.plan_with, &pursuit.plan_without, &pursuit.plan_without_any] {
            figures.extend(plan(found));
        }
        figures.extend(pursuit.contributions.iter().map(|(_, points)| points));
        figures.extend(own_figures(pursuit));
        if let Some(award) = &pursuit.award {
            figures.extend([award.holding_share, award.chance_ever]);
            figures.push(award.hours_per_week_when_held);
        }
        if let Some(ledger) = &pursuit.ledger {
            figures.push(ledger.npv);
            figures.extend(ledger.benefit_cost_ratio);
            figures.extend(ledger.break_even_hour_value);
        }
    }
    figures
}

fn margins(of: &AsPlanned) -> [f64; 2] {
    [of.margin, of.margin_over_none]
}

fn own_figures(pursuit: &PursuitAnswer) -> Vec<f64> {
    let mut figures = vec![
        pursuit.worth,
        pursuit.margin,
        pursuit.margin_over_none,
        pursuit.opportunity_cost,
        pursuit.hours_per_week,
        pursuit.extra_hours_per_week,
        pursuit.busiest_hours_per_week,
        pursuit.felt_hours_per_week,
        pursuit.burnout_risk,
        pursuit.money_per_year,
    ];
    figures.extend(pursuit.work_worth);
    figures.extend(pursuit.work_margin);
    figures.extend(pursuit.title_premium);
    for year in &pursuit.years {
        figures.extend([year.hours_per_week, year.felt_hours_per_week]);
        figures.extend([year.burnout_risk, year.money]);
        figures.extend(year.holding_share);
    }
    figures
}

/// Whether a plan goes for a pursuit with its award, if it has one.
fn goes_for(plan: &Plan, pursuit: &PursuitAnswer) -> bool {
    let award = pursuit.award.as_ref().map(|_| true);
    plan.pursuits.iter().any(|member| member.id == pursuit.id && member.award == award)
}

fn check(case: &Value) -> Result<(), TestCaseError> {
    let answer = answer(case);
    prop_assert!(figures(&answer).iter().all(|figure| figure.is_finite()));
    for pursuit in &answer.pursuits {
        let points: Vec<f64> = pursuit.contributions.iter().map(|(_, points)| *points).collect();
        let rest = 1e-12 * points.iter().fold(1.0, |most: f64, points| most.max(points.abs()));
        prop_assert!((points.iter().sum::<f64>() - pursuit.worth).abs() <= rest);
        prop_assert!(points[..7].iter().all(|points| *points >= -rest), "{points:?}");
        // Time and ease are only lost. Rest mends, and money may come of either sign.
        prop_assert!(points[8] <= rest && points[11] <= rest, "{points:?}");
        prop_assert!(goes_for(&pursuit.plan_with, pursuit));
        prop_assert!(!goes_for(&pursuit.plan_without, pursuit));
        let is_there = |member: &PlanMember| member.id == pursuit.id;
        prop_assert!(!pursuit.plan_without_any.pursuits.iter().any(is_there));
        prop_assert!(pursuit.margin_over_none >= pursuit.margin - rest);
        prop_assert!(pursuit.busiest_hours_per_week >= pursuit.hours_per_week - 1e-9);
        prop_assert!(pursuit.extra_hours_per_week >= -1e-9);
        prop_assert!((0.0..=1.0).contains(&pursuit.burnout_risk));
        let is_best = goes_for(&answer.best_mix, pursuit);
        prop_assert_eq!(is_best, pursuit.verdict == "worth_it");
        let is_kept = answer.best_mix.pursuits.iter().any(is_there) && !is_best;
        prop_assert_eq!(is_kept, pursuit.verdict == "without_the_award");
    }
    prop_assert!(answer.best_mix.worth >= -1e-9);
    Ok(())
}

#[test]
fn cases_have_finite_figures_and_contributions_that_add_up() {
    runner(256).run(&case(), |case| check(&case)).unwrap();
    runner(256).run(&certain_case(), |case| check(&case)).unwrap();
}

#[test]
fn certain_cases_hold_plain_numbers_only() {
    for case in sample(&certain_case(), 100) {
        let text = case.to_string();
        for field in ["\"low\"", "\"min\"", "\"dist\""] {
            assert!(!text.contains(field), "{text}");
        }
    }
}

#[test]
fn a_third_of_the_figures_are_uncertain() {
    let (mut uncertain, mut numbers) = (0.0, 0.0);
    for case in sample(&case(), 100) {
        count(&case, &mut uncertain, &mut numbers);
    }
    let share: f64 = uncertain / (uncertain + numbers);
    assert!((0.2..0.4).contains(&share), "{share}");
}

fn count(value: &Value, uncertain: &mut f64, numbers: &mut f64) {
    let is_estimate = ["low", "min", "dist"].iter().any(|field| value.get(field).is_some());
    match value {
        _ if is_estimate => *uncertain += 1.0,
        Value::Number(_) => *numbers += 1.0,
        Value::Array(list) => list.iter().for_each(|item| count(item, uncertain, numbers)),
        Value::Object(map) => map.values().for_each(|item| count(item, uncertain, numbers)),
        _ => {}
    }
}

/// A generator that never reaches a corner of the model proves nothing about it.
#[test]
fn cases_reach_every_corner() {
    let cases = sample(&case(), 500);
    let answers: Vec<Answer> = cases.iter().map(answer).collect();
    let pursuits: Vec<_> = answers.iter().flat_map(|answer| &answer.pursuits).collect();
    let share = |count: usize| count as f64 / pursuits.len() as f64;
    let verdicts =
        ["not_feasible", "worth_it", "without_the_award", "not_worth_it", "better_elsewhere"];
    for verdict in verdicts {
        let found = share(pursuits.iter().filter(|p| p.verdict == verdict).count());
        assert!(found > 0.02, "{verdict} in {found}");
    }
    let has = |what: &str, is_there: &dyn Fn(&Answer) -> bool| {
        assert!(answers.iter().any(is_there), "no {what}");
    };
    has("mix of three", &|answer| answer.best_mix.pursuits.len() >= 3);
    has("empty mix", &|answer| answer.best_mix.pursuits.is_empty());
    has("four pursuits", &|answer| answer.pursuits.len() == 4);
    has("negative opportunity cost", &|answer| {
        answer.pursuits.iter().any(|p| p.opportunity_cost < -0.01)
    });
    has("negative premium", &|answer| {
        answer.pursuits.iter().any(|p| p.title_premium.is_some_and(|points| points < -0.01))
    });
    has("late payback", &|answer| {
        answer.pursuits.iter().filter_map(|p| p.ledger.as_ref()).any(|l| l.payback_years > Some(1))
    });
    has("level below all of it", &|answer| {
        answer.best_mix.pursuits.iter().any(|member| member.level < 1.0)
    });
    has("mended risk", &|answer| answer.pursuits.iter().any(|p| p.contributions[9].1 > 0.01));
    has("plan that does not fit", &|answer| answer.how_much.iter().any(|at| at.margins.is_none()));
    has("tie", &|answer| answer.pursuits.iter().any(|p| p.worth > 0.01 && p.margin.abs() < 1e-9));
    for corner in [
        "normal",
        "discrete",
        "weights",
        "uniform",
        "mode",
        "low",
        "holding",
        "pursuing",
        "rest",
        "motivation_ranking",
        "hour_value",
        "delay_years",
        "depends_on",
        "luck_2",
        "levels",
        "anyway",
        "lasts_years",
        "usual_per_year",
        "award",
        "drawbacks",
        "give_up_after_years",
        "stop",
        "either_or",
        "limit_hours_per_week",
        "break_even_hours_per_week",
        "returns_to_effort",
        "rest_offsets_overwork",
        "drawback_points",
    ] {
        let quoted = format!("\"{corner}\"");
        assert!(cases.iter().any(|case| case.to_string().contains(&quoted)), "no {corner}");
    }
}
