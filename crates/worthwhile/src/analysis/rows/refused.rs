//! Rows that cannot be computed, and why.

use crate::error::Error;
use crate::field::{Field, Form, Key};
use crate::lanes::Lanes;
use crate::limits::MAX_ROW_PROBLEMS;
use crate::plan::Compiled;
use crate::problem::{Problem, Problems};
use crate::read::{number_problem, week_problem, without_motivation};

/// What is wrong in one row of a table.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RowProblem {
    /// The row, counted from 0.
    pub row: usize,
    /// The problem, with the name of the input as its path.
    pub problem: Problem,
}

impl RowProblem {
    /// The problem of the table: its path is the row and the name of the input, such as
    /// `/3/person/time/free_hours_per_week`.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Outputs, Plan, Rows};
    /// let plan = Plan::read(include_str!("../../../examples/mvp.json"))?;
    /// let columns: [(&str, &[f64]); 1] = [("/person/burnout_risk", &[0.1, 7.0])];
    /// let mut out = vec![0.0; 2 * plan.outputs(Outputs::all()).len()];
    /// let refused = plan.evaluate(Rows::columns(2, &columns), Outputs::all(), &mut out)?;
    /// assert_eq!(refused.problems[0].of_table().path, "/1/person/burnout_risk");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn of_table(&self) -> Problem {
        let mut problem = self.problem.clone();
        problem.path.insert_str(0, &format!("/{}", self.row));
        problem
    }
}

/// The rows of a table that could not be computed. All their figures are NaN.
///
/// # Example
/// ```
/// use worthwhile::{Code, Outputs, Plan, Rows};
/// let plan = Plan::read(include_str!("../../../examples/mvp.json"))?;
/// let free = "/person/time/free_hours_per_week";
/// let hours = [12.0, -3.0];
/// let mut out = vec![0.0; 2 * plan.outputs(Outputs::question()).len()];
/// let refused = plan.evaluate(Rows::columns(2, &[(free, &hours)]), Outputs::question(), &mut out)?;
/// assert_eq!((refused.rows, refused.problems[0].row), (1, 1));
/// assert_eq!(refused.problems[0].problem.code, Code::OutOfRange);
/// assert!(out[0].is_finite() && out.last().unwrap().is_nan());
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use = "rows may have been refused"]
#[non_exhaustive]
pub struct Refused {
    /// How many rows.
    pub rows: usize,
    /// What is wrong, in the order of the rows. Not more than
    /// [`MAX_ROW_PROBLEMS`](crate::limits::MAX_ROW_PROBLEMS) are kept.
    pub problems: Vec<RowProblem>,
    /// How many problems there are besides.
    pub unlisted: usize,
}

impl Refused {
    /// Takes note of a row.
    pub(in crate::analysis) fn note(&mut self, row: usize, problems: Vec<Problem>) {
        self.rows += 1;
        self.keep(problems.into_iter().map(|problem| RowProblem { row, problem }));
    }

    fn keep(&mut self, problems: impl ExactSizeIterator<Item = RowProblem>) {
        let left = MAX_ROW_PROBLEMS.saturating_sub(self.problems.len());
        self.unlisted += problems.len().saturating_sub(left);
        self.problems.extend(problems.take(left));
    }

    /// The same without what the table says.
    pub(crate) fn redacted(mut self) -> Self {
        self.problems.iter_mut().for_each(|own| own.problem = own.problem.redacted());
        self
    }

    /// Those of several blocks, in their order.
    pub(super) fn of(blocks: Vec<Self>) -> Self {
        blocks.into_iter().fold(Self::default(), |mut all, block| {
            all.append(0, block);
            all
        })
    }

    /// Adds what was refused of the next block of a table that is computed block by block, where the block
    /// begins at the row `first` of the table, counted from 0.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Outputs, Plan, Refused, Rows};
    /// let plan = Plan::read(include_str!("../../../examples/mvp.json"))?;
    /// let risks = [0.1, 0.2, 0.1, 7.0];
    /// let mut refused = Refused::default();
    /// for (at, block) in risks.chunks(2).enumerate() {
    ///     let columns: [(&str, &[f64]); 1] = [("/person/burnout_risk", block)];
    ///     let mut out = vec![0.0; 2 * plan.outputs(Outputs::all()).len()];
    ///     let found = plan.evaluate(Rows::columns(2, &columns), Outputs::all(), &mut out)?;
    ///     refused.append(2 * at, found);
    /// }
    /// assert_eq!((refused.rows, refused.problems[0].row), (1, 3));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn append(&mut self, first: usize, block: Self) {
        self.rows += block.rows;
        self.unlisted += block.unlisted;
        let moved = |own: RowProblem| RowProblem { row: first + own.row, ..own };
        self.keep(block.problems.into_iter().map(moved));
    }

    /// Succeeds if no row was refused.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with the problems, whose paths are the row and
    /// the name of the input, such as `/3/person/time/free_hours_per_week`. After
    /// [`MAX_PROBLEMS`](crate::limits::MAX_PROBLEMS) a last one, `more_problems`, says how many more
    /// there are.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Outputs, Plan, Rows};
    /// let plan = Plan::read(include_str!("../../../examples/mvp.json"))?;
    /// let columns: [(&str, &[f64]); 1] = [("/person/burnout_risk", &[0.1, 7.0])];
    /// let mut out = vec![0.0; 2 * plan.outputs(Outputs::all()).len()];
    /// let refused = plan.evaluate(Rows::columns(2, &columns), Outputs::all(), &mut out)?;
    /// assert_eq!(refused.ok().unwrap_err().problems()[0].path, "/1/person/burnout_risk");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn ok(self) -> Result<(), Error> {
        let problems = Problems::default();
        self.problems.iter().for_each(|own| problems.push(own.of_table()));
        problems.count_only(self.unlisted);
        problems.finish()
    }
}

/// What a row has to be like, by the places of the inputs.
pub(in crate::analysis) struct Judge<'j> {
    compiled: &'j Compiled,
    /// The places of the inputs that rows have numbers for, with the smallest and the largest that each takes.
    ends: Vec<(usize, [f64; 2])>,
    /// Those of them that take whole numbers only.
    whole: Vec<usize>,
    free: Option<usize>,
    work: Option<usize>,
    /// None where motives are ranked.
    motives: Vec<usize>,
}

impl<'j> Judge<'j> {
    /// Of rows that have numbers for the inputs at these places.
    pub(in crate::analysis) fn new(
        compiled: &'j Compiled,
        places: impl Iterator<Item = usize>,
    ) -> Self {
        let all = |key: Key| {
            let all = compiled.inputs.iter().enumerate();
            all.filter(move |(_, input)| input.field.key == key).map(|(at, _)| at)
        };
        let fields = places.filter_map(|at| Some((at, compiled.inputs.get(at)?.field)));
        let fields: Vec<(usize, &Field)> = fields.collect();
        let whole = fields.iter().filter(|(_, field)| field.form == Form::Whole);
        Self {
            compiled,
            ends: fields.iter().map(|(at, field)| (*at, field.domain.ends())).collect(),
            whole: whole.map(|(at, _)| *at).collect(),
            free: all(Key::FreeHours).next(),
            work: all(Key::WorkHours).next(),
            motives: all(Key::Motivation).collect(),
        }
    }

    /// What is wrong with a row whose numbers are among `values`.
    pub(in crate::analysis) fn problems(&self, values: &[Lanes<1>]) -> Vec<Problem> {
        let mut problems = Vec::new();
        let value = |at: usize| values.get(at).map_or(f64::NAN, |value| value.first());
        if !self.takes(value) {
            for (at, _) in &self.ends {
                let Some(input) = self.compiled.inputs.get(*at) else { continue };
                problems.extend(number_problem(value(*at), input.field, || input.name.to_string()));
            }
            if !problems.is_empty() {
                return problems;
            }
        }
        let hours = |at: Option<usize>| at.map_or(0.0, value);
        let (free, work) = (hours(self.free), hours(self.work));
        problems.extend(week_problem(|| "/person/time".to_owned(), free, work));
        if !self.motives.is_empty() && !self.motives.iter().any(|at| value(*at) > 0.0) {
            let path = "/person/motivations".to_owned();
            problems.push(without_motivation(path, "at least one motive must be above 0"));
        }
        problems
    }

    /// Whether every input takes its number. Almost always it does, and that is seen quickly.
    fn takes(&self, value: impl Fn(usize) -> f64) -> bool {
        let is_inside = |at: usize, [min, max]: [f64; 2]| (min <= value(at)) & (value(at) <= max);
        self.ends.iter().fold(true, |all, (at, ends)| all & is_inside(*at, *ends))
            && self.whole.iter().all(|at| value(*at).fract().abs() <= 0.0)
    }
}
