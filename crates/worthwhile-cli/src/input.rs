//! Where a case comes from.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use worthwhile::{Document, Problem};

use crate::failure::Failure;

/// The case to read.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// File with the case in JSON; `-`, or no file, reads standard input
    file: Option<PathBuf>,
}

impl Input {
    /// The file that is named, if it is one.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.file.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// The case, as much of it as the library would read.
    pub(crate) fn read(&self) -> Result<Document<'static>, Failure> {
        match self.file.as_deref() {
            None if io::stdin().is_terminal() => Err(Failure::Usage(
                "which case? Name a file, or pipe one in. `worthwhile new` prints one to start \
                 from."
                    .to_owned(),
            )),
            Some(path) => read_case(path),
            None => read_document(io::stdin().lock(), None, "standard input"),
        }
    }
}

/// The case in a file, or on standard input for `-`.
pub(crate) fn read_case(path: &Path) -> Result<Document<'static>, Failure> {
    if path == Path::new("-") {
        return read_document(io::stdin().lock(), None, "standard input");
    }
    read_file(path)
}

/// The document in a file, as much of it as the library would read.
pub(crate) fn read_file(path: &Path) -> Result<Document<'static>, Failure> {
    let name = format!("`{}`", path.display());
    let file = File::open(path).map_err(|error| unreadable(&name, &error))?;
    let size = file.metadata().ok().filter(fs::Metadata::is_file).map(|own| own.len());
    read_document(file, size, &name)
}

/// Bytes that are not text are not even a document that could be refused. Of what is too large only the
/// size is told, where it is known.
fn read_document(
    from: impl Read,
    size: Option<u64>,
    name: &str,
) -> Result<Document<'static>, Failure> {
    let mut bytes = Vec::new();
    let most = u64::try_from(Document::MOST_BYTES).unwrap_or(u64::MAX);
    from.take(most).read_to_end(&mut bytes).map_err(|error| unreadable(name, &error))?;
    if bytes.len() >= Document::MOST_BYTES {
        return Ok(Document::too_large(size));
    }
    let document = Document::from(bytes);
    match document.encoding_problem() {
        Some(problem) => Err(Failure::Other(not_text(name, problem))),
        None => Ok(document),
    }
}

/// The problem as a sentence about the file.
fn not_text(name: &str, problem: &Problem) -> String {
    let mut help = problem.help.iter().flat_map(|help| help.chars());
    let help: String = match help.next() {
        Some(first) => format!(" {}{}.", first.to_uppercase(), help.collect::<String>()),
        None => String::new(),
    };
    format!("{name} is {}.{help}", problem.message)
}

pub(crate) fn unreadable(name: &str, error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::NotFound {
        return Failure::Other(format!("there is no file {name}."));
    }
    Failure::Other(format!("{name} cannot be read: {error}."))
}
