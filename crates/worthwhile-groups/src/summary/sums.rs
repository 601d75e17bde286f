//! Sums over people that can be added up in any order, and what they say.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A share that differs by less is the same: sums of weights are off by rounding.
pub(super) const ROUNDING: f64 = 1e-9;

/// Sums of some people's numbers, y, with their weights, w: enough for the ratio of the sums of w·y and w and for its
/// standard error.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Ratio {
    pub(super) weight: f64,
    pub(super) total: f64,
    /// Sums of w², w²y and w²y².
    squares: [f64; 3],
}

/// The same of clusters: for each the sums of w·y and of w.
pub(super) type Clusters = BTreeMap<u64, [f64; 2]>;

impl Ratio {
    pub(super) fn add(&mut self, weight: f64, value: f64) {
        let (total, square) = (weight * value, weight * weight);
        self.weight += weight;
        self.total += total;
        for (own, more) in self.squares.iter_mut().zip([square, square * value, total * total]) {
            *own += more;
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.weight += other.weight;
        self.total += other.total;
        self.squares.iter_mut().zip(other.squares).for_each(|(own, other)| *own += other);
    }

    /// NaN where there is no weight.
    pub(super) fn mean(&self) -> f64 {
        self.total / self.weight
    }

    /// The standard error from the choice of people, linearized (Taylor): of the sum of w·(y - mean) over the sum of
    /// w. None with fewer than two people.
    pub(super) fn standard_error(&self, people: u64) -> Option<f64> {
        let (mean, [squares, linear, quadratic]) = (self.mean(), self.squares);
        let sum = quadratic - 2.0 * mean * linear + mean * mean * squares;
        error(sum, people, self.weight)
    }

    /// The same where people come in clusters.
    pub(super) fn clustered_error(&self, clusters: &Clusters) -> Option<f64> {
        let mean = self.mean();
        let rest = clusters.values().map(|[total, weight]| total - mean * weight);
        error(rest.map(|rest| rest * rest).sum(), clusters.len() as u64, self.weight)
    }

    /// As how many people of equal weight these count (Kish 1965).
    pub(super) fn effective_people(&self) -> f64 {
        let [squares, ..] = self.squares;
        self.weight * self.weight / squares
    }
}

pub(super) fn error(sum: f64, count: u64, weight: f64) -> Option<f64> {
    let count = count as f64;
    // Differences of sums may end below zero by rounding.
    (count > 1.0).then(|| (sum.max(0.0) * count / (count - 1.0)).sqrt() / weight)
}

pub(super) fn merge_clusters(own: &mut Clusters, other: &Clusters) {
    for (key, sums) in other {
        let own = own.entry(*key).or_default();
        own.iter_mut().zip(sums).for_each(|(own, sum)| *own += sum);
    }
}

/// The weights of numbers by where they lie, so that quantiles are known to a step.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Histogram(BTreeMap<i32, f64>);

/// A tenth of a point.
const STEP: f64 = 0.1;
/// What is beyond it lies there.
const MOST: f64 = 1e8;

impl Histogram {
    pub(super) fn add(&mut self, value: f64, weight: f64) {
        if value.is_nan() {
            return;
        }
        let at = (value / STEP).round().clamp(-MOST, MOST) as i32;
        *self.0.entry(at).or_default() += weight;
    }

    pub(super) fn merge(&mut self, other: &Self) {
        for (at, weight) in &other.0 {
            *self.0.entry(*at).or_default() += weight;
        }
    }

    /// The smallest value that such a share of the weight does not exceed, to a step. NaN where there is none.
    pub(super) fn quantile(&self, share: f64) -> f64 {
        let total: f64 = self.0.values().sum();
        let mut sum = 0.0;
        for (at, weight) in &self.0 {
            sum += weight;
            // Sums of weights are off by rounding.
            if sum >= share * total * (1.0 - 1e-12) && *weight > 0.0 {
                return f64::from(*at) * STEP;
            }
        }
        f64::NAN
    }
}

/// What people with a no and with a yes answered about one input: weights by answer, to the nearest 0.4 %.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Told {
    by_answer: BTreeMap<i64, [f64; 2]>,
    /// Sums of w and of w·answer, for a no and for a yes.
    sums: [[f64; 2]; 2],
}

/// Bits of a number that are not looked at.
const COARSE_BITS: u32 = 44;

/// The weights of so many answers are kept at hand while people are added. Most columns have fewer answers.
const AT_HAND: usize = 64;

impl Told {
    /// Adds answers, each with whether it is of somebody with a yes, and with a weight.
    pub(super) fn add(&mut self, answers: impl Iterator<Item = (f64, bool, f64)>) {
        let mut at_hand: [Option<(i64, [f64; 2])>; AT_HAND] = [None; AT_HAND];
        // Other threads add to the columns beside this one: to write there for every answer would make them wait.
        let mut sums = self.sums;
        for (answer, is_yes, weight) in answers {
            let (answer_at, side) = (place(answer), usize::from(is_yes));
            let Some(slot) = at_hand.get_mut(hash(answer_at)) else { continue };
            if slot.is_none_or(|(own, _)| own != answer_at) {
                // One that falls into the same slot goes back with what it has, so that sums are added up in order.
                self.by_answer.extend(slot.take());
                let sides = self.by_answer.get(&answer_at).copied().unwrap_or_default();
                *slot = Some((answer_at, sides));
            }
            let sides = slot.as_mut().and_then(|(_, sides)| sides.get_mut(side));
            if let (Some(own), Some([total, sum])) = (sides, sums.get_mut(side)) {
                *own += weight;
                *total += weight;
                *sum += weight * answer;
            }
        }
        self.by_answer.extend(at_hand.into_iter().flatten());
        self.sums = sums;
    }

    pub(super) fn merge(&mut self, other: &Self) {
        for (answer, sides) in &other.by_answer {
            let own = self.by_answer.entry(*answer).or_default();
            own.iter_mut().zip(sides).for_each(|(own, side)| *own += side);
        }
        let pairs = self.sums.iter_mut().flatten().zip(other.sums.iter().flatten());
        pairs.for_each(|(own, other)| *own += other);
    }

    /// The mean answer of those with a no, and of those with a yes.
    pub(super) fn means(&self) -> [f64; 2] {
        self.sums.map(|[weight, sum]| sum / weight)
    }

    /// How often somebody with a yes answered a higher number than somebody with a no, ties counted half (Mann and
    /// Whitney 1947): one half where the answer tells nothing. NaN where there are not both.
    pub(super) fn higher_with_yes(&self) -> f64 {
        let [[no, _], [yes, _]] = self.sums;
        let (mut below, mut sum) = (0.0, 0.0);
        for [of_no, of_yes] in self.by_answer.values() {
            sum += of_yes * (below + 0.5 * of_no);
            below += of_no;
        }
        sum / (no * yes)
    }
}

/// Numbers that are alike have the same place, and places are in the order of the numbers.
fn place(answer: f64) -> i64 {
    let bits = answer.to_bits().cast_signed();
    (bits ^ ((bits >> 63) & i64::MAX)) >> COARSE_BITS
}

/// A slot for a place (Fibonacci hashing; Knuth, The Art of Computer Programming, volume 3, 6.4).
fn hash(place: i64) -> usize {
    const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
    (place.cast_unsigned().wrapping_mul(GOLDEN) >> (u64::BITS - AT_HAND.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_error_of_a_share_is_the_textbook_one() {
        let mut share = Ratio::default();
        (0..20).for_each(|at| share.add(1.0, f64::from(u8::from(at < 5))));
        assert!((share.mean() - 0.25).abs() < 1e-15);
        // sqrt(p (1 - p) / (n - 1))
        let expected = (0.25 * 0.75 / 19.0_f64).sqrt();
        assert!((share.standard_error(20).unwrap() - expected).abs() < 1e-15);
        assert!((share.effective_people() - 20.0).abs() < 1e-12);
        let mut one = Ratio::default();
        one.add(1.0, 1.0);
        assert_eq!(one.standard_error(1), None);
    }

    /// As R's survey package linearizes a ratio: by hand, with weights 1, 2, 3 and answers 1, 0, 1 the mean is 2/3.
    #[test]
    fn weights_count() {
        let mut share = Ratio::default();
        [(1.0, 1.0), (2.0, 0.0), (3.0, 1.0)].iter().for_each(|(w, y)| share.add(*w, *y));
        // Residues 1/3, -4/3, 1: squares 1/9 + 16/9 + 1 = 26/9, times 3/2, over 6 squared.
        let expected = (26.0 / 9.0 * 1.5_f64).sqrt() / 6.0;
        assert!((share.standard_error(3).unwrap() - expected).abs() < 1e-15);
    }

    proptest! {
        /// A cluster of one person each is no cluster, and clusters of equals are as sure as one of them.
        #[test]
        fn clusters_of_one_are_people(values in proptest::collection::vec((0.1..3.0_f64, any::<bool>()), 2..40)) {
            let (mut share, mut clusters, mut twice, mut pairs) =
                (Ratio::default(), Clusters::new(), Ratio::default(), Clusters::new());
            for (key, (weight, is_yes)) in (0..).zip(&values) {
                let value = f64::from(u8::from(*is_yes));
                share.add(*weight, value);
                clusters.insert(key, [weight * value, *weight]);
                for _ in 0..2 {
                    twice.add(*weight, value);
                }
                pairs.insert(key, [2.0 * weight * value, 2.0 * weight]);
            }
            let error = share.standard_error(values.len() as u64).unwrap();
            prop_assert!((error - share.clustered_error(&clusters).unwrap()).abs() < 1e-7);
            prop_assert!((error - twice.clustered_error(&pairs).unwrap()).abs() < 1e-7);
        }

        #[test]
        fn quantiles_are_those_of_the_sorted_values(values in proptest::collection::vec(-90.0..90.0_f64, 1..60)) {
            let mut histogram = Histogram::default();
            values.iter().for_each(|value| histogram.add(*value, 1.0));
            let mut sorted = values.clone();
            sorted.sort_by(f64::total_cmp);
            for share in [0.05, 0.5, 0.95] {
                let at = ((share * sorted.len() as f64).ceil() as usize).max(1) - 1;
                prop_assert!((histogram.quantile(share) - sorted[at]).abs() <= 0.5 * STEP + 1e-9);
            }
        }

        /// However many answers there are, each has the sum of its weights in the order of the people.
        #[test]
        fn answers_at_hand_are_sums_in_order(
            people in proptest::collection::vec((-300..300_i32, any::<bool>(), 0.1..3.0_f64), 0..900),
        ) {
            let (mut told, mut one_by_one) = (Told::default(), Told::default());
            let own = people.iter().map(|(answer, yes, weight)| (f64::from(*answer), *yes, *weight));
            told.add(own.clone());
            own.clone().for_each(|person| one_by_one.add(std::iter::once(person)));
            prop_assert_eq!(&told, &one_by_one);
            let mut known: BTreeMap<i64, [f64; 2]> = BTreeMap::new();
            for (answer, yes, weight) in own {
                known.entry(place(answer)).or_default()[usize::from(yes)] += weight;
            }
            prop_assert_eq!(told.by_answer, known);
        }

        /// Pair by pair, as Mann and Whitney count.
        #[test]
        fn what_tells_yes_from_no_is_counted_over_pairs(
            no in proptest::collection::vec(-5..5_i32, 1..20), yes in proptest::collection::vec(-5..5_i32, 1..20),
        ) {
            let mut told = Told::default();
            told.add(no.iter().map(|answer| (f64::from(*answer), false, 1.0)));
            told.add(yes.iter().map(|answer| (f64::from(*answer), true, 1.0)));
            let pair = |yes: i32, no: i32| match yes.cmp(&no) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
            let pairs: f64 = yes.iter().flat_map(|yes| no.iter().map(move |no| pair(*yes, *no))).sum();
            let expected = pairs / (yes.len() * no.len()) as f64;
            prop_assert!((told.higher_with_yes() - expected).abs() < 1e-12);
        }
    }
}
