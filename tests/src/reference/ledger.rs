//! The money-only view.

use super::Ledger;
use super::case::Case;
use super::choosing::TIE;
use super::lives::Years;
use super::person;

/// The ledger of a pursuit's years, each less those of the life without it. There is one where an
/// hour has a value.
pub(super) fn ledger(case: &Case, with: &Years, without: &Years) -> Option<Ledger> {
    let hour_value = case.person.money.as_ref()?.hour_value?;
    let mut earned = 0.0;
    let mut spent = 0.0;
    let mut felt = 0.0;
    let mut cumulative = 0.0;
    let mut payback_years = None;
    for (t, (year, without)) in person::years(case).zip(with.iter().zip(without)) {
        let earnings = year.earnings - without.earnings;
        let spending = year.spending - without.spending;
        let hours = 52.0 * (year.felt - without.felt);
        cumulative += earnings - spending - hours * hour_value;
        if cumulative < -TIE {
            payback_years = None;
        } else if payback_years.is_none() {
            payback_years = Some(t);
        }
        let discount = person::discount(case, t);
        earned += discount * earnings;
        spent += discount * spending;
        felt += discount * hours;
    }
    let costs = spent + felt * hour_value;
    let ratio = |top: f64, bottom: f64| if bottom > TIE { Some(top / bottom) } else { None };
    Some(Ledger {
        npv: earned - costs,
        benefit_cost_ratio: ratio(earned, costs),
        payback_years,
        break_even_hour_value: ratio(nothing_is_nothing(earned - spent), felt)
            .filter(|value| *value >= 0.0),
    })
}

/// A sum of at most 1e-9 is what rounding left of nothing.
fn nothing_is_nothing(sum: f64) -> f64 {
    if sum.abs() <= TIE { 0.0 } else { sum }
}
