//! Where numbers come from.

use std::sync::{Arc, LazyLock};

use indexmap::IndexMap;
use serde::Serialize;

/// How a number was obtained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Seen {
    /// Read in the source itself.
    Source,
    /// Quoted by someone else.
    Quoted,
    /// Derived from such numbers.
    Derived,
    /// A judgment.
    Illustrative,
}

impl Seen {
    pub(crate) const WORDS: [&str; 4] = ["source", "quoted", "derived", "illustrative"];

    pub(crate) fn from_word(word: &str) -> Self {
        match word {
            "source" => Self::Source,
            "quoted" => Self::Quoted,
            "derived" => Self::Derived,
            _ => Self::Illustrative,
        }
    }
}

/// The source of a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// How it was obtained.
    pub seen: Seen,
    /// The publication, or why it is a judgment.
    pub source: Arc<str>,
    /// What to use instead.
    pub instead: String,
}

/// Where a number of a completed case comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// The case gives it.
    Case,
    /// A preset gives it.
    Preset {
        /// The preset's name.
        preset: Arc<str>,
        /// Its source.
        source: Arc<Source>,
    },
    /// The catalogue of categories and conditions gives it.
    Catalogue(Arc<Source>),
    /// The table of fields gives it, for this reason.
    Default(&'static str),
}

impl Origin {
    /// Its name in documents: `case`, `preset`, `catalogue` or `default`.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Preset { .. } => "preset",
            Self::Catalogue(_) => "catalogue",
            Self::Default(_) => "default",
        }
    }
}

/// Sources by pointer; the longest pointer that leads to a figure speaks for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sources(pub(super) IndexMap<String, Arc<Source>>);

impl Serialize for Sources {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(pointer, source)| (pointer, &**source)))
    }
}

static UNSOURCED: LazyLock<Arc<Source>> = LazyLock::new(|| {
    Arc::new(Source {
        seen: Seen::Illustrative,
        source: "A judgement.".into(),
        instead: "Put your own figure.".to_owned(),
    })
});

impl Sources {
    pub(super) fn find(&self, pointer: &str) -> Arc<Source> {
        let mut at = pointer;
        loop {
            if let Some(source) = self.0.get(at) {
                return Arc::clone(source);
            }
            match at.rfind('/').and_then(|end| at.get(..end)) {
                Some(shorter) => at = shorter,
                None => return Arc::clone(&UNSOURCED),
            }
        }
    }
}
