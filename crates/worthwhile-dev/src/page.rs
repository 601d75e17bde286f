//! The page for a person: built into one folder of static files, and tried in a browser.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::js;
use crate::schema_tools::{NODE, PROGRAMS, browser, command, npm};
use crate::steps::{self, Step, step};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// What the tests need and leave, from the root of the workspace.
const MADE: &str = "target/page-test";

const BUILD: [Step; 3] = [
    step("npm packages of the page", NODE, &npm("bindings/js/page")).within(300),
    step(
        "types of the page",
        NODE,
        &["bindings/js/page/node_modules/typescript/bin/tsc", "--project", "bindings/js/page"],
    )
    .within(200),
    step(
        "the page",
        NODE,
        &["bindings/js/page/node_modules/vite/bin/vite.js", "build", "bindings/js/page"],
    )
    .within(200),
];

pub(crate) const COMMAND: Step =
    step("the command", "cargo", &["build", "--quiet", "--release", "--package", "worthwhile-cli"]);

const TRY: Step =
    step("the page in Chromium", NODE, &["bindings/js/page/test/run.mjs"]).within(1200);

/// Builds the package and, from it, the page in `target/page`.
pub(crate) fn build(log: &mut (impl Write + Send)) -> Result<(), String> {
    js::build(log)?;
    steps::run(&BUILD, log)
}

/// Builds the package and the page, and tries it.
pub(crate) fn test(log: &mut (impl Write + Send)) -> Result<(), String> {
    js::build(log)?;
    run(log)
}

/// Builds the page from the package that is there, and tries it.
pub(crate) fn run(log: &mut (impl Write + Send)) -> Result<(), String> {
    browser::install(log)?;
    steps::run(PROGRAMS, log)?;
    steps::run(&BUILD, log)?;
    steps::run(&[COMMAND], log)?;
    let folder = Path::new(ROOT).join(MADE);
    let failed = |error: std::io::Error| format!("{}: {error}.", folder.display());
    fs::create_dir_all(&folder).map_err(failed)?;
    fs::copy(command().map_err(failed)?, folder.join("worthwhile")).map_err(failed)?;
    steps::run(&[TRY], log)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn every_package_of_the_page_is_pinned() {
        let path = Path::new(ROOT).join("bindings/js/page/package.json");
        let package: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let mut count = 0;
        for kind in ["dependencies", "devDependencies"] {
            for (name, version) in package[kind].as_object().unwrap() {
                let version = version.as_str().unwrap();
                let is_whole = version.chars().all(|own| own.is_ascii_digit() || own == '.');
                assert!(is_whole && version.contains('.'), "{name}: {version}");
                count += 1;
            }
        }
        assert!(count > 5);
    }
}
