use super::super::estimates::{Domain, Estimate};
use super::assert_near;
use serde_json::{Value, json};

const AMOUNT: Domain = Domain::Amount(1000.0);

fn mean(estimate: &Value, domain: Domain) -> f64 {
    Estimate::read(estimate, domain).mean()
}

#[test]
fn estimates_have_their_published_means() {
    let amount = |estimate: Value| mean(&estimate, AMOUNT);
    assert_near(amount(json!({"low": 1, "high": 10})), 4.040_012_826_945_73);
    assert_near(amount(json!(3)), 3.0);
    assert_near(amount(json!({"low": 3, "high": 3})), 3.0);
    assert_near(amount(json!({"min": 2, "mode": 5, "max": 14})), 6.0);
    assert_near(amount(json!({"min": 0, "mode": 1, "max": 10})), 14.0 / 6.0);
    assert_near(amount(json!({"min": 4, "mode": 4, "max": 4})), 4.0);
    assert_near(amount(json!({"dist": "uniform", "min": 1, "max": 4})), 2.5);
    assert_near(amount(json!({"dist": "discrete", "values": [1, 2, 6]})), 3.0);
    let weighted = json!({"dist": "discrete", "values": [1, 2, 6], "weights": [1, 0.5, 0.5]});
    assert_near(amount(weighted), 2.5);
    assert_near(mean(&json!({"low": -10, "high": 50}), Domain::Real), 20.0);
    assert_near(mean(&json!({"dist": "normal", "mean": -7, "sd": 3}), Domain::Real), -7.0);
}

/// The expected means are from mpmath, at 30 digits.
#[test]
fn a_bounded_interval_has_the_mean_of_a_logit_normal() {
    let bounded = |low: f64, high: f64, top: f64| {
        mean(&json!({"low": low, "high": high}), Domain::Bounded(0.0, top))
    };
    assert_near(bounded(5.0, 9.0, 10.0), 7.316_217_857_869_694);
    assert_near(bounded(0.01, 0.2, 1.0), 0.068_782_294_124_036_36);
    assert_near(bounded(0.001, 167.9, 168.0), 59.593_075_451_900_88);
    assert_near(bounded(0.2, 0.8, 1.0), 0.5);
}

/// The expected means are from quadrature with mpmath.
#[test]
fn a_draw_beyond_its_bound_counts_as_the_bound() {
    let amount = |low: f64, high: f64| mean(&json!({"low": low, "high": high}), AMOUNT);
    assert_near(amount(500.0, 900.0), 680.775_335_742_225_1);
    assert_near(amount(1.0, 900.0), 135.275_495_139_199_25);
    assert_near(amount(1e-6, 999.0), 71.231_725_357_332_24);
    assert_near(amount(1e-300, 999.0), 50.489_604_302_875_46);
    let normal = json!({"dist": "normal", "mean": 5e8, "sd": 6e8});
    assert_near(mean(&normal, Domain::Real), 433219547.543_116_9);
}
