//! Presets of one's own, as files.

use std::path::{Path, PathBuf};

use clap::Args;
use worthwhile::Options;

use crate::failure::Failure;
use crate::format::Format;
use crate::input::read_file;

/// The files to read in addition to the built-in presets.
#[derive(Debug, Args)]
pub(crate) struct PresetFiles {
    /// File with a custom preset; can be given more than once
    #[arg(long = "preset-file", value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl PresetFiles {
    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(PathBuf::as_path)
    }

    /// Options with the presets of the files. The first file that is refused ends the reading.
    pub(crate) fn options(&self, format: Format) -> Result<Options, Failure> {
        self.add_to(Options::default(), format)
    }

    /// The same, added to other options.
    pub(crate) fn add_to(&self, options: Options, format: Format) -> Result<Options, Failure> {
        let told = options.clone();
        self.files.iter().try_fold(options, |options, path| {
            let file = read_file(path)?;
            let with_it = file.text().and_then(|text| options.with_preset(text));
            let with_it = with_it.map_err(|error| told.told(error));
            with_it.map_err(|error| Failure::new(&error, format).of_preset_file(path))
        })
    }
}
