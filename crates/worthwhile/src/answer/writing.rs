//! What an answer is written from, and what its parts ask of it.

use crate::analysis::{
    Answer, Changes, ChosenPlace, CloseBecause, Findings, Measured, Model, Scenarios, Spread,
    Study, VariantTally,
};
use crate::complete::CompletePursuit;
use crate::worth::Pick;

/// Below this share of agreeing scenarios an answer is a close call.
const SURE: f64 = 0.75;

/// What an answer is written from.
pub(super) struct Writing<'w> {
    pub(super) study: &'w Study<'w>,
    pub(super) model: &'w Model<'w>,
    pub(super) scenarios: &'w Scenarios,
    pub(super) findings: &'w Findings,
    pub(super) changes: &'w Changes,
}

// INVARIANT: the scenarios have a place and a tally for each of the case's pursuits.
#[expect(clippy::indexing_slicing, reason = "see the invariant above")]
impl Writing<'_> {
    pub(super) fn chosen(&self, index: usize) -> &ChosenPlace {
        &self.scenarios.chosen.places[index]
    }

    pub(super) fn tally(&self, index: usize) -> &VariantTally {
        &self.scenarios.tally.variants[self.chosen(index).variant]
    }

    pub(super) fn spread(&self, index: usize) -> &Spread {
        &self.scenarios.spreads[index]
    }

    /// The pursuit as the case has it.
    pub(super) fn case(&self, index: usize) -> &CompletePursuit {
        &self.study.compiled.case.pursuits[index]
    }

    pub(super) fn variant_pick(&self, place: &ChosenPlace) -> Pick {
        self.model.variants[place.variant].pick
    }

    /// The mean of what is done of it anyway, 0 to 1.
    pub(super) fn anyway(&self, index: usize) -> f64 {
        let compiled = self.study.compiled;
        compiled.means[compiled.program.pursuits[index].anyway.0 as usize]
    }

    /// The level of a pick: what is done anyway is done at any level.
    pub(super) fn level(&self, index: usize, pick: Pick) -> f64 {
        self.model.menus[index].levels[pick.level].max(self.anyway(index))
    }
}

impl Writing<'_> {
    /// The answer of the base case at twice the horizon, where what it gives outlasts the horizon.
    pub(super) fn answer_at_twice(&self) -> Option<Answer> {
        self.changes.answer_at_twice
    }

    /// The share of the scenarios in which a pursuit at a level does not fit.
    pub(super) fn misfit(&self, variant: usize) -> Measured {
        self.scenarios.share_of(|tally| {
            tally.variants.get(variant).map_or(0.0, |own| own.does_not_fit) / tally.scenarios
        })
    }

    /// Why an answer about a pursuit is a close call.
    pub(super) fn close_because(&self, margin: f64, confidence: Option<f64>) -> Vec<CloseBecause> {
        let points = self.study.compiled.case.assumptions.close_call_points;
        let is_doubtful = confidence.is_some_and(|sure| sure < SURE);
        let doubt = is_doubtful.then_some(CloseBecause::Doubt);
        let margin = (margin.abs() < points).then_some(CloseBecause::SmallMargin);
        doubt.into_iter().chain(margin).collect()
    }
}
