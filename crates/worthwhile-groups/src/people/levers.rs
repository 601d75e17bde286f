//! What could be different for everybody.

use serde::{Deserialize, Serialize};
use worthwhile::{ChangeKind, Code, Error, InputChange, Plan, Problem, Problems};

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

/// Most levers at a time.
const MOST_LEVERS: usize = 1_000;
/// What a quarter more or less is.
const QUARTERS: [(&str, f64); 2] = [("a quarter less", 0.75), ("a quarter more", 1.25)];

/// The document as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    schema_version: u32,
    levers: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    changes: Vec<WrittenChange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenChange {
    input: String,
    set: Option<f64>,
    add: Option<f64>,
    times: Option<f64>,
}

impl Lever {
    /// Reads a document of levers. Each change has an `input` and one of `set`, `add` and `times`.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](worthwhile::ErrorKind::Invalid) with what is wrong in the document.
    pub fn read(text: &str) -> Result<Vec<Self>, Error> {
        let problems = Problems::default();
        let document: Document = match serde_json::from_str(text) {
            Ok(document) => document,
            Err(error) => {
                let code = if error.is_data() { Code::WrongType } else { Code::InvalidJson };
                problems.push(Problem::new("", code, error.to_string()));
                return Err(failed(problems));
            }
        };
        if document.schema_version != 1 {
            let message = format!("unknown schema_version `{}`", document.schema_version);
            problems.push(Problem::new("/schema_version", Code::UnknownVersion, message));
        }
        if document.levers.len() > MOST_LEVERS {
            let message = format!("{} levers, at most {MOST_LEVERS}", document.levers.len());
            problems.push(Problem::new("/levers", Code::TooManyItems, message));
        }
        let levers = document.levers.into_iter().enumerate();
        let levers = levers.map(|(at, lever)| lever.read(&format!("/levers/{at}"), &problems));
        let levers: Vec<Self> = levers.collect();
        for (at, lever) in levers.iter().enumerate() {
            if levers.iter().take(at).any(|own| own.name == lever.name) {
                let message = format!("there are two levers `{}`", lever.name);
                let path = format!("/levers/{at}/name");
                problems.push(Problem::new(path, Code::RepeatedEntry, message));
            }
        }
        problems.finish()?;
        Ok(levers)
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
    /// assert!(levers.iter().any(|own| own.name.ends_with(": a quarter less")));
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
                name: format!("{label}: {much}"),
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

impl Written {
    fn read(self, path: &str, problems: &Problems) -> Lever {
        if self.changes.is_empty() {
            let path = format!("{path}/changes");
            problems.push(Problem::new(path, Code::EmptyList, "a lever changes something"));
        }
        let changes = self.changes.into_iter().enumerate();
        let changes = changes.filter_map(|(at, WrittenChange { input, set, add, times })| {
            let kinds = [(ChangeKind::Set, set), (ChangeKind::Add, add), (ChangeKind::Times, times)];
            let mut given = kinds.into_iter().filter_map(|(kind, by)| Some((kind, by?)));
            match (given.next(), given.next()) {
                (Some((kind, by)), None) => return Some(LeverChange { input, kind, by }),
                (None, _) => problems.push(Problem::new(
                    format!("{path}/changes/{at}"),
                    Code::MissingField,
                    "one of `set`, `add` and `times` is missing",
                )),
                _ => problems.push(Problem::new(
                    format!("{path}/changes/{at}"),
                    Code::UnknownField,
                    "only one of `set`, `add` and `times` is allowed",
                )),
            }
            None
        });
        Lever { name: self.name, changes: changes.collect() }
    }
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

fn failed(problems: Problems) -> Error {
    match problems.finish() {
        Err(error) => error,
        Ok(()) => Problem::new("", Code::InvalidJson, "this is no document").into(),
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
            ("/levers/1/changes/1", Code::UnknownField),
            ("/levers/1/name", Code::RepeatedEntry),
        ];
        assert_eq!(found, expected);
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
