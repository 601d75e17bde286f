//! The table that comes out.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use arrow::array::{
    ArrayRef, BooleanArray, DictionaryArray, Float64Array, Int8Array, Int16Array, Int64Array,
    ListBuilder, RecordBatch, StringArray, StringBuilder, StructBuilder,
};
use arrow::datatypes::{DataType, Field, FieldRef, Fields, Int8Type, Schema, SchemaRef};
use arrow::error::ArrowError;
use worthwhile::{Code, Error, Plan, Problem, Problems, SurveyFigure, SurveyFigures, Verdict};

use super::Speed;
use crate::answers::Answers;
use crate::map::{Bound, Carried};

/// The number of the row, where the table has no column that names people.
const ROW: &str = "row";

/// What the schema says of the table.
const SPEED: &str = "worthwhile.speed";
const QUESTION: &str = "worthwhile.question";

/// A figure of the table: its name, its unit, and where it stands.
type Figure = (&'static str, &'static str, fn(&SurveyFigures) -> &SurveyFigure);

const FIGURES: [Figure; 7] = [
    ("worth", "points", |own| &own.worth),
    ("margin", "points", |own| &own.margin),
    (CHANCE, "0 to 1", |own| &own.chance_of_yes),
    ("hours_per_week", "hours a week", |own| &own.hours_per_week),
    ("busiest_hours_per_week", "hours a week", |own| &own.busiest_hours_per_week),
    ("burnout_risk", "0 to 1", |own| &own.burnout_risk),
    ("money_per_year", "a year, in the person's currency", |own| &own.money_per_year),
];

/// The figures that there are.
fn shown(speed: Speed) -> impl Iterator<Item = Figure> {
    let is_known = move |own: &Figure| own.0 != CHANCE || speed == Speed::WithDoubt;
    FIGURES.into_iter().filter(is_known)
}

/// The figure that needs scenarios.
const CHANCE: &str = "chance_of_yes";

/// The columns of the table.
#[derive(Debug)]
pub(crate) struct Columns {
    schema: SchemaRef,
    /// The columns of the table that went in which are kept, the one that names people first.
    kept: Vec<Carried>,
    has_id: bool,
    speed: Speed,
    question_name: String,
}

impl Columns {
    /// # Errors
    /// `repeated_entry` for a column that is kept and has the name of one that is computed.
    pub(crate) fn new(bound: &Bound, speed: Speed, plan: &Plan) -> Result<Self, Error> {
        let mut kept: Vec<Carried> = bound.id.iter().chain(&bound.keep).cloned().collect();
        let mut seen = HashSet::new();
        kept.retain(|own| seen.insert(own.field.name().clone()));
        let mut fields: Vec<FieldRef> = Vec::new();
        if bound.id.is_none() {
            fields.push(Arc::new(Field::new(ROW, DataType::Int64, false)));
        }
        fields.extend(kept.iter().map(|own| Arc::clone(&own.field)));
        fields.extend(computed(speed).into_iter().map(Arc::new));
        let (problems, mut names) = (Problems::default(), HashSet::new());
        for field in &fields {
            if !names.insert(field.name()) {
                let message =
                    format!("the table that comes out has its own column `{}`", field.name());
                let problem = Problem::new("/keep", Code::RepeatedEntry, message);
                problems.push(problem.with_help("rename the column of the table"));
            }
        }
        problems.finish()?;
        let question = plan.expanded().pursuits.into_iter().next();
        let name = question.as_ref().and_then(|own| own.name.clone());
        let question = question.and_then(|own| own.id).unwrap_or_default();
        let question_name = name.unwrap_or_else(|| question.clone());
        let about = [(SPEED, speed.as_str().to_owned()), (QUESTION, question)];
        let about = about.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let schema = Arc::new(Schema::new_with_metadata(fields, about));
        Ok(Self { schema, kept, has_id: bound.id.is_some(), speed, question_name })
    }

    pub(crate) fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    /// How many columns, from the first, are from the table that went in; the number of the row counts as one.
    pub(crate) fn kept(&self) -> usize {
        self.kept.len() + usize::from(!self.has_id)
    }

    pub(crate) fn question(&self) -> String {
        self.schema.metadata().get(QUESTION).cloned().unwrap_or_default()
    }

    pub(crate) fn question_name(&self) -> &str {
        &self.question_name
    }

    /// The table of some people.
    pub(crate) fn batch(
        &self,
        batch: &RecordBatch,
        first_row: u64,
        answers: &Answers,
        figures: &SurveyFigures,
        refusals: &Refusals,
    ) -> Result<RecordBatch, Error> {
        let count = batch.num_rows();
        let mut columns: Vec<ArrayRef> = Vec::with_capacity(self.schema.fields().len());
        if !self.has_id {
            let first = i64::try_from(first_row).unwrap_or(i64::MAX);
            let rows = (0..count).map(|at| first.saturating_add(at as i64));
            columns.push(Arc::new(Int64Array::from_iter_values(rows)));
        }
        for own in &self.kept {
            columns.push(own.of(batch)?);
        }
        columns.push(words(&[self.speed.as_str()], (0..count).map(|_| Some(0)))?);
        let verdicts = Verdict::ALL.map(Verdict::as_str);
        let place = |own: &Option<Verdict>| {
            let own = (*own)?;
            Verdict::ALL.iter().position(|verdict| *verdict == own).map(|at| at as i8)
        };
        columns.push(words(&verdicts, figures.verdict.iter().map(place))?);
        let yes = figures.verdict.iter().map(|own| own.map(|own| own.answer().is_yes()));
        columns.push(Arc::new(yes.collect::<BooleanArray>()));
        columns.push(numbers(&figures.level));
        for (_, _, figure) in shown(self.speed) {
            let SurveyFigure { values, standard_errors } = figure(figures);
            columns.push(numbers(values));
            if self.speed == Speed::WithDoubt {
                columns.push(numbers(standard_errors));
            }
        }
        columns.push(Arc::new(Int16Array::from(answers.unknown.clone())));
        columns.push(refusals.array());
        RecordBatch::try_new(self.schema(), columns).map_err(|error| misfit(&error))
    }
}

/// What does not go together although it was looked at.
fn misfit(error: &ArrowError) -> Error {
    Problem::new("", Code::WrongType, error.to_string()).into()
}

/// The fields of what is computed.
fn computed(speed: Speed) -> Vec<Field> {
    let words = || DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8));
    let unit = |name: &str, unit: &str| {
        let about = HashMap::from([("unit".to_owned(), unit.to_owned())]);
        Field::new(name, DataType::Float64, true).with_metadata(about)
    };
    let mut fields = vec![
        Field::new("speed", words(), false),
        Field::new("verdict", words(), true),
        Field::new("yes", DataType::Boolean, true),
        unit("level", "share of the effort"),
    ];
    for (name, of, _) in shown(speed) {
        fields.push(unit(name, of));
        if speed == Speed::WithDoubt {
            fields.push(unit(&format!("{name}_se"), of));
        }
    }
    fields.push(Field::new("unknown", DataType::Int16, false));
    let item = Field::new("item", DataType::Struct(problem_fields()), false);
    fields.push(Field::new("problems", DataType::List(Arc::new(item)), false));
    fields
}

fn problem_fields() -> Fields {
    let text = |name: &str, may_lack: bool| Field::new(name, DataType::Utf8, may_lack);
    Fields::from(vec![
        text("column", true),
        text("input", false),
        text("code", false),
        text("message", false),
        text("help", true),
    ])
}

/// A column of some words.
fn words(words: &[&str], places: impl Iterator<Item = Option<i8>>) -> Result<ArrayRef, Error> {
    let values: StringArray = words.iter().copied().map(Some).collect();
    let places: Int8Array = places.collect();
    let all = DictionaryArray::<Int8Type>::try_new(places, Arc::new(values));
    Ok(Arc::new(all.map_err(|error| misfit(&error))?))
}

/// A column of numbers; what is not a number is null.
fn numbers(values: &[f64]) -> ArrayRef {
    let known = values.iter().map(|value| Some(*value).filter(|value| !value.is_nan()));
    Arc::new(known.collect::<Float64Array>())
}

/// Why people were refused.
#[derive(Debug, Clone)]
pub(crate) struct Refusals {
    count: usize,
    /// By row: the column of the table, where one is to blame, and the problem.
    by_row: BTreeMap<usize, Vec<(Option<String>, Problem)>>,
}

impl Refusals {
    pub(crate) fn new(answers: &Answers, figures: &SurveyFigures, shows_values: bool) -> Self {
        let mut by_row: BTreeMap<usize, Vec<(Option<String>, Problem)>> = BTreeMap::new();
        let told = |problem: &Problem| match (shows_values, problem.code) {
            (true, _) => problem.clone(),
            // A table has no types of JSON.
            (false, Code::WrongType) => Problem {
                message: "The answer is not a number".to_owned(),
                help: problem
                    .help
                    .clone()
                    .filter(|help| !help.contains(|own: char| own.is_ascii_digit())),
                ..problem.redacted()
            },
            (false, _) => problem.redacted(),
        };
        for own in &answers.problems {
            let column = match own.column {
                Some(at) => answers.columns.get(at).map(|own| own.column.clone()),
                None => answers.weighed_by.clone(),
            };
            by_row.entry(own.row).or_default().push((column, told(&own.problem)));
        }
        let cells: HashSet<usize> = by_row.keys().copied().collect();
        for own in &figures.refused.problems {
            // What could not be read is told already.
            if cells.contains(&own.row) {
                continue;
            }
            let path = &own.problem.path;
            let column = answers.columns.iter().find(|column| *column.input == **path);
            let column = column.map(|own| own.column.clone());
            by_row.entry(own.row).or_default().push((column, told(&own.problem)));
        }
        Self { count: figures.verdict.len(), by_row }
    }

    /// What is wrong with each person who was refused.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[(Option<String>, Problem)]> {
        self.by_row.values().map(Vec::as_slice)
    }

    fn array(&self) -> ArrayRef {
        let fields = problem_fields();
        let item = Field::new("item", DataType::Struct(fields.clone()), false);
        let rows = StructBuilder::from_fields(fields, self.by_row.len());
        let mut list = ListBuilder::with_capacity(rows, self.count).with_field(item);
        for row in 0..self.count {
            for (column, problem) in self.by_row.get(&row).into_iter().flatten() {
                let rows = list.values();
                let code = problem.code.as_str();
                let texts = [
                    column.as_deref(),
                    Some(problem.path.as_str()),
                    Some(code),
                    Some(problem.message.as_str()),
                    problem.help.as_deref(),
                ];
                for (at, text) in texts.into_iter().enumerate() {
                    if let Some(builder) = rows.field_builder::<StringBuilder>(at) {
                        builder.append_option(text);
                    }
                }
                rows.append(true);
            }
            list.append(true);
        }
        Arc::new(list.finish())
    }
}
