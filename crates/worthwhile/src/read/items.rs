//! The items of a pursuit.

use super::cursor::{Cursor, Fields};
use super::lists::words;
use super::names::{SLUG, SNAKE};
use crate::case::{Activity, Benefit, Cost, Drawback, During, Requires};
use crate::field;

/// The words of `during`.
pub(crate) const DURING: [&str; 4] = ["always", "award", "pursuing", "holding"];

const ACTIVITY_KEYS: &[&str] = &[
    "id",
    "kind",
    "hours",
    "usual_per_year",
    "per_year",
    "enjoyability",
    "during",
    "delay_years",
    "lasts_years",
    "note",
];
const BENEFIT_KEYS: &[&str] = &[
    "id",
    "category",
    "strength",
    "chance",
    "money_per_year",
    "requires",
    "depends_on",
    "delay_years",
    "lasts_years",
    "note",
];
const COST_KEYS: &[&str] =
    &["id", "money_per_year", "during", "delay_years", "lasts_years", "note"];
const DRAWBACK_KEYS: &[&str] =
    &["id", "kind", "bother", "chance", "during", "delay_years", "lasts_years", "note"];

pub(super) fn id(fields: &Fields<'_>) -> Option<String> {
    fields.get("id")?.name(&SLUG)
}

fn kind(fields: &Fields<'_>) -> Option<String> {
    fields.get("kind")?.name(&SNAKE)
}

fn note(fields: &Fields<'_>) -> Option<String> {
    fields.get("note")?.text()
}

fn during(fields: &Fields<'_>) -> Option<During> {
    match fields.get("during")?.word(&DURING)? {
        "award" => Some(During::Award),
        "pursuing" => Some(During::Pursuing),
        "holding" => Some(During::Holding),
        _ => Some(During::Always),
    }
}

pub(super) fn activity(at: &Cursor<'_>) -> Option<Activity> {
    let fields = at.object(ACTIVITY_KEYS)?;
    Some(Activity {
        id: id(&fields),
        kind: kind(&fields),
        hours: fields.estimate(&field::ACTIVITY_HOURS),
        usual_per_year: fields.estimate(&field::ACTIVITY_USUAL_PER_YEAR),
        per_year: fields.estimate(&field::ACTIVITY_PER_YEAR),
        enjoyability: fields.estimate(&field::ACTIVITY_ENJOYABILITY),
        during: during(&fields),
        delay_years: fields.estimate(&field::ACTIVITY_DELAY),
        lasts_years: fields.estimate(&field::ACTIVITY_LASTS),
        note: note(&fields),
    })
}

pub(super) fn benefit(at: &Cursor<'_>) -> Option<Benefit> {
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
        depends_on: fields.get("depends_on").and_then(|at| words(&at)),
        delay_years: fields.estimate(&field::BENEFIT_DELAY),
        lasts_years: fields.estimate(&field::BENEFIT_LASTS),
        note: note(&fields),
    })
}

pub(super) fn cost(at: &Cursor<'_>) -> Option<Cost> {
    let fields = at.object(COST_KEYS)?;
    Some(Cost {
        id: id(&fields),
        money_per_year: fields.estimate(&field::COST_MONEY),
        during: during(&fields),
        delay_years: fields.estimate(&field::COST_DELAY),
        lasts_years: fields.estimate(&field::COST_LASTS),
        note: note(&fields),
    })
}

pub(super) fn drawback(at: &Cursor<'_>) -> Option<Drawback> {
    let fields = at.object(DRAWBACK_KEYS)?;
    Some(Drawback {
        id: id(&fields),
        kind: kind(&fields),
        bother: fields.estimate(&field::DRAWBACK_BOTHER),
        chance: fields.estimate(&field::DRAWBACK_CHANCE),
        during: during(&fields),
        delay_years: fields.estimate(&field::DRAWBACK_DELAY),
        lasts_years: fields.estimate(&field::DRAWBACK_LASTS),
        note: note(&fields),
    })
}
