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
/// With a `preset` it starts as a copy of that catalogue entry. Items whose id matches one of the
/// preset's override its fields, others are added, `omit` drops some.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Pursuit {
    /// Slug, unique in the case; the preset's name where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Slug>"))]
    pub id: Option<String>,
    /// The catalogue entry to start from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::PresetName>"))]
    pub preset: Option<String>,
    /// A name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub name: Option<String>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
    /// How much of it can be done, as parts of what is planned, rising, with 1 among them; half of it
    /// or all where absent. `[1]` is all or nothing.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "crate::estimate::finite_list"
    )]
    #[cfg_attr(
        feature = "schema",
        schemars(length(min = 1, max = MAX_LEVELS), extend("uniqueItems" = true))
    )]
    pub levels: Option<Vec<f64>>,
    /// The part of this work that is done in any case, 0 to 1; 0 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anyway: Option<Estimate>,
    /// For how many years everything in it goes on, up to 30; to the end where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts_years: Option<Estimate>,
    /// The award it can earn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub award: Option<Award>,
    /// What it takes in hours.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default, length(max = MAX_ITEMS)))]
    pub activities: Vec<Activity>,
    /// What it gives.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default, length(max = MAX_ITEMS)))]
    pub benefits: Vec<Benefit>,
    /// What it takes in money.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default, length(max = MAX_ITEMS)))]
    pub costs: Vec<Cost>,
    /// What bothers about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default, length(max = MAX_ITEMS)))]
    pub drawbacks: Vec<Drawback>,
    /// Ids of the preset's items to leave out.
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

/// An award that a year's effort can earn for the next year.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Award {
    /// Chance that a year's effort earns it, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance_per_year: Option<Estimate>,
    /// Chance that a year's effort keeps it, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renewal_chance: Option<Estimate>,
    /// Whether it is held today; not held where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<bool>,
    /// Years of effort in a row without it after which one gives up, 1 to 30; never where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub give_up_after_years: Option<u32>,
    /// What follows then; the work where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_giving_up: Option<AfterGivingUp>,
}

/// What comes after giving up on the award.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum AfterGivingUp {
    /// The same work without the award.
    #[default]
    Work,
    /// Nothing more than what is done anyway.
    Stop,
}

impl Pursuit {
    /// A pursuit of one's own, still without items.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..Self::default() }
    }

    /// A copy of a catalogue entry, for example `microsoft-mvp`.
    #[must_use]
    pub fn preset(name: impl Into<String>) -> Self {
        Self { preset: Some(name.into()), ..Self::default() }
    }

    /// Adds an activity, or overrides the preset's with the same id.
    #[must_use]
    pub fn with_activity(mut self, activity: Activity) -> Self {
        self.activities.push(activity);
        self
    }

    /// Adds a benefit, or overrides the preset's with the same id.
    #[must_use]
    pub fn with_benefit(mut self, benefit: Benefit) -> Self {
        self.benefits.push(benefit);
        self
    }

    /// Adds a cost, or overrides the preset's with the same id.
    #[must_use]
    pub fn with_cost(mut self, cost: Cost) -> Self {
        self.costs.push(cost);
        self
    }

    /// Adds a drawback, or overrides the preset's with the same id.
    #[must_use]
    pub fn with_drawback(mut self, drawback: Drawback) -> Self {
        self.drawbacks.push(drawback);
        self
    }

    /// Says how much of it can be done, as parts of what is planned; 1 is all of it.
    #[must_use]
    pub fn with_levels(mut self, levels: impl IntoIterator<Item = f64>) -> Self {
        self.levels = Some(levels.into_iter().collect());
        self
    }

    /// Leaves an item of the preset out.
    #[must_use]
    pub fn with_omitted(mut self, id: impl Into<String>) -> Self {
        self.omit.push(id.into());
        self
    }
}

setters! { Pursuit {
    /// An id of its own.
    with_id: into String => id,
    /// The catalogue entry to start from.
    with_preset: into String => preset,
    /// A name for people.
    with_name: into String => name,
    /// A note; it changes nothing.
    with_note: into String => note,
    /// The part of this work that is done in any case, 0 to 1.
    with_anyway: into Estimate => anyway,
    /// For how many years everything in it goes on, up to 30.
    with_lasts_years: into Estimate => lasts_years,
    /// The award, or what overrides the preset's.
    with_award: plain Award => award,
} }

impl Award {
    /// Chances that a year's effort earns and keeps the award, 0 to 1 each; not held today.
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
    /// Chance that a year's effort earns it, 0 to 1.
    with_chance_per_year: into Estimate => chance_per_year,
    /// Chance that a year's effort keeps it, 0 to 1.
    with_renewal_chance: into Estimate => renewal_chance,
    /// Whether it is held today.
    with_held: plain bool => held,
    /// After how many years of effort in a row without it one gives up, 1 to 30.
    with_give_up_after_years: plain u32 => give_up_after_years,
    /// What follows after giving up.
    with_after_giving_up: plain AfterGivingUp => after_giving_up,
} }

grouped!(Award: AwardNumbers { chance_per_year, renewal_chance });
