//! Tables of text, as people save them.

use arrow::array::{Array, AsArray};
use arrow::datatypes::DataType;

use super::*;

fn cells(batch: &RecordBatch, column: usize) -> Vec<Option<String>> {
    let texts = batch.column(column).as_string::<i32>();
    texts.iter().map(|text| text.map(str::to_owned)).collect()
}

fn csv(text: &str) -> Result<RecordBatch, Error> {
    read(text.as_bytes(), TableFormat::Csv)
}

fn lines(text: &str) -> Result<RecordBatch, Error> {
    read(text.as_bytes(), TableFormat::JsonLines)
}

#[test]
fn what_separates_cells_is_seen_in_the_header() {
    for (text, names) in [
        ("a,b\n1,2\n", ["a", "b"]),
        ("a;\"b,c,d\"\n1;2\n", ["a", "b,c,d"]),
        ("a\tb\n1\t2\n", ["a", "b"]),
        ("\"x,y,z\";b\r\n1;2\r\n", ["x,y,z", "b"]),
        ("\u{feff}a,b\n1,2", ["a", "b"]),
    ] {
        let batch = csv(text).unwrap();
        let found: Vec<&str> =
            batch.schema_ref().fields().iter().map(|field| field.name().as_str()).collect();
        assert_eq!(found, names, "{text:?}");
        assert_eq!(cells(&batch, 0), [Some("1".to_owned())], "{text:?}");
    }
}

#[test]
fn cells_stay_as_they_were_written() {
    let batch = csv("id,q\n007,\"a \"\"b\"\"\nc\"\n\n008,\n=1+1, x \n").unwrap();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(cells(&batch, 0), [text("007"), text("008"), text("=1+1")]);
    assert_eq!(cells(&batch, 1), [text("a \"b\"\nc"), None, text(" x ")]);
}

#[test]
fn a_row_that_does_not_go_with_the_header_is_named_by_its_line() {
    let (code, message) = refusal(csv("a,b\n1,2\n\"x\ny\",2\n1,2,3\n"));
    assert_eq!(
        (code, message.as_str()),
        (Code::UnreadableTable, "line 5 has 3 cells; the header has 2")
    );
    let (code, message) = refusal(read(b"a,b\n1,\xff\n", TableFormat::Csv));
    assert_eq!(
        (code, message.as_str()),
        (Code::UnreadableTable, "line 2: the text in column 2 is not UTF-8")
    );
    let (code, _) = refusal(csv(""));
    assert_eq!(code, Code::UnreadableTable);
}

#[test]
fn what_is_too_long_is_refused() {
    let cell = "x".repeat(65 * 1024);
    let (code, message) = refusal(csv(&format!("a,b\n1,{cell}\n")));
    assert_eq!(
        (code, message.as_str()),
        (Code::TextTooLong, "line 2: a cell is longer than 65536 bytes")
    );
    // A quote that is never closed makes a row of the rest.
    let rest = "1,2\n".repeat(1_000_000);
    let (code, message) = refusal(csv(&format!("a,b\n1,2\n3,\"{rest}")));
    assert_eq!(
        (code, message.as_str()),
        (Code::TextTooLong, "line 3: the row is longer than 1048576 bytes")
    );
    let header = "x".repeat(3 << 20);
    assert_eq!(refusal(csv(&header)).0, Code::TextTooLong);
    let names: Vec<String> = (0..1001).map(|at| format!("q{at}")).collect();
    let (code, message) = refusal(csv(&names.join(",")));
    assert_eq!(
        (code, message.as_str()),
        (Code::TooManyItems, "1001 columns; at most 1000 are allowed")
    );
    assert!(csv(&names[..1000].join(",")).is_ok());
}

#[test]
fn a_long_file_of_short_rows_is_not_too_long() {
    let text = format!("a,b\n{}", "1,2\n".repeat(1_000_000));
    assert_eq!(csv(&text).unwrap().num_rows(), 1_000_000);
}

#[test]
fn json_lines_may_have_numbers_and_words_in_a_column() {
    let text = "\u{feff}{\"id\": 9007199254740993, \"q\": 1.50, \"user\": {\"a\": true}}\n\n\
        {\"q\": \"NA\", \"late\": null}\r\n{\"q\": null, \"user\": null, \"tags\": [1, \"x\"]}";
    let batch = lines(text).unwrap();
    let schema = batch.schema();
    let column = |name: &str| schema.index_of(name).unwrap();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(cells(&batch, column("id")), [text("9007199254740993"), None, None]);
    assert_eq!(cells(&batch, column("q")), [text("1.50"), text("NA"), None]);
    let user = batch.column(column("user")).as_struct();
    assert_eq!(user.column(0).as_string::<i32>().value(0), "true");
    assert!(matches!(schema.field(column("tags")).data_type(), DataType::List(_)));
    assert_eq!(batch.column(column("late")).null_count(), 3);
}

#[test]
fn a_line_that_is_no_object_is_named() {
    let cases = [
        ("{\"a\": 1}\n[1]\n", Code::UnreadableTable, "line 2 is not a JSON object"),
        ("{\"a\": 1}\n{\"a\": }\n", Code::UnreadableTable, "line 2, column 7: not JSON"),
        ("[{\"a\": 1}]", Code::UnreadableTable, "line 1 is not a JSON object"),
        ("", Code::UnreadableTable, "the file is empty; expected a JSON object on each line"),
    ];
    for (text, code, message) in cases {
        assert_eq!(refusal(lines(text)), (code, message.to_owned()), "{text:?}");
    }
    let (code, _) = refusal(lines("{\"a\": 1}\n{\"a\": {\"b\": 1}}\n"));
    assert_eq!(code, Code::UnreadableTable);
    let deep = format!("{{\"a\": {}{}}}", "[".repeat(500_000), "]".repeat(500_000));
    assert_eq!(refusal(lines(&deep)).0, Code::TooDeep);
    let long = format!("{{\"a\": \"{}\"}}", "x".repeat(2 << 20));
    assert_eq!(refusal(lines(&long)).0, Code::TextTooLong);
    // Brackets in a text are none.
    assert!(lines("{\"a\": \"[[[[[[[[[[[[[[[[[[[[[[[[\\\"[[[[\"}").is_ok());
}

#[test]
fn a_late_line_is_judged_like_an_early_one() {
    let good = "{\"a\": 1}\n".repeat(12_000);
    let (code, message) = refusal(lines(&format!("{good}{{\"a\": ")));
    assert_eq!((code, message.as_str()), (Code::UnreadableTable, "line 12001, column 6: not JSON"));
    let batch = lines(&format!("{good}{{\"a\": \"word\", \"new\": 2}}")).unwrap();
    assert_eq!(cells(&batch, 0).last(), Some(&Some("word".to_owned())));
}
