//! `worthwhile expand`

use std::io::Write;

use clap::Args;
use worthwhile::Plan;

use crate::failure::Failure;
use crate::format::Format;
use crate::input::Input;
use crate::preset_files::PresetFiles;
use crate::redacting::Redacting;

/// Arguments of `worthwhile expand`.
#[derive(Debug, Args)]
pub(crate) struct Expand {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    preset_files: PresetFiles,
    #[command(flatten)]
    redacting: Redacting,
}

impl Expand {
    /// Prints the expanded case. It is written from the library's own type, so fields keep their
    /// order and numbers every bit.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<(), Failure> {
        let options = self.preset_files.add_to(self.redacting.options(), Format::Text)?;
        let case = self.input.read()?;
        let plan = case.text().and_then(|text| Plan::read_with(text, options.catalogue()));
        let plan = plan.map_err(|error| Failure::new(&options.told(error), Format::Text))?;
        let json = super::pretty_json(&plan.expanded())?;
        writeln!(out, "{json}")?;
        Ok(())
    }
}
