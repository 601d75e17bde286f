//! The private module of the Python package: it converts values, calls the library and maps errors.

mod document;
mod people;
mod plan;
mod rows;
mod run;
mod value;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use worthwhile::{Assessment, Call, Comparison, Operation, Problem};
use worthwhile_report::Report;

use crate::document::{Case, Presets, document, options};
use crate::plan::Plan;
use crate::run::run;
use crate::value::{Redacting, parsed, raised, values};

#[pymodule(gil_used = false)]
mod _worthwhile {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::people::{Group, People, answered_by, merged, summary};
    #[pymodule_export]
    use super::plan::Plan;
    #[pymodule_export]
    use super::{
        ask, assess, check, compare, comparison_page, expand, page, presets, report, schema,
    };

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
#[pyo3(
    signature = (case, *, presets = None, redact = false, **how),
    text_signature = "(case, *, presets=None, redact=False, scenarios=None, replicates=None, seed=None, \
                      totals=None, threads=None, levers=None, flips=None)"
)]
fn assess<'py>(
    case: &Bound<'py, PyAny>,
    presets: Option<Vec<Bound<'py, PyAny>>>,
    redact: bool,
    how: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    Plan::new(case, presets, redact)?.assess(case.py(), None, how)
}

/// Puts two cases side by side.
#[pyfunction]
#[pyo3(
    signature = (case, other, *, presets = None, redact = false, **how),
    text_signature = "(case, other, *, presets=None, redact=False, scenarios=None, replicates=None, seed=None, \
                      threads=None)"
)]
fn compare<'py>(
    case: &Bound<'py, PyAny>,
    other: &Bound<'py, PyAny>,
    presets: Option<Vec<Bound<'py, PyAny>>>,
    redact: bool,
    how: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    let _told = Redacting::begin(redact);
    let (py, presets) = (case.py(), Presets::read(presets)?);
    let (case, other) = (document(case)?, document(other)?);
    let options = options(how, Operation::Compare)?;
    let options = options.with_catalogue(presets.options.catalogue().clone());
    let json = run(py, |watch| {
        let call = Call::new(Operation::Compare).case(case).other_case(other);
        call.options(&options).watch(&mut |now| watch(now)).run()
    })?;
    let text = Comparison::read(&json).map_err(raised)?.to_text();
    py.import("worthwhile._values")?.getattr("Comparison")?.call1((json, text))
}

/// Lays a comparison, given as its JSON, out as a page: for `Comparison.to_text`.
#[pyfunction(name = "_comparison_page")]
fn comparison_page(
    comparison: &str,
    names: Option<(String, String)>,
    width: u16,
) -> PyResult<String> {
    let comparison = Comparison::read(comparison).map_err(raised)?;
    let page = comparison.page().width(width);
    Ok(match &names {
        Some((first, second)) => page.names(first, second).to_string(),
        None => page.to_string(),
    })
}

/// Says what there is to ask next, and which case the answers make.
#[pyfunction]
#[pyo3(
    signature = (interview, *, presets = None, redact = false, **how),
    text_signature = "(interview, *, presets=None, redact=False, scenarios=None, replicates=None, seed=None, \
                      threads=None, levers=None)"
)]
fn ask<'py>(
    interview: &Bound<'py, PyAny>,
    presets: Option<Vec<Bound<'py, PyAny>>>,
    redact: bool,
    how: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    let _told = Redacting::begin(redact);
    let py = interview.py();
    let Case { document, presets } = Case::read(interview, presets)?;
    let catalogue = presets.options.catalogue().clone();
    let options = options(how, Operation::Ask)?.with_catalogue(catalogue);
    let text = run(py, |watch| {
        Call::new(Operation::Ask).case(document).options(&options).watch(&mut |at| watch(at)).run()
    })?;
    parsed(py, &text)
}

/// Finds every problem of a case, in document order.
#[pyfunction]
#[pyo3(signature = (case, *, presets = None, redact = false))]
fn check<'py>(
    case: &Bound<'py, PyAny>,
    presets: Option<Vec<Bound<'py, PyAny>>>,
    redact: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let _told = Redacting::begin(redact);
    let (py, case) = (case.py(), Case::read(case, presets)?);
    let mut found = py.detach(|| case.document.check(case.presets.options.catalogue()));
    if redact {
        found = found.iter().map(Problem::redacted).collect();
    }
    values(py, "Problem", &found)
}

/// Writes a case out, with presets and defaults filled in.
#[pyfunction]
#[pyo3(signature = (case, *, presets = None, redact = false))]
fn expand<'py>(
    case: &Bound<'py, PyAny>,
    presets: Option<Vec<Bound<'py, PyAny>>>,
    redact: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let _told = Redacting::begin(redact);
    let (py, case) = (case.py(), Case::read(case, presets)?);
    let (document, options) = (case.document, &case.presets.options);
    let call = || Call::new(Operation::Expand).case(document).options(options);
    parsed(py, &run(py, |_| call().run())?)
}

/// Lists the presets, or shows one whole with the source of each figure.
#[pyfunction]
#[pyo3(signature = (id = None, *, presets = None))]
fn presets<'py>(
    py: Python<'py>,
    id: Option<&str>,
    presets: Option<Vec<Bound<'py, PyAny>>>,
) -> PyResult<Bound<'py, PyAny>> {
    let options = Presets::read(presets)?.options;
    let call = || Call::new(Operation::Presets).options(&options);
    parsed(py, &run(py, |_| id.into_iter().fold(call(), Call::name).run())?)
}

/// Lays an answer, given as its JSON, out as a page: for `Assessment.to_text`.
#[pyfunction(name = "_page")]
fn page(answer: &str, width: u16, all: bool, brief: bool) -> PyResult<String> {
    Ok(read_back(answer)?.page().width(width).all(all).brief(brief).to_string())
}

/// Makes a report of an answer, given as its JSON: for `Assessment.to_html` and its like.
#[pyfunction(name = "_report")]
fn report(answer: &str, form: &str, all: bool) -> PyResult<String> {
    let answer = read_back(answer)?;
    let report = Report::new(&answer).all(all);
    match form {
        "html" => Ok(report.html()),
        "fragment" => Ok(report.fragment()),
        "markdown" => Ok(report.markdown()),
        _ => Err(PyValueError::new_err(format!("there is no report in {form}"))),
    }
}

fn read_back(answer: &str) -> PyResult<Assessment> {
    serde_json::from_str(answer).map_err(|error| PyValueError::new_err(error.to_string()))
}

/// Gives the JSON Schema of a document.
#[pyfunction]
#[pyo3(signature = (name = "case"))]
fn schema<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    parsed(py, &run(py, |_| worthwhile::schema_text(name))?)
}
