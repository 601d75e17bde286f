//! The UI schema: labels and order for people, for react-jsonschema-form and its like.
//!
//! Every property has a label: from its name, or from [`LABELS`] if there are better words. So a new
//! field has a label at once.
//!
//! Some keys are custom, and a renderer that does not know them can ignore them: `ui:rare` for what
//! most people leave out, `ui:rareWith` for what they leave out if another field is given,
//! `ui:choices` for words to choose from, `ui:add` for what a button adds. A preset among the choices
//! says by `award` that it has one, and lists as `drawbacks` the kinds of drawback that it has.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::rules::DEFS;
use super::{case_schema, numbers};
use crate::catalogue::{Catalogue, Preset};
use crate::field::{self, Field, Key};
use crate::problem::number;
use crate::words::choices::{BOTHER, MOTIVES};
use crate::words::labels::{
    ALIKE, FORMS, HELP, ITEMS, LABELS, OPEN, ORDER, PARTS, RARE, RARE_WITH, TITLE, UNFIT, WHEN,
};
use crate::words::numbers::words;

/// The UI schema of a case: a label for every property, an order, and words for each form of an
/// estimate. The parts for a definition are under `ui:definitions`, by its full reference, as
/// react-jsonschema-form resolves it.
///
/// # Example
/// ```
/// let form = worthwhile::schema::form_schema();
/// assert_eq!(form["person"]["ui:title"], "About you");
/// let at = "https://worthwhile.dev/schema/1/case.json#/$defs/Time";
/// let time = &form["ui:definitions"][at];
/// assert_eq!(time["free_hours_per_week"]["ui:title"], "Free hours a week");
/// ```
#[must_use]
pub fn form_schema() -> Value {
    let root = case_schema();
    let keys = keys(&root);
    let id = root.get("$id").and_then(Value::as_str).unwrap_or_default();
    let defs = root.get(DEFS).and_then(Value::as_object).into_iter().flatten();
    let definitions: Map<String, Value> = defs
        .map(|(name, schema)| (format!("{id}#/{DEFS}/{name}"), definition(name, schema, &keys)))
        .collect();
    let mut form = object("Case", &root, &keys);
    form.insert("ui:title".to_owned(), TITLE.0.into());
    form.insert("ui:description".to_owned(), TITLE.1.into());
    form.insert("ui:enableOptionalDataFieldForType".to_owned(), json!([]));
    form.insert("ui:definitions".to_owned(), definitions.into());
    // An optional part with parts of its own stays hidden until someone asks for it.
    form.insert(
        "ui:globalOptions".to_owned(),
        json!({"enableOptionalDataFieldForType": ["object", "array"]}),
    );
    let mut form = Value::from(form);
    form.sort_all_objects();
    form
}

/// Which property, by definition and name, is which number.
type Keys = BTreeMap<String, Key>;

fn keys(root: &Value) -> Keys {
    let of_field = |field: &'static Field| {
        let places = numbers::places(root, field.path).into_iter();
        let named = places.filter_map(|place| place.strip_prefix("/$defs/").map(str::to_owned));
        named.map(|place| (place.replace("/properties/", "."), field.key))
    };
    field::all().filter(|field| !field.name.starts_with('{')).flat_map(of_field).collect()
}

/// What a form shows of a definition.
fn definition(name: &str, schema: &Value, keys: &Keys) -> Value {
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return json!({"ui:enumNames": meanings(words, schema)});
    }
    let form = FORMS.iter().find(|(form, _)| name.ends_with(form));
    form.map_or_else(|| object(name, schema, keys).into(), |(_, title)| estimate(title, schema))
}

/// What each word of an enum means: the description goes through them, as in `always: In every year.`
fn meanings(words: &[Value], schema: &Value) -> Vec<Value> {
    let description = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    let meaning = |word: &Value| {
        let (_, rest) = description.split_once(&format!(" {}: ", word.as_str()?))?;
        let end = rest.find(". ").unwrap_or(rest.len());
        rest.get(..end).map(|text| text.trim_end_matches('.').into())
    };
    words.iter().map(|word| meaning(word).unwrap_or_else(|| word.clone())).collect()
}

/// Labels and order of an object's properties.
fn object(name: &str, schema: &Value, keys: &Keys) -> Map<String, Value> {
    let mut form = Map::new();
    let properties = schema.get("properties").and_then(Value::as_object);
    for (key, property) in properties.into_iter().flatten() {
        form.insert(key.clone(), labelled(name, key, property, keys));
    }
    if let Some(entry) = schema.get("additionalProperties").filter(|entry| entry.is_object()) {
        form.insert("additionalProperties".to_owned(), labelled(name, "Your own", entry, keys));
    }
    if let Some((_, first)) = ORDER.iter().find(|(known, _)| *known == name) {
        let order = first.iter().copied().chain(["*"]).map(Value::from);
        form.insert("ui:order".to_owned(), order.collect());
    }
    if let Some((_, title, _)) = ITEMS.iter().find(|(known, ..)| *known == name) {
        form.insert("ui:title".to_owned(), (*title).into());
        form.insert("ui:description".to_owned(), " ".into());
    }
    form
}

/// What a form shows of one property. Of an estimate it is the plain number; the other forms are
/// definitions.
fn labelled(owner: &str, key: &str, property: &Value, keys: &Keys) -> Value {
    let path = format!("{owner}.{key}");
    let number = keys.get(&path).map(|key| words(*key));
    let label = LABELS.iter().find(|(known, _)| *known == path).map(|(_, label)| *label);
    let motive = MOTIVES.iter().find(|(motive, _)| *motive == key).map(|(_, label)| *label);
    let label = label.or(number.as_ref().map(|words| words.label)).or(motive);
    let mut form = Map::new();
    let mut put = |key: &str, value: Value| form.insert(key.to_owned(), value);
    put("ui:title", label.map_or_else(|| sentence(key), str::to_owned).into());
    let help = HELP.iter().find(|(known, _)| *known == path).map(|(_, help)| *help);
    let help = help.or(number.map(|words| words.help)).filter(|help| !help.is_empty());
    let help = help.map(str::to_owned);
    let described = || {
        let text = meaning(property.get("description").and_then(Value::as_str)?);
        let first = text.split_inclusive(". ").next().filter(|_| ALIKE.contains(&owner));
        Some(first.map_or(text.clone(), |first| first.trim_end().to_owned()))
    };
    // The label of a motive says what its description does. Where there is none, a form shows that.
    let help = help.or_else(|| motive.map(|_| " ".to_owned()));
    if let Some(text) = help.or_else(described) {
        put("ui:description", text.into());
    }
    if let Some(items) = items(property, &path) {
        put("items", items);
    }
    if let Some(choices) = choices(&path).filter(|_| property.get("items").is_none()) {
        put("ui:choices", choices);
    }
    if let Some(item) = property.pointer("/items/$ref").and_then(Value::as_str) {
        let name = item.rsplit('/').next().unwrap_or_default();
        if let Some((.., add)) = ITEMS.iter().find(|(known, ..)| *known == name) {
            put("ui:add", (*add).into());
        }
        // Of pursuits the first is the question. The order of what belongs to one says nothing.
        if name != "Pursuit" {
            put("ui:orderable", false.into());
        }
    }
    if RARE.contains(&path.as_str()) {
        put("ui:rare", true.into());
    }
    if let Some((_, with)) = RARE_WITH.iter().find(|(known, _)| *known == path) {
        put("ui:rareWith", (*with).into());
    }
    if property.get("const").is_some() || key.starts_with('$') || UNFIT.contains(&path.as_str()) {
        put("ui:widget", "hidden".into());
    }
    if OPEN.contains(&path.as_str()) {
        put("ui:enableOptionalDataFieldForType", json!([]));
    }
    let hint = property.get("default").map(|value| json!(format!("{value} if empty")));
    if property.get("anyOf").is_some() {
        let mut number = json!({"ui:title": "One number", "ui:label": false});
        if let Some(object) = number.as_object_mut() {
            object.extend(hint.map(|hint| ("ui:placeholder".to_owned(), hint)));
            object.extend(degrees(&path).map(|choices| ("ui:choices".to_owned(), choices)));
        }
        put("anyOf", vec![number].into());
    } else if let Some(hint) = hint {
        put("ui:placeholder", hint);
    }
    form.into()
}

/// What a form shows of an estimate that is not one number: its name, and labels for its parts.
fn estimate(title: &str, schema: &Value) -> Value {
    let mut form = Map::new();
    let properties = schema.get("properties").and_then(Value::as_object);
    for (key, part) in properties.into_iter().flatten() {
        let known = PARTS.iter().find(|(known, ..)| known == key);
        let (label, help) = known.map_or(("", ""), |(_, label, help)| (label, help));
        let label = if label.is_empty() { sentence(key) } else { label.to_owned() };
        let mut shown = json!({"ui:title": label, "ui:description": help});
        if let Some(object) = shown.as_object_mut() {
            if part.get("const").is_some() {
                object.insert("ui:widget".to_owned(), "hidden".into());
            }
            object.extend(items(part, "").map(|items| ("items".to_owned(), items)));
        }
        form.insert(key.clone(), shown);
    }
    // Low comes before high, and min before mode before max.
    let parts = PARTS.iter().map(|(part, ..)| *part).filter(|part| form.contains_key(*part));
    let order: Vec<&str> = parts.chain(["*"]).collect();
    form.insert("ui:order".to_owned(), order.into());
    form.insert("ui:title".to_owned(), title.into());
    let description = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    if let Some((_, when)) = description.split_once(WHEN) {
        form.insert("ui:description".to_owned(), format!("Choose this when {when}").into());
    }
    form.into()
}

/// What a form shows of the items of a plain list: nothing, as the list has a label. Items that are
/// objects have their definition.
fn items(property: &Value, path: &str) -> Option<Value> {
    let item = property.get("items")?;
    let mut form = json!({"ui:label": false});
    if let (Some(choices), Some(object)) = (choices(path), form.as_object_mut()) {
        object.insert("ui:choices".to_owned(), choices);
    }
    item.get("$ref").is_none().then_some(form)
}

/// Words of the catalogue to choose from, each with its name and what it is.
fn choices(path: &str) -> Option<Value> {
    let catalogue = Catalogue::builtin();
    let choice = |value: &str, name: &str, about: &str| json!({"value": value, "name": name, "about": about});
    let all: Vec<Value> = match path {
        "Pursuit.preset" => {
            let presets = catalogue.presets.iter();
            presets.map(|(id, preset)| preset_choice(id, preset)).collect()
        }
        "Drawback.kind" => {
            let kinds = catalogue.drawback_kinds().into_iter();
            kinds.map(|kind| json!({"value": kind, "name": sentence(kind)})).collect()
        }
        "Benefit.category" => {
            let known = catalogue.categories.iter();
            known.map(|(id, category)| choice(id, &category.name, &category.about)).collect()
        }
        "Benefit.depends_on" => {
            let known = catalogue.conditions.iter();
            known.map(|(id, condition)| choice(id, &condition.name, &condition.about)).collect()
        }
        _ => return None,
    };
    Some(all.into())
}

fn preset_choice(id: &str, preset: &Preset) -> Value {
    let drawbacks = preset.pursuit.drawbacks.iter();
    let kinds: Vec<&str> = drawbacks.filter_map(|drawback| drawback.kind.as_deref()).collect();
    json!({
        "value": id, "name": preset.name, "about": preset.about,
        "award": preset.pursuit.award.is_some(), "drawbacks": kinds,
    })
}

/// Words for numbers of a rating that people find hard to put in numbers.
fn degrees(path: &str) -> Option<Value> {
    let choice = |(value, name): &(f64, &str)| json!({"value": number(*value), "name": name});
    (path == "Drawback.bother").then(|| BOTHER.iter().map(choice).collect())
}

/// `work_hours_per_week` as `Work hours per week`.
fn sentence(key: &str) -> String {
    let text = key.replace('_', " ");
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A description without its unit, bounds and source: a form shows those by other means.
fn meaning(text: &str) -> String {
    let is_meaning = |sentence: &&str| {
        let is_bound =
            ["Unit: ", "Form: ", "At most "].iter().any(|word| sentence.starts_with(word));
        !is_bound && !sentence.ends_with(" entries.")
    };
    text.split_inclusive(". ").take_while(is_meaning).collect::<String>().trim_end().to_owned()
}
