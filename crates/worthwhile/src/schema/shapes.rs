//! Shapes that no derive gives: names, free text, maps by motive, category and condition.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::numbers;
use crate::case::shapes::{
    Answers, AnyObject, Autonomy, Category, Choice, Condition, Conditions, Currency, InputName,
    Motivations, PresetName, Serves, Share, Slug, Snake, Text, Version,
};
use crate::case::{Motive, SCHEMA_VERSION};
use crate::catalogue::Catalogue;
use crate::estimate::Estimate;
use crate::limits::{MAX_ITEMS, MAX_NAME, MAX_QUESTION, MAX_TEXT};
use crate::problem::Code;
use crate::read::{CURRENCY, INPUT, NameForm, QUESTION, SLUG, SNAKE};

/// How far a category serves each motive.
struct ServesRow;

fn name(form: &NameForm) -> Schema {
    json_schema!({
        "type": "string", "pattern": form.pattern, "minLength": 1, "maxLength": MAX_NAME,
    })
}

fn name_like(form: &NameForm, examples: Vec<&str>) -> Schema {
    let mut schema = name(form);
    schema.insert("examples".to_owned(), examples.into());
    schema
}

/// Gives a type its schema, written out where it is used.
macro_rules! inline {
    ($type:ty, $schema:expr) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

inline!(
    Share,
    json_schema!({"type": "number", "minimum": 0, "maximum": 1, "description": "A share, 0 to 1."})
);
inline!(Slug, name(&SLUG));
inline!(Snake, name(&SNAKE));
inline!(
    PresetName,
    name_like(&SLUG, Catalogue::builtin().presets.keys().map(String::as_str).collect())
);
inline!(
    Category,
    name_like(&SNAKE, Catalogue::builtin().categories.keys().map(String::as_str).collect())
);
inline!(
    InputName,
    json_schema!({"type": "string", "pattern": INPUT.pattern, "maxLength": MAX_QUESTION})
);
inline!(Currency, json_schema!({"type": "string", "pattern": CURRENCY.pattern}));
inline!(Text, json_schema!({"type": "string", "maxLength": MAX_TEXT}));
inline!(Condition, {
    name_like(&SNAKE, Catalogue::builtin().conditions.keys().map(String::as_str).collect())
});
inline!(
    Choice,
    json_schema!({
        "type": "array", "items": name(&SLUG), "minItems": 2, "maxItems": MAX_ITEMS,
        "uniqueItems": true, "description": "Ids of two or more pursuits.",
    })
);
inline!(Code, json_schema!({"type": "string", "examples": [Code::MissingField, Code::OutOfRange]}));
inline!(AnyObject, json_schema!({"type": "object"}));
inline!(Version, json_schema!({"type": "integer", "const": SCHEMA_VERSION}));

/// Gives a type its schema, as a definition of its own.
macro_rules! named {
    ($type:ty, $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let schema: fn(&mut SchemaGenerator) -> Schema = $schema;
                schema(generator)
            }
        }
    };
}

named!(Motivations, |generator| {
    let mut schema = by_motive(generator, &Motive::ALL);
    schema.insert("minProperties".to_owned(), 1.into());
    describe(schema, "How much it matters to have each motive fully served, 0 to 10 each.")
});
named!(Autonomy, |generator| {
    let schema = by_motive(generator, &Motive::ALL);
    describe(schema, "How far each motive comes from within, 0 to 1 each.")
});
named!(ServesRow, |generator| {
    let schema = by_motive(generator, &Motive::SERVED);
    describe(schema, "How far a category serves each motive, 0 to 1 each.")
});
named!(Serves, |generator| {
    let categories = &Catalogue::builtin().categories;
    let known = categories.iter().map(|(id, category)| (id.as_str(), category.about.as_str()));
    let schema = open_map::<ServesRow>(generator, known);
    describe(schema, "Rows by category: built-in names and custom ones.")
});
named!(Answers, |_| {
    json_schema!({
        "type": "object",
        "properties": {},
        "additionalProperties": {
            "type": "string", "maxLength": MAX_TEXT, "description": "An answer, as a person would type it.",
        },
        "propertyNames": {
            "type": "string", "pattern": QUESTION.pattern, "minLength": 1, "maxLength": MAX_QUESTION,
        },
        "maxProperties": MAX_ITEMS,
        "description": "Answers to the questions of an interview, by the id of the question.",
    })
});
named!(Conditions, |generator| {
    let conditions = &Catalogue::builtin().conditions;
    let known = conditions.iter().map(|(id, condition)| (id.as_str(), condition.about.as_str()));
    let schema = open_map::<Estimate>(generator, known);
    describe(schema, "Values by condition: built-in names and custom ones.")
});

fn describe(mut schema: Schema, description: &str) -> Schema {
    schema.insert("description".to_owned(), description.into());
    schema
}

/// A closed object with an estimate for some of the motives.
fn by_motive(generator: &mut SchemaGenerator, motives: &[Motive]) -> Schema {
    let documented = Motive::json_schema(generator);
    let meanings = documented.get("oneOf").and_then(Value::as_array);
    let meaning = |motive: Motive| {
        let mut branches = meanings.into_iter().flatten();
        let branch = branches.find(|branch| branch["const"] == motive.as_str());
        branch.and_then(|branch| branch.get("description")).cloned().unwrap_or_default()
    };
    let figures = motives.iter().map(|motive| {
        let mut figure = generator.subschema_for::<Estimate>();
        figure.insert("description".to_owned(), meaning(*motive));
        (motive.as_str().to_owned(), figure.to_value())
    });
    let properties: Map<String, Value> = figures.collect();
    json_schema!({"type": "object", "properties": properties, "additionalProperties": false})
}

/// A map that lists the known names and takes further ones.
fn open_map<'n, T: JsonSchema>(
    generator: &mut SchemaGenerator,
    known: impl Iterator<Item = (&'n str, &'n str)>,
) -> Schema {
    let entry = |generator: &mut SchemaGenerator, about: &str| {
        let mut schema = generator.subschema_for::<T>();
        schema.insert("description".to_owned(), about.into());
        schema.to_value()
    };
    let properties: Map<String, Value> =
        known.map(|(id, about)| (id.to_owned(), entry(generator, about))).collect();
    json_schema!({
        "type": "object",
        "properties": properties,
        "additionalProperties": entry(generator, "A custom name."),
        "propertyNames": name(&SNAKE),
        "maxProperties": MAX_ITEMS,
    })
}

impl JsonSchema for Estimate {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Estimate".into()
    }

    /// Any estimate. In a case every field narrows it to its own bounds.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let branches = numbers::branches("", &numbers::FINITE, generator.definitions_mut());
        json_schema!({"anyOf": branches})
    }
}
