//! What an answer adds up to, and the bounds it keeps.

use crate::support::{answered, any_case, at_least, figured, near, own_case};
use proptest::prelude::*;
use serde_json::Value;
use worthwhile::Plan;
use worthwhile_conformance::runs::{Json, holds};

const PARTS: [&str; 11] = [
    "enjoyment",
    "altruism",
    "belonging",
    "learning",
    "influence",
    "reputation",
    "career",
    "income",
    "personal_time",
    "wellbeing",
    "savings",
];

/// The mean of an input, by name.
fn mean(plan: &Plan, name: &str) -> f64 {
    plan.inputs().iter().find(|input| &*input.name == name).unwrap().mean()
}

/// w[m] of a case, worked out again.
fn weights(case: &Value, plan: &Plan) -> Vec<f64> {
    let motives = &PARTS[..8];
    let Some(ranking) = case["person"].get("motivation_ranking") else {
        let rated: Vec<f64> =
            motives.iter().map(|m| mean(plan, &format!("/person/motivations/{m}"))).collect();
        let sum: f64 = rated.iter().sum();
        return rated.iter().map(|rating| rating / sum).collect();
    };
    let ranking = ranking.as_array().unwrap();
    let count = ranking.len() as f64;
    let centroid = |rank: usize| -> f64 {
        (rank..ranking.len()).map(|k| 1.0 / (k as f64 + 1.0)).sum::<f64>() / count
    };
    let weight =
        |motive: &&str| ranking.iter().position(|ranked| ranked == motive).map_or(0.0, centroid);
    motives.iter().map(weight).collect()
}

#[test]
fn contributions_add_up_to_the_worth() {
    holds(400, any_case(), |Json(case)| {
        for pursuit in &figured(&case)?.pursuits {
            let names: Vec<&str> =
                pursuit.contributions.iter().map(|(name, _)| name.as_str()).collect();
            prop_assert_eq!(names, PARTS);
            let sum: f64 = pursuit.contributions.iter().map(|(_, points)| points).sum();
            let slack = 1e-12 * pursuit.worth.abs().max(1.0);
            prop_assert!((sum - pursuit.worth).abs() <= slack, "{sum:?} {:?}", pursuit.worth);
        }
        Ok(())
    });
}

#[test]
fn no_motive_gains_more_than_its_weight() {
    holds(300, own_case(), |Json(case)| {
        let plan = Plan::read(&case.to_string()).unwrap();
        let weights = weights(&case, &plan);
        for pursuit in &figured(&case)?.pursuits {
            for ((motive, points), weight) in pursuit.contributions.iter().zip(&weights) {
                prop_assert!(*points >= 0.0, "{motive}: {points:?}");
                at_least(motive, 100.0 * weight, *points)?;
            }
            at_least("100", 100.0, pursuit.worth)?;
        }
        Ok(())
    });
}

#[test]
fn no_protection_loses_more_than_its_rating_allows() {
    holds(300, own_case(), |Json(case)| {
        let plan = Plan::read(&case.to_string()).unwrap();
        let rating = |name: &str| mean(&plan, &format!("/person/protections/{name}"));
        for pursuit in &figured(&case)?.pursuits {
            for (name, points) in &pursuit.contributions[8..] {
                prop_assert!(*points <= 0.0, "{name}: {points:?}");
                // The cost of time is anchored at three quarters of the free hours; the rest of
                // them costs up to e^2.5 as much.
                let whole = if name == "personal_time" { 12.2 } else { 1.0 };
                at_least(name, *points, -10.0 * rating(name) * whole)?;
            }
        }
        Ok(())
    });
}

#[test]
fn risks_shares_and_hours_keep_their_bounds() {
    holds(400, own_case(), |Json(case)| {
        let plan = Plan::read(&case.to_string()).unwrap();
        let today = mean(&plan, "/person/burnout_risk");
        for pursuit in &figured(&case)?.pursuits {
            at_least("burnout risk", pursuit.burnout_risk, today)?;
            prop_assert!(pursuit.burnout_risk <= 1.0, "{:?}", pursuit.burnout_risk);
            if let Some(award) = &pursuit.award {
                let bounds = 0.0..=1.0;
                prop_assert!(bounds.contains(&award.holding_share), "{award:?}");
                prop_assert!(bounds.contains(&award.chance_ever), "{award:?}");
            }
            at_least("peak", pursuit.peak_hours_per_week, pursuit.hours_per_week)?;
            at_least("hours", pursuit.hours_per_week, pursuit.felt_hours_per_week)?;
            prop_assert!(pursuit.felt_hours_per_week >= 0.0);
        }
        Ok(())
    });
}

#[test]
fn the_title_adds_what_is_missing_without_it() {
    holds(200, any_case(), |Json(case)| {
        for pursuit in &figured(&case)?.pursuits {
            prop_assert_eq!(pursuit.award.is_some(), pursuit.if_not_renewed.is_some());
            prop_assert_eq!(pursuit.award.is_some(), pursuit.title_premium.is_some());
            if let (Some(without), Some(premium)) = (pursuit.if_not_renewed, pursuit.title_premium)
            {
                near("worth", without + premium, pursuit.worth)?;
            }
        }
        Ok(())
    });
}

/// Without doubt every summary says one number; with doubt its percentiles are in order.
#[test]
fn a_spread_is_zero_or_in_order() {
    holds(150, own_case(), |Json(case)| {
        let answer = answered(&case)?;
        let is_certain = answer["basis"]["uncertain"] == 0;
        for pursuit in answer["pursuits"].as_array().unwrap() {
            let summaries = pursuit.as_object().unwrap().values().filter_map(|v| v.as_object());
            for summary in summaries.filter(|map| map.contains_key("mean")) {
                prop_assert_eq!(summary.len(), 8);
                let percentiles = ["p5", "p25", "p50", "p75", "p95"].map(|name| &summary[name]);
                let rises = percentiles.windows(2).all(|pair| pair[0].as_f64() <= pair[1].as_f64());
                prop_assert!(rises && summary["sd"].as_f64() >= Some(0.0), "{summary:?}");
                if !is_certain {
                    continue;
                }
                let same = summary.iter().all(|(name, value)| match name.as_str() {
                    "sd" | "standard_error" => *value == 0.0,
                    _ => *value == summary["mean"],
                });
                prop_assert!(same, "{summary:?}");
            }
        }
        Ok(())
    });
}
