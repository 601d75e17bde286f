//! What the answer rests on, counted and one by one.

use super::super::Phrase;
use super::super::grammar::{capital, in_sentence};
use super::super::numbers::words;
use super::super::page::{counts, rests_on};
use super::super::preset::in_words;
use super::{Cell, Part, Row, Section};
use crate::assessment::{Assessment, Assumption, Provenance};
use crate::catalogue::Seen;
use crate::field::{self, Field};
use crate::order;

pub(super) fn basis(answer: &Assessment) -> Section {
    let rows = counts(answer)
        .into_iter()
        .map(|(count, what)| Row::new(what, vec![Cell::new(count.to_string(), count as f64)]));
    Section::new(Part::Basis, "What this rests on")
        .with_picture("Where the numbers come from.")
        .with_text([rests_on(answer)])
        .with_table(["numbers", "how many"], rows.collect())
}

/// Where a number comes from, the firmest ground first.
#[derive(Clone, Copy, PartialEq)]
enum Ground {
    Published,
    Judged,
    Default,
}

/// The numbers that the case does not give, by the ground they stand on.
pub(super) fn sources(answer: &Assessment) -> Vec<Section> {
    let grounds = [
        (Ground::Published, "Numbers from publications"),
        (Ground::Judged, "Numbers that are judged"),
        (Ground::Default, "Numbers that are defaults, or follow from others"),
    ];
    let section = |(ground, title): (Ground, &str)| {
        let own = answer.assumptions.iter().filter(|own| of(&own.source).0 == ground);
        let mut rows: Vec<Row> = own.map(|own| row(answer, own)).collect();
        // Numbers of one source together, in the order in which sources come up.
        let sources: Vec<String> = rows.iter().filter_map(source).map(str::to_owned).collect();
        order::sort_by_key(&mut rows, |row| {
            sources.iter().position(|known| source(row) == Some(known))
        });
        let table = Section::new(Part::Sources, title)
            .with_table(["number", "what it is taken to be", "source"], rows);
        table.table.as_ref().is_some_and(|own| !own.rows.is_empty()).then_some(table)
    };
    grounds.into_iter().filter_map(section).collect()
}

fn source(row: &Row) -> Option<&str> {
    row.cells.last().map(|cell| cell.text.as_str())
}

fn of(source: &Provenance) -> (Ground, &str) {
    match source {
        Provenance::Default { text } => (Ground::Default, text),
        Provenance::Preset { seen, text, .. } | Provenance::Catalogue { seen, text } => {
            let is_judged = *seen == Seen::Illustrative;
            (if is_judged { Ground::Judged } else { Ground::Published }, text)
        }
    }
}

fn row(answer: &Assessment, own: &Assumption) -> Row {
    let field = field_of(&own.input);
    let value = match (&own.value, &own.follows) {
        (Some(value), _) => in_words(value, field.map_or("", |field| words(field.key).listed[1])),
        (None, Some(other)) => format!("as {}", named(answer, other)),
        (None, None) => String::new(),
    };
    let name = capital(&named(answer, &own.input));
    Row::new(name, vec![Cell::text(value), Cell::text(of(&own.source).1)])
}

/// An input in words.
fn named(answer: &Assessment, input: &str) -> String {
    let other = |id: &str| {
        let own = answer.pursuits.iter().find(|own| own.id == id && id != answer.question.pursuit);
        own.map(|own| own.name.as_str())
    };
    match field_of(input) {
        Some(field) => Phrase::named(input, field, other).noun(),
        None => in_sentence(&input.replace(['/', '_', '-'], " ")),
    }
}

/// The field that an input is of.
fn field_of(input: &str) -> Option<&'static Field> {
    field::all().find(|field| {
        let (mut parts, mut own) = (field.path.split('/'), input.split('/'));
        loop {
            match (parts.next(), own.next()) {
                (None, None) => return true,
                (Some(part), Some(word)) if part == word || part.starts_with('{') => {}
                _ => return false,
            }
        }
    })
}
