//! Laws of merging and of the points, on random profiles and people.

#![expect(clippy::float_cmp, reason = "laws that hold to the bit")]

use proptest::array::{uniform7, uniform8};
use proptest::prelude::*;

use super::contributions::{Valued, worth};
use super::preferences::{ANCHOR, Preferences};
use super::profile::Profile;
use crate::lanes::Lanes;

fn profile() -> impl Strategy<Value = Profile<1>> {
    let amounts = (0.0..40.0, 0.0..1.0, 0.0..1.0, -9000.0..9000.0, 1.0..2.0);
    (uniform7(0.0..=1.0), amounts).prop_map(|(unmet, (hours, loaded, felt, money, peak))| {
        let lanes = Lanes::<1>::all;
        Profile {
            unmet: unmet.map(lanes),
            hours: lanes(hours),
            loaded_hours: lanes(hours * loaded),
            felt_hours: lanes(hours * loaded * felt),
            money: lanes(money),
            peak: lanes(hours * peak),
        }
    })
}

fn person() -> impl Strategy<Value = Preferences<1>> {
    let ratings = (0.0..=10.0, 0.0..=10.0, 0.0..=10.0);
    let week = (1.0..60.0, 0.0..60.0, 0.01..0.99, 100.0..9000.0);
    let assumed = (0.0..=10.0, 0.0..0.2, 20.0..60.0, 0.0..0.99, 0.0..=1.0);
    (uniform8(0.01..10.0), ratings, week, assumed).prop_map(|(weights, ratings, week, assumed)| {
        let sum: f64 = weights.iter().sum();
        let lanes = Lanes::<1>::all;
        Preferences {
            weights: weights.map(|weight| lanes(weight / sum)),
            autonomy: lanes(assumed.4),
            personal_time: lanes(ratings.0),
            wellbeing: lanes(ratings.1),
            savings: lanes(ratings.2),
            free_hours: lanes(week.0),
            work_hours: lanes(week.1),
            meaningful_yearly_amount: Some(lanes(week.3)),
            hour_value: None,
            burnout_risk: lanes(week.2),
            time_convexity: lanes(assumed.0),
            time_at_anchor: lanes(libm::expm1(assumed.0 * ANCHOR)),
            overwork_log_odds_per_hour: lanes(assumed.1),
            overwork_from_hours: lanes(assumed.2),
            autonomy_effect: lanes(assumed.3),
            discounts: vec![Lanes::ONE],
            discount_total: Lanes::ONE,
        }
    })
}

/// All numbers of a profile in a row.
fn numbers(profile: &Profile<1>) -> Vec<f64> {
    let rest =
        [profile.hours, profile.loaded_hours, profile.felt_hours, profile.money, profile.peak];
    profile.unmet.iter().chain(&rest).map(Lanes::first).collect()
}

fn close(a: &Profile<1>, b: &Profile<1>) -> bool {
    let near = |(a, b): (f64, f64)| (a - b).abs() <= 1e-12 * a.abs().max(b.abs()).max(1.0);
    numbers(a).into_iter().zip(numbers(b)).all(near)
}

proptest! {
    #[test]
    fn merging_is_associative(a in profile(), b in profile(), c in profile()) {
        prop_assert!(close(&a.merge(&b).merge(&c), &a.merge(&b.merge(&c))));
    }

    #[test]
    fn merging_is_commutative_to_the_bit(a in profile(), b in profile()) {
        prop_assert_eq!(numbers(&a.merge(&b)), numbers(&b.merge(&a)));
    }

    #[test]
    fn the_empty_profile_is_the_identity_to_the_bit(a in profile()) {
        prop_assert_eq!(numbers(&a.merge(&Profile::EMPTY)), numbers(&a));
    }

    #[test]
    fn keeping_the_time_is_worth_nothing(person in person()) {
        prop_assert_eq!(worth(&person, &Profile::EMPTY).first(), 0.0);
    }

    #[test]
    fn every_contribution_keeps_its_bounds(person in person(), profile in profile()) {
        let valued = Valued::new(&person, &profile);
        for (points, weight) in valued.contributions.motives.iter().zip(person.weights) {
            let points = points.first();
            prop_assert!((0.0..=100.0 * weight.first() + 1e-12).contains(&points));
        }
        for points in valued.contributions.in_order().iter().skip(8) {
            prop_assert!(points.first() <= 0.0);
        }
    }

    #[test]
    fn three_quarters_of_the_free_hours_cost_the_whole_rating(person in person()) {
        let felt_hours = person.free_hours * ANCHOR;
        let valued = Valued::new(&person, &Profile { felt_hours, ..Profile::EMPTY });
        let lost = -10.0 * person.personal_time.first();
        prop_assert!((valued.contributions.personal_time.first() - lost).abs() < 1e-10);
    }

    #[test]
    fn lanes_agree_with_one_another_to_the_bit(person in person(), a in profile(), b in profile()) {
        let apart = [worth(&person, &a).first(), worth(&person, &b).first()];
        let lanes = |one: f64, two: f64| Lanes::<2>([one, two]);
        let both = |get: fn(&Profile<1>) -> Lanes<1>| lanes(get(&a).first(), get(&b).first());
        let mut unmet = [Lanes::ZERO; 7];
        for (lane, (one, two)) in unmet.iter_mut().zip(a.unmet.iter().zip(&b.unmet)) {
            *lane = lanes(one.first(), two.first());
        }
        let together = Profile {
            unmet,
            hours: both(|p| p.hours),
            loaded_hours: both(|p| p.loaded_hours),
            felt_hours: both(|p| p.felt_hours),
            money: both(|p| p.money),
            peak: both(|p| p.peak),
        };
        prop_assert_eq!(worth(&widened(&person), &together).0, apart);
    }
}

/// The same person in both lanes.
fn widened(person: &Preferences<1>) -> Preferences<2> {
    let wide = |lanes: Lanes<1>| Lanes::<2>::all(lanes.first());
    Preferences {
        weights: person.weights.map(wide),
        autonomy: wide(person.autonomy),
        personal_time: wide(person.personal_time),
        wellbeing: wide(person.wellbeing),
        savings: wide(person.savings),
        free_hours: wide(person.free_hours),
        work_hours: wide(person.work_hours),
        meaningful_yearly_amount: person.meaningful_yearly_amount.map(wide),
        hour_value: None,
        burnout_risk: wide(person.burnout_risk),
        time_convexity: wide(person.time_convexity),
        time_at_anchor: wide(person.time_at_anchor),
        overwork_log_odds_per_hour: wide(person.overwork_log_odds_per_hour),
        overwork_from_hours: wide(person.overwork_from_hours),
        autonomy_effect: wide(person.autonomy_effect),
        discounts: person.discounts.iter().copied().map(wide).collect(),
        discount_total: wide(person.discount_total),
    }
}
