//! Where a change of one input is looked for: 33 values on its own scale.

use crate::estimate::Scale;
use crate::field::{Form, Key};
use crate::limits::HOURS_A_WEEK;
use crate::plan::{Compiled, Input};

const POINTS: u32 = 33;
/// A bounded input whose very bound is not allowed is looked at so near to it, as a share of its
/// range.
const INSIDE: f64 = 1e-6;
/// Amounts are looked at from today's value over this to today's value times this, and at 0.
const TIMES: f64 = 100.0;
/// Money of any sign is looked at to this many times the meaningful yearly amount, both ways.
const AMOUNTS: f64 = 10.0;
/// How near to the change a value is to be, as a share of the range looked at.
const TOLERANCE: f64 = 1e-9;

/// The values at which one input is looked at, in rising order.
#[derive(Debug)]
pub(super) struct Scan {
    pub(super) today: f64,
    pub(super) values: Vec<f64>,
    /// Whether it takes whole numbers only: then all of them are there.
    pub(super) is_whole: bool,
    is_amount: bool,
    /// The widest change looked at.
    range: f64,
}

impl Scan {
    /// None for an input that counts for nothing.
    pub(super) fn new(compiled: &Compiled, input: usize) -> Option<Self> {
        let (own, today) = (compiled.inputs.get(input)?, *compiled.means.get(input)?);
        let is_whole = own.field.form == Form::Whole;
        let meaningful = mean_of(compiled, Key::MeaningfulYearlyAmount);
        let is_money = own.field.key.is_money_of_pursuit();
        let (low, high) = bounds(compiled, own, today);
        let evenly = |low: f64, high: f64| -> Vec<f64> {
            (0..POINTS).map(|at| middle_of(low, high, at, POINTS - 1)).collect()
        };
        let values = if is_whole {
            (low as u32..=high as u32).map(f64::from).collect()
        } else {
            match own.field.domain.scale {
                Scale::Logit => evenly(low, high),
                Scale::Plain => {
                    let reach = AMOUNTS * meaningful?;
                    evenly((-reach).max(low), reach.min(high))
                }
                Scale::Log if is_money && meaningful.is_none() => return None,
                Scale::Log => amounts(today, if is_money { meaningful? } else { 1.0 }, low, high),
            }
        };
        let is_amount = own.field.domain.scale == Scale::Log;
        let range = values.last()? - values.first()?;
        Some(Self { today, values, is_whole, is_amount, range })
    }

    /// How far a value is from today's, as a share of the widest change looked at.
    pub(super) fn distance(&self, value: f64) -> f64 {
        if self.is_amount && self.today > 0.0 {
            let far = libm::log(TIMES);
            if value > 0.0 { (libm::log(value / self.today)).abs() / (2.0 * far) } else { 1.0 }
        } else {
            (value - self.today).abs() / self.range
        }
    }

    /// How near to each other two values have to be to count as one.
    pub(super) fn tolerance(&self, value: f64) -> f64 {
        if self.is_amount { TOLERANCE * value.abs() } else { TOLERANCE * self.range }
    }
}

/// Zero, and a row of amounts each so many times the one before.
fn amounts(today: f64, usual: f64, low: f64, high: f64) -> Vec<f64> {
    let pivot = if today > 0.0 { today } else { usual };
    let span = 2.0 * libm::log(TIMES);
    let count = POINTS - 2;
    let steps = (0..=count).map(|at| f64::from(at) / f64::from(count));
    let row = steps.map(|share| pivot / TIMES * libm::exp(span * share));
    let zero = (low <= 0.0).then_some(0.0);
    zero.into_iter().chain(row.filter(|value| *value <= high)).collect()
}

/// The least and the most that the input may be, given the others.
fn bounds(compiled: &Compiled, input: &Input, today: f64) -> (f64, f64) {
    let domain = &input.field.domain;
    let inside = INSIDE * (domain.max - domain.min);
    let mut low = if domain.is_above_min { domain.min + inside } else { domain.min };
    let mut high = if domain.is_below_max { domain.max - inside } else { domain.max };
    let other = |key: Key| mean_of(compiled, key).unwrap_or_default();
    match input.field.key {
        Key::FreeHours => high = HOURS_A_WEEK - other(Key::WorkHours),
        Key::WorkHours => high = HOURS_A_WEEK - other(Key::FreeHours),
        Key::Motivation => {
            let motives = compiled.inputs.iter().zip(&compiled.means);
            let all: f64 = motives
                .filter(|(input, _)| input.field.key == Key::Motivation)
                .map(|(_, mean)| mean)
                .sum();
            // Something has to drive the person.
            if all - today <= 0.0 {
                low += inside;
            }
        }
        _ => {}
    }
    (low, high)
}

fn mean_of(compiled: &Compiled, key: Key) -> Option<f64> {
    let at = compiled.inputs.iter().position(|input| input.field.key == key)?;
    compiled.means.get(at).copied()
}

fn middle_of(low: f64, high: f64, at: u32, of: u32) -> f64 {
    if at == of { high } else { low + (high - low) * (f64::from(at) / f64::from(of)) }
}

/// A value between two, at this share of the way; by ratio where the ends are of one sign and far
/// apart.
pub(super) fn middle(from: f64, to: f64, share: f64) -> f64 {
    let is_far = from > 0.0 && to > 0.0 && (from / to > 2.0 || to / from > 2.0);
    if is_far { from * libm::exp(libm::log(to / from) * share) } else { from + (to - from) * share }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;

    fn scan(input: &str) -> Scan {
        let plan = Plan::read(include_str!("../../examples/mvp.json")).unwrap();
        let at = plan.inputs().iter().position(|own| &*own.name == input).unwrap();
        Scan::new(plan.compiled(), at).unwrap()
    }

    #[test]
    fn changes_are_as_large_as_their_share_of_what_is_looked_at() {
        let rating = scan("/person/protections/personal_time");
        assert!((rating.distance(6.0) - 0.1).abs() < 1e-12);
        let hours = scan("/pursuits/mvp/activities/speaking/hours");
        let tenfold = hours.distance(10.0 * hours.today);
        assert!((tenfold - 0.25).abs() < 1e-12 && (hours.distance(0.0) - 1.0).abs() < 1e-12);
        let money = scan("/pursuits/mvp/benefits/pay/money_per_year");
        // Ten times the 8,000 that would satisfy, both ways.
        assert!((money.distance(money.today + 16_000.0) - 0.1).abs() < 1e-12);
    }

    #[test]
    fn amounts_run_from_nothing_to_a_hundred_times_today() {
        let hours = scan("/pursuits/mvp/activities/writing/hours");
        let ends = (hours.values.first(), hours.values.last());
        assert!(matches!(ends, (Some(low), Some(high)) if *low <= 0.0
            && (high / hours.today - 100.0).abs() < 1e-9));
        assert_eq!(hours.values.len(), 33);
        assert!(hours.values.is_sorted());
    }
}
