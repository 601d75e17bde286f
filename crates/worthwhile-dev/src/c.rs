//! The C library: installed into a folder of its own, and tested there by programs outside the tree.

use std::process::{Command, Stdio};

use crate::steps::{Step, step};

/// The tools of C that come from the system. The others come with the Python tools.
const TOOLS: &[(&str, &str)] =
    &[("cc", "gcc"), ("c++", "g++"), ("pkg-config", "pkg-config"), ("valgrind", "valgrind")];

/// By pip, so that every machine has the same one.
const CMAKE: &str = ".venv/bin/cmake";

const CMAKE_TOOLS: Step = step(
    "CMake",
    ".venv/bin/python",
    &["-m", "pip", "install", "--quiet", "--requirement", "bindings/c/requirements.txt"],
);

const LIBRARY: Step = step(
    "C library",
    "cargo",
    &["run", "--quiet", "-p", "worthwhile-dev", "--", "install-c", "--prefix", "target/c/prefix"],
);

const VECTORS: Step = step(
    "vectors for C",
    "cargo",
    &["run", "--quiet", "-p", "worthwhile-dev", "--", "c-vectors", "target/c/vectors"],
);

const CONFIGURE: Step = step(
    "C tests found the library",
    CMAKE,
    &[
        "-S",
        "bindings/c/tests",
        "-B",
        "target/c/build",
        "--log-level=WARNING",
        "--fresh",
        concat!("-DCMAKE_PREFIX_PATH=", env!("CARGO_MANIFEST_DIR"), "/../../target/c/prefix"),
        concat!("-DWORTHWHILE_VERSION=", env!("CARGO_PKG_VERSION")),
    ],
);

const BUILD: Step =
    step("C programs", CMAKE, &["--build", "target/c/build", "--parallel", "2", "--", "--quiet"]);

const TESTS: Step = step(
    "C tests",
    ".venv/bin/ctest",
    &["--test-dir", "target/c/build", "--output-on-failure", "--parallel", "2", "--no-tests=error"],
);

/// After the steps of Python, whose virtual environment has CMake.
pub(crate) const STEPS: &[Step] = &[CMAKE_TOOLS, LIBRARY, VECTORS, CONFIGURE, BUILD, TESTS];

/// Sees to the tools that the steps need: installs what is missing where it may, or says so in a
/// sentence.
pub(crate) fn check() -> Result<(), String> {
    check_with(TOOLS, "apt-get")
}

fn check_with(tools: &[(&str, &str)], installer: &str) -> Result<(), String> {
    let packages = missing(tools);
    if packages.is_empty() {
        return Ok(());
    }
    runs(installer, &["update", "-qq"]);
    runs(installer, &[&["install", "-qq", "-y"], &*packages].concat());
    let packages = missing(tools);
    if packages.is_empty() {
        return Ok(());
    }
    Err(format!(
        "The tests of the C library need what Debian has in {}, and it could not be installed here. \
         Run `apt-get install {}` as root.",
        packages.join(", "),
        packages.join(" ")
    ))
}

/// The packages of the programs that do not run.
fn missing<'p>(tools: &[(&str, &'p str)]) -> Vec<&'p str> {
    let missing = tools.iter().filter(|(program, _)| !runs(program, &["--version"]));
    missing.map(|(_, package)| *package).collect()
}

fn runs(program: &str, args: &[&str]) -> bool {
    let mut quiet = Command::new(program);
    quiet.args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_tool_is_told_in_a_sentence() {
        let told = check_with(&[("cargo", "cargo"), ("no-such-tool", "its-package")], "false");
        let told = told.unwrap_err();
        assert!(told.contains("Debian has in its-package, and it could not be"), "{told}");
        assert!(told.ends_with("Run `apt-get install its-package` as root."), "{told}");
        assert_eq!(check_with(&[("cargo", "cargo")], "false"), Ok(()));
    }

    #[test]
    fn tools_are_pinned() {
        let tools = include_str!("../../../bindings/c/requirements.txt");
        let mut lines = tools.lines().filter(|line| !line.starts_with('#'));
        assert!(lines.all(|line| line.contains("==")), "{tools}");
    }
}
