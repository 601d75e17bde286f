//! The JSON Schemas of the documents, draft 2020-12 (feature `schema`).
//!
//! A schema and the reader agree. The reader accepts whatever a schema accepts, except for problems
//! with [`Code::is_semantic`](crate::Code::is_semantic). A schema accepts whatever the reader accepts,
//! except for a `null`, which the reader takes as an absent field. Tests verify both.
//!
//! The shapes are derived from the types. Bounds, defaults and descriptions of numbers come from the
//! [table of fields](crate::field), forms of names and sizes of lists from the reader. `cargo dev
//! schema` writes the files in `schema/`. Use these functions rather than `schemars::schema_for!`,
//! which gives the shapes without the bounds.
//!
//! # Profiles
//! Tools that know only part of JSON Schema get a [`Profile`]: the same contract in the keywords they
//! know, derived from these schemas. [`tool`] is a definition for a language model, [`form_schema`] has
//! labels for people. [`named`] finds each of them by name.
//!
//! # Example: the contract, a profile of it, and a tool
//! ```
//! use worthwhile::schema::{Host, Profile, case_schema, tool};
//! assert_eq!(case_schema()["properties"]["person"]["$ref"], "#/$defs/Person");
//! assert!(Profile::Codegen.case()["$defs"]["RatingInterval"].is_object());
//! assert_eq!(tool(Host::Mcp)["name"], "assess_commitment");
//! ```
//!
//! # What may change within a version
//! - A case may gain optional fields. Existing documents stay valid and keep their meaning.
//! - An assessment may gain fields and new kinds of reasons, warnings and sources. Readers must skip
//!   unknown fields and accept unknown kinds. A schema lists the kinds of its own release, so validate
//!   with the schema of the release that wrote the answer.
//! - Descriptions may change, and a bound may be widened.
//!
//! Anything else is a new version, with a new number in `schema_version` and in `$id`: removing or
//! renaming a field, changing its type, unit or meaning, or making it required.
//!
//! # Other versions
//! The reader refuses another version with the problem
//! [`unknown_version`](crate::Code::UnknownVersion) at `/schema_version`. For a newer number, the
//! problem says that a newer release of this library is needed. Numbers below 1 were never used; the
//! problem suggests 1. Once there is a version 2, documents of version 1 will still be read.

mod form;
mod numbers;
mod profile;
mod rules;
mod shapes;
mod tool;

pub use form::form_schema;
pub use profile::{Profile, openapi_document};
pub use tool::{Host, tool};

use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::transform::{RecursiveTransform, RestrictFormats};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::assessment::{Assessment, Comparison};
use crate::case::{Case, SCHEMA_VERSION};
use crate::interview::Questions;
use crate::problem::Problem;

/// The schema of a case.
///
/// # Example
/// ```
/// let schema = worthwhile::schema::case_schema();
/// assert_eq!(schema["$id"], "https://worthwhile.dev/schema/1/case.json");
/// let horizon = &schema["$defs"]["Person"]["properties"]["horizon_years"];
/// assert_eq!((&horizon["minimum"], &horizon["maximum"]), (&1.into(), &30.into()));
/// ```
#[must_use]
pub fn case_schema() -> Value {
    let mut root = generate::<Case>(settings().for_deserialize());
    rules::say_sizes(&mut root);
    numbers::fill_in(&mut root);
    finish(root, "case")
}

/// The schema of an assessment.
///
/// # Example
/// ```
/// let schema = worthwhile::schema::assessment_schema();
/// assert_eq!(schema["$id"], "https://worthwhile.dev/schema/1/assessment.json");
/// assert_eq!(schema["$defs"]["LongWeekWarning"]["properties"]["kind"]["const"], "long_week");
/// ```
#[must_use]
pub fn assessment_schema() -> Value {
    written::<Assessment>("assessment")
}

/// The schema of a comparison.
///
/// # Example
/// ```
/// let schema = worthwhile::schema::comparison_schema();
/// assert_eq!(schema["$id"], "https://worthwhile.dev/schema/1/comparison.json");
/// assert_eq!(schema["properties"]["first"]["$ref"], "#/$defs/ComparedAnswer");
/// ```
#[must_use]
pub fn comparison_schema() -> Value {
    written::<Comparison>("comparison")
}

/// The schema of what `ask` takes: a case as far as it is known, and answers.
///
/// # Example
/// ```
/// let schema = worthwhile::schema::interview_schema();
/// assert_eq!(schema["properties"]["answers"]["$ref"], "#/$defs/Answers");
/// ```
#[must_use]
pub fn interview_schema() -> Value {
    taken::<InterviewDocument>("interview")
}

/// The schema of what `ask` returns: the case, and the questions of an interview as data.
///
/// # Example
/// ```
/// let schema = worthwhile::schema::questions_schema();
/// let kinds = &schema["$defs"]["QuestionKind"]["enum"];
/// assert_eq!((&kinds[0], &kinds[1]), (&"choice".into(), &"several".into()));
/// ```
#[must_use]
pub fn questions_schema() -> Value {
    written::<Questions>("questions")
}

/// The schema of a document that another crate reads with this one's [reader](crate::reading), by the same
/// rules: closed objects, and sizes in the descriptions.
///
/// # Example
/// ```
/// #[derive(schemars::JsonSchema)]
/// #[schemars(deny_unknown_fields)]
/// struct Shelf {
///     /// What stands on it.
///     #[schemars(length(max = 256))]
///     books: Vec<String>,
/// }
/// let schema = worthwhile::schema::taken::<Shelf>("shelf");
/// assert_eq!(schema["properties"]["books"]["description"], "What stands on it. 0 to 256 entries.");
/// ```
#[must_use]
pub fn taken<T: JsonSchema>(name: &str) -> Value {
    let mut root = generate::<T>(settings().for_deserialize());
    rules::say_sizes(&mut root);
    finish(root, name)
}

/// The schema of a document that another crate writes, by the same rules: open objects, so that a later
/// release may add to them.
///
/// # Example
/// ```
/// #[derive(schemars::JsonSchema)]
/// struct Count {
///     /// How many books there are.
///     books: u32,
/// }
/// let schema = worthwhile::schema::written::<Count>("count");
/// assert_eq!(schema["$id"], "https://worthwhile.dev/schema/1/count.json");
/// ```
#[must_use]
pub fn written<T: JsonSchema>(name: &str) -> Value {
    let mut root = generate::<T>(settings().for_serialize());
    rules::name_branches(&mut root);
    rules::open(&mut root);
    finish(root, name)
}

/// The names of every schema and of everything derived from one. `worthwhile::schema_text` prints
/// them; those that are not a tool are committed as `schema/NAME.json`.
///
/// # Example
/// ```
/// for name in worthwhile::schema::names() {
///     assert!(worthwhile::schema_text(name)?.starts_with("{\n"), "{name}");
/// }
/// # Ok::<(), worthwhile::Error>(())
/// ```
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|(name, _)| *name)
}

/// The schema with this name, for example `case` or `case.codegen`.
///
/// # Example
/// ```
/// use worthwhile::schema::{Profile, named};
/// assert_eq!(named("case.gemini"), Some(Profile::Gemini.case()));
/// assert_eq!(named("case.gemni"), None);
/// ```
#[must_use]
pub fn named(name: &str) -> Option<Value> {
    TABLE.iter().find(|(known, _)| *known == name).map(|(_, make)| make())
}

/// A name, and what makes the schema.
type Entry = (&'static str, fn() -> Value);

const TABLE: [Entry; 18] = [
    ("case", case_schema),
    ("assessment", assessment_schema),
    ("comparison", comparison_schema),
    ("interview", interview_schema),
    ("questions", questions_schema),
    ("case.codegen", || Profile::Codegen.case()),
    ("assessment.codegen", || Profile::Codegen.assessment().unwrap_or_default()),
    ("case.openapi", || Profile::OpenApi.case()),
    ("assessment.openapi", || Profile::OpenApi.assessment().unwrap_or_default()),
    ("openapi", openapi_document),
    ("case.openai", || Profile::OpenAi.case()),
    ("case.anthropic", || Profile::Anthropic.case()),
    ("case.gemini", || Profile::Gemini.case()),
    ("case.ui", form_schema),
    ("tool.openai", || tool(Host::OpenAi)),
    ("tool.anthropic", || tool(Host::Anthropic)),
    ("tool.gemini", || tool(Host::Gemini)),
    ("tool.mcp", || tool(Host::Mcp)),
];

/// The schema of `{"problems": [...]}`, which a refusal answers with.
fn problems_schema() -> Value {
    written::<Problems>("problems")
}

/// An interview: a case as far as it is known, and answers to the questions of `ask`.
#[derive(JsonSchema)]
#[schemars(rename = "Interview", deny_unknown_fields)]
#[expect(dead_code, reason = "it stands for its schema; `Interview::read` reads the text")]
struct InterviewDocument {
    /// Version of the document, now 1.
    #[schemars(with = "crate::case::shapes::Version")]
    schema_version: u32,
    /// The case that it starts from or goes on with. It may lack what has not been asked yet. Its schema
    /// is `case`.
    #[schemars(with = "Option<crate::case::shapes::AnyObject>")]
    case: Option<Value>,
    /// Answers by the id of the question. They take the place of those in the case.
    #[schemars(with = "Option<crate::case::shapes::Answers>")]
    answers: Option<Value>,
}

/// The problems of a document. A refused document has at least one error.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "it stands for its schema; `problems_document` writes the text")]
struct Problems {
    /// The problems, in document order. At most 100.
    problems: Vec<Problem>,
}

fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12()
        .with_transform(RestrictFormats::default())
        .with_transform(RecursiveTransform(rules::forbid_null as fn(&mut Schema)))
        .with_transform(RecursiveTransform(rules::plain_enum as fn(&mut Schema)))
        .with_transform(RecursiveTransform(rules::plain_description as fn(&mut Schema)))
}

fn generate<T: JsonSchema>(settings: SchemaSettings) -> Value {
    SchemaGenerator::new(settings).into_root_schema_for::<T>().to_value()
}

fn finish(mut root: Value, name: &str) -> Value {
    numbers::bound_the_rest(&mut root);
    rules::drop_unused(&mut root);
    rules::add_titles(&mut root);
    if let Some(object) = root.as_object_mut() {
        let id = format!("https://worthwhile.dev/schema/{SCHEMA_VERSION}/{name}.json");
        object.insert("$id".to_owned(), id.into());
    }
    root.sort_all_objects();
    root
}
