//! A case compiled once, to be asked many times.

mod compile;
mod program;

use std::sync::Arc;

pub(crate) use program::{
    ActivityProgram, BenefitProgram, DrivesProgram, InputId, PersonProgram, Program, PursuitProgram,
};

use crate::case::{Case, SCHEMA_VERSION};
use crate::catalogue::{Catalogue, Complete, Origin};
use crate::error::Error;
use crate::estimate::Estimate;
use crate::field::Field;
use crate::limits::MAX_UNCERTAIN;
use crate::problem::{Code, Problem};
use crate::read::{self, problem};

/// A checked and completed case, ready to be computed. It never changes, is cheap to clone and can
/// be shared between threads.
///
/// # Example
/// ```
/// use worthwhile::Plan;
/// let plan = Plan::read(r#"{"schema_version": 1,
///     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}},
///     "pursuits": [{"preset": "certification"}]}"#)?;
/// let study = plan.inputs().iter().find(|i| i.name.ends_with("/study/hours"));
/// assert!(study.is_some_and(|input| !input.estimate.is_certain()));
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Plan(Arc<Compiled>);

#[derive(Debug)]
pub(crate) struct Compiled {
    pub(crate) case: Complete,
    pub(crate) inputs: Vec<Input>,
    /// The base case: every input at its mean.
    pub(crate) means: Vec<f64>,
    /// How many inputs are uncertain.
    pub(crate) uncertain: usize,
    pub(crate) program: Program,
}

/// A named number of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// Its name everywhere: a pointer in which items are named by id, for example
    /// `/pursuits/mvp/activities/speaking/hours`.
    pub name: Arc<str>,
    /// The row of the table of fields: domain, unit, meaning.
    pub field: &'static Field,
    /// What is known of it.
    pub estimate: Estimate,
    /// Where that comes from.
    pub origin: Origin,
}

impl Input {
    /// Its value in the base case: the mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.estimate.mean(&self.field.domain)
    }
}

impl Plan {
    /// Compiles a case with the shipped catalogue. The case is written out and read again, so that
    /// one reader judges everything.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the case.
    pub fn new(case: &Case) -> Result<Self, Error> {
        if case.schema_version != SCHEMA_VERSION {
            let message = format!(
                "unknown schema_version `{}`, this release reads {SCHEMA_VERSION}",
                case.schema_version
            );
            let path = "/schema_version".to_owned();
            return Err(Error::invalid(vec![problem(path, Code::UnknownVersion, message)]));
        }
        let text = serde_json::to_string(case).unwrap_or_default();
        Self::read(&text)
    }

    /// Reads and compiles a case from JSON text with the shipped catalogue.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the document.
    pub fn read(text: &str) -> Result<Self, Error> {
        Self::read_with(text, Catalogue::builtin()).0
    }

    /// The same with another catalogue, and with the warnings of an accepted document.
    pub(crate) fn read_with(
        text: &str,
        catalogue: &Catalogue,
    ) -> (Result<Self, Error>, Vec<Problem>) {
        let read = read::read(text, catalogue);
        let Some((_, complete)) = read.accepted else {
            return (Err(Error::invalid(read.problems.clone())), read.problems);
        };
        match Self::compile(complete) {
            Ok(plan) => (Ok(plan), read.problems),
            Err(problem) => {
                let problems = vec![*problem];
                (Err(Error::invalid(problems.clone())), problems)
            }
        }
    }

    fn compile(case: Complete) -> Result<Self, Box<Problem>> {
        let (inputs, program) = compile::compile(&case);
        let uncertain = inputs.iter().filter(|input| !input.estimate.is_certain()).count();
        if uncertain > MAX_UNCERTAIN {
            let message =
                format!("{uncertain} uncertain inputs, at most {MAX_UNCERTAIN} are allowed");
            let problem = problem(String::new(), Code::TooManyUncertain, message);
            return Err(Box::new(
                problem.with_found(Some(uncertain.into())).with_allowed(MAX_UNCERTAIN),
            ));
        }
        let means = inputs.iter().map(Input::mean).collect();
        Ok(Self(Arc::new(Compiled { case, inputs, means, uncertain, program })))
    }

    /// The inputs, in the order of person, assumptions, pursuits.
    #[must_use]
    pub fn inputs(&self) -> &[Input] {
        &self.0.inputs
    }

    /// The same case with presets and defaults written out: a case that says everything itself.
    #[must_use]
    pub fn expanded(&self) -> Case {
        self.0.case.to_case()
    }

    pub(crate) fn compiled(&self) -> &Compiled {
        &self.0
    }
}
