//! From a profile to its worth, in points (model.md, "From a profile to its worth").

use super::preferences::{ANCHOR, Preferences};
use super::profile::Profile;
use crate::exp::{exp, exp_m1};
use crate::lanes::Lanes;

/// The 8 + 3 contributions in points: motives in their order, then personal time, wellbeing and
/// savings, which are zero or less. They add up to the worth.
#[derive(Debug, Clone)]
pub(crate) struct Points<const W: usize> {
    pub(crate) contributions: [Lanes<W>; 11],
    /// p1, from which the cost to wellbeing comes.
    pub(crate) burnout_risk: Lanes<W>,
}

impl<const W: usize> Points<W> {
    pub(crate) const ZERO: Self =
        Self { contributions: [Lanes::ZERO; 11], burnout_risk: Lanes::ZERO };

    #[inline(always)]
    pub(crate) fn new(person: &Preferences<W>, profile: &Profile<W>) -> Self {
        let money = money_share(person, profile);
        let gain = |motive: usize| match profile.unmet.get(motive) {
            Some(unmet) => Lanes::ONE - *unmet,
            None => money.clip(0.0, 1.0),
        };
        let loss = |cost: Lanes<W>| Lanes::ZERO - cost * 100.0;
        let mut contributions = [Lanes::ZERO; 11];
        for (motive, (points, weight)) in contributions.iter_mut().zip(person.weights).enumerate() {
            *points = weight * gain(motive) * 100.0;
        }
        let burnout_risk = burnout_risk(person, profile.loaded_hours);
        let [.., time, wellbeing, savings] = &mut contributions;
        *time = loss(cost_to_personal_time(person, profile.felt_hours));
        *wellbeing = loss(cost_to_wellbeing(person, burnout_risk));
        *savings = loss(person.savings * 0.1 * (money * -1.0).clip(0.0, 1.0));
        Self { contributions, burnout_risk }
    }

    /// The worth: 100 * (gains - costs).
    #[inline(always)]
    pub(crate) fn worth(&self) -> Lanes<W> {
        let mut sum = Lanes::ZERO;
        for points in self.contributions {
            sum += points;
        }
        sum
    }
}

/// The worth of a profile, in points.
#[inline(always)]
pub(crate) fn worth<const W: usize>(person: &Preferences<W>, profile: &Profile<W>) -> Lanes<W> {
    Points::new(person, profile).worth()
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
