//! Where values stand in the frame of a picture, in percent of it. Nothing stands outside.

use std::fmt;

/// Beyond so many points a picture would show nothing else.
const END: f64 = 150.0;

/// Half of what a dot takes of the narrowest frame: 7 of 260 pixels. A part of half the scale.
const ROOM: f64 = 0.06;

/// A place or a length in a frame, 0 to 100 percent of it.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Percent(f64);

impl Percent {
    /// What is outside of the frame, or no number, is moved to its nearer end.
    pub fn new(percent: f64) -> Self {
        Self(if percent.is_finite() { percent.clamp(0.0, 100.0) } else { 0.0 })
    }

    /// The percent.
    pub fn value(self) -> f64 {
        self.0
    }
}

/// As an attribute of SVG has it, with digits for a screen of any size.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", short(self.0))
    }
}

/// Two decimals at most.
pub(crate) fn short(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A stretch of a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Where it begins.
    pub start: Percent,
    /// How wide it is.
    pub width: Percent,
}

impl Span {
    #[cfg(test)]
    pub(crate) fn end(self) -> f64 {
        self.start.value() + self.width.value()
    }
}

/// The values from end to end of a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// From one value to another.
    pub fn of(ends: [f64; 2]) -> Self {
        let [low, high] = ends.map(|end| if end.is_finite() { end } else { 0.0 });
        // Values may be so large that the difference of two is not.
        let [low, high] = [low.min(high), low.max(high)].map(|end| end.clamp(-1e300, 1e300));
        if high - low > f64::MIN_POSITIVE {
            Self { low, high }
        } else {
            Self { low, high: low + 1.0 }
        }
    }

    /// Around all of these points and zero, but for what is beyond all counting.
    pub(crate) fn of_points(points: impl IntoIterator<Item = f64>) -> Self {
        Self::around(points.into_iter().map(|points| points.clamp(-END, END)))
    }

    /// Around all of these values and zero.
    pub fn around(values: impl IntoIterator<Item = f64>) -> Self {
        let finite = values.into_iter().filter(|value| value.is_finite());
        let [low, high] =
            finite.fold([0.0, 0.0], |[low, high]: [f64; 2], own| [low.min(own), high.max(own)]);
        Self::of([low, high])
    }

    /// The same with room at both ends, so that a dot at an end is whole.
    pub fn with_room(self) -> Self {
        let room = ROOM * (0.5 * self.high - 0.5 * self.low);
        Self { low: self.low - room, high: self.high + room }
    }

    /// The place of a value; one that is outside is moved to the nearer end.
    pub fn at(&self, value: f64) -> Percent {
        let value = value.clamp(self.low, self.high);
        Percent::new(100.0 * ((value - self.low) / (self.high - self.low)))
    }

    /// The stretch between two values.
    pub fn between(&self, one: f64, other: f64) -> Span {
        let [one, other] = [one, other].map(|value| self.at(value).value());
        let start = one.min(other);
        Span { start: Percent::new(start), width: Percent::new((one - other).abs()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_outside_of_a_frame() {
        let edges = [0.0, -0.0, 1e-300, -1e-300, 5.0, -5.0, 1e30, -1e30, f64::MAX, f64::MIN];
        let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
        for one in edges.into_iter().chain(odd) {
            for other in edges.into_iter().chain(odd) {
                let all = [Scale::of([one, other]), Scale::around([one, other])];
                let all = all.into_iter().chain([Scale::of_points([one, other])]);
                for scale in all.flat_map(|scale| [scale, scale.with_room()]) {
                    for value in edges.into_iter().chain(odd) {
                        let place = scale.at(value).value();
                        assert!((0.0..=100.0).contains(&place), "{scale:?} {value}: {place}");
                        let span = scale.between(value, other);
                        assert!(span.end() <= 100.0 + 1e-9, "{scale:?} {value}: {span:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn zero_stands_where_it_belongs() {
        let scale = Scale::of_points([-25.0, 75.0]);
        assert_eq!(
            [scale.at(-25.0), scale.at(0.0), scale.at(75.0)].map(|at| at.value().to_bits()),
            [0.0_f64, 25.0, 100.0].map(f64::to_bits)
        );
        assert_eq!(scale.between(0.0, -25.0), scale.between(-25.0, 0.0));
        assert!(Scale::of_points([3.0]).at(0.0).value().abs() <= 0.0);
        assert!(Scale::of_points([-3e30]).at(-150.0).value().abs() <= 0.0);
        assert_eq!(Percent::new(33.333_3).to_string(), "33.33%");
    }
}
