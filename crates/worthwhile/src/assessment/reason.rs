//! The kinds of reasons for an answer.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A reason, tagged by `kind`, with its numbers and a sentence for people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Reason {
    /// It serves what drives the person.
    Serves {
        /// The motive that gains most.
        motive: Cow<'static, str>,
        /// Points it gains.
        points: f64,
        /// The sentence.
        text: String,
    },
    /// What it costs the most.
    Costs {
        /// The protection that loses most, or `drawbacks`.
        id: Cow<'static, str>,
        /// Points it loses, below zero.
        points: f64,
        /// The sentence.
        text: String,
    },
    /// What it adds to the best use of the time.
    AddsToPlan {
        /// Worth of the plan with it minus that of the plan without it, in points.
        margin: f64,
        /// The same as a number of steps on each of half a dozen ratings.
        rating_steps: f64,
        /// The sentence.
        text: String,
    },
    /// What it displaces.
    Displaces {
        /// Ids of pursuits that are in the plan without it but not in the plan with it.
        pursuits: Vec<String>,
        /// Hours a week of the plan with it.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        hours_with: f64,
        /// Hours a week of the plan without it.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        hours_without: f64,
        /// The sentence.
        text: String,
    },
    /// The hours of its busiest year, and whether they fit.
    Hours {
        /// Hours a week in that year.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        busiest_hours_per_week: f64,
        /// The most hours a week that fit.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        most_hours_per_week: f64,
        /// The sentence.
        text: String,
    },
    /// Part of the work would be done anyway.
    DoneAnyway {
        /// That part, as a share of what is planned, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        share: f64,
        /// Hours a week beyond that.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        extra_hours_per_week: f64,
        /// The sentence.
        text: String,
    },
    /// The work and the award, separately.
    Award {
        /// Points the award adds to the work.
        title_premium: f64,
        /// Worth of the work alone, without the award, in points.
        work_worth: f64,
        /// Share of the years ahead in which the person holds the award, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        holding_share: f64,
        /// The sentence.
        text: String,
    },
    /// The effect of stopping now, for someone who holds the award.
    IfYouStop {
        /// Points by which stopping leaves the person better off; below zero for worse off.
        points: f64,
        /// The sentence.
        text: String,
    },
    /// Less or more of it than the case allows would leave the person better off.
    AnotherLevel {
        /// That level, relative to what is planned, 0 to 1.5.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1.5)))]
        level: f64,
        /// Hours a week at that level.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        hours_per_week: f64,
        /// Worth of the plan with it at that level minus that of the plan without any of it, in points.
        margin_over_none: f64,
        /// The sentence.
        text: String,
    },
    /// The ledger: money alone, with the hours at their price.
    Money {
        /// Net present value, in the person's currency.
        npv: f64,
        /// The currency, ISO 4217.
        currency: Arc<str>,
        /// The sentence.
        text: String,
    },
}

impl Reason {
    /// The sentence.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Serves { text, .. }
            | Self::Costs { text, .. }
            | Self::AddsToPlan { text, .. }
            | Self::Displaces { text, .. }
            | Self::Hours { text, .. }
            | Self::DoneAnyway { text, .. }
            | Self::Award { text, .. }
            | Self::IfYouStop { text, .. }
            | Self::AnotherLevel { text, .. }
            | Self::Money { text, .. } => text,
        }
    }
}
