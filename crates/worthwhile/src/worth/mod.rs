//! The model in code, and nothing else. Names are those of the page: regime, holding share,
//! profile, merge, contributions, worth, mix, ledger.

mod contributions;
mod ledger;
mod mixes;
mod preferences;
mod profile;
#[cfg(test)]
mod tests;
mod values;

pub(crate) use contributions::{Contributions, Valued, worth};
pub(crate) use ledger::{Flows, Ledger};
pub(crate) use mixes::{Best, Choice, Members, Mix, TooManyMixes, margin};
pub(crate) use preferences::Preferences;
pub(crate) use profile::Outcome;
use values::Values;

use crate::lanes::Lanes;
use crate::plan::{Program, PursuitProgram};
use crate::wide::wide;

/// The person and all pursuits of a plan, for some scenarios at once. `values` holds one entry per
/// input of the plan.
pub(crate) fn evaluate<const W: usize>(
    program: &Program,
    values: &[Lanes<W>],
) -> (Preferences<W>, Vec<Outcome<W>>) {
    let mut outcomes = vec![Outcome::EMPTY; program.pursuits.len()];
    let person = wide(
        #[inline(always)]
        || evaluate_into(program, values, &mut outcomes),
    );
    (person, outcomes)
}

/// The same, where there is room for the pursuits.
#[inline(always)]
pub(crate) fn evaluate_into<const W: usize>(
    program: &Program,
    values: &[Lanes<W>],
    outcomes: &mut [Outcome<W>],
) -> Preferences<W> {
    let person = person(program, values);
    for (pursuit, slot) in program.pursuits.iter().zip(outcomes) {
        *slot = outcome(pursuit, &person, values);
    }
    person
}

/// The person alone.
#[inline(always)]
pub(crate) fn person<const W: usize>(program: &Program, values: &[Lanes<W>]) -> Preferences<W> {
    Preferences::new(&program.person, &program.assumptions, Values(values))
}

/// One pursuit alone.
#[inline(always)]
pub(crate) fn outcome<const W: usize>(
    pursuit: &PursuitProgram,
    person: &Preferences<W>,
    values: &[Lanes<W>],
) -> Outcome<W> {
    Outcome::new(pursuit, person, Values(values))
}
