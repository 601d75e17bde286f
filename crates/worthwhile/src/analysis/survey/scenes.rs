//! Scenarios that all people of a survey have in common, and what is drawn for one person alone.

use super::change::{Change, Changes};
use super::respondents::{Answered, Columns};
use crate::analysis::base::at_means;
use crate::analysis::model::LANES;
use crate::analysis::options::Settled;
use crate::lanes::Lanes;
use crate::order;
use crate::plan::Compiled;
use crate::sampling::{BLOCK, Dimension, Points, uniform};
use crate::wide::wide;

/// The values of some scenarios at once.
type Scene = Vec<Lanes<LANES>>;

/// Scenarios of a plan.
#[derive(Debug)]
pub(super) struct Scenes {
    pub(super) settled: Settled,
    /// All scenarios, replicate after replicate. What is beyond the last one repeats it.
    scenes: Vec<Scene>,
}

impl Scenes {
    pub(super) fn new(compiled: &Compiled, settled: Settled) -> Self {
        let draws = compiled.draws();
        let size = settled.size() as usize;
        let points = Points::new(draws.dimensions.len(), settled.log_size, settled.seed);
        let block = BLOCK.min(size);
        let mut columns = vec![vec![0.0; block]; draws.places.len()];
        let mut values: Vec<Lanes<1>> = at_means(compiled);
        let count = settled.scenarios() as usize;
        let mut scenes = vec![at_means(compiled); count.div_ceil(LANES)];
        for replicate in 0..settled.replicates {
            let own = points.replicate(replicate);
            for start in (0..settled.size()).step_by(block) {
                let points = own.block(start);
                wide(
                    #[inline(always)]
                    || draws.values(&points, &mut columns),
                );
                for within in 0..block {
                    draws.put(&columns, within, &mut values);
                    let at = replicate as usize * size + start as usize + within;
                    put(&mut scenes, at, &values);
                }
            }
        }
        for at in count..scenes.len() * LANES {
            put(&mut scenes, at, &values);
        }
        Self { settled, scenes }
    }

    pub(super) fn count(&self) -> usize {
        self.settled.scenarios() as usize
    }

    /// Room to change them for one person after the other.
    pub(super) fn room(&self, drawn: &Drawn) -> Vec<Scene> {
        let mut room = self.scenes.clone();
        for (at, values) in &drawn.changed {
            for (scene, value) in room.iter_mut().zip(values) {
                if let Some(own) = scene.get_mut(*at) {
                    *own = *value;
                }
            }
        }
        room
    }
}

/// Puts one scenario in its lane.
fn put(scenes: &mut [Scene], at: usize, values: &[Lanes<1>]) {
    let Some(scene) = scenes.get_mut(at / LANES) else { return };
    for (own, value) in scene.iter_mut().zip(values) {
        if let Some(lane) = own.0.get_mut(at % LANES) {
            *lane = value.first();
        }
    }
}

/// How the columns of a survey, and the changes to what everybody answered, are put into the scenarios.
pub(super) struct Drawn {
    /// What of the scenarios is changed for all alike, by place.
    changed: Vec<(usize, Vec<Lanes<LANES>>)>,
    columns: Vec<DrawnColumn>,
}

struct DrawnColumn {
    /// The place of the input.
    at: usize,
    /// Places of numbers that follow it in the case, which stay at their means where a person answered.
    twins: Vec<(usize, f64)>,
    dimension: usize,
    estimates: Vec<Dimension>,
    changes: Vec<Change>,
    /// The coordinates of all scenarios; empty where nobody's answer is vague.
    points: Vec<u32>,
}

impl Drawn {
    pub(super) fn new(
        compiled: &Compiled,
        scenes: &Scenes,
        columns: &Columns<'_>,
        changes: &Changes,
    ) -> Self {
        let draws = compiled.draws();
        let known = |at: usize| draws.dimensions.iter().position(|own| own.value == Some(at));
        // Behind those of the case every other input has its own, answered or not.
        let own = |at: usize| known(at).unwrap_or(draws.dimensions.len() + at);
        let most = columns.all.iter().map(|column| own(column.at) + 1).max().unwrap_or(0);
        let Settled { log_size, seed, replicates, .. } = scenes.settled;
        let is_vague = columns.all.iter().any(|column| !column.estimates.is_empty());
        let points = Points::new(if is_vague { most } else { 0 }, log_size, seed);
        let all: Vec<_> = (0..replicates).map(|at| points.replicate(at)).collect();
        let column = |column: &super::respondents::Column<'_>| {
            let input = compiled.inputs.get(column.at);
            let domain = input.map(|own| &own.field.domain);
            let dimension = |own| Some(compiled.tables().dimension(own, domain?));
            let size = scenes.settled.size() as usize;
            let mut points = Vec::new();
            if !column.estimates.is_empty() {
                points = vec![0; scenes.count()];
                let replicates = points.chunks_mut(size.max(1)).zip(&all);
                for (points, replicate) in replicates {
                    for (start, points) in (0..).step_by(BLOCK).zip(points.chunks_mut(BLOCK)) {
                        replicate.block(start).fill(own(column.at), points);
                    }
                }
            }
            let twins = compiled.program.twins.iter();
            let twins = twins.filter(|twin| twin.follows.0 as usize == column.at);
            let twins = twins.map(|twin| twin.id.0 as usize);
            let mean = |at: usize| compiled.means.get(at).copied().unwrap_or_default();
            DrawnColumn {
                at: column.at,
                twins: twins.map(|at| (at, mean(at))).collect(),
                dimension: own(column.at),
                estimates: column.estimates.iter().filter_map(dimension).collect(),
                changes: changes.of(column.at).copied().collect(),
                points,
            }
        };
        let mut places: Vec<usize> = changes.iter().map(|own| own.at).collect();
        order::sort_by(&mut places, Ord::cmp);
        places.dedup();
        places.retain(|at| columns.places().all(|own| own != *at));
        let changed = |at: usize| {
            let values = scenes.scenes.iter().filter_map(|scene| scene.get(at));
            let change = |value: Lanes<LANES>| changes.of(at).fold(value, |own, by| by.lanes(own));
            (at, values.copied().map(change).collect())
        };
        let changed = places.into_iter().map(changed).collect();
        Self { columns: columns.all.iter().map(column).collect(), changed }
    }

    /// Puts what a person answered into all scenarios. What is vague is drawn for the person alone: the
    /// points of its dimension, moved by what the person's key says (Cranley and Patterson 1976).
    pub(super) fn put(
        &self,
        scenes: &Scenes,
        columns: &Columns<'_>,
        row: usize,
        room: &mut [Scene],
    ) {
        let key = columns.keys.get(row).copied().unwrap_or_default();
        for (drawn, column) in self.columns.iter().zip(&columns.all) {
            let answered = column.of(row);
            for (at, mean) in &drawn.twins {
                match answered {
                    Answered::AsTheCase => restore(scenes, *at, room),
                    _ => fill(room, *at, Lanes::all(*mean)),
                }
            }
            match answered {
                Answered::Number(value) => fill(room, drawn.at, Lanes::all(value)),
                Answered::AsTheCase => restore(scenes, drawn.at, room),
                Answered::Estimate(estimate) => {
                    let Some(estimate) = drawn.estimates.get(estimate) else { continue };
                    let moved = uniform([scenes.settled.seed, key, drawn.dimension as u64, MOVED]);
                    let points = drawn.points.chunks(LANES);
                    for (scene, points) in room.iter_mut().zip(points) {
                        let Some(value) = scene.get_mut(drawn.at) else { continue };
                        for (lane, point) in value.0.iter_mut().zip(points) {
                            *lane = estimate.value_at(point.wrapping_add(moved));
                        }
                    }
                }
            }
            for change in &drawn.changes {
                for value in room.iter_mut().filter_map(|scene| scene.get_mut(drawn.at)) {
                    *value = change.lanes(*value);
                }
            }
        }
    }
}

/// Tells these random numbers from others of the same words.
const MOVED: u64 = 0x0070_656F_706C_6500;

fn fill(room: &mut [Scene], at: usize, value: Lanes<LANES>) {
    for scene in room {
        if let Some(own) = scene.get_mut(at) {
            *own = value;
        }
    }
}

fn restore(scenes: &Scenes, at: usize, room: &mut [Scene]) {
    for (scene, shared) in room.iter_mut().zip(&scenes.scenes) {
        if let (Some(own), Some(shared)) = (scene.get_mut(at), shared.get(at)) {
            *own = *shared;
        }
    }
}
