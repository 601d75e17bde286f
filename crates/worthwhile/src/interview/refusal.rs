//! Where a refused answer stands in the document of an interview.

use super::question::InterviewQuestion;
use crate::problem::{Code, Problem};
use crate::read::member;

/// What is wrong with the answer to a question.
pub(super) fn problem(
    question: &InterviewQuestion,
    code: Code,
    message: impl Into<String>,
) -> Box<Problem> {
    Box::new(Problem::new(path(&question.id), code, message.into()))
}

/// The pointer of an answer in the document of an interview.
pub(super) fn path(question: &str) -> String {
    member("/answers", question)
}
