//! Whether a pursuit is worth it.

use serde::Serialize;

/// A worth at or below this is that keeping one's time is as good; a margin above it counts.
const NOTHING: f64 = 1e-9;

/// Whether a pursuit is worth it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Verdict {
    /// It belongs in the best use of the free hours.
    WorthIt,
    /// It is worth something, but the hours are better spent otherwise.
    BetterElsewhere,
    /// It is worth no more than keeping one's time.
    NotWorthIt,
    /// It takes more hours than there are.
    NotFeasible,
}

impl Verdict {
    /// The verdict on a pursuit that fits or not, is in the best mix or not, and has this worth.
    pub(crate) fn new(fits: bool, is_in_best_mix: bool, worth: f64) -> Self {
        if !fits {
            Self::NotFeasible
        } else if is_in_best_mix {
            Self::WorthIt
        } else if worth <= NOTHING {
            Self::NotWorthIt
        } else {
            Self::BetterElsewhere
        }
    }

    /// Over scenarios the margin says whether it belongs in the best mix.
    pub(crate) fn of_margin(fits: bool, margin: f64, worth: f64) -> Self {
        Self::new(fits, margin > NOTHING, worth)
    }
}
