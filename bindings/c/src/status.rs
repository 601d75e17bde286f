//! How a call went, as a number.

use worthwhile::ErrorKind;

/// How a call went. The numbers never change their meaning, and gaps are left for new ones, so treat
/// a number that you do not know as a failure.
///
/// 0 is success. 10 to 19: the call was wrong, whatever the document says. 20 to 29: the library
/// understood the call and says no. 90 to 99: something is wrong with the library.
///
/// Retired numbers: none.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum worthwhile_status {
    /// It worked, and the outputs are set.
    Ok = 0,
    /// A pointer was NULL that may not be.
    NullPointer = 10,
    /// A text is not UTF-8.
    InvalidUtf8 = 11,
    /// A length is larger than any object in memory can be.
    TooLong = 12,
    /// Rows have another number of values than the plan has inputs or outputs.
    WrongLength = 13,
    /// An array of doubles does not begin where a double may.
    Misaligned = 14,
    /// The document, the options or the numbers were refused. The error lists every problem.
    Invalid = 20,
    /// There is nothing of the name that was asked for: a preset, a schema or an operation.
    NotFound = 21,
    /// The watch ended the computation.
    Stopped = 22,
    /// A bug of the library. Nothing of the caller's was changed, and other calls go on working.
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
