//! Pursuits and their items made into inputs and a program over them.

use indexmap::IndexMap;

use super::compiler::Compiler;
use super::program::{
    ActivityProgram, AwardProgram, BenefitProgram, CategoryProgram, CostProgram, DrawbackProgram,
    InputId, PursuitProgram, TimingProgram,
};
use crate::case::AfterGivingUp;
use crate::complete::{
    CompleteActivity, CompleteAward, CompleteBenefit, CompleteCost, CompleteDrawback,
    CompletePursuit, Timing,
};
use crate::field::{self, Field};

/// By category, how far it serves motives, each by its place among all but income.
pub(super) type Serves<'c> = IndexMap<&'c str, Vec<(usize, InputId)>>;

/// What pursuits refer to.
pub(super) struct Tables<'c> {
    pub(super) conditions: IndexMap<&'c str, InputId>,
    pub(super) serves: Serves<'c>,
}

/// The pursuit whose items are compiled.
struct Parent {
    /// Its pointer, with its last slash.
    at: String,
    lasts_years: Option<InputId>,
}

impl Parent {
    /// The pointer of an item, with its last slash.
    fn item(&self, list: &str, id: &str) -> String {
        [&self.at, list, "/", id, "/"].concat()
    }
}

const REST: &str = "rest";

impl Compiler {
    pub(super) fn pursuit(
        &mut self,
        index: usize,
        pursuit: &CompletePursuit,
        tables: &Tables<'_>,
    ) -> PursuitProgram {
        self.owner = Some(index);
        let at = ["/pursuits/", pursuit.id.as_str(), "/"].concat();
        let anyway = self.add_in(&at, &field::ANYWAY, &pursuit.anyway);
        let lasts = pursuit.lasts_years.as_ref();
        let lasts_years = lasts.map(|lasts| self.add_in(&at, &field::LASTS_YEARS, lasts));
        let award = pursuit.award.as_ref().map(|award| self.award(&at, award));
        let parent = Parent { at, lasts_years };
        let is_only_rest = pursuit.activities.iter().all(|own| own.kind == REST);
        let activities = pursuit.activities.iter();
        PursuitProgram {
            levels: pursuit.levels.clone(),
            anyway,
            award,
            activities: activities.map(|own| self.activity(&parent, own, is_only_rest)).collect(),
            categories: self.categories(&parent, &pursuit.benefits, tables),
            costs: pursuit.costs.iter().map(|own| self.cost(&parent, own)).collect(),
            drawbacks: pursuit.drawbacks.iter().map(|own| self.drawback(&parent, own)).collect(),
            inputs: Vec::new(),
        }
    }

    fn award(&mut self, at: &str, award: &CompleteAward) -> AwardProgram {
        let at = [at, "award/"].concat();
        AwardProgram {
            numbers: award.numbers.map(|field, figure| self.add_in(&at, field, figure)),
            is_held: award.is_held,
            give_up_after_years: award.give_up_after_years.map(|years| years as usize),
            stops: award.after_giving_up == AfterGivingUp::Stop,
        }
    }

    fn activity(
        &mut self,
        parent: &Parent,
        activity: &CompleteActivity,
        is_only_rest: bool,
    ) -> ActivityProgram {
        let at = parent.item("activities", &activity.id);
        let numbers = activity.numbers.map(|field, figure| self.add_in(&at, field, figure));
        let (per_year, usual_per_year) = self.times(&at, activity);
        let rows = [&field::ACTIVITY_DELAY, &field::ACTIVITY_LASTS];
        let is_rest = activity.kind == REST;
        ActivityProgram {
            numbers,
            per_year,
            usual_per_year,
            timing: self.timing(parent, &at, rows, &activity.timing),
            during: activity.during,
            is_rest,
            is_effort: !is_rest || is_only_rest,
        }
    }

    /// How often it is done and how often it usually is: where one is not given it is the other,
    /// draw for draw.
    // INVARIANT: a complete activity has at least one of them.
    #[expect(clippy::unreachable, reason = "see the invariant above")]
    fn times(&mut self, at: &str, activity: &CompleteActivity) -> (InputId, InputId) {
        let (own, usual) = (&field::ACTIVITY_PER_YEAR, &field::ACTIVITY_USUAL_PER_YEAR);
        match (&activity.per_year, &activity.usual_per_year) {
            (Some(times), Some(usually)) => {
                (self.add_in(at, own, times), self.add_in(at, usual, usually))
            }
            (Some(times), None) => {
                let id = self.add_in(at, own, times);
                self.follow(&[at, usual.name], usual, &[at, own.name]);
                (id, self.add_twin(id))
            }
            (None, Some(usually)) => {
                let id = self.add_in(at, usual, usually);
                self.follow(&[at, own.name], own, &[at, usual.name]);
                (self.add_twin(id), id)
            }
            (None, None) => unreachable!("a complete activity says how often it is done"),
        }
    }

    /// When an item is there. What does not say how long it lasts lasts as long as its pursuit.
    fn timing(
        &mut self,
        parent: &Parent,
        at: &str,
        [delay, lasts]: [&'static Field; 2],
        timing: &Timing,
    ) -> TimingProgram {
        let delay_years = self.add_in(at, delay, &timing.delay_years);
        let lasts_years = match (&timing.lasts_years, parent.lasts_years) {
            (Some(own), _) => Some(self.add_in(at, lasts, own)),
            (None, Some(id)) => {
                self.follow(&[at, lasts.name], lasts, &[&parent.at, field::LASTS_YEARS.name]);
                Some(id)
            }
            (None, None) => None,
        };
        TimingProgram { delay_years, lasts_years }
    }

    /// Benefits, grouped by category.
    fn categories(
        &mut self,
        parent: &Parent,
        benefits: &[CompleteBenefit],
        tables: &Tables<'_>,
    ) -> Vec<CategoryProgram> {
        let mut categories: IndexMap<&str, CategoryProgram> = IndexMap::new();
        for benefit in benefits {
            let compiled = self.benefit(parent, benefit, tables);
            let serves = tables.serves.get(benefit.category.as_str());
            let new = || CategoryProgram {
                serves: serves.cloned().unwrap_or_default(),
                benefits: Vec::new(),
            };
            categories.entry(&benefit.category).or_insert_with(new).benefits.push(compiled);
        }
        categories.into_values().collect()
    }

    fn benefit(
        &mut self,
        parent: &Parent,
        benefit: &CompleteBenefit,
        tables: &Tables<'_>,
    ) -> BenefitProgram {
        let at = parent.item("benefits", &benefit.id);
        let numbers = benefit.numbers.map(|field, figure| self.add_in(&at, field, figure));
        let rows = [&field::BENEFIT_DELAY, &field::BENEFIT_LASTS];
        let timing = benefit.timing.as_ref();
        let conditions = benefit.depends_on.iter();
        BenefitProgram {
            numbers,
            timing: timing.map(|timing| self.timing(parent, &at, rows, timing)),
            conditions: conditions
                .filter_map(|name| tables.conditions.get(name.as_str()).copied())
                .collect(),
        }
    }

    fn cost(&mut self, parent: &Parent, cost: &CompleteCost) -> CostProgram {
        let at = parent.item("costs", &cost.id);
        let rows = [&field::COST_DELAY, &field::COST_LASTS];
        CostProgram {
            numbers: cost.numbers.map(|field, figure| self.add_in(&at, field, figure)),
            timing: self.timing(parent, &at, rows, &cost.timing),
            during: cost.during,
        }
    }

    fn drawback(&mut self, parent: &Parent, drawback: &CompleteDrawback) -> DrawbackProgram {
        let at = parent.item("drawbacks", &drawback.id);
        let rows = [&field::DRAWBACK_DELAY, &field::DRAWBACK_LASTS];
        DrawbackProgram {
            numbers: drawback.numbers.map(|field, figure| self.add_in(&at, field, figure)),
            timing: self.timing(parent, &at, rows, &drawback.timing),
            during: drawback.during,
        }
    }
}
