//! What people answered, as numbers and estimates of inputs.

mod cells;
mod keys;
pub(crate) use keys::{keys, texts};
mod read;

use std::sync::Arc;

use arrow::array::{ArrayRef, RecordBatch};
use arrow::datatypes::SchemaRef;
use worthwhile::{Code, Error, Estimate, Problem};

use crate::map::{Bound, Carried};
use crate::threads::{Job, all};
use cells::{Cell, Cells};
use read::Read;

/// The answers of the people in a block of rows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answers {
    pub(crate) columns: Vec<Answered>,
    /// How many answers of each row were missing and are taken as unknown.
    pub(crate) unknown: Vec<i16>,
    /// What is wrong, by row, then by column.
    pub(crate) problems: Vec<CellProblem>,
    /// What is drawn for a person alone depends on it: a hash of their id, or of their answers where there is
    /// no id.
    pub(crate) keys: Vec<u64>,
    /// How much each person counts: 1 where the map names no weight, no number where there is a problem with it.
    pub(crate) weights: Vec<f64>,
    /// The column of the weights.
    pub(crate) weighed_by: Option<String>,
}

/// The answers in one column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answered {
    pub(crate) column: String,
    pub(crate) input: Arc<str>,
    /// The values, in the unit of the input: of an estimate its mean, and no number where there is a problem.
    pub(crate) values: Vec<f64>,
    /// 0 where the value counts, and k where the estimate k - 1 does.
    pub(crate) vague: Vec<u16>,
    pub(crate) estimates: Vec<Estimate>,
    /// Whether there was no answer, whatever it counts as.
    pub(crate) missing: Vec<bool>,
}

/// Weights other than 0, so that sums of their squares stay numbers.
const WEIGHTS: std::ops::RangeInclusive<f64> = 1e-9..=1e9;

/// What is wrong with an answer. The path of the problem is the name of the input.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CellProblem {
    pub(crate) row: usize,
    /// Which of the columns it is in; none where it is the weight.
    pub(crate) column: Option<usize>,
    pub(crate) problem: Problem,
}

impl Bound {
    /// The answers in a block of rows, read on so many threads.
    ///
    /// # Errors
    /// `wrong_shape` where its columns are not those that the map was fitted to.
    pub(crate) fn answers(&self, batch: &RecordBatch, threads: usize) -> Result<Answers, Error> {
        same_columns(&self.schema, batch)?;
        let rows = batch.num_rows();
        let mut read: Vec<Option<Read>> = self.columns.iter().map(|_| None).collect();
        let mut ids = Ok(Vec::new());
        let mut jobs: Vec<Job<'_>> = Vec::new();
        if let Some(id) = &self.id {
            jobs.push(Box::new(|| ids = id.of(batch).and_then(|array| keys(&array))));
        }
        for (column, slot) in self.columns.iter().zip(&mut read) {
            jobs.push(Box::new(move || {
                let array = column.place.of(batch);
                let cells = array.and_then(|array| Cells::new(&array));
                *slot = cells.map(|cells| column.read(&cells, rows));
            }));
        }
        all(threads, jobs);
        let mut answers = Answers {
            columns: Vec::with_capacity(self.columns.len()),
            unknown: vec![0; rows],
            problems: Vec::new(),
            keys: Vec::new(),
            weights: self.weights(batch)?,
            weighed_by: self.weight.as_ref().map(|own| own.field.name().clone()),
        };
        for (at, (column, read)) in self.columns.iter().zip(read).enumerate() {
            let Read { answered, problems } = read.ok_or_else(other_columns)?;
            let own = problems.into_iter();
            answers.problems.extend(own.map(|(row, problem)| CellProblem {
                row,
                column: Some(at),
                problem,
            }));
            if column.is_unknown {
                for (unknown, is_missing) in answers.unknown.iter_mut().zip(&answered.missing) {
                    *unknown = unknown.saturating_add(i16::from(*is_missing));
                }
            }
            answers.columns.push(answered);
        }
        self.weigh(&mut answers);
        answers.problems.sort_by_key(|own| (own.row, own.column));
        let ids = ids?;
        // Who has no id is told apart by the answers.
        let key = |row: usize| {
            let id = ids.get(row).copied().flatten();
            id.unwrap_or_else(|| keys::of_answers(row, &answers.columns))
        };
        answers.keys = (0..rows).map(key).collect();
        Ok(answers)
    }

    /// The weights as they are, with no number where one is missing or something else.
    fn weights(&self, batch: &RecordBatch) -> Result<Vec<f64>, Error> {
        let rows = batch.num_rows();
        let Some(weight) = &self.weight else { return Ok(vec![1.0; rows]) };
        let array = weight.place.of(batch).ok_or_else(other_columns)?;
        let cells = Cells::new(&array).ok_or_else(other_columns)?;
        let number = |row| match cells.get(row) {
            Cell::Number(value) => value,
            Cell::Flag(flag) => f64::from(u8::from(flag)),
            Cell::Text(text) => read::written(text).unwrap_or(f64::NAN),
            Cell::Missing => f64::NAN,
        };
        Ok((0..rows).map(number).collect())
    }

    /// Reports the weights that are none.
    fn weigh(&self, answers: &mut Answers) {
        for (row, weight) in answers.weights.iter_mut().enumerate() {
            if weight.abs() <= 0.0 || WEIGHTS.contains(weight) {
                continue;
            }
            let (code, found) = match weight.is_nan() {
                true => (Code::MissingField, "missing or no number".to_owned()),
                false => (Code::OutOfRange, format!("`{weight}`")),
            };
            let (least, most) = (WEIGHTS.start(), WEIGHTS.end());
            let message = format!("the weight is {found}; expected 0, or {least:e} to {most:e}");
            let problem = Problem::new("/weight", code, message);
            answers.problems.push(CellProblem { row, column: None, problem });
            *weight = f64::NAN;
        }
    }
}

impl Carried {
    /// Its values in a batch of the table.
    ///
    /// # Errors
    /// `wrong_shape` where the batch is of another table.
    pub(crate) fn of(&self, batch: &RecordBatch) -> Result<ArrayRef, Error> {
        self.place.of(batch).ok_or_else(other_columns)
    }
}

/// Batches may have other metadata than the table, but no other columns.
fn same_columns(schema: &SchemaRef, batch: &RecordBatch) -> Result<(), Error> {
    let (own, found) = (schema.fields(), batch.schema_ref().fields());
    let same = own.len() == found.len()
        && own
            .iter()
            .zip(found)
            .all(|(own, found)| own.name() == found.name() && own.data_type() == found.data_type());
    if same { Ok(()) } else { Err(other_columns()) }
}

#[cold]
fn other_columns() -> Error {
    let message = "the rows have other columns than the table that the map was fitted to";
    Problem::new("", Code::WrongShape, message).into()
}

#[cfg(test)]
mod tests;
