//! The C library as a distribution wants it: a header, two libraries, and files that tell pkg-config
//! and CMake where they are.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::steps::{self, Step, step};

/// Arguments of `cargo dev install-c`.
#[derive(Debug, Clone, Args)]
pub(crate) struct InstallC {
    /// The folder to install to, for example /usr/local. What is installed may be moved as a whole
    #[arg(long, value_name = "DIR")]
    prefix: PathBuf,
    /// The folder of libraries in it, for example lib/x86_64-linux-gnu
    #[arg(long, value_name = "DIR", default_value = "lib")]
    libdir: String,
}

const BUILD: &[Step] = &[step(
    "C library",
    "cargo",
    &["build", "--quiet", "--profile", "small", "--package", "worthwhile-c"],
)];

/// What a program has to link with beside the static library, as
/// `cargo rustc -p worthwhile-c --profile small --crate-type staticlib -- --print native-static-libs` says.
const PRIVATE: &[&str] = &["gcc_s", "util", "rt", "pthread", "m", "dl"];

const MAJOR: &str = env!("CARGO_PKG_VERSION_MAJOR");
const MINOR: &str = env!("CARGO_PKG_VERSION_MINOR");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A copy of the library has to come with these. The third is that of numbers in it.
const LICENSES: &[&str] = &["LICENSE-APACHE", "LICENSE-MIT", "LICENSE-JOE-KUO"];

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
const PC: &str = include_str!("../../../bindings/c/install/worthwhile.pc.in");
const CMAKE: &str = include_str!("../../../bindings/c/install/worthwhile-config.cmake.in");
const CMAKE_VERSION: &str =
    include_str!("../../../bindings/c/install/worthwhile-config-version.cmake.in");

impl InstallC {
    /// Builds the library and installs it.
    pub(crate) fn run(&self, log: &mut (impl std::io::Write + Send)) -> Result<(), String> {
        if !cfg!(target_os = "linux") {
            return Err(
                "The C library is installed on Linux only so far. Elsewhere, build it with \
                        `cargo build --profile small --package worthwhile-c`."
                    .to_owned(),
            );
        }
        steps::run(BUILD, log)?;
        let built = Path::new(ROOT).join("target/small");
        self.install(&built).map_err(|error| {
            format!("The C library could not be installed to {}: {error}.", self.prefix.display())
        })
    }

    fn install(&self, built: &Path) -> std::io::Result<()> {
        let (include, lib) = (self.prefix.join("include"), self.prefix.join(&self.libdir));
        let (pc, cmake) = (lib.join("pkgconfig"), lib.join("cmake/worthwhile"));
        let doc = self.prefix.join("share/doc/worthwhile");
        for folder in [&include, &pc, &cmake, &doc] {
            fs::create_dir_all(folder)?;
        }
        let headers = Path::new(ROOT).join("bindings/c/include");
        for header in ["worthwhile.h", "worthwhile.hpp", "worthwhile_base.hpp"] {
            fs::copy(headers.join(header), include.join(header))?;
        }
        for license in LICENSES {
            fs::copy(Path::new(ROOT).join(license), doc.join(license))?;
        }
        let shared = format!("libworthwhile.so.{VERSION}");
        replace(&built.join("libworthwhile.so"), &lib.join(&shared))?;
        replace(&built.join("libworthwhile.a"), &lib.join("libworthwhile.a"))?;
        let soname = format!("libworthwhile.so.{MAJOR}.{MINOR}");
        link(&shared, &lib.join(&soname))?;
        link(&soname, &lib.join("libworthwhile.so"))?;
        fs::write(pc.join("worthwhile.pc"), self.fill(PC, "-l", " "))?;
        fs::write(cmake.join("worthwhile-config.cmake"), self.fill(CMAKE, "", ";"))?;
        let version = self.fill(CMAKE_VERSION, "", ";");
        fs::write(cmake.join("worthwhile-config-version.cmake"), version)
    }

    /// A file with its values in it. They are relative to the file, so that the whole can be moved.
    fn fill(&self, file: &str, before: &str, between: &str) -> String {
        let up = self.libdir.split('/').map(|_| "..").collect::<Vec<_>>().join("/");
        let private: Vec<_> = PRIVATE.iter().map(|name| format!("{before}{name}")).collect();
        let values = [
            ("@UP@", up.as_str()),
            ("@LIBDIR@", &self.libdir),
            ("@VERSION@", VERSION),
            ("@SOVERSION@", &format!("{MAJOR}.{MINOR}")),
            ("@MAJOR@", MAJOR),
            ("@MINOR@", MINOR),
            ("@PRIVATE@", &private.join(between)),
        ];
        values.iter().fold(file.to_owned(), |text, (name, value)| text.replace(name, value))
    }
}

/// Removes what is there first: programs that run keep the library that they began with.
fn replace(from: &Path, to: &Path) -> std::io::Result<()> {
    remove(to)?;
    fs::copy(from, to).map(drop)
}

fn remove(path: &Path) -> std::io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(unix)]
fn link(target: &str, at: &Path) -> std::io::Result<()> {
    remove(at)?;
    std::os::unix::fs::symlink(target, at)
}

#[cfg(not(unix))]
fn link(target: &str, at: &Path) -> std::io::Result<()> {
    replace(&at.with_file_name(target), at)
}
