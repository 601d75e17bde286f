//! The UI schema: labels and order for people, for react-jsonschema-form and its like.
//!
//! Every property has a label. It comes from its name, or from [`LABELS`] where there are better
//! words. So a new field has a label at once.

use serde_json::{Map, Value, json};

use super::case_schema;
use super::rules::DEFS;

/// Better words than the name of a field, by definition and property.
const LABELS: [(&str, &str); 54] = [
    ("Case.name", "Your question"),
    ("Case.person", "About you"),
    ("Case.pursuits", "What you could do"),
    ("Case.assumptions", "Assumptions of the model"),
    ("Case.analysis", "How to compute"),
    ("Case.note", "Notes"),
    ("Case.schema_version", "Version of the format"),
    ("Case.$schema", "Address of the schema"),
    ("Person.motivations", "What drives you"),
    ("Person.motivation_ranking", "Or just rank what drives you"),
    ("Person.protections", "What it must not cost you"),
    ("Person.time", "Your week"),
    ("Person.conditions", "How far others value it"),
    ("Person.burnout_risk", "Your chance of burnout today"),
    ("Person.horizon_years", "Years to look ahead"),
    ("Person.discount_rate", "How much less a later year counts"),
    ("Motivations.altruism", "Helping others"),
    ("Motivations.belonging", "Being one of a community"),
    ("Motivations.career", "Getting on in my job"),
    ("Motivations.enjoyment", "Enjoying the work itself"),
    ("Motivations.income", "Money"),
    ("Motivations.influence", "Shaping the product"),
    ("Motivations.learning", "Learning and growing"),
    ("Motivations.reputation", "Standing with peers"),
    ("Time.free_hours_per_week", "Free hours a week"),
    ("Time.work_hours_per_week", "Hours a week in your job"),
    ("Money.hour_value", "What a free hour is worth"),
    ("Money.meaningful_yearly_amount", "Extra money a year that would satisfy you"),
    ("Money.usd_rate", "One US dollar in your currency"),
    ("Pursuit.id", "Short name"),
    ("Pursuit.name", "Name"),
    ("Pursuit.note", "Notes"),
    ("Pursuit.preset", "Start from a preset"),
    ("Pursuit.activities", "What it takes in hours"),
    ("Pursuit.benefits", "What it gives"),
    ("Pursuit.costs", "What it takes in money"),
    ("Pursuit.omit", "Items of the preset to leave out"),
    ("Activity.kind", "What you do"),
    ("Activity.hours", "Hours each time"),
    ("Activity.per_year", "Times a year"),
    ("Activity.id", "Short name"),
    ("Activity.during", "In which years"),
    ("Activity.enjoyability", "How enjoyable it is"),
    ("Benefit.id", "Short name"),
    ("Benefit.chance", "Chance that it comes"),
    ("Benefit.depends_on", "Depends on who values it"),
    ("Benefit.delay_years", "Years until it starts"),
    ("Benefit.requires", "What it needs"),
    ("Benefit.strength", "How strong it is"),
    ("Cost.id", "Short name"),
    ("Cost.during", "In which years"),
    ("Award.renewal_chance", "Chance to keep it in a year"),
    ("Award.held", "I hold it today"),
    ("Award.chance_per_year", "Chance to earn it in a year"),
];

/// Words for people, where the description speaks of the document.
const HELP: [(&str, &str); 23] = [
    ("Person.motivations", "How much each matters, from 0, not at all, to 10, nothing more."),
    ("Case.name", "In your own words."),
    ("Case.person", "Only what you know. Guesses are welcome, as ranges."),
    ("Case.pursuits", "The first one is in question. Add what you would do instead."),
    ("Case.analysis", "For reproducible runs; most people leave it out."),
    ("Case.assumptions", "Where you disagree with the model."),
    ("Person.time", "The hours you have."),
    ("Person.conditions", "At 0 nobody cares, at 1 everybody does."),
    ("Pursuit.id", "A word or two in small letters, with hyphens. Needed without a preset."),
    ("Person.protections", "From 0, not at all, to 10, above nearly everything."),
    ("Pursuit.activities", "Each kind of hours by itself: what, how long, how often."),
    ("Pursuit.benefits", "Each good that comes of it by itself."),
    ("Pursuit.costs", "Each thing to pay for by itself."),
    ("Pursuit.preset", "Pick one to have its hours, benefits and costs filled in."),
    ("Activity.id", "In small letters, with hyphens; to change an item of the preset, its name."),
    ("Activity.kind", "In one word, in small letters; rest is no load."),
    ("Benefit.id", "In small letters, with hyphens; to change an item of the preset, its name."),
    ("Benefit.category", "What kind of benefit it is. Pick one."),
    ("Cost.id", "In small letters, with hyphens."),
    ("Serves.Your own", "A category of your own."),
    ("Conditions.Your own", "A condition of your own, 0 to 1."),
    ("Assumptions.serves", "From 0, not at all, to 1, wholly."),
    ("Benefit.depends_on", "Its chance is multiplied by how far these value it."),
];

/// Objects whose fields all go on in the same words. The first sentence tells them apart.
const ALIKE: [&str; 4] = ["Autonomy", "Conditions", "Motivations", "ServesRow"];

/// What an item of a list is called.
const ITEMS: [(&str, &str); 4] = [
    ("Pursuit", "Something you could do"),
    ("Activity", "An activity"),
    ("Benefit", "A benefit"),
    ("Cost", "A cost"),
];

/// What comes first, by definition. What is not named follows.
const ORDER: [(&str, &[&str]); 8] = [
    ("Case", &["name", "person", "pursuits"]),
    (
        "Person",
        &["time", "motivations", "motivation_ranking", "protections", "conditions", "money"],
    ),
    ("Time", &["free_hours_per_week"]),
    ("Money", &["meaningful_yearly_amount", "currency", "hour_value"]),
    ("Pursuit", &["preset", "name", "id", "award", "activities", "benefits", "costs", "omit"]),
    ("Activity", &["kind", "hours", "per_year", "enjoyability"]),
    ("Benefit", &["category", "strength", "chance", "money_per_year"]),
    ("Cost", &["id", "money_per_year"]),
];

/// Optional parts that stand open: nobody answers without them.
const OPEN: [&str; 1] = ["Person.motivations"];

/// Fields that common controls get wrong: a list to choose from loses the order of a ranking.
const UNFIT: [&str; 1] = ["Person.motivation_ranking"];

/// What the forms of an estimate are called, by how their definitions end.
const FORMS: [(&str, &str); 5] = [
    ("Interval", "A range"),
    ("Pert", "Lowest, usual, highest"),
    ("Uniform", "Anything between"),
    ("Normal", "Mean and spread"),
    ("Discrete", "One of a few"),
];

/// How the description of a form begins to say when it is the one to take.
const WHEN: &str = "Use it where ";

/// Labels of the parts of an estimate, and what they mean.
const PARTS: [(&str, &str, &str); 9] = [
    ("low", "Rarely below", "Once in twenty times it is less."),
    ("high", "Rarely above", "Once in twenty times it is more."),
    ("min", "At least", "It is never less."),
    ("mode", "Usually", "The value that comes most."),
    ("max", "At most", "It is never more."),
    ("mean", "Mean", "As measured."),
    ("sd", "Standard deviation", "As measured."),
    ("values", "Values", "Those that can come."),
    ("weights", "Weights", "One for each value; equal where left out."),
];

/// The UI schema of a case: a label for every property, an order, and words for each form of an
/// estimate. What belongs to a definition stands under `ui:definitions`, by its whole reference, as
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
    let id = root.get("$id").and_then(Value::as_str).unwrap_or_default();
    let defs = root.get(DEFS).and_then(Value::as_object).into_iter().flatten();
    let definitions: Map<String, Value> = defs
        .map(|(name, schema)| (format!("{id}#/{DEFS}/{name}"), definition(name, schema)))
        .collect();
    let mut form = object("Case", &root);
    form.insert("ui:definitions".to_owned(), definitions.into());
    // What is optional and has parts of its own stays away until somebody asks for it.
    form.insert(
        "ui:globalOptions".to_owned(),
        json!({"enableOptionalDataFieldForType": ["object", "array"]}),
    );
    let mut form = Value::from(form);
    form.sort_all_objects();
    form
}

/// What a form shows of a definition.
fn definition(name: &str, schema: &Value) -> Value {
    let form = FORMS.iter().find(|(form, _)| name.ends_with(form));
    form.map_or_else(|| object(name, schema).into(), |(_, title)| estimate(title, schema))
}

/// Labels and order of an object's properties.
fn object(name: &str, schema: &Value) -> Map<String, Value> {
    let mut form = Map::new();
    let properties = schema.get("properties").and_then(Value::as_object);
    for (key, property) in properties.into_iter().flatten() {
        form.insert(key.clone(), labelled(name, key, property));
    }
    if let Some(entry) = schema.get("additionalProperties").filter(|entry| entry.is_object()) {
        form.insert("additionalProperties".to_owned(), labelled(name, "Your own", entry));
    }
    if let Some((_, first)) = ORDER.iter().find(|(known, _)| *known == name) {
        let order = first.iter().copied().chain(["*"]).map(Value::from);
        form.insert("ui:order".to_owned(), order.collect());
    }
    if let Some((_, title)) = ITEMS.iter().find(|(known, _)| *known == name) {
        form.insert("ui:title".to_owned(), (*title).into());
        form.insert("ui:description".to_owned(), " ".into());
    }
    form
}

/// What a form shows of one property. Of an estimate it is the plain number; the other forms are
/// definitions.
fn labelled(owner: &str, key: &str, property: &Value) -> Value {
    let path = format!("{owner}.{key}");
    let label = LABELS.iter().find(|(known, _)| *known == path).map(|(_, label)| *label);
    let mut form = Map::new();
    let mut put = |key: &str, value: Value| form.insert(key.to_owned(), value);
    put("ui:title", label.map_or_else(|| sentence(key), str::to_owned).into());
    let help = HELP.iter().find(|(known, _)| *known == path).map(|(_, help)| (*help).to_owned());
    let described = || {
        let text = meaning(property.get("description").and_then(Value::as_str)?);
        let first = text.split_inclusive(". ").next().filter(|_| ALIKE.contains(&owner));
        Some(first.map_or(text.clone(), |first| first.trim_end().to_owned()))
    };
    if let Some(text) = help.or_else(described) {
        put("ui:description", text.into());
    }
    if let Some(items) = items(property) {
        put("items", items);
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
        if let (Some(hint), Some(object)) = (hint, number.as_object_mut()) {
            object.insert("ui:placeholder".to_owned(), hint);
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
            object.extend(items(part).map(|items| ("items".to_owned(), items)));
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
        form.insert("ui:description".to_owned(), format!("For where {when}").into());
    }
    form.into()
}

/// What a form shows of the items of a plain list: nothing, as the list has a label. Items that are
/// objects have their definition.
fn items(property: &Value) -> Option<Value> {
    let item = property.get("items")?;
    item.get("$ref").is_none().then(|| json!({"ui:label": false}))
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
