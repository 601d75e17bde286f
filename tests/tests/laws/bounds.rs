//! What an answer adds up to, and the bounds it keeps.

use crate::support::{answered, any_case, at_least, figured, items, near, own_case};
use proptest::prelude::*;
use serde_json::Value;
use worthwhile::Plan;
use worthwhile_conformance::reference::YearAnswer;
use worthwhile_conformance::runs::{Json, holds};

const PARTS: [&str; 12] = [
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
    "drawbacks",
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
            let points = pursuit.contributions.iter().map(|(_, points)| points.abs());
            let slack = 1e-12 * points.fold(1.0, f64::max);
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
                at_least(motive, 100.0 * weight, *points)?;
                // Only money can be lost.
                let least = if motive == "income" { -100.0 * weight } else { 0.0 };
                at_least(motive, *points, least)?;
            }
        }
        Ok(())
    });
}

/// Whether something is of a kind that the law is not about.
fn has(case: &Value, list: &str, field: &str, is_it: impl Fn(&Value) -> bool) -> bool {
    items(case, list).iter().any(|pointer| is_it(&case.pointer(pointer).unwrap()[field]))
}

#[test]
fn no_protection_loses_more_than_its_rating_allows() {
    holds(300, own_case(), |Json(case)| {
        let plan = Plan::read(&case.to_string()).unwrap();
        let wellbeing = plan.input("/person/protections/wellbeing").unwrap().mean();
        let rests = has(&case, "activities", "kind", |kind| kind == "rest");
        for pursuit in &figured(&case)?.pursuits {
            let points = |name: &str| {
                pursuit.contributions.iter().find(|(own, _)| own == name).map(|own| own.1).unwrap()
            };
            at_least("no cost of time", 0.0, points("personal_time"))?;
            at_least("wellbeing", points("wellbeing"), -10.0 * wellbeing)?;
            // Rest mends; nothing else does.
            let most = if rests { 10.0 * wellbeing } else { 0.0 };
            at_least("no cost of wellbeing", most, points("wellbeing"))?;
            at_least("no drawback", 0.0, points("drawbacks"))?;
            at_least("drawbacks", points("drawbacks"), -100.0)?;
        }
        Ok(())
    });
}

#[test]
fn risks_shares_and_hours_keep_their_bounds() {
    let shares = 0.0..=1.0;
    holds(400, own_case(), |Json(case)| {
        let dreads = has(&case, "activities", "enjoyability", |joy| {
            let found = joy.as_f64();
            found.is_some_and(|joy| joy < 0.0) || joy.is_object()
        });
        for pursuit in &figured(&case)?.pursuits {
            prop_assert!(shares.contains(&pursuit.burnout_risk), "{}", pursuit.burnout_risk);
            if let Some(award) = &pursuit.award {
                prop_assert!(shares.contains(&award.holding_share), "{award:?}");
                prop_assert!(shares.contains(&award.chance_ever), "{award:?}");
                at_least("ever", award.chance_ever, award.holding_share)?;
            }
            at_least("busiest", pursuit.busiest_hours_per_week, pursuit.hours_per_week)?;
            at_least("hours", pursuit.hours_per_week, pursuit.extra_hours_per_week)?;
            at_least("extra hours", pursuit.extra_hours_per_week, 0.0)?;
            // An hour that one dreads is felt as two at most.
            let most = if dreads { 2.0 } else { 1.0 };
            at_least("hours", most * pursuit.hours_per_week, pursuit.felt_hours_per_week)?;
            prop_assert!(pursuit.felt_hours_per_week >= 0.0);
        }
        Ok(())
    });
}

/// What stands for all years is their mean by what each of them counts, and the busiest of them.
#[test]
fn years_add_up_to_the_whole() {
    holds(300, own_case(), |Json(case)| {
        let plan = Plan::read(&case.to_string()).unwrap();
        let rate = mean(&plan, "/person/discount_rate");
        for pursuit in &figured(&case)?.pursuits {
            let parts: Vec<f64> =
                (0..pursuit.years.len()).map(|year| (1.0 + rate).powi(-(year as i32))).collect();
            let whole: f64 = parts.iter().sum();
            let over = |of: fn(&YearAnswer) -> f64| -> f64 {
                let years = pursuit.years.iter().zip(&parts);
                years.map(|(year, part)| of(year) * part / whole).sum()
            };
            near("hours", pursuit.hours_per_week, over(|year| year.hours_per_week))?;
            near("felt", pursuit.felt_hours_per_week, over(|year| year.felt_hours_per_week))?;
            near("risk", pursuit.burnout_risk, over(|year| year.burnout_risk))?;
            let size = pursuit.years.iter().map(|year| year.money.abs()).fold(1.0, f64::max);
            near("money", pursuit.money_per_year / size, over(|year| year.money) / size)?;
            let busiest = pursuit.years.iter().map(|year| year.hours_per_week).fold(0.0, f64::max);
            near("busiest", pursuit.busiest_hours_per_week, busiest)?;
            if let Some(award) = &pursuit.award {
                let share = over(|year| year.holding_share.unwrap());
                near("holding share", award.holding_share, share)?;
            }
        }
        Ok(())
    });
}

/// What the award adds and what the work gives make the whole, also of the gains of choosing.
#[test]
fn the_title_adds_what_is_missing_without_it() {
    holds(300, any_case(), |Json(case)| {
        for pursuit in &figured(&case)?.pursuits {
            prop_assert_eq!(pursuit.award.is_some(), pursuit.work_worth.is_some());
            prop_assert_eq!(pursuit.award.is_some(), pursuit.title_premium.is_some());
            if let (Some(work), Some(premium)) = (pursuit.work_worth, pursuit.title_premium) {
                near("worth", work + premium, pursuit.worth)?;
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
