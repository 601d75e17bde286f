//! What a person could do with their free hours.

use serde::Serialize;

use super::building::{grouped, setter, setters};
use super::{Activity, Benefit, Cost, Drawback};
use crate::estimate::Estimate;
use crate::field::AwardNumbers;
#[cfg(feature = "schema")]
use crate::limits::{MAX_ITEMS, MAX_LEVELS};

/// Something to spend free hours on: an award to earn or keep, a certification, more rest.
///
/// With a `preset`, it starts as a copy of that catalogue entry. Items whose id matches an item of
/// the preset override its fields, other items are added, and `omit` removes items.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Pursuit {
    /// Slug, unique in the case. If absent, the name of the preset.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Slug>"))]
    pub id: Option<String>,
    /// The catalogue entry to start from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::PresetName>"))]
    pub preset: Option<String>,
    /// A name to show to people.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub name: Option<String>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
    /// How much of it can be done, relative to what is planned, in ascending order and including 1. If
    /// absent, half or all of it. `[1]` is all or nothing.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "crate::estimate::finite_list"
    )]
    #[cfg_attr(
        feature = "schema",
        schemars(length(min = 1, max = MAX_LEVELS), extend("uniqueItems" = true))
    )]
    pub levels: Option<Vec<f64>>,
    /// The share of this work that the person would do anyway, 0 to 1. If absent, 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anyway: Option<Estimate>,
    /// How many years everything in it goes on, up to 30. If absent, to the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts_years: Option<Estimate>,
    /// The award it can earn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub award: Option<Award>,
    /// What it takes: hours.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default, length(max = MAX_ITEMS)))]
    pub activities: Vec<Activity>,
    /// What it gives.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default, length(max = MAX_ITEMS)))]
    pub benefits: Vec<Benefit>,
    /// What it takes: money.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default, length(max = MAX_ITEMS)))]
    pub costs: Vec<Cost>,
    /// What bothers the person about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default, length(max = MAX_ITEMS)))]
    pub drawbacks: Vec<Drawback>,
    /// Ids of items of the preset to leave out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(
            with = "Option<Vec<crate::case::shapes::Slug>>",
            length(max = MAX_ITEMS),
            extend("uniqueItems" = true)
        )
    )]
    pub omit: Vec<String>,
}

/// An award that one year's effort can earn for the next year.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Award {
    /// What the answer calls it, such as `a publisher`. If absent, `the award`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub name: Option<String>,
    /// The chance that a year's effort earns it, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance_per_year: Option<Estimate>,
    /// The chance that a year's effort keeps it, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renewal_chance: Option<Estimate>,
    /// Whether the person holds it today. If absent, false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<bool>,
    /// How many years of effort in a row without the award lead to giving up, 1 to 30. If absent,
    /// never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub give_up_after_years: Option<u32>,
    /// What happens after giving up. If absent, `work`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_giving_up: Option<AfterGivingUp>,
}

/// What comes after giving up on the award.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum AfterGivingUp {
    /// The same work goes on without the award.
    #[default]
    Work,
    /// Nothing beyond what would be done anyway.
    Stop,
}

impl Pursuit {
    /// A custom pursuit, without items yet.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..Self::default() }
    }

    /// A copy of a catalogue entry, for example `microsoft-mvp`.
    #[must_use]
    pub fn preset(name: impl Into<String>) -> Self {
        Self { preset: Some(name.into()), ..Self::default() }
    }

    /// Adds an activity, or overrides the preset's activity with the same id.
    #[must_use]
    pub fn with_activity(mut self, activity: Activity) -> Self {
        self.activities.push(activity);
        self
    }

    /// Adds a benefit, or overrides the preset's benefit with the same id.
    #[must_use]
    pub fn with_benefit(mut self, benefit: Benefit) -> Self {
        self.benefits.push(benefit);
        self
    }

    /// Adds a cost, or overrides the preset's cost with the same id.
    #[must_use]
    pub fn with_cost(mut self, cost: Cost) -> Self {
        self.costs.push(cost);
        self
    }

    /// Adds a drawback, or overrides the preset's drawback with the same id.
    #[must_use]
    pub fn with_drawback(mut self, drawback: Drawback) -> Self {
        self.drawbacks.push(drawback);
        self
    }

    /// Sets how much of it can be done, relative to what is planned; 1 is all of it.
    #[must_use]
    pub fn with_levels(mut self, levels: impl IntoIterator<Item = f64>) -> Self {
        self.levels = Some(levels.into_iter().collect());
        self
    }

    /// Leaves out an item of the preset.
    #[must_use]
    pub fn with_omitted(mut self, id: impl Into<String>) -> Self {
        self.omit.push(id.into());
        self
    }
}

setters! { Pursuit {
    /// Sets the id.
    with_id: into String => id,
    /// Sets the catalogue entry to start from.
    with_preset: into String => preset,
    /// Sets the name to show to people.
    with_name: into String => name,
    /// Sets a note, which does not affect the answer.
    with_note: into String => note,
    /// Sets the share of this work that the person would do anyway, 0 to 1.
    with_anyway: into Estimate => anyway,
    /// Sets how many years everything in it goes on, up to 30.
    with_lasts_years: into Estimate => lasts_years,
    /// Sets the award, or what overrides the preset's award.
    with_award: plain Award => award,
} }

impl Award {
    /// An award that is not held today, with the chances that a year's effort earns and keeps it, 0 to
    /// 1 each.
    #[must_use]
    pub fn new(chance_per_year: impl Into<Estimate>, renewal_chance: impl Into<Estimate>) -> Self {
        Self {
            chance_per_year: Some(chance_per_year.into()),
            renewal_chance: Some(renewal_chance.into()),
            ..Self::default()
        }
    }
}

setters! { Award {
    /// Sets what the answer calls it, such as `a publisher`.
    with_name: into String => name,
    /// Sets the chance that a year's effort earns it, 0 to 1.
    with_chance_per_year: into Estimate => chance_per_year,
    /// Sets the chance that a year's effort keeps it, 0 to 1.
    with_renewal_chance: into Estimate => renewal_chance,
    /// Sets whether the person holds it today.
    with_held: plain bool => held,
    /// Sets how many years of effort in a row without the award lead to giving up, 1 to 30.
    with_give_up_after_years: plain u32 => give_up_after_years,
    /// Sets what happens after giving up.
    with_after_giving_up: plain AfterGivingUp => after_giving_up,
} }

grouped!(Award: AwardNumbers { chance_per_year, renewal_chance });
