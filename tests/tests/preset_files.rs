//! Presets that users write as files: what is accepted, what comes of it, and what is refused.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: a panic is a failed test"
)]

use serde_json::{Value, json};
use worthwhile::{Call, Catalogue, Code, Document, Operation, Options, Plan, Problem, Seen};

const EXAMPLE: &str = include_str!("../../crates/worthwhile/examples/example-champions.json");
const PAGE: &str = include_str!("../../crates/worthwhile/docs/presets.md");

fn catalogue() -> Catalogue {
    Catalogue::builtin().clone().with_preset(EXAMPLE).unwrap()
}

fn options() -> Options {
    Options::default().with_catalogue(catalogue())
}

fn case(currency: &str, usd_rate: f64) -> String {
    json!({"schema_version": 1,
        "person": {"motivations": {"altruism": 8, "learning": 6, "income": 2},
            "time": {"free_hours_per_week": 10},
            "money": {"currency": currency, "usd_rate": usd_rate, "meaningful_yearly_amount": 5000}},
        "pursuits": [{"preset": "example-champions"}, {"preset": "rest"}]})
    .to_string()
}

/// The problems of the example after a change to it.
fn problems(change: impl FnOnce(&mut Value)) -> Vec<Problem> {
    let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
    change(&mut file);
    let refused = Catalogue::builtin().clone().with_preset(&file.to_string()).unwrap_err();
    assert!(refused.is_invalid());
    refused.problems().to_vec()
}

/// One of them: where and what.
#[track_caller]
fn only(problems: &[Problem]) -> (&str, &str) {
    let [problem] = problems else { panic!("{problems:#?}") };
    assert!(problem.is_error());
    (&problem.path, problem.code.as_str())
}

#[test]
fn the_example_answers_a_case_like_any_preset() {
    let catalogue = catalogue();
    let case = case("USD", 1.0);
    let answer = Plan::read_with(&case, &catalogue).unwrap().assess().unwrap();
    let champions = &answer.pursuits[0];
    assert_eq!(
        (champions.id.as_str(), champions.name.as_str()),
        ("example-champions", "Example Champions")
    );
    assert!(champions.worth.mean > 0.0 && champions.award.is_some());
    let call = |operation| Call::new(operation).case(&*case).options(&options()).run().unwrap();
    let text = call(Operation::Assess);
    assert_eq!(
        serde_json::from_str::<Value>(&text).unwrap()["question"]["pursuit"],
        "example-champions"
    );
    assert_eq!(call(Operation::Check), r#"{"problems":[]}"#);
    let expanded = call(Operation::Expand);
    let mut again = Plan::read(&expanded).unwrap().assess().unwrap();
    // What was assumed is given then, and the last line says so.
    let (mut before, lines) = (answer.question, &mut again.question.in_brief);
    for line in before.in_brief.iter_mut().chain(lines) {
        *line = line.replace("(we assume ", "(you said ");
    }
    assert_eq!((again.question, again.best_mix), (before, answer.best_mix));
}

#[test]
fn options_in_json_hold_presets_as_their_files_do() {
    let text = format!(r#"{{"scenarios": 64, "presets": [{EXAMPLE}]}}"#);
    let read = Options::read(&text).unwrap();
    assert_eq!(read, options().with_scenarios(64));
    let case = case("USD", 1.0);
    let call = |options| Call::new(Operation::Assess).case(&*case).options(options).run().unwrap();
    assert_eq!(call(&read), call(&options().with_scenarios(64)));
    assert_eq!(Options::read(r#"{"presets": null}"#).unwrap(), Options::default());
}

/// Each preset may be wrong in its own way, and all of it is told at once, in document order.
#[test]
fn problems_of_a_preset_in_options_have_the_place_of_the_preset() {
    let mut wrong: Value = serde_json::from_str(EXAMPLE).unwrap();
    wrong["pursuit"]["benefits"][0]["category"] = json!("helpin");
    let mut twice: Value = serde_json::from_str(EXAMPLE).unwrap();
    twice["id"] = json!("rest");
    let text = json!({"presets": [wrong, twice, {}, 7], "scenarios": 0, "threads": 0}).to_string();
    let refused = Options::read(&text).unwrap_err();
    let found: Vec<_> =
        refused.problems().iter().map(|own| (&*own.path, own.code.as_str())).collect();
    let missing = ("/presets/2", "missing_field");
    let expected = [
        ("/presets/0/pursuit/benefits/0/category", "unknown_category"),
        ("/presets/1/id", "duplicate_id"),
    ];
    let [first, second, rest @ .., threads] = &*found else { panic!("{found:?}") };
    assert_eq!([*first, *second], expected);
    assert_eq!(*threads, ("/threads", "out_of_range"));
    let (missed, rest) = rest.split_at(7);
    assert!(missed.iter().all(|own| *own == missing), "{found:?}");
    assert_eq!(rest, [("/presets/3", "wrong_type"), ("/scenarios", "out_of_range")]);
}

#[test]
fn a_case_that_names_it_needs_the_file() {
    let found = worthwhile::check(&case("USD", 1.0));
    assert_eq!(only(&found), ("/pursuits/0/preset", "unknown_preset"));
}

#[test]
fn the_longest_pointer_speaks_for_a_figure() {
    let answer = Plan::read_with(&case("USD", 1.0), &catalogue()).unwrap().assess().unwrap();
    let source = |figure: &str| {
        let input = format!("/pursuits/example-champions/{figure}");
        let found = answer.assumptions.iter().find(|assumption| *assumption.input == *input);
        serde_json::to_value(found.unwrap()).unwrap().to_string()
    };
    assert!(source("activities/workshops/hours").contains("half a day of workshop"));
    assert!(source("activities/workshops/enjoyability").contains("A matter of taste."));
    assert!(source("costs/travel/money_per_year").contains("trains and meals"));
    assert!(source("benefits/helping/strength").contains("Invented for this example."));
    let preset = &catalogue().presets["example-champions"];
    assert_eq!(preset.source("/activities/workshops/per_year").seen, Seen::Illustrative);
}

#[test]
fn its_dollars_are_converted() {
    let catalogue = catalogue();
    let money = |case: &str| {
        let plan = Plan::read_with(case, &catalogue).unwrap();
        let input =
            |end: &str| plan.inputs().iter().find(|i| i.name.ends_with(end)).unwrap().mean();
        [input("/travel/money_per_year"), input("/shop-voucher/money_per_year")]
    };
    let (dollars, francs) = (money(&case("USD", 1.0)), money(&case("CHF", 2.0)));
    for (dollars, francs) in dollars.into_iter().zip(francs) {
        assert!(dollars > 0.0 && (francs - 2.0 * dollars).abs() < 1e-9, "{dollars} {francs}");
    }
}

#[test]
fn the_frame_of_a_file_is_checked() {
    assert_eq!(
        only(&problems(|file| file["schema_version"] = json!(2))),
        ("/schema_version", "unknown_version")
    );
    assert_eq!(only(&problems(|file| file["id"] = json!("Champions 2"))), ("/id", "invalid_name"));
    for month in ["November", "2026", "2026-13", "2026-1", "26-11-01", "2026-11-01"] {
        assert_eq!(
            only(&problems(|file| file["as_of"] = json!(month))),
            ("/as_of", "invalid_name")
        );
    }
    assert_eq!(
        only(&problems(|file| file["pursuit"]["preset"] = json!("rest"))),
        ("/pursuit/preset", "unknown_field")
    );
    assert_eq!(
        only(&problems(|file| file["currency"] = json!("EUR"))),
        ("/currency", "unknown_field")
    );
    for key in ["schema_version", "id", "name", "about", "as_of", "pursuit", "sources"] {
        let found = problems(|file| file[key] = Value::Null);
        assert_eq!(only(&found), ("", "missing_field"));
        assert_eq!(found[0].message, format!("missing field `{key}`"));
    }
    let refused = Catalogue::builtin().clone().with_preset("{").unwrap_err();
    assert_eq!(refused.problems()[0].code, Code::InvalidJson);
}

#[test]
fn an_id_is_given_once() {
    let found = problems(|file| file["id"] = json!("rest"));
    assert_eq!(only(&found), ("/id", "duplicate_id"));
    assert_eq!(found[0].help.as_deref(), Some("give it a different id, for example `rest-2`"));
    let twice = catalogue().with_preset(EXAMPLE).unwrap_err();
    assert_eq!(only(twice.problems()), ("/id", "duplicate_id"));
}

#[test]
fn every_item_has_an_id_of_its_own() {
    for list in ["activities", "benefits", "costs", "drawbacks"] {
        let drawback = json!([{"id": "forms", "kind": "forms", "bother": 2}]);
        let found = problems(|file| {
            file["pursuit"]["drawbacks"] = drawback;
            file["pursuit"][list][0]["id"] = Value::Null;
        });
        assert_eq!(only(&found), (format!("/pursuit/{list}/0").as_str(), "missing_field"));
    }
    let found = problems(|file| file["pursuit"]["benefits"][1]["id"] = json!("helping"));
    assert_eq!(only(&found), ("/pursuit/benefits/1", "duplicate_id"));
}

#[test]
fn the_pursuit_is_checked_like_one_of_a_case() {
    let set = |pointer: &'static str, value: Value| {
        problems(move |file| *file.pointer_mut(pointer).unwrap() = value)
    };
    let hours = set("/pursuit/activities/0/hours", json!(2000));
    assert_eq!(only(&hours), ("/pursuit/activities/0/hours", "out_of_range"));
    let hours = set("/pursuit/activities/0/hours", Value::Null);
    assert_eq!(only(&hours), ("/pursuit/activities/0", "incomplete_item"));
    let renewal = set("/pursuit/award/renewal_chance", Value::Null);
    assert_eq!(only(&renewal), ("/pursuit/award", "incomplete_item"));
    let delay = problems(|file| file["pursuit"]["benefits"][2]["delay_years"] = json!(1));
    assert_eq!(only(&delay), ("/pursuit/benefits/2/delay_years", "delay_on_award"));
    let award = set("/pursuit/award", Value::Null);
    let found: Vec<_> = award.iter().map(|problem| (&*problem.path, problem.code)).collect();
    assert_eq!(
        found,
        [
            ("/pursuit/activities/2/during", Code::NeedsAward),
            ("/pursuit/benefits/2/requires", Code::NeedsAward),
            ("/pursuit/benefits/3/requires", Code::NeedsAward),
            ("/pursuit/benefits/4/requires", Code::NeedsAward),
        ]
    );
}

/// Whether it is held, and what is done anyway, are the person's.
#[test]
fn what_is_the_persons_is_no_part_of_a_preset() {
    let found = problems(|file| file["pursuit"]["anyway"] = json!(0.5));
    assert_eq!(only(&found).0, "/pursuit/anyway");
    let found = problems(|file| file["pursuit"]["award"]["held"] = json!(true));
    assert_eq!(only(&found).0, "/pursuit/award/held");
}

/// Levels, what bothers, what starts and ends, the usual number, and giving up.
#[test]
fn all_else_of_a_pursuit_may_stand_in_a_preset() {
    let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
    let pursuit = &mut file["pursuit"];
    pursuit["levels"] = json!([0.25, 1]);
    pursuit["lasts_years"] = json!(4);
    pursuit["award"]["give_up_after_years"] = json!(2);
    pursuit["award"]["after_giving_up"] = json!("stop");
    pursuit["activities"][0]["usual_per_year"] = json!(8);
    pursuit["activities"][1]["delay_years"] = json!(0.5);
    // Without `during` it is of the work itself.
    pursuit["drawbacks"] = json!([{"id": "forms", "kind": "forms", "bother": 4}]);
    let catalogue = Catalogue::builtin().clone().with_preset(&file.to_string()).unwrap();
    let case = case("USD", 1.0).replace(
        r#"{"preset":"example-champions"}"#,
        r#"{"preset":"example-champions","award":{"give_up_after_years":3}}"#,
    );
    let plan = Plan::read_with(&case, &catalogue).unwrap();
    let expanded: Value = serde_json::to_value(plan.expanded()).unwrap();
    let own = &expanded["pursuits"][0];
    assert_eq!((&own["levels"], &own["lasts_years"]), (&json!([0.25, 1.0]), &json!(4.0)));
    assert_eq!(
        (&own["award"]["give_up_after_years"], &own["award"]["after_giving_up"]),
        (&json!(3), &json!("stop"))
    );
    assert_eq!(own["activities"][0]["usual_per_year"], 8.0);
    assert_eq!(own["activities"][1]["delay_years"], 0.5);
    assert_eq!(own["drawbacks"][0]["during"], "always");
    let half = case.replace(r#""award":{"#, r#""levels":[0.5,1],"award":{"#);
    let levels = Plan::read_with(&half, &catalogue).unwrap().expanded().pursuits.remove(0).levels;
    assert_eq!(levels, Some(vec![0.5, 1.0]));
}

#[test]
fn only_what_is_built_in_may_be_used() {
    let category =
        |name: &str| problems(|file| file["pursuit"]["benefits"][0]["category"] = json!(name));
    let found = category("fame");
    assert_eq!(only(&found), ("/pursuit/benefits/0/category", "unknown_category"));
    assert_eq!(found[0].message, "the category `fame` is not built in; a preset cannot use others");
    assert!(found[0].help.as_ref().unwrap().starts_with("one of early_access, "));
    assert_eq!(category("helpin")[0].help.as_deref(), Some("did you mean `helping`?"));
    let found = problems(|file| {
        file["pursuit"]["benefits"][3]["depends_on"] = json!(["local_rarity", "luck"])
    });
    assert_eq!(only(&found), ("/pursuit/benefits/3/depends_on/1", "unknown_condition"));
    let names = "one of local_rarity, market_regard, employer_regard, client_regard";
    assert_eq!(found[0].help.as_deref(), Some(names));
}

#[test]
fn a_source_leads_to_a_figure() {
    let with = |pointer: &'static str| {
        problems(move |file| file["sources"][pointer] = file["sources"][""].clone())
    };
    let found = with("/activities/workshop/hours");
    assert_eq!(only(&found), ("/sources/~1activities~1workshop~1hours", "unknown_item"));
    assert_eq!(found[0].help.as_deref(), Some("did you mean `/activities/workshops/hours`?"));
    // No slash ends it, and a default is no figure of the preset.
    for pointer in ["/activities/work", "/activities/advisory-calls/money_per_year", "award", "/"] {
        assert_eq!(only(&with(pointer)).1, "unknown_item", "{pointer}");
    }
    let found = problems(|file| file["sources"][""]["seen"] = json!("guess"));
    assert_eq!(only(&found), ("/sources//seen", "unknown_value"));
    let found = problems(|file| file["sources"]["/award"]["instead"] = Value::Null);
    assert_eq!(only(&found), ("/sources/~1award", "missing_field"));
}

#[test]
fn everything_wrong_is_told_at_once_in_document_order() {
    let text = EXAMPLE
        .replace(r#""as_of": "2026-11""#, r#""as_of": "lately""#)
        .replace(r#""hours": 1.5"#, r#""hours": "1.5""#)
        .replace(r#""category": "skills""#, r#""category": "skils""#)
        .replace(r#""instead": "Rate an hour spent"#, r#""insted": "Rate an hour spent"#);
    let refused = Catalogue::builtin().clone().with_preset(&text).unwrap_err();
    let paths: Vec<&str> = refused.problems().iter().map(|problem| &*problem.path).collect();
    let source = "/sources/~1activities~1workshops~1enjoyability";
    let misspelt = format!("{source}/insted");
    let hours = "/pursuit/activities/2/hours";
    assert_eq!(paths, ["/as_of", hours, "/pursuit/benefits/1/category", source, &misspelt]);
}

/// A printed preset is a file again: another id makes another preset with the same answer.
#[test]
fn a_shipped_preset_printed_and_renamed_is_a_preset_file() {
    for name in Catalogue::builtin().presets.keys() {
        let printed = worthwhile::presets(Some(name)).unwrap();
        let mut file: Value = serde_json::from_str(&printed).unwrap();
        file["id"] = json!("mine");
        let catalogue = Catalogue::builtin().clone().with_preset(&file.to_string()).unwrap();
        let figures = |preset: &str| {
            let alone = case("EUR", 0.92).replace(r#",{"preset":"rest"}"#, "");
            let case = alone.replace("example-champions", preset);
            let answer = Plan::read_with(&case, &catalogue).unwrap().assess().unwrap();
            (answer.pursuits[0].contributions.clone(), answer.assumptions.len())
        };
        assert_eq!(figures("mine"), figures(name), "{name}");
    }
}

#[test]
fn the_page_names_what_is_built_in_and_its_case_is_answered() {
    for name in Catalogue::builtin().categories.keys().chain(Catalogue::builtin().conditions.keys())
    {
        assert!(PAGE.contains(&format!("`{name}`")), "{name}");
    }
    let case = PAGE.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert!(case.contains("example-champions"), "{case}");
    assert_eq!(Document::from(case).check(&catalogue()), []);
}

/// Converted figures are judged like those of a case: an interval whose end a rate takes to nothing, or
/// beyond its bound, is refused by name.
#[test]
fn what_expand_writes_is_accepted_at_any_rate() {
    let mut refused = 0;
    for exponent in (-323..=-290).chain(-12..=9) {
        let rate: f64 = format!("1e{exponent}").parse().unwrap();
        let expanded =
            Call::new(Operation::Expand).case(&*case("EUR", rate)).options(&options()).run();
        match expanded {
            Ok(expanded) => {
                let found = Document::from(&*expanded).check(&catalogue());
                assert!(!found.iter().any(Problem::is_error), "at {rate}: {found:?}");
            }
            Err(error) => {
                let [problem, ..] = error.problems() else { panic!("{error}") };
                assert_eq!(problem.path, "/person/money/usd_rate", "{problem}");
                if problem.code == Code::PresetOutOfRange {
                    assert!(
                        problem.message.contains("/money_per_year is out of range"),
                        "{problem}"
                    );
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 0);
}
