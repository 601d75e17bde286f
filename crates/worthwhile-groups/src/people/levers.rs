//! What could be different for everybody.

use serde::Serialize;
use worthwhile::reading::{Cursor, document, shorten, taken, version};
use worthwhile::{ChangeKind, Code, Error, Estimate, InputChange, Plan, Problems};

/// Something that could be different for everybody, such as writing that takes half the hours.
///
/// # Example
/// ```
/// use worthwhile_groups::Lever;
/// let levers = Lever::read(r#"{"schema_version": 1, "levers": [
///     {"name": "Writing takes half", "changes": [{"input": "/pursuits/mvp/activities/writing/hours", "times": 0.5}]},
///     {"name": "All of it takes less", "changes": [{"input": "/pursuits/*/activities/*/hours", "times": 0.75}]}]}"#)?;
/// assert_eq!(levers.len(), 2);
/// # Ok::<(), worthwhile::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lever {
    /// What it is called.
    pub name: String,
    /// What it does, one after the other.
    pub changes: Vec<LeverChange>,
}

/// What a lever does to some inputs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeverChange {
    /// The name of an input. A star stands for the name of any item: `/pursuits/mvp/activities/*/hours`.
    pub input: String,
    /// What is done.
    pub kind: ChangeKind,
    /// By how much, or to what: in the unit of the input, or a factor.
    pub by: f64,
}

/// What a quarter more or less is.
const QUARTERS: [(&str, f64); 2] = [("A quarter less", 0.75), ("A quarter more", 1.25)];

const KEYS: &[&str] = &["$schema", "schema_version", "levers"];
const LEVER_KEYS: &[&str] = &["name", "changes"];
const CHANGE_KEYS: &[&str] = &["input", "set", "add", "times"];
const KINDS: [(&str, ChangeKind); 3] =
    [("set", ChangeKind::Set), ("add", ChangeKind::Add), ("times", ChangeKind::Times)];

impl Lever {
    /// Reads a document of levers. Each change has an `input` and one of `set`, `add` and `times`.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) with every problem of the document.
    pub fn read(text: &str) -> Result<Vec<Self>, Error> {
        document(text, levers)
    }

    /// A quarter less and a quarter more of every number of the pursuit in question.
    ///
    /// # Example
    /// ```
    /// use worthwhile::Plan;
    /// use worthwhile_groups::Lever;
    /// let plan = Plan::read(r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}],
    ///     "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}}}"#)?;
    /// let levers = Lever::all_of(&plan);
    /// assert!(levers.iter().any(|own| own.name.starts_with("A quarter less: ")));
    /// # Ok::<(), worthwhile::Error>(())
    /// ```
    #[must_use]
    pub fn all_of(plan: &Plan) -> Vec<Self> {
        let Some(first) = plan.inputs().iter().find_map(|own| pursuit(&own.name)) else {
            return Vec::new();
        };
        let mut all = Vec::new();
        for own in plan.labeled_inputs() {
            let (input, label) = (own.input, own.label);
            if pursuit(&input.name) != Some(first) || input.mean().abs() <= 0.0 {
                continue;
            }
            all.extend(QUARTERS.map(|(much, by)| Self {
                name: format!("{much}: {label}"),
                changes: vec![LeverChange {
                    input: input.name.to_string(),
                    kind: ChangeKind::Times,
                    by,
                }],
            }));
        }
        all
    }
}

/// The pursuit that an input is of.
fn pursuit(name: &str) -> Option<&str> {
    name.strip_prefix("/pursuits/")?.split('/').next()
}

fn levers(at: &Cursor<'_>) -> Option<Vec<Lever>> {
    let fields = at.object(KEYS)?;
    version(&fields);
    fields.get("$schema").and_then(|at| at.text());
    let list = fields.require("levers")?;
    let mut levers: Vec<Lever> = Vec::new();
    for item in list.list()? {
        let Some(lever) = lever(&item) else { continue };
        if levers.iter().any(|own| own.name == lever.name) {
            let message = format!("there are two levers `{}`", shorten(&lever.name));
            item.note(item.report(Code::RepeatedEntry, message).with_help("rename one of them"));
        }
        levers.push(lever);
    }
    Some(levers)
}

fn lever(at: &Cursor<'_>) -> Option<Lever> {
    let fields = at.object(LEVER_KEYS)?;
    let name = fields.require("name").and_then(|at| at.text());
    let list = fields.require("changes")?;
    let changes: Vec<Option<LeverChange>> = list.list()?.map(|at| change(&at)).collect();
    if changes.is_empty() {
        list.note(list.report(Code::EmptyList, "a lever changes something".to_owned()));
    }
    Some(Lever { name: name?, changes: changes.into_iter().collect::<Option<_>>()? })
}

fn change(at: &Cursor<'_>) -> Option<LeverChange> {
    let fields = at.object(CHANGE_KEYS)?;
    let input = fields.require("input").and_then(|at| at.text());
    let kinds = KINDS.map(|(key, kind)| Some((kind, fields.get(key)?)));
    let mut given = kinds.into_iter().flatten();
    match (given.next(), given.next()) {
        (Some((kind, by)), None) => {
            let by = by.number();
            return Some(LeverChange { input: input?, kind, by: by? });
        }
        (None, _) => {
            let message = "one of `set`, `add` and `times` is missing".to_owned();
            at.note(at.report(Code::MissingField, message));
        }
        _ => {
            let message = "`set`, `add` and `times` cannot go together".to_owned();
            at.note(at.report(Code::WrongType, message).with_help("keep one of them"));
        }
    }
    None
}

/// The inputs that a lever means.
pub(crate) fn compiled(lever: &Lever, plan: &Plan) -> Result<Vec<InputChange>, Error> {
    let mut all = Vec::new();
    for LeverChange { input, kind, by } in &lever.changes {
        let meant = plan.inputs().iter().filter(|own| means(input, &own.name));
        let before = all.len();
        all.extend(meant.map(|own| InputChange::new(&*own.name, *kind, *by)));
        if all.len() == before {
            // The plan says which name is near.
            all.push(InputChange::new(input, *kind, *by));
        }
    }
    Ok(all)
}

/// Reports an input that does not take the number that it is set to. Beyond its bounds a share of 60 would be a
/// certainty in silence.
pub(crate) fn out_of_range(change: &LeverChange, plan: &Plan, path: &str, problems: &Problems) {
    let is_set = change.kind == ChangeKind::Set;
    let mut meant = plan.inputs().iter().filter(|own| is_set && means(&change.input, &own.name));
    // One of several is enough: they are of one kind.
    meant.find(|own| taken(&Estimate::Certain(change.by), own.field, path, problems).is_none());
}

/// Whether a name with stars means an input.
fn means(pattern: &str, name: &str) -> bool {
    let (mut pattern, mut name) = (pattern.split('/'), name.split('/'));
    loop {
        match (pattern.next(), name.next()) {
            (None, None) => return true,
            (Some(part), Some(own)) if part == own || part == "*" => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_of_a_document_is_told() {
        let text = r#"{"schema_version": 2, "levers": [
            {"name": "a", "changes": []},
            {"name": "a", "changes": [{"input": "/x"}, {"input": "/x", "set": 1, "add": 2}]}]}"#;
        let error = Lever::read(text).unwrap_err();
        let found: Vec<(&str, Code)> =
            error.problems().iter().map(|own| (own.path.as_str(), own.code)).collect();
        let expected = [
            ("/schema_version", Code::UnknownVersion),
            ("/levers/0/changes", Code::EmptyList),
            ("/levers/1/changes/0", Code::MissingField),
            ("/levers/1/changes/1", Code::WrongType),
        ];
        assert_eq!(found, expected);
        let one = r#"{"name": "a", "changes": [{"input": "/x", "add": 1}]}"#;
        let twice = format!(r#"{{"schema_version": 1, "levers": [{one}, {one}]}}"#);
        let error = Lever::read(&twice).unwrap_err();
        assert_eq!(error.problems()[0].code, Code::RepeatedEntry);
        for text in ["", "[]", r#"{"schema_version": 1, "levers": 3}"#] {
            assert!(Lever::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_star_is_any_one_part() {
        assert!(means("/pursuits/*/activities/*/hours", "/pursuits/mvp/activities/a/hours"));
        assert!(!means("/pursuits/*/hours", "/pursuits/mvp/activities/a/hours"));
        assert!(!means("/pursuits/mvp", "/pursuits/mvp/hours"));
    }
}
