//! Swing: the margin of the base case at the 5th and at the 95th percentile of one input, with the
//! plans of the base case.

use super::factors::Factor;
use super::model::{Margin, Model};
use crate::lanes::Lanes;

const PERCENTILES: [f64; 2] = [0.05, 0.95];

/// The margins at the low and at the high end of every factor. For a ranking: with all motives in
/// it alike, and with the first one alone.
pub(crate) fn swings(model: &Model<'_>, margin: &Margin<'_>, factors: &[Factor]) -> Vec<[f64; 2]> {
    let means = &model.compiled.means;
    let base: Vec<Lanes<1>> = means.iter().map(|mean| Lanes::all(*mean)).collect();
    let mut lives = margin.lives();
    let mut at = |factor: &Factor, end: usize| {
        let mut values = base.clone();
        for (place, ends) in ends(model, factor) {
            if let (Some(value), Some(end)) = (values.get_mut(place), ends.get(end)) {
                *value = Lanes([*end]);
            }
        }
        margin.at(&values, &mut lives)
    };
    let swing = |factor: &Factor| [0, 1].map(|end| at(factor, end));
    factors.iter().map(swing).collect()
}

/// The values at both ends, each with its place.
fn ends(model: &Model<'_>, factor: &Factor) -> Vec<(usize, [f64; 2])> {
    let drawn = factor.dimensions.first().and_then(|at| model.draws.dimensions.get(*at));
    match drawn.and_then(|drawn| Some((drawn, drawn.value?))) {
        Some((drawn, place)) => vec![(place, PERCENTILES.map(|p| drawn.quantile(p)))],
        None => {
            let weights = model.draws.ranking_places();
            let alike = 1.0 / weights.len() as f64;
            let first = |at: usize| if at == 0 { 1.0 } else { 0.0 };
            let ends = |(at, place): (usize, &usize)| (*place, [alike, first(at)]);
            weights.iter().enumerate().map(ends).collect()
        }
    }
}
