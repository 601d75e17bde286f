//! What the case says, and the defaults where it does not: person and assumptions.

use indexmap::IndexMap;

use super::Expansion;
use super::figures::{CompleteAssumptions, CompleteMoney, CompletePerson, Drives, Figure};
use crate::case::{Assumptions, Money, Motive, Person};
use crate::catalogue::Origin;
use crate::estimate::Estimate;
use crate::field::{self, AssumptionNumbers, Fallback, Field, PersonNumbers};

/// The default of a field in the table, as a figure.
pub(super) fn default(field: &Field) -> Option<Figure> {
    match field.default {
        Fallback::Value(value, source) => {
            Some(Figure { estimate: Estimate::Certain(value), origin: Origin::Default(source) })
        }
        _ => None,
    }
}

/// What the case says, or the default of the table.
pub(super) fn said(estimate: Option<&Estimate>, field: &Field) -> Figure {
    match estimate {
        Some(estimate) => Figure { estimate: estimate.clone(), origin: Origin::Case },
        None => default(field)
            .unwrap_or_else(|| Figure { estimate: field.stand_in(), origin: Origin::Case }),
    }
}

pub(super) fn given_conditions(person: &Person) -> IndexMap<String, Figure> {
    let given = person.conditions.iter();
    given.map(|(name, estimate)| (name.clone(), said(Some(estimate), &field::CONDITION))).collect()
}

pub(super) fn person(
    person: &Person,
    conditions: IndexMap<String, Figure>,
    uses_preset: bool,
) -> CompletePerson {
    let drives = match &person.motivation_ranking {
        Some(ranking) => Drives::Ranked(ranking.clone()),
        None => Drives::Rated(Box::new(
            Motive::ALL.map(|motive| said(person.motivations.get(&motive), &field::MOTIVATION)),
        )),
    };
    let given = person.numbers();
    let optional = |estimate: Option<&Estimate>, field| estimate.map(|it| said(Some(it), field));
    let (protections, time) = (&person.protections, &person.time);
    let break_even = protections.break_even_hours_per_week.as_ref();
    let number = |field: &'static Field| said(given.get(field.key).and_then(Option::as_ref), field);
    CompletePerson {
        drives,
        numbers: PersonNumbers::of(number),
        personal_time: match (&protections.personal_time, break_even) {
            (None, Some(_)) => None,
            (rating, _) => Some(said(rating.as_ref(), &field::PERSONAL_TIME)),
        },
        break_even_hours_per_week: optional(break_even, &field::BREAK_EVEN),
        limit_hours_per_week: optional(time.limit_hours_per_week.as_ref(), &field::LIMIT_HOURS),
        burnout_risk: optional(person.burnout_risk.as_ref(), &field::BURNOUT_RISK),
        money: person.money.as_ref().map(|given| money(given, uses_preset)),
        conditions,
    }
}

fn money(money: &Money, uses_preset: bool) -> CompleteMoney {
    let currency = money.currency.clone().unwrap_or_else(|| "USD".to_owned());
    let is_rate_assumed = money.usd_rate.is_none() && currency != "USD" && uses_preset;
    let needs_none = money.usd_rate.is_none() && currency != "USD" && !uses_preset;
    CompleteMoney {
        currency,
        usd_rate: (!needs_none).then(|| money.usd_rate.unwrap_or(1.0)),
        is_rate_assumed,
        meaningful_yearly_amount: said(
            Some(&money.meaningful_yearly_amount),
            &field::MEANINGFUL_YEARLY_AMOUNT,
        ),
        hour_value: money.hour_value.as_ref().map(|it| said(Some(it), &field::HOUR_VALUE)),
    }
}

impl Expansion<'_> {
    /// Assumptions: rows of `serves` that are given or used, and the rest of the table.
    pub(super) fn assumptions(&self) -> CompleteAssumptions {
        let given = &self.case.assumptions;
        let numbers = given.numbers();
        let used = self.used.iter().filter(|name| !given.serves.contains_key(*name));
        let serves = given.serves.keys().chain(used);
        CompleteAssumptions {
            serves: serves.map(|name| (name.clone(), self.row(given, name))).collect(),
            autonomy: Motive::ALL.map(|motive| match given.autonomy.get(&motive) {
                Some(estimate) => said(Some(estimate), &field::AUTONOMY),
                None => Figure {
                    estimate: Estimate::Certain(motive.drive().autonomy()),
                    origin: Origin::Default(
                        "the order is that of self-determination theory (Deci and Ryan), the \
                         numbers are illustrative",
                    ),
                },
            }),
            numbers: AssumptionNumbers::of(|field| {
                said(numbers.get(field.key).copied().flatten(), field)
            }),
            close_call_points: given
                .close_call_points
                .or(field::CLOSE_CALL_POINTS.default_value())
                .unwrap_or_default(),
        }
    }

    fn row(&self, given: &Assumptions, category: &str) -> Vec<(Motive, Figure)> {
        let own = given.serves.get(category);
        let built_in = self.catalogue.categories.get(category).map(|category| &category.serves);
        let cell = |motive: Motive| {
            if let Some(estimate) = own.and_then(|row| row.get(&motive)) {
                return Some((motive, said(Some(estimate), &field::SERVES)));
            }
            let estimate = built_in?.get(&motive)?.clone();
            let pointer = ["/serves/", category, "/", motive.as_str()].concat();
            let origin = Origin::Catalogue(self.catalogue.source(&pointer));
            Some((motive, Figure { estimate, origin }))
        };
        Motive::SERVED.into_iter().filter_map(cell).collect()
    }
}
