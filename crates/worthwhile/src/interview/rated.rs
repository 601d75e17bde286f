//! Questions about one number of the case each, by its pointer.

use std::collections::HashSet;

use serde_json::Value;

use super::numbers::Span;
use super::question::{InterviewQuestion, QuestionKind};
use super::script::{Script, Turn, middle, spoken};
use crate::case::Motive;
use crate::field::{self, Field, Form, Key};
use crate::order;
use crate::problem::number;
use crate::words::choices::BOTHER;
use crate::words::numbers::words;
use crate::words::questions::{
    ENJOYMENT, PLAINER_GAINS, STRENGTH, UNKNOWN_NUMBER, WHY_NUMBER, Wording,
};
use crate::words::{Phrase, clean, fixed, of_item};

/// Puts the answers about single numbers into the case.
pub(super) fn ask(script: &mut Script<'_>) {
    let asked: HashSet<String> = script.answered.iter().map(|own| own.id.clone()).collect();
    let numbers = script.answers().keys().filter(|id| id.starts_with('/') && !asked.contains(*id));
    // In an order of their own, whatever the order in which they were given.
    let mut pointers: Vec<_> = numbers.collect();
    order::sort_by(&mut pointers, Ord::cmp);
    for pointer in pointers {
        let Some(field) = field_at(pointer) else { continue };
        if field.key == Key::Motivation || !exists(script, pointer) {
            continue;
        }
        let Some(question) = question(script, pointer, field) else { continue };
        if let Some(span) = script.ask(question, Turn::Later, false).number() {
            script.say(pointer, value(span, field));
        }
    }
}

/// Asks for a number right after the first answer.
pub(super) fn now(script: &mut Script<'_>, pointer: &str, field: &'static Field) {
    let is_in_case = script.in_base(pointer);
    let Some(question) = question(script, pointer, field) else { return };
    if let Some(span) = script.ask(question, Turn::Soon, is_in_case).number() {
        script.say(pointer, value(span, field));
    }
}

fn value(span: Span, field: &Field) -> Value {
    match field.form {
        Form::Estimate => span.estimate(&field.domain),
        Form::Number => number(span.middle()),
        Form::Whole => number(libm::round(span.middle())),
    }
}

/// The field that a pointer with ids leads to.
pub(super) fn field_at(pointer: &str) -> Option<&'static Field> {
    let parts: Vec<&str> = pointer.split('/').collect();
    field::all().find(|field| {
        let own = field.path.split('/');
        own.clone().count() == parts.len()
            && own
                .zip(&parts)
                .all(|(own, part)| own.starts_with('{') && !part.is_empty() || own == *part)
    })
}

/// Whether the case, or a preset in it, has what the number is of.
pub(super) fn exists(script: &Script<'_>, pointer: &str) -> bool {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    match parts.as_slice() {
        ["person", "conditions", name] => {
            script.catalogue.conditions.contains_key(*name) || script.in_base(pointer)
        }
        ["person", "money", _] => script.case.has("/person/money"),
        ["person", ..] => true,
        ["pursuits", id, list, item, _] => {
            script.case.has(&format!("/pursuits/{id}/{list}/{item}"))
                || preset_has(script, id, list, item)
        }
        ["pursuits", id, "award", _] => {
            let preset = script.preset_of(id).is_some_and(|preset| preset.pursuit.award.is_some());
            preset || script.case.has(&format!("/pursuits/{id}/award"))
        }
        ["pursuits", id, _] => script.case.has(&format!("/pursuits/{id}")),
        _ => false,
    }
}

/// The benefits of a pursuit, each with its category.
pub(super) fn categories(script: &Script<'_>, id: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for own in script.preset_of(id).into_iter().flat_map(|preset| &preset.pursuit.benefits) {
        if let (Some(item), Some(category)) = (&own.id, &own.category) {
            all.push((item.clone(), category.clone()));
        }
    }
    let given = script.case.get(&format!("/pursuits/{id}/benefits")).and_then(Value::as_array);
    for own in given.into_iter().flatten() {
        let text = |key: &str| own.get(key).and_then(Value::as_str).map(str::to_owned);
        let Some(category) = text("category") else { continue };
        all.push((text("id").unwrap_or_else(|| category.replace('_', "-")), category));
    }
    all
}

fn preset_has(script: &Script<'_>, id: &str, list: &str, item: &str) -> bool {
    let Some(preset) = script.preset_of(id) else { return false };
    let pursuit = &preset.pursuit;
    let is_it = |own: &Option<String>| own.as_deref() == Some(item);
    match list {
        "activities" => pursuit.activities.iter().any(|own| is_it(&own.id)),
        "benefits" => pursuit.benefits.iter().any(|own| is_it(&own.id)),
        "costs" => pursuit.costs.iter().any(|own| is_it(&own.id)),
        "drawbacks" => pursuit.drawbacks.iter().any(|own| is_it(&own.id)),
        _ => false,
    }
}

/// The question about a number; none where no one is asked for it.
pub(super) fn question(
    script: &Script<'_>,
    pointer: &str,
    field: &'static Field,
) -> Option<InterviewQuestion> {
    let name_of = |id: &str| -> Option<&str> {
        if id == script.asked {
            return None;
        }
        let preset = script.preset_of(id).map(|preset| preset.name.as_str());
        script.case.text(&format!("/pursuits/{id}/name")).or(preset).or(Some(""))
    };
    let name = |id: &str| name_of(id).filter(|name| !name.is_empty());
    let phrase = Phrase::named(pointer, field, name);
    let text = phrase.question()?;
    let text = match &script.award {
        Some(award) => text.replace(crate::words::AWARD, award),
        None => text,
    };
    let text = in_plainer_words(script, pointer, text);
    let text = match times_a_year(script, pointer).filter(|_| field.key == Key::ActivityHours) {
        Some(times) => text.replace("each time", &format!("each time, about {times} times a year")),
        None => text,
    };
    let blank = Wording { id: "", text: "", help: "", why: WHY_NUMBER, unknown: UNKNOWN_NUMBER };
    let question = script.question(kind(field), blank);
    let question = InterviewQuestion { id: pointer.to_owned(), text, ..question };
    let question = question.of_field(field, pointer.to_owned());
    let help = help(script, pointer, field);
    let question = InterviewQuestion { help, ..question };
    Some(match field.key {
        Key::DrawbackBother => question.with_words(BOTHER.map(|(value, label)| (label, value))),
        Key::ActivityEnjoyability => question.with_words(ENJOYMENT),
        Key::BenefitStrength => question.with_words(STRENGTH),
        _ => question,
    })
}

/// How often an activity of a preset comes up, where that is more than once.
fn times_a_year(script: &Script<'_>, pointer: &str) -> Option<String> {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    let ["pursuits", id, "activities", item, _] = parts.as_slice() else { return None };
    let said = script.case.get(&format!("/pursuits/{id}/activities/{item}/per_year"));
    let activities = script.preset_of(id).map(|preset| &preset.pursuit.activities);
    let own = activities?.iter().find(|own| own.id.as_deref() == Some(item))?;
    let times = own.per_year.as_ref().or(own.usual_per_year.as_ref());
    let usual = || Some(times?.mean(&field::ACTIVITY_PER_YEAR.domain));
    let times = said.and_then(middle).or_else(usual)?;
    (times >= 1.5).then(|| fixed(times, 0))
}

/// A question about a gain that was chosen from a list, by the name that it has there.
fn in_plainer_words(script: &Script<'_>, pointer: &str, text: String) -> String {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    let ["pursuits", id, "benefits", item, _] = parts.as_slice() else { return text };
    let gain = item.replace('-', "_");
    match PLAINER_GAINS.iter().find(|(own, ..)| *own == gain) {
        Some((_, name, _)) if script.preset_of(id).is_none() => {
            text.replace(&of_item(item), &spoken(name))
        }
        _ => text,
    }
}

fn kind(field: &Field) -> QuestionKind {
    let is_of = |max: f64| (field.domain.max - max).abs() < f64::EPSILON;
    match field.unit {
        _ if is_of(1.0) => QuestionKind::Share,
        _ if is_of(10.0) => QuestionKind::Rating,
        "hours" | "hours a week" => QuestionKind::Hours,
        _ => QuestionKind::Amount,
    }
}

/// What helps: what the form says of the number, and what the source of the preset's figure advises.
fn help(script: &Script<'_>, pointer: &str, field: &Field) -> String {
    let own = match field.key {
        Key::Condition => condition(script, pointer),
        // Of a rating the question says enough, as it names the item.
        Key::Motivation => "0: not at all, 10: nothing matters more.".to_owned(),
        key => words(key).help.to_owned(),
    };
    let own = own.replace("0: never, 1: certain.", "0%: never, 100%: certain.");
    let own = own.replace("Between 0 (never) and 1 (certain).", "");
    let mut parts = pointer.splitn(4, '/').skip(2);
    let preset = parts
        .next()
        .and_then(|id| script.preset_of(id))
        .filter(|_| pointer.starts_with("/pursuits/"));
    let advice = match (preset, parts.next()) {
        (Some(preset), Some(rest)) => clean(&preset.source(&format!("/{rest}")).instead),
        _ => String::new(),
    };
    let is_held = script.case.get(&script.at("award/held")) == Some(&Value::Bool(true));
    let advice = match advice.trim() {
        // Advice to whoever edits a preset, not to whoever is asked.
        edits if edits.starts_with("Replace ") || edits.contains("in the delay") => "",
        ask if is_held && ask.contains("holder") => "Think of your last year with it.",
        other => other,
    };
    let meaning = meaning(script, pointer);
    [meaning.trim(), own.trim(), advice]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What a gain is, in a few words.
fn meaning(script: &Script<'_>, pointer: &str) -> String {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    let ["pursuits", id, "benefits", item, "strength" | "chance"] = parts.as_slice() else {
        return String::new();
    };
    let found = categories(script, id).into_iter().find(|(own, _)| own == item);
    let Some((_, category)) = found else { return String::new() };
    let plainer = PLAINER_GAINS.iter().find(|(own, ..)| *own == category);
    let known = script.catalogue.categories.get(&*category);
    match (plainer, known) {
        (Some((_, _, about)), _) if script.preset_of(id).is_none() => (*about).to_owned(),
        (_, Some(own)) => clean(&own.about),
        _ => String::new(),
    }
}

/// What both ends of a condition mean, in percent.
fn condition(script: &Script<'_>, pointer: &str) -> String {
    let name = pointer.rsplit('/').next().unwrap_or_default();
    let about = script.catalogue.conditions.get(name).map_or("", |own| own.about.as_str());
    about.replace("At 0 ", "At 0% ").replace(" at 1 ", " at 100% ")
}

/// Whether it is the rating of a motive.
pub(super) fn is_ranked_motive(pointer: &str) -> bool {
    let name = pointer.strip_prefix("/person/motivations/");
    name.and_then(Motive::from_name).is_some()
}
