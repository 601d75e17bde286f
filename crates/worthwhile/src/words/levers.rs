//! Levers in words: what would have to be different.

mod told;

use super::conditions::Condition;
use super::facts::Facts;
use super::grammar::{grouped, is_all, part, percent};
use super::sheet::Sheet;
use super::{layout, names};
use crate::analysis::{Answer, LeverKind};
use crate::assessment::{Assessment, Lever};
use told::{hours, number, today};

/// Levers shown that turn the answer, those of one kind, and those that do not turn it.
const TURNING: usize = 6;
const OF_ONE_KIND: usize = 2;
const REASSURING: usize = 2;
/// A value with more letters deserves fewer: it turns the answer only in a sliver.
const LONGEST_VALUE: usize = 7;

pub(super) const HEADING: &str = "What would change the answer";

/// What is said where no change of one thing turns the answer.
pub(super) const NOTHING_TURNS: &str =
    "We changed one number at a time, as far as it could well go: none of them turns the answer.";

const REASSURANCES: &str = "What would not change it";

/// The section of the page about what would change the answer.
pub(super) fn section(sheet: &mut Sheet, answer: &Assessment) {
    if let Some(instead) = instead(answer) {
        sheet.blank();
        sheet.paragraph(&instead);
        return;
    }
    let shown = shown(answer);
    if shown.is_empty() && !answer.engine.levers {
        return;
    }
    sheet.heading(HEADING);
    if !shown.iter().any(|own| own.turns) {
        sheet.paragraph(NOTHING_TURNS);
    }
    let (turning, reassuring): (Vec<&Lever>, Vec<&Lever>) =
        shown.into_iter().partition(|own| own.turns);
    list(sheet, answer, &turning);
    if !reassuring.is_empty() {
        sheet.heading(REASSURANCES);
        list(sheet, answer, &reassuring);
    }
}

fn list(sheet: &mut Sheet, answer: &Assessment, levers: &[&Lever]) {
    let line = |own: &&Lever| layout::leads_to(&own.text, &outcome(answer, own));
    levers.iter().map(line).for_each(|line| sheet.item(&line));
}

/// What stands in the place of a list where there would be one of another answer.
pub(super) fn instead(answer: &Assessment) -> Option<String> {
    let has_any = !answer.levers.is_empty() || !answer.flips.is_empty();
    (has_any && answer.question.base_answer.is_some()).then(|| disagreement(answer))
}

/// Why there is no list where the averages give the other answer already.
fn disagreement(answer: &Assessment) -> String {
    let [averages, doubt] = match answer.question.answer {
        Answer::Yes => ["no", "yes"],
        Answer::No => ["yes", "no"],
    };
    let is_worth_asking = answer.information.as_ref().is_some_and(|own| own.advice.is_some());
    let end = if is_worth_asking {
        " What you find out first matters more than any one change."
    } else {
        ""
    };
    format!(
        "No single changes are listed: at the average of every number the answer is {averages}, \
         given all that is uncertain it is {doubt}.{end}"
    )
}

/// Those that the page shows: the nearest first, no two that say the same, then what does not turn
/// the answer. None where the averages give the other answer already.
pub(super) fn shown(answer: &Assessment) -> Vec<&Lever> {
    if answer.question.base_answer.is_some() {
        return Vec::new();
    }
    let mut shown: Vec<&Lever> = Vec::new();
    for lever in answer.levers.iter().filter(|own| own.turns && is_short(own) && is_usual(own)) {
        let alike: Vec<&&Lever> = shown.iter().filter(|own| own.kind == lever.kind).collect();
        let is_said = alike.iter().any(|own| bits(own) == bits(lever));
        if shown.len() < TURNING && alike.len() < OF_ONE_KIND && !is_said {
            shown.push(lever);
        }
    }
    let others = answer.levers.iter().filter(|own| !own.turns && !is_worth_knowing(answer, own));
    shown.extend(others.take(REASSURING));
    shown
}

/// What is worth finding out is no comfort, even if its worst value alone does not turn the answer.
fn is_worth_knowing(answer: &Assessment, lever: &Lever) -> bool {
    let known = answer.information.iter().flat_map(|own| &own.inputs);
    let mut worth_asking = known.filter(|own| super::advice::is_worth_asking(own));
    worth_asking.any(|own| lever.inputs.contains(&own.input))
}

fn bits(lever: &Lever) -> [u64; 2] {
    [lever.from, lever.shown].map(f64::to_bits)
}

fn is_short(lever: &Lever) -> bool {
    lever.shown.to_string().len() <= LONGEST_VALUE
}

/// Nobody beside a job finds more free hours than these.
const MOST_FREE_HOURS: f64 = 45.0;

fn is_usual(lever: &Lever) -> bool {
    lever.kind != LeverKind::FreeHours || lever.shown <= MOST_FREE_HOURS.max(lever.from)
}

pub(super) fn outcome(answer: &Assessment, lever: &Lever) -> String {
    let still = if lever.turns { "" } else { "still " };
    if !lever.answer.is_yes() && lever.level.is_some() {
        return of_asked(answer, format!("{still}the work, yes; the award, no"));
    }
    let is_other = |level: &f64| {
        let is_todays = (level - answer.question.level).abs() < 1e-9;
        if lever.turns { !is_all(*level) || !is_todays } else { !is_todays }
    };
    let level = match lever.level.filter(is_other) {
        None => String::new(),
        Some(level) if is_all(level) => ", all of it".to_owned(),
        Some(level) if level > 1.0 => format!(", and {}", part(level)),
        Some(level) => format!(", at {} of it", part(level)),
    };
    format!("{still}{}{level}", lever.answer)
}

/// What would have to be different, without the answer then.
pub(super) fn text(answer: &Assessment, facts: &Facts, lever: &Lever) -> String {
    let start = if lever.turns { "if" } else { "even if" };
    of_asked(answer, format!("{start} {}", change(answer, facts, lever)))
}

fn of_asked(answer: &Assessment, text: String) -> String {
    match answer.asked() {
        Some(own) => names::of_award(own, text),
        None => text,
    }
}

fn change(answer: &Assessment, facts: &Facts, lever: &Lever) -> String {
    let Lever { kind, from, shown: to, .. } = lever;
    match kind {
        LeverKind::Gains if to < from => {
            format!("all that it gives you were at least {} less", percent(from - to))
        }
        LeverKind::Gains => {
            format!("all that it gives you were at least {} more", percent(to - from))
        }
        LeverKind::Without => format!("{} were not an option", pursuit(answer, lever)),
        LeverKind::MeaningfulAmount => {
            let currency = answer.person.currency.as_deref().unwrap_or_default();
            let amount = format!("an extra {} {currency} a year", grouped(&number(*to)));
            let today = today(answer, facts, lever);
            if to < from {
                format!("{amount} or less were enough to satisfy you ({today})")
            } else {
                format!("it took {amount} or more to satisfy you ({today})")
            }
        }
        _ => format!("{} ({})", of_one_value(answer, facts, lever), today(answer, facts, lever)),
    }
}

/// A change of one value, without today's.
fn of_one_value(answer: &Assessment, facts: &Facts, lever: &Lever) -> String {
    let to = lever.shown;
    let or = |pair| way(lever, pair);
    let [more, fewer, later] = [
        or([" or more", " or less"]),
        or([" or more", " or fewer"]),
        or([" or higher", " or lower"]),
    ];
    match lever.kind {
        LeverKind::Hours => {
            format!("{} took {} a week{more}", amount(facts.base_level), hours(to))
        }
        LeverKind::FreeHours => format!("you had {} free hours a week{fewer}", number(to)),
        LeverKind::JobHours => format!("your job took {} a week{more}", hours(to)),
        LeverKind::Limit if to < lever.from => {
            format!("all your plans together could take at most {} a week", hours(to))
        }
        LeverKind::Limit => {
            format!("all your plans together could take up to {} a week", hours(to))
        }
        LeverKind::BreakEven => {
            let least = if to > lever.from { "at least" } else { "at most" };
            format!("you would give {least} {} a week to have all that you want", hours(to))
        }
        LeverKind::Chance => {
            format!(
                "the chance of getting the award in a year, at full effort, were {}{more}",
                percent(to)
            )
        }
        LeverKind::Renewal => {
            format!("the chance of keeping the award each year were {}{more}", percent(to))
        }
        LeverKind::Enjoyability => {
            let scale = if to < 0.0 { ", from -10 to 10" } else { "" };
            format!("you rated your enjoyment of {} {}{later}{scale}", of_input(lever), number(to))
        }
        LeverKind::Bother => bother(lever, more),
        LeverKind::Anyway if to >= 1.0 => "you would do all of this work anyway".to_owned(),
        LeverKind::Anyway if to <= 0.0 => "you would do none of this work anyway".to_owned(),
        LeverKind::Anyway => format!("you would do {} of this work{more} anyway", percent(to)),
        LeverKind::Horizon if to <= 1.0 => "only the next year counted for you".to_owned(),
        LeverKind::Horizon if to < lever.from => {
            format!("only the next {} years{fewer} counted for you", number(to))
        }
        LeverKind::Horizon => format!("the next {} years{more} counted for you", number(to)),
        LeverKind::Condition => condition(answer, lever).at(to, &percent(to), more),
        _ if to <= 0.0 => format!("{} did not matter to you at all", of_input(lever)),
        _ => format!("{} mattered {} out of 10 to you{more}", of_input(lever), number(to)),
    }
}

/// Today's value and the one of the change, as the sentence has them.
pub(super) fn values(lever: &Lever) -> [String; 2] {
    let there = match lever.kind {
        LeverKind::Gains
        | LeverKind::Chance
        | LeverKind::Renewal
        | LeverKind::Condition
        | LeverKind::Anyway => percent(lever.shown),
        LeverKind::MeaningfulAmount => grouped(&number(lever.shown)),
        _ => number(lever.shown),
    };
    [told::rounded(lever), there]
}

/// The ends of what a value may be; none where it has no such ends.
fn ends(kind: LeverKind) -> Option<[f64; 2]> {
    Some(match kind {
        LeverKind::Motivation | LeverKind::Protection | LeverKind::Bother => [0.0, 10.0],
        LeverKind::Enjoyability => [-10.0, 10.0],
        LeverKind::Chance | LeverKind::Renewal | LeverKind::Condition | LeverKind::Anyway => {
            [0.0, 1.0]
        }
        _ => return None,
    })
}

/// The ends of the scale on which the values stand; none where there are only two of them.
pub(super) fn range(lever: &Lever) -> Option<[f64; 2]> {
    match lever.kind {
        LeverKind::Without => None,
        // Hours, money, years and multiples: from nothing to a fifth beyond the larger value.
        kind => ends(kind).or(Some([0.0, 1.2 * lever.from.max(lever.shown)])),
    }
}

/// Which way it goes on; nothing at the end of what a value may be.
fn way(lever: &Lever, [above, below]: [&'static str; 2]) -> &'static str {
    let [least, most] = ends(lever.kind).unwrap_or([f64::NEG_INFINITY, f64::INFINITY]);
    match lever.shown {
        to if !lever.turns || to <= least || to >= most => "",
        to if to > lever.from => above,
        _ => below,
    }
}

/// Ratings of a bother up to which a word is meant.
const BOTHERS: [(f64, &str); 4] =
    [(2.0, "slightly"), (4.0, "somewhat"), (6.0, "clearly"), (9.0, "strongly")];

fn bother(lever: &Lever, or: &str) -> String {
    let (what, to) = (of_input(lever), lever.shown);
    if to <= 0.0 {
        return format!("{what} did not bother you at all");
    }
    let rating = format!("{} out of 10{or}", number(to));
    match BOTHERS.iter().find(|(most, _)| to < *most) {
        Some((_, word)) => format!("{what} bothered you {word}, {rating}"),
        None => format!("{what} were unbearable to you, {rating}"),
    }
}

/// How much of the pursuit the hours are of.
fn amount(level: f64) -> String {
    match part(level).as_str() {
        _ if is_all(level) => "the same work".to_owned(),
        _ if level > 1.0 => "that much".to_owned(),
        part => format!("the same {} of it", part.trim_start_matches("a ")),
    }
}

/// What the input is of: a motive, a protection or an item.
fn of_input(lever: &Lever) -> String {
    let parts: Vec<&str> =
        lever.inputs.first().map_or_else(Vec::new, |own| own.split('/').collect());
    match parts.as_slice() {
        ["", "person", _, id] => names::of_contribution(id),
        ["", "pursuits", _, _, item, _] => names::of_item(item),
        _ => "it".to_owned(),
    }
}

fn condition<'l>(answer: &Assessment, lever: &'l Lever) -> Condition<'l> {
    let first = lever.inputs.first().and_then(|own| own.rsplit('/').next());
    let has_award = answer.asked().is_some_and(|own| own.has_award());
    Condition { id: first.unwrap_or_default(), has_award }
}

fn pursuit(answer: &Assessment, lever: &Lever) -> String {
    let first = lever.inputs.first();
    let id = first.and_then(|own| own.strip_prefix("/pursuits/")).unwrap_or_default();
    names::of_pursuit(answer, id)
}

#[cfg(test)]
mod tests;
