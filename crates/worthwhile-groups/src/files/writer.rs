//! Writing a table to a file or a stream.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow::array::{Array, ArrayRef, RecordBatch, StringArray, StructArray};
use arrow::compute::cast;
use arrow::csv;
use arrow::datatypes::{DataType, Field, FieldRef, Schema, SchemaRef};
use arrow::error::ArrowError;
use arrow::ipc::writer::{FileWriter, StreamWriter};
use arrow::json::WriterBuilder;
use arrow::json::writer::LineDelimited;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;

use super::format::TableFormat;
use crate::utc::in_utc;

/// Rows that a row group of Parquet has at most: they are kept in memory until it is written.
const GROUP_ROWS: usize = 128 * 1024;

/// A table that is written batch by batch.
///
/// A file is written under another name beside the one that it will have, and gets its name when it is
/// finished. So nobody ever sees a file that is not whole, and an error leaves a former file of that name as it was. A
/// writer that is dropped, such as after Ctrl-C, is finished too: what has been written is a valid file.
///
/// In CSV and JSON lines times are in UTC, and in CSV a list or a struct is JSON. A text is written as it is:
/// one that begins with `=`, `+`, `-` or `@` may be taken for a formula when a spreadsheet opens the file.
///
/// # Example
/// ```
/// use std::sync::Arc;
/// use arrow::array::{ArrayRef, Float64Array, RecordBatch};
/// use worthwhile_groups::{TableFormat, TableWriter};
/// let worth: ArrayRef = Arc::new(Float64Array::from(vec![Some(3.5), None]));
/// let batch = RecordBatch::try_from_iter([("worth", worth)]).unwrap();
/// let mut text = Vec::new();
/// let mut table = TableWriter::new(&mut text, TableFormat::Csv, &batch.schema())?;
/// table.write(&batch)?;
/// table.finish()?;
/// assert_eq!(text, b"worth\n3.5\n\"\"\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct TableWriter<W: Write + Send = BufWriter<File>> {
    /// Nothing once it is finished, or after an error.
    sink: Option<Sink<W>>,
    /// The name that the file has, and the one that it gets.
    names: Option<(PathBuf, PathBuf)>,
    format: TableFormat,
}

enum Sink<W: Write + Send> {
    Parquet(Box<ArrowWriter<W>>),
    Csv(Box<csv::Writer<W>>),
    Arrow(Box<FileWriter<W>>),
    ArrowStream(Box<StreamWriter<W>>),
    JsonLines(Box<arrow::json::Writer<W, LineDelimited>>),
}

impl<W: Write + Send> Sink<W> {
    fn new(bytes: W, format: TableFormat, schema: &SchemaRef) -> io::Result<Self> {
        Ok(match format {
            TableFormat::Parquet => {
                let properties = WriterProperties::builder()
                    .set_compression(Compression::SNAPPY)
                    .set_max_row_group_row_count(Some(GROUP_ROWS))
                    .build();
                let schema = stored(&RecordBatch::new_empty(schema.clone()))?.schema();
                let writer = ArrowWriter::try_new(bytes, schema, Some(properties));
                Self::Parquet(Box::new(writer.map_err(of_parquet)?))
            }
            TableFormat::Csv => {
                let mut writer = csv::WriterBuilder::new().with_header(true).build(bytes);
                // The header is there even if no row is.
                writer.write(&flat(&RecordBatch::new_empty(schema.clone()))?).map_err(of_arrow)?;
                Self::Csv(Box::new(writer))
            }
            TableFormat::Arrow => {
                Self::Arrow(Box::new(FileWriter::try_new(bytes, schema).map_err(of_arrow)?))
            }
            TableFormat::ArrowStream => {
                Self::ArrowStream(Box::new(StreamWriter::try_new(bytes, schema).map_err(of_arrow)?))
            }
            TableFormat::JsonLines => Self::JsonLines(Box::new(
                WriterBuilder::new().with_explicit_nulls(true).build(bytes),
            )),
        })
    }

    fn write(&mut self, batch: &RecordBatch) -> io::Result<()> {
        match self {
            Self::Parquet(writer) => {
                stored(batch).and_then(|batch| writer.write(&batch).map_err(of_parquet))
            }
            Self::Csv(writer) => {
                flat(batch).and_then(|batch| writer.write(&batch).map_err(of_arrow))
            }
            Self::Arrow(writer) => writer.write(batch).map_err(of_arrow),
            Self::ArrowStream(writer) => writer.write(batch).map_err(of_arrow),
            Self::JsonLines(writer) => {
                timed(batch).and_then(|batch| writer.write(&batch).map_err(of_arrow))
            }
        }
    }

    fn end(self) -> io::Result<()> {
        match self {
            Self::Parquet(mut writer) => {
                writer.finish().map_err(of_parquet).and_then(|_| writer.sync())
            }
            Self::Csv(writer) => writer.into_inner().flush(),
            Self::Arrow(writer) => {
                writer.into_inner().map_err(of_arrow).and_then(|mut bytes| bytes.flush())
            }
            Self::ArrowStream(writer) => {
                writer.into_inner().map_err(of_arrow).and_then(|mut bytes| bytes.flush())
            }
            Self::JsonLines(mut writer) => {
                writer.finish().map_err(of_arrow).and_then(|()| writer.into_inner().flush())
            }
        }
    }
}

impl<W: Write + Send> std::fmt::Debug for TableWriter<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TableWriter").field("format", &self.format).finish_non_exhaustive()
    }
}

impl TableWriter {
    /// Begins a file, in the format that its name says.
    ///
    /// # Errors
    /// Those of the file system, and [`InvalidInput`](io::ErrorKind::InvalidInput) where the name says no
    /// format or the format has no such type of column.
    ///
    /// # Example
    /// ```
    /// use std::sync::Arc;
    /// use arrow::array::{ArrayRef, Float64Array, RecordBatch};
    /// use worthwhile_groups::{TableReader, TableWriter};
    /// let worth: ArrayRef = Arc::new(Float64Array::from(vec![3.5]));
    /// let batch = RecordBatch::try_from_iter([("worth", worth)]).unwrap();
    /// let path = std::env::temp_dir().join(format!("worthwhile-{}.parquet", std::process::id()));
    /// let mut table = TableWriter::create(&path, &batch.schema())?;
    /// table.write(&batch)?;
    /// assert!(!path.exists());
    /// table.finish()?;
    /// let read = TableReader::open(&path).unwrap().next().unwrap().unwrap();
    /// assert_eq!(read, batch);
    /// std::fs::remove_file(&path)?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn create(path: &Path, schema: &SchemaRef) -> io::Result<Self> {
        let Some(format) = TableFormat::of_path(path) else {
            let names: Vec<&str> = TableFormat::ALL.iter().map(|format| format.as_str()).collect();
            let message = format!("the name does not end in {}", names.join(", "));
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        };
        let partial = partial(path)?;
        let file = OpenOptions::new().write(true).create_new(true).open(&partial)?;
        match Self::new(BufWriter::new(file), format, schema) {
            Ok(mut writer) => {
                writer.names = Some((partial, path.to_owned()));
                Ok(writer)
            }
            Err(error) => {
                let _ = fs::remove_file(&partial);
                Err(error)
            }
        }
    }
}

impl<W: Write + Send> TableWriter<W> {
    /// Begins a table in anything that takes bytes, such as standard output.
    ///
    /// # Errors
    /// Those of what takes the bytes, and [`InvalidInput`](io::ErrorKind::InvalidInput) where the format has no
    /// such type of column.
    ///
    /// # Example
    /// ```
    /// use arrow::datatypes::{DataType, Field, Schema};
    /// use worthwhile_groups::{TableFormat, TableWriter};
    /// let schema = Schema::new(vec![Field::new("worth", DataType::Float64, true)]);
    /// let mut bytes = Vec::new();
    /// TableWriter::new(&mut bytes, TableFormat::Arrow, &schema.into())?.finish()?;
    /// assert!(bytes.starts_with(b"ARROW1"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn new(bytes: W, format: TableFormat, schema: &SchemaRef) -> io::Result<Self> {
        let sink = guarded(format, || Sink::new(bytes, format, schema))?;
        Ok(Self { sink: Some(sink), names: None, format })
    }

    /// Writes a batch of rows.
    ///
    /// # Errors
    /// As for [`new`](Self::new). After an error the table cannot be finished, and no file gets its name.
    ///
    /// # Example
    /// ```
    /// use std::sync::Arc;
    /// use arrow::array::{ArrayRef, Float64Array, RecordBatch};
    /// use worthwhile_groups::{TableFormat, TableWriter};
    /// let worth: ArrayRef = Arc::new(Float64Array::from(vec![Some(3.5), None]));
    /// let batch = RecordBatch::try_from_iter([("worth", worth)]).unwrap();
    /// let mut text = Vec::new();
    /// let mut table = TableWriter::new(&mut text, TableFormat::JsonLines, &batch.schema())?;
    /// table.write(&batch)?;
    /// table.finish()?;
    /// assert_eq!(text, b"{\"worth\":3.5}\n{\"worth\":null}\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn write(&mut self, batch: &RecordBatch) -> io::Result<()> {
        let Some(sink) = &mut self.sink else {
            return Err(io::Error::other("the table has been ended by an error"));
        };
        let written = guarded(self.format, || sink.write(batch));
        if written.is_err() {
            self.give_up();
        }
        written
    }

    /// Ends the table. A file gets its name.
    ///
    /// # Errors
    /// As for [`write`](Self::write).
    ///
    /// # Example
    /// ```
    /// use arrow::datatypes::{DataType, Field, Schema};
    /// use worthwhile_groups::{TableFormat, TableWriter};
    /// let schema = Schema::new(vec![Field::new("worth", DataType::Float64, true)]);
    /// let mut bytes = Vec::new();
    /// TableWriter::new(&mut bytes, TableFormat::Csv, &schema.into())?.finish()?;
    /// assert_eq!(bytes, b"worth\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn finish(mut self) -> io::Result<()> {
        if self.sink.is_none() {
            return Err(io::Error::other("the table has been ended by an error"));
        }
        self.end()
    }

    /// Ends without a file: what has been written is gone, and a former file of that name stays as it was.
    ///
    /// # Example
    /// ```
    /// use arrow::datatypes::{DataType, Field, Schema};
    /// use worthwhile_groups::TableWriter;
    /// let schema = Schema::new(vec![Field::new("worth", DataType::Float64, true)]);
    /// let path = std::env::temp_dir().join(format!("worthwhile-gone-{}.csv", std::process::id()));
    /// TableWriter::create(&path, &schema.into())?.discard();
    /// assert!(!path.exists());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn discard(mut self) {
        self.give_up();
    }

    fn end(&mut self) -> io::Result<()> {
        let Some(sink) = self.sink.take() else { return Ok(()) };
        let ended = guarded(self.format, || sink.end());
        let Some((partial, path)) = self.names.take() else { return ended };
        let named = ended.and_then(|()| fs::rename(&partial, path));
        if named.is_err() {
            let _ = fs::remove_file(partial);
        }
        named
    }

    /// Ends without a file.
    fn give_up(&mut self) {
        self.sink = None;
        if let Some((partial, _)) = self.names.take() {
            let _ = fs::remove_file(partial);
        }
    }
}

impl<W: Write + Send> Drop for TableWriter<W> {
    fn drop(&mut self) {
        // Nobody is there to hear of an error.
        let _ = self.end();
    }
}

/// A name beside that of the file, so that it can be renamed.
fn partial(path: &Path) -> io::Result<PathBuf> {
    let Some(name) = path.file_name() else {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "the path names no file"));
    };
    let mut partial = OsString::from(".");
    partial.push(name);
    partial.push(format!(".{}.partial", std::process::id()));
    Ok(path.with_file_name(partial))
}

/// The same columns, with the shared texts of dictionaries in the form that Parquet has.
fn stored(batch: &RecordBatch) -> io::Result<RecordBatch> {
    let schema = batch.schema();
    let columns = schema.fields().iter().zip(batch.columns()).map(|(field, array)| {
        let kind = match array.data_type() {
            DataType::Dictionary(keys, values) if **values == DataType::Utf8View => {
                DataType::Dictionary(keys.clone(), Box::new(DataType::Utf8))
            }
            _ => return Ok((field.clone(), array.clone())),
        };
        let array = cast(array, &kind).map_err(of_arrow)?;
        Ok((FieldRef::new(field.as_ref().clone().with_data_type(kind)), array))
    });
    of_columns(columns)
}

/// The same columns, with times in UTC.
fn timed(batch: &RecordBatch) -> io::Result<RecordBatch> {
    let schema = batch.schema();
    let columns = schema.fields().iter().zip(batch.columns()).map(|(field, array)| {
        let array = in_utc(array).map_err(of_arrow)?;
        let field = field.as_ref().clone().with_data_type(array.data_type().clone());
        Ok((FieldRef::new(field), array))
    });
    of_columns(columns)
}

fn of_columns(
    columns: impl Iterator<Item = io::Result<(FieldRef, ArrayRef)>>,
) -> io::Result<RecordBatch> {
    let (fields, arrays): (Vec<_>, Vec<_>) =
        columns.collect::<io::Result<Vec<_>>>()?.into_iter().unzip();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).map_err(of_arrow)
}

/// The same columns, those that are nested as JSON text.
fn flat(batch: &RecordBatch) -> io::Result<RecordBatch> {
    let batch = timed(batch)?;
    let schema = batch.schema();
    let columns = schema.fields().iter().zip(batch.columns()).map(|(field, array)| {
        let is_flat = match array.data_type() {
            DataType::Dictionary(_, values) => !values.is_nested(),
            DataType::RunEndEncoded(_, values) => !values.data_type().is_nested(),
            other => !other.is_nested(),
        };
        if is_flat {
            return Ok((field.clone(), array.clone()));
        }
        let text = json(field, array)?;
        let field = field.as_ref().clone().with_data_type(DataType::Utf8).with_nullable(true);
        Ok((FieldRef::new(field), Arc::new(text) as ArrayRef))
    });
    of_columns(columns)
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

/// A library that knows no way to write a type may panic.
fn guarded<T>(format: TableFormat, write: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    catch_unwind(AssertUnwindSafe(write)).unwrap_or_else(|_| {
        let message = format!("a column has a type that {} does not have", format.title());
        Err(io::Error::new(io::ErrorKind::InvalidInput, message))
    })
}

fn of_arrow(error: ArrowError) -> io::Error {
    match error {
        ArrowError::IoError(_, error) => error,
        ArrowError::NotYetImplemented(_) | ArrowError::InvalidArgumentError(_) => {
            io::Error::new(io::ErrorKind::InvalidInput, error)
        }
        other => io::Error::other(other),
    }
}

fn of_parquet(error: ParquetError) -> io::Error {
    match error {
        ParquetError::NYI(_) => io::Error::new(io::ErrorKind::InvalidInput, error),
        ParquetError::External(source) => match source.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}
