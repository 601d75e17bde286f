//! The scenarios as a whole: what is chosen in the end, and every pursuit's figures with their
//! spread.

use super::base::ASKED;
use super::chosen::{Chosen, ChosenPlace};
use super::figures::OWN_FIGURES;
use super::knowing::{Worths, by_scenario};
use super::measured::{Measured, replicated};
use super::model::Model;
use super::options::Settled;
use super::part::{self, Part};
use super::ranks::Ranks;
use super::scenarios::{self, Computed};
use super::spread::Spread;
use super::summary::sum;
use super::tally::Tally;
use super::workers::Tick;
use crate::error::Error;
use crate::sampling::BLOCK;

/// The scenarios, and what is chosen over them.
#[derive(Debug)]
pub(crate) struct Scenarios {
    /// Over all replicates, and by replicate.
    pub(crate) tally: Tally,
    tallies: Vec<Tally>,
    pub(crate) chosen: Chosen,
    /// The mean worth of each mix.
    pub(crate) worths: Vec<f64>,
    /// Scenarios of each replicate.
    pub(crate) size: usize,
    /// The worths of the plans among which one decides, by scenario.
    asked: Vec<Worths>,
    /// By pursuit, and how likely each has each rank, after the life without any; both empty where
    /// nobody asked for them.
    pub(crate) spreads: Vec<Spread>,
    pub(crate) ranks: Vec<Vec<f64>>,
}

/// Whether all columns of a model fit into so many bytes.
pub(super) fn fits(model: &Model<'_>, settled: &Settled, memory: usize) -> bool {
    let numbers = model.columns().saturating_mul(count(model, settled));
    numbers.saturating_mul(size_of::<f64>()) <= memory
}

/// How many scenarios a model has.
pub(super) fn count(model: &Model<'_>, settled: &Settled) -> usize {
    let (replicates, size) = model.shape(settled);
    replicates as usize * size as usize
}

/// How many blocks of scenarios a model has.
pub(super) fn blocks(model: &Model<'_>, settled: &Settled) -> u64 {
    let (replicates, size) = model.shape(settled);
    u64::from(replicates) * u64::from(size.div_ceil(BLOCK as u32))
}

impl Scenarios {
    /// How many steps it takes at most.
    pub(super) fn steps(model: &Model<'_>, settled: &Settled, with_spreads: bool) -> u64 {
        let pursuits = model.base.places.len();
        let passes = match fits(model, settled, settled.memory) {
            true => 1,
            // The means, the columns of each group, the ranks.
            false if with_spreads => {
                2 + pursuits.div_ceil(part::group(count(model, settled), settled.memory))
            }
            false => 2,
        };
        let spreads = if with_spreads { pursuits + 1 } else { 0 };
        blocks(model, settled) * passes as u64 + spreads as u64
    }

    /// Computes the scenarios; with tallies, spreads and ranks where they are wanted.
    ///
    /// # Errors
    /// `out_of_memory`, and that somebody stopped it.
    pub(super) fn new(
        model: &Model<'_>,
        settled: &Settled,
        with_spreads: bool,
        tick: &mut Tick<'_>,
    ) -> Result<Self, Error> {
        let (own, kept) = Self::choose(model, settled, with_spreads, settled.memory, tick)?;
        match with_spreads {
            true => own.with_spreads(model, settled, kept, tick),
            false => own.with_plans(model, settled, kept, tick),
        }
    }

    /// With the plans of the pursuit in question alone.
    fn with_plans(
        mut self,
        model: &Model<'_>,
        settled: &Settled,
        kept: Option<Part>,
        tick: &mut Tick<'_>,
    ) -> Result<Self, Error> {
        let asked = self.chosen.places.get(..=ASKED).unwrap_or_default();
        let part = match kept {
            Some(kept) => kept,
            None => Part::of_pursuits(model, asked, settled, 0..model.shape(settled).0, tick)?,
        };
        self.asked = plans(model, &part, asked);
        Ok(self)
    }

    /// With everything that the columns say.
    fn with_spreads(
        mut self,
        model: &Model<'_>,
        settled: &Settled,
        kept: Option<Part>,
        tick: &mut Tick<'_>,
    ) -> Result<Self, Error> {
        let places = &self.chosen.places;
        let replicates = model.shape(settled).0;
        let group = match kept {
            Some(_) => places.len().max(1),
            None => part::group(count(model, settled), settled.memory),
        };
        let (mut asked, mut spreads) = (None, Vec::with_capacity(places.len()));
        for group in places.chunks(group) {
            let computed = match kept {
                Some(_) => None,
                None => Some(Part::of_pursuits(model, group, settled, 0..replicates, tick)?),
            };
            let Some(part) = kept.as_ref().or(computed.as_ref()) else { continue };
            asked.get_or_insert_with(|| plans(model, part, group));
            for place in group {
                spreads.push(Spread::of(&part.figures(model, place), self.size));
                step(tick)?;
            }
        }
        let mut ranks = Ranks::new(places.len());
        match kept {
            Some(kept) => ranks.add(&kept.alone(model, places)),
            None => {
                for replicate in 0..replicates {
                    let part = Part::alone_in(model, places, settled, replicate, tick)?;
                    ranks.add(&part.columns.iter().collect::<Vec<_>>());
                }
            }
        }
        step(tick)?;
        (self.asked, self.spreads) = (asked.unwrap_or_default(), spreads);
        self.ranks = ranks.shares();
        Ok(self)
    }

    /// Chooses over the scenarios. The columns are given where they fit into so many bytes.
    ///
    /// # Errors
    /// `out_of_memory`, and that somebody stopped it.
    pub(super) fn choose(
        model: &Model<'_>,
        settled: &Settled,
        with_tallies: bool,
        memory: usize,
        tick: &mut Tick<'_>,
    ) -> Result<(Self, Option<Part>), Error> {
        let (replicates, size) = model.shape(settled);
        let (means, tallies, kept): (Vec<f64>, _, _) = if fits(model, settled, memory) {
            let Computed { columns, tallies } =
                scenarios::run(model, settled, 0..replicates, with_tallies, tick)?;
            let mean = |at: usize| {
                let column = columns.get(at);
                sum(column, |worth| worth) / column.len() as f64
            };
            (worths(model).map(mean).collect(), tallies, Some(Part::whole(model, columns)))
        } else {
            let (means, tallies) = scenarios::means(model, settled, with_tallies, tick)?;
            (worths(model).filter_map(|at| means.get(at)).copied().collect(), tallies, None)
        };
        Ok((Self::of(model, means, tallies, size as usize), kept))
    }

    /// What is chosen by the means of all worths.
    fn of(model: &Model<'_>, means: Vec<f64>, tallies: Vec<Tally>, size: usize) -> Self {
        let mut tally = Tally::new(model);
        tallies.iter().for_each(|replicate| tally.merge(replicate));
        let (worths, alone) = means.split_at_checked(model.mixes.len()).unwrap_or_default();
        let scenarios = tally.scenarios;
        let variants = model.variants.iter().zip(&tally.variants);
        let work_alone = variants.map(|(variant, own)| match variant.has_award {
            true => own.work_worth / scenarios,
            false => f64::NEG_INFINITY,
        });
        let work_alone: Vec<f64> = work_alone.collect();
        let chosen = Chosen::new(model, worths, alone, &work_alone);
        let (asked, spreads, ranks) = Default::default();
        let worths = worths.to_vec();
        Self { tally, tallies, chosen, worths, size, asked, spreads, ranks }
    }

    /// The worths of the plans among which one decides: with the pursuit in question, without it,
    /// and without any of it.
    pub(crate) fn asked(&self) -> &[Worths] {
        &self.asked
    }

    /// A share of the scenarios that each replicate counts, with its standard error.
    pub(crate) fn share_of(&self, share: impl Fn(&Tally) -> f64) -> Measured {
        replicated(self.tallies.iter().map(&share))
    }

    /// A sum over all scenarios as a mean.
    pub(crate) fn mean(&self, sum: f64) -> f64 {
        sum / self.tally.scenarios
    }
}

/// Which columns are worths: those of the mixes, then that of each variant alone.
fn worths(model: &Model<'_>) -> impl Iterator<Item = usize> {
    let mixes = model.mixes.len();
    (0..mixes).chain((0..model.variants.len()).map(move |at| mixes + at * OWN_FIGURES))
}

/// The worths of the plans of the first pursuit.
fn plans(model: &Model<'_>, part: &Part, places: &[ChosenPlace]) -> Vec<Worths> {
    let Some(own) = places.first() else { return Vec::new() };
    let worths = |at: usize| model.mixes.get(at).map_or(&[][..], |mix| part.mix(mix));
    by_scenario([own.with, own.without, own.without_any].map(worths))
}

fn step(tick: &mut Tick<'_>) -> Result<(), Error> {
    if tick(1).is_break() { Err(Error::stopped()) } else { Ok(()) }
}
