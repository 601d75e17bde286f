//! The question as plain data: who asks, what they could do, and what is assumed.
//!
//! These types mirror the JSON document one to one and hold no logic. An absent
//! field has its default. Nothing is checked until a case is read or compiled into a
//! [`Plan`](crate::Plan).

mod assumptions;
mod building;
mod items;
mod motive;
mod person;
mod pursuit;
#[cfg(feature = "schema")]
pub(crate) mod shapes;

pub use assumptions::{Analysis, Assumptions};
pub use items::{Activity, Benefit, Cost, Drawback, During, Requires};
pub use motive::{Drive, Motive};
pub use person::{Money, Person, Protections, Time};
pub use pursuit::{AfterGivingUp, Award, Pursuit};

use indexmap::IndexMap;
use serde::Serialize;

use building::{setter, setters};

#[cfg(feature = "schema")]
use crate::limits::{MAX_ITEMS, MAX_PURSUITS};

/// The version of the format that this release reads and writes.
pub const SCHEMA_VERSION: u32 = 1;

/// A whole question: is the first pursuit worth it to this person?
///
/// # Example
/// ```
/// use worthwhile::{Activity, Benefit, Case, Motive, Person, Plan, Pursuit};
///
/// let person = Person::new(14.0).with_motivation(Motive::Altruism, 8).with_motivation(Motive::Belonging, 6);
/// let meetup = Pursuit::new("meetup")
///     .with_activity(Activity::new("organizing", 6.0, 10.0).with_enjoyability(7))
///     .with_benefit(Benefit::new("helping", 6).with_chance(0.8));
/// let case = Case::new(person).with_pursuit(meetup);
/// let answer = Plan::new(&case)?.assess()?;
/// assert_eq!(answer.question.pursuit, "meetup");
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Case {
    /// The schema this document follows, for editors. It does not affect the answer.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub schema: Option<String>,
    /// Version of the format, now 1.
    #[cfg_attr(feature = "schema", schemars(with = "crate::case::shapes::Version"))]
    pub schema_version: u32,
    /// A name for the question.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub name: Option<String>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Text>"))]
    pub note: Option<String>,
    /// Answers to the questions of an interview, by the id of the question, as the person typed them.
    /// They do not affect the answer: the rest of the case says what they mean.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::case::shapes::Answers>"))]
    pub answers: IndexMap<String, String>,
    /// Names of numbers of this case that nobody said: they stand in for what is not known. Pointers in
    /// which items are named by id, such as `/person/time/free_hours_per_week`. They count as any other
    /// number, and the answer says that they are assumed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<Vec<crate::case::shapes::InputName>>", length(max = MAX_ITEMS))
    )]
    pub stand_ins: Vec<String>,
    /// The person who asks.
    pub person: Person,
    /// What the person could do. The first is the one in question.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = MAX_PURSUITS)))]
    pub pursuits: Vec<Pursuit>,
    /// Lists of pursuits, by id. At most one of each list can be chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<Vec<crate::case::shapes::Choice>>", length(max = MAX_PURSUITS))
    )]
    pub either_or: Vec<Vec<String>>,
    /// What is assumed, where it differs from the defaults.
    #[serde(skip_serializing_if = "Assumptions::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub assumptions: Assumptions,
    /// How to compute.
    #[serde(skip_serializing_if = "Analysis::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub analysis: Analysis,
}

impl Case {
    /// A case, without pursuits yet.
    #[must_use]
    pub fn new(person: Person) -> Self {
        Self {
            schema: None,
            schema_version: SCHEMA_VERSION,
            name: None,
            note: None,
            answers: IndexMap::new(),
            stand_ins: Vec::new(),
            person,
            pursuits: Vec::new(),
            either_or: Vec::new(),
            assumptions: Assumptions::default(),
            analysis: Analysis::default(),
        }
    }

    /// Adds a pursuit. The first one added is the one in question.
    #[must_use]
    pub fn with_pursuit(mut self, pursuit: Pursuit) -> Self {
        self.pursuits.push(pursuit);
        self
    }

    /// Allows at most one of these pursuits, by id.
    #[must_use]
    pub fn with_either_or(mut self, pursuits: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.either_or.push(pursuits.into_iter().map(Into::into).collect());
        self
    }

    /// Says that a number, by its name, stands in for what nobody knows.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Case, Motive, Person, Plan, Pursuit};
    /// let person = Person::new(10.0).with_motivation(Motive::Learning, 7);
    /// let case = Case::new(person).with_pursuit(Pursuit::preset("certification"));
    /// let free = "/person/time/free_hours_per_week";
    /// let said = Plan::new(&case)?.assess()?;
    /// let guessed = Plan::new(&case.with_stand_in(free))?.assess()?;
    /// assert_eq!(guessed.basis.given, said.basis.given - 1);
    /// assert!(guessed.assumptions.iter().any(|own| &*own.input == free));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn with_stand_in(mut self, number: impl Into<String>) -> Self {
        self.stand_ins.push(number.into());
        self
    }

    /// Sets what is assumed.
    #[must_use]
    pub fn with_assumptions(mut self, assumptions: Assumptions) -> Self {
        self.assumptions = assumptions;
        self
    }

    /// Sets how to compute.
    #[must_use]
    pub fn with_analysis(mut self, analysis: Analysis) -> Self {
        self.analysis = analysis;
        self
    }
}

setters! { Case {
    /// Sets a name for the question.
    with_name: into String => name,
    /// Sets a note, which does not affect the answer.
    with_note: into String => note,
    /// Sets the schema it follows, for editors. It does not affect the answer.
    with_schema: into String => schema,
} }
