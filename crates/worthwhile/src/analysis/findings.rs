//! The scenarios as a whole: what is chosen in the end, and every pursuit's figures with their
//! spread.

use std::borrow::Cow;

use super::base::ASKED;
use super::chosen::{Chosen, ChosenPlace};
use super::figures::{Figures, OWN_FIGURES, OwnFigures};
use super::measured::{Measured, replicated};
use super::model::Model;
use super::scenarios::{Columns, Computed};
use super::summary::{Summary, sum};
use super::tally::Tally;
use crate::worth::{TIE, margin};

/// Fewer scenarios than one in so many are few.
const FEW: usize = 500;

/// The scenarios, and what is chosen over them.
#[derive(Debug)]
pub(crate) struct Scenarios {
    pub(crate) columns: Columns,
    /// Over all replicates, and by replicate.
    pub(crate) tally: Tally,
    tallies: Vec<Tally>,
    pub(crate) chosen: Chosen,
    /// The mean worth of each mix.
    pub(crate) worths: Vec<f64>,
    /// Scenarios of each replicate.
    pub(crate) size: usize,
    mixes: usize,
}

impl Scenarios {
    pub(crate) fn new(model: &Model<'_>, computed: Computed, size: usize) -> Self {
        let Computed { columns, tallies } = computed;
        let mut tally = Tally::new(model);
        tallies.iter().for_each(|replicate| tally.merge(replicate));
        let mixes = model.mixes.len();
        let mean = |column: &[f64]| sum(column, |worth| worth) / column.len() as f64;
        let worths: Vec<f64> = (0..mixes).map(|at| mean(columns.get(at))).collect();
        let alone: Vec<f64> = (0..model.variants.len())
            .map(|at| mean(columns.get(mixes + at * OWN_FIGURES)))
            .collect();
        let scenarios = tally.scenarios;
        let work_alone: Vec<f64> = model
            .variants
            .iter()
            .zip(&tally.variants)
            .map(
                |(variant, own)| {
                    if variant.has_award { own.work_worth / scenarios } else { f64::NEG_INFINITY }
                },
            )
            .collect();
        let chosen = Chosen::new(model, &worths, &alone, &work_alone);
        Self { columns, tally, tallies, chosen, worths, size, mixes }
    }

    /// The worths of a mix.
    pub(crate) fn mix(&self, at: usize) -> &[f64] {
        self.columns.get(at)
    }

    /// The own figures of a pursuit at a level.
    fn own(&self, variant: usize) -> OwnFigures<&[f64]> {
        let first = self.mixes + variant * OWN_FIGURES;
        OwnFigures::from_order(std::array::from_fn(|at| self.columns.get(first + at)))
    }

    /// The columns of a pursuit, its margins worked out.
    pub(crate) fn figures(&self, place: &ChosenPlace) -> Figures<Cow<'_, [f64]>> {
        let less = |without: usize| -> Vec<f64> {
            let both = self.mix(place.with).iter().zip(self.mix(without));
            both.map(|(with, without)| margin(*with, *without)).collect()
        };
        let OwnFigures {
            worth,
            hours_per_week,
            busiest_hours_per_week,
            felt_hours_per_week,
            burnout_risk,
            money_per_year,
        } = self.own(place.variant);
        Figures {
            worth: worth.into(),
            margin: less(place.without).into(),
            margin_over_none: less(place.without_any).into(),
            hours_per_week: hours_per_week.into(),
            busiest_hours_per_week: busiest_hours_per_week.into(),
            felt_hours_per_week: felt_hours_per_week.into(),
            burnout_risk: burnout_risk.into(),
            money_per_year: money_per_year.into(),
        }
    }

    /// The worths of the plans among which one decides: with the pursuit in question, without it,
    /// and without any of it.
    pub(crate) fn asked(&self) -> [&[f64]; 3] {
        let place = self.chosen.places.get(ASKED);
        place
            .map_or([&[]; 3], |own| [own.with, own.without, own.without_any].map(|at| self.mix(at)))
    }

    /// The share of the scenarios in which a figure is above 0, with its standard error.
    pub(crate) fn share_above_zero(&self, column: &[f64]) -> Measured {
        let share = |part: &[f64]| {
            let above = part.iter().filter(|value| **value > 0.0).count();
            above as f64 / part.len() as f64
        };
        replicated(column.chunks(self.size).map(share))
    }

    /// The share of the scenarios that half of the variance of a column comes from, where that is no
    /// more than one in [`FEW`] of them.
    pub(crate) fn share_of_half(column: &[f64]) -> Option<f64> {
        let count = column.len();
        let mean = sum(column, |value| value) / count.max(1) as f64;
        let most = column.iter().fold(0.0, |most: f64, value| most.max((value - mean).abs()));
        // Shares of the largest, whose squares are numbers.
        let share = |value: &f64| (value - mean) / most;
        let mut squares: Vec<f64> =
            column.iter().map(|value| share(value) * share(value)).collect();
        let half = 0.5 * squares.iter().sum::<f64>();
        let few = count / FEW;
        if few == 0 || most <= 0.0 || !half.is_finite() {
            return None;
        }
        let (largest, ..) = squares.select_nth_unstable_by(few, |a, b| b.total_cmp(a));
        largest.sort_unstable_by(|a, b| b.total_cmp(a));
        let sums = largest.iter().scan(0.0, |sum, square| {
            *sum += square;
            Some(*sum)
        });
        let least = sums.take_while(|sum| *sum < half).count() + 1;
        (least <= few).then_some(least as f64 / count as f64)
    }

    /// A share of the scenarios that each replicate counts, with its standard error.
    pub(crate) fn share_of(&self, share: impl Fn(&Tally) -> f64) -> Measured {
        replicated(self.tallies.iter().map(&share))
    }

    /// How likely each pursuit has each rank by worth, after the life without any. Worths that
    /// are equal but for rounding share their ranks.
    pub(crate) fn ranks(&self) -> Vec<Vec<f64>> {
        let variants = self.chosen.places.iter().map(|own| self.own(own.variant).worth);
        let worths: Vec<&[f64]> = variants.collect();
        let count = worths.len() + 1;
        let mut ranks = vec![vec![0.0; count]; count];
        let scenarios = self.columns.scenarios();
        for scenario in 0..scenarios {
            let at = |own: usize| match own.checked_sub(1) {
                Some(own) => worths.get(own).and_then(|all| all.get(scenario)).map_or(0.0, |w| *w),
                None => 0.0,
            };
            for (own, counts) in ranks.iter_mut().enumerate() {
                let above = (0..count).filter(|other| at(*other) > at(own) + TIE).count();
                let alike = (0..count).filter(|other| (at(*other) - at(own)).abs() <= TIE).count();
                for rank in counts.iter_mut().skip(above).take(alike) {
                    *rank += 1.0 / alike as f64;
                }
            }
        }
        ranks.iter_mut().flatten().for_each(|count| *count /= scenarios as f64);
        ranks
    }

    /// A sum over all scenarios as a mean.
    pub(crate) fn mean(&self, sum: f64) -> f64 {
        sum / self.tally.scenarios
    }
}

/// The summaries of a pursuit's columns.
pub(crate) fn summaries(figures: &Figures<Cow<'_, [f64]>>, size: usize) -> Figures<Summary> {
    let mut all = figures.in_order().map(|column| Summary::of(column, size));
    let none = Summary::certain(0.0);
    Figures::of(|| all.next().unwrap_or(none))
}
