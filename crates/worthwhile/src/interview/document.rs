//! A case as a document under construction, with items found by id.

use serde_json::{Map, Value, json};

/// A case as far as it is known.
#[derive(Debug, Clone)]
pub(super) struct Draft(pub(super) Value);

/// The lists whose items have ids, and what an id is taken from where there is none.
const LISTS: [(&str, &str); 5] = [
    ("pursuits", "preset"),
    ("activities", "kind"),
    ("benefits", "category"),
    ("costs", "id"),
    ("drawbacks", "kind"),
];

impl Draft {
    /// The value at a pointer, with items named by id.
    pub(super) fn get(&self, pointer: &str) -> Option<&Value> {
        let (mut at, mut name) = (&self.0, "");
        for part in pointer.split('/').skip(1) {
            at = match at {
                Value::Object(object) => object.get(part)?,
                Value::Array(items) => items.iter().find(|item| has_id(item, name, part))?,
                _ => return None,
            };
            name = part;
        }
        (!at.is_null()).then_some(at)
    }

    pub(super) fn has(&self, pointer: &str) -> bool {
        self.get(pointer).is_some()
    }

    /// Puts a value where a pointer leads to. Objects and items that are not there yet are made.
    pub(super) fn set(&mut self, pointer: &str, value: Value) {
        let parts: Vec<&str> = pointer.split('/').skip(1).collect();
        let _ = put(&mut self.0, &parts, value);
    }

    /// Appends to a list of the document.
    pub(super) fn push(&mut self, name: &str, item: Value) {
        let list = object(&mut self.0).and_then(|root| list(root, name));
        if let Some(list) = list {
            list.push(item);
        }
    }

    /// The names of its numbers that nobody said.
    pub(super) fn stand_ins(&self) -> Vec<String> {
        let names = self.0.get("stand_ins").and_then(Value::as_array);
        names.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Keeps those of the names, each with its number, that are to be kept. The others were said after all.
    pub(super) fn keep_stand_ins(&mut self, is_kept: impl Fn(&str, &Value) -> bool) {
        let mut names = self.stand_ins();
        if !names.is_empty() {
            names.retain(|name| self.get(name).is_none_or(|own| is_kept(name, own)));
            self.set("/stand_ins", names.into());
        }
    }

    /// The ids of the pursuits; the first is the one in question.
    pub(super) fn pursuits(&self) -> Vec<&str> {
        let all = self.0.get("pursuits").and_then(Value::as_array);
        all.into_iter()
            .flatten()
            .filter_map(|item| {
                item.get("id").or_else(|| item.get("preset")).and_then(Value::as_str)
            })
            .collect()
    }

    /// A text of the pursuit with that id.
    pub(super) fn text(&self, pointer: &str) -> Option<&str> {
        self.get(pointer).and_then(Value::as_str)
    }
}

fn has_id(item: &Value, list: &str, id: &str) -> bool {
    let default = LISTS.iter().find(|(name, _)| *name == list).map_or("id", |(_, key)| key);
    let text = |key: &str| item.get(key).and_then(Value::as_str);
    match text("id") {
        Some(own) => own == id,
        None => text(default).is_some_and(|own| own.replace('_', "-") == id),
    }
}

fn put(at: &mut Value, parts: &[&str], value: Value) -> Option<()> {
    match parts {
        [] => *at = value,
        [name, id, rest @ ..] if LISTS.iter().any(|(list, _)| list == name) => {
            let items = list(object(at)?, name)?;
            let known = items.iter().position(|item| has_id(item, name, id));
            let place = known.unwrap_or(items.len());
            if known.is_none() {
                items.push(json!({"id": id}));
            }
            put(items.get_mut(place)?, rest, value)?;
        }
        [name, rest @ ..] => put(object(at)?.entry(*name).or_insert(Value::Null), rest, value)?,
    }
    Some(())
}

/// The value as an object; what is none becomes one.
fn object(value: &mut Value) -> Option<&mut Map<String, Value>> {
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    value.as_object_mut()
}

/// A list of an object; what is none becomes one.
fn list<'d>(object: &'d mut Map<String, Value>, name: &str) -> Option<&'d mut Vec<Value>> {
    let value = object.entry(name).or_insert(Value::Null);
    if !value.is_array() {
        *value = Value::Array(Vec::new());
    }
    value.as_array_mut()
}
