//! The lives to choose from: the person, every pursuit at the levels that are wanted, and what a
//! mix of them takes and gives.

use super::contributions::{Baseline, Valued};
use super::mix::{Mix, Pick, Ways};
use super::parts::{Parts, PursuitParts, Varying};
use super::preferences::Preferences;
use super::profile::Profile;
use super::pursuit::{Pursuit, Room};
use super::row::{Row, merged as merged_of};
use super::states::AwardRoom;
use super::values::Values;
use crate::lanes::Lanes;
use crate::plan::{Program, PursuitProgram};
use crate::wide::in_lanes;

/// At which levels pursuits are wanted.
#[derive(Debug, Clone)]
pub(crate) struct Menu {
    /// Those of the pursuit, then others.
    pub(crate) levels: Vec<f64>,
    /// Which ways to do it are computed, by [`Pick::index`].
    wanted: Vec<bool>,
}

impl Menu {
    /// Every way to do a pursuit at its own levels.
    pub(crate) fn of(pursuit: &PursuitProgram) -> Self {
        let picks = pursuit.levels.iter().flat_map(|_| [pursuit.award.is_some(), true]);
        Self { levels: pursuit.levels.clone(), wanted: picks.collect() }
    }

    /// The same levels, none of them wanted yet.
    pub(crate) fn nothing_of(pursuit: &PursuitProgram) -> Self {
        let wanted = vec![false; 2 * pursuit.levels.len()];
        Self { levels: pursuit.levels.clone(), wanted }
    }

    /// Wants none of them any more.
    pub(crate) fn want_nothing(&mut self) {
        self.wanted.fill(false);
    }

    /// Wants one way more.
    pub(crate) fn want(&mut self, pick: Pick) {
        if let Some(wanted) = self.wanted.get_mut(pick.index()) {
            *wanted = true;
        }
    }

    /// Adds a level, of which nothing is wanted yet; its place is given.
    pub(crate) fn add(&mut self, level: f64) -> usize {
        self.levels.push(level);
        self.wanted.extend([false, false]);
        self.levels.len() - 1
    }

    /// The level of a way.
    #[inline(always)]
    fn level<const W: usize>(&self, at: usize) -> Lanes<W> {
        Lanes::all(self.levels.get(at / 2).copied().unwrap_or(1.0))
    }

    /// The ways that are computed.
    pub(crate) fn picks(&self) -> impl Iterator<Item = Pick> + '_ {
        let wanted = self.wanted.iter().enumerate().filter(|(_, wanted)| **wanted);
        wanted.map(|(at, _)| Pick { level: at / 2, is_whole: at % 2 == 1 })
    }
}

/// One pursuit at the levels that are wanted.
#[derive(Debug, Clone)]
pub(crate) struct Outcome<const W: usize> {
    /// The life without it: what is done of it anyway.
    pub(crate) without: Profile<W>,
    /// Whether that is nothing.
    is_nothing: bool,
    /// By [`Pick::index`]; those that are not wanted are empty.
    profiles: Vec<Profile<W>>,
    room: Room<W>,
    award_room: AwardRoom<W>,
    /// What it was filled from last, where somebody asks whether that has changed.
    seen: Vec<u64>,
}

impl<const W: usize> Outcome<W> {
    /// Room for the ways on a menu.
    fn empty(menu: &Menu) -> Self {
        Self {
            without: Profile::default(),
            is_nothing: true,
            profiles: vec![Profile::default(); menu.wanted.len()],
            room: Room::EMPTY,
            award_room: AwardRoom::EMPTY,
            seen: Vec::new(),
        }
    }

    /// Whether nothing is done of it anyway.
    pub(crate) fn is_nothing(&self) -> bool {
        self.is_nothing
    }

    /// `which` says what may differ from before; all of it where it does not.
    #[inline(always)]
    fn fill(
        &mut self,
        program: &PursuitProgram,
        menu: &Menu,
        person: &Preferences<W>,
        values: Values<'_, W>,
        which: Option<&PursuitParts>,
    ) {
        let pursuit = Pursuit::new(program, person, values, &mut self.room, which);
        let anyway = values.get(program.anyway);
        self.is_nothing = anyway.all_are(|anyway| anyway <= 0.0);
        if self.is_nothing {
            self.without.fill_with_nothing();
        } else {
            self.without.fill_with_work(&pursuit, anyway);
        }
        let years = person.years.count();
        for (at, profile) in self.profiles.iter_mut().enumerate() {
            if !menu.wanted.get(at).is_some_and(|wanted| *wanted) {
                continue;
            }
            // What is done anyway is done at any level.
            let level = menu.level(at).max(anyway);
            match &program.award {
                Some(award) if at % 2 == 1 => {
                    let room = &mut self.award_room;
                    profile.fill_with_award(&pursuit, award, person, level, &self.without, room);
                }
                Some(_) => profile.fill_with_work_instead(&pursuit, level, &self.without, years),
                None => profile.fill_with_work(&pursuit, level),
            }
        }
    }

    /// The same where only some parts differ from before, and hours do not: it has no award then.
    #[inline(always)]
    fn change(
        &mut self,
        program: &PursuitProgram,
        menu: &Menu,
        person: &Preferences<W>,
        values: Values<'_, W>,
        which: &PursuitParts,
    ) {
        let pursuit = Pursuit::changed(program, person, values, &mut self.room, which);
        let anyway = values.get(program.anyway);
        if !self.is_nothing {
            self.without.change_work(&pursuit, anyway, which.parts);
        }
        for (at, profile) in self.profiles.iter_mut().enumerate() {
            if menu.wanted.get(at).is_some_and(|wanted| *wanted) {
                profile.change_work(&pursuit, menu.level(at).max(anyway), which.parts);
            }
        }
    }

    /// The profile of one way to do it.
    // INVARIANT: only ways that the menu wants are asked for.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    #[inline(always)]
    pub(crate) fn profile(&self, pick: Pick) -> &Profile<W> {
        &self.profiles[pick.index()]
    }
}

/// A person and their pursuits at the values of some scenarios.
#[derive(Debug, Clone)]
pub(crate) struct Lives<const W: usize> {
    pub(crate) person: Preferences<W>,
    pub(crate) pursuits: Vec<Outcome<W>>,
    /// The life without any.
    pub(crate) baseline: Baseline<W>,
    /// Room to merge it in.
    merged: Vec<Row<W>>,
}

impl<const W: usize> Lives<W> {
    /// The person and all pursuits of a plan at the levels that are wanted, for some scenarios at
    /// once. `values` holds one entry per value of the plan.
    pub(crate) fn new(program: &Program, menus: &[Menu], values: &[Lanes<W>]) -> Self {
        let person = Preferences::new(&program.person, &program.assumptions, Values(values));
        let pursuits = menus.iter().map(Outcome::empty).collect();
        let mut lives = Self { person, pursuits, baseline: Baseline::EMPTY, merged: Vec::new() };
        lives.fill(program, menus, values, None);
        lives
    }

    /// The same at other values, of which only those may differ from before that `varying` says; all
    /// of them where it does not.
    #[inline(never)]
    pub(crate) fn fill(
        &mut self,
        program: &Program,
        menus: &[Menu],
        values: &[Lanes<W>],
        varying: Option<&Varying>,
    ) {
        in_lanes::<W, _>(
            #[inline(always)]
            || {
                let values = Values(values);
                if varying.is_none_or(|own| own.person) {
                    self.person.change(&program.person, &program.assumptions, values);
                }
                for (index, own) in self.pursuits.iter_mut().enumerate() {
                    let all = (program.pursuits.get(index), menus.get(index));
                    let (Some(pursuit), Some(menu)) = all else { continue };
                    match varying.and_then(|own| own.pursuits.get(index)) {
                        Some(which) if !which.parts.any() => {}
                        Some(which) if !which.parts.hours => {
                            own.change(pursuit, menu, &self.person, values, which);
                        }
                        which => own.fill(pursuit, menu, &self.person, values, which),
                    }
                }
                if varying.is_none_or(Varying::is_baseline_drawn) {
                    self.fill_baseline();
                }
            },
        );
    }

    #[inline(always)]
    fn fill_baseline(&mut self) {
        let Self { person, pursuits, baseline, merged } = self;
        let life = merged_of(profiles(pursuits, &Mix::NONE), merged, Parts::ALL);
        baseline.fill(person, life);
    }

    /// The life of a mix: the chosen profiles, and the life without each pursuit that is not chosen,
    /// merged in case order. `room` is for what has to be merged.
    #[inline(never)]
    pub(crate) fn life_in<'l>(&'l self, mix: &Mix, room: &'l mut Vec<Row<W>>) -> &'l [Row<W>] {
        in_lanes::<W, _>(
            #[inline(always)]
            || merged_of(profiles(&self.pursuits, mix), room, Parts::ALL),
        )
    }

    /// The same where it is known what it is merged of, for who uses the wide instructions already: those
    /// parts of it. The room has the others already.
    #[inline(always)]
    pub(crate) fn merge_in<'l>(
        &'l self,
        ways: &Ways,
        room: &'l mut Vec<Row<W>>,
        which: Parts,
    ) -> &'l [Row<W>] {
        let profiles = ways.all.iter().filter_map(|(index, pick)| {
            let own = self.pursuits.get(*index)?;
            Some(pick.map_or(&own.without, |pick| own.profile(pick)).rows.as_slice())
        });
        merged_of(profiles, room, which)
    }

    /// What a mix is worth, part by part.
    pub(crate) fn valued(&self, mix: &Mix) -> Valued<W> {
        if *mix == Mix::NONE {
            return Valued::nothing(&self.person);
        }
        self.valued_life(self.life_in(mix, &mut Vec::new()))
    }

    /// What a life is worth, part by part.
    #[inline(never)]
    pub(crate) fn valued_life(&self, life: &[Row<W>]) -> Valued<W> {
        in_lanes::<W, _>(
            #[inline(always)]
            || Valued::new(&self.person, &self.baseline, life, |_| {}),
        )
    }

    /// The worth of a mix, in points.
    pub(crate) fn worth(&self, mix: &Mix) -> Lanes<W> {
        self.valued(mix).worth()
    }

    /// Lane by lane, whether a life of these rows fits: its busiest year is within what the person
    /// can give, or no busier than the life without any.
    #[inline(always)]
    pub(crate) fn fits(&self, busiest_hours: Lanes<W>) -> [bool; W] {
        let most = self.person.most_hours.max(self.baseline.busiest_hours);
        let mut fits = [false; W];
        for (fits, (hours, most)) in fits.iter_mut().zip(busiest_hours.0.iter().zip(most.0)) {
            *fits = *hours <= most + FIT_TOLERANCE;
        }
        fits
    }
}

/// What the life of a mix is merged of.
#[inline(always)]
fn profiles<'l, const W: usize>(
    pursuits: &'l [Outcome<W>],
    mix: &Mix,
) -> impl Iterator<Item = &'l [Row<W>]> + Clone {
    let all = pursuits.iter().enumerate();
    all.filter_map(|(index, own)| match mix.get(index) {
        Some(pick) => Some(own.profile(pick).rows.as_slice()),
        None if own.is_nothing => None,
        None => Some(own.without.rows.as_slice()),
    })
}

impl Lives<1> {
    /// The same as [`fill`](Self::fill), where most values are often those of the last time: a pursuit
    /// that none of its own have changed of is left as it is.
    pub(crate) fn refill(&mut self, program: &Program, menus: &[Menu], values: &[Lanes<1>]) {
        let values = Values(values);
        self.person.change(&program.person, &program.assumptions, values);
        let all = self.pursuits.iter_mut().zip(program.pursuits.iter().zip(menus));
        for (own, (pursuit, menu)) in all {
            if own.has_changed(pursuit, &self.person, values) {
                own.fill(pursuit, menu, &self.person, values, None);
            }
        }
        self.fill_baseline();
    }
}

impl Lives<1> {
    /// The pursuits as somebody of this autonomy has them.
    pub(super) fn refill_at(
        &mut self,
        program: &Program,
        menus: &[Menu],
        values: &[Lanes<1>],
        autonomy: Lanes<1>,
    ) {
        self.person.autonomy = autonomy;
        let all = self.pursuits.iter_mut().zip(program.pursuits.iter().zip(menus));
        all.for_each(|(own, (pursuit, menu))| {
            own.fill(pursuit, menu, &self.person, Values(values), None);
        });
        self.fill_baseline();
    }

    /// Another person, among pursuits that stay.
    pub(super) fn change_person(&mut self, program: &Program, values: &[Lanes<1>]) {
        self.person.change(&program.person, &program.assumptions, Values(values));
    }

    /// The life without any, where it is known already.
    pub(super) fn set_baseline(&mut self, life: &[Row<1>]) {
        self.baseline.fill(&self.person, life);
    }
}

impl Outcome<1> {
    /// Takes note of all that a pursuit is filled from, and says whether it is another than before.
    fn has_changed(
        &mut self,
        program: &PursuitProgram,
        person: &Preferences<1>,
        values: Values<'_, 1>,
    ) -> bool {
        let of_person = [person.autonomy, person.returns_to_effort, person.drawback_share];
        let years = &person.years.weights;
        let count = program.inputs.len() + of_person.len() + years.len();
        let mut has_changed = self.seen.len() != count;
        self.seen.resize(count, 0);
        let mut note = |(seen, value): (&mut u64, Lanes<1>)| {
            let value = value.first().to_bits();
            has_changed |= *seen != value;
            *seen = value;
        };
        let (inputs, others) = self.seen.split_at_mut(program.inputs.len());
        let of_inputs = program.inputs.iter().map(|id| values.get(*id));
        inputs.iter_mut().zip(of_inputs).for_each(&mut note);
        let of_others = of_person.into_iter().chain(years.iter().copied());
        others.iter_mut().zip(of_others).for_each(note);
        has_changed
    }
}

/// Hours by which a mix may exceed what the person can give, for rounding.
pub(super) const FIT_TOLERANCE: f64 = 1e-9;
