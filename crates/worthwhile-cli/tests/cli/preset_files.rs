//! `--preset-file`.

use super::*;

const CASE: &str = r#"{"schema_version": 1, "pursuits": [{"preset": "example-champions"}],
    "person": {"motivations": {"altruism": 7}, "time": {"free_hours_per_week": 12}}}"#;

fn champions() -> String {
    example().replace("mvp.json", "example-champions.json")
}

/// Writes a damaged copy of the example, unique to the test.
fn damaged(name: &str) -> String {
    let text = std::fs::read_to_string(champions()).unwrap();
    let path = std::env::temp_dir().join(format!("worthwhile-{name}-{}.json", std::process::id()));
    std::fs::write(&path, text.replace(r#""helping", "strength""#, r#""helpin", "strength""#))
        .unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_preset_of_ones_own_works_in_every_command() {
    let file = champions();
    let with = ["--preset-file", &file];
    let call = |args: &[&str]| {
        let run = run_with(&[args, &with].concat(), CASE);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{args:?}");
        run
    };
    assert!(call(&["assess"]).out.starts_with("Is going for Example Champions worth it to you?"));
    let answer = call(&["assess", "--format", "json"]).json();
    assert_eq!(answer["question"]["pursuit"], "example-champions");
    assert_eq!(call(&["check"]).out, "No problems.\n");
    let expanded = call(&["expand"]);
    assert!(!expanded.out.contains("\"preset\""));
    assert_eq!(run_with(&["check"], &expanded.out).code, Some(0));
    assert!(call(&["presets"]).out.contains("example-champions: Example Champions\n"));
    let page = call(&["presets", "example-champions"]).out;
    assert!(page.contains("Count the hours of your last two workshops"), "{page}");
    let json = call(&["presets", "example-champions", "--format", "json"]).json();
    assert_eq!(json["id"], "example-champions");
    let new = call(&["new", "--preset", "example-champions"]).json();
    assert_eq!(new["pursuits"][0]["preset"], "example-champions");
}

#[test]
fn the_option_can_be_given_twice() {
    let file = champions();
    let text = std::fs::read_to_string(&file).unwrap();
    let other = std::env::temp_dir().join(format!("worthwhile-other-{}.json", std::process::id()));
    std::fs::write(&other, text.replace("\"id\": \"example-champions\"", "\"id\": \"others\""))
        .unwrap();
    let list = run(&["presets", "--preset-file", &file, "--preset-file", other.to_str().unwrap()]);
    assert_eq!(list.code, Some(0), "{}", list.err);
    assert!(list.out.contains("example-champions: ") && list.out.contains("others: "));
    std::fs::remove_file(other).unwrap();
}

#[test]
fn a_bad_preset_file_is_told_apart_from_a_bad_case() {
    let file = damaged("apart");
    for command in ["assess", "check", "expand", "presets", "new"] {
        let run = run_with(&[command, "--preset-file", &file], CASE);
        assert_eq!((run.code, run.out.as_str()), (Some(3), ""), "{command}");
        let first = format!("{file}: /pursuit/benefits/0/category: the category `helpin` ");
        assert!(run.err.starts_with(&first), "{}", run.err);
        assert!(
            run.err.ends_with("[unknown_category]\n  did you mean `helping`?\n"),
            "{}",
            run.err
        );
    }
    for command in ["assess", "check", "presets"] {
        let run = run_with(&[command, "--preset-file", &file, "--format", "json"], CASE);
        assert_eq!((run.code, run.err.as_str()), (Some(3), ""), "{command}");
        let document = run.json();
        assert_eq!(document["preset_file"], file.as_str());
        assert_eq!(document["problems"][0]["path"], "/pursuit/benefits/0/category");
        assert_eq!(document["problems"][0]["data"]["suggestion"], "helping");
    }
    std::fs::remove_file(file).unwrap();
    let case = run_with(&["check", "--preset-file", &champions(), "--format", "json"], REFUSED);
    assert_eq!(case.code, Some(3));
    assert!(case.json().get("preset_file").is_none());
}

#[test]
fn a_preset_file_that_is_not_there_is_named() {
    let run = run_with(&["assess", "--preset-file", "no/such/preset.json"], CASE);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert_eq!(run.err, "worthwhile: there is no file `no/such/preset.json`.\n");
}

#[test]
fn without_the_file_the_case_names_an_unknown_preset() {
    let run = run_with(&["check"], CASE);
    assert_eq!(run.code, Some(3));
    assert!(run.err.starts_with("/pursuits/0/preset: there is no preset"), "{}", run.err);
}

#[test]
fn a_preset_cannot_steer_the_terminal() {
    let text = std::fs::read_to_string(champions()).unwrap();
    let path = std::env::temp_dir().join(format!("worthwhile-red-{}.json", std::process::id()));
    let named = text.replace("Example Champions", r"Example \u001b[31mChampions");
    std::fs::write(&path, named).unwrap();
    for id in [&["example-champions"][..], &[]] {
        let with = ["--preset-file", path.to_str().unwrap()];
        let shown = run(&[&["presets"], id, &with].concat());
        assert_eq!(shown.code, Some(0), "{}", shown.err);
        assert!(shown.out.contains("Example \u{fffd}[31mChampions"), "{}", shown.out);
    }
    std::fs::remove_file(path).unwrap();
}
