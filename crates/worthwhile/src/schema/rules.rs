//! What every schema has to keep to so that forms, code generators and language models can use it.

use schemars::Schema;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::{Map, Value, json};

use crate::read::{CURRENCY, SLUG, SNAKE};

/// The objects and unions of a schema, by name.
pub(super) const DEFS: &str = "$defs";

/// Takes null out: what is optional is absent.
pub(super) fn forbid_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(words)) = object.get_mut("enum") {
        words.retain(|word| !word.is_null());
    }
    let Some(Value::Array(branches)) = object.get_mut("anyOf") else { return };
    branches.retain(|branch| branch.get("type").is_none_or(|name| name != "null"));
    if let [Value::Object(only)] = branches.as_mut_slice() {
        let only = std::mem::take(only);
        object.remove("anyOf");
        for (key, value) in only {
            object.entry(key).or_insert(value);
        }
    }
}

/// Makes an enum with documented words a plain one, and lets its description say what they mean.
pub(super) fn plain_enum(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    let Some(Value::Array(branches)) = object.get("oneOf") else { return };
    let words: Option<Vec<Value>> =
        branches.iter().map(|branch| branch.get("const").cloned()).collect();
    let Some(words) = words else { return };
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    let mut description = text(object.get("description")).unwrap_or_default();
    for branch in branches {
        if let (Some(word), Some(meaning)) =
            (text(branch.get("const")), text(branch.get("description")))
        {
            description.push_str(&format!(" {word}: {meaning}"));
        }
    }
    object.remove("oneOf");
    object.insert("type".to_owned(), "string".into());
    object.insert("enum".to_owned(), words.into());
    object.insert("description".to_owned(), description.trim().into());
}

/// Keeps of a doc comment what is for readers of the document: no headings, no examples, one line.
pub(super) fn plain_description(schema: &mut Schema) {
    let Some(Value::String(text)) = schema.get_mut("description") else { return };
    let kept = text.split("\n# ").next().unwrap_or_default();
    *text = kept.split_whitespace().collect::<Vec<_>>().join(" ");
}

/// Makes the branches of every tagged union definitions of their own, and the union an `anyOf`.
pub(super) fn name_branches(root: &mut Value) {
    let Some(defs) = root.get_mut(DEFS).and_then(Value::as_object_mut) else { return };
    let mut named = Map::new();
    for (union, schema) in defs.iter_mut() {
        let Some(object) = schema.as_object_mut() else { continue };
        let Some(Value::Array(branches)) = object.remove("oneOf") else { continue };
        let references = branches.into_iter().map(|branch| {
            let kind = branch.pointer("/properties/kind/const").and_then(Value::as_str);
            let name = format!("{}{union}", pascal(kind.unwrap_or_default()));
            named.insert(name.clone(), tagged(branch));
            reference(&name)
        });
        let references: Vec<Value> = references.collect();
        object.insert("anyOf".to_owned(), references.into());
    }
    defs.append(&mut named);
}

/// A branch whose tag is described too.
fn tagged(mut branch: Value) -> Value {
    if let Some(Value::Object(tag)) = branch.pointer_mut("/properties/kind") {
        tag.insert("description".to_owned(), "Tells this kind from the others.".into());
    }
    branch
}

/// A reference to a definition.
pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/{DEFS}/{name}")})
}

/// `long_week` as `LongWeek`.
pub(super) fn pascal(name: &str) -> String {
    let part = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    name.split('_').map(part).collect()
}

/// Titles every object and union by its name, and nothing else.
pub(super) fn add_titles(root: &mut Value) {
    let Some(defs) = root.get_mut(DEFS).and_then(Value::as_object_mut) else { return };
    for (name, schema) in defs.iter_mut() {
        let Some(object) = schema.as_object_mut() else { continue };
        if object.get("type").is_none_or(|kind| kind == "object") {
            object.insert("title".to_owned(), name.as_str().into());
        }
    }
}

/// Drops the definitions that nothing leads to any more.
pub(super) fn drop_unused(root: &mut Value) {
    let Some(Value::Object(mut defs)) = root.as_object_mut().and_then(|root| root.remove(DEFS))
    else {
        return;
    };
    let mut kept = Map::new();
    let mut wanted = references(root);
    while let Some(name) = wanted.pop() {
        if let Some(schema) = defs.remove(&name) {
            wanted.append(&mut references(&schema));
            kept.insert(name, schema);
        }
    }
    if let Some(root) = root.as_object_mut() {
        root.insert(DEFS.to_owned(), kept.into());
    }
}

/// The names that a schema refers to.
fn references(schema: &Value) -> Vec<String> {
    let mut names = Vec::new();
    let mut note = |schema: &mut Schema| {
        let name = schema.get("$ref").and_then(Value::as_str);
        names.extend(name.and_then(|name| name.strip_prefix("#/$defs/")).map(str::to_owned));
    };
    for_each(&mut schema.clone(), &mut note);
    names
}

/// Calls a closure on a schema and on every schema inside it.
pub(super) fn for_each(schema: &mut Value, change: &mut impl FnMut(&mut Schema)) {
    if let Ok(schema) = schema.try_into() {
        RecursiveTransform(|schema: &mut Schema| change(schema)).transform(schema);
    }
}

/// Lets objects have fields that the schema does not know, as answers of later releases do.
pub(super) fn open(root: &mut Value) {
    for_each(root, &mut |schema: &mut Schema| {
        if schema.get("additionalProperties") == Some(&Value::Bool(false)) {
            schema.remove("additionalProperties");
        }
    });
}

/// Adds to the description of a text or a list how long it may be, and what form a name has.
pub(super) fn say_sizes(root: &mut Value) {
    for_each(root, &mut |schema: &mut Schema| {
        let size = |key: &str| schema.get(key).and_then(Value::as_u64);
        let pattern = schema.get("pattern").and_then(Value::as_str);
        let form =
            [&SLUG, &SNAKE, &CURRENCY].into_iter().find(|form| Some(form.pattern) == pattern);
        let text = match (form, size("maxLength"), size("minItems"), size("maxItems")) {
            (Some(form), ..) => format!("Form: {}.", form.words),
            (None, Some(most), ..) => format!("At most {most} characters."),
            (None, None, least, Some(most)) => format!("{} to {most} entries.", least.unwrap_or(0)),
            _ => return,
        };
        // Some shapes, such as an estimate, say it themselves.
        if let Some(Value::String(description)) = schema.get_mut("description")
            && !description.ends_with(&text)
        {
            description.push(' ');
            description.push_str(&text);
        }
    });
}
