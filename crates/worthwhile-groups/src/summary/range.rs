//! The range of a share that both people and shared doubt leave open.

use super::document::Range;

/// The 95th percentile of the standard normal distribution.
const Z95: f64 = 1.644_853_626_951_472_7;
/// Halvings until a bound is known to 1e-9.
const HALVINGS: usize = 32;
/// Nearer to an end of what can be than this it is the end.
const AT_THE_END: f64 = 1e-9;

/// One bell for each scenario: where the share would lie had other people been asked.
struct Bell {
    mean: f64,
    deviation: f64,
}

/// The 90 % range of a share that is so large in each scenario, with as many people behind it (Wilson 1927 where there
/// is one scenario).
pub(super) fn of_share(shares: &[f64], people: f64) -> [f64; 2] {
    let z = Z95 * Z95;
    let bell = |share: &f64| {
        let share = share.clamp(0.0, 1.0);
        let mean = (share * people + 0.5 * z) / (people + z);
        let deviation = (share * (1.0 - share) * people + 0.25 * z).sqrt() / (people + z);
        Bell { mean, deviation }
    };
    ends(&shares.iter().map(bell).collect::<Vec<_>>(), [0.0, 1.0])
}

/// How a share, a difference or a change varies over scenarios in so many replicates; none at the means.
pub(super) fn over_scenarios(in_scenarios: &[f64], replicates: usize) -> Option<Range> {
    if in_scenarios.is_empty() {
        return None;
    }
    let count = in_scenarios.len() as f64;
    let mean = in_scenarios.iter().sum::<f64>() / count;
    let square = |own: &f64| (own - mean) * (own - mean);
    let sd = (in_scenarios.iter().map(square).sum::<f64>() / count).sqrt();
    let size = in_scenarios.len() / replicates.max(1);
    let means =
        in_scenarios.chunks(size.max(1)).map(|own| own.iter().sum::<f64>() / own.len() as f64);
    let means: Vec<f64> = means.collect();
    let standard_error = (means.len() > 1).then(|| {
        let squares: f64 = means.iter().map(square).sum();
        (squares / (means.len() - 1) as f64 / means.len() as f64).sqrt()
    });
    let mut sorted = in_scenarios.to_vec();
    sorted.sort_by(f64::total_cmp);
    let [p5, p95] = [0.05, 0.95].map(|share| {
        let at = (share * count).ceil() as usize;
        sorted.get(at.saturating_sub(1)).copied().unwrap_or(f64::NAN)
    });
    Some(Range { mean, standard_error, sd, p5, p95 })
}

/// What is to be expected of a change or a difference of shares, and how sure that is.
pub(super) struct Expected {
    /// With doubt its mean over the scenarios.
    pub(super) value: f64,
    pub(super) shared_doubt: Option<Range>,
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Expected {
    /// Of one that is so large among the answers of people, and so large in each scenario, with this standard error from
    /// people.
    pub(super) fn of(
        among_answers: f64,
        in_scenarios: &[f64],
        replicates: usize,
        deviation: f64,
    ) -> Self {
        let shared_doubt = over_scenarios(in_scenarios, replicates);
        let value = shared_doubt.as_ref().map_or(among_answers, |shared| shared.mean);
        let [low, high] = match in_scenarios {
            [] => of_change(&[among_answers], deviation),
            _ => of_change(in_scenarios, deviation),
        };
        Self { value, shared_doubt, low, high }
    }
}

/// The 90 % range of a change or a difference of shares that is so large in each scenario, with this standard error from
/// people.
fn of_change(changes: &[f64], deviation: f64) -> [f64; 2] {
    let bell = |mean: &f64| Bell { mean: *mean, deviation };
    ends(&changes.iter().map(bell).collect::<Vec<_>>(), [-1.0, 1.0])
}

/// What stands for the standard error where it cannot be told: as far as Wilson's range of a share of nobody reaches, with
/// as many people of equal weight, over the percentile that is its end.
pub(super) fn reach_of_nobody(people: f64) -> f64 {
    Z95 / (people + Z95 * Z95)
}

/// The 5th and the 95th percentile of the bells together.
fn ends(bells: &[Bell], [least, most]: [f64; 2]) -> [f64; 2] {
    [0.05, 0.95].map(|share| {
        let (mut low, mut high) = (least, most);
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            let below: f64 = bells.iter().map(|bell| bell.below(middle)).sum();
            if below < share * bells.len() as f64 { low = middle } else { high = middle }
        }
        match 0.5 * (low + high) {
            end if end - least < AT_THE_END => least,
            end if most - end < AT_THE_END => most,
            end => end,
        }
    })
}

impl Bell {
    /// The share of it below a value.
    fn below(&self, value: f64) -> f64 {
        if self.deviation <= 0.0 {
            return f64::from(u8::from(self.mean < value));
        }
        let z = (value - self.mean) / self.deviation;
        0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wilson's interval at 90 %, as his formula gives it.
    #[test]
    fn with_one_scenario_it_is_wilsons() {
        for (yes, people) in [(5.0, 20.0), (0.0, 12.0), (30.0, 30.0)] {
            let (share, z) = (yes / people, Z95);
            let middle = (share + z * z / (2.0 * people)) / (1.0 + z * z / people);
            let half = z / (1.0 + z * z / people)
                * (share * (1.0 - share) / people + z * z / (4.0 * people * people)).sqrt();
            let [low, high] = of_share(&[share], people);
            assert!((low - (middle - half).max(0.0)).abs() < 1e-6, "{low} {}", middle - half);
            assert!((high - (middle + half).min(1.0)).abs() < 1e-6, "{high}");
        }
    }

    #[test]
    fn with_very_many_people_it_is_that_of_the_scenarios() {
        let shares: Vec<f64> = (0..1000).map(|at| (f64::from(at) + 0.5) / 1000.0).collect();
        let [low, high] = of_share(&shares, 1e12);
        assert!((low - 0.05).abs() < 2e-3 && (high - 0.95).abs() < 2e-3, "{low} {high}");
        let [low, high] = of_change(&[0.2], 0.1);
        assert!((low - (0.2 - Z95 * 0.1)).abs() < 1e-6 && (high - (0.2 + Z95 * 0.1)).abs() < 1e-6);
    }

    #[test]
    fn what_nobody_turned_for_may_turn_others() {
        let [_, most] = of_share(&[0.0], 12.0);
        let [low, high] = of_change(&[0.0], reach_of_nobody(12.0));
        assert!((high - most).abs() < 1e-6 && (low + most).abs() < 1e-6, "{low} {high}");
        let [low, high] = of_change(&[1.0], reach_of_nobody(12.0));
        assert!(low < 1.0 && (high - 1.0).abs() <= 0.0, "{low} {high}");
    }

    #[test]
    fn what_cannot_be_less_or_more_is_the_end() {
        assert!(of_share(&[0.0], 3.0)[0].abs() <= 0.0);
        assert!((of_share(&[1.0], 3.0)[1] - 1.0).abs() <= 0.0);
    }
}
