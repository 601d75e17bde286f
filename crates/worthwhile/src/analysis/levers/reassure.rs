//! What would not turn a yes, though one might fear it.

use super::Found;
use super::kind::LeverKind;
use super::kinds::conditions;
use crate::analysis::base::ASKED;
use crate::analysis::look::Ground;
use crate::analysis::verdict::Answer;
use crate::field::Key;
use crate::plan::Compiled;

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
pub(super) fn reassurances(compiled: &Compiled, ground: &Ground, turning: &[Found]) -> Vec<Found> {
    if ground.answer == Answer::No {
        return Vec::new();
    }
    let [mut conditions, mut bothers] = [LeverKind::Condition, LeverKind::Bother].map(|kind| {
        let mut all = of_kind(compiled, ground, kind);
        all.retain(|own| turning.iter().all(|other| other.inputs != own.found.inputs));
        worst_first(&mut all);
        all.into_iter()
    });
    let mut chosen: Vec<Worry> = conditions.next().into_iter().chain(bothers.next()).collect();
    chosen.extend(conditions.chain(bothers));
    chosen.truncate(MOST);
    worst_first(&mut chosen);
    chosen.into_iter().map(|own| own.found).collect()
}

fn worst_first(worries: &mut [Worry]) {
    worries.sort_by(|a, b| b.points.total_cmp(&a.points));
}

fn of_kind(compiled: &Compiled, ground: &Ground, kind: LeverKind) -> Vec<Worry> {
    let depends = conditions(&compiled.program);
    let all = compiled.inputs.iter().zip(&compiled.means).enumerate();
    let tried = all.filter_map(|(at, (input, from))| {
        let (to, range) = match (kind, input.field.key) {
            (LeverKind::Condition, Key::Condition) if depends.contains(&at) => (0.0, 1.0),
            (LeverKind::Bother, Key::DrawbackBother)
                if compiled.owners.get(at) == Some(&Some(ASKED)) && *from < CLEARLY =>
            {
                (CLEARLY, 10.0)
            }
            _ => return None,
        };
        let distance = (to - from).abs() / range;
        let mut looks = ground.looks();
        let today = looks.worth_of_todays_plan();
        looks.set(at, to);
        let points = today - looks.worth_of_todays_plan();
        let seen = looks.look().ok().filter(|seen| seen.answer == ground.answer)?;
        let inputs = vec![input.name.clone()];
        let (from, shown) = (*from, to);
        let (answer, level) = (seen.answer, seen.level);
        let found = Found { kind, inputs, from, to, shown, turns: false, answer, level, distance };
        (distance > 0.0).then_some(Worry { points, found })
    });
    tried.collect()
}
