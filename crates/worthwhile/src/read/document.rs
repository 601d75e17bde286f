//! A document of another crate, read as a case is.

use super::cursor::Cursor;
use super::path::Path;
use super::tree::{in_document_order, parse};
use crate::error::Error;
use crate::problem::Problems;

/// Parses a text and decodes it, with every problem in document order.
pub fn document<T>(text: &str, decode: impl FnOnce(&Cursor<'_>) -> Option<T>) -> Result<T, Error> {
    let root = parse(text).map_err(|problem| Error::invalid(vec![*problem]))?;
    let found = Problems::default();
    let decoded = decode(&Cursor { node: &root, path: Path::ROOT, sink: &found });
    let problems = in_document_order(found, &root);
    match decoded {
        Some(decoded) if problems.is_empty() => Ok(decoded),
        _ => Err(Error::invalid(problems)),
    }
}
