//! Laws of the outline: it says what the page says.

use super::*;
use crate::words::{sample, tell};

fn told(change: impl FnOnce(&mut Assessment)) -> Assessment {
    let mut answer = sample::answer();
    change(&mut answer);
    tell(&mut answer, &sample::facts());
    answer
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_sentence_is_one_of_the_page() {
    let answer = told(|answer| answer.person.work_hours_per_week = 55.0);
    let (outline, page) = (answer.outline(), words(&answer.to_text()));
    let heads = [&outline.question, &outline.answer, &outline.summary];
    let reasons = outline.section(Part::Reasons).unwrap().text.iter();
    let basis = outline.section(Part::Basis).unwrap().text.iter();
    for text in heads.into_iter().chain(outline.caution.iter()).chain(reasons).chain(basis) {
        assert!(page.contains(&words(text)), "{text}\nis not in\n{page}");
    }
}

#[test]
fn every_number_of_a_table_is_one_of_the_page() {
    let (answer, mut seen) = (told(|_| ()), 0);
    let (outline, page) = (answer.outline(), answer.to_text());
    let on_page: Vec<&str> = page.split_whitespace().collect();
    for part in [Part::HowMuch, Part::Contributions, Part::Plans, Part::Options, Part::Basis] {
        let table = outline.section(part).unwrap().table.as_ref().unwrap();
        for (row, column, cell) in table.rows.iter().flat_map(|row| {
            row.cells.iter().zip(&table.columns[1..]).map(move |(cell, head)| (row, head, cell))
        }) {
            // The page has the free hours once, and not what each plan leaves of them.
            if cell.value.is_some() && column != "free hours left" {
                assert!(on_page.contains(&cell.text.as_str()), "{part:?}: {row:?}");
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn what_it_gives_and_costs_adds_up_to_the_worth() {
    let answer = told(|answer| {
        answer.pursuits[0].contributions[2].points = 0.4;
        answer.pursuits[0].contributions[4].points = 0.4;
        answer.pursuits[0].worth.mean += 0.8;
    });
    let outline = answer.outline();
    let table = outline.section(Part::Contributions).unwrap().table.clone().unwrap();
    let points: Vec<f64> = table.rows.iter().filter_map(|row| row.cells[0].value).collect();
    let (total, parts) = points.split_last().unwrap();
    assert!((parts.iter().sum::<f64>() - total).abs() < 1e-9, "{points:?}");
    assert!(table.rows.iter().any(|row| row.name == "smaller things"));
}

#[test]
fn an_assumption_is_named_in_words() {
    let answer = told(|_| ());
    let outline = answer.outline();
    let table = outline.section(Part::Sources).unwrap().table.clone().unwrap();
    assert_eq!(table.rows[0].name, "How much your own time matters to you");
    assert_eq!(table.rows[0].cells[1].text, "a neutral middle, illustrative");
}

#[test]
fn nothing_has_marks_that_steer() {
    let answer = told(|answer| {
        for own in &mut answer.pursuits {
            own.name = "a\u{1b}[31m\u{202e}b\u{7}".to_owned();
        }
        answer.pursuits[0].contributions[0].id = "\u{1b}[2J".into();
        answer.question.how_much.clear();
    });
    let text = format!("{:?}", answer.outline());
    assert!(!text.contains("\\u{1b}") && !text.contains("\\u{202e}") && !text.contains("\\u{7}"));
}
