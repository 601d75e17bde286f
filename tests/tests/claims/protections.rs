//! What it must not cost: free time and health.

use proptest::prelude::*;
use worthwhile::{Pursuit, Verdict};
use worthwhile_conformance::runs::holds;

use crate::laws::{CASES, any_mvp, at_least, levels, lowers, never_matters, never_raises, same};
use crate::people::{all_rounder, anybody, careerist, parent};
use crate::settings::{LEVERS, MVP, Setting, assess, shipped, whole};

fn personal_time(setting: &mut Setting, level: f64) {
    setting.person.protections.personal_time = Some(level.into());
}

fn wellbeing(setting: &mut Setting, level: f64) {
    setting.person.protections.wellbeing = Some(level.into());
}

fn burnout_risk(setting: &mut Setting, level: f64) {
    setting.person.burnout_risk = Some(level.into());
}

pub(crate) fn c14_rest_is_a_choice_and_gains_on_the_title_with_the_worth_of_free_time() {
    holds(CASES, (any_mvp(), levels(0.0..=10.0)), |(setting, (less, more))| {
        let lead = |level| {
            let setting = setting.clone().with(|setting| personal_time(setting, level));
            let rest = Setting { pursuit: whole("rest"), ..setting.clone() };
            setting.worth() - rest.worth()
        };
        at_least(lead(less), lead(more))
    });
    let pursuits = [MVP, "job-performance", "rest"].map(Pursuit::preset);
    let mut parent = parent();
    parent.time.free_hours_per_week = 10.0.into();
    let best = assess(&parent, &pursuits).best_mix;
    assert!(best.pursuits.iter().all(|own| own.id == "rest"), "{best:?}");
    assert!(best.pursuit("rest").is_some_and(|rest| rest.level >= 1.0), "{best:?}");
}

pub(crate) fn c27_burnout_counts_once() {
    // Beyond even odds there is less left to lose.
    holds(CASES, (any_mvp(), levels(0.01..=0.5)), |(setting, (low, high))| {
        let at = |risk| setting.clone().with(|setting| burnout_risk(setting, risk)).answer();
        let (low, high) = (at(low), at(high));
        let worst = high.years.iter().map(|year| year.burnout_risk).fold(0.0, f64::max);
        if worst <= 0.5 { at_least(low.worth.mean, high.worth.mean) } else { Ok(()) }
    });
    never_raises(0.0..=10.0, wellbeing);
    lowers(&Setting::mvp(careerist()), 2.0, 9.0, wellbeing);
    lowers(&Setting::mvp(careerist()), 0.05, 0.4, burnout_risk);
    let careless = any_mvp().prop_map(|setting| setting.with(|it| wellbeing(it, 0.0)));
    never_matters(careless, 0.01..=0.95, burnout_risk);
    holds(CASES, any_mvp(), |setting| {
        let answer = setting.answer();
        let parts = &answer.contributions;
        prop_assert_eq!(parts.iter().filter(|part| part.id == "wellbeing").count(), 1);
        prop_assert_eq!(parts.len(), 12);
        same(parts.iter().map(|part| part.points).sum(), answer.worth.mean)
    });
}

/// The pursuit without any joy, for somebody to whom nothing matters more than free time, of which
/// it takes this share.
fn joyless(mut setting: Setting, share: f64) -> Setting {
    personal_time(&mut setting, 10.0);
    let preset = setting.pursuit.preset.clone().unwrap();
    for id in shipped(&preset).activities.iter().filter_map(|item| item.id.as_deref()) {
        setting.activity(id).enjoyability = Some(0.into());
    }
    let pursuing = setting.clone().with(|setting| {
        if let Some(award) = &mut setting.pursuit.award {
            award.held = Some(false);
            award.chance_per_year = Some(0.into());
        }
    });
    let hours = pursuing.answer().hours_per_week.mean;
    setting.person.time.free_hours_per_week = (hours / share).into();
    setting
}

pub(crate) fn c28_for_who_treasures_free_time_it_is_not_worth_it() {
    never_raises(0.0..=10.0, personal_time);
    lowers(&Setting::mvp(all_rounder()), 2.0, 9.0, personal_time);
    let shares = 0.5..=1.0_f64;
    holds(CASES, (any_mvp(), shares.clone()), |(setting, share)| {
        let setting = joyless(setting, share);
        at_least(0.0, setting.worth())?;
        let pursuits = [setting.pursuit, whole("rest")];
        prop_assert_ne!(assess(&setting.person, &pursuits).question.verdict, Verdict::WorthIt);
        Ok(())
    });
    for preset in LEVERS {
        holds(CASES / 4, (anybody(), shares.clone()), |(person, share)| {
            let setting = joyless(Setting::new(person, preset), share);
            at_least(0.0, setting.worth())
        });
    }
}
