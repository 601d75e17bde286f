//! Reading back what an answer holds of other rooms.

use serde::{Deserialize, Deserializer};

use crate::analysis::Summary;
use crate::catalogue::Seen;
use crate::estimate::Estimate;

/// What a [`Summary`] is in a document.
#[derive(Deserialize)]
struct SummaryForm {
    mean: f64,
    standard_error: f64,
    sd: f64,
    p5: f64,
    p25: f64,
    p50: f64,
    p75: f64,
    p95: f64,
}

impl<'de> Deserialize<'de> for Summary {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let SummaryForm { mean, standard_error, sd, p5, p25, p50, p75, p95 } =
            SummaryForm::deserialize(from)?;
        Ok(Self { mean, standard_error, sd, p5, p25, p50, p75, p95 })
    }
}

impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self::from_word(&String::deserialize(from)?))
    }
}

/// What an [`Estimate`] is in a document. One that was written by a reader needs no rules.
#[derive(Deserialize)]
#[serde(untagged)]
enum EstimateForm {
    Certain(f64),
    Interval { low: f64, high: f64 },
    Pert { min: f64, mode: f64, max: f64 },
    Named(Named),
}

#[derive(Deserialize)]
#[serde(tag = "dist", rename_all = "snake_case")]
enum Named {
    Uniform { min: f64, max: f64 },
    Normal { mean: f64, sd: f64 },
    Discrete { values: Vec<f64>, weights: Option<Vec<f64>> },
}

impl<'de> Deserialize<'de> for Estimate {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(match EstimateForm::deserialize(from)? {
            EstimateForm::Certain(value) => Self::Certain(value),
            EstimateForm::Interval { low, high } => Self::Interval { low, high },
            EstimateForm::Pert { min, mode, max } => Self::Pert { min, mode, max },
            EstimateForm::Named(Named::Uniform { min, max }) => Self::Uniform { min, max },
            EstimateForm::Named(Named::Normal { mean, sd }) => Self::Normal { mean, sd },
            EstimateForm::Named(Named::Discrete { values, weights }) => {
                Self::Discrete { values, weights }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_an_estimate_comes_back() {
        let all = [
            Estimate::Certain(3.0),
            Estimate::between(1.0, 2.0),
            Estimate::pert(1.0, 2.0, 3.0),
            Estimate::Uniform { min: 1.0, max: 2.0 },
            Estimate::Normal { mean: 1.0, sd: 2.0 },
            Estimate::Discrete { values: vec![1.0, 2.0], weights: None },
            Estimate::Discrete { values: vec![1.0, 2.0], weights: Some(vec![1.0, 3.0]) },
        ];
        for estimate in all {
            let text = serde_json::to_string(&estimate).unwrap();
            assert_eq!(serde_json::from_str::<Estimate>(&text).unwrap(), estimate, "{text}");
        }
    }
}
