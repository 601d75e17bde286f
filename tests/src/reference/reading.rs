//! Reads a case document.

use super::case::{
    Activity, Assumptions, Award, Benefit, Case, Cost, Drive, During, MOTIVES, Money, Person,
    Pursuit, SERVED,
};
use super::estimates::{Domain, Estimate};
use serde_json::Value;
use std::collections::BTreeMap;

const RATING: Domain = Domain::Bounded(0.0, 10.0);
const SHARE: Domain = Domain::Bounded(0.0, 1.0);
const WEEK: Domain = Domain::Bounded(0.0, 168.0);

/// Reads a whole case.
pub(super) fn case(document: &Value) -> Case<Estimate> {
    Case {
        person: person(&document["person"]),
        pursuits: list(document, "pursuits").iter().map(pursuit).collect(),
        assumptions: assumptions(&document["assumptions"]),
    }
}

fn person(person: &Value) -> Person<Estimate> {
    let protections = &person["protections"];
    let time = &person["time"];
    Person {
        drive: drive(person),
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
            .map(|(name, value)| (name.into(), Estimate::read(&value, SHARE)))
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

fn drive(person: &Value) -> Drive<Estimate> {
    let ranking = list(person, "motivation_ranking");
    if ranking.is_empty() {
        let ratings = &person["motivations"];
        return Drive::Ratings(MOTIVES.map(|motive| number(ratings, motive, RATING, 0.0)));
    }
    let place = |name: &Value| MOTIVES.iter().position(|motive| name == motive).unwrap();
    Drive::Ranking {
        motives: ranking.iter().map(place).collect(),
        weights: rank_order_centroid(ranking.len()),
    }
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

fn pursuit(pursuit: &Value) -> Pursuit<Estimate> {
    Pursuit {
        id: pursuit["id"].as_str().unwrap().into(),
        activities: list(pursuit, "activities").iter().map(activity).collect(),
        benefits: list(pursuit, "benefits").iter().map(benefit).collect(),
        costs: list(pursuit, "costs").iter().map(cost).collect(),
        award: pursuit.get("award").filter(|award| !award.is_null()).map(award),
    }
}

fn activity(activity: &Value) -> Activity<Estimate> {
    Activity {
        is_rest: activity["kind"] == "rest",
        hours: given(activity, "hours", Domain::Amount).unwrap(),
        per_year: given(activity, "per_year", Domain::Amount).unwrap(),
        enjoyability: number(activity, "enjoyability", RATING, 5.0),
        during: during(activity),
    }
}

fn benefit(benefit: &Value) -> Benefit<Estimate> {
    Benefit {
        category: benefit["category"].as_str().unwrap().into(),
        strength: number(benefit, "strength", RATING, 0.0),
        chance: number(benefit, "chance", SHARE, 1.0),
        money_per_year: number(benefit, "money_per_year", Domain::Real, 0.0),
        requires_award: benefit["requires"] == "award",
        depends_on: list(benefit, "depends_on")
            .iter()
            .map(|name| name.as_str().unwrap().into())
            .collect(),
        delay_years: number(benefit, "delay_years", Domain::Amount, 0.0),
    }
}

fn cost(cost: &Value) -> Cost<Estimate> {
    Cost {
        money_per_year: given(cost, "money_per_year", Domain::Amount).unwrap(),
        during: during(cost),
    }
}

fn award(award: &Value) -> Award<Estimate> {
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

fn assumptions(assumptions: &Value) -> Assumptions<Estimate> {
    let row = |row: &Value| -> [Estimate; SERVED] {
        std::array::from_fn(|m| number(row, MOTIVES[m], SHARE, 0.0))
    };
    let serves = map(assumptions, "serves");
    let usual = [1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.0, 0.0];
    let autonomy = &assumptions["autonomy"];
    let convexity = Domain::Bounded(0.0, 10.0);
    Assumptions {
        serves: serves.iter().map(|(category, of)| (category.as_str().into(), row(of))).collect(),
        autonomy: std::array::from_fn(|m| number(autonomy, MOTIVES[m], SHARE, usual[m])),
        time_convexity: number(assumptions, "time_convexity", convexity, 2.0),
        overwork_log_odds_per_hour: number(assumptions, "overwork_log_odds_per_hour", SHARE, 0.033),
        overwork_from_hours: number(assumptions, "overwork_from_hours", WEEK, 40.0),
        autonomy_effect: number(assumptions, "autonomy_effect", SHARE, 0.5),
        close_call_points: assumptions["close_call_points"].as_f64().unwrap_or(5.0),
    }
}

/// A field, or nothing where it is absent. Null counts as absent.
fn given(object: &Value, field: &str, domain: Domain) -> Option<Estimate> {
    object.get(field).filter(|value| !value.is_null()).map(|value| Estimate::read(value, domain))
}

fn number(object: &Value, field: &str, domain: Domain, default: f64) -> Estimate {
    given(object, field, domain).unwrap_or(Estimate::Certain(default))
}

fn list(object: &Value, field: &str) -> Vec<Value> {
    object[field].as_array().cloned().unwrap_or_default()
}

fn map(object: &Value, field: &str) -> BTreeMap<String, Value> {
    let map = object[field].as_object().cloned().unwrap_or_default();
    map.into_iter().filter(|(_, value)| !value.is_null()).collect()
}
