//! One pursuit, whatever the level: what its regimes take in each year at level 1, what its
//! benefits could give, and how its amount of effort follows the level.

use super::gifts::{Gifts, Given, Served};
use super::load::{Load, Regime, WEEKS_A_YEAR, bother, put_loads, span};
use super::parts::PursuitParts;
use super::power::Power;
use super::preferences::Preferences;
use super::values::Values;
use crate::case::During;
use crate::lanes::Lanes;
use crate::plan::{AwardProgram, PursuitProgram};

/// No amount of effort counts for more than this many times the usual one.
const MOST_EFFORT: f64 = 1.5;

/// What is worked out of a pursuit year by year. It is filled again and again.
#[derive(Debug, Clone)]
pub(super) struct Room<const W: usize> {
    /// Whether all years are alike but for the award. It has one row then, else one for each year.
    is_even: Option<bool>,
    rows: usize,
    /// What each of its regimes takes, row after row.
    loads: Vec<Load<W>>,
    regimes: usize,
    /// effort[t] of each regime, where there is an award.
    efforts: Vec<[Lanes<W>; 3]>,
    gifts: Gifts<W>,
    /// What each drawback of the work itself takes of v at level 1, row after row.
    bothers: Vec<Lanes<W>>,
    drawbacks: usize,
    /// own[r] / usual[pursuing], and own[r] / usual[r] of those that go for the award.
    amounts: [Lanes<W>; 3],
    parts_of_usual: [Lanes<W>; 3],
}

/// A pursuit at the values of some scenarios.
pub(super) struct Pursuit<'p, const W: usize> {
    pub(super) program: &'p PursuitProgram,
    values: Values<'p, W>,
    returns_to_effort: Lanes<W>,
    room: &'p Room<W>,
}

impl<'p, const W: usize> Pursuit<'p, W> {
    /// `which` says what may differ from before; all of it where it does not.
    #[inline(always)]
    pub(super) fn new(
        program: &'p PursuitProgram,
        person: &Preferences<W>,
        values: Values<'p, W>,
        room: &'p mut Room<W>,
        which: Option<&PursuitParts>,
    ) -> Self {
        if room.is_even.is_none() || which.is_none_or(|which| which.timing) {
            room.is_even = Some(is_even(program, values, person.years.count()));
        }
        room.fill(program, person, values);
        Self { program, values, returns_to_effort: person.returns_to_effort, room }
    }

    /// The same where only some parts differ from before, and hours do not.
    #[inline(always)]
    pub(super) fn changed(
        program: &'p PursuitProgram,
        person: &Preferences<W>,
        values: Values<'p, W>,
        room: &'p mut Room<W>,
        which: &PursuitParts,
    ) -> Self {
        room.change(program, person, values, which);
        Self { program, values, returns_to_effort: person.returns_to_effort, room }
    }

    /// p and r of its award.
    #[inline(always)]
    pub(super) fn chances(&self, award: &AwardProgram) -> [Lanes<W>; 2] {
        let numbers = &award.numbers;
        [numbers.chance_per_year, numbers.renewal_chance].map(|id| self.values.get(id))
    }

    /// How many rows of years it has: one where all years are alike.
    #[inline(always)]
    pub(super) fn rows(&self) -> usize {
        self.room.rows
    }

    /// What a regime takes in a year at level 1.
    #[inline(always)]
    pub(super) fn load_of(&self, regime: Regime, row: usize) -> &Load<W> {
        const { assert!(W > 0) };
        let at = row * self.room.regimes + regime as usize;
        self.room.loads.get(at).unwrap_or(const { &Load::NONE })
    }

    /// effort[t]: what is active of the effort in a year.
    #[inline(always)]
    pub(super) fn effort(&self, regime: Regime, row: usize) -> Lanes<W> {
        self.room.efforts.get(row).map_or(Lanes::ONE, |efforts| get(efforts, regime as usize))
    }

    /// q[r] = min(1.5, x * own[r] / usual[pursuing])
    #[inline(always)]
    fn amount(&self, regime: Regime, level: Lanes<W>) -> Lanes<W> {
        (level * get(&self.room.amounts, regime as usize)).min(Lanes::all(MOST_EFFORT))
    }

    /// z[r] = min(1.5, x * own[r] / usual[r])
    #[inline(always)]
    pub(super) fn part_of_usual(&self, regime: Regime, level: Lanes<W>) -> Lanes<W> {
        (level * get(&self.room.parts_of_usual, regime as usize)).min(Lanes::all(MOST_EFFORT))
    }

    /// q^rho. `known` is the last one of this regime and level: mostly it is the same again.
    #[inline(always)]
    pub(super) fn returns(
        &self,
        regime: Regime,
        level: Lanes<W>,
        known: &mut Option<Power<W>>,
    ) -> Lanes<W> {
        Power::of(self.amount(regime, level), self.returns_to_effort, known)
    }

    /// v of the work itself: product of (1 - z * drawback_points/100 * bother/10 * chance *
    /// share[t]), z = min(1, x).
    #[inline(always)]
    pub(super) fn ease_of_work(&self, level: Lanes<W>, row: usize) -> Lanes<W> {
        let z = level.min(Lanes::ONE);
        let mut ease = Lanes::ONE;
        for bother in
            self.room.bothers.iter().skip(row * self.room.drawbacks).take(self.room.drawbacks)
        {
            ease *= Lanes::ONE - z * *bother;
        }
        ease
    }

    /// Puts there u[m] of the work in a year, where `returns` is q^rho.
    #[inline(always)]
    pub(super) fn put_unmet_by_work(
        &self,
        returns: Lanes<W>,
        row: usize,
        unmet: &mut Served<Lanes<W>>,
    ) {
        self.room.gifts.put_unmet_by_work(self.program, self.values, returns, row, unmet);
    }

    /// What the work earns in a year.
    #[inline(always)]
    pub(super) fn earnings_of_work(&self, returns: Lanes<W>, row: usize) -> Lanes<W> {
        self.room.gifts.earnings_of_work(returns, row)
    }

    /// Puts there what effort gives in a year, without and with the award.
    #[inline(always)]
    pub(super) fn put_given(&self, returns: Lanes<W>, row: usize, given: &mut [Given<W>; 2]) {
        self.room.gifts.put_given(self.program, self.values, returns, row, given);
    }
}

impl<const W: usize> Room<W> {
    pub(super) const EMPTY: Self = Self {
        is_even: None,
        rows: 0,
        loads: Vec::new(),
        regimes: 1,
        efforts: Vec::new(),
        gifts: Gifts::NONE,
        bothers: Vec::new(),
        drawbacks: 0,
        amounts: [Lanes::ONE; 3],
        parts_of_usual: [Lanes::ONE; 3],
    };

    /// The year of each row; none where all years are alike.
    #[inline(always)]
    fn years(&self) -> impl ExactSizeIterator<Item = Option<usize>> + use<W> {
        let is_even = self.is_even == Some(true);
        (0..self.rows).map(move |row| (!is_even).then_some(row))
    }

    #[inline(always)]
    fn fill(&mut self, program: &PursuitProgram, person: &Preferences<W>, values: Values<'_, W>) {
        self.rows = if self.is_even == Some(true) { 1 } else { person.years.count() };
        let regimes = Regime::of(program);
        self.regimes = regimes.len();
        let own = self.fill_amounts(program, values, regimes);
        self.loads.resize(self.rows * self.regimes, Load::NONE);
        self.efforts.clear();
        for (year, loads) in self.years().zip(self.loads.chunks_mut(self.regimes)) {
            put_loads(loads, program, person, values, year);
            if program.award.is_some() {
                self.efforts.push(efforts(loads, &own));
            }
        }
        self.gifts.fill(program, values, self.years());
        self.fill_bothers(program, person, values);
    }

    /// Works out amounts of effort in the unit of a usual one, and gives own[r].
    #[inline(always)]
    fn fill_amounts(
        &mut self,
        program: &PursuitProgram,
        values: Values<'_, W>,
        regimes: &[Regime],
    ) -> [Lanes<W>; 3] {
        let mut own = [Lanes::ZERO; 3];
        let mut usual = [Lanes::ZERO; 3];
        for activity in program.activities.iter().filter(|activity| activity.is_effort) {
            let hours = values.get(activity.numbers.hours);
            let own_hours = hours * values.get(activity.per_year);
            let usual_hours = hours * values.get(activity.usual_per_year);
            for (at, regime) in Regime::ALL.into_iter().enumerate() {
                if regime.has(activity.during) {
                    add(&mut own, at, own_hours);
                    add(&mut usual, at, usual_hours);
                }
            }
        }
        let [_, usual_pursuing, _] = usual;
        let amounts = self.amounts.iter_mut().zip(&mut self.parts_of_usual);
        let all = amounts.zip(own.iter().zip(&usual)).zip(regimes);
        for (((amount, part), (own, usual)), regime) in all {
            *amount = quotient(*own, usual_pursuing);
            if *regime != Regime::Work {
                *part = quotient(*own, *usual);
            }
        }
        own
    }

    /// Works out anew what may differ, where hours do not.
    #[inline(always)]
    fn change(
        &mut self,
        program: &PursuitProgram,
        person: &Preferences<W>,
        values: Values<'_, W>,
        which: &PursuitParts,
    ) {
        let PursuitParts { parts, costs, gifts, .. } = which;
        if parts.ease || *costs {
            for (year, loads) in self.years().zip(self.loads.chunks_mut(self.regimes)) {
                put_loads(loads, program, person, values, year);
            }
        }
        if parts.ease {
            self.fill_bothers(program, person, values);
        }
        let years = self.years();
        self.gifts.change(program, values, gifts, years);
    }

    #[inline(always)]
    fn fill_bothers(
        &mut self,
        program: &PursuitProgram,
        person: &Preferences<W>,
        values: Values<'_, W>,
    ) {
        self.bothers.clear();
        for year in self.years() {
            let of_work = program.drawbacks.iter().filter(|own| own.during == During::Always);
            for own in of_work {
                self.bothers.push(bother(own, person, values, year));
            }
        }
        self.drawbacks = self.bothers.len() / self.rows.max(1);
    }
}

/// effort[t] of each regime, of which `own` is what it takes in a whole year.
#[inline(always)]
fn efforts<const W: usize>(loads: &[Load<W>], own: &[Lanes<W>; 3]) -> [Lanes<W>; 3] {
    let mut efforts = [Lanes::ONE; 3];
    for ((effort, load), own) in efforts.iter_mut().zip(loads).zip(own) {
        // Two sums of the same hours differ in their last digits: no year has more than all.
        let whole = *own * (1.0 / WEEKS_A_YEAR);
        *effort = quotient(load.effort_hours, whole).min(Lanes::ONE);
    }
    efforts
}

/// Whether all years are alike but for the award.
#[inline(always)]
fn is_even<const W: usize>(program: &PursuitProgram, values: Values<'_, W>, years: usize) -> bool {
    let activities = program.activities.iter().map(|own| own.timing);
    let costs = program.costs.iter().map(|own| own.timing);
    let drawbacks = program.drawbacks.iter().map(|own| own.timing);
    let benefits = program.categories.iter().flat_map(|own| &own.benefits);
    let all = activities.chain(costs).chain(drawbacks);
    let mut all = all.chain(benefits.filter_map(|own| own.timing));
    all.all(|timing| span(timing, values).is_whole(years))
}

/// A quotient that is 1 where its divisor is 0: what takes nothing is taken at its word.
#[inline(always)]
fn quotient<const W: usize>(own: Lanes<W>, usual: Lanes<W>) -> Lanes<W> {
    own.with(usual, |own, usual| if usual > 0.0 { own / usual } else { 1.0 })
}

#[inline(always)]
fn get<const W: usize>(of: &[Lanes<W>; 3], at: usize) -> Lanes<W> {
    of.get(at).copied().unwrap_or(Lanes::ZERO)
}

#[inline(always)]
fn add<const W: usize>(to: &mut [Lanes<W>; 3], at: usize, what: Lanes<W>) {
    if let Some(own) = to.get_mut(at) {
        *own += what;
    }
}
