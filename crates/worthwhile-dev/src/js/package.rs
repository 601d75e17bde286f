//! The files of the package: those that are written by hand, and those that are made.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use worthwhile::OptionKey;

/// Where the package is put together, from the root of the workspace.
pub(super) const PACKAGE: &str = "target/js/worthwhile";

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
const BY_HAND: &str = "bindings/js/package";
/// A copy of the package has to come with these. The third is that of numbers in it.
const LICENSES: &[&str] = &["LICENSE-APACHE", "LICENSE-MIT", "LICENSE-JOE-KUO"];

/// Empties the folder, so that nothing of an earlier build is in the package.
pub(super) fn empty() -> Result<(), String> {
    let folder = Path::new(ROOT).join(PACKAGE);
    let done = if folder.exists() { fs::remove_dir_all(&folder) } else { Ok(()) };
    let done = done.and_then(|()| fs::create_dir_all(folder.join("schema")));
    done.map_err(|error| format!("{PACKAGE}: {error}."))
}

/// Puts everything there but what comes of the WebAssembly.
pub(super) fn write() -> Result<(), String> {
    files().map_err(|error| format!("{PACKAGE}: {error}."))
}

fn files() -> std::io::Result<()> {
    let (root, folder) = (Path::new(ROOT), Path::new(ROOT).join(PACKAGE));
    for entry in fs::read_dir(root.join(BY_HAND))? {
        let entry = entry?;
        fs::copy(entry.path(), folder.join(entry.file_name()))?;
    }
    for license in LICENSES {
        fs::copy(root.join(license), folder.join(license))?;
    }
    fs::copy(root.join("bindings/js/README.md"), folder.join("README.md"))?;
    let manifest = fs::read_to_string(folder.join("package.json"))?;
    let manifest = manifest.replace("@VERSION@", env!("CARGO_PKG_VERSION"));
    let manifest = manifest.replace("@REPOSITORY@", env!("CARGO_PKG_REPOSITORY"));
    fs::write(folder.join("package.json"), manifest)?;
    fs::write(folder.join("options.d.ts"), options())?;
    for name in worthwhile::schema::names() {
        let text = worthwhile::schema_text(name).unwrap_or_default();
        fs::write(folder.join(format!("schema/{name}.json")), text)?;
    }
    let (code, types) = schemas();
    fs::write(folder.join("schemas.js"), code)?;
    fs::write(folder.join("schemas.d.ts"), types)
}

const MADE: &str = "// Made from the library's own tables by `cargo dev js`.\n";

/// The options of a call. Threads are left out: the package starts none.
fn options() -> String {
    let mut text = MADE.to_owned();
    text += "\n/** How to compute, and custom presets. */\nexport interface Computing {\n";
    for key in OptionKey::ALL.iter().filter(|key| **key != OptionKey::Threads) {
        let mut about = key.meaning().to_owned();
        if let Some(field) = key.field() {
            let _ = write!(about, " {} to {}", field.domain.min, field.domain.max);
            if let Some(default) = field.default_value() {
                let _ = write!(about, ", by default {default}");
            }
            about.push('.');
        }
        let kind = match key {
            OptionKey::Presets => "object[]",
            _ if key.field().is_some() => "number",
            _ => "boolean",
        };
        let _ = writeln!(text, "  /** {about} */\n  {key}?: {kind};");
    }
    text + "}\n"
}

/// A module that knows the files of schemas, and its declarations. Every file is named in full, so that
/// bundlers find it.
fn schemas() -> (String, String) {
    let mut code =
        format!("{MADE}import {{ WorthwhileError }} from \"./errors.js\";\n\nconst files = {{\n");
    let mut names = Vec::new();
    for name in worthwhile::schema::names() {
        let _ = writeln!(
            code,
            "  \"{name}\": () => new URL(\"./schema/{name}.json\", import.meta.url),"
        );
        names.push(format!("\"{name}\""));
    }
    code += "};\n\n/** Reads a schema by a function that gets the URL of its file. */\n\
             export async function read(name, from) {\n  \
             if (!Object.hasOwn(files, name)) {\n    \
             const names = Object.keys(files).join(\", \");\n    \
             throw new WorthwhileError(\"not_found\", `there is no schema \\`${name}\\` (available: ${names})`);\n  \
             }\n  return from(files[name]());\n}\n";
    let types = format!(
        "{MADE}\n/** The name of a schema, or of something derived from one. */\n\
         export type SchemaName =\n  | {};\n",
        names.join("\n  | ")
    );
    (code, types)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_but_threads_is_declared() {
        let text = options();
        for key in OptionKey::ALL {
            assert_eq!(
                text.contains(&format!("\n  {key}?: ")),
                *key != OptionKey::Threads,
                "{key}"
            );
        }
    }

    #[test]
    fn every_schema_has_a_file_and_a_name() {
        let (code, types) = schemas();
        let names: Vec<&str> = worthwhile::schema::names().collect();
        assert_eq!(code.matches("new URL(").count(), names.len());
        assert!(names.iter().all(|name| types.contains(&format!("| \"{name}\""))), "{types}");
    }
}
