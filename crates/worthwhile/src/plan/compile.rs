//! A complete case made into named inputs and a program over them.

use std::sync::Arc;

use indexmap::IndexMap;

use super::Input;
use super::program::{
    ActivityProgram, AwardProgram, BenefitProgram, CategoryProgram, CostProgram, DrivesProgram,
    InputId, PersonProgram, Program, PursuitProgram,
};
use crate::case::{Motive, Requires};
use crate::complete::{
    Complete, CompleteActivity, CompleteAssumptions, CompleteBenefit, CompleteCost, CompletePerson,
    CompletePursuit, Drives, Figure,
};
use crate::field::{self, Field};

/// What comes of a case.
pub(super) struct Compiled {
    /// In the order of person, assumptions, pursuits.
    pub(super) inputs: Vec<Input>,
    /// Which pursuit an input is of; none for the person and the assumptions.
    pub(super) owners: Vec<Option<usize>>,
    /// Their means. Behind those of the inputs stand the weights of a ranking.
    pub(super) means: Vec<f64>,
    pub(super) program: Program,
}

/// Makes a case into named inputs and a program over them.
pub(super) fn compile(case: &Complete) -> Compiled {
    let mut compiler = Compiler {
        inputs: Vec::with_capacity(USUAL_INPUTS),
        owners: Vec::with_capacity(USUAL_INPUTS),
        owner: None,
        joined: String::new(),
    };
    let money = case.person.money.as_ref();
    let half = compiler.person(&case.person);
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
    let (serves, rest) = compiler.assumptions(&case.assumptions);
    let tables = Tables { conditions, serves };
    let pursuits = case.pursuits.iter().enumerate();
    let pursuits = pursuits.map(|(at, pursuit)| compiler.pursuit(at, pursuit, &tables)).collect();
    let mut means: Vec<f64> = compiler.inputs.iter().map(Input::mean).collect();
    let drives = match (&case.person.drives, half.ratings) {
        (Drives::Ranked(ranking), _) => {
            let first = means.len();
            means.extend(rank_order_centroid(ranking));
            DrivesProgram::Ranked(std::array::from_fn(|at| input_id(first + at)))
        }
        (Drives::Rated(_), ratings) => DrivesProgram::Rated(ratings),
    };
    let person = PersonProgram {
        drives,
        autonomy: rest.autonomy,
        personal_time: half.personal_time,
        wellbeing: half.wellbeing,
        savings: half.savings,
        free_hours: half.free_hours,
        work_hours: half.work_hours,
        meaningful_yearly_amount,
        hour_value,
        burnout_risk: half.burnout_risk,
        horizon_years: half.horizon_years,
        discount_rate: half.discount_rate,
        time_convexity: rest.time_convexity,
        overwork_log_odds_per_hour: rest.overwork_log_odds_per_hour,
        overwork_from_hours: rest.overwork_from_hours,
        autonomy_effect: rest.autonomy_effect,
    };
    let program = Program { person, pursuits };
    Compiled { inputs: compiler.inputs, owners: compiler.owners, means, program }
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

struct PersonHalf {
    /// Importance of each motive, where motives are rated.
    ratings: [InputId; 8],
    personal_time: InputId,
    wellbeing: InputId,
    savings: InputId,
    free_hours: InputId,
    work_hours: InputId,
    burnout_risk: InputId,
    horizon_years: InputId,
    discount_rate: InputId,
}

struct AssumptionHalf {
    autonomy: [InputId; 8],
    time_convexity: InputId,
    overwork_log_odds_per_hour: InputId,
    overwork_from_hours: InputId,
    autonomy_effect: InputId,
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

    fn add(&mut self, field: &'static Field, figure: &Figure) -> InputId {
        self.add_at(&[field.path], field, figure)
    }

    fn person(&mut self, person: &CompletePerson) -> PersonHalf {
        let mut ratings = [InputId(0); 8];
        if let Drives::Rated(figures) = &person.drives {
            for ((id, motive), figure) in ratings.iter_mut().zip(Motive::ALL).zip(&**figures) {
                let name = &["/person/motivations/", motive.as_str()];
                *id = self.add_at(name, &field::MOTIVATION, figure);
            }
        }
        PersonHalf {
            ratings,
            personal_time: self.add(&field::PERSONAL_TIME, &person.personal_time),
            wellbeing: self.add(&field::WELLBEING, &person.wellbeing),
            savings: self.add(&field::SAVINGS, &person.savings),
            free_hours: self.add(&field::FREE_HOURS, &person.free_hours),
            work_hours: self.add(&field::WORK_HOURS, &person.work_hours),
            burnout_risk: self.add(&field::BURNOUT_RISK, &person.burnout_risk),
            horizon_years: self.add(&field::HORIZON_YEARS, &person.horizon_years),
            discount_rate: self.add(&field::DISCOUNT_RATE, &person.discount_rate),
        }
    }

    fn assumptions<'c>(
        &mut self,
        assumptions: &'c CompleteAssumptions,
    ) -> (IndexMap<&'c str, [Option<InputId>; 7]>, AssumptionHalf) {
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
        let half = AssumptionHalf {
            autonomy,
            time_convexity: self.add(&field::TIME_CONVEXITY, &assumptions.time_convexity),
            overwork_log_odds_per_hour: self
                .add(&field::OVERWORK_LOG_ODDS, &assumptions.overwork_log_odds_per_hour),
            overwork_from_hours: self.add(&field::OVERWORK_FROM, &assumptions.overwork_from_hours),
            autonomy_effect: self.add(&field::AUTONOMY_EFFECT, &assumptions.autonomy_effect),
        };
        (serves, half)
    }

    fn pursuit(
        &mut self,
        index: usize,
        pursuit: &CompletePursuit,
        tables: &Tables<'_>,
    ) -> PursuitProgram {
        self.owner = Some(index);
        let award = pursuit.award.as_ref().map(|award| {
            let at = |name| ["/pursuits/", pursuit.id.as_str(), "/award/", name];
            AwardProgram {
                chance_per_year: self.add_at(
                    &at("chance_per_year"),
                    &field::AWARD_CHANCE,
                    &award.chance_per_year,
                ),
                renewal_chance: self.add_at(
                    &at("renewal_chance"),
                    &field::AWARD_RENEWAL,
                    &award.renewal_chance,
                ),
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
        let mut add = |field: &'static Field, figure| self.add_at(&[at, field.name], field, figure);
        ActivityProgram {
            hours: add(&field::ACTIVITY_HOURS, &activity.hours),
            per_year: add(&field::ACTIVITY_PER_YEAR, &activity.per_year),
            enjoyability: add(&field::ACTIVITY_ENJOYABILITY, &activity.enjoyability),
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
        let mut add = |field: &'static Field, figure| self.add_at(&[at, field.name], field, figure);
        let conditions = benefit.depends_on.iter();
        BenefitProgram {
            strength: add(&field::BENEFIT_STRENGTH, &benefit.strength),
            chance: add(&field::BENEFIT_CHANCE, &benefit.chance),
            money_per_year: add(&field::BENEFIT_MONEY, &benefit.money_per_year),
            conditions: conditions
                .filter_map(|name| tables.conditions.get(name.as_str()).copied())
                .collect(),
            delay_years: benefit
                .delay_years
                .as_ref()
                .map(|delay| add(&field::BENEFIT_DELAY, delay)),
            needs_award: benefit.requires == Requires::Award,
        }
    }

    fn cost(&mut self, at: &str, cost: &CompleteCost) -> CostProgram {
        let name = &[at, field::COST_MONEY.name];
        CostProgram {
            money_per_year: self.add_at(name, &field::COST_MONEY, &cost.money_per_year),
            during: cost.during,
        }
    }
}

/// Means of weights that are uniform over the simplex in the order of the ranking: the k-th of n
/// weighs (1/k + ... + 1/n) / n.
fn rank_order_centroid(ranking: &[Motive]) -> [f64; 8] {
    let ranks: Vec<f64> = (1_u32..).take(ranking.len()).map(f64::from).collect();
    let count = ranks.last().copied().unwrap_or(1.0);
    let weight = |motive: Motive| {
        let Some(at) = ranking.iter().position(|ranked| *ranked == motive) else { return 0.0 };
        ranks.iter().skip(at).rev().map(|rank| 1.0 / rank).sum::<f64>() / count
    };
    Motive::ALL.map(weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rank_order_centroid_weights_are_the_published_ones() {
        let published: [&[f64]; 3] = [
            &[11.0 / 18.0, 5.0 / 18.0, 1.0 / 9.0],
            &[25.0 / 48.0, 13.0 / 48.0, 7.0 / 48.0, 1.0 / 16.0],
            &[137.0 / 300.0, 77.0 / 300.0, 47.0 / 300.0, 0.09, 0.04],
        ];
        for weights in published {
            let computed = rank_order_centroid(&Motive::ALL[..weights.len()]);
            for (computed, published) in computed.iter().zip(weights) {
                assert!((computed - published).abs() < 1e-15);
            }
            assert!(computed[weights.len()..].iter().all(|weight| *weight == 0.0));
        }
    }
}
