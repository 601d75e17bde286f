//! Objects with a number for some of the motives.

use std::collections::BTreeMap;

use super::cursor::Cursor;
use crate::case::Motive;
use crate::estimate::Estimate;
use crate::field::Field;

/// An object with an estimate for some of the motives.
pub(crate) fn by_motive(
    at: &Cursor<'_>,
    motives: &[Motive],
    field: &Field,
) -> Option<BTreeMap<Motive, Estimate>> {
    let keys: Vec<&str> = motives.iter().map(|motive| motive.as_str()).collect();
    let fields = at.object(&keys)?;
    let given = motives
        .iter()
        .filter_map(|motive| Some((*motive, fields.get(motive.as_str())?.estimate(field))));
    Some(given.collect())
}
