//! Where an answer goes: to standard output, or to a file, whole or not at all.

use std::fs::{self, File};
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

    fn path(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// Writes the answer where it goes.
    pub(crate) fn write(&self, text: &str, out: &mut impl Write) -> Result<(), Failure> {
        let Some(path) = self.path() else { return Ok(out.write_all(text.as_bytes())?) };
        written(path, text).map_err(|error| {
            Failure::Other(format!("`{}` could not be written: {error}.", path.display()))
        })
    }
}

/// Writes a file beside the one that is meant, and then puts it into its place. What is no plain
/// file, such as a pipe, is written to as it is.
fn written(path: &Path, text: &str) -> io::Result<()> {
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(|own| !own.is_file()) {
        return fs::write(path, text);
    }
    // A link stays one.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}", process::id()));
    let done = filled(&beside, text, there.as_ref()).and_then(|()| fs::rename(&beside, &path));
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

fn filled(path: &Path, text: &str, there: Option<&fs::Metadata>) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    if let Some(there) = there {
        file.set_permissions(there.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
