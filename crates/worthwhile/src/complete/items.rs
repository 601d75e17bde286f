//! Items of a pursuit: completed from the case, the preset and the defaults, and checked.

use super::figures::{CompleteActivity, CompleteBenefit, CompleteCost, Figure};
use super::pairs::{Item, Pair};
use super::{Expansion, Scope};
use crate::case::{Activity, Benefit, Cost, During, Requires};
use crate::catalogue::Origin;
use crate::estimate::Estimate;
use crate::field::{self, ActivityNumbers, BenefitNumbers, CostNumbers, Field};
use crate::problem::{Code, Problem};

impl Expansion<'_> {
    pub(super) fn activity(
        &self,
        scope: &mut Scope<'_>,
        pair: &Pair<'_, Activity>,
    ) -> CompleteActivity {
        let path = self.item(scope, pair);
        let kind = self.named(&path, pair);
        let during = pair.part(|item| item.during).unwrap_or_default();
        self.check_award(scope, &path, during == During::Holding, "during");
        CompleteActivity {
            id: pair.id.clone(),
            kind,
            numbers: ActivityNumbers::of(|field| self.number(scope, &path, pair, field)),
            during,
        }
    }

    pub(super) fn benefit(
        &mut self,
        scope: &mut Scope<'_>,
        pair: &Pair<'_, Benefit>,
    ) -> CompleteBenefit {
        let path = self.item(scope, pair);
        let category = self.named(&path, pair);
        let requires = pair.part(|item| item.requires).unwrap_or_default();
        let needs_award = requires == Requires::Award;
        self.check_award(scope, &path, needs_award, "requires");
        let depends_on = pair.part(|item| item.depends_on.as_deref()).unwrap_or_default().to_vec();
        self.use_conditions(&path, pair, &depends_on);
        self.use_category(&path, pair, &category);
        let given_delay = pair.part(|item| item.delay_years.as_ref());
        if needs_award && given_delay.is_some_and(|delay| *delay != Estimate::Certain(0.0)) {
            let message = "a benefit of the award has a delay".to_owned();
            let help = "leave delay_years out: the award's own year is its delay";
            let path = format!("{path}/delay_years");
            self.sink.note(Problem::new(path, Code::DelayOnAward, message).with_help(help));
        }
        let number = |field| self.number(scope, &path, pair, field);
        CompleteBenefit {
            id: pair.id.clone(),
            numbers: BenefitNumbers::of(number),
            delay_years: (!needs_award).then(|| number(&field::BENEFIT_DELAY)),
            category,
            requires,
            depends_on,
        }
    }

    pub(super) fn cost(&self, scope: &mut Scope<'_>, pair: &Pair<'_, Cost>) -> CompleteCost {
        let path = self.item(scope, pair);
        let during = pair.part(|item| item.during).unwrap_or_default();
        self.check_award(scope, &path, during == During::Holding, "during");
        CompleteCost {
            id: pair.id.clone(),
            numbers: CostNumbers::of(|field| self.number(scope, &path, pair, field)),
            during,
        }
    }

    /// Checks the item's id; gives its pointer in the document.
    fn item<T: Item>(&self, scope: &mut Scope<'_>, pair: &Pair<'_, T>) -> String {
        let path = match pair.own {
            Some((index, _)) => format!("{}/{}/{index}", scope.path, T::LIST),
            None => scope.path.to_owned(),
        };
        let earlier = scope.ids.iter().find(|(id, _)| *id == pair.id);
        if let Some((id, earlier)) = earlier {
            // Only an item of the case can be mended there.
            let own = if pair.own.is_some() { &path } else { earlier };
            self.duplicate(own, id, "another item of this pursuit");
        } else if !pair.id.is_empty() {
            scope.ids.push((pair.id.clone(), path.clone()));
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

    fn number<T: Item>(
        &self,
        scope: &Scope<'_>,
        path: &str,
        pair: &Pair<'_, T>,
        field: &Field,
    ) -> Figure {
        let factor = if field.key.is_money_of_pursuit() { scope.factor } else { 1.0 };
        let figure = pair.figure(field, scope.preset, factor);
        if let Some(Figure { estimate, origin: Origin::Preset { .. } }) = &figure {
            self.check_converted(estimate, field);
        }
        figure.unwrap_or_else(|| {
            let message = format!("an item of your own needs {}", field.name);
            self.incomplete(path, field.name, &message);
            Figure { estimate: field.stand_in(), origin: Origin::Case }
        })
    }

    /// A rate may carry a preset's dollars beyond what the field takes.
    fn check_converted(&self, estimate: &Estimate, field: &Field) {
        let path = "/person/money/usd_rate";
        if estimate.is_within(&field.domain) || self.sink.has_below(path) {
            return;
        }
        let message = format!(
            "at this rate a figure of a preset is out of range, allowed is {}",
            field.domain.describe()
        );
        self.sink.note(Problem::new(path.to_owned(), Code::PresetOutOfRange, message));
    }

    fn check_award(&self, scope: &Scope<'_>, path: &str, is_needed: bool, field: &str) {
        if is_needed && !scope.has_award && !self.is_unjudged {
            let message = "this counts only while an award is held, but the pursuit has none";
            self.sink.note(
                Problem::new(format!("{path}/{field}"), Code::NeedsAward, message.to_owned())
                    .with_help("give the pursuit an `award`, or leave this field out"),
            );
        }
    }

    fn use_conditions(&mut self, path: &str, pair: &Pair<'_, Benefit>, names: &[String]) {
        for (at, name) in names.iter().enumerate() {
            if self.conditions.contains_key(name)
                || self.sink.has_below(&format!("{path}/depends_on/{at}"))
            {
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
                Problem::new(path, Code::UnknownCondition, message).with_choice(name, &known);
            if !self.is_preset && !has_suggestion(&problem) {
                problem = problem.with_help(format!("add `{name}` to person.conditions"));
            }
            self.sink.note(problem);
        }
    }

    fn use_category(&mut self, path: &str, pair: &Pair<'_, Benefit>, category: &str) {
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
        let mut problem = Problem::new(format!("{path}/category"), Code::UnknownCategory, message)
            .with_choice(category, &names);
        if !self.is_preset && !has_suggestion(&problem) {
            problem = problem.with_help(format!(
                "use a built-in one, or say in assumptions.serves.{category} what it serves"
            ));
        }
        self.sink.note(problem);
    }
}

fn has_suggestion(problem: &Problem) -> bool {
    problem.data.as_ref().is_some_and(|data| data.suggestion.is_some())
}
