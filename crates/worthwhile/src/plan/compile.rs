//! A complete case made into named inputs and a program over them.

use indexmap::IndexMap;

use super::Input;
use super::compiler::{Compiler, Follower, input_id, place_twins};
use super::items::{Serves, Tables};
use super::program::{
    AssumptionsProgram, DrivesProgram, InputId, PersonProgram, PersonalTimeProgram, Program,
    PursuitProgram,
};
use crate::case::Motive;
use crate::complete::{Complete, CompleteAssumptions, CompletePerson, Drives};
use crate::field;
use crate::sampling::rank_order_centroid;

/// What comes of a case.
pub(super) struct Compilation {
    /// In the order of person, assumptions, pursuits.
    pub(super) inputs: Vec<Input>,
    /// Which pursuit an input is of; none for the person and the assumptions.
    pub(super) owners: Vec<Option<usize>>,
    /// Their means. Behind those of the inputs stand the weights of a ranking, then the values that
    /// follow an input draw for draw.
    pub(super) means: Vec<f64>,
    pub(super) program: Program,
    pub(super) followers: Vec<Follower>,
}

/// Makes a case into named inputs and a program over them.
pub(super) fn compile(case: &Complete) -> Compilation {
    let mut compiler = Compiler::new();
    let (mut person, conditions) = compiler.person(&case.person);
    let (serves, assumptions) = compiler.assumptions(&case.assumptions);
    let tables = Tables { conditions, serves };
    let pursuits = case.pursuits.iter().enumerate();
    let mut pursuits: Vec<PursuitProgram> =
        pursuits.map(|(at, pursuit)| compiler.pursuit(at, pursuit, &tables)).collect();
    let mut means: Vec<f64> = compiler.inputs.iter().map(Input::mean).collect();
    if let Drives::Ranked(ranking) = &case.person.drives {
        let first = means.len();
        means.extend(rank_order_centroid(ranking));
        person.drives = DrivesProgram::Ranked(std::array::from_fn(|at| input_id(first + at)));
    }
    let twins = place_twins(&compiler.twins, &mut pursuits, &mut means);
    pursuits.iter_mut().for_each(PursuitProgram::list_inputs);
    let either_or = case.either_or.iter().map(|set| set.iter().fold(0, |all, at| all | 1 << at));
    let program = Program { person, assumptions, pursuits, either_or: either_or.collect(), twins };
    let Compiler { inputs, owners, followers, .. } = compiler;
    Compilation { inputs, owners, means, program, followers }
}

impl Compiler {
    fn person<'c>(
        &mut self,
        person: &'c CompletePerson,
    ) -> (PersonProgram, IndexMap<&'c str, InputId>) {
        let drives = DrivesProgram::Rated(self.ratings(&person.drives));
        let personal_time = self.personal_time(person);
        let limit_hours = self.add_some(&field::LIMIT_HOURS, person.limit_hours_per_week.as_ref());
        let numbers = person.numbers.map(|field, figure| self.add(field, figure));
        let burnout_risk = self.add_some(&field::BURNOUT_RISK, person.burnout_risk.as_ref());
        if burnout_risk.is_none() {
            let (risk, hours) = (&field::BURNOUT_RISK, &field::WORK_HOURS);
            self.follow(&[risk.path], risk, &[hours.path]);
        }
        let conditions = person.conditions.iter().map(|(name, figure)| {
            let id = self.add_at(&["/person/conditions/", name], &field::CONDITION, figure);
            (name.as_str(), id)
        });
        let conditions = conditions.collect();
        let money = person.money.as_ref();
        let amount = money.map(|money| &money.meaningful_yearly_amount);
        let meaningful_yearly_amount = self.add_some(&field::MEANINGFUL_YEARLY_AMOUNT, amount);
        let hour_value = money.and_then(|money| money.hour_value.as_ref());
        let hour_value = self.add_some(&field::HOUR_VALUE, hour_value);
        let program = PersonProgram {
            drives,
            numbers,
            personal_time,
            limit_hours,
            burnout_risk,
            meaningful_yearly_amount,
            hour_value,
        };
        (program, conditions)
    }

    // INVARIANT: a complete case has either the hours to break even or a rating.
    #[expect(clippy::unreachable, reason = "see the invariant above")]
    fn personal_time(&mut self, person: &CompletePerson) -> PersonalTimeProgram {
        match (&person.break_even_hours_per_week, &person.personal_time) {
            (Some(hours), _) => {
                let (rating, own) = (&field::PERSONAL_TIME, &field::BREAK_EVEN);
                self.follow(&[rating.path], rating, &[own.path]);
                PersonalTimeProgram::BreakEven(self.add(own, hours))
            }
            (None, Some(rating)) => {
                PersonalTimeProgram::Rated(self.add(&field::PERSONAL_TIME, rating))
            }
            (None, None) => unreachable!("a complete case protects personal time in one way"),
        }
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
    ) -> (Serves<'c>, AssumptionsProgram) {
        let mut serves = IndexMap::new();
        for (category, row) in &assumptions.serves {
            let cells = Motive::SERVED.into_iter().enumerate().filter_map(|(at, motive)| {
                let (_, figure) = row.iter().find(|(served, _)| *served == motive)?;
                let name = &["/assumptions/serves/", category, "/", motive.as_str()];
                Some((at, self.add_at(name, &field::SERVES, figure)))
            });
            let cells: Vec<_> = cells.collect();
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
}
