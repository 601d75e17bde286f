//! The case as a whole, its assumptions and options.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::cursor::{Cursor, Fields};
use super::motives::by_motive;
use super::names::{QUESTION, SNAKE};
use super::version::version;
use crate::case::{Analysis, Assumptions, Case, Motive, Person};
use crate::estimate::Estimate;
use crate::field;
use crate::limits::{MAX_NAME, MAX_PURSUITS};
use crate::problem::Code;

const CASE_KEYS: &[&str] = &[
    "$schema",
    "schema_version",
    "name",
    "note",
    "answers",
    "stand_ins",
    "person",
    "pursuits",
    "either_or",
    "assumptions",
    "analysis",
];

/// Decodes what can be decoded; what cannot is reported and stood in for.
pub(crate) fn decode(root: Cursor<'_>) -> Option<Case> {
    let fields = root.object(CASE_KEYS)?;
    let schema = fields.get("$schema").and_then(|at| at.text());
    let schema_version = version(&fields);
    let name = fields.get("name").and_then(|at| at.text());
    let note = fields.get("note").and_then(|at| at.text());
    let answers = fields.get("answers").and_then(|at| answers(&at)).unwrap_or_default();
    let stand_ins = fields.get("stand_ins").and_then(|at| super::lists::inputs(&at));
    let person = fields.require("person").and_then(|at| super::person::decode(&at));
    let pursuits = fields.require("pursuits").map(|at| pursuits(&at)).unwrap_or_default();
    let either_or = fields.get("either_or").and_then(|at| either_or(&at)).unwrap_or_default();
    let assumptions = fields.get("assumptions").and_then(|at| assumptions(&at));
    let analysis = fields.get("analysis").and_then(|at| analysis(&at));
    Some(Case {
        schema,
        schema_version,
        name,
        note,
        answers,
        stand_ins: stand_ins.unwrap_or_default(),
        person: person.unwrap_or_else(|| Person::new(1.0)),
        pursuits,
        either_or,
        assumptions: assumptions.unwrap_or_default(),
        analysis: analysis.unwrap_or_default(),
    })
}

/// Answers by the id of their question.
pub(crate) fn answers(at: &Cursor<'_>) -> Option<IndexMap<String, String>> {
    let fields = at.map()?;
    let given = fields.entries().map(|(question, answer)| {
        answer.check_name(&QUESTION, question);
        (question.to_owned(), answer.text().unwrap_or_default())
    });
    Some(given.collect())
}

fn pursuits(at: &Cursor<'_>) -> Vec<crate::case::Pursuit> {
    let Some(list) = at.list_of(MAX_PURSUITS, Code::TooManyPursuits) else { return Vec::new() };
    let pursuits: Vec<_> =
        list.map(|item| super::pursuit::decode(&item).unwrap_or_default()).collect();
    if pursuits.is_empty() {
        let message =
            "the case needs at least one pursuit; the first is the one in question".to_owned();
        at.sink.note(at.report(Code::EmptyList, message));
    }
    pursuits
}

/// Lists of different pursuits, two or more in each.
fn either_or(at: &Cursor<'_>) -> Option<Vec<Vec<String>>> {
    let list = |list: Cursor<'_>| {
        let ids = super::lists::slugs(&list)?;
        if ids.len() < 2 {
            let message = "name at least two pursuits that exclude each other".to_owned();
            list.sink.note(list.report(Code::EmptyList, message));
        }
        Some(ids)
    };
    // What cannot be read keeps its place, so that pointers to later entries are right.
    Some(
        at.list_of(MAX_PURSUITS, Code::TooManyItems)?
            .map(|at| list(at).unwrap_or_default())
            .collect(),
    )
}

const ASSUMPTION_KEYS: &[&str] = &[
    "serves",
    "autonomy",
    "time_convexity",
    "returns_to_effort",
    "overwork_log_odds_per_hour",
    "overwork_from_hours",
    "rest_offsets_overwork",
    "drawback_points",
    "autonomy_effect",
    "close_call_points",
];

fn assumptions(at: &Cursor<'_>) -> Option<Assumptions> {
    let fields = at.object(ASSUMPTION_KEYS)?;
    Some(Assumptions {
        serves: fields.get("serves").and_then(|at| serves(&at)).unwrap_or_default(),
        autonomy: fields
            .get("autonomy")
            .and_then(|at| by_motive(&at, &Motive::ALL, &field::AUTONOMY))
            .unwrap_or_default(),
        time_convexity: fields.estimate(&field::TIME_CONVEXITY),
        returns_to_effort: fields.estimate(&field::RETURNS_TO_EFFORT),
        overwork_log_odds_per_hour: fields.estimate(&field::OVERWORK_LOG_ODDS),
        overwork_from_hours: fields.estimate(&field::OVERWORK_FROM),
        rest_offsets_overwork: fields.estimate(&field::REST_OFFSETS_OVERWORK),
        drawback_points: fields.estimate(&field::DRAWBACK_POINTS),
        autonomy_effect: fields.estimate(&field::AUTONOMY_EFFECT),
        close_call_points: fields.plain(&field::CLOSE_CALL_POINTS),
    })
}

fn serves(at: &Cursor<'_>) -> Option<IndexMap<String, BTreeMap<Motive, Estimate>>> {
    let fields = at.map()?;
    let rows = fields.entries().map(|(category, row)| {
        row.check_name(&SNAKE, category);
        // Under a name that is far too long, every problem would repeat it.
        let is_short = category.len() <= MAX_NAME;
        let row = is_short.then(|| by_motive(&row, &Motive::SERVED, &field::SERVES)).flatten();
        (category.to_owned(), row.unwrap_or_default())
    });
    Some(rows.collect())
}

fn analysis(at: &Cursor<'_>) -> Option<Analysis> {
    let fields = at.object(&["scenarios", "replicates", "seed", "totals"])?;
    Some(analysis_fields(&fields))
}

pub(super) fn analysis_fields(fields: &Fields<'_>) -> Analysis {
    Analysis {
        scenarios: fields.plain(&field::SCENARIOS).map(|value| value as u32),
        replicates: fields.plain(&field::REPLICATES).map(|value| value as u32),
        seed: fields.plain(&field::SEED).map(|value| value as u64),
        totals: fields.get("totals").and_then(|place| place.flag()),
    }
}
