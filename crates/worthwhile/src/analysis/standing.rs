//! One pursuit's place among the others, in numbers: what words and warnings are made of.

use super::base::{Base, Place};
use super::figures::Figures;
use super::measured::{Measured, replicated};
use super::study::{Findings, Study};
use super::summary::Summary;
use super::tally::{PursuitTally, Tally, VERDICTS};
use super::verdict::Verdict;
use crate::complete::CompletePursuit;
use crate::plan::Compiled;
use crate::worth::{Contributions, Ledger, Mix, Outcome};

/// All pursuits of a plan, computed.
pub(crate) struct Standings<'s> {
    pub(crate) compiled: &'s Compiled,
    pub(crate) base: &'s Base,
    /// Over all replicates, and by replicate.
    pub(crate) tally: Tally,
    pub(crate) replicates: &'s [Tally],
    /// The figures of every pursuit.
    pub(crate) figures: Vec<Figures<Summary>>,
    pub(crate) is_uncertain: bool,
}

/// One pursuit among them.
#[derive(Clone, Copy)]
pub(crate) struct Standing<'s> {
    pub(crate) all: &'s Standings<'s>,
    pub(crate) index: usize,
    pub(crate) place: &'s Place,
    pub(crate) outcome: &'s Outcome<1>,
    pub(crate) tally: &'s PursuitTally,
    pub(crate) figures: Figures<Summary>,
}

impl<'s> Standings<'s> {
    pub(crate) fn new(study: &'s Study<'s>, findings: &'s Findings) -> Self {
        let Study { compiled, base, .. } = study;
        let replicates = &findings.computed.tallies;
        let mut tally = Tally::new(base.places.len(), findings.plans.members.len());
        replicates.iter().for_each(|replicate| tally.merge(replicate));
        let summary = |column: &[f64]| Summary::of(column, findings.size);
        let mut summaries = findings.computed.columns.iter().map(summary);
        let none = Summary::certain(0.0);
        let figures = base.places.iter();
        let figures = figures.map(|_| Figures::of(|| summaries.next().unwrap_or(none))).collect();
        let is_uncertain = !findings.values.is_empty();
        Self { compiled, base, tally, replicates, figures, is_uncertain }
    }

    /// Every pursuit, in case order.
    pub(crate) fn each(&'s self) -> impl Iterator<Item = Standing<'s>> {
        let parts = self.base.places.iter().zip(&self.base.outcomes);
        let parts = parts.zip(&self.tally.pursuits).zip(&self.figures).enumerate();
        parts.map(|(index, (((place, outcome), tally), figures))| {
            let mut figures = *figures;
            // The same sum as the contributions', to the last digit.
            let points = tally.contributions.in_order();
            figures.worth.mean = points.iter().map(|points| self.mean(*points)).sum();
            Standing { all: self, index, place, outcome, tally, figures }
        })
    }

    /// A sum over all scenarios as a mean.
    pub(crate) fn mean(&self, sum: f64) -> f64 {
        sum / self.tally.scenarios
    }

    /// A share of the scenarios, with its standard error.
    pub(crate) fn share(&self, count: impl Fn(&Tally) -> f64) -> Measured {
        replicated(self.replicates.iter().map(|tally| count(tally) / tally.scenarios))
    }

    /// The mean worth of one of the plans.
    pub(crate) fn plan_worth(&self, plan: usize) -> f64 {
        self.mean(self.tally.plans.get(plan).copied().unwrap_or_default())
    }

    /// The mean hours a week of a mix.
    pub(crate) fn hours(&self, mix: &Mix) -> f64 {
        let members = self.figures.iter().enumerate().filter(|(at, _)| mix.members.contains(*at));
        // An empty sum would be a zero below zero.
        members.fold(0.0, |sum, (_, own)| sum + own.hours_per_week.mean)
    }
}

impl Standing<'_> {
    /// Over scenarios, the mean margin says whether it belongs in the best mix.
    pub(crate) fn verdict(&self) -> Verdict {
        if self.all.is_uncertain {
            Verdict::of_margin(self.place.fits, self.figures.margin.mean, self.figures.worth.mean)
        } else {
            self.place.verdict
        }
    }

    /// The share of the scenarios that give the same verdict; none where there is only one.
    pub(crate) fn confidence(&self) -> Option<Measured> {
        let at = VERDICTS.iter().position(|verdict| *verdict == self.verdict())?;
        self.all
            .is_uncertain
            .then(|| self.share(|own| own.verdicts.get(at).copied().unwrap_or(0.0)))
    }

    /// A share of the scenarios.
    pub(crate) fn share(&self, count: impl Fn(&PursuitTally) -> f64) -> Measured {
        self.all.share(|tally| tally.pursuits.get(self.index).map_or(0.0, &count))
    }

    /// The figure that the verdict hangs on.
    fn deciding(&self) -> f64 {
        let Figures { worth, margin, .. } = &self.figures;
        if self.verdict() == Verdict::NotWorthIt { worth.mean } else { margin.mean }
    }

    pub(crate) fn is_close(&self) -> bool {
        let is_unsure = self.confidence().is_some_and(|sure| sure.value < SURE);
        is_unsure || self.deciding().abs() <= self.all.compiled.case.assumptions.close_call_points
    }

    /// The pursuit as the case has it.
    // INVARIANT: standings are made from the case's own pursuits.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    pub(crate) fn case(&self) -> &CompletePursuit {
        &self.all.compiled.case.pursuits[self.index]
    }

    /// A sum over all scenarios as a mean.
    pub(crate) fn mean(&self, sum: f64) -> f64 {
        self.all.mean(sum)
    }

    /// Worth of the pursuing regime alone; none without an award.
    pub(crate) fn if_not_renewed(&self) -> Option<f64> {
        self.outcome.holding.as_ref()?;
        Some(self.mean(self.tally.if_not_renewed))
    }

    /// The contributions, in points.
    pub(crate) fn contributions(&self) -> Contributions<f64> {
        self.tally.contributions.map(|points| self.mean(points))
    }

    /// What the award adds to the contributing, in points; none without an award.
    pub(crate) fn title_premium(&self) -> Option<f64> {
        Some(self.figures.worth.mean - self.if_not_renewed()?)
    }

    /// What the other pursuits lose by it, in points.
    pub(crate) fn opportunity_cost(&self) -> f64 {
        self.figures.worth.mean - self.figures.margin.mean
    }

    pub(crate) fn ledger(&self) -> Option<Ledger> {
        self.tally.flows.ledger(self.all.tally.scenarios)
    }

    pub(crate) fn free_hours(&self) -> f64 {
        self.mean(self.all.tally.free_hours)
    }

    /// The years ahead.
    pub(crate) fn years(&self) -> usize {
        self.all.base.person.discounts.len()
    }
}

/// Below this share of agreeing scenarios a verdict is a close call.
const SURE: f64 = 0.75;
