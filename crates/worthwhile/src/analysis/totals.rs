//! Total indices (Homma and Saltelli 1996), by Jansen's estimator: how much the margin still varies
//! when all is known but one factor.

use std::ops::ControlFlow;

use super::factors::Factor;
use super::measured::{Measured, replicated};
use super::options::Settled;
use super::workers::{self, Tick};
use crate::sampling::{BLOCK, Draws, Points, Replicate, uniform};

/// Of so many scenarios of a replicate one is computed once more for every factor, but at least so
/// many are.
const ONE_IN: u32 = 8;
const LEAST: u32 = 256;

/// The total index of each factor. `margins` computes the margin at columns of values.
pub(crate) fn totals(
    draws: &Draws,
    factors: &[Factor],
    settled: &Settled,
    margins: impl Fn(&[Vec<f64>], &mut [f64]) + Sync,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Vec<Measured>> {
    let points = Points::new(draws.dimensions.len(), settled.log_size, settled.seed);
    let size = settled.size().min((settled.size() / ONE_IN).max(LEAST)) as usize;
    let work = |replicate: u32, tick: &mut Tick<'_>| {
        let scrambled = points.replicate(replicate);
        let mut columns = Columns::new(draws, &scrambled, size);
        let (mut base, mut moved) = (vec![0.0; size], vec![0.0; size]);
        margins(&columns.values, &mut base);
        let mut squares = Vec::with_capacity(factors.len());
        for factor in factors {
            let dimensions = factor.dimensions.iter();
            let other = |at: &usize| elsewhere(settled.seed, replicate, *at, size);
            let mut other: Vec<Vec<u32>> = dimensions.map(other).collect();
            columns.swap(draws, factor, &mut other);
            margins(&columns.values, &mut moved);
            columns.swap(draws, factor, &mut other);
            squares.push(Squares::of(&base, &moved));
            tick(1)?;
        }
        ControlFlow::Continue(squares)
    };
    let jobs = (0..settled.replicates).collect();
    let replicates: Vec<Vec<Squares>> = workers::run(settled.threads, jobs, work, tick)?;
    let of = |factor: usize| {
        let own = replicates.iter().filter_map(|squares| squares.get(factor)).copied();
        Squares::index(&own.collect::<Vec<_>>())
    };
    ControlFlow::Continue((0..factors.len()).map(of).collect())
}

/// Sums over pairs of scenarios that differ in one factor.
#[derive(Debug, Clone, Copy, Default)]
struct Squares {
    /// Half of the squares of what the margins of a pair differ by.
    moved: f64,
    /// The margins of both, and half of their squares, from a mean that is near theirs.
    count: f64,
    sum: f64,
    all: f64,
}

impl Squares {
    fn of(base: &[f64], moved: &[f64]) -> Self {
        let mut own = Self::default();
        for (a, b) in base.iter().zip(moved) {
            own.moved += 0.5 * (a - b) * (a - b);
            own.count += 1.0;
            own.sum += 0.5 * (a + b);
            own.all += 0.5 * (a * a + b * b);
        }
        own
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
    factors as u64 * u64::from(settled.replicates)
}

/// Coordinates of some scenarios and the values there, a column for each dimension and each place.
struct Columns {
    points: Vec<Vec<u32>>,
    values: Vec<Vec<f64>>,
}

impl Columns {
    /// The first scenarios of a replicate.
    fn new(draws: &Draws, replicate: &Replicate, size: usize) -> Self {
        let mut points = vec![Vec::with_capacity(size); draws.dimensions.len()];
        let mut values = vec![Vec::with_capacity(size); draws.places.len()];
        let width = BLOCK.min(size);
        for start in (0..size).step_by(width) {
            let block = replicate.block(start as u32);
            let mut own = vec![0; width];
            for (at, column) in points.iter_mut().enumerate() {
                block.fill(at, &mut own);
                column.extend(&own);
            }
            let mut drawn = vec![vec![0.0; width]; draws.places.len()];
            draws.values(&block, &mut drawn);
            values.iter_mut().zip(&drawn).for_each(|(column, drawn)| column.extend(drawn));
        }
        Self { points, values }
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
fn elsewhere(seed: u64, replicate: u32, dimension: usize, size: usize) -> Vec<u32> {
    let number = |scenario: usize, round: u64| {
        uniform([seed, u64::from(replicate), dimension as u64, scenario as u64 | round << 32])
    };
    let width = (1_u64 << 32) / size as u64;
    let part = |at: usize| at as u64 * width + ((u64::from(number(at, 0)) * width) >> 32);
    let mut all: Vec<u32> = (0..size).map(|at| part(at) as u32).collect();
    // Fisher and Yates.
    for at in (1..size).rev() {
        let other = (u64::from(number(at, 1)) * (at as u64 + 1)) >> 32;
        all.swap(at, other as usize);
    }
    all
}
