//! `worthwhile assess`

use std::io::Write;

use clap::Args;
use worthwhile::Plan;

use crate::computing::{Computing, Meter};
use crate::failure::Failure;
use crate::format::Format;
use crate::input::Input;
use crate::paper::Paper;
use crate::preset_files::PresetFiles;
use crate::text;

/// Arguments of `worthwhile assess`.
#[derive(Debug, Args)]
pub(crate) struct Assess {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    preset_files: PresetFiles,
    #[command(flatten)]
    computing: Computing,
    #[command(flatten)]
    paper: Paper,
    /// Explain every pursuit, and not only the one in question
    #[arg(long)]
    all: bool,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Assess {
    /// Prints the answer. In JSON it is the whole output: warnings of the reader are left to
    /// `worthwhile check`.
    pub(crate) fn run(&self, out: &mut impl Write, err: &mut impl Write) -> Result<(), Failure> {
        let options = self.computing.options(self.preset_files.options(self.format)?);
        let case = self.input.read()?;
        let refused = |error| Failure::new(&error, self.format);
        let plan = case.text().and_then(|text| Plan::read_with(text, options.catalogue()));
        let plan = plan.map_err(refused)?;
        let mut meter = Meter::new(err);
        let answer = plan.run().options(&options).watch(&mut |at| meter.watch(at)).assess();
        meter.end();
        let answer = answer.map_err(refused)?;
        match self.format {
            Format::Json => writeln!(out, "{}", answer.to_json())?,
            Format::Text => {
                err.write_all(text::problems(plan.warnings()).as_bytes())?;
                write!(out, "{}", self.paper.lay(answer.page()).all(self.all))?;
            }
        }
        Ok(())
    }
}
