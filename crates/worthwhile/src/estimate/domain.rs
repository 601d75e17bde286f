//! The values a field allows, and the scale on which its uncertainty is measured.

/// The scale on which a 90% interval is a normal distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Bounded on both sides: the log odds of the position between the bounds.
    Logit,
    /// An amount, zero or more: its logarithm. The upper bound is a sanity check.
    Log,
    /// The number itself.
    Plain,
}

/// The values a field allows, and their scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Domain {
    /// Scale of an interval.
    pub scale: Scale,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// Whether `min` itself is excluded.
    pub is_above_min: bool,
    /// Whether `max` itself is excluded.
    pub is_below_max: bool,
}

/// The weights of a discrete estimate. Only their ratios count.
pub(crate) const WEIGHT: Domain = Domain::amount(1e9);

impl Domain {
    const fn new(scale: Scale, min: f64, max: f64) -> Self {
        Self { scale, min, max, is_above_min: false, is_below_max: false }
    }

    pub(crate) const fn bounded(min: f64, max: f64) -> Self {
        Self::new(Scale::Logit, min, max)
    }

    pub(crate) const fn amount(max: f64) -> Self {
        Self::new(Scale::Log, 0.0, max)
    }

    pub(crate) const fn real(size: f64) -> Self {
        Self::new(Scale::Plain, -size, size)
    }

    pub(crate) const fn above_min(mut self) -> Self {
        self.is_above_min = true;
        self
    }

    pub(crate) const fn below_max(mut self) -> Self {
        self.is_below_max = true;
        self
    }

    /// The values that the ends of a 90% interval take: its scale has none at the edge.
    pub(crate) fn of_interval_ends(&self) -> Self {
        let is_inside = self.scale != Scale::Plain;
        Self {
            is_above_min: is_inside || self.is_above_min,
            is_below_max: is_inside || self.is_below_max,
            ..*self
        }
    }

    /// The standard deviations that a normal distribution takes here.
    pub(crate) fn of_spread(&self) -> Self {
        Self { min: 0.0, ..*self }
    }

    /// Whether the value is allowed.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        let low = if self.is_above_min { value > self.min } else { value >= self.min };
        let high = if self.is_below_max { value < self.max } else { value <= self.max };
        low && high
    }

    /// The smallest and the largest finite value that is allowed.
    pub(crate) fn ends(&self) -> [f64; 2] {
        let min = if self.is_above_min { self.min.next_up() } else { self.min };
        let max = if self.is_below_max { self.max.next_down() } else { self.max };
        [min.max(f64::MIN), max.min(f64::MAX)]
    }

    /// The bounds in words: `0 to 10`, `greater than 0 and at most 168`.
    #[must_use]
    pub fn describe(&self) -> String {
        let (min, max) = (self.min, self.max);
        match (self.is_above_min, self.is_below_max) {
            (false, false) => format!("{min} to {max}"),
            (true, false) => format!("greater than {min} and at most {max}"),
            (false, true) => format!("at least {min} and less than {max}"),
            (true, true) => format!("greater than {min} and less than {max}"),
        }
    }
}
