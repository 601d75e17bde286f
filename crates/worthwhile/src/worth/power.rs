//! Powers, which are mostly the same again: how much is done rarely differs between scenarios.

use crate::exp::pow;
use crate::lanes::Lanes;

/// A power that is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Power<const W: usize> {
    base: Lanes<W>,
    exponent: Lanes<W>,
    value: Lanes<W>,
}

impl<const W: usize> Power<W> {
    /// A power, computed where the one that is known is another.
    #[inline(always)]
    pub(super) fn of(base: Lanes<W>, exponent: Lanes<W>, known: &mut Option<Self>) -> Lanes<W> {
        if let Some(known) = known
            && known.base.is(&base)
            && known.exponent.is(&exponent)
        {
            return known.value;
        }
        let value = base.with(exponent, pow);
        *known = Some(Self { base, exponent, value });
        value
    }
}
