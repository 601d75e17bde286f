//! What drives a person, and how much hangs on it.

use proptest::prelude::*;
use worthwhile::{Answer, Motive, Person, Plan, Pursuit, Warning};
use worthwhile_conformance::runs::holds;

use crate::laws::{
    CASES, any_mvp, at_least, counts_as_a_motive, driven_instead, matches_better, never_lowers,
    raises, same,
};
use crate::people::{driven_by, enthusiast};
use crate::settings::{LEVERS, MVP, Setting, assess, at_means, strength};

pub(crate) fn c03_enjoying_it_and_helping_count() {
    counts_as_a_motive(&[Motive::Enjoyment, Motive::Altruism]);
    raises(&Setting::mvp(enthusiast()), 2.0, 9.0, strength("fulfillment"));
    raises(&Setting::mvp(enthusiast()), 2.0, 9.0, strength("helping"));
}

pub(crate) fn c09_doing_it_for_reward_risks_more_burnout() {
    let pair = (0..3_usize, 6..8_usize);
    holds(CASES, (any_mvp(), pair, 0.0..=1.0), |(setting, (from, to), share)| {
        let (from, to) = (Motive::ALL[from], Motive::ALL[to]);
        let Some(other) = driven_instead(&setting, from, to, share) else { return Ok(()) };
        at_least(other.answer().burnout_risk.mean, setting.answer().burnout_risk.mean)
    });
    // It takes more than half of these hours.
    let mut busy = enthusiast();
    busy.time.free_hours_per_week = 18.into();
    let for_reward = driven_by(&busy, [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 9.0, 7.0]);
    let [keen, for_reward] = [busy, for_reward].map(|person| Setting::mvp(person).answer());
    assert_eq!(keen.hours_per_week, for_reward.hours_per_week);
    assert!(for_reward.burnout_risk.mean > keen.burnout_risk.mean + 0.02);
    let is_told = |warning: &Warning| matches!(warning, Warning::ExtrinsicDrive { .. });
    assert!(for_reward.warnings.iter().any(is_told) && !keen.warnings.iter().any(is_told));
}

fn everything() -> Vec<Pursuit> {
    [MVP].iter().chain(&LEVERS).chain(&["rest"]).map(|name| Pursuit::preset(*name)).collect()
}

pub(crate) fn c35_motives_alone_turn_the_verdict() {
    let for_career = driven_by(&enthusiast(), [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 9.0, 7.0]);
    let (keen, other) = (assess(&enthusiast(), &everything()), assess(&for_career, &everything()));
    assert_eq!(keen.question.answer, Answer::Yes);
    assert_eq!(other.question.answer, Answer::No);
    for answer in [&keen, &other] {
        assert!(!answer.question.close_call, "{}", answer.pursuits[0].margin.mean);
    }
    let takes = |person: &Person| Setting::mvp(person.clone()).answer().hours_per_week;
    assert_eq!(takes(&enthusiast()), takes(&for_career));
}

pub(crate) fn c36_loving_it_sharing_and_belonging_make_it_fulfilling() {
    counts_as_a_motive(&[Motive::Belonging]);
    never_lowers(0.0..=10.0, strength("events"));
    raises(&Setting::mvp(enthusiast()), 2.0, 9.0, strength("events"));
    let whole = Setting::mvp(enthusiast());
    for lost in [Motive::Enjoyment, Motive::Altruism, Motive::Belonging] {
        for instead in [Motive::Career, Motive::Income] {
            let without = driven_instead(&whole, lost, instead, 1.0).unwrap();
            assert!(whole.worth() > without.worth() + 1.0, "{lost:?} given up for {instead:?}");
        }
    }
}

pub(crate) fn c39_it_should_fit_the_person() {
    matches_better(any_mvp, &[Motive::Career]);
    // The title pays too little to serve anybody's income, so it is made to pay here.
    let well_paid = || {
        any_mvp().prop_map(|setting| {
            setting.with(|it| it.benefit("perks").money_per_year = Some(1e6.into()))
        })
    };
    matches_better(well_paid, &[Motive::Income]);
    let fits = Setting::mvp(enthusiast()).worth();
    let does_not = Setting::mvp(driven_by(&enthusiast(), [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 9.0, 9.0]));
    assert!(fits > does_not.worth() + 10.0);
    // The order in which motives and items stand says nothing.
    holds(CASES, any_mvp(), |setting| {
        let named = |reversed: bool| {
            let mut case = worthwhile::Case::new(setting.person.clone())
                .with_pursuit(setting.pursuit.clone())
                .with_pursuit(Pursuit::preset("rest"));
            if reversed {
                case = Plan::new(&case).unwrap().expanded();
                case.pursuits.reverse();
                for pursuit in &mut case.pursuits {
                    pursuit.activities.reverse();
                    pursuit.benefits.reverse();
                    pursuit.costs.reverse();
                    pursuit.drawbacks.reverse();
                }
            }
            let text = in_order(&serde_json::to_string(&case).unwrap(), reversed);
            let answer = at_means(&Plan::read(&text).unwrap());
            answer.pursuits.into_iter().find(|pursuit| pursuit.id == MVP).unwrap()
        };
        let (one, other) = (named(false), named(true));
        prop_assert_eq!(one.verdict, other.verdict);
        same(one.worth.mean, other.worth.mean)?;
        same(one.margin.mean, other.margin.mean)
    });
}

/// The document with its motives named in the order they have, or the other way round.
fn in_order(document: &str, reversed: bool) -> String {
    let (before, rest) = document.split_once(r#""motivations":{"#).unwrap();
    let (motives, after) = rest.split_once('}').unwrap();
    let mut motives: Vec<&str> = motives.split(',').collect();
    assert_eq!(motives.len(), 8, "{motives:?}");
    if reversed {
        motives.reverse();
    }
    format!(r#"{before}"motivations":{{{}}}{after}"#, motives.join(","))
}
