//! Plain text for people: problems, and paragraphs of 80 columns.

use std::fmt::Write as _;

use worthwhile::{Problem, Severity};

/// Columns of a page.
const WIDTH: usize = 80;

/// Problems in words, one block each.
pub(crate) fn problems<'p>(problems: impl IntoIterator<Item = &'p Problem>) -> String {
    blocks("", problems)
}

/// The same, each with the name of the file it is about.
pub(crate) fn problems_of<'p>(
    file: &str,
    problems: impl IntoIterator<Item = &'p Problem>,
) -> String {
    blocks(&format!("{}: ", one_line(file)), problems)
}

fn blocks<'p>(file: &str, problems: impl IntoIterator<Item = &'p Problem>) -> String {
    let mut page = String::new();
    for problem in problems {
        let warning = if problem.severity == Severity::Warning { "warning: " } else { "" };
        let place = if problem.path.is_empty() { "the document" } else { &problem.path };
        let (place, message) = (one_line(place), one_line(&problem.message));
        let _ = writeln!(page, "{file}{warning}{place}: {message} [{}]", problem.code);
        if let Some(help) = &problem.help {
            let _ = writeln!(page, "  {}", one_line(help));
        }
    }
    page
}

/// Text without the characters that a terminal would obey: a document of somebody else may hold
/// them in its names.
pub(crate) fn printable(text: &str) -> String {
    text.replace(|c: char| c.is_control() && c != '\n', "\u{fffd}")
}

fn one_line(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}

/// Adds a paragraph, broken between words. The first line starts with `first`, the others with as
/// many blanks as `rest`.
pub(crate) fn paragraph(page: &mut String, first: &str, rest: usize, text: &str) {
    let mut column = first.chars().count();
    let mut is_first = true;
    page.push_str(first);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if !is_first && column + 1 + length > WIDTH {
            let _ = write!(page, "\n{:rest$}", "");
            column = rest;
        } else if !is_first {
            page.push(' ');
            column += 1;
        }
        page.push_str(word);
        column += length;
        is_first = false;
    }
    page.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_keep_to_the_width_and_lose_no_word() {
        let words = "neither long nor short ".repeat(20);
        let mut page = String::new();
        paragraph(&mut page, "  - ", 4, &words);
        let lines: Vec<&str> = page.lines().collect();
        assert!(
            lines.len() > 4 && lines.iter().all(|line| line.chars().count() <= WIDTH),
            "{page}"
        );
        assert!(lines.iter().skip(1).all(|line| line.starts_with("    ")), "{page}");
        let found: Vec<&str> = page.split_whitespace().skip(1).collect();
        assert_eq!(found, words.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn a_problem_cannot_steer_the_terminal_or_break_its_line() {
        let text = problems(&worthwhile::check("{\"a\\u001b[31m\\nb\": 1}"));
        assert!(text.contains("/a\u{fffd}[31m\u{fffd}b: "), "{text}");
        assert_eq!(printable("a\nb\u{1b}[1m"), "a\nb\u{fffd}[1m");
    }
}
