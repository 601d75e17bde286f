//! Numbers that may be uncertain: their forms, domains and means.

mod clamped;
mod domain;
mod mean;
pub(crate) mod normal;

pub(crate) use domain::WEIGHT;
pub use domain::{Domain, Scale};

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A number, certain or uncertain.
///
/// Plain numbers convert with `into()`. The unit and the bounds are those of the field that contains
/// the estimate. See [`Field`](crate::Field).
///
/// # Example
/// ```
/// use worthwhile::Estimate;
/// let hours = Estimate::pert(6.0, 12.0, 30.0);
/// assert_eq!(serde_json::to_string(&hours)?, r#"{"min":6.0,"mode":12.0,"max":30.0}"#);
/// assert!(!hours.is_certain() && Estimate::from(8).is_certain());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Estimate {
    /// A certain number.
    Certain(f64),
    /// A 90% interval: `low` is the 5th percentile, `high` the 95th. Normal on the scale of the field's
    /// domain; both ends must be strictly inside it.
    Interval {
        /// 5th percentile.
        low: f64,
        /// 95th percentile.
        high: f64,
    },
    /// Smallest, most likely and largest value (PERT: a beta distribution on `[min, max]`).
    Pert {
        /// Smallest possible value.
        min: f64,
        /// Most likely value.
        mode: f64,
        /// Largest possible value.
        max: f64,
    },
    /// Every value from `min` to `max` equally likely.
    Uniform {
        /// Smallest possible value.
        min: f64,
        /// Largest possible value.
        max: f64,
    },
    /// A normal distribution; only for fields on a plain scale.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation, zero or more.
        sd: f64,
    },
    /// One of a few values.
    Discrete {
        /// The values, at least one.
        values: Vec<f64>,
        /// How likely each is, up to a common factor. If absent, all are equal.
        weights: Option<Vec<f64>>,
    },
}

impl Estimate {
    /// A 90% interval: the value is below it one time in twenty, and above it one time in twenty.
    #[must_use]
    pub fn between(low: f64, high: f64) -> Self {
        Self::Interval { low, high }
    }

    /// Smallest, most likely and largest value.
    #[must_use]
    pub fn pert(min: f64, mode: f64, max: f64) -> Self {
        Self::Pert { min, mode, max }
    }

    /// Whether it has only one possible value.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        let same = |a: f64, b: f64| a >= b;
        match self {
            Self::Certain(_) => true,
            Self::Interval { low, high } => same(*low, *high),
            Self::Pert { min, max, .. } | Self::Uniform { min, max } => same(*min, *max),
            Self::Normal { sd, .. } => *sd <= 0.0,
            Self::Discrete { values, .. } => {
                values.windows(2).all(|pair| matches!(pair, [a, b] if (a - b).abs() <= 0.0))
            }
        }
    }

    /// Whether every value it takes is above zero (save for chances of nothing).
    pub(crate) fn is_surely_positive(&self) -> bool {
        match self {
            Self::Certain(value) => *value > 0.0,
            Self::Interval { .. } => true,
            Self::Pert { max, .. } | Self::Uniform { max, .. } => *max > 0.0,
            Self::Normal { .. } => false,
            Self::Discrete { values, weights } => {
                let weight = |at| weights.as_ref().and_then(|weights| weights.get(at));
                let mut possible =
                    values.iter().enumerate().filter(|(at, _)| weight(*at) != Some(&0.0));
                possible.all(|(_, value)| *value > 0.0)
            }
        }
    }

    /// Whether all its numbers are such as the reader takes.
    pub(crate) fn is_within(&self, domain: &Domain) -> bool {
        let ends = match self {
            Self::Certain(value) => [*value; 2],
            Self::Interval { low, high } => {
                let ends = domain.of_interval_ends();
                return ends.contains(*low) && ends.contains(*high);
            }
            Self::Pert { min, max, .. } | Self::Uniform { min, max } => [*min, *max],
            Self::Normal { mean, sd } => {
                return domain.contains(*mean) && domain.of_spread().contains(*sd);
            }
            Self::Discrete { values, .. } => {
                return values.iter().all(|value| domain.contains(*value));
            }
        };
        ends.iter().all(|end| domain.contains(*end))
    }

    /// The same estimate in another unit: every value times `factor`.
    #[must_use]
    pub(crate) fn scaled(&self, factor: f64) -> Self {
        let s = |value: &f64| value * factor;
        match self {
            Self::Certain(value) => Self::Certain(s(value)),
            Self::Interval { low, high } => Self::Interval { low: s(low), high: s(high) },
            Self::Pert { min, mode, max } => Self::Pert { min: s(min), mode: s(mode), max: s(max) },
            Self::Uniform { min, max } => Self::Uniform { min: s(min), max: s(max) },
            Self::Normal { mean, sd } => Self::Normal { mean: s(mean), sd: s(sd) },
            Self::Discrete { values, weights } => {
                Self::Discrete { values: values.iter().map(s).collect(), weights: weights.clone() }
            }
        }
    }
}

impl From<f64> for Estimate {
    fn from(value: f64) -> Self {
        Self::Certain(value)
    }
}

impl From<i32> for Estimate {
    fn from(value: i32) -> Self {
        Self::Certain(f64::from(value))
    }
}

impl From<u32> for Estimate {
    fn from(value: u32) -> Self {
        Self::Certain(f64::from(value))
    }
}

impl From<f32> for Estimate {
    fn from(value: f32) -> Self {
        Self::Certain(f64::from(value))
    }
}

/// A number as the documents write it. JSON has no infinities, and serde_json would write `null`,
/// which means "absent": so they are written as text, which the reader refuses by name.
#[derive(Clone, Copy)]
pub(crate) struct Number(pub(crate) f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_finite() {
            serializer.serialize_f64(self.0)
        } else {
            serializer.collect_str(&self.0)
        }
    }
}

/// Serializes an optional plain number, see [`Number`].
pub(crate) fn finite<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    value.map(Number).serialize(serializer)
}

/// Serializes an optional list of plain numbers, see [`Number`].
pub(crate) fn finite_list<S: Serializer>(
    values: &Option<Vec<f64>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let numbers = |list: &Vec<f64>| list.iter().map(|value| Number(*value)).collect::<Vec<_>>();
    values.as_ref().map(numbers).serialize(serializer)
}

impl Serialize for Estimate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let numbers = |list: &[f64]| list.iter().map(|value| Number(*value)).collect::<Vec<_>>();
        let mut map = match self {
            Self::Certain(value) => return Number(*value).serialize(serializer),
            _ => serializer.serialize_map(None)?,
        };
        let mut put = |key: &str, value: f64| map.serialize_entry(key, &Number(value));
        match self {
            Self::Certain(_) => {}
            Self::Interval { low, high } => {
                put("low", *low)?;
                put("high", *high)?;
            }
            Self::Pert { min, mode, max } => {
                put("min", *min)?;
                put("mode", *mode)?;
                put("max", *max)?;
            }
            Self::Uniform { min, max } => {
                map.serialize_entry("dist", "uniform")?;
                map.serialize_entry("min", &Number(*min))?;
                map.serialize_entry("max", &Number(*max))?;
            }
            Self::Normal { mean, sd } => {
                map.serialize_entry("dist", "normal")?;
                map.serialize_entry("mean", &Number(*mean))?;
                map.serialize_entry("sd", &Number(*sd))?;
            }
            Self::Discrete { values, weights } => {
                map.serialize_entry("dist", "discrete")?;
                map.serialize_entry("values", &numbers(values))?;
                if let Some(weights) = weights {
                    map.serialize_entry("weights", &numbers(weights))?;
                }
            }
        }
        map.end()
    }
}
