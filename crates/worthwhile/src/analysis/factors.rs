//! What one does not know: the uncertain inputs, and cells that say in which part of its
//! distribution an input of a scenario lies.

use std::sync::Arc;

use crate::plan::Compiled;
use crate::sampling::{BLOCK, Block, Dimension, Draws};

/// How a ranking is named where inputs are.
const RANKING: &str = "/person/motivation_ranking";
/// A ranking has several dimensions; the first two carry most of it. Each gets so many cells.
const RANKING_CELLS: u32 = 4;

/// Something uncertain, alone or several things taken together.
#[derive(Debug)]
pub(crate) struct Factor {
    pub(crate) name: Arc<str>,
    /// Every dimension that it is drawn from.
    pub(crate) dimensions: Vec<usize>,
    /// The dimensions that its cells tell apart, each with its number of cells.
    parts: Vec<(usize, u32)>,
}

impl Factor {
    /// One for a ranking and one for each uncertain input, in the order of their dimensions.
    pub(crate) fn all(compiled: &Compiled, draws: &Draws, cells: Cells) -> Vec<Self> {
        let ranked = draws.ranking_dimensions();
        let ranking = (ranked > 0).then(|| {
            let each = if ranked > 1 { RANKING_CELLS.min(cells.each) } else { cells.each };
            Self {
                name: Arc::from(RANKING),
                dimensions: (0..ranked).collect(),
                parts: (0..ranked.min(2)).map(|dimension| (dimension, each)).collect(),
            }
        });
        let inputs = draws.dimensions.iter().enumerate().filter_map(|(at, dimension)| {
            let input = compiled.inputs.get(dimension.value?)?;
            Some(Self {
                name: Arc::clone(&input.name),
                dimensions: vec![at],
                parts: vec![(at, dimension.cells(cells.each, cells.most))],
            })
        });
        ranking.into_iter().chain(inputs).collect()
    }

    /// A factor for every dimension.
    #[cfg(test)]
    pub(crate) fn of(draws: &Draws, cells: Cells) -> Vec<Self> {
        let dimensions = draws.dimensions.iter().enumerate();
        let factor = |(at, dimension): (usize, &Dimension)| Self {
            name: Arc::from(at.to_string()),
            dimensions: vec![at],
            parts: vec![(at, dimension.cells(cells.each, cells.most))],
        };
        dimensions.map(factor).collect()
    }

    /// Several factors taken together.
    pub(crate) fn group<'f>(factors: impl Iterator<Item = &'f Self>) -> Self {
        let mut group = Self { name: Arc::from(""), dimensions: Vec::new(), parts: Vec::new() };
        for factor in factors {
            group.dimensions.extend(&factor.dimensions);
            group.parts.extend(&factor.parts);
        }
        group
    }

    /// Whether its cells lie in order on one continuous scale.
    pub(crate) fn is_smooth(&self, draws: &Draws) -> bool {
        let is_discrete = |at: &usize| draws.dimensions.get(*at).is_none_or(Dimension::is_discrete);
        matches!(self.dimensions.as_slice(), [one] if !is_discrete(one))
    }

    /// The dimension whose equal parts are its cells, where it is so.
    pub(crate) fn parted(&self, draws: &Draws) -> Option<usize> {
        match self.parts.as_slice() {
            [(dimension, _)] if self.is_smooth(draws) => Some(*dimension),
            _ => None,
        }
    }

    /// How many cells it has.
    pub(crate) fn cells(&self) -> usize {
        self.parts.iter().fold(1, |product, (_, cells)| product.saturating_mul(*cells as usize))
    }

    /// The cells of a block of scenarios.
    #[inline(always)]
    pub(crate) fn fill(&self, draws: &Draws, block: &Block<'_>, out: &mut [u32]) {
        out.fill(0);
        let mut points = [0; BLOCK];
        for (dimension, cells) in &self.parts {
            let Some(drawn) = draws.dimensions.get(*dimension) else { continue };
            block.fill(*dimension, &mut points);
            for (cell, x) in out.iter_mut().zip(&points) {
                *cell = *cell * cells + drawn.cell(*x, *cells);
            }
        }
    }
}

/// How many cells an input is cut into.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cells {
    /// Cells of a continuous input.
    pub(crate) each: u32,
    /// The most of a discrete one.
    pub(crate) most: u32,
}

impl Cells {
    /// By the number of scenarios: on average at least four scenarios of each
    /// replicate in each cell.
    pub(crate) fn of(scenarios: u32, size: u32) -> Self {
        let wanted = match scenarios {
            0..16_384 => 8,
            16_384..65_536 => 16,
            _ => 32,
        };
        let most = (size / 4).max(1);
        Self { each: wanted.min(most), most }
    }
}
