use super::{answer, assert_near, learner, points, tiny};
use serde_json::{Value, json};

/// Two years with weights of 1 and 0.8, in which an award may come and go.
fn seeker(award: Value) -> Value {
    let mut case = tiny();
    case["person"]["horizon_years"] = json!(2);
    case["person"]["discount_rate"] = json!(0.25);
    case["pursuits"][0]["award"] = award;
    case
}

#[test]
fn a_title_is_held_as_often_as_its_chances_say() {
    let mut case = seeker(json!({"chance_per_year": 0.5, "renewal_chance": 0.8}));
    // Held in year 2 with chance 0.5, in year 3 with 0.5 * 0.8 + 0.5 * 0.5; weights 1 and 0.8.
    let award = answer(&case).pursuits[0].award.clone().unwrap();
    assert_near(award.holding_share, (0.5 + 0.8 * 0.65) / 1.8);
    assert_near(award.chance_ever, 0.75);

    case["pursuits"][0]["award"]["held"] = json!(true);
    let award = answer(&case).pursuits[0].award.clone().unwrap();
    assert_near(award.holding_share, (0.8 + 0.8 * (0.8 * 0.8 + 0.2 * 0.5)) / 1.8);
    assert_near(award.chance_ever, 1.0);

    // A regime without any usual effort is taken at its word.
    case["pursuits"][0]["activities"][0]["during"] = json!("pursuing");
    let taken = answer(&case).pursuits[0].award.clone().unwrap();
    assert_near(taken.holding_share, award.holding_share);
    assert_near(taken.hours_per_week_when_held, 0.0);

    // Without contribution its chance is gone.
    case["pursuits"][0]["activities"][0]["during"] = json!("always");
    case["pursuits"][0]["activities"][0]["usual_per_year"] = json!(52);
    case["pursuits"][0]["activities"][0]["per_year"] = json!(0);
    assert_near(answer(&case).pursuits[0].award.clone().unwrap().holding_share, 0.0);
}

#[test]
fn more_or_less_than_the_usual_effort_changes_the_chances() {
    let mut case = seeker(json!({"chance_per_year": 0.5, "renewal_chance": 0.5}));
    case["person"]["horizon_years"] = json!(1);
    let ever = |case: &Value| answer(case).pursuits[0].award.clone().unwrap().chance_ever;
    case["pursuits"][0]["activities"][0]["usual_per_year"] = json!(104);
    assert_near(ever(&case), 0.25);
    case["pursuits"][0]["activities"][0]["usual_per_year"] = json!(40);
    assert_near(ever(&case), 1.0 - 0.5_f64.powf(1.3));
    case["pursuits"][0]["activities"][0]["usual_per_year"] = json!(1);
    assert_near(ever(&case), 1.0 - 0.5_f64.powf(1.5));
    // Half a year of effort has half of the chance.
    case["pursuits"][0]["activities"][0]["usual_per_year"] = json!(52);
    case["pursuits"][0]["activities"][0]["delay_years"] = json!(0.5);
    assert_near(ever(&case), 0.25);
}

#[test]
fn who_gives_up_goes_on_with_the_work_or_stops() {
    let award = json!({"chance_per_year": 0.5, "renewal_chance": 0.8, "give_up_after_years": 1});
    let mut case = seeker(award);
    let going =
        json!({"id": "talks", "kind": "talks", "hours": 1, "per_year": 52, "during": "award"});
    case["pursuits"][0]["activities"].as_array_mut().unwrap().push(going);
    let found = answer(&case).pursuits[0].clone();
    let award = found.award.unwrap();
    assert_near(award.holding_share, (0.5 + 0.8 * 0.4) / 1.8);
    assert_near(award.chance_ever, 0.5);
    assert_near(found.years[0].hours_per_week, 3.0);
    assert_near(found.years[1].hours_per_week, 0.5 * 3.0 + 0.5 * 2.0);
    assert_near(found.years[1].holding_share.unwrap(), 0.4);

    case["pursuits"][0]["award"]["after_giving_up"] = json!("stop");
    case["pursuits"][0]["anyway"] = json!(0.25);
    let answer = answer(&case);
    assert_near(answer.pursuits[0].years[1].hours_per_week, 0.5 * 3.0 + 0.5 * 0.5);
    // So does the work without the award: in year 2 it is the life without it.
    let mut work = case.clone();
    work["pursuits"][0].as_object_mut().unwrap().remove("award");
    work["pursuits"][0]["activities"].as_array_mut().unwrap().pop();
    work["pursuits"][0]["activities"][0]["usual_per_year"] = json!(78);
    work["person"]["horizon_years"] = json!(1);
    let one_year = super::answer(&work).pursuits[0].clone();
    let learning = points(&one_year, "learning") / 1.8;
    let time = points(&one_year, "personal_time") / 1.8;
    assert!(learning > 0.0 && time < 0.0);
    let work_worth = answer.pursuits[0].work_worth.unwrap();
    let income = points(&one_year, "income") / 1.8;
    let wellbeing = points(&one_year, "wellbeing") / 1.8;
    assert_near(work_worth, learning + time + income + wellbeing);
}

#[test]
fn tries_are_counted_anew_after_a_loss() {
    let award = json!({"chance_per_year": 0.5, "renewal_chance": 0.8, "held": true,
                       "give_up_after_years": 1});
    let mut case = seeker(award);
    case["person"]["horizon_years"] = json!(4);
    case["person"]["discount_rate"] = json!(0);
    // Held 1, 0.8, then 0.64 and of the 0.2 lost half is won back, half given up.
    let found = answer(&case).pursuits[0].clone();
    let share = |t: usize| found.years[t].holding_share.unwrap();
    assert_near(share(0), 0.8);
    assert_near(share(1), 0.64 + 0.1);
    assert_near(share(2), 0.74 * 0.8 + 0.16 * 0.5);
}

#[test]
fn a_title_never_won_adds_nothing() {
    let mut case = tiny();
    case["pursuits"][0]["award"] = json!({"chance_per_year": 0, "renewal_chance": 1});
    let found = &answer(&case).pursuits[0];
    assert_near(found.title_premium.unwrap(), 0.0);
    assert_near(found.work_worth.unwrap(), found.worth);
    assert_near(found.busiest_hours_per_week, 2.0);
    // The same work without the award is chosen where both are worth the same.
    assert_eq!(found.verdict, "without_the_award");
    assert_near(found.margin, 0.0);
    assert_near(found.margin_over_none, found.worth);
    assert_near(found.work_margin.unwrap(), found.worth);
}

#[test]
fn a_delay_leaves_the_part_of_the_years_after_it() {
    let benefit = json!([{"category": "skills", "strength": 10, "delay_years": 1.5}]);
    let mut case = learner(&benefit);
    case["person"]["discount_rate"] = json!(0);
    // Of three years, none of the first, half of the second, all of the third.
    assert_near(answer(&case).pursuits[0].worth, 50.0 * 0.5);
    // It ends with the pursuit, a year and a quarter later, unless it says so itself.
    case["pursuits"][0]["lasts_years"] = json!(1.25);
    assert_near(answer(&case).pursuits[0].worth, 50.0 * 1.25 / 3.0);
    case["pursuits"][0]["benefits"][0]["lasts_years"] = json!(0.25);
    assert_near(answer(&case).pursuits[0].worth, 50.0 * 0.25 / 3.0);
}

#[test]
fn less_effort_gives_less_but_not_as_much_less() {
    let benefit = json!([{"category": "skills", "strength": 8, "money_per_year": 100}]);
    let mut case = learner(&benefit);
    case["assumptions"]["returns_to_effort"] = json!(0.5);
    case["pursuits"][0]["levels"] = json!([0.25, 1, 1.44]);
    let found = answer(&case);
    let at = |level: f64| {
        found.how_much.iter().find(|at| (at.level - level).abs() < 1e-12).unwrap().worth
    };
    assert_near(at(0.25), 50.0 * 0.4);
    assert_near(at(1.0), 50.0 * 0.8);
    // At 1.44 the strength is 9.6, and money has no bound.
    assert_near(found.pursuits[0].worth, 50.0 * 0.96);
    assert_near(found.pursuits[0].money_per_year, 120.0);
    case["pursuits"][0]["benefits"][0]["strength"] = json!(10);
    assert_near(answer(&case).pursuits[0].worth, 50.0);
}

#[test]
fn what_is_done_anyway_is_no_gain() {
    let benefit = json!([{"category": "skills", "strength": 8}]);
    let mut case = learner(&benefit);
    case["assumptions"]["returns_to_effort"] = json!(0.5);
    case["pursuits"][0]["anyway"] = json!(0.25);
    case["pursuits"][0]["activities"] =
        json!([{"kind": "study", "hours": 4, "per_year": 52, "enjoyability": 0}]);
    let found = answer(&case).pursuits[0].clone();
    assert_near(found.worth, 50.0 * (0.8 - 0.4));
    assert_near(found.hours_per_week, 4.0);
    assert_near(found.extra_hours_per_week, 3.0);
    // A level below what is done anyway is what is done anyway.
    case["pursuits"][0]["levels"] = json!([0.125, 1]);
    let at = answer(&case).how_much;
    assert_near(at[0].level, 0.25);
    assert_near(at[0].worth, 0.0);
}

#[test]
fn the_ledger_goes_year_by_year() {
    let mut case = tiny();
    case["person"]["horizon_years"] = json!(3);
    case["person"]["discount_rate"] = json!(0.25);
    case["pursuits"][0] = json!({
        "id": "award",
        "levels": [1],
        "activities": [
            {"kind": "writing", "hours": 1, "per_year": 52, "enjoyability": 0},
            {"kind": "rest", "hours": 1, "per_year": 52, "during": "holding"}
        ],
        "benefits": [{"category": "skills", "money_per_year": 600, "requires": "award"}],
        "costs": [{"money_per_year": 96}, {"money_per_year": 40, "during": "holding"}],
        "award": {"chance_per_year": 0.25, "renewal_chance": 1}
    });
    let found = &answer(&case).pursuits[0];
    // Held from year 2 on by 1/4, 7/16, 37/64: each earns 600 the year before, and costs 40 then.
    let held = [0.0, 1.0 / 4.0, 7.0 / 16.0, 37.0 / 64.0];
    let flow = |t: usize| 600.0 * held[t + 1] - 40.0 * held[t] - 96.0 - 104.0;
    let ledger = found.ledger.as_ref().unwrap();
    assert!(flow(0) + flow(1) > 0.0 && flow(0) < 0.0);
    assert_eq!(ledger.payback_years, Some(2));
    assert_near(ledger.npv, flow(0) + 0.8 * flow(1) + 0.64 * flow(2));
    let years = 1.0 + 0.8 + 0.64;
    let earned = 600.0 * (held[1] + 0.8 * held[2] + 0.64 * held[3]);
    let spent = 96.0 * years + 40.0 * (0.8 * held[1] + 0.64 * held[2]);
    assert_near(ledger.benefit_cost_ratio.unwrap(), earned / (spent + 104.0 * years));
    assert_near(ledger.break_even_hour_value.unwrap(), (earned - spent) / (52.0 * years));
    assert_near(found.award.as_ref().unwrap().holding_share, earned / 600.0 / years);
    assert_near(found.money_per_year, (earned - spent) / years);
    assert_near(found.award.as_ref().unwrap().hours_per_week_when_held, 2.0);
    assert_near(found.felt_hours_per_week, 1.0);
}
