//! Where an answer goes: to standard output, or to a file, whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use worthwhile_groups::PendingFile;

use crate::failure::Failure;
use crate::format::AnswerFormat;

/// Where to write.
#[derive(Debug, Args)]
pub(crate) struct Output {
    /// Write to this file, in place of one that is there; it is written whole or not at all
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Output {
    /// What the name of the file asks for.
    pub(crate) fn format(&self) -> Option<AnswerFormat> {
        AnswerFormat::of_file(self.path()?)
    }

    /// Whether the answer goes to a file.
    pub(crate) fn is_file(&self) -> bool {
        self.path().is_some()
    }

    /// Refuses to put the answer into the place of what it is about.
    pub(crate) fn is_none_of<'p>(
        &self,
        read: impl IntoIterator<Item = &'p Path>,
    ) -> Result<(), Failure> {
        self.path().map_or(Ok(()), |own| is_none_of(own, read))
    }

    fn path(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// Writes the answer where it goes.
    pub(crate) fn write(&self, text: &str, out: &mut impl Write) -> Result<(), Failure> {
        let Some(path) = self.path() else { return Ok(out.write_all(text.as_bytes())?) };
        keep(path, text)
    }
}

/// Refuses to put an answer into the place of what it is about.
pub(crate) fn is_none_of<'p>(
    own: &Path,
    read: impl IntoIterator<Item = &'p Path>,
) -> Result<(), Failure> {
    match read.into_iter().find(|path| path.is_file() && is_same(path, own)) {
        Some(path) => Err(Failure::Usage(format!(
            "the answer would take the place of `{}`. Choose another file for it.",
            path.display()
        ))),
        None => Ok(()),
    }
}

/// Whether two paths lead to one file, which need not be there yet.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    PendingFile::destination(one) == PendingFile::destination(other)
}

/// Writes a file in place of one that is there.
pub(crate) fn keep(path: &Path, text: &str) -> Result<(), Failure> {
    put(path, text, false).map_err(|error| unwritable(path, &error))
}

/// Writes a file that only its owner can read, in place of one that is there.
pub(crate) fn keep_private(path: &Path, text: &str) -> Result<(), Failure> {
    put(path, text, true).map_err(|error| unwritable(path, &error))
}

pub(crate) fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::Other(format!("`{}` could not be written: {error}.", path.display()))
}

/// Writes a file beside the one that is meant, and then puts it into its place. What is no plain
/// file, such as a pipe, is written to as it is.
fn put(path: &Path, text: &str, is_private: bool) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|own| !own.is_file()) {
        return fs::write(path, text);
    }
    let create = if is_private { PendingFile::create_private } else { PendingFile::create };
    let (mut file, pending) = create(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    drop(file);
    pending.keep()
}
