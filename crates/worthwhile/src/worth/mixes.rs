//! Which pursuits go together best. Each lane is a base case of its own.

use super::contributions::worth;
use super::preferences::Preferences;
use super::profile::{Outcome, Profile};
use crate::lanes::Lanes;
use crate::limits::MAX_MIXES;
use crate::wide::wide;

/// Hours by which a mix may exceed the free hours, for rounding.
const FIT_TOLERANCE: f64 = 1e-9;
/// Points within which two mixes are as good as each other.
const TIE: f64 = 1e-9;

/// A set of pursuits: bit i stands for pursuit i.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Members(u64);

impl Members {
    pub(crate) const NONE: Self = Self(0);

    pub(crate) fn only(index: usize) -> Self {
        Self(1 << index)
    }

    pub(crate) fn and(self, index: usize) -> Self {
        Self(self.0 | 1 << index)
    }

    #[inline(always)]
    pub(crate) fn contains(self, index: usize) -> bool {
        self.0 >> index & 1 == 1
    }

    /// Fewer pursuits first, then the lexicographically earlier indices.
    fn is_preferred_to(self, other: Self) -> bool {
        let key =
            |members: Self| (members.0.count_ones(), std::cmp::Reverse(members.0.reverse_bits()));
        key(self) < key(other)
    }
}

/// A mix with its worth.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mix {
    pub(crate) members: Members,
    pub(crate) worth: f64,
}

/// Margin: worth of the plan with a pursuit less that of the plan without it.
#[inline(always)]
pub(crate) fn margin<T: std::ops::Sub<Output = T>>(with: T, without: T) -> T {
    with - without
}

/// The best mix found in each lane.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Best<const W: usize> {
    pub(crate) members: [Members; W],
    pub(crate) worth: Lanes<W>,
}

impl<const W: usize> Best<W> {
    /// Lane by lane, whether a mix of this worth is better than what was found.
    fn is_beaten_by(&self, lane: usize, members: Members, worth: f64) -> bool {
        let (Some(own), Some(best)) = (self.members.get(lane), self.worth.0.get(lane)) else {
            return false;
        };
        worth > best + TIE || worth >= best - TIE && members.is_preferred_to(*own)
    }

    /// Lane by lane, the better of the two.
    pub(crate) fn or(mut self, other: &Self) -> Self {
        for (lane, (members, worth)) in other.members.iter().zip(other.worth.0).enumerate() {
            self.offer(lane, *members, worth);
        }
        self
    }

    /// Lane by lane, whether this mix is better than the other, which shares none with it.
    pub(crate) fn beats(&self, other: &Self) -> [bool; W] {
        std::array::from_fn(|lane| match (self.members.get(lane), self.worth.0.get(lane)) {
            (Some(members), Some(worth)) => other.is_beaten_by(lane, *members, *worth),
            _ => false,
        })
    }

    fn offer(&mut self, lane: usize, members: Members, worth: f64) {
        if self.is_beaten_by(lane, members, worth)
            && let (Some(own), Some(best)) =
                (self.members.get_mut(lane), self.worth.0.get_mut(lane))
        {
            *own = members;
            *best = worth;
        }
    }
}

/// The search could not look at all mixes it needed to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TooManyMixes;

/// The pursuits of a base case, among which to choose.
#[derive(Clone, Copy)]
pub(crate) struct Choice<'m, const W: usize> {
    pub(crate) person: &'m Preferences<W>,
    pub(crate) pursuits: &'m [Outcome<W>],
}

impl Choice<'_, 1> {
    /// A mix from its members, merged in case order.
    pub(crate) fn mix(&self, members: Members) -> Mix {
        Mix { members, worth: worth(self.person, &self.profile(members)).first() }
    }

    /// The best mix that fits, over all subsets.
    pub(crate) fn best(&self) -> Result<Mix, TooManyMixes> {
        self.found(Members::NONE, Members::NONE)
    }

    /// The best mix with pursuit `index`; it alone where it does not fit.
    pub(crate) fn best_with(&self, index: usize) -> Result<Mix, TooManyMixes> {
        self.found(Members::only(index), Members::NONE)
    }

    /// The best mix without pursuit `index`.
    pub(crate) fn best_without(&self, index: usize) -> Result<Mix, TooManyMixes> {
        self.found(Members::NONE, Members::only(index))
    }

    fn found(&self, start: Members, excluded: Members) -> Result<Mix, TooManyMixes> {
        let best = self.search(start, excluded, &mut MAX_MIXES.clone())?;
        let [members] = best.members;
        Ok(self.mix(members))
    }
}

impl<const W: usize> Choice<'_, W> {
    /// Lane by lane, whether these hours fit into the free hours.
    #[inline(always)]
    pub(crate) fn fits(&self, peak: Lanes<W>) -> [bool; W] {
        let mut fits = [false; W];
        let hours = peak.0.iter().zip(self.person.free_hours.0);
        for (fits, (peak, free)) in fits.iter_mut().zip(hours) {
            *fits = *peak <= free + FIT_TOLERANCE;
        }
        fits
    }

    /// The profile of doing all of these, merged in case order.
    #[inline(always)]
    pub(crate) fn profile(&self, members: Members) -> Profile<W> {
        let mut profile = Profile::EMPTY;
        for (at, pursuit) in self.pursuits.iter().enumerate() {
            if members.contains(at) {
                profile.add(&pursuit.profile);
            }
        }
        profile
    }

    /// The best mix with all of `start` and none of `excluded`, over all subsets that fit. In lanes
    /// where `start` does not fit it stands alone, at a worth below any other. `budget` is how many
    /// mixes may be looked at.
    pub(crate) fn search(
        &self,
        start: Members,
        excluded: Members,
        budget: &mut u64,
    ) -> Result<Best<W>, TooManyMixes> {
        let profile = self.profile(start);
        let fits = self.fits(profile.peak);
        let mut own = worth(self.person, &profile);
        for (worth, fits) in own.0.iter_mut().zip(fits) {
            *worth = if fits { *worth } else { f64::NEG_INFINITY };
        }
        let others: Vec<usize> = (0..self.pursuits.len())
            .filter(|index| !start.contains(*index) && !excluded.contains(*index))
            .collect();
        let mut search = BranchAndBound {
            choice: self,
            ceilings: self.ceilings(&others),
            others,
            best: Best { members: [start; W], worth: own },
            budget,
        };
        if fits.contains(&true) {
            search.extend(0, start, &profile)?;
        }
        Ok(search.best)
    }

    /// For each number of pursuits already decided, the most that the others could still give:
    /// all their unmet shares multiplied, all their gains of money, none of their costs.
    fn ceilings(&self, others: &[usize]) -> Vec<Profile<W>> {
        let mut ceiling = Profile::EMPTY;
        let mut ceilings = vec![ceiling];
        for pursuit in others.iter().rev().filter_map(|index| self.pursuits.get(*index)) {
            let money = pursuit.profile.money.max(Lanes::ZERO);
            let gifts = Profile { unmet: pursuit.profile.unmet, money, ..Profile::EMPTY };
            ceiling = ceiling.merge(&gifts);
            ceilings.push(ceiling);
        }
        ceilings.reverse();
        ceilings
    }
}

/// Pursuits left to decide from which on a ceiling is worth computing.
const WORTH_A_CEILING: usize = 3;

/// Branch and bound: exact, because a branch is left only where even its ceiling is worse than
/// what was found, in every lane.
struct BranchAndBound<'s, const W: usize> {
    choice: &'s Choice<'s, W>,
    others: Vec<usize>,
    ceilings: Vec<Profile<W>>,
    best: Best<W>,
    budget: &'s mut u64,
}

impl<const W: usize> BranchAndBound<'_, W> {
    fn extend(
        &mut self,
        decided: usize,
        members: Members,
        profile: &Profile<W>,
    ) -> Result<(), TooManyMixes> {
        let Some(index) = self.others.get(decided).copied() else { return Ok(()) };
        if self.others.len() - decided >= WORTH_A_CEILING && self.is_hopeless(decided, profile) {
            return Ok(());
        }
        *self.budget = self.budget.checked_sub(1).ok_or(TooManyMixes)?;
        if let Some(pursuit) = self.choice.pursuits.get(index) {
            let (larger, fits, worth) = wide(
                #[inline(always)]
                || {
                    let larger = profile.merge(&pursuit.profile);
                    let fits = self.choice.fits(larger.peak);
                    (larger, fits, worth(self.choice.person, &larger))
                },
            );
            if fits.contains(&true) {
                let members = members.and(index);
                for (lane, (fits, worth)) in fits.into_iter().zip(worth.0).enumerate() {
                    if fits {
                        self.best.offer(lane, members, worth);
                    }
                }
                self.extend(decided + 1, members, &larger)?;
            }
        }
        self.extend(decided + 1, members, profile)
    }

    fn is_hopeless(&self, decided: usize, profile: &Profile<W>) -> bool {
        let Some(ceiling) = self.ceilings.get(decided) else { return false };
        let most = wide(
            #[inline(always)]
            || worth(self.choice.person, &profile.merge(ceiling)),
        );
        most.0.iter().zip(self.best.worth.0).all(|(most, best)| *most < best - TIE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_go_to_fewer_then_earlier() {
        let set = |indices: &[usize]| {
            indices.iter().fold(Members::NONE, |members, index| members.and(*index))
        };
        assert!(set(&[3]).is_preferred_to(set(&[0, 1])));
        assert!(set(&[0, 5]).is_preferred_to(set(&[1, 2])));
        assert!(set(&[1, 2]).is_preferred_to(set(&[1, 3])));
        assert!(!set(&[1, 3]).is_preferred_to(set(&[1, 3])));
    }
}
