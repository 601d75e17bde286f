//! The options side by side: a dot for each, on the line that it is on nine times in ten.

use maud::{Markup, html};
use worthwhile::outline::Table;

use super::{bar, said, upright, value};
use crate::frame::Scale;

/// Pixels of a line.
const HEIGHT: u32 = 20;

pub(super) fn draw(table: &Table) -> Markup {
    let points = table.rows.iter().flat_map(|row| [1, 3, 4].map(|at| value(row, at)));
    let scale = Scale::of_points(points.flatten()).with_room();
    html! {
        div class="ww-list" {
            @for row in &table.rows {
                div {
                    div class="ww-head" {
                        span class=(if row.is_marked { "ww-name ww-strong" } else { "ww-name" }) {
                            (row.name)
                        }
                        span class="ww-number" { (said(table, row, 1)) }
                    }
                    svg class="ww-frame" height=(HEIGHT) {
                        line class="ww-rule" x1="0" x2="100%" y1="10" y2="10" {}
                        @if let (Some(low), Some(high)) = (value(row, 3), value(row, 4)) {
                            (bar(scale.between(low, high), "ww-good", 7, HEIGHT))
                        }
                        (upright(scale.at(0.0), "ww-axis", HEIGHT))
                        @if let Some(mean) = value(row, 1) {
                            circle class="ww-dot ww-marked" cx=(scale.at(mean)) cy="10" r="6" {}
                        }
                    }
                    div class="ww-head ww-faint" {
                        span { (said(table, row, 0)) }
                        span { (said(table, row, 2)) }
                    }
                }
            }
        }
    }
}
