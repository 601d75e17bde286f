//! What answers become.

use std::sync::{Arc, LazyLock};

use arrow::array::{
    ArrayRef, BooleanArray, DictionaryArray, Float64Array, Int64Array, RecordBatch, StringArray,
    StructArray,
};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Field, Fields, Int8Type};
use proptest::prelude::*;
use worthwhile::{Code, Estimate, Plan};

use super::{Answers, CellProblem};
use crate::map::{Column, Map, Missing};

const ENJOYMENT: &str = "/person/motivations/enjoyment";
const INCOME: &str = "/person/motivations/income";
const FREE: &str = "/person/time/free_hours_per_week";
const REGARD: &str = "/person/conditions/employer_regard";

static PLAN: LazyLock<Plan> =
    LazyLock::new(|| Plan::read(include_str!("../../examples/case.json")).unwrap());

fn batch(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    let columns = columns.into_iter().map(|(name, array)| (name, array, true));
    RecordBatch::try_from_iter_with_nullable(columns).unwrap()
}

fn answers(map: &Map, batch: &RecordBatch) -> Answers {
    map.bind(&PLAN, batch.schema_ref()).unwrap().answers(batch, 2).unwrap()
}

fn one(column: Column, array: ArrayRef) -> Answers {
    let map = Map::default().with_column("q", column);
    answers(&map, &batch(vec![("q", array)]))
}

fn numbers(values: &[f64]) -> ArrayRef {
    Arc::new(Float64Array::from(values.to_vec()))
}

fn words(values: &[&str]) -> ArrayRef {
    Arc::new(StringArray::from(values.to_vec()))
}

/// The values of the only column, with nothing where there is a problem.
fn values(answers: &Answers) -> Vec<Option<f64>> {
    let own = answers.columns[0].values.iter();
    own.map(|value| (!value.is_nan()).then_some(*value)).collect()
}

fn codes(answers: &Answers) -> Vec<(usize, Option<usize>, Code)> {
    let own = answers.problems.iter();
    own.map(|CellProblem { row, column, problem }| (*row, *column, problem.code)).collect()
}

#[test]
fn a_number_is_taken_as_it_is() {
    let answers = one(Column::new(ENJOYMENT), numbers(&[0.0, 7.5, 10.0]));
    assert_eq!(values(&answers), [Some(0.0), Some(7.5), Some(10.0)]);
    assert_eq!((&answers.unknown, &answers.columns[0].vague), (&vec![0; 3], &vec![0; 3]));
    assert_eq!(answers.weights, [1.0; 3]);
    assert!(answers.problems.is_empty());
}

#[test]
fn what_the_input_does_not_take_is_a_problem_of_the_row() {
    let column = Column::new(REGARD).with_missing(Missing::Refused);
    let answers = one(column, numbers(&[0.5, 80.0, f64::INFINITY, f64::NAN, -0.5]));
    assert_eq!(values(&answers), [Some(0.5), None, None, None, None]);
    assert_eq!(
        codes(&answers),
        [
            (1, Some(0), Code::OutOfRange),
            (2, Some(0), Code::NotFinite),
            (3, Some(0), Code::MissingField),
            (4, Some(0), Code::OutOfRange),
        ]
    );
    let first = &answers.problems[0].problem;
    assert_eq!(first.path, REGARD);
    assert!(first.help.as_deref().unwrap().starts_with("did you mean 0.8?"));
    let whole = one(Column::new("/person/horizon_years"), numbers(&[3.0, 2.5]));
    assert_eq!(codes(&whole), [(1, Some(0), Code::WrongType)]);
}

#[test]
fn a_scale_ends_where_the_input_does_also_when_it_is_reversed() {
    let likert =
        one(Column::new(ENJOYMENT).with_scale(1.0, 5.0), numbers(&[1.0, 3.0, 5.0, 6.0, 0.9]));
    assert_eq!(values(&likert), [Some(0.0), Some(5.0), Some(10.0), None, None]);
    assert_eq!(likert.problems[0].problem.message, "`6` is outside the scale; expected 1 to 5");
    let reversed = one(Column::new(ENJOYMENT).with_scale(5.0, 1.0), numbers(&[1.0, 3.0, 5.0, 6.0]));
    assert_eq!(values(&reversed), [Some(10.0), Some(5.0), Some(0.0), None]);
    let both =
        Column::new("/pursuits/meetup/activities/organizing/enjoyability").with_scale(0.0, 4.0);
    assert_eq!(values(&one(both, numbers(&[0.0, 2.0, 4.0]))), [Some(-10.0), Some(0.0), Some(10.0)]);
}

#[test]
fn a_factor_multiplies_and_its_problems_name_the_answer() {
    let answers = one(Column::new(FREE).with_factor(7.0), numbers(&[3.0, 30.0, f64::MAX]));
    assert_eq!(values(&answers), [Some(21.0), None, None]);
    let message = "`210` is out of range; expected greater than 0 and at most 168; the answer is `30`, times 7";
    assert_eq!(answers.problems[0].problem.message, message);
    assert_eq!(codes(&answers)[1], (2, Some(0), Code::NotFinite));
}

#[test]
fn numbers_are_read_from_text_too() {
    let texts =
        ["7", " 7.5 ", "1e1", "-1", "much", "7,5", "7,500", "inf", "NA", "n/a", "NaN", "null", ""];
    let answers = one(Column::new(ENJOYMENT).with_missing(Missing::As(2.0.into())), words(&texts));
    let (read, filled) = ([Some(7.0), Some(7.5), Some(10.0)], [Some(2.0); 5]);
    let expected = [&read[..], &[None; 2], &[Some(7.5)], &[None; 2], &filled].concat();
    assert_eq!(values(&answers), expected);
    let missing = &answers.columns[0].missing;
    assert_eq!(missing.iter().filter(|own| **own).count(), 5);
    assert_eq!(answers.unknown.iter().sum::<i16>(), 0, "they count as 2, which is known");
    assert_eq!(
        codes(&answers),
        [
            (3, Some(0), Code::OutOfRange),
            (4, Some(0), Code::WrongType),
            (6, Some(0), Code::WrongType),
            (7, Some(0), Code::NotFinite),
        ]
    );
    let help = |at: usize| answers.problems[at].problem.help.as_deref().unwrap();
    assert_eq!(help(2), "write a point for the decimals, and no commas");
    assert!(help(1).contains("`levels`"));
}

#[test]
fn true_and_false_are_one_and_nothing() {
    let flags: ArrayRef = Arc::new(BooleanArray::from(vec![true, false]));
    assert_eq!(values(&one(Column::new(REGARD), flags.clone())), [Some(1.0), Some(0.0)]);
    let levels = Column::new(REGARD).with_levels([("True", 0.75.into()), ("false", 0.25.into())]);
    assert_eq!(values(&one(levels, flags)), [Some(0.75), Some(0.25)]);
    assert_eq!(
        values(&one(Column::new(REGARD), words(&["True", " false "]))),
        [Some(1.0), Some(0.0)]
    );
}

#[test]
fn words_count_as_their_level() {
    let levels = [
        ("not at all", 0.0.into()),
        ("somewhat", Estimate::between(0.2, 0.6)),
        ("Some what", Estimate::between(0.3, 0.6)),
        ("It counts", 1.0.into()),
        ("3", 0.5.into()),
        ("na", 0.125.into()),
        ("Case", 0.25.into()),
        ("case", 0.75.into()),
        ("sure", Estimate::between(0.4, 0.4)),
    ];
    let column = Column::new(REGARD)
        .with_levels(levels)
        .with_missing(Missing::As(Estimate::between(0.1, 0.9)));
    let texts = [
        "not at all",
        " IT COUNTS",
        "somewhat",
        "3",
        "NA",
        "Case",
        "case",
        "CASE",
        "sure",
        "null",
        "somwhat",
    ];
    let answers = one(column.clone(), words(&texts));
    let mean =
        |low, high| Some(Estimate::between(low, high).mean(&worthwhile::field::CONDITION.domain));
    assert_eq!(
        values(&answers),
        [
            Some(0.0),
            Some(1.0),
            mean(0.2, 0.6),
            Some(0.5),
            Some(0.125),
            Some(0.25),
            Some(0.75),
            None,
            Some(0.4),
            mean(0.1, 0.9),
            None,
        ]
    );
    assert_eq!(answers.columns[0].vague, [0, 0, 1, 0, 0, 0, 0, 0, 0, 3, 0]);
    assert_eq!(
        answers.columns[0].estimates,
        [Estimate::between(0.2, 0.6), Estimate::between(0.3, 0.6), Estimate::between(0.1, 0.9),]
    );
    assert_eq!(answers.columns[0].missing.iter().position(|own| *own), Some(9));
    assert_eq!(
        codes(&answers),
        [(7, Some(0), Code::UnknownValue), (10, Some(0), Code::UnknownValue)]
    );
    assert_eq!(answers.problems[1].problem.help.as_deref(), Some("did you mean `somewhat`?"));
    // A number is the word that is written for it.
    assert_eq!(values(&one(column, numbers(&[3.0, 4.0]))), [Some(0.5), None]);
}

#[test]
fn a_missing_answer_is_counted_however_it_is_missing() {
    let map = Map::default()
        .with_column("a", Column::new(ENJOYMENT))
        .with_column("b", Column::new(INCOME).with_missing(Missing::Base));
    let a = Float64Array::from(vec![None, Some(f64::NAN), Some(1.0)]);
    let b = Int64Array::from(vec![None, Some(4), Some(5)]);
    let answers = answers(&map, &batch(vec![("a", Arc::new(a)), ("b", Arc::new(b))]));
    assert_eq!(answers.unknown, [1, 1, 0]);
    assert_eq!(answers.columns[0].missing, [true, true, false]);
    assert_eq!(answers.columns[1].missing, [true, false, false]);
    assert_eq!(answers.columns[0].vague, [1, 1, 0]);
    assert_eq!(answers.columns[0].estimates, [Estimate::Uniform { min: 0.0, max: 10.0 }]);
    assert_eq!(answers.columns[1].values, [2.0, 4.0, 5.0]);
}

#[test]
fn problems_come_by_row_and_then_by_column() {
    let map = Map::default()
        .with_weight("b")
        .with_column("a", Column::new(ENJOYMENT))
        .with_column("b", Column::new(INCOME));
    let columns = vec![("a", numbers(&[1.0, 11.0])), ("b", numbers(&[-1.0, -1.0]))];
    let found = codes(&answers(&map, &batch(columns)));
    let found: Vec<(usize, Option<usize>)> = found.iter().map(|own| (own.0, own.1)).collect();
    assert_eq!(found, [(0, None), (0, Some(1)), (1, None), (1, Some(0)), (1, Some(1))]);
}

#[test]
fn a_member_of_a_struct_is_missing_where_the_struct_is() {
    let member = Field::new("q", DataType::Float64, false);
    let array = StructArray::new(
        Fields::from(vec![member]),
        vec![numbers(&[3.0, 4.0])],
        Some(vec![true, false].into()),
    );
    let map = Map::default()
        .with_id("user.q")
        .with_column("user.q", Column::new(ENJOYMENT).with_missing(Missing::Base));
    let batch = batch(vec![("user", Arc::new(array))]);
    let answers = answers(&map, &batch);
    assert_eq!(answers.columns[0].values, [3.0, 8.0]);
    assert_eq!(answers.columns[0].missing, [false, true]);
    let bound = map.bind(&PLAN, batch.schema_ref()).unwrap();
    let carried = bound.id.unwrap();
    assert_eq!((carried.field.name().as_str(), carried.field.is_nullable()), ("user.q", true));
    assert_eq!(carried.of(&batch).unwrap().null_count(), 1);
}

/// The model divides by the free hours, but somebody without any is the clearest no there is.
#[test]
fn no_free_hours_are_hardly_any() {
    let answers = one(Column::new(FREE), numbers(&[0.0, -0.0, 0.1, -1.0]));
    assert_eq!(values(&answers), [Some(0.25), Some(0.25), Some(0.1), None]);
    let a_day = one(Column::new(FREE).with_factor(7.0), numbers(&[0.0, 2.0]));
    assert_eq!(values(&a_day), [Some(0.25), Some(14.0)]);
}

#[test]
fn weights_that_are_none_are_problems() {
    let map = Map::default().with_weight("w").with_column("q", Column::new(ENJOYMENT));
    let weights = [Some("2.5"), Some("-1"), None, Some("1e200"), Some("x"), Some("0")];
    let weights: ArrayRef = Arc::new(StringArray::from(weights.to_vec()));
    let batch = batch(vec![("q", numbers(&[11.0, 1.0, 1.0, 1.0, 1.0, 1.0])), ("w", weights)]);
    let answers = answers(&map, &batch);
    let known: Vec<Option<f64>> =
        answers.weights.iter().map(|own| Some(*own).filter(|own| !own.is_nan())).collect();
    assert_eq!(known, [Some(2.5), None, None, None, None, Some(0.0)]);
    assert_eq!(answers.weighed_by.as_deref(), Some("w"));
    assert_eq!(
        codes(&answers),
        [
            (0, Some(0), Code::OutOfRange),
            (1, None, Code::OutOfRange),
            (2, None, Code::MissingField),
            (3, None, Code::OutOfRange),
            (4, None, Code::MissingField),
        ]
    );
}

#[test]
fn other_columns_than_those_that_were_fitted_are_refused() {
    let map = Map::default().with_column("q", Column::new(ENJOYMENT));
    let bound = map.bind(&PLAN, batch(vec![("q", numbers(&[1.0]))]).schema_ref()).unwrap();
    for other in [batch(vec![("r", numbers(&[1.0]))]), batch(vec![("q", words(&["1"]))])] {
        let error = bound.answers(&other, 1).unwrap_err();
        assert_eq!(error.problems()[0].code, Code::WrongShape);
    }
    let none = batch(vec![("q", numbers(&[]))]);
    let answers = bound.answers(&none, 1).unwrap();
    assert!(answers.keys.is_empty() && answers.columns[0].values.is_empty());
}

#[test]
fn a_key_depends_on_the_id_alone_or_on_the_answers() {
    let by_id = Map::default().with_id("id").with_column("q", Column::new(ENJOYMENT));
    let by_answers = Map::default().with_column("q", Column::new(ENJOYMENT));
    // The mean of what is unknown is not the answer 5.
    let q = numbers(&[5.0, 2.0, -0.0, 0.0, f64::NAN]);
    let ids: ArrayRef =
        Arc::new(StringArray::from(vec![Some("a"), Some("b"), Some("a"), None, None]));
    let batch = batch(vec![("id", ids), ("q", q)]);
    let keys = answers(&by_id, &batch).keys;
    assert_eq!(keys[0], keys[2]);
    let others = answers(&by_answers, &batch).keys;
    assert_eq!((others[2], others[3]), (keys[3], keys[3]));
    assert_eq!(others[4], keys[4]);
    let distinct: std::collections::HashSet<u64> = others.iter().copied().collect();
    assert_eq!(distinct.len(), 4);
    assert_ne!(keys[1], others[1]);
    // The same on every machine: FNV-1a and SplitMix64, computed apart from this crate.
    assert_eq!(keys[0], 0x5f29_c2aa_dd9b_8527);
}

proptest! {
    /// However a table is cut, and whatever type its numbers have, each row is read the same.
    #[test]
    fn a_row_is_read_alike_wherever_it_stands(
        values in proptest::collection::vec(proptest::option::of(-2_i8..13), 1..40),
        cut in 0_usize..40,
    ) {
        let whole: ArrayRef = Arc::new(arrow::array::Int8Array::from(values));
        let map = Map::default().with_id("q").with_column("q", Column::new(ENJOYMENT));
        let all = answers(&map, &batch(vec![("q", whole.clone())]));
        let cut = cut.min(whole.len());
        let kinds = [DataType::Int64, DataType::Float32, DataType::Utf8, DataType::LargeUtf8, DataType::Utf8View,
            DataType::Dictionary(Box::new(DataType::Int16), Box::new(DataType::Utf8)),
            DataType::Decimal128(10, 2)];
        for kind in kinds {
            let other = cast(&whole, &kind).unwrap();
            let parts = [other.slice(0, cut), other.slice(cut, other.len() - cut)];
            let [first, second] = parts.map(|part| answers(&map, &batch(vec![("q", part)])));
            let join = |of: fn(&Answers) -> Vec<String>| [of(&first), of(&second)].concat();
            let read = |own: &Answers| own.columns[0].values.iter().map(|value| value.to_string()).collect::<Vec<_>>();
            prop_assert_eq!(read(&all), join(read), "{}", kind);
            let problems = |own: &Answers| own.problems.iter().map(|own| own.problem.to_string()).collect::<Vec<_>>();
            prop_assert_eq!(problems(&all), join(problems), "{}", kind);
            if !matches!(kind, DataType::Decimal128(..)) {
                let keys = |own: &Answers| own.keys.iter().map(|key| key.to_string()).collect::<Vec<_>>();
                prop_assert_eq!(keys(&all), join(keys), "{}", kind);
            }
        }
    }

    /// A scale keeps the order of answers, or turns it around, and stays within the input.
    #[test]
    fn a_scale_keeps_order(first in -100.0..100.0_f64, size in 0.01..100.0_f64, at in 0.0..1.0_f64, more in 0.0..1.0_f64) {
        let last = first + size;
        let [low, high] = [at.min(more), at.max(more)].map(|share| (first + share * size).min(last));
        let read = |ends: [f64; 2]| {
            let column = Column::new(ENJOYMENT).with_scale(ends[0], ends[1]);
            let found = one(column, numbers(&[first, low, high, last]));
            assert!(found.problems.is_empty(), "{:?}", found.problems);
            found.columns[0].values.clone()
        };
        let (up, down) = (read([first, last]), read([last, first]));
        prop_assert!((up[0], up[3]) == (0.0, 10.0) && up.is_sorted());
        prop_assert!((down[0], down[3]) == (10.0, 0.0) && down.iter().rev().is_sorted());
        for (up, down) in up.iter().zip(&down) {
            prop_assert!((up + down - 10.0).abs() < 1e-9);
        }
    }

    /// Words stay what they are in a dictionary.
    #[test]
    fn a_dictionary_of_words_is_read_as_words(picks in proptest::collection::vec(proptest::option::of(0_usize..4), 0..30)) {
        let all = ["no", " Yes ", "perhaps", "never"];
        let texts: Vec<Option<&str>> = picks.iter().map(|pick| pick.map(|at| all[at])).collect();
        let column = Column::new(REGARD).with_levels([("no", 0.0.into()), ("yes", 1.0.into()), ("perhaps", Estimate::between(0.1, 0.9))]);
        let plain: ArrayRef = Arc::new(StringArray::from(texts.clone()));
        let shared: DictionaryArray<Int8Type> = texts.into_iter().collect();
        let [one, other] = [plain, Arc::new(shared) as ArrayRef].map(|array| one(column.clone(), array));
        prop_assert_eq!(format!("{one:?}"), format!("{other:?}"));
    }
}
