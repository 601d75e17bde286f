//! The scenarios of a plan, computed: a block of points at a time, some lanes at once, replicate by
//! replicate. A replicate is computed by one thread from beginning to end, so the number of threads
//! does not matter.

use std::ops::ControlFlow;

use super::cells::Sums;
use super::factors::Factor;
use super::figures::FIGURES;
use super::model::{LANES, Model};
use super::options::Settled;
use super::tally::{Chunk, Tally};
use super::workers::{self, Tick};
use crate::lanes::Lanes;
use crate::sampling::{BLOCK, Block, Points, Replicate};
use crate::wide::wide;
use crate::worth::{Choice, Outcome, evaluate_into};

/// What is wanted of the scenarios besides the figures.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'f> {
    /// Means of everything else that an answer tells.
    pub(crate) tallies: bool,
    /// Whose cells are summed.
    pub(crate) factors: &'f [Factor],
}

/// For each pursuit its [`Figures`](super::figures::Figures), each over all scenarios, replicate after replicate. One piece
/// of memory for all: systems hand out and take back large pieces page by page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Columns {
    figures: Vec<f64>,
    scenarios: usize,
}

impl Columns {
    fn new(columns: usize, scenarios: usize) -> Self {
        Self { figures: vec![0.0; columns * scenarios], scenarios }
    }

    /// Each replicate's part of every column.
    fn replicates(&mut self, size: usize) -> Vec<Vec<&mut [f64]>> {
        let mut parts: Vec<Vec<&mut [f64]>> = Vec::new();
        parts.resize_with(self.scenarios / size, Vec::new);
        for column in self.figures.chunks_mut(self.scenarios) {
            parts.iter_mut().zip(column.chunks_mut(size)).for_each(|(own, part)| own.push(part));
        }
        parts
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &[f64]> {
        self.figures.chunks(self.scenarios)
    }

    /// How many scenarios a column has.
    pub(crate) fn scenarios(&self) -> usize {
        self.scenarios
    }
}

/// What came of the scenarios.
#[derive(Debug)]
pub(crate) struct Computed {
    pub(crate) columns: Columns,
    /// By replicate.
    pub(crate) tallies: Vec<Tally>,
    pub(crate) sums: Vec<Sums>,
}

/// Computes all scenarios; with nothing uncertain there is one.
pub(crate) fn run(
    model: &Model<'_>,
    settled: &Settled,
    wanted: Wanted<'_>,
    tick: &mut Tick<'_>,
) -> ControlFlow<(), Computed> {
    let (replicates, size) = model.shape(settled);
    let points = Points::new(model.draws.dimensions.len(), settled.log_size, settled.seed);
    let pursuits = model.base.outcomes.len();
    let total = replicates as usize * size as usize;
    let mut columns = Columns::new(pursuits * FIGURES, total);
    let work = |(replicate, mut columns): (u32, Vec<&mut [f64]>), tick: &mut Tick<'_>| {
        wide(
            #[inline(always)]
            || {
                let points = points.replicate(replicate);
                let run = Run { model, wanted, points, size };
                if (size as usize).is_multiple_of(LANES) {
                    run.all::<LANES>(&mut columns, tick)
                } else {
                    run.all::<1>(&mut columns, tick)
                }
            },
        )
    };
    let jobs = (0..replicates).zip(columns.replicates(size as usize)).collect();
    let done = workers::run(settled.threads, jobs, work, tick)?;
    let (tallies, sums) = done.into_iter().unzip();
    ControlFlow::Continue(Computed { columns, tallies, sums })
}

/// One replicate under way.
struct Run<'r> {
    model: &'r Model<'r>,
    wanted: Wanted<'r>,
    points: Replicate,
    size: u32,
}

impl Run<'_> {
    #[inline(always)]
    fn all<const W: usize>(
        &self,
        columns: &mut [&mut [f64]],
        tick: &mut Tick<'_>,
    ) -> ControlFlow<(), (Tally, Sums)> {
        let Model { compiled, base, draws, plans } = self.model;
        let block = BLOCK.min(self.size as usize);
        let mut values = vec![vec![0.0; block]; draws.places.len()];
        let mut inputs: Vec<Lanes<W>> =
            compiled.means.iter().map(|mean| Lanes::all(*mean)).collect();
        let mut tally = Tally::new(base.outcomes.len(), plans.members.len());
        let origin = base.places.first().map_or(0.0, super::base::Place::margin);
        let mut sums = Sums::new(self.wanted.factors, origin);
        let mut outcomes = vec![Outcome::EMPTY; base.outcomes.len()];
        let mut chunk = Chunk::new(base.outcomes.len(), plans.members.len());
        let mut asked = Asked { with: vec![0.0; block], without: vec![0.0; block] };
        for start in (0..self.size).step_by(block) {
            let points = self.points.block(start);
            draws.values(&points, &mut values);
            for within in (0..block).step_by(W) {
                draws.put(&values, within, &mut inputs);
                let person = evaluate_into(&compiled.program, &inputs, &mut outcomes);
                let choice = Choice { person: &person, pursuits: &outcomes };
                chunk.compute(self.model, &choice);
                self.put(columns, start as usize + within, &choice, &chunk);
                asked.put(within, chunk.plans_of(self.model, 0));
                if self.wanted.tallies {
                    tally.add(self.model, &choice, &chunk);
                }
            }
            self.add_to_cells(&points, &asked, &mut sums);
            tick(1)?;
        }
        ControlFlow::Continue((tally, sums))
    }

    /// Puts the figures of some scenarios, from `at` on in the replicate, in their columns.
    #[inline(always)]
    fn put<const W: usize>(
        &self,
        columns: &mut [&mut [f64]],
        at: usize,
        choice: &Choice<'_, W>,
        chunk: &Chunk<W>,
    ) {
        let mut columns = columns.iter_mut();
        for pursuit in 0..choice.pursuits.len() {
            // The figures first: a zip takes one of its first part before it asks the second.
            let figures = chunk.figures(self.model, choice, pursuit);
            for (lanes, column) in figures.in_order().zip(&mut columns) {
                put(column, at, *lanes);
            }
        }
    }

    #[inline(always)]
    fn add_to_cells(&self, points: &Block<'_>, asked: &Asked, sums: &mut Sums) {
        if self.wanted.factors.is_empty() {
            return;
        }
        sums.add(&asked.with, &asked.without);
        let mut cells = vec![0_u32; asked.with.len()];
        let mut sorted = [[0.0; BLOCK]; 2];
        let whole = (asked.with.first_chunk(), asked.without.first_chunk());
        for (at, factor) in self.wanted.factors.iter().enumerate() {
            match (factor.parted(self.model.draws), whole) {
                (Some(dimension), (Some(with), Some(without))) => {
                    points.sort(dimension, [with, without], &mut sorted);
                    sums.add_in_order(at, sorted.each_ref().map(<[f64; BLOCK]>::as_slice));
                }
                _ => {
                    factor.fill(self.model.draws, points, &mut cells);
                    sums.add_to_cells(at, &cells, &asked.with, &asked.without);
                }
            }
        }
    }
}

/// The worths of the plans with and without the pursuit in question, over a block.
struct Asked {
    with: Vec<f64>,
    without: Vec<f64>,
}

impl Asked {
    #[inline(always)]
    fn put<const W: usize>(&mut self, at: usize, (with, without): (Lanes<W>, Lanes<W>)) {
        put(&mut self.with, at, with);
        put(&mut self.without, at, without);
    }
}

/// Puts some scenarios in their place in a column.
#[inline(always)]
fn put<const W: usize>(column: &mut [f64], at: usize, lanes: Lanes<W>) {
    if let Some(slots) = column.get_mut(at..).and_then(<[f64]>::first_chunk_mut) {
        *slots = lanes.0;
    }
}
