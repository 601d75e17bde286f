//! The best mixes of many people whose cases are the same but for who they are: all mixes are kept in a table, and
//! what is near the best by its bound is valued exactly.

mod bound;
mod table;

use super::contributions::Valued;
use super::lives::Lives;
use super::mix::{Best, Mix, Pick, TIE, Valuation};
use super::row::Row;
use super::search::FoundFor;
use crate::lanes::Lanes;
use crate::plan::Program;
use crate::wide::wide;
use bound::Bound;
pub(crate) use table::Mixes;
use table::{Entry, Group, MANY, Many};

/// Bounds that are looked at together.
const FEW: usize = 16;

/// Chooses among the mixes of a table for one person after the other.
pub(crate) struct Chooser<'m> {
    mixes: &'m Mixes,
    /// The person of now, among pursuits without autonomy.
    pub(crate) lives: Lives<1>,
    /// Room for the life of a mix, and for what mixes could be worth at most.
    life: Vec<Row<1>>,
    bounds: Vec<Many>,
}

impl<'m> Chooser<'m> {
    pub(crate) fn new(mixes: &'m Mixes) -> Self {
        Self { mixes, lives: mixes.lives.clone(), life: Vec::new(), bounds: Vec::new() }
    }

    /// The next person, by the values of all inputs. Those of the pursuits are the table's.
    pub(crate) fn meet(&mut self, program: &Program, values: &[Lanes<1>]) {
        self.lives.change_person(program, values);
        if let Some(nothing) = self.mixes.nothing() {
            self.mixes.put_life(nothing, self.lives.person.autonomy, &mut self.life);
            self.lives.set_baseline(&self.life);
        }
    }

    /// The ways to do the pursuit in question.
    pub(crate) fn picks(&self) -> &'m [Pick] {
        &self.mixes.picks
    }

    /// The best mixes with the pursuit in question, without it, and without any of it.
    pub(crate) fn around(&mut self) -> FoundFor {
        let bound = Bound::new(self.mixes, &self.lives.person, &self.lives.baseline);
        let [mut with, mut without] = [Best::default(), Best::default()];
        self.offer_all(&self.mixes.none, &bound, &mut without);
        let without_any = without.chosen();
        self.offer_all(&self.mixes.work, &bound, &mut without);
        self.offer_all(&self.mixes.with, &bound, &mut with);
        FoundFor { with: with.chosen(), without: without.chosen(), without_any, work: None }
    }

    /// What the pursuit in question is worth alone.
    pub(crate) fn alone(&self, pick: Pick) -> Valued<1> {
        let Some(own) = self.mixes.alone(pick) else { return Valued::nothing(&self.lives.person) };
        let mut life = Vec::new();
        self.mixes.put_life(own, self.lives.person.autonomy, &mut life);
        self.lives.valued_life(&life)
    }

    /// Whether the pursuit in question alone fits.
    pub(crate) fn fits_alone(&self, pick: Pick) -> bool {
        self.mixes.alone(pick).is_some_and(|own| self.fits(own))
    }

    /// Offers every mix of a group that could be chosen, the most promising first.
    fn offer_all(&mut self, group: &Group, bound: &Bound, best: &mut Best) {
        let most = self.put_bounds(group, bound);
        let bounds = std::mem::take(&mut self.bounds);
        let all = bounds.as_flattened();
        let first = all.iter().position(|own| *own >= most);
        if let Some(first) = first {
            self.offer(group, first, best);
        }
        let floor = |best: &Best| (best.worth() - TIE - bound.rounding(best.worth())) as f32;
        let mut least = floor(best);
        for (at, some) in (0..).step_by(FEW).zip(all.chunks(FEW)) {
            if some.iter().fold(true, |all, own| all & (*own < least)) {
                continue;
            }
            for (at, own) in (at..).zip(some) {
                // What is no number could be anything.
                if (*own >= least || own.is_nan()) && Some(at) != first {
                    self.offer(group, at, best);
                    least = floor(best);
                }
            }
        }
        self.bounds = bounds;
    }

    /// Finds what each mix could be worth at most, and the most of these.
    #[inline(never)]
    fn put_bounds(&mut self, group: &Group, bound: &Bound) -> f32 {
        self.bounds.resize(group.chunks.len(), [0.0; MANY]);
        let bounds = &mut self.bounds;
        wide(
            #[inline(always)]
            || {
                let mut most = [f32::NEG_INFINITY; FEW];
                for (to, chunk) in bounds.iter_mut().zip(&group.chunks) {
                    bound.put(chunk, to);
                    for some in to.chunks_exact(FEW) {
                        for (most, own) in most.iter_mut().zip(some) {
                            *most = if *own > *most { *own } else { *most };
                        }
                    }
                }
                most.into_iter().fold(f32::NEG_INFINITY, f32::max)
            },
        )
    }

    fn offer(&mut self, group: &Group, at: usize, best: &mut Best) {
        let Some(own) = group.entries.get(at).filter(|own| self.fits(own)) else { return };
        let worth = match own.mix == Mix::NONE {
            true => 0.0,
            false => {
                self.mixes.put_life(own, self.lives.person.autonomy, &mut self.life);
                self.lives.valued_life(&self.life).worth().first()
            }
        };
        best.offer(Valuation { mix: own.mix, worth });
    }

    fn fits(&self, own: &Entry) -> bool {
        let [fits] = self.lives.fits(self.mixes.busiest_hours(own));
        fits
    }
}
