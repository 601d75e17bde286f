//! Items of a pursuit paired with those of its preset.

use super::defaults::default;
use super::figures::Figure;
use crate::case::{Activity, Award, Benefit, Cost, Drawback, Pursuit};
use crate::catalogue::{Origin, Preset};
use crate::estimate::Estimate;
use crate::field::{self, Field, Key};

/// What activities, benefits, costs and drawbacks have in common.
pub(crate) trait Item {
    /// The name of their list in documents.
    const LIST: &'static str;
    /// The field that an item of one's own cannot do without, and that gives the id.
    const NAMED_BY: &'static str;
    /// Its numbers, in order.
    const FIELDS: &'static [&'static Field];
    /// When it starts, and for how long it goes on.
    const TIMING: [&'static Field; 2];
    fn given_id(&self) -> Option<&str>;
    fn word(&self) -> Option<&str>;

    /// One of its numbers by its key, if it is given.
    fn number(&self, key: Key) -> Option<&Estimate>;

    /// The numbers that it gives, each with its row.
    fn given(&self) -> Vec<(&'static Field, &Estimate)> {
        let given = Self::FIELDS.iter();
        given.filter_map(|field| Some((*field, self.number(field.key)?))).collect()
    }

    /// Whether it stays, at nothing, where a case omits it: what is left is then less than usual.
    fn stays(&self) -> bool {
        false
    }

    /// The id, given or derived.
    fn id(&self) -> Option<String> {
        let derived = || self.word().map(|word| word.replace('_', "-"));
        self.given_id().map(str::to_owned).or_else(derived)
    }
}

impl Item for Activity {
    const LIST: &'static str = "activities";
    const NAMED_BY: &'static str = "kind";
    const FIELDS: &'static [&'static Field] = &[
        &field::ACTIVITY_HOURS,
        &field::ACTIVITY_USUAL_PER_YEAR,
        &field::ACTIVITY_PER_YEAR,
        &field::ACTIVITY_ENJOYABILITY,
        &field::ACTIVITY_DELAY,
        &field::ACTIVITY_LASTS,
    ];
    const TIMING: [&'static Field; 2] = [&field::ACTIVITY_DELAY, &field::ACTIVITY_LASTS];

    fn given_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn word(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    fn stays(&self) -> bool {
        self.usual_per_year.is_some()
    }

    fn number(&self, key: Key) -> Option<&Estimate> {
        match key {
            Key::ActivityUsualPerYear => self.usual_per_year.as_ref(),
            Key::ActivityPerYear => self.per_year.as_ref(),
            Key::ActivityDelay => self.delay_years.as_ref(),
            Key::ActivityLasts => self.lasts_years.as_ref(),
            _ => self.numbers().get(key).copied().flatten(),
        }
    }
}

impl Item for Benefit {
    const LIST: &'static str = "benefits";
    const NAMED_BY: &'static str = "category";
    const FIELDS: &'static [&'static Field] = &[
        &field::BENEFIT_STRENGTH,
        &field::BENEFIT_CHANCE,
        &field::BENEFIT_MONEY,
        &field::BENEFIT_DELAY,
        &field::BENEFIT_LASTS,
    ];
    const TIMING: [&'static Field; 2] = [&field::BENEFIT_DELAY, &field::BENEFIT_LASTS];

    fn given_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn word(&self) -> Option<&str> {
        self.category.as_deref()
    }

    fn number(&self, key: Key) -> Option<&Estimate> {
        match key {
            Key::BenefitDelay => self.delay_years.as_ref(),
            Key::BenefitLasts => self.lasts_years.as_ref(),
            _ => self.numbers().get(key).copied().flatten(),
        }
    }
}

impl Item for Cost {
    const LIST: &'static str = "costs";
    const NAMED_BY: &'static str = "id";
    const FIELDS: &'static [&'static Field] =
        &[&field::COST_MONEY, &field::COST_DELAY, &field::COST_LASTS];
    const TIMING: [&'static Field; 2] = [&field::COST_DELAY, &field::COST_LASTS];

    fn given_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn word(&self) -> Option<&str> {
        Some("cost")
    }

    fn number(&self, key: Key) -> Option<&Estimate> {
        match key {
            Key::CostDelay => self.delay_years.as_ref(),
            Key::CostLasts => self.lasts_years.as_ref(),
            _ => self.numbers().get(key).copied().flatten(),
        }
    }
}

impl Item for Drawback {
    const LIST: &'static str = "drawbacks";
    const NAMED_BY: &'static str = "kind";
    const FIELDS: &'static [&'static Field] = &[
        &field::DRAWBACK_BOTHER,
        &field::DRAWBACK_CHANCE,
        &field::DRAWBACK_DELAY,
        &field::DRAWBACK_LASTS,
    ];
    const TIMING: [&'static Field; 2] = [&field::DRAWBACK_DELAY, &field::DRAWBACK_LASTS];

    fn given_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn word(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    fn number(&self, key: Key) -> Option<&Estimate> {
        match key {
            Key::DrawbackDelay => self.delay_years.as_ref(),
            Key::DrawbackLasts => self.lasts_years.as_ref(),
            _ => self.numbers().get(key).copied().flatten(),
        }
    }
}

/// An item as the case gives it, as its preset gives it, or both.
pub(super) struct Pair<'c, T> {
    pub(super) id: String,
    /// The item of the case with its place in the list.
    pub(super) own: Option<(usize, &'c T)>,
    pub(super) preset: Option<&'c T>,
    /// Whether the case omits it, but it stays at nothing.
    pub(super) is_dropped: bool,
}

/// The preset's items in their order, those omitted left out, then the case's own. An item of the
/// case takes the place of an omitted one that would stay.
pub(super) fn pair<'c, T: Item>(
    own: &'c [T],
    preset: &'c [T],
    pursuit: &Pursuit,
) -> Vec<Pair<'c, T>> {
    let kept = preset.iter().filter_map(|item| {
        let id = item.id()?;
        let is_dropped = pursuit.omit.contains(&id);
        let is_kept = !is_dropped || (item.stays() && !item_ids(pursuit).contains(&id));
        is_kept.then_some(Pair { id, own: None, preset: Some(item), is_dropped })
    });
    let mut pairs: Vec<Pair<'c, T>> = kept.collect();
    for (index, item) in own.iter().enumerate() {
        let id = item.id().unwrap_or_default();
        let free = pairs.iter_mut().find(|pair| pair.id == id && pair.own.is_none());
        match free {
            Some(pair) => pair.own = Some((index, item)),
            None => {
                let own = Some((index, item));
                pairs.push(Pair { id, own, preset: None, is_dropped: false });
            }
        }
    }
    pairs
}

/// The ids of all items of a pursuit.
pub(super) fn item_ids(pursuit: &Pursuit) -> Vec<String> {
    let activities = pursuit.activities.iter().filter_map(Item::id);
    let benefits = pursuit.benefits.iter().filter_map(Item::id);
    let costs = pursuit.costs.iter().filter_map(Item::id);
    let drawbacks = pursuit.drawbacks.iter().filter_map(Item::id);
    activities.chain(benefits).chain(costs).chain(drawbacks).collect()
}

impl<'c, T: Item> Pair<'c, T> {
    /// A part of the item: the case's word first, then the preset's.
    pub(super) fn part<U>(&self, get: impl Fn(&'c T) -> Option<U>) -> Option<U> {
        self.own.and_then(|(_, item)| get(item)).or_else(|| self.preset.and_then(get))
    }

    /// A number of the item, with its origin. `factor` turns the preset's unit into the person's.
    /// None where nobody gives a number that is needed.
    pub(super) fn figure(
        &self,
        field: &Field,
        preset: Option<&Preset>,
        factor: f64,
    ) -> Option<Figure> {
        if let Some(estimate) = self.own.and_then(|(_, item)| item.number(field.key)) {
            return Some(Figure { estimate: estimate.clone(), origin: Origin::Case });
        }
        let base = self.preset.and_then(|item| item.number(field.key));
        if let (Some(estimate), Some(preset)) = (base, preset) {
            let pointer = ["/", T::LIST, "/", &self.id, "/", field.name].concat();
            let origin = preset.origin(&pointer);
            let is_converted = (factor - 1.0).abs() > 0.0;
            let estimate = if is_converted { estimate.scaled(factor) } else { estimate.clone() };
            return Some(Figure { estimate, origin });
        }
        default(field)
    }
}

impl Award {
    /// The numbers that it gives, each with its row.
    pub(crate) fn given(&self) -> Vec<(&'static Field, &Estimate)> {
        let numbers = self.numbers();
        numbers.each().filter_map(|(field, number)| Some((field, (*number)?))).collect()
    }
}

/// The pointers of all numbers that a preset's pursuit gives, with items named by id.
pub(super) fn figure_pointers(pursuit: &Pursuit) -> Vec<String> {
    let mut found = Vec::new();
    found.extend(pursuit.lasts_years.as_ref().map(|_| "/lasts_years".to_owned()));
    if let Some(award) = &pursuit.award {
        let structure = award.give_up_after_years.map(|_| &field::AWARD_GIVE_UP);
        let given = award.given().into_iter().map(|(field, _)| field).chain(structure);
        found.extend(given.map(|field| format!("/award/{}", field.name)));
    }
    add(&mut found, &pursuit.activities);
    add(&mut found, &pursuit.benefits);
    add(&mut found, &pursuit.costs);
    add(&mut found, &pursuit.drawbacks);
    found
}

fn add<T: Item>(found: &mut Vec<String>, items: &[T]) {
    for item in items {
        let id = item.id().unwrap_or_default();
        let given = item.given().into_iter();
        found.extend(given.map(|(field, _)| ["/", T::LIST, "/", &id, "/", field.name].concat()));
    }
}
