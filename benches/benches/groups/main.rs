//! What a table of people costs: the library and numpy in turns in one run, as ratios. It needs the virtual environment
//! that `cargo dev test` makes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench reports by printing and stops at a failure"
)]

#[path = "../doubt/engine.rs"]
#[allow(dead_code, reason = "only its clocks are used")]
mod engine;
mod everybody;
mod memory;
#[path = "../doubt/numpy.rs"]
#[allow(dead_code, reason = "only its calls are used")]
mod numpy;
#[path = "../doubt/question.rs"]
#[allow(dead_code, reason = "only its numbers are used")]
mod question;
mod table;

use std::ops::ControlFlow;

use arrow::array::RecordBatch;
use arrow::datatypes::Schema;
use engine::{processor_seconds, seconds};
use worthwhile::{ChangeKind, Options, Outputs, Plan, Rows};
use worthwhile_groups::{Group, Lever, LeverChange, Map, Speed, Tally};

const CASE: &str = include_str!("../../data/doubt.json");
/// Of so many turns the quickest counts.
const TURNS: usize = 10;
const PEOPLE: usize = 16_384;

fn main() {
    if let Some(people) = memory::asked() {
        return memory::child(people);
    }
    // `cargo test` says nothing, and only asks whether it starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let plan = Plan::read(CASE).unwrap();
    let people = table::people(0, PEOPLE);
    println!("six pursuits, {PEOPLE} people with {} answers, one lever", table::COLUMNS.len());
    at_the_means(&plan, &people);
    with_doubt(&plan, &people);
    threads(&plan, &people);
    memory::report();
}

/// A group that is asked about all that people say.
pub(crate) fn group(plan: &Plan, people: &RecordBatch, speed: Speed, threads: u32) -> Group {
    group_of(plan, &people.schema(), speed, threads)
}

/// The same by what is known of the table.
pub(crate) fn group_of(plan: &Plan, table: &Schema, speed: Speed, threads: u32) -> Group {
    let columns = table::COLUMNS.map(|(input, _)| format!("\"{input}\": \"{input}\""));
    let map = format!(
        r#"{{"schema_version": 1, "id": "id", "keep": ["role"], "columns": {{{}}}}}"#,
        columns.join(", ")
    );
    let options = Options::default().with_scenarios(256).with_threads(threads);
    Group::new(plan, &Map::read(&map).unwrap(), table, speed, &options).unwrap()
}

/// Half the hours for all that the pursuit in question takes.
pub(crate) fn lever(plan: &Plan) -> Lever {
    let asked = plan.expanded().pursuits[0].id.clone().unwrap();
    let input = format!("/pursuits/{asked}/activities/*/hours");
    let change = LeverChange { input, kind: ChangeKind::Times, by: 0.5 };
    Lever { name: "Half the hours".to_owned(), changes: vec![change] }
}

/// Everything that is computed of some people: their rows, a lever, the sums by role.
pub(crate) fn answer(group: &Group, levers: &[Lever], people: &RecordBatch) -> Tally {
    let by = [vec!["role".to_owned()]];
    let mut tally = Tally::new(group, &by, levers).unwrap();
    for at in (0..people.num_rows()).step_by(table::BLOCK) {
        let block = people.slice(at, table::BLOCK.min(people.num_rows() - at));
        let watch = &mut |_| ControlFlow::Continue(());
        let answered = group.answer(&block, at as u64, watch).unwrap();
        let pull =
            |lever| group.pull(lever, &answered, &mut |_| ControlFlow::Continue(())).unwrap();
        tally.add(&answered, &levers.iter().map(pull).collect::<Vec<_>>()).unwrap();
    }
    tally
}

/// Nothing is drawn: against numpy, and against the rows of [`Plan::evaluate`].
fn at_the_means(plan: &Plan, people: &RecordBatch) {
    let (group, lever) = (group(plan, people, Speed::AtTheMeans, 1), lever(plan));
    let levers = [lever];
    let certain = table::at_means(plan);
    let pulled = levers[0].changes[0].input.replace("*/hours", "");
    let halved = certain.inputs().iter().filter(|own| own.name.starts_with(&pulled));
    let halved = halved.filter(|own| own.name.ends_with("/hours"));
    let halved = halved.map(|own| (&*own.name, 0.5 * own.mean())).collect::<Vec<_>>();
    let cases = [certain.clone(), certain.with_values(halved).unwrap()];
    let cases = cases.map(|own| table::with_lists(&question::expanded(&own), people));
    let asked = serde_json::json!({ "cases": cases }).to_string();
    let theirs = everybody::ask(&asked, 3, "tuned");
    let plain = everybody::ask(&asked, 1, "plain");
    let (mut ours, mut rows, mut both) = (f64::MAX, f64::MAX, f64::MAX);
    let columns: Vec<(&str, Vec<f64>)> = table::COLUMNS
        .iter()
        .map(|(input, _)| {
            let own = people.column_by_name(input).unwrap();
            let own: &arrow::array::Float64Array = own.as_any().downcast_ref().unwrap();
            (*input, own.values().to_vec())
        })
        .collect();
    let columns: Vec<(&str, &[f64])> =
        columns.iter().map(|(input, own)| (*input, &**own)).collect();
    let mut out = vec![0.0; PEOPLE * plan.outputs(Outputs::question()).len()];
    for _ in 0..TURNS {
        both = both.min(processor_seconds(|| answer(&group, &levers, people)));
        ours = ours.min(processor_seconds(|| answer(&group, &[], people)));
        rows = rows.min(processor_seconds(|| {
            let rows = Rows::columns(PEOPLE, &columns);
            plan.evaluate(rows, Outputs::question(), &mut out).unwrap().ok().unwrap();
        }));
    }
    [&theirs, &plain].into_iter().for_each(|own| agree(&group, people, own, plan));
    let a_second = |took: f64| PEOPLE as f64 / took;
    println!("at the means, one thread:");
    println!("  rows of evaluate              {:>9.0} a second", a_second(rows));
    println!("  people                        {:>9.0} a second", a_second(ours));
    println!(
        "  people, with a lever          {:>9.0} a second, {:.2} of the rows of evaluate",
        a_second(both),
        rows / both
    );
    for (what, own) in [("tuned", &theirs), ("plain", &plain)] {
        println!(
            "  {what} numpy, with a lever     {:>9.0} a second, {:.1} times as long",
            a_second(own.seconds),
            own.seconds / both
        );
    }
}

/// Both have to compute the same thing, or no ratio says anything.
fn agree(group: &Group, people: &RecordBatch, theirs: &everybody::People, plan: &Plan) {
    let answered = group.answer(people, 0, &mut |_| ControlFlow::Continue(())).unwrap();
    let pulled = group.pull(&lever(plan), &answered, &mut |_| ControlFlow::Continue(())).unwrap();
    for (ours, theirs) in [answered.figures(), &pulled].into_iter().zip(&theirs.cases) {
        let pairs = ours.margin.values.iter().zip(&theirs.margin);
        let margins = pairs.map(|(ours, theirs)| (ours - theirs).abs()).fold(0.0, f64::max);
        let pairs = ours.worth.values.iter().zip(&theirs.worth);
        let worths = pairs.map(|(ours, theirs)| (ours - theirs).abs()).fold(0.0, f64::max);
        println!("the library and numpy: margins at most {margins:.1e} apart, worths {worths:.1e}");
        assert!(margins < 1e-9 && worths < 1e-9, "that is too far");
    }
}

/// Scenarios that all people have in common.
fn with_doubt(plan: &Plan, people: &RecordBatch) {
    let group = group(plan, people, Speed::WithDoubt, 1);
    let some = people.slice(0, PEOPLE / 4);
    let took = (0..TURNS).map(|_| processor_seconds(|| answer(&group, &[], &some)));
    let took = took.fold(f64::MAX, f64::min);
    let a_second = some.num_rows() as f64 / took;
    println!(
        "with doubt, {} scenarios, one thread: {a_second:.0} people a second",
        group.scenarios()
    );
}

fn threads(plan: &Plan, people: &RecordBatch) {
    for speed in [Speed::AtTheMeans, Speed::WithDoubt] {
        let some = people.slice(0, if speed == Speed::WithDoubt { PEOPLE / 4 } else { PEOPLE });
        let [mut one, mut two] = [f64::MAX; 2];
        for _ in 0..TURNS {
            let took = |threads| {
                let group = group(plan, people, speed, threads);
                seconds(|| answer(&group, &[], &some))
            };
            one = one.min(took(1));
            two = two.min(took(2));
        }
        println!("{}: {:.2} times as fast on two threads", speed.as_str(), one / two);
    }
}
