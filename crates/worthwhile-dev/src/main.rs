//! The task runner: `cargo dev test` is what has to pass before a change goes in.

mod answers;
mod c;
mod c_vectors;
mod case_page;
mod claims;
mod debian;
mod deny;
mod generated;
mod header;
mod install_c;
mod js;
mod lists;
mod operations;
mod package;
mod page;
mod problems;
mod python;
mod reports;
mod schema;
mod schema_tools;
mod spark;
mod steps;
mod survey;

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
    /// Everything: format, lints, tests, documentation, the README's commands, packages, Python, C,
    /// schema tools, reports, JavaScript, the page
    Test,
    /// The tests of the C library alone
    TestC,
    /// Build the JavaScript package into target/js/worthwhile; installs a compiler for it first
    Js,
    /// The tests of the JavaScript package alone
    TestJs,
    /// Build the page for a person into target/page, from the JavaScript package
    Page,
    /// Try the page in a browser, with the keyboard alone; installs it first
    TestPage,
    /// The tests of the Python package on Spark, which it installs first, with Java
    Spark,
    /// The quick part: format, lints and documentation
    Check,
    /// Package the crates, and build and test them from the packages alone
    Package,
    /// Judge licenses, duplicates and sources of the dependencies; installs cargo-deny first
    Deny(deny::Deny),
    /// Write the committed schemas, or compare them
    Schema(schema::Schema),
    /// Run validators and code generators over the schemas; installs them first
    SchemaTools,
    /// Look at the reports of the example people in a browser; installs it first
    Reports,
    /// Write the report of the first example person, or compare it
    Report(reports::ExampleReport),
    /// Write the header of the C library, or compare it
    Header(header::Header),
    /// Build the C library and install it for programs outside the tree
    InstallC(install_c::InstallC),
    /// Write the vectors as files, each with what the C library has to say
    CVectors(c_vectors::CVectors),
    /// Write the page of the answers to the example people, or compare it
    Answers(answers::Answers),
    /// Write the page of the claims and their tests, or compare it
    Claims(claims::Claims),
    /// Write the page of a case's fields, or compare it
    Case(case_page::CasePage),
    /// Write the page of the codes of problems, or compare it
    Problems(problems::Problems),
    /// Answer the survey of developers and write what is said of it into its page, or compare it
    Survey(survey::Survey),
    /// Write the page of the operations and who has them, or compare it
    Operations(operations::Operations),
}

fn main() -> ExitCode {
    let mut err = io::stderr();
    let done = match Cli::parse().command {
        Command::Test => test(&mut err),
        Command::TestC => test_c(&mut err),
        Command::Js => python::check().and_then(|()| js::build(&mut err)),
        Command::TestJs => needs().and_then(|()| js::test(&mut err)),
        Command::Page => python::check().and_then(|()| page::build(&mut err)),
        Command::TestPage => needs().and_then(|()| page::test(&mut err)),
        Command::Spark => spark::run(&mut err),
        Command::Check => steps::run(lists::CHECK, &mut err),
        Command::Package => package::run(&mut err),
        Command::Deny(deny) => deny.run(&mut err),
        Command::Schema(schema) => schema.run(),
        Command::SchemaTools => needs().and_then(|()| schema_tools::run(&mut err)),
        Command::Reports => needs().and_then(|()| reports::run(&mut err)),
        Command::Report(report) => report.run(),
        Command::Header(header) => header.run(),
        Command::InstallC(install) => install.run(&mut err),
        Command::CVectors(vectors) => vectors.run(),
        Command::Answers(answers) => answers.run(),
        Command::Claims(claims) => claims.run(),
        Command::Case(page) => page.run(),
        Command::Problems(problems) => problems.run(),
        Command::Survey(survey) => survey.run(),
        Command::Operations(operations) => operations.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            let _ = writeln!(err, "{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// What cannot be installed here is told before anything takes its time.
fn needs() -> Result<(), String> {
    python::check()?;
    schema_tools::check()
}

fn test(log: &mut (impl Write + Send)) -> Result<(), String> {
    needs()?;
    c::check()?;
    js::check()?;
    steps::side_by_side(&[lists::CHECK, &lists::fetched()], log)?;
    steps::run(lists::TEST, log)?;
    let [here, apart] = lists::built();
    steps::side_by_side(&[&here, &apart], log)?;
    steps::run(lists::USE, log)?;
    package::run(log)?;
    steps::run(c::STEPS, log)?;
    schema_tools::run(log)?;
    reports::run(log)?;
    js::test(log)?;
    page::run(log)
}

fn test_c(log: &mut (impl Write + Send)) -> Result<(), String> {
    python::check()?;
    c::check()?;
    steps::run(&[&[python::ENVIRONMENT], c::STEPS].concat(), log)
}
