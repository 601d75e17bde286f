//! Prints what the second implementation says about a case, in the places where an assessment has
//! it, so that figures for vectors can be copied: `cargo run --example reference < case.json`.
//! Presets and the tables of the catalogue are written out by the library first. With a number of
//! scenarios, and perhaps a seed, as arguments it prints plain Monte Carlo instead of the base case.

use std::io::{Read, Write};

use serde_json::{Value, json};
use worthwhile_conformance::reference::{
    self, Figure, Ledger, Plan, PursuitAnswer, SampledPursuit,
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
    writeln!(std::io::stdout(), "{answer}")
}

fn base(case: &Value) -> Value {
    let answer = reference::answer(case);
    let pursuits: Vec<Value> = answer.pursuits.iter().map(pursuit).collect();
    json!({"pursuits": pursuits, "best_mix": plan(&answer.best_mix)})
}

fn sampled(case: &Value, scenarios: u64, seed: u64) -> Value {
    let scenarios = usize::try_from(scenarios).unwrap_or(usize::MAX);
    let answer = reference::sampled(case, scenarios, seed);
    let pursuits: Vec<Value> = answer.pursuits.iter().map(sampled_pursuit).collect();
    json!({"pursuits": pursuits})
}

fn sampled_pursuit(pursuit: &SampledPursuit) -> Value {
    let figure =
        |of: Figure| json!({"mean": of.mean, "standard_error": of.standard_error, "sd": of.sd});
    json!({
        "id": pursuit.id,
        "worth": figure(pursuit.worth),
        "margin": figure(pursuit.margin),
        "plan_with": {"pursuits": pursuit.plan_with},
        "plan_without": {"pursuits": pursuit.plan_without},
        "hours_per_week": figure(pursuit.hours_per_week),
        "peak_hours_per_week": figure(pursuit.peak_hours_per_week),
        "felt_hours_per_week": figure(pursuit.felt_hours_per_week),
        "burnout_risk": figure(pursuit.burnout_risk),
        "money_per_year": figure(pursuit.money_per_year),
        "probabilities": {
            "worth_positive": pursuit.worth_positive.share,
            "margin_positive": pursuit.margin_positive.share,
            "does_not_fit": pursuit.does_not_fit.share,
        },
        "rank_acceptability": pursuit.ranks,
    })
}

fn pursuit(pursuit: &PursuitAnswer) -> Value {
    let mean = |figure: f64| json!({"mean": figure});
    let points = |(id, points): &(String, f64)| json!({"id": id, "points": points});
    json!({
        "id": pursuit.id,
        "verdict": pursuit.verdict,
        "close_call": pursuit.close_call,
        "worth": mean(pursuit.worth),
        "margin": mean(pursuit.margin),
        "contributions": pursuit.contributions.iter().map(points).collect::<Vec<_>>(),
        "opportunity_cost": pursuit.opportunity_cost,
        "plan_with": plan(&pursuit.plan_with),
        "plan_without": plan(&pursuit.plan_without),
        "title_premium": pursuit.title_premium,
        "if_not_renewed": pursuit.if_not_renewed,
        "hours_per_week": mean(pursuit.hours_per_week),
        "peak_hours_per_week": mean(pursuit.peak_hours_per_week),
        "felt_hours_per_week": mean(pursuit.felt_hours_per_week),
        "burnout_risk": mean(pursuit.burnout_risk),
        "money_per_year": mean(pursuit.money_per_year),
        "award": pursuit.award.as_ref().map(|award| json!({
            "holding_share": award.holding_share, "chance_ever": award.chance_ever
        })),
        "ledger": pursuit.ledger.as_ref().map(ledger),
    })
}

fn plan(plan: &Plan) -> Value {
    json!({
        "pursuits": plan.pursuits, "worth": plan.worth, "hours_per_week": plan.hours_per_week
    })
}

fn ledger(ledger: &Ledger) -> Value {
    json!({
        "npv": ledger.npv,
        "benefit_cost_ratio": ledger.benefit_cost_ratio,
        "payback_years": ledger.payback_years,
        "break_even_hour_value": ledger.break_even_hour_value,
    })
}
