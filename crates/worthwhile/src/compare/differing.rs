//! One thing in which two cases differ.

use super::parts::Part;
use crate::estimate::Estimate;

/// One thing that differs, and the part that it belongs to.
pub(super) struct Differing {
    pub(super) part: Part,
    pub(super) input: String,
    pub(super) noun: String,
    pub(super) values: [Option<Value>; 2],
}

/// What a case has there.
pub(super) struct Value {
    pub(super) estimate: Option<Estimate>,
    pub(super) text: String,
}
