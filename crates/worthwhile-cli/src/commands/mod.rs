//! One file for each subcommand.

mod ask;
mod assess;
mod check;
mod compare;
mod completions;
mod expand;
mod group;
mod man;
mod new;
mod presets;
mod schema;

use std::io::Write;

use clap::Subcommand;
use worthwhile::{Case, Operation};

use crate::failure::Failure;

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    #[command(about = about(Operation::Assess))]
    Assess(assess::Assess),
    #[command(about = about(Operation::Ask))]
    Ask(ask::Ask),
    #[command(about = about(Operation::Compare))]
    Compare(compare::Compare),
    /// Answer everybody in a table: for whom is it worth it, and what would change that
    Group(group::Group),
    #[command(about = about(Operation::Check))]
    Check(check::Check),
    #[command(about = about(Operation::Expand))]
    Expand(expand::Expand),
    #[command(about = about(Operation::Presets))]
    Presets(presets::Presets),
    /// Print a case to start from
    New(new::New),
    #[command(about = about(Operation::Schema))]
    Schema(schema::Schema),
    /// Print completions for a shell
    Completions(completions::Completions),
    /// Print the man page, or that of a subcommand
    Man(man::Man),
}

impl Command {
    /// Runs it: answers go to `out`, remarks to `err`.
    pub(crate) fn run(&self, out: &mut impl Write, err: &mut impl Write) -> Result<(), Failure> {
        match self {
            Self::Assess(assess) => assess.run(out, err),
            Self::Ask(ask) => ask.run(out, err),
            Self::Compare(compare) => compare.run(out, err),
            Self::Group(group) => group.run(out, err),
            Self::Check(check) => check.run(out),
            Self::Expand(expand) => expand.run(out),
            Self::Presets(presets) => presets.run(out),
            Self::New(new) => new.run(out),
            Self::Schema(schema) => schema.run(out),
            Self::Completions(completions) => completions.run(out),
            Self::Man(man) => man.run(out),
        }
    }
}

/// What an operation gives, as clap writes it: without the full stop.
fn about(operation: Operation) -> &'static str {
    operation.meaning().trim_end_matches('.')
}

/// A case as JSON that is laid out for people.
fn pretty_json(case: &Case) -> Result<String, Failure> {
    serde_json::to_string_pretty(case)
        .map_err(|error| Failure::Other(format!("the case could not be written: {error}.")))
}

/// The same with numbers as a person types them.
fn typed_json(case: &Case) -> Result<String, Failure> {
    let json = pretty_json(case)?;
    Ok(json.lines().map(|line| as_typed(line) + "\n").collect())
}

/// A line of the document with `8` for `8.0`, as a person types it. Every value has a line of its
/// own and a text ends with a quote, so only a number ends with `.0`.
fn as_typed(line: &str) -> String {
    match (line.strip_suffix(".0"), line.strip_suffix(".0,")) {
        (Some(number), _) => number.to_owned(),
        (None, Some(number)) => format!("{number},"),
        (None, None) => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_lose_their_zero() {
        assert_eq!(as_typed("  \"a\": 8.0,"), "  \"a\": 8,");
        assert_eq!(as_typed("  8.0"), "  8");
        assert_eq!(as_typed("  \"a\": \"version 1.0\","), "  \"a\": \"version 1.0\",");
        assert_eq!(as_typed("  \"a\": 8.05"), "  \"a\": 8.05");
    }
}
