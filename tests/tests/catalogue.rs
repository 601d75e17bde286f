//! What must come out of the shipped presets against each other (the claims of the article the
//! project starts from), and what every shipped figure has to carry.
//!
//! The figures of the presets are meant to change as evidence comes in. These verdicts are not.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: a panic is a failed test"
)]

#[path = "quick/mod.rs"]
mod quick;

use quick::{at_means, quick};
use serde_json::{Value, json};
use worthwhile_conformance::compare::figures;
use worthwhile_conformance::random::presets::shipped;
use worthwhile_conformance::reference::{Answer, PursuitAnswer};

/// What the article names beside the award, and rest.
const OTHERS: [&str; 5] =
    ["certification", "job-performance", "business-value", "specialized-skill", "rest"];

/// The answer with every uncertain number at its mean.
fn assessed(document: &Value) -> Value {
    let certain = at_means(document).unwrap();
    serde_json::from_str(&quick(&certain.to_string()).unwrap()).unwrap()
}

/// The presets against each other for a person, the award first and with some changes to it.
fn case(person: &Value, changes: &Value) -> Value {
    let mut award = json!({"preset": "microsoft-mvp"});
    for (field, value) in changes.as_object().unwrap() {
        award[field] = value.clone();
    }
    let others = OTHERS.into_iter().map(|preset| json!({"preset": preset}));
    let pursuits: Vec<Value> = std::iter::once(award).chain(others).collect();
    json!({"schema_version": 1, "person": person, "pursuits": pursuits})
}

fn answer(person: &Value, changes: &Value) -> Answer {
    figures(&assessed(&case(person, changes)))
}

/// The award's place among the presets, for a person and with some changes to it.
fn award(person: &Value, changes: &Value) -> PursuitAnswer {
    answer(person, changes).pursuits.remove(0)
}

/// Whether a verdict comes down to no.
fn is_no(verdict: &str) -> bool {
    verdict.parse::<worthwhile::Verdict>().unwrap().answer() == worthwhile::Answer::No
}

fn points(pursuit: &PursuitAnswer, motive: &str) -> f64 {
    pursuit.contributions.iter().find(|(name, _)| name == motive).unwrap().1
}

/// A person with an office job and some free hours, driven by some motives.
fn driven_by(motivations: &Value, free_hours: u32) -> Value {
    json!({
        "motivations": motivations,
        "time": {"free_hours_per_week": free_hours, "work_hours_per_week": 40},
        "money": {"meaningful_yearly_amount": 8000}
    })
}

fn enthusiast(free_hours: u32) -> Value {
    driven_by(&json!({"enjoyment": 9, "altruism": 8, "belonging": 8}), free_hours)
}

#[test]
fn the_award_is_worth_it_to_an_enthusiast_with_hours_to_spare() {
    for free_hours in [18, 24, 30] {
        let found = award(&enthusiast(free_hours), &json!({}));
        assert_eq!(found.verdict, "worth_it", "{free_hours} hours");
        // Most of it is the work itself, which they would do without the award.
        let margins = (found.margin_over_none, found.margin);
        assert!(margins.0 > 15.0 && margins.1 > 2.0, "{free_hours} hours: {margins:?}");
    }
}

#[test]
fn the_award_is_worth_more_to_an_enthusiast_who_holds_it() {
    let found = award(&enthusiast(20), &json!({}));
    let held = award(&enthusiast(20), &json!({"award": {"held": true}}));
    assert_eq!(held.verdict, "worth_it");
    assert!(held.worth > found.worth + 1.0, "{} and {}", held.worth, found.worth);
    assert!(held.margin > found.margin, "{} and {}", held.margin, found.margin);
}

#[test]
fn the_award_is_far_from_worth_it_for_career_and_income_alone() {
    for (career, income) in [(8, 8), (10, 0), (9, 3), (3, 9)] {
        for free_hours in [12, 20, 30] {
            let person = driven_by(&json!({"career": career, "income": income}), free_hours);
            let answer = answer(&person, &json!({}));
            let found = &answer.pursuits[0];
            let who = format!("career {career}, income {income}, {free_hours} hours");
            assert!(is_no(&found.verdict), "{who}: {}", found.verdict);
            assert!(found.margin < -15.0, "{who}: {}", found.margin);
            // Claim C11: the same time elsewhere returns more.
            let elsewhere = answer.pursuits[1..].iter().map(|other| other.worth);
            assert!(elsewhere.fold(0.0, f64::max) > found.worth, "{who}");
        }
    }
}

/// Hours beyond the free ones are no wall: they cost more. A limit is one.
#[test]
fn the_award_is_a_no_in_five_hours_beside_a_long_job() {
    for motivations in
        [json!({"enjoyment": 9, "altruism": 8, "belonging": 8}), json!({"career": 8})]
    {
        let mut person = driven_by(&motivations, 5);
        person["time"]["work_hours_per_week"] = json!(55);
        let found = award(&person, &json!({"levels": [1]}));
        assert!(is_no(&found.verdict), "{}", found.verdict);
        assert!(found.margin < -20.0, "{}", found.margin);
        assert!(found.busiest_hours_per_week > 10.0);
        person["time"]["limit_hours_per_week"] = json!(2);
        let found = award(&person, &json!({"levels": [1]}));
        assert_eq!(found.verdict, "not_feasible");
    }
}

#[test]
fn nothing_comes_of_clients_and_offers_where_nobody_cares() {
    for held in [false, true] {
        let mut person = driven_by(&json!({"enjoyment": 5, "career": 9, "income": 6}), 20);
        person["conditions"] = json!({"client_regard": 0, "market_regard": 0});
        let award = json!({"held": held});
        let as_shipped = answer(&person, &json!({"award": award}));
        let nothing = json!([
            {"id": "client-work", "strength": 0},
            {"id": "job-offers", "strength": 0}
        ]);
        let without = answer(&person, &json!({"award": award, "benefits": nothing}));
        assert_eq!(as_shipped, without);
        // Where they do care, something comes of it: the test looks at the right benefits.
        person["conditions"] = json!({"client_regard": 1, "market_regard": 1});
        let cared_for = answer(&person, &json!({"award": award}));
        let worth = |answer: &Answer| answer.pursuits[0].worth;
        assert!(worth(&cared_for) > worth(&as_shipped) + 1.0);
    }
}

#[test]
fn other_motivations_turn_the_verdict() {
    let all = json!({"levels": [1]});
    let who = |motivations: Value| answer(&driven_by(&motivations, 24), &all);
    let shares = who(json!({"enjoyment": 9, "altruism": 8, "belonging": 8}));
    let climbs = who(json!({"career": 8, "income": 8}));
    assert_eq!(shares.pursuits[0].verdict, "worth_it");
    assert!(is_no(&climbs.pursuits[0].verdict), "{}", climbs.pursuits[0].verdict);
    assert_eq!(shares.pursuits[1].verdict, "not_worth_it");
    assert!(climbs.pursuits[1].worth > 10.0);
    let hours = |answer: &Answer| answer.pursuits[0].hours_per_week.to_bits();
    assert_eq!(hours(&shares), hours(&climbs));
}

/// All hangs on whether the world cares: with an employer, a market or clients who do, it is another
/// question to someone who is after a career.
#[test]
fn who_is_after_a_career_hangs_on_who_cares() {
    for (preset, is_held) in [
        ("microsoft-mvp", false),
        ("microsoft-mvp", true),
        ("google-developer-expert", true),
        ("salesforce-mvp", true),
    ] {
        for condition in ["employer_regard", "market_regard", "client_regard"] {
            let worth = |level: u8| {
                let mut person = driven_by(&json!({"career": 8, "income": 7, "reputation": 3}), 24);
                person["conditions"] = json!({condition: level});
                let pursuit = json!({"preset": preset, "levels": [1], "award": {"held": is_held}});
                let case = json!({"schema_version": 1, "person": person, "pursuits": [pursuit]});
                figures(&assessed(&case)).pursuits[0].worth
            };
            let gain = worth(1) - worth(0);
            assert!(gain >= 3.0, "{preset} {is_held} {condition}: {gain}");
        }
    }
}

#[test]
fn contributing_without_the_award_keeps_its_skills_and_contacts() {
    let person = driven_by(&json!({"learning": 8, "belonging": 6}), 20);
    let never = json!({"award": {"chance_per_year": 0, "renewal_chance": 0}, "levels": [1]});
    let found = award(&person, &never);
    assert!(points(&found, "learning") > 5.0, "{:?}", found.contributions);
    assert!(points(&found, "belonging") > 5.0, "{:?}", found.contributions);
    assert!(found.work_worth.unwrap() > 0.0);
    // Going for it without any chance leaves the forms to fill in.
    assert!((-5.0..0.0).contains(&found.title_premium.unwrap()), "{:?}", found.title_premium);
    let never_held = found.award.as_ref().unwrap();
    assert!(never_held.holding_share.abs() + never_held.chance_ever.abs() <= 0.0);
    // The award adds to them and takes nothing away.
    let with_chances = award(&person, &json!({"levels": [1]}));
    for motive in ["learning", "belonging"] {
        assert!(points(&with_chances, motive) > points(&found, motive), "{motive}");
    }
}

/// Claim C1: the award rests on contributing.
#[test]
fn without_contributions_there_is_no_award() {
    let mvp = shipped().remove(0);
    let activities = mvp["pursuit"]["activities"].as_array().unwrap();
    // Nor a trip to pay for in the year it is held.
    let trip = json!("summit-cost");
    let all: Vec<&Value> =
        activities.iter().map(|activity| &activity["id"]).chain([&trip]).collect();
    let found = award(&enthusiast(20), &json!({"omit": all, "award": {"held": true}}));
    assert!(found.award.unwrap().holding_share.abs() <= 0.0);
    assert!(found.title_premium.unwrap().abs() < 1e-9);
}

/// Claim C30: practical performance counts for no less than the title.
#[test]
fn performance_serves_the_career_no_less_than_the_title() {
    let mvp = shipped().remove(0);
    let benefits = mvp["pursuit"]["benefits"].as_array().unwrap();
    let of_effort: Vec<&Value> =
        benefits.iter().filter(|b| b["requires"] != "award").map(|b| &b["id"]).collect();
    let career = |answer: &PursuitAnswer| points(answer, "career") + points(answer, "income");
    // Contacts are made by whoever holds it; the others are what the title says to employers.
    let contacts = json!("award-networking");
    let all_but_signal = [&of_effort[..], &[&contacts]].concat();
    let always = json!({"held": true, "renewal_chance": 1});
    for motivations in [json!({"career": 8}), json!({"career": 8, "income": 8})] {
        let answered = answer(&driven_by(&motivations, 40), &json!({"omit": of_effort}));
        let performance = &answered.pursuits[2];
        assert_eq!(performance.id, "job-performance");
        for title in [
            json!({"omit": of_effort}),
            json!({"omit": of_effort, "award": {"held": true}}),
            json!({"omit": all_but_signal, "award": always}),
        ] {
            let title = award(&driven_by(&motivations, 40), &title);
            let found = (career(performance), career(&title));
            assert!(found.0 >= found.1, "{motivations}: {} and {}", found.0, found.1);
        }
    }
}

/// Claims C21, C29 and C32: the title guarantees nothing, and contributing is unpaid.
#[test]
fn no_gain_for_the_career_is_certain() {
    let mvp = shipped().remove(0);
    for benefit in mvp["pursuit"]["benefits"].as_array().unwrap() {
        let is_of_award = benefit["requires"] == "award";
        let money = &benefit["money_per_year"];
        assert!(is_of_award || money.is_null(), "{benefit}");
        assert!(money.is_null() || money["min"] == 0, "{benefit}");
        if is_of_award && benefit["category"] != "perks" {
            let chance = &benefit["chance"];
            let most = chance.as_f64().or(chance["high"].as_f64()).unwrap();
            assert!(most < 1.0, "{benefit}");
        }
    }
}

/// Pointers to all numbers and estimates of an item or award, by the names of their fields.
fn numbers(part: &Value, pointer: &str) -> Vec<String> {
    let fields = part.as_object().unwrap().iter();
    let numbers = fields.filter(|(_, value)| value.is_number() || value.is_object());
    numbers.map(|(field, _)| format!("{pointer}/{field}")).collect()
}

/// Pointers to all numbers of a preset, in which items are named by their ids.
fn all_numbers(preset: &Value) -> Vec<String> {
    let pursuit = &preset["pursuit"];
    let mut found = vec![];
    if let Some(award) = pursuit.get("award") {
        found.extend(numbers(award, "/award"));
    }
    for list in ["activities", "benefits", "costs", "drawbacks"] {
        for item in pursuit.get(list).and_then(Value::as_array).into_iter().flatten() {
            found.extend(numbers(item, &format!("/{list}/{}", item["id"].as_str().unwrap())));
        }
    }
    found
}

/// The source of a number, or that of its item or list.
fn spoken_for<'s>(sources: &'s Value, pointer: &str) -> Option<&'s Value> {
    let ends = pointer.match_indices('/').map(|(at, _)| at).chain([pointer.len()]);
    let longest_first = ends.filter(|end| *end > 0).collect::<Vec<_>>().into_iter().rev();
    longest_first.filter_map(|end| sources.get(&pointer[..end])).next()
}

#[test]
fn every_number_of_a_preset_has_a_source() {
    for preset in shipped() {
        let shown = worthwhile::presets(preset["id"].as_str()).unwrap();
        let shown: Value = serde_json::from_str(&shown).unwrap();
        let numbers = all_numbers(&preset);
        assert!(numbers.len() >= 6, "{}", preset["id"]);
        for pointer in numbers {
            // The word for the whole preset is too general for a number.
            let source = spoken_for(&shown["sources"], &pointer);
            let source = source.unwrap_or_else(|| panic!("{}: {pointer}", preset["id"]));
            for part in ["seen", "source", "instead"] {
                assert!(!source[part].as_str().unwrap().is_empty(), "{pointer}: {part}");
            }
        }
    }
}

#[test]
fn every_number_of_an_answer_that_nobody_gave_has_a_source() {
    for preset in shipped() {
        let case = json!({
            "schema_version": 1, "person": enthusiast(20), "pursuits": [{"preset": preset["id"]}]
        });
        let found: Value = serde_json::from_str(&quick(&case.to_string()).unwrap()).unwrap();
        let assumptions = found["assumptions"].as_array().unwrap();
        // After how many years one gives up is structure and no input.
        let inputs = all_numbers(&preset).into_iter().filter(|number| !number.contains("give_up"));
        for number in inputs {
            let input = format!("/pursuits/{}{number}", preset["id"].as_str().unwrap());
            let assumption = assumptions.iter().find(|assumed| assumed["input"] == input);
            let source = &assumption.unwrap_or_else(|| panic!("{input} is missing"))["source"];
            assert_eq!(source["kind"], "preset", "{input}");
            assert_eq!(source["preset"], preset["id"], "{input}");
        }
        for assumption in assumptions {
            assert!(!assumption["source"]["text"].as_str().unwrap().is_empty(), "{assumption}");
        }
    }
}
