//! The Python package's private module: it converts, calls the library and maps errors.

mod answer;
mod document;
mod error;
mod plan;
mod value;

use pyo3::prelude::*;

use crate::answer::Assessment;
use crate::error::Problem;

#[pymodule(gil_used = false)]
mod _worthwhile {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::answer::{
        Assessment, Assumption, AwardSummary, Basis, Contribution, Engine, LedgerSummary,
        MixSummary, Provenance, PursuitAssessment, Question, Remark, Summary,
    };
    #[pymodule_export]
    use super::error::Problem;
    #[pymodule_export]
    use super::plan::{Input, Plan};
    #[pymodule_export]
    use super::{assess, check, expand, presets, schema};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        let build = if cfg!(debug_assertions) { "debug" } else { "release" };
        let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        module.add("__build__", format!("{build} {os} {arch}"))
    }
}

/// Computes the answer to a case.
#[pyfunction]
fn assess(case: &Bound<'_, PyAny>) -> PyResult<Assessment> {
    let text = document::text(case)?;
    plan::answer(case.py(), || worthwhile::Plan::read(&text))
}

/// Finds every problem of a case, in document order.
#[pyfunction]
fn check(case: &Bound<'_, PyAny>) -> PyResult<value::Tuple<Problem>> {
    let text = document::text(case)?;
    let problems = case.py().detach(|| worthwhile::check(&text));
    error::problems(&problems)
}

/// Writes a case out, with presets and defaults in it.
#[pyfunction]
fn expand<'py>(case: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let py = case.py();
    let text = document::text(case)?;
    let expanded = py.detach(|| worthwhile::expand(&text));
    value::parsed(py, &expanded.map_err(|error| error::raised(py, &error))?)
}

/// Lists the presets, or shows one whole with the source of each figure.
#[pyfunction]
#[pyo3(signature = (id = None))]
fn presets<'py>(py: Python<'py>, id: Option<&str>) -> PyResult<Bound<'py, PyAny>> {
    let text = worthwhile::presets(id).map_err(|error| error::raised(py, &error))?;
    value::parsed(py, &text)
}

/// Gives the JSON Schema of a document.
#[pyfunction]
#[pyo3(signature = (name = "case"))]
fn schema<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    let text = worthwhile::schema_text(name).map_err(|error| error::raised(py, &error))?;
    value::parsed(py, &text)
}
