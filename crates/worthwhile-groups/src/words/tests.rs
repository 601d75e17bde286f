use std::fmt::Write as _;
use std::ops::ControlFlow;

use worthwhile::{Options, Plan};

use super::*;
use crate::files::{TableFormat, TableReader};
use crate::map::Map;
use crate::people::{Group, Lever, Speed};
use crate::summary::Tally;

const CASE: &str = r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}, {"preset": "rest"}],
    "person": {"motivations": {"learning": 7, "income": 3}, "time": {"free_hours_per_week": 8}}}"#;
const MAP: &str = r#"{"schema_version": 1, "id": "id", "keep": ["role"], "columns": {
    "free": "/person/time/free_hours_per_week", "learning": "/person/motivations/learning"}}"#;
const LEVERS: &str = r#"{"schema_version": 1, "levers": [
    {"name": "<b>nothing</b>", "changes": [{"input": "/person/time/free_hours_per_week", "times": 1}]},
    {"name": "Hardly any time", "changes": [{"input": "/person/time/free_hours_per_week", "set": 0.2}]}]}"#;

/// People whose roles have these names, some with answers that are missing or not allowed.
pub(crate) fn table(roles: &[&str], people: usize) -> String {
    let mut text = "id,role,free,learning\n".to_owned();
    for at in 0..people {
        let role = roles[at / 2 % roles.len()];
        let free = if at % 17 == 3 { -77.0 } else { 0.3 + (at * 7 % 23) as f64 * 0.6 };
        let learning = if at % 5 == 0 { String::new() } else { (at * 3 % 11).to_string() };
        let learning = if at % 19 == 4 { "heaps".to_owned() } else { learning };
        writeln!(text, "{at},\"{role}\",{free},{learning}").unwrap();
    }
    text
}

/// What a table says by role.
pub(crate) fn summary(table: &str, speed: Speed, smallest: Option<u64>) -> Summary {
    summary_of(MAP, table, speed, smallest)
}

fn summary_of(map: &str, table: &str, speed: Speed, smallest: Option<u64>) -> Summary {
    let (plan, map) = (Plan::read(CASE).unwrap(), Map::read(map).unwrap());
    let reader = TableReader::new(std::io::Cursor::new(table.to_owned()), TableFormat::Csv);
    let reader = reader.unwrap();
    let options = Options::default().with_scenarios(64);
    let group = Group::new(&plan, &map, &reader.schema(), speed, &options).unwrap();
    let levers = Lever::read(LEVERS).unwrap();
    let mut tally = Tally::new(&group, &[vec!["role".to_owned()]], &levers).unwrap();
    for batch in reader {
        let people = group.answer(&batch.unwrap(), 0, &mut |_| ControlFlow::Continue(())).unwrap();
        let pull = |lever| group.pull(lever, &people, &mut |_| ControlFlow::Continue(())).unwrap();
        tally.add(&people, &levers.iter().map(pull).collect::<Vec<_>>()).unwrap();
    }
    tally.summary(smallest)
}

/// Without the breaks of its lines.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn both_kinds_of_error_are_told_apart_and_together() {
    let own = summary(&table(&["dev", "lead"], 60), Speed::WithDoubt, None);
    let share = own.segments[0].share.clone().unwrap();
    let text = flowing(&own.to_text());
    let percent = |share: f64| worthwhile::writing::share(share);
    let shared = share.shared_doubt.clone().unwrap();
    let error = Z95 * share.se_people.unwrap();
    for told in [
        format!("For {} of 53 people.", percent(share.yes)),
        format!("With all doubt together it is {}", range(share.low, share.high)),
        format!("that alone might make it {};", range(share.yes - error, share.yes + error)),
        "with doubt: from 64 scenarios".to_owned(),
    ] {
        assert!(text.contains(&told), "{told}: {text}");
    }
    let means = flowing(&summary(&table(&["dev"], 60), Speed::AtTheMeans, None).to_text());
    assert!(means.contains("is left out of that, as nothing is drawn at the means."), "{means}");
    assert!(means.contains("A range is what others in their place might give"), "{means}");
    assert!(!means.contains("overlap") && text.contains("That two of them overlap"), "{means}");
    assert!(text.contains("A range takes all doubt together, nine times in ten."), "{text}");
    assert!(shared.p5 < shared.p95 && text.contains("the rest is what nobody knows for sure"));
    assert!(means.ends_with("The model has not been validated."), "{means}");
}

const Z95: f64 = 1.644_853_626_951_472_7;

#[test]
fn who_was_refused_is_counted_by_column_and_never_quoted() {
    let own = summary(&table(&["dev", "lead"], 60), Speed::AtTheMeans, None);
    let found: Vec<(Option<&str>, &str, u64)> = own
        .refusals
        .iter()
        .map(|own| (own.column.as_deref(), own.code.as_str(), own.people))
        .collect();
    assert_eq!(found, [(Some("free"), "out_of_range", 4), (Some("learning"), "wrong_type", 3)]);
    let text = flowing(&own.to_text());
    let told = "7 of 60 people could not be answered: 4 for free (a number that is not allowed), 3 for learning (not a \
                number).";
    assert!(text.contains(told), "{text}");
    assert!(!text.contains("heaps") && !text.contains("77"), "{text}");
    assert_eq!(own.segments[0].unknown, 11, "of those who were answered");
    assert!(text.contains("11 missing answers were taken as unknown."), "{text}");
    let complete = own.segments[0].complete.clone().unwrap();
    assert_eq!(complete.people, 53 - 11);
    assert!(text.contains("Of the 42 people who left nothing out it is "), "{text}");
}

#[test]
fn who_weighs_nothing_was_answered_all_the_same() {
    let map = r#"{"schema_version": 1, "keep": ["role"], "weight": "w", "columns": {
        "free": "/person/time/free_hours_per_week"}}"#;
    let table = "role,free,w\ndev,9,1\nlead,9,0\nboss,-5,1\n";
    let page = summary_of(map, table, Speed::AtTheMeans, None).to_text();
    let line = |name: &str| page.lines().find(|line| line.starts_with(&format!("  {name}")));
    assert!(line("lead").unwrap().contains("the weights are 0"), "{page}");
    assert!(line("boss").unwrap().contains("nobody could be answered"), "{page}");
}

#[test]
fn who_is_told_apart_from_all_others_is_named() {
    let alike = flowing(&summary(&table(&["dev", "lead"], 60), Speed::WithDoubt, None).to_text());
    assert!(alike.contains("None of them can be told apart from all others."), "{alike}");
    let mut busy = "id,role,free,learning\n".to_owned();
    for at in 0..60 {
        let (role, free) = if at % 3 == 0 { ("lead", 0.3) } else { ("dev", 12.0) };
        writeln!(busy, "{at},{role},{free},7").unwrap();
    }
    let own = summary(&busy, Speed::AtTheMeans, None);
    let [dev, lead] = ["dev", "lead"].map(|role| {
        let own =
            own.segments.iter().find(|own| own.by.get("role") == Some(&Some(role.to_owned())));
        let own = own.unwrap().against_others.clone().unwrap();
        assert_eq!(own.low > 0.0, role == "dev");
        changes(own.low, own.high)
    });
    let text = flowing(&own.to_text());
    let told =
        format!("nine times in ten: \"dev\" {dev}; \"lead\" {lead}. Of ten that do not differ,");
    assert!(text.contains(&told), "{told}: {text}");
    let one = flowing(&summary(&table(&["dev"], 60), Speed::AtTheMeans, None).to_text());
    assert!(!one.contains("all others"), "there are none: {one}");
    let page = own.to_html();
    let told = told.replace('"', "&quot;");
    assert!(
        page.contains(&told) && page.contains(&format!("<td class=\"ww-number\">{dev}</td>")),
        "{page}"
    );
}

#[test]
fn the_page_is_as_wide_as_asked_whatever_names_there_are() {
    let wide = "役割の名前".repeat(20);
    let own = summary(&table(&["dev", &wide, ""], 40), Speed::AtTheMeans, Some(5));
    for width in [60, 80, 120] {
        let page = own.page().width(width).to_string();
        let cells = |line: &str| worthwhile::writing::cells(line);
        assert!(page.lines().all(|line| cells(line) <= width.into()), "{page}");
        assert!(page.contains("no answer"), "a role that is missing: {page}");
    }
    assert!(own.page().color(true).to_string().contains('\u{1b}'));
    assert!(!own.to_text().contains('\u{1b}'));
}

#[test]
fn a_segment_that_is_too_small_is_told_nowhere() {
    let mut text =
        table(&["dev"], 30) + &table(&["lead"], 9).replacen("id,role,free,learning\n", "", 1);
    text.push_str("99,boss,9,9\n");
    let own = summary(&text, Speed::AtTheMeans, Some(5));
    let page = own.to_text();
    let line =
        |name: &str| page.lines().find(|line| line.starts_with(&format!("  {name}"))).unwrap();
    assert!(line("boss").contains("left out") && line("lead").contains("left out"), "{page}");
    assert!(line("dev").contains("26 people"), "of 30, four could not be answered: {page}");
    let none = summary(&text, Speed::AtTheMeans, Some(100));
    assert!(none.to_text().contains("There are fewer than 100 people, so nothing is told."));
    assert!(none.refusals.is_empty() && none.tellers.is_empty());
}

#[test]
fn levers_come_with_their_range_and_what_tells_with_its_averages() {
    let own = summary(&table(&["dev"], 60), Speed::WithDoubt, None);
    let [first, second] = own.segments[0].levers.as_slice() else { panic!() };
    assert_eq!((first.name.as_str(), second.change.abs() <= 0.0), ("Hardly any time", true));
    let page = own.to_text();
    let line = page.lines().find(|line| line.contains("Hardly any time")).unwrap();
    assert!(first.low < first.change && first.change < first.high);
    let told = [change(first.change), changes(first.low, first.high), first.lost.to_string()];
    assert!(first.lost > 0 && told.iter().all(|told| line.contains(told)), "{line} {told:?}");
    assert!(page.find("Hardly any time") < page.find("<b>nothing</b>"), "{page}");
    let teller = &own.tellers[0];
    let line = page.lines().find(|line| line.contains(&teller.label)).unwrap();
    assert!(
        line.contains(&teller_share(teller)) && line.ends_with(&teller_means(teller)),
        "{line}"
    );
}

#[test]
fn a_table_that_says_nothing_says_so() {
    let head = "id,role,free,learning\n";
    for (rows, told) in [
        ("", "The table has no people."),
        ("1,dev,-1,2\n", "None of 1 person could be answered."),
        ("1,dev,9,\n", "1 missing answer was taken as unknown."),
    ] {
        for speed in [Speed::AtTheMeans, Speed::WithDoubt] {
            let own = summary(&format!("{head}{rows}"), speed, None);
            let text = flowing(&own.to_text());
            assert!(text.contains(told) && !text.contains("NaN"), "{text}");
            assert!(!own.to_html().contains("NaN"));
        }
    }
}

#[test]
fn weights_are_mentioned_where_there_are_some() {
    let weighted = MAP.replace(r#""keep""#, r#""weight": "learning", "keep""#);
    let weighted = weighted.replace(r#", "learning": "/person/motivations/learning""#, "");
    let text = "id,role,free,learning\n1,dev,9,2\n2,dev,0.2,1\n";
    let own = summary_of(&weighted, text, Speed::AtTheMeans, None);
    assert!(own.to_text().contains("by their weights"), "{}", own.to_text());
    assert!(!summary(text, Speed::AtTheMeans, None).to_text().contains("weights"));
}
