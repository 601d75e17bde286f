//! Options of a computation, as JSON or as numbers.

use super::case::analysis_fields;
use super::cursor::Cursor;
use super::number::number_problem;
use super::path::Path;
use super::tree;
use crate::case::Analysis;
use crate::error::Error;
use crate::field::{self, Field};
use crate::problem::Problems;

/// Options as they are read: how to compute, on how many threads, and whether to look for
/// levers, to look for flips, and to leave out of problems what a document says.
pub(crate) type Given = (Analysis, Option<u32>, [Option<bool>; 3]);

/// Reads options from a JSON object with any of these keys. Presets are given to `presets`: this
/// room does not know how they complete a case. `redact` is set where that option is, even if another is
/// refused.
pub(crate) fn options(
    text: &str,
    keys: &[&str],
    redact: &mut bool,
    presets: impl FnOnce(&Cursor<'_>),
) -> Result<Given, Error> {
    let root = tree::parse(text).map_err(|problem| Error::invalid(vec![*problem]))?;
    let sink = Problems::default();
    let at = Cursor { node: &root, path: Path::ROOT, sink: &sink };
    let read = at.object(keys).map(|fields| {
        let threads = fields.plain(&field::THREADS).map(|value| value as u32);
        let flags = ["levers", "flips", "redact"];
        let flags = flags.map(|name| fields.get(name).and_then(|place| place.flag()));
        *redact = flags.last().copied().flatten().unwrap_or(false);
        if let Some(place) = fields.get("presets") {
            presets(&place);
        }
        (analysis_fields(&fields), threads, flags)
    });
    let problems = tree::in_document_order(sink, &root);
    match read {
        Some(options) if problems.is_empty() => Ok(options),
        _ => Err(Error::invalid(problems)),
    }
}

/// Judges options that come as numbers. Paths are those of the JSON object.
pub(crate) fn judge_options(analysis: &Analysis, threads: Option<u32>) -> Result<(), Error> {
    let seed = analysis.seed.map(|seed| seed as f64);
    let given: [(Option<f64>, &'static Field); 4] = [
        (analysis.scenarios.map(f64::from), &field::SCENARIOS),
        (analysis.replicates.map(f64::from), &field::REPLICATES),
        (seed, &field::SEED),
        (threads.map(f64::from), &field::THREADS),
    ];
    let problems = given
        .into_iter()
        .filter_map(|(value, field)| number_problem(value?, field, || format!("/{}", field.name)));
    let problems: Vec<_> = problems.collect();
    if problems.is_empty() { Ok(()) } else { Err(Error::invalid(problems)) }
}
