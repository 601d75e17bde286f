//! The second choice: plans, levels and verdicts chosen again by what the candidates are worth on
//! average over the scenarios.

use super::base::{Place, best_of, judged};
use super::model::Model;
use super::verdict::Verdict;
use crate::worth::{Mix, TIE, Valuation};

/// What is chosen in the end.
#[derive(Debug)]
pub(crate) struct Chosen {
    /// Where the best mix stands among the mixes.
    pub(crate) best: usize,
    pub(crate) places: Vec<ChosenPlace>,
}

/// One pursuit's place among the others: where its plans stand among the mixes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ChosenPlace {
    pub(crate) verdict: Verdict,
    pub(crate) with: usize,
    pub(crate) without: usize,
    pub(crate) without_any: usize,
    pub(crate) work: Option<usize>,
    /// Where the pursuit at its level in the plan with it stands among the variants.
    pub(crate) variant: usize,
}

impl Chosen {
    /// `worths` are the means of the mixes, `alone` and `work_alone` those of the variants.
    pub(crate) fn new(
        model: &Model<'_>,
        worths: &[f64],
        alone: &[f64],
        work_alone: &[f64],
    ) -> Self {
        let choice = Choice { model, worths, alone, work_alone };
        let best = choice.best(|_| true).unwrap_or(model.base.best);
        let places = model.base.places.iter().enumerate();
        let places = places.map(|(index, place)| choice.place(index, place, &best)).collect();
        Self { best: model.place(&best), places }
    }
}

struct Choice<'c> {
    model: &'c Model<'c>,
    worths: &'c [f64],
    alone: &'c [f64],
    work_alone: &'c [f64],
}

impl Choice<'_> {
    /// The best of the candidates that `takes` takes.
    fn best(&self, takes: impl Fn(&Mix) -> bool) -> Option<Mix> {
        best_of(self.valued().take(self.model.candidates), takes).map(|best| best.mix)
    }

    /// The best with the work of a pursuit: the base case's own, which need not be a candidate, or a
    /// candidate.
    fn best_work(&self, own: Mix, is_work: impl Fn(&Mix) -> bool) -> Mix {
        let own = self.valued().skip(self.model.candidates).filter(move |one| one.mix == own);
        let all = self.valued().take(self.model.candidates).chain(own);
        best_of(all, is_work).map_or(Mix::NONE, |best| best.mix)
    }

    fn valued(&self) -> impl Iterator<Item = Valuation> {
        let all = self.model.mixes.iter().zip(self.worths);
        all.map(|(mix, worth)| Valuation { mix: *mix, worth: *worth })
    }

    fn place(&self, index: usize, place: &Place, best: &Mix) -> ChosenPlace {
        let pick = |mix: &Mix| mix.get(index);
        let is_whole = |mix: &Mix| pick(mix).is_some_and(|pick| pick.is_whole);
        let is_work = |mix: &Mix| pick(mix).is_some_and(|pick| !pick.is_whole);
        let with = if place.fits { self.best(is_whole) } else { None };
        let with = with.unwrap_or(place.with.mix);
        let without = self.best(|mix| !is_whole(mix)).unwrap_or(Mix::NONE);
        let without_any = self.best(|mix| pick(mix).is_none()).unwrap_or(Mix::NONE);
        let work = place.work.map(|own| self.best_work(own.mix, is_work));
        let at = self.model.variant(index, with.get(index).unwrap_or(place.pick(index)));
        ChosenPlace {
            verdict: self.verdict(index, place, best, at),
            with: self.model.place(&with),
            without: self.model.place(&without),
            without_any: self.model.place(&without_any),
            work: work.map(|work| self.model.place(&work)),
            variant: at,
        }
    }

    fn verdict(&self, index: usize, place: &Place, best: &Mix, variant: usize) -> Verdict {
        if !self.model.is_uncertain() {
            return place.verdict;
        }
        let is_nothing = |worths: &[f64]| worths.get(variant).is_none_or(|worth| *worth <= TIE);
        judged(
            best.get(index),
            || place.fits,
            || is_nothing(self.alone) && is_nothing(self.work_alone),
        )
    }
}
