//! `worthwhile schema`

use crate::run;

#[test]
fn it_prints_the_committed_schemas() {
    let committed = [
        ("case", include_str!("../../../worthwhile/schema/case.json")),
        ("assessment", include_str!("../../../worthwhile/schema/assessment.json")),
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
