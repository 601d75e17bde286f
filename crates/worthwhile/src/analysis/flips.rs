//! Flips: for every input of the base case the nearest value found at which the answer turns, plans
//! and levels chosen anew at each value (numerics.md, "Flips").

use std::ops::ControlFlow;

use super::base::Base;
use super::look::Ground;
use super::scan::Scan;
use super::turn::nearest;
use super::verdict::Answer;
use super::workers::{self, Tick};
use crate::plan::Compiled;
use crate::worth::SearchEnded;

/// A change of one input that turns the answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    pub(crate) input: usize,
    pub(crate) to: f64,
    /// The answer there.
    pub(crate) answer: Answer,
    /// How far away it is, on the input's own scale.
    pub(crate) distance: f64,
}

/// What was found, the smallest change first.
#[derive(Debug)]
pub(crate) struct Flips {
    pub(crate) found: Vec<Found>,
}

/// Looks at every input. A step for each is told. One that too many mixes would have to be looked at
/// for is left out.
pub(crate) fn flips(
    compiled: &Compiled,
    base: &Base,
    threads: usize,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Flips> {
    let ground = Ground::new(compiled, base);
    let work = |input: usize, tick: &mut Tick<'_>| {
        let found = flip(compiled, &ground, input);
        tick(1)?;
        ControlFlow::Continue(found)
    };
    let jobs = (0..compiled.inputs.len()).collect();
    let all = workers::run(threads, jobs, work, tick)?;
    let mut found: Vec<Found> = all.into_iter().filter_map(Result::ok).flatten().collect();
    found.sort_by(|a, b| a.distance.total_cmp(&b.distance));
    ControlFlow::Continue(Flips { found })
}

fn flip(compiled: &Compiled, ground: &Ground, input: usize) -> Result<Option<Found>, SearchEnded> {
    let Some(scan) = Scan::new(compiled, input) else { return Ok(None) };
    let mut looks = ground.looks();
    let turn = nearest(&scan, |value| {
        looks.set(input, value);
        looks.is_other()
    })?;
    let answer = ground.answer.other();
    Ok(turn.map(|turn| Found { input, to: turn.to, answer, distance: turn.distance }))
}
