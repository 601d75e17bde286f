//! Ctrl-C in a run that has something to keep.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

static IS_ASKED: AtomicBool = AtomicBool::new(false);
/// What shells say of a program that Ctrl-C has ended.
pub(crate) const EXIT_CODE: u8 = 130;

/// From here on Ctrl-C asks the run to stop, in place of ending the program. Pressed again, it ends the program.
pub(crate) fn listen() -> Result<(), ctrlc::Error> {
    let asked = || {
        if IS_ASKED.swap(true, Ordering::Relaxed) {
            process::exit(EXIT_CODE.into());
        }
    };
    ctrlc::set_handler(asked)
}

/// Whether somebody has pressed it.
pub(crate) fn is_asked() -> bool {
    IS_ASKED.load(Ordering::Relaxed)
}
