//! `assess`, `check`, `expand` and `new`.

use super::*;

#[test]
fn assess_prints_the_librarys_text_for_a_file_and_for_standard_input() {
    let case = std::fs::read_to_string(example()).unwrap();
    let text = worthwhile::Plan::read(&case).unwrap().assess().unwrap().to_text();
    assert!(text.contains("worth it to you?"), "{text}");
    for run in [
        run(&["assess", &example()]),
        run_with(&["assess"], &case),
        run_with(&["assess", "-"], &case),
    ] {
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        assert_eq!(run.out, text);
    }
}

#[test]
fn assess_in_json_prints_the_document_a_newline_and_nothing_else() {
    for case in [std::fs::read_to_string(example()).unwrap(), WARNED.to_owned()] {
        let run = run_with(&["assess", "--format", "json"], &case);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        assert_eq!(run.out, worthwhile::assess(&case).unwrap() + "\n");
        assert!(run.json()["question"]["verdict"].is_string());
    }
}

#[test]
fn assess_in_text_warns_on_standard_error() {
    let run = run_with(&["assess"], WARNED);
    assert_eq!(run.code, Some(0));
    assert!(run.err.starts_with("warning: /person/money: "), "{}", run.err);
    assert!(run.err.lines().next().unwrap().ends_with(" [usd_rate_missing]"), "{}", run.err);
    assert!(run.out.starts_with("Is "), "{}", run.out);
}

#[test]
fn a_refused_case_is_told_to_people_on_standard_error() {
    for command in ["assess", "check", "expand"] {
        let run = run_with(&[command], REFUSED);
        assert_eq!((run.code, run.out.as_str()), (Some(3), ""), "{command}");
        let lines: Vec<&str> = run.err.lines().collect();
        let [first, help, second, other_help] = lines[..] else { panic!("{}", run.err) };
        assert!(first.starts_with("/persn: ") && first.ends_with(" [unknown_field]"), "{first}");
        assert_eq!(help, "  did you mean `person`?");
        assert!(second.starts_with("/person/motivations/learning: "), "{second}");
        assert!(second.ends_with(" [out_of_range]"), "{second}");
        assert!(other_help.starts_with("  "), "{other_help}");
    }
}

#[test]
fn a_refused_case_is_told_to_programs_on_standard_output() {
    for command in ["assess", "check"] {
        let run = run_with(&[command, "--format", "json"], REFUSED);
        assert_eq!((run.code, run.err.as_str()), (Some(3), ""), "{command}");
        let expected = worthwhile::problems_document(&worthwhile::check(REFUSED)) + "\n";
        assert_eq!(run.out, expected, "{command}");
        assert_eq!(run.json()["problems"].as_array().unwrap().len(), 2, "{command}");
    }
}

#[test]
fn a_problem_of_the_whole_document_says_so() {
    let run = run_with(&["check"], "[]");
    assert_eq!(run.code, Some(3));
    assert!(run.err.starts_with("the document: "), "{}", run.err);
}

#[test]
fn check_says_when_there_is_nothing_to_say() {
    let text = run(&["check", &example()]);
    assert_eq!((text.code, text.out.as_str(), text.err.as_str()), (Some(0), "No problems.\n", ""));
    let json = run(&["check", &example(), "--format", "json"]);
    assert_eq!((json.code, json.out.as_str()), (Some(0), "{\"problems\":[]}\n"));
}

#[test]
fn check_prints_the_warnings_of_an_accepted_case() {
    let text = run_with(&["check"], WARNED);
    assert_eq!((text.code, text.err.as_str()), (Some(0), ""));
    assert!(text.out.starts_with("warning: /person/money: "), "{}", text.out);
    let json = run_with(&["check", "--format", "json"], WARNED);
    assert_eq!(json.code, Some(0));
    assert_eq!(json.json()["problems"][0]["severity"], "warning");
}

#[test]
fn an_expanded_case_gives_the_same_answer() {
    let expanded = run(&["expand", &example()]);
    assert_eq!((expanded.code, expanded.err.as_str()), (Some(0), ""));
    assert!(expanded.out.starts_with("{\n  \"schema_version\": 1,\n"), "{}", expanded.out);
    assert!(!expanded.out.contains("\"preset\""));
    let answer = |case: &str| run_with(&["assess", "--format", "json"], case).json();
    let before = answer(&std::fs::read_to_string(example()).unwrap());
    let after = answer(&expanded.out);
    // Every number counts as given then.
    let said =
        |answer: &Value, part: &str| answer[part].to_string().replace("(we assume ", "(you said ");
    for part in ["question", "best_mix"] {
        assert_eq!(said(&before, part), said(&after, part), "{part}");
    }
    let pursuits = before["pursuits"].as_array().unwrap();
    assert_eq!(pursuits.len(), 6);
    for (at, pursuit) in pursuits.iter().enumerate() {
        for part in ["id", "verdict", "worth", "margin", "contributions", "ledger", "award"] {
            assert_eq!(pursuit[part], after["pursuits"][at][part], "pursuit {at}: {part}");
        }
    }
}

#[test]
fn expand_keeps_every_bit_of_a_number() {
    let case = REFUSED.replace("75", "5.100000000000001").replace("\"persn\": {}, ", "");
    let run = run_with(&["expand"], case);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let learning = run.json()["person"]["motivations"]["learning"].as_f64().unwrap();
    assert_eq!(learning.to_bits(), 5.100_000_000_000_001_f64.to_bits());
}

#[test]
fn a_new_case_of_every_preset_is_accepted_without_a_word() {
    for name in preset_names() {
        let new = run(&["new", "--preset", name]);
        assert_eq!((new.code, new.err.as_str()), (Some(0), ""), "{name}");
        assert_eq!(worthwhile::check(&new.out), [], "{name}");
        let check = run_with(&["check"], &new.out);
        assert_eq!((check.code, check.out.as_str()), (Some(0), "No problems.\n"), "{name}");
        assert_eq!(new.json()["pursuits"][0]["preset"], name);
        assert!(new.json()["note"].is_string() && new.json()["pursuits"][0]["note"].is_string());
    }
}

#[test]
fn a_new_case_compares_with_the_job_and_rest_but_never_with_itself() {
    let names = |args: &[&str]| -> Vec<String> {
        let case = run(args).json();
        let pursuits = case["pursuits"].as_array().unwrap().iter();
        let name = |pursuit: &Value| pursuit.get("preset").or(pursuit.get("id")).cloned();
        pursuits.map(|pursuit| name(pursuit).unwrap().as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&["new"]), ["microsoft-mvp", "job-performance", "rest", "my-own"]);
    assert_eq!(names(&["new", "--preset", "rest"]), ["rest", "job-performance", "my-own"]);
    assert_eq!(
        names(&["new", "--preset", "job-performance"]),
        ["job-performance", "rest", "my-own"]
    );
}

#[test]
fn a_new_case_has_a_pursuit_of_ones_own_with_a_note_on_every_part() {
    let case = run(&["new"]).json();
    let own = case["pursuits"].as_array().unwrap().last().unwrap().clone();
    for part in ["activities", "benefits", "costs", "drawbacks"] {
        let items = own[part].as_array().unwrap();
        assert!(items.iter().all(|item| item["note"].is_string()), "{part}: {own}");
    }
    assert!(own["note"].as_str().unwrap().contains("Illustrative"), "{own}");
}

#[test]
fn the_options_of_a_computation_are_taken() {
    let example = example();
    let engine = |args: &[&str]| {
        let all = [&["assess", &example, "--format", "json"][..], args].concat();
        run(&all).json()["engine"].clone()
    };
    assert_eq!(engine(&["--quick"])["scenarios"], 4096);
    assert_eq!(engine(&["--scenarios", "1000", "--seed", "0"])["scenarios"], 1024);
    assert_eq!(engine(&["--seed", "0", "--quick"])["seed"], 0);
    let totals = run(&["assess", &example, "--format", "json", "--quick", "--totals"]).json();
    assert!(totals["sensitivity"][0]["total"].is_number());
}

#[test]
fn levers_can_be_left_out_and_flips_are_there_on_request() {
    let example = example();
    let answer = |args: &[&str]| {
        run(&[&["assess", &example, "--format", "json", "--quick"][..], args].concat()).json()
    };
    let (usual, quick, thorough) = (answer(&[]), answer(&["--no-levers"]), answer(&["--flips"]));
    assert_eq!(usual["engine"]["levers"], true);
    assert_eq!(quick["engine"]["levers"], false);
    assert_eq!(quick["levers"], serde_json::json!([]));
    assert!(usual["question"]["how_much"].is_array() && usual.get("flips").is_none());
    assert!(quick["question"].get("how_much").is_none());
    assert!(thorough["flips"][0]["answer"].is_string());
    assert_eq!(quick["pursuits"][0]["margin"], usual["pursuits"][0]["margin"]);
}

#[test]
fn threads_do_not_change_the_answer() {
    let example = example();
    let with = |threads: &str| run(&["assess", &example, "--quick", "--threads", threads]).out;
    assert_eq!(with("1"), with("3"));
}

#[test]
fn a_page_is_as_wide_as_asked_and_in_color_only_on_request() {
    let page = |args: &[&str]| {
        let run = run(&[&["assess", "--quick", "--no-levers"], args, &[&example()]].concat());
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        run.out
    };
    let widest = |page: &str| page.lines().map(|line| line.chars().count()).max().unwrap();
    let [narrow, usual, wide] =
        [&["--width", "60"][..], &[], &["--width", "120"]].map(|args| widest(&page(args)));
    assert!(narrow <= 60 && (61..=80).contains(&usual) && (81..=120).contains(&wide));
    assert!(!page(&[]).contains('\u{1b}') && page(&["--color", "always"]).contains('\u{1b}'));
    assert!(page(&["--all"]).len() > 2 * page(&[]).len());
}

#[test]
fn the_brief_answer_is_the_beginning_of_the_whole_one() {
    let example = example();
    let page = |args: &[&str]| run(&[&["assess", "--quick", &example][..], args].concat());
    let (whole, brief) = (page(&[]), page(&["--brief"]));
    assert_eq!((brief.code, brief.err.as_str()), (Some(0), ""));
    let (_, below_the_question) = whole.out.split_once("\n\n").unwrap();
    assert!(below_the_question.starts_with(&brief.out), "{}", brief.out);
    // The empty line below the five lines begins what is left out.
    assert!(below_the_question[brief.out.len()..].starts_with('\n'), "{}", brief.out);
    assert!(brief.out.starts_with("Yes") && !brief.out.contains("\n\n"), "{}", brief.out);
    for args in
        [&["--brief", "--format", "json"][..], &["--brief", "--all"], &["--brief", "-o", "a.html"]]
    {
        let wrong = page(args);
        assert_eq!((wrong.code, wrong.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(wrong.err.contains("--brief"), "{}", wrong.err);
    }
}

#[test]
fn colors_follow_the_conventions_of_the_environment() {
    let is_colored = |set: &[(&str, &str)], args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_worthwhile"));
        command.args(["assess", "--quick", "--no-levers", &example()]).args(args);
        ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"].iter().for_each(|name| {
            command.env_remove(name);
        });
        let done = command.envs(set.iter().copied()).output().unwrap();
        String::from_utf8(done.stdout).unwrap().contains('\u{1b}')
    };
    assert!(!is_colored(&[], &[]) && is_colored(&[("CLICOLOR_FORCE", "1")], &[]));
    assert!(is_colored(&[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")], &[]));
    assert!(!is_colored(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[]));
    assert!(!is_colored(&[("CLICOLOR_FORCE", "1")], &["--color", "never"]));
    assert!(is_colored(&[("NO_COLOR", "1")], &["--color", "always"]));
}
