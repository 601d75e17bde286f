//! Total indices (Homma and Saltelli 1996), by Jansen's estimator: how much the margin still varies
//! when all is known but one factor.

use std::ops::ControlFlow;

use super::factors::Factor;
use super::knowing::Whole;
use super::measured::{Measured, replicated};
use super::memory;
use super::options::Settled;
use super::workers::{self, Tick};
use crate::sampling::{BLOCK, Block, Draws, Points, uniform};

/// Of so many scenarios of a replicate one is computed once more for every factor, but at least so
/// many are.
const ONE_IN: u32 = 8;
const LEAST: u32 = 256;

/// The total index of each factor. `margins` computes the margin at columns of values, and `whole` knows
/// what margins there are.
pub(crate) fn totals(
    draws: &Draws,
    factors: &[Factor],
    settled: &Settled,
    whole: &Whole,
    margins: impl Fn(&[Vec<f64>], &mut [f64]) + Sync,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Vec<Measured>> {
    let points = Points::new(draws.dimensions.len(), settled.log_size, settled.seed);
    let work = |replicate: u32, tick: &mut Tick<'_>| {
        let scrambled = points.replicate(replicate);
        let mut squares = vec![Squares::default(); factors.len()];
        for start in (0..size(settled)).step_by(BLOCK) {
            let mut columns = Columns::new(draws, &scrambled.block(start), settled);
            let width = columns.width();
            let (mut base, mut moved) = (vec![0.0; width], vec![0.0; width]);
            margins(&columns.values, &mut base);
            for (factor, squares) in factors.iter().zip(&mut squares) {
                let dimensions = factor.dimensions.iter();
                let words =
                    |at: &usize| [settled.seed, u64::from(replicate), *at as u64, start.into()];
                let mut other: Vec<Vec<u32>> =
                    dimensions.map(|at| elsewhere(words(at), width)).collect();
                columns.swap(draws, factor, &mut other);
                margins(&columns.values, &mut moved);
                columns.swap(draws, factor, &mut other);
                for (base, moved) in base.iter().zip(&moved) {
                    squares.add(whole.scaled(*base), whole.scaled(*moved));
                }
                tick(1)?;
            }
        }
        ControlFlow::Continue(squares)
    };
    let jobs = (0..settled.replicates).collect();
    // Each keeps the coordinates and the values of a block.
    let numbers = draws.dimensions.len() + draws.places.len();
    let threads = settled.threads.min(memory::threads(numbers * BLOCK * size_of::<f64>()));
    let replicates: Vec<Vec<Squares>> = workers::run(threads, jobs, work, tick)?;
    let of = |factor: usize| {
        let own = replicates.iter().filter_map(|squares| squares.get(factor)).copied();
        Squares::index(&own.collect::<Vec<_>>())
    };
    ControlFlow::Continue((0..factors.len()).map(of).collect())
}

/// Scenarios of each replicate that are computed once more for every factor.
fn size(settled: &Settled) -> u32 {
    settled.size().min((settled.size() / ONE_IN).max(LEAST))
}

/// Sums over pairs of scenarios that differ in one factor.
#[derive(Debug, Clone, Copy, Default)]
struct Squares {
    /// Half of the squares of what the margins of a pair differ by.
    moved: f64,
    /// The margins of both, and half of their squares.
    count: f64,
    sum: f64,
    all: f64,
}

impl Squares {
    /// Adds a pair.
    fn add(&mut self, base: f64, moved: f64) {
        self.moved += 0.5 * (base - moved) * (base - moved);
        self.count += 1.0;
        self.sum += 0.5 * (base + moved);
        self.all += 0.5 * (base * base + moved * moved);
    }

    fn plus(self, other: Self, sign: f64) -> Self {
        Self {
            moved: self.moved + sign * other.moved,
            count: self.count + sign * other.count,
            sum: self.sum + sign * other.sum,
            all: self.all + sign * other.all,
        }
    }

    /// The share of the variance. Both of a pair are in it, so that what is rare and large counts
    /// above and below alike.
    fn share(self) -> f64 {
        let variance = self.all - self.sum * self.sum / self.count.max(1.0);
        if variance > 0.0 { self.moved / variance } else { 0.0 }
    }

    /// By the jackknife over the replicates.
    fn index(replicates: &[Self]) -> Measured {
        let all = replicates.iter().fold(Self::default(), |all, own| all.plus(*own, 1.0));
        let count = replicates.len() as f64;
        if replicates.len() < 2 {
            return Measured { value: all.share(), ..Measured::ZERO };
        }
        let value = |own: &Self| count * all.share() - (count - 1.0) * all.plus(*own, -1.0).share();
        replicated(replicates.iter().map(value))
    }
}

/// How many steps it takes.
pub(crate) fn steps(factors: usize, settled: &Settled) -> u64 {
    let blocks = size(settled).div_ceil(BLOCK as u32);
    factors as u64 * u64::from(settled.replicates) * u64::from(blocks)
}

/// Coordinates of some scenarios and the values there, a column for each dimension and each place.
struct Columns {
    points: Vec<Vec<u32>>,
    values: Vec<Vec<f64>>,
}

impl Columns {
    /// Those of a block.
    fn new(draws: &Draws, block: &Block<'_>, settled: &Settled) -> Self {
        let width = BLOCK.min(size(settled) as usize);
        let mut points = vec![vec![0; width]; draws.dimensions.len()];
        points.iter_mut().enumerate().for_each(|(at, column)| block.fill(at, column));
        let mut values = vec![vec![0.0; width]; draws.places.len()];
        draws.values(block, &mut values);
        Self { points, values }
    }

    fn width(&self) -> usize {
        self.values.first().map_or(0, Vec::len)
    }

    /// Exchanges the coordinates of a factor, and draws its values anew.
    fn swap(&mut self, draws: &Draws, factor: &Factor, other: &mut [Vec<u32>]) {
        for (dimension, other) in factor.dimensions.iter().zip(other) {
            if let Some(column) = self.points.get_mut(*dimension) {
                std::mem::swap(column, other);
            }
        }
        for dimension in &factor.dimensions {
            draws.redraw(*dimension, &self.points, &mut self.values);
        }
    }
}

/// Coordinates that have nothing to do with the points, one in each of as many equal parts.
fn elsewhere([seed, replicate, dimension, start]: [u64; 4], width: usize) -> Vec<u32> {
    let number = |at: usize, round: u64| {
        uniform([seed, replicate, dimension, (start + at as u64) | round << 32])
    };
    let part = (1_u64 << 32) / width as u64;
    let within = |at: usize| at as u64 * part + ((u64::from(number(at, 0)) * part) >> 32);
    let mut all: Vec<u32> = (0..width).map(|at| within(at) as u32).collect();
    // Fisher and Yates.
    for at in (1..width).rev() {
        let other = (u64::from(number(at, 1)) * (at as u64 + 1)) >> 32;
        all.swap(at, other as usize);
    }
    all
}
