//! The money view: what a pursuit brings and takes when an hour has a price.

use super::preferences::Preferences;
use super::profile::{Outcome, Regime, WEEKS_A_YEAR};
use crate::lanes::Lanes;

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

/// What money and hours come to over the years, summed over scenarios.
#[derive(Debug, Clone, Default)]
pub(crate) struct Flows {
    /// Discounted: money brought, money taken, felt hours, and felt hours at their price.
    gained: f64,
    spent: f64,
    felt_hours: f64,
    hours_at_price: f64,
    /// Net and not discounted, year by year.
    yearly: Vec<f64>,
}

impl Flows {
    /// Adds the lanes of some scenarios; nothing without `person.money` or without an hour value.
    #[inline(always)]
    pub(crate) fn add<const W: usize>(&mut self, person: &Preferences<W>, pursuit: &Outcome<W>) {
        let (Some(_), Some(hour_value)) = (person.meaningful_yearly_amount, person.hour_value)
        else {
            return;
        };
        self.yearly.resize(person.discounts.len(), 0.0);
        let years = self.yearly.iter_mut().zip(&person.discounts).zip(pursuit.hold());
        for ((flow, discount), hold) in years {
            let in_year = |part: fn(&Regime<W>) -> Lanes<W>| yearly(pursuit, hold, part);
            let hours = in_year(|regime| regime.felt_hours) * WEEKS_A_YEAR;
            let (gain, cost) = (in_year(|regime| regime.gained), in_year(|regime| regime.spent));
            self.gained += (*discount * gain).sum();
            self.spent += (*discount * cost).sum();
            self.felt_hours += (*discount * hours).sum();
            self.hours_at_price += (*discount * hours * hour_value).sum();
            *flow += (gain - cost - hours * hour_value).sum();
        }
    }

    /// Adds what other scenarios come to.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.gained += other.gained;
        self.spent += other.spent;
        self.felt_hours += other.felt_hours;
        self.hours_at_price += other.hours_at_price;
        self.yearly.resize(other.yearly.len().max(self.yearly.len()), 0.0);
        self.yearly.iter_mut().zip(&other.yearly).for_each(|(own, other)| *own += other);
    }

    /// The ledger of the means over so many scenarios; none where there were no flows.
    pub(crate) fn ledger(&self, scenarios: f64) -> Option<Ledger> {
        if self.yearly.is_empty() {
            return None;
        }
        let costs = self.spent + self.hours_at_price;
        let mut cumulative = 0.0;
        let paid_back = (1_u32..).zip(&self.yearly).find(|(_, flow)| {
            cumulative += **flow;
            cumulative >= 0.0
        });
        Some(Ledger {
            npv: (self.gained - costs) / scenarios,
            benefit_cost_ratio: (costs > 0.0).then(|| self.gained / costs),
            payback_years: paid_back.map(|(year, _)| year),
            break_even_hour_value: (self.felt_hours > 0.0)
                .then(|| (self.gained - self.spent) / self.felt_hours),
        })
    }
}

/// A part of the regimes in one year, by how likely the award is held for it.
#[inline(always)]
fn yearly<const W: usize>(
    pursuit: &Outcome<W>,
    hold: Lanes<W>,
    part: impl Fn(&Regime<W>) -> Lanes<W>,
) -> Lanes<W> {
    let pursuing = part(&pursuit.pursuing);
    match &pursuit.holding {
        Some(holding) => (Lanes::ONE - hold) * pursuing + hold * part(holding),
        None => pursuing,
    }
}
