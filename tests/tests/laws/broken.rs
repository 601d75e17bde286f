//! Broken documents: whatever a document says, there is an answer with finite figures, or problems
//! that point to what is wrong. Nothing panics.

use crate::quick::{quick, quickly};
use crate::support::{any_case, pick};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};
use worthwhile::{Code, Plan, Problem};
use worthwhile_conformance::runs::{Json, holds};

/// Marks a key that stands twice: JSON values have no such keys, but texts may.
const AGAIN: &str = "~again~";

/// Words that mean something somewhere in a document.
const WORDS: [&str; 34] = [
    "schema_version",
    "person",
    "pursuits",
    "motivations",
    "enjoyment",
    "time",
    "money",
    "award",
    "effort",
    "preset",
    "microsoft-mvp",
    "rest",
    "activities",
    "benefits",
    "hours",
    "chance",
    "id",
    "kind",
    "low",
    "high",
    "min",
    "max",
    "dist",
    "discrete",
    "levels",
    "anyway",
    "lasts_years",
    "delay_years",
    "drawbacks",
    "bother",
    "either_or",
    "usual_per_year",
    "give_up_after_years",
    "stop",
];

fn number() -> impl Strategy<Value = Value> {
    let special = vec![
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        5e-324,
        1e-300,
        1e-12,
        10.0,
        52.0,
        168.0,
        1e9,
        1e300,
        f64::MAX,
        f64::MIN,
    ];
    prop_oneof![
        4 => select(special).prop_map(|number| json!(number)),
        2 => (-5..200_i64).prop_map(|number| json!(number)),
        2 => any::<f64>().prop_map(|number| json!(number)),
        1 => (-2.0..12.0_f64).prop_map(|number| json!(number)),
        1 => any::<u64>().prop_map(|number| json!(number)),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => select(WORDS.to_vec()).prop_map(str::to_owned),
        2 => any::<String>(),
        1 => Just("7".to_owned()),
        1 => Just("NaN".to_owned()),
        1 => Just("é".repeat(4001)),
    ]
}

/// Any JSON value, some of which look like parts of a case.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(|flag| json!(flag)),
        4 => number(),
        2 => text().prop_map(|text| json!(text)),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            vec((text(), inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// A number that the field may well accept, however odd it is.
fn odd_number() -> impl Strategy<Value = Value> {
    let pert = (0.0..1.0_f64).prop_map(|size| json!({"min": 0, "mode": 5e-324, "max": size}));
    let tiny = select(vec![5e-324, 1e-308, 1e-200, 1e-100, 1e-17, 1e-9]);
    let interval = tiny.clone().prop_map(|low| json!({"low": low, "high": 0.5}));
    prop_oneof![3 => tiny.prop_map(|number| json!(number)), 1 => pert, 1 => interval]
}

#[derive(Debug, Clone)]
enum Breakage {
    Replace(Value),
    Drop,
    Repeat,
}

fn breakage() -> impl Strategy<Value = Breakage> {
    prop_oneof![
        4 => any_value().prop_map(Breakage::Replace),
        1 => Just(Breakage::Drop),
        1 => Just(Breakage::Repeat),
    ]
}

/// A part of a pointer, escaped.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Pointers to everything in a document, from the root on.
fn everything(value: &Value, pointer: &str, found: &mut Vec<String>) {
    found.push(pointer.to_owned());
    match value {
        Value::Array(list) => list.iter().enumerate().for_each(|(at, value)| {
            everything(value, &format!("{pointer}/{at}"), found);
        }),
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            everything(value, &format!("{pointer}/{}", escaped(key)), found);
        }),
        _ => {}
    }
}

fn drop_or_repeat(parent: &mut Value, key: &str, is_drop: bool) {
    match parent {
        Value::Array(list) => {
            let at: usize = key.parse().unwrap();
            if is_drop {
                list.remove(at);
            } else {
                list.push(list[at].clone());
            }
        }
        Value::Object(map) if is_drop => drop(map.remove(key)),
        Value::Object(map) => {
            let again = map[key].clone();
            map.insert(format!("{AGAIN}{key}"), again);
        }
        _ => {}
    }
}

fn break_at(document: &mut Value, pointer: &str, how: &Breakage) {
    match (how, pointer.rsplit_once('/')) {
        (Breakage::Replace(value), _) => {
            *document.pointer_mut(pointer).unwrap() = value.clone();
        }
        (_, Some((parent, key))) => {
            let key = key.replace("~1", "/").replace("~0", "~");
            let is_drop = matches!(how, Breakage::Drop);
            drop_or_repeat(document.pointer_mut(parent).unwrap(), &key, is_drop);
        }
        (_, None) => {}
    }
}

/// No null stands in an answer: parts that do not exist are absent, and JSON writers put null where
/// a number is not finite.
fn is_whole(answer: &Value) -> bool {
    match answer {
        Value::Null => false,
        Value::Array(list) => list.iter().all(is_whole),
        Value::Object(map) => map.values().all(is_whole),
        _ => true,
    }
}

/// Codes whose problems name the very value they found.
const NAMES_ITS_VALUE: [Code; 10] = [
    Code::WrongType,
    Code::OutOfRange,
    Code::UnknownValue,
    Code::UnknownVersion,
    Code::InvalidName,
    Code::UnknownPreset,
    Code::UnknownItem,
    Code::UnknownCategory,
    Code::UnknownCondition,
    Code::ModeOutside,
];

/// A problem points to something in the document, and says of it what stands there.
fn points_to_it(problem: &Problem, document: &Value) -> Result<(), TestCaseError> {
    let Some(place) = document.pointer(&problem.path) else {
        return Err(TestCaseError::fail(format!("there is no such place: {problem}")));
    };
    let found = problem.data.as_ref().and_then(|data| data.found.as_ref());
    let (true, Some(found)) = (NAMES_ITS_VALUE.contains(&problem.code), found) else {
        return Ok(());
    };
    let is_it = match (found, place) {
        (Value::Number(found), Value::Number(place)) => found.as_f64() == place.as_f64(),
        (Value::String(found), Value::String(place)) => {
            found == place || place.starts_with(found.trim_end_matches('…'))
        }
        (_, Value::Object(_) | Value::Array(_)) => true,
        _ => found == place,
    };
    // A name may be the key rather than the value.
    let key =
        problem.path.rsplit_once('/').map(|(_, key)| key.replace("~1", "/").replace("~0", "~"));
    let is_key = found.as_str().zip(key).is_some_and(|(found, key)| {
        problem.code == Code::InvalidName && key.starts_with(found.trim_end_matches('…'))
    });
    let is_it = is_it || is_key;
    prop_assert!(is_it, "{} found {}, there is {}", problem, found, place);
    Ok(())
}

/// The whole answer, levers too, over a few scenarios.
fn assess(text: &str) -> Result<String, worthwhile::Error> {
    let options = quickly().with_levers(true);
    Ok(Plan::read(text)?.run().options(&options).assess()?.to_json())
}

fn is_answered_or_explained(document: &Value) -> Result<(), TestCaseError> {
    let text = document.to_string().replace(&format!("\"{AGAIN}"), "\"");
    let problems = worthwhile::check(&text);
    let is_refused = problems.iter().any(Problem::is_error);
    match assess(&text) {
        Ok(answer) => {
            prop_assert!(!is_refused, "{text} is answered in spite of {problems:?}");
            let answer: Value = serde_json::from_str(&answer).unwrap();
            prop_assert!(is_whole(&answer), "{text} has the answer {answer}");
            let expanded = worthwhile::expand(&text).unwrap();
            prop_assert!(quick(&expanded).is_ok(), "{expanded} is refused");
        }
        Err(error) => {
            prop_assert!(is_refused && error.problems() == problems, "{text}: {error}");
            prop_assert!(serde_json::from_str::<worthwhile::Case>(&text).is_err());
        }
    }
    problems.iter().try_for_each(|problem| points_to_it(problem, document))
}

#[test]
fn a_broken_case_is_answered_or_explained() {
    let breakages = vec((any::<Index>(), breakage()), 1..=3);
    holds(600, (any_case(), breakages), |(Json(case), breakages)| {
        let mut broken = case;
        for (index, how) in &breakages {
            let mut pointers = vec![];
            everything(&broken, "", &mut pointers);
            break_at(&mut broken, pick(*index, &pointers).unwrap(), how);
        }
        is_answered_or_explained(&broken)
    });
}

/// Numbers at the edge of what a float holds, in fields that accept them.
#[test]
fn odd_numbers_have_finite_answers() {
    let changes = vec((any::<Index>(), odd_number()), 1..=3);
    holds(400, (any_case(), changes), |(Json(case), changes)| {
        let mut odd = case;
        for (index, number) in &changes {
            let mut pointers = vec![];
            everything(&odd, "", &mut pointers);
            pointers.retain(|pointer| odd.pointer(pointer).unwrap().is_number());
            *odd.pointer_mut(pick(*index, &pointers).unwrap()).unwrap() = number.clone();
        }
        is_answered_or_explained(&odd)
    });
}

#[test]
fn any_value_is_answered_or_explained() {
    holds(1000, any_value().prop_map(Json), |Json(value)| is_answered_or_explained(&value));
}

/// Lists of names, in which something wrong may stand before something else that is wrong.
#[test]
fn a_problem_of_a_list_points_to_its_entry() {
    let names = ["rest", "relationships", "market_regard", "nobody", "Bad Name", ""];
    let entry = prop_oneof![
        5 => select(names.to_vec()).prop_map(|name| json!(name)),
        1 => Just(json!(7)),
    ];
    let lists = (vec(entry.clone(), 0..6), vec(entry.clone(), 0..6), vec(entry, 0..6));
    holds(300, lists, |(omit, depends_on, ranking)| {
        is_answered_or_explained(&json!({
            "schema_version": 1,
            "person": {"motivation_ranking": ranking, "time": {"free_hours_per_week": 20}},
            "pursuits": [{
                "preset": "rest",
                "omit": omit,
                "benefits": [{"category": "skills", "depends_on": depends_on}]
            }]
        }))
    });
}

#[test]
fn a_text_that_is_cut_or_spoilt_is_explained() {
    let values = (any_case(), any::<Index>(), proptest::option::of(any::<char>()));
    holds(300, values, |(Json(case), index, spoil)| {
        let mut text = case.to_string();
        let mut end = index.index(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        match spoil {
            Some(character) => text.insert(end, character),
            None => text.truncate(end),
        }
        let problems = worthwhile::check(&text);
        let is_refused = problems.iter().any(Problem::is_error);
        prop_assert_eq!(quick(&text).is_err(), is_refused);
        prop_assert!(is_refused || spoil.is_some());
        Ok(())
    });
}

/// What nobody else writes: a word, a number.
const HIDDEN: [&str; 2] = ["zqx", "918273"];

/// A value with something hidden in it.
fn hidden() -> impl Strategy<Value = Value> {
    let word = "[a-z ]{0,9}".prop_map(|tail| json!(format!("zqx{tail}")));
    let number = select(vec![918_273.0, -918_273.5, 0.918_273, 9_182_734.0]);
    let leaf = prop_oneof![word, number.prop_map(|number| json!(number))];
    prop_oneof![
        4 => leaf.clone(),
        1 => leaf.clone().prop_map(|hidden| json!([hidden])),
        1 => leaf.clone().prop_map(|hidden| json!({"zqx-key": hidden})),
        1 => leaf.clone().prop_map(|hidden| json!({"low": hidden, "high": 3})),
        1 => leaf.prop_map(|hidden| json!({"dist": hidden, "918273": 1})),
    ]
}

/// Problems that can be told to a log say nothing that stands in the document.
#[test]
fn what_is_redacted_says_nothing_of_the_document() {
    let changes = vec((any::<Index>(), hidden(), any::<bool>()), 1..=4);
    let said = std::sync::atomic::AtomicUsize::new(0);
    holds(600, (any_case(), changes), |(Json(case), changes)| {
        let mut document = case;
        for (index, value, is_key) in &changes {
            let mut pointers = vec![];
            everything(&document, "", &mut pointers);
            let place = document.pointer_mut(pick(*index, &pointers).unwrap()).unwrap();
            match place {
                Value::Object(map) if *is_key => {
                    map.insert("zqx/918273".to_owned(), value.clone());
                }
                place => *place = value.clone(),
            }
        }
        let text = document.to_string();
        for problem in worthwhile::check(&text) {
            let told = problem.redacted();
            let all = format!("{told} {}", serde_json::to_string(&told).unwrap());
            prop_assert!(HIDDEN.iter().all(|own| !all.contains(own)), "{}: {}", problem, all);
            let parts = |path: &str| path.split('/').count();
            prop_assert_eq!(parts(&told.path), parts(&problem.path));
            prop_assert_eq!((told.code, told.severity), (problem.code, problem.severity));
            let names = HIDDEN.iter().any(|own| problem.to_string().contains(own));
            said.fetch_add(usize::from(names), std::sync::atomic::Ordering::Relaxed);
        }
        if let Err(error) = Plan::read(&text) {
            let all = error.redacted().to_string();
            prop_assert!(HIDDEN.iter().all(|own| !all.contains(own)), "{}", all);
        }
        Ok(())
    });
    // Unless they are redacted, they do.
    assert!(said.into_inner() > 100);
}
