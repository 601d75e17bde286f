//! A pursuit and its items.

use super::cursor::{Cursor, Fields};
use super::names::{SLUG, SNAKE};
use crate::case::{Activity, Award, Benefit, Cost, During, Pursuit, Requires};
use crate::field;
use crate::limits::MAX_ITEMS;
use crate::problem::Code;

const PURSUIT_KEYS: &[&str] =
    &["id", "preset", "name", "note", "award", "activities", "benefits", "costs", "omit"];
/// Those of a preset: it has its id and its name beside the pursuit, and stands on its own.
const PRESET_PURSUIT_KEYS: &[&str] = &["award", "activities", "benefits", "costs"];
const ACTIVITY_KEYS: &[&str] =
    &["id", "kind", "hours", "per_year", "enjoyability", "during", "note"];
const BENEFIT_KEYS: &[&str] = &[
    "id",
    "category",
    "strength",
    "chance",
    "money_per_year",
    "requires",
    "depends_on",
    "delay_years",
    "note",
];
const COST_KEYS: &[&str] = &["id", "money_per_year", "during", "note"];

/// A pursuit of a case.
pub(super) fn decode(at: &Cursor<'_>) -> Option<Pursuit> {
    decode_with(at, PURSUIT_KEYS, &[])
}

/// The pursuit of a preset, whose items have ids.
pub(crate) fn decode_preset(at: &Cursor<'_>) -> Option<Pursuit> {
    decode_with(at, PRESET_PURSUIT_KEYS, &["id"])
}

/// A pursuit with some of its keys, whose items need these ones.
fn decode_with(at: &Cursor<'_>, keys: &[&str], needed: &[&str]) -> Option<Pursuit> {
    let fields = at.object(keys)?;
    let pursuit = Pursuit {
        id: id(&fields),
        preset: fields.get("preset").and_then(|at| at.name(&SLUG)),
        name: fields.get("name").and_then(|at| at.text()),
        note: fields.get("note").and_then(|at| at.text()),
        award: fields.get("award").and_then(|at| award(&at)),
        activities: items(&fields, "activities", needed, activity),
        benefits: items(&fields, "benefits", needed, benefit),
        costs: items(&fields, "costs", needed, cost),
        omit: fields.get("omit").and_then(|at| names(&at, SLUG_OF)).unwrap_or_default(),
    };
    let count = pursuit.activities.len() + pursuit.benefits.len() + pursuit.costs.len();
    if count > MAX_ITEMS {
        let message = format!("{count} items in one pursuit, at most {MAX_ITEMS} are allowed");
        at.sink.note(
            at.report(Code::TooManyItems, message)
                .with_found(Some(count.into()))
                .with_allowed(MAX_ITEMS),
        );
    }
    Some(pursuit)
}

fn id(fields: &Fields<'_>) -> Option<String> {
    fields.get("id")?.name(&SLUG)
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

const SLUG_OF: fn(&Cursor<'_>) -> Option<String> = |at| at.name(&SLUG);
const SNAKE_OF: fn(&Cursor<'_>) -> Option<String> = |at| at.name(&SNAKE);

/// A list of different names.
fn names(at: &Cursor<'_>, name: fn(&Cursor<'_>) -> Option<String>) -> Option<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for item in at.list()? {
        // What cannot be read keeps its place, so that pointers to later entries are right.
        let name = name(&item).unwrap_or_default();
        if !name.is_empty() && names.contains(&name) {
            let message = format!("`{name}` is listed twice");
            item.sink.note(item.report(Code::RepeatedEntry, message));
        }
        names.push(name);
    }
    Some(names)
}

fn award(at: &Cursor<'_>) -> Option<Award> {
    let fields = at.object(&["chance_per_year", "renewal_chance", "held"])?;
    Some(Award {
        chance_per_year: fields.estimate(&field::AWARD_CHANCE),
        renewal_chance: fields.estimate(&field::AWARD_RENEWAL),
        held: fields.get("held").and_then(|at| at.flag()),
    })
}

fn during(fields: &Fields<'_>) -> Option<During> {
    match fields.get("during")?.word(&["always", "pursuing", "holding"])? {
        "pursuing" => Some(During::Pursuing),
        "holding" => Some(During::Holding),
        _ => Some(During::Always),
    }
}

fn activity(at: &Cursor<'_>) -> Option<Activity> {
    let fields = at.object(ACTIVITY_KEYS)?;
    Some(Activity {
        id: id(&fields),
        kind: fields.get("kind").and_then(|at| at.name(&SNAKE)),
        hours: fields.estimate(&field::ACTIVITY_HOURS),
        per_year: fields.estimate(&field::ACTIVITY_PER_YEAR),
        enjoyability: fields.estimate(&field::ACTIVITY_ENJOYABILITY),
        during: during(&fields),
        note: fields.get("note").and_then(|at| at.text()),
    })
}

fn benefit(at: &Cursor<'_>) -> Option<Benefit> {
    let fields = at.object(BENEFIT_KEYS)?;
    let requires = fields.get("requires").and_then(|at| at.word(&["effort", "award"]));
    Some(Benefit {
        id: id(&fields),
        category: fields.get("category").and_then(|at| at.name(&SNAKE)),
        strength: fields.estimate(&field::BENEFIT_STRENGTH),
        chance: fields.estimate(&field::BENEFIT_CHANCE),
        money_per_year: fields.estimate(&field::BENEFIT_MONEY),
        requires: requires.map(|word| match word {
            "award" => Requires::Award,
            _ => Requires::Effort,
        }),
        depends_on: fields.get("depends_on").and_then(|at| names(&at, SNAKE_OF)),
        delay_years: fields.estimate(&field::BENEFIT_DELAY),
        note: fields.get("note").and_then(|at| at.text()),
    })
}

fn cost(at: &Cursor<'_>) -> Option<Cost> {
    let fields = at.object(COST_KEYS)?;
    Some(Cost {
        id: id(&fields),
        money_per_year: fields.estimate(&field::COST_MONEY),
        during: during(&fields),
        note: fields.get("note").and_then(|at| at.text()),
    })
}
