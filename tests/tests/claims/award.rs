//! What the award hangs on, and what it adds to the contributing.

use proptest::prelude::*;
use worthwhile::Requires;
use worthwhile_conformance::runs::holds;

use crate::laws::{CASES, any_mvp, at_least, levels, lowers, never_raises, same};
use crate::people::{all_rounder, enthusiast, everyone, learner};
use crate::settings::{MVP, Setting, benefits_of, condition, most, serves, shipped};

fn activities() -> impl Iterator<Item = &'static str> {
    shipped(MVP).activities.iter().filter_map(|item| item.id.as_deref())
}

pub(crate) fn c01_who_contributes_nothing_gets_no_award() {
    holds(CASES, any_mvp(), |setting| {
        let idle = setting.without(activities()).without(["summit-cost"]);
        let answer = idle.answer();
        let award = answer.award.unwrap();
        prop_assert!(award.holding_share.abs() <= 0.0, "held {}", award.holding_share);
        same(answer.title_premium.unwrap(), 0.0)?;
        let without_title = idle.clone().without(benefits_of(Requires::Award));
        same(without_title.worth(), answer.worth.mean)
    });
    holds(CASES, (any_mvp(), levels(0.0..=90.0)), |(setting, (few, many))| {
        let award = |hours: f64| {
            let mut setting = setting.clone();
            setting.person.time.work_hours_per_week = Some(hours.into());
            setting.answer().award.unwrap()
        };
        prop_assert_eq!(award(few), award(many), "the job has no part in it");
        Ok(())
    });
}

pub(crate) fn c29_contributing_is_unpaid() {
    for id in benefits_of(Requires::Effort) {
        let benefit = shipped(MVP).benefits.iter().find(|item| item.id.as_deref() == Some(id));
        assert!(benefit.unwrap().money_per_year.is_none(), "{id}");
    }
    for (name, person) in everyone() {
        let contributing = Setting::mvp(person).without(benefits_of(Requires::Award));
        let money =
            contributing.without(["travel-cost", "summit-cost"]).answer().money_per_year.mean;
        assert!(money.abs() <= 0.0, "{name} earns {money}");
    }
}

pub(crate) fn c32_the_title_guarantees_nothing() {
    let award = shipped(MVP).award.as_ref().unwrap();
    assert!(most(award.chance_per_year.as_ref()) < 1.0);
    assert!(most(award.renewal_chance.as_ref()) < 1.0);
    let benefits =
        shipped(MVP).benefits.iter().filter(|item| item.requires == Some(Requires::Award));
    let is_gain = |category: &str| category == "pay" || serves(category, "career");
    let gains: Vec<_> =
        benefits.filter(|item| is_gain(item.category.as_deref().unwrap())).collect();
    assert!(gains.len() >= 5, "{gains:?}");
    for benefit in gains {
        assert!(most(benefit.chance.as_ref()) < 1.0, "{:?}", benefit.id);
    }
    let hopeful = Setting::mvp(all_rounder());
    assert!(hopeful.answer().award.unwrap().chance_ever < 1.0);
}

pub(crate) fn c34_what_the_work_itself_gives_stays_without_the_title() {
    let chances = (0.0..=1.0_f64, 0.0..=1.0_f64, any::<bool>());
    holds(CASES, (any_mvp(), chances), |(setting, (earned, kept, is_held))| {
        let contributing = setting.without(benefits_of(Requires::Award)).sparing_holders();
        let with_luck = contributing.clone().with(|setting| {
            let award = setting.award();
            award.chance_per_year = Some(earned.into());
            award.renewal_chance = Some(kept.into());
            award.held = Some(is_held);
        });
        same(with_luck.worth(), contributing.worth())
    });
    for (name, person) in everyone() {
        let never = Setting::mvp(person).with(|setting| {
            setting.award().chance_per_year = Some(0.into());
        });
        let bare = never.clone().without(benefits_of(Requires::Award));
        assert_eq!(never.answer().contributions, bare.answer().contributions, "{name}");
    }
    let answer = Setting::mvp(enthusiast()).holding().answer();
    assert!(answer.work_worth.unwrap() > answer.title_premium.unwrap(), "{answer:?}");
    // Nothing of the award is in the work without it, and all of the work is in it.
    holds(CASES, any_mvp(), |setting| {
        let work = |setting: &Setting| setting.answer().work_worth.unwrap();
        let bare = setting.clone().without(benefits_of(Requires::Award)).sparing_holders();
        same(work(&setting), work(&bare))?;
        let unpaid = setting.with(|setting| {
            setting.award().chance_per_year = Some(0.into());
            setting.award().held = Some(false);
            setting.activity("administration").hours = Some(0.into());
        });
        same(work(&unpaid), unpaid.worth())
    });
}

pub(crate) fn c38_the_longer_it_takes_the_less_it_is_worth() {
    for id in benefits_of(Requires::Effort) {
        never_raises(0.0..=8.0, |setting, years| {
            setting.benefit(id).delay_years = Some(years.into());
        });
    }
    lowers(&Setting::mvp(learner()), 0.0, 2.0, |setting, years| {
        setting.benefit("skills").delay_years = Some(years.into());
    });
    // Whoever has just lost the title gets it back a year after somebody who earns it now. The
    // hours that only holders give are left out, for some would be glad to be spared them.
    holds(CASES, any_mvp(), |setting| {
        let start = |is_held| {
            let mut setting = setting.clone().sparing_holders();
            setting.award().held = Some(is_held);
            setting.award().renewal_chance = Some(0.into());
            setting.worth()
        };
        at_least(start(false), start(true))
    });
    // Nor does a title that is harder to get become worth more.
    holds(CASES, (any_mvp(), levels(0.0..=1.0)), |(setting, (late, soon))| {
        let worth = |chance: f64| {
            let mut setting = setting.clone().sparing_holders();
            setting.award().held = Some(false);
            setting.award().renewal_chance = Some(1.into());
            setting.award().chance_per_year = Some(chance.into());
            condition("client_regard")(&mut setting, 0.5);
            setting.worth()
        };
        at_least(worth(soon), worth(late))
    });
}
