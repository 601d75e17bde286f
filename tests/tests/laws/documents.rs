//! Documents: what they expand to, how they are written and read again, and that the same text
//! always gets the same answer.

use crate::quick::{quick, quickly};
use crate::support::{LISTS, answered, any_case, assessed};
use proptest::prelude::*;
use serde_json::{Value, json};
use worthwhile::{Case, Code, Plan};
use worthwhile_conformance::runs::{Json, holds};

/// The parts of an answer that say where numbers come from.
const SOURCES: [&str; 2] = ["assumptions", "basis"];

/// The expansion of a document that is valid, and its answer. It stays a text: maps keep their
/// order in it, and warnings follow the order of conditions.
fn expanded(document: &Value) -> Result<(String, Value), TestCaseError> {
    let fail = |error: worthwhile::Error| TestCaseError::fail(format!("{document}: {error}"));
    let expanded = worthwhile::expand(&document.to_string()).map_err(fail)?;
    let answer = quick(&expanded).map_err(fail)?;
    Ok((expanded, serde_json::from_str(&answer).unwrap()))
}

#[test]
fn an_expanded_case_has_the_same_answer() {
    holds(250, any_case(), |Json(case)| {
        let mut answers = [answered(&case)?, expanded(&case)?.1];
        for answer in &mut answers {
            for part in SOURCES {
                answer.as_object_mut().unwrap().remove(part);
            }
        }
        prop_assert_eq!(answers[0].to_string(), answers[1].to_string());
        Ok(())
    });
}

#[test]
fn expanding_twice_is_expanding_once() {
    holds(250, any_case(), |Json(case)| {
        let once = worthwhile::expand(&case.to_string()).unwrap();
        prop_assert_eq!(worthwhile::expand(&once).unwrap(), once.clone());
        // Money without what it means is told again: nothing can be written in its place.
        let told = worthwhile::check(&once);
        prop_assert!(told.iter().all(|own| own.code == Code::MoneyMissing), "{once}");
        Ok(())
    });
}

/// An expanded case says everything itself, but for what follows what it says.
#[test]
fn an_expanded_case_leaves_nothing_to_a_preset_or_a_default() {
    holds(150, any_case(), |Json(case)| {
        let (expanded, answer) = expanded(&case)?;
        prop_assert!(!expanded.contains("\"preset\""), "{expanded}");
        let assumed = answer["assumptions"].as_array().unwrap();
        let follow = assumed.iter().all(|own| own.get("follows").is_some());
        prop_assert!(follow, "{}", expanded);
        Ok(())
    });
}

/// The dollars of presets in any currency: those of the world run from 0.3 to a million a dollar.
#[test]
fn a_case_in_any_currency_expands_to_a_valid_one() {
    let rate = (-2..=6_i32, 1.0..10.0_f64).prop_map(|(digits, factor)| {
        let ten = if digits < 0 { 0.1 } else { 10.0 };
        (0..digits.abs()).fold(factor, |rate, _| rate * ten)
    });
    holds(100, (any_case(), rate), |(Json(mut case), rate)| {
        let amount = f64::min(4000.0 * rate, 1e9);
        case["person"]["money"] =
            json!({"currency": "XYZ", "usd_rate": rate, "meaningful_yearly_amount": amount});
        if worthwhile::assess(&case.to_string()).is_err() {
            return Ok(());
        }
        expanded(&case).map(drop)
    });
}

/// Texts that are awkward to write.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        Just("\"quoted\" \\ and / and \u{0}".to_owned()),
        Just("häufig 頻繁に 🙂".to_owned()),
    ]
}

/// The case with free texts and options in the places where they may stand.
fn annotated(mut case: Value, text: &str, seed: u64) -> Value {
    case["name"] = json!(text);
    case["note"] = json!(text);
    case["$schema"] = json!("https://worthwhile.dev/schema/1/case.json");
    case["analysis"] = json!({"seed": seed >> 11, "scenarios": 1 + seed % 1024, "totals": true});
    for pursuit in case["pursuits"].as_array_mut().unwrap() {
        pursuit["note"] = json!(text);
        pursuit["name"] = json!(text);
        for list in LISTS {
            let items = pursuit.get_mut(list).and_then(Value::as_array_mut);
            items.into_iter().flatten().for_each(|item| item["note"] = json!(text));
        }
    }
    case
}

#[test]
fn a_case_that_is_written_and_read_is_the_same() {
    holds(250, (any_case(), words(), any::<u64>()), |(Json(case), text, seed)| {
        let case = annotated(case, &text, seed);
        let read: Case = serde_json::from_value(case.clone()).unwrap();
        let written = serde_json::to_string(&read).unwrap();
        let again: Case = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(&again, &read);
        // Equal cases may differ in the order of maps and in the sign of 0; equal texts do not.
        prop_assert_eq!(serde_json::to_string(&again).unwrap(), written);
        Ok(())
    });
}

/// Whatever is in the document is in the case that was read, to the last bit of every number.
#[test]
fn reading_loses_nothing() {
    holds(250, (any_case(), words(), any::<u64>()), |(Json(case), text, seed)| {
        let case = annotated(case, &text, seed);
        let read: Case = serde_json::from_str(&case.to_string()).unwrap();
        let written = serde_json::to_value(&read).unwrap();
        keeps("", &case, &written)
    });
}

/// Every value of a document stands in another one; an empty part may be left out.
fn keeps(pointer: &str, document: &Value, written: &Value) -> Result<(), TestCaseError> {
    match (document, written) {
        (Value::Object(fields), Value::Object(_)) => fields.iter().try_for_each(|(key, value)| {
            let is_empty = *value == json!({}) || *value == json!([]);
            match written.get(key) {
                Some(found) => keeps(&format!("{pointer}/{key}"), value, found),
                None => {
                    prop_assert!(is_empty, "{}/{} is lost", pointer, key);
                    Ok(())
                }
            }
        }),
        (Value::Array(list), Value::Array(found)) => {
            prop_assert_eq!(list.len(), found.len(), "{}", pointer);
            let mut pairs = list.iter().zip(found).enumerate();
            pairs.try_for_each(|(at, (a, b))| keeps(&format!("{pointer}/{at}"), a, b))
        }
        (Value::Number(a), Value::Number(b)) => {
            let bits = (a.as_f64().unwrap().to_bits(), b.as_f64().unwrap().to_bits());
            prop_assert_eq!(bits.0, bits.1, "{}: {} and {}", pointer, a, b);
            Ok(())
        }
        _ => {
            prop_assert_eq!(document, written, "{}", pointer);
            Ok(())
        }
    }
}

#[test]
fn the_same_text_has_the_same_answer() {
    holds(150, any_case(), |Json(case)| {
        let first = assessed(&case)?;
        prop_assert_eq!(&assessed(&case)?, &first);
        let plan = Plan::read(&case.to_string()).unwrap();
        for threads in 1..4 {
            let answer = plan.run().options(&quickly().with_threads(threads)).assess();
            prop_assert_eq!(&answer.unwrap().to_json(), &first);
        }
        Ok(())
    });
}

#[test]
fn a_case_that_is_built_has_the_answer_of_its_text() {
    holds(250, any_case(), |Json(case)| {
        let text = case.to_string();
        let built: Case = serde_json::from_str(&text).unwrap();
        let answer = Plan::new(&built).unwrap().run().options(&quickly()).assess();
        prop_assert_eq!(serde_json::to_string(&answer.unwrap()).unwrap(), quick(&text).unwrap());
        Ok(())
    });
}

/// Where the optional fields of each kind of object stand: all of those at the pointer's end.
const OPTIONAL: [(&str, &[&str]); 14] = [
    ("", &["$schema", "name", "note", "either_or", "assumptions", "analysis"]),
    ("/analysis", &["scenarios", "replicates", "seed", "totals"]),
    (
        "/person",
        &[
            "motivations",
            "motivation_ranking",
            "protections",
            "money",
            "burnout_risk",
            "conditions",
            "horizon_years",
            "discount_rate",
        ],
    ),
    ("/person/motivations", MOTIVES),
    (
        "/person/protections",
        &["personal_time", "break_even_hours_per_week", "wellbeing", "savings"],
    ),
    ("/person/time", &["work_hours_per_week", "limit_hours_per_week"]),
    ("/person/money", &["currency", "usd_rate", "hour_value"]),
    ("/person/conditions", &["market_regard", "an_own_one"]),
    (
        "/assumptions",
        &[
            "serves",
            "autonomy",
            "time_convexity",
            "returns_to_effort",
            "rest_offsets_overwork",
            "drawback_points",
            "overwork_log_odds_per_hour",
            "overwork_from_hours",
            "autonomy_effect",
            "close_call_points",
        ],
    ),
    ("/assumptions/serves", &["events", "an_own_one"]),
    ("/assumptions/autonomy", MOTIVES),
    (
        "/pursuits/*",
        &[
            "preset",
            "name",
            "note",
            "levels",
            "anyway",
            "lasts_years",
            "award",
            "activities",
            "benefits",
            "costs",
            "drawbacks",
            "omit",
        ],
    ),
    (
        "/pursuits/*/award",
        &[
            "name",
            "held",
            "chance_per_year",
            "renewal_chance",
            "give_up_after_years",
            "after_giving_up",
        ],
    ),
    ("/assumptions/serves/*", SERVED),
];

const ITEMS: [(&str, &[&str]); 4] = [
    (
        "activities",
        &[
            "kind",
            "hours",
            "per_year",
            "usual_per_year",
            "enjoyability",
            "during",
            "delay_years",
            "lasts_years",
            "note",
        ],
    ),
    (
        "benefits",
        &[
            "category",
            "strength",
            "chance",
            "money_per_year",
            "requires",
            "depends_on",
            "delay_years",
            "lasts_years",
            "note",
        ],
    ),
    ("costs", &["money_per_year", "during", "delay_years", "lasts_years", "note"]),
    ("drawbacks", &["kind", "bother", "chance", "during", "delay_years", "lasts_years", "note"]),
];

const MOTIVES: &[&str] = &[
    "enjoyment",
    "altruism",
    "belonging",
    "learning",
    "influence",
    "reputation",
    "career",
    "income",
];
const SERVED: &[&str] =
    &["enjoyment", "altruism", "belonging", "learning", "influence", "reputation", "career"];

/// Adds null for every absent optional field below a pointer, in which `*` stands for any entry.
fn add_nulls(document: &mut Value, pointer: &str, fields: &[&str]) {
    if let Some((list, rest)) = pointer.split_once("/*") {
        let entries: Vec<&mut Value> = match document.pointer_mut(list) {
            Some(Value::Array(list)) => list.iter_mut().collect(),
            Some(Value::Object(map)) => map.values_mut().collect(),
            _ => vec![],
        };
        entries.into_iter().for_each(|entry| add_nulls(entry, rest, fields));
    } else if let Some(Value::Object(map)) = document.pointer_mut(pointer) {
        for field in fields {
            map.entry(*field).or_insert(Value::Null);
        }
    }
}

/// Discrete estimates have the one optional field that estimates know.
fn add_null_weights(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(add_null_weights),
        Value::Object(map) => {
            if map.get("dist").is_some_and(|dist| dist == "discrete") {
                map.entry("weights").or_insert(Value::Null);
            }
            map.values_mut().for_each(add_null_weights);
        }
        _ => {}
    }
}

#[test]
fn null_stands_for_absent() {
    holds(250, any_case(), |Json(case)| {
        let mut nulls = case.clone();
        // From the inside out: a part that is null has no fields.
        for (list, fields) in ITEMS {
            add_nulls(&mut nulls, &format!("/pursuits/*/{list}/*"), fields);
        }
        for (pointer, fields) in OPTIONAL.iter().rev() {
            add_nulls(&mut nulls, pointer, fields);
        }
        add_null_weights(&mut nulls);
        prop_assert_ne!(&nulls, &case);
        prop_assert_eq!(assessed(&case)?, assessed(&nulls)?);
        let read: Case = serde_json::from_str(&nulls.to_string()).unwrap();
        prop_assert_eq!(read, serde_json::from_str::<Case>(&case.to_string()).unwrap());
        Ok(())
    });
}
