//! The lists of steps that `cargo dev test` and `cargo dev check` run.

use crate::schema_tools::{PROGRAMS, TYPIFY, browser};
use crate::steps::{Step, step};
use crate::{c, js, page, python};

const FORMAT: Step = step("format", "cargo", &["fmt", "--all", "--check"]);
const LINTS: Step =
    step("lints", "cargo", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
/// Built together, the crates share their features: alone, the library has none.
const LIBRARY_LINTS: Step = step(
    "lints of the library alone",
    "cargo",
    &["clippy", "-p", "worthwhile", "--", "-D", "warnings"],
);
/// Two bindings have no tests in Rust, and ask their dependencies for more than the others do: with them,
/// what is built here would be of no use to the steps below.
const TESTS: Step = step(
    "tests",
    "cargo",
    &["test", "--workspace", "--exclude", "worthwhile-python", "--exclude", "worthwhile-js"],
);
/// Built only: a test run should not depend on how busy the machine is.
const BENCHES: Step = step("benches", "cargo", &["test", "--benches", "--no-run"]);
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

/// The tests have built it already: without a package, it is that of the same crates together.
const README_SURVEY: Step = step(
    "README survey",
    "cargo",
    &["run", "-q", "--example", "developers", "--", "target/developers.parquet", "2000"],
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

/// What the tests and the tools need. It runs beside `CHECK`, as waiting for a registry takes no processor.
pub(crate) fn fetched() -> Vec<Step> {
    let first = [python::ENVIRONMENT, python::TOOLS, c::CMAKE_TOOLS];
    [&first, PROGRAMS, browser::missing(), js::missing()].concat()
}

/// Some of the tests have a deadline, so nothing runs beside them.
pub(crate) const TEST: &[Step] = &[TESTS, BENCHES];

/// What the steps below run, built as it ships. The lists have no folder in common that one of them would
/// lock, and while one links on a single processor, the other has its own.
pub(crate) fn built() -> [Vec<Step>; 2] {
    let apart = vec![python::WHEEL, js::compile(), js::BINDGEN, TYPIFY];
    [vec![page::COMMAND, c::LIBRARY], apart]
}

/// The README's commands, and the Python package.
pub(crate) const USE: &[Step] =
    &[README, README_REPORT, README_SURVEY, README_GROUP, SURVEY, python::INSTALL, python::TESTS];

/// What can be said without running the tests.
pub(crate) const CHECK: &[Step] = &[FORMAT, LINTS, LIBRARY_LINTS, DOCS];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::generated::printed_by_cargo;

    #[test]
    fn the_readme_names_the_commands_that_are_run() {
        let readme = include_str!("../../../README.md");
        for command in [README, README_REPORT, README_SURVEY, README_GROUP] {
            assert!(readme.contains(&format!("\n{command}\n")), "{command}");
        }
        assert!(readme.contains("\ncargo dev test\n"));
    }

    #[test]
    fn the_bindings_without_tests_in_rust_say_so() {
        let python = include_str!("../../../bindings/python/Cargo.toml");
        let js = include_str!("../../../bindings/js/Cargo.toml");
        for manifest in [python, js] {
            assert!(manifest.contains("\ntest = false\ndoctest = false\n"), "{manifest}");
        }
    }

    /// Each dependency with its features, of the crates that the arguments name.
    fn built(args: &str) -> BTreeSet<String> {
        let tree = "tree --prefix none --no-dedupe --format {p}|{f}";
        let told = printed_by_cargo(&format!("{tree} {args}")).unwrap();
        told.lines().map(str::to_owned).collect()
    }

    #[test]
    fn the_task_runner_is_built_of_what_the_tests_are_built_of() {
        let own = built("--package worthwhile-dev --edges normal,build");
        let excluded = "--exclude worthwhile-python --exclude worthwhile-js";
        let all = built(&format!("--workspace {excluded} --edges normal,build,dev"));
        let only: Vec<_> = own.difference(&all).collect();
        assert!(
            only.is_empty(),
            "add to worthwhile-dev/Cargo.toml the features that the tests have: {only:#?}"
        );
        assert!(own.len() > 100, "{own:#?}");
    }
}
