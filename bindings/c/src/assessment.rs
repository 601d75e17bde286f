//! An answer, which can be read any number of times.

use std::ffi::c_char;

use worthwhile_report::Report;

use super::convert::{given, handle};
use super::guard::{free, give};
use super::status::worthwhile_status;
use super::told::worthwhile_error;

/// The answer to a plan. Free it with `worthwhile_assessment_free`. It never changes, so threads may
/// share it, and it outlives the plan.
pub struct worthwhile_assessment(pub(crate) worthwhile::Assessment);

/// The answer as a JSON document: what `worthwhile_assess` gives.
///
/// On return `*out` is NUL-terminated UTF-8 and owned by the caller; free it with
/// `worthwhile_string_free`. `assessment` and `out` are required. `err` may be NULL; otherwise it
/// receives an error that is owned by the caller. Any thread may call this.
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

/// The answer as people read it: one page of text.
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

/// The answer as people read it, at a width of its own: `width` columns, 60 to 120; a number
/// outside is moved to the nearer end. With `all`, every pursuit is explained, and not only the one
/// in question. With `brief`, only the first lines are written: the answer and how much of it, what it
/// does for you, the chance that this is right, why, and what would change it; `all` then does not count.
///
/// Ownership, NULL, threads and statuses are as for `worthwhile_assessment_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_assessment_page(
    assessment: *const worthwhile_assessment,
    width: u16,
    all: bool,
    brief: bool,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or an answer that is not freed yet.
        let assessment = unsafe { handle("assessment", assessment) }?;
        Ok(given(assessment.0.page().width(width).all(all).brief(brief).to_string()))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// The answer as one HTML file with pictures, to keep and to show. It needs no script, no network
/// and no other file. With `all`, every pursuit is explained, and not only the one in question.
///
/// Ownership, NULL, threads and statuses are as for `worthwhile_assessment_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_assessment_html(
    assessment: *const worthwhile_assessment,
    all: bool,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or an answer that is not freed yet.
        let assessment = unsafe { handle("assessment", assessment) }?;
        Ok(given(Report::new(&assessment.0).all(all).html()))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// The answer in Markdown, for issues and wikis. With `all`, every pursuit is explained, and every
/// number is listed with its source.
///
/// Ownership, NULL, threads and statuses are as for `worthwhile_assessment_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_assessment_markdown(
    assessment: *const worthwhile_assessment,
    all: bool,
    out: *mut *mut c_char,
    err: *mut *mut worthwhile_error,
) -> worthwhile_status {
    let run = || {
        // SAFETY: the caller gives NULL or an answer that is not freed yet.
        let assessment = unsafe { handle("assessment", assessment) }?;
        Ok(given(Report::new(&assessment.0).all(all).markdown()))
    };
    // SAFETY: the caller gives NULL or pointers that may be written to.
    unsafe { give(out, err, run) }
}

/// Frees an answer. NULL is allowed. Call it once, and not while another thread uses the answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn worthwhile_assessment_free(assessment: *mut worthwhile_assessment) {
    // SAFETY: the caller gives NULL or an answer that is not freed yet.
    unsafe { free(assessment) }
}
