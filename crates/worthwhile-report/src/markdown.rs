//! The report as Markdown.

use worthwhile::outline::{Outline, Part, Row, Section, Table};

use crate::frame::Scale;

/// Letters of the longest bar.
const LONGEST_BAR: f64 = 20.0;

pub(crate) fn document(outline: &Outline, is_whole: bool) -> String {
    let mut page = String::new();
    block(&mut page, &format!("# {}", inline(&outline.question)));
    block(&mut page, &format!("**{}**", inline(&outline.answer)));
    paragraph(&mut page, &outline.summary);
    if let Some(caution) = &outline.caution {
        block(&mut page, &format!("> {}", inline(caution)));
    }
    let is_shown = |own: &&Section| is_whole || own.part != Part::Sources;
    for own in outline.sections.iter().filter(is_shown) {
        section(&mut page, own, "##");
    }
    if is_whole {
        for own in &outline.others {
            block(&mut page, &format!("## {}", inline(&own.title)));
            own.sections.iter().for_each(|own| section(&mut page, own, "###"));
        }
    }
    paragraph(&mut page, &outline.made_by);
    page
}

fn section(page: &mut String, own: &Section, marks: &str) {
    if !own.title.is_empty() {
        block(page, &format!("{marks} {}", inline(&own.title)));
    }
    own.text.iter().for_each(|text| paragraph(page, text));
    if !own.items.is_empty() {
        let items: Vec<String> =
            own.items.iter().map(|item| format!("- {}", inline(item))).collect();
        block(page, &items.join("\n"));
    }
    if let Some(table) = &own.table {
        block(page, &rows(own.part, table));
    }
}

/// A table; with bars where they are the picture.
fn rows(part: Part, table: &Table) -> String {
    let bars = match part {
        Part::HowMuch => Some(1),
        Part::Contributions => Some(0),
        _ => None,
    };
    let scale = bars.map(|at| {
        let points = |row: &Row| row.cells.get(at).and_then(|cell| cell.value);
        Scale::of_points(table.rows.iter().filter_map(points).map(f64::abs))
    });
    let heads = table.columns.iter().map(|name| inline(name));
    let mut lines = vec![line(heads.chain(bars.map(|_| String::new())))];
    let is_number = |at: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(at.checked_sub(1)?));
        cells.clone().count() > 0 && cells.clone().any(|cell| cell.value.is_some())
    };
    let rules = (0..table.columns.len()).map(|at| if is_number(at) { "---:" } else { "---" });
    lines.push(line(rules.chain(bars.map(|_| "---")).map(str::to_owned)));
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| inline(&cell.text));
        let bar = bars.zip(scale).map(|(at, scale)| bar(row, at, scale));
        lines.push(line([name(row)].into_iter().chain(cells).chain(bar)));
    }
    lines.join("\n")
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn name(row: &Row) -> String {
    let name = inline(&row.name);
    let note = row.note.as_ref().map(|note| format!(" ({})", inline(note))).unwrap_or_default();
    if row.is_marked { format!("**{name}{note}**") } else { name + &note }
}

/// A bar, dense for a gain and light for a loss.
fn bar(row: &Row, at: usize, scale: Scale) -> String {
    let Some(points) = row.cells.get(at).and_then(|cell| cell.value) else { return String::new() };
    let length = (scale.at(points.abs()).value() / 100.0 * LONGEST_BAR).round() as usize;
    if points < 0.0 { "░" } else { "█" }.repeat(length)
}

fn block(page: &mut String, text: &str) {
    if !page.is_empty() {
        page.push('\n');
    }
    page.push_str(text);
    page.push('\n');
}

fn paragraph(page: &mut String, text: &str) {
    if !text.is_empty() {
        block(page, &inline(text));
    }
}

/// Text that stands for itself: what Markdown or HTML would take for a mark is escaped.
fn inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let is_mark = matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '$'
        );
        // These are marks only where a line begins.
        let begins_block = at == 0 && matches!(letter, '#' | '=');
        if is_mark || begins_block {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_name_holds_stands_for_itself() {
        assert_eq!(inline("a|b *c* <img src=x> [d](e)"), r"a\|b \*c\* \<img src=x\> \[d\](e)");
        assert_eq!(inline("# no heading #"), r"\# no heading #");
        assert_eq!(inline("+13 to -7"), "+13 to -7");
    }
}
