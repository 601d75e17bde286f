//! The vectors as files that a program in C can read: what goes in, and the library's own text.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use worthwhile::{Error, Options, Outputs, Plan, Problem, Rows};
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
const ROWS_REFUSED: i32 = 23;

/// One call and what C has to say.
struct Expected {
    call: &'static str,
    name: String,
    text: String,
    /// Options in JSON, the rows that go in, or the other case.
    options: Vec<u8>,
    answer: Result<Vec<u8>, Error>,
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
        match vector.call {
            Call::Check => all.push(Expected::new("check", &name, &text, Ok(checked(&text)))),
            Call::Expand => {
                all.push(Expected::new("expand", &name, &text, worthwhile::expand(&text)));
            }
            Call::Ask => {
                let answer = worthwhile::Call::new(worthwhile::Operation::Ask).case(&*text).run();
                all.push(Expected::new("ask", &name, &text, answer));
            }
            Call::Assess => all.extend(of_case(&name, &text)),
            Call::Compare => {
                let other = vector.other_text();
                let call = worthwhile::Call::new(worthwhile::Operation::Compare);
                let answer = call.case(&*text).other_case(other).run();
                let expected = Expected::new("compare", &name, &text, answer);
                all.push(Expected { options: other.as_bytes().to_vec(), ..expected });
            }
        }
    }
    Ok(all)
}

/// The answer by each of the ways that lead to it. As it is asked it takes thousands of scenarios, so
/// that its name ends in a word by which slow tools leave it out.
fn of_case(name: &str, text: &str) -> Vec<Expected> {
    let asked =
        Expected::new("assess", &format!("{name}:as_asked"), text, worthwhile::assess(text));
    let is_answered = asked.answer.is_ok();
    let mut all = vec![asked];
    let plan = match Plan::read(text) {
        Ok(plan) if is_answered => plan,
        Ok(_) => return all,
        Err(error) => {
            all.push(Expected::new("plan_json", name, text, Err(error)));
            return all;
        }
    };
    let mut with = |call, options: &str| {
        let answer =
            Options::read(options).and_then(|options| plan.run().options(&options).assess());
        let answer = answer.map(|answer| match call {
            "plan_text" => answer.to_text(),
            _ => answer.to_json(),
        });
        let expected = Expected::new(call, name, text, answer);
        all.push(Expected { options: options.as_bytes().to_vec(), ..expected });
    };
    with("plan_json", r#"{"scenarios": 64, "threads": 2}"#);
    with("plan_text", r#"{"scenarios": 64, "seed": 7}"#);
    with("assess", r#"{"scenarios": 0, "thread": 2}"#);
    all.extend(rows(&plan).map(|rows| of_rows(name, text, &plan, &rows)));
    all
}

/// The base case and, where there is such an input, half the free hours; then a row with a number
/// that no field takes.
fn rows(plan: &Plan) -> [Vec<f64>; 2] {
    let base = plan.base();
    let mut rows = base.repeat(2);
    let halved = plan.inputs().iter().position(|input| &*input.name == FREE_HOURS);
    if let Some(hours) = halved.and_then(|at| rows.get_mut(base.len() + at)) {
        *hours /= 2.0;
    }
    let mut wrong = rows.clone();
    if let Some(last) = wrong.last_mut() {
        *last = f64::NAN;
    }
    [rows, wrong]
}

const FREE_HOURS: &str = "/person/time/free_hours_per_week";

fn of_rows(name: &str, text: &str, plan: &Plan, rows: &[f64]) -> Expected {
    let count = rows.len() / plan.base().len().max(1);
    let mut figures = vec![0.0; count * plan.outputs(Outputs::all()).len()];
    let done = plan.evaluate(Rows::whole(rows), Outputs::all(), &mut figures);
    let answer = done.and_then(worthwhile::Refused::ok).map(|()| bytes(&figures));
    let call = "rows";
    Expected { call, name: name.to_owned(), text: text.to_owned(), options: bytes(rows), answer }
}

fn bytes(numbers: &[f64]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_ne_bytes()).collect()
}

fn of_names() -> Vec<Expected> {
    let ids = worthwhile::Catalogue::builtin().presets.keys().map(String::as_str);
    let presets = ids.chain(["", "resst"]).map(|id| {
        let answer = worthwhile::presets(Some(id).filter(|id| !id.is_empty()));
        Expected::new("presets", &format!("preset:{id}"), id, answer)
    });
    let schemas = worthwhile::schema::names().chain(["cases"]).map(|name| {
        let answer = worthwhile::schema_text(name);
        Expected::new("schema", &format!("schema:{name}"), name, answer)
    });
    presets.chain(schemas).collect()
}

impl Expected {
    fn new(call: &'static str, name: &str, text: &str, answer: Result<String, Error>) -> Self {
        let (name, text) = (name.to_owned(), text.to_owned());
        Self { call, name, text, options: Vec::new(), answer: answer.map(String::into_bytes) }
    }

    fn write(&self, folder: &Path, number: usize) -> std::io::Result<i32> {
        fs::create_dir_all(folder)?;
        let put =
            |ending: &str, text: &[u8]| fs::write(folder.join(format!("{number}.{ending}")), text);
        put("in", self.text.as_bytes())?;
        put("options", &self.options)?;
        match &self.answer {
            Ok(answer) => put("out", answer).map(|()| OK),
            Err(error) => {
                let document = worthwhile::problems_document(error.problems());
                put("out", document.as_bytes())?;
                // The one row that `rows` makes wrong is counted first.
                let (status, count) = match self.call {
                    "rows" => (ROWS_REFUSED, "rows refused: 1; the first: "),
                    _ if error.is_invalid() => (INVALID, ""),
                    _ => (NOT_FOUND, ""),
                };
                put("told", format!("{count}{}", told(error)).as_bytes())?;
                Ok(status)
            }
        }
    }
}

fn checked(text: &str) -> String {
    worthwhile::problems_document(&worthwhile::check(text))
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
