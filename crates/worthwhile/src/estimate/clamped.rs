//! Means of draws that are clamped at the bounds of a domain, in closed form.

use std::f64::consts::PI;

use super::Domain;
use super::normal::{density, distribution};

/// From here on the tail of the normal distribution is taken by its continued fraction: the tail
/// itself soon underflows.
const FAR: f64 = 6.0;

/// Mean of min(X, most) where the logarithm of X is normal.
///
/// It is e^(mu + sigma^2 / 2) * P(z < a - sigma) + most * P(z > a), a = (ln most - mu) / sigma.
pub(super) fn log_normal_mean(mu: f64, sigma: f64, most: f64) -> f64 {
    let at = (libm::log(most) - mu) / sigma;
    let beyond = sigma - at;
    let below = if beyond > FAR {
        // The same, as both factors leave what a float holds: most * density(a) * tail / density.
        most * libm::exp(-0.5 * at * at) / libm::sqrt(2.0 * PI) * tail_over_density(beyond)
    } else {
        libm::exp(mu + 0.5 * sigma * sigma) * distribution(-beyond)
    };
    below + most * distribution(-at)
}

/// Mean of a normal variable clamped at both bounds.
pub(super) fn normal_mean(mean: f64, sd: f64, domain: &Domain) -> f64 {
    let (low, high) = ((domain.min - mean) / sd, (domain.max - mean) / sd);
    let (below, above) = (distribution(low), distribution(-high));
    domain.min * below
        + domain.max * above
        + mean * (1.0 - below - above)
        + sd * (density(low) - density(high))
}

/// Mills' ratio of the upper tail, for `z` well above 0.
fn tail_over_density(z: f64) -> f64 {
    const TERMS: u32 = 60;
    1.0 / (1..=TERMS).rev().fold(z, |rest, term| z + f64::from(term) / rest)
}

#[cfg(test)]
mod tests {
    use crate::estimate::{Domain, Estimate};

    /// The mean of clamped draws, by a fine sum over the normal distribution. The kink at a bound
    /// costs it accuracy, so the steps are many.
    fn summed(mu: f64, sigma: f64, draw: impl Fn(f64) -> f64) -> f64 {
        const STEPS: i32 = 400_000;
        let (mut sum, mut weights) = (0.0, 0.0);
        for step in -STEPS..=STEPS {
            let z = f64::from(step) * (10.0 / f64::from(STEPS));
            let weight = libm::exp(-0.5 * z * z);
            sum += weight * draw(mu + sigma * z);
            weights += weight;
        }
        sum / weights
    }

    #[test]
    fn the_mean_of_an_amount_is_that_of_its_clamped_draws() {
        let domain = Domain::amount(1000.0);
        let ranges = [
            (1.0, 10.0),
            (1.0, 900.0),
            (500.0, 999.0),
            (1e-3, 999.0),
            (1e-9, 999.0),
            (1e-300, 1.0),
        ];
        for (low, high) in ranges {
            let (mu, sigma) = domain.normal(low, high);
            let sum = summed(mu, sigma, |x| libm::exp(x).min(1000.0));
            let mean = Estimate::between(low, high).mean(&domain);
            assert!((mean - sum).abs() < 1e-7 * sum, "{low}..{high}: {mean} {sum}");
            assert!(mean <= 1000.0 && mean > 0.0);
        }
    }

    #[test]
    fn the_mean_of_a_real_number_is_that_of_its_clamped_draws() {
        let domain = Domain::real(1e9);
        for (mean, sd) in [(3000.0, 500.0), (9e8, 1e9), (-1e9, 1e8), (0.0, 1e9), (5e8, 7e8)] {
            let sum = summed(mean, sd, |x| x.clamp(-1e9, 1e9));
            let found = Estimate::Normal { mean, sd }.mean(&domain);
            assert!((found - sum).abs() < 1e-9 * sum.abs().max(1e9), "{mean} {sd}: {found} {sum}");
        }
        let near = Estimate::Normal { mean: 3000.0, sd: 500.0 }.mean(&domain);
        assert!((near - 3000.0).abs() < 1e-9, "{near}");
    }

    #[test]
    fn the_far_tail_joins_the_near_one() {
        // Where the continued fraction takes over, both say the same.
        let exact = |z: f64| super::distribution(-z) / super::density(z);
        for z in [5.9, 6.0, 6.1, 9.0, 20.0] {
            let ratio = super::tail_over_density(z) / exact(z);
            assert!((ratio - 1.0).abs() < 1e-13, "{z}: {ratio}");
        }
    }
}
