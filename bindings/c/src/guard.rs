//! The entry to every call from C. No panic gets past it, outputs are cleared first, and a failure
//! becomes a status and, if the caller wants one, an error.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;

use super::failure::Failure;
use super::status::worthwhile_status;
use super::told::worthwhile_error;

/// For calls that can fail.
///
/// # Safety
/// `err` is NULL or may be written to.
pub(crate) unsafe fn guard(
    err: *mut *mut worthwhile_error,
    run: impl FnOnce() -> Result<(), Failure>,
) -> worthwhile_status {
    // SAFETY: the caller of this function promises it.
    let mut err = unsafe { err.as_mut() };
    if let Some(err) = &mut err {
        **err = ptr::null_mut();
    }
    // Plans and assessments never change, so a panic cannot leave one half changed.
    let failure = match catch_unwind(AssertUnwindSafe(run)) {
        Ok(Ok(())) => return worthwhile_status::Ok,
        Ok(Err(failure)) => failure,
        Err(payload) => Failure::panic(&*payload),
    };
    let status = failure.status;
    if let Some(err) = err {
        *err = look(ptr::null_mut(), || Some(worthwhile_error::new(failure).into_raw()));
    }
    status
}

/// For calls that can fail and return one thing, which the caller then owns.
///
/// # Safety
/// `out` and `err` are each NULL or may be written to.
pub(crate) unsafe fn give<T>(
    out: *mut *mut T,
    err: *mut *mut worthwhile_error,
    run: impl FnOnce() -> Result<*mut T, Failure>,
) -> worthwhile_status {
    // SAFETY: the caller of this function promises it.
    let out = unsafe { out.as_mut() };
    let run = || {
        let Some(out) = out else {
            return Err(Failure::null("out"));
        };
        *out = ptr::null_mut();
        *out = run()?;
        Ok(())
    };
    // SAFETY: the caller of this function promises it.
    unsafe { guard(err, run) }
}

/// For calls that only read something: `otherwise` if there is nothing to read.
pub(crate) fn look<T>(otherwise: T, run: impl FnOnce() -> Option<T>) -> T {
    catch_unwind(AssertUnwindSafe(run)).ok().flatten().unwrap_or(otherwise)
}

/// For calls that free a handle.
///
/// # Safety
/// `handle` is NULL or came from `Box::into_raw` and is not freed yet.
pub(crate) unsafe fn free<T>(handle: *mut T) {
    look((), || {
        if handle.is_null() {
            return None;
        }
        // SAFETY: the caller of this function promises it.
        drop(unsafe { Box::from_raw(handle) });
        None
    });
}
