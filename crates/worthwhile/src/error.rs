//! The one error type of this crate.

use std::fmt;
use std::sync::Arc;

use crate::problem::{Problem, Problems};
use crate::suggest::nearest;

/// Why there is no answer. Cheap to clone; look at [`kind`](Error::kind) to tell cases apart.
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

/// What went wrong, as a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The document was refused; [`Error::problems`] says why.
    Invalid,
    /// Whoever watched the computation ended it.
    Stopped,
    /// A name that was asked for does not exist, for example a preset's.
    NotFound,
}

impl ErrorKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Invalid, Self::Stopped, Self::NotFound];

    /// The one word for it on every surface: exit codes of the command, statuses of C and exceptions
    /// of Python are named after it.
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
    #[error("the computation was stopped before it was done")]
    Stopped,
    #[error("there is no {what} `{name}`{} (there are {})", Meant(.near), .names.join(", "))]
    NotFound { what: &'static str, name: String, near: Option<String>, names: Vec<String> },
}

impl From<Problem> for Error {
    /// A refusal for one reason.
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

/// Problems as text, one a line.
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

    pub(crate) fn stopped() -> Self {
        Self(Arc::new(Cause::Stopped))
    }

    pub(crate) fn not_found(what: &'static str, name: &str, names: &[&str]) -> Self {
        let near = nearest(name, names).map(str::to_owned);
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Self(Arc::new(Cause::NotFound { what, name: name.to_owned(), near, names }))
    }

    /// The class of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match *self.0 {
            Cause::Invalid(_) => ErrorKind::Invalid,
            Cause::Stopped => ErrorKind::Stopped,
            Cause::NotFound { .. } => ErrorKind::NotFound,
        }
    }

    /// Whether the document was refused.
    #[must_use]
    pub fn is_invalid(&self) -> bool {
        self.kind() == ErrorKind::Invalid
    }

    /// Whether whoever watched the computation ended it.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.kind() == ErrorKind::Stopped
    }

    /// Whether there is nothing of the name that was asked for.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.kind() == ErrorKind::NotFound
    }

    /// All problems of a refused document, in document order; empty for other errors.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match &*self.0 {
            Cause::Invalid(problems) => problems,
            Cause::Stopped | Cause::NotFound { .. } => &[],
        }
    }
}

impl Problems {
    /// Refuses what has problems.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] with the problems, and `more_problems` with their number where there
    /// are more.
    pub fn finish(self) -> Result<(), Error> {
        let problems = self.listed();
        if problems.is_empty() { Ok(()) } else { Err(Error::invalid(problems)) }
    }
}
