//! The values of the inputs, for some scenarios at once.

use crate::lanes::Lanes;
use crate::plan::InputId;

/// One [`Lanes`] per input of the plan.
#[derive(Clone, Copy)]
pub(crate) struct Values<'v, const W: usize>(pub(crate) &'v [Lanes<W>]);

impl<const W: usize> Values<'_, W> {
    // INVARIANT: a plan's program only holds ids of the plan's own inputs.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    #[inline(always)]
    pub(crate) fn get(&self, id: InputId) -> Lanes<W> {
        self.0[id.0 as usize]
    }
}
