//! Writing a table to a file or a stream.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use arrow::array::RecordBatch;
use arrow::csv;
use arrow::datatypes::SchemaRef;
use arrow::ipc::writer::{FileWriter, StreamWriter};
use arrow::json::WriterBuilder;
use arrow::json::writer::LineDelimited;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;

use super::format::TableFormat;
use super::pending::PendingFile;
use super::stored::{check, of_arrow, stored};

/// Rows that a row group of Parquet has at most: they are kept in memory until it is written.
const GROUP_ROWS: usize = 128 * 1024;

/// A table that is written batch by batch.
///
/// A file is written under another name beside the one that it will have, and gets its name when it is
/// finished. So nobody ever sees a file that is not whole, and an error leaves a former file of that name as it was. A
/// writer that is dropped, such as after Ctrl-C, is finished too: what has been written is a valid file.
///
/// A column that a format does not have is written as the nearest that it has: in CSV and JSON lines times are in
/// UTC, in CSV a list or a struct is JSON, Parquet has whole seconds as milliseconds, and a file of Arrow IPC has the
/// values of a dictionary, since each batch might bring another one. A text is written as it is: one that begins with `=`, `+`, `-` or `@` may be taken for a formula when a spreadsheet opens the file.
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
    /// The file that gets its name.
    pending: Option<PendingFile>,
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
        check(format, schema)?;
        let none = stored(format, &RecordBatch::new_empty(schema.clone()))?;
        let schema = none.schema();
        Ok(match format {
            TableFormat::Parquet => {
                let properties = WriterProperties::builder()
                    .set_compression(Compression::SNAPPY)
                    .set_max_row_group_row_count(Some(GROUP_ROWS))
                    .build();
                let writer = ArrowWriter::try_new(bytes, schema, Some(properties));
                Self::Parquet(Box::new(writer.map_err(of_parquet)?))
            }
            TableFormat::Csv => {
                let mut writer = csv::WriterBuilder::new().with_header(true).build(bytes);
                // The header is there even if no row is.
                writer.write(&none).map_err(of_arrow)?;
                Self::Csv(Box::new(writer))
            }
            TableFormat::Arrow => {
                Self::Arrow(Box::new(FileWriter::try_new(bytes, &schema).map_err(of_arrow)?))
            }
            TableFormat::ArrowStream => Self::ArrowStream(Box::new(
                StreamWriter::try_new(bytes, &schema).map_err(of_arrow)?,
            )),
            TableFormat::JsonLines => Self::JsonLines(Box::new(
                WriterBuilder::new().with_explicit_nulls(true).build(bytes),
            )),
        })
    }

    fn write(&mut self, format: TableFormat, batch: &RecordBatch) -> io::Result<()> {
        let batch = stored(format, batch)?;
        match self {
            Self::Parquet(writer) => writer.write(&batch).map_err(of_parquet),
            Self::Csv(writer) => writer.write(&batch).map_err(of_arrow),
            Self::Arrow(writer) => writer.write(&batch).map_err(of_arrow),
            Self::ArrowStream(writer) => writer.write(&batch).map_err(of_arrow),
            Self::JsonLines(writer) => writer.write(&batch).map_err(of_arrow),
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
        let (file, pending) = PendingFile::create(path)?;
        let mut writer = Self::new(BufWriter::new(file), format, schema)?;
        writer.pending = Some(pending);
        Ok(writer)
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
        Ok(Self { sink: Some(sink), pending: None, format })
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
        let written = guarded(self.format, || sink.write(self.format, batch));
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

    /// The name that its file has until it is finished; nothing where it is no file.
    ///
    /// # Example
    /// ```
    /// use arrow::datatypes::{DataType, Field, Schema};
    /// use worthwhile_groups::TableWriter;
    /// let schema = Schema::new(vec![Field::new("worth", DataType::Float64, true)]);
    /// let path = std::env::temp_dir().join(format!("worthwhile-begun-{}.csv", std::process::id()));
    /// let table = TableWriter::create(&path, &schema.into())?;
    /// assert!(table.partial().is_some_and(|partial| partial.exists()));
    /// table.discard();
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn partial(&self) -> Option<&Path> {
        self.pending.as_ref().map(PendingFile::partial)
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
        let Some(pending) = self.pending.take() else { return ended };
        ended.and_then(|()| pending.keep())
    }

    /// Ends without a file.
    fn give_up(&mut self) {
        self.sink = None;
        self.pending = None;
    }
}

impl<W: Write + Send> Drop for TableWriter<W> {
    fn drop(&mut self) {
        // Nobody is there to hear of an error.
        let _ = self.end();
    }
}

/// A library that knows no way to write a type may panic.
fn guarded<T>(format: TableFormat, write: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    catch_unwind(AssertUnwindSafe(write)).unwrap_or_else(|_| {
        let message = format!("a column has a type that {} does not have", format.title());
        Err(io::Error::new(io::ErrorKind::InvalidInput, message))
    })
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
