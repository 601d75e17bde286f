//! Tables of inputs, by rows or by columns.

use std::collections::HashSet;

use crate::error::Error;
use crate::lanes::Lanes;
use crate::plan::{Compiled, unknown_input};
use crate::problem::{Code, Problem, Problems};

/// A table of inputs. Each row is a what-if: a number that the case leaves out and that follows another one,
/// such as `usual_per_year`, stays where the case has it.
///
/// # Example: one input differs
/// ```
/// use worthwhile::{Outputs, Plan, Rows};
/// let plan = Plan::read(include_str!("../../../examples/mvp.json"))?;
/// let columns: [(&str, &[f64]); 1] = [("/person/time/free_hours_per_week", &[16.0, 4.0])];
/// let outputs = Outputs::question();
/// let mut out = vec![0.0; 2 * plan.outputs(outputs).len()];
/// plan.evaluate(Rows::columns(2, &columns), outputs, &mut out)?.ok()?;
/// assert!(out[0] > out[12], "four free hours make it worth less");
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Rows<'t>(Source<'t>);

#[derive(Debug, Clone, Copy)]
enum Source<'t> {
    Rows(&'t [f64]),
    Columns(usize, &'t [(&'t str, &'t [f64])]),
}

impl<'t> Rows<'t> {
    /// Rows one after the other, each with a number for every input of the plan, in the order of
    /// [`Plan::inputs`](crate::Plan::inputs).
    #[must_use]
    pub const fn whole(numbers: &'t [f64]) -> Self {
        Self(Source::Rows(numbers))
    }

    /// So many rows in which only some inputs differ: a column for each of them, by name, with a number
    /// for every row. All other inputs are at their means.
    #[must_use]
    pub const fn columns(rows: usize, columns: &'t [(&'t str, &'t [f64])]) -> Self {
        Self(Source::Columns(rows, columns))
    }
}

/// A table that goes with a plan.
pub(super) struct Table<'t> {
    count: usize,
    cells: Cells<'t>,
}

enum Cells<'t> {
    Rows { numbers: &'t [f64], width: usize },
    Columns(Vec<(usize, &'t [f64])>),
}

impl<'t> Table<'t> {
    /// # Errors
    /// `wrong_shape`, `unknown_item` and `repeated_entry`: lengths and names that do not go with the plan.
    pub(super) fn new(compiled: &Compiled, rows: Rows<'t>) -> Result<Self, Error> {
        match rows.0 {
            Source::Rows(numbers) => {
                let width = compiled.inputs.len();
                let count = numbers.len() / width;
                if count * width != numbers.len() {
                    let message = format!(
                        "{} numbers do not make rows of {width}, one for each input of the plan",
                        numbers.len()
                    );
                    return Err(wrong_shape("", message, numbers.len(), width));
                }
                Ok(Self { count, cells: Cells::Rows { numbers, width } })
            }
            Source::Columns(count, columns) => {
                let cells = Cells::Columns(placed(compiled, count, columns)?);
                Ok(Self { count, cells })
            }
        }
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// # Errors
    /// `wrong_shape` if so much room is not what rows of so many figures take.
    pub(super) fn goes_with(&self, room: usize, width: usize) -> Result<(), Error> {
        if self.count.checked_mul(width) == Some(room) {
            return Ok(());
        }
        let rows = self.count;
        let message =
            format!("there is room for {room} figures, but {rows} rows have {width} each");
        Err(wrong_shape("", message, room, rows.saturating_mul(width)))
    }

    /// The places of the inputs that it has numbers for.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> + '_ {
        let (whole, columns): (usize, &[(usize, &[f64])]) = match &self.cells {
            Cells::Rows { width, .. } => (*width, &[]),
            Cells::Columns(columns) => (0, columns),
        };
        (0..whole).chain(columns.iter().map(|(at, _)| *at))
    }

    /// Puts the numbers of a row among the values of the plan.
    pub(super) fn put(&self, row: usize, values: &mut [Lanes<1>]) {
        match &self.cells {
            Cells::Rows { numbers, width } => {
                let own = numbers.get(row * width..).unwrap_or_default().iter().take(*width);
                values.iter_mut().zip(own).for_each(|(value, number)| *value = Lanes([*number]));
            }
            Cells::Columns(columns) => {
                for (at, column) in columns {
                    if let (Some(value), Some(number)) = (values.get_mut(*at), column.get(row)) {
                        *value = Lanes([*number]);
                    }
                }
            }
        }
    }
}

/// Columns with the places of their inputs.
fn placed<'t>(
    compiled: &Compiled,
    count: usize,
    columns: &[(&str, &'t [f64])],
) -> Result<Vec<(usize, &'t [f64])>, Error> {
    let (problems, mut placed, mut seen) = (Problems::default(), Vec::new(), HashSet::new());
    for (name, column) in columns {
        let own = compiled.inputs.iter().position(|input| *input.name == **name);
        let Some(at) = own else {
            problems.unknown(|| unknown(compiled, name));
            continue;
        };
        if !seen.insert(at) {
            let message = format!("there are two columns for `{name}`");
            problems.push(Problem::new(*name, Code::RepeatedEntry, message));
        }
        if column.len() != count {
            let message = format!("the column has {} numbers for {count} rows", column.len());
            let problem = Problem::new(*name, Code::WrongShape, message);
            problems.push(problem.with_found(Some(column.len().into())).with_allowed(count));
        }
        placed.push((at, *column));
    }
    problems.finish()?;
    Ok(placed)
}

fn unknown(compiled: &Compiled, name: &str) -> Problem {
    if compiled.case.absent().iter().any(|(absent, _)| **absent == *name) {
        let message = format!("the case leaves `{name}` out, so no row can have it");
        let help = "give the case a number there first";
        return Problem::new(name, Code::UnknownItem, message).with_help(help);
    }
    let names = compiled.inputs.iter().map(|input| &*input.name);
    unknown_input(name, "input", names, "inputs")
}

fn wrong_shape(path: &str, message: String, found: usize, allowed: usize) -> Error {
    let problem = Problem::new(path, Code::WrongShape, message);
    Error::from(problem.with_found(Some(found.into())).with_allowed(allowed))
}
