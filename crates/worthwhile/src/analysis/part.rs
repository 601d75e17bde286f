//! Columns of some mixes and variants: all of them where they fit into memory, or a few that are
//! computed for whoever needs them.

use std::borrow::Cow;
use std::ops::Range;

use super::chosen::ChosenPlace;
use super::columns::{Chosen, Columns};
use super::figures::{FIGURES, Figures, OWN_FIGURES, OwnFigures};
use super::model::{Model, Variant};
use super::options::Settled;
use super::scenarios;
use super::workers::Tick;
use crate::error::Error;
use crate::worth::{Mix, margin};

/// Columns, each with what it is of.
pub(super) struct Part {
    mixes: Vec<Mix>,
    variants: Vec<Variant>,
    pub(super) columns: Columns,
}

/// Columns that a pursuit needs at most: its own, and those of three plans.
pub(super) const OF_A_PURSUIT: usize = OWN_FIGURES + 3;

impl Part {
    /// All columns of a model.
    pub(super) fn whole(model: &Model<'_>, columns: Columns) -> Self {
        Self { mixes: model.mixes.clone(), variants: model.variants.clone(), columns }
    }

    /// Computes the columns of some pursuits over some replicates.
    ///
    /// # Errors
    /// `out_of_memory`, and that somebody stopped it.
    pub(super) fn of_pursuits(
        model: &Model<'_>,
        places: &[ChosenPlace],
        settled: &Settled,
        replicates: Range<u32>,
        tick: &mut Tick<'_>,
    ) -> Result<Self, Error> {
        let plans = places.iter().flat_map(|own| [own.with, own.without, own.without_any]);
        let mut mixes: Vec<Mix> = plans.filter_map(|at| model.mixes.get(at)).copied().collect();
        let mut seen = std::collections::HashSet::new();
        mixes.retain(|mix| seen.insert(*mix));
        let variants = places.iter().filter_map(|own| model.variants.get(own.variant));
        let part = model.part(mixes, variants.copied().collect());
        let columns = scenarios::run(&part, settled, replicates, false, tick)?.columns;
        Ok(Self { mixes: part.mixes, variants: part.variants, columns })
    }

    /// Computes what each pursuit is worth alone, in the scenarios of a replicate.
    ///
    /// # Errors
    /// `out_of_memory`, and that somebody stopped it.
    pub(super) fn alone_in(
        model: &Model<'_>,
        places: &[ChosenPlace],
        settled: &Settled,
        replicate: u32,
        tick: &mut Tick<'_>,
    ) -> Result<Self, Error> {
        let variants = places.iter().filter_map(|own| model.variants.get(own.variant));
        let part = model.part(variants.map(Variant::alone).collect(), Vec::new());
        let replicates = replicate..replicate + 1;
        let columns = scenarios::run(&part, settled, replicates, false, tick)?.columns;
        Ok(Self { mixes: part.mixes, variants: Vec::new(), columns })
    }

    /// What each pursuit is worth alone.
    pub(super) fn alone(&self, model: &Model<'_>, places: &[ChosenPlace]) -> Vec<&[f64]> {
        let variants = places.iter().filter_map(|own| model.variants.get(own.variant));
        variants.map(|variant| self.own(variant).worth).collect()
    }

    /// Where the worths of a mix are among the columns.
    // INVARIANT: only those are asked for whose columns are there.
    #[expect(clippy::expect_used, reason = "see the invariant above")]
    fn mix_at(&self, mix: &Mix) -> usize {
        self.mixes.iter().position(|known| known == mix).expect("the mix is valued")
    }

    /// Where the own figures of a pursuit at a level are.
    // INVARIANT: only those are asked for whose columns are there.
    #[expect(clippy::expect_used, reason = "see the invariant above")]
    fn own_at(&self, variant: &Variant) -> OwnFigures<usize> {
        let at = self.variants.iter().position(|known| known == variant).expect("it is looked at");
        let first = self.mixes.len() + at * OWN_FIGURES;
        OwnFigures::from_order(std::array::from_fn(|at| first + at))
    }

    /// The worths of a mix.
    pub(super) fn mix(&self, mix: &Mix) -> &[f64] {
        self.columns.get(self.mix_at(mix))
    }

    /// The own figures of a pursuit at a level.
    fn own(&self, variant: &Variant) -> OwnFigures<&[f64]> {
        let at = self.own_at(variant).in_order();
        OwnFigures::from_order(at.map(|at| self.columns.get(at)))
    }

    /// The columns of a pursuit, its margins worked out.
    // INVARIANT: what is chosen stands among the mixes and the variants of the model.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    pub(super) fn figures(
        &self,
        model: &Model<'_>,
        place: &ChosenPlace,
    ) -> Figures<Cow<'_, [f64]>> {
        let mix = |at: usize| self.mix(&model.mixes[at]);
        let less = |without: usize| -> Cow<'_, [f64]> {
            let both = mix(place.with).iter().zip(mix(without));
            both.map(|(with, without)| margin(*with, *without)).collect()
        };
        let margins = [less(place.without), less(place.without_any)];
        self.own(&model.variants[place.variant]).with_margins(margins)
    }
}

impl Part {
    /// The columns of some pursuits alone, their margins worked out. The others are not moved.
    ///
    /// # Errors
    /// `out_of_memory` where there is no room for the margins.
    // INVARIANT: what is chosen stands among the mixes and the variants of the model.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    pub(super) fn into_columns(
        self,
        model: &Model<'_>,
        places: &[ChosenPlace],
    ) -> Result<Columns, Error> {
        let mut chosen = Vec::with_capacity(places.len() * FIGURES);
        for place in places {
            let mix = |at: usize| self.mix_at(&model.mixes[at]);
            let margin = |without| Chosen::Margin([mix(place.with), mix(without)]);
            let own = self.own_at(&model.variants[place.variant]).in_order().map(Chosen::Own);
            let own = OwnFigures::from_order(own);
            let all = own.and(margin(place.without), margin(place.without_any));
            chosen.extend(all.in_order().copied());
        }
        self.columns.into_chosen(&chosen)
    }
}

/// How many pursuits there are in a group whose columns over so many scenarios fit into so many
/// bytes: one at least.
pub(super) fn group(scenarios: usize, memory: usize) -> usize {
    let bytes = OF_A_PURSUIT.saturating_mul(scenarios).saturating_mul(size_of::<f64>());
    (memory / bytes.max(1)).max(1)
}
