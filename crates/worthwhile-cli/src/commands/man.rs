//! `worthwhile man`

use std::io::Write;

use clap::{Args, CommandFactory};

use crate::Cli;
use crate::failure::Failure;

/// Arguments of `worthwhile man`.
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// A subcommand; without one, the page of the whole program
    command: Option<String>,
}

impl Man {
    /// Prints one page in roff.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<(), Failure> {
        let mut program = Cli::command();
        program.build();
        let command = match &self.command {
            None => program,
            Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| {
                Failure::Usage(format!("there is no subcommand `{name}`; see `worthwhile help`."))
            })?,
        };
        let version = concat!("worthwhile ", env!("CARGO_PKG_VERSION"));
        clap_mangen::Man::new(command).source(version).render(out)?;
        Ok(())
    }
}
