//! What calls return: values of the package's classes, tables of numbers, and exceptions.

use std::cell::Cell;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyMemoryView, PyTuple};
use serde::Serialize;
use worthwhile::Error;

/// Documents of the library as values of a class that is written in Python.
pub(crate) fn values<'py>(
    py: Python<'py>,
    class: &str,
    found: &(impl Serialize + ?Sized),
) -> PyResult<Bound<'py, PyAny>> {
    let json = serde_json::to_string(found);
    let json = json.map_err(|error| PyValueError::new_err(error.to_string()))?;
    py.import("worthwhile._values")?.call_method1("read", (class, json))
}

/// JSON as plain Python objects.
pub(crate) fn parsed<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (json,))
}

/// Numbers as a read-only view of that shape, which NumPy uses without a copy. Python owns the memory, so
/// the numbers are copied once, here. Avoiding that would take unsafe code.
pub(crate) fn view<'py>(
    py: Python<'py>,
    numbers: &[f64],
    shape: &[usize],
) -> PyResult<Bound<'py, PyAny>> {
    if numbers.is_empty() {
        // Python casts no view that is empty.
        let none = py.import("array")?.call_method1("array", ("d",))?;
        return PyMemoryView::from(&none)?.call_method0("toreadonly");
    }
    let bytes = PyBytes::new_with(py, size_of_val(numbers), |bytes| {
        let slots = bytes.chunks_exact_mut(size_of::<f64>()).zip(numbers);
        slots.for_each(|(slot, number)| slot.copy_from_slice(&number.to_ne_bytes()));
        Ok(())
    })?;
    PyMemoryView::from(&bytes)?.call_method1("cast", ("d", PyTuple::new(py, shape)?))
}

thread_local! {
    /// Whether what is raised on this thread leaves out what the document says.
    static REDACTS: Cell<bool> = const { Cell::new(false) };
}

/// As long as it lives, what is raised on this thread is told with or without what the document says.
pub(crate) struct Redacting(bool);

impl Redacting {
    pub(crate) fn begin(redact: bool) -> Self {
        Self(REDACTS.replace(redact))
    }
}

impl Drop for Redacting {
    fn drop(&mut self) {
        REDACTS.set(self.0);
    }
}

/// The exception for an error of the library. Exceptions are classes written in Python, so they pickle
/// and copy like any others.
pub(crate) fn raised(error: impl Into<Error>) -> PyErr {
    let error = error.into();
    let error = if REDACTS.get() { error.redacted() } else { error };
    Python::attach(|py| {
        let exception = || {
            let (errors, text) = (py.import("worthwhile._errors")?, error.to_string());
            if !error.is_invalid() {
                return errors.call_method1("WorthwhileError", (text,));
            }
            errors.call_method1("ValidationError", (text, values(py, "Problem", error.problems())?))
        };
        exception().map_or_else(|error| error, PyErr::from_value)
    })
}
