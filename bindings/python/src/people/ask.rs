//! Asking the people of a table, block by block.

use arrow::array::RecordBatchReader;
use arrow::error::ArrowError;
use pyo3::prelude::*;
use worthwhile::{Code, Error, Problem};

use super::found::People;
use super::group::Group;
use super::table::reader;
use crate::run::run;
use crate::value::Redacting;

/// People who are answered at a time.
const BLOCK: usize = 8192;

/// Answers the people of a table: for `worthwhile.spark`.
#[pyfunction(name = "_answered")]
pub(crate) fn answered_by(group: &Bound<'_, Group>, table: &Bound<'_, PyAny>) -> PyResult<People> {
    answered(group.get(), table.py(), reader(table)?, None)
}

/// Answers the people of a table, block by block. After each the number of people so far is told.
pub(crate) fn answered(
    group: &Group,
    py: Python<'_>,
    mut table: Box<dyn RecordBatchReader + Send>,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<People> {
    let _told = Redacting::begin(group.redact);
    let progress = progress.map(|own| own.clone().unbind());
    let (mut failed, mut blocks, mut count) = (None, Vec::new(), 0);
    let done = run(py, |watch| {
        loop {
            // A table may take its time, or have no rows.
            failed = Python::attach(|py| py.check_signals()).err();
            let next = if failed.is_some() { None } else { table.next() };
            let Some(batch) = next else { return Ok(()) };
            let batch = batch.map_err(|error| unreadable(&error))?;
            for from in (0..batch.num_rows()).step_by(BLOCK) {
                let rows = BLOCK.min(batch.num_rows() - from);
                let people = group.group.answer(&batch.slice(from, rows), count, watch)?;
                blocks.push(people.detached());
                count += rows as u64;
                failed = progress
                    .as_ref()
                    .and_then(|own| Python::attach(|py| own.call1(py, (count,)).err()));
                if failed.is_some() {
                    return Ok(());
                }
            }
        }
    });
    match failed {
        Some(error) => Err(error),
        None => done.map(|()| People::new(group.clone(), blocks)),
    }
}

/// A stream that broke off.
fn unreadable(error: &ArrowError) -> Error {
    Problem::new("", Code::UnreadableTable, format!("the table cannot be read: {error}")).into()
}
