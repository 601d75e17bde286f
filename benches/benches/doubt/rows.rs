//! Tables of what-ifs: rows a second of [`Plan::evaluate`].

use worthwhile::{Outputs, Plan, Rows};

use crate::engine::quickest;
use crate::question::{Random, value};

const ROWS: usize = 1000;
const ONE: &str = "/person/time/free_hours_per_week";

/// A table of which every row differs in some inputs.
fn table(plan: &Plan, differs: impl Fn(&str) -> bool) -> Vec<f64> {
    let mut random = Random(7);
    let mut rows = Vec::with_capacity(ROWS * plan.base().len());
    for _ in 0..ROWS {
        rows.extend(plan.inputs().iter().map(|input| match differs(&input.name) {
            true => value(&input.estimate, random.next()),
            false => input.mean(),
        }));
    }
    rows
}

/// Prints how many rows a second there are.
pub(crate) fn report(plan: &Plan) {
    let all = table(plan, |_| true);
    let one = table(plan, |name| name == ONE);
    let room = |outputs| vec![0.0; ROWS * plan.outputs(outputs).len()];
    let (mut out, mut question) = (room(Outputs::all()), room(Outputs::question()));
    println!("rows of inputs to figures, plans chosen for each row, rows a second:");
    for (what, rows) in [("all that is uncertain differs", all), ("one input differs", one)] {
        let rows = Rows::whole(&rows);
        let took =
            quickest(|| plan.evaluate(rows, Outputs::all(), &mut out).unwrap().ok().unwrap());
        let took_question = quickest(|| {
            plan.evaluate(rows, Outputs::question(), &mut question).unwrap().ok().unwrap();
        });
        let [all, question] = [took, took_question].map(|took| ROWS as f64 / took);
        println!(
            "  {what:<30} {all:>7.0} of every pursuit, {question:>7.0} of the one in question"
        );
    }
}
