//! Means of estimates, the numbers of the base case.

use super::clamped::{log_normal_mean, normal_mean};
use super::{Domain, Estimate, Scale};

/// The 95th percentile of the standard normal distribution (30-digit arithmetic, rounded).
pub(super) const Z95: f64 = 1.644_853_626_951_472_7;

/// Widest step, and half-width, in standard deviations, of the sum that stands for a mean over the
/// normal distribution. Such a sum converges exponentially as the step shrinks.
const WIDEST_STEP: f64 = 0.5;
const HALF_WIDTH: f64 = 8.5;
/// The logistic function of a normal variable has poles at pi / sigma off the real line, and the
/// error of the sum falls as e^(-2 pi (pi / sigma) / step): this product keeps it below 1e-13.
const STEP_TIMES_SIGMA: f64 = 0.6;

impl Estimate {
    /// The mean, in the unit of the field with this domain. Draws beyond the domain's bounds are the
    /// bounds, and the mean is that of such draws.
    ///
    /// # Example
    /// ```
    /// use worthwhile::{Estimate, field};
    /// let mean = Estimate::between(1.0, 10.0).mean(&field::ACTIVITY_HOURS.domain);
    /// assert!((mean - 4.040_012_826_945_73).abs() < 1e-12);
    /// ```
    #[must_use]
    pub fn mean(&self, domain: &Domain) -> f64 {
        match self {
            Self::Certain(value) => *value,
            Self::Interval { low, .. } if self.is_certain() => *low,
            Self::Interval { low, high } => interval_mean(domain, *low, *high),
            Self::Pert { min, mode, max } => (min + 4.0 * mode + max) / 6.0,
            Self::Uniform { min, max } => 0.5 * (min + max),
            Self::Normal { mean, sd } if *sd > 0.0 => normal_mean(*mean, *sd, domain),
            Self::Normal { mean, .. } => *mean,
            Self::Discrete { values, weights } => discrete_mean(values, weights.as_deref()),
        }
    }
}

fn interval_mean(domain: &Domain, low: f64, high: f64) -> f64 {
    let (mu, sigma) = domain.normal(low, high);
    if sigma <= 0.0 {
        // Neighbors that the scale does not tell apart.
        return 0.5 * (low + high);
    }
    match domain.scale {
        Scale::Plain => normal_mean(mu, sigma, domain),
        Scale::Log => log_normal_mean(mu, sigma, domain.max),
        Scale::Logit => domain.min + (domain.max - domain.min) * logistic_normal_mean(mu, sigma),
    }
}

impl Domain {
    /// Mean and standard deviation, on the scale of the domain, of the normal distribution that a
    /// 90 % interval stands for.
    pub(crate) fn normal(&self, low: f64, high: f64) -> (f64, f64) {
        let on_scale = |x: f64| match self.scale {
            Scale::Plain => x,
            Scale::Log => libm::log(x),
            // Two logarithms: the quotient of a tiny number would be rounded to zero.
            Scale::Logit => libm::log(x - self.min) - libm::log(self.max - x),
        };
        let (low, high) = (on_scale(low), on_scale(high));
        (0.5 * (low + high), (high - low) / (2.0 * Z95))
    }
}

/// Mean of the logistic function of a normal variable; there is no closed form.
fn logistic_normal_mean(mu: f64, sigma: f64) -> f64 {
    // Finite, since infinity times a shift of zero is no number.
    let odds_against = libm::exp(-mu).min(f64::MAX);
    let step = WIDEST_STEP.min(STEP_TIMES_SIGMA / sigma);
    let steps = (HALF_WIDTH / step).ceil() as u32;
    let mut sum = 1.0 / (1.0 + odds_against);
    let mut weights = 1.0;
    for at in 1..=steps {
        let z = f64::from(at) * step;
        let weight = libm::exp(-0.5 * z * z);
        let shift = libm::exp(-sigma * z);
        let above = 1.0 / (1.0 + odds_against * shift);
        let below = 1.0 / (1.0 + odds_against / shift);
        sum += weight * (above + below);
        weights += 2.0 * weight;
    }
    sum / weights
}

fn discrete_mean(values: &[f64], weights: Option<&[f64]>) -> f64 {
    let Some(weights) = weights else {
        let count: f64 = values.iter().map(|_| 1.0).sum();
        return values.iter().sum::<f64>() / count;
    };
    // Only ratios count; without this, products with the smallest of weights lose their digits.
    let largest = weights.iter().copied().fold(0.0, f64::max);
    let total: f64 = weights.iter().map(|weight| weight / largest).sum();
    let sum: f64 = values.iter().zip(weights).map(|(value, own)| value * (own / largest)).sum();
    sum / total
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARE: Domain = Domain::bounded(0.0, 1.0);

    #[test]
    fn interval_mean_on_a_log_scale_is_the_published_one() {
        let mean = Estimate::between(1.0, 10.0).mean(&Domain::amount(1e9));
        assert!((mean - 4.040_012_826_945_73).abs() < 1e-13, "{mean}");
    }

    #[test]
    fn a_symmetric_interval_on_a_bounded_scale_has_its_middle_as_mean() {
        // Ends whose distance to the bounds a float holds exactly.
        for low in [f64::exp2(-20.0), 0.125, 0.25, 0.4375] {
            let mean = Estimate::between(low, 1.0 - low).mean(&SHARE);
            assert!((mean - 0.5).abs() < 1e-13, "{low}: {mean}");
        }
    }

    #[test]
    fn the_smallest_numbers_have_a_mean_at_once() {
        let tiny = f64::from_bits(1);
        for domain in [SHARE, Domain::bounded(0.0, 10.0)] {
            for (low, high) in [(tiny, 2.0 * tiny), (tiny, 0.5), (tiny, 1.0 - f64::EPSILON)] {
                let mean = Estimate::between(low, high).mean(&domain);
                assert!((0.0..0.75 * domain.max).contains(&mean), "{low}..{high}: {mean}");
            }
        }
    }

    #[test]
    fn neighbors_have_a_mean_between_them() {
        for domain in [SHARE, Domain::bounded(0.0, 10.0), Domain::amount(1e9), Domain::real(1e9)] {
            let places = [1e-300, 0.3, 0.5, 1.0 - 1e-15, 0.999_999_999].map(|at| at * domain.max);
            let ends = [domain.min.next_up(), domain.max.next_down().next_down()];
            for low in places.into_iter().chain(ends).filter(|low| *low > domain.min) {
                let highs = [low.next_up(), low.next_up().next_up()];
                for high in highs.into_iter().filter(|end| domain.of_interval_ends().contains(*end))
                {
                    let mean = Estimate::between(low, high).mean(&domain);
                    // The scale has fewer digits than the number.
                    let near = 1e-7 * domain.max;
                    assert!(mean >= low - near && mean <= high + near, "{low}..{high}: {mean}");
                }
            }
        }
    }

    #[test]
    fn only_the_ratios_of_weights_count() {
        let values = vec![0.49, 0.48, 0.1];
        for scale in [5e-324, 1e-322, 1e-300, 1.0, 1e300] {
            let weights = Some(vec![3.0 * scale, 2.0 * scale, 0.0]);
            let mean = Estimate::Discrete { values: values.clone(), weights }.mean(&SHARE);
            assert!((mean - 0.486).abs() < 1e-15, "{scale}: {mean}");
        }
    }

    #[test]
    fn a_finer_sum_gives_the_same_mean() {
        for (low, high) in [(1e-6, 0.3), (0.1, 0.6), (0.89, 0.9), (1e-6, 1.0 - 1e-6)] {
            let mean = Estimate::between(low, high).mean(&SHARE);
            let logit = |x: f64| libm::log(x / (1.0 - x));
            let (mu, sigma) =
                (0.5 * (logit(low) + logit(high)), (logit(high) - logit(low)) / (2.0 * Z95));
            let (mut sum, mut weights) = (0.0, 0.0);
            for step in -40_000..=40_000 {
                let z = f64::from(step) * (9.0 / 40_000.0);
                let weight = libm::exp(-0.5 * z * z);
                sum += weight / (1.0 + libm::exp(-(mu + sigma * z)));
                weights += weight;
            }
            assert!((mean - sum / weights).abs() < 1e-12, "{low}..{high}: {mean}");
        }
    }

    #[test]
    fn the_other_forms_have_their_textbook_means() {
        let plain = Domain::real(1e9);
        let close = |estimate: Estimate, mean: f64| {
            assert!((estimate.mean(&plain) - mean).abs() < 1e-12, "{estimate:?}");
        };
        close(Estimate::pert(2.0, 5.0, 14.0), 6.0);
        close(Estimate::between(10.0, 50.0), 30.0);
        close(Estimate::Uniform { min: 1.0, max: 4.0 }, 2.5);
        close(Estimate::Normal { mean: -3.0, sd: 2.0 }, -3.0);
        close(Estimate::Discrete { values: vec![0.0, 3.0], weights: None }, 1.5);
        close(Estimate::Discrete { values: vec![0.0, 4.0], weights: Some(vec![3.0, 1.0]) }, 1.0);
    }
}
