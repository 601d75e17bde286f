//! A complete case made into named inputs and a program over them.

use std::sync::Arc;

use indexmap::IndexMap;

use super::Input;
use super::program::{
    ActivityProgram, AssumptionsProgram, AwardProgram, BenefitProgram, CategoryProgram,
    CostProgram, DrivesProgram, InputId, PersonProgram, Program, PursuitProgram,
};
use crate::case::{Motive, Requires};
use crate::complete::{
    Complete, CompleteActivity, CompleteAssumptions, CompleteBenefit, CompleteCost,
    CompletePursuit, Drives, Figure,
};
use crate::field::{self, Field};
use crate::sampling::rank_order_centroid;

/// What comes of a case.
pub(super) struct Compilation {
    /// In the order of person, assumptions, pursuits.
    pub(super) inputs: Vec<Input>,
    /// Which pursuit an input is of; none for the person and the assumptions.
    pub(super) owners: Vec<Option<usize>>,
    /// Their means. Behind those of the inputs stand the weights of a ranking.
    pub(super) means: Vec<f64>,
    pub(super) program: Program,
}

/// Makes a case into named inputs and a program over them.
pub(super) fn compile(case: &Complete) -> Compilation {
    let mut compiler = Compiler {
        inputs: Vec::with_capacity(USUAL_INPUTS),
        owners: Vec::with_capacity(USUAL_INPUTS),
        owner: None,
        joined: String::new(),
    };
    let money = case.person.money.as_ref();
    let ratings = compiler.ratings(&case.person.drives);
    let numbers = case.person.numbers.map(|field, figure| compiler.add(field, figure));
    let personal_time = case.person.personal_time.clone().unwrap_or_else(|| certain(5.0));
    let personal_time = compiler.add(&field::PERSONAL_TIME, &personal_time);
    let burnout_risk = case.person.burnout_risk.clone().unwrap_or_else(|| certain(0.25));
    let burnout_risk = compiler.add(&field::BURNOUT_RISK, &burnout_risk);
    let conditions: IndexMap<&str, InputId> = case
        .person
        .conditions
        .iter()
        .map(|(name, figure)| {
            let id = compiler.add_at(&["/person/conditions/", name], &field::CONDITION, figure);
            (name.as_str(), id)
        })
        .collect();
    let meaningful_yearly_amount = money.map(|money| {
        compiler.add(&field::MEANINGFUL_YEARLY_AMOUNT, &money.meaningful_yearly_amount)
    });
    let hour_value = money
        .and_then(|money| money.hour_value.as_ref())
        .map(|value| compiler.add(&field::HOUR_VALUE, value));
    let (serves, assumptions) = compiler.assumptions(&case.assumptions);
    let tables = Tables { conditions, serves };
    let pursuits = case.pursuits.iter().enumerate();
    let pursuits = pursuits.map(|(at, pursuit)| compiler.pursuit(at, pursuit, &tables)).collect();
    let mut means: Vec<f64> = compiler.inputs.iter().map(Input::mean).collect();
    let drives = match (&case.person.drives, ratings) {
        (Drives::Ranked(ranking), _) => {
            let first = means.len();
            means.extend(rank_order_centroid(ranking));
            DrivesProgram::Ranked(std::array::from_fn(|at| input_id(first + at)))
        }
        (Drives::Rated(_), ratings) => DrivesProgram::Rated(ratings),
    };
    let person = PersonProgram {
        drives,
        numbers,
        personal_time,
        burnout_risk,
        meaningful_yearly_amount,
        hour_value,
    };
    let program = Program { person, assumptions, pursuits };
    Compilation { inputs: compiler.inputs, owners: compiler.owners, means, program }
}

fn certain(value: f64) -> Figure {
    Figure { estimate: crate::Estimate::Certain(value), origin: crate::Origin::Case }
}

fn input_id(at: usize) -> InputId {
    InputId(u32::try_from(at).unwrap_or(u32::MAX))
}

/// Inputs of a case with a handful of presets.
const USUAL_INPUTS: usize = 256;

/// What pursuits refer to.
struct Tables<'c> {
    conditions: IndexMap<&'c str, InputId>,
    serves: IndexMap<&'c str, [Option<InputId>; 7]>,
}

struct Compiler {
    inputs: Vec<Input>,
    owners: Vec<Option<usize>>,
    /// The pursuit that is being compiled.
    owner: Option<usize>,
    /// Room to join the parts of a name in.
    joined: String,
}

impl Compiler {
    /// Adds an input; its name comes in parts.
    fn add_at(&mut self, name: &[&str], field: &'static Field, figure: &Figure) -> InputId {
        self.joined.clear();
        self.joined.extend(name.iter().copied());
        let id = input_id(self.inputs.len());
        self.owners.push(self.owner);
        self.inputs.push(Input {
            name: Arc::from(self.joined.as_str()),
            field,
            estimate: figure.estimate.clone(),
            origin: figure.origin.clone(),
        });
        id
    }

    /// Adds a number of an item; `at` is the item's pointer, with its last slash.
    fn add_in(&mut self, at: &str, field: &'static Field, figure: &Figure) -> InputId {
        self.add_at(&[at, field.name], field, figure)
    }

    fn add(&mut self, field: &'static Field, figure: &Figure) -> InputId {
        self.add_at(&[field.path], field, figure)
    }

    /// Importance of each motive, where motives are rated.
    fn ratings(&mut self, drives: &Drives) -> [InputId; 8] {
        let mut ratings = [InputId(0); 8];
        if let Drives::Rated(figures) = drives {
            for ((id, motive), figure) in ratings.iter_mut().zip(Motive::ALL).zip(&**figures) {
                let name = &["/person/motivations/", motive.as_str()];
                *id = self.add_at(name, &field::MOTIVATION, figure);
            }
        }
        ratings
    }

    fn assumptions<'c>(
        &mut self,
        assumptions: &'c CompleteAssumptions,
    ) -> (IndexMap<&'c str, [Option<InputId>; 7]>, AssumptionsProgram) {
        let mut serves = IndexMap::new();
        for (category, row) in &assumptions.serves {
            let mut cells = [None; 7];
            for (cell, motive) in cells.iter_mut().zip(Motive::SERVED) {
                let given = row.iter().find(|(served, _)| *served == motive);
                *cell = given.map(|(_, figure)| {
                    let name = &["/assumptions/serves/", category, "/", motive.as_str()];
                    self.add_at(name, &field::SERVES, figure)
                });
            }
            serves.insert(category.as_str(), cells);
        }
        let mut autonomy = [InputId(0); 8];
        for ((id, motive), figure) in
            autonomy.iter_mut().zip(Motive::ALL).zip(&assumptions.autonomy)
        {
            let name = &["/assumptions/autonomy/", motive.as_str()];
            *id = self.add_at(name, &field::AUTONOMY, figure);
        }
        let numbers = assumptions.numbers.map(|field, figure| self.add(field, figure));
        (serves, AssumptionsProgram { autonomy, numbers })
    }

    fn pursuit(
        &mut self,
        index: usize,
        pursuit: &CompletePursuit,
        tables: &Tables<'_>,
    ) -> PursuitProgram {
        self.owner = Some(index);
        let award = pursuit.award.as_ref().map(|award| {
            let at = ["/pursuits/", pursuit.id.as_str(), "/award/"].concat();
            AwardProgram {
                numbers: award.numbers.map(|field, figure| self.add_in(&at, field, figure)),
                is_held: award.is_held,
            }
        });
        let at = |list, id: &str| ["/pursuits/", &pursuit.id, "/", list, "/", id, "/"].concat();
        let activities = pursuit
            .activities
            .iter()
            .map(|activity| self.activity(&at("activities", &activity.id), activity))
            .collect();
        let mut categories: IndexMap<&str, CategoryProgram> = IndexMap::new();
        for benefit in &pursuit.benefits {
            let compiled = self.benefit(&at("benefits", &benefit.id), benefit, tables);
            let serves = tables.serves.get(benefit.category.as_str()).copied();
            categories
                .entry(&benefit.category)
                .or_insert_with(|| CategoryProgram {
                    serves: serves.unwrap_or_default(),
                    benefits: Vec::new(),
                })
                .benefits
                .push(compiled);
        }
        let costs =
            pursuit.costs.iter().map(|cost| self.cost(&at("costs", &cost.id), cost)).collect();
        PursuitProgram { award, activities, categories: categories.into_values().collect(), costs }
    }

    fn activity(&mut self, at: &str, activity: &CompleteActivity) -> ActivityProgram {
        let (field, per_year) = match (&activity.per_year, &activity.usual_per_year) {
            (Some(figure), _) => (&field::ACTIVITY_PER_YEAR, figure.clone()),
            (None, Some(figure)) => (&field::ACTIVITY_USUAL_PER_YEAR, figure.clone()),
            (None, None) => (&field::ACTIVITY_PER_YEAR, certain(0.0)),
        };
        ActivityProgram {
            numbers: activity.numbers.map(|field, figure| self.add_in(at, field, figure)),
            per_year: self.add_in(at, field, &per_year),
            during: activity.during,
            is_rest: activity.kind == "rest",
        }
    }

    fn benefit(
        &mut self,
        at: &str,
        benefit: &CompleteBenefit,
        tables: &Tables<'_>,
    ) -> BenefitProgram {
        let numbers = benefit.numbers.map(|field, figure| self.add_in(at, field, figure));
        let mut delay = |delay| self.add_in(at, &field::BENEFIT_DELAY, delay);
        let conditions = benefit.depends_on.iter();
        BenefitProgram {
            numbers,
            delay_years: benefit.timing.as_ref().map(|timing| delay(&timing.delay_years)),
            conditions: conditions
                .filter_map(|name| tables.conditions.get(name.as_str()).copied())
                .collect(),
            needs_award: benefit.requires == Requires::Award,
        }
    }

    fn cost(&mut self, at: &str, cost: &CompleteCost) -> CostProgram {
        CostProgram {
            numbers: cost.numbers.map(|field, figure| self.add_in(at, field, figure)),
            during: cost.during,
        }
    }
}
