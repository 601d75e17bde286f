//! Estimates and their means.

use super::normal::{clamped_lognormal_mean, clamped_normal_mean, logistic_normal_mean};
use serde_json::Value;

/// The 95 % point of the standard normal: a 90 % interval is this many deviations to each side.
const Z95: f64 = 1.644_853_626_951_472_7;

/// No sum of money is larger.
pub(super) const MOST_MONEY: f64 = 1e9;

/// The scale on which an interval is normal.
#[derive(Debug, Clone, Copy)]
pub(super) enum Domain {
    /// Logit between the two bounds.
    Bounded(f64, f64),
    /// Logarithmic. A draw above the bound is the bound.
    Amount(f64),
    /// Plain: money of either sign.
    Real,
}

/// What is known of a number.
pub(super) enum Estimate {
    Certain(f64),
    Interval { low: f64, high: f64, domain: Domain },
    Pert { min: f64, mode: f64, max: f64 },
    Uniform { min: f64, max: f64 },
    Normal { mean: f64, sd: f64 },
    Discrete { values: Vec<f64>, weights: Vec<f64> },
}

impl Estimate {
    /// Reads an estimate in any of its forms.
    pub(super) fn read(estimate: &Value, domain: Domain) -> Self {
        if let Some(number) = estimate.as_f64() {
            return Self::Certain(number);
        }
        let field = |name: &str| estimate[name].as_f64().unwrap();
        match estimate["dist"].as_str() {
            Some("uniform") => Self::Uniform { min: field("min"), max: field("max") },
            Some("normal") => Self::Normal { mean: field("mean"), sd: field("sd") },
            Some("discrete") => discrete(estimate),
            Some(other) => panic!("no such distribution: {other}"),
            None if estimate.get("low").is_some() => {
                Self::Interval { low: field("low"), high: field("high"), domain }
            }
            None => Self::Pert { min: field("min"), mode: field("mode"), max: field("max") },
        }
    }

    /// The mean of draws that stay within the bounds of their domain.
    pub(super) fn mean(&self) -> f64 {
        match self {
            Self::Certain(number) => *number,
            Self::Interval { low, high, domain } => interval(*low, *high, *domain),
            Self::Pert { min, mode, max } => (min + 4.0 * mode + max) / 6.0,
            Self::Uniform { min, max } => (min + max) / 2.0,
            Self::Normal { mean, sd } => clamped_normal_mean(*mean, *sd, MOST_MONEY),
            Self::Discrete { values, weights } => {
                let mut sum = 0.0;
                let mut total = 0.0;
                for i in 0..values.len() {
                    sum += weights[i] * values[i];
                    total += weights[i];
                }
                sum / total
            }
        }
    }

    /// Whether there is only one value that it can have.
    pub(super) fn is_certain(&self) -> bool {
        match self {
            Self::Certain(_) => true,
            Self::Interval { low, high, .. } => low >= high,
            Self::Pert { min, max, .. } | Self::Uniform { min, max } => min >= max,
            Self::Normal { sd, .. } => *sd <= 0.0,
            Self::Discrete { values, .. } => values.len() == 1,
        }
    }
}

fn discrete(estimate: &Value) -> Estimate {
    let numbers = |name: &str| -> Option<Vec<f64>> {
        let list = estimate[name].as_array()?;
        Some(list.iter().map(|number| number.as_f64().unwrap()).collect())
    };
    let values = numbers("values").unwrap();
    let weights = numbers("weights").unwrap_or(vec![1.0; values.len()]);
    Estimate::Discrete { values, weights }
}

fn interval(low: f64, high: f64, domain: Domain) -> f64 {
    // Equal ends are a certain number, also where the scale would round it.
    if low >= high {
        return low;
    }
    match domain {
        Domain::Real => {
            let (mu, sigma) = normal_from_ends(low, high);
            clamped_normal_mean(mu, sigma, MOST_MONEY)
        }
        Domain::Amount(most) => {
            let (mu, sigma) = normal_from_ends(low.ln(), high.ln());
            clamped_lognormal_mean(mu, sigma, most)
        }
        Domain::Bounded(bottom, top) => {
            let logit = |x: f64| ((x - bottom) / (top - x)).ln();
            let (mu, sigma) = normal_from_ends(logit(low), logit(high));
            bottom + (top - bottom) * logistic_normal_mean(mu, sigma)
        }
    }
}

/// Mean and standard deviation of a normal from its 5th and 95th percentiles.
pub(super) fn normal_from_ends(p5: f64, p95: f64) -> (f64, f64) {
    ((p5 + p95) / 2.0, (p95 - p5) / (2.0 * Z95))
}
