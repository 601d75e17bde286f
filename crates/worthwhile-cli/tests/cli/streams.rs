//! Files and pipes that do not behave.

use std::io::Read;

use super::*;

#[test]
fn a_missing_file_is_a_plain_sentence() {
    let run = run(&["assess", "no-such-case.json"]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert_eq!(run.err, "worthwhile: there is no file `no-such-case.json`.\n");
}

#[test]
fn the_name_of_a_file_cannot_forge_a_line() {
    for args in [&["check", "a\nforged: b"][..], &["presets", "a\nforged: b"]] {
        let run = run(args);
        assert!(!run.err.lines().any(|line| line.starts_with("forged")), "{}", run.err);
    }
}

#[test]
fn a_folder_is_no_case() {
    let run = run(&["check", env!("CARGO_MANIFEST_DIR"), "--format", "json"]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(run.err.contains("cannot be read"), "{}", run.err);
}

#[test]
fn text_that_is_not_utf_8_is_refused_by_name() {
    let run = run_with(&["assess"], b"{\"name\": \"\xff\"}");
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert_eq!(run.err, "worthwhile: standard input is not UTF-8 text: byte 10 cannot be read.\n");
    let wide: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let run = run_with(&["assess"], wide);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.err, "worthwhile: standard input is UTF-16 text. Save it as UTF-8.\n");
}

#[test]
fn a_case_at_the_limit_is_read_and_one_above_it_is_too_large() {
    let limit = worthwhile::limits::MAX_BYTES;
    let padded = |bytes: usize| {
        let case = run(&["new"]).out;
        let padding = " ".repeat(bytes - case.len());
        run_with(&["check"], case + &padding)
    };
    assert_eq!(padded(limit).code, Some(0));
    let above = padded(limit + 1);
    assert_eq!(above.code, Some(3));
    assert!(above.err.starts_with("the document: ") && above.err.contains("[too_large]"));
}

#[test]
fn endless_input_is_not_read_to_its_end() {
    let mut child = start(&["check"]);
    let mut stdin = child.stdin.take().unwrap();
    let block = vec![b' '; 1 << 20];
    let written = (0..64).take_while(|_| stdin.write_all(&block).is_ok()).count();
    drop(stdin);
    assert!(written < 64, "all of {written} MiB were read");
    let run = finish(child);
    assert_eq!(run.code, Some(3));
    assert!(run.err.contains("[too_large]"), "{}", run.err);
}

/// The reader is gone before the program has anything to say, since it waits for its input.
#[test]
fn a_closed_pipe_is_not_an_error() {
    let case = std::fs::read_to_string(example()).unwrap();
    for args in [&["assess"][..], &["assess", "--format", "json"], &["check"], &["expand"]] {
        let mut child = start(args);
        drop(child.stdout.take());
        child.stdin.take().unwrap().write_all(case.as_bytes()).unwrap();
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn a_refused_case_stays_refused_where_nobody_listens() {
    let mut child = start(&["check", "--format", "json"]);
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(REFUSED.as_bytes()).unwrap();
    let run = finish(child);
    assert_eq!((run.code, run.err.as_str()), (Some(3), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let example = example();
    for args in [&["assess", &example][..], &["--help"], &["assess", "--help"], &["--version"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let done = Command::new(env!("CARGO_BIN_EXE_worthwhile"))
            .args(args)
            .stdout(full)
            .output()
            .unwrap();
        assert_eq!(done.status.code(), Some(1), "{args:?}");
        let err = String::from_utf8(done.stderr).unwrap();
        assert!(err.starts_with("worthwhile: the output could not be written: "), "{err}");
    }
}

/// A refusal in JSON goes where answers go, and is missed there.
#[cfg(target_os = "linux")]
#[test]
fn a_refusal_that_cannot_be_written_is_told() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_worthwhile"))
        .args(["check", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(REFUSED.as_bytes()).unwrap();
    let run = finish(child);
    assert_eq!(run.code, Some(1));
    assert!(run.err.starts_with("worthwhile: the output could not be written: "), "{}", run.err);
}

#[test]
fn a_file_too_large_is_named_by_its_own_size() {
    let path = std::env::temp_dir().join(format!("worthwhile-large-{}.json", std::process::id()));
    std::fs::write(&path, vec![b' '; 5_000_000]).unwrap();
    let run = run(&["check", path.to_str().unwrap()]);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(run.code, Some(3));
    assert!(run.err.starts_with("the document: the document has 5000000 bytes; "), "{}", run.err);
}

#[test]
fn a_log_can_be_told_no_values() {
    for args in [&["assess"][..], &["check"], &["expand"], &["check", "--format", "json"]] {
        let plain = run_with(args, REFUSED);
        let told = run_with(&[args, &["--redact"]].concat(), REFUSED);
        assert_eq!(told.code, Some(3), "{args:?}");
        let all = |run: &Run| run.out.clone() + &run.err;
        assert!(all(&plain).contains("75") && all(&plain).contains("persn"), "{args:?}");
        assert!(!all(&told).contains("75") && !all(&told).contains("persn"), "{}", all(&told));
        assert!(all(&told).contains("/person/motivations/learning"), "{}", all(&told));
    }
    let warned = run_with(&["assess", "--quick", "--redact"], WARNED);
    assert!(warned.err.contains("[usd_rate_missing]") && !warned.err.contains("EUR"));
}

#[test]
fn a_seed_is_named_as_typed() {
    let case = REFUSED.replacen('{', r#"{"analysis": {"seed": 9007199254740993},"#, 1);
    let run = run_with(&["check"], case);
    assert!(run.err.contains("/analysis/seed: `9007199254740993` is out of range"), "{}", run.err);
}

#[test]
fn a_name_cannot_steer_the_terminal() {
    let case =
        WARNED.replace(r#""pursuits": [{"#, r#""pursuits": [{"name": "red \u001b[31m text", "#);
    let run = run_with(&["assess"], case);
    assert!(!run.out.contains('\u{1b}') && !run.err.contains('\u{1b}'), "{}{}", run.out, run.err);
    assert!(run.out.contains("red "), "the name was not printed: {}{}", run.out, run.err);
}

#[cfg(unix)]
#[test]
fn control_c_ends_a_long_run_at_once_and_a_pipe_hears_nothing() {
    // It takes some seconds on one thread of a quick machine.
    let example = example();
    let child = start(&["assess", &example, "--scenarios", "1048576", "--threads", "1"]);
    std::thread::sleep(std::time::Duration::from_millis(200));
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let run = finish(child);
    assert!(sent.success());
    // A run that came to its end would have printed its answer.
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (None, "", ""));
}
