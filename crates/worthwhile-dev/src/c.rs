//! The C library: installed into a folder of its own, and tested there by programs outside the tree.

use crate::debian;
use crate::steps::{Step, step};

/// The tools of C that come from the system. The others come with the Python tools.
const TOOLS: &[(&str, &str)] =
    &[("cc", "gcc"), ("c++", "g++"), ("pkg-config", "pkg-config"), ("valgrind", "valgrind")];

/// By pip, so that every machine has the same one.
const CMAKE: &str = ".venv/bin/cmake";

pub(crate) const CMAKE_TOOLS: Step = step(
    "CMake",
    ".venv/bin/python",
    &["-m", "pip", "install", "--quiet", "--requirement", "bindings/c/requirements.txt"],
);

pub(crate) const LIBRARY: Step = step(
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
    debian::install(TOOLS, "the C library")
}

#[cfg(test)]
mod tests {
    #[test]
    fn tools_are_pinned() {
        let tools = include_str!("../../../bindings/c/requirements.txt");
        let mut lines = tools.lines().filter(|line| !line.starts_with('#'));
        assert!(lines.all(|line| line.contains("==")), "{tools}");
    }
}
