//! Text in, text out: what the command line and the bindings call.

use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::plan::Plan;
use crate::problem::{Problem, Severity};

/// Computes the answer to a case in JSON; gives the assessment in JSON.
///
/// # Errors
/// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the document.
///
/// # Example
/// ```
/// let text = worthwhile::assess(r#"{"schema_version": 1,
///     "person": {"motivations": {"career": 8}, "time": {"free_hours_per_week": 8}},
///     "pursuits": [{"preset": "microsoft-mvp"}, {"preset": "job-performance"}]}"#)?;
/// let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
/// assert_eq!(answer["question"]["verdict"], "not_feasible");
/// # Ok::<(), worthwhile::Error>(())
/// ```
pub fn assess(case: &str) -> Result<String, Error> {
    Ok(to_json(&Plan::read(case)?.assess()?))
}

/// Every problem of a case in JSON, in document order; none where it is accepted without a word.
///
/// # Example
/// ```
/// let problems = worthwhile::check(r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
///     "person": {"motivations": {"learning": 75}, "time": {"free_hours_per_week": 12}}}"#);
/// assert_eq!(problems.len(), 1);
/// assert_eq!(problems[0].path, "/person/motivations/learning");
/// assert_eq!(problems[0].code.as_str(), "out_of_range");
/// ```
#[must_use]
pub fn check(case: &str) -> Vec<Problem> {
    Plan::read_with(case, Catalogue::builtin()).1
}

/// A case in JSON with presets and defaults written out; the same answer comes of it.
///
/// # Errors
/// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the document.
///
/// # Example
/// ```
/// let case = r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
///     "person": {"motivations": {"learning": 5}, "time": {"free_hours_per_week": 12}}}"#;
/// let expanded = worthwhile::expand(case)?;
/// assert!(expanded.contains("restoration") && worthwhile::check(&expanded).is_empty());
/// # Ok::<(), worthwhile::Error>(())
/// ```
pub fn expand(case: &str) -> Result<String, Error> {
    Ok(to_json(&Plan::read(case)?.expanded()))
}

/// The presets in JSON: their names and what they are, or one of them whole with its sources.
///
/// # Errors
/// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) where there is no preset of that name.
///
/// # Example
/// ```
/// assert!(worthwhile::presets(None)?.contains("microsoft-mvp"));
/// assert!(worthwhile::presets(Some("rest"))?.contains("illustrative"));
/// assert!(worthwhile::presets(Some("resst")).is_err());
/// # Ok::<(), worthwhile::Error>(())
/// ```
pub fn presets(id: Option<&str>) -> Result<String, Error> {
    #[derive(Serialize)]
    struct Listed<'c> {
        id: &'c str,
        name: &'c str,
        about: &'c str,
    }
    #[derive(Serialize)]
    struct List<'c> {
        presets: Vec<Listed<'c>>,
    }
    let catalogue = Catalogue::builtin();
    match id {
        Some(id) => match catalogue.presets.get(id) {
            Some(preset) => Ok(to_json(&**preset)),
            None => Err(Error::not_found("preset", id)),
        },
        None => {
            let presets = catalogue.presets.values();
            let presets = presets
                .map(|preset| Listed { id: &preset.id, name: &preset.name, about: &preset.about })
                .collect();
            Ok(to_json(&List { presets }))
        }
    }
}

/// The document that says what is wrong: `{"problems": [...]}`.
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

impl Problem {
    /// Whether the document is refused because of it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
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
