use std::ops::ControlFlow;
use std::sync::Arc;

use arrow::array::{ArrayRef, Float64Array, Int64Array, StringArray};
use proptest::prelude::*;
use worthwhile::{ChangeKind, Options, Plan};

use super::*;
use crate::map::Map;
use crate::people::{LeverChange, Speed};

pub(super) const CASE: &str = r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}, {"preset": "rest"}],
    "person": {"motivations": {"learning": 7, "income": 3}, "time": {"free_hours_per_week": 8}}}"#;
/// Nothing is uncertain but what people do not say.
const CERTAIN: &str = r#"{"schema_version": 1,
    "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 8}},
    "pursuits": [{"id": "course", "benefits": [{"category": "skills", "strength": 6}],
                  "activities": [{"id": "study", "kind": "study", "hours": 2, "per_year": 80}]}]}"#;
const MAP: &str = r#"{"schema_version": 1, "id": "id", "keep": ["role"], "columns": {
    "free": "/person/time/free_hours_per_week", "learning": "/person/motivations/learning"}}"#;

pub(super) fn batch(
    free: Vec<Option<f64>>,
    learning: Vec<Option<f64>>,
    roles: Vec<&str>,
) -> RecordBatch {
    let ids = Int64Array::from_iter_values(0..free.len() as i64);
    let columns: [(&str, ArrayRef); 4] = [
        ("id", Arc::new(ids)),
        ("free", Arc::new(Float64Array::from(free))),
        ("learning", Arc::new(Float64Array::from(learning))),
        ("role", Arc::new(StringArray::from(roles))),
    ];
    RecordBatch::try_from_iter_with_nullable(columns.map(|(name, own)| (name, own, true))).unwrap()
}

pub(super) fn some(count: usize) -> RecordBatch {
    let free = (0..count).map(|at| Some(0.3 + (at * 7 % 23) as f64 * 0.6));
    let learning = (0..count).map(|at| (at % 5 > 0).then_some((at * 3 % 11) as f64));
    let role = |at: usize| match at % 10 {
        0 => "lead",
        1..4 => "dev",
        _ => "student",
    };
    batch(free.collect(), learning.collect(), (0..count).map(role).collect())
}

fn levers() -> Vec<Lever> {
    let lever = |name: &str, kind, by| Lever {
        name: name.to_owned(),
        changes: vec![LeverChange {
            input: "/person/time/free_hours_per_week".to_owned(),
            kind,
            by,
        }],
    };
    vec![
        lever("nothing", ChangeKind::Times, 1.0),
        lever("three hours more", ChangeKind::Add, 3.0),
        lever("hardly any", ChangeKind::Set, 0.2),
    ]
}

pub(super) fn group(case: &str, table: &RecordBatch, speed: Speed) -> Group {
    let (plan, map) = (Plan::read(case).unwrap(), Map::read(MAP).unwrap());
    let options = Options::default().with_scenarios(64);
    Group::new(&plan, &map, &table.schema(), speed, &options).unwrap()
}

pub(super) fn tally_of(group: &Group, table: &RecordBatch) -> Tally {
    let levers = levers();
    let mut tally = Tally::new(group, &[vec!["role".to_owned()]], &levers).unwrap();
    let watch = &mut |_| ControlFlow::Continue(());
    let people = group.answer(table, 0, watch).unwrap();
    let pulled = levers
        .iter()
        .map(|lever| group.pull(lever, &people, &mut |_| ControlFlow::Continue(())).unwrap());
    tally.add(&people, &pulled.collect::<Vec<_>>()).unwrap();
    tally
}

pub(super) fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

#[test]
fn sums_are_the_same_on_any_number_of_threads() {
    let (plan, map, table) = (Plan::read(CASE).unwrap(), Map::read(MAP).unwrap(), some(700));
    let tally = |threads| {
        let options = Options::default().with_threads(threads);
        let schema = table.schema();
        let group = Group::new(&plan, &map, &schema, Speed::AtTheMeans, &options).unwrap();
        tally_of(&group, &table)
    };
    let one = tally(1);
    assert!([2, 5].into_iter().all(|threads| tally(threads) == one));
}

#[test]
fn a_share_is_that_of_the_rows() {
    let table = some(97);
    let group = group(CASE, &table, Speed::AtTheMeans);
    let people = group.answer(&table, 0, &mut |_| ControlFlow::Continue(())).unwrap();
    let is_yes =
        |row: usize| people.figures().verdict[row].is_some_and(|own| own.answer().is_yes());
    let summary = tally_of(&group, &table).summary(None);
    let yes = (0..97).filter(|row| is_yes(*row)).count() as f64;
    let all = &summary.segments[0];
    let share = all.share.as_ref().unwrap();
    assert!(near(share.yes, yes / 97.0) && yes > 5.0 && yes < 92.0, "{yes}");
    let p = yes / 97.0;
    assert!(near(share.se_people.unwrap(), (p * (1.0 - p) / 96.0).sqrt()));
    assert!(share.shared_doubt.is_none() && share.low < p && p < share.high);
    assert!(near(all.verdicts["worth_it"] as f64, yes));
    assert_eq!((all.people, all.refused, all.unknown), (97, 0, 20));
    let devs = summary.segments.iter().find(|own| own.by.get("role") == Some(&Some("dev".into())));
    let rows = (0..97).filter(|row| matches!(row % 10, 1..4));
    let [yes, count] = rows.fold([0.0, 0.0], |[yes, count], row| {
        [yes + f64::from(u8::from(is_yes(row))), count + 1.0]
    });
    assert!(near(devs.unwrap().share.as_ref().unwrap().yes, yes / count));
}

#[test]
fn levers_compare_everybody_with_themselves() {
    for speed in [Speed::AtTheMeans, Speed::WithDoubt] {
        let table = some(60);
        let summary = tally_of(&group(CASE, &table, speed), &table).summary(None);
        let all = &summary.segments[0];
        let lever = |name: &str| all.levers.iter().find(|own| own.name == name).unwrap();
        let nothing = lever("nothing");
        assert_eq!((nothing.gained, nothing.lost, nothing.se_people), (0, 0, None));
        assert!(near(nothing.change, 0.0) && near(nothing.low, -nothing.high));
        assert!(nothing.high > 0.01 && nothing.high < 0.06, "sixty others might differ");
        let (more, fewer) = (lever("three hours more"), lever("hardly any"));
        assert!(more.gained > 0 && more.lost == 0 && fewer.gained == 0 && fewer.lost > 0);
        let difference = more.share_after - more.share_before;
        assert!(near(difference, more.gained as f64 / 60.0), "{more:?}");
        let expected = more.shared_doubt.as_ref().map_or(difference, |shared| shared.mean);
        assert!(near(more.change, expected) && more.low < expected && expected < more.high);
        assert!(near(more.share_before, all.share.as_ref().unwrap().yes));
        let largest = all.levers.iter().map(|own| own.change.abs());
        assert!(largest.clone().zip(largest.skip(1)).all(|(one, next)| one >= next));
        assert_eq!(more.chance_of_gain.is_some(), speed == Speed::WithDoubt);
    }
}

/// People who say the same are one person: what all share is their whole doubt.
#[test]
fn people_alike_have_the_doubt_of_one() {
    let table = batch(vec![Some(6.0); 40], vec![Some(7.0); 40], vec!["dev"; 40]);
    let group = group(CASE, &table, Speed::WithDoubt);
    let people = group.answer(&table, 0, &mut |_| ControlFlow::Continue(())).unwrap();
    let chance = people.figures().chance_of_yes.values[0];
    assert!(chance > 0.05 && chance < 0.95, "{chance}");
    let summary = tally_of(&group, &table).summary(None);
    let share = summary.segments[0].share.as_ref().unwrap();
    let shared = share.shared_doubt.as_ref().unwrap();
    assert!(near(shared.mean, chance) && near(shared.sd, (chance * (1.0 - chance)).sqrt()));
    assert!(near(shared.p5, 0.0) && near(shared.p95, 1.0));
    let error = people.figures().chance_of_yes.standard_errors[0];
    assert!(near(shared.standard_error.unwrap(), error));
    assert_eq!(share.se_people, None, "all have the same answer");
}

/// What people do not say of themselves is no doubt that they share.
#[test]
fn what_is_unknown_of_each_is_not_shared() {
    let table = batch(vec![None; 400], vec![Some(7.0); 400], vec!["dev"; 400]);
    let group = group(CERTAIN, &table, Speed::WithDoubt);
    let summary = tally_of(&group, &table).summary(None);
    let shared = summary.segments[0].share.as_ref().unwrap().shared_doubt.clone().unwrap();
    assert!(shared.mean > 0.05 && shared.mean < 0.95, "{shared:?}");
    let independent = (shared.mean * (1.0 - shared.mean) / 400.0).sqrt();
    assert!(shared.sd < 2.0 * independent, "{shared:?} {independent}");
}

#[test]
fn a_small_segment_is_left_out_and_cannot_be_worked_out() {
    let table = some(40);
    let tally = tally_of(&group(CASE, &table, Speed::AtTheMeans), &table);
    let shown = |smallest| {
        let summary = tally.summary(smallest);
        let shown = summary.segments.iter().map(|own| (own.suppressed, own.people));
        shown.collect::<Vec<_>>()
    };
    // All, dev, lead, student.
    assert_eq!(shown(None), [(false, 40), (false, 12), (false, 4), (false, 24)]);
    assert_eq!(shown(Some(5)), [(false, 40), (true, 0), (true, 0), (false, 24)]);
    assert_eq!(shown(Some(13)), [(false, 40), (true, 0), (true, 0), (false, 24)]);
    assert!(shown(Some(41)).iter().all(|(is_left_out, _)| *is_left_out));
    assert!(tally.summary(Some(41)).tellers.is_empty());
}

#[test]
fn what_tells_yes_from_no_comes_first() {
    let table = some(200);
    let summary = tally_of(&group(CASE, &table, Speed::AtTheMeans), &table).summary(None);
    let first = &summary.tellers[0];
    assert_eq!((first.column.as_str(), summary.tellers.len()), ("free", 2));
    assert!(first.higher_with_yes > 0.8 && first.mean_yes > first.mean_no, "{first:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]
    /// However a table is cut and whichever part comes first, counts are the same, and means are to rounding.
    #[test]
    fn sums_of_parts_are_those_of_the_whole(cut in 1..59_usize, as_text in any::<bool>()) {
        let table = some(60);
        let group = group(CASE, &table, Speed::WithDoubt);
        let whole = tally_of(&group, &table).summary(None);
        let parts = [table.slice(cut, 60 - cut), table.slice(0, cut)];
        let [mut first, second] = parts.map(|part| tally_of(&group, &part));
        let mut second = second;
        if as_text {
            let text = serde_json::to_string(&second).unwrap();
            second = serde_json::from_str(&text).unwrap();
            let text = serde_json::to_string(&first).unwrap();
            first = serde_json::from_str(&text).unwrap();
        }
        first.merge(&second).unwrap();
        let merged = first.summary(None);
        prop_assert_eq!(merged.segments.len(), whole.segments.len());
        for (own, other) in merged.segments.iter().zip(&whole.segments) {
            prop_assert_eq!(&own.by, &other.by);
            prop_assert_eq!(&own.verdicts, &other.verdicts);
            prop_assert_eq!((own.people, own.unknown), (other.people, other.unknown));
            let (Some(share), Some(known)) = (&own.share, &other.share) else { continue };
            prop_assert!(near(share.yes, known.yes) && near(share.low, known.low));
            let shared = [share, known].map(|own| own.shared_doubt.clone().unwrap());
            prop_assert!(near(shared[0].sd, shared[1].sd) && near(shared[0].p95, shared[1].p95));
            for (lever, known) in own.levers.iter().zip(&other.levers) {
                prop_assert_eq!((&lever.name, lever.gained), (&known.name, known.gained));
                prop_assert!(near(lever.change, known.change) && near(lever.high, known.high));
            }
        }
        prop_assert_eq!(merged.tellers.len(), whole.tellers.len());
    }
}

#[test]
fn only_sums_of_the_same_question_are_merged() {
    let table = some(10);
    let mut one = tally_of(&group(CASE, &table, Speed::AtTheMeans), &table);
    let other = tally_of(&group(CERTAIN, &table, Speed::AtTheMeans), &table);
    assert_eq!(one.merge(&other).unwrap_err().problems()[0].code, Code::WrongShape);
    let group = group(CASE, &table, Speed::AtTheMeans);
    let error = Tally::new(&group, &[vec!["rule".to_owned()]], &[]).unwrap_err();
    assert_eq!(error.problems()[0].path, "/by/rule");
}

/// A table at the means by a map of its own.
fn answered(map: &str, table: &RecordBatch) -> (Group, People, Summary) {
    let (plan, map) = (Plan::read(CASE).unwrap(), Map::read(map).unwrap());
    let group =
        Group::new(&plan, &map, &table.schema(), Speed::AtTheMeans, &Options::default()).unwrap();
    let people = group.answer(table, 0, &mut |_| ControlFlow::Continue(())).unwrap();
    let mut tally = Tally::new(&group, &[], &[]).unwrap();
    tally.add(&people, &[]).unwrap();
    let summary = tally.summary(None);
    (group, people, summary)
}

/// The number that a missing answer counts as is nobody's answer.
#[test]
fn what_was_not_answered_tells_nothing() {
    let map = r#"{"schema_version": 1, "columns": {
        "free": "/person/time/free_hours_per_week",
        "learning": {"input": "/person/motivations/learning", "missing": 9}}}"#;
    let free = [12.0, 11.0, 0.0, 0.0, 12.0, 0.0].map(Some).to_vec();
    let learning = vec![Some(8.0), Some(9.0), Some(2.0), Some(1.0), None, None];
    let table = batch(free, learning, vec!["a"; 6]);
    let (_, people, summary) = answered(map, &table);
    let verdicts = &people.figures().verdict;
    let is_yes = |row: usize| verdicts[row].is_some_and(|own| own.answer().is_yes());
    assert_eq!((0..6).map(is_yes).collect::<Vec<_>>(), [true, true, false, false, true, false]);
    let teller = summary.tellers.iter().find(|own| own.column == "learning").unwrap();
    assert!(near(teller.higher_with_yes, 1.0) && near(teller.mean_yes, 8.5), "{teller:?}");
    assert!(near(teller.mean_no, 1.5));
    let complete = summary.segments[0].complete.clone().unwrap();
    assert!(complete.people == 4 && near(complete.yes, 0.5));
    assert_eq!(summary.segments[0].unknown, 0);
}

#[test]
fn who_has_no_weight_does_not_count_and_is_told() {
    let map = r#"{"schema_version": 1, "weight": "learning", "columns": {
        "free": "/person/time/free_hours_per_week"}}"#;
    let table = batch(
        [12.0, 12.0, 0.1, 12.0].map(Some).to_vec(),
        vec![Some(1.0), None, Some(1.0), Some(-2.0)],
        vec!["a"; 4],
    );
    let (group, people, summary) = answered(map, &table);
    let all = &summary.segments[0];
    assert_eq!((all.people, all.refused), (4, 2));
    assert!(near(all.share.as_ref().unwrap().yes, 0.5));
    let told: Vec<(Option<&str>, &str)> =
        summary.refusals.iter().map(|own| (own.column.as_deref(), &*own.code)).collect();
    assert_eq!(told, [(Some("learning"), "missing_field"), (Some("learning"), "out_of_range")]);
    assert!(group.person(&people, 1).is_ok(), "an answer does not depend on a weight");
}

/// A lever that makes a week too long, and one that sets an input to what it does not take.
#[test]
fn levers_say_whom_they_cannot_reach() {
    let table = batch(vec![Some(9.0), Some(100.0)], vec![Some(5.0); 2], vec!["a", "b"]);
    let group = group(CASE, &table, Speed::AtTheMeans);
    let lever = |kind, by| Lever {
        name: format!("{by}"),
        changes: vec![LeverChange { input: "/person/time/free_hours_per_week".into(), kind, by }],
    };
    let levers = [lever(ChangeKind::Add, 60.0), lever(ChangeKind::Add, 160.0)];
    let people = group.answer(&table, 0, &mut |_| ControlFlow::Continue(())).unwrap();
    let pull = |own| group.pull(own, &people, &mut |_| ControlFlow::Continue(())).unwrap();
    let mut tally = Tally::new(&group, &[], &levers).unwrap();
    tally.add(&people, &levers.iter().map(pull).collect::<Vec<_>>()).unwrap();
    let summary = tally.summary(None);
    let all = &summary.segments[0];
    assert_eq!((all.levers.len(), all.levers[0].refused), (1, 1));
    assert_eq!(all.impossible_levers, ["160"]);
    let text = summary.to_text();
    assert!(text.contains("1 person could not be answered then"), "{text}");
    assert!(text.contains("Nobody could be answered with 160."), "{text}");
    let error = group.check(&[lever(ChangeKind::Set, 500.0)]).unwrap_err();
    assert_eq!(error.problems()[0].path, "/levers/0/changes/0/set");
    assert_eq!(error.problems()[0].code, Code::OutOfRange);
    assert!(group.check(&[lever(ChangeKind::Add, 500.0)]).is_ok(), "a bound is for each person");
    let error = group.check(&[lever(ChangeKind::Add, f64::INFINITY)]).unwrap_err();
    let help = error.problems()[0].help.as_deref().unwrap_or_default();
    assert!(!help.contains("did you mean"), "the name is right: {error}");
}

/// All people less those who are told may not be fewer than asked for.
#[test]
fn those_who_are_left_out_are_enough_together() {
    let sizes = |sizes: &[(&'static str, usize)]| {
        let roles: Vec<&str> =
            sizes.iter().flat_map(|(role, count)| std::iter::repeat_n(*role, *count)).collect();
        let table = batch(vec![Some(9.0); roles.len()], vec![Some(5.0); roles.len()], roles);
        let group = group(CASE, &table, Speed::AtTheMeans);
        let summary = tally_of(&group, &table).summary(Some(5));
        let told = summary.segments.iter().skip(1).filter(|own| !own.suppressed);
        told.map(|own| own.by["role"].clone().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(sizes(&[("a", 16), ("b", 1), ("c", 1)]), Vec::<String>::new());
    assert_eq!(sizes(&[("a", 16), ("b", 6), ("c", 1), ("d", 1)]), ["a"]);
    assert_eq!(sizes(&[("a", 16), ("b", 6), ("c", 4), ("d", 1)]), ["a", "b"]);
    assert_eq!(sizes(&[("a", 16), ("b", 6)]), ["a", "b"]);
}

/// Five people without weight hide nobody: what is left of a grouping would be the answer of one.
#[test]
fn who_hardly_counts_hides_nobody() {
    let map = r#"{"schema_version": 1, "keep": ["role"], "weight": "learning", "columns": {
        "free": "/person/time/free_hours_per_week"}}"#;
    let told = |of_many: f64| {
        let roles = [vec!["a"; 50], vec!["b"], vec!["c"; 5]].concat();
        let weights = [vec![1.0; 51], vec![of_many; 5]].concat();
        let table = batch(vec![Some(9.0); 56], weights.into_iter().map(Some).collect(), roles);
        let (plan, map) = (Plan::read(CASE).unwrap(), Map::read(map).unwrap());
        let (schema, options) = (table.schema(), Options::default());
        let group = Group::new(&plan, &map, &schema, Speed::AtTheMeans, &options).unwrap();
        let people = group.answer(&table, 0, &mut |_| ControlFlow::Continue(())).unwrap();
        let mut tally = Tally::new(&group, &[vec!["role".to_owned()]], &[]).unwrap();
        tally.add(&people, &[]).unwrap();
        let summary = tally.summary(Some(5));
        let told = summary.segments.iter().skip(1).filter(|own| !own.suppressed);
        told.map(|own| own.by["role"].clone().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(told(1.0), ["a"]);
    assert_eq!(told(0.0), Vec::<String>::new());
    assert_eq!(told(1e-3), Vec::<String>::new());
}

#[test]
fn nobody_is_added_where_there_are_too_many_segments() {
    let names: Vec<String> = (0..10_005).map(|at| format!("r{at}")).collect();
    let roles: Vec<&str> = names.iter().map(String::as_str).collect();
    let table = batch(vec![Some(9.0); 10_005], vec![Some(5.0); 10_005], roles);
    let group = group(CASE, &table.slice(0, 5), Speed::AtTheMeans);
    let mut tally = Tally::new(&group, &[vec!["role".to_owned()]], &[]).unwrap();
    let watch = &mut |_| ControlFlow::Continue(());
    tally.add(&group.answer(&table.slice(0, 5), 0, watch).unwrap(), &[]).unwrap();
    let before = tally.clone();
    let error = tally.add(&group.answer(&table, 5, watch).unwrap(), &[]).unwrap_err();
    assert_eq!(error.problems()[0].code, Code::TooManyItems);
    assert_eq!(tally, before);
}
