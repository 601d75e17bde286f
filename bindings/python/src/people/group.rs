//! A base case and a map, ready to answer tables of people.

use arrow::array::RecordBatchReader;
use arrow::error::ArrowError;
use pyo3::prelude::*;
use pyo3_arrow::PySchema;
use worthwhile::{Code, Error, Options, Problem};

use super::people::People;
use super::table::reader;
use crate::run::run;
use crate::value::Redacting;

/// People who are answered at a time.
const BLOCK: usize = 8192;

/// A base case and a map, ready to answer tables with the same columns.
#[pyclass(frozen, module = "worthwhile._worthwhile", name = "_Group")]
#[derive(Clone)]
pub(crate) struct Group {
    pub(crate) group: worthwhile_groups::Group,
    pub(crate) options: Options,
    pub(crate) redact: bool,
}

#[pymethods]
impl Group {
    /// The schema of what comes out.
    #[getter]
    fn schema<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PySchema>> {
        Bound::new(py, PySchema::new(self.group.schema()))
    }

    /// Whether a column of the table names people.
    #[getter]
    fn has_id(&self) -> bool {
        self.group.has_id()
    }

    /// Answers the people of a table.
    fn people(&self, table: &Bound<'_, PyAny>) -> PyResult<People> {
        self.answered(table.py(), reader(table)?, None)
    }
}

impl Group {
    /// Answers the people of a table, block by block. After each the number of people so far is told.
    pub(crate) fn answered(
        &self,
        py: Python<'_>,
        mut table: Box<dyn RecordBatchReader + Send>,
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<People> {
        let _told = Redacting::begin(self.redact);
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
                    let people = self.group.answer(&batch.slice(from, rows), count, watch)?;
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
            None => done.map(|()| People::new(self.clone(), blocks)),
        }
    }
}

/// A stream that broke off.
fn unreadable(error: &ArrowError) -> Error {
    Problem::new("", Code::UnreadableTable, format!("the table cannot be read: {error}")).into()
}
