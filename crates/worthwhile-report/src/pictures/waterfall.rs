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
    /// Points where it starts and ends.
    ends: [f64; 2],
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
            ends: [start, end],
            span: scale.between(start, end),
            is_sum: row.is_marked,
        });
        Self { bars: bars.collect(), zero: scale.at(0.0) }
    }

    pub(super) fn draw(&self) -> Markup {
        html! {
            div class="ww-bars" {
                @for own in &self.bars {
                    @let [start, end] = own.ends;
                    div class=[own.is_sum.then_some("ww-strong")] {
                        span class="ww-name" { (own.name) }
                        svg class="ww-frame" height=(HEIGHT) {
                            (bar(own.span, tone(end - start), if own.is_sum { 2 } else { 4 }, HEIGHT))
                            (upright(self.zero, "ww-axis", HEIGHT))
                        }
                        span class="ww-number" { (own.words) }
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
        assert!(parts[0].ends[0].abs() < 1e-9 && sum.ends[0].abs() < 1e-9);
        for pair in parts.windows(2) {
            assert!((pair[0].ends[1] - pair[1].ends[0]).abs() < 1e-9, "{pair:?}");
        }
        // Parts that come to less than half a point have no bar.
        let last = parts.last().unwrap().ends[1];
        assert!((last - sum.ends[1]).abs() < 0.5, "{picture:?}");
        let lowest = picture.bars.iter().map(|own| own.span.start.value()).fold(100.0, f64::min);
        let highest = picture.bars.iter().map(|own| own.span.end()).fold(0.0, f64::max);
        assert!(lowest.abs() < 1e-9 && (highest - 100.0).abs() < 1e-9);
        let from_zero = if sum.ends[1] > 0.0 { sum.span.start.value() } else { sum.span.end() };
        assert!((from_zero - picture.zero.value()).abs() < 1e-9);
    }
}
