//! The file that keeps the case and the answers.

use std::path::{Path, PathBuf};

use worthwhile::Interview;

use crate::commands::typed_json;
use crate::failure::Failure;
use crate::format::Format;
use crate::input::read_file;
use crate::output::keep_private;

/// Where the answers are kept.
#[derive(Debug)]
pub(super) struct Saved(PathBuf);

impl Saved {
    /// The file, and its text if it is there. Without a name it is a new one in this folder.
    pub(super) fn open(path: Option<&Path>) -> Result<(Self, Option<String>), Failure> {
        let Some(path) = path else { return Ok((Self(new_name()), None)) };
        if !path.exists() {
            return Ok((Self(path.to_owned()), None));
        }
        let document = read_file(path)?;
        let text = document.text().map_err(|error| Failure::new(&error, Format::Text))?;
        Ok((Self(path.to_owned()), Some(text.to_owned())))
    }

    /// Writes the case with the answers, in the order in which they were asked: a question keeps its number
    /// when the interview goes on another day.
    pub(super) fn keep(&self, interview: &Interview<'_>, asked: &[String]) -> Result<(), Failure> {
        let mut case = interview.case().map_err(|error| Failure::new(&error, Format::Text))?;
        let place = |id: &str| asked.iter().position(|own| own == id).unwrap_or(usize::MAX);
        case.answers.sort_by(|one, _, other, _| place(one).cmp(&place(other)));
        keep_private(&self.0, &typed_json(&case)?)
    }

    pub(super) fn name(&self) -> String {
        self.0.display().to_string()
    }

    /// What to type to go on later.
    pub(super) fn how_to_go_on(&self) -> String {
        if !self.0.exists() {
            return "Nothing was answered, so nothing was saved.".to_owned();
        }
        let name = self.name();
        format!("Your answers are in {name}. To go on, run: worthwhile ask {}", quoted(&name))
    }

    /// Where the answer comes from, and what can be done with it.
    pub(super) fn where_it_is(&self) -> String {
        let name = self.name();
        let typed = quoted(&name);
        format!(
            "Your case and your answers are in {name}, which only you can read.\n\
             To see this answer again:     worthwhile assess {typed}\n\
             To change or add an answer:   worthwhile ask {typed}\n\
             To keep it as a page:         worthwhile assess {typed} -o answer.html\n"
        )
    }
}

/// A name as a shell takes it.
fn quoted(name: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./\\:".contains(c);
    if name.chars().all(is_plain) {
        name.to_owned()
    } else {
        format!("'{}'", name.replace('\'', "'\\''"))
    }
}

/// The first name that is free in this folder.
fn new_name() -> PathBuf {
    let first = PathBuf::from("worthwhile.json");
    if !first.exists() {
        return first;
    }
    let names = (2_u32..).map(|count| PathBuf::from(format!("worthwhile-{count}.json")));
    names.into_iter().find(|name| !name.exists()).unwrap_or(first)
}
