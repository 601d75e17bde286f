//! Expansion: a case, the presets it names and the defaults, put together.

use std::sync::Arc;

use indexmap::IndexMap;

use super::complete::{
    Complete, CompleteActivity, CompleteAssumptions, CompleteAward, CompleteBenefit, CompleteCost,
    CompleteMoney, CompletePerson, CompletePursuit, Drives, Figure,
};
use super::items::{Item, Pair, pair};
use super::source::Origin;
use super::{Catalogue, Preset};
use crate::case::{Assumptions, Award, Case, During, Motive, Person, Pursuit, Requires};
use crate::estimate::Estimate;
use crate::field::{self, Default as FieldDefault, Field};
use crate::problem::{Code, Problem};
use crate::read::{Sink, problem};

/// Completes a case. What is missing or contradicts itself goes to the sink; the rest is completed
/// all the same, so that everything wrong is found at once.
pub(crate) fn expand(case: &Case, catalogue: &Catalogue, sink: &Sink) -> Complete {
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
pub(crate) fn check_preset(pursuit: &Pursuit, catalogue: &Catalogue, sink: &Sink) {
    let named = Pursuit { id: Some("preset".to_owned()), ..pursuit.clone() };
    let case = Case::new(Person::new(1.0)).with_pursuit(named);
    let mut expansion = Expansion { is_preset: true, ..Expansion::new(&case, catalogue, sink) };
    for pursuit in &case.pursuits {
        expansion.pursuit("/pursuit", pursuit);
    }
}

/// The default of a field in the table, as a figure.
pub(super) fn default(field: &Field) -> Option<Figure> {
    match field.default {
        FieldDefault::Value(value, source) => {
            Some(Figure { estimate: Estimate::Certain(value), origin: Origin::Default(source) })
        }
        _ => None,
    }
}

/// What the case says, or the default of the table.
fn said(estimate: Option<&Estimate>, field: &Field) -> Figure {
    match estimate {
        Some(estimate) => Figure { estimate: estimate.clone(), origin: Origin::Case },
        None => default(field)
            .unwrap_or_else(|| Figure { estimate: field.stand_in(), origin: Origin::Case }),
    }
}

fn given_conditions(person: &Person) -> IndexMap<String, Figure> {
    let given = person.conditions.iter();
    given.map(|(name, estimate)| (name.clone(), said(Some(estimate), &field::CONDITION))).collect()
}

fn person(person: &Person, conditions: IndexMap<String, Figure>) -> CompletePerson {
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

struct Expansion<'e> {
    case: &'e Case,
    catalogue: &'e Catalogue,
    sink: &'e Sink,
    /// Conditions so far: given ones, then those that benefits name.
    conditions: IndexMap<String, Figure>,
    /// Categories that benefits use.
    used: Vec<String>,
    /// Whether it is a preset that is looked at, and not a case.
    is_preset: bool,
}

impl<'e> Expansion<'e> {
    fn new(case: &'e Case, catalogue: &'e Catalogue, sink: &'e Sink) -> Self {
        let conditions = given_conditions(&case.person);
        Self { case, catalogue, sink, conditions, used: Vec::new(), is_preset: false }
    }

    fn report(&self, path: String, code: Code, message: String) -> Problem {
        problem(path, code, message)
    }

    fn pursuit(&mut self, path: &str, pursuit: &'e Pursuit) -> CompletePursuit {
        let preset = self.preset(path, pursuit);
        let id = pursuit.id.clone().or_else(|| pursuit.preset.clone()).unwrap_or_else(|| {
            self.incomplete(path, "id", "a pursuit of your own needs an id");
            String::new()
        });
        let none = Pursuit::default();
        let base = preset.map_or(&none, |preset| &preset.pursuit);
        self.check_omit(path, pursuit, preset);
        let award = award(pursuit.award.as_ref(), preset);
        if let (Some(_), None) = (&pursuit.award, &award) {
            let path = format!("{path}/award");
            self.incomplete(&path, "chance_per_year", "an award needs both of its chances");
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
        if found.is_none() {
            let names: Vec<&str> = self.catalogue.presets.keys().map(String::as_str).collect();
            let message = format!("there is no preset `{name}`");
            self.sink.push(
                self.report(format!("{path}/preset"), Code::UnknownPreset, message)
                    .with_choice(name, &names),
            );
        }
        found.map(|preset| &**preset)
    }

    fn incomplete(&self, path: &str, field: &str, message: &str) {
        if !self.sink.has_below(path) {
            self.sink.push(
                self.report(path.to_owned(), Code::IncompleteItem, message.to_owned())
                    .with_allowed(field)
                    .with_help(format!("add `{field}`")),
            );
        }
    }

    fn check_omit(&self, path: &str, pursuit: &Pursuit, preset: Option<&Preset>) {
        let items = preset.map(|preset| item_ids(&preset.pursuit)).unwrap_or_default();
        let names: Vec<&str> = items.iter().map(String::as_str).collect();
        let is_known = pursuit.preset.is_none() || preset.is_some();
        for (at, id) in pursuit.omit.iter().enumerate().filter(|(_, id)| !items.contains(id)) {
            if is_known {
                let message = format!("there is no item `{id}` to omit");
                self.sink.push(
                    self.report(format!("{path}/omit/{at}"), Code::UnknownItem, message)
                        .with_choice(id, &names),
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
        if currency != "USD" && money.usd_rate.is_none() && uses_preset {
            let message = format!("the presets' dollars are taken as {currency} one for one");
            self.sink.push(
                self.report("/person/money".to_owned(), Code::UsdRateMissing, message).with_help(
                    format!("add `usd_rate`: what one US dollar is worth in {currency}"),
                ),
            );
        }
    }

    fn duplicate(&self, path: &str, id: &str, other: &str) {
        let message = format!("`{id}` is also the id of {other}");
        let suggestion = format!("{id}-2");
        self.sink.push(
            self.report(path.to_owned(), Code::DuplicateId, message)
                .with_found(Some(id.into()))
                .with_help(format!("give it an id of its own, for example `{suggestion}`"))
                .with_suggestion(suggestion),
        );
    }

    fn activity(
        &self,
        scope: &mut Scope<'_>,
        pair: &Pair<'_, crate::case::Activity>,
    ) -> CompleteActivity {
        let path = self.item(scope, pair);
        let kind = self.named(&path, pair);
        let during = pair.part(|item| item.during).unwrap_or_default();
        self.check_award(scope, &path, during == During::Holding, "during");
        let number = |get: for<'a> fn(&'a crate::case::Activity) -> Option<&'a Estimate>, field| {
            self.number(scope, &path, pair, get, field)
        };
        CompleteActivity {
            id: pair.id.clone(),
            kind,
            hours: number(|item| item.hours.as_ref(), &field::ACTIVITY_HOURS),
            per_year: number(|item| item.per_year.as_ref(), &field::ACTIVITY_PER_YEAR),
            enjoyability: number(|item| item.enjoyability.as_ref(), &field::ACTIVITY_ENJOYABILITY),
            during,
        }
    }

    fn benefit(
        &mut self,
        scope: &mut Scope<'_>,
        pair: &Pair<'_, crate::case::Benefit>,
    ) -> CompleteBenefit {
        let path = self.item(scope, pair);
        let category = self.named(&path, pair);
        let requires = pair.part(|item| item.requires).unwrap_or_default();
        let needs_award = requires == Requires::Award;
        self.check_award(scope, &path, needs_award, "requires");
        let depends_on = pair.part(|item| item.depends_on.as_deref()).unwrap_or_default().to_vec();
        self.use_conditions(&path, pair, &depends_on);
        self.use_category(&path, pair, &category);
        let number = |get: for<'a> fn(&'a crate::case::Benefit) -> Option<&'a Estimate>, field| {
            self.number(scope, &path, pair, get, field)
        };
        let given_delay = pair.part(|item| item.delay_years.as_ref());
        if needs_award && given_delay.is_some_and(|delay| *delay != Estimate::Certain(0.0)) {
            let message = "a benefit of the award has a delay".to_owned();
            let help = "leave delay_years out: the award's own year is its delay";
            let path = format!("{path}/delay_years");
            self.sink.push(self.report(path, Code::DelayOnAward, message).with_help(help));
        }
        CompleteBenefit {
            id: pair.id.clone(),
            strength: number(|item| item.strength.as_ref(), &field::BENEFIT_STRENGTH),
            chance: number(|item| item.chance.as_ref(), &field::BENEFIT_CHANCE),
            money_per_year: number(|item| item.money_per_year.as_ref(), &field::BENEFIT_MONEY),
            delay_years: (!needs_award)
                .then(|| number(|item| item.delay_years.as_ref(), &field::BENEFIT_DELAY)),
            category,
            requires,
            depends_on,
        }
    }

    fn cost(&self, scope: &mut Scope<'_>, pair: &Pair<'_, crate::case::Cost>) -> CompleteCost {
        let path = self.item(scope, pair);
        let during = pair.part(|item| item.during).unwrap_or_default();
        self.check_award(scope, &path, during == During::Holding, "during");
        CompleteCost {
            id: pair.id.clone(),
            money_per_year: self.number(
                scope,
                &path,
                pair,
                |item| item.money_per_year.as_ref(),
                &field::COST_MONEY,
            ),
            during,
        }
    }

    /// Checks the item's id; gives its pointer in the document.
    fn item<T: Item>(&self, scope: &mut Scope<'_>, pair: &Pair<'_, T>) -> String {
        let path = match pair.own {
            Some((index, _)) => format!("{}/{}/{index}", scope.path, T::LIST),
            None => scope.path.to_owned(),
        };
        if scope.ids.contains(&pair.id) {
            self.duplicate(&path, &pair.id, "another item of this pursuit");
        } else if !pair.id.is_empty() {
            scope.ids.push(pair.id.clone());
        }
        path
    }

    fn named<T: Item>(&self, path: &str, pair: &Pair<'_, T>) -> String {
        pair.part(T::word).map(str::to_owned).unwrap_or_else(|| {
            let message = format!("an item of your own needs a {}", T::NAMED_BY);
            self.incomplete(path, T::NAMED_BY, &message);
            String::new()
        })
    }

    fn number<'p, T: Item>(
        &self,
        scope: &Scope<'_>,
        path: &str,
        pair: &Pair<'p, T>,
        get: impl Fn(&'p T) -> Option<&'p Estimate>,
        field: &Field,
    ) -> Figure {
        let is_money = field.name == field::COST_MONEY.name;
        let factor = if is_money { scope.factor } else { 1.0 };
        pair.figure(get, field, scope.preset, factor).unwrap_or_else(|| {
            let message = format!("an item of your own needs {}", field.name);
            self.incomplete(path, field.name, &message);
            Figure { estimate: field.stand_in(), origin: Origin::Case }
        })
    }

    fn check_award(&self, scope: &Scope<'_>, path: &str, is_needed: bool, field: &str) {
        if is_needed && !scope.has_award {
            let message = "this counts only while an award is held, but the pursuit has none";
            self.sink.push(
                self.report(format!("{path}/{field}"), Code::NeedsAward, message.to_owned())
                    .with_help("give the pursuit an `award`, or leave this field out"),
            );
        }
    }

    fn use_conditions(
        &mut self,
        path: &str,
        pair: &Pair<'_, crate::case::Benefit>,
        names: &[String],
    ) {
        for (at, name) in names.iter().enumerate() {
            if self.conditions.contains_key(name) {
                continue;
            }
            if let Some(condition) = self.catalogue.conditions.get(name) {
                let source = self.catalogue.source(&format!("/conditions/{name}"));
                let figure = Figure {
                    estimate: condition.default.clone(),
                    origin: Origin::Catalogue(source),
                };
                self.conditions.insert(name.clone(), figure);
                continue;
            }
            let is_own = pair.own.is_some_and(|(_, item)| item.depends_on.is_some());
            let path = if is_own { format!("{path}/depends_on/{at}") } else { path.to_owned() };
            let built_in = self.catalogue.conditions.keys();
            let others = built_in.filter(|name| !self.conditions.contains_key(*name));
            let known: Vec<&str> =
                self.conditions.keys().chain(others).map(String::as_str).collect();
            let message = if self.is_preset {
                format!("the condition `{name}` is not built in, and a preset has no others")
            } else {
                format!("the condition `{name}` is not given")
            };
            let mut problem =
                self.report(path, Code::UnknownCondition, message).with_choice(name, &known);
            if !self.is_preset && !has_suggestion(&problem) {
                problem = problem.with_help(format!("add `{name}` to person.conditions"));
            }
            self.sink.push(problem);
        }
    }

    fn use_category(&mut self, path: &str, pair: &Pair<'_, crate::case::Benefit>, category: &str) {
        let is_known = self.catalogue.categories.contains_key(category)
            || self.case.assumptions.serves.contains_key(category);
        if is_known {
            if !self.used.iter().any(|used| used == category) {
                self.used.push(category.to_owned());
            }
            return;
        }
        let is_own = pair.own.is_some_and(|(_, item)| item.category.is_some());
        if category.is_empty() || !is_own || self.sink.has_below(&format!("{path}/category")) {
            return;
        }
        let names: Vec<&str> = self
            .catalogue
            .categories
            .keys()
            .chain(self.case.assumptions.serves.keys())
            .map(String::as_str)
            .collect();
        let message = if self.is_preset {
            format!("the category `{category}` is not built in, and a preset has no others")
        } else {
            format!("there is no category `{category}`")
        };
        let mut problem = self
            .report(format!("{path}/category"), Code::UnknownCategory, message)
            .with_choice(category, &names);
        if !self.is_preset && !has_suggestion(&problem) {
            problem = problem.with_help(format!(
                "use a built-in one, or say in assumptions.serves.{category} what it serves"
            ));
        }
        self.sink.push(problem);
    }

    /// Assumptions: rows of `serves` that are given or used, and the rest of the table.
    fn assumptions(&self) -> CompleteAssumptions {
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

fn has_suggestion(problem: &Problem) -> bool {
    problem.data.as_ref().is_some_and(|data| data.suggestion.is_some())
}

/// What the items of one pursuit share while they are completed.
struct Scope<'s> {
    path: &'s str,
    preset: Option<&'s Preset>,
    /// What the preset's dollars are worth in the person's currency.
    factor: f64,
    has_award: bool,
    ids: Vec<String>,
}

/// The award as the case and the preset give it; none where a chance is missing.
fn award(own: Option<&Award>, preset: Option<&Preset>) -> Option<CompleteAward> {
    let base = preset.and_then(|preset| preset.pursuit.award.as_ref());
    if own.is_none() && base.is_none() {
        return None;
    }
    let chance = |get: fn(&Award) -> Option<&Estimate>, field: &Field| {
        if let Some(estimate) = own.and_then(get) {
            return Some(said(Some(estimate), field));
        }
        let (estimate, preset) = (base.and_then(get)?, preset?);
        let source = preset.source(&["/award/", field.name].concat());
        let origin = Origin::Preset { preset: Arc::clone(&preset.id), source };
        Some(Figure { estimate: estimate.clone(), origin })
    };
    let held = own.and_then(|award| award.held).or_else(|| base.and_then(|award| award.held));
    Some(CompleteAward {
        chance_per_year: chance(|award| award.chance_per_year.as_ref(), &field::AWARD_CHANCE)?,
        renewal_chance: chance(|award| award.renewal_chance.as_ref(), &field::AWARD_RENEWAL)?,
        is_held: held.unwrap_or(false),
    })
}

fn item_ids(pursuit: &Pursuit) -> Vec<String> {
    let activities = pursuit.activities.iter().filter_map(Item::id);
    let benefits = pursuit.benefits.iter().filter_map(Item::id);
    let costs = pursuit.costs.iter().filter_map(Item::id);
    activities.chain(benefits).chain(costs).collect()
}
