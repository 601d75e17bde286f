//! Files that are made from code and committed: written, or compared with what is there.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use clap::Args;

/// Whether to write or to compare.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Mode {
    /// Compare instead of writing
    #[arg(long)]
    pub(crate) check: bool,
}

impl Mode {
    /// Writes the file, or says that it differs and which command makes it.
    pub(crate) fn file(self, path: &Path, text: &str, command: &str) -> Result<(), String> {
        let failed = |error| format!("{}: {error}.", path.display());
        if !self.check {
            return fs::write(path, text).map_err(failed);
        }
        if fs::read_to_string(path).map_err(failed)? == text {
            return Ok(());
        }
        let path = path.display();
        Err(format!("{path} is not what the code says. Run `{command}` and look at the diff."))
    }
}

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// What a command of cargo prints.
pub(crate) fn printed_by_cargo(args: &str) -> Result<String, String> {
    let mut command = Command::new("cargo");
    command.args(args.split_whitespace()).current_dir(ROOT).stderr(Stdio::inherit());
    let done = command.output().map_err(|error| format!("cargo cannot be started: {error}."))?;
    if done.status.success() {
        return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
    }
    Err(format!("`cargo {args}` failed: {}.", done.status))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_the_same_and_what_was_changed_is_not() {
        let path = std::env::temp_dir().join(format!("worthwhile-made-{}", std::process::id()));
        let (write, check) = (Mode { check: false }, Mode { check: true });
        let call = |mode: Mode| mode.file(&path, "as made\n", "cargo dev it");
        assert!(call(check).unwrap_err().contains("worthwhile-made-"), "it is not there yet");
        call(write).unwrap();
        assert_eq!(call(check), Ok(()));
        fs::write(&path, "as changed\n").unwrap();
        let differs = call(check).unwrap_err();
        assert!(differs.contains("Run `cargo dev it`"), "{differs}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "as changed\n");
        fs::remove_file(&path).unwrap();
    }
}
