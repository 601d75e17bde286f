//! Reading a map from JSON.

use indexmap::IndexMap;
use worthwhile::field::{BENEFIT_MONEY, Form};
use worthwhile::reading::{Cursor, Fields, document, number, shorten, version};
use worthwhile::{Code, Domain, Error, Estimate, Field, Scale};

use super::{Column, Map, Missing, Reading};

const KEYS: &[&str] = &[
    "$schema",
    "schema_version",
    "id",
    "keep",
    "weight",
    "cluster",
    "missing",
    "others",
    "columns",
];
const COLUMN_KEYS: &[&str] = &["input", "scale", "factor", "levels", "missing"];
const MISSING: &[&str] = &["unknown", "base", "refused"];

/// Which field an estimate is for is known when a plan is. Until then only its form is judged.
const ANY: Field = Field {
    domain: Domain {
        scale: Scale::Plain,
        min: f64::MIN,
        max: f64::MAX,
        is_above_min: false,
        is_below_max: false,
    },
    form: Form::Estimate,
    ..BENEFIT_MONEY
};

impl Map {
    /// Reads a map from JSON text. What depends on a plan and a table is judged by [`check`](Self::check).
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) with every problem of the document.
    ///
    /// # Example
    /// ```
    /// use worthwhile_groups::Map;
    /// let error = Map::read(r#"{"schema_version": 1, "kepp": ["role"], "columns": {
    ///     "q3": {"input": "/person/motivations/enjoyment", "scale": [1, 5], "factor": 2}}}"#).unwrap_err();
    /// let paths: Vec<&str> = error.problems().iter().map(|problem| problem.path.as_str()).collect();
    /// assert_eq!(paths, ["/kepp", "/columns/q3"]);
    /// assert_eq!(error.problems()[0].help.as_deref(), Some("did you mean `keep`?"));
    /// ```
    pub fn read(text: &str) -> Result<Self, Error> {
        document(text, map)
    }
}

fn map(at: &Cursor<'_>) -> Option<Map> {
    let fields = at.object(KEYS)?;
    version(&fields);
    fields.get("$schema").and_then(|at| at.text());
    let name = |key| fields.get(key).and_then(|at| at.text());
    let (id, weight, cluster) = (name("id"), name("weight"), name("cluster"));
    let keep = fields.get("keep").map(|at| names(&at)).unwrap_or_default();
    let missing = fields.get("missing").and_then(|at| missing(&at)).unwrap_or_default();
    let others = fields.get("others").and_then(|at| at.word(&["ignored", "refused"]));
    let columns = fields.require("columns").map(|at| columns(&at)).unwrap_or_default();
    let refuses_others = others == Some("refused");
    Some(Map { id, keep, weight, cluster, missing, refuses_others, columns })
}

fn names(at: &Cursor<'_>) -> Vec<String> {
    let mut names = Vec::new();
    for item in at.list().into_iter().flatten() {
        let Some(name) = item.text() else { continue };
        if names.contains(&name) {
            let message = format!("`{}` is listed more than once", shorten(&name));
            item.note(item.report(Code::RepeatedEntry, message).with_help("keep one of them"));
        }
        names.push(name);
    }
    names
}

fn columns(at: &Cursor<'_>) -> IndexMap<String, Column> {
    let Some(fields) = at.map() else { return IndexMap::new() };
    let columns: IndexMap<String, Column> = fields
        .entries()
        .map(|(name, at)| (name.to_owned(), column(&at).unwrap_or_else(|| Column::new(""))))
        .collect();
    if columns.is_empty() {
        let message = "no column feeds an input; name at least one".to_owned();
        at.note(at.report(Code::EmptyList, message));
    }
    columns
}

fn column(at: &Cursor<'_>) -> Option<Column> {
    if at.is_text() {
        return Some(Column::new(at.text()?));
    }
    let fields = at.object(COLUMN_KEYS)?;
    let input = fields.require("input").and_then(|at| at.text());
    let given: Vec<&str> =
        ["scale", "factor", "levels"].into_iter().filter(|key| fields.get(key).is_some()).collect();
    if given.len() > 1 {
        let message = format!("{} cannot go together", given.join(" and "));
        let problem = at.report(Code::WrongType, message).with_help("keep one of them");
        at.note(problem.with_allowed(vec!["scale", "factor", "levels"]));
    }
    let reading = reading(&fields);
    let missing = fields.get("missing").and_then(|at| missing(&at));
    Some(Column { input: input?, reading: reading.unwrap_or(Reading::Same), missing })
}

fn reading(fields: &Fields<'_>) -> Option<Reading> {
    let scale = fields.get("scale").and_then(|at| scale(&at));
    let factor = fields.get("factor").and_then(|at| factor(&at));
    let levels = fields.get("levels").and_then(|at| levels(&at));
    scale.map(Reading::Scale).or(factor.map(Reading::Factor)).or(levels.map(Reading::Levels))
}

fn scale(at: &Cursor<'_>) -> Option<[f64; 2]> {
    let ends: Vec<Option<f64>> = at.list()?.map(|item| item.number()).collect();
    let &[first, last] = &*ends else {
        let message = format!("a scale has 2 ends, found {}", ends.len());
        at.note(at.report(Code::WrongShape, message).with_help("give [first, last]"));
        return None;
    };
    let (first, last) = (first?, last?);
    let found = || Some(serde_json::json!([number(first), number(last)]));
    if (last - first).abs() <= 0.0 {
        let message = format!("both ends of the scale are `{first}`; they must differ");
        at.note(at.report(Code::OutOfRange, message).with_found(found()));
        return None;
    }
    if !(last - first).is_finite() {
        let message = "the ends of the scale are too far apart".to_owned();
        at.note(at.report(Code::NotFinite, message).with_found(found()));
        return None;
    }
    Some([first, last])
}

fn factor(at: &Cursor<'_>) -> Option<f64> {
    let factor = at.number()?;
    if factor.abs() > 0.0 {
        return Some(factor);
    }
    let message = "a factor of `0` would make every answer 0".to_owned();
    at.note(at.report(Code::OutOfRange, message).with_found(Some(number(factor))));
    None
}

fn levels(at: &Cursor<'_>) -> Option<IndexMap<String, Estimate>> {
    let fields = at.map()?;
    let levels: IndexMap<String, Estimate> =
        fields.entries().map(|(word, at)| (word.to_owned(), at.estimate(&ANY))).collect();
    if levels.is_empty() {
        at.note(at.report(Code::EmptyList, "no levels are given".to_owned()));
    }
    Some(levels)
}

fn missing(at: &Cursor<'_>) -> Option<Missing> {
    if at.is_estimate() {
        return Some(Missing::As(at.estimate(&ANY)));
    }
    Some(match at.word(MISSING)? {
        "base" => Missing::Base,
        "refused" => Missing::Refused,
        _ => Missing::Unknown,
    })
}
