//! What makes no difference: order, names, saying a thing twice, and the unit of things.

use crate::support::{
    LISTS, any_case, assessed, certain_case, figured, items, near, own_case, pick, same_figures,
    without,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use worthwhile_conformance::runs::{Json, holds};

/// Puts a list in an order that a number decides, by drawing without putting back.
fn shuffle(list: &mut Vec<Value>, seed: u64) {
    let mut drawn = vec![];
    let mut seed = seed;
    while !list.is_empty() {
        let count = list.len() as u64;
        drawn.push(list.remove((seed % count) as usize));
        seed = seed / count + 1;
    }
    *list = drawn;
}

#[test]
fn the_order_of_items_never_matters() {
    holds(250, (any_case(), any::<u64>()), |(Json(case), seed)| {
        let mut shuffled = case.clone();
        for pursuit in shuffled["pursuits"].as_array_mut().unwrap() {
            for list in ["activities", "benefits", "costs", "drawbacks", "omit"] {
                if let Some(items) = pursuit.get_mut(list).and_then(Value::as_array_mut) {
                    shuffle(items, seed);
                }
            }
        }
        for benefit in items(&shuffled, "benefits") {
            let benefit = shuffled.pointer_mut(&benefit).unwrap();
            if let Some(names) = benefit.get_mut("depends_on").and_then(Value::as_array_mut) {
                shuffle(names, seed);
            }
        }
        same_figures(&case, &shuffled)
    });
}

#[test]
fn a_benefit_listed_twice_counts_once() {
    holds(250, (own_case(), any::<Index>()), |(Json(case), index)| {
        let benefits = items(&case, "benefits");
        let Some(pointer) = pick(index, &benefits) else { return Ok(()) };
        // Money of two benefits adds up, so the law is about benefits without any.
        let case = without(&case, pointer, "money_per_year");
        let mut twin = case.pointer(pointer).unwrap().clone();
        twin["id"] = json!("listed-again");
        let mut twice = case.clone();
        let list = pointer.rsplit_once('/').unwrap().0;
        twice.pointer_mut(list).unwrap().as_array_mut().unwrap().push(twin);
        prop_assert_eq!(figured(&case)?, figured(&twice)?);
        Ok(())
    });
}

/// Gives every pursuit and item an id that stands nowhere else; the new ids with the old ones.
fn rename(document: &mut Value) -> Vec<(String, String)> {
    let mut renamed = vec![];
    let mut give = |object: &mut Value| {
        let id = format!("zz{:04}zz", renamed.len());
        let old = std::mem::replace(&mut object["id"], json!(id));
        renamed.push((id, old.as_str().unwrap().to_owned()));
    };
    for pursuit in document["pursuits"].as_array_mut().unwrap() {
        give(pursuit);
        for list in LISTS {
            let items = pursuit.get_mut(list).and_then(Value::as_array_mut);
            items.into_iter().flatten().for_each(&mut give);
        }
    }
    for list in document["either_or"].as_array_mut().into_iter().flatten() {
        for member in list.as_array_mut().unwrap() {
            let (id, _) = renamed.iter().find(|(_, old)| member == old).unwrap();
            *member = json!(id);
        }
    }
    renamed
}

/// The answer without its sentences, in which names stand as words of their own.
fn without_sentences(answer: &str) -> String {
    fn remove(value: &mut Value) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(remove),
            Value::Object(map) => {
                let sentences = ["summary", "in_brief", "details", "text", "advice", "name"];
                map.retain(|key, _| !sentences.contains(&key.as_str()));
                map.values_mut().for_each(remove);
            }
            _ => {}
        }
    }
    let mut answer = serde_json::from_str(answer).unwrap();
    remove(&mut answer);
    answer.to_string()
}

#[test]
fn renaming_changes_names_only() {
    holds(250, own_case(), |Json(case)| {
        let mut other = case.clone();
        let renamed = rename(&mut other);
        let [mut answer, known] =
            [assessed(&other)?, assessed(&case)?].map(|own| without_sentences(&own));
        for (id, old) in renamed {
            answer = answer.replace(&id, &old);
        }
        prop_assert_eq!(known, answer);
        Ok(())
    });
}

/// The profile of the motives counts, not how strong they are taken together.
#[test]
fn scaling_all_motivations_changes_nothing() {
    holds(200, (certain_case(), 0.05..1.0_f64), |(Json(case), factor)| {
        let Some(rated) = case["person"].get("motivations") else { return Ok(()) };
        let mut scaled = case.clone();
        for (motive, rating) in rated.as_object().unwrap() {
            scaled["person"]["motivations"][motive] = json!(rating.as_f64().unwrap() * factor);
        }
        same_figures(&case, &scaled)
    });
}

/// An amount of money in another unit, whichever form it has.
fn convert(amount: &mut Value, factor: f64) {
    match amount {
        Value::Number(number) => *amount = json!(number.as_f64().unwrap() * factor),
        Value::Array(list) => list.iter_mut().for_each(|amount| convert(amount, factor)),
        Value::Object(map) => {
            let amounts = map.iter_mut().filter(|(name, _)| *name != "weights");
            amounts.for_each(|(_, amount)| convert(amount, factor));
        }
        _ => {}
    }
}

/// The case with all its money in another currency.
fn converted(case: &Value, factor: f64) -> Value {
    let mut other = case.clone();
    let mut amounts = vec![
        "/person/money/meaningful_yearly_amount".to_owned(),
        "/person/money/hour_value".to_owned(),
    ];
    let lists = [items(case, "benefits"), items(case, "costs")].concat();
    amounts.extend(lists.into_iter().map(|item| format!("{item}/money_per_year")));
    for pointer in amounts {
        if let Some(amount) = other.pointer_mut(&pointer) {
            convert(amount, factor);
        }
    }
    other
}

#[test]
fn the_currency_changes_amounts_only() {
    // Smaller, so that no amount leaves its bounds; by halving, so that no amount is rounded.
    let factor = (0..=20_u32).prop_map(|times| (0..times).fold(1.0, |factor, _| factor / 2.0));
    // Of what is uncertain the draws may reach the bounds as well.
    holds(250, (certain_case(), factor), |(Json(case), factor)| {
        let before = figured(&case)?;
        let mut after = figured(&converted(&case, factor))?;
        for (before, after) in before.pursuits.iter().zip(&mut after.pursuits) {
            near("money", after.money_per_year, before.money_per_year * factor)?;
            if let (Some(before), Some(after)) = (&before.ledger, &after.ledger) {
                near("npv", after.npv, before.npv * factor)?;
                prop_assert_eq!(after.payback_years, before.payback_years);
            }
            after.money_per_year = before.money_per_year;
            for (before, after) in before.years.iter().zip(&mut after.years) {
                near("money of a year", after.money, before.money * factor)?;
                after.money = before.money;
            }
            after.ledger.clone_from(&before.ledger);
        }
        let same = worthwhile_conformance::compare::compare(&case, &before, &after);
        same.map(drop).map_err(TestCaseError::fail)
    });
}
