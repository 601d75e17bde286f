//! Refusals as exceptions.

use pyo3::call::PyCallArgs;
use pyo3::prelude::*;
use serde::Deserialize;
use worthwhile::{Error, ErrorKind};

use crate::value::{Json, Tuple, records};

records! {
    /// One finding about a document.
    Problem {
        path: String, code: String, message: String, severity: String,
        help: Option<String> ["Option::is_none"], data: Option<Json> ["Option::is_none"],
    }
}

/// The library's problems as Python's. They cross as the document they make.
pub(crate) fn problems(found: &[worthwhile::Problem]) -> PyResult<Tuple<Problem>> {
    #[derive(Deserialize)]
    struct Document {
        problems: Tuple<Problem>,
    }
    let text = worthwhile::problems_document(found);
    Ok(crate::value::read::<Document>(&text)?.problems)
}

/// The exception for an error of the library.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    match error.kind() {
        ErrorKind::Invalid => refused(py, error.problems().to_vec()),
        _ => exception(py, "WorthwhileError", (error.to_string(),)),
    }
}

/// The exception for a refused document.
pub(crate) fn refused(py: Python<'_>, found: Vec<worthwhile::Problem>) -> PyErr {
    let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
    match problems(&found) {
        Ok(problems) => exception(py, "ValidationError", (lines.join("\n"), problems)),
        Err(error) => error,
    }
}

/// The exceptions are classes of the package, written in Python: they pickle and copy as any other.
fn exception<'py>(py: Python<'py>, name: &str, args: impl PyCallArgs<'py>) -> PyErr {
    let made = py
        .import("worthwhile._errors")
        .and_then(|module| module.getattr(name))
        .and_then(|class| class.call1(args));
    made.map_or_else(|error| error, PyErr::from_value)
}
