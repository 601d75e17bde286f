//! The library's means, chances and ranks agree with plain Monte Carlo on random cases.
//!
//! Each case has one pair of estimates for every kind of figure, of a pursuit that changes from case
//! to case. So the pairs of a kind are independent, and how many are near has a binomial
//! distribution: no width is picked by hand.
//!
//! Plain Monte Carlo has the larger error of the two by far, so what shows here is a mean that is
//! wrong. A standard error that is wrong shows in `coverage`.

use crate::tally::{FIGURES, Tally, figure};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::cell::RefCell;
use worthwhile::{Options, Plan};
use worthwhile_conformance::random::case;
use worthwhile_conformance::random::presets::preset_case;
use worthwhile_conformance::reference::{
    self, Chance, Figure, PlanMember, Sampled, SampledPursuit, sampled,
};
use worthwhile_conformance::runs::{Json, holds};
use worthwhile_conformance::statistics::Estimated;

/// Of the library, in 8 replicates.
const SCENARIOS: usize = 1024;
/// A right library fails one of the counts of a test once in a thousand seeds.
const OUTSIDE: f64 = 0.001;
/// Kinds of counts: the figures, the chances and the ranks.
const KINDS: f64 = (FIGURES.len() + CHANCES.len() + 1) as f64;
/// One pursuit in this many may have plans that hang on a tie: they are chosen by means, which differ
/// by chance.
const RARE: usize = 20;
/// A share is compared where this many scenarios of either side are expected on both sides of it:
/// below, its error is not normal.
const ENOUGH: f64 = 10.0;

const CHANCES: [&str; 3] = ["worth_positive", "margin_positive", "does_not_fit"];

#[derive(Default)]
struct Counts {
    cases: usize,
    pursuits: usize,
    ties: usize,
    figures: [Tally; FIGURES.len()],
    chances: [Tally; CHANCES.len()],
    ranks: Tally,
}

#[test]
fn on_any_case() {
    agree("cases", 300, 6000, case(), |case| Ok(case.clone()));
}

#[test]
fn on_presets_for_random_persons() {
    agree("cases of presets", 60, 6000, preset_case(), |document| {
        let expanded = worthwhile::expand(&document.to_string());
        let expanded = expanded.map_err(|error| error.to_string())?;
        serde_json::from_str(&expanded).map_err(|error| error.to_string())
    });
}

fn agree(
    what: &str,
    cases: u32,
    draws: usize,
    documents: impl Strategy<Value = Value>,
    expand: impl Fn(&Value) -> Result<Value, String>,
) {
    let counts = RefCell::new(Counts::default());
    let compare = |mut document: Value| -> Result<(), String> {
        let mut counts = counts.borrow_mut();
        counts.cases += 1;
        document["analysis"] = json!({"scenarios": SCENARIOS, "seed": counts.cases});
        let theirs = sampled(&expand(&document)?, draws, counts.cases as u64);
        let ours = assess(&document.to_string()).map_err(|error| error.to_string())?;
        counts.add(&ours, &theirs)
    };
    holds(cases, documents.prop_map(Json), |Json(document)| {
        compare(document).map_err(TestCaseError::fail)
    });
    let counts = counts.into_inner();
    println!("{} {what}, {} plans of pursuits that hang on a tie", counts.cases, counts.ties);
    assert!(counts.ties <= counts.pursuits / RARE, "too many ties: {}", counts.ties);
    assert!(counts.are_likely(), "the counts above are not those of right standard errors");
}

/// The answer without what would change it.
fn assess(document: &str) -> Result<Value, worthwhile::Error> {
    let options = Options::default().with_levers(false);
    let answer = Plan::read(document)?.run().options(&options).assess()?;
    Ok(serde_json::from_str(&answer.to_json()).unwrap())
}

/// Whether a plan has the same members.
fn is_same(our: &Value, their: &reference::Plan) -> bool {
    let ours = our["pursuits"].as_array().unwrap();
    let is_same = |(our, their): (&Value, &PlanMember)| {
        let level = our["level"].as_f64().unwrap();
        our["id"] == *their.id
            && our.get("award").and_then(Value::as_bool) == their.award
            && (level - their.level).abs() <= 1e-9
    };
    ours.len() == their.pursuits.len() && ours.iter().zip(&their.pursuits).all(is_same)
}

impl Counts {
    /// Compares every pursuit, and counts one of them: those of one case are not independent.
    fn add(&mut self, ours: &Value, theirs: &Sampled) -> Result<(), String> {
        let turn = self.cases % theirs.pursuits.len();
        for (at, their) in theirs.pursuits.iter().enumerate() {
            let mut others = Self { cases: self.cases, ..Self::default() };
            let counts = if at == turn { &mut *self } else { &mut others };
            let told = counts.add_pursuit(&ours["pursuits"][at], their, theirs);
            let ties = others.ties;
            told.map_err(|told| format!("`{}`: {told}", their.id))?;
            self.ties += ties;
            self.pursuits += 1;
        }
        Ok(())
    }

    fn add_pursuit(
        &mut self,
        our: &Value,
        their: &SampledPursuit,
        theirs: &Sampled,
    ) -> Result<(), String> {
        if our["id"] != *their.id {
            return Err(format!("{} stands in its place", our["id"]));
        }
        let plans = [
            ("plan_with", &their.plan_with),
            ("plan_without", &their.plan_without),
            ("plan_without_any", &their.plan_without_any),
        ];
        if plans.into_iter().any(|(name, plan)| !is_same(&our[name], plan)) {
            self.ties += 1;
            return Ok(());
        }
        for (at, name) in FIGURES.into_iter().enumerate() {
            let plain = figures(their)[at];
            let plain = Estimated {
                mean: plain.mean,
                standard_error: plain.standard_error,
                freedom: theirs.scenarios as f64 - 1.0,
            };
            let told = self.figures[at].compare(figure(our, name)?, plain);
            told.map_err(|told| format!("{name}: {told}"))?;
        }
        // Where nothing is uncertain there are no chances to tell.
        let Some(chances) = our.get("probabilities") else { return Ok(()) };
        for (at, name) in CHANCES.into_iter().enumerate() {
            let chance = their_chances(their)[at];
            if chance.undecided <= 0.0 {
                let told = share(&chances[name], chance.share, theirs, &mut self.chances[at]);
                told.map_err(|told| format!("{name}: {told}"))?;
            }
        }
        self.rank(&our["rank_acceptability"], &their.ranks, theirs)
    }

    /// One of its ranks. Ranks that are shared may be counted in several ways.
    fn rank(&mut self, our: &Value, their: &[f64], theirs: &Sampled) -> Result<(), String> {
        let of_rank = |rank: usize| {
            let pursuits = theirs.pursuits.iter().map(|one| one.ranks[rank]);
            theirs.without_any_ranks[rank] + pursuits.sum::<f64>()
        };
        if (0..their.len()).any(|rank| (of_rank(rank) - 1.0).abs() > 1e-9) {
            return Ok(());
        }
        let at = self.cases / theirs.pursuits.len() % their.len();
        let told = share(&our[at], their[at], theirs, &mut self.ranks);
        told.map_err(|told| format!("rank {at}: {told}"))
    }

    fn are_likely(&self) -> bool {
        let mut are_likely = true;
        for (tally, name) in self.figures.iter().zip(FIGURES) {
            are_likely &= tally.is_likely(name, OUTSIDE / KINDS);
        }
        for (tally, name) in self.chances.iter().zip(CHANCES) {
            are_likely &= tally.is_not_too_far(name, OUTSIDE / KINDS);
        }
        are_likely & self.ranks.is_not_too_far("ranks", OUTSIDE / KINDS)
    }
}

/// Compares two shares. The library does not tell an error for its own: it is at most that of as
/// many plain draws.
fn share(ours: &Value, theirs: f64, sampled: &Sampled, tally: &mut Tally) -> Result<(), String> {
    let ours = ours.as_f64().ok_or("there is no such share")?;
    let draws = [SCENARIOS as f64, sampled.scenarios as f64];
    let pooled = (draws[0] * ours + draws[1] * theirs) / (draws[0] + draws[1]);
    if pooled.min(1.0 - pooled) * draws[0] < ENOUGH {
        return Ok(());
    }
    let of = |mean: f64, draws: f64| Estimated {
        mean,
        standard_error: (pooled * (1.0 - pooled) / draws).sqrt(),
        freedom: draws - 1.0,
    };
    tally.compare(of(ours, draws[0]), of(theirs, draws[1]))
}

fn figures(of: &SampledPursuit) -> [Figure; FIGURES.len()] {
    [
        of.worth,
        of.margin,
        of.margin_over_none,
        of.hours_per_week,
        of.busiest_hours_per_week,
        of.felt_hours_per_week,
        of.burnout_risk,
        of.money_per_year,
    ]
}

fn their_chances(of: &SampledPursuit) -> [Chance; CHANCES.len()] {
    [of.worth_positive, of.margin_positive, of.does_not_fit]
}
