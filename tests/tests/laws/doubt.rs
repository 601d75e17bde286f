//! Doubt: what scenarios say is the same for everybody, vanishes with the doubt, and what is said
//! to change an answer changes it.

use crate::quick::{at_means, quickly};
use crate::support::{any_case, certain_case, own_case};
use proptest::prelude::*;
use serde_json::{Value, json};
use worthwhile::{Assessment, Options, Plan};
use worthwhile_conformance::runs::{Json, holds};

fn plan(document: &Value) -> Plan {
    Plan::read(&document.to_string()).unwrap()
}

fn answer(document: &Value, options: &Options) -> Assessment {
    plan(document).run().options(options).assess().unwrap()
}

#[test]
fn the_number_of_threads_changes_nothing() {
    holds(40, any_case(), |Json(case)| {
        let options = Options::default().with_scenarios(512).with_totals(true);
        let one = answer(&case, &options).to_json();
        for threads in [2, 3, 8] {
            let other = answer(&case, &options.clone().with_threads(threads)).to_json();
            prop_assert_eq!(&other, &one);
        }
        Ok(())
    });
}

#[test]
fn zero_is_a_seed_like_any_other() {
    holds(60, own_case(), |Json(case)| {
        let seeded = |seed| answer(&case, &quickly().with_seed(seed));
        let [zero, again, one] = [0, 0, 1].map(seeded);
        prop_assert_eq!(&zero, &again);
        prop_assert_eq!(zero.engine.seed, 0);
        let worth =
            |answer: &Assessment| answer.pursuits.iter().map(|own| own.worth.mean).sum::<f64>();
        let spread: f64 = zero.pursuits.iter().map(|own| own.worth.sd).sum();
        prop_assert!(spread <= 0.0 || (worth(&zero) - worth(&one)).abs() > 0.0);
        Ok(())
    });
}

#[test]
fn what_is_certain_does_not_matter() {
    holds(60, own_case(), |Json(case)| {
        let plan = plan(&case);
        let answer = plan.run().options(&quickly()).assess().unwrap();
        let uncertain = plan.inputs().iter().filter(|input| !input.estimate.is_certain());
        let mut expected: Vec<&str> = uncertain.map(|input| &*input.name).collect();
        if case["person"]["motivation_ranking"].as_array().is_some_and(|list| list.len() > 1) {
            expected.push("/person/motivation_ranking");
        }
        let mut told: Vec<&str> = answer.sensitivity.iter().map(|own| &*own.input).collect();
        told.sort_unstable();
        expected.sort_unstable();
        prop_assert_eq!(told, expected);
        Ok(())
    });
}

/// An hour's price counts in the money view alone, so doubt about it does nothing to the margin.
#[test]
fn an_input_without_influence_is_below_noise() {
    let text = include_str!("../../../crates/worthwhile/examples/mvp.json");
    let mut case: Value = serde_json::from_str(text).unwrap();
    case["person"]["money"]["hour_value"] = json!({"low": 10, "high": 90});
    let options = Options::default().with_scenarios(4096).with_totals(true).with_flips(false);
    let answer = answer(&case, &options);
    let name = "/person/money/hour_value";
    let own = answer.sensitivity.iter().find(|own| &*own.input == name).unwrap();
    assert!(own.below_noise && own.first_order < 0.01, "{own:?}");
    assert!((own.swing.low - own.swing.high).abs() <= 0.0, "{own:?}");
    assert!(own.total.unwrap().abs() <= 0.0, "{own:?}");
    let information = answer.information.unwrap();
    let own = information.inputs.iter().find(|own| &*own.input == name).unwrap();
    assert!(own.below_noise && own.evppi < 0.01 * information.evpi.max(1.0), "{own:?}");
}

/// However few scenarios and however many values: chance is not taken for knowledge.
#[test]
fn chance_is_called_noise() {
    let values: Vec<u32> = (1..=256).collect();
    let doubts = [json!({"dist": "discrete", "values": values}), json!({"low": 10, "high": 90})];
    let mut called = (0, 0);
    for doubt in doubts {
        // Two pursuits as good as each other, and an hour's price, which nothing hangs on.
        let own = |id: &str| {
            json!({"id": id, "activities": [{"kind": "study", "hours": 4, "per_year": 52}],
                "benefits": [{"category": "skills", "strength": {"min": 2, "mode": 5, "max": 8}}]})
        };
        let case = json!({"schema_version": 1, "pursuits": [own("one"), own("other")],
            "person": {"motivations": {"learning": 8}, "time": {"free_hours_per_week": 6},
                "money": {"meaningful_yearly_amount": 5000, "hour_value": doubt}}});
        for (scenarios, seed) in [(64, 1), (64, 2), (512, 1), (512, 2), (4096, 1), (4096, 2)] {
            let options =
                Options::default().with_scenarios(scenarios).with_seed(seed).with_flips(false);
            let answer = answer(&case, &options);
            let name = "/person/money/hour_value";
            let index = answer.sensitivity.iter().find(|own| &*own.input == name).unwrap();
            let all = answer.information.unwrap();
            let value = all.inputs.iter().find(|own| &*own.input == name).unwrap();
            called.0 += u32::from(!index.below_noise) + u32::from(!value.below_noise);
            called.1 += 2;
        }
    }
    // Two standard errors leave one in twenty on either side; of 24, more than 4 has a chance of 1 %.
    assert!(called.0 <= 4, "{called:?}");
}

#[test]
fn a_close_call_is_one_that_few_scenarios_or_few_points_turn() {
    let met = std::cell::Cell::new([0, 0]);
    holds(200, own_case(), |Json(case)| {
        let points = case["assumptions"]["close_call_points"].as_f64().unwrap_or(5.0);
        for own in answer(&case, &quickly()).pursuits {
            let is_worth = own.verdict == worthwhile::Verdict::NotWorthIt;
            let deciding = if is_worth { own.worth.mean } else { own.margin.mean };
            let is_unsure = own.confidence.is_some_and(|sure| sure < 0.75);
            prop_assert_eq!(own.close_call, is_unsure || deciding.abs() <= points, "{:?}", own.id);
            let [sure, alone] = met.get();
            let is_alone = is_unsure && deciding.abs() > points && own.confidence > Some(0.6);
            met.set([sure + 1, alone + u32::from(is_alone)]);
        }
        Ok(())
    });
    assert!(met.get()[1] > 0, "no case was unsure alone: {met:?}");
}

#[test]
fn rest_is_no_load() {
    let activities = json!([{"kind": "study", "hours": 4, "per_year": 52},
        {"kind": "rest", "hours": {"min": 0.5, "mode": 1, "max": 1.5}, "per_year": 52}]);
    let case = json!({"schema_version": 1, "pursuits": [{"id": "course", "activities": activities,
        "benefits": [{"category": "skills", "strength": 5}]}],
        "person": {"motivations": {"career": 8}, "time": {"free_hours_per_week": 6}}});
    let answer: Value = serde_json::from_str(&answer(&case, &quickly()).to_json()).unwrap();
    let warnings = answer["pursuits"][0]["warnings"].as_array().unwrap();
    let drive = warnings.iter().find(|own| own["kind"] == "extrinsic_drive").unwrap();
    assert!((drive["loaded_hours_per_week"].as_f64().unwrap() - 4.0).abs() < 1e-9, "{drive}");
}

#[test]
fn knowing_more_is_worth_no_less() {
    holds(60, (own_case(), any::<prop::sample::Index>()), |(Json(case), start)| {
        let plan = plan(&case);
        let options = Options::default().with_scenarios(1024);
        let all = plan.run().options(&options).information().unwrap();
        let uncertain = plan.inputs().iter().filter(|input| !input.estimate.is_certain());
        let names: Vec<&str> = uncertain.map(|input| &*input.name).collect();
        let Some(all) = all.filter(|_| !names.is_empty()) else { return Ok(()) };
        for own in &all.inputs {
            prop_assert!(own.evppi <= all.evpi, "{own:?} {}", all.evpi);
        }
        let mut group = Vec::new();
        let mut before = 0.0;
        for at in 0..names.len().min(3) {
            group.push(names[(start.index(names.len()) + at) % names.len()]);
            let evppi = plan.run().options(&options).information_about(&group).unwrap().evppi;
            // Sums in another order differ in their last digits.
            prop_assert!(evppi >= before - 1e-9, "{group:?}: {evppi} after {before}");
            prop_assert!(evppi <= all.evpi + 1e-9, "{group:?}: {evppi} of {}", all.evpi);
            before = evppi;
        }
        Ok(())
    });
}

/// Every estimate of a case replaced by an interval of a relative width about its mean.
fn narrowed(case: &Value, width: f64) -> Value {
    let mut case = case.clone();
    for pursuit in case["pursuits"].as_array_mut().unwrap() {
        for activity in pursuit["activities"].as_array_mut().into_iter().flatten() {
            if let Some(hours) = activity["hours"].as_f64().filter(|hours| *hours > 0.0) {
                activity["hours"] =
                    json!({"low": hours * (1.0 - width), "high": hours * (1.0 + width)});
            }
        }
        for benefit in pursuit["benefits"].as_array_mut().into_iter().flatten() {
            if let Some(chance) = benefit["chance"].as_f64().filter(|p| *p > 0.0 && *p < 0.99) {
                benefit["chance"] =
                    json!({"low": chance * (1.0 - width), "high": chance * (1.0 + 0.01 * width)});
            }
        }
    }
    case
}

#[test]
fn a_doubt_that_vanishes_leaves_the_certain_answer() {
    holds(80, own_case(), |Json(case)| {
        let certain = at_means(&case).unwrap();
        let exact = answer(&certain, &quickly());
        let mut before = f64::INFINITY;
        for width in [1e-2, 1e-4, 1e-6] {
            let near = answer(&narrowed(&certain, width), &quickly());
            let pairs = near.pursuits.iter().zip(&exact.pursuits);
            let off = pairs.map(|(near, exact)| {
                (near.worth.mean - exact.worth.mean).abs()
                    + (near.worth.p95 - exact.worth.mean).abs()
            });
            let off = off.fold(0.0, f64::max);
            // All costs and gains together change by no more than so many points a share.
            prop_assert!(off <= 3000.0 * width, "{width}: {off}");
            prop_assert!(off <= before + 1e-9, "{width}: {off} after {before}");
            before = off;
        }
        Ok(())
    });
}

#[test]
fn a_flip_flips_and_the_value_just_before_it_does_not() {
    holds(60, certain_case(), |Json(case)| {
        let plan = plan(&at_means(&case).unwrap());
        let flips = plan.run().flips().unwrap();
        let today = plan.run().options(&quickly()).assess().unwrap().question.verdict;
        for flip in flips {
            let verdict = |value: f64| {
                let changed = plan.with_values([(&*flip.input, value)]).unwrap();
                changed.run().options(&quickly()).assess().unwrap().question.verdict
            };
            prop_assert!(verdict(flip.to) == flip.verdict && flip.verdict != today, "{flip:?}");
            prop_assert_eq!(verdict(just_before(&plan, &flip)), today, "{:?}", flip);
        }
        Ok(())
    });
}

/// A value nearer to today's by a little more than what a flip is looked for to.
fn just_before(plan: &Plan, flip: &worthwhile::Flip) -> f64 {
    let input = plan.inputs().iter().find(|input| input.name == flip.input).unwrap();
    let step = match input.field.name {
        "horizon_years" => 1.0,
        _ if input.field.domain.scale == worthwhile::Scale::Log && flip.to > 0.0 => 3e-9 * flip.to,
        _ if input.field.domain.scale == worthwhile::Scale::Log => 3e-9 * flip.from,
        _ => 3e-9 * (input.field.domain.max - input.field.domain.min).min(1e6),
    };
    flip.to + step.min((flip.from - flip.to).abs()) * (flip.from - flip.to).signum()
}

#[test]
fn limits_are_problems_with_codes() {
    let plan = plan(&json!({"schema_version": 1, "pursuits": [{"preset": "rest"}],
        "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}));
    let refused = [
        (Options::default().with_scenarios(0), "/scenarios"),
        (Options::default().with_scenarios((1 << 20) + 1), "/scenarios"),
        (Options::default().with_replicates(1), "/replicates"),
        (Options::default().with_seed(1 << 53), "/seed"),
        (Options::default().with_threads(0), "/threads"),
    ];
    for (options, path) in refused {
        let error = plan.run().options(&options).assess().unwrap_err();
        let problem = &error.problems()[0];
        assert_eq!((problem.path.as_str(), problem.code.as_str()), (path, "out_of_range"));
    }
    let error = plan.run().information_about(&["/person/tyme"]);
    assert_eq!(error.unwrap_err().problems()[0].code.as_str(), "unknown_item");
}
