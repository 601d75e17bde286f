//! The scenarios of a plan, computed: a block of points at a time, some lanes at once, replicate by
//! replicate. A replicate is computed by one thread from beginning to end, so the number of threads
//! does not matter.

use std::ops::{ControlFlow, Range};

use super::base::at_means;
use super::columns::{BlockRoom, Columns};
use super::figures::OWN_FIGURES;
use super::memory;
use super::model::{LANES, Model};
use super::options::Settled;
use super::outlook::{Outlook, Wanted, own_figures};
use super::summary::sum;
use super::tally::Tally;
use super::workers::{self, Tick};
use crate::error::Error;
use crate::lanes::Lanes;
use crate::sampling::{BLOCK, Points, Replicate};
use crate::wide::{in_lanes, wide};
use crate::worth::{Lives, Parts, Ways};

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
    let mut columns = Columns::new(&model.layout, replicates.len() * size)?;
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
    let columns = model.layout.count();
    let rooms = (0..replicates).map(|_| Sink::Sum(Vec::new())).collect();
    let done = each(model, settled, 0..replicates, rooms, with_tallies, tick)?;
    let total = f64::from(replicates) * f64::from(size);
    let of_column = |column: usize| {
        let blocks = done.iter().flat_map(|(_, sums)| sums.chunks(columns));
        blocks.filter_map(|block| block.get(column)).sum::<f64>() / total
    };
    let means: Vec<f64> = (0..columns).map(of_column).collect();
    let means = model.layout.places().into_iter().filter_map(|at| means.get(at)).copied().collect();
    Ok((means, done.into_iter().map(|(tally, _)| tally).collect()))
}

/// Where the columns of a replicate go.
enum Sink<'c> {
    /// The replicate's part of every column.
    Keep(Vec<&'c mut [f64]>),
    /// Only their sums are kept, block after block.
    Sum(Vec<f64>),
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
    let of_draws = model.draws.places.len() * BLOCK * size_of::<f64>();
    let bytes = of_draws + BlockRoom::bytes(&model.layout);
    let threads = settled.threads.min(memory::threads(bytes));
    let jobs = replicates.zip(sinks).collect();
    match workers::run(threads, jobs, work, tick) {
        ControlFlow::Continue(done) => Ok(done),
        ControlFlow::Break(()) => Err(Error::stopped()),
    }
}

impl Sink<'_> {
    /// Takes a block of every column, which begins at `start` in the replicate.
    fn take(&mut self, block: &BlockRoom, start: usize) {
        match self {
            Self::Keep(columns) => {
                for (column, own) in columns.iter_mut().zip(block.columns()) {
                    if let Some(part) = column.get_mut(start..start + own.len()) {
                        part.copy_from_slice(own);
                    }
                }
            }
            Self::Sum(sums) => {
                sums.extend(block.columns().map(|column| sum(column, |figure| figure)));
            }
        }
    }

    fn into_sums(self) -> Vec<f64> {
        match self {
            Self::Keep(_) => Vec::new(),
            Self::Sum(sums) => sums,
        }
    }
}

/// What some scenarios are computed in.
struct Room<const W: usize> {
    /// What mixes come to: each variant alone, then those that are partly as in the scenarios before,
    /// then room for one of all others.
    outlooks: Vec<Outlook<W>>,
    /// Which of them each of what is valued has, and what its life is merged of.
    places: Vec<(usize, Ways)>,
    /// What is worth all that is valued, with its hours a week.
    worths: Vec<[Lanes<W>; 2]>,
}

impl<const W: usize> Room<W> {
    fn new(model: &Model<'_>, lives: &Lives<W>, with_tallies: bool) -> Self {
        let (mut outlooks, mut places) = (Vec::new(), Vec::new());
        let [of_variants, of_mixes] = match with_tallies {
            true => [Wanted::Years, Wanted::Hours],
            false => [Wanted::Nothing; 2],
        };
        let varies = model.valued.iter().map(|mix| model.varying.of_worth(mix));
        for (at, varies) in varies.enumerate() {
            let is_variant = at < model.variants.len();
            let is_own = is_variant || varies != Parts::ALL;
            places.push(is_own.then_some(outlooks.len()));
            let wanted = if is_variant { of_variants } else { of_mixes };
            outlooks.extend(is_own.then(|| Outlook::new(varies, wanted, lives)));
        }
        let last = outlooks.len();
        outlooks.push(Outlook::new(Parts::ALL, of_mixes, lives));
        let places = places.into_iter().map(|own| own.unwrap_or(last));
        let ways = model.valued.iter().map(|mix| model.varying.ways_of(mix));
        let places = places.zip(ways).collect();
        Self { outlooks, places, worths: Vec::new() }
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
        let mut room = Room::new(model, &lives, self.with_tallies);
        let mut columns = BlockRoom::new(&model.layout, block);
        for start in (0..self.size).step_by(block) {
            let points = self.points.block(start);
            wide(
                #[inline(always)]
                || model.draws.values(&points, &mut values),
            );
            for at in (0..block).step_by(W) {
                model.draws.put(&values, at, &mut inputs);
                let varying = Some(&model.varying);
                lives.fill(&model.compiled.program, &model.menus, &inputs, varying);
                self.chunk(&lives, at, &mut columns, &mut tally, &mut room);
            }
            sink.take(&columns, start as usize);
            tick(1)?;
        }
        ControlFlow::Continue((tally, sink.into_sums()))
    }

    /// Some scenarios, from `at` on in the block.
    #[inline(never)]
    fn chunk<const W: usize>(
        &self,
        lives: &Lives<W>,
        at: usize,
        columns: &mut BlockRoom,
        tally: &mut Tally,
        room: &mut Room<W>,
    ) {
        in_lanes::<W, _>(
            #[inline(always)]
            || {
                self.value(lives, at, columns, room);
                if self.with_tallies {
                    tally.add(self.model, lives, &room.outlooks, &room.worths);
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
        columns: &mut BlockRoom,
        room: &mut Room<W>,
    ) {
        let model = self.model;
        let of_variants = model.layout.from(model.mixes.len()).chunks(OWN_FIGURES);
        let Room { outlooks, places, worths } = room;
        worths.clear();
        let mut variants = model.variants.iter().zip(of_variants);
        for (place, ways) in places.iter().take(self.valued()) {
            let Some(outlook) = outlooks.get_mut(*place) else { continue };
            outlook.change(lives, ways);
            worths.push([outlook.valued.worth(), outlook.hours]);
            let Some((variant, own)) = variants.next() else { continue };
            let figures = own_figures(lives, variant.index, variant.pick, &outlook.valued);
            let figures = own.iter().zip(figures.in_order());
            figures.for_each(|(column, figure)| columns.put(*column, at, figure.0));
        }
        for (mix, column) in model.mixes_at.iter().zip(model.layout.iter()) {
            columns.put(column, at, worths.get(*mix).map_or(Lanes::ZERO, |[worth, _]| *worth).0);
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
