//! `worthwhile schema`

use crate::run;

#[test]
fn it_prints_the_committed_schemas() {
    let committed = [
        ("case", include_str!("../../../worthwhile/schema/case.json")),
        ("assessment", include_str!("../../../worthwhile/schema/assessment.json")),
        ("interview", include_str!("../../../worthwhile/schema/interview.json")),
        ("questions", include_str!("../../../worthwhile/schema/questions.json")),
        ("map", include_str!("../../../worthwhile-groups/schema/map.json")),
        ("levers", include_str!("../../../worthwhile-groups/schema/levers.json")),
        ("group", include_str!("../../../worthwhile-groups/schema/group.json")),
    ];
    for (name, text) in committed {
        let run = run(&["schema", name]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        assert!(run.out == text, "{name}.json differs: run `cargo dev schema`");
    }
}

#[test]
fn another_document_has_none() {
    let run = run(&["schema", "preset"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("case, assessment"), "{}", run.err);
}

#[test]
fn it_prints_the_profiles_and_what_belongs_to_them() {
    let committed = [
        (&["case", "--profile", "codegen"][..], "case.codegen"),
        (&["assessment", "--profile", "codegen"], "assessment.codegen"),
        (&["case", "--profile", "openapi"], "case.openapi"),
        (&["case", "--profile", "openai"], "case.openai"),
        (&["case", "--profile", "anthropic"], "case.anthropic"),
        (&["case", "--profile", "gemini"], "case.gemini"),
        (&["openapi"], "openapi"),
        (&["form"], "case.ui"),
    ];
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../worthwhile/schema");
    for (args, name) in committed {
        let run = run(&[&["schema"], args].concat());
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{args:?}");
        let text = std::fs::read_to_string(format!("{folder}/{name}.json")).unwrap();
        assert!(run.out == text, "{name}.json differs: run `cargo dev schema`");
    }
}

#[test]
fn it_prints_a_tool_for_every_host() {
    for (host, input) in [
        ("openai", "parameters"),
        ("anthropic", "input_schema"),
        ("gemini", "parameters"),
        ("mcp", "inputSchema"),
    ] {
        let run = run(&["schema", "tool", "--for", host]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{host}");
        let tool: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(tool["name"], "assess_commitment");
        assert!(tool[input]["properties"].get("person").is_some(), "{host}");
    }
}

#[test]
fn what_does_not_go_together_is_wrong_usage() {
    for (args, said) in [
        (&["tool"][..], "--for"),
        (&["case", "--for", "mcp"], "`--for` goes with `tool`"),
        (&["form", "--profile", "openai"], "`--profile` goes with"),
        (&["assessment", "--profile", "gemini"], "writes cases and reads answers"),
    ] {
        let run = run(&[&["schema"], args].concat());
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(run.err.contains(said), "{args:?}: {}", run.err);
    }
}
