//! What all values of the package have in common.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyList, PyMemoryView, PyTuple};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// Declares classes of frozen values: the attributes are the members of a JSON object, which has
/// those in brackets only where that function does not hold. They have `==`, `to_dict` and a short
/// `repr`, pickle and copy. (A macro, since Python methods cannot be generic.)
macro_rules! records {
    ($($(#[$meta:meta])* $name:ident {
        $($(#[$attribute:meta])* $field:ident: $type:ty $([$absent:literal])?),+ $(,)?
    })+) => {$(
        #[pyo3::pyclass(frozen, get_all, eq, module = "worthwhile")]
        #[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        $(#[$meta])*
        pub(crate) struct $name {
            $(
                $(#[$attribute])*
                $(#[serde(default, skip_serializing_if = $absent)])?
                pub(crate) $field: $type
            ),+
        }

        #[pyo3::pymethods]
        impl $name {
            /// Gives the value as plain Python objects.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                crate::value::parsed(py, &crate::value::json(self)?)
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                crate::value::repr(py, stringify!($name), self)
            }

            fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<crate::value::Reduced<'py>> {
                crate::value::reduced(slf.as_any(), crate::value::json(slf.get())?)
            }

            #[classmethod]
            fn _from_json(_: &Bound<'_, pyo3::types::PyType>, text: &str) -> PyResult<Self> {
                crate::value::read(text)
            }
        }
    )+};
}
pub(crate) use records;

/// Any JSON value; a fresh Python object at every look.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Json(pub(crate) Box<RawValue>);

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.0.get() == other.0.get()
    }
}

impl<'py> IntoPyObject<'py> for Json {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        parsed(py, self.0.get())
    }
}

/// A list that Python sees as a tuple.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Tuple<T>(pub(crate) Vec<T>);

impl<T> Tuple<T> {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Tuple<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Tuple<T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyTuple::new(py, self.0)
    }
}

/// What `__reduce__` gives: a function that makes the value again, and its arguments.
pub(crate) type Reduced<'py> = (Bound<'py, PyAny>, (String,));

/// A value that its class makes again from JSON.
pub(crate) fn reduced<'py>(value: &Bound<'py, PyAny>, json: String) -> PyResult<Reduced<'py>> {
    Ok((value.get_type().getattr("_from_json")?, (json,)))
}

/// The class and those attributes that are not values of their own.
pub(crate) fn repr(py: Python<'_>, class: &str, value: &impl Serialize) -> PyResult<String> {
    let mut parts = Vec::new();
    for (name, value) in parsed(py, &json(value)?)?.cast_into::<PyDict>()?.iter() {
        if !value.is_instance_of::<PyDict>() && !value.is_instance_of::<PyList>() {
            parts.push(format!("{name}={}", value.repr()?));
        }
    }
    Ok(format!("{class}({})", parts.join(", ")))
}

/// Numbers as a read-only view of that shape, which NumPy takes as it is. Python owns the memory, so
/// it is copied once, here; nothing less would do without unsafe code.
pub(crate) fn view<'py>(
    py: Python<'py>,
    numbers: &[f64],
    shape: &[usize],
) -> PyResult<Bound<'py, PyAny>> {
    let bytes = PyBytes::new_with(py, size_of_val(numbers), |bytes| {
        let slots = bytes.chunks_exact_mut(size_of::<f64>()).zip(numbers);
        slots.for_each(|(slot, number)| slot.copy_from_slice(&number.to_ne_bytes()));
        Ok(())
    })?;
    PyMemoryView::from(&bytes)?.call_method1("cast", ("d", PyTuple::new(py, shape)?))
}

/// JSON text as Python's own objects.
pub(crate) fn parsed<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (json,))
}

pub(crate) fn json(value: &impl Serialize) -> PyResult<String> {
    serde_json::to_string(value).map_err(unusable)
}

pub(crate) fn raw(value: &impl Serialize) -> PyResult<Json> {
    serde_json::value::to_raw_value(value).map(Json).map_err(unusable)
}

pub(crate) fn read<T: DeserializeOwned>(json: &str) -> PyResult<T> {
    serde_json::from_str(json).map_err(unusable)
}

/// Text that another release wrote, for example in a pickle.
fn unusable(error: serde_json::Error) -> PyErr {
    PyValueError::new_err(format!("not a document of this release: {error}"))
}
