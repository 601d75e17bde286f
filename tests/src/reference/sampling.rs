//! Plain Monte Carlo: the whole model once for every scenario.

use super::case::{Case, Drive};
use super::choosing::{self, Choice, TIE};
use super::estimates::Estimate;
use super::model::{self, Profile};
use super::random::Random;

/// The figures of a case over random scenarios.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    /// How many scenarios were drawn.
    pub scenarios: usize,
    /// One entry per pursuit, in case order.
    pub pursuits: Vec<SampledPursuit>,
    /// Share of the scenarios in which keeping one's time ranks first, second and so on by worth.
    pub keep_your_time_ranks: Vec<f64>,
}

/// The figures of one pursuit over random scenarios.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledPursuit {
    /// The pursuit's id.
    pub id: String,
    /// Ids of the plan with it, chosen on the base case.
    pub plan_with: Vec<String>,
    /// Ids of the plan without it, chosen on the base case.
    pub plan_without: Vec<String>,
    /// Worth in points, done alone.
    pub worth: Figure,
    /// Worth of the plan with it less worth of the plan without it.
    pub margin: Figure,
    /// Hours a week.
    pub hours_per_week: Figure,
    /// Hours a week in the heavier regime it can be in.
    pub peak_hours_per_week: Figure,
    /// Felt hours a week.
    pub felt_hours_per_week: Figure,
    /// Risk of burnout while doing it.
    pub burnout_risk: Figure,
    /// Money a year.
    pub money_per_year: Figure,
    /// Chance that its worth is above 0.
    pub worth_positive: Chance,
    /// Chance that its margin is above 0.
    pub margin_positive: Chance,
    /// Chance that its peak is above the free hours.
    pub does_not_fit: Chance,
    /// Share of the scenarios in which it ranks first, second and so on by worth, among all
    /// pursuits and keeping one's time.
    pub ranks: Vec<f64>,
}

/// The mean of a figure over scenarios.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The mean.
    pub mean: f64,
    /// Standard error of the mean.
    pub standard_error: f64,
    /// Standard deviation over the scenarios.
    pub sd: f64,
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
struct Column(Vec<f64>);

impl Column {
    fn figure(&self) -> Figure {
        let n = self.0.len() as f64;
        let mean = self.0.iter().sum::<f64>() / n;
        let squares: f64 = self.0.iter().map(|value| (value - mean).powi(2)).sum();
        let sd = (squares / (n - 1.0)).sqrt();
        Figure { mean, standard_error: sd / n.sqrt(), sd }
    }

    fn chance(&self) -> Chance {
        let share = |is: fn(f64) -> bool| {
            self.0.iter().filter(|value| is(**value)).count() as f64 / self.0.len() as f64
        };
        Chance { share: share(|value| value > 0.0), undecided: share(|value| value.abs() <= TIE) }
    }
}

#[derive(Default)]
struct Columns {
    worth: Column,
    margin: Column,
    hours: Column,
    peak: Column,
    felt: Column,
    burnout_risk: Column,
    money: Column,
    lacking_hours: Column,
}

/// Draws scenarios and works out every one of them.
pub(super) fn sampled(case: &Case<Estimate>, scenarios: usize, seed: u64) -> Sampled {
    let choices = choosing::choices(&case.map(Estimate::mean));
    let mut random = Random::new(seed);
    let mut columns: Vec<Columns> = choices.iter().map(|_| Columns::default()).collect();
    // The last alternative is to keep one's time.
    let alternatives = choices.len() + 1;
    let mut ranks = vec![vec![0_usize; alternatives]; alternatives];
    for _ in 0..scenarios {
        let scenario = scenario(case, &mut random);
        let worths = record(&scenario, &choices, &mut columns);
        for (one, worth) in worths.iter().enumerate() {
            let rank = worths.iter().filter(|other| *other > worth).count();
            ranks[one][rank] += 1;
        }
    }
    let shares = |counts: Vec<usize>| -> Vec<f64> {
        counts.into_iter().map(|count| count as f64 / scenarios as f64).collect()
    };
    let keep_your_time_ranks = shares(ranks.pop().unwrap());
    let name = |members: &[usize]| {
        members.iter().map(|&i| case.pursuits[i].id.to_string()).collect::<Vec<_>>()
    };
    let pursuits = columns.iter().zip(choices).zip(ranks).enumerate();
    let pursuits = pursuits.map(|(i, ((of, choice), ranks))| SampledPursuit {
        id: case.pursuits[i].id.to_string(),
        plan_with: name(&choice.with),
        plan_without: name(&choice.without),
        worth: of.worth.figure(),
        margin: of.margin.figure(),
        hours_per_week: of.hours.figure(),
        peak_hours_per_week: of.peak.figure(),
        felt_hours_per_week: of.felt.figure(),
        burnout_risk: of.burnout_risk.figure(),
        money_per_year: of.money.figure(),
        worth_positive: of.worth.chance(),
        margin_positive: of.margin.chance(),
        does_not_fit: of.lacking_hours.chance(),
        ranks: shares(ranks),
    });
    Sampled { scenarios, pursuits: pursuits.collect(), keep_your_time_ranks }
}

/// A case with one value for every estimate.
fn scenario(case: &Case<Estimate>, random: &mut Random) -> Case {
    let mut scenario = case.map(|estimate| random.draw(estimate));
    if let Drive::Ranking { weights, .. } = &mut scenario.person.drive {
        *weights = random.ordered_weights(weights.len());
    }
    scenario
}

/// Adds a scenario to the columns of every pursuit. Returns the worths, that of keeping one's time
/// last.
fn record(scenario: &Case, choices: &[Choice], columns: &mut [Columns]) -> Vec<f64> {
    let profiles: Vec<Profile> =
        scenario.pursuits.iter().map(|pursuit| model::profile(scenario, pursuit)).collect();
    let worth_of = |members: &[usize]| {
        let chosen: Vec<Profile> = members.iter().map(|&i| profiles[i].clone()).collect();
        model::worth(scenario, &model::merge(&chosen))
    };
    let mut worths = vec![];
    for ((profile, choice), columns) in profiles.iter().zip(choices).zip(columns) {
        let worth = model::worth(scenario, profile);
        worths.push(worth);
        columns.worth.0.push(worth);
        columns.margin.0.push(worth_of(&choice.with) - worth_of(&choice.without));
        columns.hours.0.push(profile.hours);
        columns.peak.0.push(profile.peak);
        columns.felt.0.push(profile.felt);
        columns.burnout_risk.0.push(model::burnout_risk(scenario, profile));
        columns.money.0.push(profile.money);
        columns.lacking_hours.0.push(profile.peak - (scenario.person.free_hours + TIE));
    }
    worths.push(0.0);
    worths
}

#[cfg(test)]
mod tests;
