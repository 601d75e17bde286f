//! What drives a person.

use serde::Serialize;

/// A motive, from the taxonomy of von Krogh et al. (2012), "Carrots and rainbows", MIS Quarterly 36.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Motive {
    /// Enjoying the work itself.
    Enjoyment,
    /// Helping others and sharing knowledge.
    Altruism,
    /// Being part of a community.
    Belonging,
    /// Learning and growing.
    Learning,
    /// Shaping the product.
    Influence,
    /// Standing among peers.
    Reputation,
    /// Advancing in the job.
    Career,
    /// Money.
    Income,
}

/// Where a motive comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Drive {
    /// From the thing itself.
    Intrinsic,
    /// From outside, but adopted as the person's own.
    Internalised,
    /// From outside.
    Extrinsic,
}

impl Motive {
    /// All motives, in the order used everywhere.
    pub const ALL: [Motive; 8] = [
        Motive::Enjoyment,
        Motive::Altruism,
        Motive::Belonging,
        Motive::Learning,
        Motive::Influence,
        Motive::Reputation,
        Motive::Career,
        Motive::Income,
    ];

    /// The motives that benefits serve by their category: all but income, which money serves.
    pub const SERVED: [Motive; 7] = [
        Motive::Enjoyment,
        Motive::Altruism,
        Motive::Belonging,
        Motive::Learning,
        Motive::Influence,
        Motive::Reputation,
        Motive::Career,
    ];

    /// The name in documents, for example `enjoyment`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Enjoyment => "enjoyment",
            Self::Altruism => "altruism",
            Self::Belonging => "belonging",
            Self::Learning => "learning",
            Self::Influence => "influence",
            Self::Reputation => "reputation",
            Self::Career => "career",
            Self::Income => "income",
        }
    }

    /// The motive of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|motive| motive.as_str() == name)
    }

    /// Where the motive comes from (von Krogh et al. 2012).
    #[must_use]
    pub fn drive(self) -> Drive {
        match self {
            Self::Enjoyment | Self::Altruism | Self::Belonging => Drive::Intrinsic,
            Self::Learning | Self::Influence | Self::Reputation => Drive::Internalised,
            Self::Career | Self::Income => Drive::Extrinsic,
        }
    }
}

impl Drive {
    /// How far such a motive comes from within, 0 to 1. The order is Deci and Ryan's; the numbers are
    /// illustrative.
    #[must_use]
    pub fn autonomy(self) -> f64 {
        match self {
            Self::Intrinsic => 1.0,
            Self::Internalised => 0.5,
            Self::Extrinsic => 0.0,
        }
    }
}
