//! The error type of this crate.

use std::fmt;
use std::sync::Arc;

use crate::problem::{Problem, Problems};
use crate::suggest::nearest;

/// An error. Cheap to clone. [`kind`](Error::kind) distinguishes the cases.
///
/// # Example
/// ```
/// let error = worthwhile::assess("{}").unwrap_err();
/// assert!(error.is_invalid());
/// assert!(!error.problems().is_empty());
/// ```
#[derive(Debug, Clone, thiserror::Error)]
#[error(transparent)]
pub struct Error(Arc<Cause>);

/// The kind of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The document was refused. [`Error::problems`] says why.
    Invalid,
    /// The watch canceled the computation.
    Stopped,
    /// There is nothing with the requested name, for example no such preset.
    NotFound,
}

impl ErrorKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Invalid, Self::Stopped, Self::NotFound];

    /// Its name on every surface. Exit codes of the command, statuses in C and exceptions in Python are
    /// named after it.
    ///
    /// # Example
    /// ```
    /// use worthwhile::ErrorKind;
    /// assert_eq!(ErrorKind::NotFound.as_str(), "not_found");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::Stopped => "stopped",
            Self::NotFound => "not_found",
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[derive(Debug, thiserror::Error)]
enum Cause {
    #[error("{}", Listed(.0))]
    Invalid(Vec<Problem>),
    #[error("the computation was stopped before it finished")]
    Stopped,
    #[error("there is no {what} of that name")]
    NotFoundUnnamed { what: &'static str },
    #[error("there is no {what} `{name}`{} (available: {})", Meant(.near), .names.join(", "))]
    NotFound { what: &'static str, name: String, near: Option<String>, names: Vec<String> },
}

impl From<Problem> for Error {
    /// An error with one problem.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Code, Error, Problem};
    /// let error = Error::from(Problem::new("", Code::InvalidJson, "not UTF-8 text"));
    /// assert!(error.is_invalid() && error.problems().len() == 1);
    /// ```
    fn from(problem: Problem) -> Self {
        Self::invalid(vec![problem])
    }
}

/// Problems as text, one per line.
struct Listed<'a>(&'a [Problem]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

/// The near name that was probably meant.
struct Meant<'a>(&'a Option<String>);

impl fmt::Display for Meant<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|near| write!(f, ", did you mean `{near}`?"))
    }
}

impl Error {
    pub(crate) fn invalid(problems: Vec<Problem>) -> Self {
        Self(Arc::new(Cause::Invalid(problems)))
    }

    /// The same error of a document that is a part of another one, at this pointer.
    pub(crate) fn within(self, at: &str) -> Self {
        let Cause::Invalid(problems) = &*self.0 else { return self };
        let within = |own: &Problem| Problem { path: [at, &own.path].concat(), ..own.clone() };
        Self::invalid(problems.iter().map(within).collect())
    }

    pub(crate) fn stopped() -> Self {
        Self(Arc::new(Cause::Stopped))
    }

    pub(crate) fn not_found(what: &'static str, name: &str, names: &[&str]) -> Self {
        let near = nearest(name, names).map(str::to_owned);
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Self(Arc::new(Cause::NotFound { what, name: name.to_owned(), near, names }))
    }

    /// The same without the names in it.
    pub(crate) fn without_names(&self) -> Self {
        match *self.0 {
            Cause::NotFound { what, .. } => Self(Arc::new(Cause::NotFoundUnnamed { what })),
            _ => self.clone(),
        }
    }

    /// The kind of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match *self.0 {
            Cause::Invalid(_) => ErrorKind::Invalid,
            Cause::Stopped => ErrorKind::Stopped,
            Cause::NotFound { .. } | Cause::NotFoundUnnamed { .. } => ErrorKind::NotFound,
        }
    }

    /// Whether the document was refused.
    #[must_use]
    pub fn is_invalid(&self) -> bool {
        self.kind() == ErrorKind::Invalid
    }

    /// Whether the watch canceled the computation.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.kind() == ErrorKind::Stopped
    }

    /// Whether there is nothing with the requested name.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.kind() == ErrorKind::NotFound
    }

    /// All problems of a refused document, in document order; empty for other errors.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match &*self.0 {
            Cause::Invalid(problems) => problems,
            Cause::Stopped | Cause::NotFound { .. } | Cause::NotFoundUnnamed { .. } => &[],
        }
    }
}

impl Problems {
    /// Succeeds if there are no problems.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] with the problems, the last one `more_problems` if there are more
    /// than are listed.
    pub fn finish(self) -> Result<(), Error> {
        let problems = self.listed();
        if problems.is_empty() { Ok(()) } else { Err(Error::invalid(problems)) }
    }
}
