//! Where an answer goes: to standard output, or to a file, whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use clap::Args;

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
    let real = |path: &Path| fs::canonicalize(path).ok().filter(|path| path.is_file());
    let Some(own) = real(own) else { return Ok(()) };
    match read.into_iter().find(|path| real(path).is_some_and(|read| read == own)) {
        Some(path) => Err(Failure::Usage(format!(
            "the answer would take the place of `{}`. Choose another file for it.",
            path.display()
        ))),
        None => Ok(()),
    }
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
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(|own| !own.is_file()) {
        return fs::write(path, text);
    }
    let path = real(path);
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}", process::id()));
    let file = created(&beside, is_private);
    let there = there.filter(|_| !is_private);
    let done = file.and_then(|file| filled(file, text, there.as_ref()));
    let done = done.and_then(|()| fs::rename(&beside, &path));
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

/// The file that a link leads to: a link stays one.
pub(crate) fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// A new file, which from the start only its owner can read where that is asked for.
fn created(path: &Path, is_private: bool) -> io::Result<File> {
    let mut how = OpenOptions::new();
    how.write(true).create_new(true);
    #[cfg(unix)]
    if is_private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
    }
    #[cfg(not(unix))]
    let _ = is_private;
    how.open(path)
}

fn filled(mut file: File, text: &str, there: Option<&fs::Metadata>) -> io::Result<()> {
    if let Some(there) = there {
        file.set_permissions(there.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
