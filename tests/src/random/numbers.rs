//! Random numbers and estimates, by domain.

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Whether figures may be uncertain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Numbers {
    Certain,
    /// About a third of the figures are uncertain.
    Mixed,
}

/// A number from `low` to `high`: of few digits mostly, the ends included, of many sometimes.
pub(super) fn plain(low: f64, high: f64) -> BoxedStrategy<f64> {
    let at = move |share: f64| low + (high - low) * share;
    let rounded = |number: f64, parts: f64| (number * parts).round() / parts;
    (0..9_u32, 0.0..=1.0)
        .prop_map(move |(digits, share)| {
            let number = match digits {
                0..4 => rounded(at(rounded(share, 20.0)), 1000.0),
                4..7 => rounded(at(share), 100.0),
                _ => at(share),
            };
            // Adding 0 turns -0 into 0.
            number.clamp(low, high) + 0.0
        })
        .boxed()
}

/// An estimate on a bounded domain or an amount, with its values from `low` to `high`.
pub(super) fn estimate(numbers: Numbers, low: f64, high: f64) -> BoxedStrategy<Value> {
    let certain = plain(low, high).prop_map(|number| json!(number));
    if numbers == Numbers::Certain {
        return certain.boxed();
    }
    prop_oneof![2 => certain, 1 => uncertain(low, high)].boxed()
}

fn uncertain(low: f64, high: f64) -> BoxedStrategy<Value> {
    // The ends of an interval stay strictly inside the domain.
    let edge = 0.01 * (high - low);
    let inside = || plain(low + edge, high - edge);
    let interval =
        (inside(), inside()).prop_map(|(a, b)| json!({"low": a.min(b), "high": a.max(b)}));
    let pert = vec(plain(low, high), 3).prop_map(|mut numbers| {
        numbers.sort_by(f64::total_cmp);
        json!({"min": numbers[0], "mode": numbers[1], "max": numbers[2]})
    });
    let uniform = (plain(low, high), plain(low, high)).prop_map(|(a, b)| {
        if a < b { json!({"dist": "uniform", "min": a, "max": b}) } else { json!(a) }
    });
    let discrete = (vec(plain(low, high), 2..=4), weighted(0.5, vec(plain(0.1, 5.0), 4))).prop_map(
        |(mut values, weights)| {
            values.sort_by(f64::total_cmp);
            values.dedup();
            match weights {
                _ if values.len() == 1 => json!(values[0]),
                None => json!({"dist": "discrete", "values": values}),
                Some(weights) => {
                    let weights = &weights[..values.len()];
                    json!({"dist": "discrete", "values": values, "weights": weights})
                }
            }
        },
    );
    prop_oneof![3 => interval, 2 => pert, 1 => uniform, 2 => discrete].boxed()
}

/// A rating from 0 to 10, quite often one of the ends.
pub(super) fn rating(numbers: Numbers) -> BoxedStrategy<Value> {
    prop_oneof![
        1 => Just(json!(0.0)),
        1 => Just(json!(10.0)),
        8 => estimate(numbers, 0.0, 10.0),
    ]
    .boxed()
}

/// A chance, quite often one of the ends.
pub(super) fn chance(numbers: Numbers) -> BoxedStrategy<Value> {
    prop_oneof![
        1 => Just(json!(0.0)),
        1 => Just(json!(1.0)),
        8 => estimate(numbers, 0.0, 1.0),
    ]
    .boxed()
}

/// Hours of one occurrence.
pub(super) fn hours(numbers: Numbers) -> BoxedStrategy<Value> {
    prop_oneof![
        1 => Just(json!(0.0)),
        14 => estimate(numbers, 0.2, 6.0),
        5 => estimate(numbers, 0.2, 40.0),
        1 => estimate(numbers, 0.2, 1000.0),
    ]
    .boxed()
}

/// Occurrences a year, the usual ones: there are some.
pub(super) fn usual_count(numbers: Numbers) -> BoxedStrategy<Value> {
    prop_oneof![1 => Just(json!(52.0)), 4 => estimate(numbers, 1.0, 60.0)].boxed()
}

/// Occurrences a year.
pub(super) fn count(numbers: Numbers) -> BoxedStrategy<Value> {
    prop_oneof![
        1 => Just(json!(0.0)),
        8 => estimate(numbers, 1.0, 20.0),
        12 => estimate(numbers, 1.0, 60.0),
        1 => estimate(numbers, 1.0, 10_000.0),
    ]
    .boxed()
}

/// Years until something starts.
pub(super) fn delay(numbers: Numbers) -> BoxedStrategy<Value> {
    prop_oneof![
        1 => Just(json!(0.0)),
        6 => estimate(numbers, 0.0, 4.0),
        1 => estimate(numbers, 0.0, 30.0),
    ]
    .boxed()
}

/// Years that something lasts.
pub(super) fn lasting(numbers: Numbers) -> BoxedStrategy<Value> {
    prop_oneof![
        1 => Just(json!(1.0)),
        6 => estimate(numbers, 0.2, 5.0),
        1 => estimate(numbers, 0.2, 30.0),
    ]
    .boxed()
}

/// From dread to joy.
pub(super) fn joy(numbers: Numbers) -> BoxedStrategy<Value> {
    prop_oneof![3 => rating(numbers), 1 => estimate(numbers, -10.0, 10.0)].boxed()
}

/// Money a year of any sign, the only kind that may be normal.
pub(super) fn money(numbers: Numbers) -> BoxedStrategy<Value> {
    let normal = (plain(-5000.0, 15_000.0), plain(1.0, 4000.0))
        .prop_map(|(mean, sd)| json!({"dist": "normal", "mean": mean, "sd": sd}));
    let normal_weight = 3 * u32::from(numbers == Numbers::Mixed);
    // Rarely so much that everything else rounds.
    prop_oneof![
        3 => Just(json!(0.0)),
        25 => estimate(numbers, -1000.0, 10_000.0),
        1 => estimate(numbers, -1e9, 1e9),
        normal_weight => normal,
    ]
    .boxed()
}
