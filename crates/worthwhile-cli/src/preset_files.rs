//! Presets of one's own, as files.

use std::borrow::Cow;
use std::path::PathBuf;

use clap::Args;
use worthwhile::Catalogue;

use crate::failure::Failure;
use crate::format::Format;
use crate::input::read_file;

/// The files to read besides what ships.
#[derive(Debug, Args)]
pub(crate) struct PresetFiles {
    /// File with a preset of your own; may be given more than once
    #[arg(long = "preset-file", value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl PresetFiles {
    /// The shipped catalogue with the presets of the files. The first file that is refused ends the
    /// reading.
    pub(crate) fn catalogue(&self, format: Format) -> Result<Cow<'static, Catalogue>, Failure> {
        let mut catalogue = Cow::Borrowed(Catalogue::builtin());
        for path in &self.files {
            let text = read_file(path)?;
            let with_it = catalogue.into_owned().with_preset(&text);
            let refused = |error| Failure::new(&error, format).of_preset_file(path);
            catalogue = Cow::Owned(with_it.map_err(refused)?);
        }
        Ok(catalogue)
    }
}
