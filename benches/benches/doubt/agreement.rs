//! The library and numpy on the same scenarios: both have to compute the same thing, or no ratio
//! says anything.

use std::collections::BTreeMap;

use serde_json::Value;
use worthwhile::{Assessment, Options, Plan, PursuitAssessment};

use crate::numpy::{PLAIN, TUNED, Yardstick};
use crate::question::{Random, drawn, expanded, in_columns, plans, question};

const SCENARIOS: u32 = 48;
/// By as much they may differ, over the size of the figure where it is above 1.
const FAR: f64 = 1e-12;

type Figure = (&'static str, fn(&PursuitAssessment) -> f64);

/// The figures of every pursuit in every scenario.
pub(crate) const FIGURES: [Figure; 8] = [
    ("worth", |of| of.worth.mean),
    ("margin", |of| of.margin.mean),
    ("margin_over_none", |of| of.margin_over_none.mean),
    ("hours_per_week", |of| of.hours_per_week.mean),
    ("busiest_hours_per_week", |of| of.busiest_hours_per_week.mean),
    ("felt_hours_per_week", |of| of.felt_hours_per_week.mean),
    ("burnout_risk", |of| of.burnout_risk.mean),
    ("money_per_year", |of| of.money_per_year.mean),
];

/// Each scenario is a case of its own for the library, which chooses its plans; numpy takes all
/// that have the same plans at once.
pub(crate) fn check(plan: &Plan) {
    let options = Options::default().with_levers(false);
    let mut random = Random(1);
    let mut alike: BTreeMap<String, Vec<(Value, Assessment)>> = BTreeMap::new();
    for _ in 0..SCENARIOS {
        let scenario = drawn(plan, &mut random);
        let answer = scenario.run().options(&options).assess().unwrap();
        let key = plans(&answer).to_string();
        alike.entry(key).or_default().push((expanded(&scenario), answer));
    }
    for (what, script) in [("tuned", TUNED), ("plain", PLAIN)] {
        let furthest = alike.values().map(|own| distance(script, own)).fold(0.0, f64::max);
        println!(
            "the library and {what} numpy on the same {SCENARIOS} scenarios, with {} choices of \
             plans: at most {furthest:.1e} apart",
            alike.len()
        );
        assert!(furthest < FAR, "that is too far");
    }
}

/// How far numpy is off in some scenarios that have the same plans.
fn distance(script: &'static str, scenarios: &[(Value, Assessment)]) -> f64 {
    let cases: Vec<Value> = scenarios.iter().map(|(case, _)| case.clone()).collect();
    let (_, first) = scenarios.first().unwrap();
    let mut numpy = Yardstick::new(script, "pursuits");
    numpy.round(&question(&in_columns(&cases), &plans(first)), 0, 0);
    let mut furthest: f64 = 0.0;
    for (row, (_, answer)) in scenarios.iter().enumerate() {
        for (at, pursuit) in answer.pursuits.iter().enumerate() {
            for (name, figure) in FIGURES {
                let (ours, theirs) = (figure(pursuit), numpy.number(at, &format!("{name}/{row}")));
                let off = (ours - theirs).abs() / ours.abs().max(1.0);
                assert!(off < 1e-9, "{name} of {}: {ours} and {theirs}", pursuit.id);
                furthest = furthest.max(off);
            }
        }
    }
    furthest
}
