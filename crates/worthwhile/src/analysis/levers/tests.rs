use std::ops::ControlFlow;

use serde_json::{Value, json};

use super::*;
use crate::plan::Plan;

/// Ten times the strength less five times the hours a week is what the pursuit is worth: 40 - 25
/// points.
pub(in crate::analysis) fn case() -> Value {
    json!({
        "schema_version": 1,
        "person": {
            "motivations": {"learning": 10},
            "protections": {"personal_time": 5, "wellbeing": 0, "savings": 0},
            "time": {"free_hours_per_week": 20, "work_hours_per_week": 40},
            "horizon_years": 1
        },
        "pursuits": [pursuit("course", 4.0)],
        "assumptions": {
            "time_convexity": 0, "returns_to_effort": 1, "drawback_points": 100,
            "serves": {"lessons": {"learning": 1}}
        }
    })
}

fn pursuit(id: &str, strength: f64) -> Value {
    json!({
        "id": id, "levels": [1],
        "activities": [
            {"id": "study", "kind": "learning", "hours": 5, "per_year": 52, "enjoyability": 0}
        ],
        "benefits": [{"id": "lessons", "category": "lessons", "strength": strength}]
    })
}

pub(in crate::analysis) fn read(case: &Value) -> (Plan, Base) {
    let plan = Plan::read(&case.to_string()).unwrap();
    let base = Base::new(plan.compiled(), &mut |_| ControlFlow::Continue(())).unwrap();
    (plan, base)
}

fn found(case: &Value) -> Vec<Found> {
    let (plan, base) = read(case);
    let mut steps = 0;
    let mut tick = |more| {
        steps += more;
        ControlFlow::Continue(())
    };
    let ControlFlow::Continue(found) = levers(plan.compiled(), &base, 1, &mut tick) else {
        panic!("nobody stops it")
    };
    assert_eq!(steps, super::steps(plan.compiled(), &base));
    found
}

/// From, to and shown of the lever of an input.
fn lever(case: &Value, kind: LeverKind, input: &str) -> [f64; 3] {
    let all = found(case);
    let is_it = |own: &&Found| own.kind == kind && own.inputs.iter().any(|name| &**name == input);
    let own = all.iter().find(is_it).unwrap_or_else(|| panic!("{kind} of {input} in {all:#?}"));
    assert!(own.turns && own.answer == Answer::No && own.level.is_none());
    [own.from, own.to, own.shown]
}

fn assert_near(found: [f64; 3], expected: [f64; 3]) {
    let near = |(a, b): (f64, f64)| (a - b).abs() < 1e-6;
    assert!(found.into_iter().zip(expected).all(near), "{found:?}, not {expected:?}");
}

#[test]
fn everything_of_the_pursuit_is_scaled() {
    let hours = "/pursuits/course/activities/study/hours";
    assert_near(lever(&case(), LeverKind::Hours, hours), [5.0, 8.0, 8.0]);
    let strength = "/pursuits/course/benefits/lessons/strength";
    assert_near(lever(&case(), LeverKind::Gains, strength), [1.0, 0.625, 0.62]);
}

#[test]
fn hours_of_the_week() {
    let free = "/person/time/free_hours_per_week";
    assert_near(lever(&case(), LeverKind::FreeHours, free), [20.0, 12.5, 12.5]);
    // 112 hours awake leave less than fifty from here on.
    let mut long = case();
    long["person"]["protections"]["personal_time"] = json!(0);
    long["pursuits"][0]["activities"][0]["hours"] = json!(50);
    let job = "/person/time/work_hours_per_week";
    assert_near(lever(&long, LeverKind::JobHours, job), [40.0, 62.0, 62.5]);
    let limit = "/person/time/limit_hours_per_week";
    assert_near(lever(&case(), LeverKind::Limit, limit), [72.0, 5.0, 4.9]);
    let mut limited = case();
    limited["person"]["time"]["limit_hours_per_week"] = json!(8);
    assert_near(lever(&limited, LeverKind::Limit, limit), [8.0, 5.0, 4.9]);
}

#[test]
fn what_is_protected() {
    let rating = "/person/protections/personal_time";
    assert_near(lever(&case(), LeverKind::Protection, rating), [5.0, 8.0, 8.0]);
    let mut by_hours = case();
    by_hours["person"]["protections"] =
        json!({"break_even_hours_per_week": 20, "wellbeing": 0, "savings": 0});
    let hours = "/person/protections/break_even_hours_per_week";
    assert_near(lever(&by_hours, LeverKind::BreakEven, hours), [20.0, 12.5, 12.5]);
}

#[test]
fn motives_and_joy() {
    let other = "/person/motivations/belonging";
    assert_near(lever(&case(), LeverKind::Motivation, other), [0.0, 6.0, 6.0]);
    let joy = "/pursuits/course/activities/study/enjoyability";
    assert_near(lever(&case(), LeverKind::Enjoyability, joy), [0.0, -6.0, -6.0]);
}

#[test]
fn drawbacks_and_conditions() {
    let mut case = case();
    case["pursuits"][0]["drawbacks"] = json!([{"id": "noise", "kind": "noise", "bother": 0.5}]);
    let noise = "/pursuits/course/drawbacks/noise/bother";
    assert_near(lever(&case, LeverKind::Bother, noise), [0.5, 1.5, 1.5]);
    case["person"]["conditions"] = json!({"boss": 1});
    case["pursuits"][0]["benefits"][0]["depends_on"] = json!(["boss"]);
    assert_near(lever(&case, LeverKind::Condition, "/person/conditions/boss"), [1.0, 0.75, 0.75]);
}

#[test]
fn chances_of_an_award() {
    let mut case = case();
    case["pursuits"][0]["benefits"][0]["requires"] = json!("award");
    case["pursuits"][0]["award"] = json!({"chance_per_year": 0.8, "renewal_chance": 0.75});
    let chance = "/pursuits/course/award/chance_per_year";
    assert_near(lever(&case, LeverKind::Chance, chance), [0.8, 0.625, 0.62]);
    case["pursuits"][0]["award"]["held"] = json!(true);
    let renewal = "/pursuits/course/award/renewal_chance";
    assert_near(lever(&case, LeverKind::Renewal, renewal), [0.75, 0.625, 0.62]);
}

#[test]
fn work_done_anyway_and_years_ahead() {
    // Of the root of x, 40 (1 - root) is 25 (1 - x) at a root of 0.6.
    let mut rooted = case();
    rooted["assumptions"]["returns_to_effort"] = json!(0.5);
    let anyway = lever(&rooted, LeverKind::Anyway, "/pursuits/course/anyway");
    assert_near(anyway, [0.0, 0.36, 0.36]);
    let mut short = case();
    short["pursuits"][0]["benefits"][0]["lasts_years"] = json!(1);
    let years = lever(&short, LeverKind::Horizon, "/person/horizon_years");
    assert_near(years, [1.0, 2.0, 2.0]);
}

#[test]
fn an_amount_of_money() {
    let mut case = case();
    case["person"]["motivations"] = json!({"income": 10});
    case["person"]["money"] = json!({"meaningful_yearly_amount": 10_000});
    case["pursuits"][0]["benefits"] = json!([{"category": "lessons", "money_per_year": 4000}]);
    let amount = "/person/money/meaningful_yearly_amount";
    let [from, to, shown] = lever(&case, LeverKind::MeaningfulAmount, amount);
    assert!((to - 16_000.0).abs() < 1e-3, "{to}");
    assert_near([from, shown, 0.0], [10_000.0, 16_000.0, 0.0]);
}

#[test]
fn another_pursuit_left_out() {
    let mut case = case();
    case["pursuits"] = json!([pursuit("course", 4.0), pursuit("club", 4.5)]);
    case["either_or"] = json!([["course", "club"]]);
    let all = found(&case);
    let own = all.iter().find(|own| own.kind == LeverKind::Without).unwrap();
    assert_eq!(&*own.inputs[0], "/pursuits/club");
    assert_near([own.from, own.to, own.shown], [1.0, 0.0, 0.0]);
    assert!(own.turns && own.answer == Answer::Yes && own.level == Some(1.0));
    assert!(all.iter().all(|own| own.turns), "reassurances are for a yes");
}

#[test]
fn nobody_is_told_of_what_is_out_of_reach() {
    let is_of = |kind: LeverKind| move |own: &Found| own.kind == kind;
    // Five hours would still fit beside a job of 80, and all of it done anyway leaves no question.
    let all = found(&case());
    assert!(
        !all.iter().any(is_of(LeverKind::JobHours)) && !all.iter().any(is_of(LeverKind::Anyway))
    );
    // More than 72 free hours are not left beside a job of 40.
    let mut no = case();
    no["person"]["time"]["free_hours_per_week"] = json!(30);
    no["pursuits"][0]["activities"][0]["hours"] = json!(30);
    no["pursuits"][0]["benefits"][0]["strength"] = json!(4.1);
    assert!(!found(&no).iter().any(is_of(LeverKind::FreeHours)), "41 points less 3000/F");
    no["pursuits"][0]["benefits"][0]["strength"] = json!(4.2);
    assert!(found(&no).iter().any(is_of(LeverKind::FreeHours)), "42 points less 3000/F");
}

#[test]
fn money_that_it_takes_is_no_gain() {
    let mut case = case();
    case["person"]["motivations"] = json!({"income": 10});
    case["person"]["protections"]["savings"] = json!(5);
    case["person"]["money"] = json!({"meaningful_yearly_amount": 10_000});
    case["pursuits"][0]["benefits"] = json!([
        {"id": "fees", "category": "lessons", "money_per_year": -1000},
        {"id": "pay", "category": "lessons", "money_per_year": 4000},
    ]);
    let pay = "/pursuits/course/benefits/pay/money_per_year";
    let all = found(&case);
    let own = all.iter().find(|own| own.kind == LeverKind::Gains).unwrap();
    assert_eq!(own.inputs.iter().map(|name| &**name).collect::<Vec<_>>(), [pay]);
    // 40 z less 10 and less 25.
    assert_near([own.from, own.to, own.shown], [1.0, 0.875, 0.87]);
}

#[test]
fn the_nearest_comes_first_and_the_worst_that_does_not_turn_it_last() {
    let mut case = case();
    case["person"]["conditions"] = json!({"boss": 0.1, "city": 0.2, "world": 0.3});
    let minor = |on: &str| json!({"id": on, "category": on, "strength": 1, "depends_on": [on]});
    let benefits = case["pursuits"][0]["benefits"].as_array_mut().unwrap();
    benefits.extend(["boss", "city", "world"].map(minor));
    for on in ["boss", "city", "world"] {
        case["assumptions"]["serves"][on] = json!({"learning": 0.5});
    }
    case["pursuits"][0]["drawbacks"] =
        json!([{"id": "noise", "kind": "noise", "bother": 1, "chance": 0.1}]);
    let all = found(&case);
    let turning = all.iter().filter(|own| own.turns).count();
    assert!(all[..turning].is_sorted_by(|a, b| a.distance <= b.distance));
    // A noise that bothers clearly takes 4 points, the world 60 * 0.015.
    let [bother, condition] = &all[turning..] else { panic!("{all:#?}") };
    assert_near([bother.from, bother.to, bother.shown], [1.0, 5.0, 5.0]);
    assert_eq!(&*condition.inputs[0], "/person/conditions/world");
    assert_near([condition.from, condition.to, condition.shown], [0.3, 0.0, 0.0]);
    assert!(all[turning..].iter().all(|own| own.answer == Answer::Yes && own.level == Some(1.0)));
}

#[test]
fn whoever_watches_can_end_it() {
    let (plan, base) = read(&case());
    for threads in [1, 2] {
        let ended = levers(plan.compiled(), &base, threads, &mut |_| ControlFlow::Break(()));
        assert!(ended.is_break());
    }
}
