//! Text in, text out.

use std::ffi::{CString, c_char, c_void};

use worthwhile::{Call, Operation};

use super::convert::{document, given, optional_document, options};
use super::guard::{give, look};
use super::status::worthwhile_status;
use super::told::worthwhile_error;
use super::watch::{watched, worthwhile_watch};

/// Answers a case: the assessment in JSON.
///
/// `case_text` is a case in JSON, `case_len` bytes of UTF-8; no NUL has to follow it.
///
/// `options_text` is a JSON object, `options_len` bytes of UTF-8; leave it out with a length of 0. It
/// has any of these, which count before what the case's `analysis` says; else that counts, and else:
/// - `scenarios`: how many scenarios to compute, 1 to 1048576; 16384. They are rounded up to a
///   power of two for each replicate, or down where that is more than 1048576 in all.
/// - `replicates`: into how many independent replicates they are divided, 2 to 64; 8.
/// - `seed`: the seed of the scenarios, 0 to 2^53 - 1; 1.
/// - `totals`: whether to compute total indices as well, which takes longer; false.
/// - `threads`: on how many threads to compute, 1 to 256; 1. It never changes an answer.
/// - `levers`: whether to look for what a person could change, what decides, and how much of it would
///   be best; true. Without it the answer is quicker and has no `levers` and no `how_much`.
/// - `flips`: whether to look at every number for what would change the answer; false.
/// - `presets`: presets of your own that the case may name, a list of objects, each in the format of
///   a preset file.
///
/// `watch` sees how far it is and may end it; `watch_data` is given to it.
///
/// `*out` is NUL-terminated UTF-8 and the caller's, to be freed with `worthwhile_string_free`.
/// `*err` is the caller's too, to be freed with `worthwhile_error_free`. Both are set to NULL
/// first; what they held is not freed.
///
/// `case_text` and `out` may not be NULL. `options_text` may be NULL where its length is 0. `watch`
/// and `err` may be NULL. Any thread may call this.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, STOPPED, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_assess(
    case_text: *const c_char,
    case_len: usize,
    options_text: *const c_char,
    options_len: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a text of that length.
        let case = unsafe { document("case_text", case_text, case_len) }?;
        // SAFETY: the caller gives NULL or a text of that length.
        let options = unsafe { options(options_text, options_len) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let call = Call::new(Operation::Assess).case(case).options(&options);
        Ok(given(call.watch(&mut watch).run()?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Asks any operation that answers in text, by its name: `assess`, `check`, `expand`, `presets`,
/// `schema`, `inputs`, `sensitivity`, `flips`, `information` or `information_about`. What each takes
/// and gives stands in `docs/operations.md` of the library. `presets` may have a name, `schema` and
/// `information_about` must.
///
/// `operation` is its name, `operation_len` bytes. `case_text` and `options_text` are as for
/// `worthwhile_assess`. `name` is the id of a preset, the name of a schema, or the names of inputs with
/// blanks between them. Whatever the operation does not take may be left out with a length of 0;
/// what is given has to be in order all the same. `watch` sees how far it is and may end it; `watch_data` is given to it.
///
/// `*out` is NUL-terminated UTF-8 and the caller's, to be freed with `worthwhile_string_free`.
/// `*err` is the caller's too, to be freed with `worthwhile_error_free`. Both are set to NULL
/// first; what they held is not freed.
///
/// `operation` and `out` may not be NULL. A text of length 0, `watch` and `err` may be NULL. Any
/// thread may call this.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, NOT_FOUND, STOPPED, PANIC. A name of
/// no operation is NOT_FOUND, a case or a name that the operation needs and does not get is INVALID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_call(
    operation: *const c_char,
    operation_len: usize,
    case_text: *const c_char,
    case_len: usize,
    name: *const c_char,
    name_len: usize,
    options_text: *const c_char,
    options_len: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a text of that length.
        let operation = unsafe { document("operation", operation, operation_len) }?;
        // SAFETY: the caller gives NULL or a text of that length.
        let case = unsafe { optional_document("case_text", case_text, case_len) }?;
        // SAFETY: the caller gives NULL or a text of that length.
        let name = unsafe { optional_document("name", name, name_len) }?;
        // SAFETY: the caller gives NULL or a text of that length.
        let options = unsafe { options(options_text, options_len) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let mut call = Call::new(operation.text()?.parse()?).options(&options).watch(&mut watch);
        if let Some(case) = case {
            call = call.case(case);
        }
        if let Some(name) = &name {
            call = call.name(name.text()?);
        }
        Ok(given(call.run()?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Looks a case over: the document `{"problems": [...]}` in JSON, with every error and warning. The
/// status is OK whatever is found; the list is empty where there is nothing to say. For a case that
/// names presets of your own there is `worthwhile_call`, as for the next two.
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
        let case = unsafe { document("case_text", case_text, case_len) }?;
        Ok(given(Call::new(Operation::Check).case(case).run()?))
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
        let case = unsafe { document("case_text", case_text, case_len) }?;
        Ok(given(Call::new(Operation::Expand).case(case).run()?))
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
        let id = unsafe { optional_document("id", id, id_len) }?;
        let id = id.as_ref().map(|id| id.text()).transpose()?;
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
        let name = unsafe { document("name", name, name_len) }?;
        Ok(given(worthwhile::schema_text(name.text()?)?))
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
