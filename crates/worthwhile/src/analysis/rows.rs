//! Rows of inputs to rows of figures: a what-if or a person in each row.

use super::figures::{FIGURES, Figures};
use super::progress::{Progress, Stage, Watch};
use crate::error::Error;
use crate::field::Key;
use crate::lanes::Lanes;
use crate::limits::MAX_MIXES;
use crate::plan::Compiled;
use crate::problem::{Code, Problem};
use crate::read::number_problem;
use crate::worth::{self, Best, Choice, Members, TooManyMixes, Valued, margin};

/// Rows computed together.
const LANES: usize = 8;

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
    mut rows: &[f64],
    out: &mut &mut [f64],
    watch: &mut Watch<'_>,
) -> Result<(), Error> {
    let (inputs, outputs) = (compiled.inputs.len(), outputs_of(compiled));
    let total = (rows.len() / inputs) as u64;
    let mut values: Vec<Lanes<LANES>> =
        compiled.means.iter().map(|mean| Lanes::all(*mean)).collect();
    while !rows.is_empty() {
        let count = alike(compiled, rows);
        let (now, later) = rows.split_at(count * inputs);
        for (at, value) in values.iter_mut().take(inputs).enumerate() {
            let mut own = now.iter().skip(at).step_by(inputs);
            let mut last = 0.0;
            value.0.iter_mut().for_each(|lane| {
                last = own.next().copied().unwrap_or(last);
                *lane = last;
            });
        }
        let own = out.split_off_mut(..count * outputs).unwrap_or_default();
        figures(compiled, &values, outputs, own).map_err(|TooManyMixes| {
            own.fill(f64::NAN);
            super::base::too_many_mixes()
        })?;
        rows = later;
        let done = total - (rows.len() / inputs) as u64;
        if watch(Progress { stage: Stage::Scenarios, done, total }).is_break() {
            return Err(Error::stopped());
        }
    }
    Ok(())
}

/// How many rows, from the first on, can be lanes of one computation: those with its years ahead,
/// which all lanes share.
fn alike(compiled: &Compiled, rows: &[f64]) -> usize {
    let at = compiled.inputs.iter().position(|input| input.field.key == Key::HorizonYears);
    let years = |row: &[f64]| at.and_then(|at| row.get(at)).map(|years| *years as usize);
    let mut all = rows.chunks(compiled.inputs.len()).take(LANES).map(years);
    let first = all.next();
    1 + all.take_while(|own| Some(own) == first.as_ref()).count()
}

/// The figures of some rows; lanes beyond the rows of `out` are left out.
fn figures(
    compiled: &Compiled,
    values: &[Lanes<LANES>],
    outputs: usize,
    out: &mut [f64],
) -> Result<(), TooManyMixes> {
    let (person, outcomes) = worth::evaluate(&compiled.program, values);
    let choice = Choice { person: &person, pursuits: &outcomes };
    for (index, own) in outcomes.iter().enumerate() {
        let profile = &own.profile;
        let value = Valued::new(&person, profile);
        let alone = value.worth();
        let with = search(&choice, Members::only(index), Members::NONE)?;
        let without = search(&choice, Members::NONE, Members::only(index))?;
        // Where it does not fit it is planned alone.
        let with =
            with.worth.with(alone, |with, alone| if with.is_finite() { with } else { alone });
        let figures = Figures {
            worth: alone,
            margin: margin(with, without.worth),
            hours_per_week: profile.hours,
            peak_hours_per_week: profile.peak,
            felt_hours_per_week: profile.felt_hours,
            burnout_risk: value.burnout_risk,
            money_per_year: profile.money,
        };
        for (at, figure) in figures.in_order().enumerate() {
            let column = out.iter_mut().skip(index * FIGURES + at).step_by(outputs);
            column.zip(figure.0).for_each(|(slot, value)| *slot = value);
        }
    }
    Ok(())
}

fn search(
    choice: &Choice<'_, LANES>,
    start: Members,
    excluded: Members,
) -> Result<Best<LANES>, TooManyMixes> {
    choice.search(start, excluded, &mut MAX_MIXES.clone())
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
                let [worth, margin, hours, peak, ..] = figures else { panic!("seven figures") };
                let exact = [own.worth, own.margin, own.hours_per_week, own.peak_hours_per_week];
                for (found, exact) in [worth, margin, hours, peak].into_iter().zip(exact) {
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
