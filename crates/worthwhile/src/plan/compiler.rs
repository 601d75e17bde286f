//! How inputs come together while a case is compiled.

use std::sync::Arc;

use super::Input;
use super::program::{InputId, PursuitProgram, Twin};
use crate::complete::Figure;
use crate::field::Field;

/// A number that is another one, and no input of its own.
#[derive(Debug, Clone)]
pub(crate) struct Follower {
    pub(crate) name: Arc<str>,
    pub(crate) field: &'static Field,
    /// The name of the one that it follows.
    pub(crate) follows: Arc<str>,
}

/// Inputs under way, in the order in which they are added.
pub(super) struct Compiler {
    pub(super) inputs: Vec<Input>,
    /// Which pursuit an input is of; none for the person and the assumptions.
    pub(super) owners: Vec<Option<usize>>,
    pub(super) followers: Vec<Follower>,
    /// For each twin, what it follows.
    pub(super) twins: Vec<InputId>,
    /// The pursuit that is being compiled.
    pub(super) owner: Option<usize>,
    /// Room to join the parts of a name in.
    joined: String,
}

impl Compiler {
    pub(super) fn new() -> Self {
        Self {
            inputs: Vec::with_capacity(USUAL_INPUTS),
            owners: Vec::with_capacity(USUAL_INPUTS),
            followers: Vec::new(),
            twins: Vec::new(),
            owner: None,
            joined: String::new(),
        }
    }

    fn join(&mut self, name: &[&str]) -> Arc<str> {
        self.joined.clear();
        self.joined.extend(name.iter().copied());
        Arc::from(self.joined.as_str())
    }

    /// Adds an input; its name comes in parts.
    pub(super) fn add_at(
        &mut self,
        name: &[&str],
        field: &'static Field,
        figure: &Figure,
    ) -> InputId {
        let name = self.join(name);
        let id = input_id(self.inputs.len());
        self.owners.push(self.owner);
        self.inputs.push(Input {
            name,
            field,
            estimate: figure.estimate.clone(),
            origin: figure.origin.clone(),
        });
        id
    }

    /// Adds a number of an item; `at` is the item's pointer, with its last slash.
    pub(super) fn add_in(&mut self, at: &str, field: &'static Field, figure: &Figure) -> InputId {
        self.add_at(&[at, field.name], field, figure)
    }

    /// Adds a value that follows an input draw for draw and stays where what-ifs move that one.
    pub(super) fn add_twin(&mut self, follows: InputId) -> InputId {
        self.twins.push(follows);
        InputId(FIRST_TWIN + u32::try_from(self.twins.len() - 1).unwrap_or(0))
    }

    /// Notes a number that is another one.
    pub(super) fn follow(&mut self, name: &[&str], field: &'static Field, follows: &[&str]) {
        let (name, follows) = (self.join(name), self.join(follows));
        self.followers.push(Follower { name, field, follows });
    }

    pub(super) fn add(&mut self, field: &'static Field, figure: &Figure) -> InputId {
        self.add_at(&[field.path], field, figure)
    }

    /// Adds a number that may be absent.
    pub(super) fn add_some(
        &mut self,
        field: &'static Field,
        figure: Option<&Figure>,
    ) -> Option<InputId> {
        figure.map(|figure| self.add(field, figure))
    }
}

pub(super) fn input_id(at: usize) -> InputId {
    InputId(u32::try_from(at).unwrap_or(u32::MAX))
}

/// Gives the values that follow an input their places behind all others, at its mean.
pub(super) fn place_twins(
    followed: &[InputId],
    pursuits: &mut [PursuitProgram],
    means: &mut Vec<f64>,
) -> Vec<Twin> {
    let first = means.len();
    let place = |id: &mut InputId| {
        if let Some(at) = id.0.checked_sub(FIRST_TWIN) {
            *id = input_id(first + at as usize);
        }
    };
    for activity in pursuits.iter_mut().flat_map(|pursuit| &mut pursuit.activities) {
        place(&mut activity.per_year);
        place(&mut activity.usual_per_year);
    }
    let twin = |(at, follows): (usize, &InputId)| {
        means.push(means.get(follows.0 as usize).copied().unwrap_or_default());
        Twin { id: input_id(first + at), follows: *follows }
    };
    followed.iter().enumerate().map(twin).collect()
}

/// Twins are counted from here on until the number of inputs is known.
const FIRST_TWIN: u32 = 1 << 30;
/// Inputs of a case with a handful of presets.
const USUAL_INPUTS: usize = 256;
