//! Reports of the example people, looked at in a browser.

use std::fs;
use std::io::Write;
use std::path::Path;

use clap::Args;
use worthwhile::{Assessment, Plan};
use worthwhile_conformance::people::PEOPLE;
use worthwhile_report::Report;

use crate::generated::Mode;
use crate::schema_tools::{NODE, PROGRAMS, browser, npm};
use crate::steps::{self, Step, step};

/// Arguments of `cargo dev report`.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct ExampleReport {
    #[command(flatten)]
    mode: Mode,
}

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
/// The report that is committed, of the first of the people.
const EXAMPLE: &str = "crates/worthwhile/docs/answer.html";

/// Where reports go that are looked at, from the root of the workspace.
const MADE: &str = "tests/report/made";

const LOOK: [Step; 2] = [
    step("npm packages of the reports", NODE, &npm("tests/report")).within(300),
    step("the reports in Chromium", NODE, &["tests/report/test.mjs", MADE]).within(300),
];

impl ExampleReport {
    /// Writes the example, or says that it differs.
    pub(crate) fn run(self) -> Result<(), String> {
        let [person, ..] = PEOPLE;
        let html = Report::new(&answer(person.case)?).html();
        self.mode.file(&Path::new(ROOT).join(EXAMPLE), &html, "cargo dev report")
    }
}

/// Writes reports of the people, and of answers that are hard to lay out, and looks at them.
pub(crate) fn run(log: &mut (impl Write + Send)) -> Result<(), String> {
    browser::install(log)?;
    steps::run(PROGRAMS, log)?;
    let folder = Path::new(ROOT).join(MADE);
    let failed = |error: std::io::Error| format!("{}: {error}.", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(failed)?;
    }
    fs::create_dir_all(&folder).map_err(failed)?;
    for (name, answer) in answers()? {
        let report = Report::new(&answer).all(true);
        fs::write(folder.join(format!("{name}.html")), report.html()).map_err(failed)?;
    }
    let [person, ..] = PEOPLE;
    let part = Report::new(&answer(person.case)?).fragment();
    fs::write(folder.join(format!("{}.part", person.name)), part).map_err(failed)?;
    steps::run(&LOOK, log)
}

fn answers() -> Result<Vec<(String, Assessment)>, String> {
    let people = PEOPLE.iter().map(|own| Ok((own.name.to_owned(), answer(own.case)?)));
    let wide = "長い名前".repeat(50);
    let [person, ..] = PEOPLE;
    let mut long = answer(person.case)?;
    long.pursuits.iter_mut().for_each(|own| own.name.clone_from(&wide));
    let certain = r#"{"schema_version": 1, "pursuits": [{"id": "run-it", "name": "Run it",
        "activities": [{"kind": "organising", "hours": 6, "per_year": 100}],
        "benefits": [{"category": "networking", "strength": 6}]}],
        "person": {"motivations": {"belonging": 5}, "time": {"free_hours_per_week": 5},
        "horizon_years": 30, "protections": {"break_even_hours_per_week": 4}}}"#;
    let hard = [("long-names", Ok(long)), ("certain", answer(certain))];
    let hard = hard.into_iter().map(|(name, answer)| Ok((name.to_owned(), answer?)));
    people.chain(hard).collect()
}

fn answer(case: &str) -> Result<Assessment, String> {
    let plan = Plan::read(case).map_err(|error| error.to_string())?;
    plan.assess().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_up_to_date_and_small() {
        assert_eq!(ExampleReport { mode: Mode { check: true } }.run(), Ok(()));
        assert!(fs::metadata(Path::new(ROOT).join(EXAMPLE)).unwrap().len() < 80_000);
    }
}
