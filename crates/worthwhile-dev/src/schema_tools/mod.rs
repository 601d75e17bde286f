//! The tools that people meet the schemas through: validators and generators. They come
//! from other registries, so they are set up in folders of their own. The whole is a command of its
//! own and the last part of `cargo dev test`.

pub(crate) mod browser;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;
use worthwhile_conformance::vectors;

use crate::steps::{self, Step, step};

const PYTHON_ENVIRONMENT: Step =
    step("Python environment", "python3", &["-m", "venv", "tests/schema-tools/.venv"]);
const PACKAGES: Step = step(
    "Python packages, Node.js and Go",
    PYTHON,
    &["-m", "pip", "install", "--quiet", "--requirement", "tests/schema-tools/requirements.txt"],
)
.within(300);
const NODE_AND_GO: Step =
    step("Node.js and Go put beside Python", PYTHON, &["tests/schema-tools/programs.py"]);

/// What brings Node.js, for whatever else runs on it.
pub(crate) const PROGRAMS: &[Step] = &[PYTHON_ENVIRONMENT, PACKAGES, NODE_AND_GO];

/// What the tools need. Versions are pinned by the lock files. The lists run side by side, as
/// waiting for a registry takes no processor.
const INSTALL: &[&[Step]] = &[
    &[
        PYTHON_ENVIRONMENT,
        PACKAGES,
        NODE_AND_GO,
        step("npm packages", NODE, &npm("tests/schema-tools")).within(300),
    ],
    &[
        // Both are built already where this is a part of `cargo dev test`.
        step(
            "the command",
            "cargo",
            &["build", "--quiet", "--release", "--package", "worthwhile-cli"],
        ),
        TYPIFY,
    ],
];

pub(crate) const TYPIFY: Step = step(
    "typify",
    "cargo",
    &[
        "build",
        "--quiet",
        "--locked",
        "--manifest-path",
        "tests/schema-tools/typify/Cargo.toml",
        "--target-dir",
        "tests/schema-tools/made/typify",
    ],
);

const RUN: &[&[Step]] = &[
    &[
        step("tools of JavaScript and Go", NODE, &["tests/schema-tools/tools.mjs", MADE])
            .within(300),
        step(
            "tools of Rust",
            "tests/schema-tools/made/typify/debug/worthwhile-typify-check",
            &[MADE],
        )
        .within(200),
        step("what the pages say", PYTHON, &["tests/schema-tools/paths.py", MADE]).within(400),
    ],
    &[step("tools of Python", PYTHON, &["tests/schema-tools/tools.py", MADE])
        .with_env(&[("HYPOTHESIS_STORAGE_DIRECTORY", "tests/schema-tools/made/hypothesis")])
        .within(300)],
];

const PYTHON: &str = "tests/schema-tools/.venv/bin/python";

/// Not the one on the path: there may be none, and all machines should have the same.
pub(crate) const NODE: &str = "tests/schema-tools/.venv/bin/node";

/// No package runs anything of its own when it is installed: it would look for a Node.js on the path.
pub(crate) const fn npm(folder: &'static str) -> [&'static str; 6] {
    ["tests/schema-tools/.venv/bin/npm", "ci", "--silent", "--ignore-scripts", "--prefix", folder]
}

/// Where everything goes that is made, from the root of the workspace.
const MADE: &str = "tests/schema-tools/made";

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Says in a sentence what is needed and can not be had here.
pub(crate) fn check() -> Result<(), String> {
    browser::check()
}

/// Installs the tools, gives them the documents of the vectors, and runs them all.
pub(crate) fn run(log: &mut (impl Write + Send)) -> Result<(), String> {
    browser::install(log)?;
    steps::side_by_side(INSTALL, log)?;
    let folder = Path::new(ROOT).join(MADE);
    let count = documents(&folder)?;
    let _ = writeln!(log, "documents: {count} cases, each with its answer");
    steps::side_by_side(RUN, log)
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
    fs::copy(command().map_err(failed)?, folder.join("worthwhile")).map_err(failed)?;
    if count > 50 { Ok(count) } else { Err(format!("only {count} cases for the tools.")) }
}

/// The command as built for release: beside the folder of this program, wherever builds are put.
pub(crate) fn command() -> std::io::Result<PathBuf> {
    let this = std::env::current_exe()?;
    let builds = this.ancestors().nth(2).unwrap_or(&this);
    Ok(builds.join("release").join("worthwhile"))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str) -> String {
        fs::read_to_string(Path::new(ROOT).join(path)).expect(path)
    }

    /// Name and version of all that is asked for by name.
    fn pinned() -> Vec<(String, String)> {
        let mut all = Vec::new();
        for line in read("tests/schema-tools/requirements.txt").lines() {
            if !line.starts_with('#') {
                let (name, version) = line.split_once("==").expect(line);
                all.push((name.to_owned(), version.to_owned()));
            }
        }
        for folder in ["schema-tools", "report"] {
            let package = read(&format!("tests/{folder}/package.json"));
            let package: Value = serde_json::from_str(&package).unwrap();
            for (name, version) in package["dependencies"].as_object().unwrap() {
                all.push((name.clone(), version.as_str().unwrap().to_owned()));
            }
        }
        let typify = read("tests/schema-tools/typify/Cargo.toml");
        for line in typify.lines().filter(|line| line.starts_with("typify = ")) {
            let version = line.split('"').nth(1).unwrap().trim_start_matches('=');
            all.push(("typify".to_owned(), version.to_owned()));
        }
        all
    }

    #[test]
    fn every_tool_is_pinned() {
        let all = pinned();
        assert!(all.len() > 50, "{all:?}");
        for (name, version) in all {
            let is_whole = version.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
            assert!(is_whole && version.contains('.'), "{name}: {version}");
        }
    }

    /// The page and its commands name versions: they have to be those that were tried.
    #[test]
    fn the_page_names_the_versions_that_are_run() {
        let page = read("crates/worthwhile/docs/integrating.md");
        let pinned = pinned();
        let is_pinned = |version: &str, name: Option<&str>| {
            pinned.iter().any(|(known, of)| {
                of == version && name.is_none_or(|name| known.trim_end_matches("-core") == name)
            })
        };
        let mut seen = 0;
        for word in page.split(|letter: char| letter.is_whitespace() || ",|`".contains(letter)) {
            let word = word.trim_end_matches('.');
            // As in `npx name@1.2.3` and `name==1.2.3`, or alone.
            let named = word.split_once("==").or_else(|| word.rsplit_once('@'));
            let (name, version) = named.map_or((None, word), |(name, of)| (Some(name), of));
            let is_version = version.starts_with(|letter: char| letter.is_ascii_digit());
            if is_version && version.matches('.').count() == 2 {
                assert!(is_pinned(version, name), "{word}");
                seen += 1;
            }
        }
        assert!(seen >= 15, "{seen}");
    }
}
