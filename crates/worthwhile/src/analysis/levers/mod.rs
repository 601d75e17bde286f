use super::base::Base; use super::workers::Tick; use crate::plan::Compiled; use std::ops::ControlFlow;
#[derive(Debug)] pub(crate) struct Found;
pub(crate) fn steps(_: &Compiled, _: &Base) -> u64 { 1 }
pub(crate) fn levers(_: &Compiled, _: &Base, _: usize, _: &mut Tick<'_>) -> ControlFlow<(), Vec<Found>> { ControlFlow::Continue(vec![]) }
