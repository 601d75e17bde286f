//! Why a call failed, before that becomes a status and an error for C.

use std::any::Any;

use worthwhile::{Error, Problem};

use super::status::worthwhile_status;

/// Why a call failed.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) status: worthwhile_status,
    pub(crate) message: String,
    pub(crate) problems: Vec<Problem>,
    /// The library's own error, if it is one.
    pub(crate) cause: Option<Error>,
}

impl Failure {
    /// A call that was wrong, whatever the document says.
    pub(crate) fn call(status: worthwhile_status, message: String) -> Self {
        Self { status, message, problems: Vec::new(), cause: None }
    }

    pub(crate) fn panic(payload: &(dyn Any + Send)) -> Self {
        let said = payload.downcast_ref::<&str>().copied();
        let said = said.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        let said = said.unwrap_or("no message");
        Self::call(worthwhile_status::Panic, format!("the library panicked: {said}"))
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let (status, message) = (error.kind().into(), error.to_string());
        Self { status, message, problems: error.problems().to_vec(), cause: Some(error) }
    }
}
