//! Files of the catalogue: presets, categories and conditions with their sources.

use std::sync::Arc;

use indexmap::IndexMap;

use super::check_preset;
use super::pairs::figure_pointers;
use crate::case::{Motive, Pursuit};
use crate::catalogue::{Catalogue, Category, Condition, Preset, Seen, Source};
use crate::field;
use crate::limits::{MAX_ITEMS, MAX_NAME};
use crate::problem::{Code, Problem, Problems, shorten};
use crate::read::{
    self, Cursor, Fields, MONTH, Path, SLUG, SNAKE, Value, by_motive, decode_preset, version,
};

const PRESET_KEYS: &[&str] =
    &["schema_version", "id", "name", "about", "as_of", "pursuit", "sources"];

/// The longest pointer to a number of a pursuit is shorter.
const LONGEST_POINTER: usize = 2 * MAX_NAME;

/// Reads a preset from its file, for a catalogue that has the categories and conditions.
pub(super) fn preset(text: &str, catalogue: &Catalogue) -> Result<Preset, Vec<Problem>> {
    read(text, |at| preset_at(at, catalogue))
}

/// Reads a preset from the tree of its file.
pub(super) fn preset_at(at: &Cursor<'_>, catalogue: &Catalogue) -> Option<Preset> {
    let fields = at.object(PRESET_KEYS)?;
    version(&fields);
    let id = fields.require("id").and_then(|at| new_id(&at, catalogue));
    let [name, about] = ["name", "about"].map(|key| text_of(&fields, key));
    let as_of = fields.require("as_of").and_then(|at| at.name(&MONTH));
    let pursuit = fields.require("pursuit").and_then(|at| pursuit(&at, catalogue));
    let sources_at = fields.require("sources");
    let sources = sources_at.as_ref().and_then(sources);
    let (pursuit, sources_at) = (pursuit?, sources_at?);
    check_pointers(&sources_at, &pursuit);
    Some(Preset::new(id?.into(), [name?, about?, as_of?], pursuit, sources?))
}

/// An id that no other preset has.
fn new_id(at: &Cursor<'_>, catalogue: &Catalogue) -> Option<String> {
    let id = at.name(&SLUG)?;
    if catalogue.presets.contains_key(&id) {
        let suggestion = format!("{id}-2");
        at.sink.note(
            at.report(Code::DuplicateId, format!("`{id}` is also the id of another preset"))
                .with_found(Some(id.as_str().into()))
                .with_help(format!("give it a different id, for example `{suggestion}`"))
                .with_suggestion(suggestion),
        );
    }
    Some(id)
}

fn pursuit(at: &Cursor<'_>, catalogue: &Catalogue) -> Option<Pursuit> {
    let pursuit = decode_preset(at)?;
    check_preset(&pursuit, catalogue, at.sink);
    Some(pursuit)
}

/// Reports sources that lead to no figure. Where the pursuit itself is wrong nothing is said: the
/// figure may be what is missing.
fn check_pointers(at: &Cursor<'_>, pursuit: &Pursuit) {
    let Value::Object(object) = &at.node.value else { return };
    if at.sink.has_below("/pursuit") {
        return;
    }
    let figures = figure_pointers(pursuit);
    let names: Vec<&str> = figures.iter().map(String::as_str).collect();
    let series = at.sink.series();
    for (pointer, node) in object.entries.iter().take(MAX_ITEMS) {
        series.next();
        let is_of = |rest: &str| rest.is_empty() || rest.starts_with('/');
        if names.iter().any(|figure| figure.strip_prefix(&**pointer).is_some_and(is_of)) {
            continue;
        }
        let place = Cursor { node, path: at.path.key(pointer), sink: at.sink };
        place.sink.note_at(place.path.render(), Code::UnknownItem, |path| {
            let message =
                format!("`{}` does not point to a number in the pursuit", shorten(pointer));
            Problem::new(path, Code::UnknownItem, message).with_choice(pointer, &names)
        });
    }
}

/// Reads the categories and conditions.
pub(super) fn catalogue(text: &str) -> Result<Catalogue, Vec<Problem>> {
    read(text, |at| {
        let fields = at.object(&["categories", "conditions", "sources"])?;
        let categories = by_id(&fields.require("categories")?, category)?;
        let conditions = by_id(&fields.require("conditions")?, condition)?;
        let sources = fields.require("sources").and_then(|at| sources(&at))?;
        Some(Catalogue::new(categories, conditions, sources))
    })
}

fn read<T>(text: &str, decode: impl FnOnce(&Cursor<'_>) -> Option<T>) -> Result<T, Vec<Problem>> {
    let root = read::parse(text).map_err(|problem| vec![*problem])?;
    let sink = Problems::default();
    let read = decode(&Cursor { node: &root, path: Path::ROOT, sink: &sink });
    let problems = read::in_document_order(sink, &root);
    read.filter(|_| problems.is_empty()).ok_or(problems)
}

fn text_of<'c>(fields: &Fields<'c>, key: &'c str) -> Option<String> {
    fields.require(key)?.text()
}

fn by_id<T>(
    at: &Cursor<'_>,
    decode: fn(&Cursor<'_>) -> Option<(String, T)>,
) -> Option<IndexMap<String, T>> {
    at.list()?.map(|item| decode(&item)).collect()
}

fn category(at: &Cursor<'_>) -> Option<(String, Category)> {
    let fields = at.object(&["id", "name", "about", "serves"])?;
    let id = fields.require("id")?.name(&SNAKE)?;
    let serves = by_motive(&fields.require("serves")?, &Motive::SERVED, &field::SERVES)?;
    let category =
        Category { name: text_of(&fields, "name")?, about: text_of(&fields, "about")?, serves };
    Some((id, category))
}

fn condition(at: &Cursor<'_>) -> Option<(String, Condition)> {
    let fields = at.object(&["id", "name", "about", "ask", "default"])?;
    let id = fields.require("id")?.name(&SNAKE)?;
    let condition = Condition {
        name: text_of(&fields, "name")?,
        about: text_of(&fields, "about")?,
        ask: text_of(&fields, "ask")?,
        default: fields.require("default")?.estimate(&field::CONDITION),
    };
    Some((id, condition))
}

fn sources(at: &Cursor<'_>) -> Option<IndexMap<String, Arc<Source>>> {
    let fields = at.map()?;
    let rows = fields.entries().map(|(pointer, place)| {
        // Under a pointer that leads nowhere, and is that long, every problem would repeat it.
        if pointer.len() > LONGEST_POINTER {
            return None;
        }
        let fields = place.object(&["seen", "source", "instead"])?;
        let source = Source {
            seen: Seen::from_word(fields.require("seen")?.word(&Seen::WORDS)?),
            source: text_of(&fields, "source")?.into(),
            instead: text_of(&fields, "instead")?,
        };
        Some((pointer.to_owned(), Arc::new(source)))
    });
    rows.collect()
}
