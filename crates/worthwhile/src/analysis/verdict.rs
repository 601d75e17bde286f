//! Whether a pursuit is worth it: the verdict and the answer.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// What the model concludes about one pursuit.
///
/// # Example
/// ```
/// use worthwhile::{Answer, Verdict};
/// let verdict: Verdict = "without_the_award".parse()?;
/// assert_eq!(verdict.answer(), Answer::No);
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Verdict {
    /// It belongs in the best use of the free hours, with its award if it has one.
    WorthIt,
    /// It does not with its award, but the same work without the award does.
    WithoutTheAward,
    /// It is worth something, but there is a better use of the hours.
    BetterElsewhere,
    /// It is worth no more than the life without it.
    NotWorthIt,
    /// It does not fit into the week at any level.
    NotFeasible,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 5] = [
        Self::WorthIt,
        Self::WithoutTheAward,
        Self::BetterElsewhere,
        Self::NotWorthIt,
        Self::NotFeasible,
    ];

    /// The word used in documents, for example `worth_it`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WorthIt => "worth_it",
            Self::WithoutTheAward => "without_the_award",
            Self::BetterElsewhere => "better_elsewhere",
            Self::NotWorthIt => "not_worth_it",
            Self::NotFeasible => "not_feasible",
        }
    }

    /// Its place in [`ALL`](Self::ALL), which is what a table of figures has for it.
    pub(crate) const fn place(self) -> u8 {
        self as u8
    }

    /// Yes for [`WorthIt`](Self::WorthIt), no for all others.
    #[must_use]
    pub const fn answer(self) -> Answer {
        match self {
            Self::WorthIt => Answer::Yes,
            _ => Answer::No,
        }
    }
}

/// The answer to the question of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Answer {
    /// It is worth it.
    Yes,
    /// It is not.
    No,
}

impl Answer {
    /// Both answers.
    pub const ALL: [Self; 2] = [Self::Yes, Self::No];

    /// The word used in documents: `yes` or `no`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
        }
    }

    /// The opposite answer.
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
        }
    }

    /// Whether it is a yes.
    #[must_use]
    pub const fn is_yes(self) -> bool {
        matches!(self, Self::Yes)
    }
}

/// Why an answer is a close call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CloseBecause {
    /// Fewer than 75% of the scenarios agree.
    Doubt,
    /// The margin is below `close_call_points`.
    SmallMargin,
}

impl CloseBecause {
    /// Every reason.
    pub const ALL: [Self; 2] = [Self::Doubt, Self::SmallMargin];

    /// The word used in documents: `doubt` or `small_margin`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Doubt => "doubt",
            Self::SmallMargin => "small_margin",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Display for CloseBecause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Verdict {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|own| own.as_str() == word);
        found.ok_or_else(|| Error::not_found("verdict", word, &Self::ALL.map(Self::as_str)))
    }
}

impl FromStr for Answer {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|own| own.as_str() == word);
        found.ok_or_else(|| Error::not_found("answer", word, &Self::ALL.map(Self::as_str)))
    }
}

impl FromStr for CloseBecause {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|own| own.as_str() == word);
        found.ok_or_else(|| Error::not_found("reason", word, &Self::ALL.map(Self::as_str)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_is_that_of_the_document() {
        for verdict in Verdict::ALL {
            assert_eq!(serde_json::to_value(verdict).unwrap(), verdict.as_str());
            assert_eq!(verdict.to_string().parse::<Verdict>().unwrap(), verdict);
        }
        for answer in Answer::ALL {
            assert_eq!(serde_json::to_value(answer).unwrap(), answer.as_str());
        }
        for because in CloseBecause::ALL {
            assert_eq!(serde_json::to_value(because).unwrap(), because.as_str());
        }
        assert!("maybe".parse::<Answer>().unwrap_err().is_not_found());
    }
}
