//! A complete case made into named inputs and a program over them.

use std::sync::Arc;

use indexmap::IndexMap;

use super::Input;
use super::items::Tables;
use super::program::{
    AssumptionsProgram, DrivesProgram, InputId, PersonProgram, PersonalTimeProgram, Program,
    PursuitProgram, Twin,
};
use crate::case::Motive;
use crate::complete::{Complete, CompleteAssumptions, CompletePerson, Drives, Figure};
use crate::field::{self, Field};
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

/// A number that is another one, and no input of its own.
#[derive(Debug, Clone)]
pub(crate) struct Follower {
    pub(crate) name: Arc<str>,
    pub(crate) field: &'static Field,
    /// The name of the one that it follows.
    pub(crate) follows: Arc<str>,
}

/// Makes a case into named inputs and a program over them.
pub(super) fn compile(case: &Complete) -> Compilation {
    let mut compiler = Compiler {
        inputs: Vec::with_capacity(USUAL_INPUTS),
        owners: Vec::with_capacity(USUAL_INPUTS),
        followers: Vec::new(),
        twins: Vec::new(),
        owner: None,
        joined: String::new(),
    };
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
    let either_or = case.either_or.iter().map(|set| set.iter().fold(0, |all, at| all | 1 << at));
    let program = Program { person, assumptions, pursuits, either_or: either_or.collect(), twins };
    let Compiler { inputs, owners, followers, .. } = compiler;
    Compilation { inputs, owners, means, program, followers }
}

fn input_id(at: usize) -> InputId {
    InputId(u32::try_from(at).unwrap_or(u32::MAX))
}

/// Gives the values that follow an input their places behind all others, at its mean.
fn place_twins(
    followed: &[InputId],
    pursuits: &mut [PursuitProgram],
    means: &mut Vec<f64>,
) -> Vec<Twin> {
    let first = means.len();
    let place = |id: &mut InputId| {
        if let Some(at) = id.0.checked_sub(FIRST_TWIN) {
            *id = input_id(first + at as usize);
        }
    };
    for activity in pursuits.iter_mut().flat_map(|pursuit| &mut pursuit.activities) {
        place(&mut activity.per_year);
        place(&mut activity.usual_per_year);
    }
    let twin = |(at, follows): (usize, &InputId)| {
        means.push(means.get(follows.0 as usize).copied().unwrap_or_default());
        Twin { id: input_id(first + at), follows: *follows }
    };
    followed.iter().enumerate().map(twin).collect()
}

/// Twins are counted from here on until the number of inputs is known.
const FIRST_TWIN: u32 = 1 << 30;
/// Inputs of a case with a handful of presets.
const USUAL_INPUTS: usize = 256;

pub(super) struct Compiler {
    inputs: Vec<Input>,
    owners: Vec<Option<usize>>,
    followers: Vec<Follower>,
    /// For each twin, what it follows.
    twins: Vec<InputId>,
    /// The pursuit that is being compiled.
    pub(super) owner: Option<usize>,
    /// Room to join the parts of a name in.
    joined: String,
}

impl Compiler {
    fn join(&mut self, name: &[&str]) -> Arc<str> {
        self.joined.clear();
        self.joined.extend(name.iter().copied());
        Arc::from(self.joined.as_str())
    }

    /// Adds an input; its name comes in parts.
    pub(super) fn add_at(
        &mut self,
        name: &[&str],
        field: &'static Field,
        figure: &Figure,
    ) -> InputId {
        let name = self.join(name);
        let id = input_id(self.inputs.len());
        self.owners.push(self.owner);
        self.inputs.push(Input {
            name,
            field,
            estimate: figure.estimate.clone(),
            origin: figure.origin.clone(),
        });
        id
    }

    /// Adds a number of an item; `at` is the item's pointer, with its last slash.
    pub(super) fn add_in(&mut self, at: &str, field: &'static Field, figure: &Figure) -> InputId {
        self.add_at(&[at, field.name], field, figure)
    }

    /// Adds a value that follows an input draw for draw and stays where what-ifs move that one.
    pub(super) fn add_twin(&mut self, follows: InputId) -> InputId {
        self.twins.push(follows);
        InputId(FIRST_TWIN + u32::try_from(self.twins.len() - 1).unwrap_or(0))
    }

    /// Notes a number that is another one.
    pub(super) fn follow(&mut self, name: &[&str], field: &'static Field, follows: &[&str]) {
        let (name, follows) = (self.join(name), self.join(follows));
        self.followers.push(Follower { name, field, follows });
    }

    fn add(&mut self, field: &'static Field, figure: &Figure) -> InputId {
        self.add_at(&[field.path], field, figure)
    }

    /// Adds a number that may be absent.
    fn add_some(&mut self, field: &'static Field, figure: Option<&Figure>) -> Option<InputId> {
        figure.map(|figure| self.add(field, figure))
    }

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
}
