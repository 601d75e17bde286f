//! The task runner: `cargo dev test` is what has to pass before a change goes in.

mod c;
mod c_vectors;
mod claims;
mod generated;
mod header;
mod install_c;
mod problems;
mod python;
mod schema;
mod schema_tools;
mod steps;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Checks and tests the workspace.
#[derive(Debug, Parser)]
#[command(name = "cargo dev")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// What to run.
#[derive(Debug, Clone, Subcommand)]
enum Command {
    /// Everything: format, lints, tests, documentation, the README's command, Python and C
    Test,
    /// The tests of the C library alone
    TestC,
    /// The quick part: format, lints and documentation
    Check,
    /// Write the committed schemas, or compare them
    Schema(schema::Schema),
    /// Run validators, code generators and a form over the schemas; installs them first
    SchemaTools,
    /// Write the header of the C library, or compare it
    Header(header::Header),
    /// Build the C library and install it for programs outside the tree
    InstallC(install_c::InstallC),
    /// Write the vectors as files, each with what the C library has to say
    CVectors(c_vectors::CVectors),
    /// Write the page of the claims and their tests, or compare it
    Claims(claims::Claims),
    /// Write the page of the codes of problems, or compare it
    Problems(problems::Problems),
}

fn main() -> ExitCode {
    let mut err = io::stderr();
    let done = match Cli::parse().command {
        Command::Test => test(&[steps::TEST, c::STEPS], &mut err),
        Command::TestC => test(&[&[python::ENVIRONMENT], c::STEPS], &mut err),
        Command::Check => steps::run(steps::CHECK, &mut err),
        Command::Schema(schema) => schema.run(),
        Command::SchemaTools => schema_tools::run(&mut err),
        Command::Header(header) => header.run(),
        Command::InstallC(install) => install.run(&mut err),
        Command::CVectors(vectors) => vectors.run(),
        Command::Claims(claims) => claims.run(),
        Command::Problems(problems) => problems.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            let _ = writeln!(err, "{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Runs lists of steps, after a look at the tools that do not come with Rust.
fn test(lists: &[&[steps::Step]], log: &mut impl Write) -> Result<(), String> {
    python::check()?;
    c::check()?;
    steps::run(&lists.concat(), log)
}
