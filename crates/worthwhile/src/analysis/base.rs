//! The base case, every input at its mean: which plans it chooses, and its verdicts.

use super::verdict::Verdict;
use super::workers::Tick;
use crate::error::Error;
use crate::lanes::Lanes;
use crate::limits::MAX_MIXES;
use crate::plan::Compiled;
use crate::problem::{Code, Problem};
use crate::worth::{
    Best, FoundFor, Limit, Lives, Menu, Mix, Pick, Room, Search, SearchEnded, TIE, Valuation,
};

/// The pursuit in question.
pub(super) const ASKED: usize = 0;

/// The base case, computed.
#[derive(Debug)]
pub(crate) struct Base {
    pub(crate) lives: Lives<1>,
    pub(crate) best: Mix,
    pub(crate) places: Vec<Place>,
    /// The best mix with all of the pursuit in question; none where that does not fit.
    pub(crate) as_planned: Option<Mix>,
}

/// One pursuit's place among the others.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) verdict: Verdict,
    /// Whether it fits at any level, with its award if it has one.
    pub(crate) fits: bool,
    /// The best mix with it, with its award if it has one; it alone at its lowest level where it
    /// fits at none.
    pub(crate) with: Valuation,
    /// The best mix without it or, where it has an award, without that.
    pub(crate) without: Valuation,
    /// The best mix without any of it.
    pub(crate) without_any: Valuation,
    /// The best mix with its work, without the award; none where it has none or that does not fit.
    pub(crate) work: Option<Valuation>,
}

impl Place {
    /// How it is done in the plan with it.
    pub(crate) fn pick(&self, index: usize) -> Pick {
        self.with.mix.get(index).unwrap_or(Pick::whole(0))
    }
}

/// The menus of all pursuits at their own levels.
pub(crate) fn menus(compiled: &Compiled) -> Vec<Menu> {
    compiled.program.pursuits.iter().map(Menu::of).collect()
}

/// The means of all values, in lanes.
pub(crate) fn at_means<const W: usize>(compiled: &Compiled) -> Vec<Lanes<W>> {
    compiled.means.iter().map(|mean| Lanes::all(*mean)).collect()
}

/// The search among some lives, where every way on the menus is allowed.
pub(crate) fn search<'s>(
    compiled: &'s Compiled,
    menus: &[Menu],
    lives: &'s Lives<1>,
) -> Search<'s> {
    let picks = menus.iter().map(|menu| menu.picks().collect()).collect();
    Search { lives, either_or: &compiled.program.either_or, picks, room: Room::default() }
}

impl Base {
    /// # Errors
    /// `too_many_mixes` where the search would take too long, and that somebody stopped it.
    pub(crate) fn new(compiled: &Compiled, tick: &mut Tick<'_>) -> Result<Self, Error> {
        let menus = menus(compiled);
        let lives = Lives::new(&compiled.program, &menus, &at_means::<1>(compiled));
        let mut search = search(compiled, &menus, &lives);
        let found = search.all(&mut Limit { mixes: MAX_MIXES, tick }).map_err(ended)?;
        let best = found.best.mix;
        let places = found.pursuits.iter().enumerate();
        let places = places.map(|(index, own)| place(&search, &best, index, own)).collect();
        let as_planned = planned(compiled, &mut search, tick)?;
        drop(search);
        Ok(Self { lives, best, places, as_planned })
    }
}

/// The best mix with all of the pursuit in question, with its award if it has one; none where it does
/// not fit.
fn planned(
    compiled: &Compiled,
    search: &mut Search<'_>,
    tick: &mut Tick<'_>,
) -> Result<Option<Mix>, Error> {
    let levels = compiled.program.pursuits.get(ASKED).map_or(&[][..], |own| &own.levels);
    let all_of_it = levels.iter().position(|level| (level - 1.0).abs() <= 0.0);
    match all_of_it {
        Some(level) => held_at(search, ASKED, Pick::whole(level), tick),
        None => Ok(None),
    }
}

/// The best mix with a pursuit done in one way; none where it does not fit.
pub(super) fn held_at(
    search: &mut Search<'_>,
    index: usize,
    pick: Pick,
    tick: &mut Tick<'_>,
) -> Result<Option<Mix>, Error> {
    let allowed = search.picks.get_mut(index).map(|own| std::mem::replace(own, vec![pick]));
    let found = search.with(index, &mut Limit { mixes: MAX_MIXES, tick });
    if let (Some(own), Some(allowed)) = (search.picks.get_mut(index), allowed) {
        *own = allowed;
    }
    Ok(found.map_err(ended)?.map(|own| own.mix))
}

fn place(search: &Search<'_>, best: &Mix, index: usize, found: &FoundFor) -> Place {
    let (picks, alone) = (search.picks_of(index), |pick| search.worth_alone(index, pick));
    let [with, without, without_any] = plans(picks, index, found, alone);
    let fits = |pick| search.fits(&Mix::only(index, pick));
    Place {
        verdict: verdict(picks, best.get(index), fits, alone),
        fits: found.with.is_some(),
        with,
        without,
        without_any,
        work: found.work,
    }
}

/// The plans with a pursuit, without it and without any of it, with something in the place of what
/// was not found. `alone` says what a way to do it is worth alone.
pub(super) fn plans(
    picks: &[Pick],
    index: usize,
    found: &FoundFor,
    alone: impl FnOnce(Pick) -> f64,
) -> [Valuation; 3] {
    let none = Valuation { mix: Mix::NONE, worth: 0.0 };
    let stand_in = || {
        let lowest = picks.iter().copied().find(|pick| pick.is_whole);
        let pick = lowest.unwrap_or(Pick::whole(0));
        Valuation { mix: Mix::only(index, pick), worth: alone(pick) }
    };
    let with = found.with.unwrap_or_else(stand_in);
    [with, found.without.unwrap_or(none), found.without_any.unwrap_or(none)]
}

/// The verdict on a pursuit that the best mix has so, or not, by which ways to do it fit and what each is
/// worth alone.
pub(super) fn verdict(
    picks: &[Pick],
    in_best_mix: Option<Pick>,
    fits: impl Fn(Pick) -> bool,
    alone: impl Fn(Pick) -> f64,
) -> Verdict {
    let fitting = || picks.iter().copied().filter(|pick| fits(*pick));
    let is_nothing = || fitting().all(|pick| alone(pick) <= TIE);
    judged(in_best_mix, || fitting().any(|pick| pick.is_whole), is_nothing)
}

/// The verdict on a pursuit by how the best mix has it, whether it fits, and whether it is worth nothing alone.
pub(super) fn judged(
    in_best_mix: Option<Pick>,
    fits: impl FnOnce() -> bool,
    is_nothing: impl FnOnce() -> bool,
) -> Verdict {
    match in_best_mix {
        Some(pick) if pick.is_whole => Verdict::WorthIt,
        Some(_) => Verdict::WithoutTheAward,
        None if !fits() => Verdict::NotFeasible,
        None if is_nothing() => Verdict::NotWorthIt,
        None => Verdict::BetterElsewhere,
    }
}

/// How much of a pursuit is done: its level, or what is done anyway if that is more.
pub(super) fn done(menu: Option<&Menu>, pick: Pick, anyway: f64) -> f64 {
    let level = menu.and_then(|menu| menu.levels.get(pick.level));
    level.copied().unwrap_or(1.0).max(anyway)
}

/// The best of some mixes that are valued, among those that `takes` takes.
pub(super) fn best_of(
    all: impl Iterator<Item = Valuation>,
    takes: impl Fn(&Mix) -> bool,
) -> Option<Valuation> {
    Best::of(all.filter(|one| takes(&one.mix))).chosen()
}

pub(super) fn ended(why: SearchEnded) -> Error {
    match why {
        SearchEnded::Stopped => Error::stopped(),
        SearchEnded::TooManyMixes => too_many_mixes(),
    }
}

pub(super) fn too_many_mixes() -> Error {
    let message = format!("the best mix was not found within {MAX_MIXES} mixes");
    let help = "remove the pursuits that you would not choose anyway";
    let path = "/pursuits".to_owned();
    Error::invalid(vec![Problem::new(path, Code::TooManyMixes, message).with_help(help)])
}
