//! A base case and a map, ready to answer tables of people.

use pyo3::prelude::*;
use pyo3_arrow::PySchema;
use worthwhile::Options;

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
}
