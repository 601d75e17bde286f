//! The crates as a stranger gets them: packaged, unpacked into a workspace of their own, and built and
//! tested from nothing but what is in the packages.

mod content;
mod msrv;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::steps::{self, Step, step};

const LIBRARY: &str = concat!("worthwhile-", env!("CARGO_PKG_VERSION"));
const REPORT: &str = concat!("worthwhile-report-", env!("CARGO_PKG_VERSION"));
const GROUPS: &str = concat!("worthwhile-groups-", env!("CARGO_PKG_VERSION"));
const COMMAND: &str = concat!("worthwhile-cli-", env!("CARGO_PKG_VERSION"));

const PACK: &[Step] = &[step(
    "packages",
    "cargo",
    &[
        "package",
        "--quiet",
        "--no-verify",
        "--allow-dirty",
        "--target-dir",
        "target",
        "--package",
        "worthwhile",
        "--package",
        "worthwhile-report",
        "--package",
        "worthwhile-groups",
        "--package",
        "worthwhile-cli",
    ],
)];

const UNPACK: &[Step] = &[
    unpack(
        "library unpacked",
        &[
            "-xzmf",
            concat!("target/package/worthwhile-", env!("CARGO_PKG_VERSION"), ".crate"),
            "-C",
            FOLDER,
        ],
    ),
    unpack(
        "report unpacked",
        &[
            "-xzmf",
            concat!("target/package/worthwhile-report-", env!("CARGO_PKG_VERSION"), ".crate"),
            "-C",
            FOLDER,
        ],
    ),
    unpack(
        "groups unpacked",
        &[
            "-xzmf",
            concat!("target/package/worthwhile-groups-", env!("CARGO_PKG_VERSION"), ".crate"),
            "-C",
            FOLDER,
        ],
    ),
    unpack(
        "command unpacked",
        &[
            "-xzmf",
            concat!("target/package/worthwhile-cli-", env!("CARGO_PKG_VERSION"), ".crate"),
            "-C",
            FOLDER,
        ],
    ),
];

/// Files get the time of unpacking (`-m`). In a package they all have the same old one, by which cargo
/// would take a changed file for the one that it has built before.
const fn unpack(name: &'static str, args: &'static [&'static str]) -> Step {
    step(name, "tar", args)
}

const TRY: &[Step] = &[
    stranger("the README's program", &["run", "--quiet", MANIFEST, "--package", "stranger"])
        .quiet(),
    stranger(
        "examples of the packaged crates",
        &[
            "test",
            "--quiet",
            MANIFEST,
            "--package",
            "worthwhile",
            "--package",
            "worthwhile-report",
            "--package",
            "worthwhile-cli",
            "--package",
            "stranger",
            "--all-features",
            "--doc",
            "--profile",
            "dev",
        ],
    ),
    stranger(
        "tests of the packaged library",
        &[
            "test",
            "--quiet",
            MANIFEST,
            "--package",
            "worthwhile",
            "--package",
            "worthwhile-cli",
            "--package",
            "stranger",
            "--all-features",
            "--lib",
        ],
    ),
    stranger(
        "documentation of the packaged library",
        &["doc", "--quiet", MANIFEST, "--package", "worthwhile", "--all-features", "--no-deps"],
    ),
    stranger(
        "tests of the packaged report and command",
        &[
            "test",
            "--quiet",
            MANIFEST,
            "--package",
            "worthwhile-report",
            "--package",
            "worthwhile-cli",
            "--package",
            "stranger",
            "--lib",
            "--bins",
            "--profile",
            "dev",
        ],
    ),
    // With its tests, it has the dependencies that they have just been built with. With its own alone, the
    // README's command is built.
    stranger(
        "the packaged command built",
        &[
            "build",
            "--quiet",
            MANIFEST,
            "--package",
            "worthwhile-cli",
            "--package",
            "stranger",
            "--bins",
            "--tests",
        ],
    ),
    step("the packaged command", "target/stranger/target/debug/worthwhile", &["assess", EXAMPLE])
        .quiet(),
];

/// Outside of this workspace. What a stranger gets goes to a folder of its own. What it is made of goes to
/// that of the workspace, where the dependencies are that the tests have been built with; a cargo older
/// than 1.91 does not know the second, and builds them again.
const fn stranger(name: &'static str, args: &'static [&'static str]) -> Step {
    step(name, "cargo", args).with_env(&[
        ("CARGO_TARGET_DIR", "target/stranger/target"),
        ("CARGO_BUILD_BUILD_DIR", "target"),
        ("RUSTDOCFLAGS", "-D warnings"),
    ])
}

/// From the root of the workspace.
const FOLDER: &str = "target/stranger";
const MANIFEST: &str = "--manifest-path=target/stranger/Cargo.toml";
const EXAMPLE: &str = "crates/worthwhile/examples/mvp.json";

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Packages the crates, looks at what is in them, and uses them as a stranger does.
pub(crate) fn run(log: &mut (impl Write + Send)) -> Result<(), String> {
    let folder = Path::new(ROOT).join(FOLDER);
    let failed = |error: io::Error| format!("{}: {error}.", folder.display());
    steps::run(PACK, log)?;
    clear(&folder).map_err(failed)?;
    steps::run(UNPACK, log)?;
    content::check(&folder.join(LIBRARY), content::LIBRARY)?;
    content::check(&folder.join(REPORT), content::REPORT)?;
    content::check(&folder.join(GROUPS), content::GROUPS)?;
    content::check(&folder.join(COMMAND), content::COMMAND)?;
    workspace(&folder).map_err(failed)?;
    msrv::check(&folder)?;
    steps::run(TRY, log)?;
    content::check_links(&folder.join(LIBRARY), &folder.join("target/doc"))
}

/// Leaves only what was built: a file that is packaged no more must not be found.
fn clear(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.is_dir() {
            fs::remove_file(path)?;
        } else if !path.ends_with("target") {
            fs::remove_dir_all(path)?;
        }
    }
    Ok(())
}

/// Makes a workspace of the packages and of a program that has the library as a dependency. It is
/// locked to the versions that everything else is tested with.
fn workspace(folder: &Path) -> io::Result<()> {
    fs::copy(Path::new(ROOT).join("Cargo.lock"), folder.join("Cargo.lock"))?;
    fs::write(folder.join("Cargo.toml"), WORKSPACE)?;
    let program = folder.join("stranger");
    fs::create_dir_all(program.join("src"))?;
    fs::write(program.join("Cargo.toml"), PROGRAM)?;
    let readme = fs::read_to_string(folder.join(LIBRARY).join("README.md"))?;
    fs::write(program.join("src/main.rs"), main(&readme))
}

/// Some tests of the library compute a lot. To optimize it takes ten times as long as to build it, so
/// it is done for them alone. Dependencies are optimized as this workspace has them, so that they are those
/// that it has built.
const WORKSPACE: &str = concat!(
    "[workspace]\nresolver = \"3\"\nmembers = [\"worthwhile-",
    env!("CARGO_PKG_VERSION"),
    "\", \"worthwhile-report-",
    env!("CARGO_PKG_VERSION"),
    "\", \"worthwhile-groups-",
    env!("CARGO_PKG_VERSION"),
    "\", \"worthwhile-cli-",
    env!("CARGO_PKG_VERSION"),
    "\", \"stranger\"]\n\n[patch.crates-io]\nworthwhile = { path = \"worthwhile-",
    env!("CARGO_PKG_VERSION"),
    "\" }\nworthwhile-report = { path = \"worthwhile-report-",
    env!("CARGO_PKG_VERSION"),
    "\" }\nworthwhile-groups = { path = \"worthwhile-groups-",
    env!("CARGO_PKG_VERSION"),
    "\" }\n\n[profile.dev]\ndebug = false\n\n[profile.dev.package.proptest]\nopt-level = 2\n\n\
     [profile.dev.package.rand]\nopt-level = 2\n\n[profile.test.package.worthwhile]\nopt-level = 2\n",
);

/// What only its tests depend on is what the vectors of this workspace ask of `serde_json`: tested beside
/// it, the packages have the dependencies that are built already. As a program, it is without.
const PROGRAM: &str = concat!(
    "[package]\nname = \"stranger\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
     [dependencies]\nworthwhile = { path = \"../worthwhile-",
    env!("CARGO_PKG_VERSION"),
    "\" }\n\n[dev-dependencies]\nserde_json = { version = \"1\", features = [\"raw_value\"] }\n",
);

/// The first example of a README as a program. Lines that only make it a test are left out.
fn main(readme: &str) -> String {
    let lines = readme.lines().skip_while(|line| *line != "```rust").skip(1);
    let example: Vec<_> =
        lines.take_while(|line| *line != "```").filter(|line| !line.starts_with("# ")).collect();
    format!("fn main() -> Result<(), worthwhile::Error> {{\n{}\nOk(())\n}}\n", example.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_a_readme_is_a_program() {
        let readme = "text\n```sh\nno\n```\n```rust\nlet a = 1;\n# Ok(())\n```\nmore\n";
        let program = "fn main() -> Result<(), worthwhile::Error> {\nlet a = 1;\nOk(())\n}\n";
        assert_eq!(main(readme), program);
        assert!(main(include_str!("../../../worthwhile/README.md")).contains(".to_text()"));
    }

    #[test]
    fn what_was_built_is_kept_and_the_rest_is_not() {
        let folder = std::env::temp_dir().join(format!("worthwhile-clear-{}", std::process::id()));
        for inside in ["target", "worthwhile-0.0.1"] {
            fs::create_dir_all(folder.join(inside)).unwrap();
        }
        fs::write(folder.join("Cargo.lock"), "").unwrap();
        clear(&folder).unwrap();
        let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(left, ["target"]);
        fs::remove_dir_all(folder).unwrap();
    }
}
