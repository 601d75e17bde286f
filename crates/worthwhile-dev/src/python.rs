//! The Python package: built, installed into a virtual environment of its own, and tested there.

use std::process::{Command, Stdio};

use crate::steps::{Step, step};

/// The Python of the virtual environment.
const PYTHON: &str = ".venv/bin/python";

pub(crate) const ENVIRONMENT: Step =
    step("virtual environment", "python3", &["-m", "venv", ".venv"]);

pub(crate) const TOOLS: Step = step(
    "Python tools",
    PYTHON,
    &["-m", "pip", "install", "--quiet", "--requirement", "bindings/python/requirements.txt"],
);

/// Zig links with the C library of the oldest systems that the wheel is for. Apart from other builds, so
/// that it can be built beside them: to link it takes one processor and a minute.
pub(crate) const WHEEL: Step = step(
    "wheel",
    PYTHON,
    &[
        "-m",
        "maturin",
        "build",
        "--release",
        "--zig",
        "--compatibility",
        "manylinux2014",
        "--manifest-path",
        "bindings/python/Cargo.toml",
        "--interpreter",
        PYTHON,
        "--out",
        WHEELS,
    ],
)
.with_env(&[("CARGO_ZIGBUILD_PYTHON_PATH", PYTHON), ("CARGO_TARGET_DIR", "target/python")]);

const WHEELS: &str = "target/wheels";

pub(crate) const INSTALL: Step = step(
    "wheel installed",
    PYTHON,
    &[
        "-m",
        "pip",
        "install",
        "--quiet",
        "--force-reinstall",
        "--no-index",
        "--find-links",
        WHEELS,
        "worthwhile",
    ],
);

pub(crate) const TESTS: Step = step(
    "Python tests",
    PYTHON,
    &[
        "-m",
        "pytest",
        "--quiet",
        "-p",
        "no:cacheprovider",
        "-m",
        "not spark",
        "bindings/python/tests",
    ],
)
.with_env(&[("PYTHONDONTWRITEBYTECODE", "1"), ("WORTHWHILE_WHEELS", WHEELS)]);

/// Says in a sentence where there is no Python that the steps could run with.
pub(crate) fn check() -> Result<(), String> {
    check_with("python3")
}

fn check_with(program: &str) -> Result<(), String> {
    const NEEDED: &str = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))";
    let found = Command::new(program).args(["-c", NEEDED]).stderr(Stdio::null()).status();
    match found {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!(
            "Python 3.11 or newer with its module venv is needed, and `{program}` is older or \
             lacks it (Debian has it in the package python3-venv)."
        )),
        Err(error) => Err(format!(
            "Python 3.11 or newer is needed, and `{program}` could not be started: {error}."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_python_is_told_in_a_sentence() {
        let told = check_with("no-such-python").unwrap_err();
        assert!(told.starts_with("Python 3.11 or newer is needed, and `no-such-python` could not"));
    }

    #[test]
    fn a_python_without_what_is_needed_is_told_in_a_sentence() {
        let told = check_with("false").unwrap_err();
        assert!(told.contains("`false` is older or lacks it"), "{told}");
        assert_eq!(check_with("true"), Ok(()));
    }

    #[test]
    fn tools_are_pinned() {
        let tools = include_str!("../../../bindings/python/requirements.txt");
        let mut lines = tools.lines().filter(|line| !line.starts_with('#'));
        assert!(lines.all(|line| line.contains("==")), "{tools}");
    }
}
