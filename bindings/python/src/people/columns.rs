//! Columns from Python's own objects.

use std::sync::Arc;

use arrow::array::{ArrayRef, NullArray, PrimitiveArray};
use arrow::datatypes::{
    ArrowPrimitiveType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use pyo3::buffer::{Element, PyBuffer, PyUntypedBuffer};
use pyo3::prelude::*;
use worthwhile::{Code, Problem};

use super::words::Objects;
use crate::rows::is_native;
use crate::value::raised;

/// Objects that are read between checks for Ctrl-C.
const BETWEEN_LOOKS: usize = 1 << 16;

/// A column of numbers that lie in memory as numbers of this machine.
pub(super) fn numbers(name: &str, column: &Bound<'_, PyAny>) -> PyResult<Option<ArrayRef>> {
    let is_masked = column.hasattr("mask")? && column.hasattr("filled")?;
    let Ok(buffer) = PyUntypedBuffer::get(column) else { return Ok(None) };
    if buffer.dimensions() != 1 {
        let message = format!("a column has one dimension; this one has {}", buffer.dimensions());
        return Err(raised(Problem::new(name, Code::WrongShape, message)));
    }
    if is_masked {
        return Ok(None);
    }
    let py = column.py();
    // A type of numbers is tried after the other: which one it is, only the buffer can say.
    let mut found = of::<Float64Type>(py, column);
    for next in [
        of::<Float32Type>,
        of::<Int64Type>,
        of::<Int32Type>,
        of::<Int16Type>,
        of::<Int8Type>,
        of::<UInt64Type>,
        of::<UInt32Type>,
        of::<UInt16Type>,
        of::<UInt8Type>,
    ] {
        if found.is_some() {
            break;
        }
        found = next(py, column);
    }
    Ok(found)
}

fn of<T: ArrowPrimitiveType<Native: Element>>(
    py: Python<'_>,
    column: &Bound<'_, PyAny>,
) -> Option<ArrayRef> {
    let buffer = PyBuffer::<T::Native>::get(column).ok().filter(is_native)?;
    let numbers = buffer.to_vec(py).ok()?;
    Some(Arc::new(PrimitiveArray::<T>::from_iter_values(numbers)))
}

/// A column of Python objects: numbers, true and false, or words; where they are mixed, words.
pub(super) fn objects(name: &str, column: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let py = column.py();
    let column = match column.hasattr("tolist")? {
        true => &column.call_method0("tolist")?,
        false => column,
    };
    let mut objects = Objects::default();
    for (row, value) in column.try_iter()?.enumerate() {
        if !objects.push(&value?)? {
            let of = column.get_item(row).and_then(|value| value.get_type().name());
            let of = of.map_or_else(|_| "something else".to_owned(), |name| name.to_string());
            let message =
                format!("a column holds numbers, words, or true and false; row {row} has {of}");
            return Err(raised(Problem::new(name, Code::WrongType, message)));
        }
        if (row + 1).is_multiple_of(BETWEEN_LOOKS) {
            py.check_signals()?;
            // Other threads have a turn.
            py.detach(|| ());
        }
    }
    let rows = objects.count();
    Ok(objects.finish().unwrap_or_else(|| Arc::new(NullArray::new(rows))))
}
