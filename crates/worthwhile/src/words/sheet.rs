//! The sheet that an answer is written on: its width, its colors, its lines.

use super::grammar::{clean, signed};
use super::layout;

/// What a piece of the page is, to a terminal that has colors.
#[derive(Debug, Clone, Copy)]
pub enum Style {
    /// What matters most.
    Strong,
    /// Something good.
    Good,
    /// Something bad.
    Bad,
    /// What may be left unread.
    Faint,
}

impl Style {
    fn code(self) -> &'static str {
        match self {
            Self::Strong => "1",
            Self::Good => "32",
            Self::Bad => "31",
            Self::Faint => "2",
        }
    }
}

/// A page as it is written.
pub struct Sheet {
    text: String,
    /// Its columns.
    pub width: usize,
    has_color: bool,
}

impl Sheet {
    /// A blank one of so many columns.
    pub fn new(width: usize, has_color: bool) -> Self {
        Self { text: String::new(), width, has_color }
    }

    /// What is written on it.
    pub fn into_text(self) -> String {
        self.text
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A line as it is. Names in it have to be clean already.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// An empty line and a heading.
    pub fn heading(&mut self, text: &str) {
        self.blank();
        self.lines("", 0, Some(Style::Strong), text);
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.lines("", 0, None, text);
    }

    /// The paragraph that matters most.
    pub fn strong(&mut self, text: &str) {
        self.lines("", 0, Some(Style::Strong), text);
    }

    /// An item of a list.
    pub fn item(&mut self, text: &str) {
        self.lines("  - ", 4, None, text);
    }

    fn lines(&mut self, first: &str, rest: usize, style: Option<Style>, text: &str) {
        let mut laid = String::new();
        layout::paragraph(&mut laid, self.width, first, rest, &clean(text));
        for line in laid.lines() {
            let line = style.map_or_else(|| line.to_owned(), |style| self.paint(style, line));
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    /// The piece in the color of what it is; plain where the page has no colors.
    pub fn paint(&self, style: Style, piece: &str) -> String {
        if self.has_color && !piece.is_empty() {
            format!("\u{1b}[{}m{piece}\u{1b}[0m", style.code())
        } else {
            piece.to_owned()
        }
    }

    /// Points, where it matters whether they are good.
    pub(super) fn signed(&self, points: f64, cells: usize) -> String {
        let text = signed(points);
        let style = match text.as_bytes().first() {
            Some(b'+') => Some(Style::Good),
            Some(b'-' | b'<') => Some(Style::Bad),
            _ => None,
        };
        let text = layout::right(&text, cells);
        style.map_or_else(|| text.clone(), |style| self.paint(style, &text))
    }
}
