//! Quick answers for tests that ask thousands of times.
#![allow(dead_code, reason = "several programs share this, and not all of them use all of it")]

use serde_json::{Value, json};
use worthwhile::{Error, Motive, Options, Plan};

/// A few scenarios, and nothing about what would change the answer.
pub(crate) fn quickly() -> Options {
    Options::default().with_scenarios(16).with_replicates(2).with_levers(false)
}

/// The answer over a few scenarios, without looking for what would change it.
pub(crate) fn quick(document: &str) -> Result<String, Error> {
    let answer = Plan::read(document)?.run().options(&quickly()).assess()?;
    Ok(answer.to_json())
}

/// The case written out with every uncertain number at its mean, and a ranking as the ratings whose
/// weights are the means of its weights.
pub(crate) fn at_means(document: &Value) -> Result<Value, Error> {
    let plan = Plan::read(&document.to_string())?;
    let means = plan.inputs().iter().zip(plan.base());
    let certain = plan.with_values(means.map(|(input, mean)| (&*input.name, *mean)))?;
    let mut case = serde_json::to_value(certain.expanded()).unwrap();
    let person = case["person"].as_object_mut().unwrap();
    if let Some(ranking) = person.remove("motivation_ranking") {
        person.insert("motivations".to_owned(), centroid(&ranking));
    }
    Ok(case)
}

/// Ratings whose weights are the rank-order centroid.
fn centroid(ranking: &Value) -> Value {
    let ranking = ranking.as_array().unwrap();
    let weight = |from: usize| (from..=ranking.len()).map(|rank| 1.0 / rank as f64).sum::<f64>();
    let ratings = Motive::ALL.map(|motive| {
        let at = ranking.iter().position(|ranked| ranked == motive.as_str());
        (motive.as_str(), json!(at.map_or(0.0, |at| 10.0 * weight(at + 1) / weight(1))))
    });
    Value::Object(ratings.map(|(motive, rating)| (motive.to_owned(), rating)).into_iter().collect())
}
