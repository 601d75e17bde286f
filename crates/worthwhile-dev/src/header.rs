//! The header of the C library, made by cbindgen from the code and its comments.

use std::path::Path;

use clap::Args;

use crate::generated::Mode;

/// Arguments of `cargo dev header`.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Header {
    #[command(flatten)]
    mode: Mode,
}

const CRATE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../bindings/c");
const HEADER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../bindings/c/include/worthwhile.h");

/// In the order in which somebody reads a header.
const SOURCES: &[&str] = &[
    "status",
    "told",
    "watch",
    "text",
    "plan",
    "replace",
    "parts",
    "samples",
    "asked",
    "rows",
    "assessment",
    "error",
    "version",
];

impl Header {
    /// Writes the header, or says that it differs.
    pub(crate) fn run(self) -> Result<(), String> {
        self.mode.file(Path::new(HEADER), &header()?, "cargo dev header")
    }
}

fn header() -> Result<String, String> {
    let config = cbindgen::Config::from_file(Path::new(CRATE).join("cbindgen.toml"))?;
    let begin = cbindgen::Builder::new().with_config(config).with_after_include(version());
    let builder = SOURCES.iter().fold(begin, |builder, source| {
        builder.with_src(Path::new(CRATE).join("src").join(source).with_extension("rs"))
    });
    let made = builder.generate().map_err(|error| error.to_string())?;
    let mut text = Vec::new();
    made.write(&mut text);
    String::from_utf8(text).map_err(|error| error.to_string())
}

/// The macros, of the one version that the workspace has.
fn version() -> String {
    format!(
        "\n/** The version of this header. That of the library is `worthwhile_version()`. */\n\
         #define WORTHWHILE_VERSION \"{}\"\n\
         #define WORTHWHILE_VERSION_MAJOR {}\n\
         #define WORTHWHILE_VERSION_MINOR {}\n\
         #define WORTHWHILE_VERSION_PATCH {}\n\n\
         /** To compare: a later release has a higher number. */\n\
         #define WORTHWHILE_VERSION_NUMBER \\\n    \
         (WORTHWHILE_VERSION_MAJOR * 1000000 + WORTHWHILE_VERSION_MINOR * 1000 + \
         WORTHWHILE_VERSION_PATCH)\n",
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_VERSION_MAJOR"),
        env!("CARGO_PKG_VERSION_MINOR"),
        env!("CARGO_PKG_VERSION_PATCH"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use worthwhile::OptionKey;

    #[test]
    fn the_committed_header_is_current() {
        let committed = include_str!("../../../bindings/c/include/worthwhile.h");
        assert!(committed == header().unwrap(), "run `cargo dev header`");
    }

    /// They are described once, where the first call takes them.
    #[test]
    fn the_header_lists_every_option() {
        let header = header().unwrap();
        let lines = header.lines().filter_map(|line| line.strip_prefix(" * - `"));
        let listed: Vec<&str> = lines.filter_map(|line| line.split('`').next()).collect();
        let known: Vec<&str> = OptionKey::ALL.iter().map(|key| key.as_str()).collect();
        assert_eq!(listed, known);
    }

    #[test]
    fn every_export_is_in_the_header() {
        let header = header().unwrap();
        let sources = std::fs::read_dir(Path::new(CRATE).join("src")).unwrap();
        let mut exports = 0;
        for path in sources.map(|entry| entry.unwrap().path()) {
            let text = std::fs::read_to_string(&path).unwrap();
            for export in text.split("#[unsafe(no_mangle)]\n").skip(1) {
                let name = export.split_once("extern \"C\" fn ").unwrap().1;
                let name = name.split_once('(').unwrap().0;
                assert!(header.contains(&format!("{name}(")), "{name} of {path:?}");
                exports += 1;
            }
            for constant in text.split("pub const WORTHWHILE_").skip(1) {
                let name = constant.split_once(':').unwrap().0;
                assert!(header.contains(&format!("#define WORTHWHILE_{name} ")), "{name}");
            }
        }
        let types_of_functions = header.matches("(*worthwhile_").count();
        assert_eq!(header.matches(");\n").count(), exports + types_of_functions);
    }
}
