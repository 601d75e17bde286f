//! The page of the model says what the code does: its tables have every number of a case with the
//! code's bounds and defaults, the limits are the constants, and every function it names exists.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: a panic is a failed test"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use worthwhile::field::{self, Fallback, Form};
use worthwhile::{Estimate, Field, Motive, Scale, limits};

const PAGE: &str = include_str!("../../crates/worthwhile/docs/model.md");
const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/worthwhile/src");
/// What the row of a level says: the case's default is a list, and no row of the code has it.
const LEVELS: &str = "0.5, 1";

/// The cells of the rows of all tables.
fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    let lines = PAGE.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    lines.map(|line| line.split(" | ").map(str::trim).collect())
}

/// A table's row without the marks of code, and without separators of thousands.
fn plain(cell: &str) -> String {
    let mut text = cell.replace('`', "");
    while let Some(at) = separator(&text) {
        text.remove(at);
    }
    text
}

fn separator(text: &str) -> Option<usize> {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    text.match_indices(',').map(|(at, _)| at).find(|at| is_digit(at - 1) && is_digit(at + 1))
}

fn values(field: &Field) -> String {
    let kind = match (field.form, field.domain.scale) {
        (Form::Number, _) => "number",
        (Form::Whole, _) => "whole number",
        (Form::Estimate, Scale::Logit) => "~ bounded",
        (Form::Estimate, Scale::Log) => "~ amount",
        (Form::Estimate, Scale::Plain) => "~ real",
    };
    format!("{kind}, {}", field.domain.describe())
}

fn default(field: &Field) -> String {
    match field.default {
        _ if field == &field::LEVEL => LEVELS.to_owned(),
        Fallback::Required => "required".to_owned(),
        Fallback::LeftOut => "none".to_owned(),
        Fallback::Catalogue => "the catalog's".to_owned(),
        Fallback::Follows(other) => format!("follows {other}"),
        Fallback::Value(value, _) => value.to_string(),
    }
}

#[test]
fn every_number_of_a_case_has_a_row_with_its_bounds_and_its_default() {
    let page = rows().filter(|row| row[0].starts_with("`/"));
    let mut page: BTreeMap<String, Vec<String>> = page
        .map(|row| (plain(row[0]), row[1..3].iter().map(|cell| plain(cell)).collect()))
        .collect();
    for field in field::all().filter(|field| !field.path.starts_with("/analysis/")) {
        let row = page.remove(field.path).unwrap_or_else(|| panic!("no row of {}", field.path));
        assert_eq!(row, [values(field), default(field)], "{}", field.path);
    }
    assert!(page.is_empty(), "no numbers of a case: {:?}", page.keys());
}

#[test]
fn defaults_that_are_lists_are_those_of_the_code() {
    let case = r#"{"schema_version": 1, "pursuits": [{"id": "own", "name": "Own",
        "activities": [{"id": "a", "kind": "writing", "hours": 1, "per_year": 1}]}],
        "person": {"motivations": {"learning": 5}, "time": {"free_hours_per_week": 12}}}"#;
    let expanded = worthwhile::expand(case).unwrap();
    let expanded: serde_json::Value = serde_json::from_str(&expanded).unwrap();
    let levels = &expanded["pursuits"][0]["levels"];
    let levels: Vec<f64> = serde_json::from_value(levels.clone()).unwrap();
    let levels: Vec<String> = levels.iter().map(f64::to_string).collect();
    assert_eq!(levels.join(", "), LEVELS);
    for (motive, autonomy) in Motive::ALL.map(|motive| (motive, motive.drive().autonomy())) {
        let drive = format!("{:?}", motive.drive()).to_lowercase().replace("ised", "ized");
        let said = format!("{drive} {autonomy}");
        assert!(PAGE.contains(&said), "{motive:?}: no `{said}`");
    }
}

#[test]
fn limits_are_the_constants() {
    let constants = [
        ("MAX_BYTES", limits::MAX_BYTES as u64),
        ("MAX_DEPTH", limits::MAX_DEPTH as u64),
        ("MAX_PURSUITS", limits::MAX_PURSUITS as u64),
        ("MAX_LEVELS", limits::MAX_LEVELS as u64),
        ("MAX_ITEMS", limits::MAX_ITEMS as u64),
        ("MAX_UNCERTAIN", limits::MAX_UNCERTAIN as u64),
        ("MAX_SCENARIOS", u64::from(limits::MAX_SCENARIOS)),
        ("MAX_MIXES", limits::MAX_MIXES),
        ("MAX_TEXT", limits::MAX_TEXT as u64),
        ("MAX_NAME", limits::MAX_NAME as u64),
        ("MAX_QUESTION", limits::MAX_QUESTION as u64),
        ("MAX_PROBLEMS", limits::MAX_PROBLEMS as u64),
        ("MAX_MEMORY", limits::MAX_MEMORY as u64),
        ("MAX_SAMPLES", limits::MAX_SAMPLES as u64),
        ("MAX_SURVEY_SCENARIOS", u64::from(limits::MAX_SURVEY_SCENARIOS)),
        ("MAX_WORK", limits::MAX_WORK),
    ];
    let page = rows().filter(|row| row.len() == 3 && row[1].starts_with("`MAX_"));
    let page: Vec<(String, u64)> =
        page.map(|row| (plain(row[1]), plain(row[2]).parse().unwrap())).collect();
    let constants = constants.map(|(name, value)| (name.to_owned(), value));
    assert_eq!(page, constants);
}

/// The table of what each category serves is the catalogue's, a blank for a motive that it does not
/// serve.
#[test]
fn what_categories_serve_is_the_catalogue() {
    let mut lines = PAGE.lines().skip_while(|line| !line.starts_with("| category |"));
    let cells = |line: &str| -> Vec<String> {
        let cells = line.trim_matches('|').split('|');
        cells.map(|cell| cell.replace('`', "").trim().to_owned()).collect()
    };
    let motives = cells(lines.next().unwrap());
    assert!(motives[1..].iter().eq(Motive::SERVED.map(Motive::as_str).iter()));
    let rows: Vec<_> = lines.skip(1).take_while(|line| line.starts_with('|')).map(cells).collect();
    let categories = &worthwhile::Catalogue::builtin().categories;
    assert!(rows.iter().map(|row| &row[0]).eq(categories.keys()));
    for (row, category) in rows.iter().zip(categories.values()) {
        for (cell, motive) in row[1..].iter().zip(Motive::SERVED) {
            let share = match category.serves.get(&motive) {
                Some(Estimate::Certain(share)) => share.to_string(),
                _ => String::new(),
            };
            assert_eq!(*cell, share, "{}, {motive:?}", row[0]);
        }
    }
}

/// The file of a path such as `[years, Span, share]`, and what it names there.
fn find<'p>(path: &[&'p str]) -> (PathBuf, Vec<&'p str>) {
    let mut file = PathBuf::from(SOURCE);
    if !file.join(path[0]).is_dir() {
        file.push("worth");
    }
    for (at, part) in path.iter().enumerate() {
        let source = file.join(part).with_extension("rs");
        if source.is_file() {
            return (source, path[at + 1..].to_vec());
        }
        if !file.join(part).is_dir() {
            return (file.join("mod.rs"), path[at..].to_vec());
        }
        file.push(part);
    }
    (file, Vec::new())
}

/// Whether a source has a word such as `fn` or `struct`, followed by a name.
fn defines(source: &str, words: &[&str], name: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_');
    words.iter().any(|word| source.split(&format!("{word} {name}")).skip(1).any(ends))
}

#[test]
fn every_function_that_is_named_exists() {
    let code = PAGE.split('`').skip(1).step_by(2);
    let is_path = |text: &&str| {
        let is_word = |part: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        };
        text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.contains("::")
            && text.split("::").all(is_word)
    };
    let mut count = 0;
    for named in code.filter(is_path) {
        count += 1;
        let path: Vec<&str> = named.split("::").collect();
        let (file, rest) = find(&path);
        let source = fs::read_to_string(&file).unwrap_or_else(|_| panic!("{named}: no {file:?}"));
        let (function, types) = rest.split_last().unwrap_or_else(|| panic!("{named} is a file"));
        assert!(defines(&source, &["fn"], function), "{named}: not in {file:?}");
        for own in types {
            let words =
                ["struct", "enum", "impl", "impl<const W: usize>", "impl<'p, const W: usize>"];
            assert!(defines(&source, &words, own), "{named}: no {own} in {file:?}");
        }
    }
    assert!(count > 50, "{count}");
}
