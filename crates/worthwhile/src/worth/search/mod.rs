//! Which mixes are best: one search for the best of all, and for the best with and without every
//! pursuit.

mod bound;
mod wishes;

use std::ops::ControlFlow;

use super::lives::Lives;
use super::mix::{Mix, Pick, Valuation};
use super::profile::Row;
use crate::lanes::Lanes;
use bound::{Bounds, Marginal};
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
    fn count(&mut self, looked_at: &mut u64) -> Result<(), SearchEnded> {
        *looked_at += 1;
        if *looked_at > self.mixes {
            return Err(SearchEnded::TooManyMixes);
        }
        if looked_at.is_multiple_of(BETWEEN_LOOKS) && (self.tick)(BETWEEN_LOOKS).is_break() {
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
}

impl Search<'_> {
    /// The best mix that fits, and the best with and without every pursuit.
    pub(crate) fn all(&self, limit: &mut Limit<'_>) -> Result<Found, SearchEnded> {
        self.run(Wishes::all(&self.picks), limit)
    }

    /// The best mix alone.
    pub(crate) fn best(&self, limit: &mut Limit<'_>) -> Result<Found, SearchEnded> {
        self.run(Wishes::best(), limit)
    }

    /// The best mix with one pursuit, with its award if it has one; none where it does not fit.
    pub(crate) fn with(
        &self,
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
        &self,
        known: Valuation,
        index: usize,
        limit: &mut Limit<'_>,
    ) -> Result<bool, SearchEnded> {
        let wishes = self.explore(Wishes::against(known, index), limit)?;
        Ok(wishes.chosen() != Some(known.mix))
    }

    fn run(&self, wishes: Wishes, limit: &mut Limit<'_>) -> Result<Found, SearchEnded> {
        Ok(self.explore(wishes, limit)?.found(self))
    }

    fn explore(&self, wishes: Wishes, limit: &mut Limit<'_>) -> Result<Wishes, SearchEnded> {
        let bounds = Bounds::new(self);
        let empty = || vec![vec![Row::NOTHING; bounds.rows]; self.picks.len() + 1];
        let mut branching = Branching {
            search: self,
            decided: empty(),
            lives: empty(),
            marginals: vec![Vec::new(); self.picks.len() + 1],
            ways: vec![Vec::new(); self.picks.len() + 1],
            wishes,
            looked_at: 0,
            limit,
        };
        branching.begin(&bounds);
        branching.extend(&bounds, 0, Mix::NONE, true)?;
        Ok(branching.wishes)
    }

    /// Whether a pursuit may be done in a way.
    pub(crate) fn allows(&self, index: usize, pick: Pick) -> bool {
        self.picks.get(index).is_some_and(|own| own.contains(&pick))
    }

    /// Whether a mix fits.
    pub(crate) fn fits(&self, mix: &Mix) -> bool {
        let rows = self.lives.life(mix);
        let hours = rows.iter().map(|row| row.hours.first()).fold(0.0, f64::max);
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

/// Branch and bound: exact, because a branch is left only where even its bound is worse than what
/// was found, for everything that is wished for.
struct Branching<'b, 's, 'l> {
    search: &'b Search<'s>,
    /// By depth: what was decided so far, merged; and the whole life, with the life without each
    /// pursuit that is not decided yet.
    decided: Vec<Vec<Row<1>>>,
    lives: Vec<Vec<Row<1>>>,
    /// By depth: what the undecided pursuits could add at most.
    marginals: Vec<Vec<Marginal>>,
    /// By depth: the ways to do the pursuit decided there, or not to, the most promising first.
    ways: Vec<Vec<(f64, Option<Pick>)>>,
    wishes: Wishes,
    looked_at: u64,
    limit: &'b mut Limit<'l>,
}

// INVARIANT: lists by depth have an entry more than there are pursuits, and no depth is larger.
#[expect(clippy::indexing_slicing, reason = "see the invariant above")]
impl Branching<'_, '_, '_> {
    /// The life without any, and every pursuit alone, so that there is something to beat.
    fn begin(&mut self, bounds: &Bounds) {
        self.wishes.offer(Valuation { mix: Mix::NONE, worth: 0.0 });
        for (index, picks) in self.search.picks.iter().enumerate() {
            for pick in picks {
                let mix = Mix::only(index, *pick);
                if self.search.fits(&mix) {
                    let worth = self.search.lives.worth(&mix).first();
                    self.wishes.offer(Valuation { mix, worth });
                }
            }
        }
        self.lives[0].copy_from_slice(bounds.undecided(0));
    }

    /// Decides the pursuit at this depth and all behind it. `is_new`: the life differs from that
    /// of the depth before.
    fn extend(
        &mut self,
        bounds: &Bounds,
        depth: usize,
        mix: Mix,
        is_new: bool,
    ) -> Result<(), SearchEnded> {
        let Some(index) = bounds.order.get(depth).copied() else { return Ok(()) };
        self.look_ahead(bounds, depth, &mix, is_new);
        let most = bounds.most(self.search, &self.lives[depth], depth);
        let undecided = &bounds.order[depth..];
        if !self.wishes.could_gain(&mix, undecided, most, &self.marginals[depth]) {
            return Ok(());
        }
        self.limit.count(&mut self.looked_at)?;
        let mut ways = std::mem::take(&mut self.ways[depth]);
        ways.clear();
        ways.push((0.0, None));
        let own = self.marginals[depth].iter().filter(|own| own.index == index);
        ways.extend(own.map(|own| (own.most, Some(own.pick))));
        ways.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        for (_, way) in ways.iter().copied() {
            self.decide(bounds, depth, index, way);
            let mix = match way {
                Some(pick) => mix.and(index, pick),
                None => mix,
            };
            if way.is_some() {
                let worth = self.worth(depth + 1);
                self.wishes.offer(Valuation { mix, worth });
            }
            self.extend(bounds, depth + 1, mix, way.is_some())?;
        }
        self.ways[depth] = ways;
        Ok(())
    }

    /// What each undecided pursuit could add to the life at this depth.
    fn look_ahead(&mut self, bounds: &Bounds, depth: usize, mix: &Mix, is_new: bool) {
        let mut own = std::mem::take(&mut self.marginals[depth]);
        own.clear();
        if is_new {
            let may_join = |index| self.search.may_join(mix, index);
            bounds.marginals(self.search, &self.lives[depth], depth, may_join, &mut own);
        } else {
            let decided = bounds.order[depth - 1];
            own.extend(self.marginals[depth - 1].iter().filter(|own| own.index != decided));
        }
        self.marginals[depth] = own;
    }

    /// The lives at the next depth.
    fn decide(&mut self, bounds: &Bounds, depth: usize, index: usize, way: Option<Pick>) {
        let outcome = &self.search.lives.pursuits[index];
        let profile = way.map_or(&outcome.without, |pick| outcome.profile(pick));
        let undecided = bounds.undecided(depth + 1);
        for (year, rest) in undecided.iter().enumerate() {
            let mut row = self.decided[depth][year];
            row.merge(profile.row(year));
            self.decided[depth + 1][year] = row;
            row.merge(rest);
            self.lives[depth + 1][year] = if way.is_some() { row } else { self.lives[depth][year] };
        }
    }

    fn worth(&self, depth: usize) -> f64 {
        self.search.lives.valued_life(&self.lives[depth]).worth().first()
    }
}
