//! What the answer rests on: one bar, parted by where the numbers come from.

use maud::{Markup, html};
use worthwhile::outline::Table;

use super::{bar, text, value};
use crate::frame::{Scale, Span};

/// Pixels of the bar.
const HEIGHT: u32 = 24;

/// How the parts are told apart, in their order.
const CLASSES: [&str; 4] = ["ww-part-a", "ww-part-b", "ww-part-c", "ww-part-d"];

pub(super) fn draw(table: &Table) -> Markup {
    let spans = spans(table);
    html! {
        svg class="ww-frame" height=(HEIGHT) {
            @for (span, class) in spans.iter().zip(CLASSES) { (bar(*span, class, 2, HEIGHT)) }
        }
        div class="ww-legend" {
            @for (row, class) in table.rows.iter().zip(CLASSES) {
                span {
                    svg class="ww-swatch" width="12" height="12" {
                        rect class=(class) width="12" height="12" {}
                    }
                    (text(row, 0)) " " (row.name)
                }
            }
        }
    }
}

/// The parts from end to end.
fn spans(table: &Table) -> Vec<Span> {
    let counts: Vec<f64> = table.rows.iter().filter_map(|row| value(row, 0)).collect();
    let scale = Scale::of([0.0, counts.iter().sum()]);
    let mut start = 0.0;
    let span = |count: &f64| {
        let from = start;
        start += count;
        scale.between(from, start)
    };
    counts.iter().map(span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::tests::table_of;
    use worthwhile::outline::Part;

    #[test]
    fn the_parts_fill_the_bar() {
        let spans = spans(&table_of(Part::Basis));
        assert!(spans.len() > 2);
        assert!(spans[0].start.value().abs() < 1e-9);
        assert!((spans.last().unwrap().end() - 100.0).abs() < 1e-9);
        for pair in spans.windows(2) {
            assert!((pair[0].end() - pair[1].start.value()).abs() < 1e-9);
        }
    }
}
