//! What a pursuit consists of: activities, benefits, costs and drawbacks.

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
    /// In every year, as a part of the work itself.
    #[default]
    Always,
    /// In years of going for the award or holding it.
    Award,
    /// In years of going for the award without holding it.
    Pursuing,
    /// In years with the award.
    Holding,
}

/// What a benefit needs to come.
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

/// Hours that a pursuit takes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Activity {
    /// Slug, unique among the pursuit's items; from `kind` where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Slug>"))]
    pub id: Option<String>,
    /// What is done, a snake_case word. `rest` is no load.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Snake>"))]
    pub kind: Option<String>,
    /// Hours of one occurrence, 0 to 1000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Estimate>,
    /// Occurrences a year that benefits and chances are meant for, up to 10,000; `per_year` where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual_per_year: Option<Estimate>,
    /// Occurrences a year for this person, 0 to 10,000; `usual_per_year` where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_year: Option<Estimate>,
    /// How enjoyable, -10 to 10; 5 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enjoyability: Option<Estimate>,
    /// When it counts; always where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub during: Option<During>,
    /// Years until it starts, 0 to 30; 0 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_years: Option<Estimate>,
    /// For how many years it lasts, up to 30; as the pursuit where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts_years: Option<Estimate>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
}

/// Something that a pursuit gives.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Benefit {
    /// Slug, unique among the pursuit's items; from `category` where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Slug>"))]
    pub id: Option<String>,
    /// What kind of benefit: a built-in category, or an own one with a row in `assumptions.serves`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Category>"))]
    pub category: Option<String>,
    /// How strong, 0 to 10; 0 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<Estimate>,
    /// The chance that it comes, 0 to 1; 1 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance: Option<Estimate>,
    /// Money a year, if it comes; 0 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money_per_year: Option<Estimate>,
    /// What it needs; the effort alone where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requires: Option<Requires>,
    /// Conditions whose product scales its chance.
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
    /// Years until it starts, 0 to 30; 0 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_years: Option<Estimate>,
    /// For how many years it lasts, up to 30; as the pursuit where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts_years: Option<Estimate>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
}

/// Money that a pursuit takes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Cost {
    /// Slug, unique among the pursuit's items; `cost` where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Slug>"))]
    pub id: Option<String>,
    /// Money a year, 0 or more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money_per_year: Option<Estimate>,
    /// When it counts; always where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub during: Option<During>,
    /// Years until it starts, 0 to 30; 0 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_years: Option<Estimate>,
    /// For how many years it lasts, up to 30; as the pursuit where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts_years: Option<Estimate>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
}

/// What bothers about a pursuit, besides its hours and its money.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Drawback {
    /// Slug, unique among the pursuit's items; from `kind` where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Slug>"))]
    pub id: Option<String>,
    /// What bothers, a snake_case word.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Snake>"))]
    pub kind: Option<String>,
    /// How much, 0 to 10: 1 slightly, 5 clearly, 10 as bad as it gets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bother: Option<Estimate>,
    /// The chance that it comes, 0 to 1; 1 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chance: Option<Estimate>,
    /// When it counts; always where absent; needed where the pursuit has an award.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub during: Option<During>,
    /// Years until it starts, 0 to 30; 0 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_years: Option<Estimate>,
    /// For how many years it lasts, up to 30; as the pursuit where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts_years: Option<Estimate>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
}

impl Activity {
    /// So many hours, so many times a year.
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
    /// An id of its own.
    with_id: into String => id,
    /// Another word for what is done.
    with_kind: into String => kind,
    /// Hours of one occurrence, 0 to 1000.
    with_hours: into Estimate => hours,
    /// Times a year that benefits and chances are meant for, above 0.
    with_usual_per_year: into Estimate => usual_per_year,
    /// Times a year for this person.
    with_per_year: into Estimate => per_year,
    /// How enjoyable the hours are, -10 to 10.
    with_enjoyability: into Estimate => enjoyability,
    /// When it counts.
    with_during: plain During => during,
    /// Years until it starts, 0 to 30.
    with_delay_years: into Estimate => delay_years,
    /// For how many years it lasts, up to 30.
    with_lasts_years: into Estimate => lasts_years,
    /// A note; it changes nothing.
    with_note: into String => note,
} }

impl Benefit {
    /// A benefit of some strength, 0 to 10.
    #[must_use]
    pub fn new(category: impl Into<String>, strength: impl Into<Estimate>) -> Self {
        Self { category: Some(category.into()), strength: Some(strength.into()), ..Self::default() }
    }

    /// Makes it a benefit of the award.
    #[must_use]
    pub fn with_award_required(self) -> Self {
        self.with_requires(Requires::Award)
    }

    /// Makes its chance depend on a condition.
    #[must_use]
    pub fn with_condition(mut self, name: impl Into<String>) -> Self {
        self.depends_on.get_or_insert_default().push(name.into());
        self
    }
}

setters! { Benefit {
    /// An id of its own.
    with_id: into String => id,
    /// Another category.
    with_category: into String => category,
    /// How strong it is, 0 to 10.
    with_strength: into Estimate => strength,
    /// The chance that it comes, 0 to 1.
    with_chance: into Estimate => chance,
    /// Money a year, if it comes.
    with_money_per_year: into Estimate => money_per_year,
    /// What it needs.
    with_requires: plain Requires => requires,
    /// Years until it starts, 0 to 30.
    with_delay_years: into Estimate => delay_years,
    /// For how many years it lasts, up to 30.
    with_lasts_years: into Estimate => lasts_years,
    /// A note; it changes nothing.
    with_note: into String => note,
} }

impl Cost {
    /// Money a year.
    #[must_use]
    pub fn new(id: impl Into<String>, money_per_year: impl Into<Estimate>) -> Self {
        Self { id: Some(id.into()), money_per_year: Some(money_per_year.into()), ..Self::default() }
    }
}

setters! { Cost {
    /// An id of its own.
    with_id: into String => id,
    /// Money a year, 0 or more.
    with_money_per_year: into Estimate => money_per_year,
    /// When it counts.
    with_during: plain During => during,
    /// Years until it starts, 0 to 30.
    with_delay_years: into Estimate => delay_years,
    /// For how many years it lasts, up to 30.
    with_lasts_years: into Estimate => lasts_years,
    /// A note; it changes nothing.
    with_note: into String => note,
} }

impl Drawback {
    /// Something that bothers so much, 0 to 10.
    #[must_use]
    pub fn new(kind: impl Into<String>, bother: impl Into<Estimate>) -> Self {
        Self { kind: Some(kind.into()), bother: Some(bother.into()), ..Self::default() }
    }
}

setters! { Drawback {
    /// An id of its own.
    with_id: into String => id,
    /// Another word for what bothers.
    with_kind: into String => kind,
    /// How much it bothers, 0 to 10.
    with_bother: into Estimate => bother,
    /// The chance that it comes, 0 to 1.
    with_chance: into Estimate => chance,
    /// When it counts.
    with_during: plain During => during,
    /// Years until it starts, 0 to 30.
    with_delay_years: into Estimate => delay_years,
    /// For how many years it lasts, up to 30.
    with_lasts_years: into Estimate => lasts_years,
    /// A note; it changes nothing.
    with_note: into String => note,
} }

grouped!(Activity: ActivityNumbers { hours, enjoyability });
grouped!(Benefit: BenefitNumbers { strength, chance, money_per_year });
grouped!(Cost: CostNumbers { money_per_year });
grouped!(Drawback: DrawbackNumbers { bother, chance });
