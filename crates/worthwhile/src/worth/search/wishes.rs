//! What a search is to find: the best mix, and for every pursuit the best with and without it.

use super::Search;
use super::bound::Bounds;
use super::node::{Node, Reach};
use crate::worth::mix::{Best, Mix, Pick, TIE, Valuation};

/// What the mixes of a wish have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing.
    Any,
    /// The pursuit, with its award if it has one.
    With(usize),
    /// Not that: neither the pursuit with its award nor, where it has none, the pursuit.
    Without(usize),
    /// Nothing of the pursuit.
    WithoutAny(usize),
    /// The work of the pursuit, without its award.
    Work(usize),
}

impl Kind {
    /// The most that an undecided pursuit could add to a mix of this kind.
    fn most(self, reach: &Reach) -> f64 {
        match self {
            Self::Any => reach.free,
            Self::With(_) => reach.whole,
            Self::Work(_) => reach.work,
            Self::WithoutAny(_) => 0.0,
            Self::Without(_) => reach.work.max(0.0),
        }
    }

    fn index(self) -> Option<usize> {
        match self {
            Self::Any => None,
            Self::With(index)
            | Self::Without(index)
            | Self::WithoutAny(index)
            | Self::Work(index) => Some(index),
        }
    }

    /// Whether a way to do its pursuit, or not to do it, is what is wished for.
    fn takes(self, pick: Option<Pick>) -> bool {
        match self {
            Self::Any => true,
            Self::With(_) => pick.is_some_and(|pick| pick.is_whole),
            Self::Without(_) => pick.is_none_or(|pick| !pick.is_whole),
            Self::WithoutAny(_) => pick.is_none(),
            Self::Work(_) => pick.is_some_and(|pick| !pick.is_whole),
        }
    }
}

struct Wish {
    kind: Kind,
    best: Best,
}

/// Everything that a search is to find.
pub(super) struct Wishes(Vec<Wish>);

/// What a search found.
#[derive(Debug)]
pub(crate) struct Found {
    /// The best mix of all.
    pub(crate) best: Valuation,
    pub(crate) pursuits: Vec<FoundFor>,
}

/// The best mixes around one pursuit; all none where it was not asked about.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct FoundFor {
    /// With it, with its award if it has one; none where it fits in no way.
    pub(crate) with: Option<Valuation>,
    /// Without it or, where it has an award, without that.
    pub(crate) without: Option<Valuation>,
    /// Without any of it.
    pub(crate) without_any: Option<Valuation>,
    /// With its work, without its award; none where it has no award or where that does not fit.
    pub(crate) work: Option<Valuation>,
}

/// Bounds and worths are sums in other orders: differences of this size are none.
const ROUNDING: f64 = 1e-12;

impl Wishes {
    /// The best mix, and the plans of every pursuit.
    pub(super) fn all(picks: &[Vec<Pick>]) -> Self {
        let mut wishes = Self(vec![Wish::new(Kind::Any)]);
        (0..picks.len()).for_each(|index| wishes.add(picks, index));
        wishes
    }

    /// The best mix alone.
    pub(super) fn best() -> Self {
        Self(vec![Wish::new(Kind::Any)])
    }

    /// The best mixes that the margins of one pursuit need.
    pub(super) fn around(picks: &[Vec<Pick>], index: usize) -> Self {
        let mut wishes = Self(Vec::with_capacity(3));
        wishes.add(picks, index);
        wishes.0.retain(|wish| wish.kind != Kind::Work(index));
        wishes
    }

    /// The best mix with one pursuit.
    pub(super) fn with(index: usize) -> Self {
        Self(vec![Wish::new(Kind::With(index))])
    }

    /// Something better than a mix that is known, on the other side of a pursuit with its award.
    pub(super) fn against(known: Valuation, index: usize) -> Self {
        let is_with = known.mix.get(index).is_some_and(|pick| pick.is_whole);
        let kind = if is_with { Kind::Without(index) } else { Kind::With(index) };
        Self(vec![Wish { kind, best: Best::of([known]) }])
    }

    /// The mix to choose of the first wish.
    pub(super) fn chosen(&self) -> Option<Mix> {
        Some(self.0.first()?.best.chosen()?.mix)
    }

    /// The pursuit that all of them are about.
    pub(super) fn asked(&self) -> Option<usize> {
        let mut all = self.0.iter().map(|wish| wish.kind.index());
        let first = all.next()?;
        if all.all(|other| other == first) { first } else { None }
    }

    /// Whether they are about several pursuits.
    pub(super) fn are_many(&self) -> bool {
        self.0.len() > 1 && self.asked().is_none()
    }

    fn add(&mut self, picks: &[Vec<Pick>], index: usize) {
        let has_work = picks.get(index).into_iter().flatten().any(|pick| !pick.is_whole);
        let own = [Kind::With(index), Kind::WithoutAny(index)];
        let of_work = [Kind::Without(index), Kind::Work(index)];
        self.0.extend(own.into_iter().map(Wish::new));
        // Without the work, being without the award is being without any of it.
        self.0.extend(of_work.into_iter().filter(|_| has_work).map(Wish::new));
    }

    /// Offers a mix to every wish that takes it.
    pub(super) fn offer(&mut self, one: Valuation) {
        for wish in &mut self.0 {
            if wish.takes(&one.mix) && one.worth >= wish.best.worth() - TIE {
                wish.best.offer(one);
            }
        }
    }

    /// Whether a mix, with some of the pursuits that are decided at `depth` or later besides, could
    /// be better than what was found. `most` is the bound without them, to which what each adds at
    /// most comes. It has `fewest` pursuits at least.
    pub(super) fn could_gain(
        &self,
        mix: &Mix,
        depth: usize,
        most: f64,
        fewest: usize,
        node: &Node,
        bounds: &Bounds,
    ) -> bool {
        let most = most + node.free(depth);
        self.0.iter().any(|wish| {
            let Some(index) = wish.kind.index() else { return wish.is_open(most, fewest) };
            let decided_at = bounds.depth_of(index);
            if decided_at < depth {
                return wish.kind.takes(mix.get(index)) && wish.is_open(most, fewest);
            }
            let own = node.reach(decided_at);
            wish.is_open(most - own.free + wish.kind.most(&own), fewest)
        })
    }

    /// Whether a mix of so many pursuits that is worth `most` at most could be chosen.
    pub(super) fn could_take(&self, mix: &Mix, most: f64, count: usize) -> bool {
        self.0.iter().any(|wish| wish.takes(mix) && wish.is_open(most, count))
    }

    /// What was found; worths are those of the lives merged in case order.
    pub(super) fn found(&self, search: &Search<'_>) -> Found {
        // Many wishes end in one mix.
        let mut valued: Vec<Valuation> = search.room.valued.clone();
        let mut chosen = |kind: Kind| {
            let wish = self.0.iter().find(|wish| wish.kind == kind)?;
            let mix = wish.best.chosen()?.mix;
            let known = valued.iter().find(|known| known.mix == mix);
            if let Some(known) = known {
                return Some(*known);
            }
            let own = Valuation { mix, worth: search.lives.worth(&mix).first() };
            valued.push(own);
            Some(own)
        };
        let none = Valuation { mix: Mix::NONE, worth: 0.0 };
        let best = chosen(Kind::Any).unwrap_or(none);
        let mut pursuit = |index| {
            let without_any = chosen(Kind::WithoutAny(index));
            FoundFor {
                with: chosen(Kind::With(index)),
                without: chosen(Kind::Without(index)).or(without_any),
                without_any,
                work: chosen(Kind::Work(index)),
            }
        };
        Found { best, pursuits: (0..search.picks.len()).map(&mut pursuit).collect() }
    }
}

impl Wish {
    fn new(kind: Kind) -> Self {
        Self { kind, best: Best::default() }
    }

    fn takes(&self, mix: &Mix) -> bool {
        self.kind.takes(self.kind.index().and_then(|index| mix.get(index)))
    }

    /// Whether mixes of at least so many pursuits that are worth `most` at most could be chosen.
    fn is_open(&self, most: f64, fewest: usize) -> bool {
        let found = self.best.worth();
        let is_better = most > found + ROUNDING;
        let is_preferred = fewest <= self.best.fewest() && most >= found - TIE - ROUNDING;
        is_better || is_preferred
    }
}
