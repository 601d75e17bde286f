//! Blocks of people, answered.

mod levers;
mod one;
mod table;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use arrow::array::RecordBatch;
use arrow::datatypes::{Schema, SchemaRef};
use worthwhile::{
    Code, Error, Options, Plan, Problem, Problems, RespondentColumn, Respondents, Survey,
    SurveyFigures, Watch,
};

use crate::answers::{Answers, keys};
use crate::map::{Bound, Map, whole_name};
pub use levers::{Lever, LeverChange};
pub(crate) use levers::{compiled, out_of_range};
pub(crate) use table::{Columns, Refusals};

/// How people are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speed {
    /// Nothing is drawn: every input is at its mean. The quickest.
    AtTheMeans,
    /// Over scenarios that all people have in common, so that the answer says how sure it is.
    WithDoubt,
}

impl Speed {
    /// Its name in tables and documents: `at_the_means` or `with_doubt`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AtTheMeans => "at_the_means",
            Self::WithDoubt => "with_doubt",
        }
    }
}

/// A base case and a map, ready to answer tables of people.
///
/// # Example
/// ```
/// use std::ops::ControlFlow;
/// use std::sync::Arc;
/// use arrow::array::{Float64Array, RecordBatch, StringArray};
/// use worthwhile::{Options, Plan};
/// use worthwhile_groups::{Group, Map, Speed};
///
/// let plan = Plan::read(r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}],
///     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}}}"#)?;
/// let map = Map::read(r#"{"schema_version": 1, "id": "name",
///     "columns": {"free": "/person/time/free_hours_per_week"}}"#)?;
/// let names: StringArray = vec!["Ada", "Bo", "Cy"].into();
/// let free: Float64Array = vec![Some(9.0), Some(0.5), None].into();
/// let table = RecordBatch::try_from_iter([
///     ("name", Arc::new(names) as arrow::array::ArrayRef),
///     ("free", Arc::new(free) as _),
/// ]).unwrap();
/// let group = Group::new(&plan, &map, &table.schema(), Speed::WithDoubt, &Options::default())?;
/// let people = group.answer(&table, 0, &mut |_| ControlFlow::Continue(()))?;
/// let out = people.batch();
/// assert_eq!(out.num_rows(), 3);
/// assert!(out.column_by_name("chance_of_yes").is_some());
/// assert_eq!(people.detached().row_of("Bo")?, Some(1));
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Group {
    survey: Survey,
    bound: Bound,
    speed: Speed,
    shows_values: bool,
    columns: Arc<Columns>,
}

/// Some people and what was computed of them.
#[derive(Debug, Clone)]
pub struct People {
    pub(crate) answers: Answers,
    pub(crate) figures: SurveyFigures,
    batch: RecordBatch,
    /// How many columns of the table that comes out are from the one that went in.
    kept: usize,
    /// What tells clusters apart, a word for each person; empty where the map names no column.
    pub(crate) clusters: Vec<u64>,
    pub(crate) refusals: Refusals,
    /// On how many threads they are computed.
    pub(crate) threads: usize,
}

impl Group {
    /// Makes a case, a map and the schema of a table go together.
    ///
    /// The options say how many scenarios each person has (else 256), in how many replicates, from which seed, and on
    /// how many threads people are computed and added up.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) with every problem of the map and of the columns,
    /// and those of the options.
    pub fn new(
        plan: &Plan,
        map: &Map,
        schema: &Schema,
        speed: Speed,
        options: &Options,
    ) -> Result<Self, Error> {
        let bound = map.bind(plan, &Arc::new(schema.clone()))?;
        let survey = match speed {
            Speed::AtTheMeans => Survey::at_means(plan),
            Speed::WithDoubt => Survey::with_doubt(plan, options)?,
        };
        let survey = survey.with_threads(options.threads.unwrap_or(1) as usize);
        let columns = Arc::new(Columns::new(&bound, speed, plan)?);
        Ok(Self { survey, bound, speed, shows_values: false, columns })
    }

    /// Sets whether problems say what a person answered. They leave it out unless this is asked for.
    #[must_use]
    pub fn with_values_shown(mut self, shows_values: bool) -> Self {
        self.shows_values = shows_values;
        self
    }

    /// The schema of what comes out.
    #[must_use]
    pub fn schema(&self) -> SchemaRef {
        self.columns.schema()
    }

    /// How people are answered.
    #[must_use]
    pub fn speed(&self) -> Speed {
        self.speed
    }

    /// The number of scenarios; 0 at the means.
    #[must_use]
    pub fn scenarios(&self) -> usize {
        self.survey.scenarios()
    }

    /// The plan that everybody is asked about.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        self.survey.plan()
    }

    /// In how many replicates the scenarios are; 0 at the means.
    #[must_use]
    pub fn replicates(&self) -> usize {
        self.survey.replicates()
    }

    /// The id of the pursuit in question.
    #[must_use]
    pub fn question(&self) -> String {
        self.columns.question()
    }

    /// Whether a column of the table names people. The table that comes out begins with it, or else with `row`.
    #[must_use]
    pub fn has_id(&self) -> bool {
        self.bound.id.is_some()
    }

    /// What people call that pursuit.
    #[must_use]
    pub fn question_name(&self) -> &str {
        self.columns.question_name()
    }

    pub(crate) fn bound(&self) -> &Bound {
        &self.bound
    }

    pub(crate) fn is_weighted(&self) -> bool {
        self.bound.weight.is_some()
    }

    pub(crate) fn is_clustered(&self) -> bool {
        self.bound.cluster.is_some()
    }

    /// Answers the next people of a table, whose first row is this one of the whole table, counted from 0.
    ///
    /// Nobody is left out: who cannot be answered has a row with what is wrong.
    ///
    /// # Errors
    /// [`ErrorKind::Stopped`](worthwhile::ErrorKind::Stopped) if the watch canceled it, and `wrong_type` for
    /// a batch whose columns are not those of the schema.
    pub fn answer(
        &self,
        batch: &RecordBatch,
        first_row: u64,
        watch: &mut Watch<'_>,
    ) -> Result<People, Error> {
        let answers = self.bound.answers(batch, self.survey.threads())?;
        let figures = ask(&self.survey, &answers, watch)?;
        let refusals = Refusals::new(&answers, &figures, self.shows_values);
        let clusters = match &self.bound.cluster {
            Some(column) => {
                // Who names no cluster is one alone.
                let alone = answers.keys.iter().map(|key| key.rotate_left(32));
                let named = keys(&column.of(batch)?)?.into_iter();
                named.zip(alone).map(|(named, alone)| named.unwrap_or(alone)).collect()
            }
            None => Vec::new(),
        };
        let batch = self.columns.batch(batch, first_row, &answers, &figures, &refusals)?;
        let (kept, threads) = (self.columns.kept(), self.survey.threads());
        Ok(People { answers, figures, batch, kept, clusters, refusals, threads })
    }

    /// Whether the plan has the inputs that levers change, and these take what they are set to, so that it is known
    /// before anybody is answered.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) with every problem, at its place in a document of
    /// levers.
    ///
    /// # Example
    /// ```
    /// use arrow::datatypes::{DataType, Field, Schema};
    /// use worthwhile::{Options, Plan};
    /// use worthwhile_groups::{Group, Lever, Map, Speed};
    /// let plan = Plan::read(r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}],
    ///     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}}}"#)?;
    /// let table = Schema::new(vec![Field::new("free_hours_per_week", DataType::Float64, true)]);
    /// let map = Map::inferred(&plan, &table);
    /// let group = Group::new(&plan, &map, &table, Speed::AtTheMeans, &Options::default())?;
    /// let levers = Lever::read(r#"{"schema_version": 1, "levers": [{"name": "Free time",
    ///     "changes": [{"input": "/person/time/free_hour_per_week", "add": 3}]}]}"#)?;
    /// let error = group.check(&levers).unwrap_err();
    /// assert_eq!(error.problems()[0].path, "/levers/0/changes/0/input");
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn check(&self, levers: &[Lever]) -> Result<(), Error> {
        let problems = Problems::default();
        for (at, lever) in levers.iter().enumerate() {
            for (part, change) in lever.changes.iter().enumerate() {
                let path = format!("/levers/{at}/changes/{part}");
                let alone = Lever { name: String::new(), changes: vec![change.clone()] };
                let meant = compiled(&alone, self.plan());
                let fitted = meant.and_then(|meant| self.survey.with_changes(&meant));
                for own in fitted.err().iter().flat_map(|error| error.problems()) {
                    let problem = Problem { path: format!("{path}/input"), ..own.clone() };
                    let is_unknown = own.code == Code::UnknownItem;
                    let whole = whole_name(self.plan(), &change.input).filter(|_| is_unknown);
                    problems.push(match whole {
                        Some(whole) => problem
                            .with_suggestion(&*whole)
                            .with_help(format!("did you mean `{whole}`?")),
                        None => problem,
                    });
                }
                out_of_range(change, self.plan(), &format!("{path}/set"), &problems);
            }
        }
        problems.finish()
    }

    /// What a lever would do for these people: the same survey with the lever pulled for everybody.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) for an input that the plan does not have, and
    /// [`ErrorKind::Stopped`](worthwhile::ErrorKind::Stopped) if the watch canceled it.
    pub fn pull(
        &self,
        lever: &Lever,
        people: &People,
        watch: &mut Watch<'_>,
    ) -> Result<SurveyFigures, Error> {
        let survey = self.survey.with_changes(&compiled(lever, self.plan())?)?;
        ask(&survey, &people.answers, watch)
    }
}

fn ask(survey: &Survey, answers: &Answers, watch: &mut Watch<'_>) -> Result<SurveyFigures, Error> {
    let columns = answers.columns.iter().map(|own| RespondentColumn {
        input: &own.input,
        values: &own.values,
        vague: &own.vague,
        estimates: &own.estimates,
    });
    let columns: Vec<RespondentColumn<'_>> = columns.collect();
    survey.ask(Respondents { columns: &columns, keys: &answers.keys }, watch)
}

impl People {
    /// The table that comes out, one row a person, in the order of the rows that went in.
    #[must_use]
    pub fn batch(&self) -> &RecordBatch {
        &self.batch
    }

    /// The number of people.
    #[must_use]
    pub fn count(&self) -> usize {
        self.figures.verdict.len()
    }

    /// What was computed of each.
    #[must_use]
    pub fn figures(&self) -> &SurveyFigures {
        &self.figures
    }
}
