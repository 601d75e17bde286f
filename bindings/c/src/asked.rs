//! Which figures of a table are asked for.

use worthwhile::Outputs;

/// For `outputs`: the figures of the pursuit in question alone. They are computed several times as fast.
pub const WORTHWHILE_QUESTION_ONLY: u32 = 1;
/// For `outputs`: the contributions of the motives and of what is lost, too.
pub const WORTHWHILE_CONTRIBUTIONS: u32 = 2;

/// Which figures are asked for; none where there is no such choice.
pub(crate) fn asked(outputs: u32) -> Option<Outputs> {
    let known = WORTHWHILE_QUESTION_ONLY | WORTHWHILE_CONTRIBUTIONS;
    let of = match outputs & WORTHWHILE_QUESTION_ONLY {
        0 => Outputs::all(),
        _ => Outputs::question(),
    };
    let of = if outputs & WORTHWHILE_CONTRIBUTIONS > 0 { of.with_contributions() } else { of };
    (outputs & !known == 0).then_some(of)
}
