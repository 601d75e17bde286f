//! A curve, or a plane, in each cell that says what to expect of the plans' worths, and what follows
//! from it.
//!
//! What is fitted also fits chance. The first-order index is freed of that by the jackknife over the
//! replicates, which are independent (Quenouille 1956; Tukey 1958): chance adds to it in proportion to
//! 1 over their number. A choice that follows the curves looks better in the scenarios that they are
//! fitted to, and worse in others, by as much: the mean of both is told.

use super::least_squares::solve;
use super::moments::{Curves, Moments, triangle};
use super::samples::Samples;
use super::whole::Whole;
use crate::analysis::measured::{Measured, replicated};

/// What is known of the plans' worths by knowing a factor.
pub(crate) struct Known<'k> {
    samples: &'k dyn Samples,
    whole: &'k Whole,
    /// Sums of products, cell after cell, with what is fitted to them: of all replicates together, and
    /// of all but each.
    all: Fitted,
    without: Vec<Fitted>,
}

#[derive(Debug)]
struct Fitted {
    /// The sums of products of numbers and worths.
    worths: Vec<[f64; 3]>,
    curves: Curves,
}

impl<'k> Known<'k> {
    pub(crate) fn new(samples: &'k dyn Samples, whole: &'k Whole) -> Self {
        let numbers = 1 + samples.numbers();
        let cells = samples.cells();
        let none = Moments {
            squares: vec![0.0; cells * triangle(numbers)],
            worths: vec![[0.0; 3]; cells * numbers],
        };
        let mut all = none.clone();
        let replicates = (0..samples.replicates()).map(|replicate| {
            let mut own = none.clone();
            samples.add(replicate, whole, &mut own);
            all.merge(&own);
            own
        });
        let mut replicates: Vec<Moments> = replicates.collect();
        // One alone has no others.
        if replicates.len() < 2 {
            replicates.clear();
        }
        let without = replicates.into_iter().map(|mut own| {
            own.leave_out_of(&all);
            Fitted::new(own, numbers)
        });
        let without = without.collect();
        Self { samples, whole, all: Fitted::new(all, numbers), without }
    }

    /// First-order index: the share of the margin's variance that goes when the factor is known,
    /// 0 to 1 but for noise.
    pub(crate) fn first_order(&self) -> Measured {
        if self.whole.is_still() {
            return Measured::ZERO;
        }
        let all = self.index(&self.all, None);
        if self.without.is_empty() {
            return Measured { value: all, ..Measured::ZERO };
        }
        let count = self.without.len() as f64;
        let left_out = self.without.iter().enumerate();
        let values: Vec<f64> = left_out
            .map(|(at, own)| count * all - (count - 1.0) * self.index(own, Some(at)))
            .collect();
        replicated(values.into_iter())
    }

    /// The share of the sum of squares that the curves explain, in all replicates but one.
    fn index(&self, fitted: &Fitted, but: Option<usize>) -> f64 {
        let total = self.whole.total(but);
        if total <= 0.0 {
            return 0.0;
        }
        let explained: f64 = fitted
            .curves
            .iter()
            .zip(&fitted.worths)
            .map(|(curve, worths)| (curve[0] - curve[1]) * (worths[0] - worths[1]))
            .sum();
        let [count, margin, _] = self.whole.sums(but);
        (explained - margin * margin / count.max(1.0)) / total
    }

    /// The expected value of knowing the factor before choosing, in points.
    pub(crate) fn evppi(&self) -> Measured {
        let fitted = &self.all.curves;
        let known: Vec<f64> = if self.without.is_empty() {
            let [here, _] = self.samples.chosen(0, [fitted; 2], self.whole);
            vec![here]
        } else {
            let both = self.without.iter().enumerate();
            let both =
                both.map(|(at, own)| self.samples.chosen(at, [fitted, &own.curves], self.whole));
            both.map(|[here, there]| 0.5 * (here + there)).collect()
        };
        self.whole.gained(known.into_iter())
    }
}

impl Fitted {
    fn new(moments: Moments, numbers: usize) -> Self {
        let Moments { mut squares, worths } = moments;
        let mut curves = worths.clone();
        let cells = squares.chunks_mut(triangle(numbers));
        cells.zip(curves.chunks_mut(numbers)).for_each(|(squares, sums)| solve(squares, sums));
        Self { worths, curves }
    }
}
