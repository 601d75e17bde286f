//! The money view: what a pursuit brings and takes when an hour has a price, against the life
//! without it.

use super::load::WEEKS_A_YEAR;
use super::preferences::Preferences;
use super::profile::Profile;

/// Sums up to this size are nothing but rounding.
const NOTHING: f64 = 1e-9;

/// Money only, year by year, discounted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ledger {
    /// Net present value.
    pub(crate) npv: f64,
    /// Discounted earnings over discounted costs; none where nothing is spent.
    pub(crate) benefit_cost_ratio: Option<f64>,
    /// First year from which on the cumulative flow stays at zero or more.
    pub(crate) payback_years: Option<u32>,
    /// The hour value at which the net present value is zero; none where no hour is felt or where
    /// it would be below zero.
    pub(crate) break_even_hour_value: Option<f64>,
}

/// What money and hours come to over the years, summed over scenarios.
#[derive(Debug, Clone, Default)]
pub(crate) struct Flows {
    /// Discounted: money earned, money spent, felt hours, and felt hours at their price.
    earned: f64,
    spent: f64,
    felt_hours: f64,
    hours_at_price: f64,
    /// flow\[t\] = earnings\[t\] - spending\[t\] - 52 * f\[t\] * v, not discounted.
    yearly: Vec<f64>,
}

impl Flows {
    /// Adds the lanes of some scenarios; nothing without `person.money` or without an hour value.
    #[inline(always)]
    pub(crate) fn add<const W: usize>(
        &mut self,
        person: &Preferences<W>,
        profile: &Profile<W>,
        without: &Profile<W>,
    ) {
        let (Some(_), Some(hour_value)) = (person.meaningful_yearly_amount, person.hour_value)
        else {
            return;
        };
        self.yearly.resize(person.years.count(), 0.0);
        let years = self.yearly.iter_mut().zip(&person.years.discounts).enumerate();
        for (year, (flow, discount)) in years {
            let (own, before) = (profile.row(year), without.row(year));
            let hours = (own.felt_hours - before.felt_hours) * WEEKS_A_YEAR;
            let spending = own.spending - before.spending;
            let earnings = own.money - before.money + spending;
            self.earned += (*discount * earnings).sum();
            self.spent += (*discount * spending).sum();
            self.felt_hours += (*discount * hours).sum();
            self.hours_at_price += (*discount * hours * hour_value).sum();
            *flow += (earnings - spending - hours * hour_value).sum();
        }
    }

    /// Adds what other scenarios come to.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.earned += other.earned;
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
        let left = self.earned - self.spent;
        let left = if left.abs() / scenarios <= NOTHING { 0.0 } else { left };
        let break_even = left / self.felt_hours;
        let is_felt = self.felt_hours / scenarios > NOTHING;
        Some(Ledger {
            npv: (self.earned - costs) / scenarios,
            benefit_cost_ratio: (costs / scenarios > NOTHING).then(|| self.earned / costs),
            payback_years: self.payback_years(scenarios),
            break_even_hour_value: (is_felt && break_even >= 0.0).then_some(break_even),
        })
    }

    /// The first year from which on the cumulative flow, not discounted, stays at or above zero.
    fn payback_years(&self, scenarios: f64) -> Option<u32> {
        let mut cumulative = 0.0;
        let mut since = None;
        for (year, flow) in (1_u32..).zip(&self.yearly) {
            cumulative += flow / scenarios;
            since = if cumulative < -NOTHING { None } else { since.or(Some(year)) };
        }
        since
    }
}
