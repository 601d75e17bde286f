//! Comma-separated values. Every cell is text: what it means is said by the map, and nothing is lost of an id
//! such as `007`.

use std::io::{self, BufRead};
use std::sync::Arc;

use arrow::array::{ArrayRef, RecordBatch, StringBuilder};
use arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use csv::{ByteRecord, ErrorKind, Reader, ReaderBuilder};
use worthwhile::Error;
use worthwhile::reading::shorten;

use super::check::too_many_columns;
use super::csv_bytes::{AHEAD, Metered, Shared};
use super::limits::{BATCH_ROWS, BATCH_TEXT, MAX_CELL, MAX_COLUMNS, MAX_LINE};
use super::trouble::{too_long, unreadable, unreadable_with};

/// Rows of a file of comma-separated values.
pub(super) struct CsvText<R> {
    reader: Reader<Metered<R>>,
    shared: Shared,
    schema: SchemaRef,
    record: ByteRecord,
}

impl<R: BufRead> CsvText<R> {
    pub(super) fn new(mut bytes: R) -> Result<Self, Error> {
        if bytes.fill_buf().map_err(not_read)?.starts_with(b"\xef\xbb\xbf") {
            bytes.consume(3);
        }
        let delimiter = delimiter(bytes.fill_buf().map_err(not_read)?);
        let shared = Shared::default();
        shared.renew();
        let metered = Metered::new(bytes, delimiter, shared.clone());
        let mut builder = ReaderBuilder::new();
        let builder = builder.delimiter(delimiter).buffer_capacity(AHEAD).has_headers(false);
        let mut reader = builder.from_reader(metered);
        let mut record = ByteRecord::new();
        let is_there =
            reader.read_byte_record(&mut record).map_err(|error| refused(&error, &shared, 1))?;
        if !is_there {
            return Err(unreadable(
                "the file is empty; expected a line with the names of the columns",
            ));
        }
        if record.len() > MAX_COLUMNS {
            return Err(too_many_columns(record.len(), false));
        }
        if record.len() == 1 {
            shared.have_one_column();
        }
        let name = |(at, name): (usize, &[u8])| match str::from_utf8(name) {
            Ok(name) => Ok(Field::new(name.trim(), DataType::Utf8, true)),
            Err(_) => Err(not_utf8(1, at)),
        };
        let names = record.iter().enumerate().map(name).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { reader, shared, schema: SchemaRef::new(Schema::new(names)), record })
    }

    pub(super) fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    /// The next rows, as many as go into a batch.
    pub(super) fn next(&mut self) -> Result<Option<RecordBatch>, Error> {
        let mut columns: Vec<StringBuilder> =
            self.schema.fields().iter().map(|_| StringBuilder::new()).collect();
        let (mut rows, mut bytes) = (0, 0);
        while rows < BATCH_ROWS && bytes < BATCH_TEXT {
            self.shared.renew();
            let line = self.reader.position().line();
            let read = self.reader.read_byte_record(&mut self.record);
            if !read.map_err(|error| refused(&error, &self.shared, line))? {
                break;
            }
            let line = self.record.position().map_or(line, csv::Position::line);
            for (at, (cell, column)) in self.record.iter().zip(&mut columns).enumerate() {
                if cell.len() > MAX_CELL {
                    return Err(too_long(&format!("line {line}: a cell"), MAX_CELL));
                }
                let text = str::from_utf8(cell).map_err(|_| not_utf8(line, at))?;
                column.append_option((!text.is_empty()).then_some(text));
            }
            rows += 1;
            bytes += self.record.as_slice().len();
        }
        if rows == 0 {
            return Ok(None);
        }
        let columns = columns.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef);
        let batch = RecordBatch::try_new(self.schema.clone(), columns.collect());
        batch.map(Some).map_err(|error| super::trouble::damaged("CSV", &error))
    }
}

/// What separates the names in the header: the one of comma, semicolon and tab that it has most of.
fn delimiter(start: &[u8]) -> u8 {
    let mut lines = start.split(|byte| matches!(byte, b'\n' | b'\r'));
    let header = lines.find(|line| !line.is_empty()).unwrap_or_default();
    let count = |delimiter: u8| {
        let mut is_quoted = false;
        let outside = header.iter().filter(|byte| {
            is_quoted ^= **byte == b'"';
            !is_quoted && **byte == delimiter
        });
        outside.count()
    };
    // Of those that it has as many of the last one counts.
    [b'\t', b';', b','].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

#[cold]
fn not_read(error: io::Error) -> Error {
    unreadable(format!("the file cannot be read: {error}"))
}

#[cold]
fn not_utf8(line: u64, column: usize) -> Error {
    let message = format!("line {line}: the text in column {} is not UTF-8", column + 1);
    unreadable_with(message, "save the file as UTF-8")
}

#[cold]
fn refused(error: &csv::Error, shared: &Shared, line: u64) -> Error {
    match error.kind() {
        ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let line = pos.as_ref().map_or(line, csv::Position::line);
            let message = format!("line {line} has {len} cells; the header has {expected_len}");
            unreadable_with(message, "put a text with commas or line breaks in quotation marks")
        }
        _ if shared.open_quote().is_some() => {
            let line = shared.open_quote().unwrap_or(line);
            let message = format!(
                "a quotation mark is open at the end of the file, in the row that begins in line {line}"
            );
            unreadable_with(message, "close it; one that is meant is written twice")
        }
        _ if shared.is_used_up() => too_long(&format!("line {line}: the row"), MAX_LINE),
        _ => unreadable(format!("line {line}: {}", shorten(&error.to_string()))),
    }
}
