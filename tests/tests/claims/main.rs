//! What the article claims, and what we claim besides it, as tests on what ships.
//!
//! The list is in `src/claims.rs`; this program runs the test that each claim names, so a claim
//! without a test, or a test without a claim, stops everything. The readings are written up in
//! `crates/worthwhile/docs/claims.md`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "test code: a panic is a failed test"
)]

mod award;
mod benefits;
mod hours;
mod laws;
mod levers;
mod motives;
mod people;
mod protections;
mod settings;
mod whole;
mod world;

use std::any::type_name;
use std::collections::BTreeMap;

use libtest_mimic::{Arguments, Trial};
use worthwhile_conformance::claims::CLAIMS;

fn main() {
    let mut tests = tests();
    let trials = CLAIMS.iter().map(|claim| {
        let test = tests.remove(claim.test);
        let test = test.unwrap_or_else(|| panic!("{} names no test: {}", claim.id, claim.test));
        Trial::test(claim.test, move || {
            test();
            Ok(())
        })
    });
    let trials: Vec<Trial> = trials.collect();
    assert!(tests.is_empty(), "tests of no claim: {:?}", tests.keys());
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

type Test = Box<dyn Fn() + Send>;

/// A test under its own name.
fn named<T: Fn() + Send + 'static>(test: T) -> (&'static str, Test) {
    let path = type_name::<T>();
    (path.rsplit("::").next().unwrap_or(path), Box::new(test))
}

/// The tests, one for each claim.
fn tests() -> BTreeMap<&'static str, Test> {
    BTreeMap::from([
        named(award::c01_who_contributes_nothing_gets_no_award),
        named(benefits::c02_a_line_to_the_product_teams_counts_for_who_wants_influence),
        named(motives::c03_enjoying_it_and_helping_count),
        named(benefits::c04_early_access_means_more_to_who_wants_to_learn),
        named(benefits::c05_early_access_and_growth_count),
        named(benefits::c06_reach_counts_for_who_shares_or_wants_to_be_known),
        named(benefits::c07_standing_with_peers_counts),
        named(hours::c08_more_hours_for_the_same_never_pay),
        named(motives::c09_doing_it_for_reward_risks_more_burnout),
        named(benefits::c10_perks_never_hurt),
        named(levers::c11_for_career_alone_the_same_hours_return_more_elsewhere),
        named(levers::c12_a_stronger_lever_never_lifts_the_title),
        named(levers::c13_the_title_acts_on_visibility_and_community_the_levers_on_the_job),
        named(protections::c14_rest_is_a_choice_and_gains_on_the_title_with_the_worth_of_free_time),
        named(benefits::c15_contacts_count_even_where_no_job_follows),
        named(benefits::c16_an_offer_counts_by_its_chance),
        named(benefits::c17_a_job_with_the_maker_counts_for_who_wants_it),
        named(world::c18_an_employer_who_values_the_title_lifts_its_holder),
        named(world::c19_where_the_market_values_it_the_title_counts_for_more),
        named(world::c20_doubt_about_the_market_widens_the_answer_and_can_decide_it),
        named(world::c21_no_effect_on_pay_is_among_the_possible),
        named(hours::c22_it_takes_hours_in_every_year_it_is_held),
        named(hours::c23_the_hours_are_counts_times_hours_of_each_kind_of_work),
        named(hours::c24_the_more_of_it_falls_on_free_time_the_worse),
        named(hours::c25_an_hour_one_likes_costs_less),
        named(hours::c26_on_top_of_job_and_family_it_weighs_more),
        named(protections::c27_burnout_counts_once),
        named(protections::c28_for_who_treasures_free_time_it_is_not_worth_it),
        named(award::c29_contributing_is_unpaid),
        named(levers::c30_performance_does_more_for_the_career_than_the_title),
        named(world::c31_clients_who_do_not_care_bring_nothing),
        named(award::c32_the_title_guarantees_nothing),
        named(world::c33_where_holders_are_rare_one_is_found),
        named(award::c34_what_the_work_itself_gives_stays_without_the_title),
        named(motives::c35_motives_alone_turn_the_verdict),
        named(motives::c36_loving_it_sharing_and_belonging_make_it_fulfilling),
        named(hours::c37_who_loves_it_can_give_it_more_hours),
        named(award::c38_the_longer_it_takes_the_less_it_is_worth),
        named(motives::c39_it_should_fit_the_person),
        named(whole::c40_half_of_it_is_often_better_than_all_or_nothing),
        named(whole::c41_who_does_the_work_anyway_gains_what_the_title_gives),
        named(whole::c42_what_bothers_counts_however_few_the_hours),
        named(whole::c43_who_rests_more_risks_less),
        named(whole::c44_who_gives_up_spends_no_more_hours_and_keeps_the_work),
        named(whole::c45_what_excludes_the_other_is_never_planned_with_it),
    ])
}
