#![doc = include_str!("../README.md")]

mod frame;
mod html;
mod labels;
mod markdown;
mod pictures;

use worthwhile::Assessment;

pub use html::{CONTENT_SECURITY_POLICY, STYLE};

/// What the pages of the other crates of this workspace are drawn with. It is no part of the public interface.
#[doc(hidden)]
pub mod drawing {
    pub use crate::frame::{Percent, Scale, Span};
    pub use crate::html::page;
    pub use crate::pictures::{bar, upright};
}

/// An answer as a document to keep and to show. The same answer gives the same bytes.
///
/// # Example: an answer that was kept as JSON
/// ```
/// use worthwhile::Assessment;
/// use worthwhile_report::Report;
/// let case = r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
///     "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}"#;
/// let kept = worthwhile::assess(case)?;
/// let answer: Assessment = serde_json::from_str(&kept).unwrap();
/// let html = Report::new(&answer).html();
/// assert!(html.contains("Is more rest worth it to you?"));
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use = "a report is written by `html`, `fragment` or `markdown`"]
pub struct Report<'a> {
    answer: &'a Assessment,
    is_whole: bool,
}

impl<'a> Report<'a> {
    /// A report of this answer.
    pub fn new(answer: &'a Assessment) -> Self {
        Self { answer, is_whole: false }
    }

    /// Whether every pursuit is explained, and not only the one in question. Not unless set.
    pub fn all(self, is_whole: bool) -> Self {
        Self { is_whole, ..self }
    }

    /// One HTML file that needs no other: with its styles, without a script.
    #[must_use]
    pub fn html(&self) -> String {
        html::document(&self.answer.outline(), self.is_whole)
    }

    /// The same as a part of another page, with its styles: one element of the class `worthwhile`.
    ///
    /// # Example
    /// ```
    /// let case = r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
    ///     "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}"#;
    /// let answer = worthwhile::Plan::read(case)?.assess()?;
    /// let part = worthwhile_report::Report::new(&answer).fragment();
    /// assert!(part.starts_with("<div class=\"worthwhile\"") && part.ends_with("</div>\n"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn fragment(&self) -> String {
        html::fragment(&self.answer.outline(), self.is_whole)
    }

    /// The answer in Markdown with tables, as GitHub and many wikis read it: without pictures, and
    /// without the source of each number unless all is asked for.
    ///
    /// # Example
    /// ```
    /// let case = r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
    ///     "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}"#;
    /// let answer = worthwhile::Plan::read(case)?.assess()?;
    /// let text = worthwhile_report::Report::new(&answer).markdown();
    /// assert!(text.contains("\n## Your best plan\n"));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown::document(&self.answer.outline(), self.is_whole)
    }
}
