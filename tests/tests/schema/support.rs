//! The committed schemas with their validators, and what the reader says.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jsonschema::{ValidationError, Validator};
use serde_json::{Value, json};
use worthwhile::Code;
use worthwhile::schema::Profile;

/// A committed schema.
pub(crate) struct Committed {
    pub(crate) schema: Value,
    validator: Validator,
}

pub(crate) static CASE: LazyLock<Committed> = LazyLock::new(|| Committed::read("case"));
pub(crate) static ASSESSMENT: LazyLock<Committed> = LazyLock::new(|| Committed::read("assessment"));

impl Committed {
    fn read(name: &str) -> Self {
        Self::at(&path(name))
    }

    pub(crate) fn at(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).expect("the schema is committed");
        Self::of(serde_json::from_str(&text).expect("the schema is JSON"))
    }

    /// The committed profile of a case. Components stand under a root that leads to them.
    pub(crate) fn profile(profile: Profile) -> Self {
        let Self { mut schema, .. } = Self::read(&format!("case.{}", profile.as_str()));
        if profile == Profile::OpenApi {
            schema["$ref"] = "#/components/schemas/Case".into();
        }
        Self::of(schema)
    }

    pub(crate) fn of(schema: Value) -> Self {
        let validator = jsonschema::draft202012::new(&schema).expect("the schema is valid");
        Self { schema, validator }
    }

    pub(crate) fn errors<'d>(&'d self, document: &'d Value) -> Vec<ValidationError<'d>> {
        self.validator.iter_errors(document).collect()
    }

    pub(crate) fn accepts(&self, document: &Value) -> bool {
        self.validator.is_valid(document)
    }

    /// Nothing, or every objection with its place.
    pub(crate) fn check(&self, document: &Value) -> Result<(), String> {
        let objections = self.errors(document).into_iter();
        let objections: Vec<_> =
            objections.map(|error| format!("{}: {error}", error.instance_path())).collect();
        if objections.is_empty() { Ok(()) } else { Err(objections.join("\n")) }
    }
}

/// Where a schema is committed.
pub(crate) fn path(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/worthwhile/schema");
    folder.join(format!("{name}.json"))
}

/// The codes for which the reader refuses a document; none where it accepts it.
pub(crate) fn refusals(document: &str) -> BTreeSet<Code> {
    let problems = worthwhile::check(document);
    problems.iter().filter(|problem| problem.is_error()).map(|problem| problem.code).collect()
}

pub(crate) fn example() -> Value {
    serde_json::from_str(include_str!("../../../crates/worthwhile/examples/mvp.json")).unwrap()
}

/// The example with every field that it does without.
pub(crate) fn full() -> Value {
    let mut case = example();
    case["person"]["time"]["limit_hours_per_week"] = json!({"low": 8, "high": 14});
    let protections = case["person"]["protections"].as_object_mut().unwrap();
    protections.remove("personal_time");
    protections.insert("break_even_hours_per_week".to_owned(), json!({"low": 10, "high": 16}));
    for (key, value) in [
        ("anyway", json!(0.4)),
        ("levels", json!([0.25, 0.5, 1])),
        ("lasts_years", json!({"min": 2, "mode": 4, "max": 8})),
        (
            "award",
            json!({"name": "a title", "held": false, "give_up_after_years": 2, "after_giving_up": "stop"}),
        ),
        (
            "drawbacks",
            json!([{"id": "reporting", "bother": 2}, {"kind": "dread", "bother": 1,
            "chance": 0.5, "during": "award", "delay_years": 1, "lasts_years": 2, "note": "New."}]),
        ),
    ] {
        case["pursuits"][0][key] = value;
    }
    let organizing = &mut case["pursuits"][2]["activities"][0];
    organizing["usual_per_year"] = 12.into();
    organizing["delay_years"] = 0.5.into();
    organizing["lasts_years"] = 3.into();
    case["pursuits"][2]["benefits"][0]["lasts_years"] = 30.into();
    case["either_or"] = json!([["az-305", "meetup"], ["mvp", "rest"]]);
    case["assumptions"]["returns_to_effort"] = json!({"low": 0.5, "high": 0.9});
    case["assumptions"]["rest_offsets_overwork"] = 0.5.into();
    case["assumptions"]["drawback_points"] = 15.into();
    case
}

/// The same case with presets and defaults written out.
pub(crate) fn expanded(case: &Value) -> Value {
    serde_json::from_str(&worthwhile::expand(&case.to_string()).unwrap()).unwrap()
}
