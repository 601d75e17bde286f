//! The cells of every factor summed over the scenarios, which are there already.

use std::ops::ControlFlow;

use super::cells::{Plans, Sums};
use super::factors::Factor;
use super::model::Model;
use super::options::Settled;
use super::workers::{self, Tick};
use crate::sampling::{BLOCK, Block, Points};
use crate::wide::wide;

/// The sums of each replicate. `plans` are the worths of the plans in all scenarios.
pub(crate) fn sums(
    model: &Model<'_>,
    settled: &Settled,
    factors: &[Factor],
    plans: Plans<'_>,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Vec<Sums>> {
    let (_, size) = model.shape(settled);
    let points = Points::new(model.draws.dimensions.len(), settled.log_size, settled.seed);
    let origin = model.base.places.first().map_or(0.0, super::base::Place::margin);
    let [with, without, without_any] = plans.map(|column| column.chunks(size as usize));
    let replicates = (0_u32..).zip(with.zip(without).zip(without_any));
    let jobs: Vec<(u32, Plans<'_>)> =
        replicates.map(|(at, ((with, without), any))| (at, [with, without, any])).collect();
    let work = |(replicate, plans): (u32, Plans<'_>), tick: &mut Tick<'_>| {
        let mut sums = Sums::new(factors, origin);
        let points = points.replicate(replicate);
        let width = BLOCK.min(size as usize);
        for start in (0..size).step_by(width) {
            let at = start as usize;
            let part = plans.map(|column| column.get(at..at + width).unwrap_or_default());
            wide(
                #[inline(always)]
                || add(model, factors, &points.block(start), part, &mut sums),
            );
            tick(1)?;
        }
        ControlFlow::Continue(sums)
    };
    workers::run(settled.threads, jobs, work, tick)
}

/// Adds a block.
#[inline(always)]
fn add(
    model: &Model<'_>,
    factors: &[Factor],
    points: &Block<'_>,
    plans: Plans<'_>,
    sums: &mut Sums,
) {
    sums.add(plans);
    let [with, ..] = plans;
    let mut cells = vec![0_u32; with.len()];
    let mut sorted = [[0.0; BLOCK]; 3];
    let whole = plans.map(<[f64]>::first_chunk);
    for (at, factor) in factors.iter().enumerate() {
        match (factor.parted(model.draws), whole) {
            (Some(dimension), [Some(with), Some(without), Some(without_any)]) => {
                points.sort(dimension, [with, without, without_any], &mut sorted);
                sums.add_in_order(at, sorted.each_ref().map(<[f64; BLOCK]>::as_slice));
            }
            _ => {
                factor.fill(model.draws, points, &mut cells);
                sums.add_to_cells(at, &cells, plans);
            }
        }
    }
}
