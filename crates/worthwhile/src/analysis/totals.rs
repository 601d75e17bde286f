//! Total indices (Homma and Saltelli 1996), by Jansen's estimator: how much the margin still varies
//! when all is known but one factor.

use std::ops::ControlFlow;

use super::factors::Factor;
use super::measured::{Measured, replicated};
use super::options::Settled;
use super::workers::{self, Tick};
use crate::sampling::{Draws, Points, uniform};

/// At most so many scenarios of each replicate: each is computed once more for every factor.
const SIZE: u32 = 256;

/// The total index of each factor. `margins` computes the margin at columns of values.
pub(crate) fn totals(
    draws: &Draws,
    factors: &[Factor],
    settled: &Settled,
    margins: impl Fn(&[Vec<f64>], &mut [f64]) + Sync,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Vec<Measured>> {
    let points = Points::new(draws.dimensions.len(), settled.log_size, settled.seed);
    let size = settled.size().min(SIZE) as usize;
    let work = |replicate: u32, tick: &mut Tick<'_>| {
        let scrambled = points.replicate(replicate);
        let block = scrambled.block(0);
        let mut columns = Columns::new(draws, size);
        for (dimension, column) in columns.points.iter_mut().enumerate() {
            block.fill(dimension, column);
        }
        draws.values(&block, &mut columns.values);
        let (mut base, mut moved) = (vec![0.0; size], vec![0.0; size]);
        margins(&columns.values, &mut base);
        let variance = variance(&base);
        let mut indices = Vec::with_capacity(factors.len());
        for factor in factors {
            let dimensions = factor.dimensions.iter();
            let other = |at: &usize| elsewhere(settled.seed, replicate, *at, size);
            let mut other: Vec<Vec<u32>> = dimensions.map(other).collect();
            columns.swap(draws, factor, &mut other);
            margins(&columns.values, &mut moved);
            columns.swap(draws, factor, &mut other);
            let squares: f64 = base.iter().zip(&moved).map(|(a, b)| (a - b) * (a - b)).sum();
            indices.push(squares / (2.0 * base.len() as f64) / variance);
            tick(1)?;
        }
        ControlFlow::Continue(indices)
    };
    let jobs = (0..settled.replicates).collect();
    let replicates: Vec<Vec<f64>> = workers::run(settled.threads, jobs, work, tick)?;
    let of = |factor: usize| {
        replicated(replicates.iter().map(move |indices| {
            let index = indices.get(factor).copied().unwrap_or_default();
            if index.is_finite() { index } else { 0.0 }
        }))
    };
    ControlFlow::Continue((0..factors.len()).map(of).collect())
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
    fn new(draws: &Draws, size: usize) -> Self {
        Self {
            points: vec![vec![0; size]; draws.dimensions.len()],
            values: vec![vec![0.0; size]; draws.places.len()],
        }
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

/// Coordinates that have nothing to do with the points.
fn elsewhere(seed: u64, replicate: u32, dimension: usize, size: usize) -> Vec<u32> {
    let at = |scenario| uniform([seed, u64::from(replicate), dimension as u64, scenario]);
    (0..size as u64).map(at).collect()
}

fn variance(values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count
}
