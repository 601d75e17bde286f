//! Weights that a ranking leaves open.

use super::{SETTLED, is_near};
use crate::analysis::measured::replicated;
use crate::plan::Plan;
use crate::sampling::{BLOCK, Points};

fn ranked(count: usize) -> Plan {
    let motives = crate::case::Motive::ALL.iter().take(count);
    let ranking: Vec<String> = motives.map(|motive| format!("\"{}\"", motive.as_str())).collect();
    let ranking = ranking.join(",");
    Plan::read(&format!(
        r#"{{"schema_version": 1, "pursuits": [{{"preset": "rest"}}],
            "person": {{"motivation_ranking": [{ranking}], "time": {{"free_hours_per_week": 12}}}}}}"#
    ))
    .unwrap()
}

/// Columns of the weights of a ranking, the most important motive first.
fn weights(plan: &Plan) -> Vec<Vec<f64>> {
    let draws = plan.compiled().draws();
    let ranked = draws.ranking_places().len();
    let points = Points::new(draws.dimensions.len(), SETTLED.log_size, SETTLED.seed);
    let mut all = vec![Vec::new(); ranked];
    for replicate in 0..SETTLED.replicates {
        let scrambled = points.replicate(replicate);
        for start in (0..2048).step_by(BLOCK) {
            let mut values = vec![vec![0.0; BLOCK]; draws.places.len()];
            draws.values(&scrambled.block(start), &mut values);
            let behind = values.len() - ranked;
            all.iter_mut().zip(&values[behind..]).for_each(|(all, own)| all.extend(own));
        }
    }
    all
}

#[test]
fn weights_of_a_ranking_have_the_rank_order_centroid_as_mean() {
    let published: [&[f64]; 3] = [
        &[11.0 / 18.0, 5.0 / 18.0, 1.0 / 9.0],
        &[25.0 / 48.0, 13.0 / 48.0, 7.0 / 48.0, 1.0 / 16.0],
        &[137.0 / 300.0, 77.0 / 300.0, 47.0 / 300.0, 0.09, 0.04],
    ];
    for exact in published {
        let plan = ranked(exact.len());
        let (compiled, columns) = (plan.compiled(), weights(&plan));
        let places = compiled.draws().ranking_places();
        for ((column, exact), place) in columns.iter().zip(exact).zip(places) {
            assert!((compiled.means[*place] - exact).abs() < 1e-12, "the base case's weight");
            let means = column.chunks(2048).map(|part| part.iter().sum::<f64>() / 2048.0);
            let figure = replicated(means);
            assert!(is_near(figure, *exact), "{figure:?} {exact}");
            assert!(figure.standard_error < 1e-3);
        }
        for at in 0..columns[0].len() {
            let row: Vec<f64> = columns.iter().map(|column| column[at]).collect();
            assert!(row.windows(2).all(|pair| pair[0] >= pair[1]));
            assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
}

#[test]
fn all_on_one_motive_beats_a_share_of_each_as_often_as_the_formula_says() {
    // Weights uniform over the whole simplex are those of a ranking in random order: the best of
    // n motives is the one in question in one of n orders.
    for count in 2..=5_usize {
        let columns = weights(&ranked(count));
        for t in [0.1, 0.4, 0.7] {
            let beats = |at: usize| {
                let first = columns.iter().filter(|column| column[at] > t).count();
                first as f64 / count as f64
            };
            let part = |from: usize| (from..from + 2048).map(beats).sum::<f64>() / 2048.0;
            let figure = replicated((0..8).map(|replicate| part(replicate * 2048)));
            let exact: f64 = (1..count).map(|_| 1.0 - t).product();
            assert!(is_near(figure, exact), "{count} {t}: {figure:?} {exact}");
        }
    }
}
