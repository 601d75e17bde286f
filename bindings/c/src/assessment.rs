//! An answer, to be read as often as one likes.

use std::ffi::c_char;

use super::convert::{given, handle};
use super::guard::{free, give};
use super::status::worthwhile_status;
use super::told::worthwhile_error;

/// The answer to a plan. Freed with `worthwhile_assessment_free`. It never changes, so threads may
/// share it, and it does not need the plan any more.
pub struct worthwhile_assessment(pub(crate) worthwhile::Assessment);

/// The answer as a document in JSON: what `worthwhile_assess` gives.
///
/// `*out` is NUL-terminated UTF-8 and the caller's, to be freed with `worthwhile_string_free`.
/// Neither `assessment` nor `out` may be NULL; `err` may, and gets an error that is the caller's.
/// Any thread may call this.
///
/// Statuses: OK, NULL_POINTER, PANIC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_assessment_json(
    assessment: *const worthwhile_assessment,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or an answer that is not freed yet.
        let assessment = unsafe { handle("assessment", assessment) }?;
        Ok(given(assessment.0.to_json()))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// The answer as a person reads it.
///
/// Ownership, NULL, threads and statuses are as for `worthwhile_assessment_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_assessment_text(
    assessment: *const worthwhile_assessment,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or an answer that is not freed yet.
        let assessment = unsafe { handle("assessment", assessment) }?;
        Ok(given(assessment.0.to_text()))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Frees an answer. NULL is fine. Once, and not while another thread uses it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_assessment_free(assessment: *mut worthwhile_assessment) {
    // SAFETY: the caller gives NULL or an answer that is not freed yet.
    unsafe { free(assessment) }
}
