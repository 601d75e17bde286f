//! A summary as one HTML file.

mod pictures;
#[cfg(test)]
mod tests;

use maud::{Markup, html};
use worthwhile::writing::{clean, grouped, share};
use worthwhile_report::drawing;

use crate::summary::{LeverEffect, SegmentSummary, Summary, Teller};
use crate::words;

const LANGUAGE: &str = "en";

impl Summary {
    /// The summary as one HTML file that needs no other: with its styles, without a script, under the policy
    /// [`CONTENT_SECURITY_POLICY`](worthwhile_report::CONTENT_SECURITY_POLICY). The same summary gives the same bytes.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Options, Plan};
    /// use worthwhile_groups::{Group, Map, Speed, Tally};
    /// # use arrow::datatypes::{DataType, Field, Schema};
    /// let plan = Plan::read(r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}],
    ///     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}}}"#)?;
    /// let table = Schema::new(vec![Field::new("free_hours_per_week", DataType::Float64, true)]);
    /// let map = Map::inferred(&plan, &table);
    /// let group = Group::new(&plan, &map, &table, Speed::AtTheMeans, &Options::default())?;
    /// let html = Tally::new(&group, &[], &[])?.summary(None).to_html();
    /// assert!(html.starts_with("<!DOCTYPE html>") && html.contains("The table has no people."));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn to_html(&self) -> String {
        let question = words::question(self);
        drawing::page(LANGUAGE, &question, &body(self, &question))
    }
}

fn body(summary: &Summary, question: &str) -> Markup {
    let all = summary.segments.first();
    let rest = summary.segments.get(1..).unwrap_or_default();
    html! {
        "\n"
        h1 class="ww-question" { (question) }
        p class="ww-answer" { (words::answer(summary)) }
        @for text in words::details(summary) { p { (text) } }
        @for grouping in rest.chunk_by(|one, other| one.by.keys().eq(other.by.keys())) {
            "\n" (segments(summary, grouping))
        }
        @if let Some(all) = all.filter(|all| !all.levers.is_empty()) { "\n" (levers(summary, &all.levers)) }
        @if let Some(text) = all.and_then(words::impossible) { p { (text) } }
        @if !summary.tellers.is_empty() { "\n" (tellers(&summary.tellers)) }
        p class="ww-made ww-faint" { (words::how(summary)) }
    }
}

/// A bar for each segment, with its range under it.
fn segments(summary: &Summary, all: &[SegmentSummary]) -> Markup {
    let title = all.first().map(words::segment_title).unwrap_or_default();
    html! {
        section {
            h2 { (title) }
            figure {
                (pictures::shares(all))
                figcaption class="ww-faint" {
                    "The share of each for whom it is worth it, and its range under it. "
                    (words::what_ranges_are(summary))
                }
            }
            @if all.iter().any(|own| own.suppressed) {
                p class="ww-faint" { (words::left_out(summary)) }
            }
            @if let Some(text) = words::apart(all) { p { (text) } }
            (numbers(
                "Numbers",
                &["", "people", "worth it", "range", "points against all others", "could not be answered"],
                all.iter().map(row),
            ))
        }
    }
}

fn row(own: &SegmentSummary) -> (String, Vec<String>) {
    let name = words::name_of(own);
    if own.suppressed {
        return (name, vec!["left out".to_owned()]);
    }
    let (known, against) = (own.share.as_ref(), own.against_others.as_ref());
    let cells = vec![
        words::many(own.people),
        known.map_or_else(String::new, |known| share(known.yes)),
        known.map_or_else(String::new, |known| words::range(known.low, known.high)),
        against.map_or_else(String::new, |own| words::changes(own.low, own.high)),
        words::many(own.refused),
    ];
    (name, cells)
}

/// What each lever does, on one scale.
fn levers(summary: &Summary, all: &[LeverEffect]) -> Markup {
    let scale = pictures::scale_of(all);
    let (shown, rest) = all.split_at(all.len().min(SHOWN));
    html! {
        section {
            h2 { "What would change it" }
            ul class="ww-list ww-levers" {
                @for own in shown {
                    li {
                        div class="ww-head" {
                            span { (clean(&own.name)) }
                            span class="ww-number" { (words::change(own.change)) }
                        }
                        (pictures::lever(scale, own))
                        div class="ww-head ww-faint" {
                            span { (words::of_lever(own)) }
                            span { (words::changes(own.low, own.high)) }
                        }
                    }
                }
            }
            p class="ww-caption ww-faint" {
                "The change of the share in percentage points, everybody compared with themselves, and its range \
                 under the bar. "
                @if summary.scenarios > 0 { (words::CHANGE_IS) " " }
                (words::what_a_range_is(summary))
            }
            @if !rest.is_empty() {
                (numbers(
                    "What changes it less",
                    &["", "change", "range", "gained", "lost"],
                    rest.iter().map(|own| {
                        let cells = [
                            words::change(own.change),
                            words::changes(own.low, own.high),
                            grouped(&own.gained.to_string()),
                            grouped(&own.lost.to_string()),
                        ];
                        (clean(&own.name), cells.to_vec())
                    }),
                ))
            }
        }
    }
}

/// Levers and tellers that have a picture.
const SHOWN: usize = 15;

/// What tells yes from no, from what tells nothing outward.
fn tellers(all: &[Teller]) -> Markup {
    html! {
        section {
            h2 { "What tells yes from no" }
            ul class="ww-list ww-levers" {
                @for own in all.iter().take(SHOWN) {
                    li {
                        div class="ww-head" {
                            span { (clean(&own.label)) }
                            span class="ww-number" { (words::teller_share(own)) }
                        }
                        (pictures::teller(own))
                        div class="ww-head ww-faint" {
                            span { "column " (clean(&own.column)) }
                            span { (words::teller_means(own)) }
                        }
                    }
                }
            }
            p class="ww-caption ww-faint" {
                "Of all pairs of one with a yes and one with a no: in how many the one with the yes has the higher, or \
                 the lower, number. Under it the averages, yes against no."
            }
        }
    }
}

/// Numbers in a table that is folded.
fn numbers(
    title: &str,
    head: &[&str],
    rows: impl Iterator<Item = (String, Vec<String>)>,
) -> Markup {
    html! {
        details {
            summary { (title) }
            div class="ww-scroll" tabindex="0" role="group" aria-label=(title) {
                table {
                    thead {
                        tr {
                            @for name in head {
                                @if name.is_empty() { td {} } @else { th scope="col" { (name) } }
                            }
                        }
                    }
                    tbody {
                        @for (name, cells) in rows {
                            tr {
                                th scope="row" { (name) }
                                @for cell in &cells { td class="ww-number" { (cell) } }
                                @for _ in cells.len() + 1..head.len() { td {} }
                            }
                        }
                    }
                }
            }
        }
    }
}
