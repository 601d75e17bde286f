//! Looks at the base case with some values changed: is the pursuit in question still in the best
//! mix, and how much of it?

use std::ops::ControlFlow;

use super::base::ASKED;
use super::base::{Base, at_means, menus};
use super::verdict::Answer;
use super::workers::Tick;
use crate::lanes::Lanes;
use crate::plan::{Compiled, Program};
use crate::worth::{Best, Limit, Lives, Menu, Mix, Pick, Room, Search, SearchEnded};

/// The base case as it is.
#[derive(Debug)]
pub(super) struct Ground {
    pub(super) program: Program,
    pub(super) values: Vec<Lanes<1>>,
    menus: Vec<Menu>,
    /// Computed once: a look computes only what is another in it.
    lives: Lives<1>,
    pub(super) answer: Answer,
    best: Mix,
    /// Mixes that may be looked at for one thing that is changed.
    most_mixes: u64,
}

impl Ground {
    pub(super) fn new(compiled: &Compiled, base: &Base, most_mixes: u64) -> Self {
        let verdict = base.places.get(ASKED).map(|place| place.verdict);
        let (menus, values) = (menus(compiled), at_means(compiled));
        let mut lives = Lives::new(&compiled.program, &menus, &values);
        // So that they know what they are computed from.
        lives.refill(&compiled.program, &menus, &values);
        Self {
            program: Program::clone(&compiled.program),
            values,
            menus,
            lives,
            answer: verdict.map_or(Answer::No, |verdict| verdict.answer()),
            best: base.best,
            most_mixes,
        }
    }

    /// To look at it with other values. Whoever watches is asked at every look whether to go on.
    pub(super) fn looks<'g>(&'g self, tick: &'g mut Tick<'g>) -> Looks<'g> {
        let picks = self.menus.iter().map(|menu| menu.picks().collect()).collect();
        Looks {
            ground: self,
            values: self.values.clone(),
            lives: self.lives.clone(),
            picks,
            room: Room::default(),
            known: vec![self.best],
            mixes: 0,
            tick,
        }
    }
}

/// The base case with some values changed.
pub(super) struct Looks<'g> {
    ground: &'g Ground,
    values: Vec<Lanes<1>>,
    /// At the values of the last look.
    lives: Lives<1>,
    picks: Vec<Vec<Pick>>,
    room: Room,
    /// The mixes that were the best when each answer was last seen.
    known: Vec<Mix>,
    /// Mixes that were looked at.
    mixes: u64,
    tick: &'g mut Tick<'g>,
}

/// What is seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) answer: Answer,
    /// How much of it is in the best mix; where the answer is no, of its work alone.
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
    /// Too many mixes to look at, and that somebody stopped it.
    pub(super) fn look(&mut self) -> Result<Look, SearchEnded> {
        self.live()?;
        self.look_here()
    }

    /// Whether the answer is another one than in the base case.
    ///
    /// # Errors
    /// Too many mixes to look at, and that somebody stopped it.
    pub(super) fn is_other(&mut self) -> Result<bool, SearchEnded> {
        self.live()?;
        let answer = match self.known_answer()? {
            Some(answer) => answer,
            None => self.look_here()?.answer,
        };
        Ok(answer != self.ground.answer)
    }

    /// What the best mix of the base case is worth with these values.
    ///
    /// # Errors
    /// That somebody stopped it.
    pub(super) fn worth_of_todays_plan(&mut self) -> Result<f64, SearchEnded> {
        self.live()?;
        Ok(self.lives.worth(&self.ground.best).first())
    }

    /// Goes back to the base case, as if nothing had been looked at yet.
    pub(super) fn begin_anew(&mut self) {
        self.values.clone_from(&self.ground.values);
        for (picks, menu) in self.picks.iter_mut().zip(&self.ground.menus) {
            picks.clear();
            picks.extend(menu.picks());
        }
        self.known.clear();
        self.known.push(self.ground.best);
        self.mixes = 0;
    }

    /// Tells whoever watches of so many steps.
    pub(super) fn tell(&mut self, steps: u64) -> ControlFlow<()> {
        (self.tick)(steps)
    }

    /// Computes the lives at the values of now.
    fn live(&mut self) -> Result<(), SearchEnded> {
        if (self.tick)(0).is_break() {
            return Err(SearchEnded::Stopped);
        }
        self.lives.refill(&self.ground.program, &self.ground.menus, &self.values);
        Ok(())
    }

    fn look_here(&mut self) -> Result<Look, SearchEnded> {
        let best = self.search(|search, limit| Ok(search.best(limit)?.mix))?;
        let answer = answer_of(&best);
        self.known.retain(|known| answer_of(known) != answer);
        self.known.push(best);
        let level = best.get(ASKED).and_then(|pick| self.level(pick));
        Ok(Look { answer, level })
    }

    /// The answer, where the better one of the mixes that were the best before is still better than
    /// all with the other answer: that takes less looking than to find the best. Where it is not,
    /// another one with the same answer may be.
    fn known_answer(&mut self) -> Result<Option<Answer>, SearchEnded> {
        let known = self.known.clone();
        self.search(|search, limit| {
            let valued = known.iter().filter_map(|mix| search.valued_if_it_fits(mix));
            let Some(best) = Best::of(valued).chosen() else { return Ok(None) };
            let is_beaten = search.beats(best, ASKED, limit)?;
            Ok((!is_beaten).then(|| answer_of(&best.mix)))
        })
    }

    fn search<T>(
        &mut self,
        ask: impl FnOnce(&mut Search<'_>, &mut Limit<'_>) -> Result<T, SearchEnded>,
    ) -> Result<T, SearchEnded> {
        let picks = std::mem::take(&mut self.picks);
        let room = std::mem::take(&mut self.room);
        let either_or = &self.ground.program.either_or;
        let mut search = Search { lives: &self.lives, either_or, picks, room };
        let mixes = self.ground.most_mixes.saturating_sub(self.mixes);
        let mut count = |more| {
            self.mixes += more;
            (self.tick)(0)
        };
        let found = ask(&mut search, &mut Limit { mixes, tick: &mut count });
        (self.picks, self.room) = (search.picks, search.room);
        found
    }

    /// How much is done: what is done anyway is done at any level.
    fn level(&self, pick: Pick) -> Option<f64> {
        let own = self.ground.program.pursuits.get(ASKED)?;
        let anyway = self.values.get(own.anyway.0 as usize)?.first();
        Some(own.levels.get(pick.level)?.max(anyway))
    }
}

/// What was found; none where too many mixes would have to be looked at for it.
pub(super) fn unless_stopped<T>(
    found: Result<Option<T>, SearchEnded>,
) -> ControlFlow<(), Option<T>> {
    match found {
        Ok(found) => ControlFlow::Continue(found),
        Err(SearchEnded::TooManyMixes) => ControlFlow::Continue(None),
        Err(SearchEnded::Stopped) => ControlFlow::Break(()),
    }
}

/// Yes where a mix has the pursuit in question, with its award if it has one.
fn answer_of(mix: &Mix) -> Answer {
    let is_yes = mix.get(ASKED).is_some_and(|pick| pick.is_whole);
    if is_yes { Answer::Yes } else { Answer::No }
}

#[cfg(test)]
mod tests {
    use super::super::scan::Scan;
    use super::*;
    use crate::plan::Plan;

    #[test]
    fn a_known_mix_gives_the_answer_that_the_best_one_gives() {
        let plan = Plan::read(include_str!("../../examples/mvp.json")).unwrap();
        let compiled = plan.compiled();
        let base = Base::new(compiled, &mut |_| ControlFlow::Continue(())).unwrap();
        let ground = Ground::new(compiled, &base, 1_000_000);
        let mut others = 0;
        for input in 0..compiled.inputs.len() {
            let Some(scan) = Scan::new(compiled, input) else { continue };
            let mut unwatched = |_| ControlFlow::Continue(());
            let mut looks = ground.looks(&mut unwatched);
            for value in scan.values.iter().step_by(5) {
                looks.set(input, *value);
                let is_other = looks.is_other().unwrap();
                let mut unwatched = |_| ControlFlow::Continue(());
                let mut fresh = ground.looks(&mut unwatched);
                fresh.set(input, *value);
                assert_eq!(is_other, fresh.look().unwrap().answer != ground.answer);
                others += usize::from(is_other);
            }
        }
        assert!(others > 20);
    }
}
