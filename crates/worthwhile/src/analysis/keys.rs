//! The one table of the options of a call: their names in JSON and what they mean.

use std::fmt;

use crate::field::{self, Field};

/// An option of a call, by its name in JSON. [`OptionKey::ALL`] lists them; each says what it means.
///
/// # Example
/// ```
/// use worthwhile::OptionKey;
/// let names: Vec<&str> = OptionKey::ALL.iter().map(|key| key.as_str()).collect();
/// assert!(names.contains(&"scenarios") && names.contains(&"presets"));
/// assert_eq!(OptionKey::Threads.field().map(|field| field.domain.max), Some(256.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is documented once, by `OptionKey::meaning`")]
pub enum OptionKey {
    Scenarios,
    Replicates,
    Seed,
    Totals,
    Threads,
    Levers,
    Flips,
    Presets,
    Redact,
}

impl OptionKey {
    /// Every option.
    pub const ALL: &'static [Self] = &[
        Self::Scenarios,
        Self::Replicates,
        Self::Seed,
        Self::Totals,
        Self::Threads,
        Self::Levers,
        Self::Flips,
        Self::Presets,
        Self::Redact,
    ];

    /// Every name, as the reader of options takes them.
    pub(super) const NAMES: [&'static str; Self::ALL.len()] = {
        let mut names = [""; Self::ALL.len()];
        let mut at = 0;
        #[expect(clippy::indexing_slicing, reason = "evaluated at compile time")]
        while at < names.len() {
            names[at] = Self::ALL[at].as_str();
            at += 1;
        }
        names
    };

    /// Its name in JSON, for example `scenarios`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Scenarios => "scenarios",
            Self::Replicates => "replicates",
            Self::Seed => "seed",
            Self::Totals => "totals",
            Self::Threads => "threads",
            Self::Levers => "levers",
            Self::Flips => "flips",
            Self::Presets => "presets",
            Self::Redact => "redact",
        }
    }

    /// What it means, in a sentence or two.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Scenarios => field::SCENARIOS.meaning,
            Self::Replicates => field::REPLICATES.meaning,
            Self::Seed => field::SEED.meaning,
            Self::Threads => field::THREADS.meaning,
            Self::Totals => {
                "Whether to compute total indices as well, which takes an eighth of the scenarios again for \
                 each uncertain number. If absent, false."
            }
            Self::Levers => {
                "Whether an assessment looks for what a person could change, what decides, and how \
                 much of it would be best, and an interview for the answer so far and what each \
                 question does to it; true where absent. Without it all is quicker: an assessment \
                 has no `levers` and no `how_much`, and an interview only lists its questions."
            }
            Self::Flips => {
                "Whether an assessment includes `flips`: for every number, the nearest value that \
                 changes the answer. If absent, false."
            }
            Self::Presets => {
                "Custom presets that a case can use: a list of objects, each in the format of a \
                 preset file."
            }
            Self::Redact => {
                "Whether problems leave out what the document says, for logs and services: they name the \
                 field, the code and what is allowed, and not the value. If absent, false."
            }
        }
    }

    /// The row of the [table of fields](crate::field) with its range and its default, where it is a
    /// number.
    #[must_use]
    pub fn field(self) -> Option<&'static Field> {
        match self {
            Self::Scenarios => Some(&field::SCENARIOS),
            Self::Replicates => Some(&field::REPLICATES),
            Self::Seed => Some(&field::SEED),
            Self::Threads => Some(&field::THREADS),
            Self::Totals | Self::Levers | Self::Flips | Self::Presets | Self::Redact => None,
        }
    }
}

impl fmt::Display for OptionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_is_listed_once_and_its_field_has_its_name() {
        for (at, key) in OptionKey::ALL.iter().enumerate() {
            assert_eq!(*key as usize, at);
            assert!(key.meaning().ends_with('.'), "{key}");
            assert!(key.field().is_none_or(|field| field.name == key.as_str()), "{key}");
        }
        assert_eq!(OptionKey::ALL.len(), OptionKey::Redact as usize + 1);
    }
}
