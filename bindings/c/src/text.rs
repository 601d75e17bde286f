//! Text in, text out.

use std::ffi::{CString, c_char, c_void};

use worthwhile::{Call, Comparison, Operation};

use super::convert::{document, given, optional_document, options};
use super::guard::{give, look};
use super::status::worthwhile_status;
use super::told::worthwhile_error;
use super::watch::{watched, worthwhile_watch};

/// Answers a case: the assessment in JSON.
///
/// `case_text` is a case in JSON: `case_len` bytes of UTF-8, with no need for a NUL at the end.
///
/// `options_text` is a JSON object, `options_len` bytes of UTF-8; a length of 0 means no options. Each
/// option is optional. One that is missing is taken from the `analysis` of the case, or else has the
/// default given last here:
/// - `scenarios`: how many scenarios to compute, 1 to 1048576; 16384. They are rounded up to a
///   power of two for each replicate, or down if that is more than 1048576 in all.
/// - `replicates`: into how many independent replicates they are divided, 2 to 64; 8.
/// - `seed`: the seed of the scenarios, 0 to 2^53 - 1; 1.
/// - `totals`: whether to compute total indices too, which takes longer; false.
/// - `threads`: how many threads to compute on, 1 to 256; 1. It does not affect the answer.
/// - `levers`: whether to look for what a person could change, what decides the answer, and how much of
///   the pursuit would be best; true. Without it the call is quicker and the answer has no `levers` and
///   no `how_much`.
/// - `flips`: whether to look at every number for a value that would change the answer; false.
/// - `presets`: custom presets that the case may name, a list of objects, each in the format of a preset
///   file.
/// - `redact`: whether problems leave out what the document says, for logs and services: they name the
///   field, the code and what is allowed, and not the value; false.
///
/// `watch` receives progress and may stop the computation; `watch_data` is passed to it.
///
/// On return `*out` is NUL-terminated UTF-8 and owned by the caller; free it with
/// `worthwhile_string_free`. `*err` is owned by the caller too; free it with `worthwhile_error_free`.
/// Both are set to NULL first, and what they pointed to is not freed.
///
/// `case_text` and `out` are required. `options_text` may be NULL if its length is 0. `watch` and `err`
/// may be NULL. Any thread may call this.
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
        // SAFETY: the caller gives NULL or a string of that length.
        let case = unsafe { document("case_text", case_text, case_len) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let options = unsafe { options(options_text, options_len) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let call = Call::new(Operation::Assess).case(case).options(&options);
        Ok(given(call.watch(&mut watch).run()?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Puts two cases side by side: what differs in them and in their answers, and which difference does it,
/// in JSON. Both are computed under the same options; what the options leave open is the larger of what
/// the two cases have. The paths of problems start with `/first` or `/second`.
///
/// `case_text` and `other_text` are the cases, both required. `levers`, `flips` and `totals` of the options
/// do not count. Strings, ownership, NULL, the watch and threads are as for `worthwhile_assess`.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, STOPPED, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_compare(
    case_text: *const c_char,
    case_len: usize,
    other_text: *const c_char,
    other_len: usize,
    options_text: *const c_char,
    options_len: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a string of that length.
        let case = unsafe { document("case_text", case_text, case_len) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let other = unsafe { document("other_text", other_text, other_len) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let options = unsafe { options(options_text, options_len) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let call = Call::new(Operation::Compare).case(case).other_case(other).options(&options);
        Ok(given(call.watch(&mut watch).run()?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Lays a comparison out as people read it: one page of text.
///
/// `comparison_text` is what `worthwhile_compare` returned, `comparison_len` bytes. `first_name` and
/// `second_name` are what the two cases are called, with their lengths; if either length is 0, they are
/// the first and the second case. `width` is 60 to 120 columns; a number outside is moved to the nearer
/// end. `comparison_text` and `out` are required. Ownership, NULL for the others, and threads are as for
/// `worthwhile_assess`.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, PANIC. It is INVALID if the text is no
/// comparison of this release.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_comparison_page(
    comparison_text: *const c_char,
    comparison_len: usize,
    first_name: *const c_char,
    first_len: usize,
    second_name: *const c_char,
    second_len: usize,
    width: u16,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a string of that length.
        let text = unsafe { document("comparison_text", comparison_text, comparison_len) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let first = unsafe { optional_document("first_name", first_name, first_len) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let second = unsafe { optional_document("second_name", second_name, second_len) }?;
        let comparison = Comparison::read(text.text()?)?;
        let page = comparison.page().width(width);
        Ok(given(match (&first, &second) {
            (Some(first), Some(second)) => page.names(first.text()?, second.text()?).to_string(),
            _ => page.to_string(),
        }))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Says what there is to ask next, and which case the answers make: the document in JSON, whose schema is
/// `questions`.
///
/// `interview_text` is the document of an interview in JSON, whose schema is `interview`: `interview_len`
/// bytes of UTF-8. The options are as for `worthwhile_assess`, of which `totals`, `levers` and `flips` are
/// not used, and `scenarios` is 4096 if it is missing.
///
/// Strings, ownership, NULL, threads and `watch` are as for `worthwhile_assess`.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, STOPPED, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_ask(
    interview_text: *const c_char,
    interview_len: usize,
    options_text: *const c_char,
    options_len: usize,
    watch: worthwhile_watch,
    watch_data: *mut c_void,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or a string of that length.
        let interview = unsafe { document("interview_text", interview_text, interview_len) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let options = unsafe { options(options_text, options_len) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let call = Call::new(Operation::Ask).case(interview).options(&options);
        Ok(given(call.watch(&mut watch).run()?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Calls any operation that answers in text, by its name: `assess`, `ask`, `compare`, `check`, `expand`, `presets`,
/// `schema`, `inputs`, `sensitivity`, `flips`, `information` or `information_about`. The page
/// `docs/operations.md` of the library describes what each takes and gives. Every call compiles the case
/// again. To ask for several things, make a plan: it has a function for each of the last five.
///
/// `operation` is the name, `operation_len` bytes. `case_text` and `options_text` are as for
/// `worthwhile_assess`; for `ask`, `case_text` is the document of an interview. `name` is the id of a preset, the name of a schema, the names of inputs with
/// blanks between them, or the other case: optional for `presets`, required for `schema`,
/// `information_about` and `compare`. A length of
/// 0 leaves out what the operation does not take. What is passed has to be valid all the same. `watch`
/// receives progress and may stop the computation; `watch_data` is passed to it.
///
/// On return `*out` is NUL-terminated UTF-8 and owned by the caller; free it with
/// `worthwhile_string_free`. `*err` is owned by the caller too; free it with `worthwhile_error_free`.
/// Both are set to NULL first, and what they pointed to is not freed.
///
/// `operation` and `out` are required. A string of length 0, `watch` and `err` may be NULL. Any thread may
/// call this.
///
/// Statuses: OK, NULL_POINTER, INVALID_UTF8, TOO_LONG, INVALID, NOT_FOUND, STOPPED, PANIC. It is NOT_FOUND
/// if there is no such operation, and INVALID if the operation needs a case or a name and gets none.
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
        // SAFETY: the caller gives NULL or a string of that length.
        let operation = unsafe { document("operation", operation, operation_len) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let case = unsafe { optional_document("case_text", case_text, case_len) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let name = unsafe { optional_document("name", name, name_len) }?;
        // SAFETY: the caller gives NULL or a string of that length.
        let options = unsafe { options(options_text, options_len) }?;
        // SAFETY: the caller gives NULL or a function for this thread.
        let mut watch = unsafe { watched(watch, watch_data) };
        let operation: Operation = operation.text()?.parse()?;
        let mut call = Call::new(operation).options(&options).watch(&mut watch);
        if let Some(case) = case {
            call = call.case(case);
        }
        if let Some(name) = &name {
            call = match operation {
                Operation::Compare => call.other_case(name.clone()),
                _ => call.name(name.text()?),
            };
        }
        Ok(given(call.run()?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Checks a case: the JSON document `{"problems": [...]}` with every error and warning. The status is OK
/// whatever is found, and the list is empty if nothing is. Use `worthwhile_call` for a case that names
/// custom presets; the same goes for the next two functions.
///
/// Strings, ownership, NULL and threads are as for `worthwhile_assess`.
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
        // SAFETY: the caller gives NULL or a string of that length.
        let case = unsafe { document("case_text", case_text, case_len) }?;
        Ok(given(Call::new(Operation::Check).case(case).run()?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Writes a case out in JSON, with presets and defaults filled in. It has the same answer.
///
/// Strings, ownership, NULL and threads are as for `worthwhile_assess`.
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
        // SAFETY: the caller gives NULL or a string of that length.
        let case = unsafe { document("case_text", case_text, case_len) }?;
        Ok(given(Call::new(Operation::Expand).case(case).run()?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Lists the presets in JSON, or gives the whole preset with that id, each figure with its source.
///
/// `id` is `id_len` bytes of UTF-8. A length of 0 asks for the list, and `id` may then be NULL. Ownership,
/// NULL for the other parameters, and threads are as for `worthwhile_assess`.
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
        // SAFETY: the caller gives NULL or a string of that length.
        let id = unsafe { optional_document("id", id, id_len) }?;
        let id = id.as_ref().map(|id| id.text()).transpose()?;
        Ok(given(worthwhile::presets(id)?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Gives a JSON Schema. `case` and `assessment` are those of the documents, and `case.codegen` is one of
/// the profiles. If there is no such name, the error lists those there are.
///
/// `name` is `name_len` bytes of UTF-8 and required. Ownership, NULL for the other parameters, and threads
/// are as for `worthwhile_assess`.
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
        // SAFETY: the caller gives NULL or a string of that length.
        let name = unsafe { document("name", name, name_len) }?;
        Ok(given(worthwhile::schema_text(name.text()?)?))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Frees a string that a call returned through `out`. NULL is allowed. Call it once for each string. A
/// string that belongs to a handle must not be freed, nor one whose bytes were changed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_string_free(text: *mut c_char) {
    look((), || {
        if text.is_null() {
            return None;
        }
        // SAFETY: the caller gives a string that came out of `given` and is not freed yet.
        drop(unsafe { CString::from_raw(text) });
        None
    });
}
