use super::estimates::{Domain, Estimate};
use super::reading::rank_order_centroid;
use super::{PursuitAnswer, answer};
use serde_json::{Value, json};

fn assert_near(found: f64, expected: f64) {
    let scale = 1.0_f64.max(expected.abs());
    assert!((found - expected).abs() <= 1e-12 * scale, "found {found}, expected {expected}");
}

fn mean(estimate: &Value, domain: Domain) -> f64 {
    Estimate::read(estimate, domain).mean()
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
        "pursuits": [{"id": "one", "benefits": benefits}],
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
fn estimates_have_their_published_means() {
    let amount = |estimate: Value| mean(&estimate, Domain::Amount);
    let found = amount(json!({"low": 1, "high": 10}));
    assert!((found - 4.04001282694573).abs() < 1e-14, "found {found}");
    assert_near(amount(json!(3)), 3.0);
    assert_near(amount(json!({"low": 3, "high": 3})), 3.0);
    assert_near(amount(json!({"min": 2, "mode": 5, "max": 14})), 6.0);
    assert_near(amount(json!({"min": 0, "mode": 1, "max": 10})), 14.0 / 6.0);
    assert_near(amount(json!({"min": 4, "mode": 4, "max": 4})), 4.0);
    assert_near(amount(json!({"dist": "uniform", "min": 1, "max": 4})), 2.5);
    assert_near(amount(json!({"dist": "discrete", "values": [1, 2, 6]})), 3.0);
    let weighted = json!({"dist": "discrete", "values": [1, 2, 6], "weights": [1, 0.5, 0.5]});
    assert_near(amount(weighted), 2.5);
    assert_near(mean(&json!({"low": -10, "high": 50}), Domain::Real), 20.0);
    assert_near(mean(&json!({"dist": "normal", "mean": -7, "sd": 3}), Domain::Real), -7.0);
}

/// The expected means are from mpmath, at 30 digits.
#[test]
fn a_bounded_interval_has_the_mean_of_a_logit_normal() {
    let bounded = |low: f64, high: f64, top: f64| {
        mean(&json!({"low": low, "high": high}), Domain::Bounded(0.0, top))
    };
    assert_near(bounded(5.0, 9.0, 10.0), 7.316_217_857_869_694);
    assert_near(bounded(0.01, 0.2, 1.0), 0.068_782_294_124_036_36);
    assert_near(bounded(0.001, 167.9, 168.0), 59.593_075_451_900_88);
    assert_near(bounded(0.2, 0.8, 1.0), 0.5);
}

#[test]
fn a_tiny_case_agrees_with_a_sheet_of_paper() {
    let answer = answer(&tiny());
    let found = &answer.pursuits[0];
    // Weights 0.6 and 0.4, so autonomy 0.3: each of the 2 hours a week is felt as 1 - 0.5 * 0.3.
    assert_near(found.hours_per_week, 2.0);
    assert_near(found.peak_hours_per_week, 2.0);
    assert_near(found.felt_hours_per_week, 1.7);
    // 40 + 2 hours are 2 above the line: log-odds up by 0.033 * 2 * (1 + 0.5 * 0.4).
    assert_near(found.burnout_risk, 0.265_141_895_384_394_9);
    assert_near(found.money_per_year, 300.0);

    assert_near(points(found, "learning"), 60.0 * 0.5 * 0.5 * 0.8);
    assert_near(points(found, "income"), 40.0 * 0.3);
    assert_near(points(found, "personal_time"), -50.0 * 0.17 / 0.75);
    assert_near(points(found, "wellbeing"), -1.009_459_692_292_994_2);
    assert_near(points(found, "savings"), 0.0);
    let worth = 12.0 + 12.0 - 50.0 * 0.17 / 0.75 - 1.009_459_692_292_994_2;
    assert_near(found.worth, worth);
    assert_near(found.margin, worth);
    assert_near(found.opportunity_cost, 0.0);
    assert_eq!(found.verdict, "worth_it");
    assert!(!found.close_call);
    assert_eq!(answer.best_mix.pursuits, ["course"]);

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
    // 50 * (e^0.34 - 1) / (e^1.5 - 1), from mpmath.
    let found = points(&answer(&case).pursuits[0], "personal_time");
    assert_near(found, -5.815_389_921_137_82);
}

#[test]
fn a_protection_of_ten_cancels_everything_at_its_mark() {
    let mut case = tiny();
    case["person"]["protections"] = json!({"personal_time": 10, "savings": 10});
    case["person"]["motivations"] = json!({"income": 1});
    case["pursuits"][0]["activities"][0]["hours"] = json!(7.5);
    case["pursuits"][0]["costs"][0]["money_per_year"] = json!(1400);
    let found = &answer(&case).pursuits[0];
    assert_near(points(found, "personal_time"), -100.0);
    assert_near(points(found, "savings"), -100.0);
}

#[test]
fn a_title_is_held_as_often_as_its_chances_say() {
    let mut case = tiny();
    case["person"]["horizon_years"] = json!(2);
    case["person"]["discount_rate"] = json!(0.25);
    case["pursuits"][0]["award"] = json!({"chance_per_year": 0.5, "renewal_chance": 0.8});
    // Held in year 2 with chance 0.5, in year 3 with 0.5 * 0.8 + 0.5 * 0.5; weights 1 and 0.8.
    let award = answer(&case).pursuits[0].award.clone().unwrap();
    assert_near(award.holding_share, (0.5 + 0.8 * 0.65) / 1.8);
    assert_near(award.chance_ever, 0.75);

    case["pursuits"][0]["award"]["held"] = json!(true);
    let award = answer(&case).pursuits[0].award.clone().unwrap();
    assert_near(award.holding_share, (0.8 + 0.8 * (0.8 * 0.8 + 0.2 * 0.5)) / 1.8);
    assert_near(award.chance_ever, 1.0);

    // Without contribution in a regime, its chance is gone.
    case["pursuits"][0]["activities"][0]["during"] = json!("pursuing");
    let award = answer(&case).pursuits[0].award.clone().unwrap();
    assert_near(award.holding_share, 0.8 * 0.5 / 1.8);
}

#[test]
fn a_title_never_won_adds_nothing() {
    let mut case = tiny();
    case["pursuits"][0]["award"] = json!({"chance_per_year": 0, "renewal_chance": 1});
    case["pursuits"][0]["activities"][0]["during"] = json!("pursuing");
    let found = &answer(&case).pursuits[0];
    assert_near(found.title_premium.unwrap(), 0.0);
    assert_near(found.if_not_renewed.unwrap(), found.worth);
    assert_near(found.peak_hours_per_week, 2.0);
}

#[test]
fn a_delay_leaves_the_part_of_the_years_after_it() {
    let benefit = json!([{"category": "skills", "strength": 10, "delay_years": 1.5}]);
    let mut case = learner(&benefit);
    case["person"]["discount_rate"] = json!(0);
    // Of three years, none of the first, half of the second, all of the third.
    assert_near(answer(&case).pursuits[0].worth, 50.0 * 0.5);
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
fn ties_go_to_fewer_pursuits_and_then_to_the_earlier() {
    let mut case = tiny();
    let mut twin = case["pursuits"][0].clone();
    twin["id"] = json!("twin");
    // Both together do not fit.
    case["person"]["time"]["free_hours_per_week"] = json!(3);
    case["pursuits"] = json!([{"id": "nothing"}, twin, case["pursuits"][0].clone()]);
    case["person"]["protections"] = json!({"personal_time": 0});
    let answer = answer(&case);
    assert_eq!(answer.best_mix.pursuits, ["twin"]);
    let verdicts: Vec<&str> = answer.pursuits.iter().map(|p| p.verdict.as_str()).collect();
    assert_eq!(verdicts, ["not_worth_it", "worth_it", "better_elsewhere"]);
    let last = &answer.pursuits[2];
    assert_near(last.margin, 0.0);
    assert!(last.close_call);
    assert_eq!(last.plan_with.pursuits, ["course"]);
    assert_eq!(last.plan_without.pursuits, ["twin"]);
    assert_eq!(answer.pursuits[0].plan_with.pursuits, ["nothing", "twin"]);
}

#[test]
fn a_pursuit_that_does_not_fit_is_planned_alone() {
    let mut case = tiny();
    case["person"]["time"]["free_hours_per_week"] = json!(1.5);
    let answer = answer(&case);
    let found = &answer.pursuits[0];
    assert_eq!(found.verdict, "not_feasible");
    assert_eq!(found.plan_with.pursuits, ["course"]);
    assert_near(found.margin, found.worth);
    assert!(answer.best_mix.pursuits.is_empty());
    assert_near(answer.best_mix.worth, 0.0);
}

#[test]
fn the_ledger_goes_year_by_year() {
    let mut case = tiny();
    case["person"]["horizon_years"] = json!(3);
    case["person"]["discount_rate"] = json!(0.25);
    case["pursuits"][0] = json!({
        "id": "award",
        "activities": [
            {"kind": "writing", "hours": 1, "per_year": 52, "enjoyability": 0},
            {"kind": "rest", "hours": 1, "per_year": 52, "during": "holding"}
        ],
        "benefits": [{"category": "skills", "money_per_year": 600, "requires": "award"}],
        "costs": [{"money_per_year": 96}, {"money_per_year": 40, "during": "holding"}],
        "award": {"chance_per_year": 0.25, "renewal_chance": 1}
    });
    let found = &answer(&case).pursuits[0];
    // Held by 1/4, 7/16, 37/64. Each year costs 96 and 52 hours at 2; holding adds 600 - 40.
    let flow = |held: f64| 560.0 * held - 200.0;
    let flows = [flow(0.25), flow(7.0 / 16.0), flow(37.0 / 64.0)];
    assert_near(flows[0] + flows[1], -15.0);
    let ledger = found.ledger.as_ref().unwrap();
    assert_eq!(ledger.payback_years, Some(3));
    assert_near(ledger.npv, flows[0] + 0.8 * flows[1] + 0.64 * flows[2]);
    let years = 1.0 + 0.8 + 0.64;
    let held = 0.25 + 0.8 * 7.0 / 16.0 + 0.64 * 37.0 / 64.0;
    let ratio = 600.0 * held / (200.0 * years + 40.0 * held);
    assert_near(ledger.benefit_cost_ratio.unwrap(), ratio);
    let break_even = (560.0 * held - 96.0 * years) / (52.0 * years);
    assert_near(ledger.break_even_hour_value.unwrap(), break_even);

    let share = held / years;
    assert_near(found.award.as_ref().unwrap().holding_share, share);
    assert_near(found.hours_per_week, 1.0 + share);
    assert_near(found.peak_hours_per_week, 2.0);
    assert_near(found.felt_hours_per_week, 1.0);
    assert_near(found.money_per_year, 560.0 * share - 96.0);
    // Pursuing alone loses 96 of 1000 a year and feels the same hour.
    assert_near(
        found.title_premium.unwrap(),
        40.0 * (560.0 * share - 96.0) / 1000.0 + 50.0 * 0.096,
    );
    assert_near(found.if_not_renewed.unwrap() + found.title_premium.unwrap(), found.worth);
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
