//! Documents of every version are kept, and stay good.
//!
//! `tests/documents/1/` holds cases, an answer and a list of problems as the first release wrote
//! them. They are never changed. A version that can be read has a folder there.

use std::path::{Path, PathBuf};

use serde_json::Value;
use worthwhile::{Code, SCHEMA_VERSION};

use crate::support::{CASE, refusals};

fn folder(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("documents").join(version.to_string())
}

/// The kept documents of one kind, by file.
fn kept(folder: &Path, kind: &str) -> Result<Vec<(PathBuf, String)>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{folder:?}: {error}"))?;
    let is_of_kind = |path: &PathBuf| {
        path.file_stem().is_some_and(|stem| stem.to_string_lossy().starts_with(kind))
    };
    let paths = entries.map(|entry| entry.unwrap().path()).filter(is_of_kind);
    let documents: Vec<_> =
        paths.map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect();
    if documents.is_empty() { Err(format!("{folder:?}: no {kind}")) } else { Ok(documents) }
}

#[test]
fn an_empty_folder_is_an_error() {
    let empty = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-documents");
    std::fs::create_dir_all(&empty).unwrap();
    assert!(kept(&empty, "case").unwrap_err().ends_with("no case"));
    assert!(kept(&folder(0), "case").is_err());
}

#[test]
fn cases_of_every_version_are_read() {
    for version in 1..=SCHEMA_VERSION {
        for (path, text) in kept(&folder(version), "case").unwrap() {
            assert!(refusals(&text).is_empty(), "{path:?}: {:?}", worthwhile::check(&text));
            assert!(worthwhile::assess(&text).is_ok(), "{path:?}");
        }
    }
}

#[test]
fn cases_of_this_version_follow_the_schema() {
    for (path, text) in kept(&folder(SCHEMA_VERSION), "case").unwrap() {
        let document = serde_json::from_str(&text).unwrap();
        CASE.check(&document).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    }
}

/// An answer may gain fields. What was in it stays, under its name and with its type.
#[test]
fn answers_only_grow() {
    let folder = folder(SCHEMA_VERSION);
    for (path, before) in kept(&folder, "assessment").unwrap() {
        let name = path.file_name().unwrap().to_string_lossy().replace("assessment", "case");
        let case = std::fs::read_to_string(folder.join(name)).expect("an answer has its case");
        let now = worthwhile::assess(&case).expect("the case is read");
        let kept = is_kept(&parse(&before), &parse(&now), "");
        kept.unwrap_or_else(|error| panic!("{path:?}: {error}"));
    }
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn is_kept(before: &Value, now: &Value, at: &str) -> Result<(), String> {
    match (before, now) {
        (Value::Object(before), Value::Object(now)) => {
            if let (Some(was), Some(is)) = (before.get("kind"), now.get("kind"))
                && was != is
            {
                return Ok(());
            }
            for (key, value) in before {
                let place = format!("{at}/{key}");
                let now = now.get(key).ok_or_else(|| format!("{place} is gone"))?;
                is_kept(value, now, &place)?;
            }
            Ok(())
        }
        (Value::Array(before), Value::Array(now)) => before.iter().try_for_each(|value| {
            let is_same =
                |other: &&Value| ["kind", "id", "input"].iter().all(|key| value[key] == other[key]);
            // Another figure may give other reasons, but never reasons of another form.
            match now.iter().find(|other| value.is_object() && is_same(other)) {
                Some(other) => is_kept(value, other, at),
                None => Ok(()),
            }
        }),
        // A number that is assumed may become an estimate, and the other way round.
        _ if at.ends_with("/value") => Ok(()),
        _ if std::mem::discriminant(before) == std::mem::discriminant(now) => Ok(()),
        _ => Err(format!("{at} was {before} and is {now}")),
    }
}

#[test]
fn a_field_that_goes_or_changes_its_type_is_noticed() {
    let before = parse(r#"{"a": 1, "reasons": [{"kind": "hours", "hours": 2}]}"#);
    let grown = r#"{"a": 2, "reasons": [{"kind": "new"}, {"kind": "hours", "hours": 3}], "b": 1}"#;
    assert_eq!(is_kept(&before, &parse(grown), ""), Ok(()));
    for changed in
        [r#"{"reasons": []}"#, r#"{"a": "1", "reasons": []}"#, r#"{"a": 1, "reasons": {}}"#]
    {
        assert!(is_kept(&before, &parse(changed), "").is_err(), "{changed}");
    }
    let reasons = r#"{"a": 1, "reasons": [{"kind": "hours"}]}"#;
    assert_eq!(is_kept(&before, &parse(reasons), ""), Err("/reasons/hours is gone".to_owned()));
}

/// Codes are never renamed, and a problem keeps its fields.
#[test]
fn problems_keep_their_form() {
    for (path, text) in kept(&folder(SCHEMA_VERSION), "problems").unwrap() {
        let document = parse(&text);
        let problems = document["problems"].as_array().unwrap();
        assert!(!problems.is_empty(), "{path:?}");
        let now = worthwhile::problems_document(&worthwhile::check("{}"));
        let now = parse(&now)["problems"][0].clone();
        for problem in problems {
            let code = problem["code"].as_str().unwrap();
            assert!(Code::ALL.iter().any(|known| known.as_str() == code), "{path:?}: {code}");
            for key in ["path", "code", "message", "severity"] {
                is_kept(&problem[key], &now[key], key).unwrap();
            }
        }
    }
}

/// Another version is refused, and the problem says what to do.
#[test]
fn another_version_is_a_problem_that_helps() {
    for (version, help) in [(0, "the first version is 1"), (SCHEMA_VERSION + 1, "upgrade")] {
        let mut case = crate::support::example();
        case["schema_version"] = version.into();
        let problems = worthwhile::check(&case.to_string());
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].code, Code::UnknownVersion);
        assert_eq!(problems[0].path, "/schema_version");
        assert!(problems[0].help.as_deref().unwrap().contains(help), "{problems:?}");
        assert!(!CASE.accepts(&case));
    }
}
