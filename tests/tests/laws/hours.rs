//! Hours cost: more of them never raise a worth where nothing depends on them, and rest mends.
//!
//! What effort gives, and the chance of an award, go by the hours over the usual ones. So the laws
//! are about pursuits without an award of which just the usual is done, all or nothing.

use crate::support::{
    all_or_nothing, at_least, figured, items, low_and_high, own_case, pick, pursuits, with,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use worthwhile_conformance::runs::{Json, holds};

/// The case in which the hours of one activity change nothing but the hours, and that activity.
fn with_nothing_gained(case: &Value, index: Index) -> Option<(Value, String)> {
    let mut case = all_or_nothing(case);
    for pursuit in pursuits(&mut case) {
        if pursuit.get("award").is_some() {
            continue;
        }
        for activity in pursuit["activities"].as_array_mut().into_iter().flatten() {
            let activity = activity.as_object_mut().unwrap();
            if activity.contains_key("per_year") {
                activity.remove("usual_per_year");
            }
        }
    }
    let mut meant = items(&case, "activities");
    meant.retain(|pointer| {
        let pursuit = pointer.split("/activities").next().unwrap();
        case.pointer(pursuit).unwrap().get("award").is_none()
    });
    let activity = pick(index, &meant)?.to_owned();
    Some((case, activity))
}

/// What takes longer raises no worth, and no hours of it get lost.
fn never_raises(less: &Value, more: &Value) -> Result<(), TestCaseError> {
    let (before, after) = (figured(less)?, figured(more)?);
    for (before, after) in before.pursuits.iter().zip(&after.pursuits) {
        at_least("worth", before.worth, after.worth)?;
        at_least("hours", after.hours_per_week, before.hours_per_week)?;
        at_least("busiest", after.busiest_hours_per_week, before.busiest_hours_per_week)?;
        at_least("felt hours", after.felt_hours_per_week, before.felt_hours_per_week)?;
        at_least("burnout risk", after.burnout_risk, before.burnout_risk)?;
    }
    at_least("worth of the best mix", before.best_mix.worth, after.best_mix.worth)
}

fn more_never_raises_a_worth(field: &'static str, most: f64) {
    let values = (own_case(), any::<Index>(), low_and_high(0.0..=most));
    holds(250, values, |(Json(case), index, (low, high))| {
        let Some((case, activity)) = with_nothing_gained(&case, index) else { return Ok(()) };
        let is_given = case.pointer(&activity).unwrap().get(field).is_some();
        // The number that is left out follows the other.
        if !is_given || case.pointer(&activity).unwrap()["kind"] == "rest" {
            return Ok(());
        }
        let set = |value: f64| with(&case, &activity, field, json!(value));
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

/// Claim C43: who rests more risks less, and an hour of rest is no load.
#[test]
fn rest_mends_and_is_no_load() {
    let values = (own_case(), any::<Index>(), low_and_high(0.0..=40.0));
    holds(250, values, |(Json(case), index, (low, high))| {
        let Some((case, activity)) = with_nothing_gained(&case, index) else { return Ok(()) };
        let case = with(&case, &activity, "kind", json!("rest"));
        let set = |value: f64| with(&case, &activity, "hours", json!(value));
        let (less, more) = (figured(&set(low))?, figured(&set(high))?);
        for (less, more) in less.pursuits.iter().zip(&more.pursuits) {
            at_least("burnout risk", less.burnout_risk, more.burnout_risk)?;
            prop_assert_eq!(less.felt_hours_per_week.to_bits(), more.felt_hours_per_week.to_bits());
            at_least("hours", more.hours_per_week, less.hours_per_week)?;
        }
        Ok(())
    });
}

/// Claim C26: a longer job makes no pursuit more worth it. Where today's risk follows the job, a
/// risk beyond one half leaves less to lose; rest mends more where there is more to mend.
#[test]
fn more_job_hours_never_raise_a_worth() {
    holds(200, (own_case(), low_and_high(0.0..=60.0)), |(Json(case), (low, high))| {
        let mut case = all_or_nothing(&case);
        for pointer in items(&case, "activities") {
            case = with(&case, &pointer, "kind", json!("writing"));
        }
        let case = with(&case, "/person/time", "free_hours_per_week", json!(40));
        let set = |value: f64| with(&case, "/person/time", "work_hours_per_week", json!(value));
        let (before, after) = (figured(&set(low))?, figured(&set(high))?);
        let is_given = case["person"].get("burnout_risk").is_some();
        for (before, after) in before.pursuits.iter().zip(&after.pursuits) {
            let worst = after.years.iter().map(|year| year.burnout_risk).fold(0.0, f64::max);
            if is_given || worst <= 0.5 {
                at_least("worth", before.worth, after.worth)?;
            }
        }
        Ok(())
    });
}

/// An hour that is enjoyed more is felt less, and nothing else changes by it.
#[test]
fn a_more_enjoyed_hour_never_hurts() {
    let values = (own_case(), any::<Index>(), low_and_high(-10.0..=10.0));
    holds(250, values, |(Json(case), index, (low, high))| {
        let case = all_or_nothing(&case);
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

/// Dread is felt the same whatever drives a person: an hour of it is more than an hour.
#[test]
fn dread_is_felt_as_more_than_the_hours_whatever_drives() {
    holds(200, (own_case(), 0.1..=10.0_f64), |(Json(case), dread)| {
        let mut case = all_or_nothing(&case);
        for pointer in items(&case, "activities") {
            case = with(&case, &pointer, "enjoyability", json!(-dread));
            case = with(&case, &pointer, "kind", json!("writing"));
        }
        for own in &figured(&case)?.pursuits {
            let felt = own.hours_per_week * (1.0 + dread / 10.0);
            let scale = felt.max(1.0);
            at_least("felt", own.felt_hours_per_week / scale, felt / scale)?;
            at_least("felt", felt / scale, own.felt_hours_per_week / scale)?;
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

/// Hours above the free ones come out of sleep, care or the job: they are felt in full, however one
/// loves them, and dread is felt as more even there.
#[test]
fn hours_above_the_free_ones_are_felt_in_full() {
    let joy = prop_oneof![Just(10.0), Just(0.0), -10.0..=10.0_f64];
    holds(200, (2.0..=20.0_f64, 0.5..=40.0_f64, joy), |(free, hours, joy)| {
        let document = json!({
            "schema_version": 1,
            "person": {"motivations": {"enjoyment": 5}, "protections": {"personal_time": 8},
                "time": {"free_hours_per_week": free, "work_hours_per_week": 30}},
            "pursuits": [{"id": "it", "levels": [1],
                "activities": [{"kind": "music", "hours": hours, "per_year": 52, "enjoyability": joy}]
            }]
        });
        let felt = hours * (1.0 - joy / 10.0);
        let over = f64::max(0.0, hours - free);
        let taken = felt * f64::min(1.0, free / hours) + over * f64::max(1.0, felt / hours);
        // Half of the free hours cost the rating, the last hours more than the first.
        let steep = |x: f64| ((2.0 * x).exp() - 1.0) / (1.0_f64.exp() - 1.0);
        let slope = 2.0 * 2.0_f64.exp() / (1.0_f64.exp() - 1.0);
        let x = taken / free;
        let cost = steep(x.min(1.0)) + slope * f64::max(0.0, x - 1.0);
        let own = &figured(&document)?.pursuits[0];
        let points = own.contributions.iter().find(|(name, _)| name == "personal_time").unwrap().1;
        at_least("time", points, -80.0 * cost)?;
        at_least("time", -80.0 * cost, points)
    });
}

/// Giving up never costs more hours than trying for ever, and the work goes on or ends with it.
#[test]
fn who_gives_up_spends_no_more_hours() {
    let values = (own_case(), 1..=4_u32, any::<bool>());
    holds(200, values, |(Json(case), years, stops)| {
        let mut case = all_or_nothing(&case);
        for pursuit in pursuits(&mut case) {
            if let Some(award) = pursuit.get_mut("award").and_then(Value::as_object_mut) {
                award.remove("after_giving_up");
                award.remove("give_up_after_years");
            }
            // Hours that only a holder has are no hours of trying.
            for activity in pursuit["activities"].as_array_mut().into_iter().flatten() {
                if activity.get("during").is_some_and(|during| during == "holding") {
                    activity["during"] = json!("award");
                }
                if activity.get("during").is_some_and(|during| during == "pursuing") {
                    activity["during"] = json!("award");
                }
            }
        }
        let mut giving_up = case.clone();
        for pursuit in pursuits(&mut giving_up) {
            if pursuit.get("award").is_some() {
                pursuit["award"]["give_up_after_years"] = json!(years);
                pursuit["award"]["after_giving_up"] = json!(if stops { "stop" } else { "work" });
            }
        }
        let (tries, gives_up) = (figured(&case)?, figured(&giving_up)?);
        for (tries, gives_up) in tries.pursuits.iter().zip(&gives_up.pursuits) {
            at_least("hours", tries.hours_per_week, gives_up.hours_per_week)?;
            at_least("felt", tries.felt_hours_per_week, gives_up.felt_hours_per_week)?;
            if !stops {
                prop_assert_eq!(tries.work_worth, gives_up.work_worth);
            }
        }
        Ok(())
    });
}
