//! Reads the figures of an assessment as the library writes it.

use crate::reference::{
    Answer, AsPlanned, AwardAnswer, HowMuch, Ledger, Plan, PlanMember, PursuitAnswer, YearAnswer,
};
use serde_json::Value;

/// The figures of an assessment as the library writes it.
///
/// # Panics
///
/// Where the document lacks a part that every assessment has.
#[must_use]
pub fn figures(assessment: &Value) -> Answer {
    let question = &assessment["question"];
    Answer {
        pursuits: list(&assessment["pursuits"]).iter().map(pursuit).collect(),
        best_mix: plan(&assessment["best_mix"]),
        as_planned: question.get("as_planned").and_then(margins),
        how_much: list(&question["how_much"]).iter().map(how_much).collect(),
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("`{value}` is not a number"))
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("`{value}` is not a text")).to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Both margins, where they are there.
fn margins(of: &Value) -> Option<AsPlanned> {
    let margin_over_none = of.get("margin_over_none").map(number)?;
    Some(AsPlanned { margin: number(&of["margin"]), margin_over_none })
}

fn how_much(of: &Value) -> HowMuch {
    HowMuch {
        level: number(&of["level"]),
        hours_per_week: number(&of["hours_per_week"]),
        worth: number(&of["worth"]),
        margins: margins(of),
        work_worth: of.get("work_worth").map(number),
        chance_ever: of.get("chance_ever").map(number),
    }
}

fn pursuit(found: &Value) -> PursuitAnswer {
    let mean = |name: &str| number(&found[name]["mean"]);
    let optional = |name: &str| found.get(name).map(number);
    let points = |part: &Value| (word(&part["id"]), number(&part["points"]));
    PursuitAnswer {
        id: word(&found["id"]),
        verdict: word(&found["verdict"]),
        level: number(&found["level"]),
        close_call: found["close_call"].as_bool().unwrap(),
        worth: mean("worth"),
        margin: mean("margin"),
        margin_over_none: mean("margin_over_none"),
        contributions: list(&found["contributions"]).iter().map(points).collect(),
        opportunity_cost: number(&found["opportunity_cost"]),
        plan_with: plan(&found["plan_with"]),
        plan_without: plan(&found["plan_without"]),
        plan_without_any: plan(&found["plan_without_any"]),
        work_worth: optional("work_worth"),
        work_margin: optional("work_margin"),
        title_premium: optional("title_premium"),
        hours_per_week: mean("hours_per_week"),
        extra_hours_per_week: number(&found["extra_hours_per_week"]),
        busiest_hours_per_week: mean("busiest_hours_per_week"),
        felt_hours_per_week: mean("felt_hours_per_week"),
        burnout_risk: mean("burnout_risk"),
        money_per_year: mean("money_per_year"),
        years: list(&found["years"]).iter().map(year).collect(),
        award: found.get("award").map(|award| AwardAnswer {
            holding_share: number(&award["holding_share"]),
            chance_ever: number(&award["chance_ever"]),
            hours_per_week_when_held: number(&award["hours_per_week_when_held"]),
        }),
        ledger: found.get("ledger").map(ledger),
    }
}

fn year(found: &Value) -> YearAnswer {
    YearAnswer {
        hours_per_week: number(&found["hours_per_week"]),
        felt_hours_per_week: number(&found["felt_hours_per_week"]),
        burnout_risk: number(&found["burnout_risk"]),
        money: number(&found["money"]),
        holding_share: found.get("holding_share").map(number),
    }
}

fn ledger(found: &Value) -> Ledger {
    let years = found.get("payback_years");
    Ledger {
        npv: number(&found["npv"]),
        benefit_cost_ratio: found.get("benefit_cost_ratio").map(number),
        payback_years: years.map(|years| u32::try_from(years.as_u64().unwrap()).unwrap()),
        break_even_hour_value: found.get("break_even_hour_value").map(number),
    }
}

fn plan(found: &Value) -> Plan {
    let member = |member: &Value| PlanMember {
        id: word(&member["id"]),
        level: number(&member["level"]),
        award: member.get("award").map(|award| award.as_bool().unwrap()),
    };
    Plan {
        pursuits: list(&found["pursuits"]).iter().map(member).collect(),
        worth: number(&found["worth"]),
        hours_per_week: number(&found["hours_per_week"]),
    }
}
