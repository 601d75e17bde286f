//! Completing a case: the presets it names and the defaults, put together with where each number
//! comes from.

mod builtin;
mod defaults;
mod figures;
mod files;
mod items;
mod pairs;

use std::sync::Arc;

use indexmap::IndexMap;

use crate::case::{Award, Case, Person, Pursuit};
use crate::catalogue::{Catalogue, Origin, Preset};
use crate::field::{AwardNumbers, Field};
use crate::problem::{Code, Problem, Problems};
use defaults::{given_conditions, person};
use figures::CompleteAward;
pub(crate) use figures::{
    Complete, CompleteActivity, CompleteAssumptions, CompleteBenefit, CompleteCost,
    CompletePursuit, Drives, Figure,
};
pub(crate) use pairs::Item;
use pairs::pair;

/// Completes a case. What is missing or contradicts itself goes to the sink; the rest is completed
/// all the same, so that everything wrong is found at once.
pub(crate) fn complete(case: &Case, catalogue: &Catalogue, sink: &Problems) -> Complete {
    let mut expansion = Expansion::new(case, catalogue, sink);
    let pursuits: Vec<CompletePursuit> = (0_usize..)
        .zip(&case.pursuits)
        .map(|(index, pursuit)| expansion.pursuit(&format!("/pursuits/{index}"), pursuit))
        .collect();
    expansion.check_pursuit_ids(&pursuits);
    expansion.check_currency();
    let assumptions = expansion.assumptions();
    let Expansion { conditions, .. } = expansion;
    Complete {
        name: case.name.clone(),
        note: case.note.clone(),
        analysis: case.analysis.clone(),
        person: person(&case.person, conditions),
        assumptions,
        pursuits,
    }
}

/// Checks the pursuit of a preset by completing it as the only one of a case. Such a case says
/// nothing of its own, so the preset has to get by with what is built in.
pub(crate) fn check_preset(pursuit: &Pursuit, catalogue: &Catalogue, sink: &Problems) {
    let named = Pursuit { id: Some("preset".to_owned()), ..pursuit.clone() };
    let case = Case::new(Person::new(1.0)).with_pursuit(named);
    let mut expansion = Expansion { is_preset: true, ..Expansion::new(&case, catalogue, sink) };
    for pursuit in &case.pursuits {
        expansion.pursuit("/pursuit", pursuit);
    }
}

struct Expansion<'e> {
    case: &'e Case,
    catalogue: &'e Catalogue,
    sink: &'e Problems,
    /// Conditions so far: given ones, then those that benefits name.
    conditions: IndexMap<String, Figure>,
    /// Categories that benefits use.
    used: Vec<String>,
    /// Whether it is a preset that is looked at, and not a case.
    is_preset: bool,
    /// Whether the pursuit at hand names a preset that is not there, so that nobody can say what
    /// its items lack.
    is_unjudged: bool,
}

impl<'e> Expansion<'e> {
    fn new(case: &'e Case, catalogue: &'e Catalogue, sink: &'e Problems) -> Self {
        let conditions = given_conditions(&case.person);
        Self {
            case,
            catalogue,
            sink,
            conditions,
            used: Vec::new(),
            is_preset: false,
            is_unjudged: false,
        }
    }

    fn pursuit(&mut self, path: &str, pursuit: &'e Pursuit) -> CompletePursuit {
        let preset = self.preset(path, pursuit);
        let is_named = pursuit.preset.is_some() || self.sink.has_below(&format!("{path}/preset"));
        self.is_unjudged = is_named && preset.is_none();
        let id = pursuit.id.clone().or_else(|| pursuit.preset.clone()).unwrap_or_else(|| {
            self.incomplete(path, "id", "a pursuit of your own needs an id");
            String::new()
        });
        let none = Pursuit::default();
        let base = preset.map_or(&none, |preset| &preset.pursuit);
        self.check_omit(path, pursuit, preset);
        let award = award(pursuit.award.as_ref(), preset);
        if let (Some(own), None) = (&pursuit.award, &award) {
            let path = format!("{path}/award");
            let numbers = own.numbers();
            for (field, _) in numbers.each().filter(|(_, chance)| chance.is_none()) {
                self.incomplete(&path, field.name, "an award needs both of its chances");
            }
        }
        let mut scope = Scope {
            path,
            preset,
            factor: self.case.person.money.as_ref().and_then(|money| money.usd_rate).unwrap_or(1.0),
            has_award: pursuit.award.is_some() || award.is_some(),
            ids: Vec::new(),
        };
        let activities = pair(&pursuit.activities, &base.activities, &pursuit.omit);
        let activities = activities.iter().map(|pair| self.activity(&mut scope, pair)).collect();
        let benefits = pair(&pursuit.benefits, &base.benefits, &pursuit.omit);
        let benefits = benefits.iter().map(|pair| self.benefit(&mut scope, pair)).collect();
        let costs = pair(&pursuit.costs, &base.costs, &pursuit.omit);
        let costs = costs.iter().map(|pair| self.cost(&mut scope, pair)).collect();
        let named = pursuit.name.clone().or_else(|| preset.map(|preset| preset.name.clone()));
        CompletePursuit {
            name: named.unwrap_or_else(|| id.clone()),
            id,
            note: pursuit.note.clone(),
            award,
            activities,
            benefits,
            costs,
        }
    }

    fn preset(&self, path: &str, pursuit: &Pursuit) -> Option<&'e Preset> {
        let name = pursuit.preset.as_ref()?;
        let found = self.catalogue.presets.get(name);
        let pointer = format!("{path}/preset");
        if found.is_none() && !self.sink.has_below(&pointer) {
            let names: Vec<&str> = self.catalogue.presets.keys().map(String::as_str).collect();
            let message = format!("there is no preset `{name}`");
            self.sink.note(
                Problem::new(pointer, Code::UnknownPreset, message).with_choice(name, &names),
            );
        }
        found.map(|preset| &**preset)
    }

    fn incomplete(&self, path: &str, field: &str, message: &str) {
        let is_given = self.sink.has_below(&format!("{path}/{field}"));
        if !self.is_unjudged && !is_given && !self.sink.is_no_object(path) {
            self.sink.note(
                Problem::new(path.to_owned(), Code::IncompleteItem, message.to_owned())
                    .with_allowed(field)
                    .with_help(format!("add `{field}`")),
            );
        }
    }

    fn check_omit(&self, path: &str, pursuit: &Pursuit, preset: Option<&Preset>) {
        let items = preset.map(|preset| item_ids(&preset.pursuit)).unwrap_or_default();
        let names: Vec<&str> = items.iter().map(String::as_str).collect();
        for (at, id) in pursuit.omit.iter().enumerate().filter(|(_, id)| !items.contains(id)) {
            let pointer = format!("{path}/omit/{at}");
            if !self.is_unjudged && !self.sink.has_below(&pointer) {
                let message = format!("there is no item `{id}` to omit");
                self.sink.note(
                    Problem::new(pointer, Code::UnknownItem, message).with_choice(id, &names),
                );
            }
        }
    }

    fn check_pursuit_ids(&self, pursuits: &[CompletePursuit]) {
        for (index, pursuit) in pursuits.iter().enumerate() {
            let mut before = pursuits.iter().take(index);
            if !pursuit.id.is_empty() && before.any(|other| other.id == pursuit.id) {
                self.duplicate(&format!("/pursuits/{index}"), &pursuit.id, "another pursuit");
            }
        }
    }

    fn check_currency(&self) {
        let Some(money) = &self.case.person.money else { return };
        let currency = money.currency.as_deref().unwrap_or("USD");
        let uses_preset = self.case.pursuits.iter().any(|pursuit| pursuit.preset.is_some());
        let is_given = money.usd_rate.is_some() || self.sink.has_below("/person/money/usd_rate");
        if currency != "USD" && !is_given && uses_preset {
            let message = format!("the presets' dollars are taken as {currency} one for one");
            self.sink.note(
                Problem::new("/person/money".to_owned(), Code::UsdRateMissing, message).with_help(
                    format!("add `usd_rate`: what one US dollar is worth in {currency}"),
                ),
            );
        }
    }

    fn duplicate(&self, path: &str, id: &str, other: &str) {
        if self.sink.is_no_object(path) || self.sink.has_below(&format!("{path}/id")) {
            return;
        }
        let message = format!("`{id}` is also the id of {other}");
        let suggestion = format!("{id}-2");
        self.sink.note(
            Problem::new(path.to_owned(), Code::DuplicateId, message)
                .with_found(Some(id.into()))
                .with_help(format!("give it an id of its own, for example `{suggestion}`"))
                .with_suggestion(suggestion),
        );
    }
}

/// What the items of one pursuit share while they are completed.
struct Scope<'s> {
    path: &'s str,
    preset: Option<&'s Preset>,
    /// What the preset's dollars are worth in the person's currency.
    factor: f64,
    has_award: bool,
    /// Ids so far, with the pointers to their items.
    ids: Vec<(String, String)>,
}

/// The award as the case and the preset give it; none where a chance is missing.
fn award(own: Option<&Award>, preset: Option<&Preset>) -> Option<CompleteAward> {
    let base = preset.and_then(|preset| preset.pursuit.award.as_ref());
    if own.is_none() && base.is_none() {
        return None;
    }
    let chance = |field: &'static Field| {
        let number =
            |award: Option<&Award>| award?.numbers().get(field.key).copied().flatten().cloned();
        if let Some(estimate) = number(own) {
            return Some(Figure { estimate, origin: Origin::Case });
        }
        let (estimate, preset) = (number(base)?, preset?);
        let source = preset.source(&["/award/", field.name].concat());
        let origin = Origin::Preset { preset: Arc::clone(&preset.id), source };
        Some(Figure { estimate, origin })
    };
    let held = own.and_then(|award| award.held).or_else(|| base.and_then(|award| award.held));
    let mut is_whole = true;
    let numbers = AwardNumbers::of(|field| {
        chance(field).unwrap_or_else(|| {
            is_whole = false;
            Figure { estimate: field.stand_in(), origin: Origin::Case }
        })
    });
    is_whole.then(|| CompleteAward { numbers, is_held: held.unwrap_or(false) })
}

fn item_ids(pursuit: &Pursuit) -> Vec<String> {
    let activities = pursuit.activities.iter().filter_map(Item::id);
    let benefits = pursuit.benefits.iter().filter_map(Item::id);
    let costs = pursuit.costs.iter().filter_map(Item::id);
    activities.chain(benefits).chain(costs).collect()
}
