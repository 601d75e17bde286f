//! Laws of the page: its widths, its colors, its order.

use super::*;
use crate::analysis::{Summary, Verdict};
use crate::words::layout::cells;
use crate::words::{sample, tell};

fn told(change: impl FnOnce(&mut Assessment)) -> Assessment {
    let mut answer = sample::answer();
    change(&mut answer);
    tell(&mut answer, &sample::facts());
    answer
}

fn page(change: impl FnOnce(&mut Assessment)) -> String {
    told(change).to_text()
}

#[test]
fn a_page_begins_with_the_answer_and_has_its_parts() {
    let page = page(|_| ());
    assert!(page.starts_with("Is going for Microsoft MVP worth it to you?\n\nYes, at half"));
    let parts = ["How much of it?", "helping others", "with it", "still yes", "This rests on"];
    let places: Vec<_> = parts.iter().map(|part| page.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in\n{page}");
    assert!(!page.contains("NaN") && !page.contains("-0 "), "{page}");
}

#[test]
fn every_width_is_kept_to() {
    let mut answer = told(|_| ());
    answer.pursuits[1].name =
        "日本語を毎日少しずつ勉強して試験に受かることと友達を作ること".to_owned();
    answer.pursuits[0].worth = Summary { sd: 4.0, p5: -3.0, p95: 31.0, ..answer.pursuits[0].worth };
    for width in [0, 60, 73, 80, 100, 120, 500] {
        let page = answer.page().width(width).all(true).to_string();
        let most = usize::from(width.clamp(60, 120));
        for line in page.lines() {
            assert!(cells(line) <= most && line.trim_end() == line, "{width}: {line}");
        }
    }
}

#[test]
fn colors_are_all_that_a_colored_page_adds() {
    let answer = told(|_| ());
    let colored = answer.page().color(true).to_string();
    let mut plain = String::new();
    for piece in colored.split('\u{1b}') {
        let start = if plain.is_empty() { None } else { piece.find('m').map(|at| at + 1) };
        plain += &piece[start.unwrap_or(0)..];
    }
    assert!(colored.contains("\u{1b}[32m") && colored.contains("\u{1b}[1m"));
    assert_eq!(plain, answer.to_text());
}

#[test]
fn a_name_cannot_steer_the_terminal() {
    let mut answer = told(|_| ());
    for own in &mut answer.pursuits {
        own.name = "a\u{1b}[31m\u{202e}b\u{7}".to_owned();
    }
    answer.question.summary = "Yes.\u{1b}[2J".to_owned();
    answer.pursuits[0].contributions[0].id = "\u{1b}[2J".into();
    let page = answer.page().all(true).to_string();
    assert!(
        !page.chars().any(|own| own.is_control() && own != '\n' || own == '\u{202e}'),
        "{page}"
    );
}

#[test]
fn a_grave_week_stands_right_under_the_answer() {
    let page = page(|answer| answer.person.work_hours_per_week = 55.0);
    let week = page.find("By what you value").unwrap();
    assert!(week < page.find("How much of it?").unwrap(), "{page}");
    let words: Vec<&str> = page.split_whitespace().collect();
    let advice = "Rest first, and ask again when your job takes 48 hours or less.";
    assert!(words.join(" ").contains(advice), "{page}");
    assert!(!page.contains("\nWarnings\n"), "{page}");
}

#[test]
fn every_pursuit_is_explained_on_request() {
    let answer = told(|answer| answer.pursuits[1].verdict = Verdict::NotWorthIt);
    let heading = "\nMore rest: no, it gives no more than it takes\n";
    assert!(!answer.to_text().contains(heading));
    assert!(answer.page().all(true).to_string().contains(heading));
}

#[test]
fn points_beyond_counting_are_not_counted() {
    let page = page(|answer| {
        answer.pursuits[0].worth = Summary::certain(-3.0e30);
        answer.pursuits[0].margin = Summary::certain(-3.0e30);
        answer.pursuits[0].contributions[8].points = -3.0e30;
        answer.question.how_much[5].margin_over_none = Some(-3.0e30);
    });
    assert!(page.contains("< -100") && !page.contains("0000"), "{page}");
}
