//! The base case, every input at its mean: which plans it chooses, and its verdicts.

use super::verdict::Verdict;
use crate::error::Error;
use crate::lanes::Lanes;
use crate::limits::MAX_MIXES;
use crate::plan::Compiled;
use crate::problem::{Code, Problem};
use crate::worth::{Choice, Mix, Outcome, Preferences, TooManyMixes, evaluate, margin, worth};

/// The base case, computed.
#[derive(Debug)]
pub(crate) struct Base {
    pub(crate) person: Preferences<1>,
    pub(crate) outcomes: Vec<Outcome<1>>,
    pub(crate) best: Mix,
    pub(crate) places: Vec<Place>,
}

/// One pursuit's place among the others.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) verdict: Verdict,
    pub(crate) fits: bool,
    /// The best mix with it, and the best one without it.
    pub(crate) with: Mix,
    pub(crate) without: Mix,
}

impl Place {
    pub(crate) fn margin(&self) -> f64 {
        margin(self.with.worth, self.without.worth)
    }
}

impl Base {
    /// # Errors
    /// `too_many_mixes` where a case of more than 16 pursuits needs too long a search.
    pub(crate) fn new(compiled: &Compiled) -> Result<Self, Error> {
        Self::at(compiled, compiled.means.iter().map(|mean| Lanes::all(*mean)).collect())
    }

    /// The base case with one input at another value.
    pub(crate) fn with_value(compiled: &Compiled, input: usize, value: f64) -> Result<Self, Error> {
        let at = |(at, mean): (usize, &f64)| Lanes::all(if at == input { value } else { *mean });
        Self::at(compiled, compiled.means.iter().enumerate().map(at).collect())
    }

    fn at(compiled: &Compiled, values: Vec<Lanes<1>>) -> Result<Self, Error> {
        let (person, outcomes) = evaluate(&compiled.program, &values);
        let choice = Choice { person: &person, pursuits: &outcomes };
        let (best, places) = places(&choice).map_err(|TooManyMixes| too_many_mixes())?;
        Ok(Self { person, outcomes, best, places })
    }
}

fn places(choice: &Choice<'_, 1>) -> Result<(Mix, Vec<Place>), TooManyMixes> {
    let best = choice.best()?;
    let mut places = Vec::with_capacity(choice.pursuits.len());
    for (index, outcome) in choice.pursuits.iter().enumerate() {
        let is_in_best_mix = best.members.contains(index);
        let (with, without) = if is_in_best_mix {
            (best, choice.best_without(index)?)
        } else {
            (choice.best_with(index)?, best)
        };
        let worth = worth(choice.person, &outcome.profile).first();
        let [fits] = choice.fits(outcome.profile.peak);
        let verdict = Verdict::new(fits, is_in_best_mix, worth);
        places.push(Place { verdict, fits, with, without });
    }
    Ok((best, places))
}

pub(super) fn too_many_mixes() -> Error {
    let message = format!("the best mix was not found among the first {MAX_MIXES} looked at");
    let help = "leave out pursuits that are out of the question";
    let path = "/pursuits".to_owned();
    Error::invalid(vec![Problem::new(path, Code::TooManyMixes, message).with_help(help)])
}
