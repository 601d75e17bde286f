//! `worthwhile ask`: from a file of answers, through a pipe, and in a terminal.

use std::fs;
use std::path::Path;

use super::*;

/// A folder of its own for a test, empty at its start.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ask").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

/// A file of the tests of the interview.
fn of_person(person: &str, what: &str) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    path(&root.join("../../tests/interview"), &format!("{person}.{what}.json"))
}

#[test]
fn a_file_of_answers_gets_the_answer_of_the_case_written_by_hand() {
    let folder = folder("answers");
    let file = path(&folder, "my.json");
    let asked = run(&["ask", &file, "--answers", &of_person("own", "answers")]);
    assert_eq!((asked.code, asked.err.as_str()), (Some(0), ""));
    let by_hand = run(&["assess", &of_person("own", "case")]).out;
    assert!(asked.out.contains(&by_hand), "{}", asked.out);
    assert!(!asked.out.contains("Question 1 of about"), "it asked: {}", asked.out);
    assert!(
        asked.out.ends_with(&format!("worthwhile assess {file} -o answer.html\n")),
        "{}",
        asked.out
    );
    assert_eq!(run(&["assess", &file]).out, by_hand);
    assert_eq!(run(&["check", &file]).out, "No problems.\n");
}

#[cfg(unix)]
#[test]
fn the_file_is_its_owner_s_alone_even_where_one_was_there() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("private");
    let file = folder.join("my.json");
    fs::copy(example(), &file).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    let asked = run_with(&["ask", file.to_str().unwrap()], "don't know\nquit\n");
    assert_eq!(asked.code, Some(0), "{}", asked.err);
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let names: Vec<_> = fs::read_dir(&folder).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing else is left: {names:?}");
}

#[test]
fn a_refused_answer_of_a_file_is_told_with_its_place() {
    let folder = folder("refused");
    let file = path(&folder, "my.json");
    let answers = r#"{"schema_version": 1, "answers": {"about": "rest", "week-job": "many"}}"#;
    let asked = run_with(&["ask", &file, "--answers", "-"], answers);
    assert_eq!((asked.code, asked.out.as_str()), (Some(3), ""));
    assert!(
        asked.err.starts_with("/answers/week-job: `many` is not a number [wrong_type]\n"),
        "{}",
        asked.err
    );
    assert!(!Path::new(&file).exists());
}

#[test]
fn questions_are_the_library_s_document() {
    for answers in
        [r#"{"schema_version": 1}"#, &fs::read_to_string(of_person("dread", "answers")).unwrap()]
    {
        let asked = run_with(&["ask", "--questions", "-"], answers);
        assert_eq!((asked.code, asked.err.as_str()), (Some(0), ""));
        let call = worthwhile::Call::new(worthwhile::Operation::Ask).case(answers);
        assert_eq!(asked.out, call.run().unwrap() + "\n");
    }
    let refused = run_with(&["ask", "--questions", "-"], "{}");
    assert_eq!(refused.code, Some(3));
    assert_eq!(refused.json()["problems"][0]["code"], "missing_field");
}

#[test]
fn lines_of_a_pipe_are_answers_and_its_end_keeps_them() {
    let folder = folder("pipe");
    let file = path(&folder, "my.json");
    let first = run_with(&["ask", &file], "why\n99\n\n1\nback\n\nnew\n40\n");
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    for part in [
        "Everything that follows is about it.",
        "That was not understood: there is no option `99`.",
        "Please type a number from 1 to 18, or part of a name.",
        "Type an answer, or: don't know",
        "You said: Microsoft MVP. Press Enter to leave it so.",
        "How many hours do you sleep a night?",
    ] {
        assert!(first.out.contains(part), "{part}: {}", first.out);
    }
    assert!(
        first.out.ends_with(&format!("To go on, run: worthwhile ask {file}\n")),
        "{}",
        first.out
    );
    let second = run_with(&["ask", &file], "8\nanswers\nchange 1\nbook\nquit\n");
    assert!(second.out.contains("How many hours do you sleep a night?"), "{}", second.out);
    assert!(second.out.contains("1. What is it about? Microsoft MVP"), "{}", second.out);
    let kept: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(
        (&kept["answers"]["about"], &kept["answers"]["week-sleep"]),
        (&"book".into(), &"8".into())
    );
}

#[test]
fn a_line_that_is_not_text_is_asked_again() {
    let folder = folder("latin");
    let run = run_with(&["ask", &path(&folder, "my.json")], b"b\xfccher\nmvp\nquit\n");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.contains("That was not UTF-8 text."), "{}", run.out);
    assert!(run.out.contains("Microsoft MVP"), "{}", run.out);
}

/// The numbers of the questions in an output, each with how the question begins.
fn asked(out: &str) -> Vec<(String, String)> {
    let lines =
        out.lines().filter_map(|line| line.trim_start_matches("> ").strip_prefix("Question "));
    let told = lines.filter_map(|line| line.split_once(": ")).map(|(place, text)| {
        let number = place.split(' ').next().unwrap_or_default();
        (number.to_owned(), text.chars().take(24).collect())
    });
    told.collect()
}

#[test]
fn a_question_keeps_its_number_and_the_end_knows_its_commands() {
    let folder = folder("numbers");
    let file = path(&folder, "my.json");
    let first = run_with(
        &["ask", &file],
        "microsoft-mvp\n".to_owned() + &"don't know\n".repeat(60) + "quit\n",
    );
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    let numbers = asked(&first.out);
    let (last, last_text) = numbers.last().unwrap().clone();
    assert_eq!(last, numbers.len().to_string(), "each number once: {numbers:?}");
    let not_understood =
        "That was not understood. Press Enter for the answer, or type one of these:";
    assert!(first.out.contains(not_understood), "{}", first.out);

    let again = run_with(&["ask", &file], "fine by me\nanswers\nback\nback\nquit\n");
    assert!(again.out.contains(not_understood), "{}", again.out);
    for (number, text) in &numbers {
        assert!(
            again.out.contains(&format!("  {number}. {text}")),
            "{number} {text}: {}",
            again.out
        );
    }
    let back = asked(&again.out);
    assert_eq!(back.first(), Some(&(last, last_text)), "{}", again.out);
    assert_eq!(back.get(1), numbers.get(numbers.len() - 2), "{}", again.out);

    let changed = run_with(&["ask", &file], "change 99\nchange 3\n41\nanswers\nquit\n");
    assert!(changed.out.contains("No question with this number has an answer."), "{}", changed.out);
    assert_eq!(asked(&changed.out).first(), numbers.get(2), "{}", changed.out);
    for part in [
        "Changed: question 3 is now answered: 41 hours a week. Before: don't know.",
        &format!("  3. {}", numbers[2].1),
    ] {
        assert!(changed.out.contains(part), "{part}: {}", changed.out);
    }
}

#[test]
fn the_end_says_what_the_answer_still_hangs_on() {
    let folder = folder("hangs");
    let lines = "a village choir\n40\n8\n30\n10\n20\n1 to 22\ncompany\nnew\n3\n12\nnone\n\
                 no\nno\nstrongly\nnone\nno\n0\nquit\n";
    let asked = run_with(&["ask", &path(&folder, "my.json")], lines);
    assert_eq!((asked.code, asked.err.as_str()), (Some(0), ""));
    let plain = asked.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(!plain.contains("That is good enough."), "{}", asked.out);
    for part in [
        "But the answer still hangs on something that you were unsure of:",
        "Question 7 (1 to 22 hours a week): The answer would be yes if it took",
        "hours a week instead of about",
    ] {
        assert!(plain.contains(part), "{part}: {}", asked.out);
    }
}

#[test]
fn what_is_in_no_list_is_taken_by_its_name_and_no_code_is_shown() {
    let folder = folder("own-words");
    let file = path(&folder, "my.json");
    let lines = "change 3\nchair of the allotment society\nabout ten to fifteen\nmany\n\n5\nback\nanswers\nquit\n";
    let asked = run_with(&["ask", &file], lines);
    assert_eq!((asked.code, asked.err.as_str()), (Some(0), ""));
    for part in [
        "change 3: returns to question 3",
        "Understood: something else, of your own: `chair of the allotment society`.",
        "Understood: 10 to 15 hours a week.",
        "That was not understood: `many` is not a number.",
        "Please use figures, such as 5, or 7 to 8",
        "something else, of your own: `chair of the allotment society`",
    ] {
        let plain = asked.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(plain.contains(part), "{part}: {}", asked.out);
    }
    let turned = path(&folder, "turned.json");
    let lines = "microsoft-mvp\nnew\nchange 1\na village choir\n4\nquit\n";
    let asked = run_with(&["ask", &turned], lines);
    let plain = asked.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let changed = "Changed: question 1 is now answered: something else, of your own: `a village choir`. \
                   Before: Microsoft MVP.";
    assert!(plain.contains(changed), "{}", asked.out);
    assert!(plain.contains("Question 3 of about"), "{}", asked.out);
    let again = run_with(&["ask", &turned], "answers\nquit\n");
    for part in ["  2. Where do you stand", "  3. How many hours a week does your job take? 4"] {
        assert!(again.out.contains(part), "{part}: {}", again.out);
    }
    let near = run_with(&["ask", &path(&folder, "near.json")], "microsoft-mpv\nquit\n");
    assert!(near.out.contains("Did you mean `Microsoft MVP`?"), "{}", near.out);
}

#[test]
fn without_a_name_it_takes_one_that_is_free() {
    let folder = folder("names");
    let ask = || {
        let mut child = Command::new(env!("CARGO_BIN_EXE_worthwhile"))
            .arg("ask")
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(b"rest\nquit\n").unwrap();
        finish(child)
    };
    assert!(ask().out.ends_with("To go on, run: worthwhile ask worthwhile.json\n"));
    assert!(ask().out.ends_with("To go on, run: worthwhile ask worthwhile-2.json\n"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

#[test]
fn a_file_that_is_no_case_is_left_alone() {
    let folder = folder("other");
    let file = path(&folder, "notes.json");
    fs::write(&file, "[1, 2]").unwrap();
    let asked = run_with(&["ask", &file], "rest\n");
    assert_eq!((asked.code, asked.out.as_str()), (Some(3), ""));
    assert_eq!(fs::read_to_string(&file).unwrap(), "[1, 2]");
}

#[test]
fn a_line_cannot_steer_the_terminal_or_wear_it_out() {
    let folder = folder("hostile");
    let file = path(&folder, "my.json");
    let long = "x".repeat(10 << 20);
    let lines = format!("own\n\u{1b}[2J\n{long}\nfine\nquit\n");
    let asked = run_with(&["ask", &file], lines);
    assert_eq!((asked.code, asked.err.as_str()), (Some(0), ""));
    assert!(!asked.out.contains('\u{1b}') && asked.out.len() < 20_000, "{} bytes", asked.out.len());
    assert!(asked.out.contains("How many hours a week does your job take?"), "{}", asked.out);
}

/// In a real terminal. Everything is shown once, line by line.
#[cfg(unix)]
mod terminal {
    use rexpect::process::WaitStatus;
    use rexpect::session::{PtySession, spawn_command};

    use super::*;

    const PATIENCE: u64 = 60_000;

    fn start(file: &str) -> PtySession {
        let mut command = Command::new(env!("CARGO_BIN_EXE_worthwhile"));
        command.args(["ask", file]).env("TERM", "xterm").env_remove("NO_COLOR");
        spawn_command(command, Some(PATIENCE)).unwrap()
    }

    /// Waits for a question, and answers it.
    fn answer(terminal: &mut PtySession, question: &str, line: &str) -> String {
        let before = terminal.exp_string(question).unwrap() + &terminal.exp_string("> ").unwrap();
        terminal.send_line(line).unwrap();
        before
    }

    #[test]
    fn a_person_answers_leaves_by_control_c_and_goes_on() {
        let folder = folder("terminal");
        let file = path(&folder, "my.json");
        let mut terminal = start(&file);
        answer(&mut terminal, "Question 1 of about", "microsoft-mvp");
        answer(&mut terminal, "Question 2 of about", "why");
        answer(&mut terminal, "If you don't know", "back");
        answer(&mut terminal, "You said: Microsoft MVP.", "");
        answer(&mut terminal, "Question 2 of about", "new");
        terminal.exp_string("Question 3 of about").unwrap();
        terminal.exp_string("> ").unwrap();
        terminal.send_control('c').unwrap();
        let rest = terminal.exp_eof().unwrap();
        assert!(rest.contains("To go on, run: worthwhile ask"), "{rest}");
        let Ok(WaitStatus::Exited(_, code)) = terminal.process().wait() else { panic!("it hangs") };
        assert_eq!(code, 130);

        let mut terminal = start(&file);
        let mut seen = answer(&mut terminal, "Question 3 of about", "40");
        for line in
            ["8", "35", "5", "12 to 16", "usual", "altruism, learning", "don't know", "rest"]
        {
            seen += &answer(&mut terminal, "Question ", line);
        }
        seen += &answer(&mut terminal, "So far: ", "done");
        let rest = terminal.exp_eof().unwrap();
        assert!(rest.contains("Is going for Microsoft MVP worth it to you?"), "{rest}");
        assert!(rest.contains("which only you can read."), "{rest}");
        for moves in ["\u{1b}[2J", "\u{1b}[H", "\u{1b}[1A", "\u{1b}[A"] {
            assert!(
                !seen.contains(moves),
                "a screen reader would read it again: {moves:?} in {seen:?}"
            );
        }
        assert_eq!(seen.matches("How many hours do you sleep").count(), 1);
    }

    #[test]
    fn control_d_keeps_everything_too() {
        let folder = folder("end");
        let mut terminal = start(&path(&folder, "my.json"));
        answer(&mut terminal, "Question 1 of about", "rest");
        terminal.exp_string("Question 2 of about").unwrap();
        terminal.exp_string("> ").unwrap();
        terminal.send_control('d').unwrap();
        assert!(terminal.exp_eof().unwrap().contains("To go on, run: worthwhile ask"));
    }
}
