//! Looks at the base case with some values changed: is the pursuit in question still in the best
//! mix, and how much of it?

use std::ops::ControlFlow;

use super::base::{Base, at_means, menus};
use super::verdict::Answer;
use crate::lanes::Lanes;
use crate::plan::{Compiled, Program};
use crate::worth::{Limit, Menu, Pick, Search, SearchEnded, lives};

/// The pursuit in question.
pub(super) const ASKED: usize = 0;
/// Mixes that may be looked at for one input in all. Up to a dozen pursuits need less.
const MOST_MIXES: u64 = 200_000;

/// The base case as it is.
#[derive(Debug)]
pub(super) struct Ground {
    pub(super) program: Program,
    pub(super) values: Vec<Lanes<1>>,
    menus: Vec<Menu>,
    pub(super) answer: Answer,
}

impl Ground {
    pub(super) fn new(compiled: &Compiled, base: &Base) -> Self {
        let verdict = base.places.get(ASKED).map(|place| place.verdict);
        Self {
            program: Program::clone(&compiled.program),
            values: at_means(compiled),
            menus: menus(compiled),
            answer: verdict.map_or(Answer::No, |verdict| verdict.answer()),
        }
    }

    /// To look at it with other values.
    pub(super) fn looks(&self) -> Looks<'_> {
        let picks = self.menus.iter().map(|menu| menu.picks().collect()).collect();
        Looks { ground: self, values: self.values.clone(), picks, mixes: 0 }
    }
}

/// The base case with some values changed.
pub(super) struct Looks<'g> {
    ground: &'g Ground,
    values: Vec<Lanes<1>>,
    picks: Vec<Vec<Pick>>,
    /// Mixes that were looked at.
    mixes: u64,
}

/// What is seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) answer: Answer,
    /// How much of it, where the answer is yes.
    pub(super) level: Option<f64>,
}

impl Looks<'_> {
    /// Changes a value.
    pub(super) fn set(&mut self, at: usize, value: f64) {
        if let Some(own) = self.values.get_mut(at) {
            *own = Lanes([value]);
        }
    }

    /// Changes the last value.
    pub(super) fn set_last(&mut self, value: f64) {
        if let Some(own) = self.values.last_mut() {
            *own = Lanes([value]);
        }
    }

    /// Leaves a pursuit out.
    pub(super) fn leave_out(&mut self, pursuit: usize) {
        if let Some(own) = self.picks.get_mut(pursuit) {
            own.clear();
        }
    }

    /// # Errors
    /// Too many mixes to look at.
    pub(super) fn look(&mut self) -> Result<Look, SearchEnded> {
        let Ground { program, menus, .. } = self.ground;
        let lives = lives(program, menus, &self.values);
        let picks = std::mem::take(&mut self.picks);
        let search = Search { lives: &lives, either_or: &program.either_or, picks };
        let mixes = MOST_MIXES.saturating_sub(self.mixes);
        let mut count = |more| {
            self.mixes += more;
            ControlFlow::Continue(())
        };
        let found = search.best(&mut Limit { mixes, tick: &mut count });
        self.picks = search.picks;
        let pick = found?.best.mix.get(ASKED).filter(|pick| pick.is_whole);
        let answer = if pick.is_some() { Answer::Yes } else { Answer::No };
        Ok(Look { answer, level: pick.and_then(|pick| self.level(pick)) })
    }

    /// How much is done: what is done anyway is done at any level.
    fn level(&self, pick: Pick) -> Option<f64> {
        let own = self.ground.program.pursuits.get(ASKED)?;
        let anyway = self.values.get(own.anyway.0 as usize)?.first();
        Some(own.levels.get(pick.level)?.max(anyway))
    }

    /// Whether the answer is another one than in the base case.
    pub(super) fn is_other(&mut self) -> Result<bool, SearchEnded> {
        Ok(self.look()?.answer != self.ground.answer)
    }
}
