//! Where a change of one number is looked for: values on its own scale, and how far away each is.

use crate::estimate::Scale;
use crate::field::{Form, Key};
use crate::limits::HOURS_A_WEEK;
use crate::plan::{Compiled, Input};

const POINTS: u32 = 33;
/// Fewer where somebody waits for the answer: most answers turn once along a lever.
const POINTS_OF_A_LEVER: u32 = 9;
/// A bounded input whose very bound is not allowed is looked at so near to it, as a share of its
/// range.
const INSIDE: f64 = 1e-6;
/// Amounts are looked at from today's value over this to today's value times this, and at 0.
const TIMES: f64 = 100.0;
/// Money of any sign is looked at to this many times the meaningful yearly amount, both ways.
const AMOUNTS: f64 = 10.0;
/// How near to the change a value is to be, as a share of the change.
const TOLERANCE: f64 = 1e-9;
/// How far away nothing at all is from an amount, and what is next to nothing at most.
const NOTHING_IS_AT: f64 = 2.0;

/// The values at which one number is looked at, in rising order.
#[derive(Debug)]
pub(super) struct Scan {
    pub(super) today: f64,
    pub(super) values: Vec<f64>,
    /// Whether there is nothing to look at between these values.
    pub(super) is_whole: bool,
    measure: Measure,
}

/// What a change is measured by.
#[derive(Debug, Clone, Copy)]
enum Measure {
    /// As a share of this range.
    Range(f64),
    /// The logarithm of the ratio, over that of this one.
    Ratio(f64),
}

impl Scan {
    /// All over what an input may be; none for one that counts for nothing.
    pub(super) fn new(compiled: &Compiled, input: usize) -> Option<Self> {
        let (own, today) = (compiled.inputs.get(input)?, *compiled.means.get(input)?);
        let is_whole = own.field.form == Form::Whole;
        let meaningful = mean_of(compiled, Key::MeaningfulYearlyAmount);
        let is_money = own.field.key.is_money_of_pursuit();
        let (low, high) = bounds(compiled, input)?;
        let values = match own.field.domain.scale {
            _ if is_whole => whole(low, high),
            Scale::Logit => evenly(low, high, POINTS),
            Scale::Plain => {
                let reach = AMOUNTS * meaningful?;
                evenly((-reach).max(low), reach.min(high), POINTS)
            }
            Scale::Log if is_money && meaningful.is_none() => return None,
            Scale::Log => amounts(today, if is_money { meaningful? } else { 1.0 }, low, high),
        };
        let measure = match own.field.domain.scale {
            Scale::Log if today > 0.0 => Measure::Ratio(TIMES),
            _ => Measure::Range(values.last()? - values.first()?),
        };
        Some(Self { today, values, is_whole, measure })
    }

    /// Between two values of a rating or share.
    pub(super) fn within(today: f64, low: f64, high: f64) -> Self {
        let measure = Measure::Range(high - low);
        let values = evenly(low, high, POINTS_OF_A_LEVER);
        Self { today, values, is_whole: false, measure }
    }

    /// Between two amounts above 0; so many times as much is a distance of 1.
    pub(super) fn times(today: f64, low: f64, high: f64, times: f64) -> Self {
        let far = libm::log(high / low);
        let value = |share: f64| low * libm::exp(far * share);
        let inner = shares(POINTS_OF_A_LEVER).skip(1).take_while(|share| *share < 1.0).map(value);
        let values = std::iter::once(low).chain(inner).chain([high]).collect();
        Self { today, values, is_whole: false, measure: Measure::Ratio(times) }
    }

    /// These values alone, in rising order, each as far away as by how many times it is more or
    /// less.
    pub(super) fn of_whole(today: f64, low: f64, high: f64, times: f64) -> Self {
        let measure = Measure::Ratio(times);
        Self { today, values: whole(low, high), is_whole: true, measure }
    }

    /// One value alone, at a distance of 1.
    pub(super) fn only(today: f64, value: f64) -> Self {
        let measure = Measure::Range((value - today).abs());
        Self { today, values: vec![value], is_whole: true, measure }
    }

    /// How far a value is from today's: as a share of the range, or of the ratio that is a distance
    /// of 1.
    pub(super) fn distance(&self, value: f64) -> f64 {
        match self.measure {
            Measure::Range(range) => (value - self.today).abs() / range.max(f64::MIN_POSITIVE),
            Measure::Ratio(_) if value <= 0.0 => NOTHING_IS_AT,
            Measure::Ratio(times) => {
                (libm::log(value / self.today).abs() / libm::log(times)).min(NOTHING_IS_AT)
            }
        }
    }

    /// How near to each other two values have to be to count as one.
    pub(super) fn tolerance(&self, value: f64) -> f64 {
        let change = (value - self.today).abs();
        match self.measure {
            Measure::Ratio(_) if value > 0.0 => TOLERANCE * change.min(value),
            _ => TOLERANCE * change,
        }
    }

    /// Whether a value is as near to one of the two ends as halving can tell.
    pub(super) fn is_next_to_end(&self, value: f64, end: f64) -> bool {
        let ends = [self.values.first(), self.values.last()];
        let is_end = ends.into_iter().flatten().any(|own| (own - end).abs() <= 0.0);
        is_end && (value - end).abs() <= 2.0 * TOLERANCE * (end - self.today).abs()
    }

    /// The values on either side of today's, the nearest first.
    pub(super) fn sides(&self) -> [Vec<f64>; 2] {
        let above = self.values.iter().copied().filter(|value| *value > self.today);
        let below = self.values.iter().rev().copied().filter(|value| *value < self.today);
        [above.collect(), below.collect()]
    }
}

/// The least and the most that an input may be, given the others.
pub(super) fn bounds(compiled: &Compiled, input: usize) -> Option<(f64, f64)> {
    let own = compiled.inputs.get(input)?;
    let domain = &own.field.domain;
    let inside = match domain.scale {
        Scale::Logit => INSIDE * (domain.max - domain.min),
        _ => f64::MIN_POSITIVE,
    };
    let mut low = if domain.is_above_min { domain.min + inside } else { domain.min };
    let mut high = if domain.is_below_max { domain.max - inside } else { domain.max };
    let other = |key: Key| mean_of(compiled, key).unwrap_or_default();
    match own.field.key {
        Key::FreeHours => high = rest_of_the_week(other(Key::WorkHours)),
        Key::WorkHours => high = rest_of_the_week(other(Key::FreeHours)),
        // Something has to drive the person.
        Key::Motivation if !is_driven_without(compiled, input) => low += inside,
        _ => {}
    }
    Some((low, high))
}

/// Both together are no more than a week, rounding or not.
fn rest_of_the_week(hours: f64) -> f64 {
    let rest = HOURS_A_WEEK - hours;
    if rest + hours > HOURS_A_WEEK { rest.next_down() } else { rest }
}

fn is_driven_without(compiled: &Compiled, input: usize) -> bool {
    let drives =
        |own: &Input| own.field.key == Key::Motivation && own.estimate.is_surely_positive();
    compiled.inputs.iter().enumerate().any(|(at, own)| at != input && drives(own))
}

fn mean_of(compiled: &Compiled, key: Key) -> Option<f64> {
    let at = compiled.inputs.iter().position(|input| input.field.key == key)?;
    compiled.means.get(at).copied()
}

fn whole(low: f64, high: f64) -> Vec<f64> {
    (low.ceil() as u32..=high.floor() as u32).map(f64::from).collect()
}

fn shares(points: u32) -> impl Iterator<Item = f64> {
    (0..points).map(move |at| f64::from(at) / f64::from(points - 1))
}

fn evenly(low: f64, high: f64, points: u32) -> Vec<f64> {
    shares(points)
        .map(|share| if share < 1.0 { low + (high - low) * share } else { high })
        .collect()
}

/// Zero, and a row of amounts each so many times the one before, to the highest at most.
fn amounts(today: f64, usual: f64, low: f64, high: f64) -> Vec<f64> {
    let pivot = if today > 0.0 { today } else { usual };
    let span = 2.0 * libm::log(TIMES);
    let zero = (low <= 0.0).then_some(0.0);
    let row = shares(POINTS - 1).map(|share| (pivot / TIMES * libm::exp(span * share)).min(high));
    let mut values: Vec<f64> = zero.into_iter().chain(row).collect();
    values.dedup();
    values
}

/// A value between two; by ratio where both are of one sign and far apart.
pub(super) fn middle(from: f64, to: f64) -> f64 {
    let is_far = from > 0.0 && to > 0.0 && (from / to > 2.0 || to / from > 2.0);
    if is_far { libm::sqrt(from) * libm::sqrt(to) } else { from + (to - from) * 0.5 }
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
    fn a_rating_is_measured_by_its_range_and_an_amount_by_its_ratio() {
        let rating = scan("/person/protections/personal_time");
        assert!((rating.distance(6.0) - 0.1).abs() < 1e-12);
        let hours = scan("/pursuits/mvp/activities/speaking/hours");
        let tenfold = hours.distance(10.0 * hours.today);
        assert!((tenfold - 0.5).abs() < 1e-12 && (hours.distance(0.0) - 2.0).abs() < 1e-12);
        let money = scan("/pursuits/mvp/benefits/pay/money_per_year");
        // Ten times the 8,000 that would satisfy, both ways.
        assert!((money.distance(money.today + 16_000.0) - 0.1).abs() < 1e-12);
    }

    #[test]
    fn amounts_run_from_nothing_to_a_hundred_times_today_within_their_bounds() {
        let hours = scan("/pursuits/mvp/activities/writing/hours");
        let ends = (hours.values.first(), hours.values.last());
        assert!(matches!(ends, (Some(low), Some(high)) if *low <= 0.0
            && (high / hours.today - 100.0).abs() < 1e-9));
        assert_eq!(hours.values.len(), 33);
        assert!(hours.values.is_sorted());
        let at_most = amounts(20.0, 1.0, f64::MIN_POSITIVE, 30.0);
        assert!(at_most.iter().all(|value| (0.2..=30.0).contains(value)));
        assert!(at_most.last().is_some_and(|last| *last >= 30.0));
    }

    #[test]
    fn years_are_looked_at_one_by_one() {
        let years = scan("/person/horizon_years");
        assert!(years.is_whole && years.values.len() == 30);
    }
}
