//! Programs that come from the system: installed from Debian's packages where they are missing.

use std::process::{Command, Stdio};

/// Installs the packages of the programs that do not run, or says in a sentence that it could not.
pub(crate) fn install(tools: &[(&str, &str)], whose: &str) -> Result<(), String> {
    install_with(tools, whose, "apt-get")
}

fn install_with(tools: &[(&str, &str)], whose: &str, installer: &str) -> Result<(), String> {
    let packages = missing(tools);
    if packages.is_empty() {
        return Ok(());
    }
    runs(installer, &["update", "-qq"]);
    runs(installer, &[&["install", "-qq", "-y"], &*packages].concat());
    let packages = missing(tools);
    if packages.is_empty() {
        return Ok(());
    }
    Err(format!(
        "The tests of {whose} need what Debian has in {}, and it could not be installed here. \
         Run `apt-get install {}` as root.",
        packages.join(", "),
        packages.join(" ")
    ))
}

/// The packages of the programs that do not run.
fn missing<'p>(tools: &[(&str, &'p str)]) -> Vec<&'p str> {
    let missing = tools.iter().filter(|(program, _)| !runs(program, &["--version"]));
    missing.map(|(_, package)| *package).collect()
}

fn runs(program: &str, args: &[&str]) -> bool {
    let mut quiet = Command::new(program);
    quiet.args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_tool_is_told_in_a_sentence() {
        let tools = [("cargo", "cargo"), ("no-such-tool", "its-package")];
        let told = install_with(&tools, "the C library", "false").unwrap_err();
        assert!(told.starts_with("The tests of the C library need"), "{told}");
        assert!(told.contains("Debian has in its-package, and it could not be"), "{told}");
        assert!(told.ends_with("Run `apt-get install its-package` as root."), "{told}");
        assert_eq!(install_with(&[("cargo", "cargo")], "C", "false"), Ok(()));
    }
}
