//! What is chosen of each pursuit: a level, and whether it goes for its award.

use std::cmp::Ordering;

use crate::limits::MAX_PURSUITS;

/// One way to do a pursuit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Pick {
    /// Which of the pursuit's levels.
    pub(crate) level: usize,
    /// Whether it is done with its award, if it has one; else the same work without the award.
    pub(crate) is_whole: bool,
}

impl Pick {
    /// With its award, if it has one.
    pub(crate) const fn whole(level: usize) -> Self {
        Self { level, is_whole: true }
    }

    /// The same work without the award.
    pub(crate) const fn work(level: usize) -> Self {
        Self { level, is_whole: false }
    }

    /// Its place among the ways to do a pursuit: rising by level, the work first.
    #[inline(always)]
    pub(super) const fn index(self) -> usize {
        2 * self.level + self.is_whole as usize
    }
}

/// For each pursuit none or one way to do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Mix([u8; MAX_PURSUITS]);

impl Mix {
    /// The life without any.
    pub(crate) const NONE: Self = Self([0; MAX_PURSUITS]);

    /// One pursuit alone.
    pub(crate) fn only(index: usize, pick: Pick) -> Self {
        Self::NONE.and(index, pick)
    }

    /// The same with one pursuit done so.
    #[inline(always)]
    pub(crate) fn and(mut self, index: usize, pick: Pick) -> Self {
        if let Some(own) = self.0.get_mut(index) {
            *own = u8::try_from(pick.index() + 1).unwrap_or(u8::MAX);
        }
        self
    }

    /// How a pursuit is done in it.
    #[inline(always)]
    pub(crate) fn get(&self, index: usize) -> Option<Pick> {
        let at = usize::from(self.0.get(index).copied().unwrap_or(0)).checked_sub(1)?;
        Some(Pick { level: at / 2, is_whole: at % 2 == 1 })
    }

    /// The pursuits in it, in case order.
    #[inline(always)]
    pub(crate) fn picks(&self) -> impl Iterator<Item = (usize, Pick)> + '_ {
        (0..MAX_PURSUITS).filter_map(|index| Some((index, self.get(index)?)))
    }

    /// How many pursuits are in it.
    pub(crate) fn count(&self) -> usize {
        // Bytes, which are added up together: there are fewer than would be too many for one.
        let count = self.0.iter().fold(0_u8, |all, own| all.wrapping_add(u8::from(*own > 0)));
        usize::from(count)
    }

    /// Of two mixes that are worth the same, the one that is chosen comes first: fewer pursuits,
    /// then the lexicographically earlier indices, then lower levels in the order of the indices,
    /// then the work without the award likewise.
    pub(crate) fn by_preference(&self, other: &Self) -> Ordering {
        if self == other {
            return Ordering::Equal;
        }
        let parts = |of: fn(&(usize, Pick)) -> usize| {
            let (own, other) = (self.picks().map(move |pick| of(&pick)), other.picks());
            own.cmp(other.map(move |pick| of(&pick)))
        };
        (self.count().cmp(&other.count()))
            .then_with(|| parts(|(index, _)| *index))
            .then_with(|| parts(|(_, pick)| pick.level))
            .then_with(|| parts(|(_, pick)| usize::from(pick.is_whole)))
    }
}

/// The pursuits that a life is merged of, in case order, and how each is done: without a way, it is not
/// chosen and done in part anyway.
#[derive(Debug, Clone)]
pub(crate) struct Ways {
    pub(super) all: Vec<(usize, Option<Pick>)>,
    /// Whether any is chosen.
    pub(crate) are_chosen: bool,
}

/// A mix with its worth.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Valuation {
    pub(crate) mix: Mix,
    pub(crate) worth: f64,
}

/// Points within which two mixes are worth the same.
pub(crate) const TIE: f64 = 1e-9;

/// The best of some mixes. All that are worth as much as the best one but for rounding tie, and
/// preference decides among them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Best {
    /// Those that may still be chosen: more preferred ones are worth less.
    front: Vec<Valuation>,
    worth: Option<f64>,
    /// How many pursuits the one to choose has.
    fewest: usize,
}

impl Best {
    pub(crate) fn of(all: impl IntoIterator<Item = Valuation>) -> Self {
        let mut best = Self::default();
        all.into_iter().for_each(|one| best.offer(one));
        best
    }

    /// The largest worth so far.
    #[inline(always)]
    pub(crate) fn worth(&self) -> f64 {
        self.worth.unwrap_or(f64::NEG_INFINITY)
    }

    /// The one to choose.
    pub(crate) fn chosen(&self) -> Option<Valuation> {
        self.front.iter().copied().min_by(|a, b| a.mix.by_preference(&b.mix))
    }

    #[inline(always)]
    pub(crate) fn offer(&mut self, one: Valuation) {
        if one.worth >= self.worth() - TIE {
            self.take(one);
        }
    }

    /// How many pursuits the one to choose has; more than any where there is none.
    #[inline(always)]
    pub(crate) fn fewest(&self) -> usize {
        if self.front.is_empty() { usize::MAX } else { self.fewest }
    }

    fn take(&mut self, one: Valuation) {
        let count = one.mix.count();
        if one.worth > self.worth() + TIE {
            // Nothing so far is worth as much.
            self.front.clear();
            self.front.push(one);
            (self.worth, self.fewest) = (Some(one.worth), count);
            return;
        }
        let best = one.worth.max(self.worth());
        self.worth = Some(best);
        let is_behind = |a: &Valuation, b: &Valuation| {
            a.worth <= b.worth && a.mix.by_preference(&b.mix) != Ordering::Less
        };
        if self.front.iter().any(|own| is_behind(&one, own)) {
            return;
        }
        self.front.retain(|own| own.worth >= best - TIE && !is_behind(own, &one));
        self.front.push(one);
        self.fewest = self.front.iter().map(|own| own.mix.count()).min().unwrap_or(count);
    }
}

/// Margin: worth of the plan with a pursuit less that of the plan without it.
#[inline(always)]
pub(crate) fn margin<T: std::ops::Sub<Output = T>>(with: T, without: T) -> T {
    with - without
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mix(picks: &[(usize, usize, bool)]) -> Mix {
        picks.iter().fold(Mix::NONE, |mix, (index, level, is_whole)| {
            mix.and(*index, Pick { level: *level, is_whole: *is_whole })
        })
    }

    #[test]
    fn ties_go_to_fewer_then_earlier_then_lower_then_the_work() {
        let in_order = [
            mix(&[]),
            mix(&[(0, 1, true)]),
            mix(&[(3, 0, false)]),
            mix(&[(0, 1, true), (1, 0, true)]),
            mix(&[(0, 0, false), (2, 1, true)]),
            mix(&[(0, 0, true), (2, 1, false)]),
            mix(&[(0, 0, true), (2, 1, true)]),
            mix(&[(0, 1, false), (2, 0, false)]),
        ];
        for pair in in_order.windows(2) {
            assert_eq!(pair[0].by_preference(&pair[1]), Ordering::Less, "{pair:?}");
            assert_eq!(pair[1].by_preference(&pair[0]), Ordering::Greater, "{pair:?}");
        }
    }

    #[test]
    fn the_preferred_one_of_those_that_tie_is_chosen_in_any_order() {
        let one = |picks: &[(usize, usize, bool)], worth| Valuation { mix: mix(picks), worth };
        let few = one(&[(5, 0, true)], 3.0);
        let many = one(&[(0, 0, true), (1, 0, true)], 3.0 + 0.9e-9);
        let most = one(&[(0, 0, true), (1, 0, true), (2, 0, true)], 3.0 + 1.8e-9);
        for order in [[few, many, most], [most, many, few], [many, most, few], [few, most, many]] {
            let chosen = Best::of(order).chosen().unwrap();
            assert_eq!(chosen.mix, many.mix);
        }
        assert_eq!(Best::of([few, many]).chosen().unwrap().mix, few.mix);
    }
}
