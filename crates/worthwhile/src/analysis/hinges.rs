use super::base::Base; use super::workers::Tick; use crate::plan::Compiled; use std::ops::ControlFlow;
#[derive(Debug)] pub(crate) struct Hinge { pub(crate) input: usize, pub(crate) to: f64 }
pub(crate) fn hinges(_: &Compiled, _: &Base, _: &mut Tick<'_>) -> ControlFlow<(), Vec<Hinge>> { ControlFlow::Continue(vec![]) }
