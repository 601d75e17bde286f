//! `worthwhile check`

use std::io::Write;

use clap::Args;
use worthwhile::Problem;

use crate::failure::Failure;
use crate::format::Format;
use crate::input::Input;
use crate::preset_files::PresetFiles;
use crate::redacting::Redacting;
use crate::text;

/// Arguments of `worthwhile check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    preset_files: PresetFiles,
    /// Output format of the problems
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    redacting: Redacting,
}

impl Check {
    /// Prints the problems; a refused case is a failure.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<(), Failure> {
        let options = self.preset_files.add_to(self.redacting.options(), self.format)?;
        let problems = self.redacting.problems(&self.input.read()?.check(options.catalogue()));
        if problems.iter().any(Problem::is_error) {
            return Err(Failure::Refused(problems, self.format));
        }
        match self.format {
            Format::Json => writeln!(out, "{}", worthwhile::problems_document(&problems))?,
            Format::Text if problems.is_empty() => writeln!(out, "No problems.")?,
            Format::Text => out.write_all(text::problems(&problems).as_bytes())?,
        }
        Ok(())
    }
}
