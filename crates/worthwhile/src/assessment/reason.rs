//! Why an answer is as it is: the kinds of reasons.

use serde::Serialize;

/// A reason, tagged by `kind`, with its numbers and the sentence for people.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Reason {
    /// What drives the person is served.
    Serves {
        /// The motive that gains most.
        motive: &'static str,
        /// Points it gains.
        points: f64,
        /// The sentence.
        text: String,
    },
    /// Something the person protects is touched.
    Costs {
        /// The protection that loses most.
        protection: &'static str,
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
    /// Whether it fits in the years that take most.
    Hours {
        /// Hours a week in those years.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        peak_hours_per_week: f64,
        /// Free hours a week.
        #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
        free_hours_per_week: f64,
        /// The sentence.
        text: String,
    },
    /// What the award itself adds, and what is left without it.
    Award {
        /// Points the award adds to the contributing.
        title_premium: f64,
        /// Worth of the contributing alone, in points.
        if_not_renewed: f64,
        /// Share of the years ahead in which it is held, 0 to 1.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
        holding_share: f64,
        /// The sentence.
        text: String,
    },
    /// The money view: the hours at their price.
    Money {
        /// Net present value, in the person's currency.
        npv: f64,
        /// The currency, ISO 4217.
        currency: String,
        /// The sentence.
        text: String,
    },
    /// What stopping now would lose, for someone who holds the award.
    IfYouStop {
        /// Points lost: the worth.
        points: f64,
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
            | Self::Award { text, .. }
            | Self::Money { text, .. }
            | Self::IfYouStop { text, .. } => text,
        }
    }
}
