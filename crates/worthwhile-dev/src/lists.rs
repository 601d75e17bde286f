//! The lists of steps that `cargo dev test` and `cargo dev check` run.

use crate::python;
use crate::steps::{Step, step};

const FORMAT: Step = step("format", "cargo", &["fmt", "--all", "--check"]);
const LINTS: Step =
    step("lints", "cargo", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
/// Built together, the crates share their features: alone, the library has none.
const LIBRARY_LINTS: Step = step(
    "lints of the library alone",
    "cargo",
    &["clippy", "-p", "worthwhile", "--", "-D", "warnings"],
);
const TESTS: Step = step("tests", "cargo", &["test", "--workspace"]);
/// Built only: a test run should not depend on how busy the machine is.
const BENCHES: Step = step("benches", "cargo", &["test", "--workspace", "--benches", "--no-run"]);
const DOCS: Step = step("documentation", "cargo", &["doc", "--workspace", "--no-deps"])
    .with_env(&[("RUSTDOCFLAGS", "-D warnings")]);
const README: Step = step(
    "README command",
    "cargo",
    &[
        "run",
        "--release",
        "-q",
        "-p",
        "worthwhile-cli",
        "--",
        "assess",
        "crates/worthwhile/examples/mvp.json",
    ],
);

const README_REPORT: Step = step(
    "README report",
    "cargo",
    &[
        "run",
        "--release",
        "-q",
        "-p",
        "worthwhile-cli",
        "--",
        "assess",
        "crates/worthwhile/examples/mvp.json",
        "-o",
        "target/answer.html",
    ],
);

/// The tests have built it already.
const README_SURVEY: Step = step(
    "README survey",
    "cargo",
    &[
        "run",
        "-q",
        "-p",
        "worthwhile-groups",
        "--example",
        "developers",
        "--",
        "target/developers.parquet",
        "2000",
    ],
);

const README_GROUP: Step = step(
    "README group",
    "cargo",
    &[
        "run",
        "--release",
        "-q",
        "-p",
        "worthwhile-cli",
        "--",
        "group",
        "target/developers.parquet",
        "--case",
        "crates/worthwhile-groups/examples/developers/case.json",
        "--map",
        "crates/worthwhile-groups/examples/developers/map.json",
        "--levers",
        "crates/worthwhile-groups/examples/developers/levers.json",
        "--by",
        "country",
        "--by",
        "role",
        "-o",
        "target/answers.parquet",
        "--html",
        "target/summary.html",
    ],
);

/// What the page of the survey shows is what the command says.
const SURVEY: Step = step(
    "the survey's page",
    "cargo",
    &["run", "-q", "-p", "worthwhile-dev", "--", "survey", "--check"],
);

/// Everything but what has a list of its own, the quickest to fail first.
pub(crate) const TEST: &[Step] = &[
    FORMAT,
    LINTS,
    LIBRARY_LINTS,
    TESTS,
    BENCHES,
    DOCS,
    README,
    README_REPORT,
    README_SURVEY,
    README_GROUP,
    SURVEY,
    python::ENVIRONMENT,
    python::TOOLS,
    python::WHEEL,
    python::INSTALL,
    python::TESTS,
];

/// What can be said without running the tests.
pub(crate) const CHECK: &[Step] = &[FORMAT, LINTS, LIBRARY_LINTS, DOCS];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_names_the_commands_that_are_run() {
        let readme = include_str!("../../../README.md");
        for command in [README, README_REPORT, README_SURVEY, README_GROUP] {
            assert!(readme.contains(&format!("\n{command}\n")), "{command}");
        }
        assert!(readme.contains("\ncargo dev test\n"));
    }
}
