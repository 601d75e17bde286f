//! Sums over all clusters but some.

use super::sums::Clusters;

/// Sums over clusters of t², t·w and w², where t is a cluster's sum of w·y and w its sum of weights.
pub(super) type Squares = [f64; 3];

/// All clusters in the order of their keys. Sums of those that stand together are in a tree, so that the sums of all but
/// some are added up and not taken away: what is left of few would be rounding.
pub(super) struct Others<'c> {
    all: &'c Clusters,
    keys: Vec<u64>,
    /// Node i has the sums of nodes 2i and 2i + 1; clusters begin at the number of keys.
    nodes: Vec<Squares>,
}

impl<'c> Others<'c> {
    pub(super) fn new(all: &'c Clusters) -> Self {
        let keys: Vec<u64> = all.keys().copied().collect();
        let mut nodes = vec![[0.0; 3]; keys.len()];
        nodes.extend(all.values().map(|[t, w]| [t * t, t * w, w * w]));
        for at in (1..keys.len()).rev() {
            let sum = plus(node(&nodes, 2 * at), node(&nodes, 2 * at + 1));
            if let Some(own) = nodes.get_mut(at) {
                *own = sum;
            }
        }
        Self { all, keys, nodes }
    }

    /// How many clusters there are.
    pub(super) fn count(&self) -> usize {
        self.keys.len()
    }

    /// A cluster's sums.
    pub(super) fn of(&self, key: u64) -> [f64; 2] {
        self.all.get(&key).copied().unwrap_or_default()
    }

    /// The sums of all clusters but some.
    pub(super) fn but(&self, some: &Clusters) -> Squares {
        let (mut sum, mut from) = ([0.0; 3], 0);
        for key in some.keys() {
            if let Ok(at) = self.keys.binary_search(key) {
                sum = plus(sum, self.between(from, at));
                from = at + 1;
            }
        }
        plus(sum, self.between(from, self.keys.len()))
    }

    /// Those from one on up to another.
    fn between(&self, from: usize, to: usize) -> Squares {
        let (mut low, mut high) = (from + self.keys.len(), to + self.keys.len());
        let mut sum = [0.0; 3];
        while low < high {
            if low % 2 == 1 {
                sum = plus(sum, node(&self.nodes, low));
                low += 1;
            }
            if high % 2 == 1 {
                high -= 1;
                sum = plus(sum, node(&self.nodes, high));
            }
            (low, high) = (low / 2, high / 2);
        }
        sum
    }
}

fn node(nodes: &[Squares], at: usize) -> Squares {
    nodes.get(at).copied().unwrap_or_default()
}

fn plus(one: Squares, other: Squares) -> Squares {
    let [a, b, c] = one;
    let [d, e, f] = other;
    [a + d, b + e, c + f]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn all_but_some_are_those_that_are_left(
            all in proptest::collection::btree_map(0..60_u64, (0.0..3.0_f64, 0.1..3.0_f64), 0..40),
            out in proptest::collection::btree_set(0..60_u64, 0..40),
        ) {
            let all: Clusters = all.into_iter().map(|(key, (t, w))| (key, [t, w])).collect();
            let some: Clusters = out.iter().map(|key| (*key, [1.0, 1.0])).collect();
            let others = Others::new(&all);
            prop_assert_eq!(others.count(), all.len());
            let left = all.iter().filter(|(key, _)| !out.contains(key)).map(|(_, own)| *own);
            let expected = left.fold([0.0; 3], |sum, [t, w]| plus(sum, [t * t, t * w, w * w]));
            for (own, expected) in others.but(&some).into_iter().zip(expected) {
                prop_assert!((own - expected).abs() < 1e-9, "{own} {expected}");
            }
            // Of few, nothing is left of the many.
            let but_one: Clusters = all.iter().skip(1).map(|(key, own)| (*key, *own)).collect();
            if let Some([t, w]) = all.values().next() {
                let left = others.but(&but_one).map(f64::to_bits);
                prop_assert_eq!(left, [t * t, t * w, w * w].map(f64::to_bits));
            }
        }
    }
}
