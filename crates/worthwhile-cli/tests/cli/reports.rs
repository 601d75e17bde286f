//! Reports, and answers that go to a file.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;

/// A folder of this test alone, gone at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("worthwhile-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn names(&self) -> Vec<String> {
        let all = fs::read_dir(&self.0).unwrap();
        all.map(|own| own.unwrap().file_name().into_string().unwrap()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const QUICK: [&str; 3] = ["assess", "--scenarios", "64"];

fn quick(args: &[&str]) -> Run {
    run_with(&[&QUICK, args].concat(), WARNED)
}

#[test]
fn a_report_is_one_file_of_html_or_a_page_of_markdown() {
    let html = quick(&["--format", "html"]);
    assert_eq!(html.code, Some(0));
    assert!(html.out.starts_with("<!DOCTYPE html>") && html.out.ends_with("</html>\n"));
    assert!(html.err.contains("[usd_rate_missing]"), "{}", html.err);
    let page = quick(&["--format", "md"]);
    assert_eq!(page.code, Some(0));
    assert!(page.out.starts_with("# Is "), "{}", page.out);
    assert!(quick(&["--format", "md", "--all"]).out.len() > page.out.len());
}

#[test]
fn a_file_gets_what_standard_output_would_in_the_format_of_its_name() {
    let folder = Folder::new("output");
    for (name, format) in
        [("a.html", "html"), ("a.md", "md"), ("a.json", "json"), ("a.txt", "text"), ("a", "text")]
    {
        let file = folder.file(name);
        let run = quick(&["-o", &file]);
        assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{name}: {}", run.err);
        assert_eq!(fs::read_to_string(&file).unwrap(), quick(&["--format", format]).out, "{name}");
    }
    let file = folder.file("b.html");
    quick(&["--format", "json", "--output", &file]);
    assert!(fs::read_to_string(&file).unwrap().starts_with('{'), "what is said goes first");
    assert!(quick(&["-o", "-"]).out.starts_with("Is "));
}

#[test]
fn a_file_that_is_there_is_replaced_whole_or_stays_as_it_was() {
    let folder = Folder::new("replaced");
    let file = folder.file("answer.html");
    fs::write(&file, "as it was").unwrap();
    let refused = run_with(&[&QUICK[..], &["-o", &file]].concat(), REFUSED);
    assert_eq!(refused.code, Some(3));
    assert_eq!(fs::read_to_string(&file).unwrap(), "as it was");
    assert_eq!(quick(&["-o", &file]).code, Some(0));
    assert!(fs::read_to_string(&file).unwrap().starts_with("<!DOCTYPE html>"));
    assert_eq!(folder.names(), ["answer.html"], "nothing else is left behind");
}

#[test]
fn an_answer_never_takes_the_place_of_the_case() {
    let folder = Folder::new("own");
    let file = folder.file("case.json");
    fs::write(&file, example()).unwrap();
    for names in
        [["assess", &file, "-o", &file], ["assess", &file, "-o", &folder.file("./case.json")]]
    {
        let run = run(&names);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{}", run.err);
        assert!(run.err.contains("would take the place of"), "{}", run.err);
    }
    let run = run(&["compare", &file, &file, "-o", &file]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), example());
}

#[test]
fn a_file_that_cannot_be_written_is_a_plain_sentence() {
    let folder = Folder::new("missing");
    let file = folder.file("no-such-folder/answer.html");
    let run = quick(&["-o", &file]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    let last = run.err.lines().last().unwrap();
    assert!(last.starts_with("worthwhile: `") && last.contains("could not be written"), "{last}");
    assert!(!Path::new(&file).exists());
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_device_a_device() {
    let folder = Folder::new("link");
    let (file, link) = (folder.file("kept.html"), folder.file("link.html"));
    fs::write(&file, "as it was").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(quick(&["-o", &link]).code, Some(0));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&file).unwrap().starts_with("<!DOCTYPE html>"));
    assert_eq!(quick(&["-o", "/dev/null"]).code, Some(0));
}
