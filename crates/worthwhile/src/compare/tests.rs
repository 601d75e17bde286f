//! Laws of comparisons: what differs does something, all of it together does all, and the order of the
//! cases is a sign.

use serde_json::{Value as Json, json};

use super::*;
use crate::analysis::{Outputs, Rows};

const EXAMPLES: [(&str, &str); 5] = [
    ("mvp", include_str!("../../examples/mvp.json")),
    ("holder", include_str!("../../examples/holder.json")),
    ("long-week", include_str!("../../examples/long-week.json")),
    ("degree", include_str!("../../examples/degree-or-award.json")),
    ("book", include_str!("../../examples/book-or-business.json")),
];

fn plan(case: &Json) -> Plan {
    Plan::read(&case.to_string()).unwrap()
}

fn compared(first: &Plan, second: &Plan) -> Comparison {
    let options = Options::default().with_scenarios(64).with_threads(2);
    first.run().options(&options).compare(second).unwrap()
}

/// A course against two ways to rest. Everything is certain.
fn case() -> Json {
    json!({
        "schema_version": 1,
        "person": {
            "motivations": {"learning": 6, "enjoyment": 4},
            "time": {"free_hours_per_week": 12, "work_hours_per_week": 40},
        },
        "pursuits": [
            {"id": "course", "activities": [{"kind": "study", "hours": 4, "per_year": 52}],
             "benefits": [{"category": "skills", "strength": 7}]},
            {"id": "walks", "activities": [{"kind": "walk", "hours": 3, "per_year": 52}],
             "benefits": [{"category": "fulfillment", "strength": 4}]},
            {"id": "music", "activities": [{"kind": "play", "hours": 3, "per_year": 52}],
             "benefits": [{"category": "fulfillment", "strength": 4}]},
        ],
    })
}

fn with(changes: &[(&str, Json)]) -> Json {
    let mut case = case();
    for (pointer, value) in changes {
        *case.pointer_mut(pointer).unwrap() = value.clone();
    }
    case
}

fn share<'c>(comparison: &'c Comparison, group: &str) -> &'c DifferenceContribution {
    let mut all = comparison.contributions.iter();
    all.find(|own| own.groups == [group]).unwrap_or_else(|| panic!("{group}"))
}

fn groups(comparison: &Comparison) -> Vec<&str> {
    let mut all: Vec<&str> = comparison.differences.iter().map(|own| own.group.as_str()).collect();
    all.dedup();
    all
}

/// What the contributions add up to.
fn check(comparison: &Comparison) {
    let sum = |of: fn(&DifferenceContribution) -> f64| -> f64 {
        comparison.contributions.iter().map(of).sum()
    };
    let (change, first, second) = (&comparison.change, &comparison.first, &comparison.second);
    assert!((sum(|own| own.margin) - change.base_margin).abs() < 1e-9, "{comparison:?}");
    assert!((sum(|own| own.worth) - change.base_worth).abs() < 1e-9, "{comparison:?}");
    assert!((second.base_margin - first.base_margin - change.base_margin).abs() < 1e-12);
    assert!((second.margin.mean - first.margin.mean - change.margin).abs() < 1e-12);
    let told: usize = comparison.contributions.iter().map(|own| own.groups.len()).sum();
    let mut known = groups(comparison);
    known.sort_unstable();
    known.dedup();
    assert_eq!(told, known.len(), "every group is told once");
}

#[test]
fn a_case_beside_itself_differs_in_nothing() {
    for (name, text) in EXAMPLES {
        let plan = Plan::read(text).unwrap();
        let same = compared(&plan, &plan);
        assert_eq!((same.differences.len(), same.contributions.len()), (0, 0), "{name}");
        assert_eq!(same.first, same.second);
        assert!(same.change.base_margin.abs() <= 0.0 && same.change.margin.abs() <= 0.0);
        assert!(same.summary.ends_with("Nothing that counts differs."), "{}", same.summary);
    }
}

/// The case in which all parts are the second's is the second case, and so is the first.
#[test]
fn a_blend_of_one_case_alone_is_that_case() {
    for (name, first) in EXAMPLES {
        for (other, second) in EXAMPLES {
            let plans = [first, second].map(|text| Plan::read(text).unwrap());
            let [one, two] = &plans;
            let pair = Pair::new(&one.compiled().case, &two.compiled().case);
            for (side, plan) in plans.iter().enumerate() {
                let blend = pair.blend(&|_| side == 1);
                let compiled = crate::plan::Compiled::at_means(blend);
                let mut unwatched = |_| ControlFlow::Continue(());
                let found = asked_at_means(&compiled, MAX_MIXES, &mut unwatched).unwrap();
                let own = at_means(plan).unwrap();
                assert!((found.margin - own.margin).abs() < 1e-9, "{name} {other} {side}");
                assert!((found.worth - own.worth).abs() < 1e-9, "{name} {other} {side}");
            }
        }
    }
}

#[test]
fn contributions_add_up_and_the_other_way_round_they_are_the_negative() {
    for (at, (name, first)) in EXAMPLES.iter().enumerate() {
        for (other, second) in &EXAMPLES[at + 1..] {
            let (first, second) = (Plan::read(first).unwrap(), Plan::read(second).unwrap());
            let (there, back) = (compared(&first, &second), compared(&second, &first));
            check(&there);
            check(&back);
            assert_eq!((&there.first, &there.second), (&back.second, &back.first));
            assert_eq!(there.differences.len(), back.differences.len(), "{name} {other}");
            let sorted = |own: &Comparison| {
                let mut all: Vec<f64> =
                    own.contributions.iter().map(|own| own.margin.abs()).collect();
                all.sort_by(f64::total_cmp);
                all
            };
            for (there, back) in sorted(&there).iter().zip(sorted(&back)) {
                assert!((there - back).abs() < 1e-9, "{name} {other}: {there} {back}");
            }
            assert!((there.change.base_margin + back.change.base_margin).abs() < 1e-12);
        }
    }
}

#[test]
fn one_difference_gets_all_of_it() {
    let (first, second) =
        (plan(&case()), plan(&with(&[("/person/motivations/learning", 9.into())])));
    let found = compared(&first, &second);
    check(&found);
    let [only] = &found.contributions[..] else { panic!("{found:?}") };
    assert_eq!(only.groups, ["motives"]);
    assert!((only.margin - found.change.base_margin).abs() < 1e-12 && only.margin > 0.0);
    let [difference] = &found.differences[..] else { panic!("{found:?}") };
    assert_eq!(difference.input, "/person/motivations/learning");
    assert_eq!(difference.first.as_ref().unwrap().text, "6 of 10");
    assert_eq!(difference.second.as_ref().unwrap().estimate, Some(9.0.into()));
    let swapped = compared(&second, &first);
    assert!((swapped.contributions[0].margin + only.margin).abs() < 1e-12);
}

#[test]
fn what_does_not_matter_gets_nothing() {
    let mut second = with(&[("/person/time/free_hours_per_week", 6.into())]);
    // The ledger alone looks at the price of an hour, and nothing here brings money; a condition that no
    // benefit depends on, and when it is close, change nothing either.
    second["person"]["money"] = json!({"meaningful_yearly_amount": 8000, "hour_value": 30});
    second["assumptions"] = json!({"close_call_points": 9});
    let found = compared(&plan(&case()), &plan(&second));
    check(&found);
    for group in ["money", "assumptions"] {
        assert!(share(&found, group).margin.abs() < 1e-12, "{group}");
        assert!(share(&found, group).worth.abs() < 1e-12, "{group}");
    }
    assert!((share(&found, "time").margin - found.change.base_margin).abs() < 1e-9);
}

#[test]
fn what_is_alike_shares_alike() {
    let stronger = [
        ("/pursuits/1/benefits/0/strength", json!(9)),
        ("/pursuits/2/benefits/0/strength", json!(9)),
        ("/person/time/free_hours_per_week", json!(8)),
    ];
    let found = compared(&plan(&case()), &plan(&with(&stronger)));
    check(&found);
    let (walks, music) = (share(&found, "walks/benefits"), share(&found, "music/benefits"));
    assert!((walks.margin - music.margin).abs() < 1e-9, "{walks:?} {music:?}");
    assert!(walks.margin < -1e-3, "a better walk makes the course less worth it: {walks:?}");
}

/// All six orders by hand: each changes one thing after the other, by the plan's own way to replace
/// numbers, and the mean of what each adds is its contribution.
#[test]
fn a_contribution_is_the_mean_over_all_orders() {
    let first = plan(&case());
    let changes = [
        ("/person/time/free_hours_per_week", 7.0, "time"),
        ("/person/motivations/learning", 9.0, "motives"),
        ("/pursuits/course/activities/study/hours", 6.0, "course/hours"),
    ];
    let second = first.with_values(changes.map(|(name, value, _)| (name, value))).unwrap();
    let margin = |values: &[(&str, f64)]| {
        let plan = first.with_values(values.iter().copied()).unwrap();
        let mut figures = vec![0.0; plan.outputs(Outputs::question()).len()];
        let base = Rows::whole(plan.base());
        plan.evaluate(base, Outputs::question(), &mut figures).unwrap().ok().unwrap();
        [figures[1], figures[0]]
    };
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    let mut sums = [[0.0; 2]; 3];
    for order in orders {
        let (mut values, mut before) = (Vec::new(), margin(&[]));
        for at in order {
            values.push((changes[at].0, changes[at].1));
            let now = margin(&values);
            for (sum, (now, before)) in sums[at].iter_mut().zip(now.iter().zip(before)) {
                *sum += (now - before) / 6.0;
            }
            before = now;
        }
    }
    let found = compared(&first, &second);
    check(&found);
    for ((_, _, group), [margin, worth]) in changes.iter().zip(sums) {
        let share = share(&found, group);
        assert!((share.margin - margin).abs() < 1e-9, "{group}: {} {margin}", share.margin);
        assert!((share.worth - worth).abs() < 1e-9, "{group}: {} {worth}", share.worth);
    }
}

#[test]
fn a_pursuit_of_one_case_alone_is_one_difference() {
    let mut without = case();
    without["pursuits"].as_array_mut().unwrap().pop();
    let mut excluded = case();
    excluded["either_or"] = json!([["course", "music"], ["course", "walks"]]);
    let found = compared(&plan(&without), &plan(&excluded));
    check(&found);
    assert_eq!(groups(&found), ["either_or", "music"]);
    let music = found.differences.iter().find(|own| own.group == "music").unwrap();
    assert_eq!((music.input.as_str(), &music.first), ("/pursuits/music", &None));
    let either_or = found.differences.iter().find(|own| own.group == "either_or").unwrap();
    assert_eq!(either_or.noun, "whether course and walks exclude each other");
}

#[test]
fn another_question_is_a_difference_too() {
    let mut other = case();
    other["pursuits"].as_array_mut().unwrap().swap(0, 1);
    let found = compared(&plan(&case()), &plan(&other));
    check(&found);
    assert_eq!(groups(&found), ["question"]);
    assert_eq!((found.first.pursuit.as_str(), found.second.pursuit.as_str()), ("course", "walks"));
    // And where neither case has the other's.
    let mut alone = case();
    alone["pursuits"].as_array_mut().unwrap().remove(0);
    let mut course = case();
    course["pursuits"].as_array_mut().unwrap().remove(1);
    course["person"]["time"]["free_hours_per_week"] = json!(5);
    let found = compared(&plan(&course), &plan(&alone));
    check(&found);
    assert_eq!(groups(&found), ["question", "time"]);
    assert_eq!(found.differences.iter().filter(|own| own.group == "question").count(), 3);
    assert!(found.summary.starts_with("The first asks about course, the second about walks."));
}

#[test]
fn the_same_preset_under_another_id_is_the_same_pursuit() {
    let case = |id: Option<&str>, hours: f64| {
        let mut pursuit = json!({"preset": "certification"});
        if let Some(id) = id {
            pursuit["id"] = id.into();
        }
        plan(&json!({"schema_version": 1, "pursuits": [pursuit, {"preset": "rest"}],
            "person": {"motivations": {"career": 7}, "time": {"free_hours_per_week": hours}}}))
    };
    let found = compared(&case(Some("az-305"), 12.0), &case(None, 12.0));
    assert_eq!(found.differences, []);
    let found = compared(&case(Some("az-305"), 12.0), &case(None, 8.0));
    assert_eq!(groups(&found), ["time"]);
    check(&found);
}

#[test]
fn money_of_another_currency_is_converted() {
    let case = |currency: &str, rate: f64, own: f64, enough: f64| {
        plan(&json!({"schema_version": 1, "pursuits": [
            {"preset": "certification", "costs": [{"id": "books", "money_per_year": own}]}],
            "person": {"motivations": {"income": 5, "career": 5}, "time": {"free_hours_per_week": 12},
                "money": {"currency": currency, "usd_rate": rate,
                    "meaningful_yearly_amount": enough}}}))
    };
    let found = compared(&case("USD", 1.0, 300.0, 8000.0), &case("EUR", 0.5, 150.0, 4000.0));
    check(&found);
    assert_eq!(groups(&found), ["money"], "what costs the same in another currency is the same");
    let money = share(&found, "money");
    assert!(money.margin.abs() < 1e-9 && money.worth.abs() < 1e-9, "{money:?}");
    let found = compared(&case("USD", 1.0, 300.0, 8000.0), &case("EUR", 0.5, 900.0, 4000.0));
    check(&found);
    assert_eq!(groups(&found), ["money", "certification/costs"]);
    assert!(share(&found, "certification/costs").worth < 0.0);
}

#[test]
fn an_award_that_only_one_case_has_is_a_difference_and_nothing_breaks() {
    let mut second = case();
    second["pursuits"][0]["award"] = json!({"chance_per_year": 0.5, "renewal_chance": 0.5});
    second["pursuits"][0]["benefits"] = json!([
        {"category": "skills", "strength": 7},
        {"category": "credibility", "strength": 8, "requires": "award"}]);
    second["pursuits"][0]["drawbacks"] =
        json!([{"kind": "stress", "bother": 6, "during": "holding"}]);
    second["person"]["motivations"] = json!({"learning": 6, "enjoyment": 4, "reputation": 7});
    let found = compared(&plan(&case()), &plan(&second));
    check(&found);
    assert_eq!(groups(&found), ["motives", "course/award", "course/benefits", "course/drawbacks"]);
    check(&compared(&plan(&second), &plan(&case())));
}

#[test]
fn names_that_only_one_case_knows_come_with_what_needs_them() {
    let mut second = case();
    second["person"]["conditions"] = json!({"weather": 0.4});
    second["assumptions"] = json!({"serves": {"sunshine": {"enjoyment": 0.9}}});
    second["pursuits"][1]["benefits"] =
        json!([{"category": "sunshine", "strength": 8, "depends_on": ["weather"]}]);
    let found = compared(&plan(&case()), &plan(&second));
    check(&found);
    assert_eq!(groups(&found), ["walks/benefits"]);
    let mut ranked = case();
    ranked["person"].as_object_mut().unwrap().remove("motivations");
    ranked["person"]["motivation_ranking"] = json!(["enjoyment", "learning"]);
    let found = compared(&plan(&ranked), &plan(&second));
    check(&found);
    assert_eq!(groups(&found), ["motives", "walks/benefits"]);
}

#[test]
fn beyond_ten_groups_those_that_matter_least_are_one() {
    let (first, second) = (Plan::read(EXAMPLES[0].1).unwrap(), Plan::read(EXAMPLES[2].1).unwrap());
    let first_groups = groups(&compared(&first, &second)).len();
    assert!(first_groups > 10, "{first_groups}");
    let found = compared(&first, &second);
    check(&found);
    assert_eq!(found.contributions.len(), 10);
    let rest: Vec<_> = found.contributions.iter().filter(|own| own.groups.len() > 1).collect();
    assert_eq!(rest.len(), 1);
    assert!(rest[0].name.ends_with("smaller differences together"), "{}", rest[0].name);
}

#[test]
fn both_answers_are_those_of_an_assessment_under_the_same_options() {
    let (first, second) = (Plan::read(EXAMPLES[0].1).unwrap(), Plan::read(EXAMPLES[1].1).unwrap());
    let found = compared(&first, &second);
    for (own, plan) in [(&found.first, &first), (&found.second, &second)] {
        let options = Options::default().with_scenarios(64).with_levers(false);
        let answer = plan.run().options(&options).assess().unwrap();
        let asked = answer.asked().unwrap();
        assert_eq!(
            (own.margin, own.worth, &own.engine),
            (asked.margin, asked.worth, &answer.engine)
        );
        assert_eq!(own.summary, answer.question.in_brief[0]);
    }
}

/// Where the cases say themselves how much to compute, the larger of both counts for both.
#[test]
fn both_cases_are_computed_alike() {
    let case = |scenarios: u32, seed: u32| {
        let mut case: Json = serde_json::from_str(EXAMPLES[0].1).unwrap();
        case["analysis"] = json!({"scenarios": scenarios, "seed": seed});
        plan(&case)
    };
    let found = case(64, 9).run().compare(&case(128, 3)).unwrap();
    assert_eq!(
        found.first,
        ComparedAnswer { name: found.first.name.clone(), ..found.second.clone() }
    );
    assert_eq!((found.first.engine.scenarios, found.first.engine.seed), (128, 9));
    let options = Options::default().with_scenarios(256).with_seed(5);
    let found = case(64, 9).run().options(&options).compare(&case(128, 3)).unwrap();
    assert_eq!((found.second.engine.scenarios, found.second.engine.seed), (256, 5));
}

#[test]
fn threads_change_nothing_and_a_watch_can_end_it() {
    let (first, second) = (plan(&case()), Plan::read(EXAMPLES[0].1).unwrap());
    let with = |threads: u32| {
        let options = Options::default().with_scenarios(64).with_threads(threads);
        first.run().options(&options).compare(&second).unwrap().to_json()
    };
    assert_eq!(with(1), with(3));
    let mut stages = 0;
    let mut stop = |now: crate::analysis::Progress| {
        stages += usize::from(now.stage == crate::analysis::Stage::Comparison);
        if stages > 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let options = Options::default().with_scenarios(64);
    let ended = first.run().options(&options).watch(&mut stop).compare(&second);
    assert!(ended.is_err_and(|error| error.is_stopped()));
}

#[test]
fn the_page_keeps_to_its_width_and_names_the_cases() {
    let (first, second) = (Plan::read(EXAMPLES[0].1).unwrap(), Plan::read(EXAMPLES[1].1).unwrap());
    let found = compared(&first, &second);
    for width in [60, 80, 100, 120] {
        let page =
            found.page().names("Ana", "日本語を毎日少しずつ勉強して試験に受かる人").width(width);
        for line in page.to_string().lines() {
            let cells = unicode_width::UnicodeWidthStr::width(line);
            assert!(cells <= width.into() && line.trim_end() == line, "{width}: {line}");
        }
    }
    let page = found.page().names("Ana\u{1b}[31m", "Ben").to_string();
    assert!(page.contains("Ana[31m") && !page.contains('\u{1b}'), "{page}");
    let colored = found.page().color(true).to_string();
    assert!(colored.contains("\u{1b}[31m"), "{colored}");
}
