//! Completing, writing out and replacing.

use serde_json::{Value, json};

use super::{Complete, complete};
use crate::case::{Case, During};
use crate::catalogue::{Catalogue, Origin};
use crate::estimate::Estimate;
use crate::problem::{Code, Problems};

/// A case with these pursuits, and what else is given in the place of its own.
fn case(pursuits: Value, other: Value) -> Value {
    let mut case = json!({
        "schema_version": 1, "pursuits": pursuits,
        "person": {"motivations": {"learning": 7, "income": 2}, "time": {"free_hours_per_week": 24}},
    });
    for (key, value) in other.as_object().into_iter().flatten() {
        case[key] = value.clone();
    }
    case
}

fn completed(case: &Value) -> Complete {
    let case: Case = serde_json::from_value(case.clone()).expect("a valid case");
    let sink = Problems::default();
    complete(&case, Catalogue::builtin(), &sink)
}

/// Codes of what refuses a case.
fn errors(case: &Value) -> Vec<Code> {
    let found = crate::check(&case.to_string());
    found.into_iter().filter(|problem| problem.is_error()).map(|problem| problem.code).collect()
}

/// Codes and paths of all problems.
fn problems(case: &Value) -> Vec<(Code, String)> {
    let found = crate::check(&case.to_string());
    found.into_iter().map(|problem| (problem.code, problem.path)).collect()
}

fn assert_problem(case: &Value, code: Code, path: &str) {
    assert_eq!(problems(case), [(code, path.to_owned())]);
}

fn award() -> Value {
    json!({"chance_per_year": 0.3, "renewal_chance": 0.7})
}

/// Everything that a pursuit can say.
fn whole() -> Value {
    case(
        json!([
            {"id": "title", "name": "A title", "levels": [0.25, 1, 1.5], "anyway": 0.4,
             "lasts_years": {"low": 2, "high": 5},
             "award": {"chance_per_year": 0.3, "renewal_chance": 0.7, "held": true,
                       "give_up_after_years": 2, "after_giving_up": "stop"},
             "activities": [
                {"kind": "talks", "hours": 6, "usual_per_year": 8, "per_year": {"min": 2, "mode": 4, "max": 8}},
                {"kind": "calls", "hours": 1, "per_year": 20, "enjoyability": -3, "during": "holding",
                 "delay_years": 0.5, "lasts_years": 1}],
             "benefits": [{"category": "helping", "strength": 6, "lasts_years": 30},
                          {"category": "events", "strength": 5, "requires": "award"}],
             "costs": [{"id": "travel", "money_per_year": 0, "delay_years": 1}],
             "drawbacks": [{"kind": "reporting", "bother": 2, "chance": 0.5, "during": "award"}]},
            {"id": "mvp", "preset": "microsoft-mvp", "omit": ["organizing", "pay", "travel"],
             "award": {"held": true}, "drawbacks": [{"id": "reporting", "bother": 3}]},
            {"preset": "rest"}]),
        json!({
            "person": {"motivation_ranking": ["learning", "income"], "burnout_risk": 0.3,
                "protections": {"break_even_hours_per_week": {"low": 10, "high": 16}},
                "time": {"free_hours_per_week": 24, "limit_hours_per_week": 12},
                "money": {"currency": "EUR", "usd_rate": 0.9, "meaningful_yearly_amount": 8000,
                          "hour_value": 30}},
            "either_or": [["title", "mvp"]],
            "assumptions": {"drawback_points": 20, "returns_to_effort": {"low": 0.5, "high": 0.9}},
        }),
    )
}

#[test]
fn a_case_written_out_completes_to_the_same() {
    let example: Value = serde_json::from_str(include_str!("../../examples/mvp.json")).unwrap();
    for document in [whole(), example, case(json!([{"preset": "certification"}]), json!({}))] {
        let written = completed(&document).to_case();
        let again = serde_json::to_value(&written).unwrap();
        assert_eq!(errors(&again), [], "{document}");
        assert_eq!(completed(&again).to_case(), written);
    }
}

#[test]
fn what_follows_another_number_is_left_out() {
    let case = completed(&case(json!([{"preset": "certification"}]), json!({}))).to_case();
    let study = &case.pursuits[0].activities[0];
    assert!(study.per_year.is_none() && study.usual_per_year == Some(2.into()));
    assert!(study.lasts_years.is_none() && case.person.burnout_risk.is_none());
    assert_eq!(case.pursuits[0].levels, Some(vec![1.0]));
    assert_eq!(case.person.protections.personal_time, Some(5.into()));
}

#[test]
fn break_even_hours_take_the_place_of_the_rating() {
    let whole = completed(&whole());
    assert!(whole.person.personal_time.is_none());
    assert!(whole.person.break_even_hours_per_week.is_some());
    let both = json!({"person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 24},
        "protections": {"personal_time": 5, "break_even_hours_per_week": 12}}});
    assert_problem(
        &case(json!([{"preset": "rest"}]), both),
        Code::BothTimeProtections,
        "/person/protections/break_even_hours_per_week",
    );
}

#[test]
fn what_is_omitted_but_usual_stays_at_nothing() {
    let mvp = &completed(&whole()).pursuits[1];
    let organizing = mvp.activities.iter().find(|it| it.id == "organizing").unwrap();
    assert_eq!(organizing.per_year.as_ref().unwrap().estimate, Estimate::Certain(0.0));
    assert_eq!(organizing.usual_per_year.as_ref().unwrap().estimate, Estimate::Certain(9.0));
    assert!(mvp.activities.iter().all(|it| it.id != "travel"), "no usual times: gone");
    let own = json!([{"preset": "microsoft-mvp", "omit": ["organizing"],
        "benefits": [{"id": "organizing", "category": "skills", "strength": 3}]}]);
    let mvp = &completed(&case(own, json!({}))).pursuits[0];
    assert!(mvp.activities.iter().all(|it| it.id != "organizing"), "its place is taken");
}

#[test]
fn an_award_merges_field_by_field() {
    let award = completed(&whole()).pursuits[1].award.clone().unwrap();
    assert!(award.is_held && award.give_up_after_years.is_none());
    assert!(matches!(award.numbers.renewal_chance.origin, Origin::Preset { .. }));
}

#[test]
fn a_drawback_of_ones_own_says_when_it_bothers() {
    let with = |pursuit: Value| case(json!([pursuit]), json!({}));
    let bother = json!([{"kind": "politics", "bother": 3}]);
    let alone = with(json!({"id": "a", "drawbacks": bother}));
    assert_eq!(completed(&alone).pursuits[0].drawbacks[0].during, During::Always);
    let awarded = with(json!({"id": "a", "award": award(), "drawbacks": bother}));
    assert_problem(&awarded, Code::DuringMissing, "/pursuits/0/drawbacks/0");
    let preset = with(json!({"preset": "microsoft-mvp", "drawbacks": bother}));
    assert_eq!(problems(&preset), [], "the preset's own says it");
}

#[test]
fn what_needs_an_award_says_so() {
    let one = |pursuit: Value| case(json!([pursuit]), json!({}));
    for during in ["award", "pursuing", "holding"] {
        let activity = json!({"kind": "calls", "hours": 1, "per_year": 2, "during": during});
        let case = one(json!({"id": "a", "activities": [activity]}));
        assert_problem(&case, Code::NeedsAward, "/pursuits/0/activities/0/during");
    }
    let mut never = award();
    never["after_giving_up"] = "stop".into();
    let never = one(json!({"id": "a", "award": never, "benefits": [{"category": "skills"}]}));
    assert_problem(&never, Code::NeedsAward, "/pursuits/0/award/after_giving_up");
    let ends = json!({"category": "skills", "requires": "award", "lasts_years": 2});
    let ends = one(json!({"id": "a", "award": award(), "benefits": [ends]}));
    assert_problem(&ends, Code::DelayOnAward, "/pursuits/0/benefits/0/lasts_years");
}

#[test]
fn levels_rise_and_have_all_of_it_among_them() {
    let with =
        |levels: Value| case(json!([{"id": "a", "preset": "rest", "levels": levels}]), json!({}));
    let at = "/pursuits/0/levels";
    assert_problem(&with(json!([1, 0.5])), Code::LevelsOutOfOrder, at);
    assert_problem(&with(json!([0.5])), Code::LevelsWithoutOne, at);
    assert_problem(&with(json!([])), Code::EmptyList, at);
    assert_problem(&with(json!([0, 1])), Code::OutOfRange, "/pursuits/0/levels/0");
    let nine = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0];
    let found = problems(&with(json!(nine)));
    assert!(found.contains(&(Code::TooManyLevels, at.to_owned())), "{found:?}");
    assert_eq!(completed(&with(json!([0.5, 1]))).pursuits[0].levels, [0.5, 1.0]);
    assert_eq!(completed(&whole()).pursuits[0].levels, [0.25, 1.0, 1.5]);
}

#[test]
fn lists_of_what_excludes_each_other_name_pursuits() {
    let with = |lists: Value| case(json!([{"preset": "rest"}]), json!({"either_or": lists}));
    assert_problem(&with(json!([["rest", "rset"]])), Code::UnknownItem, "/either_or/0/1");
    assert_problem(&with(json!([["rest", "rest"]])), Code::RepeatedEntry, "/either_or/0/1");
    assert_problem(&with(json!([["rest"]])), Code::EmptyList, "/either_or/0");
    assert_eq!(completed(&whole()).either_or, [[0, 1]]);
}

#[test]
fn silence_is_no_no() {
    let empty = case(json!([{"id": "a", "name": "A thing"}]), json!({}));
    assert_problem(&empty, Code::EmptyPursuit, "/pursuits/0");
    let half = json!([{"id": "a", "activities": [{"kind": "work", "hours": 2}]}]);
    assert_problem(&case(half, json!({})), Code::IncompleteItem, "/pursuits/0/activities/0");
}

#[test]
fn money_without_a_meaning_is_worth_a_word() {
    let paid = json!([{"id": "a", "benefits": [{"category": "pay", "money_per_year": 500}]}]);
    assert_problem(&case(paid.clone(), json!({})), Code::MoneyMissing, "/person");
    let unpaid = json!([{"preset": "job-performance"}]);
    assert_eq!(problems(&case(unpaid, json!({}))), [], "a preset's money is not the person's word");
    let without = json!({"person":
        {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 24}}});
    assert_eq!(problems(&case(paid, without)), []);
}

#[test]
fn a_preset_with_many_items_counts_them() {
    let costs: Vec<Value> =
        (0..256).map(|at| json!({"id": format!("c{at}"), "money_per_year": 0})).collect();
    let full = case(json!([{"preset": "rest", "costs": costs}]), json!({}));
    assert_problem(&full, Code::TooManyItems, "/pursuits/0");
}

#[test]
fn every_absent_number_can_be_given() {
    for document in [whole(), case(json!([{"preset": "microsoft-mvp"}]), json!({}))] {
        let before = completed(&document);
        let absent = before.absent();
        assert!(absent.len() > 10);
        for (name, row) in absent {
            let mut case = before.clone();
            let value = if row.domain.contains(1.5) { 1.5 } else { 0.5 };
            assert_eq!(case.row(&name), Some(row), "{name}");
            case.set(&name, value.into()).unwrap();
            assert!(case.absent().iter().all(|(other, _)| *other != name), "{name}");
            assert_eq!(errors(&serde_json::to_value(case.to_case()).unwrap()), [], "{name}");
        }
    }
}

#[test]
fn a_number_is_found_by_its_name() {
    let mut case = completed(&whole());
    let names = [
        "/person/conditions/market_regard",
        "/person/protections/wellbeing",
        "/person/time/free_hours_per_week",
        "/person/money/meaningful_yearly_amount",
        "/person/discount_rate",
        "/assumptions/serves/helping/career",
        "/assumptions/autonomy/income",
        "/assumptions/rest_offsets_overwork",
        "/pursuits/title/anyway",
        "/pursuits/title/award/chance_per_year",
        "/pursuits/title/activities/calls/hours",
        "/pursuits/title/activities/calls/delay_years",
        "/pursuits/title/benefits/helping/lasts_years",
        "/pursuits/title/costs/travel/money_per_year",
        "/pursuits/title/drawbacks/reporting/bother",
    ];
    for name in names {
        let row = case.row(name);
        case.set(name, 1.0.into()).unwrap();
        assert_eq!(
            row.map(|row| row.name),
            name.rsplit('/').next().map(|last| match row {
                Some(row) if row.name.starts_with('{') => row.name,
                _ => last,
            })
        );
    }
    let written = serde_json::to_value(case.to_case()).unwrap();
    assert_eq!(written["assumptions"]["serves"]["helping"]["career"], 1.0);
    assert_eq!(written["pursuits"][0]["drawbacks"][0]["bother"], 1.0);
    for name in
        ["/person/burnout_risc", "free hours", "/pursuits/title/benefits/events/delay_years"]
    {
        assert_eq!(case.row(name), None, "{name}");
    }
}

#[test]
fn replacing_the_times_a_year_holds_what_followed_them() {
    let at = "/pursuits/certification/activities/study/per_year";
    let mut case = completed(&case(json!([{"preset": "certification"}]), json!({})));
    case.set(at, 1.0.into()).unwrap();
    let study = &case.pursuits[0].activities[0];
    assert_eq!(study.usual_per_year.as_ref().unwrap().estimate, Estimate::Certain(2.0));
    let mut case = completed(&whole());
    case.set("/pursuits/title/activities/calls/per_year", 10.0.into()).unwrap();
    case.set("/pursuits/title/activities/calls/per_year", 5.0.into()).unwrap();
    let calls = &case.pursuits[0].activities[1];
    assert_eq!(calls.usual_per_year.as_ref().unwrap().estimate, Estimate::Certain(20.0));
    assert_eq!(calls.per_year.as_ref().unwrap().estimate, Estimate::Certain(5.0));
}

#[test]
fn replacing_one_protection_of_time_gives_way_to_the_other_unless_given() {
    let hours = "/person/protections/break_even_hours_per_week";
    let mut silent = completed(&case(json!([{"preset": "rest"}]), json!({})));
    silent.set(hours, 12.0.into()).unwrap();
    assert!(silent.person.personal_time.is_none());
    let rating = "/person/protections/personal_time";
    let refused = silent.set(rating, 3.0.into()).unwrap_err();
    assert_eq!((refused.code, refused.path.as_str()), (Code::BothTimeProtections, rating));
    let mut rated = completed(&case(json!([{"preset": "rest"}]), json!({})));
    rated.set(rating, 3.0.into()).unwrap();
    assert_eq!(rated.set(hours, 12.0.into()).unwrap_err().code, Code::BothTimeProtections);
}
