//! Lines that a person types, and paragraphs that they read.

use std::io::{self, IsTerminal};

use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use crate::failure::Failure;

/// The most columns of a paragraph.
const WIDEST: usize = 80;

/// What came of waiting for a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line {
    /// What was typed.
    Typed(String),
    /// Bytes that are not text.
    NotText,
    /// There are no more lines.
    End,
    /// Ctrl-C.
    Interrupted,
}

/// Reads lines. On a terminal they can be edited; nothing but the line itself is ever drawn again, so that
/// a screen reader reads everything once.
pub(crate) struct Lines(DefaultEditor);

impl Lines {
    pub(crate) fn new() -> Result<Self, Failure> {
        DefaultEditor::new().map(Self).map_err(|error| unreadable(&error))
    }

    pub(crate) fn read(&mut self) -> Result<Line, Failure> {
        match self.0.readline("> ") {
            Ok(line) => Ok(Line::Typed(line)),
            Err(ReadlineError::Eof) => Ok(Line::End),
            Err(ReadlineError::Interrupted) => Ok(Line::Interrupted),
            Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
                Ok(Line::NotText)
            }
            Err(error) => Err(unreadable(&error)),
        }
    }
}

fn unreadable(error: &ReadlineError) -> Failure {
    Failure::Other(format!("the terminal could not be read: {error}."))
}

/// Text in lines of at most the terminal's width, indented by so many blanks.
pub(crate) fn wrapped(text: &str, indent: usize) -> String {
    let width = columns().min(WIDEST).saturating_sub(indent).max(20);
    let mut page = String::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let is_full = line.chars().count() + 1 + word.chars().count() > width;
            if is_full && !line.is_empty() {
                put(&mut page, &line, indent);
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        put(&mut page, &line, indent);
    }
    page
}

fn put(page: &mut String, line: &str, indent: usize) {
    page.push_str(&" ".repeat(indent));
    page.push_str(line);
    page.push('\n');
}

fn columns() -> usize {
    let size = if io::stdout().is_terminal() { terminal_size::terminal_size() } else { None };
    size.map_or(WIDEST, |(columns, _)| usize::from(columns.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_broken_between_words() {
        let text = wrapped(&"word ".repeat(40), 2);
        assert!(
            text.lines().all(|line| line.starts_with("  word") && line.len() <= WIDEST),
            "{text}"
        );
        assert_eq!(text.split_whitespace().count(), 40);
        assert_eq!(wrapped("a\nb", 0), "a\nb\n");
    }
}
