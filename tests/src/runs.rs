//! Runs a law over many random values.
//!
//! The seed is fixed, so that a failure comes back on every machine. `PROPTEST_RNG_SEED` sets
//! another one, and `PROPTEST_CASES` scales all counts: 256 stands for once, 2560 for ten times.

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestRunner};
use serde_json::Value;
use std::fmt;

/// What `PROPTEST_CASES` is where nobody sets it.
const ONCE: u64 = 256;
/// Looking for a smaller failure ends after this time.
const SHRINK_MILLISECONDS: u32 = 30_000;

/// A document that a failed law shows as JSON.
#[derive(Clone)]
pub struct Json(pub Value);

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// How many cases to run where a law asks for so many.
#[must_use]
pub fn scaled(cases: u32) -> u32 {
    let cases = u64::from(cases) * u64::from(Config::default().cases) / ONCE;
    u32::try_from(cases).unwrap_or(u32::MAX).max(1)
}

/// Checks that a law holds for random values.
///
/// # Panics
///
/// Where it does not hold, with the smallest value found for which it fails.
#[track_caller]
pub fn holds<T: fmt::Debug>(
    cases: u32,
    values: impl Strategy<Value = T>,
    law: impl Fn(T) -> TestCaseResult,
) {
    let usual = Config::default();
    let config = Config {
        cases: scaled(cases),
        failure_persistence: None,
        max_shrink_time: SHRINK_MILLISECONDS,
        rng_seed: match usual.rng_seed {
            RngSeed::Random => RngSeed::Fixed(1),
            chosen => chosen,
        },
        ..usual
    };
    if let Err(failure) = TestRunner::new(config).run(&values, law) {
        panic!("{failure}");
    }
}
