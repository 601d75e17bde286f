//! Random cases made of the shipped presets: some changed, some left as they are, next to pursuits
//! of the person's own.

use super::numbers::{Numbers, chance, count, estimate, hours, money, rating};
use super::{case, object, some_of};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

/// The shipped files, read as data.
const FILES: [&str; 6] = [
    include_str!("../../../crates/worthwhile/data/presets/microsoft-mvp.json"),
    include_str!("../../../crates/worthwhile/data/presets/certification.json"),
    include_str!("../../../crates/worthwhile/data/presets/job-performance.json"),
    include_str!("../../../crates/worthwhile/data/presets/business-value.json"),
    include_str!("../../../crates/worthwhile/data/presets/specialised-skill.json"),
    include_str!("../../../crates/worthwhile/data/presets/rest.json"),
];

/// Mixes double with every pursuit, and the reference looks at all of them.
const MOST_PRESETS: usize = 4;
const MOST_OWN: usize = 3;

/// The shipped presets, as their files have them.
#[must_use]
pub fn shipped() -> Vec<Value> {
    FILES.iter().map(|text| serde_json::from_str(text).unwrap()).collect()
}

/// Any valid case with presets in it, uncertain figures included.
pub fn preset_case() -> impl Strategy<Value = Value> {
    let presets: Vec<_> = shipped().iter().map(pursuit).collect();
    let chosen = subsequence((0..presets.len()).collect::<Vec<_>>(), 1..=MOST_PRESETS);
    (case(), presets, chosen.prop_shuffle(), 0..=MOST_OWN, any::<bool>()).prop_map(
        |(mut case, presets, chosen, own, is_own_first)| {
            let mut presets = chosen.into_iter().map(|at| presets[at].clone()).collect();
            let own_pursuits = case["pursuits"].as_array_mut().unwrap();
            own_pursuits.truncate(own);
            if is_own_first {
                own_pursuits.append(&mut presets);
            } else {
                presets.append(own_pursuits);
                *own_pursuits = presets;
            }
            case
        },
    )
}

/// A preset with some of its items changed, some left out and some added.
fn pursuit(preset: &Value) -> BoxedStrategy<Value> {
    let name = preset["id"].clone();
    let id = format!("my-{}", name.as_str().unwrap());
    let award = match preset["pursuit"].get("award") {
        Some(_) => weighted(0.5, award()).boxed(),
        None => Just(None).boxed(),
    };
    let ids = item_ids(preset);
    let most = ids.len() / 2;
    let omit = prop_oneof![
        1 => Just(None),
        1 => subsequence(ids, 1..=most).prop_shuffle().prop_map(|omit| Some(json!(omit))),
    ];
    (
        weighted(0.3, Just(json!(id))),
        weighted(0.2, Just(json!("My name for it"))),
        award,
        changed(preset, "activities", activity),
        changed(preset, "benefits", benefit),
        changed(preset, "costs", cost),
        omit,
    )
        .prop_map(move |(id, called, award, activities, benefits, costs, omit)| {
            let mut pursuit = object([
                ("id", id),
                ("preset", Some(name.clone())),
                ("name", called),
                ("award", award),
                ("activities", activities),
                ("benefits", benefits),
                ("costs", costs),
                ("omit", omit),
            ]);
            keep_what_is_complete(&mut pursuit);
            pursuit
        })
        .boxed()
}

/// An item that is omitted and changed at once would be a new one, which needs all its fields.
fn keep_what_is_complete(pursuit: &mut Value) {
    let Some(omitted) = pursuit.get("omit").cloned() else { return };
    let omitted = omitted.as_array().unwrap();
    for list in ["activities", "benefits", "costs"] {
        if let Some(items) = pursuit.get_mut(list).and_then(Value::as_array_mut) {
            items.retain(|item| !omitted.contains(&item["id"]));
        }
    }
}

fn item_ids(preset: &Value) -> Vec<String> {
    let lists = ["activities", "benefits", "costs"].map(|list| preset["pursuit"][list].clone());
    let items = lists.iter().filter_map(Value::as_array).flatten();
    items.map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

/// Changes to some items of a list, in any order.
fn changed(
    preset: &Value,
    list: &str,
    change: fn() -> BoxedStrategy<Value>,
) -> BoxedStrategy<Option<Value>> {
    let items = preset["pursuit"][list].as_array().cloned().unwrap_or_default();
    if items.is_empty() {
        return Just(None).boxed();
    }
    let ids: Vec<Value> = items.iter().map(|item| item["id"].clone()).collect();
    let most = ids.len().min(3);
    (subsequence(ids, 0..=most).prop_shuffle(), vec(change(), most))
        .prop_map(|(ids, mut changes)| {
            for (change, id) in changes.iter_mut().zip(&ids) {
                change["id"] = id.clone();
            }
            changes.truncate(ids.len());
            if changes.is_empty() { None } else { Some(Value::Array(changes)) }
        })
        .boxed()
}

fn activity() -> BoxedStrategy<Value> {
    some_of(vec![
        ("hours", hours(Numbers::Mixed)),
        ("per_year", count(Numbers::Mixed)),
        ("enjoyability", rating(Numbers::Mixed)),
        ("kind", select(vec!["rest", "coaching"]).prop_map(|kind| json!(kind)).boxed()),
        ("during", select(vec!["always", "pursuing"]).prop_map(|word| json!(word)).boxed()),
    ])
}

fn benefit() -> BoxedStrategy<Value> {
    let conditions = vec!["market_regard", "employer_regard", "client_regard", "local_rarity"];
    let depends_on = subsequence(conditions, 0..=2).prop_map(|names| json!(names));
    some_of(vec![
        ("strength", rating(Numbers::Mixed)),
        ("chance", chance(Numbers::Mixed)),
        ("money_per_year", money(Numbers::Mixed)),
        ("category", select(vec!["skills", "perks"]).prop_map(|name| json!(name)).boxed()),
        ("depends_on", depends_on.boxed()),
    ])
}

fn cost() -> BoxedStrategy<Value> {
    some_of(vec![("money_per_year", estimate(Numbers::Mixed, 1.0, 3000.0))])
}

fn award() -> BoxedStrategy<Value> {
    some_of(vec![
        ("chance_per_year", chance(Numbers::Mixed)),
        ("renewal_chance", chance(Numbers::Mixed)),
        ("held", any::<bool>().prop_map(|held| json!(held)).boxed()),
    ])
}
