//! Rows of inputs to rows of figures: a what-if or a person in each row.

mod outputs;
mod refused;
mod table;
#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

pub use outputs::Outputs;
pub use refused::{Refused, RowProblem};
pub use table::Rows;

use super::base::{ASKED, at_means, done, menus, plans, search, too_many_mixes, verdict};
use super::figures::OwnFigures;
use super::outlook::own_figures;
use super::progress::{Progress, Stage, Watch};
use super::workers::{self, Tick};
use crate::error::Error;
use crate::lanes::Lanes;
use crate::limits::MAX_MIXES;
use crate::plan::Compiled;
use crate::worth::{
    Best, FoundFor, Limit, Lives, Menu, Mix, Pick, Room, Search, SearchEnded, Values, margin,
};
use outputs::Chosen;
pub(super) use refused::Judge;
use table::Table;

/// Most rows that one thread takes at a time: enough that starting is nothing beside them.
const BLOCK: usize = 512;
/// Fewest.
const SMALL_BLOCK: usize = 16;
/// Blocks for each thread, so that none waits long for the last one.
const BLOCKS_A_THREAD: usize = 4;

/// Figures for every row that is such as the plan takes; the others are all NaN, and so are those that
/// are not reached when it is stopped.
pub(crate) fn evaluate(
    compiled: &Compiled,
    rows: Rows<'_>,
    outputs: Outputs,
    out: &mut [f64],
    threads: usize,
    watch: &mut Watch<'_>,
) -> Result<Refused, Error> {
    let table = Table::new(compiled, rows)?;
    let width = outputs.count(compiled);
    table.goes_with(out.len(), width)?;
    out.fill(f64::NAN);
    let work = Work { compiled, menus: menus(compiled), outputs, table: &table, width };
    let size = match threads {
        0 | 1 => BLOCK,
        _ => (table.count() / (BLOCKS_A_THREAD * threads)).clamp(SMALL_BLOCK, BLOCK),
    };
    let blocks = out.chunks_mut((size * width).max(1)).enumerate();
    let blocks = blocks.map(|(at, out)| (at * size, out)).collect();
    let (mut done, total) = (0, table.count() as u64);
    let mut tick = |rows| {
        done += rows;
        watch(Progress { stage: Stage::Scenarios, done, total })
    };
    match workers::run(
        threads,
        blocks,
        |(first, out), tick| work.block(first, out, tick),
        &mut tick,
    ) {
        ControlFlow::Continue(all) => Ok(Refused::of(all)),
        ControlFlow::Break(()) => Err(Error::stopped()),
    }
}

/// What every block of rows is computed from.
struct Work<'w> {
    compiled: &'w Compiled,
    menus: Vec<Menu>,
    outputs: Outputs,
    table: &'w Table<'w>,
    width: usize,
}

impl Work<'_> {
    /// The rows from `first` on that `out` has room for.
    fn block(
        &self,
        first: usize,
        out: &mut [f64],
        tick: &mut Tick<'_>,
    ) -> ControlFlow<(), Refused> {
        let (compiled, menus) = (self.compiled, &self.menus);
        let mut values: Vec<Lanes<1>> = at_means(compiled);
        let mut lives = Lives::new(&compiled.program, menus, &values);
        let mut kept = (search(compiled, menus, &lives).picks, Room::default());
        let (judge, mut refused) = (Judge::new(compiled, self.table.places()), Refused::default());
        for (row, out) in (first..).zip(out.chunks_mut(self.width)) {
            self.table.put(row, &mut values);
            let problems = judge.problems(&values);
            if !problems.is_empty() {
                refused.note(row, problems);
            } else {
                lives.refill(&compiled.program, menus, &values);
                let (picks, room) = kept;
                let either_or = &compiled.program.either_or;
                let mut search = Search { lives: &lives, either_or, picks, room };
                let done = self.row(&mut search, &values, out, tick);
                kept = (search.picks, search.room);
                match done {
                    Ok(()) => {}
                    Err(SearchEnded::Stopped) => {
                        out.fill(f64::NAN);
                        return ControlFlow::Break(());
                    }
                    Err(SearchEnded::TooManyMixes) => {
                        out.fill(f64::NAN);
                        refused.note(row, too_many_mixes().problems().to_vec());
                    }
                }
            }
            tick(1)?;
        }
        ControlFlow::Continue(refused)
    }

    /// The figures of a row.
    fn row(
        &self,
        search: &mut Search<'_>,
        values: &[Lanes<1>],
        out: &mut [f64],
        tick: &mut Tick<'_>,
    ) -> Result<(), SearchEnded> {
        // Looking at mixes is no step of its own, but somebody may want to stop.
        let mut limit = Limit { mixes: MAX_MIXES, tick: &mut |_| tick(0) };
        if self.outputs.is_question_only() {
            // Only what its margins need is searched for. One of the two is the best of all.
            let found = search.around(ASKED, &mut limit)?;
            let best = Best::of([found.with, found.without].into_iter().flatten()).chosen();
            let best = best.map_or(Mix::NONE, |best| best.mix);
            self.put(search, ASKED, best, &found, values, out);
            return Ok(());
        }
        let found = search.all(&mut limit)?;
        let outs = out.chunks_mut(self.outputs.of_a_pursuit());
        for ((index, around), out) in found.pursuits.iter().enumerate().zip(outs) {
            self.put(search, index, found.best.mix, around, values, out);
        }
        Ok(())
    }

    /// The figures of one pursuit in a row, as many as there is room for.
    fn put(
        &self,
        search: &Search<'_>,
        index: usize,
        best: Mix,
        found: &FoundFor,
        values: &[Lanes<1>],
        out: &mut [f64],
    ) {
        let (picks, lives) = (search.picks_of(index), search.lives);
        let worth_alone = |pick| search.worth_alone(index, pick);
        let [with, without, without_any] = plans(picks, index, found, worth_alone);
        let pick = with.mix.get(index).unwrap_or(Pick::whole(0));
        let alone = lives.valued(&Mix::only(index, pick));
        let own = own_figures(lives, index, pick, &alone);
        let own = OwnFigures::from_order(own.in_order().map(|figure| figure.first()));
        let over_none = margin(with.worth, without_any.worth);
        let figures = own.and(margin(with.worth, without.worth), over_none);
        let fits = |pick| search.fits(&Mix::only(index, pick));
        let verdict = verdict(picks, best.get(index), fits, worth_alone);
        let chosen = Chosen {
            yes: f64::from(u8::from(verdict.answer().is_yes())),
            verdict: f64::from(verdict.place()),
            fits: f64::from(u8::from(found.with.is_some())),
            level: self.level(index, pick, values),
        };
        let contributions = alone.contributions.in_order().map(|points| points.first());
        let all = figures.in_order().copied().chain(chosen.in_order()).chain(contributions);
        out.iter_mut().zip(all).for_each(|(slot, figure)| *slot = figure);
    }

    /// How much of a pursuit is done.
    fn level(&self, index: usize, pick: Pick, values: &[Lanes<1>]) -> f64 {
        let anyway = self.compiled.program.pursuits.get(index);
        let anyway = anyway.map_or(0.0, |own| Values(values).get(own.anyway).first());
        done(self.menus.get(index), pick, anyway)
    }
}
