//! Items of a pursuit: completed from the case, the preset and the defaults, and checked.

use super::figures::{
    CompleteActivity, CompleteBenefit, CompleteCost, CompleteDrawback, Figure, Timing,
};
use super::pairs::{Item, Pair};
use super::{Expansion, Scope};
use crate::case::{Activity, Benefit, Cost, Drawback, During, Requires};
use crate::catalogue::Origin;
use crate::estimate::Estimate;
use crate::field::{self, ActivityNumbers, BenefitNumbers, CostNumbers, DrawbackNumbers, Field};
use crate::problem::{Code, Problem};

impl Expansion<'_> {
    pub(super) fn activity(
        &self,
        scope: &mut Scope<'_>,
        pair: &Pair<'_, Activity>,
    ) -> CompleteActivity {
        let path = self.item(scope, pair);
        let kind = self.named(&path, pair);
        let during = self.during(scope, &path, pair.part(|item| item.during));
        let number = |field| self.number(scope, &path, pair, field);
        let optional = |field| self.optional(scope, pair, field);
        let mut per_year = optional(&field::ACTIVITY_PER_YEAR);
        let usual_per_year = optional(&field::ACTIVITY_USUAL_PER_YEAR);
        if pair.is_dropped {
            per_year = Some(Figure::of_case(Estimate::Certain(0.0)));
        }
        if per_year.is_none() && usual_per_year.is_none() {
            let message = "a custom activity needs per_year or usual_per_year";
            self.incomplete(&path, field::ACTIVITY_PER_YEAR.name, message);
            per_year = Some(Figure::of_case(Estimate::Certain(1.0)));
        }
        CompleteActivity {
            id: pair.id.clone(),
            kind,
            numbers: ActivityNumbers::of(number),
            per_year,
            usual_per_year,
            timing: self.timing(scope, &path, pair),
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
        if needs_award {
            self.check_no_timing(&path, pair);
        }
        let number = |field| self.number(scope, &path, pair, field);
        CompleteBenefit {
            id: pair.id.clone(),
            numbers: BenefitNumbers::of(number),
            timing: (!needs_award).then(|| self.timing(scope, &path, pair)),
            category,
            requires,
            depends_on,
        }
    }

    /// A benefit of the award comes with the award, and goes with it.
    fn check_no_timing(&self, path: &str, pair: &Pair<'_, Benefit>) {
        let none = Estimate::Certain(0.0);
        let delay = pair.part(|item| item.delay_years.as_ref()).filter(|delay| **delay != none);
        let lasts = pair.part(|item| item.lasts_years.as_ref());
        for (given, name) in [(delay, "delay_years"), (lasts, "lasts_years")] {
            if given.is_some() {
                let message = format!("a benefit of the award cannot have {name}");
                let help = format!("remove {name}; the benefit comes and goes with the award");
                let path = format!("{path}/{name}");
                self.sink.note(Problem::new(path, Code::DelayOnAward, message).with_help(help));
            }
        }
    }

    pub(super) fn cost(&self, scope: &mut Scope<'_>, pair: &Pair<'_, Cost>) -> CompleteCost {
        let path = self.item(scope, pair);
        CompleteCost {
            id: pair.id.clone(),
            numbers: CostNumbers::of(|field| self.number(scope, &path, pair, field)),
            timing: self.timing(scope, &path, pair),
            during: self.during(scope, &path, pair.part(|item| item.during)),
        }
    }

    pub(super) fn drawback(
        &self,
        scope: &mut Scope<'_>,
        pair: &Pair<'_, Drawback>,
    ) -> CompleteDrawback {
        let path = self.item(scope, pair);
        let given = pair.part(|item| item.during);
        let is_own = pair.preset.is_none() && !self.is_preset;
        if is_own && given.is_none() && scope.has_award {
            self.ask_during(&path);
        }
        CompleteDrawback {
            kind: self.named(&path, pair),
            id: pair.id.clone(),
            numbers: DrawbackNumbers::of(|field| self.number(scope, &path, pair, field)),
            timing: self.timing(scope, &path, pair),
            during: self.during(scope, &path, given),
        }
    }

    /// Whether it is the work or the award that bothers decides between two answers, so that nobody
    /// should leave it to a default.
    fn ask_during(&self, path: &str) {
        if self.is_unjudged || self.sink.has_below(&format!("{path}/during")) {
            return;
        }
        let message = "a drawback of a pursuit with an award needs `during`";
        self.sink.note(
            Problem::new(path, Code::DuringMissing, message)
                .with_allowed(crate::read::DURING.to_vec())
                .with_help("say whether the work itself is what bothers (always) or the award"),
        );
    }

    fn during(&self, scope: &Scope<'_>, path: &str, given: Option<During>) -> During {
        let during = given.unwrap_or_default();
        self.check_award(scope, path, during != During::Always, "during");
        during
    }

    fn timing<T: Item>(&self, scope: &Scope<'_>, path: &str, pair: &Pair<'_, T>) -> Timing {
        let [delay, lasts] = T::TIMING;
        Timing {
            delay_years: self.number(scope, path, pair, delay),
            lasts_years: self.optional(scope, pair, lasts),
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
            let message = format!("a custom item needs a {}", T::NAMED_BY);
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
        self.optional(scope, pair, field).unwrap_or_else(|| {
            let message = format!("a custom item needs {}", field.name);
            self.incomplete(path, field.name, &message);
            Figure { estimate: field.stand_in(), origin: Origin::Case }
        })
    }

    /// A number that may be absent, and follows another one then.
    fn optional<T: Item>(
        &self,
        scope: &Scope<'_>,
        pair: &Pair<'_, T>,
        field: &Field,
    ) -> Option<Figure> {
        let factor = if field.key.is_money_of_pursuit() { scope.factor } else { 1.0 };
        let figure = pair.figure(field, scope.preset, factor);
        if let Some(Figure { estimate, origin: Origin::Preset { .. } }) = &figure {
            self.check_converted(&[T::LIST, "/", &pair.id].concat(), estimate, field);
        }
        figure
    }

    /// A rate may carry a preset's dollars beyond what the field takes.
    fn check_converted(&self, item: &str, estimate: &Estimate, field: &Field) {
        let path = "/person/money/usd_rate";
        if estimate.is_within(&field.domain) || self.sink.has_below(path) {
            return;
        }
        let message = format!(
            "at this rate, the preset figure {item}/{} is out of range; expected {}",
            field.name,
            field.domain.describe()
        );
        self.sink.note(Problem::new(path.to_owned(), Code::PresetOutOfRange, message));
    }

    fn check_award(&self, scope: &Scope<'_>, path: &str, is_needed: bool, field: &str) {
        if is_needed && !scope.has_award && !self.is_unjudged {
            let message = "this counts only with an award, but the pursuit has none";
            self.sink.note(
                Problem::new(format!("{path}/{field}"), Code::NeedsAward, message.to_owned())
                    .with_help("add an `award` to the pursuit, or remove this field"),
            );
        }
    }

    fn use_conditions(&mut self, path: &str, pair: &Pair<'_, Benefit>, names: &[String]) {
        let series = self.sink.series();
        for (at, name) in names.iter().enumerate() {
            series.next();
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
            self.sink
                .note_at(path, Code::UnknownCondition, |path| self.unknown_condition(path, name));
        }
    }

    fn unknown_condition(&self, path: String, name: &str) -> Problem {
        let built_in = self.catalogue.conditions.keys();
        let others = built_in.filter(|name| !self.conditions.contains_key(*name));
        let known: Vec<&str> = self.conditions.keys().chain(others).map(String::as_str).collect();
        let message = if self.is_preset {
            format!("the condition `{name}` is not built in; a preset cannot use others")
        } else {
            format!("the condition `{name}` has no value")
        };
        let problem = Problem::new(path, Code::UnknownCondition, message).with_choice(name, &known);
        if self.is_preset || has_suggestion(&problem) {
            return problem;
        }
        problem.with_help(format!("add `{name}` to person.conditions"))
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
        self.sink.note_at(format!("{path}/category"), Code::UnknownCategory, |path| {
            self.unknown_category(path, category)
        });
    }

    fn unknown_category(&self, path: String, category: &str) -> Problem {
        let own = self.case.assumptions.serves.keys();
        let names: Vec<&str> =
            self.catalogue.categories.keys().chain(own).map(String::as_str).collect();
        let message = if self.is_preset {
            format!("the category `{category}` is not built in; a preset cannot use others")
        } else {
            format!("there is no category `{category}`")
        };
        let problem =
            Problem::new(path, Code::UnknownCategory, message).with_choice(category, &names);
        if self.is_preset || has_suggestion(&problem) {
            return problem;
        }
        problem.with_help(format!(
            "use a built-in category, or list what it serves in assumptions.serves.{category}"
        ))
    }
}

fn has_suggestion(problem: &Problem) -> bool {
    problem.data.as_ref().is_some_and(|data| data.suggestion.is_some())
}
