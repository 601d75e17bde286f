//! Reading a table from a file or a stream.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use worthwhile::Error;

use super::arrow_file::ArrowFile;
use super::arrow_stream::ArrowStream;
use super::csv_text::CsvText;
use super::format::TableFormat;
use super::json_lines::JsonLines;
use super::parquet_file::ParquetFile;
use super::trouble::{guarded, unreadable, unreadable_with};

/// Enough of a file to see its header.
const BUFFER: usize = 64 * 1024;

/// A table that is read in batches of at most 8,192 rows, so that memory does not grow with it.
///
/// A file that is damaged, or larger in some way than a table may be, is an error: more than 1,000 columns (with
/// those inside of others), a text of more than 64 KiB, a line of more than 1 MiB, a batch of more than 1 GiB, a row
/// group of Parquet of more than 8 GiB, values nested more than 16 levels deep. After an error there are no more batches.
///
/// # Example
/// ```
/// use worthwhile_groups::{TableFormat, TableReader};
/// let text = "id,enjoyment\n007,8\n008,\n";
/// let mut table = TableReader::new(text.as_bytes(), TableFormat::Csv)?;
/// assert_eq!(table.schema().field(1).name(), "enjoyment");
/// let batch = table.next().transpose()?.expect("two rows");
/// assert_eq!((batch.num_rows(), batch.column(1).null_count()), (2, 1));
/// assert!(table.next().is_none());
/// # Ok::<(), worthwhile::Error>(())
/// ```
pub struct TableReader {
    rows: Rows,
    format: TableFormat,
    schema: SchemaRef,
    is_finished: bool,
}

type Bytes = BufReader<Box<dyn Read + Send>>;

enum Rows {
    Parquet(Box<ParquetFile>),
    Csv(Box<CsvText<Bytes>>),
    Arrow(Box<ArrowFile>),
    ArrowStream(Box<ArrowStream<Bytes>>),
    JsonLines(Box<JsonLines<Bytes>>),
}

impl std::fmt::Debug for TableReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TableReader").field("format", &self.format).finish_non_exhaustive()
    }
}

impl TableReader {
    /// Opens a file. What it begins with says which format it is in; if that says nothing, its name does.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) with the code `unreadable_table`, or with that of
    /// the limit that it exceeds.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::TableReader;
    /// let path = std::env::temp_dir().join(format!("worthwhile-{}.csv", std::process::id()));
    /// std::fs::write(&path, "burnout;hours\n0.2;12\n").unwrap();
    /// let table = TableReader::open(&path)?;
    /// assert_eq!(table.map(|batch| batch.map_or(0, |rows| rows.num_rows())).sum::<usize>(), 1);
    /// std::fs::remove_file(&path).unwrap();
    /// let error = TableReader::open(&path).unwrap_err();
    /// assert_eq!(error.problems()[0].code, worthwhile::Code::UnreadableTable);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn open(path: &Path) -> Result<Self, Error> {
        let not_opened = |error| unreadable(format!("the file cannot be opened: {error}"));
        let file = File::open(path).map_err(not_opened)?;
        let metadata = file.metadata().map_err(not_opened)?;
        if metadata.is_dir() {
            return Err(unreadable("the path is that of a folder; expected a file"));
        }
        let said = TableFormat::of_path(path);
        if !metadata.is_file() {
            // A pipe cannot be read twice.
            return Self::of_bytes(Box::new(file), said);
        }
        let mut file = file;
        let mut start = Vec::new();
        let read = (&file).take(16).read_to_end(&mut start);
        read.and_then(|_| file.seek(SeekFrom::Start(0))).map_err(not_opened)?;
        match TableFormat::of_start(&start, said)? {
            TableFormat::Parquet => guarded("Parquet", || {
                let rows = ParquetFile::new(file)?;
                Self::checked(TableFormat::Parquet, rows.schema(), Rows::Parquet(Box::new(rows)))
            }),
            TableFormat::Arrow => guarded("Arrow IPC", || {
                let rows = ArrowFile::new(file)?;
                Self::checked(TableFormat::Arrow, rows.schema(), Rows::Arrow(Box::new(rows)))
            }),
            format => Self::of_format(Box::new(file), format),
        }
    }

    /// Reads from anything that gives bytes, such as standard input. Parquet has to be a file, as it is read
    /// from its end.
    ///
    /// # Errors
    /// As for [`open`](Self::open).
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::{TableFormat, TableReader};
    /// let text = "{\"user\": {\"id\": 7}, \"enjoyment\": 8}\n{\"enjoyment\": \"NA\"}\n";
    /// let table = TableReader::new(text.as_bytes(), TableFormat::JsonLines)?;
    /// assert_eq!(table.flatten().map(|batch| batch.num_rows()).sum::<usize>(), 2);
    /// let error = TableReader::new("PAR1".as_bytes(), TableFormat::Csv).unwrap_err();
    /// assert!(error.problems()[0].message.contains("Parquet"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn new(bytes: impl Read + Send + 'static, format: TableFormat) -> Result<Self, Error> {
        Self::of_bytes(Box::new(bytes), Some(format))
    }

    fn of_bytes(bytes: Box<dyn Read + Send>, said: Option<TableFormat>) -> Result<Self, Error> {
        let mut bytes = BufReader::with_capacity(BUFFER, bytes);
        let start = bytes.fill_buf();
        let start =
            start.map_err(|error| unreadable(format!("the table cannot be read: {error}")))?;
        let format = TableFormat::of_start(start, said)?;
        Self::of_buffer(bytes, format)
    }

    fn of_format(bytes: Box<dyn Read + Send>, format: TableFormat) -> Result<Self, Error> {
        Self::of_buffer(BufReader::with_capacity(BUFFER, bytes), format)
    }

    fn of_buffer(bytes: Bytes, format: TableFormat) -> Result<Self, Error> {
        guarded(format.title(), || {
            let (schema, rows) = match format {
                TableFormat::Csv => {
                    let rows = CsvText::new(bytes)?;
                    (rows.schema(), Rows::Csv(Box::new(rows)))
                }
                TableFormat::Arrow | TableFormat::ArrowStream => {
                    let rows = ArrowStream::new(bytes)?;
                    (rows.schema(), Rows::ArrowStream(Box::new(rows)))
                }
                TableFormat::JsonLines => {
                    let rows = JsonLines::new(bytes)?;
                    (rows.schema(), Rows::JsonLines(Box::new(rows)))
                }
                TableFormat::Parquet => {
                    let message =
                        "Parquet cannot be read from a stream, as it is read from its end";
                    return Err(unreadable_with(message, "save it as a file first"));
                }
            };
            Self::checked(format, schema, rows)
        })
    }

    fn checked(format: TableFormat, schema: SchemaRef, rows: Rows) -> Result<Self, Error> {
        super::check::schema(&schema)?;
        Ok(Self { rows, format, schema, is_finished: false })
    }

    /// The columns of the table.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::{TableFormat, TableReader};
    /// let table = TableReader::new("a,b\n".as_bytes(), TableFormat::Csv)?;
    /// assert_eq!(table.schema().fields().len(), 2);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    /// The format that it is read as.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::{TableFormat, TableReader};
    /// let table = TableReader::new("a,b\n".as_bytes(), TableFormat::Csv)?;
    /// assert_eq!(table.format(), TableFormat::Csv);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn format(&self) -> TableFormat {
        self.format
    }

    /// How many rows it has, where the file says so beforehand.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::{TableFormat, TableReader};
    /// let table = TableReader::new("a,b\n1,2\n".as_bytes(), TableFormat::Csv)?;
    /// assert_eq!(table.rows(), None);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn rows(&self) -> Option<u64> {
        match &self.rows {
            Rows::Parquet(rows) => Some(rows.rows),
            Rows::Csv(_) | Rows::Arrow(_) | Rows::ArrowStream(_) | Rows::JsonLines(_) => None,
        }
    }
}

impl Iterator for TableReader {
    type Item = Result<RecordBatch, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_finished {
            return None;
        }
        let rows = &mut self.rows;
        let next = guarded(self.format.title(), || match rows {
            Rows::Parquet(rows) => rows.next(),
            Rows::Csv(rows) => rows.next(),
            Rows::Arrow(rows) => rows.next(),
            Rows::ArrowStream(rows) => rows.next(),
            Rows::JsonLines(rows) => rows.next(),
        });
        self.is_finished = !matches!(next, Ok(Some(_)));
        next.transpose()
    }
}
