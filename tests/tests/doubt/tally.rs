//! Counts how often two estimates of one number are as near as their standard errors say.

use serde_json::Value;
use worthwhile_conformance::statistics::{Estimated, binomial_band, distance};

/// The figures of a pursuit that come with a standard error.
pub(crate) const FIGURES: [&str; 8] = [
    "worth",
    "margin",
    "margin_over_none",
    "hours_per_week",
    "busiest_hours_per_week",
    "felt_hours_per_week",
    "burnout_risk",
    "money_per_year",
];

/// Standard errors of the library come from 8 replicates.
const FREEDOM: f64 = 7.0;
/// Half and 95 of 100 right pairs are within these distances of each other.
const LEVELS: [f64; 2] = [0.5, 0.95];
/// Where a standard error is less than this part of its mean, it is rounding.
const ROUNDING: f64 = 1e-12;
const TOLERANCE: f64 = 1e-9;
/// No pair of right estimates is ever this far apart.
const IMPOSSIBLE: f64 = 1.0 - 1e-9;

/// A figure of the library's answer: its mean and the standard error that every one has.
pub(crate) fn figure(pursuit: &Value, name: &str) -> Result<Estimated, String> {
    let part = |part: &str| {
        let found = pursuit[name][part].as_f64();
        found.ok_or_else(|| format!("{name} of {} has no {part}", pursuit["id"]))
    };
    Ok(Estimated { mean: part("mean")?, standard_error: part("standard_error")?, freedom: FREEDOM })
}

/// Pairs of estimates that were compared, and how many of them were near.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tally {
    pairs: usize,
    within: [usize; LEVELS.len()],
}

impl Tally {
    /// Compares two estimates. Those that nothing makes uncertain have to be equal, and no two may
    /// be far beyond what chance can do.
    pub(crate) fn compare(&mut self, one: Estimated, other: Estimated) -> Result<(), String> {
        let scale = one.mean.abs().max(other.mean.abs()).max(1.0);
        if one.standard_error.max(other.standard_error) <= ROUNDING * scale {
            let is_equal = (one.mean - other.mean).abs() <= TOLERANCE * scale;
            return if is_equal { Ok(()) } else { Err(format!("{one:?} is not {other:?}")) };
        }
        let distance = distance(one, other);
        self.pairs += 1;
        for (within, level) in self.within.iter_mut().zip(LEVELS) {
            *within += usize::from(distance <= level);
        }
        if distance <= IMPOSSIBLE { Ok(()) } else { Err(format!("{one:?} is far from {other:?}")) }
    }

    /// Whether both counts are where they are but for `outside`, if each pair is within a level
    /// with just that chance. Prints the counts.
    pub(crate) fn is_likely(&self, what: &str, outside: f64) -> bool {
        let mut is_likely = true;
        for (within, level) in self.within.into_iter().zip(LEVELS) {
            let (low, high) = binomial_band(self.pairs, level, outside / LEVELS.len() as f64);
            let pairs = self.pairs;
            println!("{what}: {within} of {pairs} within {level}, {low} to {high} expected");
            is_likely &= (low..=high).contains(&within);
        }
        is_likely
    }

    /// As above, but for pairs that may well be nearer to each other than the chance says.
    pub(crate) fn is_not_too_far(&self, what: &str, outside: f64) -> bool {
        let mut is_near = true;
        for (within, level) in self.within.into_iter().zip(LEVELS) {
            let (low, _) = binomial_band(self.pairs, level, 2.0 * outside / LEVELS.len() as f64);
            let pairs = self.pairs;
            println!("{what}: {within} of {pairs} within {level}, at least {low} expected");
            is_near &= within >= low;
        }
        is_near
    }
}
