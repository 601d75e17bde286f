//! Indices and values of information in closed form: skewed inputs, one input alone, chance.

use super::*;
use crate::estimate::normal::{density, distribution};

/// An interval of an amount whose logarithm is standard normal times `s`.
fn lognormal(s: f64) -> (Estimate, Domain) {
    let end = libm::exp(1.644_853_626_951_472_7 * s);
    (Estimate::between(1.0 / end, end), Domain::amount(1e9))
}

fn settled(log_size: u32, seed: u64) -> Settled {
    Settled { log_size, seed, ..SETTLED }
}

/// From `--quick` to beyond `--precise`, by the scenarios of a replicate, as powers of two.
const SIZES: [u32; 3] = [9, 11, 14];

fn is_index(figure: Measured, exact: f64) -> bool {
    (figure.value - exact).abs() <= f64::max(0.01, 2.0 * figure.standard_error)
}

#[test]
fn one_uncertain_input_explains_all() {
    let amounts = |range: f64| (Estimate::between(100.0, 100.0 * range), Domain::amount(1e9));
    let discrete =
        Estimate::Discrete { values: vec![1.0, 4.0, 9.0], weights: Some(vec![1.0, 5.0, 2.0]) };
    let inputs = [
        amounts(1.5),
        amounts(30.0),
        amounts(100.0),
        amounts(1000.0),
        (Estimate::between(2.0, 9.0), Domain::bounded(0.0, 10.0)),
        (Estimate::Normal { mean: 3.0, sd: 2.0 }, Domain::real(1e6)),
        (Estimate::Pert { min: 0.0, mode: 1.0, max: 40.0 }, Domain::amount(1e9)),
        (Estimate::Uniform { min: -4.0, max: 7.0 }, Domain::real(1e6)),
        (discrete, Domain::real(1e6)),
    ];
    for (input, log_size) in inputs.iter().flat_map(|input| SIZES.map(|size| (input, size))) {
        let draws = Draws::of(std::slice::from_ref(input));
        let middle = draws.dimensions[0].quantile(0.5);
        let functions: [&dyn Fn(f64) -> f64; 3] = [
            &|x| 1.1 * middle - x,
            &|x| libm::sqrt(x.abs()) - 1.02 * libm::sqrt(middle.abs()),
            &|x| x * x - middle * middle,
        ];
        for (at, f) in functions.into_iter().enumerate() {
            for seed in 0..3 {
                let (whole, known) = each_known(&draws, &settled(log_size, seed), |x| f(x[0]));
                let Knowledge { first_order, evppi } = known[0];
                assert!(
                    is_index(first_order, 1.0),
                    "{input:?} {at} {log_size} {seed}: {first_order:?}"
                );
                let evpi = whole.evpi().value;
                let error = (evppi.value - evpi).abs();
                let most = f64::max(0.01 * evpi, 2.0 * evppi.standard_error);
                assert!(error <= most, "{input:?} {at} {log_size} {seed}: {evppi:?} of {evpi}");
            }
        }
    }
}

#[test]
fn sums_and_products_of_skewed_inputs_have_their_indices() {
    let variance = |s: f64| (libm::exp(s * s) - 1.0) * libm::exp(s * s);
    let (a, b) = (variance(1.0), variance(0.5));
    assert!((a / (a + b) - 0.927_574_616_670_026).abs() < 1e-12, "as published");
    let draws = Draws::of(&[lognormal(1.0), lognormal(0.5)]);
    for log_size in SIZES {
        let (_, sum) = each_known(&draws, &settled(log_size, 3), |x| x[0] + x[1]);
        assert!(is_index(sum[0].first_order, a / (a + b)), "{sum:?}");
        assert!(is_index(sum[1].first_order, b / (a + b)), "{sum:?}");
        let (_, product) = each_known(&draws, &settled(log_size, 3), |x| x[0] * x[1]);
        let of = |s: f64| (libm::exp(s * s) - 1.0) / (libm::exp(1.25) - 1.0);
        for (own, s) in product.iter().zip([1.0, 0.5]) {
            let error = (own.first_order.value - of(s)).abs();
            let most = f64::max(0.01, T7 * own.first_order.standard_error);
            assert!(error <= most, "{log_size}: {own:?} {}", of(s));
        }
    }
}

/// "X or nothing" with X lognormal less c: a call, whose value without interest is Black and Scholes'.
#[test]
fn a_choice_on_one_lognormal_is_worth_what_black_and_scholes_say() {
    for (s, c) in [(1.0, 2.0), (1.4, 1.0), (0.5, 3.0)] {
        let draws = Draws::of(&[lognormal(s), lognormal(0.8)]);
        let mean = libm::exp(0.5 * s * s);
        let d = (0.5 * s * s - libm::log(c)) / s;
        let call = mean * distribution(d + 0.5 * s) - c * distribution(d - 0.5 * s);
        let exact = call - (mean - c).max(0.0);
        // The other one has its mean taken off: it changes nothing on average.
        let other = libm::exp(0.32);
        let value = |x: &[f64]| x[0] - c + 0.1 * (x[1] - other);
        for log_size in SIZES {
            let (_, known) = each_known(&draws, &settled(log_size, 1), value);
            let own = known[0].evppi;
            let most = f64::max(0.01 * exact, T7 * own.standard_error);
            assert!((own.value - exact).abs() <= most, "{s} {c} {log_size}: {own:?} {exact}");
        }
    }
}

#[test]
fn several_inputs_together_are_worth_what_they_are_worth() {
    // Linear and normal: of a group it is the value of its sum.
    let case = &LINEAR[1];
    let normal = |(_, mean, sd): &(f64, f64, f64)| {
        (Estimate::Normal { mean: *mean, sd: *sd }, Domain::real(1e6))
    };
    let draws = Draws::of(&case.factors.iter().map(normal).collect::<Vec<_>>());
    let value = |x: &[f64]| case.factors.iter().zip(x).map(|((c, ..), x)| c * x).sum();
    let groups: [&[usize]; 4] = [&[0, 1], &[1, 2], &[0, 1, 2], &[0, 1, 2, 3]];
    let mean: f64 = case.factors.iter().map(|(c, mean, _)| c * mean).sum();
    for log_size in SIZES {
        let (whole, known) = known(&draws, &settled(log_size, 2), &groups, value);
        for (group, own) in groups.iter().zip(known) {
            let sd = group.iter().map(|at| case.factors[*at]).map(|(c, _, s)| c * c * s * s);
            let sd = sd.sum::<f64>().sqrt();
            let d = mean.abs() / sd;
            let exact = sd * (density(d) - d * distribution(-d));
            let most = f64::max(0.01 * exact, T7 * own.evppi.standard_error);
            assert!((own.evppi.value - exact).abs() <= most, "{group:?}: {own:?} {exact}");
            assert!(own.evppi.value <= whole.evpi().value + 1e-12);
        }
    }
}

#[test]
#[expect(clippy::float_cmp, reason = "small whole numbers and halves are exact")]
fn the_life_without_any_is_among_the_choices() {
    let coin = Estimate::Discrete { values: vec![0.0, 1.0], weights: None };
    let draws = Draws::of(&[(coin, Domain::real(9.0))]);
    let settled = Settled { replicates: 2, log_size: 6, ..SETTLED };
    let points = Points::new(1, settled.log_size, settled.seed);
    let replicates = [0, 1].map(|at| points.replicate(at));
    let mut coins = Vec::new();
    for replicate in &replicates {
        let mut values = vec![vec![0.0; 64]];
        draws.values(&replicate.block(0), &mut values);
        coins.extend(values.remove(0));
    }
    let worths = |[tails, heads]: [f64; 2]| -> Vec<f64> {
        coins.iter().map(|coin| if *coin > 0.5 { heads } else { tails }).collect()
    };
    let known = |with: [f64; 2], without: [f64; 2], without_any: [f64; 2]| {
        let all = [with, without, without_any].map(worths);
        let worths = by_scenario([&all[0], &all[1], &all[2]]);
        let whole = Whole::new(&worths, 64);
        let scenes = Scenes::new(&draws, &replicates, 64, &worths);
        let own = knowledge(&scenes, &whole, &[&Factor::of(&draws)[0]]);
        [whole.evpi().value, own.evppi.value]
    };
    let low = [-9.0, -9.0];
    // Not knowing, the plan with is best at 1; knowing, it is 3 or nothing.
    assert_eq!(known([-1.0, 3.0], [-2.0, 1.0], low), [0.5, 0.5]);
    // Not knowing, the life without any is best.
    assert_eq!(known([-3.0, 1.0], [-2.0, 0.5], low), [0.5, 0.5]);
    // It stays best whatever is known.
    assert_eq!(known([-3.0, -1.0], [-2.0, -1.5], low), [0.0, 0.0]);
    // The plan without it counts as well, and so does the one without any of it.
    assert_eq!(known([4.0, 1.0], [2.0, 2.0], low), [0.5, 0.5]);
    assert_eq!(known([4.0, 1.0], low, [2.0, 2.0]), [0.5, 0.5]);
}

#[test]
fn what_chance_seems_to_explain_is_taken_off() {
    let settled = settled(8, 5);
    let draws = uniform(0.0, 1.0, 16);
    // Rough enough that the cells of the other inputs see noise.
    let (_, known) = each_known(&draws, &settled, |x| (1e5 * x[15]).sin());
    let others = known[..15].iter().map(|own| own.first_order);
    let index: f64 = others.clone().map(|own| own.value).sum();
    let square: f64 = others.map(|own| own.standard_error * own.standard_error).sum();
    // Student's t at 99.9 % two-sided for 15 times 7 degrees of freedom.
    assert!(index.abs() <= 3.388 * square.sqrt(), "{index} {}", square.sqrt());
}

/// Over many seeds, the 90 % interval by Student's t holds the truth about as often as it says.
#[test]
fn standard_errors_are_true() {
    const SEEDS: u64 = 200;
    // Student's t at 90 % two-sided for 7 degrees of freedom.
    const T: f64 = 1.895;
    let draws = Draws::of(&[lognormal(0.5), lognormal(0.25), lognormal(0.4)]);
    let means: Vec<f64> = [0.5, 0.25, 0.4].iter().map(|s: &f64| libm::exp(0.5 * s * s)).collect();
    let margin = |x: &[f64]| x[0] * x[1] - means[0] * means[1] + 0.5 * (x[2] - means[2]) + 0.1;
    // Exact indices: variances of the conditional means.
    let variance = |s: f64| libm::exp(s * s) * (libm::exp(s * s) - 1.0);
    let (m0, m1) = (means[0], means[1]);
    let (v0, v1, v2) = (variance(0.5), variance(0.25), 0.25 * variance(0.4));
    let total = v0 * v1 + v0 * m1 * m1 + v1 * m0 * m0 + v2;
    let exact = [v0 * m1 * m1 / total, v1 * m0 * m0 / total, v2 / total];
    let mut covered = [0.0; 3];
    for seed in 0..SEEDS {
        let (_, known) = each_known(&draws, &settled(9, seed), margin);
        for ((covered, own), exact) in covered.iter_mut().zip(known).zip(exact) {
            let Measured { value, standard_error } = own.first_order;
            *covered += f64::from(u8::from((value - exact).abs() <= T * standard_error));
        }
    }
    let covered = covered.map(|count: f64| 100.0 * count / SEEDS as f64);
    // Three standard deviations of a share of 90 % among 200.
    assert!(covered.iter().all(|share| (83.0..=97.0).contains(share)), "{covered:?}");
}

#[test]
fn a_total_of_the_only_input_is_all_and_none_is_below_its_first_order() {
    for seed in 0..5 {
        let settled = settled(11, seed);
        let alone = Draws::of(&[lognormal(1.03)]);
        let total = total_indices(&alone, &Factor::of(&alone), &settled, |x| 40.0 - x[0] * x[0])[0];
        assert!(is_near(total, 1.0) && total.standard_error < 0.1, "{total:?}");
        let both = Draws::of(&[lognormal(1.0), lognormal(0.5)]);
        let product = |x: &[f64]| x[0] * x[1];
        let (_, known) = each_known(&both, &settled, product);
        let totals = total_indices(&both, &Factor::of(&both), &settled, product);
        for (total, own) in totals.iter().zip(known) {
            let first = own.first_order;
            let error = libm::hypot(total.standard_error, first.standard_error);
            assert!(total.value >= first.value - 2.0 * error, "{total:?} {first:?}");
        }
    }
}

#[test]
fn more_scenarios_make_totals_more_precise() {
    let one = (Estimate::Normal { mean: 0.0, sd: 1.0 }, Domain::real(1e6));
    let draws = Draws::of(&vec![one; 6]);
    let factors = Factor::of(&draws);
    let [few, many] = [11, 14].map(|log_size| {
        let all = total_indices(&draws, &factors, &settled(log_size, 4), |x| x.iter().sum());
        assert!(all.iter().all(|total| is_near(*total, 1.0 / 6.0)), "{all:?}");
        all.iter().map(|total| total.standard_error).sum::<f64>()
    });
    assert!(many < 0.6 * few, "{many} {few}");
}

#[test]
fn margins_that_are_large_or_far_from_zero_have_the_same_indices() {
    let draws = Draws::of(&[lognormal(0.5), lognormal(0.5)]);
    let factors = Factor::of(&draws);
    let settled = settled(9, 6);
    let of = |scale: f64, far: f64| {
        let margin = move |x: &[f64]| scale * (far + x[0] + x[1]);
        let (_, known) = each_known(&draws, &settled, margin);
        let totals = total_indices(&draws, &factors, &settled, margin);
        [known[0].first_order.value, totals[0].value]
    };
    let small = of(1.0, 0.0);
    for (scale, far) in [(1e200, 0.0), (1e-200, 0.0), (1.0, 1e8), (1e290, 0.0)] {
        let other = of(scale, far);
        for (own, other) in small.iter().zip(other) {
            assert!((own - other).abs() < 1e-5, "{scale} {far}: {small:?} {other}");
        }
    }
}

#[test]
fn a_coin_among_others_counts_in_every_order() {
    let many = |count: usize| {
        let values = (0..count).map(|at| at as f64).collect();
        (Estimate::Discrete { values, weights: None }, Domain::real(1e6))
    };
    let draws = Draws::of(&[many(23), many(23), many(2), many(23)]);
    let margin = |x: &[f64]| 10.0 * x[2] - 5.0 + 0.01 * x[0];
    let groups: [&[usize]; 3] = [&[2], &[0, 1, 2], &[0, 1, 2, 3]];
    let (whole, known) = known(&draws, &settled(11, 2), &groups, margin);
    for own in known {
        assert!((own.evppi.value - whole.evpi().value).abs() < 0.05, "{own:?}");
    }
    // With few scenarios of many replicates, too.
    let coin = Draws::of(&[many(2)]);
    for log_size in [0, 1, 2] {
        let (whole, known) = each_known(&coin, &settled(log_size, 2), |x| 10.0 * x[0] - 5.0);
        assert!((known[0].first_order.value - 1.0).abs() < 1e-9, "{log_size}: {known:?}");
        assert!((known[0].evppi.value - whole.evpi().value).abs() < 1e-9, "{log_size}: {known:?}");
    }
}

#[test]
fn chance_is_not_worth_knowing() {
    let settled = settled(8, 5);
    let draws = uniform(0.0, 1.0, 16);
    // The best choice hangs on the last input, so finely that nothing can be seen of it in cells.
    let (whole, known) = each_known(&draws, &settled, |x| (1e5 * x[15]).sin());
    let others: f64 = known[..15].iter().map(|own| own.evppi.value).sum();
    assert!(whole.evpi().value > 0.25);
    // Choices by what is fitted to the same scenarios alone would be worth 0.036.
    assert!(others / 15.0 < 0.025, "{}", others / 15.0);
}
