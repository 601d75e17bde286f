//! Where a case comes from.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use worthwhile::limits::MAX_BYTES;

use crate::failure::Failure;

/// The case to read.
#[derive(Debug, Args)]
pub(crate) struct Input {
    /// File with the case in JSON; `-`, or no file, reads standard input
    file: Option<PathBuf>,
}

impl Input {
    /// The text of the case, as far as the library would look at it.
    pub(crate) fn read(&self) -> Result<String, Failure> {
        let stdin = io::stdin();
        match self.file.as_deref() {
            None if stdin.is_terminal() => Err(Failure::Usage(
                "which case? Name a file, or pipe one in. `worthwhile new` prints one to start \
                 from."
                    .to_owned(),
            )),
            Some(path) if path != Path::new("-") => read_file(path),
            _ => read_text(stdin.lock(), "standard input"),
        }
    }
}

/// The text of a file, as far as the library would look at it.
pub(crate) fn read_file(path: &Path) -> Result<String, Failure> {
    let name = format!("`{}`", path.display());
    let file = File::open(path).map_err(|error| unreadable(&name, &error))?;
    read_text(file, &name)
}

/// Reads one byte more than the library takes, so that endless input ends and the library itself
/// says what is too large.
fn read_text(from: impl Read, name: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    from.take(most).read_to_end(&mut bytes).map_err(|error| unreadable(name, &error))?;
    if bytes.len() > MAX_BYTES {
        // The cut may have split a character. Its replacement is no shorter than what is left of it.
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    // Shells of Windows write UTF-16 where output goes to a file.
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Failure::Other(format!("{name} is UTF-16 text. Save it as UTF-8.")));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::Other(format!("{name} is not UTF-8 text: byte {at} cannot be read."))
    })
}

fn unreadable(name: &str, error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::NotFound {
        return Failure::Other(format!("there is no file {name}."));
    }
    Failure::Other(format!("{name} cannot be read: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_cut_at_the_limit_still_makes_a_text_over_it() {
        for blanks in 0..4 {
            let mut bytes = vec![b' '; blanks];
            bytes.extend("\u{1d11e}".repeat(MAX_BYTES / 4 + 1).into_bytes());
            let text = read_text(bytes.as_slice(), "a test").unwrap();
            assert!(text.len() > MAX_BYTES && text.len() < MAX_BYTES + 4, "{}", text.len());
        }
    }
}
