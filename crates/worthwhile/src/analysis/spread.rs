//! The spread of a pursuit's figures over the scenarios.

use std::borrow::Cow;

use super::figures::Figures;
use super::measured::{Measured, replicated};
use super::summary::{Summary, in_whole_numbers, of_whole_number, sum};

/// Fewer scenarios than one in so many are few.
const FEW: usize = 500;
/// Shares at which the quantiles of a margin are told: 0, 0.05, …, 1.
const QUANTILES: usize = 21;

/// What the scenarios say of the figures of a pursuit.
#[derive(Debug)]
pub(crate) struct Spread {
    pub(crate) figures: Figures<Summary>,
    /// How often worth and margin are above 0.
    pub(crate) worth_positive: Measured,
    pub(crate) margin_positive: Measured,
    /// The quantiles of the margin at even shares: its smallest value, …, its largest.
    pub(crate) margin_quantiles: Vec<f64>,
    /// The share of the scenarios that half of the variance of the margin comes from, where these are
    /// few.
    pub(crate) few_scenarios: Option<f64>,
}

impl Spread {
    /// Of columns of scenarios, of which each replicate has so many.
    pub(super) fn of(columns: &Figures<Cow<'_, [f64]>>, size: usize) -> Self {
        let mut margins = in_whole_numbers(&columns.margin);
        margins.sort_unstable();
        let of_margin = Summary::of_sorted(&columns.margin, size, &margins);
        let mut known: Vec<(&[f64], Summary)> = vec![(&columns.margin, of_margin)];
        // Where there is no award both margins are the same, and so are the hours of a week and of the
        // busiest one where all years are alike.
        let mut all = columns.in_order().map(|column| {
            let same = known.iter().find(|(other, _)| is_same(column, other));
            same.map(|(_, summary)| *summary).unwrap_or_else(|| {
                let summary = Summary::of(column, size);
                known.push((column, summary));
                summary
            })
        });
        let none = Summary::certain(0.0);
        Self {
            figures: Figures::of(|| all.next().unwrap_or(none)),
            worth_positive: share_above_zero(&columns.worth, size),
            margin_positive: share_above_zero(&columns.margin, size),
            margin_quantiles: quantiles(&margins),
            few_scenarios: share_of_half(&columns.margin),
        }
    }
}

/// The share of the scenarios in which a figure is above 0, with its standard error.
fn share_above_zero(column: &[f64], size: usize) -> Measured {
    let share = |part: &[f64]| {
        let above = part.iter().filter(|value| **value > 0.0).count();
        above as f64 / part.len() as f64
    };
    replicated(column.chunks(size).map(share))
}

/// Whether two columns are the same, to the bit.
fn is_same(column: &[f64], other: &[f64]) -> bool {
    let mut pairs = column.iter().zip(other);
    column.len() == other.len() && pairs.all(|(own, other)| own.to_bits() == other.to_bits())
}

/// The quantiles of values in their order.
fn quantiles(sorted: &[i64]) -> Vec<f64> {
    let steps = QUANTILES - 1;
    let at = |step: usize| (sorted.len() * step).div_ceil(steps).saturating_sub(1);
    let quantiles = (0..=steps).filter_map(|step| sorted.get(at(step)).copied());
    quantiles.map(of_whole_number).collect()
}

/// The share of the scenarios that half of the variance of a column comes from, where that is no
/// more than one in [`FEW`] of them.
fn share_of_half(column: &[f64]) -> Option<f64> {
    let count = column.len();
    let mean = sum(column, |value| value) / count.max(1) as f64;
    let most = column.iter().fold(0.0, |most: f64, value| most.max((value - mean).abs()));
    // Shares of the largest, whose squares are numbers.
    let share = |value: &f64| (value - mean) / most;
    let squares = column.iter().map(|value| share(value) * share(value));
    let half = 0.5 * squares.clone().sum::<f64>();
    let few = count / FEW;
    if few == 0 || most <= 0.0 || !half.is_finite() {
        return None;
    }
    // Bits of numbers of at least 0 have their order, and compare faster.
    let mut squares: Vec<u64> = squares.map(f64::to_bits).collect();
    let (.., largest) = squares.select_nth_unstable(count - few - 1);
    largest.sort_unstable();
    let sums = largest.iter().rev().scan(0.0, |sum, square| {
        *sum += f64::from_bits(*square);
        Some(*sum)
    });
    let least = sums.take_while(|sum| *sum < half).count() + 1;
    (least <= few).then_some(least as f64 / count as f64)
}
