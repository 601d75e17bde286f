//! Memory: what a call may take of it, and what is said where there is none.

use crate::error::Error;
use crate::limits::MAX_MEMORY;
use crate::problem::{Code, Problem};

/// Most bytes of columns that are kept at a time.
pub(super) const COLUMNS: usize = MAX_MEMORY / 2;
/// Most bytes that the threads of a computation take together, besides what they compute.
const THREADS: usize = MAX_MEMORY / 8;
/// From so many bytes on, room that is not to be had is an error. Smaller pieces are as likely to be
/// missing anywhere else.
const LARGE: usize = 1 << 20;

/// So many zeros.
///
/// # Errors
/// `out_of_memory` where there is no room for them.
pub(super) fn zeros(numbers: usize) -> Result<Vec<f64>, Error> {
    // Only asked for and given back: memory that the system hands out is zeros already, and writing them
    // would be as much work as writing figures.
    drop(room_for(numbers)?);
    Ok(vec![0.0; numbers])
}

/// Room for so many numbers.
///
/// # Errors
/// `out_of_memory` where there is none.
pub(super) fn room_for(numbers: usize) -> Result<Vec<f64>, Error> {
    let bytes = numbers.saturating_mul(size_of::<f64>());
    if bytes < LARGE {
        return Ok(Vec::with_capacity(numbers));
    }
    let mut room = Vec::new();
    room.try_reserve_exact(numbers).map_err(|_| out_of_memory(bytes))?;
    Ok(room)
}

/// How many threads fit where each takes so many bytes: one at least.
pub(super) fn threads(bytes_each: usize) -> usize {
    (THREADS / bytes_each.max(1)).max(1)
}

fn out_of_memory(bytes: usize) -> Error {
    let message = format!("{bytes} bytes of memory for the scenarios are not to be had");
    let problem = Problem::new("", Code::OutOfMemory, message);
    problem.with_found(Some(bytes.into())).with_help("compute fewer scenarios").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_that_no_machine_has_is_an_error() {
        assert_eq!(zeros(3).unwrap(), [0.0; 3]);
        assert_eq!(zeros(LARGE).unwrap().len(), LARGE);
        let error = zeros(usize::MAX / 64).unwrap_err();
        assert_eq!(error.problems()[0].code, Code::OutOfMemory);
    }

    #[test]
    fn large_threads_are_few_but_there_is_one() {
        assert_eq!(threads(usize::MAX), 1);
        assert!(threads(1 << 20) >= 8);
    }
}
