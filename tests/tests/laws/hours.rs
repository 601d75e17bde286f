//! Hours cost: more of them never raise a worth, and rest takes nothing but the time itself.
//!
//! An award needs loaded hours, so the first hour may win it and raise the worth. The law is about
//! the hours after that one; without an award it is about all of them.

use crate::support::{at_least, figured, items, low_and_high, own_case, pick, with};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use worthwhile_conformance::runs::{Json, holds};

/// What takes longer raises no worth, and no hours of it get lost.
fn never_raises(less: &Value, more: &Value) -> Result<(), TestCaseError> {
    let (before, after) = (figured(less)?, figured(more)?);
    for (before, after) in before.pursuits.iter().zip(&after.pursuits) {
        at_least("worth", before.worth, after.worth)?;
        at_least("hours", after.hours_per_week, before.hours_per_week)?;
        at_least("peak", after.peak_hours_per_week, before.peak_hours_per_week)?;
        at_least("felt hours", after.felt_hours_per_week, before.felt_hours_per_week)?;
        at_least("burnout risk", after.burnout_risk, before.burnout_risk)?;
    }
    at_least("worth of the best mix", before.best_mix.worth, after.best_mix.worth)
}

fn more_never_raises_a_worth(field: &'static str, most: f64) {
    let values = (own_case(), any::<Index>(), low_and_high(0.0..=most));
    holds(250, values, |(Json(case), index, (low, high))| {
        let activities = items(&case, "activities");
        let Some(activity) = pick(index, &activities) else { return Ok(()) };
        let pursuit = activity.split("/activities").next().unwrap();
        let has_award = case.pointer(pursuit).unwrap().get("award").is_some();
        if has_award && low <= 0.0 && case.pointer(activity).unwrap()["kind"] != "rest" {
            return Ok(());
        }
        let set = |value: f64| with(&case, activity, field, json!(value));
        never_raises(&set(low), &set(high))
    });
}

#[test]
fn more_hours_never_raise_a_worth() {
    more_never_raises_a_worth("hours", 40.0);
}

#[test]
fn more_occurrences_never_raise_a_worth() {
    more_never_raises_a_worth("per_year", 60.0);
}

#[test]
fn hours_of_rest_take_time_and_no_points() {
    let values = (own_case(), any::<Index>(), low_and_high(0.0..=40.0));
    holds(150, values, |(Json(case), index, (low, high))| {
        let activities = items(&case, "activities");
        let Some(activity) = pick(index, &activities) else { return Ok(()) };
        let case = with(&case, activity, "kind", json!("rest"));
        let set = |value: f64| with(&case, activity, "hours", json!(value));
        let (less, more) = (figured(&set(low))?, figured(&set(high))?);
        for (less, more) in less.pursuits.iter().zip(&more.pursuits) {
            prop_assert_eq!(&less.contributions, &more.contributions);
            prop_assert_eq!(less.burnout_risk.to_bits(), more.burnout_risk.to_bits());
        }
        Ok(())
    });
}

/// Claim C26: a longer job makes no pursuit more worth it.
#[test]
fn more_job_hours_never_raise_a_worth() {
    holds(150, (own_case(), low_and_high(0.0..=60.0)), |(Json(case), (low, high))| {
        let case = with(&case, "/person/time", "free_hours_per_week", json!(40));
        let set = |value: f64| with(&case, "/person/time", "work_hours_per_week", json!(value));
        let (before, after) = (figured(&set(low))?, figured(&set(high))?);
        for (before, after) in before.pursuits.iter().zip(&after.pursuits) {
            at_least("worth", before.worth, after.worth)?;
        }
        Ok(())
    });
}

/// An hour that is enjoyed more is felt less, and nothing else changes by it.
#[test]
fn a_more_enjoyed_hour_never_hurts() {
    let values = (own_case(), any::<Index>(), low_and_high(0.0..=10.0));
    holds(150, values, |(Json(case), index, (low, high))| {
        let activities = items(&case, "activities");
        let Some(activity) = pick(index, &activities) else { return Ok(()) };
        let set = |value: f64| with(&case, activity, "enjoyability", json!(value));
        let (before, after) = (figured(&set(low))?, figured(&set(high))?);
        for (before, after) in before.pursuits.iter().zip(&after.pursuits) {
            at_least("worth", after.worth, before.worth)?;
            at_least("felt hours", before.felt_hours_per_week, after.felt_hours_per_week)?;
            prop_assert_eq!(before.hours_per_week.to_bits(), after.hours_per_week.to_bits());
        }
        Ok(())
    });
}

/// What is loved wholly by somebody driven from within costs nothing, so it has no price either.
#[test]
fn hours_that_are_loved_wholly_have_no_price() {
    let rating = || (1_u32..=100).prop_map(|tenths| f64::from(tenths) / 10.0);
    let values = ((rating(), rating(), rating()), 0.1..20.0_f64, any::<bool>());
    holds(200, values, |((enjoyment, altruism, belonging), hours, has_gain)| {
        let gain = if has_gain { 300 } else { 0 };
        let document = json!({
            "schema_version": 1,
            "person": {
                "motivations":
                    {"enjoyment": enjoyment, "altruism": altruism, "belonging": belonging},
                "time": {"free_hours_per_week": 40},
                "money": {"meaningful_yearly_amount": 1000, "hour_value": 30}
            },
            "pursuits": [{
                "id": "love",
                "activities":
                    [{"kind": "music", "hours": hours, "per_year": 52, "enjoyability": 10}],
                "benefits": [{"category": "perks", "money_per_year": gain}]
            }]
        });
        let answer = figured(&document)?;
        let ledger = answer.pursuits[0].ledger.as_ref().unwrap();
        prop_assert_eq!(ledger.break_even_hour_value, None);
        prop_assert_eq!(ledger.benefit_cost_ratio, None);
        prop_assert_eq!(ledger.payback_years, Some(1));
        Ok(())
    });
}
