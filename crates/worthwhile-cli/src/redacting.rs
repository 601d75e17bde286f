//! Whether to repeat what a document says.

use clap::Args;
use worthwhile::{Options, Problem};

/// What problems tell.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Redacting {
    /// Leave out of problems what the document says, for logs: they name the field, not the value
    #[arg(long)]
    redact: bool,
}

impl Redacting {
    /// The options, with this one among them.
    pub(crate) fn options(self) -> Options {
        Options::default().with_redact(self.redact)
    }

    /// Problems as they are to be told.
    pub(crate) fn problems(self, problems: &[Problem]) -> Vec<Problem> {
        if self.redact {
            problems.iter().map(Problem::redacted).collect()
        } else {
            problems.to_vec()
        }
    }
}
