//! Where the person stands with it, and how much of it is planned.

use serde_json::Value;

use super::numbers::Span;
use super::question::{InterviewQuestion, QuestionKind};
use super::script::{Script, Turn};
use crate::case::{During, Pursuit};
use crate::estimate::Estimate;
use crate::field;
use crate::words::questions::{AMOUNTS, ANYWAY, PARTS, PLANNED, SITUATION, STANDING};
use crate::words::{fixed, trimmed};

/// Illustrative, as the words of the question say.
const ANYWAY_UNKNOWN: Span = Span::new(0.1, 0.9);

/// Asks how it stands today and what is planned.
pub(super) fn ask(script: &mut Script<'_>) {
    if script.preset().is_none() && !script.has_base() && !script.is_answered("about") {
        return;
    }
    let has_award = script.award.is_some();
    let options = STANDING.into_iter().filter(|(id, _)| has_award || *id != "holding");
    let question = script.choose(QuestionKind::Choice, SITUATION, options);
    let elsewhere = STANDING.map(|(id, _)| id.to_owned()).to_vec();
    let question = InterviewQuestion { elsewhere, ..question };
    let [held, anyway] = ["award/held", "anyway"].map(|part| script.at(part));
    let is_in_case = script.in_base(&held) || script.in_base(&anyway);
    let reply = script.ask(question, Turn::First, is_in_case);
    let standing = reply.choice().unwrap_or_default().to_owned();
    if standing == "holding" {
        script.case.set(&held, true.into());
    }
    let is_held = script.case.get(&held) == Some(&Value::Bool(true));
    if ["doing", "holding"].contains(&standing.as_str()) || is_held {
        let question = script.question(QuestionKind::Share, ANYWAY);
        let question = question.of_field(&field::ANYWAY, anyway.clone()).with_words(PARTS);
        let is_in_case = script.in_base(&anyway);
        let share = script.ask(question, Turn::First, is_in_case).span(ANYWAY_UNKNOWN);
        if let Some(share) = share {
            script.case.set(&anyway, share.estimate(&field::ANYWAY.domain));
        }
    }
    planned(script);
}

/// Asks how much of the usual amount of a preset is planned.
fn planned(script: &mut Script<'_>) {
    let Some(preset) = script.preset() else { return };
    let pursuit = &preset.pursuit;
    let usual = usual_hours(pursuit);
    let is_all_or_nothing = pursuit.levels.as_ref().is_some_and(|levels| levels.len() == 1);
    if usual <= 0.0 || is_all_or_nothing {
        return;
    }
    let options = AMOUNTS.iter().map(|(id, label, _)| (*id, *label));
    let question = script.choose(QuestionKind::Choice, PLANNED, options);
    let hours = fixed(usual, 1);
    let help = format!("The usual amount takes about {} hours a week.", trimmed(&hours));
    let is_in_case =
        script.in_base(&script.at("activities")) || script.in_base(&script.at("levels"));
    let reply = script.ask(InterviewQuestion { help, ..question }, Turn::First, is_in_case);
    let amount = AMOUNTS.iter().find(|(id, ..)| Some(*id) == reply.choice());
    let Some((.., factor)) = amount.filter(|(id, ..)| *id != "usual") else { return };
    for activity in &pursuit.activities {
        let times = activity.per_year.as_ref().or(activity.usual_per_year.as_ref());
        if let (Some(id), Some(times)) = (&activity.id, times) {
            let times = serde_json::to_value(times.scaled(*factor)).unwrap_or_default();
            script.case.set(&script.at(&format!("activities/{id}/per_year")), whole(times));
        }
    }
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

/// The hours a week that the usual amount takes of someone who goes for it.
fn usual_hours(pursuit: &Pursuit) -> f64 {
    const WEEKS: f64 = 52.0;
    let mean = |estimate: Option<&Estimate>, own: &field::Field| {
        estimate.map_or(0.0, |e| e.mean(&own.domain))
    };
    let going_for_it = pursuit.activities.iter().filter(|own| own.during != Some(During::Holding));
    let hours = going_for_it.map(|own| {
        let times = own.per_year.as_ref().or(own.usual_per_year.as_ref());
        mean(own.hours.as_ref(), &field::ACTIVITY_HOURS) * mean(times, &field::ACTIVITY_PER_YEAR)
    });
    hours.sum::<f64>() / WEEKS
}
