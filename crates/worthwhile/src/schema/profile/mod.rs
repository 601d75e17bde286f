//! Profiles: the contracts for tools that know only part of JSON Schema.
//!
//! Each is derived from the canonical schemas, so a new field of a case or an answer appears in all of
//! them at once. Only the short case of [`brief`] is a selection, and names its fields.

mod brief;
mod model;
mod openapi;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use schemars::Schema;
use serde_json::Value;

pub(super) use model::{openai_brief, short};
pub use openapi::openapi_document;

use super::rules::{DEFS, for_each};
use super::{assessment_schema, case_schema};

/// A kind of tool that needs its own version of the contracts.
///
/// | profile | for | differs by |
/// |---|---|---|
/// | `codegen` | code generators | no keyword next to a `$ref`, no `default` |
/// | `openapi` | OpenAPI 3.1 | the same, as components |
/// | `openai` | strict functions of OpenAI | every field is required; null means absent |
/// | `anthropic` | strict tools of Anthropic | a short case, without bounds |
/// | `gemini` | functions of Gemini | the short case, without references |
///
/// A document that a profile accepts is a case, except for what the profile cannot express: the
/// reader then reports it. A null is read as an absent field.
///
/// # Example
/// ```
/// use worthwhile::schema::Profile;
/// let strict = Profile::OpenAi.case();
/// assert_eq!(strict["additionalProperties"], false);
/// let case = r#"{"schema_version": 1, "name": null, "pursuits": [{"preset": "rest"}],
///     "person": {"motivations": {"belonging": 5, "income": null}, "money": null,
///         "time": {"free_hours_per_week": 12, "work_hours_per_week": null}}}"#;
/// assert!(worthwhile::check(case).is_empty());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Code generators: no keyword next to a `$ref`.
    Codegen,
    /// OpenAPI 3.1: the definitions are components.
    OpenApi,
    /// Strict functions and structured outputs of OpenAI.
    OpenAi,
    /// Strict tools of Anthropic: a short case, within their limits.
    Anthropic,
    /// Function declarations of Gemini: the short case, written out.
    Gemini,
}

impl Profile {
    /// Every profile.
    pub const ALL: [Self; 5] =
        [Self::Codegen, Self::OpenApi, Self::OpenAi, Self::Anthropic, Self::Gemini];

    /// Its name in file names and on the command line, for example `openai`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Codegen => "codegen",
            Self::OpenApi => "openapi",
            Self::OpenAi => "openai",
            Self::Anthropic => "anthropic",
            Self::Gemini => "gemini",
        }
    }

    /// The schema of a case.
    #[must_use]
    pub fn case(self) -> Value {
        match self {
            Self::Codegen => codegen(case_schema()),
            Self::OpenApi => openapi::components(case_schema()),
            Self::OpenAi => model::openai(),
            Self::Anthropic => model::anthropic(),
            Self::Gemini => model::gemini(),
        }
    }

    /// The schema of an assessment. There is none for language models: they read answers rather than
    /// write them.
    #[must_use]
    pub fn assessment(self) -> Option<Value> {
        match self {
            Self::Codegen => Some(codegen(assessment_schema())),
            Self::OpenApi => Some(openapi::components(assessment_schema())),
            Self::OpenAi | Self::Anthropic | Self::Gemini => None,
        }
    }
}

/// Many generators ignore a keyword next to a `$ref`, or make a second type of it. Some write a
/// default into every document, where it would count as given; descriptions keep it.
fn codegen(mut root: Value) -> Value {
    if let Some(Value::String(id)) = root.get_mut("$id") {
        *id = id.replace(".json", ".codegen.json");
    }
    for_each(&mut root, &mut |schema| {
        schema.remove("default");
        bare_reference(schema);
    });
    for_each(&mut root, &mut plain_map);
    fullest_first(&mut root);
    title_words(&mut root);
    root
}

/// Titles the words to choose from by their name. quicktype makes one up of the file's otherwise.
fn title_words(root: &mut Value) {
    let defs = root.get_mut(DEFS).and_then(Value::as_object_mut);
    for (name, schema) in defs.into_iter().flatten() {
        if let Some(object) = schema.as_object_mut().filter(|object| object.contains_key("enum")) {
            object.insert("title".to_owned(), name.as_str().into());
        }
    }
}

/// Puts the branches of a union in order, those that require most first. Readers that take the
/// first branch that fits, and do not look at constants, then drop nothing.
fn fullest_first(root: &mut Value) {
    let sizes = root.get(DEFS).and_then(Value::as_object).into_iter().flatten();
    let sizes = sizes.map(|(name, schema)| {
        let required = schema.get("required").and_then(Value::as_array);
        (format!("#/{DEFS}/{name}"), required.map_or(0, Vec::len))
    });
    let sizes: BTreeMap<String, usize> = sizes.collect();
    for_each(root, &mut |schema| {
        let Some(Value::Array(branches)) = schema.get_mut("anyOf") else { return };
        branches.sort_by_key(|branch| {
            let target = branch.get("$ref").and_then(Value::as_str);
            Reverse(target.and_then(|target| sizes.get(target)).copied().unwrap_or(usize::MAX))
        });
    });
}

/// Makes an object that lists names, and takes further ones for the same, a map. Most languages
/// have no type for both. It takes the same documents as before.
fn plain_map(schema: &mut Schema) {
    let undescribed = |schema: &Value| {
        let mut schema = schema.clone();
        schema.as_object_mut().map(|object| object.remove("description"));
        schema
    };
    let Some(object) = schema.as_object_mut() else { return };
    let Some(entry) = object.get("additionalProperties").map(undescribed) else { return };
    let Some(properties) = object.get("properties").and_then(Value::as_object) else { return };
    if properties.values().all(|property| undescribed(property) == entry) {
        let names: Vec<&str> = properties.keys().map(String::as_str).collect();
        let names = format!(" Built in: {}.", names.join(", "));
        object.remove("properties");
        if let Some(Value::String(description)) = object.get_mut("description") {
            description.push_str(&names);
        }
    }
}

/// Removes what is next to a `$ref`. What it refers to has its own description.
fn bare_reference(schema: &mut Schema) {
    if let Some(object) = schema.as_object_mut()
        && object.contains_key("$ref")
    {
        object.retain(|key, _| key == "$ref");
    }
}
