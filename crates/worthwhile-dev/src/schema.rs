//! The committed schemas: written from the types, or compared with them.

use std::fs;
use std::path::Path;

use clap::Args;

/// Arguments of `cargo dev schema`.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Schema {
    /// Compare instead of writing
    #[arg(long)]
    check: bool,
}

/// Where the schemas are kept.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../worthwhile/schema");

const NAMES: [&str; 2] = ["case", "assessment"];

impl Schema {
    /// Writes both files, or says which one differs.
    pub(crate) fn run(self) -> Result<(), String> {
        NAMES.into_iter().try_for_each(|name| self.one(Path::new(FOLDER), name))
    }

    fn one(self, folder: &Path, name: &str) -> Result<(), String> {
        let text = worthwhile::schema_text(name).map_err(|error| error.to_string())?;
        let path = folder.join(name).with_extension("json");
        let failed = |error| format!("{}: {error}.", path.display());
        if !self.check {
            return fs::write(&path, text).map_err(failed);
        }
        if fs::read_to_string(&path).map_err(failed)? == text {
            return Ok(());
        }
        let path = path.display();
        Err(format!(
            "{path} is not what the types say. Run `cargo dev schema` and look at the diff."
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_the_same_and_what_was_changed_is_not() {
        let folder = std::env::temp_dir().join(format!("worthwhile-schema-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (write, check) = (Schema { check: false }, Schema { check: true });
        assert!(check.one(&folder, "case").unwrap_err().contains("case.json"));
        write.one(&folder, "case").unwrap();
        assert_eq!(check.one(&folder, "case"), Ok(()));
        fs::write(folder.join("case.json"), "{}\n").unwrap();
        let differs = check.one(&folder, "case").unwrap_err();
        assert!(differs.contains("Run `cargo dev schema`"), "{differs}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
