//! The documents that a group of people is asked with.

use std::fs::File;
use std::path::Path;

use worthwhile::{Error, ErrorKind, Options, Plan};
use worthwhile_groups::{Group, Lever, Map, TableReader};

use crate::failure::Failure;
use crate::format::Format;
use crate::input::{read_case, read_file, unreadable};

/// The word for levers that are those of the plan.
const ALL: &str = "all";

/// Reads files. A refusal says which one it is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Files {
    pub(super) format: Format,
}

impl Files {
    /// A file was refused.
    pub(super) fn refused(self, path: &Path, error: &Error) -> Failure {
        match error.kind() {
            ErrorKind::Invalid => {
                let file = path.display().to_string();
                Failure::FileRefused("file", file, error.problems().to_vec(), self.format)
            }
            _ => Failure::new(error, self.format),
        }
    }

    /// The table of people.
    pub(super) fn table(self, path: &Path) -> Result<TableReader, Failure> {
        // Whether it is there is told as of any other file.
        File::open(path).map_err(|error| unreadable(&format!("`{}`", path.display()), &error))?;
        TableReader::open(path).map_err(|error| self.refused(path, &error))
    }

    pub(super) fn plan(self, path: &Path, options: &Options) -> Result<Plan, Failure> {
        let case = read_case(path)?;
        let plan = case.text().and_then(|text| Plan::read_with(text, options.catalogue()));
        plan.map_err(|error| self.refused(path, &error))
    }

    pub(super) fn map(self, path: &Path) -> Result<Map, Failure> {
        let file = read_file(path)?;
        file.text().and_then(Map::read).map_err(|error| self.refused(path, &error))
    }

    /// The levers of a file, or all of the plan.
    pub(super) fn levers(self, path: &Path, group: &Group) -> Result<Vec<Lever>, Failure> {
        if path == Path::new(ALL) {
            return Ok(Lever::all_of(group.plan()));
        }
        let file = read_file(path)?;
        let levers = file.text().and_then(Lever::read);
        let levers = levers.and_then(|levers| group.check(&levers).map(|()| levers));
        levers.map_err(|error| self.refused(path, &error))
    }
}
