use std::ops::ControlFlow;

use arrow::array::{Array, ArrayRef, AsArray, Float64Array, StringArray};
use arrow::datatypes::{Float64Type, Int8Type, Int16Type, Int64Type};

use super::*;

const CASE: &str = r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}],
    "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}}}"#;

fn plan() -> Plan {
    Plan::read(CASE).unwrap()
}

fn table() -> RecordBatch {
    let names: StringArray = vec!["Ada", "Bo", "Cy", "Dee"].into();
    let free: Float64Array = vec![Some(9.0), Some(-2.0), None, Some(0.3)].into();
    let hours: StringArray = vec![Some("5"), Some("6"), Some("7"), Some("Inf")].into();
    RecordBatch::try_from_iter([
        ("name", Arc::new(names) as ArrayRef),
        ("free", Arc::new(free) as _),
        ("learning", Arc::new(hours) as _),
    ])
    .unwrap()
}

fn answered(map: &str, speed: Speed, shows_values: bool) -> RecordBatch {
    let map = Map::read(map).unwrap();
    let group = Group::new(&plan(), &map, &table().schema(), speed, &Options::default()).unwrap();
    let group = group.with_values_shown(shows_values);
    let people = group.answer(&table(), 100, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(people.batch().schema(), group.schema());
    people.batch().clone()
}

const MAP: &str = r#"{"schema_version": 1, "id": "name", "columns": {
    "free": "/person/time/free_hours_per_week", "learning": "/person/motivations/learning"}}"#;

fn numbers<'b>(batch: &'b RecordBatch, name: &str) -> &'b Float64Array {
    batch.column_by_name(name).unwrap().as_primitive::<Float64Type>()
}

#[test]
fn nobody_is_left_out_and_who_is_refused_is_told_why() {
    for speed in [Speed::AtTheMeans, Speed::WithDoubt] {
        let out = answered(MAP, speed, false);
        assert_eq!(out.num_rows(), 4);
        let names = out.column_by_name("name").unwrap().as_string::<i32>();
        assert_eq!(names.iter().flatten().collect::<Vec<_>>(), ["Ada", "Bo", "Cy", "Dee"]);
        let verdicts = out.column_by_name("verdict").unwrap();
        let is_known: Vec<bool> = (0..4).map(|row| verdicts.is_valid(row)).collect();
        assert_eq!(is_known, [true, false, true, false]);
        let unknown = out.column_by_name("unknown").unwrap().as_primitive::<Int16Type>();
        assert_eq!(unknown.values(), &[0, 0, 1, 0]);
        let problems = out.column_by_name("problems").unwrap().as_list::<i32>();
        let of = |row: usize, name: &str| {
            let rows = problems.value(row);
            let texts = rows.as_struct().column_by_name(name).unwrap().clone();
            texts.as_string::<i32>().iter().map(|own| own.map(str::to_owned)).collect::<Vec<_>>()
        };
        assert_eq!(of(0, "code"), [None; 0]);
        assert_eq!(of(1, "code"), [Some("out_of_range".to_owned())]);
        assert_eq!(of(1, "column"), [Some("free".to_owned())]);
        assert_eq!(of(1, "input"), [Some("/person/time/free_hours_per_week".to_owned())]);
        assert_eq!(of(3, "code"), [Some("not_finite".to_owned())]);
        assert!(!of(1, "message")[0].as_ref().unwrap().contains('2'), "{:?}", of(1, "message"));
        let worth = numbers(&out, "worth");
        assert!(worth.is_valid(0) && worth.is_null(1));
        let names: Vec<&str> =
            out.schema_ref().fields().iter().map(|own| own.name().as_str()).collect();
        assert_eq!(names.contains(&"chance_of_yes_se"), speed == Speed::WithDoubt);
        let about = &out.schema_ref().metadata()["worthwhile.speed"];
        assert_eq!(about, speed.as_str());
        let field = out.schema_ref().field_with_name("hours_per_week").unwrap().clone();
        assert_eq!(field.metadata()["unit"], "hours a week");
        let speeds = out.column_by_name("speed").unwrap().as_dictionary::<Int8Type>();
        assert_eq!(speeds.values().as_string::<i32>().value(0), speed.as_str());
    }
    let shown = answered(MAP, Speed::AtTheMeans, true);
    let problems = shown.column_by_name("problems").unwrap().as_list::<i32>().value(1);
    let messages = problems.as_struct().column_by_name("message").unwrap().clone();
    assert!(messages.as_string::<i32>().value(0).contains("-2"));
}

#[test]
fn rows_are_numbered_where_nobody_has_a_name() {
    let map = r#"{"schema_version": 1, "columns": {"free": "/person/time/free_hours_per_week"}}"#;
    let out = answered(map, Speed::AtTheMeans, false);
    let rows = out.column_by_name("row").unwrap().as_primitive::<Int64Type>();
    assert_eq!(rows.values(), &[100, 101, 102, 103]);
}

/// As the person would be told who answers the questions alone.
#[test]
fn a_row_says_what_the_case_would() {
    let out = answered(MAP, Speed::WithDoubt, false);
    let own = plan().with_values([
        ("/person/time/free_hours_per_week", 9.0),
        ("/person/motivations/learning", 5.0),
    ]);
    let options = Options::default().with_scenarios(256);
    let answer = own.unwrap().run().options(&options).assess().unwrap();
    let pursuit = &answer.pursuits[0];
    assert!((numbers(&out, "worth").value(0) - pursuit.worth.mean).abs() < 1e-9);
    assert!((numbers(&out, "margin_se").value(0) - pursuit.margin.standard_error).abs() < 1e-9);
    let chance = pursuit.probabilities.as_ref().unwrap().margin_positive;
    assert!((numbers(&out, "chance_of_yes").value(0) - chance).abs() < 1e-12);
}

#[test]
fn a_table_without_rows_has_all_columns() {
    let map = Map::read(MAP).unwrap();
    for speed in [Speed::AtTheMeans, Speed::WithDoubt] {
        let group =
            Group::new(&plan(), &map, &table().schema(), speed, &Options::default()).unwrap();
        let none = table().slice(0, 0);
        let people = group.answer(&none, 0, &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((people.count(), people.batch().schema()), (0, group.schema()));
    }
}

#[test]
fn a_kept_column_may_not_have_the_name_of_a_figure() {
    let table = table();
    let table = RecordBatch::try_from_iter([
        ("verdict", table.column(0).clone()),
        ("free", table.column(1).clone()),
    ]);
    let map = Map::read(
        &MAP.replace("\"name\"", "\"verdict\"")
            .replace(", \"learning\": \"/person/motivations/learning\"", ""),
    );
    let (map, schema) = (map.unwrap(), table.unwrap().schema());
    let error =
        Group::new(&plan(), &map, &schema, Speed::AtTheMeans, &Options::default()).unwrap_err();
    assert_eq!(error.problems()[0].path, "/keep");
}
