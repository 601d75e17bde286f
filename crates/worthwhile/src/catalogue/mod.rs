//! The catalogue: categories of benefits, conditions and presets, as data with the source of each
//! number.

mod source;

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Serialize;

pub use source::{Origin, Seen, Source};

use crate::case::{Motive, Pursuit, SCHEMA_VERSION};
use crate::error::Error;
use crate::estimate::Estimate;
use source::Sources;

/// Categories, conditions and presets for completing cases.
///
/// [`Catalogue::builtin`] is the built-in one.
///
/// # Example
/// ```
/// let catalogue = worthwhile::Catalogue::builtin();
/// let names: Vec<&str> = catalogue.presets.keys().map(String::as_str).collect();
/// assert!(names.contains(&"microsoft-mvp") && names.contains(&"rest"));
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Catalogue {
    /// Categories of benefits by name.
    pub categories: IndexMap<String, Category>,
    /// Built-in conditions by name.
    pub conditions: IndexMap<String, Condition>,
    /// Presets by name.
    pub presets: IndexMap<String, Arc<Preset>>,
    sources: Sources,
}

/// A category of benefits.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    /// Name to show to people.
    pub name: String,
    /// What it is, in a sentence.
    pub about: String,
    /// How far it serves each motive at full strength, 0 to 1.
    pub serves: BTreeMap<Motive, Estimate>,
}

/// A condition of the world that benefits may depend on.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Name to show to people.
    pub name: String,
    /// What 0 and 1 mean.
    pub about: String,
    /// Whom to ask about it.
    pub ask: String,
    /// What is assumed if the person does not give it, 0 to 1.
    pub default: Estimate,
}

/// A pursuit that others can start from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Preset {
    /// Version of the format, now 1.
    pub schema_version: u32,
    /// Its name in documents.
    pub id: Arc<str>,
    /// Name to show to people.
    pub name: String,
    /// What it is.
    pub about: String,
    /// When its numbers were last reviewed, as year and month.
    pub as_of: String,
    /// The pursuit itself, in US dollars. Every item has an id.
    pub pursuit: Pursuit,
    sources: Sources,
}

impl Preset {
    pub(crate) fn new(
        id: Arc<str>,
        [name, about, as_of]: [String; 3],
        pursuit: Pursuit,
        sources: IndexMap<String, Arc<Source>>,
    ) -> Self {
        let sources = Sources(sources);
        Self { schema_version: SCHEMA_VERSION, id, name, about, as_of, pursuit, sources }
    }

    /// The source of a number, by its pointer in the pursuit with items named by id, for example
    /// `/activities/speaking/hours`.
    #[must_use]
    pub fn source(&self, pointer: &str) -> Arc<Source> {
        self.sources.find(pointer)
    }

    /// The origin of a figure that a case takes from it.
    pub(crate) fn origin(&self, pointer: &str) -> Origin {
        Origin::Preset { preset: Arc::clone(&self.id), source: self.source(pointer) }
    }
}

impl Catalogue {
    pub(crate) fn new(
        categories: IndexMap<String, Category>,
        conditions: IndexMap<String, Condition>,
        sources: IndexMap<String, Arc<Source>>,
    ) -> Self {
        Self { categories, conditions, presets: IndexMap::new(), sources: Sources(sources) }
    }

    /// The preset with that name.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound), with the available names and, if
    /// possible, a suggestion.
    ///
    /// # Example
    /// ```
    /// let catalogue = worthwhile::Catalogue::builtin();
    /// assert_eq!(catalogue.preset("rest")?.name, "More rest");
    /// let error = catalogue.preset("resst").unwrap_err().to_string();
    /// assert!(error.starts_with("there is no preset `resst`, did you mean `rest`?"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn preset(&self, name: &str) -> Result<&Preset, Error> {
        let names = || self.presets.keys().map(String::as_str).collect::<Vec<_>>();
        let found = self.presets.get(name).map(|preset| &**preset);
        found.ok_or_else(|| Error::not_found("preset", name, &names()))
    }

    /// The source of a number of the categories or conditions, for example
    /// `/serves/networking/career` or `/conditions/local_rarity`.
    #[must_use]
    pub fn source(&self, pointer: &str) -> Arc<Source> {
        self.sources.find(pointer)
    }

    /// The kinds of drawback that presets have, each once.
    #[cfg(feature = "schema")]
    pub(crate) fn drawback_kinds(&self) -> Vec<&str> {
        let drawbacks = self.presets.values().flat_map(|preset| &preset.pursuit.drawbacks);
        let kinds = drawbacks.filter_map(|drawback| drawback.kind.as_deref());
        kinds.collect::<indexmap::IndexSet<_>>().into_iter().collect()
    }
}
