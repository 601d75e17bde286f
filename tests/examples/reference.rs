//! Prints what the second implementation says about a case, in the places where an assessment has
//! it, so that figures for vectors can be copied: `cargo run --example reference < case.json`.
//! Presets and the tables of the catalogue are written out by the library first. With a number of
//! scenarios, and perhaps a seed, as arguments it prints plain Monte Carlo instead of the base case.

use std::io::{Read, Write};

use serde_json::{Value, json};
use worthwhile_conformance::reference::{
    self, AsPlanned, Figure, HowMuch, Ledger, Plan, PursuitAnswer, SampledPursuit, YearAnswer,
};

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let expanded = worthwhile::expand(&text).map_err(std::io::Error::other)?;
    let case = serde_json::from_str(&expanded)?;
    let numbers: Result<Vec<u64>, _> = std::env::args().skip(1).map(|word| word.parse()).collect();
    let answer = match numbers.map_err(std::io::Error::other)?.as_slice() {
        [] => base(&case),
        [scenarios, seed @ ..] => sampled(&case, *scenarios, seed.first().copied().unwrap_or(1)),
    };
    writeln!(std::io::stdout(), "{}", without_nulls(answer))
}

/// What does not exist is left out of an assessment.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(kept.map(|(name, value)| (name, without_nulls(value))).collect())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(without_nulls).collect()),
        other => other,
    }
}

fn base(case: &Value) -> Value {
    let answer = reference::answer(case);
    let pursuits: Vec<Value> = answer.pursuits.iter().map(pursuit).collect();
    let how_much: Vec<Value> = answer.how_much.iter().map(at_level).collect();
    json!({
        "question": {
            "as_planned": answer.as_planned.as_ref().map(as_planned),
            "how_much": how_much,
        },
        "pursuits": pursuits,
        "best_mix": plan(&answer.best_mix),
    })
}

fn as_planned(of: &AsPlanned) -> Value {
    json!({"margin": of.margin, "margin_over_none": of.margin_over_none})
}

fn at_level(at: &HowMuch) -> Value {
    json!({
        "level": at.level,
        "hours_per_week": at.hours_per_week,
        "worth": at.worth,
        "margin": at.margins.map(|margins| margins.margin),
        "margin_over_none": at.margins.map(|margins| margins.margin_over_none),
        "work_worth": at.work_worth,
        "chance_ever": at.chance_ever,
    })
}

fn sampled(case: &Value, scenarios: u64, seed: u64) -> Value {
    let scenarios = usize::try_from(scenarios).unwrap_or(usize::MAX);
    let answer = reference::sampled(case, scenarios, seed);
    let pursuits: Vec<Value> = answer.pursuits.iter().map(sampled_pursuit).collect();
    let question = reference::sampled_question(case, scenarios, seed);
    let how_much: Vec<Value> = question.how_much.iter().map(at_level).collect();
    json!({
        "question": {
            "as_planned": question.as_planned.as_ref().map(as_planned),
            "how_much": how_much,
        },
        "pursuits": pursuits,
        "without_any": {"rank_acceptability": answer.without_any_ranks},
        "best_mix": plan(&answer.best_mix),
    })
}

fn sampled_pursuit(pursuit: &SampledPursuit) -> Value {
    let figure = |of: &Figure| {
        let [p5, p25, p50, p75, p95] = of.percentiles;
        json!({
            "mean": of.mean, "standard_error": of.standard_error, "sd": of.sd,
            "p5": p5, "p25": p25, "p50": p50, "p75": p75, "p95": p95,
        })
    };
    json!({
        "id": pursuit.id,
        "verdict": pursuit.verdict,
        "level": pursuit.level,
        "close_call": pursuit.close_call,
        "confidence": pursuit.confidence,
        "worth": figure(&pursuit.worth),
        "margin": figure(&pursuit.margin),
        "margin_over_none": figure(&pursuit.margin_over_none),
        "contributions": points(&pursuit.contributions),
        "plan_with": plan(&pursuit.plan_with),
        "plan_without": plan(&pursuit.plan_without),
        "plan_without_any": plan(&pursuit.plan_without_any),
        "opportunity_cost": pursuit.opportunity_cost,
        "work_worth": pursuit.work_worth,
        "title_premium": pursuit.title_premium,
        "hours_per_week": figure(&pursuit.hours_per_week),
        "extra_hours_per_week": pursuit.extra_hours_per_week.mean,
        "busiest_hours_per_week": figure(&pursuit.busiest_hours_per_week),
        "felt_hours_per_week": figure(&pursuit.felt_hours_per_week),
        "burnout_risk": figure(&pursuit.burnout_risk),
        "money_per_year": figure(&pursuit.money_per_year),
        "probabilities": {
            "worth_positive": pursuit.worth_positive.share,
            "margin_positive": pursuit.margin_positive.share,
            "does_not_fit": pursuit.does_not_fit.share,
        },
        "rank_acceptability": pursuit.ranks,
    })
}

fn points(contributions: &[(String, f64)]) -> Vec<Value> {
    contributions.iter().map(|(id, points)| json!({"id": id, "points": points})).collect()
}

fn pursuit(pursuit: &PursuitAnswer) -> Value {
    let mean = |figure: f64| json!({"mean": figure});
    let years: Vec<Value> = pursuit.years.iter().map(year).collect();
    json!({
        "id": pursuit.id,
        "verdict": pursuit.verdict,
        "level": pursuit.level,
        "close_call": pursuit.close_call,
        "worth": mean(pursuit.worth),
        "margin": mean(pursuit.margin),
        "margin_over_none": mean(pursuit.margin_over_none),
        "contributions": points(&pursuit.contributions),
        "opportunity_cost": pursuit.opportunity_cost,
        "plan_with": plan(&pursuit.plan_with),
        "plan_without": plan(&pursuit.plan_without),
        "plan_without_any": plan(&pursuit.plan_without_any),
        "work_worth": pursuit.work_worth,
        "work_margin": pursuit.work_margin,
        "title_premium": pursuit.title_premium,
        "hours_per_week": mean(pursuit.hours_per_week),
        "extra_hours_per_week": pursuit.extra_hours_per_week,
        "busiest_hours_per_week": mean(pursuit.busiest_hours_per_week),
        "felt_hours_per_week": mean(pursuit.felt_hours_per_week),
        "burnout_risk": mean(pursuit.burnout_risk),
        "money_per_year": mean(pursuit.money_per_year),
        "years": years,
        "award": pursuit.award.as_ref().map(|award| json!({
            "holding_share": award.holding_share,
            "chance_ever": award.chance_ever,
            "hours_per_week_when_held": award.hours_per_week_when_held,
        })),
        "ledger": pursuit.ledger.as_ref().map(ledger),
    })
}

fn year(year: &YearAnswer) -> Value {
    json!({
        "hours_per_week": year.hours_per_week,
        "felt_hours_per_week": year.felt_hours_per_week,
        "burnout_risk": year.burnout_risk,
        "money": year.money,
        "holding_share": year.holding_share,
    })
}

fn plan(plan: &Plan) -> Value {
    let members: Vec<Value> = plan
        .pursuits
        .iter()
        .map(|member| json!({"id": member.id, "level": member.level, "award": member.award}))
        .collect();
    json!({"pursuits": members, "worth": plan.worth, "hours_per_week": plan.hours_per_week})
}

fn ledger(ledger: &Ledger) -> Value {
    json!({
        "npv": ledger.npv,
        "benefit_cost_ratio": ledger.benefit_cost_ratio,
        "payback_years": ledger.payback_years,
        "break_even_hour_value": ledger.break_even_hour_value,
    })
}
