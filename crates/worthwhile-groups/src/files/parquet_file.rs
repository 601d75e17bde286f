//! Parquet files.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use arrow::array::{RecordBatch, RecordBatchReader};
use arrow::datatypes::{DataType, Field, FieldRef, Schema, SchemaRef};
use arrow::error::ArrowError;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader,
    ParquetRecordBatchReaderBuilder,
};
use worthwhile::{Code, Error};

use super::limits::{BATCH_ROWS, MAX_GROUP_BYTES, MAX_GROUP_ROWS, MAX_METADATA};
use super::trouble::{damaged, too_much, unreadable, unreadable_with};

const WHAT: &str = "Parquet";
/// The length of the metadata and the magic, at the end of a file.
const END: i64 = 8;

/// Rows of a Parquet file.
pub(super) struct ParquetFile {
    reader: ParquetRecordBatchReader,
    schema: SchemaRef,
    pub(super) rows: u64,
}

impl ParquetFile {
    pub(super) fn new(mut file: File) -> Result<Self, Error> {
        check_metadata(&mut file)?;
        let loaded = ArrowReaderMetadata::load(&file, ArrowReaderOptions::new());
        let loaded = loaded.map_err(|error| damaged(WHAT, &error))?;
        super::check::schema(loaded.schema())?;
        for group in loaded.metadata().row_groups() {
            let bounds = [
                (group.total_byte_size(), MAX_GROUP_BYTES, "bytes in a row group"),
                (group.num_rows(), MAX_GROUP_ROWS, "rows in a row group"),
            ];
            for (found, most, what) in bounds {
                if found < 0 {
                    return Err(unreadable("not readable as Parquet: a size is below zero"));
                }
                if found > most {
                    return Err(too_much(Code::OverBudget, wide(found), what, wide(most)));
                }
            }
        }
        let rows = loaded.metadata().file_metadata().num_rows();
        let views = ArrowReaderOptions::new().with_schema(shared_texts(loaded.schema()));
        let metadata = ArrowReaderMetadata::try_new(loaded.metadata().clone(), views);
        let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(
            file,
            // What has no such type is read as it is.
            metadata.unwrap_or(loaded),
        );
        let reader = builder.with_batch_size(BATCH_ROWS).build();
        let reader = reader.map_err(|error| damaged(WHAT, &error))?;
        let schema = reader.schema();
        Ok(Self { reader, schema, rows: wide(rows) })
    }

    pub(super) fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    pub(super) fn next(&mut self) -> Result<Option<RecordBatch>, Error> {
        let Some(batch) = self.reader.next() else { return Ok(None) };
        let batch = batch.map_err(|error| refused(&error))?;
        super::check::batch(&batch)?;
        Ok(Some(batch))
    }
}

#[cold]
fn refused(error: &ArrowError) -> Error {
    if error.to_string().contains("Disabled feature") {
        let help = "write it with zstd, snappy, gzip or lz4";
        return unreadable_with(
            "the Parquet file is compressed in a way that is not read here",
            help,
        );
    }
    damaged(WHAT, error)
}

fn wide(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}

/// Whether the metadata are where the file says and no longer than they may be: they are read at once.
fn check_metadata(file: &mut File) -> Result<(), Error> {
    let cut_off = || unreadable("the Parquet file ends early; it is cut off");
    let mut end = [0; 8];
    let size = file.seek(SeekFrom::End(-END)).map_err(|_| cut_off())?;
    file.read_exact(&mut end).map_err(|error| damaged(WHAT, &error))?;
    let [a, b, c, d, magic @ ..] = end;
    let length = u64::from(u32::from_le_bytes([a, b, c, d]));
    if &magic == b"PARE" {
        return Err(unreadable("the Parquet file is encrypted"));
    }
    if &magic != b"PAR1" || length > size {
        return Err(cut_off());
    }
    if length > MAX_METADATA {
        return Err(too_much(Code::OverBudget, length, "bytes of metadata", MAX_METADATA));
    }
    Ok(())
}

/// The same columns, with texts that rows share. A text that is kept once in a file is not copied for every
/// row that has it.
fn shared_texts(schema: &Schema) -> SchemaRef {
    let fields: Vec<FieldRef> = schema.fields().iter().map(shared).collect();
    SchemaRef::new(Schema::new_with_metadata(fields, schema.metadata().clone()))
}

fn shared(field: &FieldRef) -> FieldRef {
    let kind = match field.data_type() {
        DataType::Utf8 | DataType::LargeUtf8 => DataType::Utf8View,
        DataType::Binary | DataType::LargeBinary => DataType::BinaryView,
        DataType::Struct(members) => DataType::Struct(members.iter().map(shared).collect()),
        DataType::List(item) => DataType::List(shared(item)),
        other => other.clone(),
    };
    let own: &Field = field;
    FieldRef::new(own.clone().with_data_type(kind))
}
