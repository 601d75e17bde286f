//! Why a call did not work, for callers who ask.

use std::ffi::{CStr, c_char};
use std::ptr;

use super::convert::{given, handle};
use super::guard::{free, give, look};
use super::status::worthwhile_status;
use super::told::{Told, worthwhile_error};

/// The status of the call that the error is of.
///
/// NULL gives `WORTHWHILE_STATUS_OK`, as no error was made where the call worked.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_status(
    error: *const worthwhile_error,
) -> worthwhile_status {
    look(worthwhile_status::Ok, || {
        // SAFETY: the caller gives NULL or an error that is not freed yet.
        unsafe { error.as_ref() }.map(|error| error.status)
    })
}

/// What went wrong, for a person: a line for each problem, or one sentence.
///
/// The text belongs to the error and lives as long. NULL gives an empty text.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_message(error: *const worthwhile_error) -> *const c_char {
    look(c"".as_ptr(), || {
        // SAFETY: the caller gives NULL or an error that is not freed yet.
        unsafe { error.as_ref() }.map(|error| error.message.as_ptr())
    })
}

/// The document `{"problems": [...]}` in JSON, as the command line writes it. The list is empty where
/// it was not a document that was refused.
///
/// `*out` is the caller's, to be freed with `worthwhile_string_free`. Neither `error` nor `out` may
/// be NULL; `err` may, and gets an error that is the caller's too. Any thread may call this.
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

/// How many problems the error lists. 0 for NULL, and where it was not a document that was refused.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_problem_count(error: *const worthwhile_error) -> usize {
    look(0, || {
        // SAFETY: the caller gives NULL or an error that is not freed yet.
        unsafe { error.as_ref() }.map(|error| error.problems.len())
    })
}

/// One text of one problem; NULL where there is none.
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

/// Where a problem is: a JSON pointer (RFC 6901) into the case, or into the options
/// where the problem is one of theirs. The document itself has
/// the empty pointer.
///
/// Problems are numbered from 0, in the order of the document. The text belongs to the error and
/// lives as long. NULL where `error` is NULL or has no problem of that number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_problem_path(
    error: *const worthwhile_error,
    index: usize,
) -> *const c_char {
    // SAFETY: the caller gives NULL or an error that is not freed yet.
    unsafe { told(error, index, |problem| Some(&problem.path)) }
}

/// What kind of problem it is, in a word such as `out_of_range`. Codes are never renamed.
///
/// Numbers, ownership and NULL are as for `worthwhile_error_problem_path`.
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
/// Numbers, ownership and NULL are as for `worthwhile_error_problem_path`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_problem_message(
    error: *const worthwhile_error,
    index: usize,
) -> *const c_char {
    // SAFETY: the caller gives NULL or an error that is not freed yet.
    unsafe { told(error, index, |problem| Some(&problem.message)) }
}

/// `error` where the document is refused because of it, else `warning`.
///
/// Numbers, ownership and NULL are as for `worthwhile_error_problem_path`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_problem_severity(
    error: *const worthwhile_error,
    index: usize,
) -> *const c_char {
    // SAFETY: the caller gives NULL or an error that is not freed yet.
    unsafe { told(error, index, |problem| Some(problem.severity)) }
}

/// What to do about it. NULL also where there is nothing to say.
///
/// Numbers and ownership are as for `worthwhile_error_problem_path`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_problem_help(
    error: *const worthwhile_error,
    index: usize,
) -> *const c_char {
    // SAFETY: the caller gives NULL or an error that is not freed yet.
    unsafe { told(error, index, |problem| problem.help.as_deref()) }
}

/// Frees an error, and with it every text that belongs to it. NULL is fine. Once, and not while
/// another thread uses it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_error_free(error: *mut worthwhile_error) {
    // SAFETY: the caller gives NULL or an error that is not freed yet.
    unsafe { free(error) }
}
