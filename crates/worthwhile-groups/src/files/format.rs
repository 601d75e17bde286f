//! Formats of tables, and how they are told apart.

use std::path::Path;

use worthwhile::Error;

use super::trouble::unreadable_with;

/// The format of a table in a file or a stream.
///
/// # Example
/// ```
/// use worthwhile_groups::TableFormat;
/// assert_eq!(TableFormat::of_path("answers.parquet".as_ref()), Some(TableFormat::Parquet));
/// assert_eq!(TableFormat::of_path("answers.xlsx".as_ref()), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableFormat {
    /// Apache Parquet.
    Parquet,
    /// Comma-separated values with a header (RFC 4180). Every cell is text as it is read; the header may also
    /// be separated by semicolons or tabs. An empty line is no row, but where there is one column: there it is an
    /// empty cell if another row follows.
    Csv,
    /// A file of Arrow IPC, such as Feather, compressed or not.
    Arrow,
    /// A stream of Arrow IPC.
    ArrowStream,
    /// A JSON object on each line.
    JsonLines,
}

/// What a file that is compressed or packed begins with, and what may help.
const PACKED: [(&[u8], &str, &str); 6] = [
    (b"PK\x03\x04", "a ZIP file or a workbook", "save the sheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "an old workbook", "save the sheet as CSV"),
    (b"\x1f\x8b", "compressed (gzip)", "decompress it first"),
    (b"\x28\xb5\x2f\xfd", "compressed (Zstandard)", "decompress it first"),
    (b"BZh", "compressed (bzip2)", "decompress it first"),
    (b"\xfd7zXZ", "compressed (xz)", "decompress it first"),
];

impl TableFormat {
    /// Every format.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::TableFormat;
    /// let named = TableFormat::ALL.iter().map(|format| format.as_str());
    /// assert!(named.eq(["parquet", "csv", "arrow", "arrows", "ndjson"]));
    /// ```
    pub const ALL: &'static [Self] =
        &[Self::Parquet, Self::Csv, Self::Arrow, Self::ArrowStream, Self::JsonLines];

    /// Its name: the extension of its files.
    ///
    /// # Example
    /// ```
    /// assert_eq!(worthwhile_groups::TableFormat::ArrowStream.as_str(), "arrows");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Parquet => "parquet",
            Self::Csv => "csv",
            Self::Arrow => "arrow",
            Self::ArrowStream => "arrows",
            Self::JsonLines => "ndjson",
        }
    }

    /// What it is called.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Parquet => "Parquet",
            Self::Csv => "CSV",
            Self::Arrow | Self::ArrowStream => "Arrow IPC",
            Self::JsonLines => "JSON lines",
        }
    }

    /// The format that the name of a file says.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::TableFormat;
    /// let formats = ["a.CSV", "a.tsv", "a.jsonl", "a.feather", "a"].map(|name| TableFormat::of_path(name.as_ref()));
    /// use TableFormat::{Arrow, Csv, JsonLines};
    /// assert_eq!(formats, [Some(Csv), Some(Csv), Some(JsonLines), Some(Arrow), None]);
    /// ```
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Some(match extension.as_str() {
            "parquet" | "pq" => Self::Parquet,
            "csv" | "tsv" | "txt" => Self::Csv,
            "arrow" | "feather" | "ipc" => Self::Arrow,
            "arrows" => Self::ArrowStream,
            "ndjson" | "jsonl" => Self::JsonLines,
            _ => return None,
        })
    }

    /// The format of a file from what it begins with, or else from what its name says.
    pub(super) fn of_start(start: &[u8], said: Option<Self>) -> Result<Self, Error> {
        if let Some((_, what, help)) = PACKED.iter().find(|(magic, ..)| start.starts_with(magic)) {
            return Err(unreadable_with(format!("the file is {what}"), help));
        }
        if start.starts_with(b"PAR1") {
            return Ok(Self::Parquet);
        }
        if start.starts_with(b"ARROW1") {
            return Ok(Self::Arrow);
        }
        if start.starts_with(b"\xff\xff\xff\xff") {
            return Ok(Self::ArrowStream);
        }
        match said {
            Some(Self::Parquet | Self::Arrow) => {
                let title = said.map_or("", Self::title);
                let message = format!("the file does not begin as {title} does");
                Err(unreadable_with(
                    message,
                    "give the file the extension of what it is, such as csv",
                ))
            }
            Some(said) => Ok(said),
            None if start.trim_ascii_start().starts_with(b"{") => Ok(Self::JsonLines),
            None => {
                let message = "the name of the file does not say which format it is in";
                Err(unreadable_with(
                    message,
                    "use the extension parquet, csv, arrow, arrows or ndjson",
                ))
            }
        }
    }
}
