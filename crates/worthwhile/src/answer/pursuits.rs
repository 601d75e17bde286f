//! The answer for each pursuit.

use super::writing::Writing;
use crate::analysis::{Answer, VariantTally, Verdict, YearTally};
use crate::assessment::{
    AwardSummary, LedgerSummary, PlanSummary, PlannedPursuit, Probabilities, ProbabilityErrors,
    PursuitAssessment, YearSummary,
};
use crate::words;
use crate::worth::{Mix, Pick};

/// One pursuit; `ranks` are how likely it has each rank.
pub(super) fn pursuit(writing: &Writing<'_>, index: usize, ranks: Vec<f64>) -> PursuitAssessment {
    let scenarios = writing.scenarios;
    let (place, tally, case) = (writing.chosen(index), writing.tally(index), writing.case(index));
    let spread = writing.spread(index);
    let mut figures = spread.figures;
    let mean = |sum: f64| scenarios.mean(sum);
    let contributions = tally.contributions.map(mean);
    // The same sum as the contributions', to the last digit.
    figures.worth.mean = contributions.in_order().iter().sum();
    let is_uncertain = writing.model.is_uncertain();
    let probabilities = is_uncertain.then(|| {
        let (worth, margin) = (spread.worth_positive, spread.margin_positive);
        let misfit = writing.misfit(place.variant);
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
    });
    let confidence = probabilities.as_ref().map(|own| match place.verdict {
        // A plan that does not fit has no chance to be right.
        Verdict::NotFeasible => own.does_not_fit,
        verdict if verdict.answer() == Answer::Yes => own.margin_positive,
        _ => 1.0 - own.margin_positive,
    });
    let has_award = case.award.is_some();
    let work_worth = has_award.then(|| mean(tally.work_worth));
    let worth_of = |at: usize| scenarios.worths.get(at).copied().unwrap_or_default();
    PursuitAssessment {
        id: case.id.clone(),
        name: case.name.clone(),
        verdict: place.verdict,
        level: writing.level(index, writing.variant_pick(place)),
        confidence,
        close_call: !writing.close_because(figures.margin.mean, confidence).is_empty(),
        worth: figures.worth,
        margin: figures.margin,
        margin_over_none: figures.margin_over_none,
        contributions: words::contributions(contributions.in_order()),
        opportunity_cost: figures.worth.mean - figures.margin_over_none.mean,
        plan_with: plan(writing, place.with),
        plan_without: plan(writing, place.without),
        plan_without_any: plan(writing, place.without_any),
        work_worth,
        work_margin: place.work.map(|work| worth_of(work) - worth_of(place.without_any)),
        title_premium: work_worth.map(|work| figures.worth.mean - work),
        hours_per_week: figures.hours_per_week,
        // Sums in another order differ in their last digits.
        extra_hours_per_week: mean(tally.extra_hours).max(0.0),
        busiest_hours_per_week: figures.busiest_hours_per_week,
        felt_hours_per_week: figures.felt_hours_per_week,
        burnout_risk: figures.burnout_risk,
        money_per_year: figures.money_per_year,
        margin_quantiles: if is_uncertain { spread.margin_quantiles.clone() } else { Vec::new() },
        years: years(tally, has_award, mean),
        award: case.award.as_ref().map(|award| AwardSummary {
            name: award.name.clone(),
            holding_share: mean(tally.holding_share),
            chance_ever: mean(tally.chance_ever),
            hours_per_week_when_held: mean(tally.hours_when_held),
        }),
        ledger: tally.flows.ledger(scenarios.tally.scenarios).map(|ledger| LedgerSummary {
            npv: ledger.npv,
            benefit_cost_ratio: ledger.benefit_cost_ratio,
            payback_years: ledger.payback_years,
            break_even_hour_value: ledger.break_even_hour_value,
        }),
        probabilities,
        rank_acceptability: ranks,
        reasons: Vec::new(),
        warnings: Vec::new(),
    }
}

fn years(tally: &VariantTally, has_award: bool, mean: impl Fn(f64) -> f64) -> Vec<YearSummary> {
    let year = |own: &YearTally| YearSummary {
        hours_per_week: mean(own.hours),
        felt_hours_per_week: mean(own.felt_hours),
        burnout_risk: mean(own.burnout_risk),
        money: mean(own.money),
        holding_share: has_award.then(|| mean(own.held)),
    };
    tally.years.iter().map(year).collect()
}

/// A mix in the words of the case.
pub(super) fn plan(writing: &Writing<'_>, at: usize) -> PlanSummary {
    let scenarios = writing.scenarios;
    let mix = writing.model.mixes.get(at).copied().unwrap_or(Mix::NONE);
    let pursuit = |(index, pick): (usize, Pick)| PlannedPursuit {
        id: writing.case(index).id.clone(),
        level: writing.level(index, pick),
        award: writing.case(index).award.as_ref().map(|_| pick.is_whole),
    };
    let hours = scenarios.tally.hours.get(at).copied().unwrap_or_default();
    PlanSummary {
        pursuits: mix.picks().map(pursuit).collect(),
        worth: scenarios.worths.get(at).copied().unwrap_or_default(),
        hours_per_week: scenarios.mean(hours),
    }
}
