//! Rows of inputs to rows of figures: a what-if or a person in each row.

use super::base::{Choices, at_means, menus};
use super::figures::{FIGURES, OwnFigures};
use super::progress::{Progress, Stage, Watch};
use super::scenarios::own_figures;
use crate::error::Error;
use crate::lanes::Lanes;
use crate::plan::Compiled;
use crate::problem::{Code, Problem};
use crate::read::number_problem;
use crate::worth::{Lives, Menu, Mix};

/// Figures for every row, where lengths and numbers are such as the plan takes. Where it ends early,
/// rows that were computed keep their figures and the others are all NaN.
pub(crate) fn evaluate(
    compiled: &Compiled,
    rows: &[f64],
    out: &mut [f64],
    watch: &mut Watch<'_>,
) -> Result<(), Error> {
    let (inputs, outputs) = (compiled.inputs.len(), outputs_of(compiled));
    let count = rows.len() / inputs;
    if count * inputs != rows.len() || out.len() != count * outputs {
        return Err(wrong_shape(rows.len(), inputs, out.len(), outputs));
    }
    judge(compiled, rows)?;
    let mut left = out;
    let done = compute(compiled, rows, &mut left, watch);
    left.fill(f64::NAN);
    done
}

/// How many figures a plan gives.
fn outputs_of(compiled: &Compiled) -> usize {
    compiled.case.pursuits.len() * FIGURES
}

/// Takes the rows that it computed off `out`.
fn compute(
    compiled: &Compiled,
    rows: &[f64],
    out: &mut &mut [f64],
    watch: &mut Watch<'_>,
) -> Result<(), Error> {
    let (inputs, outputs) = (compiled.inputs.len(), outputs_of(compiled));
    let total = (rows.len() / inputs) as u64;
    let mut values: Vec<Lanes<1>> = at_means(compiled);
    let menus = menus(compiled);
    let mut lives = Lives::new(&compiled.program, &menus, &values);
    for (row, done) in rows.chunks(inputs).zip(1..) {
        values.iter_mut().zip(row).for_each(|(value, number)| *value = Lanes([*number]));
        let own = out.split_off_mut(..outputs).unwrap_or_default();
        lives.fill(&compiled.program, &menus, &values);
        figures(compiled, &menus, &lives, own).inspect_err(|_| own.fill(f64::NAN))?;
        if watch(Progress { stage: Stage::Scenarios, done, total }).is_break() {
            return Err(Error::stopped());
        }
    }
    Ok(())
}

/// The figures of a row.
fn figures(
    compiled: &Compiled,
    menus: &[Menu],
    lives: &Lives<1>,
    out: &mut [f64],
) -> Result<(), Error> {
    let base = Choices::new(compiled, menus, lives)?;
    for ((index, place), out) in base.places.iter().enumerate().zip(out.chunks_mut(FIGURES)) {
        let pick = place.pick(index);
        let alone = lives.valued(&Mix::only(index, pick));
        let own = own_figures(lives, index, pick, &alone);
        let own = OwnFigures::from_order(own.in_order().map(|figure| figure.first()));
        let figures = own.and(place.margin(), place.margin_over_none());
        out.iter_mut().zip(figures.in_order()).for_each(|(slot, figure)| *slot = *figure);
    }
    Ok(())
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
    use crate::plan::Plan;

    const EXAMPLE: &str = include_str!("../../examples/mvp.json");

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
