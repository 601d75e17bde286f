//! `worthwhile presets`

use std::io::Write;

use crate::failure::Failure;
use crate::format::Format;
use crate::preset_files::PresetFiles;
use clap::Args;

/// Arguments of `worthwhile presets`.
#[derive(Debug, Args)]
pub(crate) struct Presets {
    /// The preset to show; the list of all where absent
    id: Option<String>,
    #[command(flatten)]
    preset_files: PresetFiles,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Presets {
    /// Prints the list or one preset.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<(), Failure> {
        let catalogue = self.preset_files.catalogue(self.format)?;
        let id = self.id.as_deref();
        let preset = id.map(|id| catalogue.preset(id)).transpose();
        let preset = preset.map_err(|error| Failure::new(&error, self.format))?;
        let page = match (self.format, preset) {
            (Format::Json, _) => {
                let json = worthwhile::presets_with(id, &catalogue);
                json.map_err(|error| Failure::new(&error, self.format))? + "\n"
            }
            (Format::Text, Some(preset)) => preset.to_text(),
            (Format::Text, None) => catalogue.to_text(),
        };
        out.write_all(page.as_bytes())?;
        Ok(())
    }
}
