//! Which mixes are best: one search for the best of all, and for the best with and without every
//! pursuit.

mod bound;
mod branching;
mod node;
mod slope;
mod wishes;

use std::ops::ControlFlow;

use super::lives::Lives;
use super::mix::{Mix, Pick, Valuation};
use super::row::Row;
use crate::lanes::Lanes;
use branching::Branching;
pub(crate) use branching::Room;
use wishes::Wishes;
pub(crate) use wishes::{Found, FoundFor};

/// Why a search ended before it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SearchEnded {
    /// It looked at as many mixes as it may.
    TooManyMixes,
    /// Somebody stopped it.
    Stopped,
}

/// How many mixes may be looked at, and who watches.
pub(crate) struct Limit<'l> {
    pub(crate) mixes: u64,
    /// Told of so many mixes more; says whether to go on.
    pub(crate) tick: &'l mut dyn FnMut(u64) -> ControlFlow<()>,
}

/// Mixes between two looks at the watch.
const BETWEEN_LOOKS: u64 = 1024;

impl Limit<'_> {
    /// Counts a mix more, which takes as long as so many do.
    fn count(&mut self, looked_at: &mut u64, as_many: u64) -> Result<(), SearchEnded> {
        let told = *looked_at / BETWEEN_LOOKS;
        *looked_at += as_many;
        if *looked_at > self.mixes {
            return Err(SearchEnded::TooManyMixes);
        }
        let untold = *looked_at / BETWEEN_LOOKS - told;
        if untold > 0 && (self.tick)(untold * BETWEEN_LOOKS).is_break() {
            return Err(SearchEnded::Stopped);
        }
        Ok(())
    }
}

/// The lives of a base case among which to choose, and the ways to do each pursuit that are allowed.
pub(crate) struct Search<'s> {
    pub(crate) lives: &'s Lives<1>,
    /// Sets of pursuits of which at most one is chosen; bit i stands for pursuit i.
    pub(crate) either_or: &'s [u64],
    /// For each pursuit; not doing it is allowed besides.
    pub(crate) picks: Vec<Vec<Pick>>,
    /// Whoever searches again gives the room of the search before.
    pub(crate) room: Room,
}

impl Search<'_> {
    /// The best mix that fits, and the best with and without every pursuit.
    pub(crate) fn all(&mut self, limit: &mut Limit<'_>) -> Result<Found, SearchEnded> {
        self.run(Wishes::all(&self.picks), limit)
    }

    /// The best mix alone.
    pub(crate) fn best(&mut self, limit: &mut Limit<'_>) -> Result<Valuation, SearchEnded> {
        Ok(self.run(Wishes::best(), limit)?.best)
    }

    /// The best mixes with one pursuit, with its award if it has one, and without: those that its
    /// margins need.
    pub(crate) fn around(
        &mut self,
        index: usize,
        limit: &mut Limit<'_>,
    ) -> Result<FoundFor, SearchEnded> {
        let found = self.run(Wishes::around(&self.picks, index), limit)?;
        Ok(found.pursuits.get(index).copied().unwrap_or_default())
    }

    /// The best mix with one pursuit, with its award if it has one; none where it does not fit.
    pub(crate) fn with(
        &mut self,
        index: usize,
        limit: &mut Limit<'_>,
    ) -> Result<Option<Valuation>, SearchEnded> {
        let found = self.run(Wishes::with(index), limit)?;
        Ok(found.pursuits.get(index).and_then(|own| own.with))
    }

    /// Whether a mix would be chosen over a known one that fits, among all with a pursuit and its
    /// award where the known one is without, or without where it is with. This takes less looking
    /// than to find the best.
    pub(crate) fn beats(
        &mut self,
        known: Valuation,
        index: usize,
        limit: &mut Limit<'_>,
    ) -> Result<bool, SearchEnded> {
        let wishes = self.explore(Wishes::against(known, index), limit)?;
        Ok(wishes.chosen() != Some(known.mix))
    }

    fn run(&mut self, wishes: Wishes, limit: &mut Limit<'_>) -> Result<Found, SearchEnded> {
        let found = self.explore(wishes, limit)?.found(self);
        self.room.remember(&found);
        Ok(found)
    }

    fn explore(
        &mut self,
        mut wishes: Wishes,
        limit: &mut Limit<'_>,
    ) -> Result<Wishes, SearchEnded> {
        let mut room = std::mem::take(&mut self.room);
        let done = Branching::new(self, &mut room, &mut wishes, limit).run();
        self.room = room;
        done.map(|()| wishes)
    }

    /// A mix with its worth, where it is allowed and fits.
    pub(crate) fn valued_if_it_fits(&self, mix: &Mix) -> Option<Valuation> {
        if !self.allows(mix) {
            return None;
        }
        let mut room = Vec::new();
        let life = self.lives.life_in(mix, &mut room);
        let worth = || match *mix == Mix::NONE {
            true => 0.0,
            false => self.lives.valued_life(life).worth().first(),
        };
        self.fits_as(life).then(|| Valuation { mix: *mix, worth: worth() })
    }

    /// Whether all that a mix does is allowed.
    pub(crate) fn allows(&self, mix: &Mix) -> bool {
        mix.picks()
            .all(|(index, pick)| self.picks.get(index).is_some_and(|own| own.contains(&pick)))
    }

    /// The ways to do a pursuit that are allowed.
    pub(crate) fn picks_of(&self, index: usize) -> &[Pick] {
        self.picks.get(index).map_or(&[], Vec::as_slice)
    }

    /// What a way to do a pursuit is worth alone.
    pub(crate) fn worth_alone(&self, index: usize, pick: Pick) -> f64 {
        self.lives.worth(&Mix::only(index, pick)).first()
    }

    /// Whether a mix fits.
    pub(crate) fn fits(&self, mix: &Mix) -> bool {
        let mut room = Vec::new();
        self.fits_as(self.lives.life_in(mix, &mut room))
    }

    /// Whether a life fits.
    fn fits_as(&self, life: &[Row<1>]) -> bool {
        let hours = life.iter().map(|row| row.hours.first()).fold(0.0, f64::max);
        let [fits] = self.lives.fits(Lanes([hours]));
        fits
    }

    /// Whether a pursuit may stand beside those of a mix.
    fn may_join(&self, mix: &Mix, index: usize) -> bool {
        self.either_or
            .iter()
            .filter(|set| **set >> index & 1 == 1)
            .all(|set| mix.picks().all(|(other, _)| other == index || *set >> other & 1 == 0))
    }
}

/// Sorts what could add most to the front; one piece of code for all who search.
#[inline(never)]
fn largest_first(list: &mut [(f64, Option<usize>)]) {
    list.sort_by(|(a, _), (b, _)| b.total_cmp(a));
}
