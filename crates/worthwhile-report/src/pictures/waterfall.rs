//! What it gives and costs: bars that add up.

use maud::{Markup, html};
use worthwhile::outline::Table;

use super::{bar, text, tone, upright, value};
use crate::frame::{Percent, Scale, Span};

/// Pixels of a bar.
const HEIGHT: u32 = 22;

/// One bar, from where the one before ended.
#[derive(Debug)]
struct Bar {
    name: String,
    words: String,
    points: f64,
    span: Span,
    is_sum: bool,
}

/// Where everything stands.
#[derive(Debug)]
pub(super) struct Waterfall {
    bars: Vec<Bar>,
    zero: Percent,
}

impl Waterfall {
    pub(super) fn of(table: &Table) -> Self {
        let mut sum = 0.0;
        let ends: Vec<[f64; 2]> = table
            .rows
            .iter()
            .map(|row| {
                let points = value(row, 0).unwrap_or_default();
                let start = if row.is_marked { 0.0 } else { sum };
                sum = start + points;
                [start, sum]
            })
            .collect();
        let scale = Scale::of_points(ends.iter().flatten().copied());
        let bars = table.rows.iter().zip(ends).map(|(row, [start, end])| Bar {
            name: row.name.clone(),
            words: text(row, 0).to_owned(),
            points: end - start,
            span: scale.between(start, end),
            is_sum: row.is_marked,
        });
        Self { bars: bars.collect(), zero: scale.at(0.0) }
    }

    pub(super) fn draw(&self) -> Markup {
        html! {
            div class="ww-bars" {
                @for own in &self.bars {
                    span class=(if own.is_sum { "ww-name ww-strong" } else { "ww-name" }) {
                        (own.name)
                    }
                    svg class="ww-frame" height=(HEIGHT) {
                        (bar(own.span, tone(own.points), if own.is_sum { 2 } else { 4 }, HEIGHT))
                        (upright(self.zero, "ww-axis", HEIGHT))
                    }
                    span class=(if own.is_sum { "ww-number ww-strong" } else { "ww-number" }) {
                        (own.words)
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::tests::table_of;
    use worthwhile::outline::Part;

    #[test]
    fn the_bars_add_up_to_the_last() {
        let picture = Waterfall::of(&table_of(Part::Contributions));
        let (sum, parts) = picture.bars.split_last().unwrap();
        assert!(sum.is_sum && parts.len() > 4);
        let signed = |own: &Bar| own.points.signum() * own.span.width.value();
        let total: f64 = parts.iter().map(signed).sum();
        // What rounds to nothing has no bar, less than half a point of these dozens.
        assert!((total - signed(sum)).abs() < 1.5, "{picture:?}");
        for pair in parts.windows(2) {
            let (end, start) = if pair[0].points > 0.0 {
                (pair[0].span.end(), pair[1].span.start.value())
            } else {
                (pair[0].span.start.value(), pair[1].span.end())
            };
            let start = if pair[1].points > 0.0 {
                pair[1].span.start.value()
            } else {
                pair[1].span.end().max(start)
            };
            assert!((end - start).abs() < 1e-9, "{pair:?}");
        }
        let from_zero = if sum.points > 0.0 { sum.span.start.value() } else { sum.span.end() };
        assert!((from_zero - picture.zero.value()).abs() < 1e-9);
    }
}
