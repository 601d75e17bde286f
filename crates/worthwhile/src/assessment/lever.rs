//! Levers: what a person could change, and whether that changes the answer.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::{Answer, LeverKind};

/// One change, and the answer of the base case after it. Everything else is as in the base case, in
/// which every uncertain number is at its mean; plans are chosen again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lever {
    /// What changes.
    pub kind: LeverKind,
    /// Names of the inputs that change; for `without`, the pointer of the pursuit left out.
    pub inputs: Vec<Arc<str>>,
    /// The value in the base case, in the unit of the kind.
    pub from: f64,
    /// The nearest value found that changes the answer, unrounded, in the unit of the kind; for a
    /// reassurance, the value tried.
    pub to: f64,
    /// The same value, rounded so that it still changes the answer, in the unit of the kind.
    pub shown: f64,
    /// Whether it changes the answer. If not, it is a reassurance.
    pub turns: bool,
    /// The answer there.
    pub answer: Answer,
    /// How much of the pursuit in question is in the best plan then, 0 to 1.5: if the answer is no,
    /// of its work alone. Absent if none of it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1.5)))]
    pub level: Option<f64>,
    /// The change in words, without the answer.
    pub text: String,
}
