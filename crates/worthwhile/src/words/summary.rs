//! The answer in a few sentences: yes or no first, and how much of it.

use super::facts::View;
use super::grammar::{capital, hours, in_sentence, is_all, part, points, share, whole};
use super::names;
use crate::analysis::{Answer, CloseBecause, Verdict};
use crate::assessment::HowMuch;

/// Points below which nobody would call it a loss of so many.
const FAR_TOO_MUCH: f64 = -100.0;

/// The answer in a few sentences.
pub(super) fn summary(view: &View<'_>) -> String {
    let parts = [Some(lead(view)), sure(view), as_planned(view), on_average(view)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Whether so little speaks for the answer that it is about even.
fn is_even(view: &View<'_>) -> bool {
    let question = &view.answer.question;
    let is_small = question.close_because.contains(&CloseBecause::SmallMargin);
    is_small && question.verdict != Verdict::NotFeasible
}

fn lead(view: &View<'_>) -> String {
    match view.answer.question.verdict {
        Verdict::WorthIt => yes(view),
        Verdict::WithoutTheAward => without_the_award(view),
        Verdict::BetterElsewhere => better_elsewhere(view),
        Verdict::NotWorthIt => not_worth_it(view),
        Verdict::NotFeasible => not_feasible(view),
    }
}

fn yes(view: &View<'_>) -> String {
    let own = view.own;
    let clear = if view.more.is_held { "Yes, go on" } else { "Yes" };
    let start = if is_even(view) { even(view) } else { clear };
    let week = hours(own.hours_per_week.mean);
    let line = match own.level {
        level if is_all(level) => format!("{start}: about {week} a week."),
        level if level < 1.0 => {
            format!("{start}, at about {} of what you planned: some {week} a week.", part(level))
        }
        level => format!("{start}, and {} of it: some {week} a week.", more_than_all(level)),
    };
    let better = own.margin_over_none.mean;
    if better > 0.0 && whole(better) != "0" {
        format!("{line} It leaves you {} better off than without it.", points(better))
    } else {
        line
    }
}

/// Where there is an award, it is going for it that is about even: the work may be clear.
fn even(view: &View<'_>) -> &'static str {
    let works = view.own.work_margin.is_some_and(|margin| whole(margin) != "0" && margin > 0.0);
    if works {
        "The work, yes; the award on top is about even, leaning to yes"
    } else {
        "About even, leaning to yes"
    }
}

fn more_than_all(level: f64) -> String {
    match part(level) {
        more if more.ends_with('%') => format!("{more} of what you planned"),
        more => more,
    }
}

fn without_the_award(view: &View<'_>) -> String {
    let start =
        if is_even(view) { "About even on the award, leaning to no" } else { "Not the award" };
    let gain = view.own.work_margin.unwrap_or_default();
    format!("{start}. The work, yes: without the award it leaves you {} better off.", amount(gain))
}

fn better_elsewhere(view: &View<'_>) -> String {
    let start = no(view, "No, there is a better use of your time");
    let instead = names::of_plan(view.answer, &view.own.plan_without);
    let name = capital(&in_sentence(&view.own.name));
    let loss = amount(-view.own.margin.mean);
    format!(
        "{start}. {name} would be worth something by itself, but with {instead} you are {loss} \
         better off."
    )
}

fn not_worth_it(view: &View<'_>) -> String {
    let start = no(view, "No");
    let loss = -view.own.margin_over_none.mean;
    let name = in_sentence(&view.own.name);
    if view.more.is_held && whole(loss) != "0" && loss > 0.0 {
        return format!("{start}. Stopping would leave you {} better off.", points(loss));
    }
    if view.own.worth.mean < FAR_TOO_MUCH {
        return format!("{start}. {} takes far too much from you.", capital(&name));
    }
    format!("{start}. {} gives you no more than it takes from you.", capital(&name))
}

fn not_feasible(view: &View<'_>) -> String {
    let own = view.own;
    let what = match own.level {
        level if is_all(level) => capital(&in_sentence(&own.name)),
        level => format!("Even {} of it", part(level)),
    };
    let room = if view.facts.has_limit { "you will give at most" } else { "you have" };
    format!(
        "No, it does not fit. {what} takes {} a week in its busiest year, and {room} {}.",
        hours(own.busiest_hours_per_week.mean),
        hours(view.facts.most_hours_per_week)
    )
}

fn no<'t>(view: &View<'_>, clear: &'t str) -> &'t str {
    if is_even(view) { "About even, leaning to no" } else { clear }
}

/// Points as an amount, also where they round to none.
fn amount(points: f64) -> String {
    match whole(points).as_str() {
        "0" => "slightly".to_owned(),
        _ => super::grammar::points(points),
    }
}

fn sure(view: &View<'_>) -> Option<String> {
    let confidence = view.answer.question.confidence?;
    Some(format!("Chance that this is right, given all you are unsure of: {}.", share(confidence)))
}

/// What all of it would do, where the answer is about another amount.
fn as_planned(view: &View<'_>) -> Option<String> {
    let question = &view.answer.question;
    let planned = question.as_planned.filter(|_| !is_all(question.level))?;
    let all = question.how_much.iter().find(|own| is_all(own.level));
    let takes = |own: &HowMuch| format!(" ({} a week)", hours(own.hours_per_week));
    let takes = all.map(takes).unwrap_or_default();
    let gain = planned.margin_over_none;
    Some(match whole(gain).as_str() {
        "0" => format!("As planned{takes} it is about even."),
        _ if gain < FAR_TOO_MUCH => format!("As planned{takes} it is far too much."),
        _ if gain < 0.0 => {
            format!("As planned{takes} it would leave you {} worse off.", points(-gain))
        }
        _ => format!("As planned{takes} it would leave you {} better off.", points(gain)),
    })
}

fn on_average(view: &View<'_>) -> Option<String> {
    let would = match view.answer.question.base_answer? {
        Answer::Yes => "yes",
        Answer::No => "no",
    };
    Some(format!("With every uncertain number at its average, the answer would be {would}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Summary;
    use crate::assessment::Assessment;
    use crate::words::sample;

    fn told(change: impl FnOnce(&mut Assessment)) -> String {
        let mut answer = sample::answer();
        change(&mut answer);
        let facts = sample::facts();
        let (own, more) = (&answer.pursuits[0], &facts.pursuits[0]);
        summary(&View { answer: &answer, facts: &facts, own, more })
    }

    fn no(answer: &mut Assessment, verdict: Verdict) {
        answer.question.verdict = verdict;
        answer.question.answer = verdict.answer();
        answer.question.as_planned = None;
        answer.question.confidence = None;
        answer.pursuits[0].verdict = verdict;
    }

    #[test]
    fn a_yes_says_how_much_and_how_sure() {
        assert_eq!(
            told(|_| ()),
            "Yes, at about half of what you planned: some 3.1 hours a week. It leaves you 13 \
             points better off than without it. Chance that this is right, given all you are \
             unsure of: 86%. As planned (6.2 hours a week) it would leave you 1 point better off."
        );
        let even = told(|answer| answer.question.close_because = vec![CloseBecause::SmallMargin]);
        assert!(
            even.starts_with(
                "The work, yes; the award on top is about even, leaning to yes, at about half"
            ),
            "{even}"
        );
    }

    #[test]
    fn a_no_says_why() {
        let award = told(|answer| no(answer, Verdict::WithoutTheAward));
        assert!(
            award.starts_with("Not the award. The work, yes: without the award it leaves you 8")
        );
        let elsewhere = told(|answer| {
            no(answer, Verdict::BetterElsewhere);
            answer.pursuits[0].margin = Summary::certain(-4.2);
        });
        assert_eq!(
            elsewhere,
            "No, there is a better use of your time. Microsoft MVP would be worth something by \
             itself, but with more rest you are 4 points better off."
        );
        let fits = told(|answer| no(answer, Verdict::NotFeasible));
        assert_eq!(
            fits,
            "No, it does not fit. Even half of it takes 4.0 hours a week in its busiest year, and \
             you will give at most 12.0 hours."
        );
        let worth = told(|answer| no(answer, Verdict::NotWorthIt));
        assert_eq!(worth, "No. Microsoft MVP gives you no more than it takes from you.");
    }
}
