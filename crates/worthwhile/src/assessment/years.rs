//! A pursuit over the years: each year, its award, its money.

use serde::{Deserialize, Serialize};

/// One year of a pursuit at its level.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct YearSummary {
    /// Hours a week.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub hours_per_week: f64,
    /// Hours a week as felt: an enjoyed hour counts less, a dreaded one more.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub felt_hours_per_week: f64,
    /// Chance of burnout with the load of this year, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub burnout_risk: f64,
    /// Earnings minus spending in the year, in the person's currency.
    pub money: f64,
    /// Chance of holding the award in this year, 0 to 1. Only with an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub holding_share: Option<f64>,
}

/// How likely the person is to hold the award.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AwardSummary {
    /// What the answer calls it. Absent if it is `the award`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Share of the years ahead in which the person holds it, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub holding_share: f64,
    /// Chance of holding it at some point, 0 to 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    pub chance_ever: f64,
    /// Hours a week in the busiest year in which the person holds it.
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub hours_per_week_when_held: f64,
}

/// Money alone, with a price for the hours, over the years ahead. All figures are relative to the life
/// without it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LedgerSummary {
    /// Net present value, in the person's currency.
    pub npv: f64,
    /// Discounted earnings divided by discounted costs, including hours. Absent if there are no costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub benefit_cost_ratio: Option<f64>,
    /// First year from which it has paid for itself, through to the end. Absent if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payback_years: Option<u32>,
    /// The value of an hour, in the person's currency, at which it would break even. Absent if no hour is
    /// felt, or if it would be below zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub break_even_hour_value: Option<f64>,
}
