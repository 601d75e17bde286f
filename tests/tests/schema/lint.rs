//! One test for each rule of the schemas, as far as a test can see it. Each rule was learned from a
//! tool that fails on the alternative.

use serde_json::{Map, Value, json};
use worthwhile::limits::MAX_WHOLE;
use worthwhile::schema::{assessment_schema, case_schema, comparison_schema};

use crate::support::{CASE, example, path, refusals};

/// A schema inside another, and the way to it.
pub(crate) struct Place<'s> {
    pub(crate) pointer: String,
    pub(crate) schema: &'s Map<String, Value>,
}

impl Place<'_> {
    pub(crate) fn has(&self, key: &str) -> bool {
        self.schema.contains_key(key)
    }

    pub(crate) fn text(&self, key: &str) -> &str {
        self.schema.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    pub(crate) fn is(&self, kind: &str) -> bool {
        self.text("type") == kind
    }
}

/// Keywords that hold one schema, a list of them, or a map of them.
const ONE: [&str; 4] = ["items", "additionalProperties", "propertyNames", "contains"];
const LISTS: [&str; 4] = ["anyOf", "oneOf", "allOf", "prefixItems"];
const MAPS: [&str; 4] = ["properties", "patternProperties", "$defs", "dependentSchemas"];

pub(crate) fn walk<'s>(pointer: String, schema: &'s Value, found: &mut Vec<Place<'s>>) {
    let Some(object) = schema.as_object() else { return };
    for (key, value) in object {
        let at = format!("{pointer}/{key}");
        match value {
            Value::Object(_) if ONE.contains(&key.as_str()) => walk(at, value, found),
            Value::Array(list) if LISTS.contains(&key.as_str()) => {
                for (index, schema) in list.iter().enumerate() {
                    walk(format!("{at}/{index}"), schema, found);
                }
            }
            Value::Object(map) if MAPS.contains(&key.as_str()) => {
                for (name, schema) in map {
                    walk(format!("{at}/{name}"), schema, found);
                }
            }
            _ => {}
        }
    }
    found.push(Place { pointer, schema: object });
}

/// Holds a rule to every part of one schema, and fails with all parts that break it.
pub(crate) fn lint_one(name: &str, schema: &Value, keeps: impl Fn(&Place<'_>) -> bool) {
    let mut places = Vec::new();
    walk(String::new(), schema, &mut places);
    // A comparison has fewer parts than a case and an answer.
    let least = if name == "comparison" { 80 } else { 90 };
    assert!(places.len() > least, "only {} schemas were looked at", places.len());
    let broken: Vec<_> =
        places.iter().filter(|place| !keeps(place)).map(|place| &place.pointer).collect();
    assert!(broken.is_empty(), "{name}: {broken:#?}");
}

/// The same for both schemas.
fn lint(keeps: impl Fn(&Value, &Place<'_>) -> bool) {
    for (name, schema) in [
        ("case", case_schema()),
        ("assessment", assessment_schema()),
        ("comparison", comparison_schema()),
    ] {
        lint_one(name, &schema, |place| keeps(&schema, place));
    }
}

pub(crate) fn definition<'s>(root: &'s Value, branch: &Value) -> Option<&'s Value> {
    root.pointer(branch.get("$ref")?.as_str()?.strip_prefix('#')?)
}

#[test]
fn the_committed_files_are_what_the_types_say() {
    for name in worthwhile::schema::names().filter(|name| !name.starts_with("tool.")) {
        let committed = std::fs::read_to_string(path(name)).expect("the schema is committed");
        let is_same = committed == worthwhile::schema_text(name).unwrap();
        assert!(is_same, "{name}.json differs: run `cargo dev schema` and look at the diff");
    }
}

#[test]
fn they_are_of_draft_2020_12_and_have_an_id_with_the_version() {
    for (name, schema) in [
        ("case", case_schema()),
        ("assessment", assessment_schema()),
        ("comparison", comparison_schema()),
    ] {
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], format!("https://worthwhile.dev/schema/1/{name}.json"));
        assert_eq!(schema["properties"]["schema_version"]["const"], 1);
        jsonschema::draft202012::meta::validate(&schema).expect("the schema is valid");
    }
}

#[test]
fn the_root_is_a_plain_titled_object() {
    for (title, schema) in [
        ("Case", case_schema()),
        ("Assessment", assessment_schema()),
        ("Comparison", comparison_schema()),
    ] {
        assert_eq!((&schema["title"], &schema["type"]), (&json!(title), &json!("object")));
        assert!(schema.get("anyOf").is_none() && schema.get("$ref").is_none());
    }
}

#[test]
fn unions_are_any_of_and_nothing_else_combines() {
    let others = ["oneOf", "allOf", "not", "if", "prefixItems", "patternProperties"];
    lint(|_, place| others.iter().all(|key| !place.has(key)));
    lint(|_, place| !place.has("unevaluatedProperties") && !place.has("dependentSchemas"));
}

#[test]
fn branches_are_named_objects_or_one_plain_number() {
    lint(|root, place| {
        let Some(branches) = place.schema.get("anyOf").and_then(Value::as_array) else {
            return true;
        };
        let is_number = |branch: &&Value| branch["type"] == "number";
        let is_object = |branch: &Value| {
            definition(root, branch).is_some_and(|schema| schema["type"] == "object")
        };
        branches.len() > 1
            && branches.iter().filter(is_number).count() <= 1
            && branches.iter().all(|branch| is_number(&branch) || is_object(branch))
    });
}

#[test]
fn branches_differ_by_a_required_key_or_a_constant() {
    let needs_more = |one: &Value, other: &Value| {
        let keys = one["required"].as_array().unwrap();
        keys.iter().any(|key| other["properties"].get(key.as_str().unwrap()).is_none())
    };
    let has_other_tag = |one: &Value, other: &Value| {
        ["kind", "dist"].iter().any(|key| {
            let constants = [one, other].map(|schema| &schema["properties"][key]["const"]);
            constants.iter().all(|constant| constant.is_string()) && constants[0] != constants[1]
        })
    };
    lint(|root, place| {
        let branches = place.schema.get("anyOf").and_then(Value::as_array);
        let branches: Vec<_> =
            branches.into_iter().flatten().filter_map(|branch| definition(root, branch)).collect();
        branches.iter().enumerate().all(|(at, one)| {
            branches.iter().skip(at + 1).all(|other| {
                has_other_tag(one, other) || needs_more(one, other) || needs_more(other, one)
            })
        })
    });
}

#[test]
fn tags_are_required() {
    lint(|_, place| {
        let is_required = |key: &str| {
            let properties = place.schema.get("properties");
            let constant = properties.and_then(|all| all.get(key)).and_then(|tag| tag.get("const"));
            let required = place.schema.get("required").and_then(Value::as_array);
            constant.is_none() || required.is_some_and(|all| all.contains(&json!(key)))
        };
        is_required("kind") && is_required("dist")
    });
}

#[test]
fn definitions_of_objects_and_unions_are_titled_by_their_names_and_nothing_else_is() {
    lint(|_, place| {
        let name = place.pointer.strip_prefix("/$defs/").filter(|name| !name.contains('/'));
        match name {
            Some(name) if place.is("object") || place.has("anyOf") => place.text("title") == name,
            None if place.pointer.is_empty() => true,
            _ => !place.has("title"),
        }
    });
}

#[test]
fn titles_are_in_pascal_case_without_digits() {
    lint(|_, place| {
        let title = place.text("title");
        !place.has("title")
            || title.starts_with(|first: char| first.is_ascii_uppercase())
                && title.chars().all(|letter| letter.is_ascii_alphabetic())
    });
}

#[test]
fn maps_say_what_their_keys_look_like() {
    lint(|_, place| {
        let is_map = place.schema.get("additionalProperties").is_some_and(Value::is_object);
        let names = place.schema.get("propertyNames");
        !is_map
            || names.is_some_and(|names| names["pattern"].is_string()) && place.has("maxProperties")
    });
}

#[test]
fn objects_of_a_case_are_closed_and_those_of_an_answer_are_open() {
    lint_one("case", &case_schema(), |place| {
        let rest = place.schema.get("additionalProperties");
        !place.is("object") || rest.is_some_and(|rest| *rest == json!(false) || rest.is_object())
    });
    lint_one("assessment", &assessment_schema(), |place| !place.has("additionalProperties"));
}

#[test]
fn enums_are_plain_words() {
    let allowed = ["type", "enum", "description"];
    lint(|_, place| {
        let Some(words) = place.schema.get("enum") else { return true };
        place.is("string")
            && words.as_array().unwrap().iter().all(Value::is_string)
            && place.schema.keys().all(|key| allowed.contains(&key.as_str()))
    });
}

#[test]
fn there_is_one_type_and_it_is_never_null() {
    lint(|_, place| {
        let kind = place.schema.get("type");
        kind.is_none_or(|kind| kind.is_string() && kind != "null")
            && place.schema.values().all(|value| !value.is_null())
    });
}

#[test]
fn every_number_is_bounded() {
    lint(|_, place| {
        let is_number = place.is("number") || place.is("integer");
        let has_bounds = (place.has("minimum") || place.has("exclusiveMinimum"))
            && (place.has("maximum") || place.has("exclusiveMaximum"));
        !is_number || has_bounds || place.has("const")
    });
}

#[test]
fn whole_numbers_are_those_that_every_reader_keeps() {
    lint(|_, place| {
        let largest = place.schema.get("maximum").and_then(Value::as_f64);
        !place.is("integer") || place.has("const") || largest.is_some_and(|most| most <= MAX_WHOLE)
    });
}

#[test]
fn a_whole_number_may_be_written_with_a_point() {
    let mut case = example();
    case["schema_version"] = json!(1.0);
    case["person"]["horizon_years"] = json!(3.0);
    case["analysis"] = json!({"seed": 1.0, "scenarios": 16384.0});
    let text = case.to_string();
    assert!(text.contains("3.0") && text.contains("16384.0"), "{text}");
    assert!(CASE.accepts(&case) && refusals(&text).is_empty());
    case["person"]["horizon_years"] = json!(3.5);
    assert!(!CASE.accepts(&case) && !refusals(&case.to_string()).is_empty());
}

#[test]
fn texts_and_lists_of_a_case_are_limited() {
    lint_one("case", &case_schema(), |place| {
        let is_fixed = place.has("const") || place.has("enum");
        let is_limited =
            place.has("maxLength") && (place.has("pattern") || !place.has("minLength"));
        (!place.is("string") || is_fixed || is_limited || place.text("pattern").ends_with("{3}$"))
            && (!place.is("array") || place.has("maxItems"))
    });
}

#[test]
fn there_are_no_formats() {
    lint(|_, place| !place.has("format"));
}

#[test]
fn patterns_are_ascii_anchored_and_without_lookaround() {
    lint(|_, place| {
        let pattern = place.text("pattern");
        !place.has("pattern")
            || pattern.is_ascii()
                && pattern.starts_with('^')
                && pattern.ends_with('$')
                && !pattern.contains("(?")
                && !pattern.contains('\\')
    });
}

#[test]
fn every_property_and_definition_is_described() {
    lint(|_, place| {
        let parts: Vec<&str> = place.pointer.rsplit('/').collect();
        let is_named = matches!(parts.get(1), Some(&"properties" | &"$defs"));
        let description = place.text("description");
        let is_plain = !["](", "\n", "# ", "::"].iter().any(|code| description.contains(code));
        !is_named || description.ends_with('.') && description.len() > 8 && is_plain
    });
}

/// A number says in what unit it is; that of a field of a case and its range too.
#[test]
fn every_number_says_its_unit() {
    let units = [
        "unit",
        "0 to 1",
        "points",
        "hours",
        "year",
        "currency",
        "how many",
        "ratio",
        "steps",
        "over",
        "scenarios",
        "replicates",
        "seed",
        "version",
    ];
    lint(|_, place| {
        let is_property = place.pointer.rsplit('/').nth(1) == Some("properties");
        let numeric =
            |schema: &Value| ["number", "integer"].map(Value::from).contains(&schema["type"]);
        let branches = place.schema.get("anyOf").and_then(Value::as_array);
        let is_numeric = place.is("number")
            || place.is("integer")
            || branches.is_some_and(|all| all.iter().any(numeric));
        let text = place.text("description").to_lowercase();
        !is_property || !is_numeric || units.iter().any(|unit| text.contains(unit))
    });
}

#[test]
fn a_share_says_its_range_and_keeps_it() {
    lint_one("assessment", &assessment_schema(), |place| {
        let is_share = place.schema.get("maximum") == Some(&json!(1));
        // "0 to 1.5" and "0 to 168" are no shares.
        let mut ranges = place.text("description").split("0 to 1").skip(1);
        let is_called_share = ranges.any(|rest| {
            let rest = rest.strip_prefix('.').unwrap_or(rest);
            !rest.starts_with(|next: char| next.is_ascii_digit())
        });
        !place.is("number") || is_share == is_called_share
    });
}

#[test]
fn defaults_are_valid() {
    lint(|root, place| {
        let Some(default) = place.schema.get("default") else { return true };
        let mut schema = place.schema.clone();
        schema.insert("$defs".to_owned(), root["$defs"].clone());
        jsonschema::draft202012::is_valid(&schema.into(), default)
    });
}

#[test]
fn references_lead_somewhere_and_never_in_circles() {
    fn depth(root: &Value, schema: &Value, seen: &mut Vec<String>) {
        let mut places = Vec::new();
        walk(String::new(), schema, &mut places);
        for place in places.iter().filter(|place| place.has("$ref")) {
            let target = place.text("$ref").to_owned();
            assert!(!seen.contains(&target), "{seen:?} leads back to {target}");
            let found = root.pointer(target.strip_prefix('#').expect("the reference is local"));
            seen.push(target);
            depth(root, found.expect("the definition exists"), seen);
            seen.pop();
        }
    }
    for root in [case_schema(), assessment_schema(), comparison_schema()] {
        let mut start = root.clone();
        start.as_object_mut().unwrap().remove("$defs");
        depth(&root, &start, &mut Vec::new());
    }
}

#[test]
fn every_definition_is_used() {
    for root in [case_schema(), assessment_schema(), comparison_schema()] {
        let text = root.to_string();
        for name in root["$defs"].as_object().unwrap().keys() {
            assert!(text.contains(&format!("\"#/$defs/{name}\"")), "{name}");
        }
    }
}

#[test]
fn what_is_built_in_is_listed() {
    let schema = case_schema();
    let catalogue = worthwhile::Catalogue::builtin();
    for name in catalogue.conditions.keys() {
        assert!(schema["$defs"]["Conditions"]["properties"].get(name).is_some(), "{name}");
    }
    for name in catalogue.categories.keys() {
        assert!(schema["$defs"]["Serves"]["properties"].get(name).is_some(), "{name}");
    }
    let presets = &schema["$defs"]["Pursuit"]["properties"]["preset"]["examples"];
    assert!(
        catalogue.presets.keys().all(|name| presets.as_array().unwrap().contains(&json!(name)))
    );
}
