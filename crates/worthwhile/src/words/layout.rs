//! Text laid out in lines of so many columns, broken between words.

use std::fmt::Write as _;

/// Lines of at most so many characters.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    lines(text, width, width)
}

/// Adds a paragraph. The first line starts with `first`, the others with as many blanks as `rest`.
pub(super) fn paragraph(page: &mut String, width: usize, first: &str, rest: usize, text: &str) {
    let room = |used: usize| width.saturating_sub(used);
    let lines = lines(text, room(first.chars().count()), room(rest));
    page.push_str(first);
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            let _ = write!(page, "\n{:rest$}", "");
        }
        page.push_str(line);
    }
    page.push('\n');
}

/// A blank between words that stay on one line.
const TOGETHER: char = '\u{a0}';

/// What a change leads to: both on one line where there is room, else what it leads to on the next.
pub(super) fn leads_to(change: &str, outcome: &str) -> String {
    format!("{change} ->{TOGETHER}{}", outcome.replace(' ', &TOGETHER.to_string()))
}

/// Lines of which the first may be of another length. A word that is longer has a line of its own.
fn lines(text: &str, first: usize, rest: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_ascii_whitespace() {
        let width = if lines.len() > 1 { rest } else { first };
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + length <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.into_iter().map(|line| line.replace(TOGETHER, " ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_belong_together_stay_on_one_line() {
        let text = leads_to("if it were so", "still yes");
        assert_eq!(wrap(&text, 16), ["if it were so", "-> still yes"]);
    }

    #[test]
    fn paragraphs_keep_to_the_width_and_lose_no_word() {
        let words = "neither long nor short ".repeat(20);
        let mut page = String::new();
        paragraph(&mut page, 80, "  - ", 4, &words);
        let lines: Vec<&str> = page.lines().collect();
        assert!(lines.len() > 4 && lines.iter().all(|line| line.chars().count() <= 80), "{page}");
        assert!(lines.iter().skip(1).all(|line| line.starts_with("    ")), "{page}");
        let found: Vec<&str> = page.split_whitespace().skip(1).collect();
        assert_eq!(found, words.split_whitespace().collect::<Vec<_>>());
    }
}
