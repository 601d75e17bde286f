//! The figures of the pursuit in question in a base case, and nothing else.

use super::base::{ASKED, at_means, menus, plans, search};
use super::workers::Tick;
use crate::plan::Compiled;
use crate::worth::{Limit, Lives, Pick, SearchEnded, margin};

/// Worth and margin of the pursuit in question, every input at its mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct AskedAtMeans {
    pub(crate) worth: f64,
    pub(crate) margin: f64,
}

/// # Errors
/// That there are more mixes to look at than may be, and that somebody stopped it.
pub(crate) fn asked_at_means(
    compiled: &Compiled,
    mixes: u64,
    tick: &mut Tick<'_>,
) -> Result<AskedAtMeans, SearchEnded> {
    let menus = menus(compiled);
    let lives = Lives::new(&compiled.program, &menus, &at_means::<1>(compiled));
    let mut search = search(compiled, &menus, &lives);
    let found = search.around(ASKED, &mut Limit { mixes, tick })?;
    let alone = |pick| search.worth_alone(ASKED, pick);
    let [with, without, _] = plans(search.picks_of(ASKED), ASKED, &found, alone);
    let pick = with.mix.get(ASKED).unwrap_or(Pick::whole(0));
    let worth = search.worth_alone(ASKED, pick);
    Ok(AskedAtMeans { worth, margin: margin(with.worth, without.worth) })
}
