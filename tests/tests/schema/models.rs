//! One test for each rule of the profiles that hold language models to a form.
//!
//! The rules are the providers' own, read in their documentation in November 2026. Each list of
//! keywords here is written down apart from the code that it checks.

use serde_json::{Value, json};
use worthwhile::schema::{Host, Profile, tool};

use crate::lint::{definition, lint_one, walk};
use crate::mutate::branches;

const OPENAI: &str = "$ref $defs type properties required additionalProperties items anyOf enum \
    const description minItems maxItems minimum maximum exclusiveMinimum exclusiveMaximum pattern";
const ANTHROPIC: &str = "$ref $defs type properties required additionalProperties items anyOf \
    enum const description minItems pattern";
const GEMINI: &str = "type properties required items anyOf enum description minItems maxItems \
    minLength maxLength pattern minimum maximum";

/// The schemas under OpenAI's rules: the profile, and the input of the tool.
fn openai() -> [(&'static str, Value); 2] {
    let mut tool = tool(Host::OpenAi);
    [("case.openai", Profile::OpenAi.case()), ("tool.openai", tool["parameters"].take())]
}

/// A schema with every reference written out, to count as the providers do.
fn written_out(root: &Value, schema: &Value) -> Value {
    match schema {
        Value::Object(object) => match definition(root, schema) {
            Some(target) => written_out(root, target),
            None => {
                let kept = object.iter().filter(|(key, _)| *key != "$defs");
                kept.map(|(key, value)| (key.clone(), written_out(root, value))).collect()
            }
        },
        Value::Array(items) => items.iter().map(|item| written_out(root, item)).collect(),
        other => other.clone(),
    }
}

/// Calls a closure on every object schema inside, each time it occurs.
fn objects(schema: &Value, see: &mut impl FnMut(&Value)) {
    let mut places = Vec::new();
    walk(String::new(), schema, &mut places);
    for place in places {
        if place.has("properties") {
            see(&Value::Object(place.schema.clone()));
        }
    }
}

fn only(name: &str, schema: &Value, known: &str) {
    let known: Vec<&str> = known.split_whitespace().collect();
    lint_one(name, schema, |place| place.schema.keys().all(|key| known.contains(&key.as_str())));
}

#[test]
fn each_uses_the_keywords_of_its_provider_only() {
    for (name, schema) in openai() {
        only(name, &schema, OPENAI);
    }
    only("anthropic", &Profile::Anthropic.case(), ANTHROPIC);
    only("gemini", &Profile::Gemini.case(), GEMINI);
}

/// Anthropic refuses names of properties with other letters.
#[test]
fn names_of_properties_are_plain_and_the_root_is_a_plain_object() {
    for profile in [Profile::OpenAi, Profile::Anthropic, Profile::Gemini] {
        let schema = profile.case();
        assert_eq!(schema["type"], "object");
        assert!(schema.get("anyOf").is_none());
        let is_plain = |name: &String| {
            name.len() <= 64
                && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        };
        objects(&schema, &mut |object| {
            let properties = object["properties"].as_object().unwrap();
            assert!(properties.keys().all(is_plain), "{object}");
        });
    }
}

#[test]
fn strict_objects_are_closed() {
    let anthropic = ("case.anthropic", Profile::Anthropic.case());
    for (name, schema) in openai().into_iter().chain([anthropic]) {
        lint_one(name, &schema, |place| {
            !place.is("object") || place.schema["additionalProperties"] == false
        });
    }
}

#[test]
fn openai_requires_every_property() {
    for (name, schema) in openai() {
        lint_one(name, &schema, |place| {
            let Some(properties) = place.schema.get("properties") else { return true };
            let required = place.schema["required"].as_array().unwrap();
            let names = properties.as_object().unwrap().keys();
            names.len() == required.len()
                && names.into_iter().all(|name| required.contains(&json!(name)))
        });
    }
}

/// What is required by the contract cannot be null, what is optional can.
#[test]
fn openai_takes_null_for_what_is_optional_only() {
    let (strict, canonical) = (Profile::OpenAi.case(), worthwhile::schema::case_schema());
    let mut compared = 0;
    let defs = strict["$defs"].as_object().unwrap();
    for (name, schema) in defs.iter().chain([(&String::new(), &strict)]) {
        let before = canonical["$defs"].get(name).unwrap_or(&canonical);
        for (key, property) in schema["properties"].as_object().into_iter().flatten() {
            let required = before["required"].as_array();
            let is_required = required.is_some_and(|names| names.contains(&json!(key)));
            let takes_null =
                branches(&strict, property).iter().any(|branch| branch["type"] == "null");
            assert_eq!(takes_null, !is_required, "{name}.{key}");
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn openai_has_nothing_beside_a_reference() {
    for (name, schema) in openai() {
        lint_one(name, &schema, |place| !place.has("$ref") || place.schema.len() == 1);
    }
}

/// 5,000 properties, 10 levels of objects, 1,000 words in enums, 120,000 characters of names.
#[test]
fn openai_stays_within_its_sizes() {
    for (name, schema) in openai() {
        let (mut properties, mut words, mut letters) = (0, 0, 0);
        let mut places = Vec::new();
        walk(String::new(), &schema, &mut places);
        for place in places {
            let names = place.schema.get("properties").and_then(Value::as_object);
            properties += names.map_or(0, serde_json::Map::len);
            letters += names.into_iter().flatten().map(|(name, _)| name.len()).sum::<usize>();
            let all = place.schema.get("enum").and_then(Value::as_array);
            words += all.map_or(0, Vec::len);
            letters += all.into_iter().flatten().map(|word| word.to_string().len()).sum::<usize>();
            letters += place.text("const").len();
        }
        letters += schema["$defs"].as_object().unwrap().keys().map(String::len).sum::<usize>();
        let depth = depth(&written_out(&schema, &schema));
        println!(
            "{name}: {properties} properties, {depth} levels, {words} words, {letters} letters"
        );
        assert!(properties <= 5000 && words <= 1000 && letters <= 120_000 && depth <= 10);
    }
}

/// Levels of objects inside one another.
fn depth(schema: &Value) -> usize {
    let inner = match schema {
        Value::Object(object) => object.values().map(depth).max(),
        Value::Array(items) => items.iter().map(depth).max(),
        _ => None,
    };
    inner.unwrap_or(0) + usize::from(schema.get("properties").is_some())
}

/// At most 24 optional parameters and 16 with a union, in all.
#[test]
fn anthropic_stays_within_its_limits() {
    let schema = Profile::Anthropic.case();
    let (mut optional, mut unions) = (0, 0);
    objects(&written_out(&schema, &schema), &mut |object| {
        let properties = object["properties"].as_object().unwrap();
        let required = object["required"].as_array().map_or(0, Vec::len);
        optional += properties.len() - required;
        let is_union = |property: &&Value| property.get("anyOf").is_some();
        unions += properties.values().filter(is_union).count();
    });
    println!("{optional} optional and {unions} union parameters");
    assert!(optional <= 24 && unions <= 16, "{optional} optional, {unions} unions");
}

#[test]
fn anthropic_has_simple_patterns_and_no_long_lists() {
    lint_one("anthropic", &Profile::Anthropic.case(), |place| {
        let least = place.schema.get("minItems").and_then(Value::as_u64);
        !place.text("pattern").contains(',') && least.unwrap_or(0) <= 1
    });
}

#[test]
fn gemini_has_one_type_and_words_in_enums() {
    lint_one("gemini", &Profile::Gemini.case(), |place| {
        let words = place.schema.get("enum").and_then(Value::as_array);
        let is_one = place.schema.get("type").is_some_and(Value::is_string);
        (is_one || place.has("anyOf"))
            && words.is_none_or(|words| place.is("string") && words.iter().all(Value::is_string))
    });
}

/// The fields of the short case are fields of the whole one.
#[test]
fn the_short_case_is_a_part_of_the_whole() {
    fn compare(part: &Value, whole: &Value, at: &str, seen: &mut usize) {
        for (key, inner) in part["properties"].as_object().into_iter().flatten() {
            let at = format!("{at}/{key}");
            let before = whole["properties"].get(key).unwrap_or_else(|| panic!("{at}"));
            compare(inner, before, &at, seen);
            *seen += 1;
        }
        if let Some(items) = part.get("items") {
            compare(items, &whole["items"], at, seen);
        }
    }
    let canonical = worthwhile::schema::case_schema();
    let whole = written_out(&canonical, &canonical);
    for profile in [Profile::Anthropic, Profile::Gemini] {
        let (schema, mut seen) = (profile.case(), 0);
        compare(&written_out(&schema, &schema), &whole, "", &mut seen);
        assert!(seen > 40, "{seen}");
    }
}

#[test]
fn names_of_the_catalogue_are_words_to_choose_from() {
    let presets: Vec<_> = worthwhile::Catalogue::builtin().presets.keys().cloned().collect();
    for profile in [Profile::OpenAi, Profile::Anthropic, Profile::Gemini] {
        let schema = profile.case();
        let schema = written_out(&schema, &schema);
        let pursuit = &schema["properties"]["pursuits"]["items"]["properties"];
        let preset = branches(&schema, &pursuit["preset"])[0];
        assert_eq!(preset["enum"], json!(presets), "{}", profile.as_str());
    }
}
