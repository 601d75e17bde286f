//! The values of a lever: the one to get to, and today's with who said so.

use std::sync::Arc;

use crate::analysis::LeverKind;
use crate::assessment::{Assessment, Lever};
use crate::words::facts::Facts;
use crate::words::grammar::{fixed, grouped, percent, trimmed};

/// A value in the digits that it comes with.
pub(super) fn number(value: f64) -> String {
    trimmed(&fixed(value, 6)).to_owned()
}

pub(super) fn hours(value: f64) -> String {
    let text = number(value);
    let noun = if text == "1" { "hour" } else { "hours" };
    format!("{text} {noun}")
}

/// What the value is today, and who said so.
pub(super) fn today(answer: &Assessment, facts: &Facts, lever: &Lever) -> String {
    if lever.kind == LeverKind::Limit && !facts.has_limit {
        return "you set no limit".to_owned();
    }
    let value = rounded(lever);
    let is_exact = match lever.kind {
        LeverKind::Hours => false,
        _ => !lever.inputs.iter().any(|own| facts.uncertain.contains(own)),
    };
    let is_none = lever.from.abs() <= 0.0;
    let about = if is_exact || is_none { "" } else { "about " };
    // What is said of the ends of a condition has no number in it.
    let scale = match lever.kind {
        LeverKind::Condition if lever.shown <= 0.0 => ", where 100% is the most",
        LeverKind::Condition if lever.shown >= 1.0 => ", where 0% is none",
        _ => "",
    };
    format!("{} {about}{value}{scale}", who(answer, lever))
}

/// Today's value in no more digits than the one to get to.
pub(super) fn rounded(lever: &Lever) -> String {
    let from = lever.from;
    match lever.kind {
        LeverKind::Gains | LeverKind::Chance | LeverKind::Renewal | LeverKind::Condition => {
            percent(from)
        }
        LeverKind::Anyway if from <= 0.0 => "none of it".to_owned(),
        LeverKind::Anyway if from >= 1.0 => "all of it".to_owned(),
        LeverKind::Anyway => percent(from),
        LeverKind::MeaningfulAmount => grouped(trimmed(&fixed(from, money_decimals(from)))),
        _ if from.abs() < 0.1 => trimmed(&fixed(from, 3)).to_owned(),
        _ if is_alike(lever) => trimmed(&fixed(from, 2)).to_owned(),
        _ => trimmed(&fixed(from, 1)).to_owned(),
    }
}

/// Whether one decimal would make both values look the same.
fn is_alike(lever: &Lever) -> bool {
    fixed(lever.from, 1) == fixed(lever.shown, 1)
}

fn money_decimals(value: f64) -> usize {
    if value.abs() >= 100.0 { 0 } else { 2 }
}

/// Who gave today's value.
fn who(answer: &Assessment, lever: &Lever) -> &'static str {
    let is_given = |own: &Arc<str>| !answer.assumptions.iter().any(|other| other.input == *own);
    let mut given = lever.inputs.iter().map(is_given);
    match given.next().unwrap_or(true) {
        first if !given.all(|own| own == first) => "now",
        true => "you said",
        false => "we assume",
    }
}
