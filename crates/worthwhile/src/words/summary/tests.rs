//! What the first sentences say, for each verdict and each kind of person.

use super::*;
use crate::analysis::Summary;
use crate::assessment::{AsPlanned, Assessment};
use crate::words::facts::Facts;
use crate::words::sample;

fn told(change: impl FnOnce(&mut Assessment, &mut Facts)) -> String {
    let (mut answer, mut facts) = (sample::answer(), sample::facts());
    facts.pursuits[0].anyway = 0.0;
    change(&mut answer, &mut facts);
    let (own, more) = (&answer.pursuits[0], &facts.pursuits[0]);
    summary(&View { answer: &answer, facts: &facts, own, more })
}

fn asked(change: impl FnOnce(&mut Assessment, &mut Facts)) -> String {
    let (mut answer, mut facts) = (sample::answer(), sample::facts());
    facts.pursuits[0].anyway = 0.0;
    change(&mut answer, &mut facts);
    let (own, more) = (&answer.pursuits[0], &facts.pursuits[0]);
    question(&View { answer: &answer, facts: &facts, own, more })
}

fn no(answer: &mut Assessment, verdict: Verdict) {
    answer.question.verdict = verdict;
    answer.question.answer = verdict.answer();
    answer.question.confidence = None;
    answer.question.how_much.clear();
    answer.levers.clear();
    answer.pursuits[0].verdict = verdict;
}

#[test]
fn the_question_is_that_of_the_person() {
    assert_eq!(asked(|_, _| ()), "Is going for Microsoft MVP worth it to you?");
    let held = asked(|_, facts| facts.pursuits[0].is_held = true);
    assert_eq!(held, "Is going on with Microsoft MVP worth it to you?");
    let more = asked(|answer, facts| {
        answer.pursuits[0].award = None;
        facts.pursuits[0].anyway = 0.4;
    });
    assert_eq!(more, "Is doing more of Microsoft MVP worth it to you?");
}

#[test]
fn a_yes_says_how_much_and_how_sure() {
    assert_eq!(
        told(|_, _| ()),
        "Yes, at half of what you planned: about 3.1 hours a week. It leaves you 13 points \
         better off than without it: 8 from the work, and 5 more from the award. Best beside \
         it: more rest, 6.1 hours a week in all. Chance that going for half of it is a better bet than \
         not going for it, given the doubt about the numbers: 86%. As planned (6.2 hours a week) it would leave you \
         1 point better off."
    );
    let even = told(|answer, _| answer.question.close_because = vec![CloseBecause::SmallMargin]);
    assert!(
        even.starts_with(
            "The work, yes; the award on top is about even, leaning to yes. The best amount is \
             half of what you planned: about 3.1 hours a week."
        ),
        "{even}"
    );
    assert!(
        even.contains(
            "the chance that going for half of it is a better bet than not going for it is 86%"
        ),
        "{even}"
    );
    let more = told(|answer, _| answer.pursuits[0].level = 1.5);
    assert!(more.starts_with("Yes, at 50% more than you planned: about"), "{more}");
}

/// Nobody has planned an amount that comes from a preset or stands in for what nobody said.
#[test]
fn an_amount_that_nobody_gave_is_not_compared_with() {
    let assumed = |input: &str| Assumption {
        input: input.into(),
        value: Some(crate::estimate::Estimate::Certain(12.0)),
        follows: None,
        source: crate::assessment::Provenance::Default { text: "illustrative".into() },
    };
    let own = "/pursuits/mvp/activities/speaking/per_year";
    let unplanned = |change: fn(&mut Assessment, &mut Facts)| {
        told(|answer, facts| {
            answer.assumptions.push(assumed(own));
            change(answer, facts);
        })
    };
    let plain = unplanned(|_, _| ());
    assert!(plain.starts_with("Yes, for about 3.1 hours a week. It leaves you"), "{plain}");
    assert!(!plain.contains("planned"), "{plain}");
    let held = unplanned(|_, facts| facts.pursuits[0].is_held = true);
    assert!(held.starts_with("Yes, go on, for about 3.1 hours a week."), "{held}");
    let even =
        unplanned(|answer, _| answer.question.close_because = vec![CloseBecause::SmallMargin]);
    assert!(even.contains("The best amount is about 3.1 hours a week."), "{even}");
    let other = told(|answer, _| {
        answer.assumptions.push(assumed("/pursuits/rest/activities/rest/per_year"));
    });
    assert!(other.starts_with("Yes, at half of what you planned:"), "{other}");
}

#[test]
fn what_is_worth_the_same_is_either_way() {
    let tie = told(|answer, _| answer.pursuits[0].margin = Summary::certain(0.0));
    assert!(
        tie.starts_with(
            "Either will do. You would be equally well off with Microsoft MVP (half) and more rest \
             and with more rest."
        ),
        "{tie}"
    );
    assert!(!tie.contains("Chance"), "{tie}");
}

#[test]
fn a_yes_names_an_amount_that_would_do_more() {
    let better = told(|answer, _| {
        answer.question.level = 0.75;
        answer.pursuits[0].level = 0.75;
    });
    assert!(better.ends_with("Half of it (3.1 hours a week) would be better still, by 2 points."));
}

#[test]
fn a_doubtful_answer_does_not_sound_sure() {
    let doubtful = told(|answer, _| answer.question.confidence = Some(0.62));
    assert!(doubtful.contains("the numbers: 62%, so it is close."), "{doubtful}");
    let against = told(|answer, _| answer.question.confidence = Some(0.41));
    assert!(against.contains("not going for it is 41%: more often"), "{against}");
}

#[test]
fn who_does_it_already_reads_what_it_asks_beyond() {
    let doer = told(|answer, facts| {
        facts.pursuits[0].anyway = 1.0;
        answer.pursuits[0].work_margin = Some(0.0);
    });
    assert!(doer.contains("You would do all of this work anyway; going for it, with what the award itself asks, takes 54 minutes more a week."));
    assert!(doer.contains("because of the award: the rest of the work alone would not pay off."));
}

#[test]
fn a_holder_reads_about_going_on_and_stopping() {
    let on = told(|_, facts| facts.pursuits[0].is_held = true);
    assert!(on.starts_with("Yes, go on, but with half of what you planned: about 3.1"), "{on}");
    assert!(on.contains("13 points better off than if you stopped"), "{on}");
    let stop = told(|answer, facts| {
        no(answer, Verdict::NotWorthIt);
        facts.pursuits[0].is_held = true;
        answer.pursuits[0].margin_over_none = Summary::certain(-18.0);
    });
    assert_eq!(
        stop,
        "No. Stopping would leave you 18 points better off than going on with half of it."
    );
    let work = told(|answer, facts| {
        no(answer, Verdict::WithoutTheAward);
        facts.pursuits[0].is_held = true;
        answer.pursuits[0].margin = Summary::certain(-5.0);
    });
    assert_eq!(
        work,
        "Not the award. The work, yes: letting the award go and keeping the work leaves you 5 \
         points better off than keeping the award, and 8 points better off than stopping altogether. \
         Best beside it: more rest, 3.0 hours a week in all."
    );
}

#[test]
fn a_no_says_why_and_what_beats_it() {
    let award = told(|answer, _| {
        no(answer, Verdict::WithoutTheAward);
        answer.pursuits[0].margin = Summary::certain(-5.0);
    });
    assert_eq!(
        award,
        "Not the award. The work, yes: the work without the award leaves you 5 points better off than \
         with it, and 8 points better off than none of it. Best beside it: more rest, 3.0 hours a week \
         in all."
    );
    let elsewhere = told(|answer, _| {
        no(answer, Verdict::BetterElsewhere);
        answer.pursuits[0].margin = Summary::certain(-4.2);
    });
    assert_eq!(
        elsewhere,
        "No, there is a better use of your time. Microsoft MVP would be worth something by \
         itself, but more rest would leave you 4 points better off."
    );
    let fits = told(|answer, _| {
        no(answer, Verdict::NotFeasible);
        answer.pursuits[0].busiest_hours_per_week = Summary::certain(14.0);
    });
    assert_eq!(
        fits,
        "No, it does not fit. Even half of it takes 14.0 hours a week in its busiest year, and you \
         will give at most 12.0 hours."
    );
    let fits_on_average = told(|answer, _| no(answer, Verdict::NotFeasible));
    assert!(!fits_on_average.contains("4.0 hours"), "{fits_on_average}");
    assert!(fits_on_average.contains("at its average, even half of it takes more hours a week"));
    let worth = told(|answer, _| {
        no(answer, Verdict::NotWorthIt);
        answer.pursuits[0].margin = Summary::certain(-20.0);
    });
    assert_eq!(
        worth,
        "No. Even at half, Microsoft MVP gives you no more than it takes from you. More rest would \
         leave you 20 points better off."
    );
    let planned = told(|answer, _| {
        let how_much = answer.question.how_much.clone();
        no(answer, Verdict::NotWorthIt);
        answer.question.how_much = how_much;
        answer.question.as_planned = Some(AsPlanned { margin: -50.0, margin_over_none: -51.0 });
    });
    let worse =
        "takes from you. As planned (6.2 hours a week) it would leave you 51 points worse off.";
    assert!(planned.contains(worse), "{planned}");
}

#[test]
fn a_no_names_the_nearest_yes() {
    let amount = told(|answer, _| {
        let how_much = answer.question.how_much.clone();
        no(answer, Verdict::NotFeasible);
        answer.question.how_much = how_much;
    });
    let nearest = "Half of it, 3.1 hours a week, would leave you 13 points better off than none of";
    assert!(amount.contains(nearest), "{amount}");
    let lever = told(|answer, _| {
        let mut lever = answer.levers[0].clone();
        no(answer, Verdict::NotWorthIt);
        lever.answer = Answer::Yes;
        answer.levers = vec![lever];
    });
    assert!(
        lever.contains("It would turn to a yes if the same half of it took 5.5 hours"),
        "{lever}"
    );
}
