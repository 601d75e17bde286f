//! Shapley values: what each of several changes does to a figure, whatever the order in which they come
//! about.

/// The value of each player. `values` has the figure of every coalition; bit i of its place stands for
/// player i. The values add up to the difference between all players and none.
pub(super) fn shapley(players: usize, values: &[f64]) -> Vec<f64> {
    let weights = weights(players);
    let value = |player: usize| {
        let own = 1_usize << player;
        let without = (0..values.len()).filter(|coalition| coalition & own == 0);
        let share = |coalition: usize| {
            let gain = values.get(coalition | own)? - values.get(coalition)?;
            Some(weights.get(coalition.count_ones() as usize)? * gain)
        };
        without.filter_map(share).sum()
    };
    (0..players).map(value).collect()
}

/// How much a coalition of so many others counts: of all orders of the players, the share in which
/// exactly these come before the player.
fn weights(players: usize) -> Vec<f64> {
    let mut weights = Vec::with_capacity(players);
    let mut weight = 1.0 / players.max(1) as f64;
    for others in 0..players {
        weights.push(weight);
        weight *= (others + 1) as f64 / (players - others - 1).max(1) as f64;
    }
    weights
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same by its definition: the mean gain over all orders.
    fn by_orders(players: usize, values: &[f64]) -> Vec<f64> {
        fn orders(left: &[usize]) -> Vec<Vec<usize>> {
            if left.is_empty() {
                return vec![Vec::new()];
            }
            let rest = |first: &usize| left.iter().copied().filter(|own| own != first).collect();
            let with = |first: &usize| {
                let rest: Vec<usize> = rest(first);
                let first = *first;
                orders(&rest).into_iter().map(move |order| [vec![first], order].concat())
            };
            left.iter().flat_map(with).collect()
        }
        let all = orders(&(0..players).collect::<Vec<_>>());
        let mut sums = vec![0.0; players];
        for order in &all {
            let mut coalition = 0;
            for player in order {
                let with = coalition | 1 << player;
                sums[*player] += values[with] - values[coalition];
                coalition = with;
            }
        }
        sums.iter().map(|sum| sum / all.len() as f64).collect()
    }

    fn near(a: &[f64], b: &[f64]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9)
    }

    /// The gloves of the textbook: players 0 and 1 have a left one, player 2 the right one, and only a pair
    /// is worth something. The values are 1/6, 1/6 and 4/6.
    #[test]
    fn the_owner_of_the_only_right_glove_gets_two_thirds() {
        let pair = |coalition: usize| f64::from(u8::from(coalition & 4 != 0 && coalition & 3 != 0));
        let values: Vec<f64> = (0..8).map(pair).collect();
        assert!(near(&shapley(3, &values), &[1.0 / 6.0, 1.0 / 6.0, 4.0 / 6.0]));
    }

    #[test]
    fn one_player_gets_all_and_none_gets_nothing() {
        assert!(near(&shapley(1, &[3.0, -4.0]), &[-7.0]));
        assert!(shapley(0, &[3.0]).is_empty());
    }

    proptest! {
        #[test]
        fn it_is_the_mean_over_all_orders(values in prop::collection::vec(-50.0..50.0, 32)) {
            for players in 1..=5 {
                let values = &values[..1 << players];
                let found = shapley(players, values);
                prop_assert!(near(&found, &by_orders(players, values)));
                let sum: f64 = found.iter().sum();
                prop_assert!((sum - (values[values.len() - 1] - values[0])).abs() < 1e-9);
            }
        }

        #[test]
        fn who_adds_nothing_gets_nothing_and_those_alike_get_the_same(
            values in prop::collection::vec(-50.0..50.0, 8),
        ) {
            // Player 3 never matters; players 0 and 1 matter only by how many of them there are.
            let value = |coalition: usize| {
                let alike = (coalition & 3).count_ones() as usize;
                values[alike + 3 * (coalition >> 2 & 1)]
            };
            let values: Vec<f64> = (0..16).map(value).collect();
            let found = shapley(4, &values);
            prop_assert!(found[3].abs() < 1e-12 && (found[0] - found[1]).abs() < 1e-9);
        }
    }
}
