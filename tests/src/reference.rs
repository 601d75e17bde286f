//! A second implementation of the model, slow and plain, written from the specification alone.
//!
//! [`answer`] is for the *base case*: every uncertain estimate stands at its mean. [`sampled`] draws
//! the estimates instead, for as many scenarios as wanted. Both read an expanded case (no presets,
//! nothing omitted by name) and trust it to be valid. This shares no code and no ideas with the
//! library, so that the two can only agree by both being right.

#![allow(clippy::needless_range_loop, reason = "a loop over motives reads as the page does")]

mod answering;
mod case;
mod chain;
mod choosing;
mod estimates;
mod ledger;
mod lives;
mod normal;
mod person;
mod random;
mod reading;
mod sampling;
mod turning;
mod worth;
mod year;

use estimates::Estimate;
use serde_json::Value;

pub use sampling::{Chance, Figure, Sampled, SampledPursuit, SampledQuestion};
pub use turning::{Change, Turn, flip, is_yes, levers};

/// The figures of a whole case.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// One entry per pursuit, in case order.
    pub pursuits: Vec<PursuitAnswer>,
    /// The best use of the free hours.
    pub best_mix: Plan,
    /// The first pursuit done as planned. Absent where that does not fit.
    pub as_planned: Option<AsPlanned>,
    /// The first pursuit at one level after another. Empty where it is all or nothing.
    pub how_much: Vec<HowMuch>,
}

/// The margins of a pursuit held at one level, the others chosen anew.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AsPlanned {
    /// Over the plan without it, or without its award.
    pub margin: f64,
    /// Over the plan without any of it.
    pub margin_over_none: f64,
}

/// The first pursuit at one level.
#[derive(Debug, Clone, PartialEq)]
pub struct HowMuch {
    /// How much of it is done.
    pub level: f64,
    /// Hours a week.
    pub hours_per_week: f64,
    /// Worth in points, done alone.
    pub worth: f64,
    /// Both margins. Absent where nothing with it fits.
    pub margins: Option<AsPlanned>,
    /// Worth of the same work without the award. Only with an award.
    pub work_worth: Option<f64>,
    /// Chance to hold the award at some time. Only with an award.
    pub chance_ever: Option<f64>,
}

/// The figures of one pursuit.
#[derive(Debug, Clone, PartialEq)]
pub struct PursuitAnswer {
    /// The pursuit's id.
    pub id: String,
    /// `worth_it`, `without_the_award`, `not_feasible`, `not_worth_it` or `better_elsewhere`.
    pub verdict: String,
    /// How much of it is done in the plan with it.
    pub level: f64,
    /// Whether the margin is within `close_call_points` of 0.
    pub close_call: bool,
    /// Worth in points, done alone.
    pub worth: f64,
    /// Worth of the plan with it less worth of the plan without it, or without its award.
    pub margin: f64,
    /// Worth of the plan with it less worth of the plan without any of it.
    pub margin_over_none: f64,
    /// Points by id: eight motives, three protections, then drawbacks. They sum to `worth`.
    pub contributions: Vec<(String, f64)>,
    /// Worth less margin over none of it.
    pub opportunity_cost: f64,
    /// The best mix with it and its award, or it alone where it does not fit.
    pub plan_with: Plan,
    /// The best mix without its award, or without it where it has none.
    pub plan_without: Plan,
    /// The best mix without any of it.
    pub plan_without_any: Plan,
    /// Worth of the same work alone without the award. Only with an award.
    pub work_worth: Option<f64>,
    /// Margin of the best mix with the work over that without any of it. Only with an award whose
    /// work fits.
    pub work_margin: Option<f64>,
    /// What the award adds to the contributing, in points. Only with an award.
    pub title_premium: Option<f64>,
    /// Hours a week, those that are given anyway included.
    pub hours_per_week: f64,
    /// Hours a week above those given anyway.
    pub extra_hours_per_week: f64,
    /// Hours a week in the busiest year.
    pub busiest_hours_per_week: f64,
    /// Felt hours a week.
    pub felt_hours_per_week: f64,
    /// Risk of burnout while doing it alone, 0 to 1.
    pub burnout_risk: f64,
    /// Money a year, in the case's currency. Summed even where `person.money` is absent.
    pub money_per_year: f64,
    /// The years up to the horizon.
    pub years: Vec<YearAnswer>,
    /// The award's chances. Only with an award.
    pub award: Option<AwardAnswer>,
    /// The money-only view. Only where `hour_value` is given.
    pub ledger: Option<Ledger>,
}

/// One year of a pursuit.
#[derive(Debug, Clone, PartialEq)]
pub struct YearAnswer {
    /// Hours a week.
    pub hours_per_week: f64,
    /// Felt hours a week.
    pub felt_hours_per_week: f64,
    /// Risk of burnout while doing it alone.
    pub burnout_risk: f64,
    /// Money in this year.
    pub money: f64,
    /// The chance that this year ends with the next year's award. Only with an award.
    pub holding_share: Option<f64>,
}

/// A mix of pursuits.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Its pursuits, in case order.
    pub pursuits: Vec<PlanMember>,
    /// Its worth in points.
    pub worth: f64,
    /// Hours a week of the whole life, with what is done anyway.
    pub hours_per_week: f64,
}

/// A pursuit of a mix.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanMember {
    /// Its id.
    pub id: String,
    /// How much of it is done.
    pub level: f64,
    /// Whether the award is gone for, where there is one.
    pub award: Option<bool>,
}

/// How often the award is held.
#[derive(Debug, Clone, PartialEq)]
pub struct AwardAnswer {
    /// Weighted share of the horizon in which it is held.
    pub holding_share: f64,
    /// Chance to hold it at some time.
    pub chance_ever: f64,
    /// Hours a week in a year in which it is held.
    pub hours_per_week_when_held: f64,
}

/// The money-only view of a pursuit, with its felt hours priced.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    /// Net present value.
    pub npv: f64,
    /// Discounted gains over discounted costs. Absent where there are no costs.
    pub benefit_cost_ratio: Option<f64>,
    /// First year from which the cumulative flow stays at 0 or above.
    pub payback_years: Option<u32>,
    /// The hour value at which the net present value is 0. Absent where no hour is felt, or it
    /// would be negative.
    pub break_even_hour_value: Option<f64>,
}

/// Answers an expanded case document.
///
/// # Panics
///
/// Where the document is not a valid expanded case.
#[must_use]
pub fn answer(case: &Value) -> Answer {
    answering::answer(&reading::case(case).map(Estimate::mean))
}

/// Plain Monte Carlo over an expanded case document. Plans are chosen on the base case, and a
/// second time among those by their means.
///
/// # Panics
///
/// Where the document is not a valid expanded case.
#[must_use]
pub fn sampled(case: &Value, scenarios: usize, seed: u64) -> Sampled {
    sampling::sampled(&reading::case(case), scenarios, seed)
}

/// Plain Monte Carlo of the first pursuit at one level after another, the plans chosen on the base
/// case. This takes about as long as all of [`sampled`].
///
/// # Panics
///
/// Where the document is not a valid expanded case.
#[must_use]
pub fn sampled_question(case: &Value, scenarios: usize, seed: u64) -> SampledQuestion {
    sampling::question(&reading::case(case), scenarios, seed)
}

#[cfg(test)]
mod tests;
