//! The question, and its answer in a few sentences: yes or no first, and how much of it.

use super::facts::View;
use super::grammar::{
    a_week, capital, chance, extra_time, fixed, hours, in_sentence, is_all, part, points, share,
    whole,
};
use super::{levers, names, warnings};
use crate::analysis::{Answer, CloseBecause, Verdict};
use crate::assessment::{Assessment, Assumption, HowMuch, Lever, PursuitAssessment, Warning};

/// Points below which nobody would call it a loss of so many.
const FAR_TOO_MUCH: f64 = -100.0;
/// Fewer points than these are told as none.
const SHOWN: f64 = 0.5;
/// Hours a week of a job that leave room for more.
pub(super) const FULL_WEEK: f64 = 48.0;
/// A difference that rounding makes.
const NO_DIFFERENCE: f64 = 1e-9;
/// Below this confidence it is doubt that makes a close call; below one half most of what could be
/// true is against the answer.
const DOUBTFUL: f64 = 0.75;

/// The question in words.
pub(super) fn question(view: &View<'_>) -> String {
    let name = in_sentence(&view.own.name);
    // One goes for a title, and does what is named by its work.
    let is_title = name.starts_with(char::is_uppercase);
    let what = match (view.own.has_award(), view.more.is_held) {
        (true, true) => format!("going on with {name}"),
        (true, false) if is_title => format!("going for {name}"),
        (true, false) => name,
        (false, _) if view.more.anyway > 0.0 => format!("doing more of {name}"),
        (false, _) => name,
    };
    format!("Is {what} worth it to you?")
}

/// The answer in a few sentences.
pub(super) fn summary(view: &View<'_>) -> String {
    let is_yes = view.answer.question.answer.is_yes();
    let nearest = if is_yes { as_planned(view) } else { nearest_yes(view) };
    let better = better_amount(view).filter(|_| is_yes);
    let first = [Some(lead(view)), done_already(view), better_off(view), beside(view), sure(view)];
    let parts = first.into_iter().chain([nearest, better, on_average(view)]);
    names::of_award(view.own, parts.flatten().collect::<Vec<_>>().join(" "))
}

/// Whether so little speaks for the answer that it is about even.
fn is_even(view: &View<'_>) -> bool {
    let question = &view.answer.question;
    let is_small = question.close_because.contains(&CloseBecause::SmallMargin);
    is_small && question.verdict != Verdict::NotFeasible
}

pub(super) fn lead(view: &View<'_>) -> String {
    if is_tie(view) {
        let with = names::of_plan(view.answer, &view.own.plan_with);
        let without = names::of_plan(view.answer, &view.own.plan_without);
        return format!(
            "Either will do. You would be equally well off with {with} and with {without}."
        );
    }
    match view.answer.question.verdict {
        Verdict::WorthIt => yes(view),
        Verdict::WithoutTheAward => without_the_award(view),
        Verdict::BetterElsewhere => better_elsewhere(view),
        Verdict::NotWorthIt => not_worth_it(view),
        Verdict::NotFeasible => not_feasible(view),
    }
}

/// Whether the plans with it and without it are worth the same whatever is true.
fn is_tie(view: &View<'_>) -> bool {
    let margin = &view.own.margin;
    let is_none = |points: f64| points.abs() < NO_DIFFERENCE;
    view.own.verdict != Verdict::NotFeasible
        && view.own.plan_with != view.own.plan_without
        && [margin.mean, margin.p5, margin.p95, margin.sd].into_iter().all(is_none)
}

/// Yes, and how much of it.
fn yes(view: &View<'_>) -> String {
    let week = week(view);
    let level = view.own.level;
    let clear = match (is_too_long(view), view.more.is_held) {
        (true, _) => "By what you value, yes, but your week is too long for it now",
        (false, true) => "Yes, go on",
        (false, false) => "Yes",
    };
    if is_even(view) {
        let start = even(view);
        return match level {
            level if is_all(level) => format!("{start}. It takes {week}."),
            _ if !is_amount_given(view.answer) => format!("{start}. The best amount is {week}."),
            level => format!("{start}. The best amount is {}: {week}.", of_planned(level)),
        };
    }
    match level {
        level if is_all(level) => format!("{clear}. It takes {week}."),
        _ if !is_amount_given(view.answer) => format!("{clear}, for {week}."),
        level if level < 1.0 && view.more.is_held => {
            format!("{clear}, but with {}: {week}.", of_planned(level))
        }
        level => format!("{clear}, at {}: {week}.", of_planned(level)),
    }
}

/// A busiest year that takes so many times the average is worth a word.
const BUSY: f64 = 1.25;

/// What it takes of a week, on average and in a year that is much busier.
fn week(view: &View<'_>) -> String {
    let (mean, busiest) = (view.own.hours_per_week.mean, view.own.busiest_hours_per_week.mean);
    let week = a_week(mean);
    if busiest > BUSY * mean && busiest - mean >= 1.0 {
        format!("{week} on average, {} in its busiest year", fixed(busiest, 1))
    } else {
        week
    }
}

/// Whether a week of 55 hours and more, or a high risk of burnout, comes with a job that is long.
fn is_too_long(view: &View<'_>) -> bool {
    let is_grave = warnings::of_pursuit(view).iter().any(Warning::is_grave);
    is_grave && view.answer.person.work_hours_per_week > FULL_WEEK
}

/// A part of what is planned, in a sentence: `half of what you planned`, `a quarter more than you
/// planned`.
fn of_planned(level: f64) -> String {
    match part(level) {
        part if level > 1.0 && !part.ends_with('%') => format!("{part} than you planned"),
        part => format!("{part} of what you planned"),
    }
}

/// The same as an amount on its own: `half of it`, `a quarter more`.
fn of_it(level: f64) -> String {
    match part(level) {
        part if level > 1.0 && !part.ends_with('%') => part,
        part => format!("{part} of it"),
    }
}

/// What is done in any case, and what it asks beyond. Not where the answer is another plan.
pub(super) fn done_already(view: &View<'_>) -> Option<String> {
    let done = view.more.anyway;
    if done <= 0.0 || view.answer.question.verdict == Verdict::WithoutTheAward {
        return None;
    }
    let done = if is_all(done) { "all".to_owned() } else { share(done) };
    let going = if view.more.is_held { "going on" } else { "going for it" };
    let beyond = match view.own.extra_hours_per_week {
        none if none < SHOWN / 60.0 => "it takes no more time".to_owned(),
        beyond if view.own.has_award() => format!(
            "{going}, with what the award itself asks, takes {} more a week",
            extra_time(beyond)
        ),
        beyond => format!("it takes {} more a week than that", extra_time(beyond)),
    };
    Some(format!("You would do {done} of this work anyway; {beyond}."))
}

/// Where there is an award, it is going for it that is about even: the work may be clear.
fn even(view: &View<'_>) -> &'static str {
    if view.own.work_margin.is_some_and(|margin| margin >= SHOWN) {
        "The work, yes; the award on top is about even, leaning to yes"
    } else {
        "About even, leaning to yes"
    }
}

/// What a yes does for the person; with an award, the work and the award apart.
pub(super) fn better_off(view: &View<'_>) -> Option<String> {
    let (gain, award) = (view.own.margin_over_none.mean, view.own.margin.mean);
    if gain < SHOWN || !view.answer.question.answer.is_yes() {
        return None;
    }
    let (with, without) = (&view.own.plan_with, &view.own.plan_without_any);
    let other = names::of_what_differs(view.answer, without, with);
    let than = match (other, view.more.is_held) {
        (Some(other), _) => format!("with {other} in its place"),
        (None, true) => "if you stopped".to_owned(),
        (None, false) => "without it".to_owned(),
    };
    let line = format!("It leaves you {} better off than {than}", points(gain));
    let work_alone = if view.more.anyway > 0.0 { "the rest of the work" } else { "the work" };
    Some(match view.own.work_margin {
        None => format!("{line}."),
        Some(work) if work < SHOWN => {
            format!("{line}, because of the award: {work_alone} alone would not pay off.")
        }
        Some(work) if award < SHOWN => {
            format!("{line}; {work_alone} alone would give you {}.", points(work))
        }
        Some(_) => {
            let work = whole(gain.round() - award.round());
            format!("{line}: {work} from the work, and {} more from the award.", whole(award))
        }
    })
}

/// What else the best plan has, where it is a yes to the pursuit or to its work.
pub(super) fn beside(view: &View<'_>) -> Option<String> {
    let plan = match view.answer.question.verdict {
        _ if is_tie(view) => return None,
        Verdict::WorthIt => &view.own.plan_with,
        Verdict::WithoutTheAward => &view.own.plan_without,
        _ => return None,
    };
    let others = names::of_others(view.answer, plan, &view.own.id)?;
    let anyway = if view.more.anyway > 0.0 { ", with what you do anyway" } else { "" };
    let week = hours(plan.hours_per_week);
    Some(format!("Best beside it: {others}, {week} a week in all{anyway}."))
}

fn without_the_award(view: &View<'_>) -> String {
    let start =
        if is_even(view) { "About even on the award, leaning to no" } else { "Not the award" };
    let gain = amount(view.own.work_margin.unwrap_or_default());
    let kept = view.own.plan_without.pursuit(&view.own.id);
    let much = kept.map_or_else(String::new, |kept| match kept.level {
        level if is_all(level) => "all of ".to_owned(),
        level if level > 1.0 => String::new(),
        level => format!("{} of ", part(level)),
    });
    let loss = amount(-view.own.margin.mean);
    if view.more.is_held {
        return format!(
            "{start}. The work, yes: letting the award go and keeping {much}the work leaves you \
             {loss} better off than keeping the award, and {gain} better off than stopping \
             altogether."
        );
    }
    format!(
        "{start}. The work, yes: {much}the work without the award leaves you {loss} better off than \
         with it, and {gain} better off than none of it."
    )
}

fn better_elsewhere(view: &View<'_>) -> String {
    let start = no(view, "No, there is a better use of your time");
    let instead = instead(view);
    let name = capital(&in_sentence(&view.own.name));
    let loss = amount(-view.own.margin.mean);
    let itself = if view.own.worth.mean < SHOWN {
        "would come out about even by itself"
    } else {
        "would be worth something by itself"
    };
    format!("{start}. {name} {itself}, but {instead} would leave you {loss} better off.")
}

/// What the best plan without it has in its place.
fn instead(view: &View<'_>) -> String {
    let (with, without) = (&view.own.plan_with, &view.own.plan_without);
    match names::of_what_differs(view.answer, without, with) {
        Some(other) => format!("{other} in its place"),
        None => names::of_plan(view.answer, without),
    }
}

fn not_worth_it(view: &View<'_>) -> String {
    let start = no(view, "No");
    let loss = -view.own.margin_over_none.mean;
    let name = capital(&in_sentence(&view.own.name));
    if view.own.worth.mean < FAR_TOO_MUCH {
        return format!("{start}. {name} takes far too much from you.");
    }
    if view.more.is_held && loss >= SHOWN {
        let at = if is_all(view.own.level) {
            String::new()
        } else {
            format!(" than going on with {} of it", part(view.own.level))
        };
        let (with, without) = (&view.own.plan_with, &view.own.plan_without_any);
        let instead = match names::of_what_differs(view.answer, without, with) {
            Some(other) => format!(", with {other} in its place,"),
            None => String::new(),
        };
        let (loss, planned) = (points(loss), worse_as_planned(view));
        return format!(
            "{start}. Stopping{instead} would leave you {loss} better off{at}.{planned}"
        );
    }
    let takes = if view.more.anyway > 0.0 {
        "More of it than you do already gives you no more than it takes from you.".to_owned()
    } else {
        let what = match view.own.level {
            level if level < 1.0 => {
                format!("Even at {}, {}", part(level), in_sentence(&view.own.name))
            }
            _ => name,
        };
        format!("{what} gives you no more than it takes from you.")
    };
    let instead = if view.own.plan_without.pursuits.is_empty() {
        String::new()
    } else {
        let instead = capital(&instead(view));
        format!(" {instead} would leave you {} better off.", amount(-view.own.margin.mean))
    };
    format!("{start}. {takes}{}{instead}", worse_as_planned(view))
}

/// How much worse it is as planned, where the answer is about the best amount and that is a no.
fn worse_as_planned(view: &View<'_>) -> String {
    let is_worse = view.answer.question.as_planned.is_some_and(|own| own.margin_over_none < 0.0);
    let planned = as_planned(view).filter(|_| is_worse);
    planned.map(|planned| format!(" {planned}")).unwrap_or_default()
}

fn not_feasible(view: &View<'_>) -> String {
    let own = view.own;
    let what = match own.level {
        level if is_all(level) => capital(&in_sentence(&own.name)),
        level => format!("Even {}", of_it(level)),
    };
    let room = if view.facts.has_limit { "you will give at most" } else { "you have" };
    let (takes, most) = (own.busiest_hours_per_week.mean, view.facts.most_hours_per_week);
    if takes <= most {
        // It is the case at its averages that does not fit, and draws are cut at their bounds.
        return format!(
            "No, it does not fit. With every uncertain number at its average, {} takes \
             more hours a week in its busiest year than {room}: {}.",
            in_sentence(&what),
            hours(most)
        );
    }
    format!(
        "No, it does not fit. {what} takes {} a week in its busiest year, and {room} {}.",
        hours(takes),
        hours(most)
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

pub(super) fn sure(view: &View<'_>) -> Option<String> {
    let confidence = view.answer.question.confidence.filter(|_| !is_tie(view))?;
    let (chance, claim) = (chance(confidence), claim(view.own, view.more.is_held));
    Some(match confidence {
        low if low < 0.5 => format!(
            "Given the doubt about the numbers, the chance that {claim} is {chance}: more often it \
             would turn out the other way, but by less."
        ),
        low if low < DOUBTFUL => {
            format!("{} {chance}, so it is close.", chance_of(&claim))
        }
        _ if is_even(view) => format!(
            "The difference is small, but the chance that {claim} is {chance}, given the doubt about \
             the numbers."
        ),
        _ => format!("{} {chance}.", chance_of(&claim)),
    })
}

/// What the confidence is the chance of, up to its colon.
pub(super) fn chance_that(own: &PursuitAssessment, is_held: bool) -> String {
    names::of_award(own, chance_of(&claim(own, is_held)))
}

fn chance_of(claim: &str) -> String {
    format!("Chance that {claim}, given the doubt about the numbers:")
}

/// What is meant by the answer: which of two things is better.
fn claim(own: &PursuitAssessment, is_held: bool) -> String {
    let of_it = if is_all(own.level) { "it".to_owned() } else { of_it(own.level) };
    let [doing, leaving] = match (own.has_award(), is_held) {
        (_, true) => [format!("going on with {of_it}"), "stopping".to_owned()],
        (true, false) => [format!("going for {of_it}"), "not going for it".to_owned()],
        (false, false) => [format!("doing {of_it}"), "not doing it".to_owned()],
    };
    let award = if is_held { "keeping the award" } else { "going for the award" };
    match own.verdict {
        Verdict::NotFeasible => "it does not fit".to_owned(),
        Verdict::WorthIt if own.keeps_work() => {
            format!("{award} is a better bet than the work only")
        }
        Verdict::WorthIt => format!("{doing} is a better bet than {leaving}"),
        Verdict::WithoutTheAward => format!("the work only is a better bet than {award}"),
        _ => format!("{leaving} is a better bet than {doing}"),
    }
}

/// Whether the person said how much of the pursuit in question they have in mind: an amount that comes
/// from a preset, or that stands in, is nothing to compare another one with.
pub(super) fn is_amount_given(answer: &Assessment) -> bool {
    let asked = answer.question.pursuit.as_str();
    let is_amount = |own: &Assumption| {
        let parts: Vec<&str> = own.input.split('/').collect();
        matches!(parts.as_slice(), ["", "pursuits", id, "activities", _, "per_year"] if *id == asked)
    };
    !answer.assumptions.iter().any(is_amount)
}

/// What all of it would do, where the answer is about another amount than the planned one.
pub(super) fn as_planned(view: &View<'_>) -> Option<String> {
    let question = &view.answer.question;
    let is_other = !is_all(question.level) && is_amount_given(view.answer);
    let planned = question.as_planned.filter(|_| is_other)?;
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

/// Where the answer is yes: an amount that the case does not allow and that would do more.
pub(super) fn better_amount(view: &View<'_>) -> Option<String> {
    let question = &view.answer.question;
    let gain = |own: &HowMuch| own.margin_over_none;
    let of = |level: f64| question.how_much.iter().find(|own| (own.level - level).abs() < 1e-9);
    let now = gain(of(question.level).filter(|own| own.hours_per_week >= 0.1)?)?;
    let all = question.how_much.iter().filter_map(|own| Some((own, gain(own)? - now)));
    let (best, more) = all.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, more)| *more >= 1.0)?;
    let what = if is_all(best.level) { "all of it".to_owned() } else { of_it(best.level) };
    let (what, week, more) = (capital(&what), hours(best.hours_per_week), points(more));
    Some(format!("{what} ({week} a week) would be better still, by {more}."))
}

/// Where the answer is no: the amount that would be a yes, or else the nearest change.
pub(super) fn nearest_yes(view: &View<'_>) -> Option<String> {
    another_amount(view).map(|(_, text)| text).or_else(|| {
        let question = &view.answer.question;
        // Levers are of the base case, which has to agree.
        let turns = |own: &&Lever| own.turns && own.answer.is_yes();
        let lever =
            view.answer.levers.iter().find(turns).filter(|_| question.base_answer.is_none());
        let change = levers::text(view.answer, view.facts, lever?);
        Some(format!("It would turn to a yes {change}."))
    })
}

/// Of the amounts that the case does not allow, the best for a person to whom the answer is no.
pub(super) fn another_amount(view: &View<'_>) -> Option<(HowMuch, String)> {
    let question = &view.answer.question;
    // Where the work is a yes, none of it is not what it is compared with.
    let is_work = question.verdict == Verdict::WithoutTheAward;
    if !view.is_asked() || is_work || question.answer == Answer::Yes {
        return None;
    }
    let gain = |own: &HowMuch| own.margin_over_none.filter(|points| *points >= SHOWN);
    let good = question.how_much.iter().filter_map(|own| Some((own, gain(own)?)));
    let (best, gain) = good.max_by(|a, b| a.1.total_cmp(&b.1))?;
    let what = if is_all(best.level) { "all of it".to_owned() } else { of_it(best.level) };
    let text = format!(
        "{}, {} a week, would leave you {} better off than none of it.",
        capital(&what),
        hours(best.hours_per_week),
        points(gain)
    );
    Some((*best, text))
}

pub(super) fn on_average(view: &View<'_>) -> Option<String> {
    let would = match view.answer.question.base_answer? {
        Answer::Yes => "yes",
        Answer::No => "no",
    };
    Some(format!("With every uncertain number at its average, the answer would be {would}."))
}

#[cfg(test)]
mod tests;
