//! Random numbers, and draws of every form of estimate, each by the plainest way there is.

use super::estimates::{Domain, Estimate, MOST_MONEY, normal_from_ends};

/// A generator of random numbers: xoshiro256++ (Blackman and Vigna 2019).
pub(super) struct Random([u64; 4]);

impl Random {
    /// The state is filled by SplitMix64, as the authors of the generator advise.
    pub(super) fn new(seed: u64) -> Self {
        let mut at = seed;
        Self(std::array::from_fn(|_| {
            at = at.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = at;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^ (mixed >> 31)
        }))
    }

    pub(super) fn bits(&mut self) -> u64 {
        let state = &mut self.0;
        let result = state[0].wrapping_add(state[3]).rotate_left(23).wrapping_add(state[0]);
        let shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = state[3].rotate_left(45);
        result
    }

    /// Strictly between 0 and 1.
    pub(super) fn uniform(&mut self) -> f64 {
        ((self.bits() >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// Standard normal, after Box and Muller.
    pub(super) fn normal(&mut self) -> f64 {
        let radius = (-2.0 * self.uniform().ln()).sqrt();
        radius * (2.0 * std::f64::consts::PI * self.uniform()).cos()
    }

    /// Gamma with the given shape of at least 1 and scale 1, after Marsaglia and Tsang (2000).
    fn gamma(&mut self, shape: f64) -> f64 {
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = (1.0 + c * x).powi(3);
            if v > 0.0 && self.uniform().ln() < x * x / 2.0 + d - d * v + d * v.ln() {
                return d * v;
            }
        }
    }

    fn beta(&mut self, a: f64, b: f64) -> f64 {
        let (x, y) = (self.gamma(a), self.gamma(b));
        x / (x + y)
    }

    /// Weights from the largest to the smallest, uniform among all that sum to 1: the gaps that
    /// uniform points leave between them, sorted.
    pub(super) fn ordered_weights(&mut self, n: usize) -> Vec<f64> {
        let mut ends: Vec<f64> = (1..n).map(|_| self.uniform()).collect();
        ends.push(0.0);
        ends.push(1.0);
        ends.sort_by(f64::total_cmp);
        let mut gaps: Vec<f64> = ends.windows(2).map(|pair| pair[1] - pair[0]).collect();
        gaps.sort_by(f64::total_cmp);
        gaps.reverse();
        gaps
    }

    /// One value of an estimate.
    pub(super) fn draw(&mut self, estimate: &Estimate) -> f64 {
        match estimate {
            Estimate::Certain(number) => *number,
            Estimate::Interval { low, high, domain } => self.interval(*low, *high, *domain),
            Estimate::Pert { min, mode, max } => {
                let range = max - min;
                if range <= 0.0 {
                    return *min;
                }
                let (a, b) = (1.0 + 4.0 * (mode - min) / range, 1.0 + 4.0 * (max - mode) / range);
                min + range * self.beta(a, b)
            }
            Estimate::Uniform { min, max } => min + (max - min) * self.uniform(),
            Estimate::Normal { mean, sd } => {
                (mean + sd * self.normal()).clamp(-MOST_MONEY, MOST_MONEY)
            }
            Estimate::Discrete { values, weights } => {
                let mut left = self.uniform() * weights.iter().sum::<f64>();
                for i in 0..values.len() {
                    left -= weights[i];
                    if left < 0.0 {
                        return values[i];
                    }
                }
                values[values.len() - 1]
            }
        }
    }

    fn interval(&mut self, low: f64, high: f64, domain: Domain) -> f64 {
        if low >= high {
            return low;
        }
        match domain {
            Domain::Real => {
                let (mu, sigma) = normal_from_ends(low, high);
                (mu + sigma * self.normal()).clamp(-MOST_MONEY, MOST_MONEY)
            }
            Domain::Amount(most) => {
                let (mu, sigma) = normal_from_ends(low.ln(), high.ln());
                (mu + sigma * self.normal()).exp().min(most)
            }
            Domain::Bounded(bottom, top) => {
                let logit = |x: f64| ((x - bottom) / (top - x)).ln();
                let (mu, sigma) = normal_from_ends(logit(low), logit(high));
                bottom + (top - bottom) / (1.0 + (-(mu + sigma * self.normal())).exp())
            }
        }
    }
}

#[cfg(test)]
mod tests;
