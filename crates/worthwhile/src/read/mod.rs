//! The one reader: JSON text to a value tree, the tree to a case, the case to a complete one. It
//! goes on after a problem, so that everything wrong is reported at once.

mod case;
mod cursor;
mod estimate;
mod options;
mod path;
mod person;
mod preset;
mod pursuit;
mod suggest;
mod tree;

#[cfg(feature = "schema")]
pub(crate) use cursor::{CURRENCY, NameForm, SLUG, SNAKE};
pub(crate) use cursor::{Sink, problem};
#[cfg(feature = "schema")]
pub(crate) use estimate::bounds;
pub(crate) use estimate::number_problem;
pub(crate) use options::{judge_options, options};
pub(crate) use person::{week_problem, without_motivation};
pub(crate) use preset::{catalogue, preset};
pub(crate) use suggest::nearest;
pub(crate) use tree::number;

use crate::case::Case;
use crate::catalogue::{Catalogue, Complete, expand};
use crate::limits::MAX_PROBLEMS;
use crate::problem::{Code, Problem, Severity};
use cursor::Cursor;
use path::Path;
use tree::{Node, Value};

/// What reading a document gives: the case and its completion where nothing refuses it, and what
/// there is to say about it.
pub(crate) struct Read {
    pub(crate) accepted: Option<(Case, Complete)>,
    pub(crate) problems: Vec<Problem>,
}

/// Reads a case from text.
pub(crate) fn read(text: &str, catalogue: &Catalogue) -> Read {
    match tree::parse(text) {
        Ok(root) => read_tree(&root, catalogue),
        Err(problem) => Read { accepted: None, problems: vec![*problem] },
    }
}

fn read_tree(root: &Node<'_>, catalogue: &Catalogue) -> Read {
    let sink = Sink::default();
    let read = case::decode(Cursor { node: root, path: Path::ROOT, sink: &sink }).map(|case| {
        let complete = expand(&case, catalogue, &sink);
        (case, complete)
    });
    let problems = in_document_order(sink.into_problems(), root);
    let is_refused = problems.iter().any(|problem| problem.severity == Severity::Error);
    Read { accepted: read.filter(|_| !is_refused), problems }
}

impl<'de> serde::Deserialize<'de> for Case {
    /// Reads with the same reader and the shipped catalogue; the error lists every problem.
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let root = tree::from_deserializer(from)?;
        let read = read_tree(&root, Catalogue::builtin());
        match read.accepted {
            Some((case, _)) => Ok(case),
            None => Err(serde::de::Error::custom(crate::error::Error::invalid(read.problems))),
        }
    }
}

/// Sorts problems by where they stand in the document and cuts after the limit, saying so.
fn in_document_order(
    (mut problems, unlisted): (Vec<Problem>, usize),
    root: &Node<'_>,
) -> Vec<Problem> {
    if problems.len() > 1 {
        problems.sort_by_cached_key(|problem| place(root, &problem.path));
    }
    let count = problems.len() + unlisted;
    if count > MAX_PROBLEMS {
        problems.truncate(MAX_PROBLEMS);
        let message = format!("{} more problems are not listed", count - MAX_PROBLEMS);
        problems.push(problem(String::new(), Code::MoreProblems, message));
    }
    problems
}

/// The place of the deepest value on the way to a pointer.
fn place(root: &Node<'_>, pointer: &str) -> u32 {
    let mut node = root;
    for part in pointer.split('/').skip(1) {
        let child = match &node.value {
            Value::Object(object) => object.get(&part.replace("~1", "/").replace("~0", "~")),
            Value::List(list) => part.parse::<usize>().ok().and_then(|index| list.get(index)),
            _ => None,
        };
        match child {
            Some(child) => node = child,
            None => break,
        }
    }
    node.place
}
