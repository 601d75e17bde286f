//! A case compiled once, to be queried many times.

mod compile;
mod compiler;
mod items;
mod program;
mod read;
mod replace;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use serde::ser::{Serialize, SerializeStruct, Serializer};

pub(crate) use compiler::Follower;
pub(crate) use program::{
    ActivityProgram, AssumptionsProgram, AwardProgram, BenefitProgram, CategoryProgram,
    DrawbackProgram, DrivesProgram, InputId, PersonProgram, PersonalTimeProgram, Program,
    PursuitProgram, TimingProgram,
};
pub(crate) use replace::unknown_input;

use crate::case::{Case, Motive, SCHEMA_VERSION};
use crate::catalogue::{Catalogue, Origin};
use crate::complete::{Complete, Drives};
use crate::error::Error;
use crate::estimate::Estimate;
use crate::field::{Field, Form};
use crate::limits::MAX_UNCERTAIN;
use crate::problem::{Code, Problem};
use crate::sampling::{Draws, Tables};

/// A checked and completed case, ready to compute. It is immutable, cheap to clone, and can be shared
/// between threads.
///
/// | method | gives |
/// |---|---|
/// | [`assess`](Self::assess) | the whole answer |
/// | [`evaluate`](Self::evaluate) | figures for rows of inputs; [`base`](Self::base) is a row, [`outputs`](Self::outputs) names the figures |
/// | [`run`](Self::run) | the same with [`Options`](crate::Options) and progress reports, and parts of an answer alone: [`samples`](crate::Run::samples), [`sensitivity`](crate::Run::sensitivity), [`flips`](crate::Run::flips), [`information`](crate::Run::information), [`information_about`](crate::Run::information_about) |
/// | [`inputs`](Self::inputs) | every number by name |
/// | [`expanded`](Self::expanded) | the case with presets and defaults written out |
/// | [`warnings`](Self::warnings) | what someone should check |
/// | [`with_values`](Self::with_values), [`with_json`](Self::with_json) | a plan with some inputs at other values |
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
    pub(crate) case: Arc<Complete>,
    pub(crate) warnings: Vec<Problem>,
    pub(crate) inputs: Vec<Input>,
    /// Which pursuit an input is of; none for the person and the assumptions.
    pub(crate) owners: Arc<[Option<usize>]>,
    /// Numbers that are another one.
    pub(crate) followers: Vec<Follower>,
    /// The base case: every input at its mean, then the weights of a ranking and the values that
    /// follow an input at theirs.
    pub(crate) means: Vec<f64>,
    pub(crate) program: Arc<Program>,
    /// The names of the inputs that were uncertain when the case was read, in the order of their
    /// dimensions, then of those that became so when they were replaced: an input keeps its own when
    /// another is replaced.
    dimensions: Arc<[Arc<str>]>,
    /// Shared with the plans in which some inputs are replaced.
    tables: Arc<OnceLock<Tables>>,
    /// Made when scenarios are first asked for.
    draws: OnceLock<Draws>,
}

impl Compiled {
    fn new(
        case: Complete,
        warnings: Vec<Problem>,
        compilation: compile::Compilation,
        dimensions: Vec<Arc<str>>,
        tables: Arc<OnceLock<Tables>>,
    ) -> Self {
        let compile::Compilation { inputs, owners, means, program, followers } = compilation;
        Self {
            case: Arc::new(case),
            warnings,
            inputs,
            owners: owners.into(),
            followers,
            means,
            program: Arc::new(program),
            dimensions: dimensions.into(),
            tables,
            draws: OnceLock::new(),
        }
    }

    /// A case of which only the base case is asked for, so that any number of inputs may be uncertain.
    pub(crate) fn at_means(case: Complete) -> Self {
        let compilation = compile::compile(&case);
        Self::new(case, Vec::new(), compilation, Vec::new(), Arc::default())
    }

    /// The tables that inputs are drawn with.
    pub(crate) fn tables(&self) -> &Tables {
        self.tables.get_or_init(Tables::new)
    }

    /// How the uncertain inputs are drawn.
    pub(crate) fn draws(&self) -> &Draws {
        self.draws.get_or_init(|| {
            let places: HashMap<&str, usize> =
                self.inputs.iter().enumerate().map(|(at, input)| (&*input.name, at)).collect();
            let known = self.dimensions.iter().map(|name| {
                let at = *places.get(&**name)?;
                let input = self.inputs.get(at).filter(|input| !input.estimate.is_certain())?;
                Some((at, &input.estimate, &input.field.domain))
            });
            let twins = self.program.twins.iter();
            let twins = twins.map(|twin| [twin.id.0 as usize, twin.follows.0 as usize]).collect();
            let ranking = match &self.case.person.drives {
                Drives::Ranked(ranking) => Some(ranking),
                Drives::Rated(_) => None,
            };
            // The weights stand behind the inputs, in the order of the motives.
            let place = |motive: &Motive| self.inputs.len() + *motive as usize;
            let ranking = ranking.map(|ranking| ranking.iter().map(place).collect());
            Draws::new(self.tables(), known, ranking, twins)
        })
    }
}

/// A named number of a plan.
///
/// # Example: as a document
/// ```
/// let plan = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?;
/// let inputs = serde_json::to_value(plan.inputs()).unwrap();
/// assert_eq!(inputs[0]["name"], "/person/motivations/enjoyment");
/// assert!(inputs[0]["mean"].is_number() && inputs[0]["maximum"] == 10.0);
/// assert_eq!((&inputs[0]["uncertain"], &inputs[0]["origin"]), (&false.into(), &"case".into()));
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// Its name everywhere: a pointer in which items are named by id, for example
    /// `/pursuits/mvp/activities/speaking/hours`.
    pub name: Arc<str>,
    /// Its field: domain, unit, meaning.
    pub field: &'static Field,
    /// Its value or estimate.
    pub estimate: Estimate,
    /// Where the value comes from.
    pub origin: Origin,
}

impl Input {
    /// Its value in the base case: the mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.estimate.mean(&self.field.domain)
    }
}

impl Serialize for Input {
    /// As a document: the name, what is known of it, and what its field says.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Field { unit, meaning, domain, form, .. } = self.field;
        let mut members = to.serialize_struct("Input", 12)?;
        members.serialize_field("name", &self.name)?;
        members.serialize_field("mean", &self.mean())?;
        members.serialize_field("estimate", &self.estimate)?;
        members.serialize_field("unit", unit)?;
        members.serialize_field("meaning", meaning)?;
        members.serialize_field("minimum", &domain.min)?;
        members.serialize_field("maximum", &domain.max)?;
        members.serialize_field("exclusive_minimum", &domain.is_above_min)?;
        members.serialize_field("exclusive_maximum", &domain.is_below_max)?;
        members.serialize_field("whole", &(*form == Form::Whole))?;
        members.serialize_field("uncertain", &!self.estimate.is_certain())?;
        members.serialize_field("origin", self.origin.as_str())?;
        members.end()
    }
}

impl Plan {
    /// Compiles a case with the built-in catalogue. The case is serialized and read again, so that one
    /// reader checks everything.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the case.
    pub fn new(case: &Case) -> Result<Self, Error> {
        Self::new_with(case, Catalogue::builtin())
    }

    /// Compiles a case with a custom catalogue. See [`Catalogue::with_preset`].
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the case.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Case, Catalogue, Motive, Person, Plan, Pursuit};
    /// let person = Person::new(10.0).with_motivation(Motive::Learning, 7);
    /// let case = Case::new(person).with_pursuit(Pursuit::preset("certification"));
    /// let mut catalogue = Catalogue::builtin().clone();
    /// catalogue.presets.retain(|name, _| name == "rest");
    /// assert!(Plan::new(&case).is_ok() && Plan::new_with(&case, &catalogue).is_err());
    /// ```
    pub fn new_with(case: &Case, catalogue: &Catalogue) -> Result<Self, Error> {
        if case.schema_version != SCHEMA_VERSION {
            let message = format!(
                "unknown schema_version `{}`; this release reads version {SCHEMA_VERSION}",
                case.schema_version
            );
            let path = "/schema_version".to_owned();
            return Err(Error::invalid(vec![Problem::new(path, Code::UnknownVersion, message)]));
        }
        let text = serde_json::to_string(case).unwrap_or_default();
        Self::read_with(&text, catalogue)
    }

    /// Reads and compiles a case from JSON text with the built-in catalogue.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the document.
    pub fn read(text: &str) -> Result<Self, Error> {
        Self::read_with(text, Catalogue::builtin())
    }

    /// Reads and compiles a case from JSON text with a custom catalogue. See
    /// [`Catalogue::with_preset`].
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with every problem of the document.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Catalogue, Plan};
    /// let case = r#"{"schema_version": 1, "pursuits": [{"preset": "rest"}],
    ///     "person": {"motivations": {"learning": 5}, "time": {"free_hours_per_week": 12}}}"#;
    /// let none = Catalogue::default();
    /// assert!(Plan::read_with(case, Catalogue::builtin()).is_ok());
    /// assert!(Plan::read_with(case, &none).is_err_and(|error| error.is_invalid()));
    /// ```
    pub fn read_with(text: &str, catalogue: &Catalogue) -> Result<Self, Error> {
        let read = read::read(text, catalogue);
        match read.accepted {
            Some((_, complete)) => Self::compile(complete, read.problems, None),
            None => Err(Error::invalid(read.problems)),
        }
    }

    /// `before` is the plan in which some inputs were replaced.
    fn compile(
        case: Complete,
        warnings: Vec<Problem>,
        before: Option<&Compiled>,
    ) -> Result<Self, Error> {
        let compilation = compile::compile(&case);
        let uncertain = || compilation.inputs.iter().filter(|input| !input.estimate.is_certain());
        let count = uncertain().count();
        if count > MAX_UNCERTAIN {
            let message = format!("{count} uncertain inputs; at most {MAX_UNCERTAIN} are allowed");
            let problem = Problem::new("", Code::TooManyUncertain, message)
                .with_found(Some(count.into()))
                .with_allowed(MAX_UNCERTAIN);
            return Err(Error::invalid(vec![problem]));
        }
        let mut dimensions: Vec<Arc<str>> =
            before.map_or_else(Vec::new, |before| before.dimensions.to_vec());
        let known: HashSet<&str> = dimensions.iter().map(|name| &**name).collect();
        let new = uncertain().filter(|input| !known.contains(&*input.name));
        let new: Vec<Arc<str>> = new.map(|input| Arc::clone(&input.name)).collect();
        // There are as many dimensions as inputs may be uncertain. Beyond them a new one takes the
        // dimension of an input that is certain by now.
        let names: HashSet<&str> = uncertain().map(|input| &*input.name).collect();
        let more = (dimensions.len() + new.len()).saturating_sub(MAX_UNCERTAIN);
        let mut new = new.into_iter();
        let unused = dimensions.iter_mut().filter(|name| !names.contains(&***name));
        unused.zip(new.by_ref().take(more)).for_each(|(unused, name)| *unused = name);
        dimensions.extend(new);
        let tables = before.map_or_else(Arc::default, |before| Arc::clone(&before.tables));
        Ok(Self(Arc::new(Compiled::new(case, warnings, compilation, dimensions, tables))))
    }

    /// The input with this name, a pointer in which items are named by id.
    ///
    /// # Example
    /// ```
    /// let plan = worthwhile::Plan::read(include_str!("../../examples/mvp.json"))?;
    /// let free = plan.input("/person/time/free_hours_per_week");
    /// assert!(free.is_some_and(|input| input.mean() > 0.0));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn input(&self, name: &str) -> Option<&Input> {
        self.0.inputs.iter().find(|input| *input.name == *name)
    }

    /// The inputs, in the order person, assumptions, pursuits.
    #[must_use]
    pub fn inputs(&self) -> &[Input] {
        &self.0.inputs
    }

    /// Warnings of the reader about a document that it accepted.
    ///
    /// # Example
    /// ```
    /// let plan = worthwhile::Plan::read(r#"{"schema_version": 1, "pursuits": [{"preset": "book"}],
    ///     "person": {"motivations": {"income": 5}, "time": {"free_hours_per_week": 12},
    ///                "money": {"currency": "EUR", "meaningful_yearly_amount": 5000}}}"#)?;
    /// assert_eq!(plan.warnings()[0].code, worthwhile::Code::UsdRateMissing);
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn warnings(&self) -> &[Problem] {
        &self.0.warnings
    }

    /// The same case with presets and defaults written out, so that it is self-contained.
    #[must_use]
    pub fn expanded(&self) -> Case {
        self.0.case.to_case()
    }

    pub(crate) fn compiled(&self) -> &Compiled {
        &self.0
    }
}
