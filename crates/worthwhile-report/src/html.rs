//! The report as HTML.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use worthwhile::outline::{Other, Outline, Part, Row, Section, Table};

use crate::pictures::{ends, picture, track};

/// The styles of a fragment. Every rule is for what is inside an element of the class `worthwhile`.
pub const STYLE: &str = include_str!("style.css");

/// The policy that the file is under, which it states itself: it runs no script, loads nothing, and
/// has no styles but its own.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
     style-src 'sha256-guebK5X/qm7KzuDbRbGC90I3ou8ViPgtErEozkobc4c='; base-uri 'none'; form-action 'none'";

/// What only a file of its own says about its page.
const PAGE_STYLE: &str = include_str!("page.css");

/// The levels of headings: of the question, of a section, and within it.
#[derive(Clone, Copy)]
struct Levels([u8; 3]);

pub(crate) fn document(outline: &Outline, is_whole: bool) -> String {
    let body = body(outline, is_whole, Levels([1, 2, 3]));
    page(outline.labels.language, &outline.question, &body)
}

/// One HTML file with a body that has the classes of [`STYLE`].
pub fn page(language: &str, title: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(CONTENT_SECURITY_POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(page_style())) }
            }
            "\n"
            body {
                main class="worthwhile" { (body) }
            }
        }
        "\n"
    };
    page.into_string()
}

/// All styles of a file of its own.
fn page_style() -> String {
    format!("{PAGE_STYLE}{STYLE}")
}

pub(crate) fn fragment(outline: &Outline, is_whole: bool) -> String {
    let part = html! {
        div class="worthwhile" lang=(outline.labels.language) {
            style { (PreEscaped(STYLE)) }
            (body(outline, is_whole, Levels([2, 3, 4])))
        }
        "\n"
    };
    part.into_string()
}

fn body(outline: &Outline, is_whole: bool, levels: Levels) -> Markup {
    let Levels([top, section_level, inner]) = levels;
    html! {
        "\n"
        (heading(top, "ww-question", &outline.question))
        p class="ww-answer" { (outline.answer) }
        @if !outline.summary.is_empty() { p class="ww-summary" { (outline.summary) } }
        @if let Some(caution) = &outline.caution { p class="ww-caution" { (caution) } }
        @for own in &outline.sections { "\n" (section(own, outline, section_level)) }
        @if is_whole && !outline.others.is_empty() {
            "\n"
            section {
                (heading(section_level, "", outline.labels.others))
                @for own in &outline.others { "\n" (other(own, outline, inner)) }
            }
        }
        p class="ww-made ww-faint" { (outline.made_by) }
    }
}

fn other(own: &Other, outline: &Outline, level: u8) -> Markup {
    html! {
        details {
            summary { (own.title) }
            @for own in &own.sections { (section(own, outline, level)) }
        }
    }
}

fn section(own: &Section, outline: &Outline, level: u8) -> Markup {
    if own.part == Part::Sources {
        return sources(own);
    }
    let table = own.table.as_ref();
    html! {
        section {
            @if !own.title.is_empty() { (heading(level, "", &own.title)) }
            @for text in &own.text { p { (text) } }
            @if own.part == Part::Levers {
                (levers(own))
            } @else if let Some(picture) = picture(own) {
                figure {
                    div role="img" aria-label=(own.title) { (picture) }
                    @if let Some(shows) = &own.picture {
                        figcaption class="ww-faint" { (shows) }
                    }
                }
            }
            @if !own.items.is_empty() { ul { @for item in &own.items { li { (item) } } } }
            @if let Some(table) = table {
                details {
                    summary { (outline.labels.numbers) }
                    (numbers(table))
                }
            }
        }
    }
}

/// Each change in words, on its scale.
fn levers(own: &Section) -> Markup {
    let Some(table) = &own.table else { return html! {} };
    html! {
        ul class="ww-list ww-levers" {
            @for row in &table.rows {
                li {
                    div class="ww-head" {
                        span { (row.name) }
                        span class=(if row.is_marked { "ww-number ww-strong" } else { "ww-number" }) {
                            (row.cells.last().map_or("", |cell| &cell.text))
                        }
                    }
                    @if let Some(track) = track(row) {
                        (track)
                        @if let Some([low, high]) = ends(row) {
                            div class="ww-head ww-faint" { span { (low) } span { (high) } }
                        }
                    }
                }
            }
        }
        @if let Some(shows) = &own.picture { p class="ww-caption ww-faint" { (shows) } }
    }
}

fn heading(level: u8, class: &str, text: &str) -> Markup {
    let class = (!class.is_empty()).then_some(class);
    html! {
        @match level {
            1 => h1 class=[class] { (text) },
            2 => h2 class=[class] { (text) },
            3 => h3 class=[class] { (text) },
            _ => h4 class=[class] { (text) },
        }
    }
}

/// A table that a narrow screen scrolls within itself, by keyboard too.
fn numbers(table: &Table) -> Markup {
    html! {
        div class="ww-scroll" tabindex="0" role="group" aria-label=(head(table, 0)) {
            table {
                thead { tr { @for name in &table.columns { (column(name)) } } }
                tbody { @for row in &table.rows { (line(row)) } }
            }
        }
    }
}

fn head(table: &Table, at: usize) -> &str {
    table.columns.get(at).map_or("", String::as_str)
}

/// The head of a column; one without a name heads nothing.
fn column(name: &str) -> Markup {
    html! { @if name.is_empty() { td {} } @else { th scope="col" { (name) } } }
}

fn line(row: &Row) -> Markup {
    html! {
        tr {
            th scope="row" {
                (row.name)
                @if let Some(note) = &row.note { " (" (note) ")" }
            }
            @for cell in &row.cells {
                td class=[cell.value.is_some().then_some("ww-number")] { (cell.text) }
            }
        }
    }
}

/// The numbers of one ground, folded; those of one source stand together.
fn sources(own: &Section) -> Markup {
    let Some(table) = &own.table else { return html! {} };
    let source = |row: &Row| row.cells.last().map(|cell| cell.text.clone()).unwrap_or_default();
    html! {
        details class="ww-sources" {
            summary { (own.title) " (" (table.rows.len()) ")" }
            @for group in table.rows.chunk_by(|one, other| source(one) == source(other)) {
                p class="ww-source" { (group.first().map(source).unwrap_or_default()) }
                dl {
                    @for row in group {
                        div { dt { (row.name) } dd { (row.cells.first().map_or("", |cell| &cell.text)) } }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    #[test]
    fn the_policy_names_the_styles_there_are() {
        let hash = base64(&Sha256::digest(page_style()));
        assert!(CONTENT_SECURITY_POLICY.contains(&format!("'sha256-{hash}'")), "it is {hash}");
    }

    fn base64(bytes: &[u8]) -> String {
        const LETTERS: &[u8; 64] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut text = String::new();
        for three in bytes.chunks(3) {
            let all = [0, 1, 2].map(|at| u32::from(three.get(at).copied().unwrap_or(0)));
            let bits = all[0] << 16 | all[1] << 8 | all[2];
            for at in 0..4 {
                let letter = LETTERS[(bits >> (18 - 6 * at) & 63) as usize];
                text.push(if at > three.len() { '=' } else { char::from(letter) });
            }
        }
        text
    }

    /// What is not under the class could change a page that the fragment stands in.
    #[test]
    fn every_rule_of_a_fragment_is_for_what_is_inside() {
        let without_comments = STYLE.split("*/").map(|part| part.split("/*").next().unwrap());
        let style: String = without_comments.collect();
        let mut heads = 0;
        for piece in style.split(['{', '}', ';']).map(str::trim) {
            // What is left are declarations, which have a colon right behind a property.
            let is_declaration = piece.split(':').next().is_some_and(|name| {
                name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
            });
            if piece.is_empty()
                || piece.starts_with("@media")
                || piece.starts_with("@container")
                || is_declaration
            {
                continue;
            }
            heads += 1;
            for selector in piece.split(',') {
                assert!(selector.trim().starts_with(".worthwhile"), "{selector}");
            }
        }
        assert!(heads > 20);
        assert!(!style.contains("@page") && !style.contains("@import") && !style.contains("url("));
    }
}
