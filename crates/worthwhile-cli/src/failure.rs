//! Why there is no answer, and how to say so.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use worthwhile::{Error, ErrorKind, Problem};

use crate::format::Format;
use crate::interrupt::EXIT_CODE;
use crate::text;

/// What ends a command early.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The case was refused.
    Refused(Vec<Problem>, Format),
    /// A file with that name was refused. In JSON the name is the value of the first key.
    FileRefused(&'static str, String, Vec<Problem>, Format),
    /// One of several cases was refused: the problems of each, by the name of its file, for people.
    FilesRefused(Vec<(String, Vec<Problem>)>),
    /// The command was called incorrectly.
    Usage(String),
    /// Anything else, in a sentence.
    Other(String),
    /// Ctrl-C, with a sentence on how to go on.
    Interrupted(String),
    /// Something went wrong when there was an answer already, which is printed; with a sentence on how far it is.
    Late(Box<Self>, String),
    /// The reader of the output has stopped reading. They have what they wanted.
    Closed,
}

impl Failure {
    /// The library's error, to be reported in a format.
    pub(crate) fn new(error: &Error, format: Format) -> Self {
        match error.kind() {
            ErrorKind::Invalid => Self::Refused(error.problems().to_vec(), format),
            _ => Self::Other(format!("{error}.")),
        }
    }

    /// The same for a file with a preset: a refusal says which file it is about.
    pub(crate) fn of_preset_file(self, path: &Path) -> Self {
        match self {
            Self::Refused(problems, format) => {
                Self::FileRefused("preset_file", path.display().to_string(), problems, format)
            }
            other => other,
        }
    }

    /// Writes it: a refusal asked for in JSON is an answer, everything else goes to people.
    pub(crate) fn write(&self, out: &mut impl Write, err: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Refused(problems, Format::Json) => {
                writeln!(out, "{}", worthwhile::problems_document(problems))
            }
            Self::Refused(problems, Format::Text) => {
                err.write_all(text::problems(problems).as_bytes())
            }
            Self::FileRefused(key, file, problems, Format::Json) => {
                let name = serde_json::to_string(file)?;
                let document = worthwhile::problems_document(problems);
                let rest = document.strip_prefix('{').unwrap_or_default();
                writeln!(out, "{{\"{key}\":{name},{rest}")
            }
            Self::FileRefused(_, file, problems, Format::Text) => {
                err.write_all(text::problems_of(file, problems).as_bytes())
            }
            Self::FilesRefused(files) => {
                let mut problems = files.iter();
                problems.try_for_each(|(file, own)| {
                    err.write_all(text::problems_of(file, own).as_bytes())
                })
            }
            Self::Usage(sentence) | Self::Other(sentence) => {
                writeln!(err, "worthwhile: {}", text::one_line(sentence))
            }
            Self::Interrupted(sentence) => writeln!(err, "{}", text::printable(sentence)),
            // Where programs read, the answer is there.
            Self::Late(own, sentence) => {
                let mut told = Vec::new();
                own.write(&mut told, err)?;
                err.write_all(&told)?;
                writeln!(err, "{}", text::printable(sentence))
            }
            Self::Closed => Ok(()),
        }
    }

    /// Its exit code.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Closed => ExitCode::SUCCESS,
            Self::Interrupted(_) => ExitCode::from(EXIT_CODE),
            Self::Late(own, _) => own.exit_code(),
            Self::Other(_) => ExitCode::FAILURE,
            Self::Usage(_) => ExitCode::from(2),
            Self::Refused(..) | Self::FileRefused(..) | Self::FilesRefused(..) => ExitCode::from(3),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Closed
        } else {
            Self::Other(format!("the output could not be written: {error}."))
        }
    }
}
