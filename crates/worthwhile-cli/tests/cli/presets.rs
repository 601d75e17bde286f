//! `presets`, and names that do not exist.

use super::*;

#[test]
fn the_list_names_every_preset_within_80_columns() {
    let run = run(&["presets"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    for preset in worthwhile::Catalogue::builtin().presets.values() {
        let line = format!("{}: {}", preset.id, preset.name);
        assert!(run.out.lines().any(|found| found == line), "{line}");
    }
    assert!(run.out.lines().all(|line| line.chars().count() <= 80), "{}", run.out);
}

#[test]
fn a_page_gives_figures_in_words_with_source_and_advice() {
    let run = run(&["presets", "microsoft-mvp"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.lines().all(|line| line.chars().count() <= 80), "{}", run.out);
    let flowing = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let preset = &worthwhile::Catalogue::builtin().presets["microsoft-mvp"];
    let source = preset.source("/activities/speaking/hours");
    for part in [
        "reviewed in 2026-11",
        "speaking: 5 to 45 hours, most likely 15; usually 8 times a year; enjoyability 4.5 to 8.8",
        &format!("hours (derived): {}", source.source),
        &format!("Instead: {}", source.instead),
        "feedback: 1 to 3 hours, most likely 2; usually 25 times a year; enjoyability 4.5 to 8.8; \
         only in years with the award",
        "reporting: bother 0; only in years with the award",
        "depends on local_rarity",
    ] {
        assert!(flowing.contains(part), "{part}\n{}", run.out);
    }
}

#[test]
fn every_figure_of_every_preset_has_its_source() {
    for name in preset_names() {
        let page = run(&["presets", name]).out;
        let json = run(&["presets", name, "--format", "json"]).json();
        let mut items = 0;
        let mut figures = 0;
        for list in ["activities", "benefits", "costs", "drawbacks"] {
            for item in json["pursuit"][list].as_array().into_iter().flatten() {
                items += 1;
                let is_figure = |value: &&Value| value.is_number() || value.is_object();
                figures += item.as_object().unwrap().values().filter(is_figure).count();
                let title = format!("\n  {}: ", item["id"].as_str().unwrap());
                assert!(page.contains(&title), "{name}: {title}");
            }
        }
        figures += usize::from(json["pursuit"]["lasts_years"].is_number());
        if let Some(award) = json["pursuit"]["award"].as_object() {
            // When one gives up stands in the remarks.
            figures += award
                .keys()
                .filter(|key| key.ends_with("chance") || key.starts_with("chance"))
                .count();
        }
        assert!(items > 1 && figures > items, "{name}");
        assert_eq!(page.matches("\n      Instead: ").count(), figures, "{name}");
    }
}

#[test]
fn json_is_the_librarys_document() {
    let list = run(&["presets", "--format", "json"]);
    assert_eq!(list.out, worthwhile::presets(None).unwrap() + "\n");
    assert_eq!(list.json()["presets"].as_array().unwrap().len(), preset_names().count());
    let one = run(&["presets", "rest", "--format", "json"]);
    assert_eq!(one.out, worthwhile::presets(Some("rest")).unwrap() + "\n");
    assert_eq!(one.json()["id"], "rest");
}

#[test]
fn an_unknown_preset_gets_the_names_and_a_near_one() {
    for args in [
        &["presets", "microsoft-mpv"][..],
        &["presets", "microsoft-mpv", "--format", "json"],
        &["new", "--preset", "microsoft-mpv"],
    ] {
        let run = run(args);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{args:?}");
        assert!(run.err.contains("did you mean `microsoft-mvp`?"), "{}", run.err);
        for name in preset_names() {
            assert!(run.err.contains(name), "{name}: {}", run.err);
        }
    }
    let far = run(&["presets", "sailing-round-the-world"]);
    assert_eq!(far.code, Some(1));
    assert!(!far.err.contains("did you mean") && far.err.contains("specialized-skill"));
}
