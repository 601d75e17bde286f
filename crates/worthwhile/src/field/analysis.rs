//! Numbers of the analysis and of a call.

use super::{Field, Key, field};
use crate::estimate::Domain;
use crate::limits::{MAX_SCENARIOS, MAX_WHOLE};

/// Scenarios wanted.
pub const SCENARIOS: Field = field(
    Key::Scenarios,
    "/analysis/scenarios",
    Domain::bounded(1.0, MAX_SCENARIOS as f64),
    "scenarios",
    "Number of scenarios to compute, a whole number. It is rounded up to a power of two for each replicate.",
)
.whole()
.or(16_384.0, "the standard error of a worth is then a few thousandths of a point");

/// Independent replicates.
pub const REPLICATES: Field = field(
    Key::Replicates,
    "/analysis/replicates",
    Domain::bounded(2.0, 64.0),
    "replicates",
    "Number of independent replicates that the scenarios are divided into, a whole number. Standard errors come from the differences between them.",
)
.whole()
.or(8.0, "few enough to fill the space evenly, enough to see how much they differ");

/// The seed of the scenarios.
pub const SEED: Field = field(
    Key::Seed,
    "/analysis/seed",
    Domain::bounded(0.0, MAX_WHOLE),
    "none",
    "The seed of the scenarios, a whole number. The same seed gives the same answer; 0 is an ordinary seed.",
)
.whole()
.or(1.0, "any number would do");

/// Number of threads: an option of a call, not a field of a case.
pub const THREADS: Field = field(
    Key::Threads,
    "/threads",
    Domain::bounded(1.0, 256.0),
    "threads",
    "Number of threads, a whole number. Does not affect results.",
)
.whole()
.or(1.0, "the caller knows what else the machine has to do");
