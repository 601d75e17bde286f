//! The money view: what a pursuit brings and takes when an hour has a price.

use super::lanes::Lanes;
use super::preferences::Preferences;
use super::profile::{Outcome, Regime};

const WEEKS_A_YEAR: f64 = 52.0;

/// Money only, year by year, discounted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ledger {
    /// Net present value.
    pub(crate) npv: f64,
    /// Discounted gains over discounted costs; none where nothing is spent.
    pub(crate) benefit_cost_ratio: Option<f64>,
    /// First year with a cumulative flow of zero or more.
    pub(crate) payback_years: Option<u32>,
    /// The hour value at which the net present value is zero; none where no hour is felt.
    pub(crate) break_even_hour_value: Option<f64>,
}

/// The ledger of the base case; none without `person.money` or without an hour value.
pub(crate) fn ledger(person: &Preferences<1>, pursuit: &Outcome<1>) -> Option<Ledger> {
    person.meaningful_yearly_amount?;
    let hour_value = person.hour_value?.first();
    let (mut gained, mut spent, mut felt) = (0.0, 0.0, 0.0);
    let (mut cumulative, mut payback_years) = (0.0, None);
    for (at, (year, discount)) in (1_u32..).zip(&person.discounts).enumerate() {
        let discount = discount.first();
        let in_year = |part: fn(&Regime<1>) -> Lanes<1>| yearly(pursuit, at, part);
        let hours = WEEKS_A_YEAR * in_year(|regime| regime.felt_hours);
        let (gain, cost) = (in_year(|regime| regime.gained), in_year(|regime| regime.spent));
        gained += discount * gain;
        spent += discount * cost;
        felt += discount * hours;
        cumulative += gain - cost - hours * hour_value;
        if cumulative >= 0.0 && payback_years.is_none() {
            payback_years = Some(year);
        }
    }
    let costs = spent + felt * hour_value;
    Some(Ledger {
        npv: gained - costs,
        benefit_cost_ratio: (costs > 0.0).then(|| gained / costs),
        payback_years,
        break_even_hour_value: (felt > 0.0).then(|| (gained - spent) / felt),
    })
}

/// A part of the regimes in one year, by how likely the award is held for it.
fn yearly(pursuit: &Outcome<1>, year: usize, part: fn(&Regime<1>) -> Lanes<1>) -> f64 {
    let pursuing = part(&pursuit.pursuing);
    match (&pursuit.holding, pursuit.hold.get(year)) {
        (Some(holding), Some(hold)) => {
            ((Lanes::ONE - *hold) * pursuing + *hold * part(holding)).first()
        }
        _ => pursuing.first(),
    }
}
