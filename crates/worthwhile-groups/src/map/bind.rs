//! A map fitted to a plan and to the columns of a table.

use std::collections::HashMap;
use std::sync::Arc;

use arrow::datatypes::{DataType, Schema, SchemaRef};
use worthwhile::reading::{member, shorten, taken};
use worthwhile::{
    Code, Error, Estimate, Field, Input, Plan, Problem, Problems, RespondentColumn, Scale,
};

use super::columns::{Carried, Columns};
use super::infer::Endings;
use super::levels::{Levels, Said};
use super::unknown::unknown;
use super::{Column, Map, Missing, Place, Reading};

/// A map fitted to a plan and to a table.
#[derive(Debug, Clone)]
pub(crate) struct Bound {
    pub(crate) columns: Vec<BoundColumn>,
    pub(crate) id: Option<Carried>,
    pub(crate) keep: Vec<Carried>,
    pub(crate) weight: Option<Carried>,
    pub(crate) cluster: Option<Carried>,
    pub(crate) schema: SchemaRef,
}

/// A column that feeds an input.
#[derive(Debug, Clone)]
pub(crate) struct BoundColumn {
    pub(crate) name: String,
    pub(crate) input: Arc<str>,
    pub(crate) field: &'static Field,
    pub(crate) place: Place,
    pub(crate) rule: Rule,
    /// What a missing answer counts as; nothing where it is refused.
    pub(crate) missing: Option<Said>,
    /// Whether it counts as unknown.
    pub(crate) is_unknown: bool,
    /// The estimates that answers, or missing ones, count as.
    pub(crate) estimates: Vec<Estimate>,
}

/// How an answer becomes a value of the input.
#[derive(Debug, Clone)]
pub(crate) enum Rule {
    Same,
    Scale([f64; 2]),
    Factor(f64),
    Levels(Levels),
}

impl Map {
    /// Whether the map goes with a plan and with the columns of a table.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) with every problem: columns that the table does
    /// not have or that hold neither numbers nor words, inputs that the plan does not have, two columns for one
    /// input, and numbers that the field of an input does not allow.
    ///
    /// # Example
    /// ```
    /// use arrow::datatypes::{DataType, Field, Schema};
    /// use worthwhile_groups::Map;
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/case.json"))?;
    /// let table = Schema::new(vec![Field::new("burnout", DataType::Float64, true)]);
    /// let map = |column: &str, input: &str| {
    ///     Map::read(&format!(r#"{{"schema_version": 1, "columns": {{"{column}": "{input}"}}}}"#))
    /// };
    /// assert!(map("burnout", "/person/burnout_risk")?.check(&plan, &table).is_ok());
    /// let error = map("burn_out", "/person/burnout")?.check(&plan, &table).unwrap_err();
    /// let help: Vec<_> = error.problems().iter().filter_map(|problem| problem.help.as_deref()).collect();
    /// assert_eq!(help, ["did you mean `burnout`?", "did you mean `/person/burnout_risk`?"]);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn check(&self, plan: &Plan, schema: &Schema) -> Result<(), Error> {
        self.bind(plan, &SchemaRef::new(schema.clone())).map(|_| ())
    }

    /// Fits the map to a plan and to the columns of a table.
    pub(crate) fn bind(&self, plan: &Plan, schema: &SchemaRef) -> Result<Bound, Error> {
        let problems = Problems::default();
        let found = Columns::new(schema);
        let find = |name: &str, path: &str| match found.find(name, path) {
            Ok(carried) => Some(carried),
            Err(problem) => {
                problems.push(*problem);
                None
            }
        };
        let named = |name: &Option<String>, path| name.as_ref().and_then(|name| find(name, path));
        let id = named(&self.id, "/id").filter(|own| is_name(own, "/id", &problems));
        let weight = named(&self.weight, "/weight").filter(|own| is_weight(own, &problems));
        let cluster =
            named(&self.cluster, "/cluster").filter(|own| is_name(own, "/cluster", &problems));
        let keep = self.keep.iter().enumerate();
        let keep: Vec<Carried> =
            keep.filter_map(|(at, name)| find(name, &format!("/keep/{at}"))).collect();
        if self.columns.is_empty() {
            let message = "no column feeds an input; name at least one";
            problems.push(Problem::new("/columns", Code::EmptyList, message));
        }
        let inputs: HashMap<&str, &Input> =
            plan.inputs().iter().map(|input| (&*input.name, input)).collect();
        let endings = Endings::new(plan);
        let mut fed: HashMap<&str, &str> = HashMap::new();
        let mut columns = Vec::new();
        for (name, column) in &self.columns {
            let path = member("/columns", name);
            let carried = find(name, &path);
            let path_of_input =
                if column.is_plain() { path.clone() } else { format!("{path}/input") };
            let input = inputs.get(column.input.as_str()).copied();
            if input.is_none() {
                problems.push(no_input(plan, &endings, &column.input, path_of_input.clone()));
            } else if let Some(other) = fed.insert(&column.input, name) {
                let message = format!(
                    "`{}` and `{}` both feed `{}`",
                    shorten(other),
                    shorten(name),
                    column.input
                );
                let problem = Problem::new(path_of_input, Code::RepeatedEntry, message);
                problems.push(problem.with_help("leave one of them out"));
            }
            if let (Some(carried), Some(input)) = (carried, input) {
                let binding = Binding { input, path, problems: &problems, estimates: Vec::new() };
                columns.extend(binding.column(self, name, column, carried));
            }
        }
        let bound = Bound { columns, id, keep, weight, cluster, schema: schema.clone() };
        if self.refuses_others {
            self.refuse_others(&found, &bound, &problems);
        }
        problems.finish().map(|()| bound)
    }

    /// Reports the columns of a table that the map does not name.
    fn refuse_others(&self, found: &Columns<'_>, bound: &Bound, problems: &Problems) {
        let carried = [&bound.id, &bound.weight, &bound.cluster].into_iter().flatten();
        let places = carried.chain(&bound.keep).map(|own| &own.place);
        let places = places.chain(bound.columns.iter().map(|column| &column.place));
        let used: std::collections::HashSet<usize> = places.filter_map(Place::top).collect();
        for (at, name) in found.names().enumerate() {
            if !used.contains(&at) && !self.columns.contains_key(name) {
                let message = format!("the map does not name the column `{}`", shorten(name));
                let problem = Problem::new("/others", Code::UnknownField, message);
                let help = "add it to `columns` or `keep`, or set `others` to `ignored`";
                problems.push(problem.with_found(Some(shorten(name).into())).with_help(help));
            }
        }
    }
}

/// The problem of an input that the plan does not have: the one that the plan has for it. Who gives the end of a
/// name is told the whole one.
fn no_input(plan: &Plan, endings: &Endings<'_>, name: &str, path: String) -> Problem {
    if let Some(whole) = endings.input(name) {
        let message = format!("there is no input `{}`", shorten(name));
        let problem = Problem::new(path, Code::UnknownItem, message);
        return problem.with_suggestion(whole).with_help(format!("did you mean `{whole}`?"));
    }
    let of_plan = plan.with_values([(name, f64::NAN)]).err();
    let own = of_plan.and_then(|error| error.problems().first().cloned());
    match own.filter(|own| own.code == Code::UnknownItem) {
        Some(own) => Problem { path, ..own },
        None => {
            let message = format!("the base case gives no value for `{}`", shorten(name));
            let problem = Problem::new(path, Code::UnknownItem, message);
            problem.with_help("give it one there, so that all people have it")
        }
    }
}

/// A column that is being fitted to its input.
struct Binding<'b> {
    input: &'b Input,
    path: String,
    problems: &'b Problems,
    estimates: Vec<Estimate>,
}

impl Binding<'_> {
    fn column(
        mut self,
        map: &Map,
        name: &str,
        column: &Column,
        carried: Carried,
    ) -> Option<BoundColumn> {
        let is_readable = is_readable(carried.field.data_type());
        if !is_readable {
            let wanted = "numbers, words, or true and false";
            self.problems.push(wrong_type(&self.path, &carried, wanted));
        }
        let rule = self.rule(&column.reading)?;
        let missing = match column.missing.as_ref().unwrap_or(&map.missing) {
            Missing::Unknown => Some(self.said(unknown(self.input))),
            Missing::Base => Some(Said::Vague(RespondentColumn::AS_THE_CASE, self.input.mean())),
            Missing::Refused => None,
            Missing::As(estimate) => Some({
                let place = if column.missing.is_some() {
                    &format!("{}/missing", self.path)
                } else {
                    "/missing"
                };
                let estimate = taken(estimate, self.input.field, place, self.problems)?;
                self.said(estimate)
            }),
        };
        is_readable.then_some(BoundColumn {
            name: name.to_owned(),
            input: self.input.name.clone(),
            field: self.input.field,
            place: carried.place,
            rule,
            missing,
            is_unknown: matches!(column.missing.as_ref().unwrap_or(&map.missing), Missing::Unknown),
            estimates: self.estimates,
        })
    }

    fn rule(&mut self, reading: &Reading) -> Option<Rule> {
        Some(match reading {
            Reading::Same => Rule::Same,
            Reading::Factor(factor) if factor.is_finite() && factor.abs() > 0.0 => {
                Rule::Factor(*factor)
            }
            Reading::Factor(factor) => {
                let message = format!("the factor is `{factor}`; expected a number other than 0");
                self.problem("factor", Code::OutOfRange, message);
                return None;
            }
            Reading::Scale(ends) => Rule::Scale(self.scale(*ends)?),
            Reading::Levels(levels) => Rule::Levels(self.levels(levels)?),
        })
    }

    fn problem(&self, part: &str, code: Code, message: String) {
        self.problems.push(Problem::new(format!("{}/{part}", self.path), code, message));
    }

    fn scale(&self, [first, last]: [f64; 2]) -> Option<[f64; 2]> {
        let domain = &self.input.field.domain;
        let size = (last - first).abs();
        if !size.is_finite() || size <= 0.0 {
            let message = format!(
                "the scale goes from `{first}` to `{last}`; expected two numbers that differ"
            );
            self.problem("scale", Code::OutOfRange, message);
            return None;
        }
        let (name, words) = (&self.input.name, domain.describe());
        let message = if domain.scale != Scale::Logit {
            format!("`{name}` is an amount: it has no largest value that a scale could end at")
        } else if domain.is_above_min || domain.is_below_max {
            format!("`{name}` takes no value at the end of a scale; it is {words}")
        } else {
            return Some([first, last]);
        };
        let problem = Problem::new(format!("{}/scale", self.path), Code::OutOfRange, message);
        self.problems.push(
            problem.with_help("say what each answer counts as in `levels`, or give a `factor`"),
        );
        None
    }

    fn levels(&mut self, levels: &indexmap::IndexMap<String, Estimate>) -> Option<Levels> {
        let mut found = Levels::default();
        let mut is_whole = true;
        for (word, level) in levels {
            let path = member(&format!("{}/levels", self.path), word);
            match taken(level, self.input.field, &path, self.problems) {
                Some(level) => found.add(word, self.said(level)),
                None => is_whole = false,
            }
        }
        if levels.is_empty() {
            self.problem("levels", Code::EmptyList, "no levels are given".to_owned());
        }
        (is_whole && !levels.is_empty()).then_some(found)
    }

    /// What an estimate counts as; one that is not certain is noted.
    fn said(&mut self, estimate: Estimate) -> Said {
        let mean = estimate.mean(&self.input.field.domain);
        if estimate.is_certain() {
            return Said::Value(mean);
        }
        self.estimates.push(estimate);
        match u16::try_from(self.estimates.len()) {
            Ok(at) => Said::Vague(at, mean),
            // INVARIANT: a map has at most 256 levels for a column.
            Err(_) => Said::Value(mean),
        }
    }
}

/// Whether a column of this type holds numbers, words, or true and false.
fn is_readable(of: &DataType) -> bool {
    match of {
        DataType::Null | DataType::Boolean => true,
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, values) => is_readable(values),
        DataType::RunEndEncoded(_, values) => is_readable(values.data_type()),
        other => other.is_numeric(),
    }
}

fn wrong_type(path: &str, carried: &Carried, wanted: &str) -> Problem {
    let (name, found) = (shorten(carried.field.name()), carried.field.data_type().to_string());
    let message = format!("the column `{name}` holds {}; expected {wanted}", shorten(&found));
    let problem = Problem::new(path, Code::WrongType, message);
    let problem = problem.with_found(Some(shorten(&found).into())).with_allowed(wanted);
    let DataType::Struct(members) = carried.field.data_type() else { return problem };
    match members.first() {
        Some(first) => {
            let help = format!("name one of its members, such as `{name}.{}`", first.name());
            problem.with_help(help)
        }
        None => problem,
    }
}

/// Whether a column is a number.
fn is_weight(own: &Carried, problems: &Problems) -> bool {
    let is_number = is_readable(own.field.data_type());
    if !is_number {
        problems.push(wrong_type("/weight", own, "numbers"));
    }
    is_number
}

/// Whether the values of a column have a text of their own, as a name has.
fn is_name(own: &Carried, path: &str, problems: &Problems) -> bool {
    let kind = match own.field.data_type() {
        DataType::RunEndEncoded(_, values) => values.data_type(),
        DataType::Dictionary(_, values) => values,
        other => other,
    };
    if kind.is_nested() {
        problems.push(wrong_type(path, own, "words or numbers"));
    }
    !kind.is_nested()
}
