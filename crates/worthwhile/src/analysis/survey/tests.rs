use std::ops::ControlFlow;

use proptest::prelude::*;

use super::*;
use crate::analysis::rows::{Outputs, Rows};
use crate::estimate::Estimate;
use crate::problem::Code;

const FREE: &str = "/person/time/free_hours_per_week";
const LEARNING: &str = "/person/motivations/learning";

fn mvp() -> Plan {
    Plan::read(include_str!("../../../examples/mvp.json")).unwrap()
}

/// One pursuit, so that the plans of the answer are those of the survey.
fn alone() -> Plan {
    Plan::read(
        r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}],
            "person": {"motivations": {"learning": 7, "income": 3},
                       "time": {"free_hours_per_week": {"low": 4, "high": 12}}}}"#,
    )
    .unwrap()
}

fn number<'t>(input: &'t str, values: &'t [f64]) -> RespondentColumn<'t> {
    RespondentColumn { input, values, vague: &[], estimates: &[] }
}

fn ask(survey: &Survey, columns: &[RespondentColumn<'_>], keys: &[u64]) -> SurveyFigures {
    let people = Respondents { columns, keys };
    survey.ask(people, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn doubtful(plan: &Plan) -> Survey {
    Survey::with_doubt(plan, &Options::default().with_scenarios(256).with_seed(5)).unwrap()
}

/// The same but for rounding: mixes that are the same for everybody are put together in another order.
fn near(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    let mut pairs = found.iter().zip(expected);
    let is_near = |(found, expected): (&f64, &f64)| {
        (found - expected).abs() <= 1e-12 * expected.abs().max(100.0)
    };
    assert!(pairs.all(is_near), "{found:?} {expected:?}");
}

#[test]
fn at_the_means_it_is_what_rows_say() {
    let plan = mvp();
    let free: Vec<f64> = (0..40).map(|at| 1.0 + f64::from(at) * 0.7).collect();
    let learning: Vec<f64> = (0..40).map(|at| f64::from(at % 11)).collect();
    let keys: Vec<u64> = (0..40).collect();
    let survey = Survey::at_means(&plan).with_threads(3);
    let figures = ask(&survey, &[number(FREE, &free), number(LEARNING, &learning)], &keys);
    let names = plan.outputs(Outputs::question());
    let mut out = vec![0.0; 40 * names.len()];
    let columns: [(&str, &[f64]); 2] = [(FREE, &free), (LEARNING, &learning)];
    plan.evaluate(Rows::columns(40, &columns), Outputs::question(), &mut out)
        .unwrap()
        .ok()
        .unwrap();
    let of = |name: &str| -> Vec<f64> {
        let at = names.iter().position(|own| own.ends_with(name)).unwrap();
        out.chunks(names.len()).map(|row| row[at]).collect()
    };
    near(&figures.worth.values, &of("/worth"));
    near(&figures.margin.values, &of("/margin"));
    assert_eq!(figures.level, of("/level"));
    assert_eq!(figures.hours_per_week.values, of("/hours_per_week"));
    near(&figures.burnout_risk.values, &of("/burnout_risk"));
    let places = figures.verdict.iter().map(|own| f64::from(own.unwrap().place()));
    assert_eq!(places.collect::<Vec<_>>(), of("/verdict"));
    assert!(figures.worth.standard_errors.is_empty() && figures.chance_of_yes.values.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// Whose answers are all numbers has the figures of the same scenarios of the plan with these numbers.
    #[test]
    fn with_doubt_it_is_what_the_person_would_be_told(
        free in 1.0..20.0_f64, learning in 0.5..10.0_f64, key in any::<u64>(),
    ) {
        let plan = alone();
        let figures =
            ask(&doubtful(&plan), &[number(FREE, &[free]), number(LEARNING, &[learning])], &[key]);
        let options = Options::default().with_scenarios(256).with_seed(5);
        let own = plan.with_values([(FREE, free), (LEARNING, learning)]).unwrap();
        let answer = own.run().options(&options).assess().unwrap();
        let pursuit = &answer.pursuits[0];
        prop_assert_eq!(figures.verdict[0], Some(pursuit.verdict));
        let pairs = [
            (&figures.worth, pursuit.worth),
            (&figures.margin, pursuit.margin),
            (&figures.hours_per_week, pursuit.hours_per_week),
            (&figures.burnout_risk, pursuit.burnout_risk),
            (&figures.money_per_year, pursuit.money_per_year),
        ];
        for (found, expected) in pairs {
            prop_assert!((found.values[0] - expected.mean).abs() < 1e-9);
            prop_assert!((found.standard_errors[0] - expected.standard_error).abs() < 1e-9);
        }
        let chance = pursuit.probabilities.as_ref().unwrap().margin_positive;
        if pursuit.verdict != crate::Verdict::NotFeasible {
            prop_assert!((figures.chance_of_yes.values[0] - chance).abs() < 1e-12);
        }
    }

    /// A person's row depends neither on the others nor on the number of threads.
    #[test]
    fn a_table_may_be_cut_anywhere(cut in 1..9_usize, threads in 1..4_usize) {
        let plan = mvp();
        let free: Vec<f64> = (0..9).map(|at| 2.0 * f64::from(at)).collect();
        let vague = [0, 1, 2, 0, 1, RespondentColumn::AS_THE_CASE, 0, 2, 1];
        let estimates = [Estimate::between(5.0, 20.0), Estimate::Uniform { min: 1.0, max: 4.0 }];
        let keys = [9, 8, 7, 6, 5, 4, 3, 2, 1];
        let part = |rows: Range<usize>, threads: usize| {
            let column = RespondentColumn {
                input: FREE,
                values: &free[rows.clone()],
                vague: &vague[rows.clone()],
                estimates: &estimates,
            };
            ask(&doubtful(&plan).with_threads(threads), &[column], &keys[rows])
        };
        let mut parts = part(0..cut, threads);
        parts.append(part(cut..9, 1));
        // The first one has no free hours, which no case may have.
        prop_assert_eq!(parts.refused.rows, 1);
        let whole = part(0..9, 2);
        prop_assert_eq!(&parts.verdict, &whole.verdict);
        prop_assert_eq!(&parts.refused, &whole.refused);
        for row in 1..9 {
            prop_assert_eq!(parts.yes_words(row), whole.yes_words(row));
            prop_assert!((parts.margin.values[row] - whole.margin.values[row]).abs() <= 0.0);
        }
    }
}

#[test]
fn what_a_person_leaves_to_the_case_is_drawn_as_for_all() {
    let plan = alone();
    let survey = doubtful(&plan);
    let vague = [RespondentColumn::AS_THE_CASE; 1];
    let column =
        RespondentColumn { input: FREE, values: &[f64::NAN], vague: &vague, estimates: &[] };
    let (own, none) = (ask(&survey, &[column], &[1]), ask(&survey, &[], &[2]));
    assert_eq!(own.margin, none.margin);
    assert_eq!(own.yes_words(0), none.yes_words(0));
}

/// The unknown answers of a person are no other person's: their mean over many people is as sure as that of as
/// many draws, and they are the same each time.
#[test]
fn what_is_vague_is_each_persons_own() {
    let plan = alone();
    let survey = doubtful(&plan);
    let estimates = [Estimate::Uniform { min: 1.0, max: 20.0 }];
    let keys: Vec<u64> = (0..200).collect();
    let (values, vague) = (vec![f64::NAN; 200], vec![1; 200]);
    let column =
        RespondentColumn { input: FREE, values: &values, vague: &vague, estimates: &estimates };
    let figures = ask(&survey, &[column], &keys);
    assert_eq!(figures.margin, ask(&survey, &[column], &keys).margin);
    let first = figures.yes_words(0).to_vec();
    assert!((1..200).any(|row| figures.yes_words(row) != first));
    // In a single scenario some of them have enough hours, and some have not.
    let yes = (0..200).filter(|row| figures.yes_in(*row).nth(17) == Some(true)).count();
    let chance: f64 = figures.chance_of_yes.values.iter().sum::<f64>() / 200.0;
    assert!(chance > 0.02 && chance < 0.98, "{chance}");
    // Five standard deviations of as many independent people.
    let expected = chance * 200.0;
    let deviation = (200.0 * chance * (1.0 - chance)).sqrt();
    assert!((yes as f64 - expected).abs() < 5.0 * deviation + 20.0, "{yes} {expected}");
    // The same as the plan with the estimate, but for the draws.
    let own = plan.with_values([(FREE, estimates[0].clone())]).unwrap();
    let answer = own.run().options(&Options::default().with_scenarios(65_536)).assess().unwrap();
    let known = answer.pursuits[0].probabilities.as_ref().unwrap().margin_positive;
    assert!((chance - known).abs() < 0.02, "{chance} {known}");
}

#[test]
fn columns_that_do_not_go_with_the_plan_are_all_named() {
    let plan = alone();
    let survey = Survey::at_means(&plan);
    let far = [Estimate::Uniform { min: -3.0, max: 5.0 }];
    let columns = [
        number("/person/time/free_hours_a_week", &[3.0]),
        number(FREE, &[1.0, 2.0]),
        RespondentColumn { input: LEARNING, values: &[1.0], vague: &[2], estimates: &far },
        number(LEARNING, &[1.0]),
    ];
    let people = Respondents { columns: &columns, keys: &[1] };
    let error = survey.ask(people, &mut |_| ControlFlow::Continue(())).unwrap_err();
    let found: Vec<(&str, Code)> =
        error.problems().iter().map(|own| (own.path.as_str(), own.code)).collect();
    let expected = [
        ("/person/time/free_hours_a_week", Code::UnknownItem),
        (FREE, Code::WrongShape),
        (LEARNING, Code::WrongShape),
        ("/person/motivations/learning/min", Code::OutOfRange),
        (LEARNING, Code::RepeatedEntry),
    ];
    for one in &expected {
        assert!(found.contains(one), "{one:?} {found:?}");
    }
}

#[test]
fn who_cannot_be_answered_is_refused_and_nobody_else() {
    let plan = alone();
    for survey in [Survey::at_means(&plan), doubtful(&plan)] {
        let zero = [0.0, 0.0, 5.0, 5.0];
        let columns = [
            number(LEARNING, &zero),
            number("/person/motivations/income", &[0.0, 4.0, 4.0, f64::INFINITY]),
        ];
        let figures = ask(&survey, &columns, &[1, 2, 3, 4]);
        let refused: Vec<(usize, Code)> =
            figures.refused.problems.iter().map(|own| (own.row, own.problem.code)).collect();
        assert_eq!(refused, [(0, Code::NoMotivation), (3, Code::NotFinite)]);
        let is_answered: Vec<bool> = figures.verdict.iter().map(Option::is_some).collect();
        assert_eq!(is_answered, [false, true, true, false]);
        assert!(figures.worth.values[0].is_nan() && figures.worth.values[1].is_finite());
    }
}

#[test]
fn asking_can_be_stopped() {
    let plan = alone();
    let people = Respondents { columns: &[], keys: &[1, 2, 3] };
    let error = doubtful(&plan).ask(people, &mut |_| ControlFlow::Break(())).unwrap_err();
    assert!(error.is_stopped());
    let none = Respondents { columns: &[], keys: &[] };
    let figures = doubtful(&plan).ask(none, &mut |_| ControlFlow::Break(())).unwrap();
    assert!(figures.verdict.is_empty());
}

/// A change of what everybody has is that of the case, and one of what people answered that of their answers.
#[test]
fn a_change_is_what_other_answers_would_say() {
    let plan = mvp();
    let hours = "/pursuits/mvp/activities/writing/hours";
    let changes = [
        InputChange::new(FREE, ChangeKind::Add, 3.0),
        InputChange::new(hours, ChangeKind::Set, 2.0),
        InputChange::new(LEARNING, ChangeKind::Times, 40.0),
    ];
    for survey in [Survey::at_means(&plan), doubtful(&plan)] {
        let changed = survey.with_changes(&changes).unwrap();
        let before = [number(FREE, &[5.0, 9.0]), number(LEARNING, &[0.1, 5.0])];
        let after = [
            number(FREE, &[8.0, 12.0]),
            number(LEARNING, &[4.0, 10.0]),
            number(hours, &[2.0, 2.0]),
        ];
        let (found, expected) = (ask(&changed, &before, &[1, 2]), ask(&survey, &after, &[1, 2]));
        near(&found.margin.values, &expected.margin.values);
        assert_eq!(found.chance_of_yes, expected.chance_of_yes);
        assert_eq!(found.clipped, [false, true], "a rating ends at 10");
    }
    let unknown = InputChange::new("/person/time/free", ChangeKind::Set, f64::NAN);
    let error = doubtful(&plan).with_changes(&[unknown]).unwrap_err();
    let codes: Vec<Code> = error.problems().iter().map(|own| own.code).collect();
    assert_eq!(codes, [Code::NotFinite, Code::UnknownItem]);
}

/// Who has no hour awake left cannot do it, whatever it is worth: as the person would be told.
#[test]
fn what_does_not_fit_is_no_matter_of_worth() {
    let plan = alone();
    let work = "/person/time/work_hours_per_week";
    let own = plan.with_values([(work, 111.9)]).unwrap().assess().unwrap();
    assert_eq!(own.question.verdict, crate::Verdict::NotFeasible);
    for survey in [Survey::at_means(&plan), doubtful(&plan)] {
        let figures = ask(&survey, &[number(work, &[111.9, 40.0])], &[1, 2]);
        assert_eq!(figures.verdict[0], Some(crate::Verdict::NotFeasible));
        assert_ne!(figures.verdict[1], Some(crate::Verdict::NotFeasible));
        assert!(figures.yes_in(0).all(|is_yes| !is_yes));
    }
}
