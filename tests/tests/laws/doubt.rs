//! Doubt: what scenarios say is the same for everybody, and vanishes with the doubt.

use crate::quick::{at_means, quickly};
use crate::support::{any_case, own_case};
use proptest::prelude::*;
use serde_json::{Value, json};
use worthwhile::{Assessment, Options, Plan};
use worthwhile_conformance::runs::{Json, holds, scaled};

fn plan(document: &Value) -> Plan {
    Plan::read(&document.to_string()).unwrap()
}

fn answer(document: &Value, options: &Options) -> Assessment {
    plan(document).run().options(options).assess().unwrap()
}

#[test]
fn the_number_of_threads_changes_nothing() {
    holds(40, any_case(), |Json(case)| {
        let options = quickly().with_scenarios(512).with_totals(true);
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
    let options = quickly().with_scenarios(4096).with_replicates(8).with_totals(true);
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
            let options = quickly().with_scenarios(scenarios).with_replicates(8).with_seed(seed);
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
            let margin = own.margin.mean.abs();
            let is_unsure = own.confidence.is_some_and(|sure| sure < 0.75);
            prop_assert_eq!(own.close_call, is_unsure || margin < points, "{:?}", own.id);
            let [sure, alone] = met.get();
            let is_alone = is_unsure && margin >= points && own.confidence > Some(0.6);
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
        "levels": [1], "benefits": [{"category": "skills", "strength": 5}]}],
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
        let options = quickly().with_scenarios(1024);
        let all = plan.run().options(&options).information().unwrap();
        let uncertain = plan.inputs().iter().filter(|input| !input.estimate.is_certain());
        let names: Vec<&str> = uncertain.map(|input| &*input.name).collect();
        let Some(all) = all.filter(|_| !names.is_empty()) else { return Ok(()) };
        for own in &all.inputs {
            prop_assert!(own.evppi <= all.evpi, "{own:?} {}", all.evpi);
        }
        let mut group = Vec::new();
        let mut before = (0.0, 0.0);
        for at in 0..names.len().min(3) {
            group.push(names[(start.index(names.len()) + at) % names.len()]);
            let own = plan.run().options(&options).information_about(&group).unwrap();
            // Both are estimates. Student's t at 99.9 % two-sided for 7 degrees of freedom.
            let error = 5.408 * f64::hypot(own.standard_error, before.1) + 1e-9 + 0.01 * all.evpi;
            prop_assert!(own.evppi >= before.0 - error, "{group:?}: {own:?} after {before:?}");
            prop_assert!(own.evppi <= all.evpi + 1e-9, "{group:?}: {own:?} of {}", all.evpi);
            before = (own.evppi, own.standard_error);
        }
        Ok(())
    });
}

/// Ranks are shares: each pursuit has one, and each is somebody's.
#[test]
fn ranks_are_shared_out() {
    holds(150, any_case(), |Json(case)| {
        let answer = answer(&case, &quickly().with_scenarios(64));
        let pursuits = answer.pursuits.iter().map(|own| &own.rank_acceptability);
        let Some(none) = answer.without_any.as_ref().map(|own| &own.rank_acceptability) else {
            prop_assert!(pursuits.into_iter().all(Vec::is_empty));
            return Ok(());
        };
        let all: Vec<&Vec<f64>> = pursuits.chain([none]).collect();
        for one in &all {
            prop_assert_eq!(one.len(), all.len());
            prop_assert!((one.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{:?}", all);
        }
        for rank in 0..all.len() {
            let shares: f64 = all.iter().map(|one| one[rank]).sum();
            prop_assert!((shares - 1.0).abs() < 1e-9, "rank {}: {:?}", rank, all);
        }
        Ok(())
    });
}

/// The second choice: nothing that was looked at is worth more on average than what is chosen, and
/// the life without any is worth 0.
#[test]
fn no_plan_is_worth_more_on_average_than_the_best_mix() {
    holds(150, any_case(), |Json(case)| {
        let answer = answer(&case, &quickly().with_scenarios(64));
        let best = answer.best_mix.worth;
        prop_assert!(best >= -1e-9, "{}", best);
        for own in &answer.pursuits {
            let slack = 2e-9 * best.abs().max(own.worth.mean.abs()).max(1.0);
            let fits = own.verdict != worthwhile::Verdict::NotFeasible;
            for plan in [&own.plan_without, &own.plan_without_any] {
                prop_assert!(plan.worth <= best + slack, "{}: {:?} {}", own.id, plan, best);
            }
            prop_assert!(!fits || own.plan_with.worth <= best + slack, "{}", own.id);
            let margin = own.plan_with.worth - own.plan_without.worth;
            prop_assert!((own.margin.mean - margin).abs() <= 1e3 * slack, "{}", own.id);
            let sum: f64 = own.contributions.iter().map(|part| part.points).sum();
            let size = own.contributions.iter().map(|part| part.points.abs()).fold(1.0, f64::max);
            prop_assert!((sum - own.worth.mean).abs() <= 1e-9 * size, "{}: {}", own.id, sum);
        }
        Ok(())
    });
}

/// How much of it: at the level that is chosen, and at all of it, the same is told elsewhere.
#[test]
fn how_much_meets_what_is_told_of_the_level() {
    let met = std::cell::Cell::new(0);
    holds(150, own_case(), |Json(case)| {
        let mut case = case;
        // Of what is done anyway a scenario may do more than the level.
        crate::support::pursuits(&mut case)[0].as_object_mut().unwrap().remove("anyway");
        let options = quickly().with_scenarios(64).with_levers(true);
        let answer = answer(&case, &options);
        let own = &answer.pursuits[0];
        let size = own.contributions.iter().map(|part| part.points.abs()).fold(1.0, f64::max);
        let is_near = |one: f64, other: f64| (one - other).abs() <= 1e-9 * size;
        for at in &answer.question.how_much {
            if (at.level - own.level).abs() <= 1e-12 {
                prop_assert!(is_near(at.worth, own.worth.mean), "{:?}", at);
                prop_assert!(is_near(at.hours_per_week, own.hours_per_week.mean), "{:?}", at);
                prop_assert_eq!(at.work_worth.is_some(), own.work_worth.is_some());
                let works = at.work_worth.zip(own.work_worth);
                prop_assert!(works.is_none_or(|(at, own)| is_near(at, own)), "{:?}", at);
                let chances = at.chance_ever.zip(own.award.as_ref().map(|own| own.chance_ever));
                prop_assert!(chances.is_none_or(|(at, own)| is_near(at, own)), "{:?}", at);
                met.set(met.get() + 1);
            }
            if (at.level - 1.0).abs() <= 1e-12 {
                let planned = answer.question.as_planned.map(|own| own.margin);
                prop_assert_eq!(at.margin.is_some(), planned.is_some());
                let margins = at.margin.zip(planned);
                prop_assert!(margins.is_none_or(|(at, own)| is_near(at, own)), "{:?}", at);
            }
        }
        Ok(())
    });
    assert!(met.get() > scaled(30), "{} levels met", met.get());
}

/// A number that is replaced by its own mean leaves everything else as it was drawn, to the bit.
#[test]
fn knowing_one_number_leaves_what_does_not_hang_on_it() {
    let met = std::cell::Cell::new(0);
    holds(200, (own_case(), any::<prop::sample::Index>()), |(Json(case), index)| {
        let plan = plan(&crate::support::all_or_nothing(&case));
        let uncertain = plan
            .inputs()
            .iter()
            .filter(|input| !input.estimate.is_certain() && input.name.starts_with("/pursuits/"));
        let uncertain: Vec<_> = uncertain.collect();
        if uncertain.is_empty() {
            return Ok(());
        }
        let input = index.get(&uncertain);
        let known = plan.with_values([(&*input.name, input.mean())]).unwrap();
        let [before, after] = [&plan, &known].map(|plan| {
            plan.run().options(&quickly().with_scenarios(256)).assess().unwrap().pursuits
        });
        for (before, after) in before.iter().zip(&after) {
            if input.name.starts_with(&format!("/pursuits/{}/", before.id)) {
                continue;
            }
            met.set(met.get() + u32::from(before.worth.sd > 0.0));
            prop_assert_eq!(before.worth, after.worth);
            prop_assert_eq!(before.hours_per_week, after.hours_per_week);
            prop_assert_eq!(before.burnout_risk, after.burnout_risk);
            prop_assert_eq!(before.money_per_year, after.money_per_year);
        }
        Ok(())
    });
    assert!(met.get() > scaled(50), "{} others were uncertain", met.get());
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
        let parts = exact.pursuits.iter().flat_map(|own| &own.contributions);
        let size = parts.map(|part| part.points.abs()).fold(100.0, f64::max);
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
            prop_assert!(off <= 30.0 * size * width, "{width}: {off}");
            prop_assert!(off <= before + 1e-11 * size, "{width}: {off} after {before}");
            before = off;
        }
        Ok(())
    });
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
