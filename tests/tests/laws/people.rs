//! Many people and one case: a survey says of everybody what a row says, though it chooses from a table of all mixes.

use crate::support::any_case;
use proptest::collection::vec;
use proptest::prelude::*;
use std::ops::ControlFlow;
use worthwhile::{
    ChangeKind, InputChange, Outputs, Plan, RespondentColumn, Respondents, Rows, Survey,
    SurveyFigures, Verdict,
};
use worthwhile_conformance::runs::{Json, holds};

/// What differs between people, with the least and the most.
const OF_A_PERSON: [(&str, [f64; 2]); 14] = [
    ("/person/motivations/", [0.0, 10.0]),
    ("/person/protections/break_even_hours_per_week", [0.5, 100.0]),
    ("/person/protections/", [0.0, 10.0]),
    ("/person/time/free_hours_per_week", [0.25, 40.0]),
    ("/person/time/work_hours_per_week", [0.0, 100.0]),
    ("/person/time/limit_hours_per_week", [1.0, 60.0]),
    ("/person/burnout_risk", [0.01, 0.97]),
    ("/person/money/meaningful_yearly_amount", [50.0, 50_000.0]),
    ("/assumptions/autonomy/", [0.0, 1.0]),
    ("/assumptions/time_convexity", [0.0, 6.0]),
    ("/assumptions/autonomy_effect", [0.0, 1.0]),
    ("/assumptions/overwork_log_odds_per_hour", [0.0, 0.3]),
    ("/assumptions/overwork_from_hours", [20.0, 60.0]),
    ("/assumptions/rest_offsets_overwork", [0.0, 1.0]),
];
const PEOPLE: usize = 6;
/// Worths of up to a thousand points are told apart beyond this.
const NEAR: f64 = 1e-8;

fn people() -> impl Strategy<Value = Vec<f64>> {
    // A quarter are at an end.
    let share = prop_oneof![3 => 0.0..1.0_f64, 1 => prop_oneof![Just(0.0), Just(1.0)]];
    vec(share, 40 * PEOPLE)
}

/// The inputs of the person, each with what everybody answers.
fn columns(plan: &Plan, shares: &[f64]) -> Vec<(String, Vec<f64>)> {
    let range = |name: &str| {
        OF_A_PERSON.iter().find(|(start, _)| name.starts_with(start)).map(|(_, range)| *range)
    };
    let inputs = plan.inputs().iter().filter_map(|own| Some((&own.name, range(&own.name)?)));
    let answers = inputs.zip(shares.chunks(PEOPLE)).map(|((name, [least, most]), shares)| {
        let value = |share: &f64| least + share * (most - least);
        (name.to_string(), shares.iter().map(value).collect())
    });
    answers.collect()
}

fn asked(survey: &Survey, columns: &[(String, Vec<f64>)]) -> SurveyFigures {
    let own = columns.iter().map(|(input, values)| RespondentColumn {
        input,
        values,
        vague: &[],
        estimates: &[],
    });
    let people = Respondents { columns: &own.collect::<Vec<_>>(), keys: &[1, 2, 3, 4, 5, 6] };
    survey.ask(people, &mut |_| ControlFlow::Continue(())).unwrap()
}

/// What `evaluate` says of each person by these names, none where it refuses.
fn rows(plan: &Plan, columns: &[(String, Vec<f64>)], names: &[&str]) -> Vec<Vec<f64>> {
    let own: Vec<(&str, &[f64])> =
        columns.iter().map(|(name, values)| (name.as_str(), values.as_slice())).collect();
    let all = plan.outputs(Outputs::question());
    let mut out = vec![f64::NAN; PEOPLE * all.len()];
    drop(plan.evaluate(Rows::columns(PEOPLE, &own), Outputs::question(), &mut out).unwrap());
    let place = |name: &&str| all.iter().position(|own| own.ends_with(name)).unwrap();
    let places: Vec<usize> = names.iter().map(place).collect();
    out.chunks(all.len()).map(|row| places.iter().map(|at| row[*at]).collect()).collect()
}

const FIGURES: [&str; 8] = [
    "/worth",
    "/margin",
    "/hours_per_week",
    "/busiest_hours_per_week",
    "/burnout_risk",
    "/money_per_year",
    "/level",
    "/verdict",
];

fn same(plan: &Plan, found: &SurveyFigures, rows: &[Vec<f64>]) -> Result<(), TestCaseError> {
    let place = |own: &Option<Verdict>| match own {
        Some(own) => Verdict::ALL.iter().position(|other| other == own).unwrap() as f64,
        None => f64::NAN,
    };
    let verdicts: Vec<f64> = found.verdict.iter().map(place).collect();
    let figures = [
        &found.worth.values,
        &found.margin.values,
        &found.hours_per_week.values,
        &found.busiest_hours_per_week.values,
        &found.burnout_risk.values,
        &found.money_per_year.values,
        &found.level,
        &verdicts,
    ];
    for (person, row) in rows.iter().enumerate() {
        let size = row[..2].iter().fold(1.0, |most: f64, own| most.max(own.abs()));
        for ((name, found), expected) in FIGURES.iter().zip(figures).zip(row) {
            let is_same = found[person].is_nan() && expected.is_nan()
                || (found[person] - expected).abs() <= NEAR * size.max(expected.abs());
            let told = || format!("{name} of {person}: {} for {expected}", found[person]);
            prop_assert!(
                is_same,
                "{} in {}",
                told(),
                serde_json::to_string(&plan.expanded()).unwrap()
            );
        }
    }
    Ok(())
}

#[test]
fn a_survey_says_of_everybody_what_a_row_says() {
    holds(400, (any_case(), people()), |(Json(case), shares)| {
        let plan = Plan::read(&case.to_string()).unwrap();
        let columns = columns(&plan, &shares);
        let found = asked(&Survey::at_means(&plan), &columns);
        same(&plan, &found, &rows(&plan, &columns, &FIGURES))
    });
}

/// Where people differ in what mixes take and give, these are searched anew for each of them.
#[test]
fn a_table_of_mixes_and_a_search_say_the_same() {
    holds(200, (any_case(), people(), 0.3..3.0_f64), |(Json(case), shares, by)| {
        let plan = Plan::read(&case.to_string()).unwrap();
        let mut columns = columns(&plan, &shares);
        let is_hours = |name: &str| name.starts_with("/pursuits/") && name.ends_with("/hours");
        let Some(own) = plan.inputs().iter().find(|own| is_hours(&own.name)) else { return Ok(()) };
        let change = InputChange::new(&*own.name, ChangeKind::Set, by);
        let survey = Survey::at_means(&plan);
        let by_table = asked(&survey.with_changes(&[change]).unwrap(), &columns);
        columns.push((own.name.to_string(), vec![by; PEOPLE]));
        let rows = rows(&plan, &columns, &FIGURES);
        same(&plan, &by_table, &rows)?;
        same(&plan, &asked(&survey, &columns), &rows)
    });
}
