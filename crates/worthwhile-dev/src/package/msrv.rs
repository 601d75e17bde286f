//! Whether a dependency says that it needs a newer compiler than we say. That our own code needs none
//! is what the lint `incompatible_msrv` looks at.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The version that every crate of the workspace states.
const STATED: &str = env!("CARGO_PKG_RUST_VERSION");

/// Looks at every package that a workspace is built from, and says in a sentence which asks for more.
pub(super) fn check(folder: &Path) -> Result<(), String> {
    let failed = |error: String| format!("The dependencies could not be listed: {error}.");
    let listed = Command::new("cargo")
        .args(["metadata", "--quiet", "--format-version", "1"])
        .current_dir(folder)
        .output()
        .map_err(|error| failed(error.to_string()))?;
    let listed: Value =
        serde_json::from_slice(&listed.stdout).map_err(|error| failed(error.to_string()))?;
    let packages = listed.get("packages").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    match packages.iter().find_map(newer) {
        None if packages.is_empty() => Err(failed("there are none".to_owned())),
        None => Ok(()),
        Some(sentence) => Err(sentence),
    }
}

fn newer(package: &Value) -> Option<String> {
    let text = |key: &str| package.get(key).and_then(Value::as_str);
    let asked = text("rust_version")?;
    (number(asked) > number(STATED)).then(|| {
        format!(
            "{} {} needs Rust {asked}, and this workspace says that {STATED} is enough.",
            text("name").unwrap_or_default(),
            text("version").unwrap_or_default()
        )
    })
}

/// The parts of a version, to compare by.
fn number(version: &str) -> Vec<u32> {
    let mut parts: Vec<u32> = version.split('.').map(|part| part.parse().unwrap_or(0)).collect();
    parts.resize(3, 0);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_needs_a_newer_compiler_is_named() {
        let package = |version: Option<&str>| {
            newer(&serde_json::json!({"name": "a", "version": "1.0.0", "rust_version": version}))
        };
        assert_eq!(package(None), None);
        assert_eq!(package(Some(STATED)), None);
        assert_eq!(package(Some("1.9")), None);
        assert_eq!(package(Some(&format!("{STATED}.0"))), None);
        let told = package(Some("1.1000")).unwrap();
        assert!(told.starts_with("a 1.0.0 needs Rust 1.1000, and this workspace says that "));
    }
}
