//! OpenAPI 3.1: the definitions as components, and a small complete document.

use serde_json::{Map, Value, json};

use super::super::problems_schema;
use super::super::rules::{DEFS, for_each};
use super::codegen;
use crate::schema::{assessment_schema, case_schema};

/// A schema and its definitions as components of an OpenAPI document.
pub(super) fn components(root: Value) -> Value {
    json!({"components": {"schemas": hoisted(root)}})
}

/// The operations `assess`, `check` and `expand` as an OpenAPI 3.1 document.
///
/// # Example
/// ```
/// let document = worthwhile::schema::openapi_document();
/// assert_eq!(document["openapi"], "3.1.1");
/// assert!(document["paths"]["/assess"]["post"]["responses"].get("422").is_some());
/// ```
#[must_use]
pub fn openapi_document() -> Value {
    let mut schemas = hoisted(case_schema());
    schemas.append(&mut hoisted(assessment_schema()));
    schemas.append(&mut hoisted(problems_schema()));
    schemas.sort_keys();
    json!({
        "openapi": "3.1.1",
        "info": {
            "title": "worthwhile",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Is this commitment worth my time? A case goes in, an answer comes out.",
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "paths": {
            "/assess": {"post": operation(
                "assess", "The answer to a case.", &[OK_ASSESSMENT, REFUSED],
            )},
            "/check": {"post": operation(
                "check", "Every problem of a case, in document order.", &[OK_PROBLEMS],
            )},
            "/expand": {"post": operation(
                "expand", "The case with presets and defaults written out.", &[OK_CASE, REFUSED],
            )},
        },
        "components": {"schemas": schemas},
    })
}

/// An answer of an operation: its status, what it is, and its component.
type Response = (&'static str, &'static str, &'static str);

const OK_ASSESSMENT: Response = ("200", "The assessment.", "Assessment");
const OK_CASE: Response = ("200", "The expanded case; the same answer comes of it.", "Case");
const OK_PROBLEMS: Response =
    ("200", "Errors refuse the case, warnings do not. Empty where all is well.", "Problems");
const REFUSED: Response = ("422", "The case was refused; every problem is listed.", "Problems");

fn operation(id: &str, summary: &str, responses: &[Response]) -> Value {
    let responses: Map<String, Value> = responses
        .iter()
        .map(|(status, about, name)| {
            ((*status).to_owned(), json!({"description": about, "content": content(name)}))
        })
        .collect();
    json!({
        "operationId": id,
        "summary": summary,
        "requestBody": {"required": true, "content": content("Case")},
        "responses": responses,
    })
}

fn content(name: &str) -> Value {
    json!({"application/json": {"schema": {"$ref": place(name)}}})
}

fn place(name: &str) -> String {
    format!("#/components/schemas/{name}")
}

/// The root, by its title, and its definitions. A component has no dialect and no id of its own.
fn hoisted(root: Value) -> Map<String, Value> {
    let mut root = codegen(root);
    for_each(&mut root, &mut |schema| {
        if let Some(Value::String(target)) = schema.get_mut("$ref") {
            *target = target.replace("#/$defs/", &place(""));
        }
    });
    let Value::Object(mut root) = root else { return Map::new() };
    let defs = root.remove(DEFS);
    root.retain(|key, _| !key.starts_with('$'));
    let mut schemas = match defs {
        Some(Value::Object(defs)) => defs,
        _ => Map::new(),
    };
    if let Some(title) = root.get("title").and_then(Value::as_str).map(str::to_owned) {
        schemas.insert(title, root.into());
    }
    schemas.sort_keys();
    schemas
}
