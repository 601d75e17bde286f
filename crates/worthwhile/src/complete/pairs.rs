//! Items of a pursuit paired with those of its preset.

use std::sync::Arc;

use super::defaults::default;
use super::figures::Figure;
use crate::case::{Activity, Award, Benefit, Cost, Pursuit};
use crate::catalogue::{Origin, Preset};
use crate::estimate::Estimate;
use crate::field::{self, Field, Key};

/// What activities, benefits and costs have in common.
pub(crate) trait Item {
    /// The name of their list in documents.
    const LIST: &'static str;
    /// The field that an item of one's own cannot do without, and that gives the id.
    const NAMED_BY: &'static str;
    fn given_id(&self) -> Option<&str>;
    fn word(&self) -> Option<&str>;
    /// The numbers that it gives, each with its row.
    fn given(&self) -> Vec<(&'static Field, &Estimate)>;

    /// One of them by its key.
    fn number(&self, key: Key) -> Option<&Estimate>;

    /// The id, given or derived.
    fn id(&self) -> Option<String> {
        let derived = || self.word().map(|word| word.replace('_', "-"));
        self.given_id().map(str::to_owned).or_else(derived)
    }
}

impl Item for Activity {
    const LIST: &'static str = "activities";
    const NAMED_BY: &'static str = "kind";

    fn given_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn word(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    fn given(&self) -> Vec<(&'static Field, &Estimate)> {
        given(self.numbers().each())
    }

    fn number(&self, key: Key) -> Option<&Estimate> {
        self.numbers().get(key).copied().flatten()
    }
}

impl Item for Benefit {
    const LIST: &'static str = "benefits";
    const NAMED_BY: &'static str = "category";

    fn given_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn word(&self) -> Option<&str> {
        self.category.as_deref()
    }

    fn given(&self) -> Vec<(&'static Field, &Estimate)> {
        let delay = self.delay_years.as_ref().map(|delay| (&field::BENEFIT_DELAY, delay));
        given(self.numbers().each()).into_iter().chain(delay).collect()
    }

    fn number(&self, key: Key) -> Option<&Estimate> {
        match key {
            Key::BenefitDelay => self.delay_years.as_ref(),
            _ => self.numbers().get(key).copied().flatten(),
        }
    }
}

impl Item for Cost {
    const LIST: &'static str = "costs";
    const NAMED_BY: &'static str = "id";

    fn given_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn word(&self) -> Option<&str> {
        Some("cost")
    }

    fn given(&self) -> Vec<(&'static Field, &Estimate)> {
        given(self.numbers().each())
    }

    fn number(&self, key: Key) -> Option<&Estimate> {
        self.numbers().get(key).copied().flatten()
    }
}

fn given<'a, 'n: 'a>(
    numbers: impl Iterator<Item = (&'static Field, &'a Option<&'n Estimate>)>,
) -> Vec<(&'static Field, &'n Estimate)> {
    numbers.filter_map(|(field, number)| Some((field, (*number)?))).collect()
}

/// An item as the case gives it, as its preset gives it, or both.
pub(super) struct Pair<'c, T> {
    pub(super) id: String,
    /// The item of the case with its place in the list.
    pub(super) own: Option<(usize, &'c T)>,
    pub(super) preset: Option<&'c T>,
}

/// The preset's items in their order, those omitted left out, then the case's own.
pub(super) fn pair<'c, T: Item>(
    own: &'c [T],
    preset: &'c [T],
    omit: &[String],
) -> Vec<Pair<'c, T>> {
    let kept = preset.iter().filter_map(|item| {
        let id = item.id()?;
        (!omit.contains(&id)).then_some(Pair { id, own: None, preset: Some(item) })
    });
    let mut pairs: Vec<Pair<'c, T>> = kept.collect();
    for (index, item) in own.iter().enumerate() {
        let id = item.id().unwrap_or_default();
        let free = pairs.iter_mut().find(|pair| pair.id == id && pair.own.is_none());
        match free {
            Some(pair) => pair.own = Some((index, item)),
            None => pairs.push(Pair { id, own: Some((index, item)), preset: None }),
        }
    }
    pairs
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
            let origin =
                Origin::Preset { preset: Arc::clone(&preset.id), source: preset.source(&pointer) };
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
        given(self.numbers().each())
    }
}

/// The pointers of all numbers that a preset's pursuit gives, with items named by id.
pub(super) fn figure_pointers(pursuit: &Pursuit) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(award) = &pursuit.award {
        found.extend(award.given().iter().map(|(field, _)| format!("/award/{}", field.name)));
    }
    add(&mut found, &pursuit.activities);
    add(&mut found, &pursuit.benefits);
    add(&mut found, &pursuit.costs);
    found
}

fn add<T: Item>(found: &mut Vec<String>, items: &[T]) {
    for item in items {
        let id = item.id().unwrap_or_default();
        let given = item.given().into_iter();
        found.extend(given.map(|(field, _)| ["/", T::LIST, "/", &id, "/", field.name].concat()));
    }
}
