//! What is run, as a table, and the loop that runs it.

use std::fmt;
use std::io::Write;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// One program that has to succeed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    /// What it looks at, in a word or two.
    name: &'static str,
    program: &'static str,
    args: &'static [&'static str],
    env: &'static [(&'static str, &'static str)],
    /// Ended after so many seconds: what waits for a network or a browser may wait for ever.
    within: Option<u64>,
    /// Whether only its complaints are shown.
    is_quiet: bool,
}

pub(crate) const fn step(
    name: &'static str,
    program: &'static str,
    args: &'static [&'static str],
) -> Step {
    Step { name, program, args, env: &[], within: None, is_quiet: false }
}

impl Step {
    pub(crate) const fn with_env(mut self, env: &'static [(&'static str, &'static str)]) -> Self {
        self.env = env;
        self
    }

    pub(crate) const fn within(mut self, seconds: u64) -> Self {
        self.within = Some(seconds);
        self
    }

    pub(crate) const fn quiet(mut self) -> Self {
        self.is_quiet = true;
        self
    }
}

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
pub(crate) fn run(steps: &[Step], log: &mut (impl Write + Send)) -> Result<(), String> {
    side_by_side(&[steps], log)
}

/// Runs every list in its order, and the lists beside each other. A failure ends its own list, and
/// is told when the others have come to their end.
pub(crate) fn side_by_side(lists: &[&[Step]], log: &mut (impl Write + Send)) -> Result<(), String> {
    let start = Instant::now();
    let log = Mutex::new(log);
    let done: Result<Vec<()>, String> = thread::scope(|scope| {
        let running: Vec<_> =
            lists.iter().map(|steps| scope.spawn(|| in_order(steps, &log))).collect();
        let ended = running.into_iter().map(|list| {
            list.join().unwrap_or_else(|_| Err("the task runner itself panicked.".to_owned()))
        });
        // Collected before the first failure is looked for, so that all of them end.
        ended.collect::<Vec<_>>().into_iter().collect()
    });
    done?;
    let count: usize = lists.iter().map(|steps| steps.len()).sum();
    tell(&log, &format!("all {count} steps passed in {:.1} s", start.elapsed().as_secs_f64()));
    Ok(())
}

fn in_order(steps: &[Step], log: &Mutex<impl Write>) -> Result<(), String> {
    for step in steps {
        let began = Instant::now();
        tell(log, &format!("{}: {step}", step.name));
        let status = status(step)?;
        let seconds = began.elapsed().as_secs_f64();
        if !status.success() {
            return Err(format!(
                "{}: failed after {seconds:.1} s. Run `{step}` to see it again.",
                step.name
            ));
        }
        tell(log, &format!("{}: passed in {seconds:.1} s", step.name));
    }
    Ok(())
}

fn tell(log: &Mutex<impl Write>, line: &str) {
    let _ = writeln!(log.lock().unwrap_or_else(PoisonError::into_inner), "{line}");
}

/// How a step ended.
fn status(step: &Step) -> Result<ExitStatus, String> {
    let started = Command::new(step.program)
        .args(step.args)
        .envs(step.env.iter().copied())
        .current_dir(ROOT)
        .stdout(if step.is_quiet { Stdio::null() } else { Stdio::inherit() })
        .spawn();
    started
        .and_then(|mut child| match step.within {
            None => child.wait().map(Some),
            Some(seconds) => wait(&mut child, Duration::from_secs(seconds)),
        })
        .map_err(|error| format!("{}: `{step}` could not be started: {error}.", step.name))?
        .ok_or_else(|| {
            let seconds = step.within.unwrap_or_default();
            format!(
                "{}: not done after {seconds} s, and ended. Run `{step}` to see where it waits.",
                step.name
            )
        })
}

/// The status of a child, or nothing where it had to be ended.
fn wait(child: &mut Child, most: Duration) -> std::io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    while start.elapsed() < most {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        thread::sleep(Duration::from_millis(20));
    }
    child.kill()?;
    child.wait()?;
    Ok(None)
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
    fn a_step_that_never_ends_is_ended() {
        let (done, _) = log(&[step("slow", "sleep", &["60"]).within(0)]);
        assert!(done.unwrap_err().starts_with("slow: not done after 0 s, and ended. Run `sleep"));
        assert_eq!(log(&[GOOD.within(60)]).0, Ok(()));
    }

    #[test]
    fn lists_side_by_side_all_end_and_the_first_failure_is_told() {
        let mut told = Vec::new();
        let lists: [&[Step]; 3] = [&[GOOD], &[BAD, GOOD], &[GOOD, GOOD]];
        let done = side_by_side(&lists, &mut told);
        let told = String::from_utf8(told).unwrap();
        assert!(done.unwrap_err().starts_with("bad: failed after "));
        assert_eq!(told.matches("good: passed in ").count(), 3, "{told}");
    }

    #[test]
    fn a_program_that_is_not_there_is_a_failure() {
        let (done, _) = log(&[step("gone", "no-such-program", &[])]);
        assert!(done.unwrap_err().contains("could not be started"));
    }
}
