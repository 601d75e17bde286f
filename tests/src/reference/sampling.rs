//! Plain Monte Carlo: the whole model once for every scenario.

mod columns;
mod question;

use super::answering::plan;
use super::case::{Case, Drive, MOTIVES};
use super::choosing::{self, Choice, Chosen, Mix, Mixes, TIE};
use super::estimates::Estimate;
use super::lives::{Lives, Member, busiest};
use super::random::Random;
use super::{Plan, person, worth};
use columns::{Column, Ranks};

pub use columns::{Chance, Figure};
pub use question::SampledQuestion;
pub(super) use question::question;

/// A confidence below this is a close call.
const CONFIDENT: f64 = 0.75;

/// The figures of a case over random scenarios.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    /// How many scenarios were drawn.
    pub scenarios: usize,
    /// One entry per pursuit, in case order.
    pub pursuits: Vec<SampledPursuit>,
    /// The best candidate by its mean worth.
    pub best_mix: Plan,
    /// Share of the scenarios in which the life without any ranks first, second and so on by worth.
    pub without_any_ranks: Vec<f64>,
}

/// The figures of one pursuit over random scenarios.
#[derive(Debug, Clone, PartialEq)]
pub struct SampledPursuit {
    /// The pursuit's id.
    pub id: String,
    /// The verdict by mean worths.
    pub verdict: String,
    /// How much of it is done in the plan with it.
    pub level: f64,
    /// Whether the margin is small or its sign in doubt.
    pub close_call: bool,
    /// The share of scenarios that agree with the answer. Absent where nothing is uncertain.
    pub confidence: Option<f64>,
    /// The plan with it, with its mean worth and hours.
    pub plan_with: Plan,
    /// The plan without it, or without its award.
    pub plan_without: Plan,
    /// The plan without any of it.
    pub plan_without_any: Plan,
    /// Worth in points, done alone.
    pub worth: Figure,
    /// Worth of the plan with it less worth of the plan without it, or without its award.
    pub margin: Figure,
    /// Worth of the plan with it less worth of the plan without any of it.
    pub margin_over_none: Figure,
    /// Means of the parts of its worth, by id.
    pub contributions: Vec<(String, f64)>,
    /// Mean worth less mean margin over none of it.
    pub opportunity_cost: f64,
    /// Mean worth of the same work alone without the award. Only with an award.
    pub work_worth: Option<f64>,
    /// What the award adds to the contributing on average. Only with an award.
    pub title_premium: Option<f64>,
    /// Hours a week, those that are given anyway included.
    pub hours_per_week: Figure,
    /// Hours a week above those given anyway.
    pub extra_hours_per_week: Figure,
    /// Hours a week in the busiest year.
    pub busiest_hours_per_week: Figure,
    /// Felt hours a week.
    pub felt_hours_per_week: Figure,
    /// Risk of burnout while doing it alone.
    pub burnout_risk: Figure,
    /// Money a year.
    pub money_per_year: Figure,
    /// Chance that its worth is above 0.
    pub worth_positive: Chance,
    /// Chance that its margin is above 0.
    pub margin_positive: Chance,
    /// Chance that it alone does not fit.
    pub does_not_fit: Chance,
    /// Share of the scenarios in which it ranks first, second and so on by worth, among all
    /// pursuits and the life without any. Equal worths share their ranks.
    pub ranks: Vec<f64>,
}

/// Draws scenarios and works out every one of them.
pub(super) fn sampled(case: &Case<Estimate>, scenarios: usize, seed: u64) -> Sampled {
    let base = case.map(Estimate::mean);
    let mixes = Mixes::new(&base);
    let draws = Draws { case, scenarios, seed };
    let first = mixes.choose();
    let chosen = if draws.is_uncertain() { draws.choose_again(&mixes, &first) } else { first };
    let mut columns: Vec<Columns> = chosen.pursuits.iter().map(|_| Columns::default()).collect();
    let mut ranks = Ranks::new(chosen.pursuits.len() + 1);
    draws.each(|scenario| {
        let lives = Lives::new(scenario);
        let pairs = chosen.pursuits.iter().enumerate().zip(&mut columns);
        let mut worths: Vec<f64> =
            pairs.map(|((i, choice), columns)| columns.record(&lives, i, choice)).collect();
        worths.push(0.0);
        ranks.add(&worths);
    });
    let mut ranks = ranks.shares();
    let without_any_ranks = ranks.pop().unwrap();
    let parts = columns.iter().zip(ranks).enumerate();
    let pursuits = parts.map(|(i, (columns, ranks))| {
        let told = Told { base: &base, chosen: &chosen, i, is_uncertain: draws.is_uncertain() };
        told.pursuit(columns, ranks)
    });
    Sampled {
        scenarios,
        pursuits: pursuits.collect(),
        best_mix: plan(&base, &chosen.best),
        without_any_ranks,
    }
}

/// The scenarios of a case. The same ones come each time.
struct Draws<'c> {
    case: &'c Case<Estimate>,
    scenarios: usize,
    seed: u64,
}

impl Draws<'_> {
    fn each(&self, mut use_it: impl FnMut(&Case)) {
        let mut random = Random::new(self.seed);
        for _ in 0..self.scenarios {
            let mut scenario = self.case.map(|estimate| random.draw(estimate));
            if let Drive::Ranking { weights, .. } = &mut scenario.person.drive {
                *weights = random.ordered_weights(weights.len());
            }
            use_it(&scenario);
        }
    }

    fn is_uncertain(&self) -> bool {
        let mut is_uncertain = match &self.case.person.drive {
            Drive::Ratings(_) => false,
            Drive::Ranking { motives, .. } => motives.len() > 1,
        };
        self.case.map(|estimate| is_uncertain |= !estimate.is_certain());
        is_uncertain
    }

    /// Chooses a second time, among what the base case chose, by mean worths.
    fn choose_again(&self, mixes: &Mixes, first: &Chosen) -> Chosen {
        let case = mixes.lives.case;
        let candidates = self.valued(candidates(first));
        let pursuits = first.pursuits.iter().enumerate();
        let again = |(i, first): (usize, &Choice)| {
            let stand_in = || self.valued(vec![first.with.clone()]).remove(0);
            Choice {
                fits: first.fits,
                ..choosing::choice(case, i, &candidates).into_choice(stand_in)
            }
        };
        Chosen {
            best: choosing::best_of(&candidates, |_| true).unwrap(),
            pursuits: pursuits.map(again).collect(),
        }
    }

    /// The same mixes with the means of their worths and hours.
    fn valued(&self, mut mixes: Vec<Mix>) -> Vec<Mix> {
        let mut worths: Vec<Column> = mixes.iter().map(|_| Column::default()).collect();
        let mut hours: Vec<Column> = mixes.iter().map(|_| Column::default()).collect();
        self.each(|scenario| {
            let lives = Lives::new(scenario);
            for (i, mix) in mixes.iter().enumerate() {
                let valued = choosing::mix(&lives, mix.members.clone());
                worths[i].add(valued.worth);
                hours[i].add(valued.hours);
            }
        });
        for (i, mix) in mixes.iter_mut().enumerate() {
            mix.worth = worths[i].mean();
            mix.hours = hours[i].mean();
        }
        mixes
    }
}

/// The empty mix, the best one and every pursuit's plans, each once. A stand-in is none of them.
fn candidates(first: &Chosen) -> Vec<Mix> {
    let mut candidates: Vec<Mix> = vec![first.best.clone()];
    candidates.push(Mix { members: vec![], worth: 0.0, hours: 0.0 });
    for choice in &first.pursuits {
        candidates.extend(choice.fits.then(|| choice.with.clone()));
        candidates.extend([choice.without.clone(), choice.without_any.clone()]);
    }
    let mut kept: Vec<Mix> = vec![];
    for candidate in candidates {
        if kept.iter().all(|mix| mix.members != candidate.members) {
            kept.push(candidate);
        }
    }
    kept
}

/// Every scenario's figures of a pursuit.
#[derive(Default)]
struct Columns {
    worth: Column,
    margin: Column,
    margin_over_none: Column,
    parts: [Column; worth::PARTS],
    work_worth: Column,
    hours: Column,
    extra: Column,
    busiest: Column,
    felt: Column,
    burnout_risk: Column,
    money: Column,
    lacking_hours: Column,
}

impl Columns {
    /// Adds a scenario. Returns the pursuit's worth.
    fn record(&mut self, lives: &Lives, i: usize, choice: &Choice) -> f64 {
        let case = lives.case;
        let member = *choice.with.has(i).unwrap();
        let profile = lives.profile(member);
        let life = lives.life(&[member]);
        let points = worth::contributions(case, &life, &lives.baseline);
        let worth = points.iter().sum();
        let with = lives.worth(&choice.with.members);
        let hours = person::mean(case, &profile, |year| year.hours);
        let anyway = person::mean(case, lives.without(i), |year| year.hours);
        let pairs: Vec<_> = life.iter().zip(&lives.baseline).collect();
        let risk = person::mean(case, &pairs, |(year, base)| worth::burnout_risk(case, year, base));
        self.worth.add(worth);
        self.margin.add(with - lives.worth(&choice.without.members));
        self.margin_over_none.add(with - lives.worth(&choice.without_any.members));
        for (column, points) in self.parts.iter_mut().zip(points) {
            column.add(points);
        }
        self.work_worth.add(lives.worth(&[Member { award: false, ..member }]));
        self.hours.add(hours);
        self.extra.add(hours - anyway);
        self.busiest.add(busiest(&profile));
        self.felt.add(person::mean(case, &profile, |year| year.felt));
        self.burnout_risk.add(risk);
        self.money.add(person::mean(case, &profile, |year| year.money()));
        self.lacking_hours.add(lives.hours_too_many(&life) - TIE);
        worth
    }
}

/// What there is to tell of a pursuit.
struct Told<'c> {
    base: &'c Case,
    chosen: &'c Chosen,
    i: usize,
    is_uncertain: bool,
}

impl Told<'_> {
    fn pursuit(&self, of: &Columns, ranks: Vec<f64>) -> SampledPursuit {
        let Self { base, chosen, i, .. } = *self;
        let choice = &chosen.pursuits[i];
        let level = choice.with.has(i).unwrap().level;
        let has_award = base.pursuits[i].award.is_some();
        let worths = [Some(of.worth.mean()), has_award.then(|| of.work_worth.mean())];
        let is_worthless = worths.into_iter().flatten().all(|worth| worth <= TIE);
        let verdict = choosing::verdict(base, i, &chosen.best, choice.fits, is_worthless);
        let margin_positive = of.margin.chance();
        let chance = margin_positive.share;
        // What does not fit has no plan to be right.
        let confidence = match verdict.as_str() {
            "worth_it" => chance,
            "not_feasible" => of.lacking_hours.chance().share,
            _ => 1.0 - chance,
        };
        let confidence = self.is_uncertain.then_some(confidence);
        let is_small = of.margin.mean().abs() < base.assumptions.close_call_points;
        let ids = MOTIVES.iter().chain(&super::answering::NOT_MOTIVES);
        SampledPursuit {
            id: base.pursuits[i].id.to_string(),
            verdict,
            level: base.pursuits[i].done_at(level),
            close_call: is_small || confidence.is_some_and(|confidence| confidence < CONFIDENT),
            confidence,
            plan_with: plan(base, &choice.with),
            plan_without: plan(base, &choice.without),
            plan_without_any: plan(base, &choice.without_any),
            worth: of.worth.figure(),
            margin: of.margin.figure(),
            margin_over_none: of.margin_over_none.figure(),
            contributions: ids
                .zip(&of.parts)
                .map(|(id, column)| ((*id).to_owned(), column.mean()))
                .collect(),
            opportunity_cost: of.worth.mean() - of.margin_over_none.mean(),
            work_worth: worths[1],
            title_premium: worths[1].map(|work| of.worth.mean() - work),
            hours_per_week: of.hours.figure(),
            extra_hours_per_week: of.extra.figure(),
            busiest_hours_per_week: of.busiest.figure(),
            felt_hours_per_week: of.felt.figure(),
            burnout_risk: of.burnout_risk.figure(),
            money_per_year: of.money.figure(),
            worth_positive: of.worth.chance(),
            margin_positive,
            does_not_fit: of.lacking_hours.chance(),
            ranks,
        }
    }
}

#[cfg(test)]
mod tests;
