//! Why a call failed, for callers who ask.

use std::ffi::{CStr, c_char};
use std::ptr;

use super::convert::{given, handle};
use super::guard::{free, give, look};
use super::status::worthwhile_status;
use super::told::{Told, worthwhile_error};

/// The status that the failed call returned.
///
/// NULL gives `WORTHWHILE_STATUS_OK`: a call that succeeds makes no error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_status(
    error: *const worthwhile_error,
) -> worthwhile_status {
    look(worthwhile_status::Ok, || {
        // SAFETY: the caller gives NULL or an error that is not freed yet.
        unsafe { error.as_ref() }.map(|error| error.status)
    })
}

/// What went wrong, for people: one line per problem, or one sentence.
///
/// The string belongs to the error and lives as long as it does. NULL gives an empty string.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_message(error: *const worthwhile_error) -> *const c_char {
    look(c"".as_ptr(), || {
        // SAFETY: the caller gives NULL or an error that is not freed yet.
        unsafe { error.as_ref() }.map(|error| error.message.as_ptr())
    })
}

/// The problems as the JSON document `{"problems": [...]}`, as the command line writes it. The list is
/// empty if the call failed for another reason than a refused document.
///
/// On return `*out` is owned by the caller; free it with `worthwhile_string_free`. `error` and `out` are
/// required. `err` may be NULL; otherwise it receives an error that is owned by the caller. Any thread
/// may call this.
///
/// Statuses: OK, NULL_POINTER, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_json(
    error: *const worthwhile_error,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or an error that is not freed yet.
        let error = unsafe { handle("error", error) }?;
        Ok(given(error.document.clone()))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Makes another error of this one, without what the document says: for a log, or for a service that may not
/// store what a person wrote. Its problems have the path, the code and what is allowed, but not the value,
/// and names that the document made up are `*`. The option `redact` does the same for the calls that take
/// options.
///
/// On return `*out` is owned by the caller; free it with `worthwhile_error_free`, as well as the error itself.
/// `error` and `out` are required. `err` may be NULL; otherwise it receives an error that is owned by the
/// caller. Any thread may call this.
///
/// Statuses: OK, NULL_POINTER, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_redacted(
    error: *const worthwhile_error,
    out: *mut *mut worthwhile_error,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or an error that is not freed yet.
        let error = unsafe { handle("error", error) }?;
        Ok(error.redacted().into_raw())
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// The number of problems that the error lists. 0 for NULL, and if the call failed for another reason
/// than a refused document.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_problem_count(error: *const worthwhile_error) -> usize {
    look(0, || {
        // SAFETY: the caller gives NULL or an error that is not freed yet.
        unsafe { error.as_ref() }.map(|error| error.problems.len())
    })
}

/// One string of one problem; NULL where there is none.
///
/// # Safety
/// `error` is NULL or an error that is not freed yet.
unsafe fn told(
    error: *const worthwhile_error,
    index: usize,
    part: impl FnOnce(&Told) -> Option<&CStr>,
) -> *const c_char {
    look(ptr::null(), || {
        // SAFETY: the caller of this function promises it.
        let error = unsafe { error.as_ref() }?;
        Some(part(error.problems.get(index)?)?.as_ptr())
    })
}

/// Where a problem is: a JSON pointer (RFC 6901) into the case, or into the options if the problem is
/// in the options. The document as a whole has the empty pointer. For a replaced input it begins
/// with the input's name.
///
/// Problems are numbered from 0, in document order. The string belongs to the error and lives as long
/// as it does. NULL if `error` is NULL or has no problem with that number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_problem_path(
    error: *const worthwhile_error,
    index: usize,
) -> *const c_char {
    // SAFETY: the caller gives NULL or an error that is not freed yet.
    unsafe { told(error, index, |problem| Some(&problem.path)) }
}

/// The kind of problem, as a word such as `out_of_range`. Codes are never renamed.
///
/// Numbering, ownership and NULL are as for `worthwhile_error_problem_path`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_problem_code(
    error: *const worthwhile_error,
    index: usize,
) -> *const c_char {
    // SAFETY: the caller gives NULL or an error that is not freed yet.
    unsafe { told(error, index, |problem| Some(&problem.code)) }
}

/// What was found and what is allowed, in one sentence.
///
/// Numbering, ownership and NULL are as for `worthwhile_error_problem_path`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_problem_message(
    error: *const worthwhile_error,
    index: usize,
) -> *const c_char {
    // SAFETY: the caller gives NULL or an error that is not freed yet.
    unsafe { told(error, index, |problem| Some(&problem.message)) }
}

/// `error` if the document is refused because of it, otherwise `warning`.
///
/// Numbering, ownership and NULL are as for `worthwhile_error_problem_path`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_problem_severity(
    error: *const worthwhile_error,
    index: usize,
) -> *const c_char {
    // SAFETY: the caller gives NULL or an error that is not freed yet.
    unsafe { told(error, index, |problem| Some(problem.severity)) }
}

/// What to do about it. Also NULL if there is no advice to give.
///
/// Numbering and ownership are as for `worthwhile_error_problem_path`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_problem_help(
    error: *const worthwhile_error,
    index: usize,
) -> *const c_char {
    // SAFETY: the caller gives NULL or an error that is not freed yet.
    unsafe { told(error, index, |problem| problem.help.as_deref()) }
}

/// Frees an error, along with every string that belongs to it. NULL is allowed. Call it once, and not
/// while another thread uses the error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_free(error: *mut worthwhile_error) {
    // SAFETY: the caller gives NULL or an error that is not freed yet.
    unsafe { free(error) }
}
