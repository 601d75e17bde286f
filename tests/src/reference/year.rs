//! One year of a pursuit.

use super::case::{Activity, Benefit, Case, During, Pursuit, SERVED};
use super::person;
use std::collections::BTreeSet;

/// The most that effort beyond the usual counts.
const MOST_EFFORT: f64 = 1.5;

/// Which of a pursuit's items are active.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Regime {
    /// The work itself, without the award.
    Work,
    Pursuing,
    Holding,
}

impl Regime {
    fn has(self, during: During) -> bool {
        match during {
            During::Always => true,
            During::Award => self != Self::Work,
            During::Pursuing => self == Self::Pursuing,
            During::Holding => self == Self::Holding,
        }
    }
}

/// What a year asks and gives.
#[derive(Clone, Copy)]
pub(super) struct Year {
    pub(super) unmet: [f64; SERVED],
    pub(super) ease: f64,
    /// Hours a week.
    pub(super) hours: f64,
    /// Hours a week that are not rest.
    pub(super) loaded: f64,
    pub(super) rest: f64,
    pub(super) felt: f64,
    pub(super) earnings: f64,
    pub(super) spending: f64,
}

impl Year {
    pub(super) const NOTHING: Self = Self {
        unmet: [1.0; SERVED],
        ease: 1.0,
        hours: 0.0,
        loaded: 0.0,
        rest: 0.0,
        felt: 0.0,
        earnings: 0.0,
        spending: 0.0,
    };

    pub(super) fn money(&self) -> f64 {
        self.earnings - self.spending
    }

    /// The year of doing both.
    pub(super) fn merge(&self, other: &Self) -> Self {
        let mut merged = *self;
        for m in 0..SERVED {
            merged.unmet[m] *= other.unmet[m];
        }
        merged.ease *= other.ease;
        merged.hours += other.hours;
        merged.loaded += other.loaded;
        merged.rest += other.rest;
        merged.felt += other.felt;
        merged.earnings += other.earnings;
        merged.spending += other.spending;
        merged
    }

    /// A year that is each of these with some chance.
    pub(super) fn expected(parts: &[(f64, Self)]) -> Self {
        let of = |figure: &dyn Fn(&Self) -> f64| {
            let mut sum = 0.0;
            for (chance, year) in parts {
                sum += chance * figure(year);
            }
            sum
        };
        Self {
            unmet: std::array::from_fn(|m| of(&|year| year.unmet[m])),
            ease: of(&|year| year.ease),
            hours: of(&|year| year.hours),
            loaded: of(&|year| year.loaded),
            rest: of(&|year| year.rest),
            felt: of(&|year| year.felt),
            earnings: of(&|year| year.earnings),
            spending: of(&|year| year.spending),
        }
    }
}

/// Year `t`, from 1, of a regime of which `level` is done; with what the award gives, or without.
pub(super) fn year(
    case: &Case,
    pursuit: &Pursuit,
    regime: Regime,
    level: f64,
    t: u32,
    gives_award: bool,
) -> Year {
    let mut year = Year::NOTHING;
    let a = person::autonomy(case);
    for activity in pursuit.activities.iter().filter(|activity| regime.has(activity.during)) {
        let share = pursuit.share(&activity.span, t);
        let weekly = level * activity.hours * activity.per_year() / 52.0 * share;
        year.hours += weekly;
        if activity.is_rest {
            year.rest += weekly;
        } else {
            year.loaded += weekly;
            let a = if activity.enjoyability < 0.0 { 1.0 } else { a };
            // Rounding must not make an hour felt less than nothing.
            year.felt += weekly * (1.0 - activity.enjoyability / 10.0 * a).max(0.0);
        }
    }
    for cost in pursuit.costs.iter().filter(|cost| regime.has(cost.during)) {
        year.spending += level * cost.money_per_year * pursuit.share(&cost.span, t);
    }
    for drawback in pursuit.drawbacks.iter().filter(|drawback| regime.has(drawback.during)) {
        let part = if drawback.during == During::Always { level.min(1.0) } else { 1.0 };
        let points = case.assumptions.drawback_points / 100.0;
        let share = pursuit.share(&drawback.span, t);
        year.ease *= 1.0 - part * points * drawback.bother / 10.0 * drawback.chance * share;
    }
    give(case, pursuit, amount(pursuit, regime, level), t, gives_award, &mut year);
    year
}

/// What effort of an amount gives in year `t`.
fn give(case: &Case, pursuit: &Pursuit, amount: f64, t: u32, gives_award: bool, year: &mut Year) {
    let returns = amount.powf(case.assumptions.returns_to_effort);
    let benefits: Vec<&Benefit> =
        pursuit.benefits.iter().filter(|benefit| gives_award || !benefit.requires_award).collect();
    let chance = |benefit: &Benefit| {
        let mut chance = benefit.chance;
        for name in &benefit.depends_on {
            chance *= case.person.conditions[name];
        }
        // What an award gives has neither delay nor end.
        if benefit.requires_award { chance } else { chance * pursuit.share(&benefit.span, t) }
    };
    let strength = |benefit: &Benefit| {
        let full = benefit.strength / 10.0;
        if benefit.requires_award { full } else { (full * returns).min(1.0) }
    };
    for benefit in &benefits {
        let part = if benefit.requires_award { 1.0 } else { returns };
        year.earnings += benefit.money_per_year * chance(benefit) * part;
    }
    let categories: BTreeSet<&str> = benefits.iter().map(|benefit| &*benefit.category).collect();
    for category in categories {
        let mut largest: f64 = 0.0;
        for benefit in benefits.iter().filter(|benefit| &*benefit.category == category) {
            largest = largest.max(strength(benefit) * chance(benefit));
        }
        // A category without a row serves nothing: a blank is 0.
        let row = case.assumptions.serves.get(category).copied().unwrap_or([0.0; SERVED]);
        for m in 0..SERVED {
            year.unmet[m] *= 1.0 - row[m] * largest;
        }
    }
}

/// The part of a year's loaded hours that its delays and ends leave.
pub(super) fn effort(pursuit: &Pursuit, regime: Regime, t: u32) -> f64 {
    let there = |activity: &Activity| activity.per_year() * pursuit.share(&activity.span, t);
    quotient(loaded(pursuit, regime, there), loaded(pursuit, regime, Activity::per_year))
}

/// The amount of effort that benefits go by: what is done, in the usual effort of pursuing.
fn amount(pursuit: &Pursuit, regime: Regime, level: f64) -> f64 {
    let own = loaded(pursuit, regime, Activity::per_year);
    let usual = loaded(pursuit, Regime::Pursuing, Activity::usual_per_year);
    (level * quotient(own, usual)).min(MOST_EFFORT)
}

/// How much of the usual effort of its own regime is done: what an award's chances go by.
pub(super) fn done(pursuit: &Pursuit, regime: Regime, level: f64) -> f64 {
    let own = loaded(pursuit, regime, Activity::per_year);
    let usual = loaded(pursuit, regime, Activity::usual_per_year);
    (level * quotient(own, usual)).min(MOST_EFFORT)
}

/// Hours a year of a regime that count as effort. Rest does where there is nothing but rest.
fn loaded(pursuit: &Pursuit, regime: Regime, per_year: impl Fn(&Activity) -> f64) -> f64 {
    let is_all_rest = pursuit.activities.iter().all(|activity| activity.is_rest);
    let mut hours = 0.0;
    for activity in &pursuit.activities {
        if regime.has(activity.during) && (is_all_rest || !activity.is_rest) {
            hours += activity.hours * per_year(activity);
        }
    }
    hours
}

/// What takes nothing is taken at its word.
fn quotient(of: f64, by: f64) -> f64 {
    if by > 0.0 { of / by } else { 1.0 }
}
