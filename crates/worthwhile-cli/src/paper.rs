//! What the answer is written on: how wide the terminal is, and whether it has colors.

use std::env;
use std::io::{self, IsTerminal};

use clap::{Args, ValueEnum};
use worthwhile::Page;

/// Arguments about the page.
#[derive(Debug, Args)]
pub(crate) struct Paper {
    /// Columns of the page, 60 to 120 [default: those of the terminal, 80 elsewhere]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(60..=120))]
    width: Option<u16>,
    /// Whether the page has colors
    #[arg(long, value_enum, default_value_t)]
    color: Color,
}

/// Whether a page has colors.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Color {
    /// On a terminal, unless NO_COLOR is set or TERM is `dumb`
    #[default]
    Auto,
    Always,
    Never,
}

impl Paper {
    /// The page at this width and in these colors. A file is no terminal.
    pub(crate) fn lay<'a>(&self, page: Page<'a>, is_file: bool) -> Page<'a> {
        let is_terminal = !is_file && io::stdout().is_terminal();
        let own = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0);
        let width = self.width.or_else(|| own().filter(|_| is_terminal));
        let page = width.map_or(page, |width| page.width(width));
        page.color(match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => is_terminal && wants_color(|name| env::var(name).ok()),
        })
    }
}

/// What the environment says of colors: <https://no-color.org>, and terminals that have none.
fn wants_color(variable: impl Fn(&str) -> Option<String>) -> bool {
    let is_off = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
    let is_dumb = variable("TERM").is_some_and(|value| value == "dumb");
    !is_off && !is_dumb
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_can_be_turned_off_by_the_environment() {
        let with = |own: &'static str, value: &'static str| {
            wants_color(move |name| (name == own).then(|| value.to_owned()))
        };
        assert!(with("TERM", "xterm") && with("NO_COLOR", ""));
        assert!(!with("TERM", "dumb") && !with("NO_COLOR", "1"));
    }
}
