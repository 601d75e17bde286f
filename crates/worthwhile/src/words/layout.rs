//! Text laid out in lines of so many cells of a terminal, broken between words.

use std::fmt::Write as _;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many cells a text takes: two for a letter of Chinese, none for a combining accent.
pub fn cells(text: &str) -> usize {
    text.width()
}

/// The text with blanks behind it, to so many cells. A longer one is cut.
pub fn left(text: &str, width: usize) -> String {
    let text = cut(text, width);
    let blanks = width.saturating_sub(cells(&text));
    format!("{text}{:blanks$}", "")
}

/// The text with blanks before it, to so many cells. A longer one stays whole.
pub fn right(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(cells(text));
    format!("{:blanks$}{text}", "")
}

/// At most so many cells of a text; what is cut off leaves a mark.
pub fn cut(text: &str, width: usize) -> String {
    if cells(text) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for letter in text.chars() {
        used += letter.width().unwrap_or(0);
        if used >= width {
            break;
        }
        kept.push(letter);
    }
    kept.trim_end().to_owned() + "…"
}

/// Lines of at most so many cells.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    lines(text, width, width)
}

/// Adds a paragraph. The first line starts with `first`, the others with as many blanks as `rest`.
pub(super) fn paragraph(page: &mut String, width: usize, first: &str, rest: usize, text: &str) {
    let room = |used: usize| width.saturating_sub(used);
    let lines = lines(text, room(cells(first)), room(rest));
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

/// Lines of which the first may be of another length. A word that is longer than a line is broken
/// where the line ends.
fn lines(text: &str, first: usize, rest: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_ascii_whitespace().flat_map(|word| pieces(word, first.min(rest))) {
        let width = if lines.len() > 1 { rest } else { first };
        match lines.last_mut() {
            Some(line) if cells(line) + 1 + cells(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.into_iter().map(|line| line.replace(TOGETHER, " ")).collect()
}

/// A word in pieces of at most so many cells, at least a letter each.
fn pieces(word: &str, width: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = word;
    while !rest.is_empty() {
        let mut used = 0;
        let letters = rest.char_indices().skip_while(|(at, letter)| {
            used += letter.width().unwrap_or(0);
            *at == 0 || used <= width
        });
        let end = letters.map(|(at, _)| at).next().unwrap_or(rest.len());
        let (piece, others) = rest.split_at(end);
        pieces.push(piece);
        rest = others;
    }
    pieces
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

    #[test]
    fn cells_are_counted_and_not_letters() {
        assert_eq!([cells("abc"), cells("日本"), cells("e\u{301}")], [3, 4, 1]);
        assert_eq!(left("日本", 6), "日本  ");
        assert_eq!(right("-7", 4), "  -7");
        assert_eq!(cut("日本語の本", 6), "日本…");
        assert_eq!(cells(&left("a long name that does not end", 12)), 12);
        assert_eq!(wrap("日本 日本 日本", 9), ["日本 日本", "日本"]);
        assert_eq!(wrap("日本語 abcdefgh", 5), ["日本", "語", "abcde", "fgh"]);
        assert_eq!(wrap("日本", 1), ["日", "本"]);
    }
}
