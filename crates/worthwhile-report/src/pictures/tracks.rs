//! What would turn the answer: a scale for each change, with where one is now.

use maud::{Markup, html};
use worthwhile::outline::Row;

use super::{bar, value};
use crate::frame::{Scale, Span, short};

/// Pixels of a scale.
const HEIGHT: u32 = 18;

/// The stretch of a scale in which the answer is another: from the value on, away from today's.
fn turned(scale: Scale, range: [f64; 2], now: f64, there: f64) -> Span {
    let [low, high] = range;
    scale.between(there, if there > now { high } else { low })
}

/// The color of the answer there.
fn color(row: &Row) -> &'static str {
    if value(row, 2).is_some_and(|answer| answer > 0.5) { "ww-good" } else { "ww-bad" }
}

/// The scale of one change. None where its values stand on none.
pub(crate) fn track(row: &Row) -> Option<Markup> {
    let range = row.range?;
    let (now, there) = (value(row, 0)?, value(row, 1)?);
    let scale = Scale::of(range).with_room();
    Some(html! {
        svg class="ww-frame" height=(HEIGHT) aria-hidden="true" {
            line class="ww-rule" x1="0" x2="100%" y1="9" y2="9" {}
            @if row.is_marked {
                (bar(turned(scale, range, now, there), color(row), 4, HEIGHT))
            } @else {
                circle class="ww-ring" cx=(scale.at(there)) cy="9" r="5" {}
            }
            circle class="ww-dot ww-marked" cx=(scale.at(now)) cy="9" r="6" {}
        }
    })
}

/// The ends of the scale in words, as its values are.
pub(crate) fn ends(row: &Row) -> Option<[String; 2]> {
    let is_share = row.cells.iter().take(2).any(|cell| cell.text.ends_with('%'));
    let told = |end: f64| match is_share {
        true => format!("{:.0}%", 100.0 * end),
        false if end.abs() >= 10.0 => format!("{end:.0}"),
        false => short((10.0 * end).round() / 10.0),
    };
    Some(row.range?.map(told))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_turns_away_from_today() {
        let (range, scale) = ([0.0, 10.0], Scale::of([0.0, 10.0]));
        let up = turned(scale, range, 5.0, 9.0);
        let bits = |ends: [f64; 2]| ends.map(f64::to_bits);
        assert_eq!(bits([up.start.value(), up.end()]), bits([90.0, 100.0]));
        let down = turned(scale, range, 5.0, 2.0);
        assert_eq!(bits([down.start.value(), down.end()]), bits([0.0, 20.0]));
    }
}
