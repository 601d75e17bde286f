//! What ships with the library: categories of benefits, conditions and presets, all as data with
//! the source of each figure.

mod complete;
mod expand;
mod items;
mod source;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use indexmap::IndexMap;
use serde::Serialize;

pub(crate) use complete::{
    Complete, CompleteActivity, CompleteAssumptions, CompleteBenefit, CompleteCost, CompletePerson,
    CompletePursuit, Drives, Figure,
};
pub(crate) use expand::expand;
pub use source::{Origin, Seen, Source};

use crate::case::{Motive, Pursuit};
use crate::estimate::Estimate;
use source::Sources;

/// Categories, conditions and presets to complete cases with.
///
/// [`Catalogue::builtin`] is what ships.
///
/// # Example
/// ```
/// let catalogue = worthwhile::Catalogue::builtin();
/// let names: Vec<&str> = catalogue.presets.keys().map(String::as_str).collect();
/// assert!(names.contains(&"microsoft-mvp") && names.contains(&"rest"));
/// ```
#[derive(Debug, Clone, Default)]
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
#[derive(Debug, Clone)]
pub struct Category {
    /// Name for people.
    pub name: String,
    /// What it is, in a sentence.
    pub about: String,
    /// How far it serves each motive at full strength, 0 to 1.
    pub serves: BTreeMap<Motive, Estimate>,
}

/// A condition of the world that benefits may depend on.
#[derive(Debug, Clone)]
pub struct Condition {
    /// Name for people.
    pub name: String,
    /// What 0 and 1 mean.
    pub about: String,
    /// Whom to ask.
    pub ask: String,
    /// What is assumed of a person who does not say, 0 to 1.
    pub default: Estimate,
}

/// A pursuit that others can start from.
#[derive(Debug, Clone, Serialize)]
pub struct Preset {
    /// Its name in documents.
    pub id: Arc<str>,
    /// Name for people.
    pub name: String,
    /// What it is.
    pub about: String,
    /// When its figures were last reviewed, year and month.
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
        Self { id, name, about, as_of, pursuit, sources: Sources(sources) }
    }

    /// Where a figure comes from, by its pointer in the pursuit with items named by id, for example
    /// `/activities/speaking/hours`.
    #[must_use]
    pub fn source(&self, pointer: &str) -> Arc<Source> {
        self.sources.find(pointer)
    }
}

const CATALOGUE: &str = include_str!("../../data/catalogue.json");
const PRESETS: [&str; 6] = [
    include_str!("../../data/presets/microsoft-mvp.json"),
    include_str!("../../data/presets/certification.json"),
    include_str!("../../data/presets/job-performance.json"),
    include_str!("../../data/presets/business-value.json"),
    include_str!("../../data/presets/specialised-skill.json"),
    include_str!("../../data/presets/rest.json"),
];

/// The shipped data, parsed at first use. It never changes.
static BUILTIN: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut catalogue = crate::read::catalogue(CATALOGUE).unwrap_or_default();
    for preset in PRESETS.iter().filter_map(|text| crate::read::preset(text).ok()) {
        catalogue.presets.insert(preset.id.to_string(), Arc::new(preset));
    }
    catalogue
});

impl Catalogue {
    /// What ships with this release.
    #[must_use]
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    pub(crate) fn new(
        categories: IndexMap<String, Category>,
        conditions: IndexMap<String, Condition>,
        sources: IndexMap<String, Arc<Source>>,
    ) -> Self {
        Self { categories, conditions, presets: IndexMap::new(), sources: Sources(sources) }
    }

    /// Where a figure of the categories or conditions comes from, for example
    /// `/serves/networking/career` or `/conditions/local_rarity`.
    #[must_use]
    pub fn source(&self, pointer: &str) -> Arc<Source> {
        self.sources.find(pointer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_files_are_read_whole() {
        let catalogue = crate::read::catalogue(CATALOGUE);
        assert!(catalogue.is_ok(), "{catalogue:?}");
        for text in PRESETS {
            let preset = crate::read::preset(text);
            assert!(preset.is_ok(), "{preset:?}");
        }
        let built = Catalogue::builtin();
        assert_eq!(
            (built.categories.len(), built.conditions.len(), built.presets.len()),
            (20, 4, 6)
        );
    }

    #[test]
    fn every_source_belongs_to_a_figure() {
        for preset in Catalogue::builtin().presets.values() {
            let figures = items::figure_pointers(&preset.pursuit);
            for pointer in preset.sources.0.keys() {
                let is_used = figures.iter().any(|figure| figure.starts_with(pointer.as_str()));
                assert!(is_used, "{}: {pointer}", preset.id);
            }
            for figure in &figures {
                let source = preset.source(figure);
                assert!(!source.source.is_empty() && !source.instead.is_empty(), "{figure}");
            }
        }
    }
}
