//! Quantiles of PERT: a beta distribution whose two exponents add up to 6.

use super::table::{Jet, cell};
use crate::estimate::normal::{density, distribution};

/// The normal scale is cut here; coordinates reach to 6.34 on either side.
const REACH: f64 = 6.4;
const STEPS: u32 = 64;
const STEP: f64 = REACH / STEPS as f64;
/// Terms of the series: at 1/2 they shrink by half each.
const TERMS: u32 = 54;
/// The sum of the exponents, and the gamma function there.
const SUM: f64 = 6.0;
const GAMMA_OF_SUM: f64 = 120.0;

/// The quantile function on 0 to 1 over the normal scale.
#[derive(Debug)]
pub(super) struct Pert {
    /// Quantile, slope and curvature at -6.4, -6.3, …, 6.4.
    jets: Vec<Jet>,
}

impl Pert {
    /// With the mode at this share of the range.
    pub(super) fn new(mode: f64) -> Self {
        let (first, second) = (1.0 + 4.0 * mode, SUM - 1.0 - 4.0 * mode);
        let lower = Beta::new(first, second).downwards();
        let upper = Beta::new(second, first).downwards();
        // Seen from the upper end the same curve runs the other way.
        let mirrored =
            upper.iter().skip(1).map(|[x, slope, curvature]| [1.0 - x, *slope, -curvature]);
        Self { jets: lower.iter().rev().copied().chain(mirrored).collect() }
    }

    /// Quantile, slope and curvature at z.
    pub(super) fn jet(&self, z: f64) -> Jet {
        let place = ((z + REACH) / STEP).clamp(0.0, f64::from(2 * STEPS) - 0.5);
        let at = place.floor();
        let mut ends = self.jets.iter().skip(at as usize);
        let (Some(from), Some(to)) = (ends.next(), ends.next()) else { return [0.0; 3] };
        let [a, b, c, d, e, f] = cell(*from, *to, STEP);
        let t = place - at;
        let value = a + t * (b + t * (c + t * (d + t * (e + t * f))));
        let slope = b + t * (2.0 * c + t * (3.0 * d + t * (4.0 * e + t * 5.0 * f)));
        let curvature = 2.0 * c + t * (6.0 * d + t * (12.0 * e + t * 20.0 * f));
        [value, slope / STEP, curvature / (STEP * STEP)]
    }
}

/// The beta distribution with these exponents.
struct Beta {
    first: f64,
    second: f64,
    /// 1 / B(first, second)
    scale: f64,
    from_below: Series,
    from_above: Series,
}

/// The incomplete beta function over its power, as a series: I_x(a, b) = x^a * sum of c_n x^n.
struct Series {
    exponent: f64,
    coefficients: Vec<f64>,
}

impl Series {
    fn new(first: f64, second: f64, scale: f64) -> Self {
        let mut product = scale;
        let coefficients = (0..TERMS).map(|n| {
            let n = f64::from(n);
            if n > 0.0 {
                product *= (n - second) / n;
            }
            product / (first + n)
        });
        Self { exponent: first, coefficients: coefficients.collect() }
    }

    fn at(&self, x: f64) -> f64 {
        let sum = self.coefficients.iter().rev().fold(0.0, |sum, term| sum * x + term);
        libm::pow(x, self.exponent) * sum
    }
}

impl Beta {
    fn new(first: f64, second: f64) -> Self {
        let scale = GAMMA_OF_SUM / (libm::tgamma(first) * libm::tgamma(second));
        Self {
            first,
            second,
            scale,
            from_below: Series::new(first, second, scale),
            from_above: Series::new(second, first, scale),
        }
    }

    fn distribution(&self, x: f64) -> f64 {
        if x <= 0.5 { self.from_below.at(x) } else { 1.0 - self.from_above.at(1.0 - x) }
    }

    fn density(&self, x: f64) -> f64 {
        self.scale * libm::pow(x, self.first - 1.0) * libm::pow(1.0 - x, self.second - 1.0)
    }

    /// How the density's logarithm runs.
    fn log_slope(&self, x: f64) -> f64 {
        (self.first - 1.0) / x - (self.second - 1.0) / (1.0 - x)
    }

    /// The quantile at z from the median down to -6.4. Each step starts from the one before.
    fn downwards(&self) -> Vec<Jet> {
        let mut x = self.first / SUM;
        let mut jets = Vec::new();
        for step in 0..=STEPS {
            let z = -STEP * f64::from(step);
            x = self.solve(distribution(z), x);
            let slope = density(z) / self.density(x);
            let curvature = slope * (-z - slope * self.log_slope(x));
            jets.push([x, slope, curvature]);
            // On a log scale the lower tail is nearly straight.
            let (log_slope, pace) = (slope / x, curvature / x);
            let log_curvature = pace - log_slope * log_slope;
            x *= libm::exp(-STEP * log_slope + 0.5 * STEP * STEP * log_curvature);
        }
        jets
    }

    /// The quantile of a probability by Halley's method, kept between 0 and 1.
    fn solve(&self, probability: f64, near: f64) -> f64 {
        let mut x = near.clamp(1e-300, 1.0 - 1e-12);
        for _ in 0..40 {
            let error = (self.distribution(x) - probability) / self.density(x);
            let step = error / (1.0 - 0.5 * error * self.log_slope(x)).max(0.5);
            let next = x - step;
            // Halley's error is of the third order: what a step this small leaves is rounding.
            let is_done = step.abs() < 1e-5 * x.min(1.0 - x);
            x = if next <= 0.0 {
                0.5 * x
            } else if next >= 1.0 {
                0.5 * (1.0 + x)
            } else {
                next
            };
            if is_done {
                break;
            }
        }
        x
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::Grid;
    use super::*;

    /// p5, p50 and p95 of 30-digit arithmetic.
    const PUBLISHED: [(f64, f64, f64, [f64; 3]); 2] = [
        (2.0, 5.0, 14.0, [2.917_284_696_947_95, 5.765_722_045_468_37, 9.888_899_816_013_66]),
        (0.0, 1.0, 10.0, [0.299_981_823_235_891, 2.026_648_503_614_66, 5.420_740_973_853_16]),
    ];

    #[test]
    fn quantiles_are_the_published_ones() {
        let grid = Grid::new();
        for (min, mode, max, quantiles) in PUBLISHED {
            let pert = Pert::new((mode - min) / (max - min));
            let table = grid.table(|z| pert.jet(z));
            for (probability, quantile) in [0.05, 0.5, 0.95].into_iter().zip(quantiles) {
                let found = min + (max - min) * table.at(probability);
                assert!((found - quantile).abs() < 1e-9 * (max - min), "{found} {quantile}");
            }
        }
    }

    #[test]
    fn every_shape_inverts_its_distribution() {
        let grid = Grid::new();
        for mode in [0.0, 1e-9, 0.01, 0.2, 0.37, 0.5, 0.77, 0.999, 1.0] {
            let pert = Pert::new(mode);
            let table = grid.table(|z| pert.jet(z));
            let beta = Beta::new(1.0 + 4.0 * mode, 5.0 - 4.0 * mode);
            let mut u = 2e-10;
            while u < 1.0 - 1e-9 {
                let x = table.at(u);
                // The error on the scale of the quantile.
                let error = (beta.distribution(x) - u) / beta.density(x).max(1e-3);
                assert!(error.abs() < 1e-9, "{mode} {u}: {x} {error:e}");
                u = if u < 0.4 { u * 1.05 } else { u + 0.003 };
            }
        }
    }

    #[test]
    fn a_mode_at_an_end_has_its_closed_form() {
        let grid = Grid::new();
        let pert = Pert::new(0.0);
        let table = grid.table(|z| pert.jet(z));
        for u in [1e-8, 0.01, 0.3, 0.5, 0.9, 0.9999] {
            let exact = 1.0 - libm::pow(1.0 - u, 0.2);
            assert!((table.at(u) - exact).abs() < 1e-9, "{u}");
        }
    }
}
