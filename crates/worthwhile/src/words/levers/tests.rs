use std::sync::Arc;

use super::*;
use crate::assessment::{Flip, Information, InputInformation};
use crate::words::{sample, tell};

fn told(kind: LeverKind, input: &str, from: f64, shown: f64) -> String {
    let lever = sample::lever(kind, input, from, shown, true);
    text(&sample::answer(), &sample::facts(), &lever)
}

#[test]
fn each_kind_is_a_clause() {
    let award = "/pursuits/mvp/award/chance_per_year";
    let clauses = [
        (
            told(LeverKind::Hours, "/pursuits/mvp/activities/speaking/hours", 3.1, 5.5),
            "if the same half of it took 5.5 hours a week or more (you said about 3.1)",
        ),
        (told(LeverKind::Gains, "", 1.0, 0.7), "if all that it gives you were at least 30% less"),
        (told(LeverKind::Gains, "", 1.0, 1.25), "if all that it gives you were at least 25% more"),
        (
            told(LeverKind::FreeHours, "/person/time/free_hours_per_week", 24.0, 9.5),
            "if you had 9.5 free hours a week or fewer (you said 24)",
        ),
        (
            told(LeverKind::JobHours, "/person/time/work_hours_per_week", 40.0, 51.0),
            "if your job took 51 hours a week or more (you said 40)",
        ),
        (
            told(LeverKind::Limit, "/person/time/limit_hours_per_week", 12.0, 4.0),
            "if all your plans together could take at most 4 hours a week (you said 12)",
        ),
        (
            told(LeverKind::BreakEven, "/person/protections/break_even_hours_per_week", 12.0, 9.9),
            "if you would give at most 9.9 hours a week to have all that you want (you said 12)",
        ),
        (
            told(LeverKind::Chance, award, 0.35, 0.2),
            "if the chance of getting the award in a year, at full effort, were 20% or less (you said 35%)",
        ),
        (
            told(LeverKind::Renewal, "/pursuits/mvp/award/renewal_chance", 0.5, 1.0),
            "if the chance of keeping the award each year were 100% (you said 50%)",
        ),
        (
            told(LeverKind::Motivation, "/person/motivations/altruism", 8.0, 2.5),
            "if helping others mattered 2.5 out of 10 to you or less (you said 8)",
        ),
        (
            told(LeverKind::Motivation, "/person/motivations/altruism", 8.0, 0.0),
            "if helping others did not matter to you at all (you said 8)",
        ),
        (
            told(LeverKind::Protection, "/person/protections/personal_time", 5.0, 9.0),
            "if your own time mattered 9 out of 10 to you or more (we assume 5)",
        ),
        (
            told(
                LeverKind::Enjoyability,
                "/pursuits/mvp/activities/speaking/enjoyability",
                5.0,
                -2.5,
            ),
            "if you rated your enjoyment of speaking -2.5 or lower, from -10 to 10 (you said 5)",
        ),
        (
            told(LeverKind::Bother, "/pursuits/mvp/drawbacks/judged-each-year/bother", 2.0, 6.2),
            "if being judged each year bothered you strongly, 6.2 out of 10 or more (you said 2)",
        ),
        (
            told(LeverKind::Condition, "/person/conditions/employer_regard", 0.5, 0.0),
            "if your manager did not value the title at all (you said 50%, where 100% is the most)",
        ),
        (
            told(LeverKind::Anyway, "/pursuits/mvp/anyway", 0.0, 0.36),
            "if you would do 36% of this work or more anyway (you said none of it)",
        ),
        (
            told(LeverKind::MeaningfulAmount, "/person/money/meaningful_yearly_amount", 8e3, 5e3),
            "if an extra 5,000 EUR a year or less were enough to satisfy you (you said 8,000)",
        ),
        (
            told(LeverKind::Horizon, "/person/horizon_years", 3.0, 6.0),
            "if the next 6 years or more counted for you (you said 3)",
        ),
        (told(LeverKind::Without, "/pursuits/rest", 1.0, 0.0), "if more rest were not an option"),
    ];
    for (told, expected) in clauses {
        assert_eq!(told, expected);
    }
}

#[test]
fn hours_are_those_of_the_amount_that_the_answer_is_about() {
    let amounts = [0.1, 0.3, 0.5, 0.75, 1.0, 1.25].map(amount);
    let expected = [
        "the same tenth of it",
        "the same 30% of it",
        "the same half of it",
        "the same three quarters of it",
        "the same work",
        "that much",
    ];
    assert_eq!(amounts, expected);
}

#[test]
fn a_limit_may_be_none_today() {
    let lever = sample::lever(LeverKind::Limit, "/person/time/limit", 72.0, 4.0, true);
    assert_eq!(
        text(&sample::answer(), &Facts::default(), &lever),
        "if all your plans together could take at most 4 hours a week (you set no limit)"
    );
}

#[test]
fn a_mean_is_told_in_few_digits_and_as_about() {
    let input = "/person/motivations/altruism";
    let lever = sample::lever(LeverKind::Motivation, input, 3.768, 2.5, true);
    let facts = Facts { uncertain: vec![Arc::from(input)], ..sample::facts() };
    assert_eq!(
        text(&sample::answer(), &facts, &lever),
        "if helping others mattered 2.5 out of 10 to you or less (you said about 3.8)"
    );
    assert!(told(LeverKind::Motivation, input, 3.768, 3.8).ends_with("(you said 3.77)"));
}

#[test]
fn a_reassurance_is_about_one_value() {
    let input = "/pursuits/mvp/drawbacks/reporting/bother";
    let lever = sample::lever(LeverKind::Bother, input, 2.0, 5.0, false);
    let text = text(&sample::answer(), &sample::facts(), &lever);
    assert_eq!(text, "even if reporting bothered you clearly, 5 out of 10 (you said 2)");
}

/// The section of a sample answer.
fn page(change: impl FnOnce(&mut Assessment)) -> String {
    let mut answer = sample::answer();
    change(&mut answer);
    tell(&mut answer, &sample::facts());
    let mut sheet = Sheet::new(80, false);
    section(&mut sheet, &answer);
    sheet.into_text()
}

fn free_hours(turns: bool, shown: f64) -> Lever {
    sample::lever(LeverKind::FreeHours, "/person/time/free_hours_per_week", 24.0, shown, turns)
}

#[test]
fn six_levers_and_two_reassurances_are_shown_and_none_twice() {
    let kinds = LeverKind::ALL.into_iter().filter(|kind| *kind != LeverKind::Without);
    let all: Vec<LeverKind> = kinds.collect();
    let page = page(|answer| {
        let input = "/person/time/free_hours_per_week";
        let turning = all.iter().map(|kind| sample::lever(*kind, input, 0.5, 0.25, true));
        answer.levers = turning.chain((0..4).map(|at| free_hours(false, f64::from(at)))).collect();
    });
    assert_eq!(page.matches("-> no").count(), 6, "{page}");
    assert_eq!(page.matches("-> still yes").count(), 2, "{page}");
    let alike = |shown: [f64; 4]| {
        let lines = self::page(|answer| {
            answer.levers = shown.map(|own| free_hours(true, own)).to_vec();
        });
        lines.matches("-> no").count()
    };
    assert_eq!(alike([9.0; 4]), 1, "the same");
    assert_eq!(alike([9.0, 8.0, 7.0, 6.0]), 2, "one kind");
    assert_eq!(alike([9.123_456_78; 4]), 0, "a sliver");
}

#[test]
fn what_is_worth_finding_out_is_no_comfort() {
    let told = |evppi: f64| {
        page(|answer| {
            answer.levers = vec![free_hours(false, 20.0)];
            let inputs = vec![InputInformation {
                input: Arc::from("/person/time/free_hours_per_week"),
                evppi,
                standard_error: 0.01,
                below_noise: false,
            }];
            let advice = None;
            answer.information =
                Some(Information { evpi: 2.0, standard_error: 0.1, inputs, advice });
        })
    };
    assert!(told(0.01).contains("-> still yes"));
    assert!(!told(2.0).contains("-> still yes"));
}

#[test]
fn a_lever_says_how_much_of_it_the_answer_is_then() {
    let outcome = |turns: bool, level: f64| {
        let mut lever = free_hours(turns, 9.0);
        (lever.answer, lever.level) = (Answer::Yes, Some(level));
        outcome(&sample::answer(), &lever)
    };
    let turning = [1.0, 0.5, 1.5].map(|level| outcome(true, level));
    assert_eq!(turning, ["yes, all of it", "yes, at half of it", "yes, and 50% more"]);
    // The answer is about half of it.
    let still = [0.5, 0.25, 1.0].map(|level| outcome(false, level));
    assert_eq!(still, ["still yes", "still yes, at a quarter of it", "still yes, all of it"]);
}

#[test]
fn where_averages_and_doubt_disagree_one_sentence_says_so() {
    let page = |advice: Option<&str>| {
        page(|answer| {
            answer.question.base_answer = Some(Answer::No);
            answer.flips = Vec::<Flip>::new();
            answer.information = Some(Information {
                evpi: 2.0,
                standard_error: 0.1,
                inputs: Vec::new(),
                advice: advice.map(str::to_owned),
            });
        })
    };
    let sentence = "\nNo single changes are listed: at the average of every number the answer \
                    is no, given all that is uncertain it is yes.";
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&page(None)), words(sentence));
    let end = " What you find out first matters more than any one change.";
    assert_eq!(words(&page(Some("Ask."))), words(&format!("{sentence}{end}")));
}
