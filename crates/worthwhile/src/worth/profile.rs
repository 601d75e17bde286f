//! From a pursuit to its profile, and from profiles to that of a mix.

use super::preferences::Preferences;
use super::values::Values;
use crate::case::{During, Motive};
use crate::lanes::Lanes;
use crate::plan::{ActivityProgram, BenefitProgram, PursuitProgram};

pub(super) const WEEKS_A_YEAR: f64 = 52.0;

/// One for each motive that benefits serve by their category: all but income.
pub(crate) type Served<T> = [T; Motive::SERVED.len()];

/// An hour whose felt share is smaller is loved wholly: weights sum to 1 but for rounding.
const ROUNDING: f64 = 1e-12;
/// A regime with a smaller share of the time does not count for the peak.
const SHARE_THAT_COUNTS: f64 = 1e-9;

/// What a pursuit takes and gives in one of its regimes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Regime<const W: usize> {
    /// u[m] for all motives but income.
    pub(crate) unmet: Served<Lanes<W>>,
    /// h, l, f: hours a week, those without rest, those as felt.
    pub(crate) hours: Lanes<W>,
    pub(crate) loaded_hours: Lanes<W>,
    pub(crate) felt_hours: Lanes<W>,
    /// Money a year that benefits bring and that costs take.
    pub(crate) gained: Lanes<W>,
    pub(crate) spent: Lanes<W>,
}

/// What a pursuit or a mix takes and gives over the years ahead.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Profile<const W: usize> {
    /// u[m] for all motives but income.
    pub(crate) unmet: Served<Lanes<W>>,
    /// h, l, f: hours a week, those without rest, those as felt.
    pub(crate) hours: Lanes<W>,
    pub(crate) loaded_hours: Lanes<W>,
    pub(crate) felt_hours: Lanes<W>,
    /// Money a year, gains less costs.
    pub(crate) money: Lanes<W>,
    /// Hours a week in the regime that takes most.
    pub(crate) peak: Lanes<W>,
}

/// How an award comes and goes; nothing does where there is none.
#[derive(Debug, Clone, Copy)]
struct Chain<const W: usize> {
    /// hold[1]: 1 for one that is held today.
    today: Lanes<W>,
    /// p' and r'
    earns: Lanes<W>,
    renews: Lanes<W>,
}

/// A pursuit, computed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Outcome<const W: usize> {
    pub(crate) pursuing: Regime<W>,
    pub(crate) holding: Option<Regime<W>>,
    award: Chain<W>,
    /// s: the holding share.
    pub(crate) share: Lanes<W>,
    /// The chance to hold the award at some time.
    pub(crate) chance_ever: Lanes<W>,
    pub(crate) profile: Profile<W>,
}

impl<const W: usize> Regime<W> {
    const EMPTY: Self = Self {
        unmet: [Lanes::ONE; 7],
        hours: Lanes::ZERO,
        loaded_hours: Lanes::ZERO,
        felt_hours: Lanes::ZERO,
        gained: Lanes::ZERO,
        spent: Lanes::ZERO,
    };

    #[inline(always)]
    fn new(
        pursuit: &PursuitProgram,
        is_holding: bool,
        person: &Preferences<W>,
        values: Values<'_, W>,
    ) -> Self {
        let is_active = |during: During| match during {
            During::Always | During::Award => true,
            During::Pursuing => !is_holding,
            During::Holding => is_holding,
        };
        let mut regime = Self::EMPTY;
        for activity in pursuit.activities.iter().filter(|activity| is_active(activity.during)) {
            regime.add_activity(activity, person, values);
        }
        for category in &pursuit.categories {
            let mut largest = Lanes::ZERO;
            for benefit in &category.benefits {
                if benefit.needs_award && !is_holding {
                    continue;
                }
                let chance = effective_chance(benefit, person, values);
                largest = largest.max(values.get(benefit.numbers.strength) * 0.1 * chance);
                regime.gained += values.get(benefit.numbers.money_per_year) * chance;
            }
            for (unmet, serves) in regime.unmet.iter_mut().zip(category.serves) {
                if let Some(serves) = serves {
                    *unmet *= unmet_share(values.get(serves), largest);
                }
            }
        }
        for cost in pursuit.costs.iter().filter(|cost| is_active(cost.during)) {
            regime.spent += values.get(cost.numbers.money_per_year);
        }
        regime
    }

    #[inline(always)]
    fn add_activity(
        &mut self,
        activity: &ActivityProgram,
        person: &Preferences<W>,
        values: Values<'_, W>,
    ) {
        let yearly = values.get(activity.numbers.hours) * values.get(activity.per_year);
        let hours = yearly * (1.0 / WEEKS_A_YEAR);
        self.hours += hours;
        if activity.is_rest {
            return;
        }
        let joy = values.get(activity.numbers.enjoyability) * 0.1;
        self.loaded_hours += hours;
        let felt = (Lanes::ONE - joy * person.autonomy)
            .map(|share| if share > ROUNDING { share } else { 0.0 });
        self.felt_hours += hours * felt;
    }

    /// Money a year.
    #[inline(always)]
    pub(crate) fn money(&self) -> Lanes<W> {
        self.gained - self.spent
    }

    /// The regime as if it lasted all the time.
    #[inline(always)]
    pub(crate) fn profile(&self) -> Profile<W> {
        Profile {
            unmet: self.unmet,
            hours: self.hours,
            loaded_hours: self.loaded_hours,
            felt_hours: self.felt_hours,
            money: self.money(),
            peak: self.hours,
        }
    }
}

/// What one category leaves unmet of a motive that it serves: 1 - serves * largest. Over categories
/// these shares multiply.
#[inline(always)]
fn unmet_share<const W: usize>(serves: Lanes<W>, largest: Lanes<W>) -> Lanes<W> {
    Lanes::ONE - serves * largest
}

/// e = chance * product of the conditions * reach(delay)
#[inline(always)]
fn effective_chance<const W: usize>(
    benefit: &BenefitProgram,
    person: &Preferences<W>,
    values: Values<'_, W>,
) -> Lanes<W> {
    let mut chance = values.get(benefit.numbers.chance);
    for condition in &benefit.conditions {
        chance *= values.get(*condition);
    }
    match benefit.delay_years {
        Some(delay) => chance * person.reach(values.get(delay)),
        None => chance,
    }
}

impl<const W: usize> Outcome<W> {
    pub(crate) const EMPTY: Self = Self {
        pursuing: Regime::EMPTY,
        holding: None,
        award: Chain { today: Lanes::ZERO, earns: Lanes::ZERO, renews: Lanes::ZERO },
        share: Lanes::ZERO,
        chance_ever: Lanes::ZERO,
        profile: Profile::EMPTY,
    };

    #[inline(always)]
    pub(super) fn new(
        pursuit: &PursuitProgram,
        person: &Preferences<W>,
        values: Values<'_, W>,
    ) -> Self {
        let pursuing = Regime::new(pursuit, false, person, values);
        let Some(award) = &pursuit.award else {
            return Self { profile: pursuing.profile(), pursuing, ..Self::EMPTY };
        };
        let holding = Regime::new(pursuit, true, person, values);
        let earns = earned(values.get(award.numbers.chance_per_year), pursuing.loaded_hours);
        let renews = earned(values.get(award.numbers.renewal_chance), holding.loaded_hours);
        let years = person.discounts.len();
        let chance_ever = if award.is_held { Lanes::ONE } else { chance_in_years(earns, years) };
        let today = if award.is_held { Lanes::ONE } else { Lanes::ZERO };
        let award = Chain { today, earns, renews };
        let share = holding_share(person, award);
        let profile = Profile::of_regimes(&pursuing, &holding, share);
        Self { pursuing, holding: Some(holding), award, share, chance_ever, profile }
    }

    /// hold[t+1] for the years t = 1, 2, …
    #[inline(always)]
    pub(crate) fn hold(&self) -> impl Iterator<Item = Lanes<W>> {
        self.award.hold()
    }

    /// Loaded hours in the regime that takes most of them.
    #[inline(always)]
    pub(crate) fn peak_loaded_hours(&self) -> Lanes<W> {
        match &self.holding {
            Some(holding) => peak(self.pursuing.loaded_hours, holding.loaded_hours, self.share),
            None => self.pursuing.loaded_hours,
        }
    }
}

/// s: the mean over the years of hold[t+1].
#[inline(always)]
fn holding_share<const W: usize>(person: &Preferences<W>, award: Chain<W>) -> Lanes<W> {
    person.mean_over_years(award.hold())
}

/// p' and r': no contribution, no award.
#[inline(always)]
fn earned<const W: usize>(chance: Lanes<W>, loaded_hours: Lanes<W>) -> Lanes<W> {
    chance.with(loaded_hours, |chance, hours| if hours > 0.0 { chance } else { 0.0 })
}

impl<const W: usize> Chain<W> {
    /// hold[t+1] for t = 1, 2, …: hold[t+1] = hold[t] * r' + (1 - hold[t]) * p'
    #[inline(always)]
    fn hold(self) -> impl Iterator<Item = Lanes<W>> {
        let mut hold = self.today;
        std::iter::repeat_with(move || {
            hold = hold * self.renews + (Lanes::ONE - hold) * self.earns;
            hold
        })
    }
}

/// 1 - (1 - p')^H
#[inline(always)]
fn chance_in_years<const W: usize>(earns: Lanes<W>, years: usize) -> Lanes<W> {
    let mut never = Lanes::ONE;
    for _ in 0..years {
        never *= Lanes::ONE - earns;
    }
    Lanes::ONE - never
}

/// The larger of two regimes' hours, among those with a share of the time.
#[inline(always)]
fn peak<const W: usize>(pursuing: Lanes<W>, holding: Lanes<W>, share: Lanes<W>) -> Lanes<W> {
    let counted = |hours: Lanes<W>, share: Lanes<W>| {
        hours.with(share, |hours, share| if share > SHARE_THAT_COUNTS { hours } else { 0.0 })
    };
    counted(pursuing, Lanes::ONE - share).max(counted(holding, share))
}

impl<const W: usize> Profile<W> {
    /// "Keep your time": the identity of [`merge`](Self::merge).
    pub(crate) const EMPTY: Self = Self {
        unmet: [Lanes::ONE; 7],
        hours: Lanes::ZERO,
        loaded_hours: Lanes::ZERO,
        felt_hours: Lanes::ZERO,
        money: Lanes::ZERO,
        peak: Lanes::ZERO,
    };

    /// (1-s) * pursuing + s * holding
    #[inline(always)]
    fn of_regimes(pursuing: &Regime<W>, holding: &Regime<W>, share: Lanes<W>) -> Self {
        let rest = Lanes::ONE - share;
        let mean = |pursuing: Lanes<W>, holding: Lanes<W>| rest * pursuing + share * holding;
        let mut unmet = pursuing.unmet;
        for (unmet, holding) in unmet.iter_mut().zip(holding.unmet) {
            *unmet = mean(*unmet, holding);
        }
        Self {
            unmet,
            hours: mean(pursuing.hours, holding.hours),
            loaded_hours: mean(pursuing.loaded_hours, holding.loaded_hours),
            felt_hours: mean(pursuing.felt_hours, holding.felt_hours),
            money: mean(pursuing.money(), holding.money()),
            peak: peak(pursuing.hours, holding.hours, share),
        }
    }

    /// The profile of doing both: unmet shares multiply, the rest adds up.
    #[inline(always)]
    pub(crate) fn merge(&self, other: &Self) -> Self {
        let mut merged = *self;
        merged.add(other);
        merged
    }

    /// The same in place.
    #[inline(always)]
    pub(crate) fn add(&mut self, other: &Self) {
        for (unmet, other) in self.unmet.iter_mut().zip(&other.unmet) {
            *unmet *= *other;
        }
        self.hours += other.hours;
        self.loaded_hours += other.loaded_hours;
        self.felt_hours += other.felt_hours;
        self.money += other.money;
        self.peak += other.peak;
    }
}
