//! Inputs of everybody changed alike: what a lever does.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::field::Form;
use crate::lanes::Lanes;
use crate::plan::{Compiled, unknown_input};
use crate::problem::{Code, Problem, Problems};

/// What is done to an input of everybody, whether people answered about it or not. What goes beyond the bounds of
/// the input ends there, and an input that takes whole numbers is rounded.
///
/// # Example
/// ```
/// use worthwhile::{ChangeKind, InputChange};
/// let half = InputChange::new("/pursuits/mvp/activities/writing/hours", ChangeKind::Times, 0.5);
/// let text = serde_json::to_string(&half).unwrap();
/// assert_eq!(serde_json::from_str::<InputChange>(&text).unwrap(), half);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InputChange {
    /// The name of the input.
    pub input: String,
    /// What is done.
    pub kind: ChangeKind,
    /// By how much, or to what: in the unit of the input, or a factor.
    pub by: f64,
}

/// What is done to an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It becomes the number.
    Set,
    /// The number is added.
    Add,
    /// It is multiplied by the number.
    Times,
}

impl InputChange {
    /// Something done to an input, by its name.
    #[must_use]
    pub fn new(input: impl Into<String>, kind: ChangeKind, by: f64) -> Self {
        Self { input: input.into(), kind, by }
    }
}

/// Changes by the places of their inputs.
#[derive(Debug, Clone, Default)]
pub(super) struct Changes(Vec<Change>);

#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    pub(super) at: usize,
    kind: ChangeKind,
    by: f64,
    ends: [f64; 2],
    is_whole: bool,
}

impl Changes {
    /// # Errors
    /// `unknown_item` for a name that no input has, and `not_finite`.
    pub(super) fn new(compiled: &Compiled, changes: &[InputChange]) -> Result<Self, Error> {
        let (problems, mut all) = (Problems::default(), Vec::new());
        for InputChange { input: name, kind, by } in changes {
            if !by.is_finite() {
                let message = format!("a change by {by} is none");
                problems.push(Problem::new(name, Code::NotFinite, message));
            }
            match compiled.inputs.iter().enumerate().find(|(_, own)| *own.name == **name) {
                Some((at, own)) => all.push(Change {
                    at,
                    kind: *kind,
                    by: *by,
                    ends: own.field.domain.ends(),
                    is_whole: own.field.form == Form::Whole,
                }),
                None => {
                    let names = compiled.inputs.iter().map(|own| &*own.name);
                    problems.unknown(|| unknown_input(name, "input", names, "inputs"));
                }
            }
        }
        problems.finish()?;
        Ok(Self(all))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Change> {
        self.0.iter()
    }

    /// The changes of one input.
    pub(super) fn of(&self, at: usize) -> impl Iterator<Item = &Change> {
        self.0.iter().filter(move |own| own.at == at)
    }

    /// Changes one row of values, and says whether a bound was in the way.
    pub(super) fn apply(&self, values: &mut [Lanes<1>]) -> bool {
        let mut is_clipped = false;
        for change in &self.0 {
            let Some(value) = values.get_mut(change.at) else { continue };
            let (changed, beyond) = (change.lanes(*value), change.beyond(value.first()));
            is_clipped |= beyond;
            *value = changed;
        }
        is_clipped
    }
}

impl Change {
    #[inline(always)]
    fn unbounded(&self, value: f64) -> f64 {
        let changed = match self.kind {
            ChangeKind::Set => self.by,
            ChangeKind::Add => value + self.by,
            ChangeKind::Times => value * self.by,
        };
        if self.is_whole { changed.round() } else { changed }
    }

    fn beyond(&self, value: f64) -> bool {
        let [min, max] = self.ends;
        let changed = self.unbounded(value);
        changed < min || changed > max
    }

    pub(super) fn lanes<const W: usize>(&self, value: Lanes<W>) -> Lanes<W> {
        let [min, max] = self.ends;
        value.map(|value| self.unbounded(value)).clip(min, max)
    }
}
