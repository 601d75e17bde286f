//! A pursuit, its levels and its award.

use super::cursor::{Cursor, Fields};
use super::items::{activity, benefit, cost, drawback, id};
use super::lists::slugs;
use super::names::SLUG;
use super::number::number_problem;
use crate::case::{AfterGivingUp, Award, Pursuit};
use crate::field;
use crate::limits::{MAX_ITEMS, MAX_LEVELS};
use crate::order;
use crate::problem::Code;

const PURSUIT_KEYS: &[&str] = &[
    "id",
    "preset",
    "name",
    "note",
    "levels",
    "anyway",
    "lasts_years",
    "award",
    "activities",
    "benefits",
    "costs",
    "drawbacks",
    "omit",
];
/// Those of a preset: it has its id and its name beside the pursuit, and stands on its own. What is
/// done anyway is the person's.
const PRESET_PURSUIT_KEYS: &[&str] =
    &["levels", "lasts_years", "award", "activities", "benefits", "costs", "drawbacks"];
const AWARD_KEYS: &[&str] = &[
    "name",
    "chance_per_year",
    "renewal_chance",
    "held",
    "give_up_after_years",
    "after_giving_up",
];
/// Whether it is held is the person's too.
const PRESET_AWARD_KEYS: &[&str] =
    &["name", "chance_per_year", "renewal_chance", "give_up_after_years", "after_giving_up"];

/// What a pursuit may have, and what its items need.
struct Allowed {
    keys: &'static [&'static str],
    award: &'static [&'static str],
    needed: &'static [&'static str],
}

/// A pursuit of a case.
pub(super) fn decode(at: &Cursor<'_>) -> Option<Pursuit> {
    decode_with(at, &Allowed { keys: PURSUIT_KEYS, award: AWARD_KEYS, needed: &[] })
}

/// The pursuit of a preset, whose items have ids.
pub(crate) fn decode_preset(at: &Cursor<'_>) -> Option<Pursuit> {
    let allowed = Allowed { keys: PRESET_PURSUIT_KEYS, award: PRESET_AWARD_KEYS, needed: &["id"] };
    decode_with(at, &allowed)
}

fn decode_with(at: &Cursor<'_>, allowed: &Allowed) -> Option<Pursuit> {
    let fields = at.object(allowed.keys)?;
    let needed = allowed.needed;
    let pursuit = Pursuit {
        id: id(&fields),
        preset: fields.get("preset").and_then(|at| at.name(&SLUG)),
        name: fields.get("name").and_then(|at| at.text()),
        note: fields.get("note").and_then(|at| at.text()),
        levels: fields.get("levels").and_then(|at| levels(&at)),
        anyway: fields.estimate(&field::ANYWAY),
        lasts_years: fields.estimate(&field::LASTS_YEARS),
        award: fields.get("award").and_then(|at| award(&at, allowed.award)),
        activities: items(&fields, "activities", needed, activity),
        benefits: items(&fields, "benefits", needed, benefit),
        costs: items(&fields, "costs", needed, cost),
        drawbacks: items(&fields, "drawbacks", needed, drawback),
        omit: fields.get("omit").and_then(|at| slugs(&at)).unwrap_or_default(),
    };
    let count = pursuit.activities.len()
        + pursuit.benefits.len()
        + pursuit.costs.len()
        + pursuit.drawbacks.len();
    if count > MAX_ITEMS {
        let message = format!("{count} items in one pursuit; at most {MAX_ITEMS} are allowed");
        at.sink.note(
            at.report(Code::TooManyItems, message)
                .with_found(Some(count.into()))
                .with_allowed(MAX_ITEMS),
        );
    }
    Some(pursuit)
}

/// Levels of effort. A list with a problem is read as absent, so that nobody computes on it.
fn levels(at: &Cursor<'_>) -> Option<Vec<f64>> {
    let all = at.list_of(MAX_LEVELS, Code::TooManyLevels)?;
    if at.sink.has_below(&at.path.render()) {
        // Of too many nobody can say which ones are meant.
        return None;
    }
    let read: Vec<Option<f64>> = all.map(|item| level(&item)).collect();
    if read.is_empty() {
        at.sink.note(at.report(Code::EmptyList, "the list needs at least one entry".to_owned()));
        return None;
    }
    let levels: Vec<f64> = read.into_iter().collect::<Option<_>>()?;
    if !levels.is_sorted_by(|one, next| one < next) {
        let mut sorted = levels.clone();
        order::sort_by(&mut sorted, f64::total_cmp);
        sorted.dedup();
        let message = "levels must be in ascending order".to_owned();
        at.sink.note(at.report(Code::LevelsOutOfOrder, message).with_suggestion(sorted));
    }
    if levels.iter().all(|level| (level - 1.0).abs() > 0.0) {
        let message = "the levels must include 1, which is all of what is planned".to_owned();
        let help = "add 1; the other levels are relative to it";
        at.sink.note(at.report(Code::LevelsWithoutOne, message).with_help(help));
    }
    Some(levels)
}

fn level(at: &Cursor<'_>) -> Option<f64> {
    let value = at.number()?;
    match number_problem(value, &field::LEVEL, || at.path.render()) {
        Some(problem) => {
            at.sink.note(problem);
            None
        }
        None => Some(value),
    }
}

fn items<T: Default>(
    fields: &Fields<'_>,
    key: &'static str,
    needed: &[&str],
    decode: fn(&Cursor<'_>) -> Option<T>,
) -> Vec<T> {
    let Some(at) = fields.get(key) else { return Vec::new() };
    let Some(list) = at.list() else { return Vec::new() };
    let item = |at: Cursor<'_>| {
        needed.iter().for_each(|key| at.need(key));
        decode(&at).unwrap_or_default()
    };
    list.map(item).collect()
}

fn award(at: &Cursor<'_>, keys: &[&str]) -> Option<Award> {
    let fields = at.object(keys)?;
    let after = fields.get("after_giving_up").and_then(|at| at.word(&["work", "stop"]));
    Some(Award {
        name: fields.get("name").and_then(|at| at.text()),
        chance_per_year: fields.estimate(&field::AWARD_CHANCE),
        renewal_chance: fields.estimate(&field::AWARD_RENEWAL),
        held: fields.get("held").and_then(|at| at.flag()),
        give_up_after_years: fields.plain(&field::AWARD_GIVE_UP).map(|years| years as u32),
        after_giving_up: after.map(|word| match word {
            "stop" => AfterGivingUp::Stop,
            _ => AfterGivingUp::Work,
        }),
    })
}
