//! Rows against base cases of their own.

use super::*;
use crate::analysis::{Options, Verdict};
use crate::estimate::Domain;
use crate::field::Form;
use crate::plan::Plan;
use crate::problem::Code;

const EXAMPLES: [&str; 5] = [
    include_str!("../../../examples/mvp.json"),
    include_str!("../../../examples/holder.json"),
    include_str!("../../../examples/long-week.json"),
    include_str!("../../../examples/keep-the-work.json"),
    include_str!("../../../examples/dread.json"),
];
const EXAMPLE: &str = EXAMPLES[0];
const FREE: &str = "/person/time/free_hours_per_week";
const ALL: Outputs = Outputs::all().with_contributions();
const QUESTION: Outputs = Outputs::question().with_contributions();

/// The figures of a table of which no row is refused.
fn figures(plan: &Plan, rows: Rows<'_>, count: usize, outputs: Outputs) -> Vec<f64> {
    let (found, refused) = evaluated(plan, rows, count, outputs);
    assert_eq!(refused, Refused::default());
    found
}

fn evaluated(plan: &Plan, rows: Rows<'_>, count: usize, outputs: Outputs) -> (Vec<f64>, Refused) {
    let mut out = vec![0.0; count * plan.outputs(outputs).len()];
    let refused = plan.evaluate(rows, outputs, &mut out).unwrap();
    (out, refused)
}

/// A row for each input, in which it is another and some of those before still are.
fn what_ifs(plan: &Plan) -> Vec<f64> {
    let mut rows = Vec::new();
    let mut row = plan.base().to_vec();
    for (at, input) in plan.inputs().iter().enumerate() {
        let Domain { min, max, .. } = input.field.domain;
        row[at] = match input.field.form {
            Form::Whole => row[at] + 1.0,
            _ => (0.9 * row[at] + 0.05 * (max - min).min(1.0)).clamp(min, max),
        };
        rows.extend(&row);
        row[at / 2] = plan.base()[at / 2];
    }
    rows
}

/// A row with every number certain is a case with every number certain.
#[test]
fn rows_are_base_cases_of_their_own() {
    for text in EXAMPLES {
        let plan = Plan::read(text).unwrap();
        let hours = [14.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0, 20.0, 40.0, 1.0];
        // What is done anyway is done at any level, also where it is more than the lowest one.
        let shares = [0.0, 0.7, 0.95, 0.3, 0.7, 0.0, 0.6, 0.95, 0.7, 0.0, 0.7];
        let anyway = format!("/pursuits/{}/anyway", plan.compiled().case.pursuits[0].id);
        let columns: [(&str, &[f64]); 2] = [(FREE, &hours), (&anyway, &shares)];
        let found = figures(&plan, Rows::columns(11, &columns), 11, ALL);
        let own = ALL.of_a_pursuit();
        let rows = found.chunks(ALL.count(plan.compiled()));
        for ((hours, share), row) in hours.iter().zip(shares).zip(rows) {
            let mut values = plan.base().to_vec();
            for (name, value) in [(FREE, *hours), (anyway.as_str(), share)] {
                let at = plan.inputs().iter().position(|input| *input.name == *name).unwrap();
                values[at] = value;
            }
            let named =
                plan.inputs().iter().zip(values).map(|(input, value)| (&*input.name, value));
            let certain = plan.with_values(named).unwrap().assess().unwrap();
            for (own, figures) in certain.pursuits.iter().zip(row.chunks(own)) {
                let verdict = Verdict::ALL.iter().position(|verdict| *verdict == own.verdict);
                let is = |it: bool| f64::from(u8::from(it));
                let mut exact = vec![
                    own.worth.mean,
                    own.margin.mean,
                    own.margin_over_none.mean,
                    own.hours_per_week.mean,
                    own.busiest_hours_per_week.mean,
                    own.felt_hours_per_week.mean,
                    own.burnout_risk.mean,
                    own.money_per_year.mean,
                    is(own.verdict == Verdict::WorthIt),
                    f64::from(verdict.unwrap() as u8),
                    is(own.plan_with.pursuits.iter().any(|with| with.id == own.id)
                        && own.verdict != Verdict::NotFeasible),
                    own.level,
                ];
                exact.extend(own.contributions.iter().map(|part| part.points));
                // What the work alone is worth does not say whether the award fits.
                let skipped = if own.verdict == Verdict::WithoutTheAward { 10 } else { usize::MAX };
                for (at, (found, exact)) in figures.iter().zip(&exact).enumerate() {
                    let is_near = (found - exact).abs() < 1e-9 || at == skipped;
                    assert!(is_near, "{} {at} at {hours}: {found} {exact}", own.id);
                }
            }
        }
    }
}

#[test]
fn contributions_add_up_to_the_worth() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let rows = what_ifs(&plan);
    let found = figures(&plan, Rows::whole(&rows), rows.len() / plan.base().len(), ALL);
    for own in found.chunks(ALL.of_a_pursuit()) {
        let sum: f64 = own[12..].iter().sum();
        assert!((sum - own[0]).abs() < 1e-9, "{sum} {}", own[0]);
    }
}

#[test]
fn the_question_alone_has_the_same_figures_and_so_has_each_row_alone() {
    for text in EXAMPLES {
        let plan = Plan::read(text).unwrap();
        let rows = what_ifs(&plan);
        let inputs = plan.base().len();
        let count = rows.len() / inputs;
        let all = figures(&plan, Rows::whole(&rows), count, ALL);
        let question = figures(&plan, Rows::whole(&rows), count, QUESTION);
        let (width, own) = (all.len() / count, QUESTION.of_a_pursuit());
        let parts = all.chunks(width).zip(question.chunks(own)).zip(rows.chunks(inputs));
        for ((all, question), row) in parts {
            assert_eq!(&all[..own], question);
            assert_eq!(all, figures(&plan, Rows::whole(row), 1, ALL));
        }
    }
}

#[test]
fn columns_are_the_same_as_rows_and_threads_change_nothing() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let count = 3 * BLOCK + 7;
    let hours: Vec<f64> = (0..count).map(|at| 1.0 + (at % 97) as f64 / 4.0).collect();
    let years: Vec<f64> = (0..count).map(|at| 1.0 + (at % 5) as f64).collect();
    let columns: [(&str, &[f64]); 2] = [(FREE, &hours), ("/person/horizon_years", &years)];
    let mut rows = plan.base().repeat(count);
    for (name, column) in columns {
        let at = plan.inputs().iter().position(|input| &*input.name == name).unwrap();
        for (row, number) in rows.chunks_mut(plan.base().len()).zip(column) {
            row[at] = *number;
        }
    }
    let by_columns = figures(&plan, Rows::columns(count, &columns), count, QUESTION);
    assert_eq!(by_columns, figures(&plan, Rows::whole(&rows), count, QUESTION));
    for threads in [2, 5] {
        let (options, mut out) = (Options::default().with_threads(threads), by_columns.clone());
        out.fill(0.0);
        let run = plan.run().options(&options);
        let refused = run.evaluate(Rows::columns(count, &columns), QUESTION, &mut out).unwrap();
        assert_eq!((refused.rows, &out), (0, &by_columns));
    }
}

#[test]
fn a_row_that_is_refused_has_its_problems_and_the_others_their_figures() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let hours = [12.0, -1.0, 12.0, f64::NAN, 160.0, f64::INFINITY, 12.0];
    let years = [3.0, 3.0, 2.5, 0.0, 3.0, 3.0, 3.0];
    let columns: [(&str, &[f64]); 2] = [(FREE, &hours), ("/person/horizon_years", &years)];
    let (found, refused) = evaluated(&plan, Rows::columns(7, &columns), 7, QUESTION);
    let said = refused.problems.iter();
    let said: Vec<_> = said.map(|own| (own.row, &*own.problem.path, own.problem.code)).collect();
    let expected = [
        (1, FREE, Code::OutOfRange),
        (2, "/person/horizon_years", Code::WrongType),
        (3, FREE, Code::NotFinite),
        (3, "/person/horizon_years", Code::OutOfRange),
        (4, "/person/time", Code::WeekTooLong),
        (5, FREE, Code::NotFinite),
    ];
    assert_eq!((refused.rows, &*said), (5, &expected[..]));
    let good = figures(
        &plan,
        Rows::columns(1, &[(FREE, &[12.0]), ("/person/horizon_years", &[3.0])]),
        1,
        QUESTION,
    );
    for (row, figures) in found.chunks(good.len()).enumerate() {
        match row {
            0 | 6 => assert_eq!(figures, good),
            _ => assert!(figures.iter().all(|figure| figure.is_nan()), "{row}"),
        }
    }
    let error = refused.ok().unwrap_err();
    assert_eq!(error.problems()[1].path, "/2/person/horizon_years");
}

#[test]
fn whoever_is_driven_by_nothing_is_refused() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let motives =
        plan.inputs().iter().filter(|input| input.name.starts_with("/person/motivations/"));
    let nothing = [0.0, -0.0];
    let columns: Vec<(&str, &[f64])> = motives.map(|own| (&*own.name, &nothing[..])).collect();
    let (_, refused) = evaluated(&plan, Rows::columns(2, &columns), 2, QUESTION);
    assert!(refused.problems.iter().all(|own| own.problem.code == Code::NoMotivation));
    assert_eq!((refused.rows, refused.problems.len()), (2, 2));
}

/// Every row is bad, so not all of what is wrong is kept, but all of it is counted.
#[test]
fn what_is_wrong_is_counted_where_it_is_not_kept() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let count = crate::limits::MAX_ROW_PROBLEMS + BLOCK + 3;
    let hours = vec![-1.0; count];
    let columns: [(&str, &[f64]); 1] = [(FREE, &hours)];
    let (_, refused) = evaluated(&plan, Rows::columns(count, &columns), count, QUESTION);
    let (kept, all) = (refused.problems.len(), refused.problems.len() + refused.unlisted);
    assert_eq!((refused.rows, kept, all), (count, count - BLOCK - 3, count));
    assert!(refused.problems.iter().map(|own| own.row).eq(0..kept));
    let error = refused.ok().unwrap_err();
    let last = error.problems().last().unwrap();
    assert_eq!(last.code, Code::MoreProblems);
    assert!(last.message.starts_with(&format!("{} more", count - 100)), "{}", last.message);
}

#[test]
fn a_table_that_does_not_fit_is_told_and_nothing_is_written() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let mut out = vec![-1.0; plan.outputs(ALL).len()];
    let (row, limit) = (plan.base(), "/person/time/limit_hours_per_week");
    let mut check = |rows: Rows<'_>, code: Code, path: &str| {
        let error = plan.evaluate(rows, ALL, &mut out).unwrap_err();
        let problem = &error.problems()[0];
        assert_eq!((problem.code, &*problem.path), (code, path));
    };
    check(Rows::whole(&row[1..]), Code::WrongShape, "");
    check(Rows::whole(&row.repeat(2)), Code::WrongShape, "");
    check(Rows::columns(1, &[(FREE, &[8.0, 9.0])]), Code::WrongShape, FREE);
    check(Rows::columns(1, &[(FREE, &[8.0]), (FREE, &[8.0])]), Code::RepeatedEntry, FREE);
    check(Rows::columns(1, &[("/person/tyme", &[8.0])]), Code::UnknownItem, "/person/tyme");
    check(Rows::columns(1, &[(limit, &[8.0])]), Code::UnknownItem, limit);
    assert!(out.iter().all(|value| (*value + 1.0).abs() <= 0.0));
}

#[test]
fn an_empty_table_has_no_figures() {
    let plan = Plan::read(EXAMPLE).unwrap();
    for rows in [Rows::whole(&[]), Rows::columns(0, &[(FREE, &[])]), Rows::columns(0, &[])] {
        assert!(figures(&plan, rows, 0, ALL).is_empty());
    }
    let base = figures(&plan, Rows::columns(2, &[]), 2, ALL);
    assert_eq!(base[..base.len() / 2], base[base.len() / 2..]);
}

/// One block of rows may have more problems than are kept of a whole table.
#[test]
fn every_problem_of_a_row_is_counted() {
    let plan = Plan::read(EXAMPLE).unwrap();
    let inputs = plan.base().len();
    let count = crate::limits::MAX_ROW_PROBLEMS / inputs + 7;
    let numbers = vec![f64::NAN; count * inputs];
    let (_, refused) = evaluated(&plan, Rows::whole(&numbers), count, QUESTION);
    assert_eq!(refused.problems.len(), crate::limits::MAX_ROW_PROBLEMS);
    assert_eq!((refused.rows, refused.problems.len() + refused.unlisted), (count, count * inputs));
}
