//! Computations that let other threads run and that Ctrl-C can stop.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use pyo3::prelude::*;
use worthwhile::{Error, Watch};

use crate::value::raised;

/// Time between checks for Ctrl-C: too short to notice, and long enough for other threads to keep the
/// lock.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// Computes without holding the interpreter's lock. An exception raised by a signal stops it.
pub(crate) fn run<T: Send>(
    py: Python<'_>,
    work: impl FnOnce(&mut Watch<'_>) -> Result<T, Error> + Send,
) -> PyResult<T> {
    let mut signalled = None;
    let done = py.detach(|| {
        let mut last = Instant::now();
        work(&mut |_| {
            if last.elapsed() < BETWEEN_LOOKS {
                return ControlFlow::Continue(());
            }
            last = Instant::now();
            signalled = Python::attach(|py| py.check_signals()).err();
            if signalled.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    });
    done.map_err(|error| signalled.unwrap_or_else(|| raised(error)))
}
