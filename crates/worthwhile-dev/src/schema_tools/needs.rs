//! Programs that the tools need and no registry of packages has: a browser and compilers.

use std::env;
use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};

use crate::steps::{self, Step, step};

/// A program that Debian has a package of.
struct Program {
    name: &'static str,
    command: &'static str,
    package: &'static str,
    install: Step,
}

const PROGRAMS: [Program; 2] = [
    Program {
        name: "Chromium",
        command: "chromium",
        package: "chromium",
        install: apt(
            "Chromium",
            &["--quiet", "install", "--yes", "--no-install-recommends", "chromium"],
        ),
    },
    Program {
        name: "Go",
        command: "go",
        package: "golang-go",
        install: apt(
            "Go",
            &["--quiet", "install", "--yes", "--no-install-recommends", "golang-go"],
        ),
    },
];

const UPDATE: Step = apt("list of packages", &["--quiet", "update"]);

/// A mirror that does not answer should not hold up a run for hours.
const fn apt(name: &'static str, args: &'static [&'static str]) -> Step {
    step(name, "apt-get", args)
        .with_env(&[("DEBIAN_FRONTEND", "noninteractive")])
        .within(400)
        .quiet()
}

/// Says in a sentence what is not there and cannot be installed.
pub(super) fn check() -> Result<(), String> {
    check_node("node")?;
    let path = env::var_os("PATH").unwrap_or_default();
    let can_install = is_there("apt-get", &path) && is_root();
    missing(&path).into_iter().try_for_each(|program| installable(program, can_install))
}

/// Installs what is not there, from Debian's packages.
pub(super) fn install(log: &mut (impl Write + Send)) -> Result<(), String> {
    let wanted = missing(&env::var_os("PATH").unwrap_or_default());
    if wanted.is_empty() {
        return Ok(());
    }
    let installs = wanted.iter().map(|program| program.install);
    let steps: Vec<Step> = [UPDATE].into_iter().chain(installs).collect();
    steps::run(&steps, log)
}

fn missing(path: &OsStr) -> Vec<&'static Program> {
    PROGRAMS.iter().filter(|program| !is_there(program.command, path)).collect()
}

fn is_there(command: &str, path: &OsStr) -> bool {
    env::split_paths(path).any(|folder| folder.join(command).is_file())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|done| done.stdout.trim_ascii() == b"0")
}

fn installable(program: &Program, can_install: bool) -> Result<(), String> {
    if can_install {
        return Ok(());
    }
    let Program { name, command, package, .. } = program;
    Err(format!(
        "{name} is needed, and there is no `{command}` on the path. As root on Debian it would \
         have been installed. Elsewhere install it yourself; on Debian: sudo apt-get install \
         --no-install-recommends {package}."
    ))
}

fn check_node(program: &str) -> Result<(), String> {
    const NEEDED: &str = "const [major, minor] = process.versions.node.split('.').map(Number); \
                          process.exit(major > 20 || major === 20 && minor >= 11 ? 0 : 1)";
    let found = Command::new(program).args(["-e", NEEDED]).stderr(Stdio::null()).status();
    match found {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("Node.js 20.11 or newer is needed, and `{program}` is older.")),
        Err(error) => Err(format!(
            "Node.js 20.11 or newer is needed, and `{program}` could not be started: {error}."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_on_the_path_is_missing() {
        let names = |path: &str| -> Vec<_> {
            missing(path.as_ref()).iter().map(|program| program.name).collect()
        };
        assert_eq!(names(""), ["Chromium", "Go"]);
        let folder = env::temp_dir().join(format!("worthwhile-needs-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("go"), "").unwrap();
        assert_eq!(names(folder.to_str().unwrap()), ["Chromium"]);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn each_is_installed_from_the_package_that_is_named() {
        for program in &PROGRAMS {
            let told = program.install.to_string();
            assert!(told.ends_with(&format!(" {}", program.package)), "{told}");
        }
    }

    #[test]
    fn what_cannot_be_installed_is_told_in_a_sentence() {
        for program in &PROGRAMS {
            assert_eq!(installable(program, true), Ok(()));
            let told = installable(program, false).unwrap_err();
            assert!(told.starts_with(&format!("{} is needed, and there is no `", program.name)));
            assert!(told.ends_with(&format!("recommends {}.", program.package)), "{told}");
        }
    }

    #[test]
    fn a_node_that_is_missing_or_old_is_told_in_a_sentence() {
        let told = check_node("no-such-node").unwrap_err();
        assert!(told.contains("`no-such-node` could not be started"), "{told}");
        assert!(check_node("false").unwrap_err().ends_with("`false` is older."));
        assert_eq!(check_node("true"), Ok(()));
    }
}
