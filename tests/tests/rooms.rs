//! Rooms one way: what a file imports stands below it. The order is the one that DESIGN.md gives;
//! the imports are read from the sources, those in attributes too.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: a panic is a failed test"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const CORE: &str = "crates/worthwhile/src";
/// Every crate whose files must not go round in circles.
const CRATES: [&str; 8] = [
    CORE,
    "crates/worthwhile-cli/src",
    "crates/worthwhile-dev/src",
    "crates/worthwhile-groups/src",
    "crates/worthwhile-report/src",
    "bindings/c/src",
    "bindings/js/src",
    "bindings/python/src",
];

/// The rooms of the core, the ground first, as DESIGN.md lists them.
fn order() -> Vec<String> {
    let design = fs::read_to_string(Path::new(ROOT).join("crates/worthwhile/DESIGN.md")).unwrap();
    let (_, section) = design.split_once("### How do the modules depend on each other?").unwrap();
    let list = section.split("\n\n").find(|paragraph| paragraph.trim().starts_with('`')).unwrap();
    list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The files of a source folder, by their module path; those of tests are left out.
fn files(source: &str) -> BTreeMap<Vec<String>, String> {
    let root = Path::new(ROOT).join(source);
    let mut found = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = module(path.strip_prefix(&root).unwrap());
                if !name.iter().any(|part| part == "tests") {
                    found.insert(name, code(&fs::read_to_string(&path).unwrap()));
                }
            }
        }
    }
    found
}

/// `read/tree.rs` as `[read, tree]`, `read/mod.rs` as `[read]`, `lib.rs` as nothing.
fn module(path: &Path) -> Vec<String> {
    let path: PathBuf = path.with_extension("");
    let parts = path.iter().map(|part| part.to_string_lossy().into_owned());
    parts.filter(|part| !["mod", "lib", "main"].contains(&part.as_str())).collect()
}

/// A source without its comments, tests and declarations of modules.
fn code(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    let kept = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    let kept = kept.filter(|line| !line.trim_start_matches("pub(crate) ").starts_with("mod "));
    kept.collect::<Vec<_>>().join("\n")
}

/// Every path in a source that starts with this word, with groups in braces taken apart.
fn paths(code: &str, start: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let start = format!("{start}::");
    for (at, _) in code.match_indices(&start) {
        let before = code[..at].chars().next_back();
        if !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            spread(&code[at + start.len()..], &[], &mut found);
        }
    }
    found
}

/// Takes one path, or a group of them, from the start of a text; gives what is left.
fn spread<'t>(text: &'t str, before: &[String], found: &mut Vec<Vec<String>>) -> &'t str {
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = spread(rest.trim_start_matches([' ', '\n', ',']), before, found);
            match rest.trim_start().strip_prefix('}') {
                Some(after) => return after,
                None if rest.trim_start().starts_with(',') => {}
                None => return rest,
            }
        }
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let mut path = before.to_vec();
    path.push(text[..end].to_owned());
    match text[end..].strip_prefix("::") {
        Some(rest) => spread(rest, &path, found),
        None => {
            found.push(path);
            &text[end..]
        }
    }
}

#[test]
fn rooms_of_the_core_know_only_those_below_them() {
    let order = order();
    let place = |room: &str| order.iter().position(|known| known == room);
    let mut back = Vec::new();
    let mut seen = BTreeSet::new();
    for (name, code) in files(CORE) {
        let Some(room) = name.first() else { continue };
        seen.insert(room.clone());
        let own = place(room).unwrap_or_else(|| panic!("DESIGN.md does not list `{room}`"));
        for path in paths(&code, "crate") {
            let other = place(&path[0]);
            if other.is_some_and(|other| other > own) {
                back.push(format!("{} imports {}", name.join("/"), path.join("::")));
            }
        }
    }
    assert!(back.is_empty(), "imports that run back up:\n{}", back.join("\n"));
    let listed: BTreeSet<String> = order.iter().cloned().collect();
    assert_eq!((listed.len(), listed), (order.len(), seen), "DESIGN.md lists what is there, once");
}

/// The file that a path leads to: the longest part of it that is a module.
fn target(files: &BTreeMap<Vec<String>, String>, path: &[String]) -> Option<Vec<String>> {
    (1..=path.len()).rev().map(|end| path[..end].to_vec()).find(|part| files.contains_key(part))
}

/// Which file imports which. A module that gives on what its parts have is not counted, and
/// neither is what a part takes from its own parent.
fn imports(files: &BTreeMap<Vec<String>, String>) -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let mut all = BTreeMap::new();
    for (name, code) in files {
        let parent = &name[..name.len().saturating_sub(1)];
        let absolute = paths(code, "crate").into_iter();
        let sibling = paths(code, "super").into_iter().map(|path| [parent, &path].concat());
        let found = absolute.chain(sibling).filter_map(|path| target(files, &path));
        let others = found.filter(|other| other != name && other != parent);
        all.insert(name.clone(), others.collect());
    }
    all
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    for source in CRATES {
        let mut left = imports(&files(source));
        // Files that import nothing that is left go, until none does.
        loop {
            let names: BTreeSet<Vec<String>> = left.keys().cloned().collect();
            let count = left.len();
            left.retain(|_, others| others.iter().any(|other| names.contains(other)));
            if left.len() == count {
                break;
            }
        }
        let circle: Vec<String> = left.keys().map(|name| name.join("/")).collect();
        assert!(circle.is_empty(), "{source}: in a circle, or above one: {}", circle.join(", "));
    }
}

#[test]
fn what_is_read_of_a_source_is_what_it_imports() {
    let source = "use crate::{a::B, c::{d, e::F}};\n// crate::no\nx::crate_::y; crate::g::h();";
    let found: Vec<String> =
        paths(&code(source), "crate").iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["a::B", "c::d", "c::e::F", "g::h"]);
}
