//! What is written is read again, and a file is whole or not there.

use std::io;
use std::sync::Arc;

use arrow::array::{
    ArrayRef, BooleanArray, DictionaryArray, Float64Array, Int32Array, Int64Array, ListArray,
    RecordBatch, RunArray, StringArray, StringViewArray, StructArray, TimestampMillisecondArray,
    TimestampSecondArray,
};
use arrow::datatypes::{DataType, Field, Int8Type, Int32Type, Schema, UnionFields, UnionMode};

use proptest::prelude::*;

use super::*;

fn people() -> RecordBatch {
    let user = StructArray::from(vec![(
        Arc::new(Field::new("id", DataType::Int64, true)),
        Arc::new(Int64Array::from(vec![Some(7), None, Some((1 << 53) + 1)])) as ArrayRef,
    )]);
    let verdict: DictionaryArray<Int8Type> =
        vec![Some("worth_it"), None, Some("close_call")].into_iter().collect();
    let values = vec![Some(vec![Some(1), None]), None, Some(vec![])];
    let lists = ListArray::from_iter_primitive::<Int32Type, _, _>(values);
    RecordBatch::try_from_iter_with_nullable([
        ("user", Arc::new(user) as ArrayRef, true),
        ("role", Arc::new(StringArray::from(vec![Some("a,\"b\"\nc"), None, Some("é")])), true),
        ("worth", Arc::new(Float64Array::from(vec![Some(0.1), None, Some(-1e300)])), true),
        ("held", Arc::new(BooleanArray::from(vec![Some(true), None, Some(false)])), true),
        ("verdict", Arc::new(verdict), true),
        ("problems", Arc::new(lists), true),
        ("at", Arc::new(TimestampSecondArray::from(vec![Some(0), None, Some(86_400)])), true),
    ])
    .unwrap()
}

#[test]
fn formats_with_types_give_back_what_they_were_given() {
    let people = people();
    let back = |format| read(&written(&[&people, &people], format), format).unwrap().slice(3, 3);
    assert_eq!(back(TableFormat::ArrowStream), people);
    for (at, (array, before)) in
        back(TableFormat::Arrow).columns().iter().zip(people.columns()).enumerate()
    {
        // The values of the dictionary.
        let kind = if at == 4 { &DataType::Utf8 } else { before.data_type() };
        assert_eq!(array, &arrow::compute::cast(before, kind).unwrap(), "{at}");
    }
    let folder = Folder::new();
    let path = folder.file("people.parquet", &written(&[&people], TableFormat::Parquet));
    let table = TableReader::open(&path).unwrap();
    assert_eq!((table.format(), table.rows()), (TableFormat::Parquet, Some(3)));
    let back = all(table).unwrap();
    for (at, (array, before)) in back.columns().iter().zip(people.columns()).enumerate() {
        if at == 1 {
            let texts = StringViewArray::from(vec![Some("a,\"b\"\nc"), None, Some("é")]);
            assert_eq!(array.as_ref(), &texts as &dyn arrow::array::Array);
        } else if at == 6 {
            let times = TimestampMillisecondArray::from(vec![Some(0), None, Some(86_400_000)]);
            assert_eq!(array.as_ref(), &times as &dyn arrow::array::Array);
        } else {
            assert_eq!(array, before, "{at}");
        }
    }
}

#[test]
fn formats_of_text_give_back_the_text() {
    let people = people();
    let csv = written(&[&people], TableFormat::Csv);
    let expected = "user,role,worth,held,verdict,problems,at\n\
        \"{\"\"id\"\":7}\",\"a,\"\"b\"\"\nc\",0.1,true,worth_it,\"[1,null]\",1970-01-01T00:00:00\n\
        ,,,,,,\n\
        \"{\"\"id\"\":9007199254740993}\",é,-1e300,false,close_call,[],1970-01-02T00:00:00\n";
    // The struct of the second row is there, with nothing in it.
    let expected = expected.replace("\n,,,,,,\n", "\n\"{\"\"id\"\":null}\",,,,,,\n");
    assert_eq!(String::from_utf8(csv.clone()).unwrap(), expected);
    let back = read(&csv, TableFormat::Csv).unwrap();
    assert_eq!((back.num_rows(), back.num_columns()), (3, 7));
    let role = StringArray::from(vec![Some("a,\"b\"\nc"), None, Some("é")]);
    assert_eq!(back.column(1).as_ref(), &role as &dyn arrow::array::Array);
    let lines = written(&[&people], TableFormat::JsonLines);
    let lines = String::from_utf8(lines).unwrap();
    assert_eq!(lines.lines().count(), 3);
    assert!(lines.starts_with(r#"{"user":{"id":7},"role":"a,\"b\"\nc","worth":0.1,"#), "{lines}");
}

/// What other programs make of words and times.
#[test]
fn odd_types_are_written_in_every_format() {
    let words: DictionaryArray<Int32Type> = vec![Some("a"), None, Some("b")].into_iter().collect();
    let views = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8View));
    let words = arrow::compute::cast(&words, &views).unwrap();
    let runs = RunArray::<Int32Type>::try_new(
        &Int32Array::from(vec![2, 3]),
        &StringArray::from(vec![Some("x"), None]),
    )
    .unwrap();
    let times = TimestampSecondArray::from(vec![Some(0), None, Some(1)]);
    let times = times.with_timezone("Europe/Berlin");
    let batch = RecordBatch::try_from_iter_with_nullable([
        ("words", words, true),
        ("runs", Arc::new(runs) as ArrayRef, true),
        ("times", Arc::new(times), true),
    ])
    .unwrap();
    let folder = Folder::new();
    for format in TableFormat::ALL {
        let path = folder.file(&format!("odd.{}", format.as_str()), &written(&[&batch], *format));
        assert_eq!(all(TableReader::open(&path).unwrap()).unwrap().num_rows(), 3, "{format:?}");
    }
    let text = String::from_utf8(written(&[&batch], TableFormat::Csv)).unwrap();
    assert_eq!(text, "words,runs,times\na,x,1970-01-01T00:00:00Z\n,x,\nb,,1970-01-01T00:00:01Z\n");
}

#[test]
fn a_table_without_rows_still_has_its_columns() {
    let none = people().slice(0, 0);
    for format in [TableFormat::Csv, TableFormat::Arrow, TableFormat::ArrowStream] {
        let back = read(&written(&[&none], format), format).unwrap();
        assert_eq!((back.num_rows(), back.num_columns()), (0, 7), "{format:?}");
    }
}

#[test]
fn long_tables_are_read_in_blocks() {
    let rows: ArrayRef = Arc::new(Int64Array::from_iter_values(0..20_000));
    let batch = RecordBatch::try_from_iter([("a", rows.clone()), ("b", rows)]).unwrap();
    let folder = Folder::new();
    for format in TableFormat::ALL {
        let bytes = written(&[&batch], *format);
        let path = folder.file(&format!("long.{}", format.as_str()), &bytes);
        let table = TableReader::open(&path).unwrap();
        let sizes: Vec<usize> = table.map(|batch| batch.unwrap().num_rows()).collect();
        assert_eq!(sizes, [8192, 8192, 3616], "{format:?}");
    }
}

#[test]
fn a_file_gets_its_name_when_it_is_whole() {
    let folder = Folder::new();
    for format in TableFormat::ALL {
        let path = folder.file(&format!("out.{}", format.as_str()), b"before");
        let mut table = TableWriter::create(&path, &people().schema()).unwrap();
        table.write(&people()).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"before");
        // Dropped, such as after Ctrl-C, it is as whole as what has been written.
        drop(table);
        let back = all(TableReader::open(&path).unwrap()).unwrap();
        assert_eq!(back.num_rows(), 3, "{format:?}");
    }
    assert_eq!(folder.names().len(), TableFormat::ALL.len());
}

#[test]
fn an_error_leaves_a_former_file_as_it_was() {
    let folder = Folder::new();
    let path = folder.file("out.parquet", b"before");
    let mut table = TableWriter::create(&path, &people().schema()).unwrap();
    let other = RecordBatch::try_from_iter([("x", people().column(2).clone())]).unwrap();
    assert!(table.write(&other).is_err());
    assert!(table.write(&people()).is_err() && table.finish().is_err());
    assert_eq!(std::fs::read(&path).unwrap(), b"before");
    assert_eq!(folder.names(), ["out.parquet"]);
}

#[test]
fn what_cannot_be_written_is_said_before_any_row() {
    let folder = Folder::new();
    let error = TableWriter::create(&folder.path("out.xlsx"), &people().schema()).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    assert_eq!(error.to_string(), "the name does not end in parquet, csv, arrow, arrows, ndjson");
    let missing = folder.path("no/such/folder/out.csv");
    assert_eq!(
        TableWriter::create(&missing, &people().schema()).unwrap_err().kind(),
        io::ErrorKind::NotFound
    );
    let odd = DataType::Union(UnionFields::empty(), UnionMode::Sparse);
    let odd = Field::new("x", odd, true);
    let schema = Arc::new(Schema::new(vec![odd]));
    assert!(TableWriter::create(&folder.path("out.parquet"), &schema).is_err());
    assert_eq!(folder.names(), Vec::<String>::new());
}

/// A disk that is full.
struct Full;

impl io::Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn errors_of_the_disk_are_given_as_they_are() {
    for format in TableFormat::ALL {
        let people = people();
        let table = TableWriter::new(Full, *format, &people.schema());
        let error = table.and_then(|mut table| {
            table.write(&people)?;
            table.finish()
        });
        let error = error.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{format:?} {error:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Whatever people write in a cell is read as they wrote it.
    #[test]
    fn any_text_comes_back(cells in proptest::collection::vec(proptest::option::of("(?s).{1,12}"), 1..20)) {
        let texts = StringArray::from(cells);
        let columns = [("a", Arc::new(texts.clone()) as ArrayRef, true), ("b", Arc::new(texts) as ArrayRef, true)];
        let batch = RecordBatch::try_from_iter_with_nullable(columns).unwrap();
        for format in [TableFormat::Csv, TableFormat::JsonLines] {
            let back = read(&written(&[&batch], format), format).unwrap();
            prop_assert_eq!(&back, &batch, "{:?}", format);
        }
    }
}
