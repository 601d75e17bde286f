//! Schemas that hold language models to a form. Each provider knows its own part of JSON Schema;
//! what it does not know is left to the descriptions and to the reader.

use schemars::Schema;
use serde_json::{Map, Value, json};

use super::super::rules::{DEFS, drop_unused, for_each};
use super::{bare_reference, brief};
use crate::schema::case_schema;

/// Keywords that every provider knows.
const COMMON: [&str; 8] =
    ["type", "description", "enum", "anyOf", "properties", "required", "items", "minItems"];

/// Keywords that OpenAI's strict mode knows.
const OPENAI: [&str; 10] = [
    "$ref",
    DEFS,
    "const",
    "additionalProperties",
    "maxItems",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "pattern",
];

/// Keywords that Anthropic's strict mode knows: no bounds, and of lists only the first entry.
const ANTHROPIC: [&str; 5] = ["$ref", DEFS, "const", "additionalProperties", "pattern"];

/// Keywords of Gemini's schemas, a part of OpenAPI 3.0.
const GEMINI: [&str; 6] = ["maxItems", "minLength", "maxLength", "pattern", "minimum", "maximum"];

/// Every field is required and the objects are closed; null stands for what is left out.
pub(super) fn openai() -> Value {
    strict(for_models(case_schema()))
}

/// The short case in the same form.
pub(in super::super) fn openai_brief() -> Value {
    strict(for_models(brief::case()))
}

fn strict(mut root: Value) -> Value {
    keep(&mut root, &OPENAI);
    for_each(&mut root, &mut require_all);
    for_each(&mut root, &mut bare_reference);
    sorted(root)
}

/// The short case, with what is optional left out where it is not known.
pub(super) fn anthropic() -> Value {
    let mut root = for_models(brief::case());
    keep(&mut root, &ANTHROPIC);
    for_each(&mut root, &mut |schema| {
        let pattern = schema.get("pattern").and_then(Value::as_str);
        // Repetitions in a range are beyond what their expressions can do.
        if pattern.is_some_and(|pattern| pattern.contains(',')) {
            schema.remove("pattern");
        }
        // A list needs no entry or one; more than one is left to the reader.
        if schema.get("minItems").and_then(Value::as_u64).is_some_and(|least| least > 1) {
            schema.remove("minItems");
        }
        bare_reference(schema);
    });
    sorted(root)
}

/// The short case as one tree, with constants as words to choose from.
pub(super) fn gemini() -> Value {
    let mut root = for_models(brief::case());
    let defs = root.as_object_mut().and_then(|root| root.remove(DEFS)).unwrap_or_default();
    for_each(&mut root, &mut |schema| write_out(schema, &defs));
    for_each(&mut root, &mut without_constants);
    keep(&mut root, &GEMINI);
    sorted(root)
}

/// The short case with every bound, for hosts that know all of JSON Schema.
pub(in super::super) fn short() -> Value {
    sorted(for_models(brief::case()))
}

/// What every model is better off without: titles, sources of defaults, the editor's `$schema`, the
/// answers and stand-ins of an interview, and names of one's own. Names that the catalogue has become words to choose from.
fn for_models(mut root: Value) -> Value {
    if let Some(object) = root.as_object_mut() {
        object.retain(|key, _| key == DEFS || !key.starts_with('$'));
    }
    if let Some(Value::Object(properties)) = root.get_mut("properties") {
        properties.remove("$schema");
        properties.remove("answers");
        properties.remove("stand_ins");
    }
    for_each(&mut root, &mut |schema| {
        let Some(object) = schema.as_object_mut() else { return };
        if let Some(names) = object.remove("examples") {
            object.insert("enum".to_owned(), names);
            object.retain(|key, _| !["pattern", "minLength", "maxLength"].contains(&key.as_str()));
        }
        if object.contains_key("additionalProperties") {
            object.insert("additionalProperties".to_owned(), false.into());
        }
        object.retain(|key, _| {
            !["title", "default", "propertyNames", "maxProperties"].contains(&key.as_str())
        });
        if let Some(Value::String(text)) = object.get_mut("description") {
            *text = without_source(text);
        }
    });
    drop_unused(&mut root);
    root
}

/// `0 to 10. Default: 5. Source: a judgement.` without its last sentence.
fn without_source(text: &str) -> String {
    text.split(" Source: ").next().unwrap_or_default().to_owned()
}

/// Keeps the keywords that a provider knows.
fn keep(root: &mut Value, known: &[&str]) {
    for_each(root, &mut |schema| {
        if let Some(object) = schema.as_object_mut() {
            object.retain(|key, _| COMMON.contains(&key.as_str()) || known.contains(&key.as_str()));
        }
    });
}

/// Requires every property of an object, and lets those be null that were optional.
fn require_all(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    let required = object.remove("required").unwrap_or_default();
    let is_required = |name: &str| {
        let names = required.as_array();
        names.is_some_and(|names| names.iter().any(|required| required == name))
    };
    let Some(Value::Object(properties)) = object.get_mut("properties") else { return };
    for (name, property) in properties.iter_mut() {
        if !is_required(name) {
            *property = or_null(property.take());
        }
    }
    let names: Vec<Value> = properties.keys().map(|name| name.as_str().into()).collect();
    object.insert("required".to_owned(), names.into());
    object.insert("additionalProperties".to_owned(), false.into());
}

/// The same or null. An enum with null among its words is refused by some, a branch is not.
fn or_null(property: Value) -> Value {
    let Value::Object(mut property) = property else { return property };
    let description = property.remove("description");
    let mut branches = match property.remove("anyOf") {
        Some(Value::Array(branches)) => branches,
        _ => vec![property.into()],
    };
    branches.push(json!({"type": "null"}));
    let mut union = Map::new();
    union.insert("anyOf".to_owned(), branches.into());
    union.extend(description.map(|text| ("description".to_owned(), text)));
    union.into()
}

/// Puts a definition in the place of a reference. What stands beside the reference goes first.
fn write_out(schema: &mut Schema, defs: &Value) {
    let Some(object) = schema.as_object_mut() else { return };
    let Some(Value::String(target)) = object.remove("$ref") else { return };
    let name = target.rsplit('/').next().unwrap_or_default();
    if let Some(Value::Object(definition)) = defs.get(name) {
        for (key, value) in definition {
            object.entry(key.as_str()).or_insert_with(|| value.clone());
        }
    }
}

/// A constant word is an enum of one, a constant number has equal bounds; a bound that may not be
/// reached is written as one that may.
fn without_constants(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    match object.remove("const") {
        Some(word @ Value::String(_)) => {
            object.insert("enum".to_owned(), vec![word].into());
        }
        Some(number) => {
            object.insert("minimum".to_owned(), number.clone());
            object.insert("maximum".to_owned(), number);
        }
        None => {}
    }
    for (strict, plain) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        if let Some(bound) = object.remove(strict) {
            object.insert(plain.to_owned(), bound);
        }
    }
}

fn sorted(mut root: Value) -> Value {
    root.sort_all_objects();
    root
}
