//! `compare`

use super::*;

/// The path of another example case.
fn other() -> String {
    example().replace("mvp.json", "long-week.json")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// A file with this text that is gone when it is dropped.
struct Kept(PathBuf);

impl Kept {
    fn new(name: &str, text: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("worthwhile-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(self.0.parent().unwrap());
    }
}

const QUICK: [&str; 2] = ["--scenarios", "64"];

fn compare(first: &str, second: &str, args: &[&str]) -> Run {
    run(&[&["compare", first, second][..], &QUICK, args].concat())
}

#[test]
fn it_prints_the_librarys_page_and_calls_the_cases_by_their_files() {
    let text = compare(&example(), &other(), &[]);
    assert_eq!((text.code, text.err.as_str()), (Some(0), ""));
    let plans = [example(), other()].map(|path| worthwhile::Plan::read(&read(&path)).unwrap());
    let options = worthwhile::Options::default().with_scenarios(64);
    let found = plans[0].run().options(&options).compare(&plans[1]).unwrap();
    assert_eq!(text.out, found.page().names("Mvp", "Long-week").to_string());
    assert!(text.out.starts_with("Mvp "), "{}", text.out);
    let json = compare(&example(), &other(), &["--format", "json"]);
    assert_eq!((json.code, json.err.as_str()), (Some(0), ""));
    assert_eq!(json.out, found.to_json() + "\n");
}

#[test]
fn one_case_may_come_from_standard_input_and_not_both() {
    let file = compare(&example(), &other(), &["--format", "json"]);
    let args = ["compare", "-", &other(), "--format", "json", QUICK[0], QUICK[1]];
    let piped = run_with(&args, read(&example()));
    assert_eq!((piped.code, piped.out), (Some(0), file.out));
    let both = run_with(&["compare", "-", "-"], read(&example()));
    assert_eq!((both.code, both.out.as_str()), (Some(2), ""));
    assert!(both.err.contains("standard input can be read only once"), "{}", both.err);
    let missing = run(&["compare", &example()]);
    assert_eq!((missing.code, missing.out.as_str()), (Some(2), ""));
}

#[test]
fn the_same_file_twice_differs_in_nothing() {
    let same = compare(&example(), &example(), &[]);
    assert_eq!((same.code, same.err.as_str()), (Some(0), ""));
    assert!(same.out.starts_with("The first and the second both say "), "{}", same.out);
    assert!(same.out.contains("Nothing that counts differs."), "{}", same.out);
    assert!(!same.out.contains("What makes the difference"), "{}", same.out);
}

#[test]
fn a_refusal_says_which_file_it_is_about() {
    let refused = Kept::new("refused.json", REFUSED);
    let good = example();
    for (first, second, case) in
        [(refused.path(), &*good, "/first"), (&*good, refused.path(), "/second")]
    {
        let text = compare(first, second, &[]);
        assert_eq!((text.code, text.out.as_str()), (Some(3), ""));
        let start = format!("{}: /persn: ", refused.path());
        assert!(text.err.starts_with(&start), "{}", text.err);
        let json = compare(first, second, &["--format", "json"]);
        assert_eq!((json.code, json.err.as_str()), (Some(3), ""));
        assert_eq!(json.json()["problems"][0]["path"], format!("{case}/persn"));
    }
    let both = compare(refused.path(), refused.path(), &["--format", "json"]);
    let problems = both.json()["problems"].as_array().unwrap().len();
    assert_eq!((both.code, problems), (Some(3), 4));
}

#[test]
fn files_of_another_kind_are_refused_or_cannot_be_read() {
    let answer = run(&["assess", &example(), "--format", "json", "--quick", "--no-levers"]).out;
    let answer = Kept::new("answer.json", &answer);
    let refused = compare(&example(), answer.path(), &[]);
    assert_eq!((refused.code, refused.out.as_str()), (Some(3), ""));
    let named = refused.err.lines().filter(|line| !line.starts_with(' '));
    assert!(named.clone().count() > 3 && named.clone().all(|line| line.contains("answer.json: ")));
    let preset = Kept::new("preset.json", &run(&["presets", "rest", "--format", "json"]).out);
    assert_eq!(compare(preset.path(), &example(), &[]).code, Some(3));
    let none = compare(&example(), "no-such-file.json", &[]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
    assert!(none.err.contains("there is no file `no-such-file.json`"), "{}", none.err);
}

#[test]
fn warnings_come_with_the_name_of_their_file() {
    let warned = Kept::new("warned.json", WARNED);
    let text = compare(&example(), warned.path(), &[]);
    assert_eq!(text.code, Some(0));
    let start = format!("{}: warning: /person/money: ", warned.path());
    assert!(text.err.starts_with(&start), "{}", text.err);
    let json = compare(&example(), warned.path(), &["--format", "json"]);
    assert_eq!((json.code, json.err.as_str()), (Some(0), ""));
}

#[test]
fn the_page_is_as_wide_as_asked_and_goes_to_a_file() {
    for width in [60, 120] {
        let page = compare(&example(), &other(), &["--width", &width.to_string()]);
        assert!(page.out.lines().all(|line| line.chars().count() <= width), "{}", page.out);
    }
    let colored = compare(&example(), &other(), &["--color", "always"]);
    assert!(colored.out.contains('\u{1b}'));
    let kept = Kept::new("page.txt", "");
    let quiet = compare(&example(), &other(), &["-o", kept.path()]);
    assert_eq!((quiet.code, quiet.out.as_str()), (Some(0), ""));
    assert_eq!(read(kept.path()), compare(&example(), &other(), &[]).out);
}
