//! Columns as a format has them.

use std::io;
use std::sync::Arc;

use arrow::array::{Array, ArrayRef, RecordBatch, StringArray, StructArray, new_null_array};
use arrow::compute::{CastOptions, cast_with_options};
use arrow::csv;
use arrow::datatypes::{
    DECIMAL128_MAX_PRECISION, DECIMAL256_MAX_PRECISION, DataType, Field, FieldRef, Schema,
    SchemaRef, TimeUnit,
};
use arrow::error::ArrowError;
use arrow::json::WriterBuilder;
use arrow::json::writer::LineDelimited;
use parquet::arrow::ArrowWriter;
use worthwhile::reading::shorten;

use super::format::TableFormat;
use crate::utc::in_utc;

/// Whether a format has all of these columns, or others that say the same.
pub(super) fn check(format: TableFormat, schema: &SchemaRef) -> io::Result<()> {
    for field in schema.fields() {
        let no_such_type = || {
            let (name, title) = (shorten(field.name()), format.title());
            let message = format!(
                "the column `{name}` has a type that {title} does not have ({})",
                shorten(&field.data_type().to_string())
            );
            io::Error::new(io::ErrorKind::InvalidInput, message)
        };
        // Arrow has every type.
        let is_arrow = matches!(format, TableFormat::Arrow | TableFormat::ArrowStream);
        if !is_arrow && (has_union(field.data_type()) || !is_written(format, field)) {
            return Err(no_such_type());
        }
    }
    Ok(())
}

fn has_union(of: &DataType) -> bool {
    matches!(of, DataType::Union(..)) || super::check::inside(of).into_iter().any(has_union)
}

/// Whether a row of such a column can be written: libraries look at a type when its first value comes.
fn is_written(format: TableFormat, field: &FieldRef) -> bool {
    let own: Field = field.as_ref().clone().with_nullable(true);
    let column = (Arc::new(own), new_null_array(field.data_type(), 1));
    let told = of_columns([Ok(column)].into_iter()).and_then(|row| stored(format, &row));
    let told = told.and_then(|row| match format {
        TableFormat::Csv => csv::Writer::new(io::sink()).write(&row).map_err(of_arrow),
        TableFormat::Parquet => {
            let writer = ArrowWriter::try_new(io::sink(), row.schema(), None);
            let written = writer.and_then(|mut writer| {
                writer.write(&row)?;
                writer.close()
            });
            written.map(|_| ()).map_err(io::Error::other)
        }
        _ => {
            let schema = row.schema();
            let mut columns = schema.fields().iter().zip(row.columns());
            columns.try_for_each(|(field, array)| json(field, array).map(|_| ()))
        }
    });
    told.is_ok()
}

/// The same rows, with columns as the format has them.
pub(super) fn stored(format: TableFormat, batch: &RecordBatch) -> io::Result<RecordBatch> {
    let schema = batch.schema();
    let columns = schema.fields().iter().zip(batch.columns()).map(|(field, array)| {
        let is_text = matches!(format, TableFormat::Csv | TableFormat::JsonLines);
        let array = if is_text { in_utc(array).map_err(of_arrow)? } else { array.clone() };
        let array = cast(&array, &kind_in(format, array.data_type()))?;
        let field = of_kind(field, array.data_type());
        if format == TableFormat::Csv && !is_flat(array.data_type()) {
            let text = json(&field, &array)?;
            let field = Field::new(field.name(), DataType::Utf8, true);
            return Ok((FieldRef::new(field), Arc::new(text) as ArrayRef));
        }
        Ok((field, array))
    });
    of_columns(columns)
}

/// The same values as another type. What does not fit is an error: it is not left out in silence.
fn cast(array: &ArrayRef, kind: &DataType) -> io::Result<ArrayRef> {
    if array.data_type() == kind {
        return Ok(array.clone());
    }
    let strictly = CastOptions { safe: false, ..CastOptions::default() };
    cast_with_options(array, kind, &strictly).map_err(of_arrow)
}

/// The type in which a format has values of this one.
fn kind_in(format: TableFormat, of: &DataType) -> DataType {
    let inside = |field: &FieldRef| of_kind(field, &kind_in(format, field.data_type()));
    match of {
        // Each batch may bring another dictionary, and a file has one for all of them.
        DataType::Dictionary(_, values) if format == TableFormat::Arrow => kind_in(format, values),
        DataType::Dictionary(keys, values) => {
            let values = match kind_in(format, values) {
                DataType::Utf8View if format == TableFormat::Parquet => DataType::Utf8,
                values => values,
            };
            DataType::Dictionary(keys.clone(), Box::new(values))
        }
        DataType::RunEndEncoded(_, values) => match kind_in(format, values.data_type()) {
            kind if kind == *values.data_type() => of.clone(),
            kind => kind,
        },
        DataType::Struct(members) => DataType::Struct(members.iter().map(inside).collect()),
        DataType::List(item) => DataType::List(inside(item)),
        DataType::LargeList(item) => DataType::LargeList(inside(item)),
        DataType::ListView(item) => DataType::ListView(inside(item)),
        DataType::LargeListView(item) => DataType::LargeListView(inside(item)),
        DataType::FixedSizeList(item, length) => DataType::FixedSizeList(inside(item), *length),
        DataType::Map(entries, is_sorted) => DataType::Map(inside(entries), *is_sorted),
        plain => plain_in(format, plain),
    }
}

fn plain_in(format: TableFormat, of: &DataType) -> DataType {
    match (format, of) {
        (TableFormat::Arrow | TableFormat::ArrowStream, _) => of.clone(),
        (TableFormat::Parquet, DataType::Timestamp(TimeUnit::Second, zone)) => {
            DataType::Timestamp(TimeUnit::Millisecond, zone.clone())
        }
        (TableFormat::Parquet, DataType::Time32(TimeUnit::Second)) => {
            DataType::Time32(TimeUnit::Millisecond)
        }
        (TableFormat::Parquet, DataType::Date64) => DataType::Date32,
        (
            _,
            DataType::Decimal32(digits, scale)
            | DataType::Decimal64(digits, scale)
            | DataType::Decimal128(digits, scale)
            | DataType::Decimal256(digits, scale),
        ) if *scale < 0 => whole(digits.saturating_add(scale.unsigned_abs())),
        _ => of.clone(),
    }
}

/// A whole number of so many digits. What is longer than any number is text.
fn whole(digits: u8) -> DataType {
    if digits <= DECIMAL128_MAX_PRECISION {
        DataType::Decimal128(digits, 0)
    } else if digits <= DECIMAL256_MAX_PRECISION {
        DataType::Decimal256(digits, 0)
    } else {
        DataType::Utf8
    }
}

/// The field with values of another type.
fn of_kind(field: &FieldRef, kind: &DataType) -> FieldRef {
    if field.data_type() == kind {
        return field.clone();
    }
    FieldRef::new(field.as_ref().clone().with_data_type(kind.clone()))
}

/// Whether values of a type fit into a cell.
fn is_flat(of: &DataType) -> bool {
    match of {
        DataType::Dictionary(_, values) => !values.is_nested(),
        DataType::RunEndEncoded(_, values) => !values.data_type().is_nested(),
        other => !other.is_nested(),
    }
}

fn of_columns(
    columns: impl Iterator<Item = io::Result<(FieldRef, ArrayRef)>>,
) -> io::Result<RecordBatch> {
    let (fields, arrays): (Vec<_>, Vec<_>) =
        columns.collect::<io::Result<Vec<_>>>()?.into_iter().unzip();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).map_err(of_arrow)
}

/// Each value as JSON.
fn json(field: &FieldRef, array: &ArrayRef) -> io::Result<StringArray> {
    const BEGINNING: &str = r#"{"v":"#;
    let one: Field = field.as_ref().clone().with_name("v").with_nullable(true);
    let rows =
        StructArray::try_new(vec![one].into(), vec![array.clone()], None).map_err(of_arrow)?;
    let mut text = Vec::new();
    let mut writer =
        WriterBuilder::new().with_explicit_nulls(true).build::<_, LineDelimited>(&mut text);
    writer.write(&RecordBatch::from(rows)).and_then(|()| writer.finish()).map_err(of_arrow)?;
    drop(writer);
    let text = String::from_utf8(text).map_err(io::Error::other)?;
    let value = |line: &str| {
        let inside = line.strip_prefix(BEGINNING).and_then(|rest| rest.strip_suffix('}'));
        inside.filter(|value| *value != "null").map(str::to_owned)
    };
    Ok(text.lines().map(value).collect())
}

pub(super) fn of_arrow(error: ArrowError) -> io::Error {
    match error {
        ArrowError::IoError(_, error) => error,
        ArrowError::NotYetImplemented(_) | ArrowError::InvalidArgumentError(_) => {
            io::Error::new(io::ErrorKind::InvalidInput, error)
        }
        other => io::Error::other(other),
    }
}
