//! Labels along an axis: no two of them overlap, and none is cut off.

use crate::frame::Percent;

/// Percent of the narrowest frame that a letter of a label takes: 7 of 260 pixels.
const LETTER: f64 = 2.7;
/// Percent that stays free between two labels.
const GAP: f64 = 2.0;

/// A label that would like to stand at some place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Label {
    pub(crate) at: Percent,
    pub(crate) text: String,
    /// Which labels go first where there is no room for all.
    pub(crate) is_first: bool,
}

/// A label at its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Placed {
    pub(crate) label: Label,
    /// Where its anchor is, which is its middle, its start or its end.
    pub(crate) anchor: Anchor,
}

/// What of a label stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// The value of `text-anchor`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

impl Placed {
    fn new(label: Label) -> Self {
        let (half, at) = (0.5 * width(&label.text), label.at.value());
        let anchor = match at {
            at if at < half => Anchor::Start,
            at if at + half > 100.0 => Anchor::End,
            _ => Anchor::Middle,
        };
        Self { label, anchor }
    }

    /// From where to where it goes, in percent of the narrowest frame.
    pub(crate) fn ends(&self) -> [f64; 2] {
        let (width, at) = (width(&self.label.text), self.label.at.value());
        match self.anchor {
            Anchor::Start => [at, at + width],
            Anchor::Middle => [at - 0.5 * width, at + 0.5 * width],
            Anchor::End => [at - width, at],
        }
    }

    fn is_clear_of(&self, other: &Self) -> bool {
        let ([start, end], [from, to]) = (self.ends(), other.ends());
        end + GAP <= from || to + GAP <= start
    }
}

fn width(text: &str) -> f64 {
    LETTER * text.chars().count() as f64
}

/// As many of the labels as have room: those that go first, then the others from left to right.
pub(crate) fn placed(labels: Vec<Label>) -> Vec<Placed> {
    let (first, rest): (Vec<Label>, Vec<Label>) = labels.into_iter().partition(|own| own.is_first);
    let mut shown: Vec<Placed> = Vec::new();
    for label in first.into_iter().chain(rest) {
        let label = Placed::new(label);
        if shown.iter().all(|other| label.is_clear_of(other)) {
            let own = label.label.at.value();
            let at = shown.partition_point(|other| other.label.at.value().total_cmp(&own).is_le());
            shown.insert(at, label);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(at: f64, text: &str, is_first: bool) -> Label {
        Label { at: Percent::new(at), text: text.to_owned(), is_first }
    }

    #[test]
    fn no_two_labels_overlap_and_those_that_matter_stay() {
        let mut labels: Vec<Label> =
            (0..50).map(|at| label(2.0 * f64::from(at), "+8", false)).collect();
        labels.push(label(51.0, "as planned", true));
        let shown = placed(labels);
        assert!(shown.iter().any(|own| own.label.text == "as planned"));
        assert!(shown.len() > 5);
        for pair in shown.windows(2) {
            assert!(pair[0].ends()[1] < pair[1].ends()[0], "{pair:?}");
        }
    }

    #[test]
    fn labels_at_the_ends_stay_inside() {
        for own in placed(vec![label(0.0, "+100", false), label(100.0, "as planned", false)]) {
            assert!(own.ends()[0] >= 0.0 && own.ends()[1] <= 100.0, "{own:?}");
        }
    }
}
