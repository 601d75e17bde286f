//! From a pursuit to its profile, and from a profile to its worth.

use super::case::{Benefit, Case, Drive, During, INCOME, Pursuit, SERVED};
use std::collections::BTreeSet;

/// What a pursuit is in one of its two regimes.
pub(super) struct Regime {
    pub(super) unmet: [f64; SERVED],
    pub(super) hours: f64,
    pub(super) loaded: f64,
    pub(super) felt: f64,
    /// Money a year from benefits, of either sign.
    pub(super) gains: f64,
    /// Money a year spent.
    pub(super) costs: f64,
}

/// What a pursuit, or a mix, asks and gives.
#[derive(Clone)]
pub(super) struct Profile {
    pub(super) unmet: [f64; SERVED],
    pub(super) hours: f64,
    pub(super) loaded: f64,
    pub(super) felt: f64,
    pub(super) money: f64,
    pub(super) peak: f64,
}

/// Shares of the motives. They sum to 1.
fn weights(case: &Case) -> [f64; 8] {
    let mut shares = [0.0; 8];
    match &case.person.drive {
        Drive::Ratings(ratings) => {
            let sum: f64 = ratings.iter().sum();
            for m in 0..8 {
                shares[m] = ratings[m] / sum;
            }
        }
        Drive::Ranking { motives, weights } => {
            for rank in 0..motives.len() {
                shares[motives[rank]] = weights[rank];
            }
        }
    }
    shares
}

/// The autonomy of a person's drive.
pub(super) fn autonomy(case: &Case) -> f64 {
    let weights = weights(case);
    let mut sum = 0.0;
    for m in 0..8 {
        sum += weights[m] * case.assumptions.autonomy[m];
    }
    sum
}

/// The discount weight of year `t`, from 1.
pub(super) fn discount(case: &Case, t: u32) -> f64 {
    (1.0 + case.person.discount_rate).powf(-(f64::from(t) - 1.0))
}

/// The weighted mean over the years of the horizon of a figure of the year.
pub(super) fn mean_over_years(case: &Case, figure: impl Fn(u32) -> f64) -> f64 {
    let mut sum = 0.0;
    let mut total = 0.0;
    for t in 1..=case.person.horizon_years {
        let weight = discount(case, t);
        sum += weight * figure(t);
        total += weight;
    }
    sum / total
}

/// The share of the horizon's value left to a benefit that comes after a delay.
fn reach(case: &Case, delay: f64) -> f64 {
    mean_over_years(case, |t| (f64::from(t) - delay).clamp(0.0, 1.0))
}

fn effective_chance(case: &Case, benefit: &Benefit) -> f64 {
    let mut chance = benefit.chance;
    // Without a delay all of it is within reach. Most benefits have none, and years take time.
    if benefit.delay_years > 0.0 {
        chance *= reach(case, benefit.delay_years);
    }
    for name in &benefit.depends_on {
        chance *= case.person.conditions[name];
    }
    chance
}

/// A pursuit in one regime: `During::Pursuing` or `During::Holding`.
pub(super) fn regime(case: &Case, pursuit: &Pursuit, which: During) -> Regime {
    let active = |during: During| during == During::Always || during == which;
    let a = autonomy(case);
    let mut regime =
        Regime { unmet: [1.0; SERVED], hours: 0.0, loaded: 0.0, felt: 0.0, gains: 0.0, costs: 0.0 };
    for activity in pursuit.activities.iter().filter(|activity| active(activity.during)) {
        let weekly = activity.hours * activity.per_year / 52.0;
        regime.hours += weekly;
        if !activity.is_rest {
            regime.loaded += weekly;
            // Rounding must not make an hour felt less than nothing.
            regime.felt += weekly * (1.0 - activity.enjoyability / 10.0 * a).max(0.0);
        }
    }
    let benefits: Vec<&Benefit> = pursuit
        .benefits
        .iter()
        .filter(|benefit| !benefit.requires_award || which == During::Holding)
        .collect();
    for benefit in &benefits {
        regime.gains += benefit.money_per_year * effective_chance(case, benefit);
    }
    for cost in pursuit.costs.iter().filter(|cost| active(cost.during)) {
        regime.costs += cost.money_per_year;
    }
    regime.unmet = unmet(case, &benefits);
    regime
}

/// The unmet share of each motive but income, given the benefits that are active.
fn unmet(case: &Case, benefits: &[&Benefit]) -> [f64; SERVED] {
    let categories: BTreeSet<&str> = benefits.iter().map(|b| &*b.category).collect();
    let mut unmet = [1.0; SERVED];
    for category in categories {
        let mut largest: f64 = 0.0;
        for benefit in benefits.iter().filter(|benefit| &*benefit.category == category) {
            largest = largest.max(benefit.strength / 10.0 * effective_chance(case, benefit));
        }
        // A category without a row serves nothing: a blank is 0.
        let row = case.assumptions.serves.get(category).copied().unwrap_or([0.0; SERVED]);
        for m in 0..SERVED {
            unmet[m] *= 1.0 - row[m] * largest;
        }
    }
    unmet
}

/// The chance to hold the award in year `t + 1`, for t = 0..=H: entry 0 is year 1.
/// All zeros without an award.
pub(super) fn holding(case: &Case, pursuit: &Pursuit) -> Vec<f64> {
    let Some(award) = &pursuit.award else {
        return vec![0.0; case.person.horizon_years as usize + 1];
    };
    let mut renewal = award.renewal_chance;
    if !contributes(pursuit, During::Holding) {
        renewal = 0.0;
    }
    let chance = chance_to_earn(pursuit);
    let mut hold = vec![if award.held { 1.0 } else { 0.0 }];
    for t in 0..case.person.horizon_years as usize {
        hold.push(hold[t] * renewal + (1.0 - hold[t]) * chance);
    }
    hold
}

/// Whether there is any hour in a regime that is not rest.
fn contributes(pursuit: &Pursuit, which: During) -> bool {
    let active = |during: During| during == During::Always || during == which;
    pursuit.activities.iter().any(|activity| {
        active(activity.during) && !activity.is_rest && activity.hours * activity.per_year > 0.0
    })
}

fn chance_to_earn(pursuit: &Pursuit) -> f64 {
    match &pursuit.award {
        Some(award) if contributes(pursuit, During::Pursuing) => award.chance_per_year,
        _ => 0.0,
    }
}

/// The weighted share of the horizon in which the award is held.
pub(super) fn holding_share(case: &Case, pursuit: &Pursuit) -> f64 {
    let hold = holding(case, pursuit);
    mean_over_years(case, |t| hold[t as usize])
}

/// The chance to hold the award at some time.
pub(super) fn chance_ever(case: &Case, pursuit: &Pursuit) -> f64 {
    if pursuit.award.as_ref().is_some_and(|award| award.held) {
        return 1.0;
    }
    let mut never = 1.0;
    for _ in 0..case.person.horizon_years {
        never *= 1.0 - chance_to_earn(pursuit);
    }
    1.0 - never
}

/// The profile of one pursuit over both regimes.
pub(super) fn profile(case: &Case, pursuit: &Pursuit) -> Profile {
    let s = holding_share(case, pursuit);
    let one = regime(case, pursuit, During::Pursuing);
    let two = regime(case, pursuit, During::Holding);
    let mixed = |pursuing: f64, holding: f64| (1.0 - s) * pursuing + s * holding;
    let mut unmet = [1.0; SERVED];
    for m in 0..SERVED {
        unmet[m] = mixed(one.unmet[m], two.unmet[m]);
    }
    let mut peak: f64 = 0.0;
    if 1.0 - s > 1e-9 {
        peak = peak.max(one.hours);
    }
    if s > 1e-9 {
        peak = peak.max(two.hours);
    }
    Profile {
        unmet,
        hours: mixed(one.hours, two.hours),
        loaded: mixed(one.loaded, two.loaded),
        felt: mixed(one.felt, two.felt),
        money: mixed(one.gains - one.costs, two.gains - two.costs),
        peak,
    }
}

/// The profile of a pursuit whose award is never held.
pub(super) fn pursuing_profile(case: &Case, pursuit: &Pursuit) -> Profile {
    let regime = regime(case, pursuit, During::Pursuing);
    Profile {
        unmet: regime.unmet,
        hours: regime.hours,
        loaded: regime.loaded,
        felt: regime.felt,
        money: regime.gains - regime.costs,
        peak: regime.hours,
    }
}

/// The profile of doing several things.
pub(super) fn merge(profiles: &[Profile]) -> Profile {
    let mut merged =
        Profile { unmet: [1.0; SERVED], hours: 0.0, loaded: 0.0, felt: 0.0, money: 0.0, peak: 0.0 };
    for profile in profiles {
        for m in 0..SERVED {
            merged.unmet[m] *= profile.unmet[m];
        }
        merged.hours += profile.hours;
        merged.loaded += profile.loaded;
        merged.felt += profile.felt;
        merged.money += profile.money;
        merged.peak += profile.peak;
    }
    merged
}

/// The risk of burnout under a profile.
pub(super) fn burnout_risk(case: &Case, profile: &Profile) -> f64 {
    let Case { person, assumptions, .. } = case;
    let from = assumptions.overwork_from_hours;
    let over =
        (person.work_hours + profile.loaded - from).max(0.0) - (person.work_hours - from).max(0.0);
    // Without overwork the risk is today's to the last bit.
    if over <= 0.0 {
        return person.burnout_risk;
    }
    let effect = 1.0 + assumptions.autonomy_effect * (1.0 - 2.0 * autonomy(case));
    let log_odds = (person.burnout_risk / (1.0 - person.burnout_risk)).ln()
        + assumptions.overwork_log_odds_per_hour * over * effect;
    1.0 / (1.0 + (-log_odds).exp())
}

/// The points of the eight motives, then those of the three protections.
pub(super) fn contributions(case: &Case, profile: &Profile) -> [f64; 11] {
    let Case { person, assumptions, .. } = case;
    let yearly_amounts = match &person.money {
        Some(money) => profile.money / money.meaningful_yearly_amount,
        None => 0.0,
    };
    let weights = weights(case);
    let mut points = [0.0; 11];
    for m in 0..SERVED {
        points[m] = 100.0 * weights[m] * (1.0 - profile.unmet[m]);
    }
    points[INCOME] = 100.0 * weights[INCOME] * yearly_amounts.clamp(0.0, 1.0);

    let x = (profile.felt / person.free_hours).clamp(0.0, 1.0);
    let c = assumptions.time_convexity;
    let time = if c == 0.0 { x / 0.75 } else { (c * x).exp_m1() / (0.75 * c).exp_m1() };
    let p0 = person.burnout_risk;
    let strain = (burnout_risk(case, profile) - p0) / (1.0 - p0);
    // Taken from 0, so that no cost is 0 and not -0.
    points[8] = 0.0 - 100.0 * person.personal_time / 10.0 * time;
    points[9] = 0.0 - 100.0 * person.wellbeing / 10.0 * strain;
    points[10] = 0.0 - 100.0 * person.savings / 10.0 * (-yearly_amounts).clamp(0.0, 1.0);
    points
}

/// The worth of a profile, in points.
pub(super) fn worth(case: &Case, profile: &Profile) -> f64 {
    contributions(case, profile).iter().sum()
}
