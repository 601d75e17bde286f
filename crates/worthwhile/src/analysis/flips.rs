use super::base::Base; use super::verdict::Answer; use super::workers::Tick; use crate::plan::Compiled; use std::ops::ControlFlow;
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found { pub(crate) input: usize, pub(crate) to: f64, pub(crate) answer: Answer, pub(crate) distance: f64 }
#[derive(Debug)] pub(crate) struct Flips { pub(crate) found: Vec<Found> }
pub(crate) fn flips(_: &Compiled, _: &Base, _: usize, _: &mut Tick<'_>) -> ControlFlow<(), Flips> { ControlFlow::Continue(Flips { found: vec![] }) }
