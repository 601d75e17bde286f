//! How much of it: a curve over the amounts.

use maud::{Markup, html};
use worthwhile::outline::{Row, Table};

use super::{lettering, line_of, text, value};
use crate::frame::{Percent, Scale, short};
use crate::labels::{Label, Placed, placed};

/// Pixels: of the frame, of the notes above the curve, and of the labels below it.
const HEIGHT: f64 = 210.0;
const ABOVE: f64 = 40.0;
const BELOW: f64 = 60.0;
/// Percent that stay free at both sides.
const SIDE: f64 = 7.0;

/// One amount that fits.
#[derive(Debug, Clone, PartialEq)]
struct Stop {
    x: Percent,
    /// Percent of the height of the curve, from above.
    y: Percent,
    points: f64,
    is_marked: bool,
}

/// Where everything stands.
#[derive(Debug)]
pub(super) struct Curve {
    stops: Vec<Stop>,
    zero: Percent,
    /// The points of the stops, the notes above, and below hours and notes.
    points: Vec<Placed>,
    above: Vec<Placed>,
    hours: Vec<Placed>,
    below: Vec<Placed>,
}

impl Curve {
    pub(super) fn of(table: &Table) -> Self {
        let level = |row: &Row| row.at.unwrap_or_default();
        let most = table.rows.iter().map(level).fold(0.0, f64::max);
        let along = Scale::of([0.0, most]);
        let x = |row: &Row| {
            Percent::new(SIDE + (1.0 - 2.0 * SIDE / 100.0) * along.at(level(row)).value())
        };
        let scale = Scale::of_points(table.rows.iter().filter_map(|row| value(row, 1)));
        let y = |points: f64| Percent::new(100.0 - scale.at(points).value());
        let label = |row: &Row, text: &str, is_first: bool| Label {
            at: x(row),
            text: text.to_owned(),
            is_first,
        };
        let is_first = |row: &Row| row.is_marked || row.note.is_some();
        let stops = table.rows.iter().filter_map(|row| {
            let points = value(row, 1)?;
            Some(Stop { x: x(row), y: y(points), points, is_marked: row.is_marked })
        });
        let of = |column: usize| {
            placed(
                table.rows.iter().map(|row| label(row, text(row, column), is_first(row))).collect(),
            )
        };
        let notes = |is_marked: bool| {
            let noted = table.rows.iter().filter(|row| row.is_marked == is_marked);
            placed(noted.filter_map(|row| Some(label(row, row.note.as_deref()?, true))).collect())
        };
        Self {
            stops: stops.collect(),
            zero: y(0.0),
            points: of(1),
            above: notes(true),
            hours: of(0),
            below: notes(false),
        }
    }

    /// Pixels from above of a height of the curve.
    fn pixels(y: Percent) -> f64 {
        ABOVE + (HEIGHT - ABOVE - BELOW) * y.value() / 100.0
    }

    /// The words of a stop stand above it, and below it where it is a loss.
    fn beside(&self, own: &Placed) -> f64 {
        let stop = self.stops.iter().find(|stop| stop.x == own.label.at);
        match stop {
            Some(stop) if stop.points < 0.0 => Self::pixels(stop.y) + 18.0,
            Some(stop) => Self::pixels(stop.y) - 9.0,
            None => Self::pixels(self.zero) - 9.0,
        }
    }

    pub(super) fn draw(&self) -> Markup {
        let zero = short(Self::pixels(self.zero));
        let line: Vec<String> = self
            .stops
            .iter()
            .map(|stop| format!("{},{}", short(stop.x.value()), short(stop.y.value())))
            .collect();
        html! {
            svg class="ww-frame" height=(HEIGHT) {
                line class="ww-axis" x1="0" x2="100%" y1=(zero) y2=(zero) {}
                svg x="0" y=(ABOVE) width="100%" height=(HEIGHT - ABOVE - BELOW)
                    viewBox="0 0 100 100" preserveAspectRatio="none" class="ww-stretched" {
                    polyline class="ww-curve" points=(line.join(" ")) {}
                }
                @for stop in &self.stops {
                    circle class=(if stop.is_marked { "ww-dot ww-marked" } else { "ww-dot" })
                        cx=(stop.x) cy=(short(Self::pixels(stop.y)))
                        r=(if stop.is_marked { 7 } else { 4 }) {}
                }
                @for own in &self.points { (lettering(own, self.beside(own))) }
                g class="ww-strong" { (line_of(&self.above, 16.0)) }
                g class="ww-faint" {
                    (line_of(&self.hours, HEIGHT - 24.0))
                    (line_of(&self.below, HEIGHT - 6.0))
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
    fn the_line_goes_up_where_the_points_do_and_zero_is_between_gains_and_losses() {
        let curve = Curve::of(&table_of(Part::HowMuch));
        assert!(curve.stops.len() > 4);
        for pair in curve.stops.windows(2) {
            assert!(pair[0].x < pair[1].x);
            assert_eq!(pair[0].points < pair[1].points, pair[0].y > pair[1].y, "{pair:?}");
        }
        for stop in &curve.stops {
            assert_eq!(stop.points > 0.0, stop.y < curve.zero, "{stop:?}");
        }
        assert_eq!(curve.stops.iter().filter(|stop| stop.is_marked).count(), 1);
    }
}
