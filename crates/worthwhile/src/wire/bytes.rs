//! From bytes to the text of a document: checks size and encoding.

use std::borrow::Cow;

use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::limits::MAX_BYTES;
use crate::plan::Plan;
use crate::problem::{Code, Problem};
use crate::read::too_large;

/// An input document: text, or bytes that should be text.
///
/// Size and encoding are checked here, with the same messages on every surface: too many bytes are
/// `too_large`, and bytes that are not UTF-8 are `invalid_json`. A document with too many bytes is not
/// examined further. If you read a file or a stream, read at most [`MOST_BYTES`](Self::MOST_BYTES); the
/// document then reports that it is too large.
///
/// # Example
/// ```
/// use worthwhile::Document;
/// let document = Document::from(b"{\"name\": \"caf\xc3\xa9\"}".as_slice());
/// assert_eq!(document.text()?, r#"{"name": "café"}"#);
///
/// let error = Document::from(b"{\"name\": \"\xff\"}".as_slice()).text().unwrap_err();
/// assert_eq!(error.problems()[0].message, "not UTF-8 text: byte 10 cannot be read");
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Document<'d>(Result<Cow<'d, str>, Box<Problem>>);

impl Document<'_> {
    /// Most bytes to read of a document: one more than the limit, so that endless input ends and a
    /// document that is too large is recognized.
    pub const MOST_BYTES: usize = MAX_BYTES + 1;

    /// The text.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid): `too_large` if there are more than
    /// [`MAX_BYTES`](crate::limits::MAX_BYTES) bytes, and `invalid_json` if they are not UTF-8.
    pub fn text(&self) -> Result<&str, Error> {
        self.0.as_deref().map_err(|problem| Problem::clone(problem).into())
    }

    /// A document that is too large to be read, of so many bytes where that is known.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Code, Document};
    /// let error = Document::too_large(Some(10_485_760)).text().unwrap_err();
    /// assert_eq!(error.problems()[0].code, Code::TooLarge);
    /// assert!(error.problems()[0].message.starts_with("the document has 10485760 bytes; "));
    /// ```
    #[must_use]
    pub fn too_large(bytes: Option<u64>) -> Self {
        Self(Err(Box::new(too_large(bytes))))
    }

    /// What is wrong with the encoding. None if the bytes are UTF-8, or too many to examine.
    ///
    /// # Example
    /// ```
    /// use worthwhile::Document;
    /// assert!(Document::from("{}").encoding_problem().is_none());
    /// let problem = Document::from(b"\xff\xfe{\0}\0".as_slice()).encoding_problem().cloned();
    /// assert_eq!(problem.unwrap().message, "UTF-16 text");
    /// ```
    #[must_use]
    pub fn encoding_problem(&self) -> Option<&Problem> {
        self.0.as_ref().err().map(|problem| &**problem).filter(|own| own.code != Code::TooLarge)
    }

    /// Every problem of a case in this document, in document order. Empty if there are none. The case can
    /// use the presets of the catalogue.
    ///
    /// If the document can be read, what an assessment of it would refuse comes last: `too_many_mixes`,
    /// `over_budget`, and `not_finite_figure` as far as a few scenarios show it.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Catalogue, Code, Document};
    /// let case = Document::from(r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
    ///     "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}"#);
    /// assert!(case.check(Catalogue::builtin()).is_empty());
    /// assert_eq!(case.check(&Catalogue::default())[0].code, Code::UnknownPreset);
    /// ```
    #[must_use]
    pub fn check(&self, catalogue: &Catalogue) -> Vec<Problem> {
        let plan = match self.text().and_then(|text| Plan::read_with(text, catalogue)) {
            Ok(plan) => plan,
            Err(error) => return error.problems().to_vec(),
        };
        let mut problems = plan.warnings().to_vec();
        if let Err(refused) = plan.refusal() {
            problems.extend_from_slice(refused.problems());
        }
        problems
    }
}

impl<'d> From<&'d str> for Document<'d> {
    fn from(text: &'d str) -> Self {
        Self(within(text.len()).map(|()| text.into()))
    }
}

impl From<String> for Document<'_> {
    fn from(text: String) -> Self {
        Self(within(text.len()).map(|()| text.into()))
    }
}

impl<'d> From<&'d [u8]> for Document<'d> {
    fn from(bytes: &'d [u8]) -> Self {
        let text = || str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()));
        Self(within(bytes.len()).and_then(|()| text()).map(Cow::Borrowed))
    }
}

impl From<Vec<u8>> for Document<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        let text = |bytes| {
            String::from_utf8(bytes)
                .map_err(|error| not_utf8(error.as_bytes(), error.utf8_error().valid_up_to()))
        };
        Self(within(bytes.len()).and_then(|()| text(bytes)).map(Cow::Owned))
    }
}

fn within(bytes: usize) -> Result<(), Box<Problem>> {
    if bytes > MAX_BYTES { Err(Box::new(too_large(u64::try_from(bytes).ok()))) } else { Ok(()) }
}

fn not_utf8(bytes: &[u8], at: usize) -> Box<Problem> {
    // Shells of Windows write UTF-16 where output goes to a file.
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        let problem = Problem::new("", Code::InvalidJson, "UTF-16 text");
        return Box::new(problem.with_help("save it as UTF-8"));
    }
    let message = format!("not UTF-8 text: byte {at} cannot be read");
    Box::new(Problem::new("", Code::InvalidJson, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_bytes_are_not_looked_into() {
        let mut bytes = vec![b'\xff'; Document::MOST_BYTES];
        let document = Document::from(&*bytes);
        let found = document.check(Catalogue::builtin());
        assert_eq!((found.len(), found[0].code), (1, Code::TooLarge));
        assert!(found[0].message.starts_with("the document has 4194305 bytes; "));
        assert!(document.encoding_problem().is_none());
        bytes.pop();
        let found = Document::from(bytes).check(Catalogue::builtin());
        assert_eq!(found[0].message, "not UTF-8 text: byte 0 cannot be read");
    }

    #[test]
    fn a_text_at_the_limit_is_a_document() {
        let blank = " ".repeat(MAX_BYTES);
        assert!(Document::from(&*blank).text().is_ok());
        assert!(Document::from(blank.clone() + " ").text().is_err_and(|error| error.is_invalid()));
        assert!(Document::from(blank.into_bytes()).text().is_ok());
    }
}
