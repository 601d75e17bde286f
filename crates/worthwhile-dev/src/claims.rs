//! The page of the claims and their tests.

use std::path::Path;

use clap::Args;
use worthwhile_conformance::claims::page;

use crate::generated::Mode;

/// Arguments of `cargo dev claims`.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Claims {
    #[command(flatten)]
    mode: Mode,
}

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../worthwhile/docs/claims.md");

impl Claims {
    /// Writes the page, or says that it differs.
    pub(crate) fn run(self) -> Result<(), String> {
        self.mode.file(Path::new(PAGE), &page(), "cargo dev claims")
    }
}
