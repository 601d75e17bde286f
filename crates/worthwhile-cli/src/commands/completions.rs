//! `worthwhile completions`

use std::io::Write;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::Cli;
use crate::failure::Failure;

/// Arguments of `worthwhile completions`.
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell to complete in
    shell: Shell,
}

impl Completions {
    /// Prints the script. It is made in memory first, for clap panics where it cannot write.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<(), Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "worthwhile", &mut script);
        out.write_all(&script)?;
        Ok(())
    }
}
