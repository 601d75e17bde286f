//! JSON text as a tree that keeps document order and notices repeated keys.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::path::Path;
use crate::limits::{MAX_BYTES, MAX_DEPTH};
use crate::problem::{Code, Problem, ProblemData, Problems, number, shorten};

/// A JSON value with the place it has in the document.
#[derive(Debug)]
pub(crate) struct Node<'d> {
    pub(crate) value: Value<'d>,
    /// How many values start before this one.
    pub(crate) place: u32,
}

/// A JSON value.
#[derive(Debug)]
pub(crate) enum Value<'d> {
    Null,
    Bool(bool),
    Number(f64),
    /// A whole number that a 64-bit float rounds, as it was typed.
    Large(i128),
    Text(Cow<'d, str>),
    List(Vec<Node<'d>>),
    Object(Object<'d>),
}

/// An object: its entries in order, the first one where a key is repeated.
#[derive(Debug, Default)]
pub(crate) struct Object<'d> {
    pub(crate) entries: Vec<(Cow<'d, str>, Node<'d>)>,
    pub(crate) repeated: Vec<Cow<'d, str>>,
}

impl<'d> Object<'d> {
    pub(crate) fn get(&self, key: &str) -> Option<&Node<'d>> {
        self.entries.iter().find(|(name, _)| name == key).map(|(_, node)| node)
    }

    /// Above this many entries repeated keys are found by hashing.
    const FEW: usize = 24;

    fn split_repeated(entries: Vec<(Cow<'d, str>, Node<'d>)>) -> Self {
        let mut object = Self::default();
        if entries.len() <= Self::FEW {
            let is_repeated = entries
                .iter()
                .enumerate()
                .any(|(at, (key, _))| entries.iter().take(at).any(|(other, _)| other == key));
            if !is_repeated {
                return Self { entries, repeated: Vec::new() };
            }
        }
        let mut seen = HashSet::new();
        for (key, node) in entries {
            if seen.insert(key.clone()) {
                object.entries.push((key, node));
            } else {
                object.repeated.push(key);
            }
        }
        object
    }
}

impl Value<'_> {
    /// What it is, in words.
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) | Self::Large(_) => "a number",
            Self::Text(_) => "a string",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    /// The value for a problem's `found`; lists and objects are too long to repeat.
    pub(crate) fn found(&self) -> Option<serde_json::Value> {
        match self {
            Self::Null => Some(serde_json::Value::Null),
            Self::Bool(value) => Some((*value).into()),
            Self::Number(value) => Some(number(*value)),
            Self::Large(value) => Some(number(*value as f64)),
            Self::Text(text) => Some(shorten(text).into()),
            Self::List(_) | Self::Object(_) => None,
        }
    }
}

/// Parses a document. What stops the parser is one problem, at the value where it stopped.
pub(crate) fn parse(text: &str) -> Result<Node<'_>, Box<Problem>> {
    if text.len() > MAX_BYTES {
        return Err(Box::new(too_large(u64::try_from(text.len()).ok())));
    }
    // Some editors write a byte order mark, which RFC 8259 lets a reader ignore.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let trace = Trace::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let parsed = Seed { trace: &trace, path: Path::ROOT, depth: 0 }
        .deserialize(&mut deserializer)
        .and_then(|node| deserializer.end().map(|()| node));
    parsed.map_err(|error| Box::new(trace.explain(&error)))
}

/// The problem of a document of so many bytes, where that is known.
pub(crate) fn too_large(bytes: Option<u64>) -> Problem {
    let bytes = match bytes {
        Some(bytes) => format!("{bytes} bytes"),
        None => format!("more than {MAX_BYTES} bytes"),
    };
    let message = format!("the document has {bytes}; at most {MAX_BYTES} are allowed");
    Problem::new("", Code::TooLarge, message)
}

/// Reads a value tree from any deserializer.
pub(crate) fn from_deserializer<'de, D: Deserializer<'de>>(from: D) -> Result<Node<'de>, D::Error> {
    let trace = Trace::default();
    Seed { trace: &trace, path: Path::ROOT, depth: 0 }.deserialize(from)
}

/// What the parser remembers besides the tree: how far it is, and where it gave up.
#[derive(Default)]
struct Trace {
    values: Cell<u32>,
    failed_at: RefCell<Option<String>>,
    is_too_deep: Cell<bool>,
}

impl Trace {
    fn next_place(&self) -> u32 {
        let place = self.values.get();
        self.values.set(place.saturating_add(1));
        place
    }

    fn explain(&self, error: &serde_json::Error) -> Problem {
        let path = self.failed_at.borrow().clone().unwrap_or_default();
        let place = format!("line {}, column {}", error.line(), error.column());
        if self.is_too_deep.get() {
            let message = format!("nested more than {MAX_DEPTH} levels deep at {place}");
            return Problem::new(path, Code::TooDeep, message);
        }
        let text = error.to_string();
        if text.starts_with("number out of range") {
            let message = format!("the number at {place} is too large for a 64-bit float");
            return Problem::new(path, Code::NotFinite, message);
        }
        let what = text.split(" at line ").next().unwrap_or_default();
        let mut problem =
            Problem::new(path, Code::InvalidJson, format!("invalid JSON at {place}: {what}"));
        if matches!(what, "expected value" | "expected ident") {
            problem.help = Some(
                "JSON has no NaN or infinity, no comments, and no comma after the last entry"
                    .to_owned(),
            );
        }
        problem.data = Some(ProblemData {
            found: Some(serde_json::json!({"line": error.line(), "column": error.column()})),
            ..ProblemData::default()
        });
        problem
    }
}

/// Builds one node; carries the path so that a failure knows where it is.
#[derive(Clone, Copy)]
struct Seed<'t> {
    trace: &'t Trace,
    path: Path<'t>,
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Node<'de>, D::Error> {
        let place = self.trace.next_place();
        match from.deserialize_any(self) {
            Ok(value) => Ok(Node { value, place }),
            Err(error) => {
                let mut failed_at = self.trace.failed_at.borrow_mut();
                if failed_at.is_none() {
                    *failed_at = Some(self.path.render());
                }
                Err(error)
            }
        }
    }
}

impl Seed<'_> {
    fn check_depth<E: de::Error>(self) -> Result<(), E> {
        if self.depth < MAX_DEPTH {
            return Ok(());
        }
        self.trace.is_too_deep.set(true);
        Err(E::custom(format_args!("nested more than {MAX_DEPTH} levels deep")))
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Value<'de>, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value<'de>, E> {
        Ok(Value::Number(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value<'de>, E> {
        Ok(whole(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value<'de>, E> {
        Ok(whole(value.into()))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value<'de>, A::Error> {
        self.check_depth()?;
        let mut list = Vec::new();
        loop {
            let path = self.path.item(list.len());
            let seed = Seed { path, depth: self.depth + 1, ..self };
            match access.next_element_seed(seed)? {
                Some(node) => list.push(node),
                None => return Ok(Value::List(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value<'de>, A::Error> {
        self.check_depth()?;
        let mut entries = Vec::new();
        while let Some(Key(key)) = access.next_key::<Key<'de>>()? {
            let path = self.path.key(&key);
            let seed = Seed { path, depth: self.depth + 1, ..self };
            let node = access.next_value_seed(seed)?;
            entries.push((key, node));
        }
        Ok(Value::Object(Object::split_repeated(entries)))
    }
}

fn whole<'d>(value: i128) -> Value<'d> {
    let rounded = value as f64;
    if rounded as i128 == value { Value::Number(rounded) } else { Value::Large(value) }
}

/// An object's key, borrowed from the text where it has no escapes.
struct Key<'d>(Cow<'d, str>);

impl<'de> de::Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(value)))
            }

            fn visit_str<E>(self, value: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(value.to_owned())))
            }
        }
        from.deserialize_str(KeyVisitor)
    }
}

/// The same as a plain value, in which nulls are absent.
pub(crate) fn to_json(node: &Node<'_>) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(flag) => (*flag).into(),
        Value::Number(value) => number(*value),
        Value::Large(value) => number(*value as f64),
        Value::Text(text) => text.as_ref().into(),
        Value::List(list) => list.iter().map(to_json).collect(),
        Value::Object(object) => {
            let present =
                object.entries.iter().filter(|(_, node)| !matches!(node.value, Value::Null));
            present.map(|(key, node)| (key.to_string(), to_json(node))).collect()
        }
    }
}

/// Problems sorted by where they stand in the document, cut after the limit.
pub(crate) fn in_document_order(found: Problems, root: &Node<'_>) -> Vec<Problem> {
    found.in_order(|pointer| place(root, pointer))
}

/// The place of the deepest value on the way to a pointer.
fn place(root: &Node<'_>, pointer: &str) -> u32 {
    let mut node = root;
    for part in pointer.split('/').skip(1) {
        let child = match &node.value {
            Value::Object(object) => object.get(&part.replace("~1", "/").replace("~0", "~")),
            Value::List(list) => part.parse::<usize>().ok().and_then(|index| list.get(index)),
            _ => None,
        };
        match child {
            Some(child) => node = child,
            None => break,
        }
    }
    node.place
}
