//! The answers of some people, column by column.

use std::collections::HashSet;

use crate::error::Error;
use crate::estimate::Estimate;
use crate::lanes::Lanes;
use crate::plan::{Compiled, unknown_input};
use crate::problem::{Code, Problem, Problems};
use crate::read::{parse, replacement};

/// What some people answered: one row for each of them.
///
/// # Example
/// ```
/// use worthwhile::{Estimate, Plan, Respondents, RespondentColumn, Survey};
/// let plan = Plan::read(include_str!("../../../examples/mvp.json"))?;
/// // The second person did not say how many hours are free.
/// let unknown = [Estimate::Uniform { min: 2.0, max: 20.0 }];
/// let free = RespondentColumn {
///     input: "/person/time/free_hours_per_week",
///     values: &[16.0, f64::NAN],
///     vague: &[0, 1],
///     estimates: &unknown,
/// };
/// let people = Respondents { columns: &[free], keys: &[7, 8] };
/// let figures = Survey::at_means(&plan).ask(people, &mut |_| std::ops::ControlFlow::Continue(()))?;
/// assert_eq!(figures.verdict.len(), 2);
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Respondents<'t> {
    /// A column for each input that people answered about. All other inputs are those of the plan.
    pub columns: &'t [RespondentColumn<'t>],
    /// A number for each person, which tells people apart: what is vague in the answers of two people is
    /// drawn independently if theirs differ. The number of keys is the number of people.
    pub keys: &'t [u64],
}

/// What all people answered about one input.
#[derive(Debug, Clone, Copy)]
pub struct RespondentColumn<'t> {
    /// The name of the input.
    pub input: &'t str,
    /// For each person a number that is certain, in the unit of the input, where [`vague`](Self::vague)
    /// is 0.
    pub values: &'t [f64],
    /// For each person 0, or k where the answer is the estimate k - 1, or [`AS_THE_CASE`](Self::AS_THE_CASE).
    /// Empty if every answer is a number.
    pub vague: &'t [u16],
    /// What vague answers mean.
    pub estimates: &'t [Estimate],
}

impl RespondentColumn<'_> {
    /// Stands in [`vague`](Self::vague) where a person's input is as the case has it.
    pub const AS_THE_CASE: u16 = u16::MAX;
}

/// Columns that go with a plan.
pub(super) struct Columns<'t> {
    pub(super) count: usize,
    pub(super) keys: &'t [u64],
    pub(super) all: Vec<Column<'t>>,
}

pub(super) struct Column<'t> {
    /// The place of the input.
    pub(super) at: usize,
    values: &'t [f64],
    vague: &'t [u16],
    pub(super) estimates: &'t [Estimate],
    /// The means of the estimates, and of the input in the case.
    means: Vec<f64>,
    mean: f64,
}

/// One answer.
#[derive(Debug, Clone, Copy)]
pub(super) enum Answered {
    Number(f64),
    /// An estimate, by its place.
    Estimate(usize),
    AsTheCase,
}

impl Column<'_> {
    /// What a person answered.
    pub(super) fn of(&self, row: usize) -> Answered {
        match self.vague.get(row).copied().unwrap_or(0) {
            0 => Answered::Number(self.values.get(row).copied().unwrap_or(f64::NAN)),
            RespondentColumn::AS_THE_CASE => Answered::AsTheCase,
            vague => Answered::Estimate(usize::from(vague) - 1),
        }
    }

    fn mean(&self, row: usize) -> f64 {
        match self.of(row) {
            Answered::Number(value) => value,
            Answered::Estimate(at) => self.means.get(at).copied().unwrap_or(f64::NAN),
            Answered::AsTheCase => self.mean,
        }
    }
}

impl<'t> Columns<'t> {
    /// # Errors
    /// `wrong_shape`, `unknown_item` and `repeated_entry` for lengths and names that do not go with the plan,
    /// and what an estimate would be refused with in a case.
    pub(super) fn new(compiled: &Compiled, people: Respondents<'t>) -> Result<Self, Error> {
        let (problems, mut seen, count) = (Problems::default(), HashSet::new(), people.keys.len());
        let mut all = Vec::new();
        for column in people.columns {
            let name = column.input;
            let own = compiled.inputs.iter().enumerate().find(|(_, own)| *own.name == *name);
            let Some((at, input)) = own else {
                let names = compiled.inputs.iter().map(|own| &*own.name);
                problems.unknown(|| unknown_input(name, "input", names, "inputs"));
                continue;
            };
            if !seen.insert(at) {
                let message = format!("there are two columns for `{name}`");
                problems.push(Problem::new(name, Code::RepeatedEntry, message));
            }
            let lengths = [column.values.len(), column.vague.len()];
            let allowed = [[count, count], [count, 0]];
            if !allowed.contains(&lengths) {
                let [values, vague] = lengths;
                let message =
                    format!("the column has {values} numbers and {vague} marks for {count} people");
                let problem = Problem::new(name, Code::WrongShape, message);
                problems.push(problem.with_found(Some(values.into())).with_allowed(count));
            }
            let most = column.vague.iter().filter(|own| **own != RespondentColumn::AS_THE_CASE);
            let most = most.max().copied().map_or(0, usize::from);
            if most > column.estimates.len() {
                let message = format!(
                    "an answer is estimate {most}, but there are {}",
                    column.estimates.len()
                );
                let problem = Problem::new(name, Code::WrongShape, message);
                let problem = problem.with_found(Some(most.into()));
                problems.push(problem.with_allowed(column.estimates.len()));
            }
            for estimate in column.estimates {
                let text = serde_json::to_string(estimate).unwrap_or_default();
                match parse(&text) {
                    Ok(node) => drop(replacement(&node, input.field, name, &problems)),
                    Err(problem) => problems.note(*problem),
                }
            }
            let domain = &input.field.domain;
            let means = column.estimates.iter().map(|own| own.mean(domain)).collect();
            let &RespondentColumn { values, vague, estimates, .. } = column;
            all.push(Column { at, values, vague, estimates, means, mean: input.mean() });
        }
        problems.finish()?;
        Ok(Self { count, keys: people.keys, all })
    }

    /// Puts what a person answered among the values of the plan, at the means.
    pub(super) fn put(&self, row: usize, values: &mut [Lanes<1>]) {
        for column in &self.all {
            if let Some(value) = values.get_mut(column.at) {
                *value = Lanes([column.mean(row)]);
            }
        }
    }

    /// The places of the inputs that were answered about.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.all.iter().map(|own| own.at)
    }
}
