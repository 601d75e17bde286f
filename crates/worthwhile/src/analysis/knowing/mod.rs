//! What knowing an uncertain input tells: how much of the margin's variance goes (the first-order
//! index, Sobol' 1993) and what a choice is worth that is made knowing it (EVPPI).
//!
//! Both ask what to expect of the plans' worths given the input. A parabola in each of its cells says
//! it: they get finer towards both ends of its distribution, where an interval of an amount has most
//! of its variance. Several inputs, and a ranking, have a plane in each cell.
//!
//! The choice is among the plan with the pursuit, the plan without it, the plan without any of it,
//! and the life without any pursuit, which is worth nothing. The margin is the first less the second.

mod cells;
mod continuous;
mod curves;
mod cut;
mod least_squares;
mod moments;
mod samples;
mod whole;

use super::factors::Factor;
use super::measured::Measured;
use continuous::Continuous;
use curves::Known;
pub(super) use samples::Scenes;
use samples::{Discrete, Group, Samples};
pub(super) use whole::{Whole, Worths, by_scenario};

/// What knowing one factor tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Knowledge {
    pub(super) first_order: Measured,
    pub(super) evppi: Measured,
}

/// What knowing one factor tells, or several together.
pub(super) fn knowledge(scenes: &Scenes<'_>, whole: &Whole, factors: &[&Factor]) -> Knowledge {
    let samples = samples(scenes, factors);
    let known = Known::new(&*samples, whole);
    Knowledge { first_order: known.first_order(), evppi: known.evppi() }
}

fn samples<'s>(scenes: &'s Scenes<'s>, factors: &[&Factor]) -> Box<dyn Samples + 's> {
    if let [one] = factors
        && let [at] = one.dimensions.as_slice()
        && let Some(drawn) = scenes.draws.dimensions.get(*at)
    {
        return if drawn.is_discrete() {
            Box::new(Discrete::new(scenes, *at, drawn))
        } else {
            Box::new(Continuous::new(scenes, *at, drawn))
        };
    }
    Box::new(Group::new(scenes, factors))
}
