//! The committed schemas: written from the types, or compared with them.

use std::path::Path;

use clap::Args;

use crate::generated::Mode;

/// Arguments of `cargo dev schema`.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Schema {
    #[command(flatten)]
    mode: Mode,
}

/// Where the schemas are kept.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../worthwhile/schema");

const NAMES: [&str; 2] = ["case", "assessment"];

impl Schema {
    /// Writes both files, or says which one differs.
    pub(crate) fn run(self) -> Result<(), String> {
        NAMES.into_iter().try_for_each(|name| self.one(name))
    }

    fn one(self, name: &str) -> Result<(), String> {
        let text = worthwhile::schema_text(name).map_err(|error| error.to_string())?;
        let path = Path::new(FOLDER).join(name).with_extension("json");
        self.mode.file(&path, &text, "cargo dev schema")
    }
}
