//! `worthwhile.spark` on a Spark of its own. It is large and slow to start, so everyday runs go without it.

use std::io::Write;

use crate::python::{ENVIRONMENT, INSTALL, TOOLS, WHEEL};
use crate::steps::{self, Step, step};
use crate::{debian, python};

/// Spark runs on a Java virtual machine.
const JAVA: &[(&str, &str)] = &[("java", "openjdk-17-jre-headless")];

const SPARK: Step = step(
    "PySpark",
    ".venv/bin/python",
    &[
        "-m",
        "pip",
        "install",
        "--quiet",
        "--requirement",
        "bindings/python/tests/spark/requirements.txt",
    ],
);

const TESTS: Step = step(
    "tests on Spark",
    ".venv/bin/python",
    &[
        "-m",
        "pytest",
        "--quiet",
        "-p",
        "no:cacheprovider",
        "-m",
        "spark",
        "bindings/python/tests/spark",
    ],
)
.with_env(&[("PYTHONDONTWRITEBYTECODE", "1")]);

/// Builds and installs the Python package, installs Spark, and tests both together.
pub(crate) fn run(log: &mut (impl Write + Send)) -> Result<(), String> {
    python::check()?;
    debian::install(JAVA, "the Python package on Spark")?;
    steps::run(&[ENVIRONMENT, TOOLS, WHEEL, INSTALL, SPARK, TESTS], log)
}

#[cfg(test)]
mod tests {
    #[test]
    fn tools_are_pinned() {
        let tools = include_str!("../../../bindings/python/tests/spark/requirements.txt");
        let mut lines = tools.lines().filter(|line| !line.starts_with('#'));
        assert!(lines.all(|line| line.contains("==")), "{tools}");
    }
}
