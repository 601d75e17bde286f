//! Licenses, duplicates and sources of the dependencies, judged by cargo-deny. It takes minutes to
//! install, so this is a command of its own and no part of `cargo dev test`.

use std::io::Write;

use clap::Args;

use crate::steps::{self, Step, step};

/// Arguments of `cargo dev deny`.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Deny {
    /// Also look for known security advisories; fetches the list of them
    #[arg(long)]
    advisories: bool,
}

/// Pinned, as another release may judge otherwise. Nothing happens where it is installed already.
const INSTALL: Step = step(
    "cargo-deny",
    "cargo",
    &["install", "--quiet", "--locked", "cargo-deny@0.20.2", "--root", "target/tools"],
);

const DEPENDENCIES: Step = step(
    "dependencies",
    CARGO_DENY,
    &["check", "--hide-inclusion-graph", "licenses", "bans", "sources"],
);

const ADVISORIES: Step = step("advisories", CARGO_DENY, &["check", "advisories"]);

/// Reads `.cargo/deny.toml`.
const CARGO_DENY: &str = "target/tools/bin/cargo-deny";

impl Deny {
    /// Installs cargo-deny and runs it.
    pub(crate) fn run(self, log: &mut (impl Write + Send)) -> Result<(), String> {
        steps::run(&[INSTALL, DEPENDENCIES], log)?;
        if self.advisories { steps::run(&[ADVISORIES], log) } else { Ok(()) }
    }
}
