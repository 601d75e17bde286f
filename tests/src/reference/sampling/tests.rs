use super::super::{Figure, Plan, answer, sampled, sampled_question};
use serde_json::{Value, json};

const SCENARIOS: usize = 40_000;
/// A right mean is further off than this many standard errors once in 16,000 times.
const ERRORS: f64 = 4.0;

fn ids(plan: &Plan) -> Vec<&str> {
    plan.pursuits.iter().map(|member| member.id.as_str()).collect()
}

fn assert_mean(found: Figure, expected: f64) {
    let off = (found.mean - expected).abs();
    assert!(off <= ERRORS * found.standard_error + 1e-12, "{found:?}, expected {expected}");
}

fn assert_share(found: f64, expected: f64) {
    let error = (expected * (1.0 - expected) / SCENARIOS as f64).sqrt();
    assert!((found - expected).abs() <= ERRORS * error, "{found}, expected {expected}");
}

/// Someone driven by learning alone, whom hours cost nothing.
fn learner() -> Value {
    json!({
        "person": {
            "motivations": {"learning": 1},
            "protections": {"personal_time": 0, "wellbeing": 0, "savings": 0},
            "time": {"free_hours_per_week": 4}
        },
        "assumptions": {"serves": {"skills": {"learning": 0.5}, "network": {"learning": 0.8}}}
    })
}

#[test]
fn means_of_products_of_inputs_that_are_independent_multiply() {
    let mut case = learner();
    case["pursuits"] = json!([{
        "id": "course",
        "levels": [1],
        "activities": [{"kind": "study", "hours": {"min": 2, "mode": 5, "max": 14},
                        "per_year": {"low": 1, "high": 10}, "enjoyability": 0}],
        "benefits": [{"category": "skills", "strength": {"dist": "uniform", "min": 2, "max": 6},
                      "chance": {"dist": "discrete", "values": [0.25, 0.75]},
                      "money_per_year": {"dist": "normal", "mean": 500, "sd": 100}}]
    }]);
    let found = &sampled(&case, SCENARIOS, 1).pursuits[0];
    assert_mean(found.worth, 50.0 * 0.4 * 0.5);
    assert_mean(found.margin, 50.0 * 0.4 * 0.5);
    assert_mean(found.money_per_year, 250.0);
    let hours = 6.0 * 4.040_012_826_945_73 / 52.0;
    for figure in [found.hours_per_week, found.busiest_hours_per_week, found.felt_hours_per_week] {
        assert_mean(figure, hours);
    }
}

#[test]
fn a_shared_condition_is_drawn_once() {
    let mut case = learner();
    case["person"]["conditions"] = json!({"market_regard": {"dist": "discrete", "values": [0, 1]}});
    let benefit = |category: &str| json!({"category": category, "strength": 10, "depends_on": ["market_regard"]});
    case["pursuits"] = json!([{"id": "one", "levels": [1], "benefits": [benefit("skills"), benefit("network")]},
                              {"id": "two", "levels": [1], "benefits": [benefit("skills")]}]);
    let found = sampled(&case, SCENARIOS, 2);
    // Drawn apart, the two would leave 0.75 * 0.6 unmet.
    assert_mean(found.pursuits[0].worth, 100.0 * (1.0 - 0.5 * (1.0 + 0.5 * 0.2)));
    // The plan with the second has the first in it too, and the plan without it only the first.
    assert_eq!(ids(&found.pursuits[1].plan_with), ["one", "two"]);
    assert_eq!(ids(&found.pursuits[1].plan_without), ["one"]);
    assert_mean(found.pursuits[1].margin, 100.0 * 0.5 * (0.1 - 0.05));
    assert_share(found.pursuits[1].worth_positive.share, 0.5);
    // Where the condition is 0, all three are worth 0 and share the ranks.
    assert_share(found.without_any_ranks[0], 0.5 / 3.0);
    assert_share(found.without_any_ranks[2], 0.5 + 0.5 / 3.0);
    assert_share(found.pursuits[0].ranks[0], 0.5 + 0.5 / 3.0);
}

#[test]
fn hours_that_vary_do_not_always_fit() {
    let mut case = learner();
    let limit = json!({"dist": "uniform", "min": 3, "max": 5});
    case["person"]["time"]["limit_hours_per_week"] = limit;
    case["pursuits"] = json!([{
        "id": "course",
        "levels": [1],
        "activities": [{"kind": "study", "per_year": 52,
                        "hours": {"dist": "uniform", "min": 3, "max": 4}}]
    }]);
    let found = &sampled(&case, SCENARIOS, 3).pursuits[0];
    // Half of the limits are above 4, the others are below the hours half of the time.
    assert_share(found.does_not_fit.share, 0.25);
}

/// Of two alternatives (1, 0, .., 0) and (t, .., t) the first is the better one where the first
/// weight is above t. Uniform weights have that chance as (1 - t)^(n - 1) for each of the n motives,
/// and above a half no two of them can have it at once: so the largest weight has n times as much.
#[test]
fn ranks_have_the_chances_of_uniform_weights() {
    let t = 0.6;
    let motives = ["learning", "altruism", "career"];
    let mut case = learner();
    case["person"]["motivations"].take();
    case["person"]["motivation_ranking"] = json!(motives);
    let flat = json!({"learning": t, "altruism": t, "career": t});
    case["assumptions"]["serves"] = json!({"peak": {"learning": 1}, "flat": flat});
    case["pursuits"] = json!([
        {"id": "peak", "levels": [1], "benefits": [{"category": "peak", "strength": 10}]},
        {"id": "flat", "levels": [1], "benefits": [{"category": "flat", "strength": 10}]}
    ]);
    let found = sampled(&case, SCENARIOS, 4);
    let first = 3.0 * (1.0 - t) * (1.0 - t);
    assert_share(found.pursuits[0].ranks[0], first);
    assert_share(found.pursuits[1].ranks[0], 1.0 - first);
    assert_share(found.without_any_ranks[2], 1.0);
    assert_mean(found.pursuits[0].worth, 100.0 * 11.0 / 18.0);
    assert_mean(found.pursuits[1].worth, 100.0 * t);
}

#[test]
fn a_certain_case_is_the_same_in_every_scenario() {
    let mut case = learner();
    let benefits = json!([{"category": "skills", "strength": 5}]);
    case["pursuits"] = json!([{"id": "one", "levels": [1, 1.25], "benefits": benefits}]);
    case["assumptions"]["returns_to_effort"] = json!(1);
    let found = &sampled(&case, 8, 5).pursuits[0];
    let Figure { mean, standard_error, sd, percentiles } = found.worth;
    assert_eq!((mean, standard_error, sd), (31.25, 0.0, 0.0));
    assert!(percentiles.iter().all(|percentile| (percentile - 31.25).abs() < 1e-12));
    assert_eq!(found.confidence, None);
    let answer = answer(&case);
    let question = sampled_question(&case, 8, 5);
    assert_eq!(question.how_much, answer.how_much);
    assert_eq!(question.as_planned, answer.as_planned);
    assert!((found.worth_positive.share - 1.0).abs() < 1e-12);
}

/// Hours cost more where few are free than they cost less where many are: the base case does not see
/// it.
#[test]
fn a_second_choice_follows_the_means_over_scenarios() {
    let mut case = learner();
    case["person"]["protections"]["personal_time"] = json!(10);
    case["person"]["time"]["free_hours_per_week"] = json!({"dist": "discrete", "values": [4, 16]});
    case["assumptions"]["time_convexity"] = json!(0);
    case["pursuits"] = json!([{
        "id": "course",
        "levels": [1],
        "activities": [{"kind": "study", "hours": 1.15, "per_year": 52, "enjoyability": 0}],
        "benefits": [{"category": "skills", "strength": 6}]
    }]);
    // At 10 free hours 1.15 cost 23 points of 30; at 4 and 16 they cost 57.5 and 14.4, 36 on average.
    assert_eq!(answer(&case).pursuits[0].verdict, "worth_it");
    let found = sampled(&case, SCENARIOS, 6);
    assert_eq!(found.pursuits[0].verdict, "not_worth_it");
    assert!(found.best_mix.pursuits.is_empty());
    assert_mean(found.pursuits[0].margin, 30.0 - 100.0 * 1.15 * (0.25 + 0.0625));
    assert_share(found.pursuits[0].margin_positive.share, 0.5);
    assert!((found.pursuits[0].confidence.unwrap() - 0.5).abs() < 0.01);
    assert!(found.pursuits[0].close_call);
}
