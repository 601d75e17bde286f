//! One pursuit, whatever the level: what its regimes take in each year at level 1, what its
//! benefits could give, and how its amount of effort follows the level.

use super::load::{Load, Regime, WEEKS_A_YEAR, bother, load, span};
use super::parts::{GiftParts, Parts, PursuitParts};
use super::power::Power;
use super::preferences::Preferences;
use super::values::Values;
use crate::case::{During, Motive};
use crate::lanes::Lanes;
use crate::plan::{BenefitProgram, PursuitProgram};

/// No amount of effort counts for more than this many times the usual one.
const MOST_EFFORT: f64 = 1.5;

/// One for each motive that benefits serve by their category: all but income.
pub(crate) type Served<T> = [T; Motive::SERVED.len()];

/// What one benefit could give in one year.
#[derive(Debug, Clone, Copy)]
struct Gift<const W: usize> {
    /// strength/10, and e = chance * product of its conditions * share[t]
    strength: Lanes<W>,
    chance: Lanes<W>,
    /// money_per_year * e
    money: Lanes<W>,
}

impl<const W: usize> Gift<W> {
    #[inline(always)]
    fn new(benefit: &BenefitProgram, values: Values<'_, W>, year: usize) -> Self {
        let chance = effective_chance(benefit, values, year);
        Self { strength: strength(benefit, values), chance, money: money(benefit, values, chance) }
    }

    /// Works out anew what may differ.
    #[inline(always)]
    fn change(
        &mut self,
        benefit: &BenefitProgram,
        values: Values<'_, W>,
        year: usize,
        which: GiftParts,
    ) {
        if which.strength {
            self.strength = strength(benefit, values);
        }
        if which.chance {
            self.chance = effective_chance(benefit, values, year);
        }
        if which.money {
            self.money = money(benefit, values, self.chance);
        }
    }
}

/// What effort of some amount gives in one year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given<const W: usize> {
    /// u[m] for all motives but income.
    pub(super) unmet: Served<Lanes<W>>,
    /// Money a year.
    pub(super) earnings: Lanes<W>,
}

impl<const W: usize> Given<W> {
    pub(super) const NOTHING: Self = Self { unmet: [Lanes::ONE; 7], earnings: Lanes::ZERO };
}

/// What is worked out of a pursuit year by year. It is filled again and again.
#[derive(Debug, Clone)]
pub(super) struct Room<const W: usize> {
    /// For each year, or once where all years are alike: the regimes, then effort[t] of each.
    loads: Vec<[Load<W>; 3]>,
    efforts: Vec<[Lanes<W>; 3]>,
    /// Those of all benefits, year after year.
    gifts: Vec<Gift<W>>,
    benefits: usize,
    /// What each drawback of the work itself takes of v at level 1, year after year.
    bothers: Vec<Lanes<W>>,
    drawbacks: usize,
    /// own[r] / usual[pursuing], and own[r] / usual[r]
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
    #[inline(always)]
    pub(super) fn new(
        program: &'p PursuitProgram,
        person: &Preferences<W>,
        values: Values<'p, W>,
        room: &'p mut Room<W>,
    ) -> Self {
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

    /// How many rows of years it has: one where all years are alike.
    #[inline(always)]
    pub(super) fn rows(&self) -> usize {
        self.room.loads.len()
    }

    /// What a regime takes in a year at level 1.
    #[inline(always)]
    pub(super) fn load_of(&self, regime: Regime, row: usize) -> Load<W> {
        let loads = self.room.loads.get(row).and_then(|loads| loads.get(regime as usize));
        loads.copied().unwrap_or(Load::NONE)
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

    /// What effort gives in a year, without and with the award, where `returns` is q^rho: those parts of
    /// it that are wanted.
    #[inline(always)]
    pub(super) fn given(&self, returns: Lanes<W>, row: usize, which: Parts) -> [Given<W>; 2] {
        let mut without = Given::NOTHING;
        let mut with = Given::NOTHING;
        let mut gifts = self.room.gifts.iter().skip(row * self.room.benefits);
        for category in &self.program.categories {
            let mut largest = Lanes::ZERO;
            let mut largest_of_award = Lanes::ZERO;
            for (benefit, gift) in category.benefits.iter().zip(&mut gifts) {
                if which.unmet && benefit.needs_award() {
                    largest_of_award = largest_of_award.max(gift.strength * gift.chance);
                } else if which.unmet {
                    let strength = (gift.strength * returns).min(Lanes::ONE);
                    largest = largest.max(strength * gift.chance);
                }
                if which.money && benefit.needs_award() {
                    with.earnings += gift.money;
                } else if which.money {
                    without.earnings += gift.money * returns;
                }
            }
            if !which.unmet {
                continue;
            }
            let largest_with = largest.max(largest_of_award);
            for (motive, serves) in category.serves.iter().enumerate() {
                let Some(serves) = serves.map(|serves| self.values.get(serves)) else { continue };
                scale(&mut without.unmet, motive, unmet_share(serves, largest));
                scale(&mut with.unmet, motive, unmet_share(serves, largest_with));
            }
        }
        with.earnings += without.earnings;
        [without, with]
    }
}

impl<const W: usize> Room<W> {
    pub(super) const EMPTY: Self = Self {
        loads: Vec::new(),
        efforts: Vec::new(),
        gifts: Vec::new(),
        benefits: 0,
        bothers: Vec::new(),
        drawbacks: 0,
        amounts: [Lanes::ONE; 3],
        parts_of_usual: [Lanes::ONE; 3],
    };

    #[inline(always)]
    fn fill(&mut self, program: &PursuitProgram, person: &Preferences<W>, values: Values<'_, W>) {
        let years =
            if is_even(program, values, person.years.count()) { 1 } else { person.years.count() };
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
        for ((amount, part), (own, usual)) in amounts.zip(own.iter().zip(&usual)) {
            *amount = quotient(*own, usual_pursuing);
            *part = quotient(*own, *usual);
        }
        self.loads.clear();
        self.efforts.clear();
        self.gifts.clear();
        self.bothers.clear();
        for year in 0..years {
            let loads = load(program, person, values, year);
            let mut efforts = [Lanes::ONE; 3];
            for ((effort, load), own) in efforts.iter_mut().zip(&loads).zip(&own) {
                // Two sums of the same hours differ in their last digits: no year has more than all.
                let whole = *own * (1.0 / WEEKS_A_YEAR);
                *effort = quotient(load.effort_hours, whole).min(Lanes::ONE);
            }
            self.loads.push(loads);
            self.efforts.push(efforts);
            self.add_gifts(program, values, year);
            self.add_bothers(program, person, values, year);
        }
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
        let PursuitParts { parts, gifts, .. } = which;
        if parts.ease || parts.money {
            for (year, own) in self.loads.iter_mut().enumerate() {
                let new = load(program, person, values, year);
                for (own, new) in own.iter_mut().zip(new) {
                    (own.spending, own.ease_of_award) = (new.spending, new.ease_of_award);
                }
            }
        }
        if parts.ease {
            self.bothers.clear();
            let years = self.loads.len();
            (0..years).for_each(|year| self.add_bothers(program, person, values, year));
        }
        for (year, own) in self.gifts.chunks_mut(self.benefits.max(1)).enumerate() {
            let benefits = program.categories.iter().flat_map(|own| &own.benefits);
            for ((benefit, which), own) in benefits.zip(gifts).zip(own) {
                own.change(benefit, values, year, *which);
            }
        }
    }

    #[inline(always)]
    fn add_gifts(&mut self, program: &PursuitProgram, values: Values<'_, W>, year: usize) {
        self.benefits = 0;
        for category in &program.categories {
            for benefit in &category.benefits {
                self.gifts.push(Gift::new(benefit, values, year));
                self.benefits += 1;
            }
        }
    }

    #[inline(always)]
    fn add_bothers(
        &mut self,
        program: &PursuitProgram,
        person: &Preferences<W>,
        values: Values<'_, W>,
        year: usize,
    ) {
        self.drawbacks = 0;
        for drawback in program.drawbacks.iter().filter(|own| own.during == During::Always) {
            self.bothers.push(bother(drawback, person, values, year));
            self.drawbacks += 1;
        }
    }
}

/// strength/10
#[inline(always)]
fn strength<const W: usize>(benefit: &BenefitProgram, values: Values<'_, W>) -> Lanes<W> {
    values.get(benefit.numbers.strength) * 0.1
}

/// money_per_year * e
#[inline(always)]
fn money<const W: usize>(
    benefit: &BenefitProgram,
    values: Values<'_, W>,
    chance: Lanes<W>,
) -> Lanes<W> {
    values.get(benefit.numbers.money_per_year) * chance
}

/// e = chance * product of its conditions * share[t]
#[inline(always)]
fn effective_chance<const W: usize>(
    benefit: &BenefitProgram,
    values: Values<'_, W>,
    year: usize,
) -> Lanes<W> {
    let mut chance = values.get(benefit.numbers.chance);
    for condition in &benefit.conditions {
        chance *= values.get(*condition);
    }
    match benefit.timing {
        Some(timing) => chance * span(timing, values).share(year),
        None => chance,
    }
}

/// What one category leaves unmet of a motive that it serves: 1 - serves * largest. Over categories
/// these shares multiply.
#[inline(always)]
fn unmet_share<const W: usize>(serves: Lanes<W>, largest: Lanes<W>) -> Lanes<W> {
    Lanes::ONE - serves * largest
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

#[inline(always)]
fn scale<const W: usize>(unmet: &mut Served<Lanes<W>>, motive: usize, by: Lanes<W>) {
    if let Some(own) = unmet.get_mut(motive) {
        *own *= by;
    }
}
