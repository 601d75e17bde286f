//! `worthwhile schema`

use std::io::Write;

use clap::{Args, ValueEnum};

use crate::failure::Failure;
use crate::format::Format;

/// Arguments of `worthwhile schema`.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Which document
    #[arg(value_enum)]
    document: Document,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Document {
    /// The question: what `assess`, `check` and `expand` read
    Case,
    /// The answer: what `assess --format json` prints
    Assessment,
}

impl Schema {
    /// Prints the schema, draft 2020-12.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<(), Failure> {
        let name = match self.document {
            Document::Case => "case",
            Document::Assessment => "assessment",
        };
        let text = worthwhile::schema_text(name);
        out.write_all(text.map_err(|error| Failure::new(&error, Format::Text))?.as_bytes())?;
        Ok(())
    }
}
