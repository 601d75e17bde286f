//! People who have been answered, and what can be asked of them.

use arrow::array::{RecordBatch, RecordBatchIterator};
use arrow::json::WriterBuilder;
use arrow::json::writer::JsonArray;
use pyo3::exceptions::{PyKeyError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatchReader;
use worthwhile::Error;
use worthwhile_groups::{Lever, Tally};

use super::group::Group;
use crate::document::document;
use crate::run::run;
use crate::value::{Redacting, parsed, raised};

/// People who have been answered.
#[pyclass(frozen, module = "worthwhile._worthwhile", name = "_People")]
pub(crate) struct People {
    group: Group,
    blocks: Vec<worthwhile_groups::People>,
}

impl People {
    pub(super) fn new(group: Group, blocks: Vec<worthwhile_groups::People>) -> Self {
        Self { group, blocks }
    }
}

#[pymethods]
impl People {
    fn __len__(&self) -> usize {
        self.blocks.iter().map(worthwhile_groups::People::count).sum()
    }

    /// The table as a stream of Arrow.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let batches: Vec<RecordBatch> = self.blocks.iter().map(|own| own.batch().clone()).collect();
        let batches =
            RecordBatchIterator::new(batches.into_iter().map(Ok), self.group.group.schema());
        let reader = Bound::new(py, PyRecordBatchReader::new(Box::new(batches)))?;
        reader.call_method1("__arrow_c_stream__", (requested_schema,))
    }

    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.group.group.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    /// Some columns of the first people, as a list of dicts; of all people where there is no number.
    #[pyo3(signature = (columns, most = None))]
    fn rows<'py>(
        &self,
        py: Python<'py>,
        columns: Vec<String>,
        most: Option<usize>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let schema = self.group.group.schema();
        let places = columns
            .iter()
            .map(|name| schema.index_of(name).map_err(|_| PyKeyError::new_err(name.clone())));
        let places = places.collect::<PyResult<Vec<usize>>>()?;
        let mut left = most.unwrap_or(usize::MAX);
        let mut batches = Vec::new();
        for own in &self.blocks {
            let rows = own.count().min(left);
            left -= rows;
            let batch = own.batch().slice(0, rows).project(&places);
            batches.push(batch.map_err(|error| PyValueError::new_err(error.to_string()))?);
        }
        let written = py.detach(|| {
            let builder = WriterBuilder::new().with_explicit_nulls(true);
            let mut writer = builder.build::<_, JsonArray>(Vec::new());
            writer.write_batches(&batches.iter().collect::<Vec<_>>())?;
            writer.finish()?;
            Ok(String::from_utf8(writer.into_inner()).unwrap_or_default())
        });
        let written = written.map_err(|error: arrow::error::ArrowError| {
            PyTypeError::new_err(format!("Python's own objects cannot hold a column: {error}"))
        })?;
        parsed(py, if written.is_empty() { "[]" } else { &written })
    }

    /// Sums of segments and of what levers do, as text.
    fn tally(
        &self,
        py: Python<'_>,
        by: Vec<Vec<String>>,
        levers: Option<&Bound<'_, PyAny>>,
        all_levers: bool,
    ) -> PyResult<String> {
        let _told = Redacting::begin(self.group.redact);
        let levers = match levers {
            Some(levers) => document(levers)?.text().and_then(Lever::read).map_err(raised)?,
            None if all_levers => Lever::all_of(self.group.group.plan()),
            None => Vec::new(),
        };
        let group = &self.group.group;
        run(py, |watch| {
            let mut tally = Tally::new(group, &by, &levers)?;
            group.check(&levers)?;
            for people in &self.blocks {
                let pull = |lever| group.pull(lever, people, &mut *watch);
                let pulled = levers.iter().map(pull).collect::<Result<Vec<_>, Error>>()?;
                tally.add(people, &pulled)?;
            }
            Ok(serde_json::to_string(&tally).unwrap_or_default())
        })
    }

    /// The whole answer of one person, as JSON and as text.
    fn answer(&self, py: Python<'_>, id: &str) -> PyResult<(String, String)> {
        let _told = Redacting::begin(self.group.redact);
        for people in &self.blocks {
            let Some(row) = people.row_of(id).map_err(raised)? else { continue };
            let plan = self.group.group.person(people, row).map_err(raised)?;
            return run(py, |watch| {
                let answer = plan.run().options(&self.group.options).watch(watch).assess()?;
                Ok((answer.to_json(), answer.to_text()))
            });
        }
        Err(PyKeyError::new_err(id.to_owned()))
    }
}

fn read(text: &str) -> PyResult<Tally> {
    let tally = serde_json::from_str(text);
    tally.map_err(|error| PyValueError::new_err(format!("not sums of people: {error}")))
}

/// Adds up sums of the parts of a table.
#[pyfunction(name = "_merged")]
pub(crate) fn merged(py: Python<'_>, tallies: Vec<String>) -> PyResult<String> {
    let mut all: Option<Tally> = None;
    for text in tallies {
        py.check_signals()?;
        let own = read(&text)?;
        match &mut all {
            Some(all) => all.merge(&own).map_err(raised)?,
            None => all = Some(own),
        }
    }
    Ok(all.map(|all| serde_json::to_string(&all).unwrap_or_default()).unwrap_or_default())
}

/// What sums say: as JSON, or as a page of text or HTML.
#[pyfunction(name = "_summary")]
pub(crate) fn summary(
    tally: &str,
    smallest_segment: Option<u64>,
    form: &str,
    width: u16,
) -> PyResult<String> {
    let summary = read(tally)?.summary(smallest_segment);
    match form {
        "json" => Ok(serde_json::to_string(&summary).unwrap_or_default()),
        "text" => Ok(summary.page().width(width).to_string()),
        "html" => Ok(summary.to_html()),
        _ => Err(PyValueError::new_err(format!("there is no summary in {form}"))),
    }
}
