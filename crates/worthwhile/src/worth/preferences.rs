//! What the person brings to the model: weights, protections, hours, years.

use super::values::Values;
use crate::case::Motive;
use crate::exp::exp_m1;
use crate::lanes::Lanes;
use crate::plan::{AssumptionsProgram, DrivesProgram, PersonProgram};

/// The share of the free hours whose loss the scale of personal time is anchored at.
pub(crate) const ANCHOR: f64 = 0.75;

/// One for each motive, in their order.
pub(crate) type Motives<T> = [T; Motive::ALL.len()];

/// The person's side of the formulas.
#[derive(Debug, Clone)]
pub(crate) struct Preferences<const W: usize> {
    /// w[m], in the order of the motives; they sum to 1.
    pub(crate) weights: Motives<Lanes<W>>,
    /// a: how far the person's drive is their own, 0 to 1.
    pub(crate) autonomy: Lanes<W>,
    /// Ratings of what is protected, 0 to 10.
    pub(crate) personal_time: Lanes<W>,
    pub(crate) wellbeing: Lanes<W>,
    pub(crate) savings: Lanes<W>,
    /// F and J, hours a week.
    pub(crate) free_hours: Lanes<W>,
    pub(crate) work_hours: Lanes<W>,
    /// Y; none without `person.money`.
    pub(crate) meaningful_yearly_amount: Option<Lanes<W>>,
    /// v
    pub(crate) hour_value: Option<Lanes<W>>,
    /// p0
    pub(crate) burnout_risk: Lanes<W>,
    /// c, and e^(3c/4) - 1
    pub(crate) time_convexity: Lanes<W>,
    pub(crate) time_at_anchor: Lanes<W>,
    /// k, from, g
    pub(crate) overwork_log_odds_per_hour: Lanes<W>,
    pub(crate) overwork_from_hours: Lanes<W>,
    pub(crate) autonomy_effect: Lanes<W>,
    /// (1+d)^-(t-1) for the years t = 1..H
    pub(crate) discounts: Vec<Lanes<W>>,
    /// Their sum.
    pub(crate) discount_total: Lanes<W>,
}

impl<const W: usize> Preferences<W> {
    #[inline(always)]
    pub(super) fn new(
        program: &PersonProgram,
        assumptions: &AssumptionsProgram,
        values: Values<'_, W>,
    ) -> Self {
        let weights = weights(&program.drives, values);
        let autonomy = autonomy(weights, assumptions.autonomy.map(|own| values.get(own)));
        let time_convexity = values.get(assumptions.numbers.time_convexity);
        let discounts = discounts(program, values);
        let mut discount_total = Lanes::ZERO;
        for discount in &discounts {
            discount_total += *discount;
        }
        Self {
            weights,
            autonomy,
            personal_time: values.get(program.personal_time),
            wellbeing: values.get(program.numbers.wellbeing),
            savings: values.get(program.numbers.savings),
            free_hours: values.get(program.numbers.free_hours),
            work_hours: values.get(program.numbers.work_hours),
            meaningful_yearly_amount: program.meaningful_yearly_amount.map(|id| values.get(id)),
            hour_value: program.hour_value.map(|id| values.get(id)),
            burnout_risk: values.get(program.burnout_risk),
            time_at_anchor: time_convexity.map(|c| exp_m1(c * ANCHOR)),
            time_convexity,
            overwork_log_odds_per_hour: values.get(assumptions.numbers.overwork_log_odds_per_hour),
            overwork_from_hours: values.get(assumptions.numbers.overwork_from_hours),
            autonomy_effect: values.get(assumptions.numbers.autonomy_effect),
            discounts,
            discount_total,
        }
    }

    /// Mean over the years 1..H, earlier years weighing more by the discount rate.
    #[inline(always)]
    pub(crate) fn mean_over_years(&self, yearly: impl Iterator<Item = Lanes<W>>) -> Lanes<W> {
        let mut sum = Lanes::ZERO;
        for (discount, value) in self.discounts.iter().zip(yearly) {
            sum += *discount * value;
        }
        sum / self.discount_total
    }

    /// reach(y): the share of the years ahead in which something that starts after y years is there.
    #[inline(always)]
    pub(crate) fn reach(&self, delay_years: Lanes<W>) -> Lanes<W> {
        if delay_years.0.iter().all(|years| *years <= 0.0) {
            return Lanes::ONE;
        }
        let years =
            (1_u32..).map(|year| (Lanes::all(f64::from(year)) - delay_years).clip(0.0, 1.0));
        self.mean_over_years(years)
    }
}

/// a = sum of w[m] * autonomy[m]
#[inline(always)]
fn autonomy<const W: usize>(weights: Motives<Lanes<W>>, own: Motives<Lanes<W>>) -> Lanes<W> {
    let mut autonomy = Lanes::ZERO;
    for (weight, own) in weights.iter().zip(own) {
        autonomy += *weight * own;
    }
    autonomy
}

/// w[m] = importance / sum of importances, or the weights of a ranking.
#[inline(always)]
fn weights<const W: usize>(drives: &DrivesProgram, values: Values<'_, W>) -> Motives<Lanes<W>> {
    match drives {
        DrivesProgram::Ranked(ids) => ids.map(|id| values.get(id)),
        DrivesProgram::Rated(ids) => {
            let importance = ids.map(|id| values.get(id));
            let mut sum = Lanes::ZERO;
            for value in importance {
                sum += value;
            }
            importance.map(|value| value / sum)
        }
    }
}

#[inline(always)]
fn discounts<const W: usize>(program: &PersonProgram, values: Values<'_, W>) -> Vec<Lanes<W>> {
    let years = values.get(program.numbers.horizon_years).first() as usize;
    let rate = Lanes::ONE + values.get(program.numbers.discount_rate);
    let mut discounts = Vec::with_capacity(years);
    let mut discount = Lanes::ONE;
    for _ in 0..years {
        discounts.push(discount);
        discount = discount / rate;
    }
    discounts
}
