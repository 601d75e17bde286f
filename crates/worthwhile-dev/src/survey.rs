//! What the command says in the page of the survey of developers.

use std::fs;
use std::path::Path;

use clap::Args;

use crate::generated::{Mode, printed_by_cargo};

/// Arguments of `cargo dev survey`.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Survey {
    #[command(flatten)]
    mode: Mode,
}

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../worthwhile-groups/docs/developers.md");

/// Makes the table up. The tests have built it already.
const TABLE: &str = "run -q --example developers -- target/survey.parquet";
/// Answers it, as the page says.
const ANSWER: &str = "run --release -q -p worthwhile-cli -- group target/survey.parquet \
    --case crates/worthwhile-groups/examples/developers/case.json \
    --map crates/worthwhile-groups/examples/developers/map.json \
    --levers crates/worthwhile-groups/examples/developers/levers.json \
    --by role --by country --smallest-segment 5 --threads 2";

const BEGIN: &str = "```text\n";
const END: &str = "```\n";

impl Survey {
    /// Writes what the command says into the page, or says that it differs.
    pub(crate) fn run(self) -> Result<(), String> {
        printed_by_cargo(TABLE)?;
        let said = printed_by_cargo(ANSWER)?;
        let page = fs::read_to_string(PAGE).map_err(|error| format!("{PAGE}: {error}."))?;
        let page =
            with_block(&page, &said).ok_or_else(|| format!("{PAGE} has no block of text."))?;
        self.mode.file(Path::new(PAGE), &page, "cargo dev survey")
    }
}

/// The page with its one block of plain text replaced.
fn with_block(page: &str, said: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{said}{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_of_text_is_replaced() {
        let page = "a\n```sh\nx\n```\n\n```text\nold\n```\nb\n";
        let expected = "a\n```sh\nx\n```\n\n```text\nnew\n```\nb\n";
        assert_eq!(with_block(page, "new\n").as_deref(), Some(expected));
        assert_eq!(with_block("a", "new\n"), None);
    }
}
