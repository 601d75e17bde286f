//! Reads a case document into plain numbers, with every estimate at its mean.

use super::estimates::{Domain, mean};
use serde_json::Value;
use std::collections::BTreeMap;

/// The motives, in the order of every list of motives.
pub(super) const MOTIVES: [&str; 8] = [
    "enjoyment",
    "altruism",
    "belonging",
    "learning",
    "influence",
    "reputation",
    "career",
    "income",
];

/// How many motives are served by benefits. The eighth, income, is served by money.
pub(super) const SERVED: usize = 7;

/// The place of income among the motives.
pub(super) const INCOME: usize = 7;

const RATING: Domain = Domain::Bounded(0.0, 10.0);
const SHARE: Domain = Domain::Bounded(0.0, 1.0);
const WEEK: Domain = Domain::Bounded(0.0, 168.0);

pub(super) struct Case {
    pub(super) person: Person,
    pub(super) pursuits: Vec<Pursuit>,
    pub(super) assumptions: Assumptions,
}

pub(super) struct Person {
    /// Shares of the motives. They sum to 1.
    pub(super) weights: [f64; 8],
    pub(super) personal_time: f64,
    pub(super) wellbeing: f64,
    pub(super) savings: f64,
    pub(super) free_hours: f64,
    pub(super) work_hours: f64,
    pub(super) money: Option<Money>,
    pub(super) burnout_risk: f64,
    pub(super) conditions: BTreeMap<String, f64>,
    pub(super) horizon_years: u32,
    pub(super) discount_rate: f64,
}

pub(super) struct Money {
    pub(super) meaningful_yearly_amount: f64,
    pub(super) hour_value: Option<f64>,
}

pub(super) struct Pursuit {
    pub(super) id: String,
    pub(super) activities: Vec<Activity>,
    pub(super) benefits: Vec<Benefit>,
    pub(super) costs: Vec<Cost>,
    pub(super) award: Option<Award>,
}

pub(super) struct Activity {
    pub(super) is_rest: bool,
    pub(super) hours: f64,
    pub(super) per_year: f64,
    pub(super) enjoyability: f64,
    pub(super) during: During,
}

pub(super) struct Benefit {
    pub(super) category: String,
    pub(super) strength: f64,
    pub(super) chance: f64,
    pub(super) money_per_year: f64,
    pub(super) requires_award: bool,
    pub(super) depends_on: Vec<String>,
    pub(super) delay_years: f64,
}

pub(super) struct Cost {
    pub(super) money_per_year: f64,
    pub(super) during: During,
}

pub(super) struct Award {
    pub(super) chance_per_year: f64,
    pub(super) renewal_chance: f64,
    pub(super) held: bool,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum During {
    Always,
    Pursuing,
    Holding,
}

pub(super) struct Assumptions {
    pub(super) serves: BTreeMap<String, [f64; SERVED]>,
    pub(super) autonomy: [f64; 8],
    pub(super) time_convexity: f64,
    pub(super) overwork_log_odds_per_hour: f64,
    pub(super) overwork_from_hours: f64,
    pub(super) autonomy_effect: f64,
    pub(super) close_call_points: f64,
}

/// Reads a whole case.
pub(super) fn case(document: &Value) -> Case {
    Case {
        person: person(&document["person"]),
        pursuits: list(document, "pursuits").iter().map(pursuit).collect(),
        assumptions: assumptions(&document["assumptions"]),
    }
}

fn person(person: &Value) -> Person {
    let protections = &person["protections"];
    let time = &person["time"];
    Person {
        weights: weights(person),
        personal_time: number(protections, "personal_time", RATING, 5.0),
        wellbeing: number(protections, "wellbeing", RATING, 5.0),
        savings: number(protections, "savings", RATING, 5.0),
        free_hours: given(time, "free_hours_per_week", WEEK).unwrap(),
        work_hours: number(time, "work_hours_per_week", WEEK, 40.0),
        money: person.get("money").filter(|money| !money.is_null()).map(|money| Money {
            meaningful_yearly_amount: given(money, "meaningful_yearly_amount", Domain::Amount)
                .unwrap(),
            hour_value: given(money, "hour_value", Domain::Amount),
        }),
        burnout_risk: number(person, "burnout_risk", SHARE, 0.25),
        conditions: map(person, "conditions")
            .into_iter()
            .map(|(name, value)| (name, mean(&value, SHARE)))
            .collect(),
        horizon_years: horizon(person),
        discount_rate: number(person, "discount_rate", SHARE, 0.035),
    }
}

fn horizon(person: &Value) -> u32 {
    match person["horizon_years"].as_f64() {
        Some(years) => (1..=30).find(|&year| f64::from(year) >= years).unwrap(),
        None => 3,
    }
}

fn weights(person: &Value) -> [f64; 8] {
    let mut weights = [0.0; 8];
    let ranking = list(person, "motivation_ranking");
    if !ranking.is_empty() {
        let centroid = rank_order_centroid(ranking.len());
        for rank in 0..ranking.len() {
            let motive = MOTIVES.iter().position(|motive| ranking[rank] == *motive).unwrap();
            weights[motive] = centroid[rank];
        }
        return weights;
    }
    let mut sum = 0.0;
    for m in 0..8 {
        weights[m] = number(&person["motivations"], MOTIVES[m], RATING, 0.0);
        sum += weights[m];
    }
    for weight in &mut weights {
        *weight /= sum;
    }
    weights
}

/// The mean weights of `n` things of which only the order of importance is known.
pub(super) fn rank_order_centroid(n: usize) -> Vec<f64> {
    let mut weights = Vec::new();
    for rank in 1..=n {
        let mut sum = 0.0;
        for k in rank..=n {
            sum += 1.0 / k as f64;
        }
        weights.push(sum / n as f64);
    }
    weights
}

fn pursuit(pursuit: &Value) -> Pursuit {
    Pursuit {
        id: pursuit["id"].as_str().unwrap().to_owned(),
        activities: list(pursuit, "activities").iter().map(activity).collect(),
        benefits: list(pursuit, "benefits").iter().map(benefit).collect(),
        costs: list(pursuit, "costs").iter().map(cost).collect(),
        award: pursuit.get("award").filter(|award| !award.is_null()).map(award),
    }
}

fn activity(activity: &Value) -> Activity {
    Activity {
        is_rest: activity["kind"] == "rest",
        hours: given(activity, "hours", Domain::Amount).unwrap(),
        per_year: given(activity, "per_year", Domain::Amount).unwrap(),
        enjoyability: number(activity, "enjoyability", RATING, 5.0),
        during: during(activity),
    }
}

fn benefit(benefit: &Value) -> Benefit {
    Benefit {
        category: benefit["category"].as_str().unwrap().to_owned(),
        strength: number(benefit, "strength", RATING, 0.0),
        chance: number(benefit, "chance", SHARE, 1.0),
        money_per_year: number(benefit, "money_per_year", Domain::Real, 0.0),
        requires_award: benefit["requires"] == "award",
        depends_on: list(benefit, "depends_on")
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect(),
        delay_years: number(benefit, "delay_years", Domain::Amount, 0.0),
    }
}

fn cost(cost: &Value) -> Cost {
    Cost {
        money_per_year: given(cost, "money_per_year", Domain::Amount).unwrap(),
        during: during(cost),
    }
}

fn award(award: &Value) -> Award {
    Award {
        chance_per_year: given(award, "chance_per_year", SHARE).unwrap(),
        renewal_chance: given(award, "renewal_chance", SHARE).unwrap(),
        held: award["held"] == true,
    }
}

fn during(item: &Value) -> During {
    match item["during"].as_str() {
        None | Some("always") => During::Always,
        Some("pursuing") => During::Pursuing,
        Some("holding") => During::Holding,
        Some(other) => panic!("no such regime: {other}"),
    }
}

fn assumptions(assumptions: &Value) -> Assumptions {
    let serves = map(assumptions, "serves").into_iter().map(|(category, row)| {
        let mut shares = [0.0; SERVED];
        for m in 0..SERVED {
            shares[m] = number(&row, MOTIVES[m], SHARE, 0.0);
        }
        (category, shares)
    });
    let mut autonomy = [1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.0, 0.0];
    for m in 0..8 {
        autonomy[m] = number(&assumptions["autonomy"], MOTIVES[m], SHARE, autonomy[m]);
    }
    let convexity = Domain::Bounded(0.0, 10.0);
    Assumptions {
        serves: serves.collect(),
        autonomy,
        time_convexity: number(assumptions, "time_convexity", convexity, 2.0),
        overwork_log_odds_per_hour: number(assumptions, "overwork_log_odds_per_hour", SHARE, 0.033),
        overwork_from_hours: number(assumptions, "overwork_from_hours", WEEK, 40.0),
        autonomy_effect: number(assumptions, "autonomy_effect", SHARE, 0.5),
        close_call_points: assumptions["close_call_points"].as_f64().unwrap_or(5.0),
    }
}

/// A field's mean, or nothing where it is absent. Null counts as absent.
fn given(object: &Value, field: &str, domain: Domain) -> Option<f64> {
    object.get(field).filter(|value| !value.is_null()).map(|value| mean(value, domain))
}

fn number(object: &Value, field: &str, domain: Domain, default: f64) -> f64 {
    given(object, field, domain).unwrap_or(default)
}

fn list(object: &Value, field: &str) -> Vec<Value> {
    object[field].as_array().cloned().unwrap_or_default()
}

fn map(object: &Value, field: &str) -> BTreeMap<String, Value> {
    let map = object[field].as_object().cloned().unwrap_or_default();
    map.into_iter().filter(|(_, value)| !value.is_null()).collect()
}
