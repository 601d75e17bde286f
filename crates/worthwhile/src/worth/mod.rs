//! The model in code, and nothing else. Names are those of the page: year, regime, amount, chain,
//! profile, merge, life, baseline, contributions, worth, mix, ledger.

mod chain;
mod contributions;
mod gifts;
mod ledger;
mod lives;
mod load;
mod mix;
mod parts;
mod power;
mod preferences;
mod profile;
mod pursuit;
mod search;
mod states;
#[cfg(test)]
mod tests;
mod values;
mod ways;
mod years;

pub(crate) use contributions::{CONTRIBUTIONS, Contributions, Valued, contribution_names};
pub(crate) use ledger::Flows;
pub(crate) use lives::{Lives, Menu};
pub(crate) use mix::{Best, Mix, Pick, TIE, Valuation, margin};
pub(crate) use parts::{Parts, Varying};
pub(crate) use profile::{Profile, Row, busiest};
pub(crate) use search::{FoundFor, Limit, Room, Search, SearchEnded};
pub(crate) use values::Values;
pub(crate) use ways::Ways;
