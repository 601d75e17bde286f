//! What the regimes of a pursuit take in a year at level 1.

use super::preferences::Preferences;
use super::values::Values;
use super::years::Span;
use crate::case::During;
use crate::lanes::Lanes;
use crate::plan::{ActivityProgram, DrawbackProgram, PursuitProgram, TimingProgram};

pub(super) const WEEKS_A_YEAR: f64 = 52.0;

/// A set of active items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Regime {
    /// What is there always.
    Work,
    /// That, what the award asks, and what comes while it is not held.
    Pursuing,
    /// That, what the award asks, and what comes while it is held.
    Holding,
}

impl Regime {
    pub(super) const ALL: [Self; 3] = [Self::Work, Self::Pursuing, Self::Holding];

    /// Those of a pursuit: without an award there is the work alone.
    #[inline(always)]
    pub(super) fn of(program: &PursuitProgram) -> &'static [Self] {
        if program.award.is_some() { &Self::ALL } else { &[Self::Work] }
    }

    #[inline(always)]
    pub(super) fn has(self, during: During) -> bool {
        match during {
            During::Always => true,
            During::Award => self != Self::Work,
            During::Pursuing => self == Self::Pursuing,
            During::Holding => self == Self::Holding,
        }
    }
}

/// What a regime takes in one year at level 1. At another level it is so many times as much.
#[derive(Debug, Clone, Copy)]
pub(super) struct Load<const W: usize> {
    /// Hours a week: all, without rest, and those without rest as felt.
    pub(super) hours: Lanes<W>,
    pub(super) loaded_hours: Lanes<W>,
    pub(super) felt_hours: Lanes<W>,
    /// Money a year.
    pub(super) spending: Lanes<W>,
    /// Hours a week that count as effort.
    pub(super) effort_hours: Lanes<W>,
    /// What the drawbacks that the award brings leave of v.
    pub(super) ease_of_award: Lanes<W>,
}

impl<const W: usize> Load<W> {
    pub(super) const NONE: Self = Self {
        hours: Lanes::ZERO,
        loaded_hours: Lanes::ZERO,
        felt_hours: Lanes::ZERO,
        spending: Lanes::ZERO,
        effort_hours: Lanes::ZERO,
        ease_of_award: Lanes::ONE,
    };
}

/// Puts there what each regime takes in a year at level 1, the work alone where there is room for one;
/// `year` is none where all years are alike.
#[inline(always)]
pub(super) fn put_loads<const W: usize>(
    loads: &mut [Load<W>],
    program: &PursuitProgram,
    person: &Preferences<W>,
    values: Values<'_, W>,
    year: Option<usize>,
) {
    loads.fill(Load::NONE);
    for activity in &program.activities {
        let own = activity_load(activity, person, values, year);
        for load in active(loads, activity.during) {
            load.hours += own.hours;
            load.loaded_hours += own.loaded_hours;
            load.felt_hours += own.felt_hours;
            load.effort_hours += own.effort_hours;
        }
    }
    for cost in &program.costs {
        let spending = share_of(values.get(cost.numbers.money_per_year), cost.timing, values, year);
        for load in active(loads, cost.during) {
            load.spending += spending;
        }
    }
    for drawback in program.drawbacks.iter().filter(|own| own.during != During::Always) {
        let bother = bother(drawback, person, values, year);
        for load in active(loads, drawback.during) {
            load.ease_of_award *= Lanes::ONE - bother;
        }
    }
}

/// The loads of the regimes in which something is active.
#[inline(always)]
fn active<const W: usize>(
    loads: &mut [Load<W>],
    during: During,
) -> impl Iterator<Item = &mut Load<W>> {
    let active = loads.iter_mut().zip(Regime::ALL).filter(move |(_, regime)| regime.has(during));
    active.map(|(load, _)| load)
}

/// What an activity takes in a year at level 1.
#[inline(always)]
fn activity_load<const W: usize>(
    activity: &ActivityProgram,
    person: &Preferences<W>,
    values: Values<'_, W>,
    year: Option<usize>,
) -> Load<W> {
    let yearly = values.get(activity.numbers.hours) * values.get(activity.per_year);
    let hours = share_of(yearly * (1.0 / WEEKS_A_YEAR), activity.timing, values, year);
    let effort_hours = if activity.is_effort { hours } else { Lanes::ZERO };
    if activity.is_rest {
        return Load { hours, effort_hours, ..Load::NONE };
    }
    let joy = values.get(activity.numbers.enjoyability) * 0.1;
    let felt_hours = hours * felt_share(joy, person.autonomy);
    Load { hours, loaded_hours: hours, felt_hours, effort_hours, ..Load::NONE }
}

/// 1 - enjoyability/10 * a, where a joyless hour takes 1 for a.
#[inline(always)]
fn felt_share<const W: usize>(joy: Lanes<W>, autonomy: Lanes<W>) -> Lanes<W> {
    let share = joy.with(autonomy, |joy, a| 1.0 - if joy < 0.0 { joy } else { joy * a });
    // Weights sum to 1 but for rounding: a loved hour is not felt as less than nothing.
    share.map(|share| if share > ROUNDING { share } else { 0.0 })
}

/// An hour whose felt share is smaller is loved wholly.
const ROUNDING: f64 = 1e-12;

/// drawback_points/100 * bother/10 * chance * share[t]
#[inline(always)]
pub(super) fn bother<const W: usize>(
    drawback: &DrawbackProgram,
    person: &Preferences<W>,
    values: Values<'_, W>,
    year: Option<usize>,
) -> Lanes<W> {
    let bother = values.get(drawback.numbers.bother) * 0.1;
    let chance = share_of(values.get(drawback.numbers.chance), drawback.timing, values, year);
    person.drawback_share * bother * chance
}

/// An amount times share[t], which is 1 where all years are alike and `year` is none.
#[inline(always)]
pub(super) fn share_of<const W: usize>(
    amount: Lanes<W>,
    timing: TimingProgram,
    values: Values<'_, W>,
    year: Option<usize>,
) -> Lanes<W> {
    match year {
        Some(year) => amount * span(timing, values).share(year),
        None => amount,
    }
}

#[inline(always)]
pub(super) fn span<const W: usize>(timing: TimingProgram, values: Values<'_, W>) -> Span<W> {
    Span {
        delay: values.get(timing.delay_years),
        lasts: timing.lasts_years.map(|lasts| values.get(lasts)),
    }
}
