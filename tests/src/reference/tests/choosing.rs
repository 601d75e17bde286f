use super::{answer, assert_near, ids, learner, tiny};
use serde_json::json;

#[test]
fn ties_go_to_fewer_pursuits_and_then_to_the_earlier() {
    let mut case = tiny();
    let mut twin = case["pursuits"][0].clone();
    twin["id"] = json!("twin");
    // Both together are more than the person will give.
    case["person"]["time"]["limit_hours_per_week"] = json!(3);
    case["pursuits"] = json!([{"id": "nothing"}, twin, case["pursuits"][0].clone()]);
    case["person"]["protections"] = json!({"personal_time": 0});
    let answer = answer(&case);
    assert_eq!(ids(&answer.best_mix), ["twin"]);
    let verdicts: Vec<&str> = answer.pursuits.iter().map(|p| p.verdict.as_str()).collect();
    assert_eq!(verdicts, ["not_worth_it", "worth_it", "better_elsewhere"]);
    let last = &answer.pursuits[2];
    assert_near(last.margin, 0.0);
    assert!(last.close_call);
    assert_eq!(ids(&last.plan_with), ["course"]);
    assert_eq!(ids(&last.plan_without), ["twin"]);
    assert_eq!(ids(&answer.pursuits[0].plan_with), ["nothing", "twin"]);
    // Nothing at all is worth the same at all levels: the lowest one is chosen.
    assert_near(answer.pursuits[0].level, 0.5);
}

#[test]
fn what_excludes_each_other_is_not_done_together() {
    let mut case = tiny();
    let mut twin = case["pursuits"][0].clone();
    twin["id"] = json!("twin");
    case["pursuits"].as_array_mut().unwrap().push(twin);
    case["person"]["protections"] = json!({"personal_time": 0});
    assert_eq!(ids(&answer(&case).best_mix), ["course", "twin"]);
    case["either_or"] = json!([["twin", "course"]]);
    let answer = answer(&case);
    assert_eq!(ids(&answer.best_mix), ["course"]);
    assert_eq!(answer.pursuits[1].verdict, "better_elsewhere");
    assert_eq!(ids(&answer.pursuits[1].plan_with), ["twin"]);
}

#[test]
fn a_pursuit_that_does_not_fit_is_planned_alone_at_its_lowest_level() {
    let mut case = tiny();
    case["pursuits"][0]["levels"] = json!([0.8, 1]);
    case["person"]["time"]["limit_hours_per_week"] = json!(1.4);
    let found = answer(&case);
    let one = &found.pursuits[0];
    assert_eq!(one.verdict, "not_feasible");
    assert_eq!(ids(&one.plan_with), ["course"]);
    assert_near(one.level, 0.8);
    assert_near(one.hours_per_week, 1.6);
    assert_near(one.margin, one.worth);
    assert!(found.best_mix.pursuits.is_empty());
    assert_near(found.best_mix.worth, 0.0);
    assert!(found.as_planned.is_none());
    assert!(found.how_much[2].margins.is_some());
    assert!(found.how_much[3].margins.is_none());

    // What is done anyway always fits.
    case["pursuits"][0]["anyway"] = json!(1);
    let found = answer(&case);
    assert_eq!(found.pursuits[0].verdict, "not_worth_it");
    assert_near(found.pursuits[0].hours_per_week, 2.0);
    assert_near(found.best_mix.hours_per_week, 2.0);
    // A week has 112 hours awake.
    case["pursuits"][0]["anyway"] = json!(0);
    case["person"]["time"] = json!({"free_hours_per_week": 10, "work_hours_per_week": 110.5});
    assert_eq!(answer(&case).pursuits[0].verdict, "not_feasible");
    case["person"]["time"]["work_hours_per_week"] = json!(110.2);
    assert!(answer(&case).as_planned.is_none());
    assert!(answer(&case).pursuits[0].verdict != "not_feasible");
}

#[test]
fn a_title_that_bothers_is_left_and_the_work_kept() {
    let mut case = learner(&json!([{"category": "skills", "strength": 10}]));
    case["pursuits"][0]["award"] = json!({"chance_per_year": 0.5, "renewal_chance": 0.5});
    case["pursuits"][0]["drawbacks"] =
        json!([{"kind": "being_judged", "bother": 10, "during": "award"}]);
    let answer = answer(&case);
    let found = &answer.pursuits[0];
    assert_eq!(found.verdict, "without_the_award");
    assert_eq!(answer.best_mix.pursuits[0].award, Some(false));
    assert_near(found.worth, 40.0);
    assert_near(found.work_worth.unwrap(), 50.0);
    assert_near(found.title_premium.unwrap(), -10.0);
    assert_near(found.margin, -10.0);
    assert_near(found.margin_over_none, 40.0);
    assert_near(found.work_margin.unwrap(), 50.0);
    assert_near(found.opportunity_cost, 0.0);
}

#[test]
fn half_of_it_can_be_better_than_all() {
    let mut case = tiny();
    case["pursuits"][0]["levels"] = json!([0.5, 1]);
    case["assumptions"]["time_convexity"] = json!(2);
    case["pursuits"][0]["activities"][0]["hours"] = json!(4);
    let answer = answer(&case);
    assert_near(answer.best_mix.pursuits[0].level, 0.5);
    let planned = answer.as_planned.unwrap().margin;
    assert!(planned < answer.pursuits[0].margin);
    let levels: Vec<f64> = answer.how_much.iter().map(|at| at.level).collect();
    assert_eq!(levels, [0.1, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5]);
    assert_near(answer.how_much[4].margins.unwrap().margin, planned);
    assert_near(answer.how_much[2].margins.unwrap().margin, answer.pursuits[0].margin);
    assert_near(answer.how_much[6].hours_per_week, 6.0);
}
