//! Rows of inputs to rows of figures: a what-if or a person in each row.

use std::ops::ControlFlow;

use super::base::{ASKED, at_means, ended, menus, plans, search};
use super::figures::{FIGURES, OwnFigures};
use super::progress::{Progress, Stage, Watch};
use super::scenarios::own_figures;
use crate::error::Error;
use crate::lanes::Lanes;
use crate::limits::MAX_MIXES;
use crate::plan::Compiled;
use crate::problem::{Code, Problem};
use crate::read::number_problem;
use crate::worth::{FoundFor, Limit, Lives, Mix, Pick, Room, Search, SearchEnded, margin};

/// Of which pursuits figures are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    All,
    /// The one in question alone.
    Question,
}

/// Figures for every row, where lengths and numbers are such as the plan takes. Where it ends early,
/// rows that were computed keep their figures and the others are all NaN.
pub(crate) fn evaluate(
    compiled: &Compiled,
    wanted: Wanted,
    rows: &[f64],
    out: &mut [f64],
    watch: &mut Watch<'_>,
) -> Result<(), Error> {
    let (inputs, outputs) = (compiled.inputs.len(), outputs_of(compiled, wanted));
    let count = rows.len() / inputs;
    if count * inputs != rows.len() || out.len() != count * outputs {
        return Err(wrong_shape(rows.len(), inputs, out.len(), outputs));
    }
    judge(compiled, rows)?;
    let mut left = out;
    let done = compute(compiled, wanted, rows, &mut left, watch);
    left.fill(f64::NAN);
    done
}

/// How many figures a row has.
fn outputs_of(compiled: &Compiled, wanted: Wanted) -> usize {
    match wanted {
        Wanted::All => compiled.case.pursuits.len() * FIGURES,
        Wanted::Question => FIGURES,
    }
}

/// Takes the rows that it computed off `out`.
fn compute(
    compiled: &Compiled,
    wanted: Wanted,
    rows: &[f64],
    out: &mut &mut [f64],
    watch: &mut Watch<'_>,
) -> Result<(), Error> {
    let (inputs, outputs) = (compiled.inputs.len(), outputs_of(compiled, wanted));
    let total = (rows.len() / inputs) as u64;
    let mut values: Vec<Lanes<1>> = at_means(compiled);
    let menus = menus(compiled);
    let mut lives = Lives::new(&compiled.program, &menus, &values);
    let mut kept = (search(compiled, &menus, &lives).picks, Room::default());
    for (row, done) in rows.chunks(inputs).zip(1..) {
        values.iter_mut().zip(row).for_each(|(value, number)| *value = Lanes([*number]));
        let own = out.split_off_mut(..outputs).unwrap_or_default();
        lives.refill(&compiled.program, &menus, &values);
        let (picks, room) = kept;
        let either_or = &compiled.program.either_or;
        let mut search = Search { lives: &lives, either_or, picks, room };
        let figures = match wanted {
            Wanted::All => of_all(&mut search, own),
            Wanted::Question => of_the_question(&mut search, own),
        };
        kept = (search.picks, search.room);
        figures.map_err(ended).inspect_err(|_| own.fill(f64::NAN))?;
        if watch(Progress { stage: Stage::Scenarios, done, total }).is_break() {
            return Err(Error::stopped());
        }
    }
    Ok(())
}

/// The figures of every pursuit in a row.
fn of_all(search: &mut Search<'_>, out: &mut [f64]) -> Result<(), SearchEnded> {
    let mut unwatched = |_| ControlFlow::Continue(());
    let found = search.all(&mut Limit { mixes: MAX_MIXES, tick: &mut unwatched })?;
    for ((index, own), out) in found.pursuits.iter().enumerate().zip(out.chunks_mut(FIGURES)) {
        put(search, index, own, out);
    }
    Ok(())
}

/// Those of the pursuit in question: only what its margins need is searched for.
fn of_the_question(search: &mut Search<'_>, out: &mut [f64]) -> Result<(), SearchEnded> {
    let mut unwatched = |_| ControlFlow::Continue(());
    let found = search.around(ASKED, &mut Limit { mixes: MAX_MIXES, tick: &mut unwatched })?;
    put(search, ASKED, &found, out);
    Ok(())
}

fn put(search: &Search<'_>, index: usize, found: &FoundFor, out: &mut [f64]) {
    let [with, without, without_any] = plans(search, index, found);
    let lives = search.lives;
    let pick = with.mix.get(index).unwrap_or(Pick::whole(0));
    let alone = lives.valued(&Mix::only(index, pick));
    let own = own_figures(lives, index, pick, &alone);
    let own = OwnFigures::from_order(own.in_order().map(|figure| figure.first()));
    let figures = own.and(margin(with.worth, without.worth), margin(with.worth, without_any.worth));
    out.iter_mut().zip(figures.in_order()).for_each(|(slot, figure)| *slot = *figure);
}

fn judge(compiled: &Compiled, rows: &[f64]) -> Result<(), Error> {
    let mut problems = Vec::new();
    for (row, numbers) in rows.chunks(compiled.inputs.len()).enumerate() {
        for (at, (number, input)) in numbers.iter().zip(&compiled.inputs).enumerate() {
            if problems.len() < crate::limits::MAX_PROBLEMS {
                problems.extend(number_problem(*number, input.field, || format!("/{row}/{at}")));
            }
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::invalid(problems)) }
}

fn wrong_shape(rows: usize, inputs: usize, out: usize, outputs: usize) -> Error {
    let message = format!(
        "{rows} numbers in rows of {inputs} do not go with {out} numbers in rows of {outputs}"
    );
    Error::invalid(vec![Problem::new("", Code::WrongShape, message)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::Domain;
    use crate::field::Form;
    use crate::plan::Plan;

    const EXAMPLE: &str = include_str!("../../examples/mvp.json");
    const HOLDER: &str = include_str!("../../examples/holder.json");
    const LONG_WEEK: &str = include_str!("../../examples/long-week.json");

    #[test]
    fn rows_are_base_cases_of_their_own() {
        let plan = Plan::read(EXAMPLE).unwrap();
        let (inputs, outputs) = (plan.base().len(), plan.outputs().len());
        let free = "/person/time/free_hours_per_week";
        let at = plan.inputs().iter().position(|input| &*input.name == free).unwrap();
        let mut rows = plan.base().repeat(11);
        for (row, hours) in
            (0..11_u32).zip([14.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0, 20.0, 40.0, 1.0])
        {
            rows[row as usize * inputs + at] = hours;
        }
        let mut out = vec![0.0; 11 * outputs];
        plan.evaluate(&rows, &mut out).unwrap();
        for (row, figures) in rows.chunks(inputs).zip(out.chunks(outputs)) {
            let named = plan.inputs().iter().zip(row).map(|(input, value)| (&*input.name, *value));
            let certain = plan.with_values(named).unwrap().assess().unwrap();
            for (own, figures) in certain.pursuits.iter().zip(figures.chunks(FIGURES)) {
                let exact = [
                    own.worth,
                    own.margin,
                    own.margin_over_none,
                    own.hours_per_week,
                    own.busiest_hours_per_week,
                    own.felt_hours_per_week,
                    own.burnout_risk,
                    own.money_per_year,
                ];
                for (found, exact) in figures.iter().zip(exact) {
                    assert!(
                        (found - exact.mean).abs() < 1e-9,
                        "{}: {found} {}",
                        own.id,
                        exact.mean
                    );
                }
            }
        }
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

    #[test]
    fn the_question_alone_has_the_same_figures_and_so_has_each_row_alone() {
        for text in [EXAMPLE, HOLDER, LONG_WEEK] {
            let plan = Plan::read(text).unwrap();
            let (inputs, outputs) = (plan.base().len(), plan.outputs().len());
            let rows = what_ifs(&plan);
            let count = rows.len() / inputs;
            let (mut all, mut question) = (vec![0.0; count * outputs], vec![0.0; count * FIGURES]);
            plan.evaluate(&rows, &mut all).unwrap();
            plan.evaluate_question(&rows, &mut question).unwrap();
            let parts = all.chunks(outputs).zip(question.chunks(FIGURES)).zip(rows.chunks(inputs));
            for ((all, question), row) in parts {
                assert_eq!(&all[..FIGURES], question);
                let mut alone = vec![0.0; outputs];
                plan.evaluate(row, &mut alone).unwrap();
                assert_eq!(all, alone);
            }
        }
    }

    #[test]
    fn every_row_has_years_of_its_own() {
        let plan = Plan::read(EXAMPLE).unwrap();
        let (inputs, outputs) = (plan.base().len(), plan.outputs().len());
        let at = plan.inputs().iter().position(|input| &*input.name == "/person/horizon_years");
        let years = [3.0, 1.0, 30.0, 30.0, 2.0, 3.0, 3.0, 3.0, 3.0, 3.0, 7.0];
        let mut rows = plan.base().repeat(years.len());
        for (row, years) in rows.chunks_mut(inputs).zip(years) {
            row[at.unwrap()] = years;
        }
        let mut together = vec![0.0; years.len() * outputs];
        plan.evaluate(&rows, &mut together).unwrap();
        for (row, figures) in rows.chunks(inputs).zip(together.chunks(outputs)) {
            let mut alone = vec![0.0; outputs];
            plan.evaluate(row, &mut alone).unwrap();
            assert_eq!(figures, alone);
        }
    }

    #[test]
    fn a_table_that_does_not_fit_is_told_and_nothing_is_written() {
        let plan = Plan::read(EXAMPLE).unwrap();
        let mut out = vec![-1.0; plan.outputs().len()];
        let mut row = plan.base().to_vec();
        row[3] = f64::NAN;
        let error = plan.evaluate(&row, &mut out).unwrap_err();
        assert_eq!(
            (error.problems()[0].path.as_str(), error.problems()[0].code.as_str()),
            ("/0/3", "not_finite")
        );
        row.pop();
        let error = plan.evaluate(&row, &mut out).unwrap_err();
        assert_eq!(error.problems()[0].code.as_str(), "wrong_shape");
        assert!(out.iter().all(|value| (*value + 1.0).abs() <= 0.0));
    }
}
