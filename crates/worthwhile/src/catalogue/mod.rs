//! What ships with the library: categories of benefits, conditions and presets, all as data with
//! the source of each figure.

mod complete;
mod expand;
mod pairs;
mod source;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use indexmap::IndexMap;
use serde::Serialize;

pub(crate) use complete::{
    Complete, CompleteActivity, CompleteAssumptions, CompleteBenefit, CompleteCost, CompletePerson,
    CompletePursuit, Drives, Figure,
};
pub(crate) use expand::{check_preset, expand};
pub(crate) use pairs::figure_pointers;
pub use source::{Origin, Seen, Source};

use crate::case::{Motive, Pursuit, SCHEMA_VERSION};
use crate::error::Error;
use crate::estimate::Estimate;
use crate::problem::Problem;
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
    /// Version of the format, now 1.
    pub schema_version: u32,
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
        let sources = Sources(sources);
        Self { schema_version: SCHEMA_VERSION, id, name, about, as_of, pursuit, sources }
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
    for text in PRESETS {
        let added = catalogue.add_preset(text);
        debug_assert_eq!(added, Ok(()), "a shipped preset is refused");
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

    /// Adds a preset from the text of its file. `docs/presets.md` describes the format; the shipped
    /// presets are written in it too. An id can be added once only.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the file; their
    /// pointers lead into it.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Catalogue, Plan};
    ///
    /// let catalogue = Catalogue::builtin().clone().with_preset(r#"{
    ///     "schema_version": 1, "id": "choir", "name": "Sing in a choir", "as_of": "2026-11",
    ///     "about": "One evening a week.",
    ///     "pursuit": {
    ///         "activities": [{"id": "singing", "kind": "singing", "hours": 3, "per_year": 40}],
    ///         "benefits": [{"id": "friends", "category": "relationships", "strength": 6}]},
    ///     "sources": {"": {"seen": "illustrative", "source": "A guess.", "instead": "Ask."}}
    /// }"#)?;
    /// let plan = Plan::read_with(r#"{"schema_version": 1, "pursuits": [{"preset": "choir"}],
    ///     "person": {"motivations": {"belonging": 7}, "time": {"free_hours_per_week": 10}}}"#,
    ///     &catalogue)?;
    /// assert!(plan.assess()?.pursuits[0].worth.mean > 0.0);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    ///
    /// # Example: a file with problems
    /// ```
    /// use worthwhile::Catalogue;
    /// let error = Catalogue::builtin().clone().with_preset(r#"{"schema_version": 1}"#).unwrap_err();
    /// assert_eq!(error.problems()[0].to_string(), "the document: missing field `id` [missing_field]");
    /// ```
    pub fn with_preset(mut self, text: &str) -> Result<Self, Error> {
        self.add_preset(text).map_err(Error::invalid)?;
        Ok(self)
    }

    fn add_preset(&mut self, text: &str) -> Result<(), Vec<Problem>> {
        let preset = crate::read::preset(text, self)?;
        self.presets.insert(preset.id.to_string(), Arc::new(preset));
        Ok(())
    }

    /// The preset of that name.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound), with the names there are and the one
    /// that was probably meant.
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
        let mut catalogue =
            crate::read::catalogue(CATALOGUE).expect("the catalogue is well formed");
        for text in PRESETS {
            assert_eq!(catalogue.add_preset(text), Ok(()));
        }
        let built = Catalogue::builtin();
        assert_eq!(
            (built.categories.len(), built.conditions.len(), built.presets.len()),
            (20, 4, 6)
        );
    }

    /// A judgement written as a plain number would claim to be sure.
    #[test]
    fn a_figure_without_doubt_is_one_by_definition() {
        let presets = Catalogue::builtin().presets.values();
        let certain = presets.flat_map(|preset| {
            let figures = figure_pointers(&preset.pursuit).len();
            let text = serde_json::to_string(&preset.pursuit).unwrap();
            let doubtful = text.matches(r#""low""#).count() + text.matches(r#""min""#).count();
            (figures > doubtful).then(|| (&*preset.id, figures - doubtful))
        });
        // The dislike of paperwork; two exams a year; every week, and an enjoyability without use.
        let known = [("microsoft-mvp", 1), ("certification", 1), ("rest", 2)];
        assert_eq!(certain.collect::<Vec<_>>(), known);
    }

    #[test]
    fn every_figure_has_a_source() {
        for preset in Catalogue::builtin().presets.values() {
            for figure in &figure_pointers(&preset.pursuit) {
                let source = preset.source(figure);
                assert!(!source.source.is_empty() && !source.instead.is_empty(), "{figure}");
            }
        }
    }
}
