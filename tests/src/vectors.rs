//! The vectors: documents, and what every surface must say about them.
//!
//! They are data, in `tests/vectors/*.json`, so that the library, the command line and every
//! binding can be held to the same words. A runner gives [`trials`] a closure that puts one call to
//! its surface.

mod compare;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use libtest_mimic::{Failed, Trial};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// What is asked of a surface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// The answer to a case.
    Assess,
    /// The questions of an interview.
    Ask,
    /// Two cases side by side.
    Compare,
    /// The problems of a case, warnings included.
    Check,
    /// The case with everything written out.
    Expand,
}

/// What a surface said.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A document.
    Answer(Value),
    /// The list of problems.
    Problems(Value),
    /// It refused in words that are not for programs, so that only the refusal can be compared.
    Refused,
}

/// One file of vectors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    about: String,
    vectors: Vec<Vector>,
}

/// One call and what must come of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// Its name, unique among all files.
    pub name: String,
    /// Why it is there, and where its figures come from.
    pub why: String,
    /// What is asked.
    pub call: Call,
    // Kept as it was written: a parsed value would forget the order of keys, and with it the order
    // in which problems are due.
    document: Option<Box<RawValue>>,
    /// The case to compare it with.
    other: Option<Box<RawValue>>,
    text: Option<String>,
    build: Option<Build>,
    expect: Option<BTreeMap<String, Value>>,
    problems: Option<Vec<ExpectedProblem>>,
}

/// A text too long or too deep to write down.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Build {
    before: String,
    /// Here `{n}` stands for the number of the repetition, from 0: ids have to differ.
    repeat: String,
    times: usize,
    after: String,
}

/// A problem that must be found. What is not given is not compared.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedProblem {
    code: String,
    path: String,
    message: Option<String>,
    help: Option<String>,
    /// `found`, `allowed` and `suggestion`; those not named are not compared.
    data: Option<BTreeMap<String, Value>>,
}

/// The folder of the vectors.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// Reads every vector of a folder, each with the name of its test: that of its file and its own.
///
/// # Errors
/// Says what is wrong with which file: not of the form of a vector, a name given twice, or no
/// vector at all.
pub fn load(folder: &Path) -> Result<Vec<(String, Vector)>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{folder:?}: {error}"))?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let mut vectors = Vec::new();
    let mut names = BTreeSet::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{path:?}: {error}"))?;
        let file = parse(&text).map_err(|error| format!("{path:?}: {error}"))?;
        let theme = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for vector in file.vectors {
            if !names.insert(vector.name.clone()) {
                return Err(format!("{path:?}: `{}` is the name of two vectors", vector.name));
            }
            vectors.push((format!("{theme}::{}", vector.name), vector));
        }
    }
    if vectors.is_empty() {
        return Err(format!("{folder:?}: no vectors"));
    }
    Ok(vectors)
}

fn parse(text: &str) -> Result<File, String> {
    let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if file.about.is_empty() || file.vectors.is_empty() {
        return Err("a file needs an `about` and a vector".to_owned());
    }
    for vector in &file.vectors {
        vector.check().map_err(|error| format!("`{}`: {error}", vector.name))?;
    }
    Ok(file)
}

/// One named test per vector, for a surface that answers by `run`. It gets the call, the text and, to
/// compare, the text of the other case.
///
/// # Panics
/// Where the vectors cannot be read.
pub fn trials(run: impl Fn(Call, &str, &str) -> Outcome + Send + Sync + 'static) -> Vec<Trial> {
    let run = Arc::new(run);
    let vectors = load(&folder()).unwrap_or_else(|error| panic!("{error}"));
    let trial = |(name, vector): (String, Vector)| {
        let run = Arc::clone(&run);
        Trial::test(name, move || {
            let outcome = run(vector.call, &vector.to_text(), vector.other_text());
            vector.compare(&outcome).map_err(|error| Failed::from(format!("{error}\n{vector}")))
        })
    };
    vectors.into_iter().map(trial).collect()
}

impl Vector {
    fn check(&self) -> Result<(), String> {
        let is_snake = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if self.name.is_empty() || !self.name.chars().all(is_snake) {
            return Err("a name is in snake_case".to_owned());
        }
        if !self.why.ends_with('.') {
            return Err("`why` is a sentence".to_owned());
        }
        let inputs = [self.document.is_some(), self.text.is_some(), self.build.is_some()];
        if inputs.iter().filter(|is_given| **is_given).count() != 1 {
            return Err("give one of `document`, `text` and `build`".to_owned());
        }
        if self.other.is_some() != (self.call == Call::Compare) {
            return Err("`compare` and no other call takes an `other`".to_owned());
        }
        match (&self.expect, &self.problems) {
            (Some(_), None) if self.call == Call::Check => {
                Err("`check` finds `problems`, if only an empty list".to_owned())
            }
            (Some(expect), None) if expect.is_empty() => Err("`expect` is empty".to_owned()),
            (None, Some(problems)) if problems.is_empty() && self.call != Call::Check => {
                Err("without problems there is an answer to `expect`".to_owned())
            }
            (Some(_), None) | (None, Some(_)) => Ok(()),
            _ => Err("give `expect` or `problems`".to_owned()),
        }
    }

    /// The text that the surface is called with.
    ///
    /// # Panics
    /// Never for a vector that was loaded.
    #[must_use]
    pub fn to_text(&self) -> String {
        match (&self.document, &self.text) {
            (Some(document), _) => document.get().to_owned(),
            (_, Some(text)) => text.clone(),
            _ => self.build.as_ref().unwrap().to_text(),
        }
    }

    /// The text of the other case; empty where there is none.
    #[must_use]
    pub fn other_text(&self) -> &str {
        self.other.as_ref().map_or("", |other| other.get())
    }

    /// The codes of the problems it expects.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.problems.iter().flatten().map(|problem| problem.code.as_str())
    }
}

impl Build {
    fn to_text(&self) -> String {
        let mut text = self.before.clone();
        if self.repeat.contains("{n}") {
            for n in 0..self.times {
                text.push_str(&self.repeat.replace("{n}", &n.to_string()));
            }
        } else {
            text.push_str(&self.repeat.repeat(self.times));
        }
        text.push_str(&self.after);
        text
    }
}

impl std::fmt::Display for Vector {
    /// What a person needs to follow a failure up.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const SHOWN: usize = 4000;
        let text = self.to_text();
        writeln!(f, "why: {}", self.why)?;
        if text.len() > SHOWN {
            return write!(f, "{:?} of {} bytes", self.call, text.len());
        }
        write!(f, "{:?} of {text}", self.call)
    }
}

#[cfg(test)]
mod tests;
