//! Every shipped preset by itself: its figures are finite, written out it gives the same answer, and
//! it is worth something to someone it fits and far less to someone it does not.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: a panic is a failed test"
)]

#[path = "quick/mod.rs"]
mod quick;

use quick::{at_means, quick};
use serde_json::{Value, json};
use worthwhile_conformance::random::presets::shipped;

const MOTIVES: [&str; 8] = [
    "enjoyment",
    "altruism",
    "belonging",
    "learning",
    "influence",
    "reputation",
    "career",
    "income",
];

/// Loves technology, likes to share it, and wants to belong.
const SHARES: [u8; 8] = [9, 8, 7, 6, 3, 3, 1, 0];
/// Wants to get on and to earn, and nothing else.
const CLIMBS: [u8; 8] = [0, 0, 0, 0, 0, 0, 9, 7];
/// Wants to help and to be with others.
const HELPS: [u8; 8] = [4, 9, 8, 3, 1, 2, 0, 0];
/// Wants to know more, and to get on by it.
const STUDIES: [u8; 8] = [2, 0, 0, 8, 0, 3, 7, 4];
/// Wants to make things and to decide about them.
const MAKES: [u8; 8] = [8, 4, 3, 8, 8, 5, 2, 1];
/// Wants to be read.
const WRITES: [u8; 8] = [7, 6, 1, 6, 2, 8, 2, 1];
/// Wants something of their own that pays.
const FOUNDS: [u8; 8] = [6, 0, 0, 6, 8, 2, 4, 7];
/// Wants to see the world and the people in it.
const TRAVELS: [u8; 8] = [7, 1, 7, 7, 0, 0, 0, 0];
/// Wants quiet, and their family.
const RESTS: [u8; 8] = [8, 0, 9, 0, 0, 0, 0, 0];

/// Whom it fits and whom it does not, with the years that each looks ahead.
const PEOPLE: [(&str, [u8; 8], [u8; 8], u32); 17] = [
    ("microsoft-mvp", SHARES, CLIMBS, 3),
    ("google-developer-expert", SHARES, CLIMBS, 3),
    ("aws-community-builder", SHARES, CLIMBS, 3),
    ("salesforce-mvp", HELPS, CLIMBS, 3),
    ("certification", STUDIES, HELPS, 3),
    ("part-time-degree", STUDIES, HELPS, 8),
    ("language", TRAVELS, CLIMBS, 3),
    ("specialized-skill", STUDIES, HELPS, 3),
    ("job-performance", CLIMBS, SHARES, 3),
    ("business-value", CLIMBS, SHARES, 3),
    ("side-business", FOUNDS, HELPS, 5),
    ("book", WRITES, CLIMBS, 5),
    ("open-source", MAKES, CLIMBS, 3),
    ("meetup", HELPS, CLIMBS, 3),
    ("conference-speaking", SHARES, CLIMBS, 3),
    ("nonprofit-board", HELPS, CLIMBS, 3),
    ("rest", RESTS, CLIMBS, 3),
];

fn case(preset: &str, ratings: [u8; 8], years: u32) -> Value {
    let motivations: Value = MOTIVES.into_iter().zip(ratings).collect();
    json!({
        "schema_version": 1,
        "person": {
            "motivations": motivations,
            "time": {"free_hours_per_week": 25, "work_hours_per_week": 40},
            "money": {"meaningful_yearly_amount": 8000},
            "horizon_years": years
        },
        "pursuits": [{"preset": preset}]
    })
}

fn answer(case: &Value) -> Value {
    serde_json::from_str(&quick(&case.to_string()).unwrap()).unwrap()
}

/// What it is worth alone, with every uncertain number at its mean.
fn worth(preset: &str, ratings: [u8; 8], years: u32) -> f64 {
    let certain = at_means(&case(preset, ratings, years)).unwrap();
    answer(&certain)["pursuits"][0]["worth"]["mean"].as_f64().unwrap()
}

#[test]
fn each_is_worth_it_to_whom_it_fits_and_far_less_to_others() {
    let listed: Vec<&str> = PEOPLE.iter().map(|row| row.0).collect();
    let shipped = shipped();
    let names: Vec<&str> = shipped.iter().map(|preset| preset["id"].as_str().unwrap()).collect();
    assert_eq!(listed, names);
    let told: Value = serde_json::from_str(&worthwhile::presets(None).unwrap()).unwrap();
    let told = told["presets"].as_array().unwrap().iter().map(|preset| preset["id"].as_str());
    assert_eq!(told.collect::<Option<Vec<_>>>().unwrap(), names);
    for (preset, fits, does_not, years) in PEOPLE {
        let found = (worth(preset, fits, years), worth(preset, does_not, years));
        assert!(found.0 > 0.0, "{preset}: {found:?}");
        assert!(found.1 < 0.5 * found.0, "{preset}: {found:?}");
    }
}

fn all_finite(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.as_f64().is_some_and(f64::is_finite),
        Value::Array(list) => list.iter().all(all_finite),
        Value::Object(map) => map.values().all(all_finite),
        _ => true,
    }
}

/// A case as short as can be; what the answer says of it stays when it is written out.
#[test]
fn each_is_read_answered_and_written_out_with_the_same_answer() {
    for preset in shipped() {
        let id = &preset["id"];
        let text = json!({
            "schema_version": 1,
            "person": {"motivations": {"learning": 5}, "time": {"free_hours_per_week": 25}},
            "pursuits": [{"preset": id}]
        })
        .to_string();
        assert_eq!(worthwhile::check(&text), [], "{id}");
        let expanded = worthwhile::expand(&text).unwrap();
        assert_eq!(worthwhile::check(&expanded), [], "{id}");
        let answers = [text, expanded].map(|text| {
            let mut answer: Value = serde_json::from_str(&quick(&text).unwrap()).unwrap();
            for told in ["basis", "assumptions"] {
                answer.as_object_mut().unwrap().remove(told);
            }
            answer
        });
        assert!(all_finite(&answers[0]), "{id}");
        assert_eq!(answers[0], answers[1], "{id}");
    }
}

/// Who gives no rate is told so, also by the case written out, where the rate is given.
#[test]
fn dollars_taken_for_another_currency_are_told() {
    let mut case = case("certification", STUDIES, 3);
    case["person"]["money"]["currency"] = json!("EUR");
    let found = answer(&case);
    let one_for_one = |answer: &Value| {
        let all = answer["warnings"].as_array().unwrap();
        all.iter().any(|warning| warning["kind"] == "dollars_one_for_one")
    };
    assert!(one_for_one(&found), "{}", found["warnings"]);
    let assumed = |answer: &Value| {
        let all = answer["assumptions"].as_array().unwrap();
        all.iter().find(|own| own["input"] == "/person/money/usd_rate").cloned()
    };
    let rate = assumed(&found).unwrap();
    assert_eq!((&rate["value"], &rate["source"]["kind"]), (&json!(1.0), &json!("default")));
    let expanded = worthwhile::expand(&case.to_string()).unwrap();
    assert!(one_for_one(&answer(&serde_json::from_str(&expanded).unwrap())));
    // With a rate nothing is assumed.
    case["person"]["money"]["usd_rate"] = json!(0.9);
    let found = answer(&case);
    assert!(!one_for_one(&found) && assumed(&found).is_none());
}

/// How much something bothers nobody else can say; it is there for forms to ask.
#[test]
fn what_bothers_waits_for_the_person_in_every_preset() {
    for preset in shipped() {
        let drawbacks = preset["pursuit"]["drawbacks"].as_array().unwrap();
        assert!(!drawbacks.is_empty(), "{}", preset["id"]);
        let has_award = preset["pursuit"].get("award").is_some();
        for drawback in drawbacks {
            assert_eq!(drawback["bother"], 0, "{drawback}");
            assert!(has_award || drawback["during"] == "always", "{drawback}");
        }
    }
}
