//! Columns that are kept as they came, in formats that do not have them.

use std::io;
use std::sync::Arc;

use arrow::array::{
    Array, ArrayRef, AsArray, Date64Array, Decimal128Array, Decimal256Array, DictionaryArray,
    ListArray, RecordBatch, StructArray, Time32SecondArray, TimestampSecondArray, UnionArray,
};
use arrow::buffer::OffsetBuffer;
use arrow::datatypes::{
    DataType, Date32Type, Field, Int8Type, IntervalUnit, Schema, Time32MillisecondType, TimeUnit,
    TimestampMillisecondType, UnionFields, i256,
};

use super::*;

fn table(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    RecordBatch::try_from_iter_with_nullable(
        columns.into_iter().map(|(name, own)| (name, own, true)),
    )
    .unwrap()
}

fn of(name: &str, own: &ArrayRef) -> Arc<Field> {
    Arc::new(Field::new(name, own.data_type().clone(), true))
}

/// Words as pandas writes them, block by block: each has a dictionary of its own.
fn words(own: [Option<&str>; 2]) -> RecordBatch {
    let shared: DictionaryArray<Int8Type> = own.into_iter().collect();
    let shared: ArrayRef = Arc::new(shared);
    let inside = StructArray::from(vec![(of("a", &shared), shared.clone())]);
    let ends = OffsetBuffer::from_lengths([1, 1]);
    let list = ListArray::new(of("item", &shared), ends, shared.clone(), None);
    table(vec![("plain", shared), ("inside", Arc::new(inside)), ("list", Arc::new(list))])
}

#[test]
fn batches_with_dictionaries_of_their_own_are_written_in_every_format() {
    let (first, second) = (words([Some("x"), None]), words([Some("y"), Some("x")]));
    let folder = Folder::new();
    for format in TableFormat::ALL {
        let bytes = written(&[&first, &second], *format);
        let path = folder.file(&format!("words.{}", format.as_str()), &bytes);
        let back = all(TableReader::open(&path).unwrap()).unwrap();
        let plain =
            arrow::compute::cast(back.column_by_name("plain").unwrap(), &DataType::Utf8).unwrap();
        let plain: Vec<_> = plain.as_string::<i32>().iter().collect();
        assert_eq!(plain, [Some("x"), None, Some("y"), Some("x")], "{format:?}");
    }
    let bytes = written(&[&first, &second], TableFormat::Arrow);
    let back = read(&bytes, TableFormat::Arrow).unwrap();
    assert_eq!(back.column(0).data_type(), &DataType::Utf8);
    assert_eq!(back.column(1).as_struct().column(0).as_string::<i32>().value(2), "y");
    assert_eq!(back.column(2).as_list::<i32>().value(3).as_string::<i32>().value(0), "x");
}

#[test]
fn times_that_parquet_does_not_have_stay_times() {
    let at: ArrayRef = Arc::new(TimestampSecondArray::from(vec![Some(86_401), None]));
    let there = TimestampSecondArray::from(vec![60, 61]).with_timezone("Asia/Tokyo");
    let there: ArrayRef = Arc::new(there);
    let inside = StructArray::from(vec![(of("at", &at), at.clone())]);
    let people = table(vec![
        ("at", at),
        ("there", there),
        ("clock", Arc::new(Time32SecondArray::from(vec![Some(7), None]))),
        ("day", Arc::new(Date64Array::from(vec![Some(2 * 86_400_000), None]))),
        ("inside", Arc::new(inside)),
    ]);
    let folder = Folder::new();
    let path = folder.file("times.parquet", &written(&[&people], TableFormat::Parquet));
    let back = all(TableReader::open(&path).unwrap()).unwrap();
    let milliseconds =
        |zone: Option<&str>| DataType::Timestamp(TimeUnit::Millisecond, zone.map(Into::into));
    assert_eq!(back.column(0).data_type(), &milliseconds(None));
    assert_eq!(back.column(0).as_primitive::<TimestampMillisecondType>().value(0), 86_401_000);
    assert_eq!(back.column(1).data_type(), &milliseconds(Some("Asia/Tokyo")));
    assert_eq!(back.column(2).as_primitive::<Time32MillisecondType>().value(0), 7000);
    assert_eq!(back.column(3).as_primitive::<Date32Type>().value(0), 2);
    assert_eq!(back.column(4).as_struct().column(0).data_type(), &milliseconds(None));
    assert!(back.columns()[..4].iter().skip(2).all(|own| own.is_null(1)));
}

#[test]
fn decimals_of_whole_hundreds_are_numbers() {
    let some = Decimal128Array::from(vec![Some(0), Some(12), Some(-3), None]);
    let some = some.with_precision_and_scale(10, -2).unwrap();
    let long = Decimal256Array::from(vec![Some(i256::from_i128(5)), None, None, None]);
    let long = long.with_precision_and_scale(76, -4).unwrap();
    let people = table(vec![("some", Arc::new(some) as ArrayRef), ("long", Arc::new(long))]);
    let lines = String::from_utf8(written(&[&people], TableFormat::JsonLines)).unwrap();
    let rows: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let some: Vec<_> = rows.iter().map(|row| row["some"].as_f64()).collect();
    assert_eq!(some, [Some(0.0), Some(1200.0), Some(-300.0), None], "{lines}");
    assert_eq!(rows[0]["long"], "50000", "{lines}");
    let csv = String::from_utf8(written(&[&people], TableFormat::Csv)).unwrap();
    assert_eq!(csv, "some,long\n0,50000\n1200,\n-300,\n,\n");
    let folder = Folder::new();
    let path = folder.file("some.parquet", &written(&[&people], TableFormat::Parquet));
    let back = all(TableReader::open(&path).unwrap()).unwrap();
    assert_eq!(back.column(0).data_type(), &DataType::Decimal128(12, 0));
}

/// A union is known by Arrow alone. It is refused by its name, and no library panics on the way.
#[test]
fn a_type_that_a_format_does_not_have_is_refused_before_any_row() {
    let fields = UnionFields::from_fields(vec![Field::new("n", DataType::Int32, true)]);
    let numbers: ArrayRef = Arc::new(arrow::array::Int32Array::from(vec![1]));
    let odd = UnionArray::try_new(fields, vec![0].into(), None, vec![numbers]).unwrap();
    let odd: ArrayRef = Arc::new(odd);
    let inside: ArrayRef = Arc::new(StructArray::from(vec![(of("u", &odd), odd.clone())]));
    for column in [odd, inside] {
        let schema =
            Arc::new(Schema::new(vec![Field::new("odd", column.data_type().clone(), true)]));
        for format in TableFormat::ALL {
            let writer = TableWriter::new(Vec::new(), *format, &schema);
            if matches!(format, TableFormat::Arrow | TableFormat::ArrowStream) {
                let batch = RecordBatch::try_new(schema.clone(), vec![column.clone()]).unwrap();
                assert_eq!(read(&written(&[&batch], *format), *format).unwrap(), batch);
                continue;
            }
            let error = writer.unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidInput, "{format:?}");
            let start = "the column `odd` has a type that ";
            assert!(error.to_string().starts_with(start), "{error}");
        }
    }
}

/// The library of Parquet says so when the first row comes, which is too late.
#[test]
fn what_a_library_would_refuse_later_is_refused_at_once() {
    let kind = DataType::Interval(IntervalUnit::MonthDayNano);
    let schema = Arc::new(Schema::new(vec![Field::new("every", kind, true)]));
    let error = TableWriter::new(Vec::new(), TableFormat::Parquet, &schema).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    assert!(error.to_string().starts_with("the column `every` has a type that Parquet"), "{error}");
    assert!(TableWriter::new(Vec::new(), TableFormat::Csv, &schema).is_ok());
}

/// Nothing that a format has is refused for the sake of what it has not.
#[test]
fn plain_and_nested_types_are_accepted_by_every_format() {
    let item = |kind: DataType| Arc::new(Field::new("item", kind, false));
    let entries = DataType::Struct(
        vec![
            Field::new("keys", DataType::Utf8, false),
            Field::new("values", DataType::Int32, true),
        ]
        .into(),
    );
    let kinds = [
        DataType::Null,
        DataType::Boolean,
        DataType::Float16,
        DataType::UInt64,
        DataType::LargeUtf8,
        DataType::Utf8View,
        DataType::Binary,
        DataType::BinaryView,
        DataType::FixedSizeBinary(3),
        DataType::Decimal256(40, 3),
        DataType::Date32,
        DataType::Time64(TimeUnit::Nanosecond),
        DataType::Duration(TimeUnit::Second),
        DataType::List(item(DataType::Int32)),
        DataType::LargeList(item(DataType::Utf8)),
        DataType::FixedSizeList(item(DataType::Float32), 2),
        DataType::Struct(vec![Field::new("a", DataType::Utf8, false)].into()),
        DataType::Map(Arc::new(Field::new("entries", entries, false)), false),
        DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Int64)),
        DataType::ListView(item(DataType::Int32)),
        DataType::RunEndEncoded(
            Arc::new(Field::new("run_ends", DataType::Int32, false)),
            Arc::new(Field::new("values", DataType::Utf8, true)),
        ),
    ];
    for kind in kinds {
        let schema = Arc::new(Schema::new(vec![Field::new("a", kind.clone(), true)]));
        for format in TableFormat::ALL {
            let writer = TableWriter::new(Vec::new(), *format, &schema);
            let batch = RecordBatch::new_empty(schema.clone());
            let array = arrow::array::new_null_array(&kind, 2);
            let rows = RecordBatch::try_new(schema.clone(), vec![array]).unwrap();
            let done = writer.and_then(|mut writer| {
                writer.write(&batch)?;
                writer.write(&rows)?;
                writer.finish()
            });
            assert!(done.is_ok(), "{kind} in {format:?}: {done:?}");
        }
    }
}
