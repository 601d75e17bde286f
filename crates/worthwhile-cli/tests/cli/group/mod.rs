//! `worthwhile group`: what it answers, and how it is asked.

mod files;
#[cfg(unix)]
mod stopped;

use std::fmt::Write as _;
use std::fs;

use super::*;

const CASE: &str = r#"{"schema_version": 1, "pursuits": [{"preset": "certification"}, {"preset": "rest"}],
    "person": {"motivations": {"learning": 7, "income": 3}, "time": {"free_hours_per_week": 8}}}"#;
const MAP: &str = r#"{"schema_version": 1, "id": "id", "keep": ["role"], "columns": {
    "free": "/person/time/free_hours_per_week", "learning": "/person/motivations/learning"}}"#;
const LEVERS: &str = r#"{"schema_version": 1, "levers": [
    {"name": "Three hours more", "changes": [{"input": "/person/time/free_hours_per_week", "add": 3}]},
    {"name": "Hardly any time", "changes": [{"input": "/person/time/free_hours_per_week", "set": 0.2}]}]}"#;
/// Few scenarios, so that it is quick.
const QUICK: [&str; 4] = ["--scenarios", "32", "--replicates", "2"];

/// People of three roles; a lead has a role alone, one answer in seventeen is not allowed, one in five missing.
fn people(count: usize) -> String {
    let mut text = "id,role,country,free,learning\n".to_owned();
    for at in 0..count {
        let role = ["lead", "dev", "student"][if at == 5 { 0 } else { 1 + at % 2 }];
        let country = ["AT", "BR"][at / 3 % 2];
        let free = if at % 17 == 3 { -77.0 } else { 0.3 + (at * 7 % 23) as f64 * 0.6 };
        let learning = if at % 5 == 0 { String::new() } else { (at * 3 % 11).to_string() };
        writeln!(text, "p{at},{role},{country},{free},{learning}").unwrap();
    }
    text
}

/// A folder with a case, a map, levers and a table, gone at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("worthwhile-group-{name}-{}", std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(&folder.0).unwrap();
        let table = people(60);
        for (name, text) in [
            ("case.json", CASE),
            ("map.json", MAP),
            ("levers.json", LEVERS),
            ("people.csv", &table),
        ] {
            folder.write(name, text);
        }
        folder
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.0.join(name), text).unwrap();
        self.file(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// The names of what is there, in order.
    fn names(&self) -> Vec<String> {
        let all = fs::read_dir(&self.0).unwrap();
        let names = all.map(|own| own.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// Asks the people of a table.
    fn ask(&self, table: &str, args: &[&str]) -> Run {
        let (table, case) = (self.file(table), self.file("case.json"));
        run(&[&["group", &table, "--case", &case][..], args].concat())
    }

    /// Asks them with the map, at the quicker speed.
    fn means(&self, args: &[&str]) -> Run {
        let map = self.file("map.json");
        self.ask("people.csv", &[&["--map", &map, "--at-the-means"][..], args].concat())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_table_of_people_is_answered_with_doubt() {
    let folder = Folder::new("doubt");
    let (map, levers) = (folder.file("map.json"), folder.file("levers.json"));
    let args = ["--map", &map, "--levers", &levers, "--by", "role", "--by", "country,role"];
    let text = folder.ask("people.csv", &[&args[..], &QUICK].concat());
    assert_eq!((text.code, text.err.as_str()), (Some(0), ""));
    assert!(text.out.starts_with("For whom is certification worth it?\n\nFor "), "{}", text.out);
    for part in [
        "\nWith all doubt together it is ",
        "\n4 of 60 people could not be answered: 4 for free (a number",
        "\nBy role\n  dev ",
        "\nBy country and role\n  AT, dev ",
        "\nWhat would change it, in percentage points\n",
        "\n  Hardly any time ",
        "\nWhat tells yes from no\n",
        "with doubt: from 32 scenarios",
    ] {
        assert!(text.out.contains(part), "{part}: {}", text.out);
    }
    assert!(!text.out.contains("77"), "what somebody answered: {}", text.out);
    let json = folder.ask("people.csv", &[&args[..], &QUICK, &["--format", "json"]].concat());
    assert_eq!((json.code, json.err.as_str()), (Some(0), ""));
    let json = json.json();
    assert_eq!((&json["speed"], &json["scenarios"]), (&"with_doubt".into(), &32.into()));
    assert_eq!(json["segments"][0]["people"], 60);
    assert_eq!(json["segments"][0]["levers"].as_array().unwrap().len(), 2);
    assert_eq!(json["segments"].as_array().unwrap().len(), 1 + 3 + 5);
    assert_eq!(json["refusals"][0]["column"], "free");
}

#[test]
fn a_summary_is_what_its_schema_says() {
    let folder = Folder::new("schema");
    let (map, levers) = (folder.file("map.json"), folder.file("levers.json"));
    let schema = run(&["schema", "group"]).json();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let json = &["--format", "json", "--levers", &levers, "--by", "role"];
    let summaries = [
        folder.ask("people.csv", &[&["--map", &map][..], json, &QUICK].concat()),
        folder.means(&[&json[..], &["--smallest-segment"]].concat()),
        folder.means(&[&json[..], &["--smallest-segment", "61"]].concat()),
    ];
    for summary in summaries {
        let summary = summary.json();
        let objections: Vec<String> = validator
            .iter_errors(&summary)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(objections.is_empty(), "{objections:?}");
        let unknown = unknown_members(&schema, &schema, &summary);
        assert!(unknown.is_empty(), "the schema does not tell of {unknown:?}");
    }
}

/// Members of a document that its schema does not name: an open schema would let them pass.
fn unknown_members(root: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let named = schema["$ref"].as_str().and_then(|to| root.pointer(to.trim_start_matches('#')));
    let schema = named.unwrap_or(schema);
    let mut unknown = Vec::new();
    for own in value.as_array().into_iter().flatten() {
        unknown.extend(unknown_members(root, &schema["items"], own));
    }
    for (key, own) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(key) {
            Some(schema) => unknown.extend(unknown_members(root, schema, own)),
            None if schema["additionalProperties"].is_object() => {}
            None => unknown.push(key.clone()),
        }
    }
    unknown
}

#[test]
fn the_same_seed_gives_the_same_answers_on_any_number_of_threads() {
    let folder = Folder::new("seed");
    let map = folder.file("map.json");
    let ask = |args: &[&str]| {
        let out = folder.file("out.csv");
        let args = [&["--map", &map, "--format", "json", "-o", &out], &QUICK[..], args].concat();
        let run = folder.ask("people.csv", &args);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{args:?}");
        (run.out, folder.read("out.csv"))
    };
    let one = ask(&["--seed", "7", "--threads", "1"]);
    assert_eq!(one, ask(&["--seed", "7", "--threads", "3"]));
    assert_ne!(one, ask(&["--seed", "8"]));
}

#[test]
fn nothing_is_drawn_at_the_means() {
    let folder = Folder::new("means");
    let run = folder.means(&["--format", "json"]);
    let json = run.json();
    assert_eq!((&json["speed"], &json["scenarios"]), (&"at_the_means".into(), &0.into()));
    assert!(folder.means(&[]).out.contains("at the means: nothing is drawn"));
    for args in [["--scenarios", "64"], ["--replicates", "4"]] {
        let run = folder.means(&args);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{args:?}");
    }
    assert_eq!(folder.ask("people.csv", &["--scenarios", "16385"]).code, Some(2));
    assert_eq!(folder.ask("people.csv", &["--replicates", "1"]).code, Some(2));
}

#[test]
fn who_is_refused_has_a_row_that_says_why_without_the_answer() {
    let folder = Folder::new("refused");
    let out = folder.file("out.ndjson");
    let rows = |args: &[&str]| -> Vec<Value> {
        let run = folder.means(&[&["-o", &out][..], args].concat());
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        let lines = folder.read("out.ndjson");
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let told = rows(&[]);
    assert_eq!(told.len(), 60);
    let own = &told[3];
    assert_eq!((&own["id"], &own["verdict"]), (&"p3".into(), &Value::Null));
    let problem = &own["problems"][0];
    assert_eq!((&problem["column"], &problem["code"]), (&"free".into(), &"out_of_range".into()));
    assert!(!own.to_string().contains("77"), "{own}");
    assert!(told[0]["verdict"].is_string() && told[0]["unknown"] == 1, "{}", told[0]);
    assert!(rows(&["--show-values"])[3]["problems"][0]["message"].to_string().contains("-77"));
}

#[test]
fn a_map_is_taken_from_names_or_started_from_them() {
    let folder = Folder::new("map");
    let named = people(20).replacen("free", "Free hours per week", 1);
    folder.write("named.csv", &named);
    let inferred = folder.ask("named.csv", &["--at-the-means", "--by", "role"]);
    assert_eq!(inferred.code, Some(0), "{}", inferred.err);
    let told = "`Free hours per week` feeds /person/time/free_hours_per_week\n`learning` feeds \
                /person/motivations/learning\n";
    assert_eq!(inferred.err, told);
    assert!(inferred.out.contains("\nBy role\n"), "{}", inferred.out);
    let json = folder.ask("named.csv", &["--at-the-means", "--format", "json"]);
    assert_eq!((json.code, json.err.as_str()), (Some(0), told));
    assert_eq!(json.json()["segments"][0]["people"], 20);

    let path = folder.file("started.json");
    let started = folder.ask("named.csv", &["--write-map", &path]);
    assert_eq!((started.code, started.out.as_str()), (Some(0), ""));
    assert!(started.err.starts_with("2 columns of the table feed an input by name;"));
    let written: Value = serde_json::from_str(&folder.read("started.json")).unwrap();
    assert_eq!((&written["id"], &written["keep"][0]), (&"id".into(), &"role".into()));
    let with_it = folder.ask("named.csv", &["--at-the-means", "--map", &path, "--by", "role"]);
    assert_eq!((with_it.code, with_it.err.as_str()), (Some(0), ""));
    assert_eq!(with_it.out, inferred.out);

    let again = folder.ask("named.csv", &["--write-map", &path]);
    assert_eq!(again.code, Some(2), "{}", again.err);
    assert!(again.err.contains("is there already"), "{}", again.err);
    assert_eq!(folder.ask("named.csv", &["--write-map", &path, "--map", &path]).code, Some(2));

    folder.write("other.csv", "a,b\n1,2\n");
    let none = folder.ask("other.csv", &[]);
    assert_eq!((none.code, none.out.as_str()), (Some(3), ""));
    assert!(none.err.contains("no column of the table is named as an input"), "{}", none.err);
    assert!(none.err.contains("--write-map"), "{}", none.err);
}

#[test]
fn small_segments_can_be_left_out() {
    let folder = Folder::new("small");
    let role = |args: &[&str]| {
        let run = folder.means(&[&["--by", "role", "--format", "json"], args].concat());
        let all = run.json()["segments"].as_array().unwrap().clone();
        let lead = all.iter().find(|own| own["by"]["role"] == "lead").unwrap();
        lead["suppressed"].as_bool().unwrap()
    };
    assert!(!role(&[]) && role(&["--smallest-segment"]) && !role(&["--smallest-segment", "1"]));
    assert!(folder.means(&["--smallest-segment", "61"]).out.contains("nothing is told"));
    assert_eq!(folder.means(&["--smallest-segment", "0"]).code, Some(2));
}

#[test]
fn levers_are_those_of_a_file_or_all_of_the_pursuit() {
    let folder = Folder::new("levers");
    let count = |levers: &str| {
        let json = folder.means(&["--levers", levers, "--format", "json"]).json();
        json["segments"][0]["levers"].as_array().unwrap().len()
    };
    assert!(count("all") > 10, "{}", count("all"));
    assert_eq!(count(&folder.file("levers.json")), 2);
    let wrong = LEVERS.replacen("free_hours_per_week", "free_hour_per_week", 1);
    let wrong = folder.write("wrong.json", &wrong);
    let run = folder.means(&["--levers", &wrong]);
    assert_eq!((run.code, run.out.as_str()), (Some(3), ""));
    let start = format!("{wrong}: /levers/0/changes/0/input: ");
    assert!(run.err.starts_with(&start), "{}", run.err);
    assert!(run.err.contains("did you mean `/person/time/free_hours_per_week`?"), "{}", run.err);
    let unread = folder.write("unread.json", r#"{"schema_version": 1}"#);
    assert!(folder.means(&["--levers", &unread]).err.contains("missing field `levers`"));
}

#[test]
fn columns_to_group_by_may_have_commas_in_their_names() {
    let folder = Folder::new("comma");
    folder.write("people.csv", &people(20).replacen("country", "\"country,role\"", 1));
    let run = folder.means(&["--by", "country,role", "--by", "role", "--format", "json"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let json = run.json();
    let by: Vec<&Value> =
        json["segments"].as_array().unwrap().iter().map(|own| &own["by"]).collect();
    assert!(by.contains(&&serde_json::json!({"country,role": "AT"})), "{by:?}");
    assert!(by.contains(&&serde_json::json!({"role": "dev"})), "{by:?}");
}

#[test]
fn a_refusal_of_options_is_about_no_file() {
    let folder = Folder::new("options");
    let map = folder.file("map.json");
    let args = ["--map", &map, "--threads", "64", "--scenarios", "16384"];
    let run = folder.ask("people.csv", &args);
    assert_eq!((run.code, run.out.as_str()), (Some(3), ""));
    assert!(run.err.starts_with("/scenarios: "), "{}", run.err);
}

#[test]
fn a_refusal_says_which_file_it_is_about() {
    let folder = Folder::new("whose");
    let by = folder.means(&["--by", "rule"]);
    assert_eq!((by.code, by.out.as_str()), (Some(3), ""));
    assert!(by.err.contains("people.csv: /by/rule: the table has no column `rule`"), "{}", by.err);
    assert!(by.err.contains("did you mean `role`?"), "{}", by.err);
    let map = folder.write("map.json", &MAP.replace("\"free\"", "\"fre\""));
    let run = folder.means(&[]);
    assert!(run.err.starts_with(&format!("{map}: /columns/fre: ")), "{}", run.err);
    let json = folder.means(&["--format", "json"]);
    assert_eq!((json.code, json.err.as_str()), (Some(3), ""));
    let (json, problem) = (json.json(), "/columns/fre");
    assert_eq!((&json["file"], &json["problems"][0]["path"]), (&map.into(), &problem.into()));
    let case = folder.write("case.json", &CASE.replace("\"time\"", "\"tim\""));
    let run = folder.means(&[]);
    assert!(run.err.contains(&format!("{case}: /person/tim: ")), "{}", run.err);
}

#[test]
fn the_summary_goes_to_a_page_and_names_cannot_steer_the_terminal() {
    let folder = Folder::new("page");
    folder.write("people.csv", &people(20).replace("student", "\u{1b}[31m<i>red"));
    let html = folder.file("summary.html");
    let run =
        folder.means(&["--by", "role", "--html", &html, "--width", "100", "--color", "never"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(!run.out.contains('\u{1b}') && run.out.contains("[31m<i>red"), "{}", run.out);
    let page = folder.read("summary.html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    assert!(page.contains("&lt;i&gt;red") && !page.contains("<i>"), "{page}");
    assert!(folder.means(&["--color", "always"]).out.contains('\u{1b}'));
}
