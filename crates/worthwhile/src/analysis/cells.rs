//! Sums over scenarios and over the cells of factors, and what they say: first-order indices
//! (Sobol' 1993) and the value of information.
//!
//! The choice is among the plan with the pursuit, the plan without it, the plan without any of it,
//! and the life without any pursuit, which is worth nothing. The margin is the first less the second.

use super::factors::Factor;
use super::measured::{Measured, replicated};
use super::summary::sum;

/// Sums in another order differ by this share at most.
const ROUNDING: f64 = 1e-12;

/// Sums over the scenarios of one replicate, or of several.
#[derive(Debug, Clone)]
pub(crate) struct Sums {
    all: Cell,
    /// Squares of the margins' distances from `origin`, which is near their mean.
    squares: f64,
    origin: f64,
    /// The best of the choices in each scenario, summed.
    perfect: f64,
    factors: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    count: f64,
    with: f64,
    without: f64,
    without_any: f64,
}

/// The worths of the plans in some scenarios: with the pursuit, without it, without any of it.
pub(crate) type Plans<'p> = [&'p [f64]; 3];

/// Each scenario's worths.
fn each([with, without, without_any]: Plans<'_>) -> impl Iterator<Item = [f64; 3]> {
    let all = with.iter().zip(without).zip(without_any);
    all.map(|((with, without), without_any)| [*with, *without, *without_any])
}

impl Cell {
    fn add(&mut self, [with, without, without_any]: [f64; 3]) {
        self.count += 1.0;
        self.with += with;
        self.without += without;
        self.without_any += without_any;
    }

    fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.with += other.with;
        self.without += other.without;
        self.without_any += other.without_any;
    }

    /// The sum of what the best choice gives that must be the same in all its scenarios.
    fn best(&self) -> f64 {
        self.with.max(self.without).max(self.without_any).max(0.0)
    }

    fn mean_margin(&self) -> Option<f64> {
        (self.count > 0.0).then(|| (self.with - self.without) / self.count)
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
    pub(crate) fn add(&mut self, plans: Plans<'_>) {
        for worths in each(plans) {
            let [with, without, without_any] = worths;
            let margin = with - without - self.origin;
            self.squares += margin * margin;
            self.perfect += with.max(without).max(without_any).max(0.0);
            self.all.add(worths);
        }
    }

    /// Adds the same scenarios to the cells of one factor.
    pub(crate) fn add_to_cells(&mut self, factor: usize, cells: &[u32], plans: Plans<'_>) {
        let Some(own) = self.factors.get_mut(factor) else { return };
        for (cell, worths) in cells.iter().zip(each(plans)) {
            if let Some(cell) = own.get_mut(*cell as usize) {
                cell.add(worths);
            }
        }
    }

    /// The same where the cells are equal parts, a power of two of them, and the worths stand in
    /// their order.
    #[inline(always)]
    pub(crate) fn add_in_order(&mut self, factor: usize, [with, without, without_any]: Plans<'_>) {
        let Some(own) = self.factors.get_mut(factor) else { return };
        let width = with.len() / own.len();
        let parts = with.chunks(width).zip(without.chunks(width)).zip(without_any.chunks(width));
        for (cell, ((with, without), without_any)) in own.iter_mut().zip(parts) {
            cell.count += width as f64;
            cell.with += sum(with, |worth| worth);
            cell.without += sum(without, |worth| worth);
            cell.without_any += sum(without_any, |worth| worth);
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

    /// Whether the margin never changes: what is left of it is rounding of the plans' worths.
    fn is_still(&self) -> bool {
        let Cell { count, with, without, .. } = self.all;
        self.total() <= ROUNDING * ROUNDING * (with * with + without * without) / count.max(1.0)
    }

    /// The share of the margin's sum of squares that lies between the cells of a factor.
    fn between(&self, cells: &[Cell]) -> f64 {
        let total = self.total();
        if self.is_still() {
            return 0.0;
        }
        let squares: f64 = cells.iter().map(|cell| cell.square(self.origin)).sum();
        (squares - self.all.square(self.origin)) / total
    }

    /// What a choice is worth in points that can be made knowing something, over one that cannot.
    /// Sums in another order differ in their last digits: that is no value.
    fn gained(&self, known: f64) -> f64 {
        let gained = known - self.all.best();
        let Cell { with, without, without_any, .. } = self.all;
        let rounding = ROUNDING * with.abs().max(without.abs()).max(without_any.abs());
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

/// So many cells taken together each.
fn merged(cells: &[Cell], width: usize) -> Vec<Cell> {
    let together = |part: &[Cell]| {
        let mut sum = Cell::default();
        part.iter().for_each(|cell| sum.merge(cell));
        sum
    };
    cells.chunks(width).map(together).collect()
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

    fn figure(&self, of: impl Fn(&Sums) -> f64) -> Measured {
        let standard_error = replicated(self.replicates.iter().map(&of)).standard_error;
        Measured { value: of(&self.pooled), standard_error, chance: 0.0 }
    }

    /// First-order index: the share of the margin's variance that goes when the factor is known,
    /// 0 to 1 but for noise. What a cell hides of a smooth influence shrinks with the square of its
    /// width, so twice as wide cells say how much it is (Richardson).
    pub(crate) fn first_order(&self, factor: usize, is_smooth: bool) -> Measured {
        let cells = self.pooled.factors.get(factor).map_or(0, Vec::len);
        let wide = if is_smooth && cells >= 4 { 2 } else { 1 };
        let of = |width: usize| {
            let index = move |sums: &Sums| match sums.factors.get(factor) {
                Some(cells) => sums.between(&merged(cells, width)),
                None => 0.0,
            };
            (index(&self.pooled) - self.chance(factor, width), self.replicates.iter().map(index))
        };
        let ((fine, fines), (coarse, coarses)) = (of(1), of(wide));
        let beyond = |fine: f64, coarse: f64| fine + (fine - coarse) / 3.0;
        let replicates: Vec<f64> = fines.zip(coarses).map(|(a, b)| beyond(a, b)).collect();
        let standard_error = replicated(replicates.into_iter()).standard_error;
        Measured { value: beyond(fine, coarse), standard_error, chance: 0.0 }
    }

    /// What chance alone puts between the cells, by how far the replicates' cells differ.
    fn chance(&self, factor: usize, width: usize) -> f64 {
        let of = |sums: &Sums| sums.factors.get(factor).map(|cells| merged(cells, width));
        let (Some(pooled), total) = (of(&self.pooled), self.pooled.total()) else { return 0.0 };
        let replicates: Vec<Vec<Cell>> = self.replicates.iter().filter_map(of).collect();
        let noise = |pooled: &Cell, at: Option<usize>| {
            let own = self.replicates.iter().zip(&replicates);
            let cells = own.map(|(sums, cells)| at.map_or(Some(&sums.all), |at| cells.get(at)));
            let means: Vec<f64> = cells.flatten().filter_map(Cell::mean_margin).collect();
            let error = replicated(means.into_iter()).standard_error;
            pooled.count * error * error
        };
        let between: f64 = pooled.iter().enumerate().map(|(at, cell)| noise(cell, Some(at))).sum();
        let chance = between - noise(&self.pooled.all, None);
        if chance > 0.0 && total > 0.0 { chance / total } else { 0.0 }
    }

    /// The expected value of perfect information, in points.
    pub(crate) fn evpi(&self) -> Measured {
        self.figure(Sums::perfect_information)
    }

    /// The expected value of perfect information about one factor, in points.
    ///
    /// Cells of few scenarios make chance look like knowledge, the more the fewer there are. It falls
    /// with the root of their number at most, so the replicates, which have fewer, show how much of it
    /// is left.
    pub(crate) fn evppi(&self, factor: usize) -> Measured {
        let figure = self.figure(|sums| sums.information(factor));
        let alone = replicated(self.replicates.iter().map(|sums| sums.information(factor))).value;
        let root = libm::sqrt(self.replicates.len() as f64);
        let chance = if root > 1.0 { (alone - figure.value) / (root - 1.0) } else { 0.0 };
        Measured { chance: chance.max(0.0), ..figure }
    }

    /// Whether the margin never changes.
    pub(crate) fn is_still(&self) -> bool {
        self.pooled.is_still()
    }
}
