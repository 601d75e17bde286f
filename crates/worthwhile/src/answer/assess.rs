//! From a plan to its assessment.

use super::{basis, parts};
use crate::analysis::{Findings, Flips, Probe, Standing, Standings, Study, Watch};
use crate::assessment::{
    Assessment, AwardSummary, Contribution, ContributionKind, Engine, KeepYourTime, LedgerSummary,
    MixSummary, Probabilities, ProbabilityErrors, PursuitAssessment, Question,
};
use crate::case::{Motive, SCHEMA_VERSION};
use crate::error::Error;
use crate::sampling::POINTS;
use crate::words::{reasons, warnings};
use crate::worth::{Contributions, Mix};

/// The whole answer of a study.
pub(super) fn assess(study: &Study<'_>, watch: &mut Watch<'_>) -> Result<Assessment, Error> {
    let findings = study.findings(watch)?;
    let (probes, flips) = study.changes(watch)?;
    let standings = Standings::new(study, &findings);
    let (standings, findings, flips) = (&standings, &findings, flips.as_ref());
    let answer = Answer { study, standings, findings, flips, probes: &probes };
    Ok(answer.write())
}

/// What an answer is written from.
struct Answer<'a> {
    study: &'a Study<'a>,
    standings: &'a Standings<'a>,
    findings: &'a Findings,
    flips: Option<&'a Flips>,
    probes: &'a [Probe<'a>],
}

impl Answer<'_> {
    fn write(&self) -> Assessment {
        let compiled = self.study.compiled;
        let flips = self.flips.map(|flips| parts::in_words(compiled, flips)).unwrap_or_default();
        let pursuits: Vec<PursuitAssessment> =
            self.standings.each().map(|standing| self.pursuit(&standing, self.probes)).collect();
        let (basis, assumptions) = basis::basis(&compiled.inputs);
        Assessment {
            schema_version: SCHEMA_VERSION,
            engine: self.engine(),
            question: self.question(),
            pursuits,
            best_mix: self.mix(&self.study.base.best),
            keep_your_time: self.keep_your_time(),
            sensitivity: parts::sensitivities(&self.findings.values),
            flips,
            information: parts::information(compiled, self.findings),
            basis,
            assumptions,
            warnings: warnings::of_case(compiled, self.flips),
        }
    }

    fn engine(&self) -> Engine {
        let settled = &self.study.settled;
        let is_uncertain = self.standings.is_uncertain;
        Engine {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            points: POINTS.to_owned(),
            scenarios: if is_uncertain { settled.scenarios() } else { 1 },
            replicates: if is_uncertain { settled.replicates } else { 1 },
            seed: settled.seed,
            flips: settled.flips,
        }
    }

    // INVARIANT: the reader refuses a case without pursuits.
    #[expect(clippy::expect_used, reason = "see the invariant above")]
    fn question(&self) -> Question {
        let standing = self.standings.each().next().expect("a case has a pursuit");
        Question {
            pursuit: standing.case().id.clone(),
            verdict: standing.verdict(),
            base_verdict: standing.place.verdict,
            confidence: standing.confidence().map(|sure| sure.value),
            close_call: standing.is_close(),
            summary: reasons::summary(&standing),
            free_hours_per_week: standing.free_hours(),
        }
    }

    fn pursuit(&self, standing: &Standing<'_>, probes: &[Probe<'_>]) -> PursuitAssessment {
        let case = standing.case();
        let (tally, figures) = (standing.tally, &standing.figures);
        PursuitAssessment {
            id: case.id.clone(),
            name: case.name.clone(),
            verdict: standing.verdict(),
            confidence: standing.confidence().map(|sure| sure.value),
            close_call: standing.is_close(),
            worth: figures.worth,
            margin: figures.margin,
            contributions: contributions(&standing.contributions()),
            opportunity_cost: standing.opportunity_cost(),
            plan_with: self.plan(&standing.place.with, &self.findings.plans.with, standing),
            plan_without: self.plan(
                &standing.place.without,
                &self.findings.plans.without,
                standing,
            ),
            title_premium: standing.title_premium(),
            if_not_renewed: standing.if_not_renewed(),
            hours_per_week: figures.hours_per_week,
            peak_hours_per_week: figures.peak_hours_per_week,
            felt_hours_per_week: figures.felt_hours_per_week,
            burnout_risk: figures.burnout_risk,
            money_per_year: figures.money_per_year,
            award: standing.outcome.holding.as_ref().map(|_| AwardSummary {
                holding_share: standing.mean(tally.holding_share),
                chance_ever: standing.mean(tally.chance_ever),
            }),
            ledger: standing.ledger().map(|ledger| LedgerSummary {
                npv: ledger.npv,
                benefit_cost_ratio: ledger.benefit_cost_ratio,
                payback_years: ledger.payback_years,
                break_even_hour_value: ledger.break_even_hour_value,
            }),
            probabilities: self.standings.is_uncertain.then(|| probabilities(standing)),
            rank_acceptability: self.ranks(|rank| {
                standing.share(|own| own.ranks.get(rank).copied().unwrap_or_default()).value
            }),
            reasons: reasons::reasons(standing),
            warnings: warnings::of_pursuit(standing, probes),
        }
    }

    /// How often each rank by worth is taken; empty where nothing is uncertain.
    fn ranks(&self, share: impl Fn(usize) -> f64) -> Vec<f64> {
        let places = if self.standings.is_uncertain { self.standings.figures.len() + 1 } else { 0 };
        (0..places).map(share).collect()
    }

    fn keep_your_time(&self) -> Option<KeepYourTime> {
        let ranks = self.ranks(|rank| {
            self.standings.share(|own| own.keep_ranks.get(rank).copied().unwrap_or_default()).value
        });
        self.standings.is_uncertain.then_some(KeepYourTime { rank_acceptability: ranks })
    }

    fn mix(&self, mix: &Mix) -> MixSummary {
        let plans = &self.findings.plans;
        let known = plans.members.iter().position(|members| *members == mix.members);
        let worth = known.map_or(mix.worth, |at| self.standings.plan_worth(at));
        self.named(mix, worth)
    }

    fn plan(&self, mix: &Mix, plans: &[usize], standing: &Standing<'_>) -> MixSummary {
        let at = plans.get(standing.index).copied();
        self.named(mix, at.map_or(mix.worth, |at| self.standings.plan_worth(at)))
    }

    fn named(&self, mix: &Mix, worth: f64) -> MixSummary {
        let pursuits = self.study.compiled.case.pursuits.iter().enumerate();
        let members = pursuits.filter(|(at, _)| mix.members.contains(*at));
        MixSummary {
            pursuits: members.map(|(_, pursuit)| pursuit.id.clone()).collect(),
            worth,
            hours_per_week: self.standings.hours(mix),
        }
    }
}

fn probabilities(standing: &Standing<'_>) -> Probabilities {
    let worth = standing.share(|own| own.worth_positive);
    let margin = standing.share(|own| own.margin_positive);
    let misfit = standing.share(|own| own.does_not_fit);
    Probabilities {
        worth_positive: worth.value,
        margin_positive: margin.value,
        does_not_fit: misfit.value,
        standard_errors: ProbabilityErrors {
            worth_positive: worth.standard_error,
            margin_positive: margin.standard_error,
            does_not_fit: misfit.standard_error,
        },
    }
}

/// The contributions by name.
fn contributions(points: &Contributions<f64>) -> Vec<Contribution> {
    let motives = Motive::ALL.map(|motive| (ContributionKind::Motive, motive.as_str()));
    let protections = ["personal_time", "wellbeing", "savings"]
        .map(|protection| (ContributionKind::Protection, protection));
    let named = motives.into_iter().chain(protections).zip(points.in_order());
    named.map(|((kind, id), points)| Contribution { kind, id, points }).collect()
}
