mod choosing;
mod estimates;
mod years;

use super::reading::rank_order_centroid;
use super::{Plan, PursuitAnswer, answer};
use serde_json::{Value, json};

fn assert_near(found: f64, expected: f64) {
    let scale = 1.0_f64.max(expected.abs());
    assert!((found - expected).abs() <= 1e-12 * scale, "found {found}, expected {expected}");
}

fn ids(plan: &Plan) -> Vec<&str> {
    plan.pursuits.iter().map(|member| member.id.as_str()).collect()
}

fn points(pursuit: &PursuitAnswer, id: &str) -> f64 {
    pursuit.contributions.iter().find(|(name, _)| name == id).unwrap().1
}

/// One pursuit whose figures are round enough to work by hand.
fn tiny() -> Value {
    json!({
        "schema_version": 1,
        "person": {
            "motivations": {"learning": 6, "income": 4},
            "time": {"free_hours_per_week": 10},
            "money": {"currency": "EUR", "meaningful_yearly_amount": 1000, "hour_value": 2},
            "horizon_years": 1,
            "discount_rate": 0
        },
        "pursuits": [{
            "id": "course",
            "levels": [1],
            "activities": [{"id": "study", "kind": "study", "hours": 2, "per_year": 52}],
            "benefits": [{"id": "skills", "category": "skills", "strength": 5, "chance": 0.8,
                          "money_per_year": 500}],
            "costs": [{"id": "fee", "money_per_year": 100}]
        }],
        "assumptions": {"serves": {"skills": {"learning": 0.5}}, "time_convexity": 0}
    })
}

/// Someone driven by learning alone, whose protections weigh nothing, with the given benefits.
fn learner(benefits: &Value) -> Value {
    json!({
        "schema_version": 1,
        "person": {
            "motivations": {"learning": 1},
            "protections": {"personal_time": 0, "wellbeing": 0, "savings": 0},
            "time": {"free_hours_per_week": 10}
        },
        "pursuits": [{"id": "one", "levels": [1], "benefits": benefits}],
        "assumptions": {"serves": {"skills": {"learning": 0.5}, "network": {"learning": 0.8}}}
    })
}

fn worth_to_learner(benefits: &Value) -> f64 {
    answer(&learner(benefits)).pursuits[0].worth
}

#[test]
fn the_rank_order_centroid_has_its_published_weights() {
    let published: [&[f64]; 3] = [
        &[11.0 / 18.0, 5.0 / 18.0, 1.0 / 9.0],
        &[25.0 / 48.0, 13.0 / 48.0, 7.0 / 48.0, 1.0 / 16.0],
        &[137.0 / 300.0, 77.0 / 300.0, 47.0 / 300.0, 9.0 / 100.0, 1.0 / 25.0],
    ];
    for expected in published {
        for (found, expected) in rank_order_centroid(expected.len()).iter().zip(expected) {
            assert_near(*found, *expected);
        }
    }
}

#[test]
fn a_motive_that_is_not_ranked_weighs_nothing() {
    let mut case = tiny();
    case["person"]["motivations"].take();
    case["person"]["motivation_ranking"] = json!(["income", "career", "learning"]);
    let found = &answer(&case).pursuits[0];
    assert_near(points(found, "income"), 100.0 * 11.0 / 18.0 * 0.3);
    assert_near(points(found, "learning"), 100.0 / 9.0 * 0.2);
    assert_near(points(found, "enjoyment"), 0.0);
}

#[test]
fn a_tiny_case_agrees_with_a_sheet_of_paper() {
    let answer = answer(&tiny());
    let found = &answer.pursuits[0];
    // Weights 0.6 and 0.4, so autonomy 0.3: each of the 2 hours a week is felt as 1 - 0.5 * 0.3.
    assert_near(found.hours_per_week, 2.0);
    assert_near(found.extra_hours_per_week, 2.0);
    assert_near(found.busiest_hours_per_week, 2.0);
    assert_near(found.felt_hours_per_week, 1.7);
    // 40 + 2 hours are 2 above the line: log-odds up by 0.033 * 2 * (1 + 0.5 * 0.4).
    assert_near(found.burnout_risk, 0.265_141_895_384_394_9);
    assert_near(found.money_per_year, 300.0);

    assert_near(points(found, "learning"), 60.0 * 0.5 * 0.5 * 0.8);
    assert_near(points(found, "income"), 40.0 * 0.3);
    assert_near(points(found, "personal_time"), -50.0 * 0.17 / 0.5);
    assert_near(points(found, "wellbeing"), -0.757_094_769_219_745);
    assert_near(points(found, "savings"), 0.0);
    assert_near(points(found, "drawbacks"), 0.0);
    let worth = 12.0 + 12.0 - 17.0 - 0.757_094_769_219_745;
    assert_near(found.worth, worth);
    assert_near(found.margin, worth);
    assert_near(found.margin_over_none, worth);
    assert_near(found.opportunity_cost, 0.0);
    assert_eq!(found.verdict, "worth_it");
    assert!(!found.close_call);
    assert_eq!(ids(&answer.best_mix), ["course"]);
    assert_near(answer.as_planned.unwrap().margin, worth);
    assert!(answer.how_much.is_empty());

    let ledger = found.ledger.as_ref().unwrap();
    assert_near(ledger.npv, 300.0 - 52.0 * 1.7 * 2.0);
    assert_near(ledger.benefit_cost_ratio.unwrap(), 400.0 / (100.0 + 52.0 * 1.7 * 2.0));
    assert_eq!(ledger.payback_years, Some(1));
    assert_near(ledger.break_even_hour_value.unwrap(), 300.0 / (52.0 * 1.7));
}

#[test]
fn time_is_dearer_the_more_is_taken() {
    let mut case = tiny();
    case["assumptions"]["time_convexity"] = json!(2);
    // 50 * (e^0.34 - 1) / (e - 1), from mpmath.
    let found = points(&answer(&case).pursuits[0], "personal_time");
    assert_near(found, -11.783_503_260_543_435);
}

#[test]
fn hours_above_the_free_ones_are_felt_in_full() {
    let mut case = tiny();
    case["pursuits"][0]["activities"][0]["hours"] = json!(20);
    // Of 20 hours, felt as 17, the half that is free is felt as 8.5, the other one as 10.
    let found = points(&answer(&case).pursuits[0], "personal_time");
    assert_near(found, -50.0 * 1.85 / 0.5);
    // Beyond all of the free hours the tangent goes on.
    case["assumptions"]["time_convexity"] = json!(2);
    let e = 1_f64.exp();
    let found = points(&answer(&case).pursuits[0], "personal_time");
    assert_near(found, -50.0 * (e * e - 1.0 + 2.0 * e * e * 0.85) / (e - 1.0));
    // Dread is felt as more than the hours, above the free ones too, whatever the drive.
    case["assumptions"]["time_convexity"] = json!(0);
    case["pursuits"][0]["activities"][0]["enjoyability"] = json!(-5);
    let found = &answer(&case).pursuits[0];
    assert_near(found.felt_hours_per_week, 30.0);
    assert_near(points(found, "personal_time"), -50.0 * 3.0 / 0.5);
}

#[test]
fn a_protection_of_ten_cancels_everything_at_its_mark() {
    let mut case = tiny();
    case["person"]["protections"] = json!({"personal_time": 10, "savings": 10});
    case["person"]["motivations"] = json!({"income": 1});
    case["pursuits"][0]["activities"][0]["hours"] = json!(5);
    case["pursuits"][0]["costs"][0]["money_per_year"] = json!(1400);
    let found = &answer(&case).pursuits[0];
    assert_near(points(found, "personal_time"), -100.0);
    assert_near(points(found, "savings"), -100.0);
    // What is lost beyond that counts, too.
    case["pursuits"][0]["costs"][0]["money_per_year"] = json!(2400);
    assert_near(points(&answer(&case).pursuits[0], "savings"), -200.0);
}

#[test]
fn at_the_break_even_hours_nothing_is_worth_it() {
    let mut case = tiny();
    case["person"]["protections"] = json!({"break_even_hours_per_week": 12});
    case["assumptions"]["time_convexity"] = json!(3);
    let activity = &mut case["pursuits"][0]["activities"][0];
    activity["hours"] = json!(12);
    activity["enjoyability"] = json!(0);
    assert_near(points(&answer(&case).pursuits[0], "personal_time"), -100.0);
}

#[test]
fn rest_mends() {
    let mut case = tiny();
    case["person"]["time"]["work_hours_per_week"] = json!(50);
    case["pursuits"][0]["activities"][0]["kind"] = json!("rest");
    let risk = |log_odds: f64| 1.0 / (1.0 + 3.0 * (-log_odds).exp());
    let found = answer(&case).pursuits[0].clone();
    assert_near(found.burnout_risk, risk(0.33 - 0.066));
    assert_near(points(&found, "wellbeing"), 50.0 * (risk(0.33) - risk(0.264)));
    assert_near(found.felt_hours_per_week, 0.0);
    assert_near(points(&found, "personal_time"), 0.0);
    // It is effort where there is nothing but rest.
    assert_near(points(&found, "learning"), 12.0);
    case["pursuits"][0]["activities"][0]["per_year"] = json!(0);
    case["pursuits"][0]["activities"][0]["usual_per_year"] = json!(52);
    assert_near(points(&answer(&case).pursuits[0], "learning"), 0.0);
}

#[test]
fn drawbacks_of_the_work_go_by_its_level_and_others_come_whole() {
    let mut case = learner(&json!([]));
    case["pursuits"][0]["levels"] = json!([0.5, 1]);
    case["pursuits"][0]["award"] = json!({"chance_per_year": 0, "renewal_chance": 0});
    case["pursuits"][0]["drawbacks"] = json!([
        {"kind": "rude_users", "bother": 4, "chance": 0.5, "during": "always"},
        {"kind": "being_judged", "bother": 8, "during": "pursuing"},
        {"kind": "reporting", "bother": 10, "during": "holding"}
    ]);
    case["assumptions"]["drawback_points"] = json!(50);
    let found = answer(&case);
    // At half of the work: 0.5 * 0.5 * 0.4 * 0.5, and 0.5 * 0.8.
    let worth = -100.0 * (1.0 - 0.95 * 0.6);
    assert_near(found.pursuits[0].worth, worth);
    assert_near(points(&found.pursuits[0], "drawbacks"), worth);
    assert_near(found.pursuits[0].work_worth.unwrap(), -5.0);
    assert_near(found.as_planned.unwrap().margin, -100.0 * (1.0 - 0.9 * 0.6));
}

#[test]
fn conditions_multiply() {
    let benefit = json!([{"category": "skills", "strength": 10, "chance": 0.5,
                          "depends_on": ["market_regard", "mine"]}]);
    let mut case = learner(&benefit);
    case["person"]["conditions"] = json!({"market_regard": 0.4, "mine": 0.5});
    assert_near(answer(&case).pursuits[0].worth, 50.0 * 0.5 * 0.4 * 0.5);
}

#[test]
fn noisy_or_multiplies_what_categories_leave_open() {
    let skills = json!({"category": "skills", "strength": 8});
    let weak = json!({"category": "skills", "strength": 9, "chance": 0.5});
    let network = json!({"category": "network", "strength": 5});
    let both = worth_to_learner(&json!([skills, network]));
    assert_near(both, 100.0 * (1.0 - (1.0 - 0.5 * 0.8) * (1.0 - 0.8 * 0.5)));
    // The order does not matter.
    assert_near(worth_to_learner(&json!([network, skills])), both);
    // Twice the same, or a weaker one of the same category, changes nothing.
    assert_near(worth_to_learner(&json!([skills, network, skills])), both);
    assert_near(worth_to_learner(&json!([skills, weak, network])), both);
    // More never hurts.
    assert!(both > worth_to_learner(&json!([skills])));
    assert!(worth_to_learner(&json!([skills])) > worth_to_learner(&json!([weak])));
}

#[test]
fn without_money_there_is_no_ledger_and_no_gain() {
    let mut case = tiny();
    case["person"]["money"].take();
    let found = &answer(&case).pursuits[0];
    assert!(found.ledger.is_none());
    assert_near(points(found, "income"), 0.0);
    assert_near(points(found, "learning"), 12.0);
    assert_near(found.money_per_year, 300.0);
}
