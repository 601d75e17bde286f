//! Text in, text out: one call for any operation that returns text.

use std::ops::ControlFlow;

use serde::Serialize;

use super::bytes::Document;
use super::{problems_document, to_json};
use crate::analysis::{Options, Watch};
use crate::answer::LabeledInput;
use crate::answer::Run;
use crate::assessment::{Comparison, Flip, Information, Sensitivity};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::interview::Interview;
use crate::operation::Operation;
use crate::plan::Plan;
use crate::problem::{Code, Problem, Problems};

/// One call of an operation: JSON in, JSON out. Arguments that the operation does not take are ignored.
///
/// # Example
/// ```
/// use worthwhile::{Call, Operation, Options};
/// let case = r#"{"schema_version": 1,
///     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 4}},
///     "pursuits": [{"preset": "certification"}]}"#;
/// let options = Options::read(r#"{"scenarios": 1024}"#)?;
/// let text = Call::new(Operation::Sensitivity).case(case).options(&options).run()?;
/// assert!(text.starts_with(r#"{"sensitivity":[{"input":"/pursuits/certification/"#));
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[must_use = "a call does nothing until it is run"]
pub struct Call<'c> {
    operation: Operation,
    about: Option<About<'c>>,
    other: Option<About<'c>>,
    name: Option<&'c str>,
    options: Option<&'c Options>,
    watch: Option<&'c mut Watch<'c>>,
}

/// What a call is about.
enum About<'c> {
    Case(Document<'c>),
    Plan(&'c Plan),
}

impl<'c> Call<'c> {
    /// A call of an operation, without arguments yet.
    pub fn new(operation: Operation) -> Self {
        Self { operation, about: None, other: None, name: None, options: None, watch: None }
    }

    /// Sets the case, as text or as bytes; for `ask`, the document of an interview.
    pub fn case(mut self, case: impl Into<Document<'c>>) -> Self {
        self.about = Some(About::Case(case.into()));
        self
    }

    /// A plan in place of the case, so that it is not compiled again. It was read with its presets, so
    /// those in the options come too late for it.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Call, Operation, Plan};
    /// let case = include_str!("../../examples/mvp.json");
    /// let plan = Plan::read(case)?;
    /// let flips = Call::new(Operation::Flips).plan(&plan).run()?;
    /// assert_eq!(flips, Call::new(Operation::Flips).case(case).run()?);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn plan(mut self, plan: &'c Plan) -> Self {
        self.about = Some(About::Plan(plan));
        self
    }

    /// Sets the other case, for an operation over two of them, as text or as bytes.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Call, Operation};
    /// let case = include_str!("../../examples/mvp.json");
    /// let busy = case.replace(r#"{"min": 20, "mode": 24, "max": 28}"#, "9");
    /// let text = Call::new(Operation::Compare).case(case).other_case(&*busy).run()?;
    /// assert!(text.contains(r#""group":"time","input":"/person/time/free_hours_per_week""#));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn other_case(mut self, case: impl Into<Document<'c>>) -> Self {
        self.other = Some(About::Case(case.into()));
        self
    }

    /// A plan in place of the other case.
    pub fn other_plan(mut self, plan: &'c Plan) -> Self {
        self.other = Some(About::Plan(plan));
        self
    }

    /// Sets the name: the id of a preset, the name of a schema, or names of inputs separated by spaces.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Call, Operation};
    /// let rest = Call::new(Operation::Presets).name("rest").run()?;
    /// assert_eq!(rest, worthwhile::presets(Some("rest"))?);
    ///
    /// let case = include_str!("../../examples/mvp.json");
    /// let names = "/person/time/free_hours_per_week /pursuits/mvp/activities/speaking/hours";
    /// let known = Call::new(Operation::InformationAbout).case(case).name(names).run()?;
    /// assert!(known.starts_with(&format!(r#"{{"input":"{names}","evppi":"#)));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn name(mut self, name: &'c str) -> Self {
        self.name = Some(name);
        self
    }

    /// Sets how to compute, and custom presets.
    pub fn options(mut self, options: &'c Options) -> Self {
        self.options = Some(options);
        self
    }

    /// Sets a function that receives progress and can cancel.
    ///
    /// # Example
    /// ```
    /// use std::ops::ControlFlow;
    /// use worthwhile::{Call, Operation};
    /// let mut stop = |_| ControlFlow::Break(());
    /// let case = include_str!("../../examples/mvp.json");
    /// let ended = Call::new(Operation::Assess).case(case).watch(&mut stop).run();
    /// assert!(ended.is_err_and(|error| error.is_stopped()));
    /// ```
    pub fn watch(mut self, watch: &'c mut Watch<'c>) -> Self {
        self.watch = Some(watch);
        self
    }

    /// Runs the operation and returns a document. [`Operation::answers`] says which.
    ///
    /// # Errors
    /// Those of [`Operation::errors`]; [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with
    /// `missing_field` if an argument is missing; and
    /// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) for an operation that does not return text.
    ///
    /// # Example: an operation that gives numbers
    /// ```
    /// use worthwhile::{Call, Operation};
    /// let error = Call::new(Operation::Samples).run().unwrap_err();
    /// assert!(error.is_not_found());
    /// ```
    pub fn run(self) -> Result<String, Error> {
        let usual = Options::default();
        let options = self.options.unwrap_or(&usual);
        self.answer().map_err(|error| options.told(error))
    }

    /// Runs [`Operation::Compare`] and returns the comparison as it is, for those who lay it out.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Call, Operation};
    /// let case = include_str!("../../examples/mvp.json");
    /// let call = Call::new(Operation::Compare).case(case).other_case(case);
    /// assert!(call.comparison()?.to_text().contains("Nothing that counts differs."));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    pub fn comparison(self) -> Result<Comparison, Error> {
        let usual = Options::default();
        let options = self.options.unwrap_or(&usual);
        self.compare().map_err(|error| options.told(error))
    }

    fn answer(self) -> Result<String, Error> {
        match self.operation {
            Operation::Assess => self.ask(|run| run.assess()).map(|answer| answer.to_json()),
            Operation::Ask => self.questions(),
            Operation::Compare => self.compare().map(|found| found.to_json()),
            Operation::Check => Ok(problems_document(&self.problems()?)),
            Operation::Expand => Ok(to_json(&self.compiled()?.expanded())),
            Operation::Presets => presets_of(self.catalogue(), self.name),
            #[cfg(feature = "schema")]
            Operation::Schema => schema_text(self.needed_name()?),
            Operation::Inputs => Ok(to_json(&Inputs { inputs: self.compiled()?.labeled_inputs() })),
            Operation::Sensitivity => {
                Ok(to_json(&Sensitivities { sensitivity: self.ask(|run| run.sensitivity())? }))
            }
            Operation::Flips => Ok(to_json(&Flips { flips: self.ask(|run| run.flips())? })),
            Operation::Information => {
                Ok(to_json(&Informed { information: self.ask(|run| run.information())? }))
            }
            Operation::InformationAbout => {
                let names: Vec<&str> = self.needed_name()?.split_whitespace().collect();
                Ok(to_json(&self.ask(|run| run.information_about(&names))?))
            }
            Operation::Samples | Operation::Evaluate => Err(self.gives_numbers()),
        }
    }

    fn ask<T>(self, question: impl FnOnce(Run<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let plan = self.compiled()?;
        self.ask_of(&plan, question)
    }

    fn ask_of<T>(
        self,
        plan: &Plan,
        question: impl FnOnce(Run<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let usual = Options::default();
        let mut unwatched = |_| ControlFlow::Continue(());
        let run = plan.run().options(self.options.unwrap_or(&usual));
        match self.watch {
            Some(watch) => question(run.watch(watch)),
            None => question(run.watch(&mut unwatched)),
        }
    }

    fn questions(self) -> Result<String, Error> {
        let (text, usual) = (self.about()?, Options::default());
        let About::Case(document) = text else { return Err(self.lacks("case")) };
        let interview = Interview::read(document.text()?, self.catalogue())?;
        let options = self.options.unwrap_or(&usual);
        let questions = match self.watch {
            Some(watch) => interview.watched(options, watch),
            None => interview.questions(options),
        };
        questions.map(|questions| to_json(&questions))
    }

    fn compiled(&self) -> Result<Plan, Error> {
        self.plan_of(self.about()?)
    }

    fn plan_of(&self, about: &About<'c>) -> Result<Plan, Error> {
        match about {
            About::Case(case) => Plan::read_with(case.text()?, self.catalogue()),
            About::Plan(plan) => Ok((*plan).clone()),
        }
    }

    /// Reads both cases, and says of every problem of which of them it is.
    fn compare(self) -> Result<Comparison, Error> {
        let other = self.other.as_ref().ok_or_else(|| self.lacks("second case"))?;
        let (first, second) = both(self.plan_of(self.about()?), self.plan_of(other))?;
        self.ask_of(&first, |run| run.compare(&second))
    }

    fn problems(&self) -> Result<Vec<Problem>, Error> {
        let problems = match self.about()? {
            About::Case(case) => case.check(self.catalogue()),
            About::Plan(plan) => plan.warnings().to_vec(),
        };
        let is_redacted = self.options.is_some_and(|options| options.redact.unwrap_or(false));
        Ok(if is_redacted { problems.iter().map(Problem::redacted).collect() } else { problems })
    }

    fn catalogue(&self) -> &'c Catalogue {
        self.options.map_or_else(|| Catalogue::builtin(), Options::catalogue)
    }

    fn about(&self) -> Result<&About<'c>, Error> {
        self.about.as_ref().ok_or_else(|| self.lacks("case"))
    }

    fn needed_name(&self) -> Result<&'c str, Error> {
        self.name.ok_or_else(|| self.lacks("name"))
    }

    fn lacks(&self, what: &str) -> Error {
        let message = format!("`{}` needs a {what}, but none was given", self.operation);
        Problem::new("", Code::MissingField, message).into()
    }

    fn gives_numbers(&self) -> Error {
        let names = Operation::ALL.iter().filter(|own| own.is_text());
        let names: Vec<&str> = names.map(|own| own.as_str()).collect();
        Error::not_found("operation over text", self.operation.as_str(), &names)
    }
}

/// Both plans, or the problems of both cases, at paths that begin with the case.
fn both(first: Result<Plan, Error>, second: Result<Plan, Error>) -> Result<(Plan, Plan), Error> {
    let (first, second) = match (first, second) {
        (Ok(first), Ok(second)) => return Ok((first, second)),
        (first, second) => (first.err(), second.err()),
    };
    let problems = Problems::default();
    let errors = [first.map(|own| own.within("/first")), second.map(|own| own.within("/second"))];
    for problem in errors.iter().flatten().flat_map(Error::problems) {
        problems.push(problem.clone());
    }
    Err(Error::invalid(problems.listed()))
}

#[derive(Serialize)]
struct Inputs<'a> {
    inputs: Vec<LabeledInput<'a>>,
}

#[derive(Serialize)]
struct Sensitivities {
    sensitivity: Vec<Sensitivity>,
}

#[derive(Serialize)]
struct Flips {
    flips: Vec<Flip>,
}

#[derive(Serialize)]
struct Informed {
    information: Option<Information>,
}

/// Computes the answer to a case in JSON and returns the assessment in JSON.
///
/// # Errors
/// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the document.
///
/// # Example
/// ```
/// let text = worthwhile::assess(r#"{"schema_version": 1,
///     "person": {"motivations": {"career": 8}, "time": {"free_hours_per_week": 8}},
///     "pursuits": [{"preset": "microsoft-mvp"}, {"preset": "job-performance"}]}"#)?;
/// let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
/// assert_eq!(answer["question"]["answer"], "no");
/// # Ok::<(), worthwhile::Error>(())
/// ```
pub fn assess(case: &str) -> Result<String, Error> {
    Call::new(Operation::Assess).case(case).run()
}

/// Every problem of a case in JSON, in document order. Empty if there are none.
///
/// # Example
/// ```
/// let problems = worthwhile::check(r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
///     "person": {"motivations": {"learning": 75}, "time": {"free_hours_per_week": 12}}}"#);
/// assert_eq!(problems.len(), 1);
/// assert_eq!(problems[0].path, "/person/motivations/learning");
/// assert_eq!(problems[0].code.as_str(), "out_of_range");
/// ```
#[must_use]
pub fn check(case: &str) -> Vec<Problem> {
    Document::from(case).check(Catalogue::builtin())
}

/// A case in JSON with presets and defaults written out. It yields the same figures, and all of its
/// numbers count as given.
///
/// # Errors
/// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the document.
///
/// # Example
/// ```
/// let case = r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
///     "person": {"motivations": {"learning": 5}, "time": {"free_hours_per_week": 12}}}"#;
/// let expanded = worthwhile::expand(case)?;
/// assert!(expanded.contains("restoration") && worthwhile::check(&expanded).is_empty());
/// # Ok::<(), worthwhile::Error>(())
/// ```
pub fn expand(case: &str) -> Result<String, Error> {
    Call::new(Operation::Expand).case(case).run()
}

/// The presets in JSON: a list of ids, names and descriptions, or one complete preset with its sources.
///
/// # Errors
/// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) if there is no preset with that name.
///
/// # Example
/// ```
/// assert!(worthwhile::presets(None)?.contains("microsoft-mvp"));
/// assert!(worthwhile::presets(Some("rest"))?.contains("illustrative"));
/// assert!(worthwhile::presets(Some("resst")).is_err());
/// # Ok::<(), worthwhile::Error>(())
/// ```
pub fn presets(id: Option<&str>) -> Result<String, Error> {
    presets_of(Catalogue::builtin(), id)
}

fn presets_of(catalogue: &Catalogue, id: Option<&str>) -> Result<String, Error> {
    #[derive(Serialize)]
    struct Listed<'c> {
        id: &'c str,
        name: &'c str,
        about: &'c str,
    }
    #[derive(Serialize)]
    struct List<'c> {
        presets: Vec<Listed<'c>>,
    }
    match id {
        Some(id) => Ok(to_json(catalogue.preset(id)?)),
        None => {
            let presets = catalogue.presets.values();
            let presets = presets
                .map(|preset| Listed { id: &preset.id, name: &preset.name, about: &preset.about })
                .collect();
            Ok(to_json(&List { presets }))
        }
    }
}

/// A JSON Schema, or something derived from one, formatted for people: `case` and `assessment` are the
/// contracts, `case.codegen` is a profile, `tool.mcp` a tool definition. The module `schema` lists the
/// names.
///
/// # Errors
/// [`ErrorKind::NotFound`](crate::ErrorKind::NotFound) for any other name.
///
/// # Example
/// ```
/// let text = worthwhile::schema_text("case")?;
/// assert!(text.starts_with("{\n  \"$defs\": {") && text.ends_with("}\n"));
/// assert!(worthwhile::schema_text("case.codegen")?.contains("RatingInterval"));
/// assert!(worthwhile::schema_text("cases").is_err());
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[cfg(feature = "schema")]
pub fn schema_text(name: &str) -> Result<String, Error> {
    let Some(schema) = crate::schema::named(name) else {
        let names: Vec<&str> = crate::schema::names().collect();
        return Err(Error::not_found("schema", name, &names));
    };
    Ok(format!("{schema:#}\n"))
}
