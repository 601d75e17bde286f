//! The person who asks.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::Serialize;

use super::Motive;
use super::building::{setter, setters};
use crate::estimate::Estimate;
use crate::field::PersonNumbers;

/// A person: what drives them, what they protect, and what they have.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Person {
    /// The importance of each motive, 0 to 10. Absent motives count as 0; at least one must be above 0.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Motivations>"))]
    pub motivations: BTreeMap<Motive, Estimate>,
    /// Instead of ratings: motives from most to least important. A motive that is not listed has no
    /// weight.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 8), extend("uniqueItems" = true)))]
    pub motivation_ranking: Option<Vec<Motive>>,
    /// What the person does not want a pursuit to cost.
    #[serde(skip_serializing_if = "Protections::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub protections: Protections,
    /// The week.
    pub time: Time,
    /// What money means to the person. If absent, money does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money: Option<Money>,
    /// Today's chance of burnout, between 0 and 1. If absent, it follows the job hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub burnout_risk: Option<Estimate>,
    /// How far the world values things, 0 to 1, by name.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Conditions>"))]
    pub conditions: IndexMap<String, Estimate>,
    /// Years to look ahead, 1 to 30. If absent, 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub horizon_years: Option<u32>,
    /// Yearly discount rate, 0 to 1. If absent, 0.035.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_rate: Option<Estimate>,
}

/// How much the person protects what a pursuit may cost, 0 to 10 each. If absent, 5.
///
/// `break_even_hours_per_week` can stand in for `personal_time`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Protections {
    /// Personal time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub personal_time: Option<Estimate>,
    /// Instead of `personal_time`: hours a week of plain work at which even a pursuit that served
    /// everything would no longer be worth it, 1 to 168.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub break_even_hours_per_week: Option<Estimate>,
    /// Wellbeing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wellbeing: Option<Estimate>,
    /// Savings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub savings: Option<Estimate>,
}

impl Protections {
    /// Protections with their defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The person's week.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Time {
    /// Free hours a week, greater than 0. Together with the job hours, at most 168.
    pub free_hours_per_week: Estimate,
    /// Job hours a week. If absent, 40.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_hours_per_week: Option<Estimate>,
    /// The most hours a week for all pursuits together, greater than 0. If absent, no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit_hours_per_week: Option<Estimate>,
}

/// What money means to the person.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Money {
    /// ISO 4217 code. If absent, USD.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Currency>"))]
    pub currency: Option<String>,
    /// What one US dollar is worth in that currency. If absent, 1.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "crate::estimate::finite")]
    pub usd_rate: Option<f64>,
    /// The yearly gain that would fully satisfy the income motive, greater than 0.
    pub meaningful_yearly_amount: Estimate,
    /// What a free hour is worth; only the ledger uses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hour_value: Option<Estimate>,
}

impl Person {
    /// A person with this many free hours a week, and defaults for everything else.
    #[must_use]
    pub fn new(free_hours_per_week: impl Into<Estimate>) -> Self {
        Self {
            motivations: BTreeMap::new(),
            motivation_ranking: None,
            protections: Protections::default(),
            time: Time::new(free_hours_per_week),
            money: None,
            burnout_risk: None,
            conditions: IndexMap::new(),
            horizon_years: None,
            discount_rate: None,
        }
    }

    /// Rates a motive, 0 to 10.
    #[must_use]
    pub fn with_motivation(mut self, motive: Motive, importance: impl Into<Estimate>) -> Self {
        self.motivations.insert(motive, importance.into());
        self
    }

    /// Ranks motives instead of rating them, most important first.
    #[must_use]
    pub fn with_ranking(mut self, motives: impl IntoIterator<Item = Motive>) -> Self {
        self.motivation_ranking = Some(motives.into_iter().collect());
        self
    }

    /// Sets what the person protects.
    #[must_use]
    pub fn with_protections(mut self, protections: Protections) -> Self {
        self.protections = protections;
        self
    }

    /// Sets the person's week.
    #[must_use]
    pub fn with_time(mut self, time: Time) -> Self {
        self.time = time;
        self
    }

    /// Sets how far the world values something, 0 to 1.
    #[must_use]
    pub fn with_condition(mut self, name: impl Into<String>, value: impl Into<Estimate>) -> Self {
        self.conditions.insert(name.into(), value.into());
        self
    }
}

setters! { Person {
    /// Sets the job hours a week.
    with_work_hours: into Estimate => time.work_hours_per_week,
    /// Sets the most hours a week for all pursuits together.
    with_limit_hours: into Estimate => time.limit_hours_per_week,
    /// Sets what money means.
    with_money: plain Money => money,
    /// Sets today's chance of burnout, between 0 and 1.
    with_burnout_risk: into Estimate => burnout_risk,
    /// Sets the years to look ahead, 1 to 30.
    with_horizon_years: plain u32 => horizon_years,
    /// Sets the yearly discount rate, 0 to 1.
    with_discount_rate: into Estimate => discount_rate,
} }

setters! { Protections {
    /// Sets how much personal time is protected, 0 to 10.
    with_personal_time: into Estimate => personal_time,
    /// Sets, instead of that, the hours a week at which nothing would be worth it anymore, 1 to 168.
    with_break_even_hours: into Estimate => break_even_hours_per_week,
    /// Sets how much wellbeing is protected, 0 to 10.
    with_wellbeing: into Estimate => wellbeing,
    /// Sets how much savings are protected, 0 to 10.
    with_savings: into Estimate => savings,
} }

impl Time {
    /// A week with this many free hours, alongside the default job.
    #[must_use]
    pub fn new(free_hours_per_week: impl Into<Estimate>) -> Self {
        Self {
            free_hours_per_week: free_hours_per_week.into(),
            work_hours_per_week: None,
            limit_hours_per_week: None,
        }
    }
}

setters! { Time {
    /// Sets the job hours a week.
    with_work_hours: into Estimate => work_hours_per_week,
    /// Sets the most hours a week for all pursuits together, greater than 0.
    with_limit_hours: into Estimate => limit_hours_per_week,
} }

impl Money {
    /// Money in US dollars, of which this many a year would fully satisfy the income motive.
    #[must_use]
    pub fn new(meaningful_yearly_amount: impl Into<Estimate>) -> Self {
        Self {
            currency: None,
            usd_rate: None,
            meaningful_yearly_amount: meaningful_yearly_amount.into(),
            hour_value: None,
        }
    }

    /// Sets another currency, and what one US dollar is worth in it.
    #[must_use]
    pub fn with_currency(mut self, code: impl Into<String>, usd_rate: f64) -> Self {
        self.currency = Some(code.into());
        self.usd_rate = Some(usd_rate);
        self
    }
}

setters! { Money {
    /// Sets what a free hour is worth.
    with_hour_value: into Estimate => hour_value,
} }

impl Person {
    /// The numbers that stand alone and have a value in any case, those that are given.
    pub(crate) fn numbers(&self) -> PersonNumbers<Option<Estimate>> {
        let Protections { wellbeing, savings, .. } = self.protections.clone();
        PersonNumbers {
            wellbeing,
            savings,
            free_hours: Some(self.time.free_hours_per_week.clone()),
            work_hours: self.time.work_hours_per_week.clone(),
            horizon_years: self.horizon_years.map(|years| Estimate::Certain(f64::from(years))),
            discount_rate: self.discount_rate.clone(),
        }
    }

    /// A person with these numbers and nothing else.
    pub(crate) fn of_numbers(numbers: PersonNumbers<Estimate>) -> Self {
        let PersonNumbers {
            wellbeing,
            savings,
            free_hours,
            work_hours,
            horizon_years,
            discount_rate,
        } = numbers;
        let horizon = match horizon_years {
            Estimate::Certain(years) => Some(years as u32),
            _ => None,
        };
        Self {
            protections: Protections::new().with_wellbeing(wellbeing).with_savings(savings),
            time: Time::new(free_hours).with_work_hours(work_hours),
            horizon_years: horizon,
            discount_rate: Some(discount_rate),
            ..Self::new(0.0)
        }
    }
}
