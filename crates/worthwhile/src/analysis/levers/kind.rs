//! The kinds of levers.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a lever changes, and the unit of its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LeverKind {
    /// All hours of the pursuit in question: hours a week at its level.
    Hours,
    /// All it gives, strengths and money: times what it is, from 1.
    Gains,
    /// Free hours a week.
    FreeHours,
    /// Hours a week in the job.
    JobHours,
    /// The most hours a week for all pursuits.
    Limit,
    /// Hours a week of plain work from which a pursuit is no longer worth it.
    BreakEven,
    /// Chance a year to earn the award, 0 to 1.
    Chance,
    /// Chance a year to keep the award, 0 to 1.
    Renewal,
    /// How much one motive matters, 0 to 10.
    Motivation,
    /// How much one protection matters, 0 to 10.
    Protection,
    /// How enjoyable one activity is, -10 to 10.
    Enjoyability,
    /// How much one drawback bothers, 0 to 10.
    Bother,
    /// How far the world values one thing, 0 to 1.
    Condition,
    /// The part of the work that is done in any case, 0 to 1.
    Anyway,
    /// The yearly gain that would satisfy, in the person's currency.
    MeaningfulAmount,
    /// Years ahead that count.
    Horizon,
    /// Another pursuit left out: from 1 to 0.
    Without,
}

impl LeverKind {
    /// Every kind.
    pub const ALL: [Self; 17] = [
        Self::Hours,
        Self::Gains,
        Self::FreeHours,
        Self::JobHours,
        Self::Limit,
        Self::BreakEven,
        Self::Chance,
        Self::Renewal,
        Self::Motivation,
        Self::Protection,
        Self::Enjoyability,
        Self::Bother,
        Self::Condition,
        Self::Anyway,
        Self::MeaningfulAmount,
        Self::Horizon,
        Self::Without,
    ];

    /// The word in documents, for example `free_hours`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Gains => "gains",
            Self::FreeHours => "free_hours",
            Self::JobHours => "job_hours",
            Self::Limit => "limit",
            Self::BreakEven => "break_even",
            Self::Chance => "chance",
            Self::Renewal => "renewal",
            Self::Motivation => "motivation",
            Self::Protection => "protection",
            Self::Enjoyability => "enjoyability",
            Self::Bother => "bother",
            Self::Condition => "condition",
            Self::Anyway => "anyway",
            Self::MeaningfulAmount => "meaningful_amount",
            Self::Horizon => "horizon",
            Self::Without => "without",
        }
    }
}

impl fmt::Display for LeverKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_is_that_of_the_document() {
        for kind in LeverKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
    }
}
