//! What looks at all pursuits together: their ids, what excludes each other, and money.

use super::Expansion;
use super::figures::CompletePursuit;
use crate::case::{Motive, Pursuit};
use crate::catalogue::Preset;
use crate::estimate::Estimate;
use crate::field;
use crate::problem::{Code, Problem};

impl Expansion<'_> {
    pub(super) fn check_pursuit_ids(&self, pursuits: &[CompletePursuit]) {
        for (index, pursuit) in pursuits.iter().enumerate() {
            let mut before = pursuits.iter().take(index);
            if !pursuit.id.is_empty() && before.any(|other| other.id == pursuit.id) {
                self.duplicate(&format!("/pursuits/{index}"), &pursuit.id, "another pursuit");
            }
        }
    }

    /// The lists of what excludes each other, by place.
    pub(super) fn either_or(&self, pursuits: &[CompletePursuit]) -> Vec<Vec<usize>> {
        let names: Vec<&str> = pursuits.iter().map(|pursuit| pursuit.id.as_str()).collect();
        let series = self.sink.series();
        let place = |at: usize, entry: usize, id: &str| {
            series.next();
            let found = names.iter().position(|name| *name == id);
            let pointer = format!("/either_or/{at}/{entry}");
            if found.is_none() && !self.sink.has_below(&pointer) {
                self.sink.note_at(pointer, Code::UnknownItem, |pointer| {
                    let message = format!("there is no pursuit `{id}`");
                    Problem::new(pointer, Code::UnknownItem, message).with_choice(id, &names)
                });
            }
            found
        };
        let lists = self.case.either_or.iter().enumerate();
        lists
            .map(|(at, list)| {
                let entries = list.iter().enumerate();
                entries.filter_map(|(entry, id)| place(at, entry, id)).collect()
            })
            .collect()
    }

    pub(super) fn check_currency(&self) {
        let Some(money) = &self.case.person.money else { return };
        let currency = money.currency.as_deref().unwrap_or("USD");
        let is_given = money.usd_rate.is_some() || self.sink.has_below("/person/money/usd_rate");
        if currency != "USD" && !is_given && self.uses_preset() {
            let message = format!("preset amounts in USD are used as {currency} at a rate of 1");
            self.sink.note(
                Problem::new("/person/money".to_owned(), Code::UsdRateMissing, message)
                    .with_help(format!("add `usd_rate`, the value of one US dollar in {currency}")),
            );
        }
    }

    /// Whether dollars of a preset come into it.
    pub(super) fn uses_preset(&self) -> bool {
        let has_money = |preset: &Preset| {
            let own = &preset.pursuit;
            own.costs.iter().any(|own| own.money_per_year.is_some())
                || own.benefits.iter().any(|own| own.money_per_year.is_some())
        };
        let mut names = self.case.pursuits.iter().filter_map(|own| own.preset.as_deref());
        names.any(|name| self.catalogue.presets.get(name).is_none_or(|own| has_money(own)))
    }

    /// Money that the case itself speaks of counts for nothing where nobody says what it means.
    pub(super) fn check_money(&self) {
        let person = &self.case.person;
        if person.money.is_some() || self.sink.has_below("/person/money") {
            return;
        }
        let wants_income = match &person.motivation_ranking {
            Some(ranking) => ranking.contains(&Motive::Income),
            None => person
                .motivations
                .get(&Motive::Income)
                .is_some_and(|rating| rating.mean(&field::MOTIVATION.domain) > 0.0),
        };
        if wants_income && self.case.pursuits.iter().any(speaks_of_money) {
            let message = "income matters to this person, but no money counts without `money`";
            self.sink.note(
                Problem::new("/person", Code::MoneyMissing, message)
                    .with_allowed("money")
                    .with_help("add `money` with a meaningful_yearly_amount"),
            );
        }
    }
}

fn speaks_of_money(pursuit: &Pursuit) -> bool {
    let benefits = pursuit.benefits.iter().filter_map(|benefit| benefit.money_per_year.as_ref());
    let costs = pursuit.costs.iter().filter_map(|cost| cost.money_per_year.as_ref());
    benefits.chain(costs).any(|money| *money != Estimate::Certain(0.0))
}
