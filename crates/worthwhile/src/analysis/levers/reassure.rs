//! What would not turn a yes, though one might fear it.

use std::ops::ControlFlow;

use super::Found;
use super::kind::LeverKind;
use super::kinds::conditions;
use crate::analysis::base::ASKED;
use crate::analysis::look::{Ground, Look, unless_stopped};
use crate::analysis::verdict::Answer;
use crate::analysis::workers::Tick;
use crate::field::Key;
use crate::order;
use crate::plan::Compiled;
use crate::worth::SearchEnded;

const MOST: usize = 2;
/// A drawback that bothers clearly.
const CLEARLY: f64 = 5.0;

/// A value that does not turn the answer, and the points that it takes from today's plan.
struct Worry {
    points: f64,
    found: Found,
}

/// One condition that might be nothing and one drawback that might bother clearly, or two of
/// either: those that take the most from today's plan, and the worse one first.
pub(super) fn reassurances(
    compiled: &Compiled,
    ground: &Ground,
    turning: &[Found],
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Vec<Found>> {
    if ground.answer == Answer::No {
        return ControlFlow::Continue(Vec::new());
    }
    let mut of_kind = |kind| {
        let mut all = of_kind(compiled, ground, kind, tick)?;
        all.retain(|own| turning.iter().all(|other| other.inputs != own.found.inputs));
        worst_first(&mut all);
        ControlFlow::Continue(all.into_iter())
    };
    let mut conditions = of_kind(LeverKind::Condition)?;
    let mut bothers = of_kind(LeverKind::Bother)?;
    let mut chosen: Vec<Worry> = conditions.next().into_iter().chain(bothers.next()).collect();
    chosen.extend(conditions.chain(bothers));
    chosen.truncate(MOST);
    worst_first(&mut chosen);
    ControlFlow::Continue(chosen.into_iter().map(|own| own.found).collect())
}

fn worst_first(worries: &mut [Worry]) {
    order::sort_by(worries, |a, b| b.points.total_cmp(&a.points));
}

fn of_kind(
    compiled: &Compiled,
    ground: &Ground,
    kind: LeverKind,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Vec<Worry>> {
    let depends = conditions(&compiled.program);
    let all = compiled.inputs.iter().zip(&compiled.means).enumerate();
    let mut worries = Vec::new();
    for (at, (input, from)) in all {
        let (to, range) = match (kind, input.field.key) {
            (LeverKind::Condition, Key::Condition) if depends.contains(&at) => (0.0, 1.0),
            (LeverKind::Bother, Key::DrawbackBother)
                if compiled.owners.get(at) == Some(&Some(ASKED)) && *from < CLEARLY =>
            {
                (CLEARLY, 10.0)
            }
            _ => continue,
        };
        let found = worry(ground, at, to, tick);
        let Some((points, Look { answer, level })) = unless_stopped(found)? else { continue };
        let (inputs, from, shown) = (vec![input.name.clone()], *from, to);
        let distance = (to - from).abs() / range;
        let found = Found { kind, inputs, from, to, shown, turns: false, answer, level, distance };
        worries.extend((distance > 0.0).then_some(Worry { points, found }));
    }
    ControlFlow::Continue(worries)
}

/// The points that a value takes from today's plan, and what is seen there; none where the answer
/// turns.
fn worry(
    ground: &Ground,
    at: usize,
    to: f64,
    tick: &mut Tick<'_>,
) -> Result<Option<(f64, Look)>, SearchEnded> {
    let mut looks = ground.looks(tick);
    let today = looks.worth_of_todays_plan()?;
    looks.set(at, to);
    let points = today - looks.worth_of_todays_plan()?;
    let seen = looks.look()?;
    Ok((seen.answer == ground.answer).then_some((points, seen)))
}
