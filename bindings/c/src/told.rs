//! What an error says, as C reads it.

use std::ffi::{CStr, CString};

use worthwhile::{Error, Problem, Severity};

use super::convert::c_text;
use super::failure::Failure;
use super::status::worthwhile_status;

/// Why a call failed. A call makes one if its `err` is not NULL. Free it with `worthwhile_error_free`.
/// It never changes, so threads may share it.
pub struct worthwhile_error {
    pub(crate) status: worthwhile_status,
    pub(crate) message: CString,
    pub(crate) problems: Vec<Told>,
    pub(crate) document: String,
    /// The library's own error, if it is one.
    cause: Option<Error>,
}

/// A problem as C reads it.
pub(crate) struct Told {
    pub(crate) path: CString,
    pub(crate) code: CString,
    pub(crate) message: CString,
    pub(crate) severity: &'static CStr,
    pub(crate) help: Option<CString>,
}

impl worthwhile_error {
    pub(crate) fn new(failure: Failure) -> Self {
        let document = worthwhile::problems_document(&failure.problems);
        let message = c_text(failure.message);
        let problems = failure.problems.into_iter().map(Told::new).collect();
        Self { status: failure.status, message, problems, document, cause: failure.cause }
    }

    /// The same without what the document says.
    pub(crate) fn redacted(&self) -> Self {
        match &self.cause {
            Some(cause) => {
                Self::new(Failure { status: self.status, ..Failure::from(cause.redacted()) })
            }
            // What a panic says may be anything.
            None if self.status == worthwhile_status::Panic => {
                Self::new(Failure::call(self.status, "the library panicked".to_owned()))
            }
            None => Self::new(Failure::call(self.status, self.message.to_string_lossy().into())),
        }
    }

    pub(crate) fn into_raw(self) -> *mut Self {
        Box::into_raw(Box::new(self))
    }
}

impl Told {
    fn new(problem: Problem) -> Self {
        let severity = match problem.severity {
            Severity::Error => c"error",
            Severity::Warning => c"warning",
        };
        Self {
            path: c_text(problem.path),
            code: c_text(problem.code.as_str()),
            message: c_text(problem.message),
            severity,
            help: problem.help.map(c_text),
        }
    }
}
