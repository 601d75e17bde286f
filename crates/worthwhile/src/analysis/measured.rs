//! Figures with their standard errors.

/// A figure and how far it may be off for having computed so many scenarios only.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measured {
    pub(crate) value: f64,
    pub(crate) standard_error: f64,
}

impl Measured {
    pub(crate) const ZERO: Self = Self { value: 0.0, standard_error: 0.0 };

    /// Whether it cannot be told from zero.
    pub(crate) fn is_noise(&self) -> bool {
        self.value <= 2.0 * self.standard_error
    }
}

/// The mean of independent replicates, and the standard error of that mean. With one replicate
/// there is no error to be seen: it is zero.
pub(crate) fn replicated(replicates: impl Iterator<Item = f64> + Clone) -> Measured {
    let (mut count, mut sum) = (0.0, 0.0);
    for value in replicates.clone() {
        count += 1.0;
        sum += value;
    }
    let mean = sum / count;
    let root = root_of_squares(replicates.map(|value| value - mean));
    let spread = if count > 1.0 { root / libm::sqrt(count - 1.0) } else { 0.0 };
    Measured { value: mean, standard_error: spread / libm::sqrt(count) }
}

/// The root of the sum of squares, also where the squares themselves are beyond all numbers.
pub(crate) fn root_of_squares(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let squares: f64 = values.clone().map(|value| value * value).sum();
    if squares.is_finite() {
        return libm::sqrt(squares);
    }
    let most = values.clone().fold(0.0, |most: f64, value| most.max(value.abs()));
    let parts: f64 = values.map(|value| (value / most) * (value / most)).sum();
    most * libm::sqrt(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_have_an_error_of_their_size() {
        let small = replicated([1.0, 2.0, 6.0].into_iter());
        let large = replicated([1e200, 2e200, 6e200].into_iter());
        assert!((large.standard_error / 1e200 - small.standard_error).abs() < 1e-12, "{large:?}");
        assert!((small.standard_error - libm::sqrt(7.0 / 3.0)).abs() < 1e-12);
    }
}
