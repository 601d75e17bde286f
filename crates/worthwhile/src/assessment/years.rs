//! A pursuit over the years: year by year, its award, its money.

use serde::{Deserialize, Serialize};

/// One year of a pursuit at its level.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct YearSummary {
    /// Hours a week.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub hours_per_week: f64,
    /// Hours a week as felt.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub felt_hours_per_week: f64,
    /// Chance of burnout with the load of this year, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub burnout_risk: f64,
    /// Earnings less spending of the year, in the person's currency.
    pub money: f64,
    /// Chance to hold the award in this year, 0 to 1. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub holding_share: Option<f64>,
}

/// How likely an award is held.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AwardSummary {
    /// Share of the years ahead in which it is held, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub holding_share: f64,
    /// Chance to hold it at some time, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub chance_ever: f64,
    /// Hours a week in the busiest year in which it is held.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub hours_per_week_when_held: f64,
}

/// Money only, with a price for the hours, over the years ahead. All figures are beyond those of
/// the life without it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LedgerSummary {
    /// Net present value, in the person's currency.
    pub npv: f64,
    /// Discounted earnings over discounted costs, hours included. Absent where nothing is spent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub benefit_cost_ratio: Option<f64>,
    /// First year from which it has paid for itself, to the end. Absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payback_years: Option<u32>,
    /// The worth of an hour, in the person's currency, at which it would just pay. Absent where no
    /// hour is felt, or where it would be below zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub break_even_hour_value: Option<f64>,
}
