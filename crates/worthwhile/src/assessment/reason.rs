//! Why an answer is as it is: the kinds of reasons.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A reason, tagged by `kind`, with its numbers and the sentence for people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Reason {
    /// What drives the person is served.
    Serves {
        /// The motive that gains most.
        motive: Cow<'static, str>,
        /// Points it gains.
        points: f64,
        /// The sentence.
        text: String,
    },
    /// What it costs most.
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
        /// Worth of the plan with it less that of the plan without it, in points.
        margin: f64,
        /// The same in steps on each of half a dozen ratings.
        rating_steps: f64,
        /// The sentence.
        text: String,
    },
    /// What has to go for it.
    Displaces {
        /// Ids of pursuits in the plan without it and not in the plan with it.
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
    /// The hours of its busiest year, and whether there are as many.
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
    /// Part of the work is done in any case.
    DoneAnyway {
        /// That part of what is planned, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        share: f64,
        /// Hours a week beyond it.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        extra_hours_per_week: f64,
        /// The sentence.
        text: String,
    },
    /// The work and the award, told apart.
    Award {
        /// Points the award adds to the work.
        title_premium: f64,
        /// Worth of the work alone without the award, in points.
        work_worth: f64,
        /// Share of the years ahead in which the award is held, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        holding_share: f64,
        /// The sentence.
        text: String,
    },
    /// What stopping now would do, for someone who holds the award.
    IfYouStop {
        /// Points by which stopping leaves the person better off; below zero for worse.
        points: f64,
        /// The sentence.
        text: String,
    },
    /// Less or more of it than the case allows would leave the person better off.
    AnotherLevel {
        /// How much of what is planned, 0 to 1.5.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1.5)))]
        level: f64,
        /// Hours a week of that.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        hours_per_week: f64,
        /// Worth of the plan with that much less that of the plan without any of it, in points.
        margin_over_none: f64,
        /// The sentence.
        text: String,
    },
    /// The money view: the hours at their price.
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
