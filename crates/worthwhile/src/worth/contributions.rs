//! From a profile to its worth, in points.

use super::preferences::{ANCHOR, Motives, Preferences};
use super::profile::{Profile, Served};
use crate::exp::{exp, exp_m1};
use crate::lanes::Lanes;

/// What a profile gives and takes, in points: what is served by motive, less what is lost. They add
/// up to the worth in the order of [`in_order`](Self::in_order).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Contributions<T> {
    pub(crate) motives: Motives<T>,
    /// Zero or less.
    pub(crate) personal_time: T,
    pub(crate) wellbeing: T,
    pub(crate) savings: T,
}

/// How many contributions there are.
const COUNT: usize = 11;

impl<T: Copy> Contributions<T> {
    pub(crate) fn all(value: T) -> Self {
        Self { motives: [value; 8], personal_time: value, wellbeing: value, savings: value }
    }

    /// All of them, in the order of the documents.
    #[inline(always)]
    pub(crate) fn in_order(&self) -> [T; COUNT] {
        let [a, b, c, d, e, f, g, h] = self.motives;
        [a, b, c, d, e, f, g, h, self.personal_time, self.wellbeing, self.savings]
    }

    /// The same, to be changed.
    #[inline(always)]
    pub(crate) fn in_order_mut(&mut self) -> [&mut T; COUNT] {
        let Self { motives: [a, b, c, d, e, f, g, h], personal_time, wellbeing, savings } = self;
        [a, b, c, d, e, f, g, h, personal_time, wellbeing, savings]
    }

    pub(crate) fn map<U: Copy>(&self, mut other: impl FnMut(T) -> U) -> Contributions<U> {
        Contributions {
            motives: self.motives.map(&mut other),
            personal_time: other(self.personal_time),
            wellbeing: other(self.wellbeing),
            savings: other(self.savings),
        }
    }
}

/// Contributions, and the risk from which one of them comes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Valued<const W: usize> {
    pub(crate) contributions: Contributions<Lanes<W>>,
    /// p1, from which the cost to wellbeing comes.
    pub(crate) burnout_risk: Lanes<W>,
}

impl<const W: usize> Valued<W> {
    #[inline(always)]
    pub(crate) fn new(person: &Preferences<W>, profile: &Profile<W>) -> Self {
        let money = money_share(person, profile);
        let points = |share: Lanes<W>| share * 100.0;
        let loss = |cost: Lanes<W>| Lanes::ZERO - cost * 100.0;
        let [.., for_income] = person.weights;
        let served = gains_of_motives(&person.weights, &profile.unmet);
        let [a, b, c, d, e, f, g] = served.map(points);
        let income = points(gain_of_income(for_income, money));
        let burnout_risk = burnout_risk(person, profile.loaded_hours);
        let contributions = Contributions {
            motives: [a, b, c, d, e, f, g, income],
            personal_time: loss(cost_to_personal_time(person, profile.felt_hours)),
            wellbeing: loss(cost_to_wellbeing(person, burnout_risk)),
            savings: loss(cost_to_savings(person, money)),
        };
        Self { contributions, burnout_risk }
    }

    /// The worth: 100 * (gains - costs).
    #[inline(always)]
    pub(crate) fn worth(&self) -> Lanes<W> {
        let mut sum = Lanes::ZERO;
        for points in self.contributions.in_order() {
            sum += points;
        }
        sum
    }
}

/// The worth of a profile, in points.
#[inline(always)]
pub(crate) fn worth<const W: usize>(person: &Preferences<W>, profile: &Profile<W>) -> Lanes<W> {
    Valued::new(person, profile).worth()
}

/// w[m] * (1 - u[m]), for all motives but income.
#[inline(always)]
fn gains_of_motives<const W: usize>(
    weights: &Motives<Lanes<W>>,
    unmet: &Served<Lanes<W>>,
) -> Served<Lanes<W>> {
    let mut gains = *unmet;
    for (gain, weight) in gains.iter_mut().zip(weights) {
        *gain = *weight * (Lanes::ONE - *gain);
    }
    gains
}

/// w[income] * clip(money / Y, 0, 1)
#[inline(always)]
fn gain_of_income<const W: usize>(weight: Lanes<W>, money_share: Lanes<W>) -> Lanes<W> {
    weight * money_share.clip(0.0, 1.0)
}

/// savings/10 * clip(-money / Y, 0, 1)
#[inline(always)]
fn cost_to_savings<const W: usize>(person: &Preferences<W>, money_share: Lanes<W>) -> Lanes<W> {
    person.savings * 0.1 * (money_share * -1.0).clip(0.0, 1.0)
}

/// money / Y; nothing without `person.money`.
#[inline(always)]
fn money_share<const W: usize>(person: &Preferences<W>, profile: &Profile<W>) -> Lanes<W> {
    match person.meaningful_yearly_amount {
        Some(amount) => profile.money / amount,
        None => Lanes::ZERO,
    }
}

/// personal_time/10 * (e^(c*x) - 1) / (e^(3c/4) - 1), x = clip(f/F, 0, 1)
#[inline(always)]
fn cost_to_personal_time<const W: usize>(
    person: &Preferences<W>,
    felt_hours: Lanes<W>,
) -> Lanes<W> {
    let taken = (felt_hours / person.free_hours).clip(0.0, 1.0);
    let straight = taken / Lanes::all(ANCHOR);
    let curved = (person.time_convexity * taken).map(exp_m1) / person.time_at_anchor;
    let felt = straight.with(curved, |straight, curved| {
        // The formula's limit stands in for 0/0 where c is 0.
        if curved.is_finite() { curved } else { straight }
    });
    person.personal_time * 0.1 * felt
}

/// wellbeing/10 * (p1 - p0) / (1 - p0)
#[inline(always)]
fn cost_to_wellbeing<const W: usize>(person: &Preferences<W>, burnout_risk: Lanes<W>) -> Lanes<W> {
    let today = person.burnout_risk;
    let rise = burnout_risk - today;
    person.wellbeing * 0.1 * rise / (Lanes::ONE - today)
}

/// p1 = logistic(logit(p0) + k * o * (1 + g*(1 - 2a))),
/// o = max(0, J + l - from) - max(0, J - from)
#[inline(always)]
fn burnout_risk<const W: usize>(person: &Preferences<W>, loaded_hours: Lanes<W>) -> Lanes<W> {
    let above = person.work_hours - person.overwork_from_hours;
    let overwork = (above + loaded_hours).max(Lanes::ZERO) - above.max(Lanes::ZERO);
    let strain = Lanes::ONE + person.autonomy_effect * (Lanes::ONE - person.autonomy * 2.0);
    let rise = person.overwork_log_odds_per_hour * overwork * strain;
    // The same as adding to the logit: the chance of being spared shrinks by e^-rise. Without
    // overwork the risk is today's to the last bit, and no rise overflows.
    let today = person.burnout_risk;
    let spared = (Lanes::ONE - today) * (rise * -1.0).map(exp);
    today / (today + spared)
}
