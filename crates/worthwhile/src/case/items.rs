//! The items of a pursuit: activities, benefits, costs and drawbacks.

use serde::Serialize;

use super::building::{grouped, setter, setters};
use crate::estimate::Estimate;
use crate::field::{ActivityNumbers, BenefitNumbers, CostNumbers, DrawbackNumbers};
#[cfg(feature = "schema")]
use crate::limits::MAX_ITEMS;

/// When something counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum During {
    /// In every year, as part of the work itself.
    #[default]
    Always,
    /// In years of going for the award or holding it.
    Award,
    /// In years of going for the award while not holding it.
    Pursuing,
    /// In years of holding the award.
    Holding,
}

/// What a benefit requires.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Requires {
    /// The effort alone.
    #[default]
    Effort,
    /// The award.
    Award,
}

/// Something that takes hours.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Activity {
    /// Slug, unique among the pursuit's items. If absent, derived from `kind`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Slug>"))]
    pub id: Option<String>,
    /// What is done: a snake_case word. `rest` does not count as a load.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Snake>"))]
    pub kind: Option<String>,
    /// Hours for one occurrence, 0 to 1000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Estimate>,
    /// Usual occurrences a year, for which benefits and chances are rated; up to 10,000. If absent,
    /// `per_year`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual_per_year: Option<Estimate>,
    /// Occurrences a year for this person, 0 to 10,000. If absent, `usual_per_year`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_year: Option<Estimate>,
    /// How enjoyable it is, -10 to 10. If absent, 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enjoyability: Option<Estimate>,
    /// When it counts. If absent, `always`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub during: Option<During>,
    /// Years until it starts, 0 to 30. If absent, 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_years: Option<Estimate>,
    /// How many years it lasts, up to 30. If absent, as long as the pursuit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts_years: Option<Estimate>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
}

/// Something a pursuit gives.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Benefit {
    /// Slug, unique among the pursuit's items. If absent, derived from `category`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Slug>"))]
    pub id: Option<String>,
    /// The type of benefit: a built-in category, or a custom one with a row in `assumptions.serves`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Category>"))]
    pub category: Option<String>,
    /// How strong it is, 0 to 10. If absent, 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<Estimate>,
    /// The chance that it comes at all, 0 to 1. If absent, 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance: Option<Estimate>,
    /// Money it brings a year, if it comes. If absent, 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money_per_year: Option<Estimate>,
    /// What it requires. If absent, `effort`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requires: Option<Requires>,
    /// Conditions; the chance is multiplied by all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schema",
        schemars(
            with = "Option<Vec<crate::case::shapes::Condition>>",
            length(max = MAX_ITEMS),
            extend("uniqueItems" = true)
        )
    )]
    pub depends_on: Option<Vec<String>>,
    /// Years until it starts, 0 to 30. If absent, 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_years: Option<Estimate>,
    /// How many years it lasts, up to 30. If absent, as long as the pursuit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts_years: Option<Estimate>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
}

/// Something that takes money.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Cost {
    /// Slug, unique among the pursuit's items. If absent, `cost`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Slug>"))]
    pub id: Option<String>,
    /// Money a year, 0 or more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money_per_year: Option<Estimate>,
    /// When it counts. If absent, `always`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub during: Option<During>,
    /// Years until it starts, 0 to 30. If absent, 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_years: Option<Estimate>,
    /// How many years it lasts, up to 30. If absent, as long as the pursuit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts_years: Option<Estimate>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
}

/// Something that bothers the person about a pursuit, apart from its hours and its money.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Drawback {
    /// Slug, unique among the pursuit's items. If absent, derived from `kind`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Slug>"))]
    pub id: Option<String>,
    /// What bothers: a snake_case word.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::DrawbackKind>"))]
    pub kind: Option<String>,
    /// How much it bothers, 0 (not at all) to 10 (unbearable).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bother: Option<Estimate>,
    /// The chance that it comes at all, 0 to 1. If absent, 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance: Option<Estimate>,
    /// When it counts. If absent, `always`; required if the pursuit has an award, unless it overrides a
    /// preset's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub during: Option<During>,
    /// Years until it starts, 0 to 30. If absent, 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_years: Option<Estimate>,
    /// How many years it lasts, up to 30. If absent, as long as the pursuit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts_years: Option<Estimate>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
}

impl Activity {
    /// An activity that takes `hours` each time, `per_year` times a year.
    #[must_use]
    pub fn new(
        kind: impl Into<String>,
        hours: impl Into<Estimate>,
        per_year: impl Into<Estimate>,
    ) -> Self {
        Self {
            kind: Some(kind.into()),
            hours: Some(hours.into()),
            per_year: Some(per_year.into()),
            ..Self::default()
        }
    }
}

setters! { Activity {
    /// Sets the id.
    with_id: into String => id,
    /// Sets what is done.
    with_kind: into String => kind,
    /// Sets the hours for one occurrence, 0 to 1000.
    with_hours: into Estimate => hours,
    /// Sets the usual times a year, for which benefits and chances are rated; greater than 0.
    with_usual_per_year: into Estimate => usual_per_year,
    /// Sets the times a year for this person.
    with_per_year: into Estimate => per_year,
    /// Sets how enjoyable the hours are, -10 to 10.
    with_enjoyability: into Estimate => enjoyability,
    /// Sets when it counts.
    with_during: plain During => during,
    /// Sets the years until it starts, 0 to 30.
    with_delay_years: into Estimate => delay_years,
    /// Sets how many years it lasts, up to 30.
    with_lasts_years: into Estimate => lasts_years,
    /// Sets a note, which does not affect the answer.
    with_note: into String => note,
} }

impl Benefit {
    /// A benefit with a strength of 0 to 10.
    #[must_use]
    pub fn new(category: impl Into<String>, strength: impl Into<Estimate>) -> Self {
        Self { category: Some(category.into()), strength: Some(strength.into()), ..Self::default() }
    }

    /// Makes it a benefit of the award.
    #[must_use]
    pub fn with_award_required(self) -> Self {
        self.with_requires(Requires::Award)
    }

    /// Makes its chance depend on a condition, in addition to any others.
    #[must_use]
    pub fn with_condition(mut self, name: impl Into<String>) -> Self {
        self.depends_on.get_or_insert_default().push(name.into());
        self
    }
}

setters! { Benefit {
    /// Sets the id.
    with_id: into String => id,
    /// Sets the category.
    with_category: into String => category,
    /// Sets how strong it is, 0 to 10.
    with_strength: into Estimate => strength,
    /// Sets the chance that it comes at all, 0 to 1.
    with_chance: into Estimate => chance,
    /// Sets the money it brings a year, if it comes.
    with_money_per_year: into Estimate => money_per_year,
    /// Sets what it requires.
    with_requires: plain Requires => requires,
    /// Sets the years until it starts, 0 to 30.
    with_delay_years: into Estimate => delay_years,
    /// Sets how many years it lasts, up to 30.
    with_lasts_years: into Estimate => lasts_years,
    /// Sets a note, which does not affect the answer.
    with_note: into String => note,
} }

impl Cost {
    /// A cost of `money_per_year`.
    #[must_use]
    pub fn new(id: impl Into<String>, money_per_year: impl Into<Estimate>) -> Self {
        Self { id: Some(id.into()), money_per_year: Some(money_per_year.into()), ..Self::default() }
    }
}

setters! { Cost {
    /// Sets the id.
    with_id: into String => id,
    /// Sets the money a year, 0 or more.
    with_money_per_year: into Estimate => money_per_year,
    /// Sets when it counts.
    with_during: plain During => during,
    /// Sets the years until it starts, 0 to 30.
    with_delay_years: into Estimate => delay_years,
    /// Sets how many years it lasts, up to 30.
    with_lasts_years: into Estimate => lasts_years,
    /// Sets a note, which does not affect the answer.
    with_note: into String => note,
} }

impl Drawback {
    /// A drawback that bothers this much, 0 to 10.
    #[must_use]
    pub fn new(kind: impl Into<String>, bother: impl Into<Estimate>) -> Self {
        Self { kind: Some(kind.into()), bother: Some(bother.into()), ..Self::default() }
    }
}

setters! { Drawback {
    /// Sets the id.
    with_id: into String => id,
    /// Sets what bothers.
    with_kind: into String => kind,
    /// Sets how much it bothers, 0 to 10.
    with_bother: into Estimate => bother,
    /// Sets the chance that it comes at all, 0 to 1.
    with_chance: into Estimate => chance,
    /// Sets when it counts.
    with_during: plain During => during,
    /// Sets the years until it starts, 0 to 30.
    with_delay_years: into Estimate => delay_years,
    /// Sets how many years it lasts, up to 30.
    with_lasts_years: into Estimate => lasts_years,
    /// Sets a note, which does not affect the answer.
    with_note: into String => note,
} }

grouped!(Activity: ActivityNumbers { hours, enjoyability });
grouped!(Benefit: BenefitNumbers { strength, chance, money_per_year });
grouped!(Cost: CostNumbers { money_per_year });
grouped!(Drawback: DrawbackNumbers { bother, chance });
