//! The standard normal distribution.

use std::f64::consts::{FRAC_1_SQRT_2, LN_2, PI};

/// The distribution function; accurate in the lower tail.
pub(crate) fn distribution(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

/// The density.
pub(crate) fn density(z: f64) -> f64 {
    libm::exp(-0.5 * z * z) / libm::sqrt(2.0 * PI)
}

/// The quantile of `u` in 0 to 1/2, by Halley's method from near by.
pub(crate) fn lower_quantile(u: f64, near: f64) -> f64 {
    let mut z = near;
    for _ in 0..60 {
        let error = (distribution(z) - u) / density(z);
        let step = error / (1.0 + 0.5 * z * error);
        z -= step;
        if step.abs() < 1e-14 {
            break;
        }
    }
    z
}

/// A start for [`lower_quantile`]: the bound e^(-z^2 / 2) / 2 of the lower tail, solved for z.
pub(crate) fn rough_lower_quantile(u: f64) -> f64 {
    let exponent = -libm::log(u) - LN_2;
    if exponent > 0.0 { -libm::sqrt(2.0 * exponent) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_the_published_ones() {
        // 30-digit arithmetic.
        let published = [
            (0.05, -1.644_853_626_951_472_7),
            (0.5, 0.0),
            (0.001, -3.090_232_306_167_813_5),
            (1e-9, -5.997_807_015_007_686_7),
        ];
        for (u, z) in published {
            assert!((lower_quantile(u, rough_lower_quantile(u)) - z).abs() < 1e-13, "{u}");
        }
    }
}
