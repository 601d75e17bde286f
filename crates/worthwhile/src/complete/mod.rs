//! Completing a case: the presets it names and the defaults, put together with where each number
//! comes from.

mod award;
mod builtin;
mod choices;
mod defaults;
mod figures;
mod files;
mod find;
mod items;
mod pairs;
#[cfg(test)]
mod tests;
mod written;

use indexmap::IndexMap;

use crate::case::{Case, Person, Pursuit};
use crate::catalogue::{Catalogue, Preset};
use crate::field;
use crate::limits::MAX_ITEMS;
use crate::problem::{Code, Problem, Problems, shorten};
use crate::read::INPUT;
use defaults::{given_conditions, person, said};
pub(crate) use figures::{
    Complete, CompleteActivity, CompleteAssumptions, CompleteAward, CompleteBenefit, CompleteCost,
    CompleteDrawback, CompletePerson, CompletePursuit, Drives, Figure, Timing,
};
pub(crate) use pairs::Item;
use pairs::{item_ids, pair};

/// Completes a case. What is missing or contradicts itself goes to the sink; the rest is completed
/// all the same, so that everything wrong is found at once.
pub(crate) fn complete(case: &Case, catalogue: &Catalogue, sink: &Problems) -> Complete {
    let mut expansion = Expansion::new(case, catalogue, sink);
    let series = sink.series();
    let pursuits: Vec<CompletePursuit> = (0_usize..)
        .zip(&case.pursuits)
        .map(|(index, pursuit)| {
            series.next();
            expansion.pursuit(&format!("/pursuits/{index}"), pursuit)
        })
        .collect();
    drop(series);
    expansion.check_pursuit_ids(&pursuits);
    expansion.check_currency();
    expansion.check_money();
    let either_or = expansion.either_or(&pursuits);
    let assumptions = expansion.assumptions();
    let uses_preset = expansion.uses_preset();
    let Expansion { conditions, .. } = expansion;
    let mut complete = Complete {
        name: case.name.clone(),
        note: case.note.clone(),
        analysis: case.analysis.clone(),
        person: person(&case.person, conditions, uses_preset),
        assumptions,
        pursuits,
        either_or,
    };
    for (at, name) in case.stand_ins.iter().enumerate().filter(|(_, name)| INPUT.allows(name)) {
        if !complete.stand_in(name) {
            let message = format!("there is no number `{}`", shorten(name));
            let problem = Problem::new(format!("/stand_ins/{at}"), Code::UnknownItem, message);
            sink.note(problem.with_help("remove it: it leads to nothing in this case"));
        }
    }
    complete
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
            self.incomplete(path, "id", "a custom pursuit needs an id");
            String::new()
        });
        let none = Pursuit::default();
        let base = preset.map_or(&none, |preset| &preset.pursuit);
        self.check_omit(path, pursuit, preset);
        let award = self.award(path, pursuit, preset);
        let mut scope = Scope {
            path,
            preset,
            factor: self.case.person.money.as_ref().and_then(|money| money.usd_rate).unwrap_or(1.0),
            has_award: pursuit.award.is_some() || award.is_some(),
            ids: Vec::new(),
        };
        let activities = pair(&pursuit.activities, &base.activities, pursuit);
        let activities = in_series(self.sink, &activities, |pair| self.activity(&mut scope, pair));
        let benefits = pair(&pursuit.benefits, &base.benefits, pursuit);
        let benefits = in_series(self.sink, &benefits, |pair| self.benefit(&mut scope, pair));
        let costs = pair(&pursuit.costs, &base.costs, pursuit);
        let costs = in_series(self.sink, &costs, |pair| self.cost(&mut scope, pair));
        let drawbacks = pair(&pursuit.drawbacks, &base.drawbacks, pursuit);
        let drawbacks = in_series(self.sink, &drawbacks, |pair| self.drawback(&mut scope, pair));
        let named = pursuit.name.clone().or_else(|| preset.map(|preset| preset.name.clone()));
        let complete = CompletePursuit {
            name: named.unwrap_or_else(|| id.clone()),
            id,
            preset: pursuit.preset.clone(),
            note: pursuit.note.clone(),
            levels: levels(pursuit, base),
            anyway: said(pursuit.anyway.as_ref(), &field::ANYWAY),
            lasts_years: lasts(pursuit, preset),
            award,
            activities,
            benefits,
            costs,
            drawbacks,
        };
        self.check_size(path, pursuit, &complete);
        complete
    }

    /// Silence is no "no", and a preset's items count too.
    fn check_size(&self, path: &str, own: &Pursuit, complete: &CompletePursuit) {
        let items = complete.items();
        let is_told = ["activities", "benefits", "costs", "drawbacks"]
            .iter()
            .any(|list| self.sink.has_below(&format!("{path}/{list}")));
        if items == 0 && !is_told && !self.is_unjudged && !self.sink.is_no_object(path) {
            let message = "the pursuit says nothing about what it takes or gives";
            self.sink.note(
                Problem::new(path, Code::EmptyPursuit, message)
                    .with_help("add `activities`, `benefits`, `costs` or `drawbacks`"),
            );
        }
        if items > MAX_ITEMS && item_ids(own).len() <= MAX_ITEMS {
            let message = format!(
                "{items} items in one pursuit, including those of its preset; at most {MAX_ITEMS} are allowed"
            );
            self.sink.note(
                Problem::new(path, Code::TooManyItems, message)
                    .with_found(Some(items.into()))
                    .with_allowed(MAX_ITEMS),
            );
        }
    }

    fn preset(&self, path: &str, pursuit: &Pursuit) -> Option<&'e Preset> {
        let name = pursuit.preset.as_ref()?;
        let found = self.catalogue.presets.get(name);
        let pointer = format!("{path}/preset");
        if found.is_none() && !self.sink.has_below(&pointer) {
            self.sink.note_at(pointer, Code::UnknownPreset, |pointer| {
                let names: Vec<&str> = self.catalogue.presets.keys().map(String::as_str).collect();
                let message = format!("there is no preset `{name}`");
                Problem::new(pointer, Code::UnknownPreset, message).with_choice(name, &names)
            });
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
        let series = self.sink.series();
        for (at, id) in pursuit.omit.iter().enumerate().filter(|(_, id)| !items.contains(id)) {
            series.next();
            let pointer = format!("{path}/omit/{at}");
            if !self.is_unjudged && !self.sink.has_below(&pointer) {
                self.sink.note_at(pointer, Code::UnknownItem, |pointer| {
                    let message = format!("there is no item `{id}` to omit");
                    Problem::new(pointer, Code::UnknownItem, message).with_choice(id, &names)
                });
            }
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
                .with_help(format!("give it a different id, for example `{suggestion}`"))
                .with_suggestion(suggestion),
        );
    }
}

/// Completes items that stand one after the other.
fn in_series<P, T>(sink: &Problems, pairs: &[P], mut complete: impl FnMut(&P) -> T) -> Vec<T> {
    let series = sink.series();
    let one = |pair| {
        series.next();
        complete(pair)
    };
    pairs.iter().map(one).collect()
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

/// How much of a pursuit can be done, where nobody says: half of it, or all.
const LEVELS: [f64; 2] = [0.5, 1.0];

fn levels(own: &Pursuit, base: &Pursuit) -> Vec<f64> {
    let given = own.levels.as_ref().or(base.levels.as_ref());
    given.cloned().unwrap_or_else(|| LEVELS.to_vec())
}

fn lasts(own: &Pursuit, preset: Option<&Preset>) -> Option<Figure> {
    if let Some(years) = &own.lasts_years {
        return Some(said(Some(years), &field::LASTS_YEARS));
    }
    let preset = preset?;
    let estimate = preset.pursuit.lasts_years.clone()?;
    Some(Figure { estimate, origin: preset.origin("/lasts_years") })
}
