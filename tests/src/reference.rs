//! A second implementation of the model, slow and plain, written from the specification alone.
//!
//! [`answer`] is for the *base case*: every uncertain estimate stands at its mean. [`sampled`] draws
//! the estimates instead, for as many scenarios as wanted. Both read an expanded case (no presets,
//! nothing omitted by name) and trust it to be valid. This shares no code and no ideas with the
//! library, so that the two can only agree by both being right.

#![allow(clippy::needless_range_loop, reason = "a loop over motives reads as the page does")]

mod case;
mod choosing;
mod estimates;
mod model;
mod random;
mod reading;
mod sampling;

use estimates::Estimate;
use serde_json::Value;

pub use sampling::{Chance, Figure, Sampled, SampledPursuit};

/// The figures of a whole case.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// One entry per pursuit, in case order.
    pub pursuits: Vec<PursuitAnswer>,
    /// The best use of the free hours.
    pub best_mix: Plan,
}

/// The figures of one pursuit.
#[derive(Debug, Clone, PartialEq)]
pub struct PursuitAnswer {
    /// The pursuit's id.
    pub id: String,
    /// `not_feasible`, `worth_it`, `not_worth_it` or `better_elsewhere`.
    pub verdict: String,
    /// Whether the deciding figure is within `close_call_points` of 0.
    pub close_call: bool,
    /// Worth in points, done alone.
    pub worth: f64,
    /// Worth of the plan with it less worth of the plan without it.
    pub margin: f64,
    /// Points by id: eight motives, then three protections (negative or zero). They sum to `worth`.
    pub contributions: Vec<(String, f64)>,
    /// Worth less margin.
    pub opportunity_cost: f64,
    /// The best mix that contains it, or it alone where it does not fit.
    pub plan_with: Plan,
    /// The best mix that does not contain it.
    pub plan_without: Plan,
    /// What the award adds to the contributing, in points. Only with an award.
    pub title_premium: Option<f64>,
    /// Worth of the pursuing regime alone. Only with an award.
    pub if_not_renewed: Option<f64>,
    /// Hours a week.
    pub hours_per_week: f64,
    /// Hours a week in the heavier regime it can be in.
    pub peak_hours_per_week: f64,
    /// Felt hours a week.
    pub felt_hours_per_week: f64,
    /// Risk of burnout while doing it, 0 to 1.
    pub burnout_risk: f64,
    /// Money a year, in the case's currency. Summed even where `person.money` is absent.
    pub money_per_year: f64,
    /// The award's chances. Only with an award.
    pub award: Option<AwardAnswer>,
    /// The money-only view. Only where `hour_value` is given.
    pub ledger: Option<Ledger>,
}

/// A mix of pursuits.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The ids of its pursuits, in case order.
    pub pursuits: Vec<String>,
    /// Its worth in points.
    pub worth: f64,
    /// Its hours a week.
    pub hours_per_week: f64,
}

/// How often the award is held.
#[derive(Debug, Clone, PartialEq)]
pub struct AwardAnswer {
    /// Weighted share of the horizon in which it is held.
    pub holding_share: f64,
    /// Chance to hold it at some time.
    pub chance_ever: f64,
}

/// The money-only view of a pursuit, with its felt hours priced.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    /// Net present value.
    pub npv: f64,
    /// Discounted gains over discounted costs. Absent where there are no costs.
    pub benefit_cost_ratio: Option<f64>,
    /// First year with a cumulative flow of at least 0.
    pub payback_years: Option<u32>,
    /// The hour value at which the net present value is 0. Absent where no hour is felt.
    pub break_even_hour_value: Option<f64>,
}

/// Answers an expanded case document.
///
/// # Panics
///
/// Where the document is not a valid expanded case.
pub fn answer(case: &Value) -> Answer {
    choosing::answer(&reading::case(case).map(Estimate::mean))
}

/// Plain Monte Carlo over an expanded case document. Plans are chosen on the base case.
///
/// # Panics
///
/// Where the document is not a valid expanded case.
pub fn sampled(case: &Value, scenarios: usize, seed: u64) -> Sampled {
    sampling::sampled(&reading::case(case), scenarios, seed)
}

#[cfg(test)]
mod tests;
