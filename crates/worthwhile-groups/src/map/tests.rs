//! Maps as documents, and fitted to a plan and a table.

use std::sync::LazyLock;

use arrow::datatypes::{DataType, Field, Fields, Schema, SchemaRef};
use proptest::prelude::*;
use worthwhile::{Code, Error, Estimate, Plan, RespondentColumn};

use super::{Bound, Column, Map, Missing, Said};

const ENJOYMENT: &str = "/person/motivations/enjoyment";
const FREE: &str = "/person/time/free_hours_per_week";
const REGARD: &str = "/person/conditions/employer_regard";

static PLAN: LazyLock<Plan> =
    LazyLock::new(|| Plan::read(include_str!("../../examples/case.json")).unwrap());

fn table(columns: &[(&str, DataType)]) -> SchemaRef {
    let fields = columns.iter().map(|(name, kind)| Field::new(*name, kind.clone(), true));
    SchemaRef::new(Schema::new(fields.collect::<Vec<_>>()))
}

fn numbers(names: &[&str]) -> SchemaRef {
    let columns: Vec<_> = names.iter().map(|name| (*name, DataType::Float64)).collect();
    table(&columns)
}

fn found(error: &Error) -> Vec<(&str, Code)> {
    error.problems().iter().map(|problem| (problem.path.as_str(), problem.code)).collect()
}

fn refused(text: &str) -> Vec<(String, Code)> {
    let error = Map::read(text).unwrap_err();
    found(&error).into_iter().map(|(path, code)| (path.to_owned(), code)).collect()
}

/// A document with these columns.
fn with(columns: &str) -> String {
    format!(r#"{{"schema_version": 1, "columns": {columns}}}"#)
}

fn bind(map: &Map, table: &SchemaRef) -> Result<Bound, Error> {
    map.bind(&PLAN, table)
}

#[test]
fn a_map_is_written_as_it_was_read() {
    let text = concat!(
        r#"{"schema_version":1,"id":"respondent","weight":"w","cluster":"team","#,
        r#""keep":["country","role"],"missing":"base","others":"refused","columns":{"#,
        r#""q3":{"input":"/person/motivations/enjoyment","scale":[1,5]},"#,
        r#""hours":{"input":"/person/time/free_hours_per_week","factor":7,"#,
        r#""missing":{"low":5.0,"high":30.0}},"#,
        r#""employer":{"input":"/person/conditions/employer_regard","#,
        r#""levels":{"no":0.0,"a bit":{"low":0.2,"high":0.6}},"missing":"refused"},"#,
        r#""burnout":"/person/burnout_risk"}}"#,
    );
    let map = Map::read(text).unwrap();
    assert_eq!(serde_json::to_string(&map).unwrap(), text);
    let built = Map::default()
        .with_id("respondent")
        .with_weight("w")
        .with_cluster("team")
        .with_kept(["country", "role"])
        .with_missing(Missing::Base)
        .refusing_others()
        .with_column("q3", Column::new(ENJOYMENT).with_scale(1.0, 5.0))
        .with_column(
            "hours",
            Column::new(FREE)
                .with_factor(7.0)
                .with_missing(Missing::As(Estimate::between(5.0, 30.0))),
        )
        .with_column(
            "employer",
            Column::new(REGARD)
                .with_levels([("no", 0.0.into()), ("a bit", Estimate::between(0.2, 0.6))])
                .with_missing(Missing::Refused),
        )
        .with_column("burnout", Column::new("/person/burnout_risk"));
    assert_eq!(built, map);
}

#[test]
fn everything_wrong_in_a_document_is_said_at_once_and_in_order() {
    let text = r#"{"schema_version": 2, "id": 7, "keep": ["a", "b", "a"], "missing": "unknwn", "others": "kept",
        "columns": {"a": 3, "b": {"inptu": "/x"}, "c": {"input": "/x", "scale": [1]},
        "d": {"input": "/x", "scale": [2, 2]}, "e": {"input": "/x", "factor": 0},
        "f": {"input": "/x", "levels": {}}, "g": {"input": "/x", "levels": {"w": {"low": 3, "high": 1}}},
        "h": {"input": "/x", "missing": true}, "i": {"input": "/x", "levels": {"w": "much"}},
        "j": {"input": "/x", "scale": [1, 5], "factor": 2}, "k": "/x", "k": "/y"}}"#;
    let expected = [
        ("/schema_version", Code::UnknownVersion),
        ("/id", Code::WrongType),
        ("/keep/2", Code::RepeatedEntry),
        ("/missing", Code::UnknownValue),
        ("/others", Code::UnknownValue),
        ("/columns/a", Code::WrongType),
        ("/columns/b", Code::MissingField),
        ("/columns/b/inptu", Code::UnknownField),
        ("/columns/c/scale", Code::WrongShape),
        ("/columns/d/scale", Code::OutOfRange),
        ("/columns/e/factor", Code::OutOfRange),
        ("/columns/f/levels", Code::EmptyList),
        ("/columns/g/levels/w", Code::LowAboveHigh),
        ("/columns/h/missing", Code::WrongType),
        ("/columns/i/levels/w", Code::WrongType),
        ("/columns/j", Code::WrongType),
        ("/columns/k", Code::DuplicateKey),
    ];
    let mut found = refused(text);
    found.sort();
    let mut expected = expected.map(|(path, code)| (path.to_owned(), code));
    expected.sort();
    assert_eq!(found, expected);
    assert_eq!(refused("{"), [(String::new(), Code::InvalidJson)]);
    assert_eq!(refused("[]"), [(String::new(), Code::WrongType)]);
    let none = refused(r#"{"schema_version": 1}"#);
    assert_eq!(none, [(String::new(), Code::MissingField)]);
    assert_eq!(refused(&with("{}")), [("/columns".to_owned(), Code::EmptyList)]);
}

#[test]
fn everything_that_does_not_fit_is_said_at_once() {
    let map = Map::read(
        r#"{"schema_version": 1, "id": "who", "keep": ["role", "conutry"], "weight": "country",
        "cluster": "list", "columns": {
        "q1": "/person/motivations/enjoyment", "q2": "/person/motivations/enjoyment",
        "q3": "/person/motivations/enjoiment", "q4": {"input": "/person/time/free_hours_per_week", "scale": [1, 5]},
        "q 5": "/person/burnout_risk", "day": "/person/discount_rate", "user": "/person/motivations/income",
        "q6": {"input": "/person/conditions/employer_regard", "levels": {"a/b": 80, "c": {"low": 0, "high": 1}},
               "missing": 3},
        "q7": {"input": "/person/motivations/career", "levels": {"w": {"low": 0.2, "high": 11}}},
        "q8": "/person/time/limit_hours_per_week",
        "q9": {"input": "/person/time/work_hours_per_week", "scale": [1, 7]}}}"#,
    )
    .unwrap();
    let list = DataType::List(Field::new_list_field(DataType::Int8, true).into());
    let user = DataType::Struct(Fields::from(vec![Field::new("id", DataType::Int64, true)]));
    let mut columns: Vec<(&str, DataType)> = ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9"]
        .map(|name| (name, DataType::Utf8))
        .to_vec();
    columns.extend([
        ("country", DataType::Date32),
        ("role", DataType::Utf8),
        ("list", list),
        ("day", DataType::Date64),
        ("user", user),
    ]);
    let error = bind(&map, &table(&columns)).unwrap_err();
    assert_eq!(
        found(&error),
        [
            ("/id", Code::UnknownItem),
            ("/weight", Code::WrongType),
            ("/cluster", Code::WrongType),
            ("/keep/1", Code::UnknownItem),
            ("/columns/q2", Code::RepeatedEntry),
            ("/columns/q3", Code::UnknownItem),
            ("/columns/q4/scale", Code::OutOfRange),
            ("/columns/q 5", Code::UnknownItem),
            ("/columns/day", Code::WrongType),
            ("/columns/user", Code::WrongType),
            ("/columns/q6/levels/a~1b", Code::OutOfRange),
            ("/columns/q6/levels/c", Code::IntervalAtEdge),
            ("/columns/q7/levels/w/high", Code::OutOfRange),
            ("/columns/q8", Code::UnknownItem),
        ]
    );
    let help = |at: usize| error.problems()[at].help.as_deref().unwrap_or_default();
    assert!(help(0).starts_with("its columns are q1, q2"));
    assert_eq!(help(3), "did you mean `country`?");
    assert_eq!(help(5), "did you mean `/person/motivations/enjoyment`?");
    assert_eq!(help(7), "did you mean `q5`?");
    assert_eq!(help(9), "name one of its members, such as `user.id`");
    assert!(help(10).starts_with("did you mean 0.8?"), "{}", help(10));
    assert!(error.problems()[13].message.starts_with("the base case gives no value"));
}

#[test]
fn columns_that_nobody_names_are_refused_where_the_map_says_so() {
    let map = Map::default().with_column("user.q", Column::new(ENJOYMENT)).with_kept(["role"]);
    let user = DataType::Struct(Fields::from(vec![Field::new("q", DataType::Int64, true)]));
    let table = table(&[("user", user), ("role", DataType::Utf8), ("age", DataType::Int8)]);
    assert!(bind(&map, &table).is_ok());
    let error = bind(&map.refusing_others(), &table).unwrap_err();
    assert_eq!(found(&error), [("/others", Code::UnknownField)]);
    assert!(error.problems()[0].message.contains("`age`"));
}

#[test]
fn an_exact_name_counts_before_a_member_and_two_of_a_name_are_refused() {
    let inner = DataType::Struct(Fields::from(vec![Field::new("c", DataType::Int64, false)]));
    let outer = DataType::Struct(Fields::from(vec![
        Field::new("b", inner, true),
        Field::new("b.c", DataType::Utf8, true),
    ]));
    let schema = table(&[("a", outer.clone()), ("x", DataType::Int8), ("x", DataType::Int8)]);
    let map = Map::default().with_column("a.b.c", Column::new(ENJOYMENT));
    assert!(bind(&map, &schema).is_ok());
    let twice = Map::default().with_column("x", Column::new(ENJOYMENT));
    let error = bind(&twice, &schema).unwrap_err();
    assert_eq!(found(&error), [("/columns/x", Code::RepeatedEntry)]);
    let exact = table(&[("a", outer), ("a.b.c", DataType::Date32)]);
    assert_eq!(found(&bind(&map, &exact).unwrap_err()), [("/columns/a.b.c", Code::WrongType)]);
}

#[test]
fn what_a_missing_answer_counts_as() {
    let said = |input: &str, missing: Missing| {
        let map = Map::default().with_column("q", Column::new(input).with_missing(missing));
        bind(&map, &numbers(&["q"])).map(|bound| {
            let column = bound.columns.into_iter().next().unwrap();
            (column.missing, column.estimates)
        })
    };
    let uniform = Estimate::Uniform { min: 0.0, max: 10.0 };
    let unknown = said(ENJOYMENT, Missing::Unknown).unwrap();
    assert_eq!(unknown, (Some(Said::Vague(1, 5.0)), vec![uniform]));
    let as_the_case = |mean| (Some(Said::Vague(RespondentColumn::AS_THE_CASE, mean)), vec![]);
    assert_eq!(said(ENJOYMENT, Missing::Base).unwrap(), as_the_case(8.0));
    assert_eq!(said(ENJOYMENT, Missing::Refused).unwrap(), (None, vec![]));
    let three = Missing::As(3.0.into());
    assert_eq!(said(ENJOYMENT, three).unwrap(), (Some(Said::Value(3.0)), vec![]));
    // Of the base case an uncertain number stays uncertain: for each person alone, or for all alike.
    let learning = "/person/motivations/learning";
    let input = PLAN.input(learning).unwrap();
    let unknown = said(learning, Missing::Unknown).unwrap();
    assert_eq!(unknown, (Some(Said::Vague(1, input.mean())), vec![input.estimate.clone()]));
    assert_eq!(said(learning, Missing::Base).unwrap(), as_the_case(input.mean()));
    let error = said(ENJOYMENT, Missing::As(Estimate::between(0.0, 5.0))).unwrap_err();
    assert_eq!(found(&error), [("/columns/q/missing", Code::IntervalAtEdge)]);
    let all = Map::default()
        .with_missing(Missing::As(11.0.into()))
        .with_column("q", Column::new(ENJOYMENT));
    let error = bind(&all, &numbers(&["q"])).unwrap_err();
    assert_eq!(found(&error), [("/missing", Code::OutOfRange)]);
}

#[test]
fn a_scale_needs_values_at_both_ends() {
    let scaled = |input: &str| {
        let map = Map::default().with_column("q", Column::new(input).with_scale(1.0, 5.0));
        bind(&map, &numbers(&["q"])).map(|_| ())
    };
    assert!(scaled(ENJOYMENT).is_ok() && scaled(REGARD).is_ok());
    for input in ["/person/burnout_risk", FREE, "/person/money/hour_value"] {
        assert_eq!(found(&scaled(input).unwrap_err()), [("/columns/q/scale", Code::OutOfRange)]);
    }
    for ends in [[1.0, 1.0], [f64::NAN, 5.0], [1.0, f64::INFINITY], [-1.7e308, 1.7e308]] {
        let column = Column::new(ENJOYMENT).with_scale(ends[0], ends[1]);
        let error = bind(&Map::default().with_column("q", column), &numbers(&["q"])).unwrap_err();
        assert_eq!(found(&error), [("/columns/q/scale", Code::OutOfRange)], "{ends:?}");
    }
}

#[test]
fn names_say_which_column_feeds_what() {
    let names = [
        "ID",
        "/person/burnout_risk",
        "Motivations Enjoyment",
        "free-hours.per/week",
        "hours",
        "Meetup, activities, organizing: hours",
        "organizing_hours",
        "income",
        "outcome",
    ];
    let map = Map::inferred(&PLAN, &numbers(&names));
    let inferred: Vec<(&str, &str)> =
        map.columns().map(|(name, column)| (name, column.input())).collect();
    assert_eq!(
        inferred,
        [
            ("/person/burnout_risk", "/person/burnout_risk"),
            ("Motivations Enjoyment", ENJOYMENT),
            ("free-hours.per/week", FREE),
            (
                "Meetup, activities, organizing: hours",
                "/pursuits/meetup/activities/organizing/hours"
            ),
            ("income", "/person/motivations/income"),
        ]
    );
    assert_eq!(map.id(), Some("ID"));
    let starter = Map::starter(&PLAN, &numbers(&names));
    assert!(starter.kept().eq(["hours", "organizing_hours", "outcome"]));
    let text = serde_json::to_string(&starter).unwrap();
    assert_eq!(Map::read(&text).unwrap(), starter);
    // Two columns for one input are not chosen from in silence.
    let twice = numbers(&["enjoyment", "motivations_enjoyment"]);
    let error = bind(&Map::inferred(&PLAN, &twice), &twice).unwrap_err();
    assert_eq!(found(&error), [("/columns/motivations_enjoyment", Code::RepeatedEntry)]);
    let none = numbers(&["x"]);
    let error = bind(&Map::inferred(&PLAN, &none), &none).unwrap_err();
    assert_eq!(found(&error), [("/columns", Code::EmptyList)]);
}

#[test]
fn a_map_of_many_columns_is_cut_and_says_so() {
    let columns: Vec<String> = (0..300).map(|at| format!(r#""q{at}": "/x""#)).collect();
    let problems = refused(&with(&format!("{{{}}}", columns.join(","))));
    assert_eq!(problems, [("/columns".to_owned(), Code::TooManyItems)]);
    let names: Vec<String> = (0..600).map(|at| format!("q{at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let starter = Map::starter(&PLAN, &numbers(&names));
    let text = serde_json::to_string(&starter.with_column("q0", Column::new(ENJOYMENT))).unwrap();
    assert!(Map::read(&text).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever the names are, a map that was built reads back as it was.
    #[test]
    fn every_map_that_is_built_reads_back(
        names in proptest::collection::hash_set(".{0,12}", 1..6),
        kept in proptest::collection::hash_set(".{0,6}", 0..4),
        scale in (-1e6..1e6, -1e6..1e6).prop_filter("ends differ", |(a, b): &(f64, f64)| (a - b).abs() > 0.0),
        level in 0.0..1.0,
    ) {
        let columns = [
            Column::new(ENJOYMENT).with_scale(scale.0, scale.1),
            Column::new(FREE).with_factor(scale.0 + 0.5),
            Column::new(REGARD).with_levels([("w/~", Estimate::Certain(level))]),
            Column::new("/person/burnout_risk"),
        ];
        let named = names.iter().zip(columns.iter().cycle());
        let map = named.fold(Map::default(), |map, (name, column)| map.with_column(name, column.clone()));
        let map = map.with_kept(kept);
        let text = serde_json::to_string(&map).unwrap();
        prop_assert_eq!(Map::read(&text).unwrap(), map);
    }

    /// No text makes the reader panic.
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,80}") {
        let _ = Map::read(&text);
        let _ = Map::read(&with(&text));
    }
}
