//! Random cases made of the shipped presets: some changed, some left as they are, next to pursuits
//! of the person's own.

use super::numbers::{Numbers, chance, count, estimate, hours, money, rating};
use super::{case, object};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

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
    let presets = subsequence(shipped(), 1..=MOST_PRESETS).prop_shuffle();
    let presets = presets.prop_flat_map(|presets| {
        presets.into_iter().map(|preset| pursuit(&preset)).collect::<Vec<_>>()
    });
    (case(), presets, 0..=MOST_OWN, any::<bool>()).prop_map(
        |(mut case, mut pursuits, own, is_own_first)| {
            let own_pursuits = case["pursuits"].as_array_mut().unwrap();
            own_pursuits.truncate(own);
            if is_own_first {
                own_pursuits.append(&mut pursuits);
            } else {
                pursuits.append(own_pursuits);
                *own_pursuits = pursuits;
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

/// Some fields of an item, each of which may stay as the preset has it.
fn fields(fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let most = fields.len();
    subsequence(fields, 1..=most)
        .prop_flat_map(|fields| {
            let (names, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
            values.prop_map(move |values| {
                let fields = names.iter().map(|name| (*name).to_owned()).zip(values);
                Value::Object(fields.collect::<Map<_, _>>())
            })
        })
        .boxed()
}

fn activity() -> BoxedStrategy<Value> {
    fields(vec![
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
    fields(vec![
        ("strength", rating(Numbers::Mixed)),
        ("chance", chance(Numbers::Mixed)),
        ("money_per_year", money(Numbers::Mixed)),
        ("category", select(vec!["skills", "perks"]).prop_map(|name| json!(name)).boxed()),
        ("depends_on", depends_on.boxed()),
    ])
}

fn cost() -> BoxedStrategy<Value> {
    fields(vec![("money_per_year", estimate(Numbers::Mixed, 1.0, 3000.0))])
}

fn award() -> BoxedStrategy<Value> {
    fields(vec![
        ("chance_per_year", chance(Numbers::Mixed)),
        ("renewal_chance", chance(Numbers::Mixed)),
        ("held", any::<bool>().prop_map(|held| json!(held)).boxed()),
    ])
}
