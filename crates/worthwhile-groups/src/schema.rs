//! The JSON Schemas of the documents, draft 2020-12 (feature `schema`): of a map, of levers, and of a summary.
//!
//! They keep to the rules of [`worthwhile::schema`]: what a schema accepts the reader accepts, except for problems
//! with [`Code::is_semantic`](worthwhile::Code::is_semantic), and for two levers of the same name.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde_json::Value;
use worthwhile::Estimate;
use worthwhile::limits::{MAX_ITEMS, MAX_TEXT};
use worthwhile::schema::{taken, written};

use crate::Summary;

/// The schema of a map.
///
/// # Example
/// ```
/// let schema = worthwhile_groups::schema::map_schema();
/// assert_eq!(schema["$id"], "https://worthwhile.dev/schema/1/map.json");
/// assert_eq!(schema["$defs"]["ScaledColumn"]["properties"]["scale"]["minItems"], 2);
/// ```
#[must_use]
pub fn map_schema() -> Value {
    taken::<Map>("map")
}

/// The schema of a document of levers.
///
/// # Example
/// ```
/// let schema = worthwhile_groups::schema::levers_schema();
/// assert_eq!(schema["properties"]["levers"]["maxItems"], 256);
/// ```
#[must_use]
pub fn levers_schema() -> Value {
    taken::<Levers>("levers")
}

/// The schema of a [`Summary`].
///
/// # Example
/// ```
/// let schema = worthwhile_groups::schema::group_schema();
/// assert_eq!(schema["properties"]["segments"]["items"]["$ref"], "#/$defs/SegmentSummary");
/// ```
#[must_use]
pub fn group_schema() -> Value {
    written::<Summary>("group")
}

/// The schema with this name, and the names.
///
/// # Example
/// ```
/// use worthwhile_groups::schema::{NAMES, named};
/// assert!(NAMES.iter().all(|name| named(name).is_some()));
/// assert_eq!(named("mop"), None);
/// ```
#[must_use]
pub fn named(name: &str) -> Option<Value> {
    match name {
        "map" => Some(map_schema()),
        "levers" => Some(levers_schema()),
        "group" => Some(group_schema()),
        _ => None,
    }
}

/// The names of the schemas, which are committed as `schema/NAME.json`.
pub const NAMES: [&str; 3] = ["map", "levers", "group"];

/// How the columns of a table of people feed the inputs of a plan.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it stands for its schema; `Map::read` reads the text")]
struct Map {
    /// The schema this document follows, for editors. It does not affect anything.
    #[schemars(rename = "$schema", length(max = MAX_TEXT))]
    schema: Option<String>,
    /// Version of the format, now 1.
    #[schemars(extend("const" = 1))]
    schema_version: u32,
    /// The column that names a person.
    #[schemars(length(max = MAX_TEXT))]
    id: Option<String>,
    /// Columns that are passed through to the answers.
    #[schemars(length(max = MAX_ITEMS), inner(length(max = MAX_TEXT)), extend("uniqueItems" = true))]
    keep: Option<Vec<String>>,
    /// The column that says how much a person counts in a share: a number, 0 or more.
    #[schemars(length(max = MAX_TEXT))]
    weight: Option<String>,
    /// The column that says who was asked together, such as a team.
    #[schemars(length(max = MAX_TEXT))]
    cluster: Option<String>,
    /// What a missing answer counts as in every column that does not say its own. If absent, unknown.
    missing: Option<Missing>,
    /// What becomes of a column that the map does not name. If absent, ignored.
    others: Option<Others>,
    /// The columns that feed inputs, by name: the name of an input alone where unit and scale are the same. A name
    /// means the column that is called so; if there is none, `user.id` is the member `id` of the column `user`.
    #[schemars(extend("minProperties" = 1))]
    columns: BTreeMap<String, Column>,
}

/// What a missing answer counts as: a null, no number, an empty text, or one of NA, N/A, NaN and null.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "it stands for its schema")]
enum Missing {
    Rule(MissingRule),
    /// A number or an estimate in the unit of the input.
    As(Estimate),
}

/// A rule for missing answers.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
#[expect(dead_code, reason = "it stands for its schema")]
enum MissingRule {
    /// What is known of it without an answer.
    Unknown,
    /// The value or the estimate of the base case.
    Base,
    /// A problem of the person.
    Refused,
}

/// What becomes of columns that the map does not name.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
#[expect(dead_code, reason = "it stands for its schema")]
enum Others {
    /// Nothing.
    Ignored,
    /// Each is a problem.
    Refused,
}

/// A column that feeds an input of a plan.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "it stands for its schema")]
enum Column {
    /// The name of the input: unit and scale are the same.
    Input(#[schemars(length(max = MAX_TEXT))] String),
    Plain(PlainColumn),
    Scaled(ScaledColumn),
    Multiplied(MultipliedColumn),
    Worded(WordedColumn),
}

/// A column with the unit and the scale of its input.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it stands for its schema")]
struct PlainColumn {
    /// The name of the input.
    #[schemars(length(max = MAX_TEXT))]
    input: String,
    /// What a missing answer counts as, if not as the map says for all columns.
    missing: Option<Missing>,
}

/// A column of answers on a scale.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it stands for its schema")]
struct ScaledColumn {
    /// The name of the input.
    #[schemars(length(max = MAX_TEXT))]
    input: String,
    /// Answers go from the first to the second number, which become the smallest and the largest value of the input.
    /// The first may be the larger one: a reversed question.
    #[schemars(length(min = 2, max = 2), extend("uniqueItems" = true))]
    scale: Vec<f64>,
    /// What a missing answer counts as, if not as the map says for all columns.
    missing: Option<Missing>,
}

/// A column in another unit.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it stands for its schema")]
struct MultipliedColumn {
    /// The name of the input.
    #[schemars(length(max = MAX_TEXT))]
    input: String,
    /// What an answer is multiplied by: 7 for hours a day where the input has hours a week. Not 0.
    factor: f64,
    /// What a missing answer counts as, if not as the map says for all columns.
    missing: Option<Missing>,
}

/// A column of words.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it stands for its schema")]
struct WordedColumn {
    /// The name of the input.
    #[schemars(length(max = MAX_TEXT))]
    input: String,
    /// A number or an estimate, in the unit of the input, for every word that is an answer.
    #[schemars(extend("minProperties" = 1))]
    levels: BTreeMap<String, Estimate>,
    /// What a missing answer counts as, if not as the map says for all columns.
    missing: Option<Missing>,
}

/// What could be different for everybody.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it stands for its schema; `Lever::read` reads the text")]
struct Levers {
    /// The schema this document follows, for editors. It does not affect anything.
    #[schemars(rename = "$schema", length(max = MAX_TEXT))]
    schema: Option<String>,
    /// Version of the format, now 1.
    #[schemars(extend("const" = 1))]
    schema_version: u32,
    /// The levers. No two have the same name.
    #[schemars(length(max = MAX_ITEMS))]
    levers: Vec<Lever>,
}

/// Something that could be different for everybody.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it stands for its schema")]
struct Lever {
    /// What it is called.
    #[schemars(length(max = MAX_TEXT))]
    name: String,
    /// What it does, one after the other.
    #[schemars(length(min = 1, max = MAX_ITEMS))]
    changes: Vec<Change>,
}

/// What a lever does to some inputs. A value beyond an end of its input is that end.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "it stands for its schema")]
enum Change {
    Set(SetChange),
    Add(AddChange),
    Times(TimesChange),
}

/// Sets an input of everybody to a number.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it stands for its schema")]
struct SetChange {
    /// The name of an input. A star stands for the name of any item.
    #[schemars(length(max = MAX_TEXT))]
    input: String,
    /// The number, in the unit of the input.
    set: f64,
}

/// Adds a number to an input of everybody.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it stands for its schema")]
struct AddChange {
    /// The name of an input. A star stands for the name of any item.
    #[schemars(length(max = MAX_TEXT))]
    input: String,
    /// The number, in the unit of the input.
    add: f64,
}

/// Multiplies an input of everybody by a number.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it stands for its schema")]
struct TimesChange {
    /// The name of an input. A star stands for the name of any item.
    #[schemars(length(max = MAX_TEXT))]
    input: String,
    /// The factor.
    times: f64,
}
