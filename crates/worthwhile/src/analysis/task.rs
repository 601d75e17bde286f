//! What a computation is to find out.

/// What a computation is to find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    /// Everything that the options want.
    Assess,
    /// Sensitivity and the value of knowing.
    Findings,
    /// The figures of every scenario.
    Samples,
    /// What would change the answer, number by number.
    Flips,
}
