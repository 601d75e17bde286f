//! Reads a case document.

use super::case::{
    Activity, Assumptions, Award, Benefit, Case, Cost, Drawback, Drive, During, MOTIVES, Money,
    Occurrences, Person, Pursuit, SERVED, Span,
};
use super::estimates::{Domain, Estimate, MOST_MONEY};
use serde_json::Value;
use std::collections::BTreeMap;

const RATING: Domain = Domain::Bounded(0.0, 10.0);
const JOY: Domain = Domain::Bounded(-10.0, 10.0);
const SHARE: Domain = Domain::Bounded(0.0, 1.0);
const POINTS: Domain = Domain::Bounded(0.0, 100.0);
const WEEK: Domain = Domain::Bounded(0.0, 168.0);
const BREAK_EVEN: Domain = Domain::Bounded(1.0, 168.0);
const HOURS: Domain = Domain::Amount(1000.0);
const TIMES: Domain = Domain::Amount(10_000.0);
const YEARS: Domain = Domain::Amount(30.0);
const MONEY: Domain = Domain::Amount(MOST_MONEY);

/// Reads a whole case.
pub(super) fn case(document: &Value) -> Case<Estimate> {
    let pursuits: Vec<_> = list(document, "pursuits").iter().map(pursuit).collect();
    let place = |id: &Value| pursuits.iter().position(|pursuit| *id == *pursuit.id).unwrap();
    let either_or = list(document, "either_or");
    let either_or = either_or.iter().map(|ids| ids.as_array().unwrap().iter().map(place).collect());
    Case {
        person: person(&document["person"]),
        either_or: either_or.collect(),
        pursuits,
        assumptions: assumptions(&document["assumptions"]),
    }
}

fn person(person: &Value) -> Person<Estimate> {
    let protections = &person["protections"];
    let time = &person["time"];
    Person {
        drive: drive(person),
        personal_time: number(protections, "personal_time", RATING, 5.0),
        break_even_hours: given(protections, "break_even_hours_per_week", BREAK_EVEN),
        wellbeing: number(protections, "wellbeing", RATING, 5.0),
        savings: number(protections, "savings", RATING, 5.0),
        free_hours: given(time, "free_hours_per_week", WEEK).unwrap(),
        work_hours: number(time, "work_hours_per_week", WEEK, 40.0),
        limit_hours: given(time, "limit_hours_per_week", WEEK),
        money: person.get("money").filter(|money| !money.is_null()).map(|money| Money {
            meaningful_yearly_amount: given(money, "meaningful_yearly_amount", MONEY).unwrap(),
            hour_value: given(money, "hour_value", MONEY),
        }),
        burnout_risk: given(person, "burnout_risk", SHARE),
        conditions: map(person, "conditions")
            .into_iter()
            .map(|(name, value)| (name.into(), Estimate::read(&value, SHARE)))
            .collect(),
        horizon_years: whole(person, "horizon_years").unwrap_or(3),
        discount_rate: number(person, "discount_rate", SHARE, 0.035),
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
    let levels: Vec<f64> =
        list(pursuit, "levels").iter().map(|level| level.as_f64().unwrap()).collect();
    Pursuit {
        id: pursuit["id"].as_str().unwrap().into(),
        levels: if levels.is_empty() { vec![0.5, 1.0] } else { levels },
        anyway: number(pursuit, "anyway", SHARE, 0.0),
        lasts_years: given(pursuit, "lasts_years", YEARS),
        activities: list(pursuit, "activities").iter().map(activity).collect(),
        benefits: list(pursuit, "benefits").iter().map(benefit).collect(),
        costs: list(pursuit, "costs").iter().map(cost).collect(),
        drawbacks: list(pursuit, "drawbacks").iter().map(drawback).collect(),
        award: pursuit.get("award").filter(|award| !award.is_null()).map(award),
    }
}

fn span(item: &Value) -> Span<Estimate> {
    Span {
        delay_years: number(item, "delay_years", YEARS, 0.0),
        lasts_years: given(item, "lasts_years", YEARS),
    }
}

fn activity(activity: &Value) -> Activity<Estimate> {
    Activity {
        is_rest: activity["kind"] == "rest",
        hours: given(activity, "hours", HOURS).unwrap(),
        occurrences: Occurrences {
            per_year: given(activity, "per_year", TIMES),
            usual_per_year: given(activity, "usual_per_year", TIMES),
        },
        enjoyability: number(activity, "enjoyability", JOY, 5.0),
        during: during(activity),
        span: span(activity),
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
        span: span(benefit),
    }
}

fn cost(cost: &Value) -> Cost<Estimate> {
    Cost {
        money_per_year: given(cost, "money_per_year", MONEY).unwrap(),
        during: during(cost),
        span: span(cost),
    }
}

fn drawback(drawback: &Value) -> Drawback<Estimate> {
    Drawback {
        bother: given(drawback, "bother", RATING).unwrap(),
        chance: number(drawback, "chance", SHARE, 1.0),
        during: during(drawback),
        span: span(drawback),
    }
}

fn award(award: &Value) -> Award<Estimate> {
    Award {
        chance_per_year: given(award, "chance_per_year", SHARE).unwrap(),
        renewal_chance: given(award, "renewal_chance", SHARE).unwrap(),
        held: award["held"] == true,
        give_up_after_years: whole(award, "give_up_after_years"),
        is_stopped: award["after_giving_up"] == "stop",
    }
}

fn during(item: &Value) -> During {
    match item["during"].as_str() {
        None | Some("always") => During::Always,
        Some("award") => During::Award,
        Some("pursuing") => During::Pursuing,
        Some("holding") => During::Holding,
        Some(other) => panic!("no such time: {other}"),
    }
}

fn assumptions(assumptions: &Value) -> Assumptions<Estimate> {
    let row = |row: &Value| -> [Estimate; SERVED] {
        std::array::from_fn(|m| number(row, MOTIVES[m], SHARE, 0.0))
    };
    let serves = map(assumptions, "serves");
    let usual = [1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.0, 0.0];
    let autonomy = &assumptions["autonomy"];
    let of = |name: &str, domain: Domain, default: f64| number(assumptions, name, domain, default);
    Assumptions {
        serves: serves.iter().map(|(category, of)| (category.as_str().into(), row(of))).collect(),
        autonomy: std::array::from_fn(|m| number(autonomy, MOTIVES[m], SHARE, usual[m])),
        time_convexity: of("time_convexity", RATING, 2.0),
        returns_to_effort: of("returns_to_effort", SHARE, 0.7),
        overwork_log_odds_per_hour: of("overwork_log_odds_per_hour", SHARE, 0.033),
        overwork_from_hours: of("overwork_from_hours", WEEK, 40.0),
        rest_offsets_overwork: of("rest_offsets_overwork", SHARE, 1.0),
        drawback_points: of("drawback_points", POINTS, 10.0),
        autonomy_effect: of("autonomy_effect", SHARE, 0.5),
        close_call_points: of("close_call_points", POINTS, 5.0),
    }
}

/// A field, or nothing where it is absent. Null counts as absent.
fn given(object: &Value, field: &str, domain: Domain) -> Option<Estimate> {
    object.get(field).filter(|value| !value.is_null()).map(|value| Estimate::read(value, domain))
}

fn number(object: &Value, field: &str, domain: Domain, default: f64) -> Estimate {
    given(object, field, domain).unwrap_or(Estimate::Certain(default))
}

/// A whole number of years. Documents may write it as `3.0`.
fn whole(object: &Value, field: &str) -> Option<u32> {
    let years = object[field].as_f64()?;
    Some((1..=30).find(|&year| f64::from(year) >= years).unwrap())
}

fn list(object: &Value, field: &str) -> Vec<Value> {
    object[field].as_array().cloned().unwrap_or_default()
}

fn map(object: &Value, field: &str) -> BTreeMap<String, Value> {
    let map = object[field].as_object().cloned().unwrap_or_default();
    map.into_iter().filter(|(_, value)| !value.is_null()).collect()
}
