//! What the verdicts would be with one condition at an end of its scale.

use std::ops::ControlFlow;

use super::base::Base;
use super::verdict::Verdict;
use super::workers::Tick;
use crate::field::Key;
use crate::plan::{Compiled, Input};

const ENDS: [f64; 2] = [0.0, 1.0];

/// One condition at one end, all else as in the base case.
#[derive(Debug)]
pub(crate) struct Probe<'p> {
    pub(crate) input: &'p Input,
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// Of every pursuit.
    pub(crate) verdicts: Vec<Verdict>,
}

/// How many steps it takes to look at all conditions.
pub(super) fn steps(compiled: &Compiled) -> u64 {
    (conditions(compiled).count() * ENDS.len()) as u64
}

/// Looks at every condition at 0 and at 1. One that too many mixes would have to be looked at for is
/// left out.
pub(super) fn probes<'p>(
    compiled: &'p Compiled,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Vec<Probe<'p>>> {
    let mut probes = Vec::new();
    for (at, input, from) in conditions(compiled) {
        for to in ENDS {
            if let Ok(base) = Base::with_value(compiled, at, to) {
                let verdicts = base.places.iter().map(|own| own.verdict).collect();
                probes.push(Probe { input, from, to, verdicts });
            }
            tick(1)?;
        }
    }
    ControlFlow::Continue(probes)
}

fn conditions(compiled: &Compiled) -> impl Iterator<Item = (usize, &Input, f64)> {
    let inputs = compiled.inputs.iter().zip(&compiled.means).enumerate();
    let all = inputs.filter(|(_, (input, _))| input.field.key == Key::Condition);
    all.map(|(at, (input, from))| (at, input, *from))
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use crate::field::Key;
    use crate::{Options, Plan, Progress, Stage};

    #[test]
    fn each_look_at_a_condition_is_a_step_that_may_be_the_last() {
        let plan = Plan::read(include_str!("../../examples/mvp.json")).unwrap();
        let options = Options::default().with_scenarios(16).with_flips(false);
        let conditions = plan.inputs().iter().filter(|own| own.field.key == Key::Condition);
        let total = 2 * conditions.count() as u64;
        let mut seen = Vec::new();
        let mut watch = |now: Progress| {
            if now.stage == Stage::Flips {
                seen.push((now.done, now.total));
            }
            if seen.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let ended = plan.run().options(&options).watch(&mut watch).assess();
        assert!(ended.is_err_and(|error| error.is_stopped()));
        assert_eq!(seen, [(1, total), (2, total), (3, total)]);
        assert!(total > 3);
    }
}
