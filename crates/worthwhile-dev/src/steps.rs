//! What is run, as a table, and the loop that runs it.

use std::fmt;
use std::io::Write;
use std::process::Command;
use std::time::Instant;

use crate::python;

/// One program that has to succeed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    /// What it looks at, in a word or two.
    name: &'static str,
    program: &'static str,
    args: &'static [&'static str],
    env: &'static [(&'static str, &'static str)],
}

pub(crate) const fn step(
    name: &'static str,
    program: &'static str,
    args: &'static [&'static str],
) -> Step {
    Step { name, program, args, env: &[] }
}

impl Step {
    pub(crate) const fn with_env(mut self, env: &'static [(&'static str, &'static str)]) -> Self {
        self.env = env;
        self
    }
}

const FORMAT: Step = step("format", "cargo", &["fmt", "--all", "--check"]);
const LINTS: Step =
    step("lints", "cargo", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
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

/// Everything but what has a list of its own, the quickest to fail first.
pub(crate) const TEST: &[Step] = &[
    FORMAT,
    LINTS,
    TESTS,
    BENCHES,
    DOCS,
    README,
    python::ENVIRONMENT,
    python::TOOLS,
    python::WHEEL,
    python::INSTALL,
    python::TESTS,
];

/// What can be said without running the tests.
pub(crate) const CHECK: &[Step] = &[FORMAT, LINTS, DOCS];

/// The root of the workspace. Every step runs there, wherever the runner was called.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The step as one would type it.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in self.env {
            write!(f, "{name}='{value}' ")?;
        }
        f.write_str(self.program)?;
        self.args.iter().try_for_each(|arg| write!(f, " {arg}"))
    }
}

/// Runs the steps up to the first that fails, and tells of each on `log`.
pub(crate) fn run(steps: &[Step], log: &mut impl Write) -> Result<(), String> {
    let start = Instant::now();
    for step in steps {
        let began = Instant::now();
        let _ = writeln!(log, "{}: {step}", step.name);
        let status = Command::new(step.program)
            .args(step.args)
            .envs(step.env.iter().copied())
            .current_dir(ROOT)
            .status()
            .map_err(|error| format!("{}: `{step}` could not be started: {error}.", step.name))?;
        let seconds = began.elapsed().as_secs_f64();
        if !status.success() {
            return Err(format!(
                "{}: failed after {seconds:.1} s. Run `{step}` to see it again.",
                step.name
            ));
        }
        let _ = writeln!(log, "{}: passed in {seconds:.1} s", step.name);
    }
    let _ =
        writeln!(log, "all {} steps passed in {:.1} s", steps.len(), start.elapsed().as_secs_f64());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Step = step("good", "cargo", &["--version"]);
    const BAD: Step = step("bad", "cargo", &["no-such-subcommand"]);

    fn log(steps: &[Step]) -> (Result<(), String>, String) {
        let mut log = Vec::new();
        let done = run(steps, &mut log);
        (done, String::from_utf8(log).unwrap())
    }

    #[test]
    fn the_first_failure_ends_the_run() {
        let (done, told) = log(&[GOOD, BAD, GOOD]);
        assert!(done.unwrap_err().starts_with("bad: failed after "));
        assert_eq!(told.matches("good: cargo --version\n").count(), 1, "{told}");
        assert_eq!(told.matches("good: passed in ").count(), 1, "{told}");
    }

    #[test]
    fn a_run_without_failure_says_so() {
        let (done, told) = log(&[GOOD.with_env(&[("A", "b c")])]);
        assert_eq!(done, Ok(()));
        assert!(told.starts_with("good: A='b c' cargo --version\n"), "{told}");
        assert!(told.contains("all 1 steps passed in "), "{told}");
    }

    #[test]
    fn the_readme_names_the_commands_that_are_run() {
        let readme = include_str!("../../../README.md");
        assert!(readme.contains(&format!("\n{README}\n")), "{README}");
        assert!(readme.contains("\ncargo dev test\n"));
    }

    #[test]
    fn a_program_that_is_not_there_is_a_failure() {
        let (done, _) = log(&[step("gone", "no-such-program", &[])]);
        assert!(done.unwrap_err().contains("could not be started"));
    }
}
