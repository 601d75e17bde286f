//! Every surface has the operations and options that the table of surfaces lists, and no others.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: a panic is a failed test"
)]

use std::collections::BTreeSet;

use worthwhile::schema::{Host, openapi_document, tool};
use worthwhile::{Argument, Call, ErrorKind, Operation, OptionKey, Options};
use worthwhile_conformance::surfaces::{Cell, ENDINGS, FORMS, OPERATIONS, OPTIONS, Row, Surface};

const RUST: &[&str] = &[
    include_str!("../../crates/worthwhile/src/analysis/options.rs"),
    include_str!("../../crates/worthwhile/src/answer/run.rs"),
    include_str!("../../crates/worthwhile/src/catalogue/mod.rs"),
    include_str!("../../crates/worthwhile/src/interview/next.rs"),
    include_str!("../../crates/worthwhile/src/compare/mod.rs"),
    include_str!("../../crates/worthwhile/src/plan/mod.rs"),
    include_str!("../../crates/worthwhile/src/plan/replace.rs"),
    include_str!("../../crates/worthwhile/src/schema/mod.rs"),
    include_str!("../../crates/worthwhile/src/wire/bytes.rs"),
    include_str!("../../crates/worthwhile/src/wire/call.rs"),
];
const COMMANDS: &str = include_str!("../../crates/worthwhile-cli/src/commands/mod.rs");
const HEADER: &str = include_str!("../../bindings/c/include/worthwhile.h");
const STUB: &str = include_str!("../../bindings/python/python/worthwhile/_worthwhile.pyi");
const ERRORS: &str = include_str!("../../bindings/python/python/worthwhile/_errors.py");
const SCRIPT: &[&str] = &[
    include_str!("../../bindings/js/src/lib.rs"),
    include_str!("../../bindings/js/src/plan.rs"),
    include_str!("../../bindings/js/src/forms.rs"),
    include_str!("../../bindings/js/src/types.rs"),
];
/// What the package has besides its WebAssembly.
const SCRIPT_BY_HAND: &str = include_str!("../../bindings/js/package/index.d.ts");
const SCRIPT_ERRORS: &str = include_str!("../../bindings/js/package/errors.d.ts");
const CASE: &str = include_str!("../../crates/worthwhile/examples/mvp.json");

fn operation(row: &Row) -> Operation {
    Operation::from_name(row.name).unwrap()
}

/// Looks at one column: `find` says whether the surface has what a cell names, `any` whether it has
/// the operation in any way.
fn hold(surface: Surface, find: impl Fn(&Row, &str) -> bool, any: impl Fn(&Row) -> bool) {
    for row in OPERATIONS {
        match row.on(surface) {
            Cell::Has(how) => assert!(find(row, how), "{surface:?} has no `{how}`"),
            Cell::Lacks(why) => {
                assert!(!why.is_empty(), "{surface:?}: say why there is no `{}`", row.name);
                assert!(!any(row), "{surface:?} has `{}` now: say how it is called", row.name);
            }
        }
    }
}

#[test]
fn the_table_has_every_operation_and_every_option_in_the_order_of_the_library() {
    let rows: Vec<&str> = OPERATIONS.iter().map(|row| row.name).collect();
    let known: Vec<&str> = Operation::ALL.iter().map(|own| own.as_str()).collect();
    assert_eq!(rows, known);
    let rows: Vec<&str> = OPTIONS.iter().map(|row| row.name).collect();
    let known: Vec<&str> = OptionKey::ALL.iter().map(|own| own.as_str()).collect();
    assert_eq!(rows, [known, vec!["values", "watch"]].concat());
    let rows: Vec<&str> = ENDINGS.iter().map(|row| row.kind).collect();
    let known: Vec<&str> = ErrorKind::ALL.iter().map(|own| own.as_str()).collect();
    assert_eq!(rows, known);
}

#[test]
fn rust_has_a_function_for_every_operation() {
    hold(Surface::Rust, |_, how| is_rust(how), |_| false);
}

/// Whether the library has a public function with the last part of this name.
fn is_rust(path: &str) -> bool {
    let name = path.rsplit("::").next().unwrap();
    let heads = [format!("pub fn {name}("), format!("pub fn {name}<")];
    RUST.iter().any(|source| heads.iter().any(|head| source.contains(head)))
}

/// What a call answers with begins as the part of an assessment of that name, or is such a document.
#[test]
fn every_operation_over_text_answers_and_the_others_say_that_they_do_not() {
    let options = Options::default().with_scenarios(64);
    let answer = |row: &Row| {
        let names = "/pursuits/mvp/activities/speaking/hours";
        let name = match operation(row).takes() {
            [Argument::PresetId] => "rest",
            [Argument::SchemaName] => "case",
            _ => names,
        };
        let document = match operation(row).takes() {
            [Argument::Interview] => r#"{"schema_version": 1}"#,
            _ => CASE,
        };
        let call = Call::new(operation(row)).case(document).other_case(CASE);
        call.name(name).options(&options).run()
    };
    let find = |row: &Row, how: &str| {
        let variant = format!("Operation::{:?}", operation(row));
        let text = answer(row).unwrap();
        how == variant && operation(row).is_text() && text.starts_with('{')
    };
    hold(Surface::Text, find, |row| {
        operation(row).is_text() || !answer(row).unwrap_err().is_not_found()
    });
    for part in ["inputs", "sensitivity", "flips", "information"] {
        let row = OPERATIONS.iter().find(|row| row.name == part).unwrap();
        assert!(answer(row).unwrap().starts_with(&format!("{{\"{part}\":")), "{part}");
    }
}

#[test]
fn parts_that_are_asked_for_alone_are_those_of_the_whole_answer() {
    let options = Options::default().with_scenarios(64).with_flips(true);
    let json = |operation: Operation| -> serde_json::Value {
        let text = Call::new(operation).case(CASE).options(&options).run().unwrap();
        serde_json::from_str(&text).unwrap()
    };
    let whole = json(Operation::Assess);
    for part in [Operation::Sensitivity, Operation::Flips, Operation::Information] {
        assert_eq!(json(part)[part.as_str()], whole[part.as_str()], "{part}");
    }
}

/// The tests of the command look at its help.
#[test]
fn the_command_reads_its_operations_from_the_table() {
    let entry = |row: &Row| COMMANDS.contains(&format!("about(Operation::{:?})", operation(row)));
    hold(Surface::Command, |row, how| how == row.name && entry(row), entry);
}

#[test]
fn the_header_of_c_has_its_functions() {
    let has = |name: &str| HEADER.contains(&format!(" {name}("));
    let any = |row: &Row| {
        has(&format!("worthwhile_{}", row.name)) || has(&format!("worthwhile_plan_{}", row.name))
    };
    hold(Surface::C, |_, how| has(how), any);
}

#[test]
fn the_header_names_every_operation_that_can_be_called_by_name() {
    let about = HEADER.split("worthwhile_status worthwhile_call(").next().unwrap();
    let about = about.rsplit("/**").next().unwrap();
    for own in Operation::ALL {
        assert_eq!(about.contains(&format!("`{own}`")), own.is_text(), "{own}");
    }
}

#[test]
fn the_stub_of_python_has_its_functions() {
    let find = |_: &Row, how: &str| match how.strip_prefix("Plan.") {
        Some(method) => STUB.contains(&format!("    def {method}(self")) || method_of_lines(method),
        None => STUB.contains(&format!("\ndef {how}(")),
    };
    hold(Surface::Python, find, |row| STUB.contains(&format!("def {}(", row.name)));
}

/// A method whose parameters have lines of their own.
fn method_of_lines(method: &str) -> bool {
    STUB.contains(&format!("    def {method}(\n        self,"))
}

#[test]
fn the_javascript_package_has_its_functions() {
    let any = |row: &Row| is_script(&row.name.replace("_a", "A"));
    hold(Surface::JavaScript, |_, how| is_script(how), any);
}

/// Whether the package has a function, a method or an option with the last part of this name.
fn is_script(path: &str) -> bool {
    let name = path.rsplit('.').next().unwrap();
    let heads = [format!("pub fn {name}("), format!("js_name = {name}"), format!("  {name}?: ")];
    let is_made = SCRIPT.iter().any(|file| heads.iter().any(|head| file.contains(head)));
    is_made || SCRIPT_BY_HAND.contains(&format!("export declare function {name}("))
}

/// The keywords of each call, beside what it always takes, are the options it looks at.
#[test]
fn the_stub_of_python_has_the_options_that_an_operation_looks_at() {
    for row in OPERATIONS {
        let Cell::Has(how) = row.on(Surface::Python) else { continue };
        let method = how.strip_prefix("Plan.");
        let head = match method {
            Some(method) => STUB.split(&format!("    def {method}(")).nth(1).unwrap(),
            None => STUB.split(&format!("\ndef {how}(")).nth(1).unwrap(),
        };
        let head = head.split(" -> ").next().unwrap();
        let given: BTreeSet<&str> = OptionKey::ALL
            .iter()
            .map(|key| key.as_str())
            .filter(|key| head.contains(&format!("{key}: ")))
            .collect();
        let looked_at = operation(row).options().iter().filter(|key| {
            // A plan has its presets already, and knows what it is to tell.
            method.is_none() || !matches!(key, OptionKey::Presets | OptionKey::Redact)
        });
        assert_eq!(given, looked_at.map(|key| key.as_str()).collect(), "{how}");
    }
}

#[test]
fn the_openapi_document_has_its_paths_and_no_others() {
    let document = openapi_document();
    let paths = document["paths"].as_object().unwrap();
    hold(
        Surface::OpenApi,
        |row, how| {
            let own = &paths[how]["post"];
            own["operationId"] == row.name && own["summary"] == operation(row).meaning()
        },
        |row| paths.contains_key(&format!("/{}", row.name)),
    );
    let shown = OPERATIONS.iter().filter(|row| matches!(row.on(Surface::OpenApi), Cell::Has(_)));
    assert_eq!(paths.len(), shown.count());
}

#[test]
fn every_host_of_a_model_has_the_one_tool() {
    let tools = Host::ALL.map(tool);
    let named = |name: &str| tools.iter().all(|tool| tool["name"] == name);
    hold(Surface::Tool, |_, how| named(how), |row| named(row.name));
}

#[test]
fn options_are_where_the_table_says() {
    for row in OPTIONS {
        if let Cell::Has(how) = row.on(Surface::Rust) {
            assert!(is_rust(how), "{how}");
        }
        if let Cell::Has(key) = row.on(Surface::C) {
            let is_option = HEADER.contains(&format!(" * - `{key}`: "));
            assert!(is_option || HEADER.contains(&format!(" {key}(")) || is_type(key), "{key}");
        }
        if let Cell::Has(key) = row.on(Surface::Python) {
            assert!(STUB.contains(&format!("{key}: ")), "{key}");
        }
        if let Cell::Has(how) = row.on(Surface::JavaScript) {
            // Those of the library are declared from its table.
            let is_made = OptionKey::ALL.iter().any(|key| key.as_str() == how);
            assert!(is_made || is_script(how), "{how}");
        }
        for (surface, cell) in row.cells.iter().enumerate() {
            assert!(!matches!(cell, Cell::Lacks("")), "{}: say why not on {surface}", row.name);
        }
    }
}

/// Whether the header of C has a type of function with this name.
fn is_type(name: &str) -> bool {
    HEADER.contains(&format!("(*{name})("))
}

/// The tests of the command look at its formats.
#[test]
fn an_answer_is_written_in_the_forms_that_the_table_says() {
    const SOURCES: [&str; 4] = [
        include_str!("../../crates/worthwhile/src/wire/mod.rs"),
        include_str!("../../crates/worthwhile/src/words/page/mod.rs"),
        include_str!("../../crates/worthwhile/src/words/comparison/page.rs"),
        include_str!("../../crates/worthwhile-report/src/lib.rs"),
    ];
    const VALUES: [&str; 2] = [
        include_str!("../../bindings/python/python/worthwhile/_values/answer.py"),
        include_str!("../../bindings/python/python/worthwhile/_values/comparison.py"),
    ];
    let has = |surface: Surface, how: &str| match surface {
        Surface::Rust => {
            let name = how.rsplit("::").next().unwrap();
            SOURCES.iter().any(|source| source.contains(&format!("pub fn {name}(&self")))
        }
        Surface::C => HEADER.contains(&format!(" {how}(")),
        Surface::Python => {
            let name = how.rsplit('.').next().unwrap();
            VALUES.iter().any(|values| values.contains(&format!("    def {name}(self")))
        }
        Surface::JavaScript => is_script(how),
        _ => true,
    };
    for row in FORMS {
        for surface in [Surface::Rust, Surface::C, Surface::Python, Surface::JavaScript] {
            let Cell::Has(how) = row.on(surface) else { panic!("{}", row.name) };
            assert!(has(surface, how), "{surface:?} has no `{how}`");
        }
        assert!(row.cells.iter().all(|cell| *cell != Cell::Lacks("")), "{}", row.name);
    }
}

#[test]
fn every_kind_of_error_has_a_status_and_an_exception() {
    for ending in ENDINGS {
        assert_eq!(ending.status, format!("WORTHWHILE_STATUS_{}", ending.kind.to_uppercase()));
        assert!(HEADER.contains(&format!("  {} = ", ending.status)), "{}", ending.status);
        assert!(ERRORS.contains(&format!("class {}(", ending.exception)), "{}", ending.exception);
        let class = format!("export declare class {} ", ending.exception);
        assert!(SCRIPT_ERRORS.contains(&class), "{class}");
    }
}
