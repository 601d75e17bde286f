//! Types made by typify read every document and write it back whole.
//!
//! Usage: worthwhile-typify-check FOLDER, with cases/ and assessments/ in the folder.

use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

#[allow(dead_code, clippy::all)]
mod case {
    typify::import_types!(schema = "../../../crates/worthwhile/schema/case.codegen.json");
}

#[allow(dead_code, clippy::all)]
mod assessment {
    typify::import_types!(schema = "../../../crates/worthwhile/schema/assessment.codegen.json");
}

/// How many documents of a kind come back as they were.
fn round_trip<T: DeserializeOwned + Serialize>(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("the documents are there");
    let paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    for path in &paths {
        let text = std::fs::read_to_string(path).expect("a document");
        let document: Value = serde_json::from_str(&text).expect("JSON");
        let typed: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let back = serde_json::to_value(typed).expect("it can be written");
        assert_eq!(difference(&document, &back, String::new()), None, "{path:?}");
    }
    paths.len()
}

/// Where two documents differ as JSON, in which 3 is 3.0.
fn difference(one: &Value, other: &Value, at: String) -> Option<String> {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) if one.as_f64() == other.as_f64() => None,
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let mut pairs = one.iter().zip(other).enumerate();
            pairs.find_map(|(index, (one, other))| difference(one, other, format!("{at}/{index}")))
        }
        (Value::Object(one), Value::Object(other)) => {
            let keys = one.keys().chain(other.keys());
            let absent = Value::String("absent".to_owned());
            let get = |object: &serde_json::Map<String, Value>, key: &str| {
                object.get(key).unwrap_or(&absent).clone()
            };
            let mut keys = keys.map(|key| (key, get(one, key), get(other, key)));
            keys.find_map(|(key, one, other)| difference(&one, &other, format!("{at}/{key}")))
        }
        // An empty list says what an absent one says, and these types write it so.
        (Value::Array(one), Value::String(other)) if one.is_empty() && other == "absent" => None,
        _ if one == other => None,
        _ => Some(format!("{at}: {one} became {other}")),
    }
}

/// The names of the types made of a schema.
fn names(schema: &str) -> Vec<String> {
    let schema = serde_json::from_str(schema).expect("a schema");
    let mut space = typify::TypeSpace::default();
    space.add_root_schema(schema).expect("typify takes the schema");
    space.iter_types().map(|made| made.name()).collect()
}

fn main() {
    let folder = std::env::args().nth(1).expect("usage: worthwhile-typify-check FOLDER");
    let folder = Path::new(&folder);
    let mut types = names(include_str!("../../../../crates/worthwhile/schema/case.codegen.json"));
    types.extend(names(include_str!("../../../../crates/worthwhile/schema/assessment.codegen.json")));
    let is_numbered = |name: &&String| {
        let is_number = ["f32", "f64", "i64", "u64", "u32", "i32"].contains(&name.as_str());
        !name.contains("::") && !is_number && name.contains(|letter: char| letter.is_ascii_digit())
    };
    let numbered: Vec<_> = types.iter().filter(is_numbered).collect();
    assert!(numbered.is_empty(), "{numbered:?}");
    // That is what typify makes of a schema that says nothing.
    let says_nothing = |name: &&String| name.contains("serde_json") || name.contains("Option1");
    let empty: Vec<_> = types.iter().filter(says_nothing).collect();
    assert!(empty.is_empty(), "{empty:?}");
    let count = round_trip::<case::Case>(&folder.join("cases"))
        + round_trip::<assessment::Assessment>(&folder.join("assessments"));
    println!("typify 0.8.0: {} types, {count} documents come back whole", types.len());
}
