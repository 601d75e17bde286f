//! Random valid cases, for laws and for comparing implementations.
//!
//! The documents are expanded: they name no preset, and each item has its id.

mod numbers;
pub mod presets;
mod pursuits;

use numbers::{Numbers, chance, estimate, plain, rating};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use pursuits::{either_or, pursuits};
use serde_json::{Map, Value, json};

const MOTIVES: [&str; 8] = [
    "enjoyment",
    "altruism",
    "belonging",
    "learning",
    "influence",
    "reputation",
    "career",
    "income",
];

/// The last two are of no catalogue.
const CATEGORIES: [&str; 7] =
    ["networking", "skills", "helping", "audience", "credibility", "own_topic", "b2"];

/// The last two are of no catalogue.
const CONDITIONS: [&str; 6] =
    ["market_regard", "employer_regard", "client_regard", "local_rarity", "city_demand", "luck_2"];

/// Any valid case, uncertain figures included.
pub fn case() -> impl Strategy<Value = Value> {
    case_with(Numbers::Mixed)
}

/// Any valid case in which every figure is a plain number.
pub fn certain_case() -> impl Strategy<Value = Value> {
    case_with(Numbers::Certain)
}

fn case_with(numbers: Numbers) -> impl Strategy<Value = Value> {
    // The conditions come first: benefits depend only on those that the person gives.
    subsequence(CONDITIONS.to_vec(), 0..=CONDITIONS.len()).prop_flat_map(move |conditions| {
        let parts = (
            person(numbers, conditions.clone()),
            pursuits(numbers, conditions),
            weighted(0.3, either_or()),
            serves(numbers),
        );
        (parts, weighted(0.7, assumptions(numbers)), weighted(0.3, Just(json!("A case")))).prop_map(
            |((person, pursuits, either_or, serves), assumptions, name)| {
                let either_or = either_or.and_then(|lists| among(&lists, &pursuits));
                let mut assumptions = assumptions.unwrap_or(json!({}));
                let rows = rows_in_use(serves, &pursuits);
                if !rows.is_empty() {
                    assumptions["serves"] = Value::Object(rows);
                }
                object([
                    ("schema_version", Some(json!(1))),
                    ("name", name),
                    ("person", Some(person)),
                    ("pursuits", Some(pursuits)),
                    ("either_or", either_or),
                    ("assumptions", Some(assumptions)),
                ])
            },
        )
    })
}

/// What the lists of ids forbid among these pursuits. Nothing is left where no two of them exclude
/// each other.
fn among(lists: &Value, pursuits: &Value) -> Option<Value> {
    let ids: Vec<&Value> = pursuits.as_array()?.iter().map(|pursuit| &pursuit["id"]).collect();
    let mut kept: Vec<Value> = vec![];
    for list in lists.as_array()? {
        let members: Vec<&Value> = list.as_array()?.iter().filter(|id| ids.contains(id)).collect();
        let members = json!(members);
        if members.as_array()?.len() > 1 && !kept.contains(&members) {
            kept.push(members);
        }
    }
    if kept.is_empty() { None } else { Some(Value::Array(kept)) }
}

/// The fields that are there.
fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    let mut map = Map::new();
    for (name, value) in fields {
        if let Some(value) = value {
            map.insert(name.to_owned(), value);
        }
    }
    Value::Object(map)
}

/// An object with some of the fields.
fn some_of(fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let (names, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    let values: Vec<_> = values.into_iter().map(|value| weighted(0.6, value)).collect();
    values
        .prop_map(move |values| {
            let mut map = Map::new();
            for (name, value) in names.iter().zip(values) {
                if let Some(value) = value {
                    map.insert((*name).to_owned(), value);
                }
            }
            Value::Object(map)
        })
        .boxed()
}

fn person(numbers: Numbers, conditions: Vec<&'static str>) -> impl Strategy<Value = Value> {
    let conditions: Vec<_> =
        conditions.into_iter().map(|name| chance(numbers).prop_map(move |p| (name, p))).collect();
    let conditions = conditions.prop_map(|given| {
        let map: Map<String, Value> =
            given.into_iter().map(|(name, p)| (name.to_owned(), p)).collect();
        if map.is_empty() { None } else { Some(Value::Object(map)) }
    });
    let burnout_risk = estimate(numbers, 0.01, 0.99);
    let horizon = prop_oneof![8 => 1..=6_u32, 1 => 1..=30_u32].prop_map(|years| json!(years));
    let discount = prop_oneof![
        1 => Just(json!(0.0)),
        3 => estimate(numbers, 0.0, 0.2),
        1 => estimate(numbers, 0.0, 1.0),
    ];
    (
        drive(numbers),
        weighted(0.9, protections(numbers)),
        time(numbers),
        weighted(0.7, money_of_person(numbers)),
        weighted(0.5, burnout_risk),
        conditions,
        weighted(0.7, horizon),
        weighted(0.6, discount),
    )
        .prop_map(
            |(drive, protections, time, money, burnout_risk, conditions, horizon, discount)| {
                let mut person = object([
                    ("protections", protections),
                    ("time", Some(time)),
                    ("money", money),
                    ("burnout_risk", burnout_risk),
                    ("conditions", conditions),
                    ("horizon_years", horizon),
                    ("discount_rate", discount),
                ]);
                let (field, value) = drive;
                person[field] = value;
                person
            },
        )
}

fn protections(numbers: Numbers) -> impl Strategy<Value = Value> {
    let names = ["personal_time", "wellbeing", "savings"];
    let usual = some_of(names.map(|name| (name, rating(numbers))).to_vec());
    // Only who minds little fills the week, so that pursuits compete for its hours.
    let little = prop_oneof![1 => Just(json!(0.0)), 1 => estimate(numbers, 0.0, 1.0)];
    let careless = vec(little, 3).prop_map(move |values| {
        let map: Map<String, Value> = names.into_iter().map(str::to_owned).zip(values).collect();
        Value::Object(map)
    });
    // Hours at which nothing is worth it stand in the place of the rating of personal time.
    let break_even = weighted(0.3, estimate(numbers, 1.0, 60.0));
    (prop_oneof![3 => usual, 2 => careless], break_even).prop_map(|(mut protections, hours)| {
        if let (Some(hours), Some(map)) = (hours, protections.as_object_mut()) {
            map.remove("personal_time");
            map.insert("break_even_hours_per_week".to_owned(), hours);
        }
        protections
    })
}

/// What drives the person: the field it stands in, and its value.
fn drive(numbers: Numbers) -> impl Strategy<Value = (&'static str, Value)> {
    let some = || subsequence(MOTIVES.to_vec(), 1..=8).prop_shuffle();
    // The first motive is positive for sure, the others may be 0.
    let ratings = (some(), estimate(numbers, 0.5, 10.0), vec(rating(numbers), 7)).prop_map(
        |(motives, first, others)| {
            let values = std::iter::once(first).chain(others);
            let map: Map<String, Value> =
                motives.into_iter().map(str::to_owned).zip(values).collect();
            ("motivations", Value::Object(map))
        },
    );
    let ranking = some().prop_map(|motives| ("motivation_ranking", json!(motives)));
    prop_oneof![3 => ratings, 1 => ranking]
}

/// The means of job and free hours sum to 168 at most.
fn time(numbers: Numbers) -> impl Strategy<Value = Value> {
    let free = prop_oneof![
        1 => Just(json!(10.0)),
        4 => estimate(numbers, 2.0, 12.0),
        4 => estimate(numbers, 5.0, 40.0),
        1 => estimate(numbers, 0.1, 80.0),
    ];
    let work = prop_oneof![
        1 => Just(json!(0.0)),
        4 => estimate(numbers, 20.0, 60.0),
        1 => estimate(numbers, 0.0, 88.0),
    ];
    let usual = (free, weighted(0.6, work))
        .prop_map(|(free, work)| (free, work.unwrap_or(Value::Null)))
        .boxed();
    let whole_week =
        (1..=168_u32).prop_map(|free| (json!(f64::from(free)), json!(f64::from(168 - free))));
    let limit = prop_oneof![3 => estimate(numbers, 0.5, 15.0), 1 => estimate(numbers, 0.5, 100.0)];
    let limit = weighted(0.5, limit);
    (prop_oneof![12 => usual, 1 => whole_week], limit).prop_map(|((free, work), limit)| {
        object([
            ("free_hours_per_week", Some(free)),
            ("work_hours_per_week", Some(work).filter(|work| !work.is_null())),
            ("limit_hours_per_week", limit),
        ])
    })
}

fn money_of_person(numbers: Numbers) -> impl Strategy<Value = Value> {
    let amount = prop_oneof![
        1 => estimate(numbers, 10.0, 500.0),
        4 => estimate(numbers, 500.0, 20_000.0),
        1 => estimate(numbers, 1e5, 1e6),
    ];
    let currency = select(vec!["EUR", "USD", "JPY"]).prop_map(|code| json!(code));
    let hour_value =
        prop_oneof![3 => estimate(numbers, 0.5, 12.0), 1 => estimate(numbers, 1.0, 100.0)];
    let usd_rate = plain(0.5, 2.0).prop_map(|rate| json!(rate));
    (weighted(0.7, currency), weighted(0.3, usd_rate), amount, weighted(0.6, hour_value)).prop_map(
        |(currency, usd_rate, amount, hour_value)| {
            object([
                ("currency", currency),
                ("usd_rate", usd_rate),
                ("meaningful_yearly_amount", Some(amount)),
                ("hour_value", hour_value),
            ])
        },
    )
}

/// A full row for every category.
fn serves(numbers: Numbers) -> impl Strategy<Value = Vec<(&'static str, Value)>> {
    let share = prop_oneof![1 => Just(json!(0.0)), 1 => estimate(numbers, 0.0, 1.0)];
    let row = vec(share, 7).prop_map(|shares| {
        let row: Map<String, Value> =
            MOTIVES.iter().map(|motive| (*motive).to_owned()).zip(shares).collect();
        Value::Object(row)
    });
    vec(row, CATEGORIES.len()).prop_map(|rows| CATEGORIES.into_iter().zip(rows).collect())
}

fn rows_in_use(rows: Vec<(&'static str, Value)>, pursuits: &Value) -> Map<String, Value> {
    let mut used = vec![];
    for pursuit in pursuits.as_array().unwrap() {
        for benefit in pursuit["benefits"].as_array().into_iter().flatten() {
            used.push(benefit["category"].as_str().unwrap());
        }
    }
    rows.into_iter()
        .filter(|(category, _)| used.contains(category))
        .map(|(category, row)| (category.to_owned(), row))
        .collect()
}

/// All of the assumptions but `serves`.
fn assumptions(numbers: Numbers) -> impl Strategy<Value = Value> {
    let autonomy = MOTIVES.map(|motive| (motive, chance(numbers)));
    let convexity = prop_oneof![1 => Just(json!(0.0)), 4 => estimate(numbers, 0.0, 10.0)];
    let returns = prop_oneof![1 => Just(json!(1.0)), 4 => estimate(numbers, 0.1, 1.0)];
    let log_odds = prop_oneof![4 => estimate(numbers, 0.0, 0.1), 1 => estimate(numbers, 0.0, 1.0)];
    let from = prop_oneof![4 => estimate(numbers, 30.0, 60.0), 1 => estimate(numbers, 0.0, 168.0)];
    // A close call at 0 points would hang on the last bit of a tie.
    let close_call = plain(0.5, 20.0).prop_map(|points| json!(points));
    some_of(vec![
        ("autonomy", some_of(autonomy.to_vec())),
        ("time_convexity", convexity.boxed()),
        ("returns_to_effort", returns.boxed()),
        ("overwork_log_odds_per_hour", log_odds.boxed()),
        ("overwork_from_hours", from.boxed()),
        ("rest_offsets_overwork", chance(numbers)),
        ("drawback_points", estimate(numbers, 0.0, 100.0)),
        ("autonomy_effect", estimate(numbers, 0.0, 0.99)),
        ("close_call_points", close_call.boxed()),
    ])
}

#[cfg(test)]
mod tests;
