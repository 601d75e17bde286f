//! Levers: what a person could know or change, and the nearest value at which the base case's
//! answer turns, plans and levels chosen anew.

mod candidate;
mod kind;
mod kinds;
mod reassure;
mod shown;
#[cfg(test)]
pub(in crate::analysis) mod tests;

use std::ops::ControlFlow;
use std::sync::Arc;

use super::base::Base;
use super::look::{Ground, Look, unless_stopped};
use super::turn::nearest;
use super::verdict::Answer;
use super::workers::{self, Tick};
use crate::order;
use crate::plan::Compiled;
use crate::worth::SearchEnded;
use candidate::Candidate;
pub use kind::LeverKind;

/// Mixes that may be looked at for all levers together, shared out evenly.
const MOST_MIXES: u64 = 500_000;

/// A lever that turns the answer, or one that was tried in vain.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    pub(crate) kind: LeverKind,
    /// Names of the inputs; of `without`, the pointer of the pursuit.
    pub(crate) inputs: Vec<Arc<str>>,
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// The same in few digits; it still turns the answer.
    pub(crate) shown: f64,
    pub(crate) turns: bool,
    /// The answer there.
    pub(crate) answer: Answer,
    /// How much of the pursuit in question, where that is yes.
    pub(crate) level: Option<f64>,
    pub(crate) distance: f64,
}

/// How many steps it takes to try them all.
pub(crate) fn steps(compiled: &Compiled, base: &Base) -> u64 {
    kinds::all(compiled, base).len() as u64
}

/// Those that turn the answer, the nearest first, then at most two reassurances. A step for each
/// that is tried is told. One that too many mixes would have to be looked at for is left out.
pub(crate) fn levers(
    compiled: &Compiled,
    base: &Base,
    threads: usize,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Vec<Found>> {
    let candidates = kinds::all(compiled, base);
    let mixes = MOST_MIXES / candidates.len().max(1) as u64;
    let mut ground = Ground::new(compiled, base, mixes);
    candidate::open_limit(&mut ground);
    let work = |candidate: Candidate, tick: &mut Tick<'_>| {
        let found = unless_stopped(lever(&ground, &candidate, tick))?;
        tick(1)?;
        ControlFlow::Continue(found)
    };
    let all = workers::run(threads, candidates, work, tick)?;
    let mut found: Vec<Found> = all.into_iter().flatten().collect();
    order::sort_by(&mut found, |a, b| a.distance.total_cmp(&b.distance));
    let reassurances = reassure::reassurances(compiled, &ground, &found, tick)?;
    found.extend(reassurances);
    ControlFlow::Continue(found)
}

fn lever(
    ground: &Ground,
    candidate: &Candidate,
    tick: &mut Tick<'_>,
) -> Result<Option<Found>, SearchEnded> {
    let mut looks = ground.looks(tick);
    let turn = nearest(&candidate.scan, |value| {
        candidate.set(&mut looks, value);
        looks.is_other()
    })?;
    let Some(turn) = turn else { return Ok(None) };
    let mut look = |value: f64| -> Result<Look, SearchEnded> {
        candidate.set(&mut looks, value);
        looks.look()
    };
    let seen = look(turn.to)?;
    let shown = shown::values(candidate, turn.to).into_iter();
    let looked_at = shown.filter_map(|value| Some((value, look(value).ok()?)));
    let mut turning = looked_at.filter(|(_, seen)| seen.answer != ground.answer);
    let (shown, seen) = turning.next().unwrap_or((turn.to, seen));
    Ok(Some(Found {
        kind: candidate.kind,
        inputs: candidate.inputs.clone(),
        from: candidate.scan.today,
        to: turn.to,
        shown,
        turns: true,
        answer: seen.answer,
        level: seen.level,
        distance: turn.distance,
    }))
}
