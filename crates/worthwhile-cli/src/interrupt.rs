//! Ctrl-C in a run that has something to keep, and other signals that would end it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

static IS_ASKED: AtomicBool = AtomicBool::new(false);
/// A file that is not whole yet.
static PARTIAL: Mutex<Option<PathBuf>> = Mutex::new(None);
/// What shells say of a program that Ctrl-C has ended.
pub(crate) const EXIT_CODE: u8 = 130;

/// From here on Ctrl-C asks the run to stop, in place of ending the program. Pressed again, it ends the program. A
/// signal to terminate and the end of the terminal are taken as Ctrl-C.
pub(crate) fn listen() -> io::Result<()> {
    ctrlc::set_handler(ask).map_err(io::Error::other)?;
    #[cfg(unix)]
    others::listen()?;
    Ok(())
}

/// Whether somebody has pressed it.
pub(crate) fn is_asked() -> bool {
    IS_ASKED.load(Ordering::Relaxed)
}

/// Makes sure that a file that is not whole is gone when the program is ended.
pub(crate) fn leave_nothing_of(partial: &Path) {
    *PARTIAL.lock().unwrap_or_else(PoisonError::into_inner) = Some(partial.to_owned());
}

fn ask() {
    if IS_ASKED.swap(true, Ordering::Relaxed) {
        let partial = PARTIAL.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(partial) = partial {
            let _ = fs::remove_file(partial);
        }
        process::exit(EXIT_CODE.into());
    }
}

#[cfg(unix)]
mod others {
    use std::fs;
    use std::io::{self, IsTerminal};
    use std::thread;

    use signal_hook::consts::{SIGHUP, SIGTERM};
    use signal_hook::iterator::Signals;

    /// Takes other signals as Ctrl-C.
    pub(super) fn listen() -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM])?;
        if !outlives_its_terminal() {
            signals.add_signal(SIGHUP)?;
        }
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            signals.forever().for_each(|_| super::ask());
        })?;
        Ok(())
    }

    /// Whether the run was started to go on without its terminal, such as by `nohup`. Where the system does not say
    /// that, whoever has no terminal to begin with has none to lose.
    fn outlives_its_terminal() -> bool {
        match fs::read_to_string("/proc/self/status") {
            Ok(status) => is_ignored(&status, SIGHUP),
            Err(_) => !(io::stdin().is_terminal() || io::stderr().is_terminal()),
        }
    }

    /// Whether Linux says that a process ignores a signal.
    fn is_ignored(status: &str, signal: i32) -> bool {
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        mask.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn linux_says_which_signals_are_ignored() {
            let status = "Name:\tworthwhile\nSigIgn:\t0000000000000001\nSigCgt:\t4002\n";
            assert!(is_ignored(status, SIGHUP) && !is_ignored(status, SIGTERM));
            assert!(!is_ignored("", SIGHUP));
        }
    }
}
