//! Means of functions of a normal number.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// The mean of exp(mu + sigma * z), or of `most` where that is less, for a standard normal z.
pub(super) fn clamped_lognormal_mean(mu: f64, sigma: f64, most: f64) -> f64 {
    let bound = (most.ln() - mu) / sigma;
    let above = most * below(-bound);
    // The part of the mean from below the bound. Where its exponential would be too large for a
    // number, the exponential of the tail is taken into it.
    let within = if bound >= sigma {
        (mu + sigma * sigma / 2.0).exp() * below(bound - sigma)
    } else {
        most * (-bound * bound / 2.0).exp() * scaled_erfc((sigma - bound) * FRAC_1_SQRT_2) / 2.0
    };
    within + above
}

/// The mean of a normal number kept from `-most` to `most`.
pub(super) fn clamped_normal_mean(mean: f64, sd: f64, most: f64) -> f64 {
    if sd <= 0.0 {
        return mean.clamp(-most, most);
    }
    let excess = |deviations: f64| sd * (density(deviations) - deviations * below(-deviations));
    mean - excess((most - mean) / sd) + excess((most + mean) / sd)
}

/// The mean of logistic(mu + sigma * z) for a standard normal z.
///
/// The trapezoid rule over the whole line converges faster than any power of the step for a
/// smooth integrand. With this step the error is below 1e-15 for every sigma up to 30.
pub(super) fn logistic_normal_mean(mu: f64, sigma: f64) -> f64 {
    let steps_per_unit = 64;
    let reach = 10 * steps_per_unit;
    let step = 1.0 / f64::from(steps_per_unit);
    let mut sum = 0.0;
    for i in -reach..=reach {
        let z = f64::from(i) * step;
        sum += density(z) / (1.0 + (-(mu + sigma * z)).exp());
    }
    sum * step
}

fn density(z: f64) -> f64 {
    (-z * z / 2.0).exp() / (2.0 * PI).sqrt()
}

/// The chance that a standard normal number is below `z`.
pub(super) fn below(z: f64) -> f64 {
    let x = z.abs() * FRAC_1_SQRT_2;
    let tail = (-x * x).exp() * scaled_erfc(x) / 2.0;
    if z > 0.0 { 1.0 - tail } else { tail }
}

/// exp(x^2) * erfc(x) for x of at least 0.
fn scaled_erfc(x: f64) -> f64 {
    if x < 2.0 {
        return (x * x).exp() - scaled_erf(x);
    }
    // The continued fraction, from its far end.
    let mut fraction = x;
    for k in (1..=200).rev() {
        fraction = x + f64::from(k) / 2.0 / fraction;
    }
    1.0 / (PI.sqrt() * fraction)
}

/// exp(x^2) * erf(x), by a series of positive terms.
fn scaled_erf(x: f64) -> f64 {
    let mut term = 2.0 * x / PI.sqrt();
    let mut sum = term;
    for n in 1..100 {
        term *= 2.0 * x * x / f64::from(2 * n + 1);
        sum += term;
    }
    sum
}
