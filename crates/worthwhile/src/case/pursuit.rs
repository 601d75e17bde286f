//! What a person could do with their free hours.

use serde::Serialize;

use crate::estimate::Estimate;
use crate::field::{ActivityNumbers, AwardNumbers, BenefitNumbers, CostNumbers};
#[cfg(feature = "schema")]
use crate::limits::MAX_ITEMS;

/// Something to spend free hours on: an award to earn or keep, a certification, more rest.
///
/// With a `preset` it starts as a copy of that catalogue entry. Items whose id matches one of the
/// preset's override its fields, others are added, `omit` drops some.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
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
}

/// When something counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum During {
    /// In every year.
    #[default]
    Always,
    /// In years without the award.
    Pursuing,
    /// In years with the award.
    Holding,
}

/// What a benefit needs to come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Occurrences a year, 0 to 10,000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_year: Option<Estimate>,
    /// How enjoyable, 0 to 10; 5 where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enjoyability: Option<Estimate>,
    /// When it counts; always where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub during: Option<During>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
}

/// Something that a pursuit gives.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
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
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
}

/// Money that a pursuit takes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
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
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
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

    /// Sets the award, or overrides what is given of the preset's.
    #[must_use]
    pub fn with_award(mut self, award: Award) -> Self {
        self.award = Some(award);
        self
    }
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

    /// How enjoyable the hours are, 0 to 10.
    #[must_use]
    pub fn with_enjoyability(mut self, rating: impl Into<Estimate>) -> Self {
        self.enjoyability = Some(rating.into());
        self
    }
}

impl Benefit {
    /// A benefit of some strength, 0 to 10.
    #[must_use]
    pub fn new(category: impl Into<String>, strength: impl Into<Estimate>) -> Self {
        Self { category: Some(category.into()), strength: Some(strength.into()), ..Self::default() }
    }

    /// The chance that it comes, 0 to 1.
    #[must_use]
    pub fn with_chance(mut self, chance: impl Into<Estimate>) -> Self {
        self.chance = Some(chance.into());
        self
    }

    /// Money a year, if it comes.
    #[must_use]
    pub fn with_money_per_year(mut self, money: impl Into<Estimate>) -> Self {
        self.money_per_year = Some(money.into());
        self
    }

    /// Makes it a benefit of the award.
    #[must_use]
    pub fn with_award_required(mut self) -> Self {
        self.requires = Some(Requires::Award);
        self
    }

    /// Makes its chance depend on a condition.
    #[must_use]
    pub fn with_condition(mut self, name: impl Into<String>) -> Self {
        self.depends_on.get_or_insert_default().push(name.into());
        self
    }
}

impl Cost {
    /// Money a year.
    #[must_use]
    pub fn new(id: impl Into<String>, money_per_year: impl Into<Estimate>) -> Self {
        Self { id: Some(id.into()), money_per_year: Some(money_per_year.into()), ..Self::default() }
    }
}

impl Award {
    /// Chances that a year's effort earns and keeps the award, 0 to 1 each; not held today.
    #[must_use]
    pub fn new(chance_per_year: impl Into<Estimate>, renewal_chance: impl Into<Estimate>) -> Self {
        Self {
            chance_per_year: Some(chance_per_year.into()),
            renewal_chance: Some(renewal_chance.into()),
            held: None,
        }
    }
}

impl Award {
    /// Its numbers, those that are given.
    pub(crate) fn numbers(&self) -> AwardNumbers<Option<&Estimate>> {
        AwardNumbers {
            chance_per_year: self.chance_per_year.as_ref(),
            renewal_chance: self.renewal_chance.as_ref(),
        }
    }

    /// One with these numbers and nothing else.
    pub(crate) fn of_numbers(numbers: AwardNumbers<Option<Estimate>>) -> Self {
        let AwardNumbers { chance_per_year, renewal_chance } = numbers;
        Self { chance_per_year, renewal_chance, ..Self::default() }
    }
}

impl Activity {
    /// Its numbers, those that are given.
    pub(crate) fn numbers(&self) -> ActivityNumbers<Option<&Estimate>> {
        ActivityNumbers {
            hours: self.hours.as_ref(),
            per_year: self.per_year.as_ref(),
            enjoyability: self.enjoyability.as_ref(),
        }
    }

    /// One with these numbers and nothing else.
    pub(crate) fn of_numbers(numbers: ActivityNumbers<Option<Estimate>>) -> Self {
        let ActivityNumbers { hours, per_year, enjoyability } = numbers;
        Self { hours, per_year, enjoyability, ..Self::default() }
    }
}

impl Benefit {
    /// Its numbers save the delay, those that are given.
    pub(crate) fn numbers(&self) -> BenefitNumbers<Option<&Estimate>> {
        BenefitNumbers {
            strength: self.strength.as_ref(),
            chance: self.chance.as_ref(),
            money_per_year: self.money_per_year.as_ref(),
        }
    }

    /// One with these numbers and nothing else.
    pub(crate) fn of_numbers(numbers: BenefitNumbers<Option<Estimate>>) -> Self {
        let BenefitNumbers { strength, chance, money_per_year } = numbers;
        Self { strength, chance, money_per_year, ..Self::default() }
    }
}

impl Cost {
    /// Its numbers, those that are given.
    pub(crate) fn numbers(&self) -> CostNumbers<Option<&Estimate>> {
        CostNumbers { money_per_year: self.money_per_year.as_ref() }
    }

    /// One with these numbers and nothing else.
    pub(crate) fn of_numbers(numbers: CostNumbers<Option<Estimate>>) -> Self {
        let CostNumbers { money_per_year } = numbers;
        Self { money_per_year, ..Self::default() }
    }
}
