//! From a life to its worth in points.

use super::case::{Case, INCOME, SERVED};
use super::lives::Years;
use super::person;
use super::year::Year;

/// How many parts a worth has: the motives, the protections and the drawbacks.
pub(super) const PARTS: usize = 12;

/// The risk of burnout in a year of a life.
pub(super) fn burnout_risk(case: &Case, year: &Year, baseline: &Year) -> f64 {
    let assumptions = &case.assumptions;
    let over = |year: &Year| {
        (case.person.work_hours + year.loaded - assumptions.overwork_from_hours).max(0.0)
    };
    let effect = 1.0 + assumptions.autonomy_effect * (1.0 - 2.0 * person::autonomy(case));
    let strain = effect * (over(year) - over(baseline))
        - assumptions.rest_offsets_overwork * (year.rest - baseline.rest);
    logistic(person::log_odds_today(case) + assumptions.overwork_log_odds_per_hour * strain)
}

fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// The share of the free hours that a year is felt to take.
fn share_of_free_hours(case: &Case, year: &Year) -> f64 {
    let Year { hours, felt, .. } = *year;
    if hours <= 0.0 {
        return 0.0;
    }
    let free = person::free_hours(case);
    // Hours above the free ones are felt in full, or as much as the others where that is more.
    (felt * (free / hours).min(1.0) + (hours - free).max(0.0) * (felt / hours).max(1.0)) / free
}

/// The points of the eight motives, of the three protections and of the drawbacks.
pub(super) fn contributions(case: &Case, life: &Years, baseline: &Years) -> [f64; PARTS] {
    let weights = person::weights(case);
    let pairs: Vec<(&Year, &Year)> = life.iter().zip(baseline).collect();
    let mean = |figure: &dyn Fn(&Year) -> f64| {
        person::mean(case, &pairs, |(year, without)| figure(year) - figure(without))
    };
    let amounts =
        |of: &Years| person::meaningful_amounts(case, person::mean(case, of, Year::money));
    let (own, without) = (amounts(life), amounts(baseline));

    let mut points = [0.0; PARTS];
    for m in 0..SERVED {
        points[m] = -weights[m] * mean(&|year| year.unmet[m]);
    }
    points[INCOME] = weights[INCOME] * (own.clamp(0.0, 1.0) - without.clamp(0.0, 1.0));
    let time = mean(&|year| person::dearness(case, share_of_free_hours(case, year)));
    points[8] = -person::weight_of_time(case) * time;
    let today = logistic(person::log_odds_today(case));
    let strain =
        person::mean(case, &pairs, |(year, without)| burnout_risk(case, year, without) - today);
    points[9] = -case.person.wellbeing / 10.0 * strain;
    points[10] = -case.person.savings / 10.0 * ((-own).max(0.0) - (-without).max(0.0));
    points[11] = mean(&|year| year.ease);
    // Adding 0 turns -0 into 0.
    points.map(|part| 100.0 * part + 0.0)
}

/// The worth of a life, in points.
pub(super) fn worth(case: &Case, life: &Years, baseline: &Years) -> f64 {
    contributions(case, life, baseline).iter().sum()
}
