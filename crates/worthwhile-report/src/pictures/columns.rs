//! Year by year: a row of columns for each measure.

use maud::{Markup, html};
use worthwhile::outline::{Row, Table};

use super::{line_of, text, tone, value};
use crate::frame::{Percent, Scale, short};
use crate::labels::{Label, placed};

/// Pixels: of the frame, of the columns, and above them.
const HEIGHT: f64 = 104.0;
const TALLEST: f64 = 60.0;
const ABOVE: f64 = 18.0;

pub(super) fn draw(table: &Table) -> Markup {
    html! {
        div class="ww-strips" {
            @for (at, name) in table.columns.iter().skip(1).enumerate() {
                div {
                    div class="ww-name" { (name) }
                    (strip(&table.rows, at))
                }
            }
        }
    }
}

/// One measure over the years.
fn strip(rows: &[Row], at: usize) -> Markup {
    let scale = Scale::around(rows.iter().filter_map(|row| value(row, at)));
    let places = places(rows.len());
    let y = |value: f64| ABOVE + TALLEST * (1.0 - scale.at(value).value() / 100.0);
    let zero = y(0.0);
    let label = |(row, place): (&Row, &Place), text: &str| Label {
        at: place.middle,
        text: text.to_owned(),
        is_first: row.at.is_some_and(|year| year <= 1.0),
    };
    let both = || rows.iter().zip(&places);
    let values = placed(both().map(|own| label(own, text(own.0, at))).collect());
    let years = placed(both().map(|own| label(own, &own.0.name)).collect());
    html! {
        svg class="ww-frame" height=(HEIGHT) {
            @for (row, place) in both() {
                @if let Some(value) = value(row, at) {
                    rect class=(tone(value)) x=(place.start) width=(place.width)
                        y=(short(y(value).min(zero))) height=(short((y(value) - zero).abs().max(1.0))) {}
                }
            }
            line class="ww-axis" x1="0" x2="100%" y1=(short(zero)) y2=(short(zero)) {}
            @for own in &values {
                @let row = both().find(|(_, place)| place.middle == own.label.at);
                @let top = row.and_then(|(row, _)| value(row, at)).map_or(zero, &y).min(zero);
                (super::lettering(own, top - 5.0))
            }
            g class="ww-faint" { (line_of(&years, HEIGHT - 6.0)) }
        }
    }
}

/// Where the column of a year stands.
struct Place {
    start: Percent,
    width: Percent,
    middle: Percent,
}

/// Equal columns, with a quarter of each left free.
fn places(count: usize) -> Vec<Place> {
    let step = 100.0 / count.max(1) as f64;
    let place = |at: usize| {
        let start = step * at as f64;
        // A few years need no bars as broad as the page.
        let width = (0.75 * step).min(12.0);
        Place {
            start: Percent::new(start + 0.5 * (step - width)),
            width: Percent::new(width),
            middle: Percent::new(start + 0.5 * step),
        }
    };
    (0..count).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_apart_and_inside() {
        for count in 1..=30 {
            let places = places(count);
            assert!(places.iter().all(|own| own.start.value() + own.width.value() <= 100.0));
            for pair in places.windows(2) {
                assert!(pair[0].start.value() + pair[0].width.value() < pair[1].start.value());
            }
        }
    }
}
