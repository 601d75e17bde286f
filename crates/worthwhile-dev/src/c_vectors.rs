//! The vectors as files that a program in C can read: what goes in, and the library's own text.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use worthwhile::{Error, Plan, Problem};
use worthwhile_conformance::vectors::{self, Call};

/// Arguments of `cargo dev c-vectors`.
#[derive(Debug, Clone, Args)]
pub(crate) struct CVectors {
    /// Where to write them
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// The statuses of C that a call can end with here. The C test has their numbers a second time.
const OK: i32 = 0;
const INVALID: i32 = 20;
const NOT_FOUND: i32 = 21;

/// One call and what C has to say.
struct Expected {
    call: &'static str,
    name: String,
    text: String,
    answer: Result<String, Error>,
}

impl CVectors {
    /// Writes an index with a line for each call, and the files of each.
    pub(crate) fn run(&self) -> Result<(), String> {
        let mut all = of_documents()?;
        all.extend(of_names());
        let mut index = String::new();
        let written = all.iter().enumerate().try_for_each(|(number, expected)| {
            let status = expected.write(&self.folder, number)?;
            let _ = writeln!(index, "{} {status} {}", expected.call, expected.name);
            Ok(())
        });
        written
            .and_then(|()| fs::write(self.folder.join("index"), index))
            .map_err(|error: std::io::Error| format!("{}: {error}.", self.folder.display()))
    }
}

fn of_documents() -> Result<Vec<Expected>, String> {
    let mut all = Vec::new();
    for (name, vector) in vectors::load(&vectors::folder())? {
        let text = vector.to_text();
        let mut push = |call, answer| {
            all.push(Expected { call, name: name.clone(), text: text.clone(), answer });
        };
        match vector.call {
            Call::Check => push("check", Ok(problems(&worthwhile::check(&text)))),
            Call::Expand => push("expand", worthwhile::expand(&text)),
            Call::Assess => {
                let answer = Plan::read(&text).and_then(|plan| plan.assess());
                push("assess", worthwhile::assess(&text));
                push("plan_json", answer.clone().map(|answer| answer.to_json()));
                push("plan_text", answer.map(|answer| answer.to_text()));
            }
        }
    }
    Ok(all)
}

fn of_names() -> Vec<Expected> {
    let ids = worthwhile::Catalogue::builtin().presets.keys().map(String::as_str);
    let presets = ids.chain(["", "resst"]).map(|id| {
        let answer = worthwhile::presets(Some(id).filter(|id| !id.is_empty()));
        Expected { call: "presets", name: format!("preset:{id}"), text: id.to_owned(), answer }
    });
    let schemas = worthwhile::schema::names().chain(["cases"]).map(|name| {
        let answer = worthwhile::schema_text(name);
        Expected { call: "schema", name: format!("schema:{name}"), text: name.to_owned(), answer }
    });
    presets.chain(schemas).collect()
}

impl Expected {
    fn write(&self, folder: &Path, number: usize) -> std::io::Result<i32> {
        fs::create_dir_all(folder)?;
        let put =
            |ending: &str, text: &str| fs::write(folder.join(format!("{number}.{ending}")), text);
        put("in", &self.text)?;
        put("options", "")?;
        match &self.answer {
            Ok(answer) => put("out", answer).map(|()| OK),
            Err(error) => {
                put("out", &problems(error.problems()))?;
                put("told", &told(error))?;
                Ok(if error.is_invalid() { INVALID } else { NOT_FOUND })
            }
        }
    }
}

fn problems(found: &[Problem]) -> String {
    worthwhile::problems_document(found)
}

/// What C reads one by one: the message, then a line for each problem. A text of C has no NUL inside.
fn told(error: &Error) -> String {
    let mut text = format!("{error}\n");
    for problem in error.problems() {
        let severity = if problem.is_error() { "error" } else { "warning" };
        let help = problem.help.as_deref().unwrap_or_default();
        let Problem { path, code, message, .. } = problem;
        let _ = writeln!(text, "{path}\t{code}\t{severity}\t{message}\t{help}");
    }
    text.replace('\0', "\u{fffd}")
}
