//! The case as a whole, its assumptions and options.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::cursor::{Cursor, Fields};
use super::motives::by_motive;
use super::names::SNAKE;
use super::version::version;
use crate::case::{Analysis, Assumptions, Case, Motive, Person};
use crate::estimate::Estimate;
use crate::field;
use crate::limits::MAX_PURSUITS;
use crate::problem::Code;

const CASE_KEYS: &[&str] =
    &["$schema", "schema_version", "name", "note", "person", "pursuits", "assumptions", "analysis"];

/// Decodes what can be decoded; what cannot is reported and stood in for.
pub(crate) fn decode(root: Cursor<'_>) -> Option<Case> {
    let fields = root.object(CASE_KEYS)?;
    let schema = fields.get("$schema").and_then(|at| at.text());
    let schema_version = version(&fields);
    let name = fields.get("name").and_then(|at| at.text());
    let note = fields.get("note").and_then(|at| at.text());
    let person = fields.require("person").and_then(|at| super::person::decode(&at));
    let pursuits = fields.require("pursuits").map(|at| pursuits(&at)).unwrap_or_default();
    let assumptions = fields.get("assumptions").and_then(|at| assumptions(&at));
    let analysis = fields.get("analysis").and_then(|at| analysis(&at));
    Some(Case {
        schema,
        schema_version,
        name,
        note,
        person: person.unwrap_or_else(|| Person::new(1.0)),
        pursuits,
        assumptions: assumptions.unwrap_or_default(),
        analysis: analysis.unwrap_or_default(),
    })
}

fn pursuits(at: &Cursor<'_>) -> Vec<crate::case::Pursuit> {
    let Some(list) = at.list_of(MAX_PURSUITS, Code::TooManyPursuits) else { return Vec::new() };
    let pursuits: Vec<_> =
        list.map(|item| super::pursuit::decode(&item).unwrap_or_default()).collect();
    if pursuits.is_empty() {
        let message = "the case needs a pursuit; the first one is the one in question".to_owned();
        at.sink.note(at.report(Code::EmptyList, message));
    }
    pursuits
}

const ASSUMPTION_KEYS: &[&str] = &[
    "serves",
    "autonomy",
    "time_convexity",
    "overwork_log_odds_per_hour",
    "overwork_from_hours",
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
        overwork_log_odds_per_hour: fields.estimate(&field::OVERWORK_LOG_ODDS),
        overwork_from_hours: fields.estimate(&field::OVERWORK_FROM),
        autonomy_effect: fields.estimate(&field::AUTONOMY_EFFECT),
        close_call_points: fields.plain(&field::CLOSE_CALL_POINTS),
    })
}

fn serves(at: &Cursor<'_>) -> Option<IndexMap<String, BTreeMap<Motive, Estimate>>> {
    let fields = at.map()?;
    let rows = fields.entries().map(|(category, row)| {
        row.check_name(&SNAKE, category);
        let row = by_motive(&row, &Motive::SERVED, &field::SERVES).unwrap_or_default();
        (category.to_owned(), row)
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
