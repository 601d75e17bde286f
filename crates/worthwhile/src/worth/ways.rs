//! What a life is merged of, and how.

use super::mix::Pick;
use super::parts::Parts;
use super::profile::{Row, row};

/// The pursuits that a life is merged of, in case order, and how each is done: without a way, it is not
/// chosen and done in part anyway.
#[derive(Debug, Clone)]
pub(crate) struct Ways {
    pub(super) all: Vec<(usize, Option<Pick>)>,
    /// Whether any is chosen.
    pub(crate) are_chosen: bool,
}

/// Merges these profiles in their order: those parts of them. The others stay as they are in the room,
/// and all of them where there is but one profile.
#[inline(always)]
pub(super) fn merged<'l, const W: usize>(
    mut profiles: impl Iterator<Item = &'l [Row<W>]> + Clone,
    room: &'l mut Vec<Row<W>>,
    which: Parts,
) -> &'l [Row<W>] {
    const { assert!(W > 0) };
    let mut years = 0;
    for profile in profiles.clone() {
        years = years.max(profile.len());
    }
    let Some(first) = profiles.next() else { return const { &[Row::NOTHING] } };
    let Some(second) = profiles.next() else { return first };
    if room.len() < years {
        room.resize(years, Row::NOTHING);
    }
    let life = room.get_mut(..years).unwrap_or_default();
    for (year, own) in life.iter_mut().enumerate() {
        own.change_to_merged([row(first, year), row(second, year)], which);
    }
    for profile in profiles {
        for (year, own) in life.iter_mut().enumerate() {
            own.merge_parts(row(profile, year), which);
        }
    }
    life
}
