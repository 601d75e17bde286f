//! The model in code, and nothing else. Names are those of the page: regime, holding share,
//! profile, merge, contributions, worth, mix, ledger.

mod lanes;
mod ledger;
mod mixes;
mod points;
mod preferences;
mod profile;
#[cfg(test)]
mod tests;
mod values;

pub(crate) use lanes::Lanes;
pub(crate) use ledger::ledger;
pub(crate) use mixes::{Choice, Mix, TooManyMixes};
pub(crate) use points::{Points, burnout_risk, worth};
pub(crate) use preferences::Preferences;
pub(crate) use profile::Outcome;
use values::Values;

use crate::plan::Program;

/// The person and all pursuits of a plan, for some scenarios at once. `values` holds one entry per
/// input of the plan.
pub(crate) fn evaluate<const W: usize>(
    program: &Program,
    values: &[Lanes<W>],
) -> (Preferences<W>, Vec<Outcome<W>>) {
    let values = Values(values);
    let person = Preferences::new(&program.person, values);
    let outcomes =
        program.pursuits.iter().map(|pursuit| Outcome::new(pursuit, &person, values)).collect();
    (person, outcomes)
}
