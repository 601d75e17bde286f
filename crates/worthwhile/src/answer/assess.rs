//! From a plan to its assessment.

use super::writing::Writing;
use super::{basis, finite, parts, pursuits};
use crate::analysis::{Amount, AmountTally, Changes, Findings, Study, Task, Verdict, Watch};
use crate::assessment::{
    AsPlanned, Assessment, Engine, HowMuch, PersonSummary, PursuitAssessment, Question, WithoutAny,
};
use crate::case::SCHEMA_VERSION;
use crate::error::Error;
use crate::sampling::POINTS;
use crate::words;

/// The whole answer of a study.
pub(super) fn assess(study: &Study<'_>, watch: &mut Watch<'_>) -> Result<Assessment, Error> {
    let model = study.whole_model(watch)?;
    study.afford(&model, Task::Assess)?;
    let scenarios = study.scenarios(&model, true, watch)?;
    let findings = study.findings(&model, &scenarios, watch)?;
    let changes = study.changes(watch)?;
    let writing = Writing {
        study,
        model: &model,
        scenarios: &scenarios,
        findings: &findings,
        changes: &changes,
    };
    let mut answer = writing.answer();
    words::tell(&mut answer, &writing.facts());
    finite::check(&answer)?;
    Ok(answer)
}

/// Whether [`assess`] would refuse: by the search, by its work, or by figures that are no numbers. These
/// are looked at in a few scenarios.
pub(super) fn refusal(study: &mut Study<'_>, watch: &mut Watch<'_>) -> Result<(), Error> {
    let model = study.whole_model(watch)?;
    study.afford(&model, Task::Assess)?;
    study.take_few();
    let model = study.model();
    let scenarios = study.scenarios(&model, true, watch)?;
    let (findings, changes) = (&Findings::default(), &Changes::default());
    let writing = Writing { study, model: &model, scenarios: &scenarios, findings, changes };
    finite::check(&writing.answer())
}

impl Writing<'_> {
    /// All figures, without their words.
    fn answer(&self) -> Assessment {
        let compiled = self.study.compiled;
        let ranks = self.scenarios.ranks.iter().filter(|_| self.model.is_uncertain());
        let mut ranks = ranks.cloned();
        let without_any = ranks.next().map(|rank_acceptability| WithoutAny { rank_acceptability });
        let pursuits: Vec<PursuitAssessment> = (0..self.scenarios.chosen.places.len())
            .map(|index| pursuits::pursuit(self, index, ranks.next().unwrap_or_default()))
            .collect();
        let money = compiled.case.person.money.as_ref();
        let is_rate_assumed = money.is_some_and(|money| money.is_rate_assumed);
        let (basis, assumptions) =
            basis::basis(&compiled.inputs, &compiled.followers, is_rate_assumed);
        let flips = self.changes.flips.as_ref();
        Assessment {
            schema_version: SCHEMA_VERSION,
            engine: self.engine(),
            person: self.person(),
            question: self.question(&pursuits),
            pursuits,
            without_any,
            best_mix: pursuits::plan(self, self.scenarios.chosen.best),
            sensitivity: parts::sensitivities(&self.findings.values),
            levers: parts::levers(self),
            flips: flips.map(|flips| parts::flips(compiled, flips)).unwrap_or_default(),
            information: parts::information(compiled, self.findings),
            basis,
            assumptions,
            warnings: Vec::new(),
        }
    }

    fn engine(&self) -> Engine {
        let settled = &self.study.settled;
        let is_uncertain = self.model.is_uncertain();
        Engine {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            points: POINTS.to_owned(),
            scenarios: if is_uncertain { settled.scenarios() } else { 1 },
            replicates: if is_uncertain { settled.replicates } else { 1 },
            seed: settled.seed,
            levers: settled.levers,
        }
    }

    fn person(&self) -> PersonSummary {
        let (tally, case) = (&self.scenarios.tally, &self.study.compiled.case);
        let years = self.study.base.lives.person.years.count();
        PersonSummary {
            free_hours_per_week: self.scenarios.mean(tally.free_hours),
            work_hours_per_week: self.scenarios.mean(tally.work_hours),
            burnout_risk: self.scenarios.mean(tally.burnout_risk),
            currency: case.person.money.as_ref().map(|money| money.currency.as_str().into()),
            horizon_years: u32::try_from(years).unwrap_or(u32::MAX),
        }
    }

    // INVARIANT: the reader refuses a case without pursuits.
    #[expect(clippy::expect_used, reason = "see the invariant above")]
    fn question(&self, pursuits: &[PursuitAssessment]) -> Question {
        let asked = pursuits.first().expect("a case has a pursuit");
        let answer = asked.verdict.answer();
        let base = self.study.base.places.first().map(|own| own.verdict.answer());
        let fits = asked.verdict != Verdict::NotFeasible;
        let chance = asked.probabilities.as_ref().filter(|_| fits).map(|own| own.margin_positive);
        let close_because = self.close_because(asked.margin.mean, asked.confidence);
        Question {
            pursuit: asked.id.clone(),
            text: String::new(),
            answer,
            base_answer: base.filter(|base| *base != answer),
            verdict: asked.verdict,
            level: asked.level,
            chance_of_yes: chance,
            confidence: asked.confidence,
            close_call: !close_because.is_empty(),
            close_because,
            as_planned: self.as_planned(),
            how_much: self.how_much(),
            summary: String::new(),
            in_brief: Vec::new(),
            details: String::new(),
        }
    }

    /// The mean worths of the plans without the pursuit in question, by the base case's choice.
    fn plans_without(&self) -> Option<[f64; 2]> {
        let place = self.study.base.places.first()?;
        let worth = |mix| self.scenarios.worths.get(self.model.place(mix)).copied();
        Some([worth(&place.without.mix)?, worth(&place.without_any.mix)?])
    }

    fn as_planned(&self) -> Option<AsPlanned> {
        let plan = self.study.base.as_planned?;
        let [without, without_any] = self.plans_without()?;
        let worth = *self.scenarios.worths.get(self.model.place(&plan))?;
        Some(AsPlanned { margin: worth - without, margin_over_none: worth - without_any })
    }

    fn how_much(&self) -> Vec<HowMuch> {
        let amounts = self.model.how_much.iter().zip(&self.scenarios.tally.how_much);
        let mean = |sum| self.scenarios.mean(sum);
        let without = self.plans_without();
        let amount = |(amount, tally): (&Amount, &AmountTally)| {
            let over = |at: usize| {
                let worth = amount.plan.map(|_| mean(tally.plan))?;
                Some(worth - without?.get(at)?)
            };
            let has_award = amount.variant.has_award;
            HowMuch {
                level: amount.level,
                offered: amount.is_offered,
                hours_per_week: mean(tally.hours),
                worth: mean(tally.worth),
                margin: over(0),
                margin_over_none: over(1),
                work_worth: has_award.then(|| mean(tally.work_worth)),
                chance_ever: has_award.then(|| mean(tally.chance_ever)),
            }
        };
        amounts.map(amount).collect()
    }
}
