//! Laws of a report, for the answer to every vector and every example person, and for values at the
//! edge of what an answer may hold.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: a panic is a failed test"
)]

use worthwhile::{Assessment, Plan};
use worthwhile_conformance::people::PEOPLE;
use worthwhile_conformance::vectors;
use worthwhile_report::Report;

/// Few scenarios: what is looked at is how an answer is shown.
fn assessed(case: &str) -> Option<Assessment> {
    let options = worthwhile::Options::default().with_scenarios(64);
    Plan::read(case).ok()?.run().options(&options).assess().ok()
}

/// The answers to all vectors that have one, and to the people, by name.
fn answers() -> Vec<(String, Assessment)> {
    let vectors = vectors::load(&vectors::folder()).unwrap();
    let of_vectors =
        vectors.into_iter().filter_map(|(name, vector)| Some((name, assessed(&vector.to_text())?)));
    let of_people = PEOPLE.iter().map(|own| (own.name.to_owned(), assessed(own.case).unwrap()));
    let all: Vec<_> = of_vectors.chain(of_people).collect();
    assert!(all.len() > 50, "only {} answers", all.len());
    all
}

/// The answer to the first person, read back after every number of some members was replaced.
fn with(value: f64, is_changed: impl Fn(&str) -> bool) -> Assessment {
    fn change(part: &mut serde_json::Value, key: &str, value: f64, of: &impl Fn(&str) -> bool) {
        match part {
            serde_json::Value::Number(number) if of(key) => {
                *number = serde_json::Number::from_f64(value).unwrap();
            }
            serde_json::Value::Array(items) => {
                items.iter_mut().for_each(|item| change(item, key, value, of));
            }
            serde_json::Value::Object(entries) => {
                entries.iter_mut().for_each(|(key, item)| change(item, key, value, of));
            }
            _ => {}
        }
    }
    let mut document = serde_json::to_value(assessed(PEOPLE[0].case).unwrap()).unwrap();
    change(&mut document, "", value, &is_changed);
    serde_json::from_value(document).unwrap()
}

/// Whole numbers of a document stay what they are.
const WHOLE: [&str; 11] = [
    "schema_version",
    "scenarios",
    "replicates",
    "seed",
    "horizon_years",
    "payback_years",
    "given",
    "published",
    "illustrative",
    "defaults",
    "uncertain",
];

/// The value of an attribute, for each time that it stands in the text.
fn attributes<'t>(html: &'t str, name: &str) -> impl Iterator<Item = &'t str> {
    let start = format!(" {name}=\"");
    let mut rest = html;
    std::iter::from_fn(move || {
        let at = rest.find(&start)? + start.len();
        let (value, after) = rest[at..].split_once('"')?;
        rest = after;
        Some(value)
    })
}

fn percent(value: &str) -> Option<f64> {
    value.strip_suffix('%')?.parse().ok()
}

/// Nothing in percent is outside of its frame, and no number is one that browsers cannot read.
fn hold(name: &str, html: &str) {
    for attribute in ["x", "x1", "x2", "cx", "width"] {
        for value in attributes(html, attribute).filter_map(percent) {
            assert!((0.0..=100.0).contains(&value), "{name}: {attribute} {value}");
        }
    }
    for piece in html.split("<rect").skip(1) {
        let tag = format!(" {}", piece.split('>').next().unwrap());
        let all = ["x", "width"].map(|name| attributes(&tag, name).next().and_then(percent));
        if let [Some(start), Some(width)] = all {
            assert!(start + width <= 100.02, "{name}: {tag}");
        }
    }
    for attribute in ["y", "y1", "y2", "cy", "height", "r"] {
        for value in attributes(html, attribute).filter(|value| !value.ends_with('%')) {
            let value: f64 =
                value.parse().unwrap_or_else(|_| panic!("{name}: {attribute} {value}"));
            assert!((0.0..=400.0).contains(&value), "{name}: {attribute} {value}");
        }
    }
    assert!(!html.contains("NaN") && !html.contains("inf\""), "{name}");
    assert!(!html.contains("<script") && !html.contains(" style=") && !html.contains(" id="));
    let links = ["href=", "src=", "url("];
    assert!(links.iter().all(|link| !html.contains(link)), "{name}");
}

#[test]
fn nothing_is_outside_of_its_frame_for_any_vector() {
    for (name, answer) in answers() {
        hold(&name, &Report::new(&answer).all(true).html());
    }
}

#[test]
fn nothing_is_outside_of_its_frame_at_the_edges() {
    for value in [1e30, -1e30, 0.0, -0.0, 1e-12, -1e-12, 0.5, f64::MAX, f64::MIN] {
        let answer = with(value, |key| !WHOLE.contains(&key));
        let report = Report::new(&answer).all(true);
        hold(&value.to_string(), &report.html());
        assert!(!report.markdown().contains("NaN"));
    }
}

/// The columns of a page, where nobody says how many.
const LONGEST_LINE: usize = 79;

/// The words of the text page and of the report come from one place; a page of text has no picture.
#[test]
fn the_report_says_what_the_page_says() {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    for (name, answer) in answers() {
        let (text, html) = (answer.to_text(), Report::new(&answer).html());
        let (page, page_letters) = (words(&text), letters(&text));
        let html = html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let html = html.replace("&quot;", "\"");
        let outline = answer.outline();
        for text in [&outline.question, &outline.answer, &outline.summary] {
            // A line ends within a word that is longer than a line.
            let is_said = match text.split_whitespace().any(|word| word.len() > LONGEST_LINE) {
                true => page_letters.contains(&letters(text)),
                false => page.contains(&words(text)),
            };
            assert!(is_said && html.contains(text.as_str()), "{name}: {text}");
        }
    }
}

#[test]
fn the_same_answer_gives_the_same_bytes_also_when_it_was_read_back() {
    let answer = assessed(PEOPLE[0].case).unwrap();
    let back: Assessment = serde_json::from_str(&answer.to_json()).unwrap();
    let [one, other] = [&answer, &back].map(|own| Report::new(own).all(true));
    assert_eq!(one.html(), other.html());
    assert_eq!(one.fragment(), other.fragment());
    assert_eq!(one.markdown(), other.markdown());
}

/// A name cannot become a tag, an attribute, a mark of Markdown, or turn the direction of text.
#[test]
fn names_are_only_names() {
    const NAME: &str =
        "<img src=x onerror=alert(1)> \"' & \u{202e}a|b\u{1b}[31m **c** [d](http://e) `f`";
    let case = PEOPLE[0].case.replace(
        "\"pursuits\": [",
        &format!(
            "\"pursuits\": [{{\"id\": \"odd\", \"preset\": \"rest\", \"name\": {}}}, ",
            serde_json::to_string(NAME).unwrap()
        ),
    );
    let answer = assessed(&case).unwrap();
    assert_eq!(answer.question.pursuit, "odd");
    let report = Report::new(&answer).all(true);
    for html in [report.html(), report.fragment()] {
        assert!(html.contains("&lt;img src=x onerror=alert(1)&gt; &quot;'"));
        assert!(!html.contains("<img") && !html.contains('\u{202e}') && !html.contains('\u{1b}'));
    }
    let text = report.markdown();
    assert!(text.contains("a\\|b") && text.contains("\\*\\*c\\*\\* \\[d\\](http://e) \\`f\\`"));
    assert!(!text.contains("<img") || text.contains("\\<img"));
    assert!(!text.contains('\u{202e}') && !text.contains('\u{1b}'));
}

/// Every row of a table of Markdown has as many cells as its head.
#[test]
fn tables_of_markdown_are_whole() {
    for (name, answer) in answers() {
        let text = Report::new(&answer).all(true).markdown();
        let mut columns = None;
        for line in text.lines() {
            let cells = line.replace("\\|", "").matches('|').count();
            if !line.starts_with('|') {
                columns = None;
            } else {
                assert_eq!(*columns.get_or_insert(cells), cells, "{name}: {line}");
            }
        }
    }
}
