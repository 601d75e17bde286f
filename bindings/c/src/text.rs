//! Text in, text out.

use std::ffi::{CString, c_char};

use super::convert::{given, optional_text, text};
use super::error::worthwhile_error;
use super::guard::{give, look};
use super::plan::{answer, read};
use super::status::worthwhile_status;

/// Answers a case: the assessment in JSON.
///
/// `case_text` is a case in JSON, `case_len` bytes of UTF-8; no NUL has to follow it.
/// `options_text` is a JSON object with any of `scenarios`, `replicates`, `seed`, `totals` and
/// `threads`; leave it out with a length of 0.
///
/// `*out` is NUL-terminated UTF-8 and the caller's, to be freed with `worthwhile_string_free`.
/// `*err` is the caller's too, to be freed with `worthwhile_error_free`. Both are cleared first.
///
/// `case_text` and `out` may not be NULL. `options_text` may be NULL where its length is 0. `err`
/// may be NULL. Any thread may call this.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_assess(
    case_text: *const c_char,
    case_len: usize,
    options_text: *const c_char,
    options_len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a text of that length.
        let plan = unsafe { read(case_text, case_len) }?;
        // SAFETY: the caller gives NULL or a text of that length.
        let answer = unsafe { answer(&plan, options_text, options_len) }?;
        Ok(given(answer.to_json()))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Looks a case over: the document `{"problems": [...]}` in JSON, with every error and warning. The
/// status is OK whatever is found; the list is empty where there is nothing to say.
///
/// Texts, ownership, NULL and threads are as for `worthwhile_assess`.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_check(
    case_text: *const c_char,
    case_len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a text of that length.
        let case = unsafe { text("case_text", case_text, case_len) }?;
        Ok(given(worthwhile::problems_document(&worthwhile::check(case))))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Writes a case out, with presets and defaults in it, in JSON. It has the same answer.
///
/// Texts, ownership, NULL and threads are as for `worthwhile_assess`.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_expand(
    case_text: *const c_char,
    case_len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a text of that length.
        let case = unsafe { text("case_text", case_text, case_len) }?;
        Ok(given(worthwhile::expand(case)?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Lists the presets in JSON, or gives the one with that id whole, each figure with its source.
///
/// `id` is `id_len` bytes of UTF-8. A length of 0 asks for the list; then it may be NULL. Ownership,
/// NULL for the others, and threads are as for `worthwhile_assess`.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, NOT_FOUND, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_presets(
    id: *const c_char,
    id_len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a text of that length.
        let id = unsafe { optional_text("id", id, id_len) }?;
        Ok(given(worthwhile::presets(id)?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Gives a JSON Schema: `case` and `assessment` are those of the documents, `case.codegen` is one of
/// the profiles. A name that does not exist is answered with all that do.
///
/// `name` is `name_len` bytes of UTF-8 and may not be NULL. Ownership, NULL for the others, and
/// threads are as for `worthwhile_assess`.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, NOT_FOUND, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_schema(
    name: *const c_char,
    name_len: usize,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a text of that length.
        let name = unsafe { text("name", name, name_len) }?;
        Ok(given(worthwhile::schema_text(name)?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Frees a text that a call gave by `out`. NULL is fine. Once, and neither a text that belongs to a
/// handle nor one whose bytes were changed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_string_free(text: *mut c_char) {
    look((), || {
        if text.is_null() {
            return None;
        }
        // SAFETY: the caller gives a text that came out of `given` and is not freed yet.
        drop(unsafe { CString::from_raw(text) });
        None
    });
}
