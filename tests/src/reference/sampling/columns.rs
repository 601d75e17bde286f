//! Figures over scenarios.

use super::TIE;

/// A figure over scenarios.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The mean.
    pub mean: f64,
    /// Standard error of the mean.
    pub standard_error: f64,
    /// Standard deviation over the scenarios.
    pub sd: f64,
    /// The values that 5, 25, 50, 75 and 95 of 100 scenarios stay below.
    pub percentiles: [f64; 5],
}

/// How often something is above a threshold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chance {
    /// The share of scenarios.
    pub share: f64,
    /// The share of scenarios so close to the threshold that rounding decides.
    pub undecided: f64,
}

/// Every scenario's value of a figure.
#[derive(Default)]
pub(super) struct Column(Vec<f64>);

impl Column {
    pub(super) fn add(&mut self, value: f64) {
        self.0.push(value);
    }

    pub(super) fn mean(&self) -> f64 {
        self.0.iter().sum::<f64>() / self.0.len() as f64
    }

    pub(super) fn figure(&self) -> Figure {
        let n = self.0.len() as f64;
        let mean = self.mean();
        let squares: f64 = self.0.iter().map(|value| (value - mean).powi(2)).sum();
        let sd = (squares / (n - 1.0)).sqrt();
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len() - 1;
        let percentile = |percent: usize| sorted[(percent * last + 50) / 100];
        let percentiles = [5, 25, 50, 75, 95].map(percentile);
        Figure { mean, standard_error: sd / n.sqrt(), sd, percentiles }
    }

    pub(super) fn chance(&self) -> Chance {
        let share = |is: fn(f64) -> bool| {
            self.0.iter().filter(|value| is(**value)).count() as f64 / self.0.len() as f64
        };
        Chance { share: share(|value| value > 0.0), undecided: share(|value| value.abs() <= TIE) }
    }
}

/// How often each alternative has which rank.
pub(super) struct Ranks {
    counts: Vec<Vec<f64>>,
    scenarios: f64,
}

impl Ranks {
    pub(super) fn new(alternatives: usize) -> Self {
        Self { counts: vec![vec![0.0; alternatives]; alternatives], scenarios: 0.0 }
    }

    /// Adds a scenario. Those that are equal share the ranks that they have together.
    pub(super) fn add(&mut self, worths: &[f64]) {
        self.scenarios += 1.0;
        for (one, worth) in worths.iter().enumerate() {
            let better = worths.iter().filter(|other| **other > worth + TIE).count();
            let equal = worths.iter().filter(|other| (**other - worth).abs() <= TIE).count();
            for rank in better..better + equal {
                self.counts[one][rank] += 1.0 / equal as f64;
            }
        }
    }

    /// Each alternative's share of scenarios in each rank.
    pub(super) fn shares(self) -> Vec<Vec<f64>> {
        let share = |counts: Vec<f64>| counts.into_iter().map(|n| n / self.scenarios).collect();
        self.counts.into_iter().map(share).collect()
    }
}
