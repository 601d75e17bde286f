//! The pictures of a report, each drawn from the table that stands with it.
//!
//! Widths are percent of whatever room there is and heights are pixels, so that a picture fits any
//! screen and its letters stay as large as those of the text.

mod columns;
mod curve;
mod dots;
mod intervals;
mod parts;
mod tracks;
mod waterfall;
mod weeks;

use maud::{Markup, html};
use worthwhile::outline::{Part, Row, Section, Table};

use crate::frame::{Percent, Span};
use crate::labels::Placed;

/// The picture of a section, where it has one.
pub(crate) fn picture(section: &Section) -> Option<Markup> {
    section.picture.as_ref()?;
    let table = section.table.as_ref()?;
    Some(match section.part {
        Part::HowMuch => curve::Curve::of(table).draw(),
        Part::Contributions => waterfall::Waterfall::of(table).draw(),
        Part::Plans => weeks::draw(table),
        Part::Chance => dots::Dots::of(table)?.draw(),
        Part::Years => columns::draw(table),
        Part::Options => intervals::draw(table),
        Part::Basis => parts::draw(table),
        Part::Levers => return None,
        _ => return None,
    })
}

pub(crate) use tracks::{ends, track};

/// The number of a cell.
fn value(row: &Row, at: usize) -> Option<f64> {
    row.cells.get(at)?.value
}

/// The words of a cell.
fn text(row: &Row, at: usize) -> &str {
    row.cells.get(at).map_or("", |cell| &cell.text)
}

/// The words of a cell and what its column is of: `9.1 hours a week`.
fn said(table: &Table, row: &Row, at: usize) -> String {
    let head = table.columns.get(at + 1).map_or("", String::as_str);
    format!("{} {head}", text(row, at))
}

/// A bar over the whole height of its frame but for so many pixels above and below.
pub fn bar(span: Span, class: &str, inset: u32, height: u32) -> Markup {
    html! {
        rect class=(class) x=(span.start) width=(span.width) y=(inset)
            height=(height.saturating_sub(2 * inset)) {}
    }
}

/// A line from top to bottom.
pub fn upright(at: Percent, class: &str, height: u32) -> Markup {
    html! { line class=(class) x1=(at) x2=(at) y1="0" y2=(height) {} }
}

/// Labels in a line at some height.
fn line_of(labels: &[Placed], y: f64) -> Markup {
    html! { @for own in labels { (lettering(own, y)) } }
}

fn lettering(own: &Placed, y: f64) -> Markup {
    html! {
        text x=(own.label.at) y=(crate::frame::short(y)) text-anchor=(own.anchor.as_str()) {
            (own.label.text)
        }
    }
}

/// The class of something good or bad.
fn tone(points: f64) -> &'static str {
    if points < 0.0 { "ww-bad" } else { "ww-good" }
}

#[cfg(test)]
mod tests {
    use worthwhile::outline::{Part, Table};

    const CASE: &str = r#"{"schema_version": 1,
        "person": {"motivations": {"enjoyment": 8, "altruism": 8, "belonging": 6, "career": 3},
            "time": {"free_hours_per_week": {"low": 8, "high": 14}, "work_hours_per_week": 42}},
        "pursuits": [{"preset": "microsoft-mvp"}, {"preset": "rest"}]}"#;

    /// The table of a part of an answer.
    pub(super) fn table_of(part: Part) -> Table {
        let plan = worthwhile::Plan::read(CASE).unwrap();
        let options = worthwhile::Options::default().with_scenarios(64);
        let answer = plan.run().options(&options).assess().unwrap();
        answer.outline().section(part).and_then(|own| own.table.clone()).unwrap()
    }
}
