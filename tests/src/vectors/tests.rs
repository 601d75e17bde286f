use super::*;
use serde_json::json;

fn vector(value: &Value) -> Vector {
    let file = json!({"about": "A test.", "vectors": [value]});
    parse(&file.to_string()).unwrap().vectors.remove(0)
}

fn refusal(change: impl FnOnce(&mut Value)) -> String {
    let mut file = json!({"about": "A test.", "vectors": [{
        "name": "one", "why": "For a test.", "call": "assess", "text": "{}", "expect": {"/a": 1}
    }]});
    assert!(parse(&file.to_string()).is_ok());
    change(&mut file);
    parse(&file.to_string()).err().unwrap()
}

#[test]
fn a_file_of_another_form_is_refused() {
    let vector = |change: fn(&mut Value)| refusal(|file| change(&mut file["vectors"][0]));
    assert!(refusal(|file| file["extra"] = json!(1)).contains("extra"));
    assert!(refusal(|file| file["vectors"] = json!([])).contains("needs"));
    assert!(vector(|vector| vector["expected"] = json!({})).contains("unknown field `expected`"));
    assert!(vector(|vector| vector["document"] = json!({})).contains("one of `document`"));
    assert!(vector(|vector| vector["text"] = json!(null)).contains("one of `document`"));
    assert!(vector(|vector| vector["problems"] = json!([])).contains("`expect` or `problems`"));
    assert!(vector(|vector| vector["expect"] = json!({})).contains("`expect` is empty"));
    assert!(vector(|vector| vector["call"] = json!("check")).contains("`check`"));
    assert!(vector(|vector| vector["name"] = json!("Not Snake")).contains("snake_case"));
    assert!(vector(|vector| vector["why"] = json!("")).contains("sentence"));
}

#[test]
fn an_empty_folder_and_a_repeated_name_are_refused() {
    let folder = std::env::temp_dir().join(format!("worthwhile-vectors-{}", std::process::id()));
    // One of an earlier run that was stopped may be left.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    assert!(load(&folder).err().unwrap().contains("no vectors"));
    let file = json!({"about": "A test.", "vectors": [{
        "name": "one", "why": "For a test.", "call": "check", "text": "{}", "problems": []
    }]});
    std::fs::write(folder.join("a.json"), file.to_string()).unwrap();
    assert_eq!(load(&folder).unwrap()[0].0, "a::one");
    std::fs::write(folder.join("b.json"), file.to_string()).unwrap();
    assert!(load(&folder).err().unwrap().contains("two vectors"));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_document_keeps_the_order_it_was_written_in() {
    let text = r#"{"about": "A.", "vectors": [{"name": "a", "why": "A.", "call": "check",
        "problems": [], "document": {"b": 1.0, "a": 2}}]}"#;
    assert_eq!(parse(text).unwrap().vectors[0].to_text(), r#"{"b": 1.0, "a": 2}"#);
}

#[test]
fn a_build_repeats_and_counts() {
    let build = json!({"before": "[", "repeat": "{n},", "times": 3, "after": "9]"});
    let built = vector(&json!({"name": "a", "why": "A.", "call": "check", "build": build,
        "problems": []}));
    assert_eq!(built.to_text(), "[0,1,2,9]");
}

#[test]
fn an_answer_is_compared_number_by_number() {
    let expecting = |expect: Value| {
        vector(&json!({"name": "a", "why": "A.", "call": "assess", "text": "{}", "expect": expect}))
    };
    let answer = json!({"a": [1.5, {"b": "c"}], "n": 1000.0, "v": env!("CARGO_PKG_VERSION")});
    let answer = Outcome::Answer(answer);
    let holds = |expect: Value| expecting(expect).compare(&answer).is_ok();
    assert!(holds(json!({"/a": [1.500_000_000_1, {"b": "c"}], "/n": 1000, "/v": "{version}"})));
    assert!(holds(json!({"/n": 1_000.000_000_5, "/z": null})));
    for wrong in [
        json!({"/n": 1_000.000_01}),
        json!({"/a/0": 1.500_000_01}),
        json!({"/a/0": "1.5"}),
        json!({"/a": [1.5]}),
        json!({"/a/1": {"b": "c", "d": 1}}),
        json!({"/a/1": {}}),
        json!({"/n": null}),
        json!({"/z": 0}),
        json!({"/v": "{versions}"}),
    ] {
        assert!(!holds(wrong.clone()), "{wrong}");
    }
    let vector = expecting(json!({"/n": 1000}));
    assert!(vector.compare(&Outcome::Problems(json!([]))).is_err());
    assert!(vector.compare(&Outcome::Refused).is_err());
}

#[test]
fn problems_are_compared_as_a_whole_list() {
    let expecting = |problems: Value| {
        vector(&json!({"name": "a", "why": "A.", "call": "check", "text": "{}",
            "problems": problems}))
    };
    let found = Outcome::Problems(json!([
        {"path": "/a", "code": "c", "message": "m", "severity": "error", "help": "h",
         "data": {"found": 80, "suggestion": 0.8}},
        {"path": "/b", "code": "d", "message": "m", "severity": "error"}
    ]));
    let second = json!({"code": "d", "path": "/b"});
    let holds = |first: Value| expecting(json!([first, second])).compare(&found).is_ok();
    assert!(holds(json!({"code": "c", "path": "/a"})));
    assert!(holds(json!({"code": "c", "path": "/a", "message": "m", "help": "h",
        "data": {"suggestion": 0.8, "allowed": null}})));
    assert!(!holds(json!({"code": "x", "path": "/a"})));
    assert!(!holds(json!({"code": "c", "path": "/x"})));
    assert!(!holds(json!({"code": "c", "path": "/a", "message": "x"})));
    assert!(!holds(json!({"code": "c", "path": "/a", "help": "x"})));
    assert!(!holds(json!({"code": "c", "path": "/a", "data": {"suggestion": 0.7}})));
    assert!(!holds(json!({"code": "c", "path": "/a", "data": {"allowed": 1}})));
    assert!(expecting(json!([second])).compare(&found).is_err());
    assert!(expecting(json!([])).compare(&found).is_err());
    assert!(expecting(json!([second])).compare(&Outcome::Refused).is_ok());
    assert!(expecting(json!([second])).compare(&Outcome::Answer(json!({}))).is_err());
}
