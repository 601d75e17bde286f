//! `worthwhile presets`

use std::io::Write;

use clap::Args;
use worthwhile::{Call, Operation};

use crate::failure::Failure;
use crate::format::Format;
use crate::preset_files::PresetFiles;
use crate::text::printable;

/// Arguments of `worthwhile presets`.
#[derive(Debug, Args)]
pub(crate) struct Presets {
    /// The preset to show; without one, the list of all presets
    id: Option<String>,
    #[command(flatten)]
    preset_files: PresetFiles,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Presets {
    /// Prints the list or one preset.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<(), Failure> {
        let options = self.preset_files.options(self.format)?;
        let (id, catalogue) = (self.id.as_deref(), options.catalogue());
        let preset = id.map(|id| catalogue.preset(id)).transpose();
        let preset = preset.map_err(|error| Failure::new(&error, self.format))?;
        let page = match (self.format, preset) {
            (Format::Json, _) => {
                let call = Call::new(Operation::Presets).options(&options);
                let json = id.into_iter().fold(call, Call::name).run();
                json.map_err(|error| Failure::new(&error, self.format))? + "\n"
            }
            (Format::Text, Some(preset)) => printable(&preset.to_text()),
            (Format::Text, None) => printable(&catalogue.to_text()),
        };
        out.write_all(page.as_bytes())?;
        Ok(())
    }
}
