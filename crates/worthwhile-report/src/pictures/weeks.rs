//! The plans: how each fills the free hours of a week.

use maud::{Markup, html};
use worthwhile::outline::{Row, Table};

use super::{bar, said, text, upright, value};
use crate::frame::Scale;

/// Pixels of a bar.
const HEIGHT: u32 = 22;

/// The hours taken, and all that are free.
fn hours(row: &Row) -> [f64; 2] {
    let taken = value(row, 1).unwrap_or_default();
    [taken, taken + value(row, 2).unwrap_or_default()]
}

pub(super) fn draw(table: &Table) -> Markup {
    let scale = Scale::around(table.rows.iter().flat_map(hours));
    html! {
        div class="ww-list" {
            @for row in &table.rows {
                @let [taken, free] = hours(row);
                div {
                    div class="ww-head" {
                        span class=(if row.is_marked { "ww-name ww-strong" } else { "ww-name" }) {
                            (row.name)
                        }
                        span class="ww-number" { (said(table, row, 3)) }
                    }
                    div class="ww-what" { (text(row, 0)) }
                    svg class="ww-frame" height=(HEIGHT) {
                        (bar(scale.between(0.0, free), "ww-track", 4, HEIGHT))
                        (bar(scale.between(0.0, taken.min(free)), "ww-hours", 4, HEIGHT))
                        @if taken > free {
                            (bar(scale.between(free, taken), "ww-bad", 4, HEIGHT))
                        }
                        (upright(scale.at(free), "ww-axis", HEIGHT))
                    }
                    div class="ww-head ww-faint" {
                        span { (said(table, row, 1)) }
                        span { (said(table, row, 2)) }
                    }
                }
            }
        }
    }
}
