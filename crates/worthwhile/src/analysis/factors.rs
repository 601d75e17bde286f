//! What one does not know: the uncertain inputs, and a ranking as one of them.

use std::sync::Arc;

use crate::plan::Compiled;
use crate::sampling::Draws;

/// How a ranking is named where inputs are.
const RANKING: &str = "/person/motivation_ranking";

/// Something uncertain.
#[derive(Debug)]
pub(crate) struct Factor {
    pub(crate) name: Arc<str>,
    /// Every dimension that it is drawn from: several of a ranking, one of anything else.
    pub(crate) dimensions: Vec<usize>,
}

impl Factor {
    /// One for a ranking and one for each uncertain input, in the order of their dimensions.
    pub(crate) fn all(compiled: &Compiled, draws: &Draws) -> Vec<Self> {
        let ranked = draws.ranking_dimensions();
        let ranking = (ranked > 0)
            .then(|| Self { name: Arc::from(RANKING), dimensions: (0..ranked).collect() });
        let inputs = draws.dimensions.iter().enumerate().filter_map(|(at, dimension)| {
            let input = compiled.inputs.get(dimension.value?)?;
            Some(Self { name: Arc::clone(&input.name), dimensions: vec![at] })
        });
        ranking.into_iter().chain(inputs).collect()
    }

    /// A factor for every dimension.
    #[cfg(test)]
    pub(crate) fn of(draws: &Draws) -> Vec<Self> {
        let factor = |at: usize| Self { name: Arc::from(at.to_string()), dimensions: vec![at] };
        (0..draws.dimensions.len()).map(factor).collect()
    }
}
