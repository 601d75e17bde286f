//! Weights of a person who ranks motives instead of rating them.

use super::points::UNIT;
use crate::case::Motive;

/// Weights that are uniform over the simplex in the order of a ranking.
#[derive(Debug)]
pub(super) struct Ranking {
    /// Places of the weights among the values of the plan, the most important motive first.
    pub(super) weights: Vec<usize>,
}

impl Ranking {
    /// The weight of each motive in every scenario. The ordered simplex has a corner for each k:
    /// the first k motives weigh 1/k. Shares of the corners that are uniform over the simplex,
    /// broken off a stick one by one, give weights that are uniform over the ordered one.
    #[inline(always)]
    pub(super) fn fill(&self, points: &[Vec<u32>], columns: &mut [Vec<f64>]) {
        let count = self.weights.len();
        for scenario in 0..columns.first().map_or(0, Vec::len) {
            let mut weights = [0.0; Motive::ALL.len()];
            let mut stick = 1.0;
            let mut parts = points.iter().filter_map(|column| column.get(scenario));
            for corner in 1..=count {
                let share = match parts.next() {
                    Some(x) if corner < count => stick * first_part(*x, count - corner),
                    _ => stick,
                };
                stick -= share;
                let each = share / corner as f64;
                weights.iter_mut().take(corner).for_each(|weight| *weight += each);
            }
            for (column, weight) in columns.iter_mut().zip(weights) {
                if let Some(value) = column.get_mut(scenario) {
                    *value = weight;
                }
            }
        }
    }
}

/// The first of `left + 1` parts of a stick that is broken uniformly: 1 - (1 - u)^(1 / left).
fn first_part(x: u32, left: usize) -> f64 {
    1.0 - libm::pow((f64::from(!x) + 0.5) * UNIT, 1.0 / left as f64)
}

/// Means of weights that are uniform over the simplex in the order of the ranking: the k-th of n
/// weighs (1/k + ... + 1/n) / n.
pub(crate) fn rank_order_centroid(ranking: &[Motive]) -> [f64; 8] {
    let ranks: Vec<f64> = (1_u32..).take(ranking.len()).map(f64::from).collect();
    let count = ranks.last().copied().unwrap_or(1.0);
    let weight = |motive: Motive| {
        let Some(at) = ranking.iter().position(|ranked| *ranked == motive) else { return 0.0 };
        ranks.iter().skip(at).rev().map(|rank| 1.0 / rank).sum::<f64>() / count
    };
    Motive::ALL.map(weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rank_order_centroid_weights_are_the_published_ones() {
        let published: [&[f64]; 3] = [
            &[11.0 / 18.0, 5.0 / 18.0, 1.0 / 9.0],
            &[25.0 / 48.0, 13.0 / 48.0, 7.0 / 48.0, 1.0 / 16.0],
            &[137.0 / 300.0, 77.0 / 300.0, 47.0 / 300.0, 0.09, 0.04],
        ];
        for weights in published {
            let computed = rank_order_centroid(&Motive::ALL[..weights.len()]);
            for (computed, published) in computed.iter().zip(weights) {
                assert!((computed - published).abs() < 1e-15);
            }
            assert!(computed[weights.len()..].iter().all(|weight| *weight == 0.0));
        }
    }
}
