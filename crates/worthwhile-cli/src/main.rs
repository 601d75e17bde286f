//! Is this commitment worth my time? The answer on the command line.
//!
//! The library does all of the work. This program reads files, calls the library and prints.

mod commands;
mod computing;
mod failure;
mod format;
mod input;
mod interrupt;
mod lines;
mod output;
mod paper;
mod preset_files;
mod redacting;
mod text;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{ColorChoice, Parser};

use commands::Command;
use failure::Failure;

/// Shows whether a commitment is worth your time, how sure that is, and why.
///
/// A case is a JSON document: what drives you, your week, and what you could do with your free
/// hours. `worthwhile new` prints one to start from.
#[derive(Debug, Parser)]
#[command(name = "worthwhile", version, color = ColorChoice::Never, max_term_width = 80,
    after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "\
Exit codes: 0 success, 2 incorrect usage, 3 a document was refused, 1 other errors.";

fn main() -> ExitCode {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut err = io::stderr().lock();
    let done = match Cli::try_parse() {
        Ok(cli) => cli.command.run(&mut out, &mut err),
        // Help and the version are what was asked for: they are written like any answer.
        Err(asked) if !asked.use_stderr() => {
            write!(out, "{}", asked.render()).map_err(Failure::from)
        }
        Err(wrong) => wrong.exit(),
    };
    match done.and_then(|()| Ok(out.flush()?)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => report(&failure, &mut out, &mut err),
    }
}

/// Reports a failure. The reader may be gone, which changes nothing; where the output cannot be written for
/// another reason, that is told too.
fn report(failure: &Failure, out: &mut impl Write, err: &mut impl Write) -> ExitCode {
    match failure.write(out, err).and_then(|()| out.flush()).map_err(Failure::from) {
        Ok(()) | Err(Failure::Closed) => failure.exit_code(),
        Err(other) => {
            let _ = other.write(out, err);
            other.exit_code()
        }
    }
}
