//! How the margin is spread: twenty dots, each a twentieth of the scenarios.
//!
//! Chances that people read off dots vary less than those that they read off a curve (Kay et al. 2016,
//! "When (ish) is my bus?").

use maud::{Markup, html};
use worthwhile::outline::{Row, Table};

use super::{line_of, text, value};
use crate::frame::{Percent, Scale, short};
use crate::labels::{Label, Placed, placed};

/// Columns of dots from end to end.
const COLUMNS: f64 = 30.0;
/// The side of the square of a dot, and its radius, in units of the frame.
const STEP: f64 = 10.0;
const RADIUS: f64 = 4.2;
/// Beyond so many points a picture would show nothing else.
const END: f64 = 150.0;

/// One dot by its column and its place in it, from below.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Dot {
    column: usize,
    above: usize,
    is_good: bool,
}

/// Where everything stands.
#[derive(Debug)]
pub(super) struct Dots {
    dots: Vec<Dot>,
    /// Columns left of zero, and all of them.
    left: usize,
    columns: usize,
    labels: Vec<Placed>,
}

impl Dots {
    /// The dots of a margin; none where it has no spread.
    pub(super) fn of(table: &Table) -> Option<Self> {
        let quantile = |row: &Row| Some(value(row, 0)?.clamp(-END, END));
        let quantiles: Vec<f64> = table.rows.iter().filter_map(quantile).collect();
        let middles = middles(&quantiles);
        let low = middles.first()?.min(0.0);
        let high = middles.last()?.max(0.0);
        // Of a margin that is zero throughout there is nothing to see.
        let width = Some((high - low) / COLUMNS).filter(|width| *width > 1e-9)?;
        let count = |distance: f64| ((distance / width).ceil() as usize).clamp(1, 31);
        let (left, right) = (count(-low), count(high));
        let (mut filled, mut dots) = (vec![0_usize; left + right], Vec::new());
        for middle in middles {
            let is_good = middle > 0.0;
            let away = (middle.abs() / width) as usize;
            let column =
                if is_good { left + away.min(right - 1) } else { left - 1 - away.min(left - 1) };
            let above = filled.get_mut(column)?;
            dots.push(Dot { column, above: *above, is_good });
            *above += 1;
        }
        let ends = [-width * left as f64, width * right as f64];
        let labels = labels(table, Scale::of(ends));
        Some(Self { dots, left, columns: left + right, labels })
    }

    pub(super) fn draw(&self) -> Markup {
        let tallest = self.dots.iter().map(|dot| dot.above + 1).max().unwrap_or(1).max(3);
        let (width, height) = (STEP * self.columns as f64, STEP * tallest as f64);
        let zero = short(STEP * self.left as f64);
        html! {
            div class="ww-dots" {
                svg viewBox={ "0 0 " (short(width)) " " (short(height)) } {
                    @for dot in &self.dots {
                        circle class=(if dot.is_good { "ww-good" } else { "ww-bad" })
                            cx=(short(STEP * (dot.column as f64 + 0.5)))
                            cy=(short(height - STEP * (dot.above as f64 + 0.5))) r=(short(RADIUS)) {}
                    }
                    line class="ww-axis" x1=(zero) x2=(zero) y1="0" y2=(short(height)) {}
                }
                svg class="ww-frame" height="22" {
                    line class="ww-axis" x1="0" x2="100%" y1="1" y2="1" {}
                    (line_of(&self.labels, 17.0))
                }
            }
        }
    }
}

/// The middle of each twentieth. The ends of the first and the last reach far: their middles are an
/// eighth of the way there, as those of a normal spread are.
fn middles(quantiles: &[f64]) -> Vec<f64> {
    let last = quantiles.len().saturating_sub(2);
    let middle = |(at, pair): (usize, &[f64])| match pair {
        [low, high] if at == 0 && last > 0 => high - (high - low) / 8.0,
        [low, high] if at == last && last > 0 => low + (high - low) / 8.0,
        pair => pair.iter().sum::<f64>() / pair.len() as f64,
    };
    quantiles.windows(2).enumerate().map(middle).collect()
}

/// Zero, the median, and what it rarely is below and above.
fn labels(table: &Table, scale: Scale) -> Vec<Placed> {
    let at = |share: f64| {
        table.rows.iter().find(|row| row.at.is_some_and(|own| (own - share).abs() < 1e-9))
    };
    let label = |share: f64| {
        let row = at(share)?;
        let at = scale.at(value(row, 0)?);
        Some(Label { at, text: text(row, 0).to_owned(), is_first: false })
    };
    let zero = Label { at: scale.at(0.0), text: "0".to_owned(), is_first: true };
    let others = [0.05, 0.95, 0.5].into_iter().filter_map(label);
    let others = others.filter(|own| own.text != zero.text && !is_at_end(own.at));
    placed([zero.clone()].into_iter().chain(others).collect())
}

/// A label of what is beyond the frame would stand in a wrong place, and one at its end has no room on
/// a narrow page.
fn is_at_end(at: Percent) -> bool {
    !(6.0..=94.0).contains(&at.value())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::tests::table_of;
    use worthwhile::outline::Part;

    fn table(quantiles: impl Fn(f64) -> f64) -> Table {
        let mut table = table_of(Part::Chance);
        for row in &mut table.rows {
            let value = quantiles(row.at.unwrap());
            row.cells[0].value = Some(value);
            row.cells[0].text = format!("{value:.0}");
        }
        table
    }

    /// Of a margin spread evenly from -25 to 75, a quarter of the dots is left of zero, and zero is
    /// a quarter of the way.
    #[test]
    fn as_many_dots_are_right_of_zero_as_outcomes_are() {
        let picture = Dots::of(&table(|share| 100.0 * share - 25.0)).unwrap();
        assert_eq!(picture.dots.len(), 20);
        let right = picture.dots.iter().filter(|dot| dot.column >= picture.left);
        assert_eq!(right.count(), 15);
        assert!(picture.dots.iter().all(|dot| dot.is_good == (dot.column >= picture.left)));
        let zero = picture.left as f64 / picture.columns as f64;
        assert!((zero - 0.25).abs() < 0.04, "{picture:?}");
        let label = picture.labels.iter().find(|own| own.label.text == "0").unwrap();
        assert!((label.label.at.value() / 100.0 - zero).abs() < 1e-9);
    }

    #[test]
    fn no_two_dots_are_one_and_none_is_outside() {
        let shapes: [fn(f64) -> f64; 6] = [
            |share| 1e30 * (share - 0.5),
            |share| if share > 0.97 { 1e30 } else { share },
            |share| -1e30 * share,
            |_| 3.0,
            |_| -1e-3,
            |share| 1e-6 * share,
        ];
        for shape in shapes {
            let picture = Dots::of(&table(shape)).unwrap();
            assert_eq!(picture.dots.len(), 20);
            for (at, dot) in picture.dots.iter().enumerate() {
                assert!(dot.column < picture.columns);
                assert!(!picture.dots[at + 1..].contains(dot), "{picture:?}");
            }
        }
        assert!(Dots::of(&table(|_| 0.0)).is_none());
    }
}
