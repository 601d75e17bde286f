use super::super::estimates::{Domain, Estimate};
use super::Random;
use serde_json::{Value, json};

const DRAWS: usize = 400_000;
/// A right mean is further off than this many standard errors once in 16,000 times.
const ERRORS: f64 = 4.0;

fn draws(estimate: &Value, domain: Domain) -> Vec<f64> {
    let estimate = Estimate::read(estimate, domain);
    let mut random = Random::new(1);
    (0..DRAWS).map(|_| random.draw(&estimate)).collect()
}

fn assert_mean(draws: &[f64], expected: f64) {
    let n = draws.len() as f64;
    let mean = draws.iter().sum::<f64>() / n;
    let variance = draws.iter().map(|draw| (draw - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let error = (variance / n).sqrt();
    assert!((mean - expected).abs() <= ERRORS * error, "{mean} +- {error}, expected {expected}");
}

fn assert_share(draws: &[f64], is: impl Fn(f64) -> bool, expected: f64) {
    let n = draws.len() as f64;
    let share = draws.iter().filter(|draw| is(**draw)).count() as f64 / n;
    let error = (expected * (1.0 - expected) / n).sqrt();
    assert!((share - expected).abs() <= ERRORS * error, "{share}, expected {expected}");
}

fn assert_percentiles(estimate: &Value, domain: Domain, percentiles: [f64; 3]) {
    let draws = draws(estimate, domain);
    for (percentile, share) in percentiles.into_iter().zip([0.05, 0.5, 0.95]) {
        assert_share(&draws, |draw| draw < percentile, share);
    }
    assert_mean(&draws, Estimate::read(estimate, domain).mean());
}

/// The first numbers after SplitMix64's state for seed 0, from the authors' C programs.
#[test]
fn seed_zero_fills_the_state_with_the_published_numbers() {
    let state = Random::new(0).0;
    assert_eq!(state[0], 0xe220_a839_7b1d_cdaf);
    assert_eq!(state[1], 0x6e78_9e6a_a1b9_65f4);
    assert_eq!(state[2], 0x06c4_5d18_8009_454f);
}

/// From the state 1, 2, 3, 4: the vector that Rust's `rand_xoshiro` took from the C program.
#[test]
fn the_generator_is_xoshiro_plus_plus() {
    let mut random = Random([1, 2, 3, 4]);
    let found: [u64; 4] = std::array::from_fn(|_| random.bits());
    assert_eq!(found, [41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386]);
}

#[test]
fn a_pert_is_a_beta() {
    let pert = |min: f64, mode: f64, max: f64| json!({"min": min, "mode": mode, "max": max});
    let published = [2.917_284_696_947_95, 5.765_722_045_468_37, 9.888_899_816_013_66];
    assert_percentiles(&pert(2.0, 5.0, 14.0), Domain::Amount(10_000.0), published);
    let published = [0.299_981_823_235_891, 2.026_648_503_614_66, 5.420_740_973_853_16];
    assert_percentiles(&pert(0.0, 1.0, 10.0), Domain::Amount(10_000.0), published);
    assert_eq!(
        draws(&pert(4.0, 4.0, 4.0), Domain::Amount(10_000.0))[0].to_bits(),
        4.0_f64.to_bits()
    );
}

#[test]
fn a_beta_has_its_published_percentiles() {
    let published = [
        (2.0, 8.0, [0.041_023_167_506_996_5, 0.179_619_611_980_361, 0.429_135_547_031_435]),
        (20.0, 5.0, [0.658_192_650_595_884, 0.808_075_880_233_5, 0.914_114_587_568_192]),
    ];
    for (a, b, percentiles) in published {
        let mut random = Random::new(2);
        let draws: Vec<f64> = (0..DRAWS).map(|_| random.beta(a, b)).collect();
        for (percentile, share) in percentiles.into_iter().zip([0.05, 0.5, 0.95]) {
            assert_share(&draws, |draw| draw < percentile, share);
        }
        assert_mean(&draws, a / (a + b));
    }
}

#[test]
fn an_interval_is_normal_on_its_scale() {
    let between = |low: f64, high: f64| json!({"low": low, "high": high});
    let middle = 10.0_f64.sqrt();
    assert_percentiles(&between(1.0, 10.0), Domain::Amount(10_000.0), [1.0, middle, 10.0]);
    assert_percentiles(&between(-10.0, 50.0), Domain::Real, [-10.0, 20.0, 50.0]);
    assert_percentiles(&between(0.2, 0.8), Domain::Bounded(0.0, 1.0), [0.2, 0.5, 0.8]);
    // The middle is where the odds are the geometric mean of 1 and 9.
    assert_percentiles(&between(5.0, 9.0), Domain::Bounded(0.0, 10.0), [5.0, 7.5, 9.0]);
    let draws = draws(&between(10.0, 50.0), Domain::Real);
    let squares: Vec<f64> = draws.iter().map(|draw| (draw - 30.0).powi(2)).collect();
    assert_mean(&squares, 12.159_136_638_235_38_f64.powi(2));
}

#[test]
fn the_other_forms_have_their_percentiles() {
    let uniform = json!({"dist": "uniform", "min": 1, "max": 5});
    assert_percentiles(&uniform, Domain::Amount(10_000.0), [1.2, 3.0, 4.8]);
    let z = 1.644_853_626_951_472_7;
    let normal = json!({"dist": "normal", "mean": -7, "sd": 3});
    assert_percentiles(&normal, Domain::Real, [-7.0 - 3.0 * z, -7.0, -7.0 + 3.0 * z]);
    let discrete = json!({"dist": "discrete", "values": [1, 2, 6], "weights": [1, 0.5, 0.5]});
    let draws = draws(&discrete, Domain::Amount(10_000.0));
    for (value, share) in [(1.0, 0.5), (2.0, 0.25), (6.0, 0.25)] {
        assert_share(&draws, |draw| (draw - value).abs() < 1e-12, share);
    }
}

#[test]
fn ordered_weights_are_on_average_the_rank_order_centroid() {
    for n in [1, 3, 5, 8] {
        let mut random = Random::new(3);
        let draws: Vec<Vec<f64>> = (0..DRAWS / 4).map(|_| random.ordered_weights(n)).collect();
        for weights in &draws {
            assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            assert!(weights.is_sorted_by(|a, b| a >= b));
        }
        let centroid = super::super::reading::rank_order_centroid(n);
        for (rank, expected) in centroid.into_iter().enumerate().filter(|_| n > 1) {
            let weights: Vec<f64> = draws.iter().map(|weights| weights[rank]).collect();
            assert_mean(&weights, expected);
        }
    }
}
