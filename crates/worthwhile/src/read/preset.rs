//! Files of the catalogue: presets, categories and conditions with their sources.

use std::sync::Arc;

use indexmap::IndexMap;

use super::case::by_motive;
use super::cursor::{Cursor, Fields, SLUG, SNAKE, Sink};
use super::path::Path;
use super::tree;
use crate::case::Motive;
use crate::catalogue::{Catalogue, Category, Condition, Preset, Seen, Source};
use crate::field;
use crate::problem::Problem;

/// Reads a preset from its file.
pub(crate) fn preset(text: &str) -> Result<Preset, Vec<Problem>> {
    read(text, |at| {
        let fields = at.object(&["id", "name", "about", "as_of", "pursuit", "sources"])?;
        let id = fields.require("id")?.name(&SLUG)?;
        let [name, about, as_of] = ["name", "about", "as_of"].map(|key| text_of(&fields, key));
        let pursuit = super::pursuit::decode(&fields.require("pursuit")?)?;
        let sources = fields.require("sources").and_then(|at| sources(&at))?;
        Some(Preset::new(id.into(), [name?, about?, as_of?], pursuit, sources))
    })
}

/// Reads the categories and conditions.
pub(crate) fn catalogue(text: &str) -> Result<Catalogue, Vec<Problem>> {
    read(text, |at| {
        let fields = at.object(&["categories", "conditions", "sources"])?;
        let categories = by_id(&fields.require("categories")?, category)?;
        let conditions = by_id(&fields.require("conditions")?, condition)?;
        let sources = fields.require("sources").and_then(|at| sources(&at))?;
        Some(Catalogue::new(categories, conditions, sources))
    })
}

fn read<T>(text: &str, decode: impl FnOnce(&Cursor<'_>) -> Option<T>) -> Result<T, Vec<Problem>> {
    let root = tree::parse(text).map_err(|problem| vec![*problem])?;
    let sink = Sink::default();
    let read = decode(&Cursor { node: &root, path: Path::ROOT, sink: &sink });
    let problems = super::in_document_order(sink.into_problems(), &root);
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
