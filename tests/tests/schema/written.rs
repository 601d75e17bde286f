//! What a model may write under a profile, the reader accepts: whole documents by hand, and
//! documents that follow a profile at random.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use worthwhile::Code;
use worthwhile::schema::{Host, Profile, case_schema, tool};
use worthwhile_conformance::runs::holds;

use crate::mutate::branches;
use crate::support::{Committed, full, refusals};

/// The profiles for models and the inputs of the tools, each with the codes that its keywords
/// cannot prevent, besides those that no schema can.
fn profiles() -> Vec<(String, Value, BTreeSet<Code>)> {
    // No bounds, no long patterns, and of lists only whether they are empty.
    let loose = [Code::OutOfRange, Code::InvalidName, Code::EmptyList, Code::RepeatedEntry];
    let unequal = [Code::RepeatedEntry];
    let left_to_reader = |profile| match profile {
        Profile::Anthropic => BTreeSet::from(loose),
        // A bound that may not be reached is written as one that may.
        Profile::Gemini => BTreeSet::from([Code::OutOfRange, Code::RepeatedEntry]),
        _ => BTreeSet::from(unequal),
    };
    let mut all: Vec<_> = Profile::ALL
        .into_iter()
        .map(|profile| {
            let schema = Committed::profile(profile).schema;
            (format!("case.{}", profile.as_str()), schema, left_to_reader(profile))
        })
        .collect();
    for (host, key) in [(Host::OpenAi, "parameters"), (Host::Mcp, "inputSchema")] {
        let name = format!("tool.{}", host.as_str());
        all.push((name, tool(host)[key].take(), BTreeSet::from(unequal)));
    }
    all
}

/// A short case with every field that it has.
fn short() -> Value {
    json!({
        "schema_version": 1,
        "person": {
            "motivations": {"altruism": 8, "belonging": 6, "career": 2, "enjoyment": 8,
                "income": 1, "influence": 3, "learning": 7, "reputation": 1},
            "time": {"free_hours_per_week": {"low": 18, "high": 28}, "work_hours_per_week": 42},
            "protections": {"break_even_hours_per_week": {"low": 10, "high": 16}, "wellbeing": 6,
                "savings": 4},
            "money": {"meaningful_yearly_amount": 8000},
            "burnout_risk": 0.25,
            "conditions": {"market_regard": {"low": 0.2, "high": 0.8}, "employer_regard": 0.5,
                "client_regard": 0.3, "local_rarity": 0.6},
            "horizon_years": 4,
        },
        "pursuits": [
            {"id": "mvp", "preset": "microsoft-mvp", "name": "Go for MVP", "levels": [0.5, 0.75, 1],
             "anyway": 0.4, "award": {"held": false},
             "drawbacks": [
                {"kind": "politics", "bother": 1, "during": "always"},
                {"kind": "reporting_twice", "bother": 3, "during": "holding"},
             ]},
            {"id": "meetup", "name": "Run a meetup",
             "activities": [{"kind": "organizing", "hours": {"low": 4, "high": 9}, "per_year": 10,
                "enjoyability": 7}],
             "benefits": [{"category": "networking", "strength": {"low": 4, "high": 8},
                "chance": 0.8, "money_per_year": {"low": -50, "high": 200}}],
             "costs": [{"id": "venue", "money_per_year": {"low": 300, "high": 900}}]},
            {"id": "rest", "preset": "rest"},
        ],
        "either_or": [["mvp", "meetup"]],
    })
}

/// What cannot be left out of a short case.
fn least() -> Value {
    json!({
        "schema_version": 1,
        "person": {
            "motivations": {"altruism": 8, "belonging": 0, "career": 0, "enjoyment": 0,
                "income": 0, "influence": 0, "learning": 0, "reputation": 0},
            "time": {"free_hours_per_week": 20},
        },
        "pursuits": [{"id": "mvp", "preset": "microsoft-mvp"}],
    })
}

/// The document with null for every property that it leaves out and the schema requires, as a
/// strict model writes it.
fn with_nulls(root: &Value, schema: &Value, document: &Value) -> Value {
    let all = branches(root, schema);
    let fits = |branch: &&&Value| match document {
        Value::Object(entries) => branch["properties"]
            .as_object()
            .is_some_and(|properties| entries.keys().all(|key| properties.contains_key(key))),
        Value::Array(_) => branch["type"] == "array",
        _ => false,
    };
    let Some(branch) = all.iter().find(fits) else { return document.clone() };
    match document {
        Value::Object(entries) => {
            let properties = branch["properties"].as_object().unwrap();
            let filled = properties.iter().filter_map(|(key, property)| match entries.get(key) {
                Some(value) => Some((key.clone(), with_nulls(root, property, value))),
                None if branch["required"].as_array()?.contains(&json!(key)) => {
                    Some((key.clone(), Value::Null))
                }
                None => None,
            });
            filled.collect()
        }
        Value::Array(items) => {
            items.iter().map(|item| with_nulls(root, &branch["items"], item)).collect()
        }
        other => other.clone(),
    }
}

fn count_nulls(value: &Value) -> usize {
    match value {
        Value::Null => 1,
        Value::Array(items) => items.iter().map(count_nulls).sum(),
        Value::Object(entries) => entries.values().map(count_nulls).sum(),
        _ => 0,
    }
}

#[track_caller]
fn is_written_and_read(name: &str, schema: &Value, document: &Value) {
    Committed::of(schema.clone()).check(document).unwrap_or_else(|error| panic!("{name}: {error}"));
    let problems = worthwhile::check(&document.to_string());
    assert!(problems.is_empty(), "{name}: {problems:#?}");
}

#[test]
fn the_least_and_the_most_of_a_short_case_are_read_under_every_profile() {
    for (name, schema, _) in profiles() {
        for document in [least(), short()] {
            let document = if name.contains("openapi") || name.contains("codegen") {
                document
            } else {
                with_nulls(&schema, &schema, &document)
            };
            is_written_and_read(&name, &schema, &document);
            let is_strict = name.ends_with("openai");
            assert_eq!(count_nulls(&document) > 0, is_strict, "{name}: {document}");
        }
    }
}

/// The whole case under OpenAI's rules, in which one of two exclusive fields is null.
#[test]
fn a_whole_case_with_nulls_is_read() {
    let schema = Committed::profile(Profile::OpenAi).schema;
    let mut whole = full();
    whole.as_object_mut().unwrap().remove("$schema");
    let document = with_nulls(&schema, &schema, &whole);
    is_written_and_read("case.openai", &schema, &document);
    assert!(count_nulls(&document) > 80, "{}", count_nulls(&document));
    let protections = &document["person"]["protections"];
    assert!(protections["personal_time"].is_null());
    assert!(protections["break_even_hours_per_week"].is_object());
}

/// A model that has to give both is refused whatever it does.
#[test]
fn nobody_has_to_give_both_of_two_exclusive_fields() {
    for (name, schema, _) in profiles() {
        let root =
            if name == "case.openapi" { &schema["components"]["schemas"]["Case"] } else { &schema };
        let inside = |object: &Value, key: &str| -> Vec<Value> {
            let property = &object["properties"][key];
            branches(&schema, property).into_iter().cloned().collect()
        };
        let person = inside(root, "person")[0].clone();
        for (owner, pair) in [
            (
                inside(&person, "protections")[0].clone(),
                ["personal_time", "break_even_hours_per_week"],
            ),
            (person.clone(), ["motivations", "motivation_ranking"]),
        ] {
            let has_to = |key: &&&str| {
                let names = owner["required"].as_array();
                names.is_some_and(|names| names.contains(&json!(key)))
                    && !inside(&owner, key).iter().any(|branch| branch["type"] == "null")
            };
            assert!(pair.iter().filter(has_to).count() < 2, "{name}: {owner}");
        }
    }
}

/// Documents that follow a schema, out of a row of choices.
struct Writer<'s> {
    root: &'s Value,
    choices: std::slice::Iter<'s, u8>,
}

impl Writer<'_> {
    /// A whole number below `end`; 0 once the choices are used up.
    fn choose(&mut self, end: usize) -> usize {
        self.choices.next().map_or(0, |choice| usize::from(*choice) % end.max(1))
    }

    fn write(&mut self, schema: &Value) -> Value {
        if schema.get("$ref").is_some() || schema.get("anyOf").is_some() {
            let all = branches(self.root, schema);
            let at = self.choose(all.len());
            return self.write(all[at]);
        }
        if let Some(constant) = schema.get("const") {
            return constant.clone();
        }
        if let Some(words) = schema.get("enum").and_then(Value::as_array) {
            return words[self.choose(words.len())].clone();
        }
        match schema["type"].as_str().unwrap() {
            "object" => self.object(schema),
            "array" => self.list(schema),
            "string" => self.text(schema),
            "boolean" => json!(self.choose(2) == 1),
            "null" => Value::Null,
            "integer" => json!(self.number(schema).round() as i64),
            _ => json!(self.number(schema)),
        }
    }

    fn object(&mut self, schema: &Value) -> Value {
        let mut written = Map::new();
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        for (key, property) in schema["properties"].as_object().into_iter().flatten() {
            if required.contains(&json!(key)) || self.choose(3) == 1 {
                written.insert(key.clone(), self.write(property));
            }
        }
        if let Some(entry) = schema.get("additionalProperties").filter(|entry| entry.is_object())
            && self.choose(2) == 1
        {
            written.insert("own_name".to_owned(), self.write(entry));
        }
        if written.is_empty()
            && let Some(properties) = schema["properties"].as_object()
            && schema["minProperties"].as_u64() > Some(0)
        {
            let (key, property) = properties.iter().next().unwrap();
            written.insert(key.clone(), self.write(property));
        }
        written.into()
    }

    fn list(&mut self, schema: &Value) -> Value {
        let least = schema["minItems"].as_u64().unwrap_or(0) as usize;
        let most = schema["maxItems"].as_u64().unwrap_or(3).min(3) as usize;
        let count = least.max(self.choose(most + 1));
        let items: Vec<Value> = (0..count).map(|_| self.write(&schema["items"])).collect();
        if schema["uniqueItems"] != true {
            return items.into();
        }
        let mut kept: Vec<Value> = Vec::new();
        for item in items {
            if !kept.contains(&item) {
                kept.push(item);
            }
        }
        // Names of two kinds fill up what fell away; a word to choose from is never required twice.
        while kept.len() < least {
            kept.push(json!(format!("other-{}", kept.len())));
        }
        kept.into()
    }

    fn text(&mut self, schema: &Value) -> Value {
        let known = match schema["pattern"].as_str() {
            Some("^[A-Z]{3}$") => ["EUR", "USD"],
            Some(pattern) if pattern.starts_with("^/") => ["/person/burnout_risk", "/none"],
            Some(pattern) if pattern.contains('_') => ["reporting", "own_name"],
            Some(_) => ["mvp", "az-305"],
            None => ["one", "two"],
        };
        json!(known[self.choose(2)])
    }

    /// One of the bounds, or a value between.
    fn number(&mut self, schema: &Value) -> f64 {
        let bound = |plain: &str, strict: &str| {
            let found = schema[plain].as_f64().map(|bound| (bound, false));
            found.or_else(|| schema[strict].as_f64().map(|bound| (bound, true)))
        };
        let (low, is_above) = bound("minimum", "exclusiveMinimum").unwrap_or((0.0, false));
        let (high, is_below) = bound("maximum", "exclusiveMaximum").unwrap_or((low + 20.0, false));
        // Money and the like are not written at the largest figure there is.
        let high = high.min(low.max(0.0) + 1000.0);
        match self.choose(4) {
            0 if !is_above => low,
            1 if !is_below => high,
            choice => low + (high - low) * (0.2 + 0.2 * choice as f64),
        }
    }
}

/// What a profile takes, the reader takes, save for what no schema can say and for what the
/// profile's keywords cannot.
#[test]
fn what_follows_a_profile_is_refused_only_for_what_it_cannot_say() {
    for (name, schema, left) in profiles() {
        let validator = Committed::of(schema.clone());
        let root =
            if name == "case.openapi" { &schema["components"]["schemas"]["Case"] } else { &schema };
        let mut refused: BTreeMap<Code, usize> = BTreeMap::new();
        let counts = std::cell::RefCell::new(&mut refused);
        holds(150, proptest::collection::vec(any::<u8>(), 0..400), |choices| {
            let document = Writer { root: &schema, choices: choices.iter() }.write(root);
            let valid = validator.check(&document);
            prop_assert!(valid.is_ok(), "{name}: {document}: {valid:?}");
            for code in refusals(&document.to_string()) {
                *counts.borrow_mut().entry(code).or_default() += 1;
                let is_left = code.is_semantic() || left.contains(&code);
                prop_assert!(is_left, "{name}: {code}: {document}");
            }
            Ok(())
        });
        println!("{name}: {refused:?}");
    }
}

/// The writer reaches all there is.
#[test]
fn random_choices_write_every_field_of_the_contract() {
    let (schema, mut seen) = (case_schema(), BTreeSet::new());
    for seed in 0..200_u32 {
        // SplitMix64: neighboring seeds have nothing in common.
        let choices: Vec<u8> = (1..4000_u64)
            .map(|at| {
                let state =
                    (u64::from(seed) << 32).wrapping_add(at.wrapping_mul(0x9e37_79b9_7f4a_7c15));
                let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
                mixed.to_be_bytes()[0]
            })
            .collect();
        let document = Writer { root: &schema, choices: choices.iter() }.write(&schema);
        keys(&document, &mut seen);
    }
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        for key in definition["properties"].as_object().into_iter().flatten().map(|(key, _)| key) {
            assert!(seen.contains(key), "{name}.{key}");
        }
    }
}

fn keys(value: &Value, seen: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => entries.iter().for_each(|(key, value)| {
            seen.insert(key.clone());
            keys(value, seen);
        }),
        Value::Array(items) => items.iter().for_each(|item| keys(item, seen)),
        _ => {}
    }
}
