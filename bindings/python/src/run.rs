//! Computations that other threads and Ctrl-C do not have to wait for.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use pyo3::prelude::*;
use worthwhile::{Error, Watch};

use crate::value::raised;

/// Between two looks for Ctrl-C: people do not notice it, and other threads keep the lock.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// Computes without the lock of the interpreter. What a signal raises meanwhile ends it.
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
