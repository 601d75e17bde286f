//! The short case: the fields that a conversation yields.
//!
//! Strict tools of Anthropic take at most 24 optional and 16 union parameters, and a whole case
//! written out for Gemini takes half a megabyte. So this is a selection of fields. All others keep
//! their defaults; the other profiles have them.

use serde_json::{Map, Value};

use super::super::rules::DEFS;
use crate::catalogue::Catalogue;
use crate::schema::case_schema;

/// How a field of the whole case is taken over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// The model has to give it, even where a case may leave it out.
    Always,
    /// It may be left out. An estimate is one number.
    Known,
    /// It may be left out, and may be one number or a 90% interval.
    Guessed,
    /// The model has to give it, as one number or a 90% interval.
    AlwaysGuessed,
}

use Kept::{Always, AlwaysGuessed, Guessed, Known};

/// The fields kept. A star stands for every item of a list, or every property that is listed.
const KEPT: [(&str, Kept); 50] = [
    ("/schema_version", Always),
    ("/person", Always),
    ("/person/motivations", Always),
    ("/person/motivations/*", Always),
    ("/person/time", Always),
    ("/person/time/free_hours_per_week", AlwaysGuessed),
    ("/person/time/work_hours_per_week", Known),
    ("/person/protections", Known),
    ("/person/protections/break_even_hours_per_week", Guessed),
    ("/person/protections/wellbeing", Always),
    ("/person/protections/savings", Always),
    ("/person/money", Known),
    ("/person/money/meaningful_yearly_amount", Always),
    ("/person/burnout_risk", Known),
    ("/person/conditions", Known),
    ("/person/conditions/*", Guessed),
    ("/person/horizon_years", Known),
    ("/pursuits", Always),
    ("/pursuits/*", Always),
    ("/pursuits/*/id", Always),
    ("/pursuits/*/preset", Known),
    ("/pursuits/*/name", Known),
    ("/pursuits/*/levels", Known),
    ("/pursuits/*/levels/*", Always),
    ("/pursuits/*/anyway", Known),
    ("/pursuits/*/award", Known),
    ("/pursuits/*/award/held", Always),
    ("/pursuits/*/activities", Known),
    ("/pursuits/*/activities/*", Always),
    ("/pursuits/*/activities/*/kind", Always),
    ("/pursuits/*/activities/*/hours", AlwaysGuessed),
    ("/pursuits/*/activities/*/per_year", AlwaysGuessed),
    ("/pursuits/*/activities/*/enjoyability", Known),
    ("/pursuits/*/benefits", Known),
    ("/pursuits/*/benefits/*", Always),
    ("/pursuits/*/benefits/*/category", Always),
    ("/pursuits/*/benefits/*/strength", AlwaysGuessed),
    ("/pursuits/*/benefits/*/chance", Guessed),
    ("/pursuits/*/benefits/*/money_per_year", Guessed),
    ("/pursuits/*/costs", Known),
    ("/pursuits/*/costs/*", Always),
    ("/pursuits/*/costs/*/id", Always),
    ("/pursuits/*/costs/*/money_per_year", AlwaysGuessed),
    ("/pursuits/*/drawbacks", Known),
    ("/pursuits/*/drawbacks/*", Always),
    ("/pursuits/*/drawbacks/*/kind", Always),
    ("/pursuits/*/drawbacks/*/bother", Always),
    ("/pursuits/*/drawbacks/*/during", Always),
    ("/either_or", Known),
    ("/either_or/*", Always),
];

/// What a model reads about a field instead of the description in the whole case, which speaks of
/// fields that the short case does not have.
const DESCRIBED: [(&str, &str); 15] = [
    (
        "/person/protections/break_even_hours_per_week",
        "Hours a week of plain work, neither loved nor hated, at which even a pursuit that served everything that drives the person would no longer be worth it. 1 to 168.",
    ),
    ("/person/money", "If left out, money does not count."),
    (
        "/person/money/meaningful_yearly_amount",
        "The extra money a year, in US dollars, that would fully satisfy the wish for income. More than that adds nothing. Convert other currencies. Greater than 0.",
    ),
    (
        "/person/burnout_risk",
        "Today's chance of burnout, before any pursuit. Greater than 0 and less than 1. If left out: 0.25, and higher if the job takes more than 40 hours a week.",
    ),
    (
        "/pursuits/*",
        "Something to spend free hours on. With a `preset`, it starts as a copy of that catalogue entry, and items given here are added to it, or override the item of the same name.",
    ),
    (
        "/pursuits/*/anyway",
        "Ask this before anything else about the pursuit: the share of this work that the person would do anyway, award or not. 0: none of it, 1: all of it. Default: 0.",
    ),
    (
        "/pursuits/*/activities/*/per_year",
        "How many times a year this person would do it. 0 to 10000.",
    ),
    (
        "/pursuits/*/benefits/*/money_per_year",
        "Money the benefit brings in a year, in US dollars, if it comes. Below zero: it costs money.",
    ),
    (
        "/pursuits/*/costs/*/money_per_year",
        "Money it costs a year, in US dollars. 0 to 1000000000.",
    ),
    ("/pursuits/*/benefits/*/category", "The type of benefit: the closest one."),
    (
        "/pursuits/*/costs/*/id",
        "What the money is for, such as travel-cost. Form: lowercase letters, digits and hyphens.",
    ),
    (
        "/pursuits/*/drawbacks/*/during",
        "always: the work itself is what bothers, the only choice without an award. award: both going for the award and holding it. pursuing: going for it only. holding: holding it only.",
    ),
    ("/pursuits/*/award", "Only with a preset that has an award: {presets}."),
    (
        "/pursuits/*/drawbacks/*/kind",
        "What bothers: a snake_case word. Kinds that presets have, to ask for: {kinds}.",
    ),
    ("/either_or", "Lists of pursuits, by id. At most one of each list can be chosen."),
];

/// The schema of a short case. Its intervals are definitions, everything else stands in its place.
pub(super) fn case() -> Value {
    let mut root = case_schema();
    let defs = root.as_object_mut().and_then(|root| root.remove(DEFS)).unwrap_or_default();
    let mut short = cut(&root, &defs, "");
    if let Some(object) = short.as_object_mut() {
        object.insert(DEFS.to_owned(), defs);
    }
    short
}

/// What is kept of a schema that stands at a path.
fn cut(schema: &Value, defs: &Value, path: &str) -> Value {
    let mut schema = followed(schema, defs);
    if let Some(items) = schema.get_mut("items") {
        let at = format!("{path}/*");
        let mut inner = cut(items, defs, &at);
        describe(&mut inner, &at);
        *items = inner;
    }
    let required = schema.remove("required").unwrap_or_default();
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        let (kept, required) = choose(properties, &required, defs, path);
        *properties = kept;
        if !required.is_empty() {
            schema.insert("required".to_owned(), required.into());
        }
        schema.insert("additionalProperties".to_owned(), false.into());
    }
    schema.into()
}

/// Puts the description for a model in the place of the contract's, if there is one.
fn describe(schema: &mut Value, path: &str) {
    let found = DESCRIBED.iter().find(|(known, _)| *known == path);
    if let (Some((_, text)), Some(object)) = (found, schema.as_object_mut()) {
        let catalogue = Catalogue::builtin();
        let with_award = catalogue.presets.iter().filter(|(_, it)| it.pursuit.award.is_some());
        let with_award: Vec<&str> = with_award.map(|(id, _)| id.as_str()).collect();
        let text = text.replace("{presets}", &with_award.join(", "));
        let text = text.replace("{kinds}", &catalogue.drawback_kinds().join(", "));
        object.insert("description".to_owned(), text.into());
    }
}

/// The properties kept of an object, and which of them have to be there.
fn choose(
    properties: &Map<String, Value>,
    required: &Value,
    defs: &Value,
    path: &str,
) -> (Map<String, Value>, Vec<Value>) {
    let (mut kept, mut all_required) = (Map::new(), Vec::new());
    for (name, property) in properties {
        let (own, any) = (format!("{path}/{name}"), format!("{path}/*"));
        let found = KEPT.iter().find(|(known, _)| *known == own || *known == any);
        let Some((at, how)) = found else { continue };
        let is_guessed = matches!(how, Guessed | AlwaysGuessed);
        let mut property = match property.get("anyOf") {
            Some(Value::Array(forms)) => estimate(property, forms, is_guessed),
            _ => cut(property, defs, at),
        };
        describe(&mut property, at);
        kept.insert(name.clone(), property);
        let names = required.as_array();
        if matches!(how, Always | AlwaysGuessed)
            || names.is_some_and(|names| names.iter().any(|required| required == name.as_str()))
        {
            all_required.push(name.as_str().into());
        }
    }
    (kept, all_required)
}

/// An estimate as one number, or as a number or an interval.
fn estimate(property: &Value, forms: &[Value], is_guessed: bool) -> Value {
    let is_interval = |form: &&Value| {
        let target = form.get("$ref").and_then(Value::as_str);
        target.is_some_and(|target| target.ends_with("Interval"))
    };
    let mut short = property.clone();
    let Some(object) = short.as_object_mut() else { return short };
    if is_guessed {
        let kept = forms.iter().filter(|form| form.get("$ref").is_none() || is_interval(form));
        object.insert("anyOf".to_owned(), kept.cloned().collect());
        return short;
    }
    object.remove("anyOf");
    if let Some(Value::Object(number)) = forms.iter().find(|form| form.get("$ref").is_none()) {
        for (key, value) in number {
            object.entry(key.as_str()).or_insert_with(|| value.clone());
        }
    }
    short
}

/// A schema with its reference followed. What stands beside the reference goes first.
fn followed(schema: &Value, defs: &Value) -> Map<String, Value> {
    let mut object = schema.as_object().cloned().unwrap_or_default();
    if let Some(Value::String(target)) = object.remove("$ref") {
        let name = target.rsplit('/').next().unwrap_or_default();
        if let Some(Value::Object(definition)) = defs.get(name) {
            for (key, value) in definition {
                object.entry(key.as_str()).or_insert_with(|| value.clone());
            }
        }
    }
    object
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_field_kept_is_a_field_of_the_short_case() {
        let short = case();
        for (path, how) in KEPT {
            let (parent, name) = path.rsplit_once('/').expect(path);
            let at = parent.split('/').skip(1).fold(String::new(), |at, part| match part {
                "*" => format!("{at}/items"),
                part => format!("{at}/properties/{part}"),
            });
            let parent = short.pointer(&at).expect(path);
            let places: Vec<&Value> = match (name, parent.get("items")) {
                ("*", Some(items)) => vec![items],
                ("*", None) => parent["properties"].as_object().expect(path).values().collect(),
                _ => vec![&parent["properties"][name]],
            };
            for place in places {
                assert!(place.is_object(), "{path}");
                let is_guessed = matches!(how, Guessed | AlwaysGuessed);
                assert_eq!(place.get("anyOf").is_some(), is_guessed, "{path}");
            }
        }
    }

    #[test]
    fn every_description_is_of_a_field_kept_and_speaks_of_kept_fields_only() {
        for (path, _) in DESCRIBED {
            assert!(KEPT.iter().any(|(kept, _)| *kept == path), "{path}");
        }
        let text = case().as_object().map(|object| {
            let kept = object.iter().filter(|(key, _)| *key != DEFS);
            kept.map(|(_, value)| value.to_string()).collect::<String>()
        });
        let text = text.unwrap_or_default();
        for absent in ["personal_time", "overwork_from_hours", "usual_per_year", "your currency"] {
            let found = text.find(absent).map(|at| &text[at.saturating_sub(80)..at + 20]);
            assert_eq!(found, None);
        }
        assert!(text.contains("microsoft-mvp") && !text.contains("{presets}"));
    }

    #[test]
    fn without_a_choice_nothing_is_kept() {
        let one = json!({"type": "object", "properties": {"other": {"type": "string"}}});
        assert_eq!(cut(&one, &json!({}), "")["properties"], json!({}));
    }
}
