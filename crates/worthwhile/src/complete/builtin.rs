//! The shipped catalogue, and presets added to it.

use std::sync::{Arc, LazyLock};

use super::files;
use crate::catalogue::{Catalogue, Preset};
use crate::error::Error;
use crate::problem::{Problem, Problems};
use crate::read::{Cursor, Path};

const CATALOGUE: &str = include_str!("../../data/catalogue.json");
const PRESETS: [&str; 17] = [
    include_str!("../../data/presets/microsoft-mvp.json"),
    include_str!("../../data/presets/google-developer-expert.json"),
    include_str!("../../data/presets/aws-community-builder.json"),
    include_str!("../../data/presets/salesforce-mvp.json"),
    include_str!("../../data/presets/certification.json"),
    include_str!("../../data/presets/part-time-degree.json"),
    include_str!("../../data/presets/language.json"),
    include_str!("../../data/presets/specialized-skill.json"),
    include_str!("../../data/presets/job-performance.json"),
    include_str!("../../data/presets/business-value.json"),
    include_str!("../../data/presets/side-business.json"),
    include_str!("../../data/presets/book.json"),
    include_str!("../../data/presets/open-source.json"),
    include_str!("../../data/presets/meetup.json"),
    include_str!("../../data/presets/conference-speaking.json"),
    include_str!("../../data/presets/nonprofit-board.json"),
    include_str!("../../data/presets/rest.json"),
];

/// The shipped data, parsed at first use. It never changes.
static BUILTIN: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut catalogue = files::catalogue(CATALOGUE).unwrap_or_default();
    for text in PRESETS {
        let added = catalogue.add_preset(text);
        debug_assert_eq!(added, Ok(()), "a shipped preset is refused");
    }
    catalogue
});

impl Catalogue {
    /// The built-in catalogue.
    #[must_use]
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    /// Adds a preset from the text of its file. `docs/presets.md` describes the format, in which the
    /// built-in presets are written too. Each id can be added only once.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the file; their
    /// paths are within the file.
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
        let preset = files::preset(text, self)?;
        self.insert(preset);
        Ok(())
    }

    /// Adds a preset that stands somewhere in a document, whose collector gets what is wrong.
    pub(crate) fn add_preset_at(&mut self, at: &Cursor<'_>) {
        let found = Problems::default();
        // A file speaks of its own places, so it is read as a document of its own.
        let file = Cursor { node: at.node, path: Path::ROOT, sink: &found };
        if let Some(preset) = files::preset_at(&file, self) {
            self.insert(preset);
        }
        at.sink.take_over(found, &at.path.render());
    }

    fn insert(&mut self, preset: Preset) {
        self.presets.insert(preset.id.to_string(), Arc::new(preset));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complete::pairs::figure_pointers;

    #[test]
    fn the_shipped_files_are_read_whole() {
        let mut catalogue = files::catalogue(CATALOGUE).expect("the catalogue is well formed");
        for text in PRESETS {
            assert_eq!(catalogue.add_preset(text), Ok(()));
        }
        let built = Catalogue::builtin();
        assert_eq!(
            (built.categories.len(), built.conditions.len(), built.presets.len()),
            (20, 4, 17)
        );
    }

    /// A judgment written as a plain number would claim to be sure. These are so by definition: how
    /// often a year it is usually done, when something starts and ends, what waits for the person's
    /// word, the dislike of paperwork, and how much one likes to rest, which changes nothing.
    #[test]
    fn a_figure_without_doubt_is_one_by_definition() {
        for preset in Catalogue::builtin().presets.values() {
            let pursuit = serde_json::to_value(&preset.pursuit).unwrap();
            let lists = pursuit.as_object().unwrap().values().filter_map(|list| list.as_array());
            let items = lists.flatten().filter_map(|item| item.as_object());
            let parts = items.chain(pursuit["award"].as_object());
            for (part, (field, value)) in
                parts.flat_map(|part| part.iter().map(move |it| (part, it)))
            {
                let is_known = match field.as_str() {
                    "enjoyability" => *value == 0.0 || part["kind"] == "rest",
                    "bother" => *value == 0.0,
                    "usual_per_year" | "delay_years" | "lasts_years" | "give_up_after_years" => {
                        true
                    }
                    _ => false,
                };
                assert!(!value.is_number() || is_known, "{}: {field} of {part:?}", preset.id);
            }
        }
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
