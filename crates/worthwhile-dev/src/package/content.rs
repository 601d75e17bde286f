//! What is in a package: the license texts, nothing that is not needed, and links that lead somewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What a package may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Content {
    /// All that stands at its top, but for what cargo adds. A file that is not listed is not shipped by
    /// accident, and none that is listed is missing.
    top: &'static [&'static str],
    /// Of all its files together.
    most_bytes: u64,
}

pub(super) const LIBRARY: Content = Content {
    top: &[
        "Cargo.toml",
        "DESIGN.md",
        "LICENSE-APACHE",
        "LICENSE-JOE-KUO",
        "LICENSE-MIT",
        "README.md",
        "data",
        "docs",
        "examples",
        "src",
    ],
    most_bytes: 2_300_000,
};

pub(super) const REPORT: Content = Content {
    top: &["Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "src"],
    most_bytes: 200_000,
};

pub(super) const GROUPS: Content = Content {
    top: &["Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "docs", "examples", "src"],
    most_bytes: 1_000_000,
};

pub(super) const COMMAND: Content = Content {
    top: &["Cargo.toml", "LICENSE-APACHE", "LICENSE-JOE-KUO", "LICENSE-MIT", "README.md", "src"],
    most_bytes: 200_000,
};

/// What cargo puts there.
const OF_CARGO: &[&str] = &[".cargo_vcs_info.json", "Cargo.lock", "Cargo.toml.orig"];

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Looks at an unpacked package, and says in a sentence what is wrong with it.
pub(super) fn check(package: &Path, content: Content) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}.", package.display());
    let name = package.file_name().unwrap_or_default().display();
    let mut top = names(package).map_err(failed)?;
    top.retain(|name| !OF_CARGO.contains(&name.as_str()));
    if !top.iter().eq(content.top) {
        return Err(format!(
            "The package {name} should have {} and has {}. Look at `include` in its Cargo.toml.",
            content.top.join(", "),
            Vec::from_iter(top).join(", ")
        ));
    }
    for license in top.iter().filter(|name| name.starts_with("LICENSE-")) {
        let shipped = fs::read(package.join(license)).map_err(failed)?;
        if shipped != fs::read(Path::new(ROOT).join(license)).map_err(failed)? {
            return Err(format!(
                "{license} in the package {name} is not the one of this repository."
            ));
        }
    }
    let readme = fs::read_to_string(package.join("README.md")).map_err(failed)?;
    if let Some(link) = links(&readme).find(|link| !link.starts_with("https://")) {
        return Err(format!(
            "The README of the package {name} links to {link}, which no page outside of this \
             repository has."
        ));
    }
    let bytes = size(package).map_err(failed)?;
    if bytes > content.most_bytes {
        return Err(format!(
            "The package {name} has {bytes} bytes, and at most {} are expected. Look at `include` in \
             its Cargo.toml.",
            content.most_bytes
        ));
    }
    Ok(())
}

/// Looks for the page of each link of the README to its own documentation.
pub(super) fn check_links(package: &Path, pages: &Path) -> Result<(), String> {
    const OWN: &str = "https://docs.rs/worthwhile/latest/";
    let readme = package.join("README.md");
    let readme =
        fs::read_to_string(&readme).map_err(|error| format!("{}: {error}.", readme.display()))?;
    for link in links(&readme).filter_map(|link| link.strip_prefix(OWN)) {
        let (page, anchor) = link.split_once('#').unwrap_or((link, ""));
        let page = fs::read_to_string(pages.join(page)).unwrap_or_default();
        if !page.contains(&format!("id=\"{anchor}\"")) && (page.is_empty() || !anchor.is_empty()) {
            return Err(format!("The README links to {OWN}{link}, which is not documented."));
        }
    }
    Ok(())
}

/// Where the links of a page lead, whether they are written in place or below.
fn links(page: &str) -> impl Iterator<Item = &str> {
    let end = |rest: &'_ str| rest.find([')', '\n', ' ']).unwrap_or(rest.len());
    ["](", "]: "].into_iter().flat_map(move |start| {
        page.split(start).skip(1).map(move |rest| rest.get(..end(rest)).unwrap_or(rest))
    })
}

/// The names of what is in a folder.
fn names(folder: &Path) -> std::io::Result<BTreeSet<String>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().display().to_string())).collect()
}

fn size(folder: &Path) -> std::io::Result<u64> {
    fs::read_dir(folder)?.try_fold(0, |sum, entry| {
        let entry = entry?;
        let found = entry.metadata()?;
        Ok(sum + if found.is_dir() { size(&entry.path())? } else { found.len() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Content = Content { top: &["LICENSE-MIT", "README.md"], most_bytes: 2_000 };

    /// A package with these files beside its license, and what is said of it.
    fn told(name: &str, files: &[(&str, &str)]) -> Result<(), String> {
        let folder = std::env::temp_dir().join(format!("worthwhile-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::copy(Path::new(ROOT).join("LICENSE-MIT"), folder.join("LICENSE-MIT")).unwrap();
        for (name, text) in files {
            fs::write(folder.join(name), text).unwrap();
        }
        let told = check(&folder, SMALL);
        fs::remove_dir_all(folder).unwrap();
        told
    }

    #[test]
    fn a_package_has_what_is_listed_and_nothing_else() {
        assert_eq!(told("good", &[("README.md", "[a](https://a)"), ("Cargo.lock", "")]), Ok(()));
        let missing = told("missing", &[]).unwrap_err();
        assert!(missing.contains("should have LICENSE-MIT, README.md and has LICENSE-MIT."));
        let more = told("more", &[("README.md", ""), ("notes.md", "")]).unwrap_err();
        assert!(more.contains("and has LICENSE-MIT, README.md, notes.md."), "{more}");
    }

    #[test]
    fn what_is_in_a_package_is_looked_at() {
        let link = told("link", &[("README.md", "text\n[a]: docs/a.md\n")]).unwrap_err();
        assert!(link.contains("links to docs/a.md, which no page"), "{link}");
        let large = told("large", &[("README.md", &"a".repeat(2_000))]).unwrap_err();
        assert!(large.contains("bytes, and at most 2000 are expected"), "{large}");
        let other = [("README.md", ""), ("LICENSE-MIT", "do what you like")];
        let other = told("other", &other).unwrap_err();
        assert!(other.starts_with("LICENSE-MIT in the package"), "{other}");
    }

    #[test]
    fn links_lead_to_pages_and_to_places_in_them() {
        let folder = std::env::temp_dir().join(format!("worthwhile-pages-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.html"), "<a id=\"there\">").unwrap();
        let told = |link: &str| {
            let text = format!("[a](https://docs.rs/worthwhile/latest/{link})\n[b]: https://b\n");
            fs::write(folder.join("README.md"), text).unwrap();
            check_links(&folder, &folder)
        };
        assert_eq!(told("a.html"), Ok(()));
        assert_eq!(told("a.html#there"), Ok(()));
        assert!(told("b.html").unwrap_err().contains("latest/b.html, which is not documented"));
        assert!(told("a.html#gone").unwrap_err().contains("a.html#gone, which is not"));
        fs::remove_dir_all(folder).unwrap();
    }
}
