use super::{case, certain_case};
use crate::reference::{Answer, Plan, answer};
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
    for pursuit in &answer.pursuits {
        figures.extend(plan(&pursuit.plan_with));
        figures.extend(plan(&pursuit.plan_without));
        figures.extend(pursuit.contributions.iter().map(|(_, points)| points));
        figures.extend([
            pursuit.worth,
            pursuit.margin,
            pursuit.opportunity_cost,
            pursuit.hours_per_week,
            pursuit.peak_hours_per_week,
            pursuit.felt_hours_per_week,
            pursuit.burnout_risk,
            pursuit.money_per_year,
        ]);
        figures.extend(pursuit.title_premium);
        figures.extend(pursuit.if_not_renewed);
        if let Some(award) = &pursuit.award {
            figures.extend([award.holding_share, award.chance_ever]);
        }
        if let Some(ledger) = &pursuit.ledger {
            figures.push(ledger.npv);
            figures.extend(ledger.benefit_cost_ratio);
            figures.extend(ledger.break_even_hour_value);
        }
    }
    figures
}

fn check(case: &Value) -> Result<(), TestCaseError> {
    let answer = answer(case);
    prop_assert!(figures(&answer).iter().all(|figure| figure.is_finite()));
    for pursuit in &answer.pursuits {
        let points: Vec<f64> = pursuit.contributions.iter().map(|(_, points)| *points).collect();
        prop_assert!((points.iter().sum::<f64>() - pursuit.worth).abs() < 1e-9);
        prop_assert!(points[..8].iter().all(|points| *points >= 0.0));
        prop_assert!(points[8..].iter().all(|points| *points <= 1e-9));
        prop_assert!(pursuit.plan_with.pursuits.contains(&pursuit.id));
        prop_assert!(!pursuit.plan_without.pursuits.contains(&pursuit.id));
        prop_assert!(pursuit.peak_hours_per_week >= pursuit.hours_per_week - 1e-9);
        prop_assert!((0.0..=1.0).contains(&pursuit.burnout_risk));
        let is_best = answer.best_mix.pursuits.contains(&pursuit.id);
        prop_assert_eq!(is_best, pursuit.verdict == "worth_it");
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
    for verdict in ["not_feasible", "worth_it", "not_worth_it", "better_elsewhere"] {
        let found = share(pursuits.iter().filter(|p| p.verdict == verdict).count());
        assert!(found > 0.02, "{verdict} in {found}");
    }
    let has = |what: &str, is_there: &dyn Fn(&Answer) -> bool| {
        assert!(answers.iter().any(is_there), "no {what}");
    };
    has("mix of three", &|answer| answer.best_mix.pursuits.len() >= 3);
    has("empty mix", &|answer| answer.best_mix.pursuits.is_empty());
    has("seven pursuits", &|answer| answer.pursuits.len() == 7);
    has("negative opportunity cost", &|answer| {
        answer.pursuits.iter().any(|p| p.opportunity_cost < -0.01)
    });
    has("negative premium", &|answer| {
        answer.pursuits.iter().any(|p| p.title_premium.is_some_and(|points| points < -0.01))
    });
    has("late payback", &|answer| {
        answer.pursuits.iter().filter_map(|p| p.ledger.as_ref()).any(|l| l.payback_years > Some(1))
    });
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
    ] {
        let quoted = format!("\"{corner}\"");
        assert!(cases.iter().any(|case| case.to_string().contains(&quoted)), "no {corner}");
    }
}
