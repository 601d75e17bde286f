//! From a plan to its assessment: verdicts, plans and figures of the base case.

use super::{
    Assessment, AwardSummary, Contribution, ContributionKind, Engine, LedgerSummary, MixSummary,
    PursuitAssessment, Question, Summary, Verdict, reasons, warnings,
};
use crate::case::{Motive, SCHEMA_VERSION};
use crate::catalogue::CompletePursuit;
use crate::error::Error;
use crate::limits::MAX_MIXES;
use crate::plan::{Compiled, Plan};
use crate::problem::Code;
use crate::read::problem;
use crate::worth::{
    Choice, Lanes, Mix, Outcome, Points, Preferences, TooManyMixes, burnout_risk, evaluate, ledger,
    worth,
};

/// A verdict at or below this worth is that keeping one's time is as good.
const NOTHING: f64 = 1e-9;
/// Seed of the scenarios where the case names none.
const DEFAULT_SEED: u64 = 1;

impl Plan {
    /// Computes the answer.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) with the code `too_many_mixes` where a
    /// case of more than 16 pursuits needs too long a search.
    pub fn assess(&self) -> Result<Assessment, Error> {
        let compiled = self.compiled();
        let values: Vec<Lanes<1>> = compiled.means.iter().map(|mean| Lanes::all(*mean)).collect();
        let (person, outcomes) = evaluate(&compiled.program, &values);
        let choice = Choice { person: &person, pursuits: &outcomes };
        let base = Base { compiled, choice };
        base.assess().map_err(|TooManyMixes| {
            let message =
                format!("the best mix was not found among the first {MAX_MIXES} looked at");
            let help = "leave out pursuits that are out of the question";
            let path = "/pursuits".to_owned();
            Error::invalid(vec![problem(path, Code::TooManyMixes, message).with_help(help)])
        })
    }
}

/// The base case, computed.
struct Base<'b> {
    compiled: &'b Compiled,
    choice: Choice<'b>,
}

/// One pursuit's place among the others.
pub(super) struct Standing<'s> {
    pub(super) compiled: &'s Compiled,
    pub(super) index: usize,
    pub(super) person: &'s Preferences<1>,
    pub(super) outcome: &'s Outcome<1>,
    pub(super) verdict: Verdict,
    pub(super) worth: f64,
    pub(super) with: Mix,
    pub(super) without: Mix,
}

impl Standing<'_> {
    pub(super) fn margin(&self) -> f64 {
        self.with.worth - self.without.worth
    }

    /// The figure that the verdict hangs on.
    fn deciding(&self) -> f64 {
        if self.verdict == Verdict::NotWorthIt { self.worth } else { self.margin() }
    }

    pub(super) fn is_close(&self) -> bool {
        self.deciding().abs() <= self.compiled.case.assumptions.close_call_points
    }

    /// The pursuit as the case has it.
    // INVARIANT: standings are made from the case's own pursuits.
    #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
    pub(super) fn case(&self) -> &CompletePursuit {
        &self.compiled.case.pursuits[self.index]
    }

    /// Worth of the pursuing regime alone; none without an award.
    pub(super) fn if_not_renewed(&self) -> Option<f64> {
        self.outcome.holding.as_ref()?;
        Some(worth(self.person, &self.outcome.pursuing.profile()).first())
    }
}

/// The verdict on a pursuit of the base case.
pub(super) fn verdict(choice: &Choice<'_>, index: usize, worth: f64, best: &Mix) -> Verdict {
    let fits = choice.pursuits.get(index).is_some_and(|own| choice.fits(own.profile.peak));
    if !fits {
        Verdict::NotFeasible
    } else if best.members.contains(index) {
        Verdict::WorthIt
    } else if worth <= NOTHING {
        Verdict::NotWorthIt
    } else {
        Verdict::BetterElsewhere
    }
}

impl Base<'_> {
    fn assess(&self) -> Result<Assessment, TooManyMixes> {
        let best = self.choice.best()?;
        let outcomes = self.choice.pursuits.iter().enumerate();
        let standings = outcomes
            .map(|(index, outcome)| self.standing(index, outcome, &best))
            .collect::<Result<Vec<_>, _>>()?;
        // INVARIANT: the reader refuses a case without pursuits.
        #[expect(clippy::indexing_slicing, reason = "see the invariant above")]
        let question = self.question(&standings[0]);
        let probes = warnings::probe_conditions(self.compiled)?;
        let pursuits = standings.iter().map(|standing| self.pursuit(standing, &probes)).collect();
        let (basis, assumptions) = super::basis::basis(&self.compiled.inputs);
        Ok(Assessment {
            schema_version: SCHEMA_VERSION,
            engine: Engine {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                scenarios: 1,
                replicates: 1,
                seed: self.compiled.case.analysis.seed.unwrap_or(DEFAULT_SEED),
            },
            question,
            pursuits,
            best_mix: self.summary(&best),
            basis,
            assumptions,
            warnings: warnings::of_case(self.compiled),
        })
    }

    fn standing<'s>(
        &'s self,
        index: usize,
        outcome: &'s Outcome<1>,
        best: &Mix,
    ) -> Result<Standing<'s>, TooManyMixes> {
        let person = self.choice.person;
        let own = worth(person, &outcome.profile).first();
        let (with, without) = if best.members.contains(index) {
            (best.clone(), self.choice.best_without(index)?)
        } else {
            (self.choice.best_with(index)?, best.clone())
        };
        Ok(Standing {
            compiled: self.compiled,
            index,
            person,
            outcome,
            verdict: verdict(&self.choice, index, own, best),
            worth: own,
            with,
            without,
        })
    }

    fn question(&self, standing: &Standing<'_>) -> Question {
        let free_hours = standing.person.free_hours.first();
        Question {
            pursuit: standing.case().id.clone(),
            verdict: standing.verdict,
            close_call: standing.is_close(),
            summary: reasons::summary(standing),
            free_hours_per_week: free_hours,
        }
    }

    fn pursuit(
        &self,
        standing: &Standing<'_>,
        probes: &[warnings::Probe<'_>],
    ) -> PursuitAssessment {
        let Standing { person, outcome, .. } = standing;
        let profile = &outcome.profile;
        let case = standing.case();
        let if_not_renewed = standing.if_not_renewed();
        let figure = |lanes: Lanes<1>| self.figure(lanes.first());
        PursuitAssessment {
            id: case.id.clone(),
            name: case.name.clone(),
            verdict: standing.verdict,
            close_call: standing.is_close(),
            worth: self.figure(standing.worth),
            margin: self.figure(standing.margin()),
            contributions: contributions(&Points::new(person, profile)),
            opportunity_cost: standing.worth - standing.margin(),
            plan_with: self.summary(&standing.with),
            plan_without: self.summary(&standing.without),
            title_premium: if_not_renewed.map(|pursuing| standing.worth - pursuing),
            if_not_renewed,
            hours_per_week: figure(profile.hours),
            peak_hours_per_week: figure(profile.peak),
            felt_hours_per_week: figure(profile.felt_hours),
            burnout_risk: figure(burnout_risk(person, profile.loaded_hours)),
            money_per_year: figure(profile.money),
            award: outcome.holding.as_ref().map(|_| AwardSummary {
                holding_share: outcome.share.first(),
                chance_ever: outcome.chance_ever.first(),
            }),
            ledger: ledger(person, outcome).map(|ledger| LedgerSummary {
                npv: ledger.npv,
                benefit_cost_ratio: ledger.benefit_cost_ratio,
                payback_years: ledger.payback_years,
                break_even_hour_value: ledger.break_even_hour_value,
            }),
            reasons: reasons::reasons(standing),
            warnings: warnings::of_pursuit(standing, probes),
        }
    }

    fn figure(&self, value: f64) -> Summary {
        if self.compiled.uncertain == 0 {
            Summary::certain(value)
        } else {
            Summary::at_means(value)
        }
    }

    fn summary(&self, mix: &Mix) -> MixSummary {
        let pursuits = self.compiled.case.pursuits.iter().enumerate();
        MixSummary {
            pursuits: pursuits
                .filter(|(at, _)| mix.members.contains(*at))
                .map(|(_, pursuit)| pursuit.id.clone())
                .collect(),
            worth: mix.worth,
            hours_per_week: mix.profile.hours.first(),
        }
    }
}

/// The 8 + 3 contributions by name.
fn contributions(points: &Points<1>) -> Vec<Contribution> {
    let motives = Motive::ALL.map(|motive| (ContributionKind::Motive, motive.as_str()));
    let protections = ["personal_time", "wellbeing", "savings"]
        .map(|protection| (ContributionKind::Protection, protection));
    let named = motives.into_iter().chain(protections).zip(points.0);
    named.map(|((kind, id), points)| Contribution { kind, id, points: points.first() }).collect()
}
