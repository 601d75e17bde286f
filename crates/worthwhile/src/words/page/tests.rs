//! Laws of the page: its widths, its colors, its order.

use std::sync::LazyLock;

use super::*;
use crate::analysis::{Options, Summary};
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
    let parts = ["How much of it?", "helping others  ", "with it", "still yes", "This rests on"];
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

/// The answer to every example person.
static PEOPLE: LazyLock<Vec<(String, Assessment)>> = LazyLock::new(people);

fn people() -> Vec<(String, Assessment)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let options = Options::default().with_scenarios(64);
    let answer = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.unwrap().path();
        let name = path.file_stem()?.to_str()?.to_owned();
        let text = (path.extension()? == "json").then(|| std::fs::read_to_string(&path).unwrap());
        let plan = crate::Plan::read(&text.filter(|text| text.contains("\"pursuits\""))?).unwrap();
        Some((name, plan.run().options(&options).assess().unwrap()))
    };
    let people: Vec<_> = std::fs::read_dir(folder).unwrap().filter_map(answer).collect();
    assert!(people.len() > 8, "{}", people.len());
    people
}

/// The cells at which the words of a head end.
fn ends(head: &str, words: &[&str]) -> Vec<usize> {
    let mut from = 0;
    let mut end = |word: &&str| {
        let at = from + head[from..].find(*word).unwrap();
        from = at + word.len();
        cells(&head[..from])
    };
    words.iter().map(&mut end).collect()
}

/// The letter that a line has in a cell.
fn letter_at(line: &str, cell: usize) -> Option<char> {
    let mut used = 0;
    line.chars().find(|letter| {
        used += cells(&letter.to_string());
        used >= cell
    })
}

/// Every number stands under the head of its column, and no column is without one of them.
fn look_at_columns(page: &str, rows: usize) {
    let lines: Vec<&str> = page.lines().collect();
    let at = lines.iter().position(|line| line.ends_with("side by side, in points")).unwrap();
    let head = lines[at + 1];
    let ends = ends(head, &["hours", "by itself", "best plan"]);
    let picture = head.matches("by itself").count() == 2;
    for row in &lines[at + 2..at + 2 + rows] {
        for end in &ends {
            assert!(
                letter_at(row, *end).is_some_and(|own| own.is_ascii_digit() || own == '-'),
                "{row}"
            );
        }
        assert_eq!(row.contains('●'), picture, "{page}");
    }
    assert_eq!(page.contains("● mean"), picture, "{page}");
    assert!(!head.contains('…'), "{head}");
}

#[test]
fn every_line_of_every_example_person_keeps_to_the_width() {
    let wide = "日本語を毎日少しずつ勉強して試験に受かることと友達を作ること";
    for (name, mut answer) in PEOPLE.iter().cloned() {
        for is_wide in [false, true] {
            if is_wide {
                answer.pursuits.iter_mut().for_each(|own| own.name = wide.to_owned());
            }
            for width in [60, 80, 100, 120] {
                let page = answer.page().width(width).all(true).to_string();
                for line in page.lines() {
                    assert!(cells(line) <= width.into(), "{name} at {width}: {line}");
                    assert_eq!(line.trim_end(), line, "{name} at {width}");
                }
                if answer.pursuits.len() > 1 {
                    look_at_columns(&page, answer.pursuits.len());
                }
                let scale = page.matches("100 = all you want").count();
                assert_eq!(scale, answer.pursuits.len(), "{name} at {width}:\n{page}");
            }
        }
    }
}

#[test]
fn the_brief_page_is_the_beginning_of_the_whole_one() {
    for (name, answer) in PEOPLE.iter() {
        for width in [60, 80, 120] {
            let page = answer.page().width(width);
            let (brief, whole) = (page.brief(true).to_string(), page.to_string());
            let (_, below_the_question) = whole.split_once("\n\n").unwrap();
            assert!(below_the_question.starts_with(&brief), "{name}:\n{brief}\n{whole}");
        }
        let lines = &answer.question.in_brief;
        assert!((4..=5).contains(&lines.len()), "{name}: {lines:?}");
        let first = ["Yes", "No", "Not the award", "About even", "The work", "By what", "Either"];
        assert!(first.iter().any(|start| lines[0].starts_with(start)), "{name}: {}", lines[0]);
        assert!(lines.iter().any(|line| line.contains("hance that")), "{name}: {lines:?}");
        let change = lines.last().unwrap();
        let ends = ["It would turn to ", "With every ", "We changed one number"];
        let is_amount = change.contains("would leave you");
        assert!(
            is_amount || ends.iter().any(|start| change.starts_with(start)),
            "{name}: {change}"
        );
    }
}

#[test]
fn a_grave_week_is_in_the_brief_page_too() {
    let answer = told(|answer| answer.person.work_hours_per_week = 55.0);
    let brief = answer.page().brief(true).to_string();
    assert!(brief.contains("Rest first, and ask again"), "{brief}");
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
