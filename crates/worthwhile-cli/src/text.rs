//! Plain text for people: problems in words.

use std::fmt::Write as _;

use worthwhile::{Problem, Severity, is_hidden};

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

/// Text without the characters that a terminal would interpret: a document from someone else may contain
/// them in its names.
pub(crate) fn printable(text: &str) -> String {
    text.replace(|c: char| is_hidden(c) && c != '\n', "\u{fffd}")
}

pub(crate) fn one_line(text: &str) -> String {
    text.replace(is_hidden, "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_cannot_steer_the_terminal_or_break_its_line() {
        let text = problems(&worthwhile::check("{\"a\\u001b[31m\\nb\": 1}"));
        assert!(text.contains("/a\u{fffd}[31m\u{fffd}b: "), "{text}");
        assert_eq!(printable("a\nb\u{1b}[1m"), "a\nb\u{fffd}[1m");
        assert_eq!(printable("a\u{202e}b"), "a\u{fffd}b");
    }
}
