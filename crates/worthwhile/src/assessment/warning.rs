//! The kinds of warnings.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::Answer;

/// A warning, tagged by `kind`, with its numbers and a sentence for people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Warning {
    /// Numbers that the case does not give, or conditions, could each turn a yes into a no.
    FiguresDecide {
        /// Those numbers.
        figures: Vec<DecidingFigure>,
        /// The sentence.
        text: String,
    },
    /// The case has no `money`, so money does not count.
    MoneyLeftOut {
        /// The sentence.
        text: String,
    },
    /// The presets' dollars count as another currency one for one.
    DollarsOneForOne {
        /// That currency.
        currency: String,
        /// The sentence.
        text: String,
    },
    /// Averages rest on a few extreme scenarios.
    FewScenarios {
        /// The share of the scenarios that half of the margin's variance comes from, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        share: f64,
        /// The sentence.
        text: String,
    },
    /// The job and the free hours leave little for sleep, chores and care.
    HoursAwake {
        /// Hours a week in the job.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        work_hours_per_week: f64,
        /// Free hours a week.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        free_hours_per_week: f64,
        /// The sentence.
        text: String,
    },
    /// The job and the pursuit together make a long week.
    LongWeek {
        /// Hours of job and pursuit in the busiest year, without rest.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        hours_per_week: f64,
        /// The threshold crossed: 48 or 55 hours.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        line: f64,
        /// The sentence.
        text: String,
    },
    /// It takes more than the free hours, so the excess comes out of sleep, care or the job.
    OverFreeHours {
        /// Hours a week in the busiest year.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        busiest_hours_per_week: f64,
        /// Free hours a week.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        free_hours_per_week: f64,
        /// The sentence.
        text: String,
    },
    /// The risk of burnout rises a lot, or is high.
    BurnoutRisk {
        /// The risk without it, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        today: f64,
        /// The risk with it, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        with_it: f64,
        /// The sentence.
        text: String,
    },
    /// What it gives outlasts the years considered.
    OutlastsHorizon {
        /// Years considered.
        horizon_years: u32,
        /// The answer at twice as many years. Absent for pursuits that are not in question.
        #[serde(skip_serializing_if = "Option::is_none")]
        answer_at_twice: Option<Answer>,
        /// The sentence.
        text: String,
    },
    /// The person will probably never hold the award.
    AwardUnlikely {
        /// Chance of holding it at some point, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        chance_ever: f64,
        /// The sentence.
        text: String,
    },
    /// A lot of work for someone who does it mostly for reward.
    ExtrinsicDrive {
        /// How far the person's drive comes from within, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        autonomy: f64,
        /// Hours a week without rest.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        loaded_hours_per_week: f64,
        /// The sentence.
        text: String,
    },
}

/// A number that turns a yes into a no at a plausible value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecidingFigure {
    /// Name of the input.
    pub input: Arc<str>,
    /// Its value in the base case, in its own unit.
    pub from: f64,
    /// The value that turns the answer, in its own unit.
    pub to: f64,
    /// The answer there.
    pub answer: Answer,
}

impl Warning {
    /// The sentence.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::FiguresDecide { text, .. }
            | Self::MoneyLeftOut { text }
            | Self::DollarsOneForOne { text, .. }
            | Self::FewScenarios { text, .. }
            | Self::HoursAwake { text, .. }
            | Self::LongWeek { text, .. }
            | Self::OverFreeHours { text, .. }
            | Self::BurnoutRisk { text, .. }
            | Self::OutlastsHorizon { text, .. }
            | Self::AwardUnlikely { text, .. }
            | Self::ExtrinsicDrive { text, .. } => text,
        }
    }

    /// Whether it belongs right below the answer: a week of 55 hours or more, or a risk of burnout that
    /// rises a lot or is high.
    #[must_use]
    pub fn is_grave(&self) -> bool {
        match self {
            Self::LongWeek { line, .. } => *line >= 55.0,
            Self::BurnoutRisk { .. } => true,
            _ => false,
        }
    }
}
