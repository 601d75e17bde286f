//! What the title and the work for it give.

use worthwhile::{Motive, Requires};
use worthwhile_conformance::runs::holds;

use crate::laws::{
    CASES, any_mvp, any_mvp_without, counts_as_a_motive, never_lowers, never_matters, raises, same,
};
use crate::people::{
    all_rounder, careerist, driven_by, enthusiast, freelancer, learner, person, volunteer,
};
use crate::settings::{Setting, chance, motives_of, strength};

/// A stronger benefit, and a likelier one, never lowers the worth.
fn is_a_gain(id: &str) {
    never_lowers(0.0..=10.0, strength(id));
    never_lowers(0.0..=1.0, chance(id));
}

pub(crate) fn c02_a_line_to_the_product_teams_counts_for_who_wants_influence() {
    is_a_gain("product-influence");
    counts_as_a_motive(&[Motive::Influence]);
    let indifferent = any_mvp_without(motives_of("product_influence"));
    never_matters(indifferent, 0.0..=10.0, strength("product-influence"));
    let shaper = person(20.0, [2.0, 0.0, 0.0, 0.0, 9.0, 0.0, 0.0, 0.0]);
    raises(&Setting::mvp(shaper), 2.0, 9.0, strength("product-influence"));
}

pub(crate) fn c04_early_access_means_more_to_who_wants_to_learn() {
    let effect = |setting: &Setting| {
        let worth = |level| setting.clone().with(|it| strength("early-access")(it, level)).worth();
        worth(9.0) - worth(1.0)
    };
    for person in [enthusiast(), learner(), volunteer(), all_rounder()] {
        let wants = |rating: f64| {
            let mut setting = Setting::mvp(person.clone());
            setting.person.motivations.insert(Motive::Learning, rating.into());
            effect(&setting)
        };
        let effects: Vec<f64> = [0.0, 2.5, 5.0, 7.5, 10.0].map(wants).into();
        assert!(effects.is_sorted() && effects[4] > effects[0] + 0.05, "{effects:?}");
    }
}

pub(crate) fn c05_early_access_and_growth_count() {
    is_a_gain("early-access");
    counts_as_a_motive(&[Motive::Learning]);
    raises(&Setting::mvp(learner()), 2.0, 9.0, strength("early-access"));
    let without_growth = driven_by(&learner(), [5.0, 2.0, 2.0, 1.0, 4.0, 1.0, 10.0, 2.0]);
    let (keen, other) = (Setting::mvp(learner()).worth(), Setting::mvp(without_growth).worth());
    assert!(keen > other, "{keen} {other}");
}

pub(crate) fn c06_reach_counts_for_who_shares_or_wants_to_be_known() {
    is_a_gain("audience");
    never_matters(any_mvp_without(motives_of("audience")), 0.0..=10.0, strength("audience"));
    raises(&Setting::mvp(volunteer()), 2.0, 8.0, strength("audience"));
}

pub(crate) fn c07_standing_with_peers_counts() {
    is_a_gain("credibility");
    counts_as_a_motive(&[Motive::Reputation]);
    raises(&Setting::mvp(freelancer()), 2.0, 9.0, strength("credibility"));
}

pub(crate) fn c10_perks_never_hurt() {
    never_lowers(0.0..=5000.0, |setting, money| {
        setting.benefit("perks").money_per_year = Some(money.into());
    });
    raises(&Setting::mvp(all_rounder()), 0.0, 1800.0, |setting, money| {
        setting.benefit("perks").money_per_year = Some(money.into());
    });
}

pub(crate) fn c15_contacts_count_even_where_no_job_follows() {
    let no_job = ["job-offers", "client-work", "pay"].map(str::to_owned);
    for id in ["networking", "award-networking"] {
        let contacts = |setting: &mut Setting, level| {
            setting.pursuit.omit = no_job.to_vec();
            strength(id)(setting, level);
        };
        never_lowers(0.0..=10.0, contacts);
        raises(&Setting::mvp(volunteer()), 0.0, 9.0, contacts);
        never_lowers(0.0..=1.0, |setting, level| {
            setting.pursuit.omit = no_job.to_vec();
            chance(id)(setting, level);
        });
    }
}

pub(crate) fn c16_an_offer_counts_by_its_chance() {
    is_a_gain("job-offers");
    raises(&Setting::mvp(careerist()), 0.05, 0.6, chance("job-offers"));
    holds(CASES, (any_mvp(), 0.0..=10.0_f64, 0.0..=1.0_f64), |(setting, size, likely)| {
        let worth = |size: f64, likely: f64| {
            let offer = |it: &mut Setting| {
                strength("job-offers")(it, size);
                chance("job-offers")(it, likely);
            };
            setting.clone().with(offer).worth()
        };
        same(worth(size, likely), worth(size * likely, 1.0))
    });
}

/// A benefit that the preset does not have on its own: to be hired by the maker of the product.
fn hired(setting: &mut Setting, likely: f64) {
    let job = setting.benefit("job-at-microsoft");
    job.category = Some("job_offers".to_owned());
    job.requires = Some(Requires::Award);
    job.strength = Some(10.into());
    job.chance = Some(likely.into());
}

pub(crate) fn c17_a_job_with_the_maker_counts_for_who_wants_it() {
    never_lowers(0.0..=1.0, hired);
    raises(&Setting::mvp(careerist()), 0.0, 0.5, hired);
    never_matters(any_mvp_without(motives_of("job_offers")), 0.0..=1.0, hired);
    never_matters(any_mvp(), 0.0..=1.0, |setting, likely| {
        hired(setting, likely);
        setting.benefit("job-at-microsoft").strength = Some(0.into());
    });
}
