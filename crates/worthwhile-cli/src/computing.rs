//! How to compute, and how far it is.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::thread;
use std::time::{Duration, Instant};

use clap::{Args, value_parser};
use worthwhile::{Options, Progress, Stage, limits};

/// Scenarios of `--quick` and `--precise`.
const QUICK: u32 = 4096;
const PRECISE: u32 = 65_536;
/// The largest seed that every JSON reader represents exactly.
pub(crate) const LARGEST_SEED: u64 = limits::MAX_WHOLE as u64;

/// Arguments about the scenarios.
#[derive(Debug, Args)]
pub(crate) struct Sampling {
    /// Number of scenarios, rounded up to a power of two for each replicate [default: that of the case, or 16384]
    #[arg(long, value_name = "N",
        value_parser = value_parser!(u32).range(1..=i64::from(limits::MAX_SCENARIOS)))]
    scenarios: Option<u32>,
    /// Compute fewer scenarios: 4096
    #[arg(long, conflicts_with_all = ["scenarios", "precise"])]
    quick: bool,
    /// Compute more scenarios: 65536
    #[arg(long, conflicts_with = "scenarios")]
    precise: bool,
    /// Seed of the scenarios: the same seed gives the same answer
    #[arg(long, value_name = "N", value_parser = value_parser!(u64).range(..=LARGEST_SEED))]
    seed: Option<u64>,
    /// Number of threads; does not affect the answer [default: all available]
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..=256))]
    threads: Option<u32>,
}

impl Sampling {
    /// The library's options, in addition to the existing ones.
    pub(crate) fn options(&self, options: Options) -> Options {
        let mut options = options.with_threads(self.threads.unwrap_or_else(all_threads));
        let preset = if self.quick { Some(QUICK) } else { self.precise.then_some(PRECISE) };
        if let Some(scenarios) = self.scenarios.or(preset) {
            options = options.with_scenarios(scenarios);
        }
        if let Some(seed) = self.seed {
            options = options.with_seed(seed);
        }
        options
    }
}

/// Arguments about the computation of an answer.
#[derive(Debug, Args)]
pub(crate) struct Computing {
    #[command(flatten)]
    sampling: Sampling,
    /// Compute total indices as well, which takes longer
    #[arg(long)]
    totals: bool,
    /// Skip what would change the answer and how much would be best, which is faster
    #[arg(long)]
    no_levers: bool,
    /// Compute, for every number, what would change the answer; only shown in JSON
    #[arg(long)]
    flips: bool,
}

impl Computing {
    /// The library's options, in addition to the existing ones.
    pub(crate) fn options(&self, options: Options) -> Options {
        let mut options = self.sampling.options(options);
        if self.totals {
            options = options.with_totals(true);
        }
        options.with_levers(!self.no_levers).with_flips(self.flips)
    }
}

pub(crate) fn all_threads() -> u32 {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    u32::try_from(threads).unwrap_or(1).min(256)
}

/// A run shorter than this shows no progress.
const SILENT: Duration = Duration::from_secs(1);
/// The line is updated this often.
const PACE: Duration = Duration::from_millis(100);

/// Shows the progress of a long run on a terminal, in one line that disappears at the end. It is written
/// over with blanks: not every terminal knows escape codes.
pub(crate) struct Meter<'e, W: Write> {
    err: &'e mut W,
    is_shown: bool,
    began: Instant,
    told: Option<Instant>,
    /// Letters that stand in the line.
    letters: usize,
}

impl<'e, W: Write> Meter<'e, W> {
    pub(crate) fn new(err: &'e mut W) -> Self {
        // A dumb terminal cannot go back to the start of a line.
        let is_dumb = env::var("TERM").is_ok_and(|term| term == "dumb");
        let is_shown = io::stderr().is_terminal() && !is_dumb;
        Self { err, is_shown, began: Instant::now(), told: None, letters: 0 }
    }

    /// The function that the library calls with progress.
    pub(crate) fn watch(&mut self, progress: Progress) -> ControlFlow<()> {
        self.tell(|| line(progress));
        ControlFlow::Continue(())
    }

    /// Shows a line, if it is time for one.
    pub(crate) fn tell(&mut self, line: impl FnOnce() -> String) {
        let is_due = self.told.is_none_or(|told| told.elapsed() >= PACE);
        if self.is_shown && is_due && self.began.elapsed() >= SILENT {
            self.write(&line());
            self.told = Some(Instant::now());
        }
    }

    /// Wipes the line.
    pub(crate) fn end(mut self) {
        if self.told.is_some() {
            self.write("");
            let _ = write!(self.err, "\r");
            let _ = self.err.flush();
        }
    }

    /// Writes a line over the one that is there.
    fn write(&mut self, line: &str) {
        let width = self.letters;
        let _ = write!(self.err, "\r{line:width$}");
        let _ = self.err.flush();
        self.letters = line.len();
    }
}

fn line(progress: Progress) -> String {
    let what = match progress.stage {
        Stage::Totals => "total indices",
        Stage::Flips => "numbers that would change the answer",
        Stage::Search => "best mixes",
        Stage::Levers => "what would change the answer",
        Stage::Inputs => "uncertain numbers, one by one",
        Stage::Comparison => "what each difference does",
        _ => "scenarios",
    };
    let percent = (100 * progress.done).checked_div(progress.total).unwrap_or(100);
    format!("{what}: {percent} %")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_written_over_without_escape_codes() {
        let mut written = Vec::new();
        let (began, told) = (Instant::now(), Some(Instant::now()));
        let mut meter = Meter { err: &mut written, is_shown: true, began, told, letters: 0 };
        meter.write("scenarios: 99 %");
        meter.write("best: 1 %");
        meter.end();
        let text = String::from_utf8(written).unwrap();
        assert_eq!(text, "\rscenarios: 99 %\rbest: 1 %      \r         \r");
    }
}
