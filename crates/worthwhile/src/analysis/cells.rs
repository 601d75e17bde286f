//! Sums over scenarios and over the cells of factors, and what they say: first-order indices
//! (Sobol' 1993) and the value of information (numerics.md, "EVPPI").
//!
//! The choice is among the plan with the pursuit, the plan without it, and keeping one's time,
//! which is worth nothing. The margin is the first less the second.

use super::estimate::{Figure, replicated};
use super::factors::Factor;

/// Sums over the scenarios of one replicate, or of several.
#[derive(Debug, Clone)]
pub(crate) struct Sums {
    all: Cell,
    /// Squares of the margins' distances from `origin`, which is near their mean.
    squares: f64,
    origin: f64,
    /// The best of the three choices in each scenario, summed.
    perfect: f64,
    factors: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    count: f64,
    with: f64,
    without: f64,
}

impl Cell {
    fn add(&mut self, with: f64, without: f64) {
        self.count += 1.0;
        self.with += with;
        self.without += without;
    }

    fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.with += other.with;
        self.without += other.without;
    }

    /// The sum of what the best choice gives that must be the same in all its scenarios.
    fn best(&self) -> f64 {
        self.with.max(self.without).max(0.0)
    }

    /// The square of the margins' sum over their number.
    fn square(&self, origin: f64) -> f64 {
        let sum = self.with - self.without - origin * self.count;
        if self.count > 0.0 { sum * sum / self.count } else { 0.0 }
    }
}

impl Sums {
    pub(crate) fn new(factors: &[Factor], origin: f64) -> Self {
        Self {
            all: Cell::default(),
            squares: 0.0,
            origin,
            perfect: 0.0,
            factors: factors.iter().map(|factor| vec![Cell::default(); factor.cells()]).collect(),
        }
    }

    /// Adds the plans' worths in some scenarios.
    pub(crate) fn add(&mut self, with: &[f64], without: &[f64]) {
        for (with, without) in with.iter().zip(without) {
            let margin = with - without - self.origin;
            self.squares += margin * margin;
            self.perfect += with.max(*without).max(0.0);
            self.all.add(*with, *without);
        }
    }

    /// Adds the same scenarios to the cells of one factor.
    pub(crate) fn add_to_cells(
        &mut self,
        factor: usize,
        cells: &[u32],
        with: &[f64],
        without: &[f64],
    ) {
        let Some(own) = self.factors.get_mut(factor) else { return };
        for ((cell, with), without) in cells.iter().zip(with).zip(without) {
            if let Some(cell) = own.get_mut(*cell as usize) {
                cell.add(*with, *without);
            }
        }
    }

    fn merge(&mut self, other: &Self) {
        self.all.merge(&other.all);
        self.squares += other.squares;
        self.perfect += other.perfect;
        for (own, other) in self.factors.iter_mut().zip(&other.factors) {
            own.iter_mut().zip(other).for_each(|(own, other)| own.merge(other));
        }
    }

    /// The sum of squares of the margins about their mean.
    fn total(&self) -> f64 {
        (self.squares - self.all.square(self.origin)).max(0.0)
    }

    /// The first-order index of a factor: the share of the margin's variance that goes when the
    /// factor is known. What a cell hides of a smooth influence shrinks with the square of its
    /// width, so twice as wide cells say how much it is (Richardson).
    fn first_order(&self, factor: usize, is_smooth: bool) -> f64 {
        let Some(cells) = self.factors.get(factor) else { return 0.0 };
        let total = self.total();
        if total <= f64::EPSILON * f64::EPSILON * self.all.square(0.0) {
            return 0.0;
        }
        let fine = self.explained(cells, total);
        if !is_smooth || cells.len() < 4 {
            return fine / total;
        }
        let wide: Vec<Cell> = cells
            .chunks(2)
            .map(|pair| {
                pair.iter().fold(Cell::default(), |mut sum, cell| {
                    sum.merge(cell);
                    sum
                })
            })
            .collect();
        (4.0 * fine - self.explained(&wide, total)) / 3.0 / total
    }

    /// The sum of squares between cells, less what chance alone puts there.
    fn explained(&self, cells: &[Cell], total: f64) -> f64 {
        let filled = cells.iter().filter(|cell| cell.count > 0.0);
        let (mut between, mut groups) = (-self.all.square(self.origin), 0.0);
        for cell in filled {
            between += cell.square(self.origin);
            groups += 1.0;
        }
        let free = self.all.count - groups;
        if free > 0.0 { between - (groups - 1.0) * (total - between) / free } else { 0.0 }
    }

    /// What a choice is worth in points that can be made knowing something, over one that cannot.
    /// Sums in another order differ in their last digits: that is no value.
    fn gained(&self, known: f64) -> f64 {
        let gained = known - self.all.best();
        let rounding = 1e-12 * self.all.with.abs().max(self.all.without.abs());
        if gained > rounding { gained / self.all.count } else { 0.0 }
    }

    /// The expected value of knowing everything, in points.
    fn perfect_information(&self) -> f64 {
        self.gained(self.perfect)
    }

    /// The expected value of knowing one factor, in points.
    fn information(&self, factor: usize) -> f64 {
        let Some(cells) = self.factors.get(factor) else { return 0.0 };
        let known: f64 = cells.iter().map(Cell::best).sum();
        self.gained(known).min(self.perfect_information())
    }
}

/// The sums of independent replicates, and all together.
#[derive(Debug)]
pub(crate) struct Replicated {
    pub(crate) pooled: Sums,
    replicates: Vec<Sums>,
}

impl Replicated {
    pub(crate) fn new(replicates: Vec<Sums>) -> Option<Self> {
        let mut rest = replicates.iter();
        let mut pooled = rest.next()?.clone();
        rest.for_each(|sums| pooled.merge(sums));
        Some(Self { pooled, replicates })
    }

    fn figure(&self, of: impl Fn(&Sums) -> f64) -> Figure {
        let standard_error = replicated(self.replicates.iter().map(&of)).standard_error;
        Figure { value: of(&self.pooled), standard_error }
    }

    /// First-order index, 0 to 1 but for noise.
    pub(crate) fn first_order(&self, factor: usize, is_smooth: bool) -> Figure {
        self.figure(|sums| sums.first_order(factor, is_smooth))
    }

    /// The expected value of perfect information, in points.
    pub(crate) fn evpi(&self) -> Figure {
        self.figure(Sums::perfect_information)
    }

    /// The expected value of perfect information about one factor, in points.
    pub(crate) fn evppi(&self, factor: usize) -> Figure {
        self.figure(|sums| sums.information(factor))
    }
}
