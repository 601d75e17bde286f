//! The parts of a case that can come from either of two cases, and which pursuits of the two are the
//! same one.

use crate::complete::{Complete, CompletePursuit};

/// A part of a case by the sense of the thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Part {
    /// Which pursuit is in question, and those that are there for that alone.
    Question,
    Motives,
    Protections,
    Week,
    Burnout,
    Money,
    Conditions,
    Years,
    Assumptions,
    EitherOr,
    /// Of a pursuit, by its place among all of them.
    Pursuit(usize, Aspect),
}

/// A part of a pursuit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Aspect {
    /// Whether it is there at all.
    Whole,
    /// How much of it can be done, and for how long.
    Amount,
    Anyway,
    Award,
    Hours,
    Enjoyment,
    Gains,
    Costs,
    Drawbacks,
}

/// Two cases, and the pursuits of both.
pub(super) struct Pair<'c> {
    pub(super) cases: [&'c Complete; 2],
    /// Where each pursuit stands in both cases: those of the first in its order, then those that only
    /// the second has.
    pub(super) pursuits: Vec<[Option<usize>; 2]>,
    /// The same the other way round: the place among all of them, for each pursuit of a case.
    places: [Vec<usize>; 2],
}

impl<'c> Pair<'c> {
    /// Pursuits of the same id are the same. Of those left, so are the only ones of the same preset.
    pub(super) fn new(first: &'c Complete, second: &'c Complete) -> Self {
        let id = |own: &&CompletePursuit, other: &CompletePursuit| own.id == other.id;
        let mut partner: Vec<Option<usize>> =
            first.pursuits.iter().map(|own| place(second, |other| id(&own, other))).collect();
        for (at, own) in first.pursuits.iter().enumerate() {
            let Some(preset) = own.preset.as_ref() else { continue };
            let is_left = |index: &usize| !partner.contains(&Some(*index));
            let alike = |case: &Complete| {
                let all = case.pursuits.iter().enumerate();
                all.filter(|(_, own)| own.preset.as_ref() == Some(preset))
                    .map(|(at, _)| at)
                    .collect::<Vec<_>>()
            };
            let mine = alike(first).into_iter().filter(|index| partner.get(*index) == Some(&None));
            let theirs: Vec<usize> = alike(second).into_iter().filter(is_left).collect();
            if let (true, [only]) = (mine.eq([at]), theirs.as_slice())
                && let Some(own) = partner.get_mut(at)
            {
                *own = Some(*only);
            }
        }
        let of_first = partner.iter().enumerate().map(|(at, other)| [Some(at), *other]);
        let others = (0..second.pursuits.len()).filter(|index| !partner.contains(&Some(*index)));
        let pursuits: Vec<[Option<usize>; 2]> =
            of_first.chain(others.map(|index| [None, Some(index)])).collect();
        let places = [first, second].map(|case| vec![0; case.pursuits.len()]);
        let mut pair = Self { cases: [first, second], pursuits, places };
        for (index, own) in pair.pursuits.iter().enumerate() {
            for (places, at) in pair.places.iter_mut().zip(own) {
                if let Some(place) = at.and_then(|at| places.get_mut(at)) {
                    *place = index;
                }
            }
        }
        pair
    }

    /// A pursuit as a case has it, where it has it; 0 is the first case.
    pub(super) fn pursuit(&self, index: usize, side: usize) -> Option<&'c CompletePursuit> {
        let at = (*self.pursuits.get(index)?.get(side)?)?;
        self.cases.get(side)?.pursuits.get(at)
    }

    /// A pursuit as the first case has it or, where only the second does, as that one has it.
    pub(super) fn either(&self, index: usize) -> Option<&'c CompletePursuit> {
        self.pursuit(index, 0).or_else(|| self.pursuit(index, 1))
    }

    /// Whether both cases have a pursuit.
    pub(super) fn is_shared(&self, index: usize) -> bool {
        self.pursuits.get(index).is_some_and(|own| own.iter().all(Option::is_some))
    }

    /// The pursuit in question in a case.
    pub(super) fn asked(&self, side: usize) -> usize {
        self.index_of(side, 0).unwrap_or_default()
    }

    /// The place of a pursuit of a case among all of them.
    pub(super) fn index_of(&self, side: usize, at: usize) -> Option<usize> {
        self.places.get(side)?.get(at).copied()
    }

    /// The part that a part goes with: a pursuit that only one case has, and that is in question there,
    /// comes and goes with the question.
    pub(super) fn group_of(&self, part: Part) -> Part {
        match part {
            Part::Pursuit(index, _) if !self.is_shared(index) => {
                let is_asked = self.asked(0) == index || self.asked(1) == index;
                if is_asked { Part::Question } else { Part::Pursuit(index, Aspect::Whole) }
            }
            own => own,
        }
    }
}

fn place(case: &Complete, is_wanted: impl Fn(&CompletePursuit) -> bool) -> Option<usize> {
    case.pursuits.iter().position(is_wanted)
}
