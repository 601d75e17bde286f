//! The ways to print.

use std::path::Path;

use clap::ValueEnum;

/// For whom to print.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// For programs: one JSON document on one line
    Json,
}

/// How to print an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    /// For people
    #[default]
    Text,
    /// For programs: one JSON document on one line
    Json,
    /// To keep and to show: one HTML file with pictures
    Html,
    /// For issues and wikis: Markdown
    Md,
}

impl AnswerFormat {
    /// What the name of a file asks for.
    pub(crate) fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "html" | "htm" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Md),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// How a refusal is told: to programs only where they asked.
    pub(crate) fn of_refusal(self) -> Format {
        if self == Self::Json { Format::Json } else { Format::Text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_in_the_format_of_its_name() {
        let of = |name: &str| AnswerFormat::of_file(Path::new(name));
        assert_eq!(of("a/answer.html"), Some(AnswerFormat::Html));
        assert_eq!(of("ANSWER.MD"), Some(AnswerFormat::Md));
        assert_eq!([of("answer"), of("answer.txt"), of("html")], [None, None, None]);
    }
}
