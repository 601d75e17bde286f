//! What a person's own numbers come to.

use super::case::{Case, Drive};

/// The risk of burnout of somebody without overwork.
const USUAL_RISK: f64 = 0.25;
/// Free hours and amounts of money below this count as this.
const LEAST: f64 = 1e-290;
/// A convexity below this is none.
const STRAIGHT: f64 = 1e-9;

/// Shares of the motives. They sum to 1, or are all 0 where nothing drives the person.
pub(super) fn weights(case: &Case) -> [f64; 8] {
    let mut shares = [0.0; 8];
    match &case.person.drive {
        Drive::Ratings(ratings) => {
            let sum: f64 = ratings.iter().sum();
            for m in 0..8 {
                shares[m] = if sum > 0.0 { ratings[m] / sum } else { 0.0 };
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

/// The years up to the horizon.
pub(super) fn years(case: &Case) -> impl Iterator<Item = u32> {
    1..=case.person.horizon_years
}

/// The discount of year `t`, from 1.
pub(super) fn discount(case: &Case, t: u32) -> f64 {
    (1.0 + case.person.discount_rate).powi(1 - t.cast_signed())
}

/// The weighted mean over the years of a figure of each of them.
pub(super) fn mean<Y>(case: &Case, of: &[Y], figure: impl Fn(&Y) -> f64) -> f64 {
    let mut sum = 0.0;
    let mut total = 0.0;
    for (t, year) in years(case).zip(of) {
        let weight = discount(case, t);
        sum += weight * figure(year);
        total += weight;
    }
    sum / total
}

pub(super) fn free_hours(case: &Case) -> f64 {
    case.person.free_hours.max(LEAST)
}

/// Money a year in amounts that are meaningful. None where money counts for nothing.
pub(super) fn meaningful_amounts(case: &Case, money: f64) -> f64 {
    match &case.person.money {
        Some(own) => money / own.meaningful_yearly_amount.max(LEAST),
        None => 0.0,
    }
}

/// The log odds of today's risk of burnout.
pub(super) fn log_odds_today(case: &Case) -> f64 {
    match case.person.burnout_risk {
        Some(risk) => log_odds(risk),
        None => {
            let from = case.assumptions.overwork_from_hours;
            let over = (case.person.work_hours - from).max(0.0);
            log_odds(USUAL_RISK) + case.assumptions.overwork_log_odds_per_hour * over
        }
    }
}

fn log_odds(chance: f64) -> f64 {
    (chance / (1.0 - chance)).ln()
}

/// What hours cost that take this share of the free ones: 1 where they take half of them.
pub(super) fn dearness(case: &Case, share: f64) -> f64 {
    let c = case.assumptions.time_convexity;
    if c < STRAIGHT {
        return share / 0.5;
    }
    let half = (c / 2.0).exp_m1();
    if share <= 1.0 {
        (c * share).exp_m1() / half
    } else {
        c.exp_m1() / half + c * c.exp() / half * (share - 1.0)
    }
}

/// The weight of personal time: 1 where losing half of the free hours cancels everything out.
pub(super) fn weight_of_time(case: &Case) -> f64 {
    match case.person.break_even_hours {
        Some(hours) => 1.0 / dearness(case, hours / free_hours(case)),
        None => case.person.personal_time / 10.0,
    }
}
