//! What to look out for: the kinds of warnings.

use std::sync::Arc;

use serde::Serialize;

use crate::analysis::Verdict;

/// A warning, tagged by `kind`, with its numbers and the sentence for people.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Warning {
    /// Numbers that the case does not give could each turn the verdict on the pursuit in question.
    FiguresDecide {
        /// Names of the inputs, the smallest change first.
        inputs: Vec<Arc<str>>,
        /// The sentence.
        text: String,
    },
    /// For some inputs it was not looked at what would change the answer.
    FlipsLeftOut {
        /// How many.
        inputs: usize,
        /// The sentence.
        text: String,
    },
    /// The case says nothing about money, so money counts for nothing.
    MoneyLeftOut {
        /// The sentence.
        text: String,
    },
    /// Job and pursuit together make a long week.
    LongWeek {
        /// Hours of job and pursuit in the years that take most.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        hours_per_week: f64,
        /// The line crossed: 48 or 55 hours.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        line: f64,
        /// The sentence.
        text: String,
    },
    /// The risk of burnout rises much, or is high.
    BurnoutRisk {
        /// The risk today, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        today: f64,
        /// The risk with the pursuit, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        with_it: f64,
        /// The sentence.
        text: String,
    },
    /// The award is less likely than not.
    AwardUnlikely {
        /// Chance to hold it at some time, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        chance_ever: f64,
        /// The sentence.
        text: String,
    },
    /// How far the world values one thing decides the answer alone.
    ConditionDecides {
        /// Name of the input.
        input: Arc<str>,
        /// The value in the base case, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        from: f64,
        /// The value, 0 to 1, that turns the verdict.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        to: f64,
        /// The verdict there.
        verdict: Verdict,
        /// The sentence.
        text: String,
    },
    /// Much work for somebody who mostly does it for reward.
    ExtrinsicDrive {
        /// How far the person's drive is their own, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        autonomy: f64,
        /// Hours a week without rest.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        loaded_hours_per_week: f64,
        /// The sentence.
        text: String,
    },
}

impl Warning {
    /// The sentence.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::FiguresDecide { text, .. }
            | Self::FlipsLeftOut { text, .. }
            | Self::MoneyLeftOut { text }
            | Self::LongWeek { text, .. }
            | Self::BurnoutRisk { text, .. }
            | Self::AwardUnlikely { text, .. }
            | Self::ConditionDecides { text, .. }
            | Self::ExtrinsicDrive { text, .. } => text,
        }
    }
}
