//! Tables of every format, and files that do not behave.

use std::path::Path;

use worthwhile_groups::{TableFormat, TableReader, TableWriter};

use super::*;

fn rows(path: &str) -> usize {
    let table = TableReader::open(Path::new(path)).unwrap();
    assert!(table.schema().field_with_name("verdict").is_ok());
    table.map(|batch| batch.unwrap().num_rows()).sum()
}

#[test]
fn every_format_is_read_and_written() {
    let folder = Folder::new("formats");
    let expected = folder.means(&["--format", "json", "--by", "role"]).out;
    for format in TableFormat::ALL {
        let name = format!("people.{format}", format = format.as_str());
        let path = folder.file(&name);
        if *format != TableFormat::Csv {
            let table = TableReader::open(Path::new(&folder.file("people.csv"))).unwrap();
            let mut writer = TableWriter::create(Path::new(&path), &table.schema()).unwrap();
            table.for_each(|batch| writer.write(&batch.unwrap()).unwrap());
            writer.finish().unwrap();
        }
        let (map, out) =
            (folder.file("map.json"), folder.file(&format!("out.{}", format.as_str())));
        let args =
            ["--map", &map, "--at-the-means", "--format", "json", "--by", "role", "-o", &out];
        let run = folder.ask(&name, &args);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{name}");
        assert_eq!(run.out, expected, "{name}");
        assert_eq!(rows(&out), 60, "{name}");
    }
}

#[test]
fn a_table_without_rows_is_answered() {
    let folder = Folder::new("empty");
    folder.write("people.csv", "id,role,free,learning\n");
    for format in TableFormat::ALL {
        let out = folder.file(&format!("out.{}", format.as_str()));
        let run = folder.means(&["-o", &out, "--by", "role"]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        assert!(run.out.contains("The table has no people."), "{}", run.out);
        if *format == TableFormat::JsonLines {
            assert_eq!(folder.read("out.ndjson"), "");
        } else {
            assert_eq!(rows(&out), 0);
        }
    }
    folder.write("people.csv", "");
    assert_eq!(folder.means(&[]).code, Some(3));
}

#[test]
fn a_broken_table_is_refused_and_leaves_what_was_there() {
    let folder = Folder::new("broken");
    let out = folder.write("out.csv", "as it was");
    let broken = folder.write("people.csv", &(people(100) + "p1,dev\n"));
    let run = folder.means(&["-o", &out]);
    assert_eq!((run.code, run.out.as_str()), (Some(3), ""), "{}", run.err);
    assert!(run.err.starts_with(&format!("{broken}: ")), "{}", run.err);
    assert!(run.err.contains("102") && run.err.contains("unreadable_table"), "{}", run.err);
    assert_eq!(folder.read("out.csv"), "as it was");
    let names = ["case.json", "levers.json", "map.json", "out.csv", "people.csv"];
    assert_eq!(folder.names(), names, "nothing else is left behind");
    for (name, bytes) in
        [("people.parquet", "PAR1 but not for long"), ("people.xlsx", "PK\u{3}\u{4}")]
    {
        folder.write(name, bytes);
        let run = folder.ask(name, &[]);
        assert_eq!((run.code, run.out.as_str()), (Some(3), ""), "{name}");
        assert!(run.err.contains("[unreadable_table]"), "{}", run.err);
    }
    let none = folder.ask("no-such.csv", &[]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
    assert!(none.err.starts_with("worthwhile: there is no file `"), "{}", none.err);
}

#[test]
fn a_late_error_keeps_what_is_done() {
    let folder = Folder::new("late");
    let (out, page) = (folder.write("out.csv", "as it was"), folder.file("summary.html"));
    // The rows of the first batch are answered when the line is met.
    let broken = folder.write("people.csv", &(people(12_000) + "p1,dev\n"));
    let run = folder.means(&["-o", &out, "--html", &page]);
    assert_eq!(run.code, Some(3), "{}", run.err);
    assert!(run.out.starts_with("For whom is certification worth it?"), "{}", run.out);
    assert!(run.err.starts_with(&format!("{broken}: ")), "{}", run.err);
    assert!(run.err.contains("line 12002 has 2 cells"), "{}", run.err);
    let end =
        format!("\nStopped after 8192 people: the summary is of these. `{out}` has their rows.\n");
    assert!(run.err.ends_with(&end), "{}", run.err);
    assert_eq!(rows(&out), 8192);
    assert!(folder.read("summary.html").ends_with("</html>\n"));
    let names = ["case.json", "levers.json", "map.json", "out.csv", "people.csv", "summary.html"];
    assert_eq!(folder.names(), names, "nothing else is left behind");
    // Where programs read, they read the summary; what is wrong is told beside it.
    let json = folder.means(&["--format", "json"]);
    assert_eq!((json.code, &json.json()["segments"][0]["people"]), (Some(3), &8192.into()));
    let (problem, end) = json.err.split_once('\n').unwrap();
    let problem: Value = serde_json::from_str(problem).unwrap();
    assert_eq!(problem["problems"][0]["code"], "unreadable_table");
    assert_eq!(end, "Stopped after 8192 people: the summary is of these.\n");
}

#[test]
fn too_many_segments_keep_what_is_done() {
    let folder = Folder::new("segments");
    let mut text = "id,role,country,free,learning\n".to_owned();
    for at in 0..11_000 {
        writeln!(text, "p{at},role {at},AT,3,5").unwrap();
    }
    folder.write("people.csv", &text);
    let out = folder.file("out.csv");
    let run = folder.means(&["-o", &out, "--by", "role", "--smallest-segment"]);
    assert_eq!(run.code, Some(3), "{}", run.err);
    assert!(run.err.contains("more than 10000 segments"), "{}", run.err);
    // The block with the segment that is too many is not answered.
    assert!(run.err.contains("\nStopped after 8192 people: "), "{}", run.err);
    assert_eq!(rows(&out), 8192);
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_still_has_a_summary() {
    let folder = Folder::new("full");
    let run = folder.means(&["--html", "/dev/full"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.err.contains("`/dev/full` could not be written"), "{}", run.err);
    assert!(run.out.starts_with("For whom is certification worth it?"), "{}", run.out);
}

#[test]
fn two_answers_never_take_the_place_of_each_other() {
    let folder = Folder::new("two");
    let out = folder.file("x.csv");
    fs::create_dir(folder.0.join("inner")).unwrap();
    for page in [out.clone(), folder.file("./x.csv"), folder.file("inner/../x.csv")] {
        let run = folder.means(&["-o", &out, "--html", &page]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{page}");
        assert!(run.err.contains("are one file"), "{}", run.err);
        assert!(!folder.names().contains(&"x.csv".to_owned()));
    }
}

#[test]
fn an_answer_never_takes_the_place_of_what_it_is_about() {
    let folder = Folder::new("own");
    for name in ["people.csv", "case.json", "map.json", "levers.json"] {
        let (path, levers) = (folder.file(name), folder.file("levers.json"));
        let before = folder.read(name);
        for option in ["-o", "--html"] {
            let run = folder.means(&[option, &path, "--levers", &levers]);
            assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{option} {name}");
            assert!(run.err.contains("would take the place of"), "{}", run.err);
        }
        assert_eq!(folder.read(name), before);
    }
}

#[test]
fn a_file_that_cannot_be_written_is_a_plain_sentence() {
    let folder = Folder::new("unwritable");
    let run = folder.means(&["-o", &folder.file("out.xlsx")]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("parquet, csv, arrow, arrows, ndjson"), "{}", run.err);
    for option in ["-o", "--html"] {
        let run = folder.means(&[option, &folder.file("no-such-folder/out.csv")]);
        assert_eq!(run.code, Some(1), "{}", run.err);
        assert!(run.err.starts_with("worthwhile: `"), "{}", run.err);
        assert!(run.err.contains("could not be written"), "{}", run.err);
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = Folder::new("link");
    let (file, link) = (folder.write("kept.csv", "as it was"), folder.file("link.csv"));
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(folder.means(&["-o", &link]).code, Some(0));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(rows(&file), 60);
    // Also where the file is not there yet.
    let (file, link) = (folder.file("new.csv"), folder.file("new-link.csv"));
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let run = folder.means(&["-o", &file, "--html", &link]);
    assert!(run.code == Some(2) && run.err.contains("are one file"), "{}", run.err);
    assert_eq!(folder.means(&["-o", &link]).code, Some(0));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(rows(&file), 60);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_replaced_keeps_who_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("mode");
    for (option, name) in [("-o", "out.csv"), ("--html", "out.html")] {
        let out = folder.write(name, "as it was");
        fs::set_permissions(&out, fs::Permissions::from_mode(0o600)).unwrap();
        assert_eq!(folder.means(&[option, &out]).code, Some(0));
        assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_replaced() {
    let folder = Folder::new("special");
    let pipe = folder.file("pipe.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let null = folder.file("null.csv");
    std::os::unix::fs::symlink("/dev/null", &null).unwrap();
    for path in [&pipe, &null] {
        let run = folder.means(&["-o", path]);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{path}");
        let sentence = "could not be written: it is there, and it is no plain file.";
        assert!(run.err.contains(sentence), "{}", run.err);
    }
    assert!(!fs::metadata(&pipe).unwrap().is_file());
}

#[test]
fn a_case_may_come_from_standard_input() {
    let folder = Folder::new("piped");
    let (table, map) = (folder.file("people.csv"), folder.file("map.json"));
    let piped = run_with(&["group", &table, "--case", "-", "--map", &map, "--at-the-means"], CASE);
    assert_eq!((piped.code, piped.out), (Some(0), folder.means(&[]).out));
    assert_eq!(run(&["group", &table]).code, Some(2), "there is always a case");
}

/// The command that the README has, on a few people as those of its example.
#[test]
fn the_command_of_the_readme_does_what_it_says() {
    let readme = include_str!("../../../README.md");
    let line = readme.lines().find(|line| line.starts_with("worthwhile group ")).unwrap();
    let folder = Folder::new("readme");
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    for name in ["case.json", "map.json", "levers.json"] {
        let own = root.join("../worthwhile-groups/examples/developers").join(name);
        fs::copy(own, folder.file(name)).unwrap();
    }
    let mut text = "respondent,country,role,user_group,employer,years,weight,free_hours,work_hours_a_day,\
                    exhausted_percent,q1_fun,q1_helping,q1_people,q1_learning,q1_name,q1_career,q1_money,\
                    q2_free_time,q5_judged\n"
        .to_owned();
    for (at, employer) in ["likes it", "counts it", "", "dont know"].iter().enumerate() {
        writeln!(text, "P{at},DE,student,g{at},{employer},3,0.8,14,5,20,5,4,,5,3,2,3,2,1").unwrap();
    }
    let table = TableReader::new(std::io::Cursor::new(text), TableFormat::Csv).unwrap();
    let people = folder.file("developers.parquet");
    let mut writer = TableWriter::create(Path::new(&people), &table.schema()).unwrap();
    table.for_each(|batch| writer.write(&batch.unwrap()).unwrap());
    writer.finish().unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_worthwhile"))
        .args(line.split(' ').skip(1))
        .args(QUICK)
        .current_dir(&folder.0)
        .output()
        .unwrap();
    let err = String::from_utf8(done.stderr).unwrap();
    assert_eq!((done.status.code(), err.as_str()), (Some(0), ""));
    let out = String::from_utf8(done.stdout).unwrap();
    for part in
        ["of 3 people", "\nBy role\n", "\nBy country\n", "Writing takes half", "by their weights"]
    {
        assert!(out.contains(part), "{part}: {out}");
    }
    assert_eq!(rows(&folder.file("answers.parquet")), 4);
    assert!(folder.read("summary.html").contains("What would change it"));
}
