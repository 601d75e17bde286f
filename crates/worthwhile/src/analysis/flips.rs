//! Flips: for every input of the base case the nearest value found at which the answer turns, plans
//! and levels chosen anew at each value.

use std::ops::ControlFlow;

use super::base::Base;
use super::hinges::spread;
use super::look::{Ground, unless_stopped};
use super::scan::Scan;
use super::turn::nearest;
use super::verdict::Answer;
use super::workers::{self, Tick};
use crate::order;
use crate::plan::Compiled;
use crate::worth::SearchEnded;

/// Mixes that may be looked at for all inputs together, shared out evenly.
const MOST_MIXES: u64 = 5_000_000;

/// A change of one input that turns the answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    pub(crate) input: usize,
    pub(crate) to: f64,
    /// The answer there.
    pub(crate) answer: Answer,
    /// How far away it is, on the input's own scale.
    pub(crate) distance: f64,
}

/// What was found, the smallest change first.
#[derive(Debug)]
pub(crate) struct Flips {
    pub(crate) found: Vec<Found>,
}

/// Looks at every input. A step for each is told. One that too many mixes would have to be looked at
/// for is left out.
pub(crate) fn flips(
    compiled: &Compiled,
    base: &Base,
    threads: usize,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Flips> {
    let mixes = MOST_MIXES / compiled.inputs.len().max(1) as u64;
    let ground = Ground::new(compiled, base, mixes);
    let work = |input: usize, tick: &mut Tick<'_>| {
        let found = unless_stopped(flip(compiled, &ground, input, tick))?;
        tick(1)?;
        ControlFlow::Continue(found)
    };
    let jobs = (0..compiled.inputs.len()).collect();
    let all = workers::run(threads, jobs, work, tick)?;
    let mut found: Vec<Found> = all.into_iter().flatten().collect();
    order::sort_by(&mut found, |a, b| a.distance.total_cmp(&b.distance));
    ControlFlow::Continue(Flips { found })
}

/// For some uncertain inputs, the nearest value at which the answer turns within 90% of what each is, the
/// smallest change first. A step for each is told.
pub(crate) fn within(
    compiled: &Compiled,
    base: &Base,
    inputs: &[usize],
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Flips> {
    let mixes = MOST_MIXES / inputs.len().max(1) as u64;
    let ground = Ground::new(compiled, base, mixes);
    let mut found: Vec<Found> = Vec::new();
    for input in inputs {
        found.extend(unless_stopped(turn_within(compiled, &ground, *input, tick))?);
        tick(1)?;
    }
    order::sort_by(&mut found, |a, b| a.distance.total_cmp(&b.distance));
    ControlFlow::Continue(Flips { found })
}

fn turn_within(
    compiled: &Compiled,
    ground: &Ground,
    input: usize,
    tick: &mut Tick<'_>,
) -> Result<Option<Found>, SearchEnded> {
    let today = compiled.means.get(input).copied().unwrap_or_default();
    let ends = spread(compiled, input, today).filter(|[low, high]| low < high);
    let Some([low, high]) = ends else { return Ok(None) };
    let mut looks = ground.looks(tick);
    let turn = nearest(&Scan::within(today, low, high), |value| {
        looks.set(input, value);
        looks.is_other()
    })?;
    let answer = ground.answer.other();
    Ok(turn.map(|turn| Found { input, to: turn.to, answer, distance: turn.distance }))
}

fn flip(
    compiled: &Compiled,
    ground: &Ground,
    input: usize,
    tick: &mut Tick<'_>,
) -> Result<Option<Found>, SearchEnded> {
    let Some(scan) = Scan::new(compiled, input) else { return Ok(None) };
    let mut looks = ground.looks(tick);
    let turn = nearest(&scan, |value| {
        looks.set(input, value);
        looks.is_other()
    })?;
    let answer = ground.answer.other();
    Ok(turn.map(|turn| Found { input, to: turn.to, answer, distance: turn.distance }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::levers::tests::{case, read};
    use crate::plan::Plan;

    fn all(plan: &Plan, threads: usize) -> Vec<Found> {
        let base = Base::new(plan.compiled(), &mut |_| ControlFlow::Continue(())).unwrap();
        let found = flips(plan.compiled(), &base, threads, &mut |_| ControlFlow::Continue(()));
        let ControlFlow::Continue(flips) = found else { panic!("nobody stops it") };
        flips.found
    }

    fn answer(plan: &Plan, input: &str, value: f64) -> Answer {
        let changed = plan.with_values([(input, value)]).unwrap();
        let base = Base::new(changed.compiled(), &mut |_| ControlFlow::Continue(())).unwrap();
        base.places.first().unwrap().verdict.answer()
    }

    #[test]
    fn the_answer_is_the_other_one_there_and_todays_just_before() {
        let plan = Plan::read(include_str!("../../examples/mvp.json")).unwrap();
        let found = all(&plan, 2);
        assert!(found.len() > 20 && found.is_sorted_by(|a, b| a.distance <= b.distance));
        for flip in found {
            let (name, from) = (&plan.inputs()[flip.input].name, plan.compiled().means[flip.input]);
            assert_eq!(answer(&plan, name, flip.to), flip.answer, "{name}");
            let before = flip.to + (from - flip.to) * 3e-9;
            assert_ne!(answer(&plan, name, before), flip.answer, "{name} just before {}", flip.to);
        }
    }

    #[test]
    fn a_turn_counts_within_what_an_uncertain_input_is() {
        let mut unsure = case();
        // The answer turns at 12.5 free hours.
        let mut turns = |low: f64, high: f64| -> Vec<f64> {
            unsure["person"]["time"]["free_hours_per_week"] =
                serde_json::json!({"low": low, "high": high});
            let (plan, base) = read(&unsure);
            let free = |own: &crate::plan::Input| own.name.ends_with("free_hours_per_week");
            let at = plan.inputs().iter().position(free).unwrap();
            let found = within(plan.compiled(), &base, &[at], &mut |_| ControlFlow::Continue(()));
            let ControlFlow::Continue(flips) = found else { panic!("nobody stops it") };
            flips.found.into_iter().map(|own| own.to).collect()
        };
        let inside = turns(11.0, 40.0);
        assert!((inside[0] - 12.5).abs() < 1e-6, "{inside:?}");
        assert!(turns(14.0, 40.0).is_empty());
    }

    #[test]
    fn inputs_that_the_case_gives_are_looked_at_too() {
        let (plan, _) = read(&case());
        let found = all(&plan, 1);
        let to = |input: &str| {
            let own = found.iter().find(|own| &*plan.inputs()[own.input].name == input);
            own.map(|own| own.to)
        };
        let near = |input: &str, value: f64| {
            assert!(
                to(input).is_some_and(|to| (to - value).abs() < 1e-6),
                "{input}: {:?}",
                to(input)
            );
        };
        near("/pursuits/course/activities/study/hours", 8.0);
        near("/pursuits/course/benefits/lessons/strength", 2.5);
        near("/assumptions/serves/lessons/learning", 0.625);
        near("/person/time/free_hours_per_week", 12.5);
        assert_eq!(to("/person/burnout_risk"), None);
    }
}
