//! One person of a table, and people on their own.

use std::io::Cursor;
use std::sync::Arc;

use arrow::array::{ArrayRef, RecordBatch};
use arrow::datatypes::SchemaRef;
use arrow::error::ArrowError;
use arrow::ipc::reader::StreamReader;
use arrow::ipc::writer::StreamWriter;
use worthwhile::{Error, Estimate, Plan, Problem, Problems, RespondentColumn};

use super::{Group, People};
use crate::answers::{Answered, texts};

impl Group {
    /// The plan of one person: that of everybody with what the person answered. What an answer leaves open is an
    /// estimate there, drawn anew.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) with why the person cannot be answered, with or without
    /// what was answered as in the table that comes out.
    ///
    /// # Example
    /// ```
    /// use std::ops::ControlFlow;
    /// use std::sync::Arc;
    /// use arrow::array::{ArrayRef, Float64Array, RecordBatch};
    /// use worthwhile::{Options, Plan};
    /// use worthwhile_groups::{Group, Map, Speed};
    /// let plan = Plan::read(r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}],
    ///     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}}}"#)?;
    /// let free = "/person/time/free_hours_per_week";
    /// let map = Map::read(&format!(r#"{{"schema_version": 1, "columns": {{"free": "{free}"}}}}"#))?;
    /// let answers: Float64Array = vec![9.0, 3.0].into();
    /// let table = RecordBatch::try_from_iter([("free", Arc::new(answers) as ArrayRef)]).unwrap();
    /// let group = Group::new(&plan, &map, &table.schema(), Speed::AtTheMeans, &Options::default())?;
    /// let people = group.answer(&table, 0, &mut |_| ControlFlow::Continue(()))?;
    /// let second = group.person(&people, 1)?;
    /// assert_eq!(second.input(free).map(|input| input.mean()), Some(3.0));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn person(&self, people: &People, row: usize) -> Result<Plan, Error> {
        let problems = Problems::default();
        for own in people.answers.problems.iter().filter(|own| own.row == row) {
            problems.push(self.told(&own.problem));
        }
        problems.finish()?;
        let columns = people.answers.columns.iter();
        let answers = columns.filter_map(|own| Some((&*own.input, answer(own, row)?)));
        let plan = self.plan().with_values(answers);
        plan.map_err(|error| if self.shows_values { error } else { error.redacted() })
    }

    fn told(&self, problem: &Problem) -> Problem {
        if self.shows_values { problem.clone() } else { problem.redacted() }
    }
}

/// What a person answered; none where that is left to the case.
fn answer(column: &Answered, row: usize) -> Option<Estimate> {
    match column.vague.get(row).copied().unwrap_or_default() {
        0 => column.values.get(row).copied().map(Estimate::Certain),
        RespondentColumn::AS_THE_CASE => None,
        vague => column.estimates.get(usize::from(vague) - 1).cloned(),
    }
}

impl People {
    /// The row of the first person with an id, as text; without ids, that of the whole table as a number counts.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) if the ids cannot be read.
    ///
    /// # Example
    /// See [`Group`]: `people.row_of("Ada")` is 0 there.
    pub fn row_of(&self, id: &str) -> Result<Option<usize>, Error> {
        let Some(ids) = self.batch.columns().first() else { return Ok(None) };
        Ok(texts(ids)?.iter().position(|own| own.as_deref() == Some(id)))
    }

    /// The same people, who share no memory with the rows that they came from: the columns that are kept are copied.
    ///
    /// # Example
    /// See [`Group`].
    #[must_use]
    pub fn detached(mut self) -> Self {
        let shared = self.kept;
        let (kept, computed) = self.batch.columns().split_at(shared.min(self.batch.num_columns()));
        let fields = self.batch.schema_ref().fields().iter().take(kept.len()).cloned();
        let schema = SchemaRef::new(arrow::datatypes::Schema::new(fields.collect::<Vec<_>>()));
        let copied = copied(schema, kept, self.batch.num_rows());
        // What cannot be copied so stays as it is.
        if let Ok(copied) = copied {
            let columns: Vec<ArrayRef> = copied.iter().chain(computed).map(Arc::clone).collect();
            if let Ok(batch) = RecordBatch::try_new(self.batch.schema(), columns) {
                self.batch = batch;
            }
        }
        self
    }
}

/// Columns, written and read back.
fn copied(
    schema: SchemaRef,
    columns: &[ArrayRef],
    rows: usize,
) -> Result<Vec<ArrayRef>, ArrowError> {
    if columns.is_empty() || rows == 0 {
        return Ok(columns.to_vec());
    }
    let batch = RecordBatch::try_new(Arc::clone(&schema), columns.to_vec())?;
    let mut bytes = Vec::new();
    let mut writer = StreamWriter::try_new(&mut bytes, &schema)?;
    writer.write(&batch)?;
    writer.finish()?;
    drop(writer);
    let mut reader = StreamReader::try_new(Cursor::new(bytes), None)?;
    let none = || ArrowError::IpcError("nothing was read back".to_owned());
    Ok(reader.next().ok_or_else(none)??.columns().to_vec())
}
