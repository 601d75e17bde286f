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
        // Nobody's answer depends on how much they count.
        let own = people.answers.problems.iter().filter(|own| own.column.is_some());
        for own in own.filter(|own| own.row == row) {
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

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use arrow::array::{Array, AsArray, DictionaryArray, Float64Array, StringArray};
    use arrow::datatypes::Int8Type;
    use worthwhile::{Code, Options};

    use super::*;
    use crate::{Map, Speed};

    const CASE: &str = r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}],
        "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}}}"#;
    const MAP: &str = r#"{"schema_version": 1, "keep": ["role"], "columns": {
        "free": {"input": "/person/time/free_hours_per_week", "missing": "base"},
        "learning": {"input": "/person/motivations/learning", "levels": {"some": {"low": 2, "high": 6}, "much": 9}}}}"#;

    fn answered(speed: Speed) -> (Group, People) {
        let free: Float64Array = vec![Some(9.0), None, Some(-2.0), Some(4.0)].into();
        let words: StringArray = vec!["much", "much", "some", "some"].into();
        let roles: DictionaryArray<Int8Type> =
            vec![Some("a"), None, Some("b"), Some("a")].into_iter().collect();
        let table = RecordBatch::try_from_iter([
            ("free", Arc::new(free) as ArrayRef),
            ("learning", Arc::new(words) as _),
            ("role", Arc::new(roles) as _),
        ]);
        let (table, plan) = (table.unwrap(), Plan::read(CASE).unwrap());
        let map = Map::read(MAP).unwrap();
        let group = Group::new(&plan, &map, &table.schema(), speed, &Options::default()).unwrap();
        let people = group.answer(&table, 0, &mut |_| ControlFlow::Continue(())).unwrap();
        (group, people)
    }

    /// The answer of one person is that of their row; where nothing is left open, to the last scenario.
    #[test]
    fn a_person_alone_is_the_person_of_the_table() {
        let (group, people) = answered(Speed::WithDoubt);
        for row in [0, 1, 3] {
            let plan = group.person(&people, row).unwrap();
            let options = Options::default().with_scenarios(256).with_replicates(8);
            let answer = plan.run().options(&options).assess().unwrap();
            assert_eq!(Some(answer.question.verdict), people.figures().verdict[row]);
            let (worth, own) = (&answer.pursuits[0].worth, &people.figures().worth);
            let most = if row == 3 { 6.0 * own.standard_errors[row] } else { 1e-9 };
            assert!(
                (worth.mean - own.values[row]).abs() < most,
                "{row}: {} {}",
                worth.mean,
                own.values[row]
            );
        }
        let free = "/person/time/free_hours_per_week";
        let [first, second] = [0, 1].map(|row| group.person(&people, row).unwrap());
        let mean = |plan: &Plan| plan.input(free).unwrap().mean().to_bits();
        assert_eq!([mean(&first), mean(&second)], [9.0, 10.0].map(f64::to_bits));
        let error = group.person(&people, 2).unwrap_err();
        assert_eq!(error.problems()[0].code, Code::OutOfRange);
        assert!(!error.to_string().contains("-2"), "{error}");
    }

    #[test]
    fn detached_people_are_the_same_and_share_nothing() {
        let (_, people) = answered(Speed::AtTheMeans);
        let values = |people: &People| {
            let roles = people.batch().column_by_name("role").unwrap().clone();
            roles.as_dictionary::<Int8Type>().values().to_data().buffers()[0].as_ptr()
        };
        let (before, detached) = (people.clone(), people.detached());
        assert_eq!(before.batch(), detached.batch());
        assert_ne!(values(&before), values(&detached));
    }

    #[test]
    fn people_are_found_by_id_or_by_row() {
        let (_, people) = answered(Speed::AtTheMeans);
        assert_eq!(people.row_of("3").unwrap(), Some(3));
        assert_eq!(people.row_of("4").unwrap(), None);
    }
}
