//! Files that somebody has cut off, renamed or tampered with.

use std::sync::Arc;

use arrow::array::{
    Array, ArrayRef, Float64Array, ListArray, RecordBatch, StringArray, StructArray,
};
use arrow::buffer::OffsetBuffer;
use arrow::datatypes::Field;
use arrow::ipc::CompressionType;
use arrow::ipc::writer::{FileWriter, IpcWriteOptions, StreamWriter};
use proptest::prelude::*;

use super::*;

fn some() -> RecordBatch {
    let numbers: ArrayRef = Arc::new(Float64Array::from_iter_values((0..100).map(f64::from)));
    let texts: Vec<String> = (0..100).map(|at| format!("text {}", at % 7)).collect();
    let texts: ArrayRef = Arc::new(StringArray::from(texts));
    RecordBatch::try_from_iter([("a", numbers), ("b", texts)]).unwrap()
}

fn opened(bytes: &[u8], name: &str) -> Result<RecordBatch, Error> {
    let folder = Folder::new();
    TableReader::open(&folder.file(name, bytes)).and_then(all)
}

#[test]
fn a_file_is_read_as_what_it_is_and_not_as_what_it_is_called() {
    let parquet = written(&[&some()], TableFormat::Parquet);
    assert_eq!(opened(&parquet, "people.csv").unwrap().num_rows(), 100);
    let arrow = written(&[&some()], TableFormat::Arrow);
    assert_eq!(opened(&arrow, "people").unwrap().num_rows(), 100);
    let stream = written(&[&some()], TableFormat::ArrowStream);
    assert_eq!(opened(&stream, "people.feather").unwrap().num_rows(), 100);
    assert_eq!(opened(b" {\"a\": 1}", "people").unwrap().num_rows(), 1);
}

#[test]
fn what_is_no_table_is_refused_with_what_may_help() {
    let help = |bytes: &[u8], name: &str| {
        let error = opened(bytes, name).unwrap_err();
        assert_eq!(error.problems()[0].code, Code::UnreadableTable);
        error.problems()[0].help.clone().unwrap_or_default()
    };
    assert_eq!(help(b"PK\x03\x04....", "people.csv"), "save the sheet as CSV");
    assert_eq!(help(b"\x1f\x8b....", "people.csv"), "decompress it first");
    assert!(help(b"a,b\n1,2\n", "people.parquet").contains("csv"));
    assert!(help(b"a,b\n1,2\n", "people.xyz").contains("ndjson"));
    assert!(help(b"", "people.arrow").contains("csv"));
    let folder = Folder::new();
    assert!(TableReader::open(&folder.0).is_err());
    assert!(TableReader::open(&folder.path("none.csv")).is_err());
    let error = read(&written(&[&some()], TableFormat::Parquet), TableFormat::Parquet).unwrap_err();
    assert_eq!(error.problems()[0].help.as_deref(), Some("save it as a file first"));
}

#[test]
fn a_file_that_is_cut_off_is_refused() {
    for format in [TableFormat::Parquet, TableFormat::Arrow] {
        let bytes = written(&[&some(), &some()], format);
        for length in (0..bytes.len()).step_by(7).chain(bytes.len() - 10..bytes.len()) {
            let name = format!("people.{}", format.as_str());
            assert!(opened(&bytes[..length], &name).is_err(), "{format:?} of {length} bytes");
        }
    }
    // A stream may end after any batch, but not within one.
    let bytes = written(&[&some(), &some()], TableFormat::ArrowStream);
    let rows: Vec<Option<usize>> = (8..bytes.len())
        .map(|length| {
            read(&bytes[..length], TableFormat::ArrowStream).ok().map(|all| all.num_rows())
        })
        .collect();
    assert!(rows.iter().flatten().all(|rows| [0, 100, 200].contains(rows)));
    assert!(rows.iter().filter(|rows| rows.is_some()).count() < 20);
}

/// Some writers put something else than a stream before the first batch.
#[test]
fn an_arrow_file_is_read_from_its_end() {
    let mut bytes = written(&[&some(), &some()], TableFormat::Arrow);
    bytes[64..72].fill(0xab);
    assert_eq!(opened(&bytes, "people.arrow").unwrap().num_rows(), 200);
    assert!(read(&bytes, TableFormat::Arrow).is_err());
}

/// Through a pipe there is no end to begin with.
#[test]
fn an_arrow_file_through_a_pipe_is_read_as_a_stream() {
    let bytes = written(&[&some(), &some()], TableFormat::Arrow);
    assert_eq!(read(&bytes, TableFormat::Arrow).unwrap().num_rows(), 200);
    for length in (8..bytes.len()).step_by(7) {
        assert!(read(&bytes[..length], TableFormat::Arrow).is_err(), "{length}");
    }
}

/// Written by pyarrow as it writes by default.
#[test]
fn a_compressed_arrow_file_of_pandas_is_read() {
    let batch = opened(include_bytes!("lz4.feather"), "people.feather").unwrap();
    assert!(batch.num_rows() > 0);
}

/// Somebody's table, repetitive enough to be compressed.
fn packed(format: TableFormat, codec: CompressionType) -> Vec<u8> {
    let options = IpcWriteOptions::default().try_with_compression(Some(codec)).unwrap();
    let (batch, mut bytes) = (some(), Vec::new());
    if format == TableFormat::Arrow {
        let mut writer =
            FileWriter::try_new_with_options(&mut bytes, &batch.schema(), options).unwrap();
        writer.write(&batch).and_then(|()| writer.finish()).unwrap();
    } else {
        let mut writer =
            StreamWriter::try_new_with_options(&mut bytes, &batch.schema(), options).unwrap();
        writer.write(&batch).and_then(|()| writer.finish()).unwrap();
    }
    bytes
}

#[test]
fn compressed_batches_are_read() {
    for format in [TableFormat::Arrow, TableFormat::ArrowStream] {
        for codec in [CompressionType::LZ4_FRAME, CompressionType::ZSTD] {
            let bytes = packed(format, codec);
            assert!(bytes.len() < written(&[&some()], format).len());
            assert_eq!(opened(&bytes, "people.feather").unwrap(), some(), "{format:?} {codec:?}");
            assert_eq!(read(&bytes, TableFormat::Arrow).unwrap(), some(), "{format:?} {codec:?}");
        }
    }
}

/// A length that a batch claims to have is not taken on trust, nor is what it becomes without saying so.
#[test]
fn a_compressed_batch_cannot_become_more_than_is_allowed() {
    for format in [TableFormat::Arrow, TableFormat::ArrowStream] {
        for codec in [CompressionType::LZ4_FRAME, CompressionType::ZSTD] {
            let bytes = packed(format, codec);
            // The numbers take 800 bytes.
            let at = bytes.windows(8).position(|own| own == 800_u64.to_le_bytes()).unwrap();
            for (length, code) in [
                (1_u64 << 62, Code::OverBudget),
                (1 << 40, Code::OverBudget),
                (u64::MAX - 7, Code::UnreadableTable),
                (799, Code::UnreadableTable),
            ] {
                let mut bytes = bytes.clone();
                bytes[at..at + 8].copy_from_slice(&length.to_le_bytes());
                let (found, message) = refusal(opened(&bytes, "people.arrow"));
                assert_eq!(found, code, "{format:?} {codec:?} {length}: {message}");
            }
        }
    }
}

/// A long text that is kept once in the file does not take its length in every row.
#[test]
fn a_text_that_rows_share_is_not_copied() {
    let text = "x".repeat(60 * 1024);
    let shared: ArrayRef = Arc::new(StringArray::from(vec![text.as_str(); 20_000]));
    let batch = RecordBatch::try_from_iter([("a", shared)]).unwrap();
    let bytes = written(&[&batch], TableFormat::Parquet);
    assert!(bytes.len() < 1 << 20);
    let folder = Folder::new();
    let table = TableReader::open(&folder.file("people.parquet", &bytes)).unwrap();
    let mut rows = 0;
    for batch in table {
        let batch = batch.unwrap();
        rows += batch.num_rows();
        assert!(batch.get_array_memory_size() < 16 << 20);
    }
    assert_eq!(rows, 20_000);
}

#[test]
fn a_text_that_is_too_long_is_refused_in_every_format() {
    let text = "x".repeat(65 * 1024);
    let long: ArrayRef = Arc::new(StringArray::from(vec![text]));
    let batch = RecordBatch::try_from_iter([("a", long)]).unwrap();
    for format in TableFormat::ALL {
        let name = format!("people.{}", format.as_str());
        let (code, _) = refusal(opened(&written(&[&batch], *format), &name));
        assert_eq!(code, Code::TextTooLong, "{format:?}");
    }
}

#[test]
fn too_many_columns_are_refused_in_every_format() {
    let one: ArrayRef = Arc::new(Float64Array::from(vec![1.0]));
    let columns = (0..1001).map(|at| (format!("c{at}"), one.clone()));
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    for format in TableFormat::ALL {
        let name = format!("people.{}", format.as_str());
        let (code, message) = refusal(opened(&written(&[&batch], *format), &name));
        assert_eq!(code, Code::TooManyItems, "{format:?}");
        assert_eq!(message, "1001 columns; at most 1000 are allowed");
    }
}

/// Members count too: each takes memory for as many rows as a batch has.
#[test]
fn too_many_columns_inside_of_others_are_refused_in_every_format() {
    let one: ArrayRef = Arc::new(Float64Array::from(vec![1.0]));
    let members = |count: usize| -> RecordBatch {
        let field = |at| Arc::new(Field::new(format!("c{at}"), one.data_type().clone(), true));
        let members = (0..count).map(|at| (field(at), one.clone())).collect::<Vec<_>>();
        let deeper: ArrayRef = Arc::new(StructArray::from(members));
        let list = ListArray::new(
            Arc::new(Field::new("item", deeper.data_type().clone(), true)),
            OffsetBuffer::from_lengths([1]),
            deeper,
            None,
        );
        RecordBatch::try_from_iter([("a", Arc::new(list) as ArrayRef)]).unwrap()
    };
    for format in TableFormat::ALL.iter().filter(|format| **format != TableFormat::Csv) {
        let name = format!("people.{}", format.as_str());
        let (code, message) = refusal(opened(&written(&[&members(1000)], *format), &name));
        assert_eq!(code, Code::TooManyItems, "{format:?}");
        assert!(message.starts_with("1001 columns"), "{format:?} {message}");
        assert!(message.ends_with("; at most 1000 are allowed"), "{format:?} {message}");
        assert!(opened(&written(&[&members(999)], *format), &name).is_ok(), "{format:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever bytes are changed, a file is read or refused: nothing panics, and nothing is asked of the machine
    /// that the file does not bear out.
    #[test]
    fn a_file_that_was_tampered_with_is_read_or_refused(
        format in proptest::sample::select(TableFormat::ALL),
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = written(&[&some()], format);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = opened(&bytes, &format!("people.{}", format.as_str()));
    }

    #[test]
    fn a_compressed_file_that_was_tampered_with_is_read_or_refused(
        format in proptest::sample::select(vec![TableFormat::Arrow, TableFormat::ArrowStream]),
        codec in proptest::sample::select(vec![CompressionType::LZ4_FRAME, CompressionType::ZSTD]),
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = packed(format, codec);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = opened(&bytes, "people.arrow");
        let _ = read(&bytes, TableFormat::Arrow);
    }

    /// Any bytes at all, with the beginning of each format.
    #[test]
    fn any_bytes_are_read_or_refused(
        start in proptest::sample::select(vec![&b"PAR1"[..], b"ARROW1\0\0", b"\xff\xff\xff\xff", b"{", b"a,b\n", b""]),
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        name in proptest::sample::select(vec!["a.csv", "a.parquet", "a.ndjson", "a.arrow", "a"]),
    ) {
        let _ = opened(&[start, &bytes].concat(), name);
    }
}
