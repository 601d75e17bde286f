//! A compiler for WebAssembly: that of rustup where it has the target, or else Debian's, which builds the
//! standard library itself.

use std::env;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::schema_tools::browser::{is_root, is_there};
use crate::steps::{self, Step, step};

const TARGET: &str = "wasm32-unknown-unknown";
/// Apart from other builds: another compiler would make cargo build all of them again.
pub(super) const BUILT: &str = "target/js/build/wasm32-unknown-unknown/small/worthwhile_js.wasm";

const BUILD: [&str; 10] = [
    "build",
    "--quiet",
    "--profile",
    "small",
    "--package",
    "worthwhile-js",
    "--target",
    TARGET,
    "--target-dir",
    "target/js/build",
];

const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Two numbers at once; more stack than the megabyte that is the rule, for searches and deep documents; and
/// less inlining than is usual. What computes is inlined anyway, and the rest gets smaller.
macro_rules! flags {
    ($more:literal) => {
        concat!(
            "-Ctarget-feature=+simd128 -Clink-arg=-zstack-size=2097152 ",
            $more,
            "-Cllvm-args=-inline-threshold=10 -Cllvm-args=-inlinehint-threshold=25"
        )
    };
}

const BY_RUSTUP: Step = step("WebAssembly", "cargo", &BUILD).with_env(&[(FLAGS, flags!(""))]);

/// The compiler is a release, but takes what is not stable yet with the flag for that. A panic ends the
/// module without a message, which nobody would see: its texts take room.
const BY_DEBIAN: Step =
    step("WebAssembly, with the standard library", "cargo", &BUILD).with_env(&[
        (FLAGS, flags!("-Zunstable-options -Cpanic=immediate-abort ")),
        ("RUSTC", RUSTC),
        ("RUSTC_BOOTSTRAP", "1"),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld"),
    ]);

/// Debian's, whatever stands first on the path.
const RUSTC: &str = "/usr/bin/rustc";
const SOURCES: &str = "/usr/lib/rustlib/src/rust/library/std/src/lib.rs";

static PACKAGES: [Step; 2] = [
    apt("list of packages", &["--quiet", "update"]),
    apt(
        "compiler for WebAssembly",
        &[
            "--quiet",
            "install",
            "--yes",
            "--no-install-recommends",
            "rustc-web",
            "rust-web-src",
            "lld",
        ],
    ),
];

const fn apt(name: &'static str, args: &'static [&'static str]) -> Step {
    step(name, "apt-get", args)
        .with_env(&[("DEBIAN_FRONTEND", "noninteractive")])
        .within(400)
        .quiet()
}

/// Says in a sentence where nothing compiles to WebAssembly and nothing can be installed that does.
pub(super) fn check() -> Result<(), String> {
    let path = env::var_os("PATH").unwrap_or_default();
    if has_target() || has_debian() || (is_there("apt-get", &path) && is_root()) {
        return Ok(());
    }
    Err(format!(
        "The JavaScript package needs a compiler for WebAssembly. Run `rustup target add {TARGET}`, or on \
         Debian, as root, `apt-get install rustc-web rust-web-src lld`."
    ))
}

/// The step that builds, after what it needs was installed.
pub(super) fn build(log: &mut (impl Write + Send)) -> Result<Step, String> {
    steps::run(missing(), log)?;
    Ok(compile())
}

/// The step that builds, with the compiler that is there.
pub(super) fn compile() -> Step {
    if has_target() { BY_RUSTUP } else { BY_DEBIAN }
}

/// What is left to do to have a compiler.
pub(super) fn missing() -> &'static [Step] {
    if has_target() || has_debian() { &[] } else { &PACKAGES }
}

/// Whether the compiler on the path has a standard library for the target.
fn has_target() -> bool {
    let mut asked = Command::new("rustc");
    asked.args(["--print", "target-libdir", "--target", TARGET]).stderr(Stdio::null());
    let told = asked.output().ok().filter(|done| done.status.success());
    let folder = told.and_then(|done| String::from_utf8(done.stdout).ok());
    folder.is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

fn has_debian() -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    Path::new(RUSTC).is_file() && Path::new(SOURCES).is_file() && is_there("wasm-ld", &path)
}
