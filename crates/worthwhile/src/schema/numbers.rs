//! Numbers: their bounds, defaults and descriptions, out of the table of fields.

use schemars::Schema;
use serde_json::{Map, Value, json};

use super::rules::{DEFS, for_each, pascal, reference};
use crate::estimate::{Domain, Scale, WEIGHT};
use crate::field::{self, Fallback, Field, Form};
use crate::limits::{MAX_ITEMS, MAX_WHOLE};
use crate::problem::number;
use crate::read::bounds;

/// Any number that JSON and a 64-bit float can hold.
pub(super) const FINITE: Domain = Domain::real(f64::MAX);

/// Names for domains, each by one of the fields that have it. They begin the names of definitions.
const NAMES: [(&Field, &str); 18] = [
    (&field::PERSONAL_TIME, "Rating"),
    (&field::BENEFIT_CHANCE, "Chance"),
    (&field::BURNOUT_RISK, "InnerChance"),
    (&field::AUTONOMY_EFFECT, "Effect"),
    (&field::WORK_HOURS, "WeekHours"),
    (&field::FREE_HOURS, "FreeHours"),
    (&field::ACTIVITY_HOURS, "Hours"),
    (&field::ACTIVITY_PER_YEAR, "Times"),
    (&field::BENEFIT_DELAY, "Years"),
    (&field::COST_MONEY, "Amount"),
    (&field::BENEFIT_MONEY, "SignedAmount"),
    (&field::MEANINGFUL_YEARLY_AMOUNT, "PositiveAmount"),
    (&field::BREAK_EVEN, "BreakEvenHours"),
    (&field::ACTIVITY_USUAL_PER_YEAR, "PositiveTimes"),
    (&field::LASTS_YEARS, "PositiveYears"),
    (&field::ACTIVITY_ENJOYABILITY, "Enjoyability"),
    (&field::RETURNS_TO_EFFORT, "Exponent"),
    (&field::DRAWBACK_POINTS, "Points"),
];

/// What the plainest form of an estimate is for.
const PLAIN: &str = "One number. Use it when you are sure enough.";

/// Gives every number of a case what the table of fields says about it.
pub(super) fn fill_in(root: &mut Value) {
    let mut defs = Map::new();
    for field in field::all() {
        let schema = of_field(field, &mut defs);
        for place in places(root, field.path) {
            if let Some(found) = root.pointer_mut(&place) {
                narrow(found, field, &schema);
            }
        }
    }
    if let Some(all) = root.get_mut(DEFS).and_then(Value::as_object_mut) {
        all.append(&mut defs);
    }
}

/// Puts the field's schema in the place of what the shape has there. Where the field's name is a
/// placeholder, the shape's description of this very entry comes first.
fn narrow(found: &mut Value, field: &Field, schema: &Value) {
    let about = found.get("description").and_then(Value::as_str);
    let about = about.filter(|_| field.name.starts_with('{'));
    *found = match (about, schema.get("description").and_then(Value::as_str)) {
        (Some(about), Some(text)) => with(schema.clone(), "description", format!("{about} {text}")),
        _ => schema.clone(),
    };
}

/// Pointers into the schema, for a path of the table.
pub(super) fn places(root: &Value, path: &str) -> Vec<String> {
    let mut places = vec![String::new()];
    for part in path.split('/').skip(1) {
        places = places.iter().flat_map(|place| inside(root, place, part)).collect();
        places.sort();
        places.dedup();
    }
    places
}

/// Where a part of a path leads: a property; every item or entry where the part is a placeholder.
fn inside(root: &Value, place: &str, part: &str) -> Vec<String> {
    let schema = root.pointer(place);
    let target = schema.and_then(|schema| schema.get("$ref")).and_then(Value::as_str);
    let place = target.and_then(|target| target.strip_prefix('#')).unwrap_or(place);
    if !part.starts_with('{') {
        return vec![format!("{place}/properties/{part}")];
    }
    let Some(schema) = root.pointer(place) else { return Vec::new() };
    let keys = schema.get("properties").and_then(Value::as_object);
    let keys = keys.into_iter().flat_map(Map::keys).map(|key| format!("{place}/properties/{key}"));
    let rest = ["items", "additionalProperties"].into_iter();
    let rest = rest.filter(|key| schema.get(key).is_some_and(Value::is_object));
    keys.chain(rest.map(|key| format!("{place}/{key}"))).collect()
}

fn of_field(field: &Field, defs: &mut Map<String, Value>) -> Value {
    let schema = match field.form {
        Form::Estimate => {
            json!({"anyOf": branches(&domain_name(field), &field.domain, defs)})
        }
        Form::Number => bounded("number", &field.domain),
        Form::Whole => bounded("integer", &field.domain),
    };
    let schema = with(schema, "description", description(field));
    match field.default_value() {
        Some(value) => with(schema, "default", number(value)),
        None => schema,
    }
}

fn domain_name(field: &Field) -> String {
    let named = NAMES.iter().find(|(known, _)| known.domain == field.domain);
    named.map_or_else(|| pascal(field.name), |(_, name)| (*name).to_owned())
}

fn description(field: &Field) -> String {
    let allowed = field.domain.describe();
    let mut text = format!("{} Unit: {}", field.meaning, field.unit);
    if !field.unit.ends_with(&allowed) {
        text.push_str("; allowed: ");
        text.push_str(&allowed);
    }
    text.push('.');
    match field.default {
        Fallback::Value(value, source) => {
            text.push_str(&format!(" Default: {value}. Source: {source}."));
        }
        Fallback::Catalogue => text.push_str(" Default: the catalogue's, if built in."),
        Fallback::Follows(other) => text.push_str(&format!(" Default: it follows {other}.")),
        Fallback::Required | Fallback::LeftOut => {}
    }
    text
}

fn bounded(kind: &str, domain: &Domain) -> Value {
    with(bounds(domain), "type", kind)
}

fn with(mut schema: Value, key: &str, value: impl Into<Value>) -> Value {
    if let Some(object) = schema.as_object_mut() {
        object.insert(key.to_owned(), value.into());
    }
    schema
}

/// The branches of an estimate: a number, and a definition for each form that the domain allows.
pub(super) fn branches(prefix: &str, domain: &Domain, defs: &mut Map<String, Value>) -> Vec<Value> {
    let mut forms = vec![
        ("Interval", interval(domain)),
        ("Pert", pert(domain)),
        ("Uniform", uniform(domain)),
        ("Discrete", discrete(domain)),
    ];
    if domain.scale == Scale::Plain {
        forms.push(("Normal", normal(domain)));
    }
    let plain = with(bounded("number", domain), "description", PLAIN);
    let mut branches = vec![plain];
    for (form, schema) in forms {
        let name = format!("{prefix}{form}");
        branches.push(reference(&name));
        defs.insert(name, schema);
    }
    branches
}

/// A closed object; every property but `weights` is required.
fn object<const N: usize>(description: &str, properties: [(&str, Value); N]) -> Value {
    let keys = properties.iter().map(|(key, _)| *key);
    let required: Vec<&str> = keys.filter(|key| *key != "weights").collect();
    let properties = properties.iter().map(|(key, schema)| ((*key).to_owned(), schema.clone()));
    json!({
        "type": "object", "description": description, "required": required,
        "properties": properties.collect::<Map<_, _>>(), "additionalProperties": false,
    })
}

/// A number in the unit of the field, with its bounds in words.
fn value(domain: &Domain, meaning: &str) -> Value {
    let text = format!("{meaning}, in the unit of the field: {}.", in_words(domain));
    with(bounded("number", domain), "description", text)
}

fn in_words(domain: &Domain) -> String {
    match (domain.min >= 0.0, domain.max < f64::MAX) {
        (_, true) => domain.describe(),
        (true, false) => "0 or more".to_owned(),
        (false, false) => "any number".to_owned(),
    }
}

fn interval(domain: &Domain) -> Value {
    let ends = domain.of_interval_ends();
    object(
        "A 90% interval: the value is below low one time in twenty, and above high one time in \
         twenty. Use it when you can name a range that would rarely surprise you.",
        [
            ("low", value(&ends, "5th percentile, at most high")),
            ("high", value(&ends, "95th percentile, at least low")),
        ],
    )
}

fn pert(domain: &Domain) -> Value {
    object(
        "Smallest, most likely and largest value (PERT). Use it when you know both extremes and \
         what is usual.",
        [
            ("min", value(domain, "Smallest value possible")),
            ("mode", value(domain, "Most likely value, from min to max")),
            ("max", value(domain, "Largest value possible")),
        ],
    )
}

fn uniform(domain: &Domain) -> Value {
    object(
        "Every value from min to max is equally likely. Use it when you know the ends and have no \
         reason to prefer any value between them.",
        [
            ("dist", tag("uniform")),
            ("min", value(domain, "Smallest value possible")),
            ("max", value(domain, "Largest value possible")),
        ],
    )
}

fn normal(domain: &Domain) -> Value {
    object(
        "A normal distribution. Use it when a mean and a standard deviation were measured.",
        [
            ("dist", tag("normal")),
            ("mean", value(domain, "Mean")),
            ("sd", value(&domain.of_spread(), "Standard deviation")),
        ],
    )
}

fn discrete(domain: &Domain) -> Value {
    let weights =
        "How likely each value is, up to a common factor. If absent, all are equal. Unit: none";
    object(
        "One of a few values. Use it when only certain values are possible, each with its weight.",
        [
            ("dist", tag("discrete")),
            ("values", list(domain, "The values, in the unit of the field")),
            ("weights", list(&WEIGHT, weights)),
        ],
    )
}

fn list(domain: &Domain, meaning: &str) -> Value {
    let text = format!("{meaning}: {} each. 1 to {MAX_ITEMS} entries.", in_words(domain));
    json!({
        "type": "array", "items": bounded("number", domain), "minItems": 1, "maxItems": MAX_ITEMS,
        "description": text,
    })
}

fn tag(word: &str) -> Value {
    json!({"type": "string", "const": word, "description": "Tells this form from the others."})
}

/// Bounds the numbers that neither the table nor their type bounds: whole numbers by what every
/// JSON reader keeps exactly, others by what a 64-bit float holds.
pub(super) fn bound_the_rest(root: &mut Value) {
    for_each(root, &mut |schema: &mut Schema| {
        let limits = match schema.get("type").and_then(Value::as_str) {
            Some("integer") => Domain::real(MAX_WHOLE),
            Some("number") => FINITE,
            _ => return,
        };
        let Some(object) = schema.as_object_mut() else { return };
        let has = |key: &str, strict: &str| object.contains_key(key) || object.contains_key(strict);
        let (has_low, has_high) =
            (has("minimum", "exclusiveMinimum"), has("maximum", "exclusiveMaximum"));
        if object.contains_key("const") {
            return;
        }
        if !has_low {
            object.insert("minimum".to_owned(), number(limits.min));
        }
        if !has_high {
            object.insert("maximum".to_owned(), number(limits.max));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_place_and_no_estimate_is_left_as_it_was() {
        let schema = super::super::case_schema();
        for field in field::all() {
            let places = places(&schema, field.path);
            assert!(!places.is_empty(), "{}", field.path);
            for place in places {
                let found = schema.pointer(&place).expect(field.path);
                let description = found["description"].as_str().expect(field.path);
                assert!(description.contains(field.meaning), "{place}: {description}");
            }
        }
        assert!(schema[DEFS].get("Interval").is_none(), "an estimate has the bounds of no field");
    }

    #[test]
    fn no_two_domains_share_a_name() {
        for (at, field) in field::all().enumerate() {
            for other in field::all().skip(at + 1) {
                let is_same_name = domain_name(field) == domain_name(other);
                assert!(!is_same_name || field.domain == other.domain, "{}", other.path);
            }
        }
    }
}
