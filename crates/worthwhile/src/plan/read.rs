//! Reading a case whole: its text or its tree, completed where nothing refuses it.

use crate::case::Case;
use crate::catalogue::Catalogue;
use crate::complete::{Complete, complete};
use crate::error::Error;
use crate::problem::{Problem, Problems, Severity};
use crate::read::{self, Cursor, Node, Path};

/// What reading a document gives: the case and its completion where nothing refuses it, and what
/// there is to say about it.
pub(super) struct Read {
    pub(super) accepted: Option<(Case, Complete)>,
    pub(super) problems: Vec<Problem>,
}

/// Reads a case from text.
pub(super) fn read(text: &str, catalogue: &Catalogue) -> Read {
    match read::parse(text) {
        Ok(root) => read_tree(&root, catalogue),
        Err(problem) => Read { accepted: None, problems: vec![*problem] },
    }
}

fn read_tree(root: &Node<'_>, catalogue: &Catalogue) -> Read {
    let found = Problems::default();
    let read = read::decode(Cursor { node: root, path: Path::ROOT, sink: &found }).map(|case| {
        let complete = complete(&case, catalogue, &found);
        (case, complete)
    });
    let problems = read::in_document_order(found, root);
    let is_refused = problems.iter().any(|problem| problem.severity == Severity::Error);
    Read { accepted: read.filter(|_| !is_refused), problems }
}

impl<'de> serde::Deserialize<'de> for Case {
    /// Reads with the same reader and the shipped catalogue; the error lists every problem.
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let root = read::from_deserializer(from)?;
        let read = read_tree(&root, Catalogue::builtin());
        match read.accepted {
            Some((case, _)) => Ok(case),
            None => Err(serde::de::Error::custom(Error::invalid(read.problems))),
        }
    }
}
