//! Prints what the second implementation says about a case, in the places where an assessment has
//! it, so that figures for vectors can be copied: `cargo run --example reference < case.json`.
//! Presets and the tables of the catalogue are written out by the library first.

use std::io::{Read, Write};

use serde_json::{Value, json};
use worthwhile_conformance::reference::{self, Ledger, Plan, PursuitAnswer};

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let expanded = worthwhile::expand(&text).map_err(std::io::Error::other)?;
    let answer = reference::answer(&serde_json::from_str(&expanded)?);
    let pursuits: Vec<Value> = answer.pursuits.iter().map(pursuit).collect();
    let answer = json!({"pursuits": pursuits, "best_mix": plan(&answer.best_mix)});
    writeln!(std::io::stdout(), "{answer}")
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
