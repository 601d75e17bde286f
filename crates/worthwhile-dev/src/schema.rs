//! The committed schemas and profiles: written from the types, or compared with them.

use std::path::Path;

use clap::Args;

use crate::generated::{Mode, printed_by_cargo};

/// Arguments of `cargo dev schema`.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Schema {
    #[command(flatten)]
    mode: Mode,
}

/// Where the schemas are kept.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../worthwhile/schema");
/// Those of tables of people. The command prints them, so that this one can do without Arrow.
const OF_GROUPS: [&str; 3] = ["map", "levers", "group"];
const FOLDER_OF_GROUPS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../worthwhile-groups/schema");

impl Schema {
    /// Writes all files, or says which one differs. A tool is a profile and a sentence, so it is
    /// not kept a second time.
    pub(crate) fn run(self) -> Result<(), String> {
        let names = worthwhile::schema::names();
        names.filter(|name| !name.starts_with("tool.")).try_for_each(|name| self.one(name))?;
        OF_GROUPS.iter().try_for_each(|name| self.one_of_groups(name))
    }

    fn one_of_groups(self, name: &str) -> Result<(), String> {
        let text = printed_by_cargo(&format!("run -q -p worthwhile-cli -- schema {name}"))?;
        let path = Path::new(FOLDER_OF_GROUPS).join(format!("{name}.json"));
        self.mode.file(&path, &text, "cargo dev schema")
    }

    fn one(self, name: &str) -> Result<(), String> {
        let text = worthwhile::schema_text(name).map_err(|error| error.to_string())?;
        let path = Path::new(FOLDER).join(format!("{name}.json"));
        self.mode.file(&path, &text, "cargo dev schema")
    }
}
