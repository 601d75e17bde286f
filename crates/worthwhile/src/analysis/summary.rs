//! A figure and its spread.

use serde::Serialize;

use super::measured::{replicated, root_of_squares};
use crate::lanes::Lanes;

/// A figure over all scenarios. If nothing is uncertain, its spread is zero.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Summary {
    /// Mean, in the unit of the figure.
    pub mean: f64,
    /// Standard error of the mean, in the unit of the figure: the sampling error, given the number of
    /// scenarios.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub standard_error: f64,
    /// Standard deviation over the scenarios, in the unit of the figure.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub sd: f64,
    /// 5th percentile, in the unit of the figure.
    pub p5: f64,
    /// 25th percentile, in the unit of the figure.
    pub p25: f64,
    /// Median, in the unit of the figure.
    pub p50: f64,
    /// 75th percentile, in the unit of the figure.
    pub p75: f64,
    /// 95th percentile, in the unit of the figure.
    pub p95: f64,
}

const PERCENTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

impl Summary {
    /// A figure that nothing makes uncertain.
    #[must_use]
    pub fn certain(value: f64) -> Self {
        Self {
            mean: value,
            standard_error: 0.0,
            sd: 0.0,
            p5: value,
            p25: value,
            p50: value,
            p75: value,
            p95: value,
        }
    }

    /// The spread of a column of scenarios, of which each replicate has so many. A percentile is
    /// the smallest value that so many percent of the scenarios do not exceed.
    pub(crate) fn of(column: &[f64], size: usize) -> Self {
        Self::with(column, size, || percentiles(column))
    }

    /// The same where its values are known in their order too, as whole numbers.
    pub(super) fn of_sorted(column: &[f64], size: usize, sorted: &[i64]) -> Self {
        let at = |place: usize| sorted.get(place).copied().map_or(0.0, of_whole_number);
        Self::with(column, size, || places(sorted.len()).map(at))
    }

    fn with(column: &[f64], size: usize, percentiles: impl FnOnce() -> [f64; 5]) -> Self {
        let first = column.first().copied().unwrap_or_default();
        if column.iter().all(|value| (value - first).abs() <= 0.0) {
            return Self::certain(first);
        }
        let means = column
            .chunks(size)
            .map(|replicate| sum(replicate, |value| value) / replicate.len() as f64);
        let figure = replicated(means);
        let mean = figure.value;
        let squares = sum(column, |value| (value - mean) * (value - mean));
        let root = match squares {
            squares if squares.is_finite() => libm::sqrt(squares),
            _ => root_of_squares(column.iter().map(|value| value - mean)),
        };
        let [p5, p25, p50, p75, p95] = percentiles();
        Self {
            mean,
            standard_error: figure.standard_error,
            sd: root / libm::sqrt(column.len() as f64),
            p5,
            p25,
            p50,
            p75,
            p95,
        }
    }
}

/// A sum block by block, and in each block lane by lane: that keeps more digits than one by one.
#[inline(always)]
pub(super) fn sum(values: &[f64], term: impl Fn(f64) -> f64) -> f64 {
    let of_block = |block: &[f64]| {
        let (rows, rest) = block.as_chunks::<8>();
        let mut sum = Lanes::<8>::ZERO;
        for row in rows {
            sum += Lanes(*row).map(&term);
        }
        sum.sum() + rest.iter().map(|value| term(*value)).sum::<f64>()
    };
    values.chunks(1024).map(of_block).sum()
}

/// Where the percentiles of so many values stand in their order.
fn places(count: usize) -> [usize; 5] {
    PERCENTILES.map(|share| ((share * count as f64).ceil() as usize).saturating_sub(1))
}

fn percentiles(values: &[f64]) -> [f64; 5] {
    let [low, quarter, half, upper, high] = places(values.len());
    let mut values = in_whole_numbers(values);
    let mut found = [0; 5];
    // The median first: then the others are looked for on their own side of it only.
    let (below, median, above) = values.select_nth_unstable(half);
    let median = *median;
    found[2] = median;
    let nth = |values: &mut [i64], at: usize| match values.get(at) {
        Some(_) => *values.select_nth_unstable(at).1,
        None => median,
    };
    found[1] = nth(below, quarter);
    found[0] = nth(below.get_mut(..=quarter).unwrap_or_default(), low);
    let beyond = half + 1;
    found[3] = if upper > half { nth(above, upper - beyond) } else { median };
    found[4] = if high > half { nth(above, high - beyond) } else { median };
    found.map(of_whole_number)
}

/// Numbers as whole ones of the same order, which compare faster.
pub(super) fn in_whole_numbers(values: &[f64]) -> Vec<i64> {
    values.iter().map(|value| ordered(value.to_bits())).collect()
}

/// The number that a whole one stands for.
pub(super) fn of_whole_number(own: i64) -> f64 {
    f64::from_bits(ordered(own.cast_unsigned()).cast_unsigned())
}

/// Bits of a number as a whole number of the same order; twice, they are what they were.
fn ordered(bits: u64) -> i64 {
    let below_zero = bits.cast_signed() >> 63;
    bits.cast_signed() ^ (below_zero & i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn percentiles_are_those_of_the_sorted_values(
            values in proptest::collection::vec(-9.0..9.0_f64, 1..200),
        ) {
            let mut sorted = values.clone();
            sorted.sort_by(f64::total_cmp);
            let in_order = in_whole_numbers(&sorted);
            prop_assert_eq!(Summary::of_sorted(&values, 4, &in_order), Summary::of(&values, 4));
            for (share, found) in PERCENTILES.into_iter().zip(percentiles(&values)) {
                let at = (share * values.len() as f64).ceil() as usize;
                prop_assert!((found - sorted[at.max(1) - 1]).abs() <= 0.0);
            }
        }
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "percentiles are values of the column")]
    fn a_spread_is_the_textbook_one() {
        let column: Vec<f64> = (0..8).map(f64::from).collect();
        let summary = Summary::of(&column, 4);
        assert!((summary.mean - 3.5).abs() < 1e-15 && (summary.sd - 5.25_f64.sqrt()).abs() < 1e-15);
        // Replicates of means 1.5 and 5.5: their standard deviation is sqrt(8), over sqrt(2).
        assert!((summary.standard_error - 2.0).abs() < 1e-15);
        let Summary { p5, p25, p50, p75, p95, .. } = summary;
        assert_eq!([p5, p25, p50, p75, p95], [0.0, 1.0, 3.0, 5.0, 7.0]);
        assert_eq!(Summary::of(&[2.5; 8], 4), Summary::certain(2.5));
    }
}
