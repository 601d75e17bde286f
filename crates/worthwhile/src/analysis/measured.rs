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
    let squares: f64 = replicates.map(|value| (value - mean) * (value - mean)).sum();
    let variance = if count > 1.0 { squares / (count - 1.0) } else { 0.0 };
    Measured { value: mean, standard_error: libm::sqrt(variance / count) }
}
