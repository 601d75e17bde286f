//! Which pursuits go together best (model.md, "Choosing"). Works on the base case.

use super::lanes::Lanes;
use super::points::worth;
use super::preferences::Preferences;
use super::profile::{Outcome, Profile};
use crate::limits::MAX_MIXES;

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

/// A mix with its profile and worth.
#[derive(Debug, Clone)]
pub(crate) struct Mix {
    pub(crate) members: Members,
    pub(crate) profile: Profile<1>,
    pub(crate) worth: f64,
}

/// The search could not look at all mixes it needed to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TooManyMixes;

/// The pursuits of a base case, among which to choose.
pub(crate) struct Choice<'m> {
    pub(crate) person: &'m Preferences<1>,
    pub(crate) pursuits: &'m [Outcome<1>],
}

impl Choice<'_> {
    /// Whether these hours fit into the free hours.
    pub(crate) fn fits(&self, peak: Lanes<1>) -> bool {
        peak.first() <= self.person.free_hours.first() + FIT_TOLERANCE
    }

    /// A mix from its members, merged in case order.
    pub(crate) fn mix(&self, members: Members) -> Mix {
        let chosen = self.pursuits.iter().enumerate().filter(|(at, _)| members.contains(*at));
        let profile = chosen.fold(Profile::EMPTY, |mix, (_, pursuit)| mix.merge(&pursuit.profile));
        Mix { members, worth: worth(self.person, &profile).first(), profile }
    }

    /// The best mix that fits, over all subsets.
    pub(crate) fn best(&self) -> Result<Mix, TooManyMixes> {
        self.search(Members::NONE, Members::NONE)
    }

    /// The best mix with pursuit `index`; it alone where it does not fit.
    pub(crate) fn best_with(&self, index: usize) -> Result<Mix, TooManyMixes> {
        self.search(Members::only(index), Members::NONE)
    }

    /// The best mix without pursuit `index`.
    pub(crate) fn best_without(&self, index: usize) -> Result<Mix, TooManyMixes> {
        self.search(Members::NONE, Members::only(index))
    }

    fn search(&self, start: Members, excluded: Members) -> Result<Mix, TooManyMixes> {
        let start_mix = self.mix(start);
        let others: Vec<usize> = (0..self.pursuits.len())
            .filter(|index| !start.contains(*index) && !excluded.contains(*index))
            .collect();
        let mut search = Search {
            choice: self,
            ceilings: self.ceilings(&others),
            others,
            best: start_mix.worth,
            ties: vec![(start_mix.worth, start)],
            looked_at: 0,
        };
        if self.fits(start_mix.profile.peak) {
            search.extend(0, start, &start_mix.profile)?;
        }
        Ok(self.mix(search.preferred(start)))
    }

    /// For each number of pursuits already decided, the most that the others could still give:
    /// all their unmet shares multiplied, all their gains of money, none of their costs.
    fn ceilings(&self, others: &[usize]) -> Vec<Profile<1>> {
        let mut ceiling = Profile::EMPTY;
        let mut ceilings = vec![ceiling.clone()];
        for pursuit in others.iter().rev().filter_map(|index| self.pursuits.get(*index)) {
            let money = pursuit.profile.money.max(Lanes::ZERO);
            let gifts = Profile { unmet: pursuit.profile.unmet, money, ..Profile::EMPTY };
            ceiling = ceiling.merge(&gifts);
            ceilings.push(ceiling.clone());
        }
        ceilings.reverse();
        ceilings
    }
}

/// Branch and bound: exact, because a branch is left only where even its ceiling is worse than
/// what was found.
struct Search<'s> {
    choice: &'s Choice<'s>,
    others: Vec<usize>,
    ceilings: Vec<Profile<1>>,
    best: f64,
    /// Mixes within a tie of the best.
    ties: Vec<(f64, Members)>,
    looked_at: u64,
}

impl Search<'_> {
    fn extend(
        &mut self,
        decided: usize,
        members: Members,
        profile: &Profile<1>,
    ) -> Result<(), TooManyMixes> {
        let Some(index) = self.others.get(decided).copied() else { return Ok(()) };
        if let Some(ceiling) = self.ceilings.get(decided) {
            let most = worth(self.choice.person, &profile.merge(ceiling)).first();
            if most < self.best - TIE {
                return Ok(());
            }
        }
        self.looked_at += 1;
        if self.looked_at > MAX_MIXES {
            return Err(TooManyMixes);
        }
        if let Some(pursuit) = self.choice.pursuits.get(index) {
            let larger = profile.merge(&pursuit.profile);
            if self.choice.fits(larger.peak) {
                let members = members.and(index);
                self.record(members, worth(self.choice.person, &larger).first());
                self.extend(decided + 1, members, &larger)?;
            }
        }
        self.extend(decided + 1, members, profile)
    }

    fn record(&mut self, members: Members, worth: f64) {
        if worth < self.best - TIE {
            return;
        }
        if worth > self.best {
            self.best = worth;
            self.ties.retain(|(other, _)| *other >= worth - TIE);
        }
        self.ties.push((worth, members));
    }

    fn preferred(&self, start: Members) -> Members {
        let mut chosen: Option<Members> = None;
        for (_, members) in &self.ties {
            if chosen.is_none_or(|chosen| members.is_preferred_to(chosen)) {
                chosen = Some(*members);
            }
        }
        chosen.unwrap_or(start)
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
