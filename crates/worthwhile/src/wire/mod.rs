//! The basis of every surface: documents as [bytes](Document), and one [call](Call) for any operation,
//! text in and text out.

mod bytes;
mod call;

use serde::Serialize;

pub use bytes::Document;
#[cfg(feature = "schema")]
pub use call::schema_text;
pub use call::{Call, assess, check, expand, presets};

use crate::assessment::{Assessment, Comparison};
use crate::error::Error;
use crate::problem::{Code, Problem};

/// Problems as a document: `{"problems": [...]}`.
///
/// # Example
/// ```
/// let text = worthwhile::problems_document(&worthwhile::check("[]"));
/// assert!(text.starts_with(r#"{"problems":[{"path":"","code":"wrong_type""#));
/// ```
#[must_use]
pub fn problems_document(problems: &[Problem]) -> String {
    #[derive(Serialize)]
    struct Document<'p> {
        problems: &'p [Problem],
    }
    to_json(&Document { problems })
}

impl Error {
    /// The problems as a document, `{"problems": [...]}`; the list is empty if no document was
    /// refused.
    ///
    /// # Example
    /// ```
    /// let error = worthwhile::assess("{").unwrap_err();
    /// assert_eq!(error.to_json(), worthwhile::problems_document(error.problems()));
    /// assert_eq!(worthwhile::presets(Some("resst")).unwrap_err().to_json(), r#"{"problems":[]}"#);
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        problems_document(self.problems())
    }
}

impl Assessment {
    /// The answer as a document, as returned by [`assess`].
    ///
    /// # Example
    /// ```
    /// let case = r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
    ///     "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}"#;
    /// let answer = worthwhile::Plan::read(case)?.assess()?;
    /// assert_eq!(answer.to_json(), worthwhile::assess(case)?);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

impl Comparison {
    /// Reads a comparison that was written by [`to_json`](Self::to_json), for those who lay it out.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with `invalid_json` if it is no comparison of
    /// this release.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Comparison, Plan};
    /// let plan = Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let comparison = plan.run().compare(&plan)?;
    /// assert_eq!(Comparison::read(&comparison.to_json())?, comparison);
    /// assert!(Comparison::read("{}").is_err_and(|error| error.is_invalid()));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn read(text: &str) -> Result<Self, Error> {
        serde_json::from_str(text).map_err(|error| {
            let message = format!("not a comparison of this release: {error}");
            Problem::new("", Code::InvalidJson, message).into()
        })
    }

    /// Both cases side by side as a document, as `Operation::Compare` returns it.
    ///
    /// # Example
    /// ```
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let text = plan.run().compare(&plan)?.to_json();
    /// assert!(text.starts_with(r#"{"schema_version":1,"first":{"#));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

/// Writes one of this crate's own types, whose keys are texts and whose numbers are finite.
fn to_json<T: Serialize>(value: &T) -> String {
    let mut text = Vec::with_capacity(USUAL_BYTES);
    let written = serde_json::to_writer(&mut text, value);
    written.ok().and_then(|()| String::from_utf8(text).ok()).unwrap_or_default()
}

/// Bytes of the answer to a case with a handful of presets.
const USUAL_BYTES: usize = 64 * 1024;
