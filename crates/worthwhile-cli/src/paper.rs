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
    /// As NO_COLOR, CLICOLOR_FORCE and CLICOLOR say; else on a terminal whose TERM is not `dumb`
    #[default]
    Auto,
    Always,
    Never,
}

impl Paper {
    /// The page at this width and in these colors. A file is no terminal.
    pub(crate) fn lay<'a>(&self, page: Page<'a>, is_file: bool) -> Page<'a> {
        let page = self.width(is_file).map_or(page, |width| page.width(width));
        page.color(self.has_color(is_file))
    }

    /// How wide the page is to be; none where nobody says it.
    pub(crate) fn width(&self, is_file: bool) -> Option<u16> {
        let own = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0);
        self.width.or_else(|| own().filter(|_| is_terminal(is_file)))
    }

    /// Whether the page is to have colors.
    pub(crate) fn has_color(&self, is_file: bool) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            // The environment is about what a command prints, not about files that are kept.
            Color::Auto if is_file => false,
            Color::Auto => wants_color(is_terminal(is_file), |name| env::var(name).ok()),
        }
    }
}

fn is_terminal(is_file: bool) -> bool {
    !is_file && io::stdout().is_terminal()
}

/// What the environment says of colors: <https://no-color.org> first, then
/// <https://bixense.com/clicolors>, then whether it is a terminal that has some.
fn wants_color(is_terminal: bool, variable: impl Fn(&str) -> Option<String>) -> bool {
    let is_off = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
    let is_forced =
        variable("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0");
    let is_unwanted = variable("CLICOLOR").is_some_and(|value| value == "0");
    let is_dumb = variable("TERM").is_some_and(|value| value == "dumb");
    !is_off && (is_forced || (is_terminal && !is_unwanted && !is_dumb))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(is_terminal: bool, set: &[(&str, &str)]) -> bool {
        let value =
            |name: &str| set.iter().find(|(own, _)| *own == name).map(|own| own.1.to_owned());
        wants_color(is_terminal, value)
    }

    #[test]
    fn colors_can_be_turned_off_by_the_environment() {
        assert!(with(true, &[("TERM", "xterm")]) && with(true, &[("NO_COLOR", "")]));
        assert!(!with(true, &[("TERM", "dumb")]) && !with(true, &[("NO_COLOR", "1")]));
        assert!(!with(true, &[("CLICOLOR", "0")]) && with(true, &[("CLICOLOR", "1")]));
        assert!(!with(false, &[("TERM", "xterm")]) && !with(false, &[("CLICOLOR", "1")]));
    }

    #[test]
    fn colors_can_be_forced_but_not_on_who_wants_none() {
        assert!(with(false, &[("CLICOLOR_FORCE", "1")]));
        assert!(with(false, &[("CLICOLOR_FORCE", "1"), ("TERM", "dumb"), ("CLICOLOR", "0")]));
        assert!(
            !with(false, &[("CLICOLOR_FORCE", "0")]) && !with(false, &[("CLICOLOR_FORCE", "")])
        );
        assert!(!with(true, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    }
}
