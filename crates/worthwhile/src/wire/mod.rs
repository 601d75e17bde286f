//! Text in, text out: what the command line and the bindings call.

use serde::Serialize;

use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::plan::Plan;
use crate::problem::Problem;

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
    assess_with(case, Catalogue::builtin())
}

/// The same with a catalogue of one's own, see [`Catalogue::with_preset`].
///
/// # Errors
/// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the document.
///
/// # Example
/// ```
/// use worthwhile::Catalogue;
/// let case = r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
///     "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}"#;
/// let answer = worthwhile::assess_with(case, Catalogue::builtin())?;
/// assert_eq!(answer, worthwhile::assess(case)?);
/// assert!(worthwhile::assess_with(case, &Catalogue::default()).is_err());
/// # Ok::<(), worthwhile::Error>(())
/// ```
pub fn assess_with(case: &str, catalogue: &Catalogue) -> Result<String, Error> {
    Ok(Plan::read_with(case, catalogue)?.assess()?.to_json())
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
    check_with(case, Catalogue::builtin())
}

/// The same with a catalogue of one's own, see [`Catalogue::with_preset`].
///
/// # Example
/// ```
/// use worthwhile::{Catalogue, Code};
/// let case = r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
///     "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}"#;
/// assert!(worthwhile::check_with(case, Catalogue::builtin()).is_empty());
/// let problems = worthwhile::check_with(case, &Catalogue::default());
/// assert_eq!(problems[0].code, Code::UnknownPreset);
/// ```
#[must_use]
pub fn check_with(case: &str, catalogue: &Catalogue) -> Vec<Problem> {
    match Plan::read_with(case, catalogue) {
        Ok(plan) => plan.warnings().to_vec(),
        Err(error) => error.problems().to_vec(),
    }
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
    expand_with(case, Catalogue::builtin())
}

/// The same with a catalogue of one's own, see [`Catalogue::with_preset`]. The expanded case needs
/// that catalogue no more.
///
/// # Errors
/// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the document.
///
/// # Example
/// ```
/// use worthwhile::Catalogue;
/// let case = r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
///     "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 12}}}"#;
/// assert_eq!(worthwhile::expand_with(case, Catalogue::builtin())?, worthwhile::expand(case)?);
/// # Ok::<(), worthwhile::Error>(())
/// ```
pub fn expand_with(case: &str, catalogue: &Catalogue) -> Result<String, Error> {
    Ok(to_json(&Plan::read_with(case, catalogue)?.expanded()))
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
    presets_with(id, Catalogue::builtin())
}

/// The same for a catalogue of one's own, see [`Catalogue::with_preset`].
///
/// # Errors
/// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) where there is no preset of that name.
///
/// # Example: a preset as the start of another
/// ```
/// use worthwhile::Catalogue;
/// let rest = worthwhile::presets(Some("rest"))?;
/// let siesta = rest.replacen(r#""id":"rest""#, r#""id":"siesta""#, 1);
/// let catalogue = Catalogue::builtin().clone().with_preset(&siesta)?;
/// assert!(worthwhile::presets_with(None, &catalogue)?.contains("siesta"));
/// # Ok::<(), worthwhile::Error>(())
/// ```
pub fn presets_with(id: Option<&str>, catalogue: &Catalogue) -> Result<String, Error> {
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
    match id {
        Some(id) => Ok(to_json(catalogue.preset(id)?)),
        None => {
            let presets = catalogue.presets.values();
            let presets = presets
                .map(|preset| Listed { id: &preset.id, name: &preset.name, about: &preset.about })
                .collect();
            Ok(to_json(&List { presets }))
        }
    }
}

/// A JSON Schema, or what is derived from one, laid out for people: `case` and `assessment` are the
/// contracts, `case.codegen` is a profile, `tool.mcp` a tool definition. The module `schema` lists
/// the names.
///
/// # Errors
/// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) for any other name.
///
/// # Example
/// ```
/// let text = worthwhile::schema_text("case")?;
/// assert!(text.starts_with("{\n  \"$defs\": {") && text.ends_with("}\n"));
/// assert!(worthwhile::schema_text("case.codegen")?.contains("RatingInterval"));
/// assert!(worthwhile::schema_text("cases").is_err());
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[cfg(feature = "schema")]
pub fn schema_text(name: &str) -> Result<String, Error> {
    let Some(schema) = crate::schema::named(name) else {
        let names: Vec<&str> = crate::schema::names().collect();
        return Err(Error::not_found("schema", name, &names));
    };
    Ok(format!("{schema:#}\n"))
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

impl Assessment {
    /// The answer as a document: what [`assess`] gives.
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

/// Writes one of this crate's own types, whose keys are texts and whose numbers are finite.
fn to_json<T: Serialize>(value: &T) -> String {
    let mut text = Vec::with_capacity(USUAL_BYTES);
    let written = serde_json::to_writer(&mut text, value);
    written.ok().and_then(|()| String::from_utf8(text).ok()).unwrap_or_default()
}

/// Bytes of the answer to a case with a handful of presets.
const USUAL_BYTES: usize = 64 * 1024;
