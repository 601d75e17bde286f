//! The schemas of a table of people: the committed files, and that they say what the reader says.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use worthwhile::{Code, Error};
use worthwhile_groups::schema::{NAMES, named};
use worthwhile_groups::{Lever, Map};

use crate::mutate::mutants;
use crate::support::Committed;

fn path(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/worthwhile-groups/schema");
    folder.join(format!("{name}.json"))
}

#[test]
fn the_committed_files_are_what_the_types_say() {
    for name in NAMES {
        let committed = std::fs::read_to_string(path(name)).expect("the schema is committed");
        let is_same = committed == format!("{:#}\n", named(name).unwrap());
        assert!(is_same, "{name}.json differs: run `cargo dev schema` and look at the diff");
    }
}

fn refusals<T>(read: Result<T, Error>) -> BTreeSet<Code> {
    let error = read.err();
    error.iter().flat_map(|error| error.problems()).map(|problem| problem.code).collect()
}

fn is_semantic(code: Code) -> bool {
    code.is_semantic() || code == Code::RepeatedEntry
}

/// Every document that is a step away from a valid one is refused by both or by none.
fn agree(name: &str, document: &Value, reader: fn(&str) -> BTreeSet<Code>) {
    let schema = Committed::at(&path(name));
    schema.check(document).unwrap();
    assert!(reader(&document.to_string()).is_empty(), "{:?}", reader(&document.to_string()));
    let (mut accepted, mut refused) = (0, 0);
    for mutant in mutants(document, &schema.schema, usize::MAX) {
        let (reader, is_valid) =
            (reader(&mutant.document.to_string()), schema.accepts(&mutant.document));
        let at = &mutant.at;
        match (is_valid, reader.is_empty()) {
            (true, true) => accepted += 1,
            (false, false) => refused += 1,
            // No schema says that two levers have the same name.
            (true, false) if reader.iter().all(|code| is_semantic(*code)) => {}
            // A number that no document can have is written as null, which is as if it were absent.
            (false, true) if mutant.document.pointer(at).is_some_and(Value::is_null) => {}
            (true, false) => panic!("{}: {at}: only the reader: {reader:?}", mutant.document),
            (false, true) => {
                let objections = schema.check(&mutant.document).unwrap_err();
                panic!("{} at {at}: only the schema: {objections}", mutant.kind)
            }
        }
    }
    println!("mutants of {name}: both accept {accepted}, both refuse {refused}");
    assert!(accepted > 20 && refused > 60, "accepted {accepted}, refused {refused}");
}

#[test]
fn of_a_map() {
    let document = json!({
        "$schema": "https://worthwhile.dev/schema/1/map.json",
        "schema_version": 1, "id": "who", "keep": ["country", "role"], "weight": "w", "cluster": "team",
        "missing": "base", "others": "refused",
        "columns": {
            "burnout": "/person/burnout_risk",
            "fun": {"input": "/person/motivations/enjoyment", "scale": [1, 5], "missing": "unknown"},
            "hours": {"input": "/person/time/free_hours_per_week", "factor": 7, "missing": {"low": 3, "high": 9}},
            "boss": {"input": "/person/conditions/employer_regard",
                "levels": {"no": 0, "somewhat": {"low": 0.2, "high": 0.6}, "yes": 1}, "missing": 0.5},
            "plain": {"input": "/person/wellbeing"},
        },
    });
    agree("map", &document, |text| refusals(Map::read(text)));
}

#[test]
fn of_levers() {
    let document = json!({
        "$schema": "https://worthwhile.dev/schema/1/levers.json",
        "schema_version": 1, "levers": [
            {"name": "a", "changes": [{"input": "/x", "set": 1}, {"input": "/y/*/z", "add": -2.5}]},
            {"name": "b", "changes": [{"input": "/x", "times": 0.75}]},
        ],
    });
    agree("levers", &document, |text| refusals(Lever::read(text)));
}
