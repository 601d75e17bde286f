//! The example people: what each answer has to say, and why.
//!
//! The figures of presets change as evidence comes in. What these people are told should not.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: a panic is a failed test"
)]

use worthwhile::{
    Answer, Assessment, CloseBecause, Plan, PlanSummary, PursuitAssessment, Verdict, Warning,
};
use worthwhile_conformance::people::PEOPLE;

macro_rules! example {
    ($name:literal) => {
        include_str!(concat!("../../crates/worthwhile/examples/", $name, ".json"))
    };
}

fn told(text: &str) -> Assessment {
    Plan::read(text).unwrap().assess().unwrap()
}

fn pursuit<'a>(answer: &'a Assessment, id: &str) -> &'a PursuitAssessment {
    answer.pursuits.iter().find(|own| own.id == id).unwrap()
}

fn has(plan: &PlanSummary, id: &str) -> bool {
    plan.pursuit(id).is_some()
}

/// Every case is read without a word, as somebody would write it, and expands to a case with the
/// same answer.
#[test]
fn their_cases_are_sound() {
    for text in PEOPLE.map(|person| person.case) {
        assert_eq!(worthwhile::check(text), [], "{text}");
        let mut expanded = told(&worthwhile::expand(text).unwrap());
        let mut answer = told(text);
        // What was assumed is given then, and the last line says so.
        for own in [&mut expanded, &mut answer] {
            own.question.in_brief.iter_mut().for_each(|line| {
                *line = line.replace("(we assume ", "(you said ");
            });
        }
        assert_eq!(expanded.question, answer.question);
        assert_eq!(expanded.best_mix, answer.best_mix);
    }
}

/// An evening of rest costs nothing that the person loves, so it is in nearly every plan. No verdict
/// may hang on it.
#[test]
fn no_verdict_hangs_on_rest() {
    for text in PEOPLE.map(|person| person.case) {
        let mut case: serde_json::Value = serde_json::from_str(text).unwrap();
        let pursuits = case["pursuits"].as_array_mut().unwrap();
        pursuits.retain(|own| own["preset"] != "rest");
        let without = told(&case.to_string());
        assert_eq!(without.question.verdict, told(text).question.verdict, "{text}");
    }
}

/// Who holds it and does nearly all of the work anyway gains the title for a few hours of forms and
/// calls: not what the work gives, which is there in any case.
#[test]
fn a_holder_who_does_the_work_anyway_is_told_what_the_title_adds() {
    let answer = told(example!("holder"));
    assert_eq!((answer.question.answer, answer.question.verdict), (Answer::Yes, Verdict::WorthIt));
    assert!(!answer.question.close_call && answer.question.confidence > Some(0.9));
    let own = pursuit(&answer, "mvp");
    let (work, premium) = (own.work_worth.unwrap(), own.title_premium.unwrap());
    assert!(work.abs() < 1.0 && premium > 5.0, "{work} {premium}");
    assert!(own.extra_hours_per_week < 0.3 * own.hours_per_week.mean);
    assert!(own.award.as_ref().unwrap().holding_share > 0.5);
    // Being judged and the forms bother whole, whoever does the work.
    assert!(own.points("drawbacks").unwrap() < -3.0, "{:?}", own.contributions);
    assert!(answer.question.summary.starts_with("Yes, go on"), "{}", answer.question.summary);
    assert!(own.warnings.is_empty(), "{:?}", own.warnings);
}

/// Did the work hang on the title as much as what bothers does, the answer would be the one that most
/// who stop give: not the award, the work.
#[test]
fn a_holder_whom_it_bothers_more_is_told_to_keep_the_work() {
    let plan = Plan::read(example!("holder")).unwrap();
    let worse = ["reporting", "judged-each-year", "confidentiality", "feeling-undeserving"]
        .map(|id| format!("/pursuits/mvp/drawbacks/{id}/bother"));
    let values = worse.iter().map(|name| (name.as_str(), 10.0));
    let points = [("/assumptions/drawback_points", 15.0), ("/pursuits/mvp/anyway", 0.0)];
    let answer = plan.with_values(values.chain(points)).unwrap().assess().unwrap();
    assert_eq!(answer.question.verdict, Verdict::WithoutTheAward);
    assert_eq!(answer.best_mix.pursuit("mvp").unwrap().award, Some(false));
    assert!(pursuit(&answer, "mvp").work_margin.unwrap() > 1.0);
    assert!(answer.question.summary.starts_with("Not the award. The work, yes"));
}

/// All of it beside two small children does not fit the limit; half of it does, and is better than a
/// quarter. It is close, as most of that comes of the work without the award.
#[test]
fn a_parent_is_told_half_of_it() {
    let answer = told(example!("half-of-it"));
    assert_eq!(answer.question.answer, Answer::Yes);
    assert!((answer.question.level - 0.5).abs() < 1e-9, "{}", answer.question.level);
    assert_eq!(answer.question.as_planned, None);
    assert_eq!(answer.question.close_because, [CloseBecause::SmallMargin]);
    let own = pursuit(&answer, "mvp");
    assert_eq!(own.plan_without.pursuit("mvp").unwrap().award, Some(false));
    assert!(own.margin_over_none.mean > 10.0 && own.margin.mean < 5.0);
    assert!(own.warnings.iter().any(|own| matches!(own, Warning::AwardUnlikely { .. })));
    assert!(answer.best_mix.hours_per_week < 8.0 && has(&answer.best_mix, "rest"));
    let margin = |level: f64| {
        let all = answer.question.how_much.iter();
        all.clone().find(|own| (own.level - level).abs() < 1e-9).unwrap().margin
    };
    assert!(margin(0.5) > margin(0.25) && margin(0.5) > margin(0.75) && margin(1.0).is_none());
}

/// The degree and the award exclude each other. What the degree gives begins when its hours end,
/// and it wins for somebody who wants to get on.
#[test]
fn the_degree_wins_over_the_award() {
    let answer = told(example!("degree-or-award"));
    assert_eq!(answer.question.verdict, Verdict::BetterElsewhere);
    assert!(!answer.question.close_call && answer.question.confidence > Some(0.8));
    assert!(has(&answer.best_mix, "degree") && !has(&answer.best_mix, "mvp"));
    let own = pursuit(&answer, "mvp");
    assert!(own.worth.mean > 5.0 && !has(&own.plan_with, "degree"), "{:?}", own.plan_with);
    let degree = pursuit(&answer, "degree");
    let hours: Vec<f64> = degree.years.iter().map(|year| year.hours_per_week).collect();
    assert_eq!(hours.len(), 8);
    assert!(hours[..2].iter().all(|hours| *hours > 5.0), "{hours:?}");
    assert!(hours[3..].iter().all(|hours| *hours <= 0.0), "{hours:?}");
    assert!(degree.years[0].money < -1000.0 && degree.years[3].money > 1000.0);
    assert!(degree.points("career").unwrap() > own.points("career").unwrap());
}

/// A yes that asks for a week of 65 hours says so right under the answer.
#[test]
fn a_long_week_is_told_under_the_answer() {
    let answer = told(example!("long-week"));
    assert_eq!(answer.question.answer, Answer::Yes);
    let own = pursuit(&answer, "mvp");
    let week = own.warnings.iter().find_map(|own| match own {
        Warning::LongWeek { hours_per_week, line, .. } => Some((*hours_per_week, *line)),
        _ => None,
    });
    let (hours, line) = week.unwrap();
    assert!(hours > 60.0 && line >= 55.0, "{hours} {line}");
    assert!(own.warnings.iter().any(Warning::is_grave));
    let text = answer.to_text();
    let first: Vec<&str> = text.lines().take(12).collect();
    assert!(first.join(" ").contains("WHO"), "{text}");
    assert!(pursuit(&answer, "rest").burnout_risk.mean < own.burnout_risk.mean - 0.05);
}

/// Hours of dread are more than hours, so even a title that the employer wants is a no, at any level;
/// the same hours do more for this career elsewhere.
#[test]
fn dread_makes_it_a_no() {
    let answer = told(example!("dread"));
    assert_eq!(answer.question.answer, Answer::No);
    assert!(!answer.question.close_call && answer.question.confidence > Some(0.95));
    let own = pursuit(&answer, "mvp");
    assert!(own.felt_hours_per_week.mean > own.hours_per_week.mean + 0.5);
    assert!(answer.question.how_much.iter().all(|own| own.margin.is_none_or(|own| own < 0.0)));
    assert!(has(&answer.best_mix, "certification"));
    // Without stage and organizing it would give less and cost far less.
    let speaks = ["speaking", "organizing"];
    let names = speaks.map(|id| format!("/pursuits/mvp/activities/{id}/enjoyability"));
    let plan = Plan::read(example!("dread")).unwrap();
    let liked = plan.with_values(names.iter().map(|name| (name.as_str(), 6.0))).unwrap();
    let liked = liked.assess().unwrap();
    assert!(pursuit(&liked, "mvp").worth.mean > own.worth.mean + 5.0);
}

/// A holder for whom the work has become a burden is told to stop, at any level, work included.
#[test]
fn a_holder_for_whom_it_is_a_burden_is_told_to_stop() {
    let answer = told(example!("stop"));
    assert_eq!(
        (answer.question.answer, answer.question.verdict),
        (Answer::No, Verdict::NotWorthIt)
    );
    assert!(!answer.question.close_call && answer.question.confidence > Some(0.95));
    let own = pursuit(&answer, "mvp");
    assert!(own.work_worth.unwrap() < 0.0 && own.worth.mean < -5.0);
    assert!(!has(&answer.best_mix, "mvp") && has(&answer.best_mix, "specialized-skill"));
    assert!(answer.question.how_much.iter().all(|own| own.margin.is_none_or(|own| own < 0.0)));
}

/// A holder who loves the work and dreads the title keeps the one without the other.
#[test]
fn a_holder_who_dreads_the_title_is_told_to_keep_the_work() {
    let answer = told(example!("keep-the-work"));
    assert_eq!(answer.question.verdict, Verdict::WithoutTheAward);
    assert!(!answer.question.close_call && answer.question.confidence > Some(0.95));
    assert_eq!(answer.best_mix.pursuit("mvp").unwrap().award, Some(false));
    let own = pursuit(&answer, "mvp");
    assert!(own.work_worth.unwrap() > 5.0 && own.title_premium.unwrap() < -5.0);
    assert!(own.points("drawbacks").unwrap() < -10.0, "{:?}", own.contributions);
}

/// Of two that exclude each other the one that the person would rather do wins, though the other pays
/// more. A published book is what is tried for; whoever gives up has nothing of it.
#[test]
fn the_book_wins_over_the_business() {
    let answer = told(example!("book-or-business"));
    assert_eq!((answer.question.answer, answer.question.verdict), (Answer::Yes, Verdict::WorthIt));
    let (book, business) = (pursuit(&answer, "book"), pursuit(&answer, "side-business"));
    assert!(!has(&answer.best_mix, "side-business") && !has(&book.plan_with, "side-business"));
    assert!(business.worth.mean > 0.0 && business.money_per_year.mean > book.money_per_year.mean);
    let chance = book.award.as_ref().unwrap().chance_ever;
    assert!((0.5..0.95).contains(&chance), "{chance}");
    assert!(book.points("reputation").unwrap() > business.points("reputation").unwrap() + 3.0);
}
