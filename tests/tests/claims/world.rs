//! How far the world cares.

use proptest::prelude::*;
use worthwhile::{Answer, Estimate, Verdict, Warning};
use worthwhile_conformance::runs::holds;

use crate::laws::{CASES, any_mvp, at_least, levels, never_lowers, never_matters, raises};
use crate::people::{all_rounder, careerist, enthusiast, freelancer};
use crate::settings::{MVP, Setting, condition, least, points, shipped, strength};

fn money(id: &str) -> impl Fn(&mut Setting, f64) {
    move |setting, level| setting.benefit(id).money_per_year = Some(level.into())
}

/// Anybody for whom the world does not value this at all.
fn nobody_cares(name: &'static str) -> impl Strategy<Value = Setting> {
    any_mvp().prop_map(move |setting| setting.with(|it| condition(name)(it, 0.0)))
}

pub(crate) fn c18_an_employer_who_values_the_title_lifts_its_holder() {
    never_lowers(0.0..=1.0, condition("employer_regard"));
    raises(&Setting::mvp(all_rounder()), 0.0, 1.0, condition("employer_regard"));
    let unvalued = || nobody_cares("employer_regard");
    never_matters(unvalued(), 0.0..=10.0, strength("employer-reputation"));
    never_matters(unvalued(), 0.0..=9000.0, money("employer-reputation"));
}

pub(crate) fn c19_where_the_market_values_it_the_title_counts_for_more() {
    never_lowers(0.0..=1.0, condition("market_regard"));
    raises(&Setting::mvp(careerist()), 0.0, 1.0, condition("market_regard"));
}

pub(crate) fn c20_doubt_about_the_market_widens_the_answer_and_can_decide_it() {
    let with = |setting: &Setting, level: f64| {
        let mut setting = setting.clone();
        setting.person.protections.personal_time = Some(level.into());
        setting
    };
    // Somebody who is after a career alone and for whom it hangs in the balance.
    let career_only = Setting::mvp(careerist());
    let (mut low, mut high) = (0.0, 10.0);
    for _ in 0..30 {
        let middle = 0.5 * (low + high);
        if with(&career_only, middle).worth() > 0.0 { low = middle } else { high = middle }
    }
    let torn = with(&career_only, 0.5 * (low + high));
    let verdict =
        |regard| torn.clone().with(|it| condition("market_regard")(it, regard)).answer().verdict;
    assert_eq!([verdict(0.0), verdict(1.0)], [Verdict::NotWorthIt, Verdict::WorthIt]);
    // It is told where the answer is yes but hangs on the market.
    let hopeful = torn.clone().with(|it| condition("market_regard")(it, 0.9)).with_levers();
    let is_told = |warning: &Warning| {
        matches!(warning, Warning::FiguresDecide { figures, .. } if figures.iter().any(|own| {
            &*own.input == "/person/conditions/market_regard" && own.answer == Answer::No
        }))
    };
    assert_eq!(hopeful.question.verdict, Verdict::WorthIt);
    assert!(hopeful.warnings.iter().any(is_told), "{:?}", hopeful.warnings);
    // Only the doubt about the market grows.
    for person in [careerist(), enthusiast(), freelancer()] {
        let spread = |half: f64| {
            let mut setting = Setting::mvp(person.clone());
            let doubt = Estimate::Uniform { min: 0.5 - half, max: 0.5 + half };
            setting.person.conditions.insert("market_regard".to_owned(), doubt);
            let worth = setting.in_doubt_about("/person/conditions/market_regard").worth;
            [worth.p95 - worth.p5, worth.sd]
        };
        let spreads = [1e-6, 0.05, 0.15, 0.3, 0.5].map(spread);
        for pair in spreads.windows(2) {
            assert!(pair[1][0] >= pair[0][0] && pair[1][1] >= pair[0][1], "{spreads:?}");
        }
        let [[narrow, _], .., [wide, _]] = spreads;
        assert!(wide > narrow + 0.1, "{spreads:?}");
    }
}

pub(crate) fn c21_no_effect_on_pay_is_among_the_possible() {
    let pay = shipped(MVP).benefits.iter().find(|item| item.id.as_deref() == Some("pay")).unwrap();
    assert!(least(pay.money_per_year.as_ref()).abs() <= 0.0, "{pay:?}");
    let by_market = pay.depends_on.as_deref().unwrap();
    assert_eq!(by_market, ["market_regard"]);
    never_matters(nobody_cares("market_regard"), 0.0..=20_000.0, money("pay"));
    let unpaid = Setting::mvp(freelancer()).with(|setting| money("pay")(setting, 0.0));
    assert!(unpaid.worth().is_finite());
}

pub(crate) fn c31_clients_who_do_not_care_bring_nothing() {
    let unnoticed = || nobody_cares("client_regard");
    never_matters(unnoticed(), 0.0..=10.0, strength("client-work"));
    never_matters(unnoticed(), 0.0..=20_000.0, money("client-work"));
    let gains = |preset: Setting| points(&preset.answer(), &["career", "income"]);
    let alone = Setting::mvp(freelancer()).with(|setting| {
        condition("client_regard")(setting, 0.0);
        condition("market_regard")(setting, 0.0);
    });
    let without = alone.clone().without(["client-work", "job-offers", "pay"]);
    assert!((gains(alone.clone()) - gains(without)).abs() < 1e-9);
    raises(&alone, 0.0, 1.0, condition("client_regard"));
}

pub(crate) fn c33_where_holders_are_rare_one_is_found() {
    never_lowers(0.0..=1.0, condition("local_rarity"));
    raises(&Setting::mvp(freelancer()), 0.0, 1.0, condition("local_rarity"));
    holds(CASES, (any_mvp(), levels(0.0..=1.0)), |(setting, (common, rare))| {
        let found = |level| {
            let setting = setting.clone().with(|it| condition("local_rarity")(it, level));
            setting.points(&["reputation", "career"])
        };
        at_least(found(rare), found(common))
    });
}
