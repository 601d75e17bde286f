//! The answer in parts, for whoever lays it out: every sentence, name and number as the page has
//! them, and beside each number in words its value, from which a picture can be drawn.
//!
//! What the parts are made of is as stable as the rest of the library; the words in them are not.
//!
//! # Example
//! ```
//! use worthwhile::outline::Part;
//! let answer = worthwhile::Plan::read(include_str!("../../../examples/mvp.json"))?.assess()?;
//! let outline = answer.outline();
//! assert!(answer.to_text().starts_with(&outline.question));
//! let gives = outline.section(Part::Contributions).and_then(|own| own.table.as_ref());
//! let together = gives.and_then(|table| table.rows.last());
//! let worth = together.and_then(|row| row.cells.first()).and_then(|cell| cell.value);
//! assert_eq!(worth, answer.asked().map(|own| own.worth.mean));
//! # Ok::<(), worthwhile::Error>(())
//! ```

mod doubt;
mod effort;
mod options;
mod sources;
mod years;

use super::grammar::{capital, clean};
use super::{flips, page};
use crate::assessment::{Assessment, PursuitAssessment, Reason, Warning};

/// An answer in parts. Nothing in it has control or direction marks.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Outline {
    /// The question in words.
    pub question: String,
    /// The answer in one sentence.
    pub answer: String,
    /// What supports it: how much of it, how sure, what would be better.
    pub summary: String,
    /// What to consider before anything else.
    pub caution: Option<String>,
    /// The parts about the pursuit in question, in the order to read them.
    pub sections: Vec<Section>,
    /// Every other pursuit, explained, in case order.
    pub others: Vec<Other>,
    /// What computed it, in a sentence.
    pub made_by: String,
    /// The words of the layout.
    pub labels: Labels,
}

/// Words that stand by the parts.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Labels {
    /// The language of all words, a BCP 47 tag.
    pub language: &'static str,
    /// What unfolds the numbers of a picture.
    pub numbers: &'static str,
    /// What stands over the explanation of the other pursuits.
    pub others: &'static str,
}

/// A pursuit that is not the one in question.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Other {
    /// Its name and what is said of it.
    pub title: String,
    /// What it gives and costs, its plans, its reasons and warnings.
    pub sections: Vec<Section>,
}

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Part {
    /// What more or less of it would do. Rows rise with [`Row::at`], a part of what is planned;
    /// cells: hours a week, points better than without it and, where they say something, points
    /// better than the work only and the chance of the award.
    HowMuch,
    /// What it gives and costs. One cell, points; the last row is what they come to.
    Contributions,
    /// The plans with it and without. Cells: the plan in words, hours a week, free hours left,
    /// points.
    Plans,
    /// Why, in sentences.
    Reasons,
    /// How the margin is spread. Rows rise with [`Row::at`], a share of the scenarios; one cell,
    /// points.
    Chance,
    /// Year by year. Rows rise with [`Row::at`], the year; each column is a measure of its own.
    Years,
    /// What would turn the answer. Cells: the value now, the value there, the answer there, as a
    /// number 1 for yes and 0 for no. A row whose values stand on a scale has a [`Row::range`].
    Levers,
    /// Every number that could change the answer, where it was asked for.
    Flips,
    /// What to find out first.
    FindOut,
    /// What to look out for.
    Warnings,
    /// All pursuits side by side. Cells: hours a week, points alone, points of the best plan with
    /// it and, where something is uncertain, the points rarely gone below and above.
    Options,
    /// What the answer rests on. One cell, how many numbers.
    Basis,
    /// Every number that the case does not give. Cells: its value, its source.
    Sources,
}

/// One part of an answer.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Section {
    /// What it is about.
    pub part: Part,
    /// Its heading; empty where the section goes on from the one before.
    pub title: String,
    /// What a picture of the table shows, in a sentence. Absent where there is no picture.
    pub picture: Option<String>,
    /// Sentences.
    pub text: Vec<String>,
    /// Points of a list.
    pub items: Vec<String>,
    /// Numbers, each in words and as it is.
    pub table: Option<Table>,
}

/// Rows of numbers.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Table {
    /// What the first column is of, and then the others.
    pub columns: Vec<String>,
    /// The rows, in the order to read them.
    pub rows: Vec<Row>,
}

/// One row of a table.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Row {
    /// What it is of.
    pub name: String,
    /// What sets it apart, in a word or two.
    pub note: Option<String>,
    /// Whether it is what the answer is about, or what the others come to.
    pub is_marked: bool,
    /// Where it stands on the axis of a picture.
    pub at: Option<f64>,
    /// The ends of the scale on which its numbers stand.
    pub range: Option<[f64; 2]>,
    /// One for every column but the first.
    pub cells: Vec<Cell>,
}

/// A number in words, and as it is.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Cell {
    /// The words: those of the page, to the digit.
    pub text: String,
    /// The number. Absent where there is none.
    pub value: Option<f64>,
}

impl Assessment {
    /// The answer in parts, for whoever lays it out. [`page`](Self::page) lays it out as text.
    #[must_use]
    pub fn outline(&self) -> Outline {
        let (answer, summary) = page::in_short(self);
        let asked = self.asked();
        let of_asked = asked.into_iter().flat_map(|own| about(self, own));
        let whole = [options::side_by_side(self), Some(sources::basis(self))].into_iter().flatten();
        let sections = of_asked.chain(whole).chain(sources::sources(self)).collect();
        let others = self.pursuits.iter().filter(|own| own.id != self.question.pursuit);
        Outline {
            question: clean(&self.question.text),
            answer: clean(&answer),
            summary: clean(&summary),
            caution: asked.and_then(|own| page::caution_of(self, own)).map(|text| clean(&text)),
            sections,
            others: others.map(|own| other(self, own)).collect(),
            made_by: made_by(self),
            labels: Labels {
                language: "en-US",
                numbers: "The numbers of this picture",
                others: "The other options, explained",
            },
        }
    }
}

impl Outline {
    /// The first section about something, where there is one.
    #[must_use]
    pub fn section(&self, part: Part) -> Option<&Section> {
        self.sections.iter().find(|own| own.part == part)
    }
}

/// The sections about the pursuit in question.
fn about(answer: &Assessment, asked: &PursuitAssessment) -> Vec<Section> {
    let sections = [
        effort::how_much(answer, asked),
        Some(effort::contributions(asked)),
        Some(effort::plans(answer, asked)),
        sentences(Part::Reasons, "", page::shown_reasons(asked)),
        doubt::chance(answer, asked),
        years::years(answer, asked),
        doubt::levers(answer),
        list(Part::Flips, flips::HEADING, &flips::items(answer)),
        sentences(Part::FindOut, "What to find out first", page::advice(answer)),
        list(Part::Warnings, "Warnings", &page::shown_warnings(answer, asked)),
    ];
    sections.into_iter().flatten().collect()
}

fn other(answer: &Assessment, own: &PursuitAssessment) -> Other {
    let warnings: Vec<&str> = own.warnings.iter().map(Warning::text).collect();
    let sections = [
        Some(effort::contributions(own)),
        Some(effort::plans(answer, own)),
        sentences(Part::Reasons, "", own.reasons.iter().filter(is_reason).map(Reason::text)),
        list(Part::Warnings, "", &warnings),
    ];
    Other {
        title: format!("{}: {}", capital(&clean(&own.name)), page::options::verdict(answer, own)),
        sections: sections.into_iter().flatten().collect(),
    }
}

/// What it gives and costs says of the award what there is to say.
fn is_reason(reason: &&Reason) -> bool {
    !matches!(reason, Reason::Award { .. })
}

fn made_by(answer: &Assessment) -> String {
    let engine = &answer.engine;
    let version = clean(&engine.version);
    match engine.scenarios {
        1 => format!("Computed by worthwhile {version}; nothing in the case is uncertain."),
        scenarios => format!(
            "Computed by worthwhile {version} from {} scenarios, seed {}.",
            super::grammar::grouped(&scenarios.to_string()),
            engine.seed
        ),
    }
}

impl Section {
    fn new(part: Part, title: &str) -> Self {
        Self {
            part,
            title: title.to_owned(),
            picture: None,
            text: Vec::new(),
            items: Vec::new(),
            table: None,
        }
    }

    fn with_picture(self, shows: impl Into<String>) -> Self {
        Self { picture: Some(shows.into()), ..self }
    }

    fn with_text<S: AsRef<str>>(mut self, text: impl IntoIterator<Item = S>) -> Self {
        self.text.extend(text.into_iter().map(|own| clean(own.as_ref())));
        self
    }

    fn with_table<S: Into<String>>(
        self,
        columns: impl IntoIterator<Item = S>,
        rows: Vec<Row>,
    ) -> Self {
        let columns = columns.into_iter().map(Into::into).collect();
        Self { table: Some(Table { columns, rows }), ..self }
    }
}

fn sentences<'t>(
    part: Part,
    title: &str,
    text: impl IntoIterator<Item = &'t str>,
) -> Option<Section> {
    let section = Section::new(part, title).with_text(text);
    (!section.text.is_empty()).then_some(section)
}

fn list<S: AsRef<str>>(part: Part, title: &str, items: &[S]) -> Option<Section> {
    let items: Vec<String> = items.iter().map(|own| clean(own.as_ref())).collect();
    (!items.is_empty()).then(|| Section { items, ..Section::new(part, title) })
}

impl Row {
    fn new(name: impl AsRef<str>, cells: Vec<Cell>) -> Self {
        Self { name: clean(name.as_ref()), cells, ..Self::default() }
    }
}

impl Cell {
    fn new(text: impl Into<String>, value: f64) -> Self {
        Self { text: text.into(), value: Some(value) }
    }

    fn text(text: impl AsRef<str>) -> Self {
        Self { text: clean(text.as_ref()), value: None }
    }

    /// Points with their sign.
    fn signed(points: f64) -> Self {
        Self::new(super::grammar::signed(points), points)
    }

    /// Hours a week.
    fn hours(hours: f64) -> Self {
        Self::new(super::grammar::fixed(hours, 1), hours)
    }

    fn share(share: f64) -> Self {
        Self::new(super::grammar::share(share), share)
    }

    /// A number, or what stands where there is none.
    fn or(number: Option<f64>, cell: fn(f64) -> Self, none: &str) -> Self {
        number.map_or_else(|| Self::text(none), cell)
    }
}

#[cfg(test)]
mod tests;
