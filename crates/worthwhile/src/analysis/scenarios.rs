//! The scenarios of a plan, computed: a block of points at a time, some lanes at once, replicate by
//! replicate. A replicate is computed by one thread from beginning to end, so the number of threads
//! does not matter.

use std::ops::{ControlFlow, Range};

use super::base::at_means;
use super::figures::{OWN_FIGURES, OwnFigures};
use super::memory::{self, zeros};
use super::model::{LANES, Model};
use super::options::Settled;
use super::summary::sum;
use super::tally::{Alone, Tally};
use super::workers::{self, Tick};
use crate::error::Error;
use crate::lanes::Lanes;
use crate::sampling::{BLOCK, Points, Replicate};
use crate::wide::{in_lanes, wide};
use crate::worth::{Lives, Mix, Pick, Row, Valued, busiest};

/// Columns over all scenarios, replicate after replicate: the worth of each mix, then the figures of
/// each variant. One piece of memory for all: systems hand out and take back large pieces page by
/// page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Columns {
    figures: Vec<f64>,
    scenarios: usize,
}

impl Columns {
    /// # Errors
    /// `out_of_memory` where there is no room for them.
    pub(super) fn new(columns: usize, scenarios: usize) -> Result<Self, Error> {
        Ok(Self { figures: zeros(columns.saturating_mul(scenarios))?, scenarios })
    }

    /// Each replicate's part of every column, where each has so many scenarios.
    pub(super) fn replicates(&mut self, size: usize) -> Vec<Vec<&mut [f64]>> {
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

    /// One of them.
    // INVARIANT: only columns that there are are asked for.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    pub(super) fn get(&self, at: usize) -> &[f64] {
        &self.figures[at * self.scenarios..(at + 1) * self.scenarios]
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
    /// By replicate; empty where nobody asked for them.
    pub(crate) tallies: Vec<Tally>,
}

/// Computes the scenarios of some replicates; with nothing uncertain there is one scenario.
///
/// # Errors
/// `out_of_memory`, and that somebody stopped it.
pub(crate) fn run(
    model: &Model<'_>,
    settled: &Settled,
    replicates: Range<u32>,
    with_tallies: bool,
    tick: &mut Tick<'_>,
) -> Result<Computed, Error> {
    let size = model.shape(settled).1 as usize;
    let mut columns = Columns::new(model.columns(), replicates.len() * size)?;
    let sinks = columns.replicates(size).into_iter().map(Sink::Keep).collect();
    let done = each(model, settled, replicates, sinks, with_tallies, tick)?;
    let tallies = done.into_iter().map(|(tally, _)| tally).collect();
    Ok(Computed { columns, tallies })
}

/// The means of all columns and the tallies, where the columns themselves would take too much memory.
///
/// # Errors
/// `out_of_memory`, and that somebody stopped it.
pub(super) fn means(
    model: &Model<'_>,
    settled: &Settled,
    with_tallies: bool,
    tick: &mut Tick<'_>,
) -> Result<(Vec<f64>, Vec<Tally>), Error> {
    let (replicates, size) = model.shape(settled);
    let (columns, width) = (model.columns(), BLOCK.min(size as usize));
    let rooms = (0..replicates).map(|_| Sink::Sum { width, columns, sums: Vec::new() }).collect();
    let done = each(model, settled, 0..replicates, rooms, with_tallies, tick)?;
    let total = f64::from(replicates) * f64::from(size);
    let of_column = |column: usize| {
        let blocks = done.iter().flat_map(|(_, sums)| sums.chunks(columns));
        blocks.filter_map(|block| block.get(column)).sum::<f64>() / total
    };
    let means = (0..columns).map(of_column).collect();
    Ok((means, done.into_iter().map(|(tally, _)| tally).collect()))
}

/// Where the columns of a replicate go.
enum Sink<'c> {
    /// The replicate's part of every column.
    Keep(Vec<&'c mut [f64]>),
    /// Only their sums are kept, block after block, in `columns` blocks of `width` numbers.
    Sum { width: usize, columns: usize, sums: Vec<f64> },
}

/// Every replicate's tally, and the sums of its columns where only these are kept.
fn each(
    model: &Model<'_>,
    settled: &Settled,
    replicates: Range<u32>,
    sinks: Vec<Sink<'_>>,
    with_tallies: bool,
    tick: &mut Tick<'_>,
) -> Result<Vec<(Tally, Vec<f64>)>, Error> {
    let size = model.shape(settled).1;
    let points = Points::new(model.draws.dimensions.len(), settled.log_size, settled.seed);
    let work = |(replicate, sink): (u32, Sink<'_>), tick: &mut Tick<'_>| {
        let points = points.replicate(replicate);
        let run = Run { model, with_tallies, points, size };
        if (size as usize).is_multiple_of(LANES) {
            run.all::<LANES>(sink, tick)
        } else {
            run.all::<1>(sink, tick)
        }
    };
    let of_sums = matches!(sinks.first(), Some(Sink::Sum { .. })).then(|| model.columns());
    let numbers = of_sums.unwrap_or_default() + model.draws.places.len();
    let threads = settled.threads.min(memory::threads(numbers * BLOCK * size_of::<f64>()));
    let jobs = replicates.zip(sinks).collect();
    match workers::run(threads, jobs, work, tick) {
        ControlFlow::Continue(done) => Ok(done),
        ControlFlow::Break(()) => Err(Error::stopped()),
    }
}

impl Sink<'_> {
    /// Room for a block of every column, where only their sums are kept.
    fn room(&self) -> Vec<f64> {
        match self {
            Self::Keep(_) => Vec::new(),
            Self::Sum { width, columns, .. } => vec![0.0; width * columns],
        }
    }

    /// Adds up what a block has written into the room.
    fn end_block(&mut self, room: &[f64]) {
        if let Self::Sum { width, sums, .. } = self {
            sums.extend(room.chunks(*width).map(|column| sum(column, |figure| figure)));
        }
    }

    fn into_sums(self) -> Vec<f64> {
        match self {
            Self::Keep(_) => Vec::new(),
            Self::Sum { sums, .. } => sums,
        }
    }
}

/// What some scenarios are computed in.
struct Room<const W: usize> {
    life: Vec<Row<W>>,
    risks: Vec<Lanes<W>>,
    /// By variant, for tallies.
    alone: Vec<Alone<W>>,
    /// What is worth all that is valued, with its hours a week.
    worths: Vec<[Lanes<W>; 2]>,
}

impl<const W: usize> Room<W> {
    fn new(variants: usize, lives: &Lives<W>) -> Self {
        let none = Alone {
            valued: Valued::nothing(&lives.person),
            risks: Vec::new(),
            busiest_hours: Lanes::ZERO,
        };
        Self {
            life: Vec::new(),
            risks: Vec::new(),
            alone: vec![none; variants],
            worths: Vec::new(),
        }
    }
}

/// One replicate under way.
struct Run<'r> {
    model: &'r Model<'r>,
    with_tallies: bool,
    points: Replicate,
    size: u32,
}

impl Run<'_> {
    fn all<const W: usize>(
        &self,
        mut sink: Sink<'_>,
        tick: &mut Tick<'_>,
    ) -> ControlFlow<(), (Tally, Vec<f64>)> {
        let model = self.model;
        let block = BLOCK.min(self.size as usize);
        let mut values = vec![vec![0.0; block]; model.draws.places.len()];
        let mut inputs: Vec<Lanes<W>> = at_means(model.compiled);
        let mut tally = Tally::new(model);
        let mut lives = Lives::new(&model.compiled.program, &model.menus, &inputs);
        let mut room = Room::new(model.variants.len(), &lives);
        let mut block_of = sink.room();
        for start in (0..self.size).step_by(block) {
            let points = self.points.block(start);
            wide(
                #[inline(always)]
                || model.draws.values(&points, &mut values),
            );
            let mut compute = |columns: &mut [&mut [f64]], first: usize| {
                for within in (0..block).step_by(W) {
                    model.draws.put(&values, within, &mut inputs);
                    lives.fill(&model.compiled.program, &model.menus, &inputs);
                    self.chunk(&lives, first + within, columns, &mut tally, &mut room);
                }
            };
            match &mut sink {
                Sink::Keep(columns) => compute(columns, start as usize),
                Sink::Sum { .. } => {
                    let mut columns: Vec<&mut [f64]> = block_of.chunks_mut(block).collect();
                    compute(&mut columns, 0);
                }
            }
            sink.end_block(&block_of);
            tick(1)?;
        }
        ControlFlow::Continue((tally, sink.into_sums()))
    }

    /// Some scenarios, from `at` on in the replicate.
    #[inline(never)]
    fn chunk<const W: usize>(
        &self,
        lives: &Lives<W>,
        at: usize,
        columns: &mut [&mut [f64]],
        tally: &mut Tally,
        room: &mut Room<W>,
    ) {
        in_lanes::<W, _>(
            #[inline(always)]
            || {
                self.value(lives, at, columns, room);
                if self.with_tallies {
                    tally.add(self.model, lives, &room.alone, &room.worths);
                }
            },
        );
    }

    /// Values all that is wanted, and keeps the figures.
    #[inline(always)]
    fn value<const W: usize>(
        &self,
        lives: &Lives<W>,
        at: usize,
        columns: &mut [&mut [f64]],
        room: &mut Room<W>,
    ) {
        let (model, person) = (self.model, &lives.person);
        let (of_mixes, of_variants) = columns.split_at_mut(model.mixes.len());
        let Room { life, risks, alone, worths } = room;
        worths.clear();
        let of_variants = of_variants.chunks_mut(OWN_FIGURES);
        let mut variants = model.variants.iter().zip(of_variants).zip(alone);
        for mix in model.valued.iter().take(self.valued()) {
            let life = lives.merge_in(mix, life);
            risks.clear();
            let valued = match *mix == Mix::NONE {
                true => Valued::nothing(person),
                false => Valued::new(person, &lives.baseline, life, |risk| risks.push(risk)),
            };
            let hours = person.years.mean(life, |row| row.hours);
            worths.push([valued.worth(), hours]);
            let Some(((variant, columns), alone)) = variants.next() else { continue };
            let figures = own_figures(lives, variant.index, variant.pick, &valued);
            let columns = columns.iter_mut().zip(figures.in_order());
            columns.for_each(|(column, figure)| put(column, at, figure));
            if self.with_tallies {
                alone.valued = valued;
                alone.busiest_hours = busiest(life, |row| row.hours);
                std::mem::swap(&mut alone.risks, risks);
            }
        }
        for (mix, column) in model.mixes_at.iter().zip(of_mixes) {
            put(column, at, worths.get(*mix).map_or(Lanes::ZERO, |[worth, _]| *worth));
        }
    }

    /// How much of what may be valued is wanted.
    fn valued(&self) -> usize {
        let (model, of_columns) = (self.model, self.model.mixes_at.iter().max());
        match of_columns {
            Some(last) if !self.with_tallies => model.variants.len().max(last + 1),
            _ => model.valued.len(),
        }
    }
}

/// The figures of a pursuit at a level.
#[inline(always)]
pub(super) fn own_figures<const W: usize>(
    lives: &Lives<W>,
    index: usize,
    pick: Pick,
    alone: &Valued<W>,
) -> OwnFigures<Lanes<W>> {
    let worth = alone.worth();
    let Some(outcome) = lives.pursuits.get(index) else {
        return OwnFigures::from_order([Lanes::ZERO; OWN_FIGURES]);
    };
    let (own, years) = (outcome.profile(pick), &lives.person.years);
    OwnFigures {
        worth,
        hours_per_week: years.mean(&own.rows, |row| row.hours),
        busiest_hours_per_week: busiest(&own.rows, |row| row.hours),
        felt_hours_per_week: years.mean(&own.rows, |row| row.felt_hours),
        burnout_risk: alone.burnout_risk,
        money_per_year: years.mean(&own.rows, |row| row.money),
    }
}

/// Puts some scenarios in their place in a column.
#[inline(always)]
fn put<const W: usize>(column: &mut [f64], at: usize, lanes: Lanes<W>) {
    if let Some(slots) = column.get_mut(at..).and_then(<[f64]>::first_chunk_mut) {
        *slots = lanes.0;
    }
}
