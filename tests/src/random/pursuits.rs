//! Random pursuits.

use super::numbers::{
    Numbers, chance, count, delay, estimate, hours, joy, lasting, money, plain, rating, usual_count,
};
use super::{CATEGORIES, object};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::{Value, json};

/// Mixes multiply with every pursuit, and the reference looks at all of them.
const MOST: usize = 4;

const IDS: [&str; 7] = ["mvp", "az-305", "own-club", "5th-try", "x", "deep-work", "more-rest"];

/// One to four pursuits, some of which may be copies of others under another id.
pub(super) fn pursuits(
    numbers: Numbers,
    conditions: Vec<&'static str>,
) -> impl Strategy<Value = Value> {
    let one = prop_oneof![
        8 => pursuit(numbers, conditions.clone(), false),
        7 => pursuit(numbers, conditions, true),
    ];
    let copies = prop_oneof![4 => Just(vec![]), 1 => vec(any::<Index>(), 1)];
    let order = Just((0..IDS.len()).collect::<Vec<_>>()).prop_shuffle();
    (vec(one, 1..=MOST), copies, order).prop_map(|(mut pursuits, copies, order)| {
        for copy in copies {
            let twin = copy.get(&pursuits).clone();
            pursuits.push(twin);
        }
        pursuits.truncate(MOST);
        for (pursuit, id) in pursuits.iter_mut().zip(order) {
            pursuit["id"] = json!(IDS[id]);
        }
        Value::Array(pursuits)
    })
}

/// Lists of ids, of which a case may have some.
pub(super) fn either_or() -> impl Strategy<Value = Value> {
    let list = subsequence(IDS.to_vec(), 2..=6).prop_shuffle();
    vec(list, 1..=2).prop_map(|lists| json!(lists))
}

fn pursuit(
    numbers: Numbers,
    conditions: Vec<&'static str>,
    has_award: bool,
) -> BoxedStrategy<Value> {
    let award = if has_award { award(numbers).prop_map(Some).boxed() } else { Just(None).boxed() };
    let benefit = benefit(numbers, conditions, has_award);
    let some = |items: BoxedStrategy<Value>| {
        prop_oneof![2 => Just(vec![]), 1 => vec(items, 1..=2)].boxed()
    };
    let lists = (
        prop_oneof![1 => Just(vec![]), 9 => vec(activity(numbers, has_award), 1..=4)],
        prop_oneof![1 => Just(vec![]), 9 => vec(benefit, 1..=4)],
        some(cost(numbers, has_award)),
        some(drawback(numbers, has_award)),
    );
    let anyway = prop_oneof![1 => Just(json!(1.0)), 4 => chance(numbers)];
    (
        weighted(0.2, Just(json!("A pursuit"))),
        weighted(0.8, levels()),
        weighted(0.3, anyway),
        weighted(0.2, lasting(numbers)),
        lists,
        award,
    )
        .prop_map(
            |(name, levels, anyway, lasts, (activities, benefits, costs, drawbacks), award)| {
                let mut pursuit = object([
                    ("name", name),
                    ("levels", levels),
                    ("anyway", anyway),
                    ("lasts_years", lasts),
                    ("activities", items("a", "kind", activities)),
                    ("benefits", items("b", "category", benefits)),
                    ("costs", items("c", "", costs)),
                    ("drawbacks", items("d", "kind", drawbacks)),
                    ("award", award),
                ]);
                say_something(&mut pursuit);
                pursuit
            },
        )
        .boxed()
}

/// A pursuit of which nothing is said is not valid.
fn say_something(pursuit: &mut Value) {
    let lists = ["activities", "benefits", "costs", "drawbacks"];
    if lists.iter().all(|list| pursuit.get(list).is_none()) {
        pursuit["costs"] = json!([{"id": "c0-cost", "money_per_year": 0.0}]);
    }
}

/// One to three levels, of which one is all of it.
pub(super) fn levels() -> impl Strategy<Value = Value> {
    let others = vec((1..=15_u32).prop_map(|tenths| f64::from(tenths) / 10.0), 0..=2);
    let odd = plain(0.01, 1.5).prop_map(|level| vec![level]);
    prop_oneof![3 => others, 1 => odd].prop_map(|mut levels| {
        levels.push(1.0);
        levels.sort_by(f64::total_cmp);
        levels.dedup();
        json!(levels)
    })
}

/// A list whose items have ids of their own, or nothing where it is empty.
fn items(prefix: &str, named_by: &str, mut items: Vec<Value>) -> Option<Value> {
    for (i, item) in items.iter_mut().enumerate() {
        let name = item[named_by].as_str().unwrap_or("cost").replace('_', "-");
        item["id"] = json!(format!("{prefix}{i}-{name}"));
    }
    if items.is_empty() { None } else { Some(Value::Array(items)) }
}

fn award(numbers: Numbers) -> impl Strategy<Value = Value> {
    let held = weighted(0.7, any::<bool>());
    let name = weighted(0.3, select(vec!["a publisher", "\u{202e}", ""]));
    (name, chance(numbers), chance(numbers), held, giving_up()).prop_map(
        |(name, chance, renewal, held, (after, then))| {
            object([
                ("name", name.map(|name| json!(name))),
                ("chance_per_year", Some(chance)),
                ("renewal_chance", Some(renewal)),
                ("held", held.map(|held| json!(held))),
                ("give_up_after_years", after),
                ("after_giving_up", then),
            ])
        },
    )
}

/// After how many years somebody gives up, and what they do then.
pub(super) fn giving_up() -> impl Strategy<Value = (Option<Value>, Option<Value>)> {
    let years = prop_oneof![6 => 1..=4_u32, 1 => 1..=30_u32].prop_map(|years| json!(years));
    let then = weighted(0.7, select(vec!["work", "stop"]).prop_map(|word| json!(word)));
    let giving_up = (years, then).prop_map(|(years, then)| (Some(years), then));
    prop_oneof![Just((None, None)), giving_up]
}

/// When an item is there. `always` is left out sometimes.
fn during(has_award: bool) -> BoxedStrategy<Option<Value>> {
    if has_award { weighted(0.6, any_time()).boxed() } else { weighted(0.3, always()).boxed() }
}

fn always() -> impl Strategy<Value = Value> {
    Just(json!("always"))
}

fn any_time() -> impl Strategy<Value = Value> {
    select(vec!["always", "award", "pursuing", "holding"]).prop_map(|word| json!(word))
}

/// When something starts, and how long it lasts.
fn span(numbers: Numbers) -> impl Strategy<Value = (Option<Value>, Option<Value>)> {
    (weighted(0.2, delay(numbers)), weighted(0.2, lasting(numbers)))
}

fn activity(numbers: Numbers, has_award: bool) -> impl Strategy<Value = Value> {
    let kind = select(vec!["rest", "writing", "speaking", "organizing", "open_source", "q2"]);
    // Whole hours of every week are there for mixes that fill a limit to the brim.
    let whole = (1..=8_u32).prop_map(|hours| (json!(f64::from(hours)), (Some(json!(52.0)), None)));
    let occurrences = prop_oneof![
        4 => count(numbers).prop_map(|count| (Some(count), None)),
        2 => usual_count(numbers).prop_map(|usual| (None, Some(usual))),
        2 => (count(numbers), usual_count(numbers)).prop_map(|(own, usual)| (Some(own), Some(usual))),
    ];
    let load = prop_oneof![3 => whole, 8 => (hours(numbers), occurrences)];
    (kind, load, weighted(0.7, joy(numbers)), during(has_award), span(numbers)).prop_map(
        |(kind, (hours, (per_year, usual)), enjoyability, during, (delay, lasts))| {
            object([
                ("kind", Some(json!(kind))),
                ("hours", Some(hours)),
                ("per_year", per_year),
                ("usual_per_year", usual),
                ("enjoyability", enjoyability),
                ("during", during),
                ("delay_years", delay),
                ("lasts_years", lasts),
            ])
        },
    )
}

fn benefit(
    numbers: Numbers,
    conditions: Vec<&'static str>,
    has_award: bool,
) -> impl Strategy<Value = Value> {
    let most = conditions.len().min(3);
    let depends_on = subsequence(conditions, 0..=most).prop_map(|names| json!(names));
    let requires = weighted(0.7, prop::bool::weighted(if has_award { 0.6 } else { 0.0 }));
    (
        select(CATEGORIES.to_vec()),
        weighted(0.9, rating(numbers)),
        weighted(0.6, chance(numbers)),
        weighted(0.4, money(numbers)),
        requires,
        weighted(0.4, depends_on),
        span(numbers),
    )
        .prop_map(
            |(category, strength, chance, money, requires, depends_on, (delay, lasts))| {
                // A benefit of the award has neither delay nor end.
                let has_span = requires != Some(true);
                object([
                    ("category", Some(json!(category))),
                    ("strength", strength),
                    ("chance", chance),
                    ("money_per_year", money),
                    (
                        "requires",
                        requires.map(|award| json!(if award { "award" } else { "effort" })),
                    ),
                    ("depends_on", depends_on),
                    ("delay_years", delay.filter(|_| has_span)),
                    ("lasts_years", lasts.filter(|_| has_span)),
                ])
            },
        )
}

fn cost(numbers: Numbers, has_award: bool) -> BoxedStrategy<Value> {
    let amount = prop_oneof![
        1 => Just(json!(0.0)),
        12 => estimate(numbers, 1.0, 3000.0),
        1 => estimate(numbers, 1.0, 1e6),
    ];
    (amount, during(has_award), span(numbers))
        .prop_map(|(amount, during, (delay, lasts))| {
            object([
                ("money_per_year", Some(amount)),
                ("during", during),
                ("delay_years", delay),
                ("lasts_years", lasts),
            ])
        })
        .boxed()
}

/// Where there is an award, a drawback says when it is there.
fn drawback(numbers: Numbers, has_award: bool) -> BoxedStrategy<Value> {
    let kind = select(vec!["rude_users", "reporting", "being_judged", "own_kind"]);
    let during = if has_award { any_time().prop_map(Some).boxed() } else { during(false) };
    (kind, rating(numbers), weighted(0.4, chance(numbers)), during, span(numbers))
        .prop_map(|(kind, bother, chance, during, (delay, lasts))| {
            object([
                ("kind", Some(json!(kind))),
                ("bother", Some(bother)),
                ("chance", chance),
                ("during", during),
                ("delay_years", delay),
                ("lasts_years", lasts),
            ])
        })
        .boxed()
}
