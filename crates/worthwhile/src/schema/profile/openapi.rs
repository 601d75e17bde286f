//! OpenAPI 3.1: the definitions as components, and a small complete document.

use serde_json::{Map, Value, json};

use super::super::problems_schema;
use super::super::rules::{DEFS, for_each};
use super::codegen;
use crate::error::ErrorKind;
use crate::operation::{Answers, Argument, Operation};
use crate::schema::{assessment_schema, case_schema, interview_schema, questions_schema};

/// A schema and its definitions as components of an OpenAPI document.
pub(super) fn components(root: Value) -> Value {
    json!({"components": {"schemas": hoisted(root)}})
}

/// The operations that take one document and answer with one that has a schema, as an OpenAPI 3.1
/// document: `assess`, `ask`, `check` and `expand`.
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
    schemas.append(&mut hoisted(interview_schema()));
    schemas.append(&mut hoisted(questions_schema()));
    schemas.append(&mut hoisted(problems_schema()));
    schemas.sort_keys();
    let paths = Operation::ALL.iter().filter_map(|operation| {
        Some((format!("/{operation}"), json!({"post": described(*operation)?})))
    });
    json!({
        "openapi": "3.1.1",
        "info": {
            "title": "worthwhile",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Is this commitment worth my time? A case goes in, an answer comes out.",
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "paths": paths.collect::<Map<String, Value>>(),
        "components": {"schemas": schemas},
    })
}

/// An answer of an operation: its status, what it is, and its component.
type Response = (&'static str, &'static str, &'static str);

const REFUSED: Response = ("422", "The case was refused; every problem is listed.", "Problems");

/// The operation, where a document is all it takes and its answer has a schema.
fn described(operation: Operation) -> Option<Value> {
    let Answers::Document { schema, about } = operation.answers() else { return None };
    let is_refused = operation.errors().contains(&ErrorKind::Invalid);
    let refused = is_refused.then_some(REFUSED);
    let responses = [("200", about, schema)].into_iter().chain(refused);
    let responses = responses.map(|(status, about, name)| {
        (status.to_owned(), json!({"description": about, "content": content(name)}))
    });
    let taken = match operation.takes() {
        [Argument::Case] => "Case",
        [Argument::Interview] => "Interview",
        _ => return None,
    };
    Some(json!({
        "operationId": operation.as_str(),
        "summary": operation.meaning(),
        "requestBody": {"required": true, "content": content(taken)},
        "responses": responses.collect::<Map<String, Value>>(),
    }))
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
