//! Random cases made of the shipped presets: some changed, some left as they are, next to pursuits
//! of the person's own.

use super::numbers::{
    Numbers, chance, count, delay, estimate, hours, joy, lasting, money, rating, usual_count,
};
use super::pursuits::{giving_up, levels};
use super::{among, case, object, some_of};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

/// The shipped files, read as data.
const FILES: [&str; 17] = [
    include_str!("../../../crates/worthwhile/data/presets/microsoft-mvp.json"),
    include_str!("../../../crates/worthwhile/data/presets/google-developer-expert.json"),
    include_str!("../../../crates/worthwhile/data/presets/aws-community-builder.json"),
    include_str!("../../../crates/worthwhile/data/presets/salesforce-mvp.json"),
    include_str!("../../../crates/worthwhile/data/presets/certification.json"),
    include_str!("../../../crates/worthwhile/data/presets/part-time-degree.json"),
    include_str!("../../../crates/worthwhile/data/presets/language.json"),
    include_str!("../../../crates/worthwhile/data/presets/specialized-skill.json"),
    include_str!("../../../crates/worthwhile/data/presets/job-performance.json"),
    include_str!("../../../crates/worthwhile/data/presets/business-value.json"),
    include_str!("../../../crates/worthwhile/data/presets/side-business.json"),
    include_str!("../../../crates/worthwhile/data/presets/book.json"),
    include_str!("../../../crates/worthwhile/data/presets/open-source.json"),
    include_str!("../../../crates/worthwhile/data/presets/meetup.json"),
    include_str!("../../../crates/worthwhile/data/presets/conference-speaking.json"),
    include_str!("../../../crates/worthwhile/data/presets/nonprofit-board.json"),
    include_str!("../../../crates/worthwhile/data/presets/rest.json"),
];

/// Mixes multiply with every pursuit, and the reference looks at all of them.
const MOST_PRESETS: usize = 3;
const MOST_OWN: usize = 2;

const LISTS: [&str; 4] = ["activities", "benefits", "costs", "drawbacks"];

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
            forbid_among_the_rest(&mut case);
            case
        },
    )
}

/// What the case forbids may be about pursuits that are no longer there.
fn forbid_among_the_rest(case: &mut Value) {
    let Some(lists) = case.as_object_mut().unwrap().remove("either_or") else { return };
    if let Some(lists) = among(&lists, &case["pursuits"]) {
        case["either_or"] = lists;
    }
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
    let own = (
        weighted(0.3, Just(json!(id))),
        weighted(0.2, Just(json!("My name for it"))),
        weighted(0.3, levels()),
        weighted(0.3, chance(Numbers::Mixed)),
        weighted(0.1, lasting(Numbers::Mixed)),
    );
    let lists = LISTS.map(|list| changed(preset, list));
    (own, award, lists, omit)
        .prop_map(move |((id, called, levels, anyway, lasts), award, lists, omit)| {
            let [activities, benefits, costs, drawbacks] = lists;
            let mut pursuit = object([
                ("id", id),
                ("preset", Some(name.clone())),
                ("name", called),
                ("levels", levels),
                ("anyway", anyway),
                ("lasts_years", lasts),
                ("award", award),
                ("activities", activities),
                ("benefits", benefits),
                ("costs", costs),
                ("drawbacks", drawbacks),
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
    for list in LISTS {
        if let Some(items) = pursuit.get_mut(list).and_then(Value::as_array_mut) {
            items.retain(|item| !omitted.contains(&item["id"]));
        }
    }
}

fn item_ids(preset: &Value) -> Vec<String> {
    let lists = LISTS.map(|list| preset["pursuit"][list].clone());
    let items = lists.iter().filter_map(Value::as_array).flatten();
    items.map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

/// Changes to some items of a list, in any order.
fn changed(preset: &Value, list: &str) -> BoxedStrategy<Option<Value>> {
    let items = preset["pursuit"][list].as_array().cloned().unwrap_or_default();
    if items.is_empty() {
        return Just(None).boxed();
    }
    let has_award = preset["pursuit"].get("award").is_some();
    let changes: Vec<_> = items.iter().map(|item| change(item, list, has_award)).collect();
    let most = items.len().min(3);
    let places = subsequence((0..items.len()).collect::<Vec<_>>(), 0..=most).prop_shuffle();
    (places, changes)
        .prop_map(move |(places, mut changes)| {
            let mut kept = vec![];
            for place in places {
                changes[place]["id"] = items[place]["id"].clone();
                kept.push(changes[place].take());
            }
            if kept.is_empty() { None } else { Some(Value::Array(kept)) }
        })
        .boxed()
}

fn change(item: &Value, list: &str, has_award: bool) -> BoxedStrategy<Value> {
    match list {
        "activities" => activity(has_award),
        "benefits" => benefit(item["requires"] == "award"),
        "costs" => with_span(vec![("money_per_year", estimate(Numbers::Mixed, 1.0, 3000.0))]),
        _ => {
            with_span(vec![("bother", rating(Numbers::Mixed)), ("chance", chance(Numbers::Mixed))])
        }
    }
}

fn with_span(mut fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    fields.push(("delay_years", delay(Numbers::Mixed)));
    fields.push(("lasts_years", lasting(Numbers::Mixed)));
    some_of(fields)
}

fn activity(has_award: bool) -> BoxedStrategy<Value> {
    let times = if has_award { vec!["always", "award", "pursuing"] } else { vec!["always"] };
    with_span(vec![
        ("hours", hours(Numbers::Mixed)),
        ("per_year", count(Numbers::Mixed)),
        ("usual_per_year", usual_count(Numbers::Mixed)),
        ("enjoyability", joy(Numbers::Mixed)),
        ("kind", select(vec!["rest", "coaching"]).prop_map(|kind| json!(kind)).boxed()),
        ("during", select(times).prop_map(|word| json!(word)).boxed()),
    ])
}

fn benefit(is_of_award: bool) -> BoxedStrategy<Value> {
    let conditions = vec!["market_regard", "employer_regard", "client_regard", "local_rarity"];
    let depends_on = subsequence(conditions, 0..=2).prop_map(|names| json!(names));
    let fields = vec![
        ("strength", rating(Numbers::Mixed)),
        ("chance", chance(Numbers::Mixed)),
        ("money_per_year", money(Numbers::Mixed)),
        ("category", select(vec!["skills", "perks"]).prop_map(|name| json!(name)).boxed()),
        ("depends_on", depends_on.boxed()),
    ];
    // A benefit of the award has neither delay nor end.
    if is_of_award { some_of(fields) } else { with_span(fields) }
}

fn award() -> BoxedStrategy<Value> {
    let award = some_of(vec![
        ("chance_per_year", chance(Numbers::Mixed)),
        ("renewal_chance", chance(Numbers::Mixed)),
        ("held", any::<bool>().prop_map(|held| json!(held)).boxed()),
    ]);
    (award, giving_up())
        .prop_map(|(mut award, (after, then))| {
            for (field, value) in [("give_up_after_years", after), ("after_giving_up", then)] {
                if let Some(value) = value {
                    award[field] = value;
                }
            }
            award
        })
        .boxed()
}
