//! What the reader accepts validates, and so does every answer.

use proptest::prelude::*;
use serde_json::{Value, json};
use worthwhile_conformance::random;
use worthwhile_conformance::random::presets::preset_case;
use worthwhile_conformance::runs::{Json, holds};
use worthwhile_conformance::vectors::{folder, load};

use crate::support::{ASSESSMENT, CASE, Committed, example, expanded, refusals};

/// The case, its expansion and its answer follow their schemas.
fn follow(case: &Value) -> Result<(), String> {
    let text = case.to_string();
    CASE.check(case).map_err(|error| format!("the case: {error}"))?;
    let expanded = worthwhile::expand(&text).map_err(|error| error.to_string())?;
    let expanded = serde_json::from_str(&expanded).unwrap();
    CASE.check(&expanded).map_err(|error| format!("its expansion: {error}"))?;
    let answer = worthwhile::assess(&text).map_err(|error| error.to_string())?;
    let answer = serde_json::from_str(&answer).unwrap();
    ASSESSMENT.check(&answer).map_err(|error| format!("its answer: {error}"))
}

#[test]
fn every_example_follows() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/worthwhile/examples");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = std::fs::read_to_string(&path).unwrap();
            let document: Value = serde_json::from_str(&text).unwrap();
            // Files of presets are examples too, and no cases.
            if document.get("person").is_some() {
                follow(&document).unwrap_or_else(|error| panic!("{path:?}: {error}"));
                count += 1;
            }
        }
    }
    assert!(count > 0, "no examples");
}

#[test]
fn every_comparison_follows() {
    let schema = Committed::of(worthwhile::schema::comparison_schema());
    let cases = [
        include_str!("../../../crates/worthwhile/examples/mvp.json"),
        include_str!("../../../crates/worthwhile/examples/holder.json"),
        include_str!("../../../crates/worthwhile/examples/book-or-business.json"),
    ];
    let options = worthwhile::Options::default().with_scenarios(64);
    for first in cases {
        for second in cases {
            let call = worthwhile::Call::new(worthwhile::Operation::Compare).case(first);
            let found = call.other_case(second).options(&options).run().unwrap();
            schema.check(&serde_json::from_str(&found).unwrap()).unwrap();
        }
    }
}

#[test]
fn every_preset_follows() {
    for preset in worthwhile::Catalogue::builtin().presets.keys() {
        let mut case = example();
        case["pursuits"] = json!([{"preset": preset}]);
        follow(&case).unwrap_or_else(|error| panic!("{preset}: {error}"));
        follow(&expanded(&case)).unwrap_or_else(|error| panic!("{preset}, expanded: {error}"));
    }
}

/// Vectors that are no JSON at all have nothing to validate, and those that only write a valid
/// case another way, with nulls or keys given twice, are none of the schema's.
#[test]
fn every_vector_that_is_accepted_follows() {
    let mut count = 0;
    for (name, vector) in load(&folder()).unwrap() {
        let text = vector.to_text();
        let Ok(document) = serde_json::from_str::<Value>(&text) else { continue };
        if refusals(&text).is_empty() && !has_null(&document) {
            CASE.check(&document).unwrap_or_else(|error| panic!("{name}: {error}"));
            if worthwhile::assess(&text).is_ok() {
                follow(&document).unwrap_or_else(|error| panic!("{name}: {error}"));
            }
            count += 1;
        }
    }
    println!("{count} vectors are accepted and follow the schema");
    assert!(count > 0, "no vector is accepted");
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(entries) => entries.values().any(has_null),
        _ => false,
    }
}

#[test]
fn random_cases_follow() {
    holds(300, random::case().prop_map(Json), |Json(case)| {
        follow(&case).map_err(TestCaseError::fail)
    });
}

#[test]
fn random_cases_of_presets_follow() {
    holds(100, preset_case().prop_map(Json), |Json(case)| {
        follow(&case).map_err(TestCaseError::fail)
    });
}
