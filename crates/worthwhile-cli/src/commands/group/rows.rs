//! A table of people, answered block by block.

use std::cell::Cell;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use arrow::array::RecordBatch;
use worthwhile::writing::grouped;
use worthwhile::{Error, ErrorKind, Progress, SurveyFigures};
use worthwhile_groups::{Group, Lever, People, Speed, TableReader, TableWriter, Tally};

use super::documents::Files;
use crate::computing::Meter;
use crate::failure::Failure;
use crate::interrupt;
use crate::output;

/// The fewest people that are answered at a time: with doubt they take seconds.
const FEW: usize = 1024;
/// The most: where nothing is drawn, threads would spend their time beginning and ending.
const MANY: usize = 8192;
/// What levers do for people is kept until all are pulled: so many answers at most, but for the fewest people.
const MANY_ANSWERS: usize = 1 << 17;

/// What is asked of everybody.
pub(super) struct Run<'r> {
    pub(super) group: &'r Group,
    pub(super) levers: &'r [Lever],
    /// The file with the people.
    pub(super) people: &'r Path,
    pub(super) files: Files,
    /// How many people there are, where that is known.
    pub(super) total: Option<u64>,
}

/// Who has been answered.
pub(super) struct Rows {
    /// So many, from the first on.
    pub(super) count: u64,
    /// Why the others are not.
    pub(super) end: End,
    /// Whether the file has their answers.
    pub(super) are_kept: bool,
}

/// Why no more people are answered.
pub(super) enum End {
    /// There are no more.
    All,
    /// Somebody pressed Ctrl-C.
    Stopped,
    /// Something is wrong with the next ones, or with what is written.
    Failed(Failure),
}

impl Run<'_> {
    /// Answers everybody. If nobody is answered there is no file; else it has those who are, also after Ctrl-C and
    /// after an error.
    pub(super) fn answer<W: Write>(
        &self,
        table: TableReader,
        tally: &mut Tally,
        mut out: Option<(TableWriter, &Path)>,
        meter: &mut Meter<'_, W>,
    ) -> Rows {
        let mut pace = Pace { began: Instant::now(), total: self.total, done: 0 };
        let end = self.blocks(table, tally, out.as_mut(), meter, &mut pace);
        let mut rows = Rows { count: pace.done, end, are_kept: false };
        let Some((writer, path)) = out else { return rows };
        if rows.count == 0 && !matches!(rows.end, End::All) {
            writer.discard();
            return rows;
        }
        match writer.finish() {
            Ok(()) => rows.are_kept = true,
            // It has failed before, which is told.
            Err(_) if matches!(rows.end, End::Failed(_)) => {}
            Err(error) => rows.end = End::Failed(output::unwritable(path, &error)),
        }
        rows
    }

    fn blocks<W: Write>(
        &self,
        table: TableReader,
        tally: &mut Tally,
        mut out: Option<&mut (TableWriter, &Path)>,
        meter: &mut Meter<'_, W>,
        pace: &mut Pace,
    ) -> End {
        let size = match self.group.speed() {
            Speed::AtTheMeans => (MANY_ANSWERS / (self.levers.len() + 1)).clamp(FEW, MANY),
            Speed::WithDoubt => FEW,
        };
        for batch in table {
            let batch = match batch {
                Ok(batch) => batch,
                Err(error) => return End::Failed(self.files.refused(self.people, &error)),
            };
            for first in (0..batch.num_rows()).step_by(size) {
                let block = batch.slice(first, size.min(batch.num_rows() - first));
                let (people, pulled) = match self.block(&block, meter, pace) {
                    Ok(answered) => answered,
                    Err(error) if error.kind() == ErrorKind::Stopped => return End::Stopped,
                    Err(error) => return End::Failed(self.failed(&error)),
                };
                if let Err(error) = tally.add(&people, &pulled) {
                    return End::Failed(self.failed(&error));
                }
                pace.done += people.count() as u64;
                if let Some((writer, path)) = &mut out
                    && let Err(error) = writer.write(people.batch())
                {
                    return End::Failed(output::unwritable(path, &error));
                }
            }
            if interrupt::is_asked() {
                return End::Stopped;
            }
        }
        End::All
    }

    /// Answers some people, and pulls each lever for them.
    fn block<W: Write>(
        &self,
        block: &RecordBatch,
        meter: &mut Meter<'_, W>,
        pace: &Pace,
    ) -> Result<(People, Vec<SurveyFigures>), Error> {
        let steps = Cell::new(0);
        let mut watch = |now: Progress| {
            let share = now.done as f64 / now.total.max(1) as f64;
            let part = (f64::from(steps.get()) + share) / (self.levers.len() + 1) as f64;
            meter.tell(|| pace.line(part * block.num_rows() as f64));
            match interrupt::is_asked() {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        };
        let people = self.group.answer(block, pace.done, &mut watch)?;
        let mut pulled = Vec::with_capacity(self.levers.len());
        for lever in self.levers {
            steps.set(steps.get() + 1);
            pulled.push(self.group.pull(lever, &people, &mut watch)?);
        }
        Ok((people, pulled))
    }

    fn failed(&self, error: &Error) -> Failure {
        Failure::new(error, self.files.format)
    }
}

/// How fast people are answered.
struct Pace {
    began: Instant,
    total: Option<u64>,
    /// Who is answered for good.
    done: u64,
}

impl Pace {
    /// How far it is, with so many of the block that is being answered.
    fn line(&self, more: f64) -> String {
        let done = self.done as f64 + more;
        let speed = done / self.began.elapsed().as_secs_f64().max(1e-3);
        let count = |count: f64| grouped(&format!("{count:.0}"));
        let of = self.total.filter(|total| *total > 0).map_or_else(String::new, |total| {
            let percent = (100.0 * done / total as f64).floor();
            format!(" of {} ({percent} %)", grouped(&total.to_string()))
        });
        format!("{}{of} people, {} a second", count(done), count(speed))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_line_says_how_many_and_how_fast() {
        let began = Instant::now().checked_sub(Duration::from_secs(10)).unwrap();
        let mut pace = Pace { began, total: Some(40_000), done: 9_000 };
        let line = pace.line(1_000.0);
        assert!(line.starts_with("10,000 of 40,000 (25 %) people, "), "{line}");
        assert!(line.ends_with(" a second"), "{line}");
        pace.total = None;
        assert!(pace.line(0.4).starts_with("9,000 people, "));
    }
}
