//! The plans' worths over all scenarios, and the value of knowing everything.

use crate::analysis::measured::{Measured, replicated};

/// Sums in another order differ by this share at most.
const ROUNDING: f64 = 1e-12;

/// The worths of the plans, in a scenario or summed over some: with the pursuit, without it, without any
/// of it. Then how many scenarios these are: four numbers are added as fast as three.
pub(crate) type Worths = [f64; 4];

/// The worths of the plans scenario by scenario, since whoever looks at one plan looks at all.
pub(crate) fn by_scenario([with, without, without_any]: [&[f64]; 3]) -> Vec<Worths> {
    let both = with.iter().zip(without).zip(without_any);
    both.map(|((with, without), without_any)| [*with, *without, *without_any, 1.0]).collect()
}

/// Squares of more points than these would be beyond all numbers, and those of as small ones nothing.
const LARGE: f64 = 1e150;

/// Sums over the scenarios of each replicate.
#[derive(Debug)]
pub(crate) struct Whole {
    /// The mean worth of each plan.
    pub(super) means: [f64; 3],
    /// What margins and worths are multiplied by before they are squared, so that squares of large ones
    /// are numbers still.
    pub(super) scale: f64,
    /// By replicate.
    pub(super) parts: Vec<Part>,
    /// The plan that is best on average; none where the life without any is.
    pub(super) best: Option<usize>,
}

/// Sums over the scenarios of one replicate.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Part {
    pub(super) count: f64,
    pub(super) worths: [f64; 3],
    /// Margins and their squares, both scaled and from the mean margin.
    pub(super) margin: f64,
    pub(super) squares: f64,
    /// The best of the choices in each scenario, summed.
    perfect: f64,
}

impl Part {
    /// What a choice, the same in all scenarios, is worth in them.
    pub(super) fn worth_of(&self, choice: Option<usize>) -> f64 {
        choice.and_then(|at| self.worths.get(at)).copied().unwrap_or(0.0)
    }
}

impl Whole {
    /// `worths` are those in all scenarios, of which each replicate has `size`.
    pub(crate) fn new(worths: &[Worths], size: usize) -> Self {
        let count = worths.len().max(1) as f64;
        let mut means = [0.0; 3];
        for own in worths {
            means.iter_mut().zip(own).for_each(|(sum, worth)| *sum += worth);
        }
        means.iter_mut().for_each(|sum| *sum /= count);
        let most = worths.iter().flat_map(|own| own.iter().take(means.len()));
        let most = most.fold(0.0, |most: f64, worth| most.max(worth.abs()));
        let is_usual = (1.0 / LARGE..=LARGE).contains(&most) || most <= 0.0;
        let scale = if is_usual { 1.0 } else { (1.0 / most).min(f64::MAX) };
        let parts = worths.chunks(size.max(1)).map(|own| part(own, means, scale)).collect();
        Self { means, scale, parts, best: best_of(means) }
    }

    /// A margin from their mean, scaled.
    pub(crate) fn scaled(&self, margin: f64) -> f64 {
        self.scale * (margin - (self.means[0] - self.means[1]))
    }

    /// The sum of squares of the margins about their mean, but for those of one replicate.
    pub(super) fn total(&self, but: Option<usize>) -> f64 {
        let [count, margin, squares] = self.sums(but);
        (squares - margin * margin / count.max(1.0)).max(0.0)
    }

    /// Count, margins and squares, but for those of one replicate.
    pub(super) fn sums(&self, but: Option<usize>) -> [f64; 3] {
        let parts = self.parts.iter().enumerate().filter(|(at, _)| Some(*at) != but);
        parts.fold([0.0; 3], |[count, margin, squares], (_, part)| {
            [count + part.count, margin + part.margin, squares + part.squares]
        })
    }

    /// Whether the margin never changes: what is left of it is rounding of the plans' worths.
    pub(crate) fn is_still(&self) -> bool {
        let [count, ..] = self.sums(None);
        let [with, without, _] = self.means.map(|mean| mean * self.scale);
        self.total(None) <= ROUNDING * ROUNDING * (with * with + without * without) * count
    }

    /// What choices are worth in points, summed by replicate, over the one that is best on average.
    /// Sums in another order differ in their last digits: that is no value.
    pub(super) fn gained(&self, known: impl Iterator<Item = f64>) -> Measured {
        let gains = known
            .zip(&self.parts)
            .map(|(known, part)| (known - part.worth_of(self.best)) / part.count.max(1.0));
        let gains: Vec<f64> = gains.collect();
        let gained = replicated(gains.into_iter());
        let most = self.means.iter().fold(0.0, |most: f64, mean| most.max(mean.abs()));
        if gained.value > ROUNDING * most { gained } else { Measured::ZERO }
    }

    /// The expected value of knowing everything, in points.
    pub(crate) fn evpi(&self) -> Measured {
        self.gained(self.parts.iter().map(|part| part.perfect))
    }
}

fn part(worths: &[Worths], means: [f64; 3], scale: f64) -> Part {
    let mut part = Part::default();
    let mean = means[0] - means[1];
    for [with, without, without_any, _] in worths {
        let margin = scale * (with - without - mean);
        part.count += 1.0;
        part.margin += margin;
        part.squares += margin * margin;
        part.perfect += with.max(*without).max(*without_any).max(0.0);
        for (sum, worth) in part.worths.iter_mut().zip([with, without, without_any]) {
            *sum += worth;
        }
    }
    part
}

/// The plan that is worth most; none where that is not more than nothing.
pub(super) fn best_of(worths: [f64; 3]) -> Option<usize> {
    let mut best = (None, 0.0);
    for (at, worth) in worths.into_iter().enumerate() {
        if worth > best.1 {
            best = (Some(at), worth);
        }
    }
    best.0
}
