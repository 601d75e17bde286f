//! Numbers of a document by their names, in which items are named by id.

use serde_json::{Value, json};

/// The items of a list.
pub(super) fn items<'d>(pursuit: &'d Value, list: &str) -> &'d [Value] {
    pursuit[list].as_array().map_or(&[], Vec::as_slice)
}

/// A number; none where the document does not give it.
pub(super) fn get(document: &Value, name: &str) -> Option<f64> {
    let mut place = document;
    for part in name.split('/').skip(1) {
        place = match place {
            Value::Array(items) => items.iter().find(|item| item["id"] == part)?,
            other => other.get(part)?,
        };
    }
    place.as_f64()
}

/// Sets a number, whether or not the document gives it.
pub(super) fn set(document: &mut Value, name: &str, value: f64) {
    let mut place = document;
    for part in name.split('/').skip(1) {
        place = match place {
            Value::Array(items) => items.iter_mut().find(|item| item["id"] == part).unwrap(),
            other => &mut other[part],
        };
    }
    *place = json!(value);
}

/// Leaves a pursuit out, also where it excludes others.
pub(super) fn without_pursuit(document: &mut Value, id: &str) {
    let pursuits = document["pursuits"].as_array_mut().unwrap();
    pursuits.retain(|pursuit| pursuit["id"] != id);
    if let Some(lists) = document["either_or"].as_array_mut() {
        lists.iter_mut().for_each(|list| list.as_array_mut().unwrap().retain(|own| own != id));
        lists.retain(|list| list.as_array().unwrap().len() > 1);
    }
}
