//! Tables from Python: streams of record batches, and dicts of columns.

use std::sync::Arc;

use arrow::array::{
    Array, ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchOptions, RecordBatchReader,
};
use arrow::compute::concat;
use arrow::datatypes::{Field, Schema};
use arrow::error::ArrowError;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyFrozenSet, PyMapping, PySet, PyString};
use pyo3_arrow::input::{AnyArray, AnyRecordBatch};
use worthwhile::{Code, Problem, Problems};

use super::columns::{numbers, objects};
use crate::value::raised;

const STREAM: &str = "__arrow_c_stream__";
const ARRAY: &str = "__arrow_c_array__";

/// The rows of a table.
pub(crate) fn reader(table: &Bound<'_, PyAny>) -> PyResult<Box<dyn RecordBatchReader + Send>> {
    if table.hasattr(STREAM)? || table.hasattr(ARRAY)? {
        let rows = table.extract::<AnyRecordBatch>();
        return rows.map_err(|error| of_one_column(table, error))?.into_reader();
    }
    if !table.hasattr("items")? {
        let name = table.get_type().name()?;
        let message = format!(
            "a table has `{STREAM}`, as those of pandas, polars, pyarrow and DuckDB have, or is a dict of \
             columns; not {name}"
        );
        return Err(PyTypeError::new_err(message));
    }
    let batch = dict(table)?;
    let schema = batch.schema();
    Ok(Box::new(RecordBatchIterator::new([Ok(batch)], schema)))
}

/// A series is no table, though it has what tables have.
fn of_one_column(table: &Bound<'_, PyAny>, error: PyErr) -> PyErr {
    // What the object itself raises is of a class of its own.
    match error.get_type(table.py()).is(table.py().get_type::<PyValueError>()) {
        true => PyTypeError::new_err(format!(
            "a table has columns; this may be one of them, as in {{\"name\": column}} ({error})"
        )),
        false => error,
    }
}

/// A dict of columns, taken whole: its types are known when all of it has been seen.
fn dict(table: &Bound<'_, PyAny>) -> PyResult<RecordBatch> {
    let (mut fields, mut columns, mut rows) = (Vec::new(), Vec::<ArrayRef>::new(), None);
    let problems = Problems::default();
    for item in table.call_method0("items")?.try_iter()? {
        let (name, column): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item?.extract()?;
        let Ok(name) = name.extract::<String>() else {
            let of = name.get_type().name()?;
            return Err(PyTypeError::new_err(format!("the name of a column is a str, not {of}")));
        };
        let column = self::column(&name, &column)?;
        let (length, count) = (column.len(), *rows.get_or_insert(column.len()));
        if length != count {
            let message = format!("the column has {length} values for {count} rows");
            problems.push(Problem::new(&name, Code::WrongShape, message));
        }
        fields.push(Field::new(name, column.data_type().clone(), true));
        columns.push(column);
    }
    problems.finish().map_err(raised)?;
    let options = RecordBatchOptions::new().with_row_count(Some(rows.unwrap_or_default()));
    let batch = RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), columns, &options);
    batch.map_err(|error| misfit("", &error))
}

fn column(name: &str, column: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    if column.hasattr(STREAM)? || column.hasattr(ARRAY)? {
        let (chunks, field) = column.extract::<AnyArray>()?.into_chunked_array()?.into_inner();
        let chunks: Vec<&dyn Array> = chunks.iter().map(AsRef::as_ref).collect();
        return match chunks.is_empty() {
            true => Ok(arrow::array::new_empty_array(field.data_type())),
            false => concat(&chunks).map_err(|error| misfit(name, &error)),
        };
    }
    let is_text = column.is_instance_of::<PyString>()
        || column.is_instance_of::<PyBytes>()
        || column.is_instance_of::<PyByteArray>();
    // A dict would give its keys, and a set any order.
    let has_no_order = column.is_instance_of::<PyMapping>()
        || column.is_instance_of::<PySet>()
        || column.is_instance_of::<PyFrozenSet>();
    if is_text || has_no_order || column.try_iter().is_err() {
        let of = column.get_type().name()?;
        return Err(PyTypeError::new_err(format!(
            "a column is a list or an array, not {of}: `{name}`"
        )));
    }
    match numbers(name, column)? {
        Some(numbers) => Ok(numbers),
        None => objects(name, column),
    }
}

fn misfit(name: &str, error: &ArrowError) -> PyErr {
    raised(Problem::new(name, Code::WrongShape, error.to_string()))
}
