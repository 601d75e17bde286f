//! The model in code, and nothing else. Names are those of the page: year, regime, amount, chain,
//! profile, merge, life, baseline, contributions, worth, mix, ledger.

mod chain;
mod contributions;
mod gifts;
mod ledger;
mod lives;
mod load;
mod mix;
mod mixes;
mod parts;
mod power;
mod preferences;
mod profile;
mod pursuit;
mod row;
mod search;
mod states;
#[cfg(test)]
mod tests;
mod values;
mod years;

pub(crate) use contributions::{CONTRIBUTIONS, Contributions, Valued, contribution_names};
pub(crate) use ledger::Flows;
pub(crate) use lives::{Lives, Menu};
pub(crate) use mix::{Best, Mix, Pick, TIE, Valuation, Ways, margin};
pub(crate) use mixes::{AllMixes, Chooser};
pub(crate) use parts::{Parts, Varying};
pub(crate) use profile::Profile;
pub(crate) use row::{Row, busiest};
pub(crate) use search::{FoundFor, Limit, Room, Search, SearchEnded};
pub(crate) use values::Values;
