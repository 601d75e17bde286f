//! Ctrl-C, and what is told on the way.

use std::path::Path;
use std::time::{Duration, Instant};

use rexpect::process::WaitStatus;
use rexpect::session::spawn_command;
use worthwhile_groups::TableReader;

use super::*;

/// So many that nobody waits for the last.
const MANY: usize = 300_000;
/// So long that one of them is answered.
const PATIENCE: Duration = Duration::from_secs(120);

fn arguments<'f>(map: &'f str, out: &'f str) -> [&'f str; 8] {
    ["--map", map, "--scenarios", "16", "--replicates", "2", "-o", out]
}

fn rows(path: &str) -> usize {
    let table = TableReader::open(Path::new(path)).unwrap();
    table.map(|batch| batch.unwrap().num_rows()).sum()
}

/// The name that the rows have until the end.
fn partial(folder: &Folder) -> Option<String> {
    folder.names().into_iter().find(|name| name.ends_with(".partial"))
}

fn wait_for_rows(folder: &Folder) {
    let began = Instant::now();
    let bytes = |name: String| fs::metadata(folder.0.join(name)).map_or(0, |own| own.len());
    while partial(folder).map_or(0, bytes) == 0 {
        assert!(began.elapsed() < PATIENCE, "no row is written");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args([name, &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

#[test]
fn control_c_keeps_what_is_done() {
    keeps_what_is_done("-INT");
}

/// A machine that shuts down, a scheduler whose time is up, a terminal that is closed.
#[test]
fn other_signals_keep_what_is_done() {
    keeps_what_is_done("-TERM");
    // Under `nohup` it is ignored, by this test's programs too.
    if !is_hangup_ignored() {
        keeps_what_is_done("-HUP");
    }
}

/// Whether this process, and so those that it starts, ignores a terminal that is closed.
fn is_hangup_ignored() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    ignored.is_some_and(|mask| mask & 1 == 1)
}

fn keeps_what_is_done(name: &str) {
    let folder = Folder::new(&format!("stopped{name}"));
    folder.write("people.csv", &people(MANY));
    let (table, case) = (folder.file("people.csv"), folder.file("case.json"));
    let (map, out) = (folder.file("map.json"), folder.file("out.ndjson"));
    let asked = ["group", &table, "--case", &case];
    let child = start(&[&asked[..], &arguments(&map, &out)].concat());
    wait_for_rows(&folder);
    signal(&child, name);
    let run = finish(child);
    assert_eq!(run.code, Some(130), "{}", run.err);
    let count = rows(&out);
    assert!(count > 0 && count < MANY, "{count}");
    assert_eq!(
        run.err,
        format!("Stopped after {count} people: the summary is of these. `{out}` has their rows.\n")
    );
    assert!(run.out.starts_with("For whom is certification worth it?"), "{}", run.out);
    assert!(partial(&folder).is_none());
}

#[test]
fn a_terminal_sees_how_fast_it_is() {
    let folder = Folder::new("terminal");
    folder.write("people.csv", &people(MANY));
    let (map, out) = (folder.file("map.json"), folder.file("out.ndjson"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_worthwhile"));
    command.args(["group", &folder.file("people.csv"), "--case", &folder.file("case.json")]);
    command.args(arguments(&map, &out)).env("TERM", "xterm").env("NO_COLOR", "1");
    let mut terminal = spawn_command(command, Some(PATIENCE.as_millis() as u64)).unwrap();
    terminal.exp_string(" people, ").unwrap();
    terminal.exp_string(" a second").unwrap();
    wait_for_rows(&folder);
    terminal.send_control('c').unwrap();
    terminal.exp_string("For whom is certification worth it?").unwrap();
    terminal.exp_string("Stopped after ").unwrap();
    let rest = terminal.exp_eof().unwrap();
    assert!(rest.contains("people: the summary is of these."), "{rest}");
    assert!(matches!(terminal.process().wait().unwrap(), WaitStatus::Exited(_, 130)));
    let count: usize = rest.split(' ').next().unwrap().parse().unwrap();
    assert_eq!(rows(&out), count);
}

/// A run that is at its first block for long, for so many scenarios.
fn at_the_first_block(folder: &Folder) -> Child {
    folder.write("people.csv", &people(MANY));
    let out = folder.write("out.csv", "as it was");
    let (table, case, map) =
        (folder.file("people.csv"), folder.file("case.json"), folder.file("map.json"));
    let args =
        ["group", &table, "--case", &case, "--map", &map, "--scenarios", "16384", "-o", &out];
    let child = start(&[&args[..], &["--threads", "1"]].concat());
    let began = Instant::now();
    while partial(folder).is_none() {
        assert!(began.elapsed() < PATIENCE, "nothing is begun");
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_millis(300));
    child
}

#[test]
fn nobody_answered_is_no_file() {
    let folder = Folder::new("at-once");
    let child = at_the_first_block(&folder);
    signal(&child, "-INT");
    let run = finish(child);
    assert_eq!((run.code, run.out.as_str()), (Some(130), ""));
    assert_eq!(run.err, "Stopped before anybody was answered.\n");
    assert_eq!(folder.read("out.csv"), "as it was");
    assert!(partial(&folder).is_none());
}

/// Whoever does not wait for what is done gets nothing, and has nothing to clear away.
#[test]
fn a_second_signal_leaves_nothing_behind() {
    let folder = Folder::new("twice");
    let child = at_the_first_block(&folder);
    signal(&child, "-TERM");
    signal(&child, "-INT");
    let run = finish(child);
    assert_eq!((run.code, run.out.as_str()), (Some(130), ""));
    assert_eq!(folder.read("out.csv"), "as it was");
    assert!(partial(&folder).is_none());
}

/// `nohup` is for runs that go on when the terminal is closed.
#[cfg(target_os = "linux")]
#[test]
fn a_run_that_outlives_its_terminal_goes_on() {
    let folder = Folder::new("nohup");
    folder.write("people.csv", &people(MANY));
    let (table, case) = (folder.file("people.csv"), folder.file("case.json"));
    let (map, out) = (folder.file("map.json"), folder.file("out.ndjson"));
    let child = Command::new("nohup")
        .args([env!("CARGO_BIN_EXE_worthwhile"), "group", &table, "--case", &case])
        .args(arguments(&map, &out))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    wait_for_rows(&folder);
    signal(&child, "-HUP");
    std::thread::sleep(Duration::from_millis(500));
    assert!(partial(&folder).is_some(), "it has stopped");
    signal(&child, "-TERM");
    assert_eq!(finish(child).code, Some(130));
    assert!(rows(&out) > 0);
}
