//! The UI schema: a label for every property.

use serde_json::{Map, Value};
use worthwhile::schema::{case_schema, form_schema};

const ID: &str = "https://worthwhile.dev/schema/1/case.json";

/// Every property of every definition, with the definition's name.
fn properties(schema: &Value) -> Vec<(String, String, Value)> {
    let defs = schema["$defs"].as_object().unwrap().iter();
    let all = defs.map(|(name, schema)| (name.as_str(), schema)).chain([("", schema)]);
    all.flat_map(|(owner, schema)| {
        let properties = schema["properties"].as_object().cloned().unwrap_or_else(Map::new);
        properties.into_iter().map(move |(key, property)| (owner.to_owned(), key, property))
    })
    .collect()
}

/// What the UI schema says of the properties of a definition.
fn labels<'f>(form: &'f Value, owner: &str) -> &'f Value {
    match owner {
        "" => form,
        owner => &form["ui:definitions"][format!("{ID}#/$defs/{owner}")],
    }
}

fn has_label(shown: &Value) -> bool {
    shown["ui:title"].as_str().is_some_and(|label| {
        label.starts_with(|first: char| first.is_ascii_uppercase()) && !label.contains('_')
    })
}

#[test]
fn every_property_has_a_label_and_so_has_every_form_of_an_estimate() {
    let (schema, form) = (case_schema(), form_schema());
    let (mut labelled, mut estimates) = (0, 0);
    for (owner, key, property) in properties(&schema) {
        let shown = &labels(&form, &owner)[&key];
        assert!(has_label(shown), "{owner}.{key}: {shown}");
        labelled += 1;
        // Items without a definition of their own would be called by the list's name and a number.
        if property.get("items").is_some_and(|item| item.get("$ref").is_none()) {
            assert_eq!(shown["items"]["ui:label"], false, "{owner}.{key}: {shown}");
        }
        let Some(branches) = property["anyOf"].as_array() else { continue };
        assert!(has_label(&shown["anyOf"][0]), "{owner}.{key}: {shown}");
        for branch in branches.iter().filter_map(|branch| branch["$ref"].as_str()) {
            assert!(has_label(&form["ui:definitions"][format!("{ID}{branch}")]), "{branch}");
        }
        estimates += 1;
    }
    println!("{labelled} properties and {estimates} estimates have labels");
    assert!(labelled > 200 && estimates >= 50, "{labelled}, {estimates}");
}

/// A label or an order for a field that is no more would be a slip.
#[test]
fn nothing_else_is_labelled() {
    let (schema, form) = (case_schema(), form_schema());
    let known = properties(&schema);
    let definitions = form["ui:definitions"].as_object().unwrap().iter();
    let owners = definitions.map(|(at, shown)| (&at[ID.len() + "#/$defs/".len()..], shown));
    for (owner, shown) in owners.chain([("", &form)]) {
        let is_known = |key: &str| known.iter().any(|(of, name, _)| of == owner && name == key);
        for key in shown.as_object().unwrap().keys() {
            let is_own = key.starts_with("ui:") || key == "additionalProperties";
            assert!(is_own || is_known(key), "{owner}.{key}");
        }
        for key in shown["ui:order"].as_array().into_iter().flatten() {
            let key = key.as_str().unwrap();
            assert!(key == "*" || is_known(key), "{owner}: {key} in the order");
        }
    }
}

#[test]
fn labels_of_one_object_differ() {
    let (schema, form) = (case_schema(), form_schema());
    let mut seen = std::collections::BTreeSet::new();
    for (owner, key, _) in properties(&schema) {
        let label = labels(&form, &owner)[&key]["ui:title"].clone();
        if let Some(label) = label.as_str() {
            assert!(seen.insert((owner.clone(), label.to_owned())), "{owner}: {label} twice");
        }
    }
}

/// Which form to choose is said where it is chosen.
#[test]
fn each_form_of_an_estimate_says_when_to_use_it() {
    let (schema, form) = (case_schema(), form_schema());
    let forms = ["Interval", "Pert", "Uniform", "Normal", "Discrete"];
    let (mut seen, mut numbers) = (0, 0);
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        if forms.iter().any(|form| name.ends_with(form)) {
            let description = definition["description"].as_str().unwrap();
            let (_, when) = description.split_once("Use it when ").expect(description);
            assert_eq!(labels(&form, name)["ui:description"], format!("Choose this when {when}"));
            seen += 1;
        }
    }
    for (owner, key, property) in properties(&schema) {
        if let Some(branches) = property["anyOf"].as_array() {
            let description = branches[0]["description"].as_str().unwrap_or_default();
            assert!(description.contains("Use it where "), "{owner}.{key}: {description}");
            numbers += 1;
        }
    }
    assert!(seen >= 40 && numbers >= 50, "{seen}, {numbers}");
}

/// Every text that a form shows.
fn texts(form: &Value, found: &mut Vec<String>) {
    match form {
        Value::Object(entries) => {
            for (key, value) in entries {
                match value {
                    Value::String(text) if key != "value" && key != "ui:rareWith" => {
                        found.push(text.clone());
                    }
                    _ => texts(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        _ => {}
    }
}

/// Words that one has to know the documents or the model for.
#[test]
fn it_speaks_to_somebody_who_never_saw_the_documents() {
    let mut all = Vec::new();
    texts(&form_schema(), &mut all);
    assert!(all.len() > 300, "{}", all.len());
    let strange =
        ["preset", "json", "pursuit", "slug", "null", "snake", "`", "_", "iso 4217", "absent"];
    let is_strange = |text: &&String| strange.iter().any(|word| text.to_lowercase().contains(word));
    let found: Vec<_> = all.iter().filter(is_strange).collect();
    assert!(found.is_empty(), "{found:#?}");
    let long: Vec<_> = all.iter().filter(|text| text.len() > 220).collect();
    assert!(long.is_empty(), "{long:#?}");
}

/// What is folded away, or is only there with another field, is a property; so is that field.
#[test]
fn what_is_chosen_and_folded_away_is_known() {
    let (schema, form) = (case_schema(), form_schema());
    let (mut rare, mut choices) = (0, Vec::new());
    for (owner, key, property) in properties(&schema) {
        let shown = &labels(&form, &owner)[&key];
        rare += usize::from(shown["ui:rare"] == true);
        if let Some(with) = shown["ui:rareWith"].as_str() {
            assert!(labels(&form, &owner)[with]["ui:title"].is_string(), "{owner}.{key}");
        }
        for (schema, shown) in [(&property, shown), (&property["items"], &shown["items"])] {
            let Some(words) = shown["ui:choices"].as_array() else { continue };
            let values: Vec<_> = words.iter().map(|word| word["value"].clone()).collect();
            assert_eq!(schema["examples"], Value::from(values), "{owner}.{key}");
            assert!(
                words.iter().all(|word| has_label(&serde_json::json!({"ui:title": word["name"]})))
            );
            choices.push(key.clone());
        }
    }
    assert!(rare >= 20, "{rare}");
    assert_eq!(choices, ["category", "depends_on", "preset"]);
}

#[test]
fn words_of_an_enum_have_names() {
    let (schema, form) = (case_schema(), form_schema());
    let mut seen = 0;
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        let Some(words) = definition["enum"].as_array() else { continue };
        let names = labels(&form, name)["ui:enumNames"].as_array().unwrap();
        assert_eq!(names.len(), words.len(), "{name}");
        assert!(names.iter().zip(words).all(|(shown, word)| shown != word), "{name}: {names:?}");
        seen += 1;
    }
    assert!(seen >= 2, "{seen}");
}
