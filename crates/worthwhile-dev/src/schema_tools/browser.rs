//! The one program that the tools need and no registry of packages has: a browser.

use std::env;
use std::ffi::OsStr;
use std::io::Write;
use std::process::Command;

use crate::steps::{self, Step, step};

const CHROMIUM: &str = "chromium";

static INSTALL: [Step; 2] = [
    apt("list of packages", &["--quiet", "update"]),
    apt("Chromium", &["--quiet", "install", "--yes", "--no-install-recommends", CHROMIUM]),
];

/// A mirror that does not answer should not hold up a run for hours.
const fn apt(name: &'static str, args: &'static [&'static str]) -> Step {
    step(name, "apt-get", args)
        .with_env(&[("DEBIAN_FRONTEND", "noninteractive")])
        .within(400)
        .quiet()
}

/// Says in a sentence where there is no browser and none can be installed.
pub(crate) fn check() -> Result<(), String> {
    let path = env::var_os("PATH").unwrap_or_default();
    check_on(&path, is_root())
}

/// Installs the browser from Debian's packages where there is none.
pub(crate) fn install(log: &mut (impl Write + Send)) -> Result<(), String> {
    steps::run(missing(), log)
}

/// What is left to do to have a browser.
pub(crate) fn missing() -> &'static [Step] {
    if is_there(CHROMIUM, &env::var_os("PATH").unwrap_or_default()) { &[] } else { &INSTALL }
}

fn check_on(path: &OsStr, is_root: bool) -> Result<(), String> {
    let why = if is_there(CHROMIUM, path) {
        return Ok(());
    } else if !is_there("apt-get", path) {
        "there is no apt-get to install it with"
    } else if !is_root {
        "only root can install it"
    } else {
        return Ok(());
    };
    Err(format!(
        "Chromium is needed for the tests of the page and of the reports: there is no `{CHROMIUM}` \
         on the path, and {why}. Install it, on Debian with `sudo apt-get install --no-install-recommends \
         {CHROMIUM}`."
    ))
}

pub(crate) fn is_there(command: &str, path: &OsStr) -> bool {
    env::split_paths(path).any(|folder| folder.join(command).is_file())
}

pub(crate) fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|done| done.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_browser_that_cannot_be_installed_is_told_in_a_sentence() {
        let folder = env::temp_dir().join(format!("worthwhile-needs-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.as_os_str();
        let told = check_on(path, true).unwrap_err();
        assert!(told.contains("on the path, and there is no apt-get to"), "{told}");
        fs::write(folder.join("apt-get"), "").unwrap();
        assert_eq!(check_on(path, true), Ok(()));
        let told = check_on(path, false).unwrap_err();
        assert!(told.contains("on the path, and only root can install it. Install"), "{told}");
        assert!(told.ends_with("`sudo apt-get install --no-install-recommends chromium`."));
        fs::write(folder.join("chromium"), "").unwrap();
        assert_eq!(check_on(path, false), Ok(()));
        fs::remove_dir_all(folder).unwrap();
    }
}
