//! How a call went, as a number.

use worthwhile::ErrorKind;

/// The result of a call. A number never changes its meaning, and gaps are left for new ones, so treat a
/// number that you do not know as a failure.
///
/// 0 is success. 10 to 19: the call itself was wrong, whatever the document says. 20 to 29: the library
/// understood the call and refused it. 90 to 99: something is wrong with the library.
///
/// Retired numbers: none.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum worthwhile_status {
    /// The call succeeded, and the outputs are set.
    Ok = 0,
    /// A required pointer was NULL.
    NullPointer = 10,
    /// A string is not UTF-8.
    InvalidUtf8 = 11,
    /// A length is larger than any object in memory can be.
    TooLong = 12,
    /// The rows have a different number of values than the plan has inputs or outputs.
    WrongLength = 13,
    /// An array is not aligned as its elements must be.
    Misaligned = 14,
    /// A number is not a sum of the flags that the call takes.
    UnknownFlag = 15,
    /// The document, the options or the numbers were refused. The error lists every problem.
    Invalid = 20,
    /// Nothing has the name that was asked for: a preset, a schema or an operation.
    NotFound = 21,
    /// The watch stopped the computation.
    Stopped = 22,
    /// Some rows of a table were refused, and all others were computed. The error lists their problems.
    RowsRefused = 23,
    /// A bug in the library. Nothing of the caller's was changed, and other calls still work.
    Panic = 90,
    /// A refusal that this release of the C library has no number for.
    Unknown = 91,
}

impl From<ErrorKind> for worthwhile_status {
    fn from(kind: ErrorKind) -> Self {
        match kind {
            ErrorKind::Invalid => Self::Invalid,
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::Stopped => Self::Stopped,
            _ => Self::Unknown,
        }
    }
}
