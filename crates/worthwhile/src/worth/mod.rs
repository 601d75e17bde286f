//! The model in code, and nothing else. Names are those of the page: year, regime, amount, chain,
//! profile, merge, life, baseline, contributions, worth, mix, ledger.

mod chain;
mod contributions;
mod ledger;
mod lives;
mod mix;
mod preferences;
mod profile;
mod pursuit;
mod search;
mod values;
mod years;

pub(crate) use contributions::{Contributions, Valued};
pub(crate) use ledger::Flows;
pub(crate) use lives::{Lives, Menu};
pub(crate) use mix::{Best, Mix, Pick, TIE, Valuation, margin};
pub(crate) use profile::{Profile, busiest};
pub(crate) use search::{Found, FoundFor, Limit, Search, SearchEnded};

use crate::lanes::Lanes;
use crate::plan::Program;
use crate::wide::wide;

/// The person and all pursuits of a plan at the levels that are wanted, for some scenarios at once.
/// `values` holds one entry per value of the plan.
pub(crate) fn lives<const W: usize>(
    program: &Program,
    menus: &[Menu],
    values: &[Lanes<W>],
) -> Lives<W> {
    wide(
        #[inline(always)]
        || Lives::new(program, menus, values),
    )
}

/// The same, where the caller has chosen the instructions.
#[inline(always)]
pub(crate) fn lives_here<const W: usize>(
    program: &Program,
    menus: &[Menu],
    values: &[Lanes<W>],
) -> Lives<W> {
    Lives::new(program, menus, values)
}
