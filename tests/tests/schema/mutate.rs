//! Documents that differ from a valid one in a single point.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// A changed document, and what was changed.
pub(crate) struct Mutant {
    /// What was done, in a word or two.
    pub(crate) kind: &'static str,
    /// Where, as a pointer.
    pub(crate) at: String,
    pub(crate) document: Value,
}

/// Every single-point mutant of a document. Bounds of numbers are looked up in the schema. Only so
/// many items of a list are changed: they are all alike.
pub(crate) fn mutants(document: &Value, schema: &Value, most_items: usize) -> Vec<Mutant> {
    let mut places = Vec::new();
    collect(document, String::new(), most_items, &mut places);
    let mut mutants = Vec::new();
    for at in places {
        let found = document.pointer(&at).unwrap();
        let mut push = |kind, value: Value| {
            let mut mutant = document.clone();
            *mutant.pointer_mut(&at).unwrap() = value;
            mutants.push(Mutant { kind, at: at.clone(), document: mutant });
        };
        wrong_types(found, &mut push);
        match found {
            Value::Number(number) => numbers(number.as_f64().unwrap(), schema, &at, &mut push),
            Value::String(text) => texts(text, &mut push),
            Value::Array(items) => lists(items, &mut push),
            Value::Object(entries) => objects(entries, &mut push),
            _ => {}
        }
    }
    mutants
}

fn collect(value: &Value, at: String, most_items: usize, places: &mut Vec<String>) {
    let escape = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(entries) => {
            entries.iter().for_each(|(key, value)| {
                collect(value, format!("{at}/{}", escape(key)), most_items, places);
            });
        }
        Value::Array(items) => {
            items.iter().enumerate().take(most_items).for_each(|(index, value)| {
                collect(value, format!("{at}/{index}"), most_items, places);
            });
        }
        _ => {}
    }
    places.push(at);
}

fn wrong_types(found: &Value, push: &mut impl FnMut(&'static str, Value)) {
    push("null", Value::Null);
    for other in [json!(true), json!(7), json!("seven"), json!([]), json!({})] {
        if std::mem::discriminant(found) != std::mem::discriminant(&other) {
            push("wrong type", other);
        }
    }
    if let Value::Number(number) = found {
        push("number as text", json!(number.to_string()));
    }
}

/// Each bound of the field itself, and the nearest values to its sides.
fn numbers(found: f64, schema: &Value, at: &str, push: &mut impl FnMut(&'static str, Value)) {
    const NEAR: f64 = 1e-9;
    for bound in bounds(schema, at) {
        let step = NEAR * bound.abs().max(1.0);
        push("at a bound", json!(bound));
        push("below a bound", json!(bound - step));
        push("above a bound", json!(bound + step));
        push("well below a bound", json!(bound - 1.0));
        push("well above a bound", json!(bound + 1.0));
    }
    push("far below", json!(-1e300));
    push("far above", json!(1e300));
    push("with a fraction", json!(found + 0.5));
    push("below zero", json!(-found - 0.25));
}

fn texts(found: &str, push: &mut impl FnMut(&'static str, Value)) {
    let names = [
        "", "a b", "Upper", "-start", "_start", "1", "1_a", "a-b", "a_b", "é", "a\n", "EUR", "eur",
    ];
    for name in names {
        push("another word", json!(name));
    }
    push("another word", json!(found.to_uppercase()));
    push("another word", json!(format!("{found}x")));
    for length in [64, 65, 4000, 4001] {
        push("long text", json!("a".repeat(length)));
        push("long text", json!("é".repeat(length)));
    }
}

fn lists(items: &[Value], push: &mut impl FnMut(&'static str, Value)) {
    push("empty list", json!([]));
    for index in 0..items.len() {
        let mut fewer = items.to_vec();
        fewer.remove(index);
        push("item dropped", fewer.into());
    }
    if let Some(first) = items.first() {
        let mut repeated = items.to_vec();
        repeated.push(first.clone());
        push("item repeated", repeated.into());
        push("long list", vec![first.clone(); 64].into());
        push("long list", vec![first.clone(); 65].into());
        push("long list", vec![first.clone(); 256].into());
        push("long list", vec![first.clone(); 257].into());
    }
}

fn objects(entries: &Map<String, Value>, push: &mut impl FnMut(&'static str, Value)) {
    push("emptied", json!({}));
    for (key, value) in entries {
        let mut fewer = entries.clone();
        fewer.remove(key);
        push("dropped", fewer.clone().into());
        for name in ["Bad Name", "own_name"] {
            let mut renamed = fewer.clone();
            renamed.insert(name.to_owned(), value.clone());
            push("renamed", renamed.into());
        }
    }
    let added = [
        ("unknown", json!(0.5)),
        ("dist", json!("uniform")),
        ("dist", json!("normal")),
        ("dist", json!("discrete")),
        ("dist", json!("other")),
        ("low", json!(0.5)),
        ("mode", json!(0.5)),
        ("note", json!("text")),
        ("id", json!("an-id")),
        ("omit", json!([])),
    ];
    for (key, value) in added {
        let mut more = entries.clone();
        let before = more.insert(key.to_owned(), value);
        push(if before.is_some() { "wrong tag" } else { "key added" }, more.into());
    }
}

/// The bounds that a schema sets to the number at a place of a document.
fn bounds(schema: &Value, at: &str) -> Vec<f64> {
    let mut schemas = branches(schema, schema);
    for part in at.split('/').skip(1) {
        let inside = schemas.iter().flat_map(|found| {
            let property = found["properties"].get(part);
            let rest = ["items", "additionalProperties"].map(|key| found.get(key));
            let inside =
                property.or_else(|| rest.into_iter().flatten().find(|all| all.is_object()));
            inside.map(|inside| branches(schema, inside)).unwrap_or_default()
        });
        schemas = inside.collect();
    }
    let keys = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"];
    let found =
        schemas.iter().flat_map(|schema| keys.iter().filter_map(|key| schema[key].as_f64()));
    let bits: BTreeSet<u64> = found.map(f64::to_bits).collect();
    bits.into_iter().map(f64::from_bits).collect()
}

/// A schema with its references followed and its unions opened.
pub(crate) fn branches<'s>(root: &'s Value, schema: &'s Value) -> Vec<&'s Value> {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        return branches(root, root.pointer(&target[1..]).unwrap());
    }
    match schema.get("anyOf").and_then(Value::as_array) {
        Some(all) => all.iter().flat_map(|schema| branches(root, schema)).collect(),
        None => vec![schema],
    }
}

#[test]
fn every_number_of_the_example_has_bounds() {
    let (case, schema) = (crate::support::example(), &crate::support::CASE.schema);
    assert_eq!(bounds(schema, "/person/motivations/learning/low"), [0.0, 10.0]);
    assert_eq!(bounds(schema, "/person/horizon_years"), [1.0, 30.0]);
    let mut places = Vec::new();
    collect(&case, String::new(), usize::MAX, &mut places);
    let numbers = places.iter().filter(|at| case.pointer(at).unwrap().is_number());
    let unbounded: Vec<_> = numbers.filter(|at| bounds(schema, at).is_empty()).collect();
    assert_eq!(unbounded, ["/schema_version"]);
}
