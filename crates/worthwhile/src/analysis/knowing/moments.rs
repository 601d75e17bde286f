//! What is fitted in the cells: sums of products, and the curves that they lead to.

use super::whole::{Whole, best_of};

/// Scenarios of a replicate that are taken together, or one alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sample<'s> {
    pub(super) cell: usize,
    pub(super) numbers: &'s [f64],
    pub(super) count: f64,
    /// The sums of the plans' worths.
    pub(super) worths: [f64; 3],
}

/// Sums of products: of the numbers with each other, and with the worths.
#[derive(Debug, Clone)]
pub(crate) struct Moments {
    /// Lower triangles, row by row.
    pub(super) squares: Vec<f64>,
    pub(super) worths: Vec<[f64; 3]>,
}

/// The coefficients of the curves, cell after cell.
pub(crate) type Curves = Vec<[f64; 3]>;

/// How many numbers a lower triangle with so many rows has.
pub(super) fn triangle(rows: usize) -> usize {
    rows * (rows + 1) / 2
}

impl Moments {
    /// Adds a sample, its worths scaled and from their means.
    pub(super) fn add(&mut self, sample: &Sample<'_>, whole: &Whole) {
        let rows = 1 + sample.numbers.len();
        let number = |at: usize| match at.checked_sub(1) {
            Some(at) => sample.numbers.get(at).copied().unwrap_or_default(),
            None => 1.0,
        };
        let (first, first_row) = (sample.cell * triangle(rows), sample.cell * rows);
        let mut squares = self.squares.iter_mut().skip(first);
        for row in 0..rows {
            let own = sample.count * number(row);
            for (column, square) in (0..=row).zip(&mut squares) {
                *square += own * number(column);
            }
        }
        for (row, sums) in (0..rows).zip(self.worths.iter_mut().skip(first_row)) {
            for ((sum, worth), mean) in sums.iter_mut().zip(sample.worths).zip(whole.means) {
                *sum += number(row) * (whole.scale * (worth - sample.count * mean));
            }
        }
    }

    /// Adds other sums.
    pub(super) fn merge(&mut self, other: &Self) {
        self.each_with(other, |own, other| *own += other);
    }

    /// Becomes what is left of sums that these are a part of.
    pub(super) fn leave_out_of(&mut self, all: &Self) {
        self.each_with(all, |own, all| *own = all - *own);
    }

    fn each_with(&mut self, other: &Self, change: impl Fn(&mut f64, f64)) {
        let squares = self.squares.iter_mut().zip(&other.squares);
        squares.for_each(|(own, other)| change(own, *other));
        let worths = self.worths.as_flattened_mut().iter_mut().zip(other.worths.as_flattened());
        worths.for_each(|(own, other)| change(own, *other));
    }
}

impl Whole {
    /// What the choice that curves recommend for a sample is worth.
    pub(super) fn chosen_by(&self, curves: &Curves, sample: &Sample<'_>) -> f64 {
        let count = 1 + sample.numbers.len();
        let first = sample.cell * count;
        let curve = curves.get(first..first + count).unwrap_or_default();
        let mut expected = self.means.map(|mean| mean * self.scale);
        for (coefficients, number) in curve.iter().zip([1.0].iter().chain(sample.numbers)) {
            for (own, coefficient) in expected.iter_mut().zip(coefficients) {
                *own += coefficient * number;
            }
        }
        best_of(expected).and_then(|at| sample.worths.get(at)).copied().unwrap_or(0.0)
    }
}
