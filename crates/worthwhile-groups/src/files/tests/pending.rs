//! Files that get their name when they are whole.

use std::fs;
use std::io::Write;

use super::super::PendingFile;
use super::*;

#[test]
fn what_another_run_has_left_is_passed_over() {
    let folder = Folder::new();
    let path = folder.path("out.csv");
    let (_, first) = PendingFile::create(&path).unwrap();
    let (mut file, second) = PendingFile::create(&path).unwrap();
    assert_ne!(first.partial(), second.partial());
    file.write_all(b"second").unwrap();
    second.keep().unwrap();
    drop(first);
    assert_eq!(fs::read(&path).unwrap(), b"second");
    assert_eq!(folder.names(), ["out.csv"]);
}

#[cfg(unix)]
#[test]
fn who_may_read_a_file_stays_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = Folder::new();
    for own in [0o600, 0o640, 0o664] {
        let path = folder.file("out.csv", b"before");
        fs::set_permissions(&path, fs::Permissions::from_mode(own)).unwrap();
        let (_, pending) = PendingFile::create(&path).unwrap();
        assert_eq!(mode(pending.partial()), own, "{own:o}");
        pending.keep().unwrap();
        assert_eq!(mode(&path), own, "{own:o}");
        let (_, pending) = PendingFile::create_private(&path).unwrap();
        assert_eq!(mode(pending.partial()), 0o600);
    }
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_nothing_but_a_file_is_replaced() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new();
    // One link leads to another, which leads to a file that is not there yet.
    symlink("second.csv", folder.path("first.csv")).unwrap();
    symlink("there.csv", folder.path("second.csv")).unwrap();
    let (mut file, pending) = PendingFile::create(&folder.path("first.csv")).unwrap();
    file.write_all(b"whole").unwrap();
    pending.keep().unwrap();
    assert_eq!(fs::read_link(folder.path("first.csv")).unwrap(), PathBuf::from("second.csv"));
    assert_eq!(fs::read_link(folder.path("second.csv")).unwrap(), PathBuf::from("there.csv"));
    assert_eq!(fs::read(folder.path("there.csv")).unwrap(), b"whole");

    symlink("round.csv", folder.path("round.csv")).unwrap();
    symlink("/dev/null", folder.path("null.csv")).unwrap();
    fs::create_dir(folder.path("folder.csv")).unwrap();
    for name in ["round.csv", "null.csv", "folder.csv"] {
        let error = PendingFile::create(&folder.path(name)).unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput, "{name}");
        assert_eq!(error.to_string(), "it is there, and it is no plain file", "{name}");
    }
}
