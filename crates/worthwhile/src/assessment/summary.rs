//! A figure with its spread.

use serde::Serialize;

/// A figure over all scenarios. Where nothing is uncertain the spread is zero; where uncertain
/// numbers are taken at their means the spread is not known and left out.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Summary {
    /// Mean, in the unit of the figure.
    pub mean: f64,
    /// Standard error of the mean, in the unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub standard_error: Option<f64>,
    /// Standard deviation, in the unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub sd: Option<f64>,
    /// 5th percentile, in the unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p5: Option<f64>,
    /// 25th percentile, in the unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p25: Option<f64>,
    /// Median, in the unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p50: Option<f64>,
    /// 75th percentile, in the unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p75: Option<f64>,
    /// 95th percentile, in the unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p95: Option<f64>,
}

impl Summary {
    /// A figure that nothing makes uncertain.
    #[must_use]
    pub fn certain(value: f64) -> Self {
        let (zero, same) = (Some(0.0), Some(value));
        Self {
            mean: value,
            standard_error: zero,
            sd: zero,
            p5: same,
            p25: same,
            p50: same,
            p75: same,
            p95: same,
        }
    }

    /// A figure of the base case whose spread is not known.
    #[must_use]
    pub fn at_means(value: f64) -> Self {
        Self {
            mean: value,
            standard_error: None,
            sd: None,
            p5: None,
            p25: None,
            p50: None,
            p75: None,
            p95: None,
        }
    }
}
