//! Where the person stands with it, and how much of it is planned, in hours a week.

use serde_json::Value;

use super::about::OWN;
use super::numbers::Span;
use super::question::{InterviewQuestion, QuestionKind, QuestionOption};
use super::script::{Script, Turn, middle};
use crate::case::{Activity, During, Pursuit};
use crate::estimate::{Domain, Estimate};
use crate::field;
use crate::limits::HOURS_A_WEEK;
use crate::order;
use crate::words::questions::{
    AMOUNTS, ANYWAY, ANYWAY_HELD, DOING, HOLDING, NEW, NONE_AT_ALL, PART, PLANNED, PLANNED_HELD,
    PLANNED_WHOLE, SITUATION, USUAL, YES_NO,
};
use crate::words::{fixed, join, of_item, trimmed};

/// Illustrative, as the words of the question say.
const ANYWAY_UNKNOWN: Span = Span::new(0.1, 0.9);
const WEEKS: f64 = 52.0;
/// The kind of work by which an office is known.
const OFFICE: &str = "meetings";

/// Asks how it stands today.
pub(super) fn situation(script: &mut Script<'_>) {
    if !is_known(script) {
        return;
    }
    let has_award = script.award.is_some();
    let work = script.preset().map(|preset| work(&preset.pursuit, false)).unwrap_or_default();
    let some = match (has_award, work.is_empty()) {
        (_, true) => DOING.1.to_owned(),
        (false, false) => format!("{} ({work})", DOING.1),
        (true, false) => format!("{} ({work}), without {{award}}", DOING.1),
    };
    let options = [NEW, (DOING.0, some.as_str()), HOLDING];
    let options = options.into_iter().filter(|(id, _)| has_award || *id != HOLDING.0);
    let question = script.choose(QuestionKind::Choice, SITUATION, options);
    let elsewhere = [NEW, DOING, HOLDING].map(|(id, _)| id.to_owned()).to_vec();
    let question = InterviewQuestion { elsewhere, ..question };
    let held = script.at("award/held");
    let is_in_case = script.in_base(&held) || script.in_base(&script.at("anyway"));
    if script.ask(question, Turn::First, is_in_case).choice() == Some(HOLDING.0) {
        script.case.set(&held, true.into());
    }
}

/// Asks how much is planned, and how much would go on anyway.
pub(super) fn ask(script: &mut Script<'_>) {
    if !is_known(script) {
        return;
    }
    let planned = planned(script);
    anyway(script, planned);
}

fn is_known(script: &Script<'_>) -> bool {
    script.preset().is_some() || script.has_base() || script.is_answered("about")
}

fn is_held(script: &Script<'_>) -> bool {
    script.case.get(&script.at("award/held")) == Some(&Value::Bool(true))
}

/// Asks whether a part of it is possible at all, where that is in doubt.
pub(super) fn part(script: &mut Script<'_>) {
    if !is_known(script) {
        return;
    }
    let is_office = script.preset().is_some_and(|preset| {
        preset.pursuit.activities.iter().any(|own| own.kind.as_deref() == Some(OFFICE))
    });
    if !is_office && script.asked != OWN {
        return;
    }
    let levels = script.at("levels");
    let question = script.choose(QuestionKind::Choice, PART, YES_NO);
    let is_in_case = script.in_base(&levels) || script.has_base();
    if script.ask(question, Turn::Soon, is_in_case).choice() == Some("no") {
        script.case.set(&levels, serde_json::json!([1]));
    }
}

/// Asks for the planned hours a week where there is a usual amount, and says what is planned.
fn planned(script: &mut Script<'_>) -> f64 {
    let is_held = is_held(script);
    let Some(preset) = script.preset() else { return own_hours(script) };
    let pursuit = &preset.pursuit;
    let usual = usual_hours(pursuit, is_held);
    if usual <= 0.0 {
        return usual;
    }
    let is_all_or_nothing = pursuit.levels.as_ref().is_some_and(|levels| levels.len() == 1);
    let words = match (is_held, is_all_or_nothing) {
        (true, _) => PLANNED_HELD,
        (false, true) => PLANNED_WHOLE,
        (false, false) => PLANNED,
    };
    let is_possible = |own: &&(&str, &str, f64)| !is_all_or_nothing || own.0 == USUAL;
    let option = |(id, label, factor): &(&str, &str, f64)| {
        QuestionOption::new(*id, *label).at(usual * factor)
    };
    let question = script.question(QuestionKind::Hours, words);
    let about = format!("Usually about {} hours a week: {}.", told(usual), work(pursuit, is_held));
    let question = InterviewQuestion {
        help: format!("{about} {}", question.help).trim().to_owned(),
        options: AMOUNTS.iter().filter(is_possible).map(option).collect(),
        ..question.with_bounds(Domain::bounded(0.0, HOURS_A_WEEK).above_min(), "hours a week")
    };
    let is_in_case =
        script.in_base(&script.at("activities")) || script.in_base(&script.at("levels"));
    let reply = script.ask(question, Turn::First, is_in_case);
    let Some(hours) = reply.number().map(Span::middle) else { return usual };
    // What is said of the plan stands in the case, even where it is the usual amount.
    let factor = (hours / usual).min(most_times(pursuit));
    for activity in &pursuit.activities {
        if let (Some(id), Some(times)) = (&activity.id, times(activity)) {
            let times = serde_json::to_value(times.scaled(factor)).unwrap_or_default();
            script.case.set(&script.at(&format!("activities/{id}/per_year")), whole(times));
        }
    }
    factor * usual
}

/// Asks how many of the planned hours would be spent anyway. These hours stay what they are, however much is
/// planned.
fn anyway(script: &mut Script<'_>, planned: f64) {
    let is_held = is_held(script);
    let standing = script.answers().get(SITUATION.id).map(String::as_str);
    let is_going_on = is_held
        || script
            .answered
            .iter()
            .any(|own| own.id == SITUATION.id && own.answer.as_deref() == Some(DOING.0));
    let pointer = script.at("anyway");
    if planned <= 0.0 || !is_going_on && (standing.is_some() || !script.in_base(&pointer)) {
        return;
    }
    let words = if is_held { ANYWAY_HELD } else { ANYWAY };
    let question = script.question(QuestionKind::Hours, words);
    let week = Domain::bounded(0.0, HOURS_A_WEEK);
    let question = InterviewQuestion {
        pointer: Some(pointer.clone()),
        ..question.with_bounds(week, "hours a week").with_words([NONE_AT_ALL])
    };
    let is_in_case = script.in_base(&pointer);
    let reply = script.ask(question, Turn::First, is_in_case);
    let hours = reply.number().map(|hours| hours.scaled(1.0 / planned).within(0.0, 1.0));
    match hours {
        Some(share) => {
            let share = Span::new(to_thousandths(share.low), to_thousandths(share.high));
            script.say(&pointer, share.estimate(&field::ANYWAY.domain));
        }
        None if reply.is_unknown() => {
            script.guess(&pointer, ANYWAY_UNKNOWN.estimate(&field::ANYWAY.domain));
        }
        None => {}
    }
}

fn to_thousandths(share: f64) -> f64 {
    libm::round(1000.0 * share) / 1000.0
}

fn told(hours: f64) -> String {
    trimmed(&fixed(hours, 1)).to_owned()
}

/// An estimate in the digits that a person would write: `4` for `4.0`, `0.6` for 1.5 times 0.4.
fn whole(value: Value) -> Value {
    const DIGITS: f64 = 1e6;
    match value {
        Value::Object(parts) => parts.into_iter().map(|(key, part)| (key, whole(part))).collect(),
        Value::Array(parts) => parts.into_iter().map(whole).collect(),
        other => match other.as_f64() {
            Some(plain) => crate::problem::number(libm::round(plain * DIGITS) / DIGITS),
            None => other,
        },
    }
}

/// The largest number of an estimate.
fn top(value: &Value) -> f64 {
    match value {
        Value::Object(parts) => parts.values().map(top).fold(0.0, f64::max),
        Value::Array(parts) => parts.iter().map(top).fold(0.0, f64::max),
        other => other.as_f64().unwrap_or(0.0),
    }
}

/// How many times the usual amount still is a number of times a year that a case takes.
fn most_times(pursuit: &Pursuit) -> f64 {
    let tops = pursuit.activities.iter().filter_map(times).map(|times| {
        let most = top(&serde_json::to_value(times).unwrap_or_default());
        field::ACTIVITY_PER_YEAR.domain.max / most.max(1.0)
    });
    tops.fold(HOURS_A_WEEK, f64::min).max(1.5)
}

fn times(activity: &Activity) -> Option<&Estimate> {
    activity.per_year.as_ref().or(activity.usual_per_year.as_ref())
}

/// The hours a year of an activity.
pub(super) fn yearly(activity: &Activity) -> f64 {
    let mean = |estimate: Option<&Estimate>, own: &field::Field| {
        estimate.map_or(0.0, |e| e.mean(&own.domain))
    };
    mean(activity.hours.as_ref(), &field::ACTIVITY_HOURS)
        * mean(times(activity), &field::ACTIVITY_PER_YEAR)
}

/// The activities of someone who goes for it, or who holds its award.
fn due(pursuit: &Pursuit, is_held: bool) -> impl Iterator<Item = &Activity> {
    let other = if is_held { During::Pursuing } else { During::Holding };
    pursuit.activities.iter().filter(move |own| own.during != Some(other))
}

/// The hours a week that the usual amount takes.
fn usual_hours(pursuit: &Pursuit, is_held: bool) -> f64 {
    due(pursuit, is_held).map(yearly).sum::<f64>() / WEEKS
}

/// What the work is: its largest parts.
fn work(pursuit: &Pursuit, is_held: bool) -> String {
    const MOST: usize = 4;
    let mut parts: Vec<&Activity> = due(pursuit, is_held).collect();
    order::sort_by(&mut parts, |one, other| yearly(other).total_cmp(&yearly(one)));
    let names: Vec<String> =
        parts.iter().take(MOST).filter_map(|own| own.id.as_deref()).map(of_item).collect();
    join(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The hours a week of a pursuit without a preset.
fn own_hours(script: &Script<'_>) -> f64 {
    let of = |activity: &Value| {
        let hours = activity.get("hours").and_then(middle).unwrap_or(0.0);
        hours * activity.get("per_year").and_then(middle).unwrap_or(0.0) / WEEKS
    };
    let all = script.case.get(&format!("/pursuits/{}", script.asked));
    let all = all.and_then(|own| own.get("activities")).and_then(Value::as_array);
    all.into_iter().flatten().map(of).sum()
}
