//! The tools that people meet the schemas through: validators, generators and a form. They come
//! from other registries, so this is a command of its own and no part of `cargo dev test`.

use std::fs;
use std::path::Path;

use serde_json::Value;
use worthwhile_conformance::vectors;

use crate::steps::{self, Step, step};

/// What the tools need, in folders of their own. Versions are pinned by the lock files.
const INSTALL: &[Step] = &[
    step("npm packages", "npm", &["ci", "--silent", "--prefix", "tests/schema-tools"]),
    step("npm packages of the form", "npm", &["ci", "--silent", "--prefix", "tests/form"]),
    step("python", "python3", &["-m", "venv", "tests/schema-tools/.venv"]),
    step(
        "python packages",
        "tests/schema-tools/.venv/bin/pip",
        &["install", "--quiet", "--requirement", "tests/schema-tools/requirements.txt"],
    ),
    step("the command", "cargo", &["build", "--quiet", "--package", "worthwhile-cli"]),
];

const RUN: &[Step] = &[
    step("tools of JavaScript", "node", &["tests/schema-tools/tools.mjs", MADE]),
    step(
        "tools of Python",
        "tests/schema-tools/.venv/bin/python",
        &["tests/schema-tools/tools.py", MADE],
    ),
    step(
        "tools of Rust",
        "cargo",
        &[
            "run",
            "--quiet",
            "--locked",
            "--manifest-path",
            "tests/schema-tools/typify/Cargo.toml",
            "--target-dir",
            "tests/schema-tools/made/typify",
            "--",
            MADE,
        ],
    ),
    step(
        "the form in Chromium",
        "node",
        &["tests/form/test.mjs", "tests/schema-tools/made/worthwhile"],
    ),
];

/// Where everything goes that is made, from the root of the workspace.
const MADE: &str = "tests/schema-tools/made";

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Installs the tools, gives them the documents of the vectors, and runs them all.
pub(crate) fn run(log: &mut impl std::io::Write) -> Result<(), String> {
    steps::run(INSTALL, log)?;
    let folder = Path::new(ROOT).join(MADE);
    let count = documents(&folder)?;
    let _ = writeln!(log, "documents: {count} cases, each with its answer");
    steps::run(RUN, log)
}

/// Writes every case of the vectors that the schema can judge, its answer, and the command.
fn documents(folder: &Path) -> Result<usize, String> {
    let failed = |error: std::io::Error| format!("{}: {error}.", folder.display());
    for kind in ["cases", "assessments"] {
        let inside = folder.join(kind);
        // What an earlier run left may be of vectors that are no more.
        if inside.exists() {
            fs::remove_dir_all(&inside).map_err(failed)?;
        }
        fs::create_dir_all(&inside).map_err(failed)?;
    }
    let mut count = 0;
    for (name, vector) in vectors::load(&vectors::folder())? {
        let Ok(case) = serde_json::from_str::<Value>(&vector.to_text()) else { continue };
        let text = plain(case).to_string();
        let Ok(answer) = worthwhile::assess(&text) else { continue };
        // Schemas know no null; the reader takes it for an absent field.
        if text.contains("null") {
            continue;
        }
        fs::write(folder.join("cases").join(format!("{name}.json")), &text).map_err(failed)?;
        let path = folder.join("assessments").join(format!("{name}.json"));
        fs::write(path, &answer).map_err(failed)?;
        count += 1;
    }
    // The command stands beside this program, wherever the build puts them.
    let this = std::env::current_exe().map_err(failed)?;
    fs::copy(this.with_file_name("worthwhile"), folder.join("worthwhile")).map_err(failed)?;
    if count > 50 { Ok(count) } else { Err(format!("only {count} cases for the tools.")) }
}

/// A document with its whole numbers written as such: types made for whole numbers do not read 3.0,
/// though a schema takes it for 3.
fn plain(value: Value) -> Value {
    match value {
        Value::Number(number) => match number.as_f64() {
            Some(real) if real.fract() == 0.0 && real.abs() < MOST => Value::from(real as i64),
            _ => Value::Number(number),
        },
        Value::Array(items) => items.into_iter().map(plain).collect(),
        Value::Object(entries) => {
            entries.into_iter().map(|(key, value)| (key, plain(value))).collect()
        }
        other => other,
    }
}

/// Whole numbers below are exact.
const MOST: f64 = 9_007_199_254_740_992.0;
