//! What the case says, and the defaults where it does not: person and assumptions.

use indexmap::IndexMap;

use super::Expansion;
use super::figures::{CompleteAssumptions, CompleteMoney, CompletePerson, Drives, Figure};
use crate::case::{Assumptions, Motive, Person};
use crate::catalogue::Origin;
use crate::estimate::Estimate;
use crate::field::{self, Default, Field};

/// The default of a field in the table, as a figure.
pub(super) fn default(field: &Field) -> Option<Figure> {
    match field.default {
        Default::Value(value, source) => {
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

pub(super) fn person(person: &Person, conditions: IndexMap<String, Figure>) -> CompletePerson {
    let drives = match &person.motivation_ranking {
        Some(ranking) => Drives::Ranked(ranking.clone()),
        None => Drives::Rated(Box::new(
            Motive::ALL.map(|motive| said(person.motivations.get(&motive), &field::MOTIVATION)),
        )),
    };
    let horizon = person.horizon_years.map(|years| Estimate::Certain(f64::from(years)));
    CompletePerson {
        drives,
        personal_time: said(person.protections.personal_time.as_ref(), &field::PERSONAL_TIME),
        wellbeing: said(person.protections.wellbeing.as_ref(), &field::WELLBEING),
        savings: said(person.protections.savings.as_ref(), &field::SAVINGS),
        free_hours: said(Some(&person.time.free_hours_per_week), &field::FREE_HOURS),
        work_hours: said(person.time.work_hours_per_week.as_ref(), &field::WORK_HOURS),
        money: person.money.as_ref().map(|money| CompleteMoney {
            currency: money.currency.clone().unwrap_or_else(|| "USD".to_owned()),
            usd_rate: money.usd_rate.unwrap_or(1.0),
            meaningful_yearly_amount: said(
                Some(&money.meaningful_yearly_amount),
                &field::MEANINGFUL_YEARLY_AMOUNT,
            ),
            hour_value: money
                .hour_value
                .as_ref()
                .map(|value| said(Some(value), &field::HOUR_VALUE)),
        }),
        burnout_risk: said(person.burnout_risk.as_ref(), &field::BURNOUT_RISK),
        conditions,
        horizon_years: said(horizon.as_ref(), &field::HORIZON_YEARS),
        discount_rate: said(person.discount_rate.as_ref(), &field::DISCOUNT_RATE),
    }
}

impl Expansion<'_> {
    /// Assumptions: rows of `serves` that are given or used, and the rest of the table.
    pub(super) fn assumptions(&self) -> CompleteAssumptions {
        let given = &self.case.assumptions;
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
            time_convexity: said(given.time_convexity.as_ref(), &field::TIME_CONVEXITY),
            overwork_log_odds_per_hour: said(
                given.overwork_log_odds_per_hour.as_ref(),
                &field::OVERWORK_LOG_ODDS,
            ),
            overwork_from_hours: said(given.overwork_from_hours.as_ref(), &field::OVERWORK_FROM),
            autonomy_effect: said(given.autonomy_effect.as_ref(), &field::AUTONOMY_EFFECT),
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
