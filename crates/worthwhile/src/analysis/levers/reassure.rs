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

/// One condition that might be nothing and one drawback that might bother clearly, or two of
/// either: those that would change most.
pub(super) fn reassurances(compiled: &Compiled, ground: &Ground, turning: &[Found]) -> Vec<Found> {
    if ground.answer == Answer::No {
        return Vec::new();
    }
    let [mut conditions, mut bothers] = [LeverKind::Condition, LeverKind::Bother].map(|kind| {
        let mut all = of_kind(compiled, ground, kind);
        all.retain(|own| turning.iter().all(|other| other.inputs != own.inputs));
        all.sort_by(|a, b| b.distance.total_cmp(&a.distance));
        all.into_iter()
    });
    let mut chosen: Vec<Found> = conditions.next().into_iter().chain(bothers.next()).collect();
    chosen.extend(conditions.chain(bothers));
    chosen.truncate(MOST);
    chosen
}

fn of_kind(compiled: &Compiled, ground: &Ground, kind: LeverKind) -> Vec<Found> {
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
        looks.set(at, to);
        let seen = looks.look().ok().filter(|seen| seen.answer == ground.answer)?;
        let inputs = vec![input.name.clone()];
        let (from, shown) = (*from, to);
        let (answer, level) = (seen.answer, seen.level);
        let found = Found { kind, inputs, from, to, shown, turns: false, answer, level, distance };
        (distance > 0.0).then_some(found)
    });
    tried.collect()
}
