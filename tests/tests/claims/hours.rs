//! What it takes: the hours, and how they feel.

use proptest::prelude::*;
use std::cell::Cell;
use worthwhile::Requires;
use worthwhile_conformance::runs::{holds, scaled};

use crate::laws::{
    CASES, any_mvp, at_least, levels, lowers, never_lowers, never_raises, raises, same,
};
use crate::people::{all_rounder, anybody, enthusiast, learner, parent, volunteer};
use crate::settings::{MVP, Setting, benefits_of, shipped};

fn activities() -> impl Iterator<Item = &'static str> {
    shipped(MVP).activities.iter().filter_map(|item| item.id.as_deref())
}

fn hours(id: &str) -> impl Fn(&mut Setting, f64) {
    move |setting, level| setting.activity(id).hours = Some(level.into())
}

fn per_year(id: &str) -> impl Fn(&mut Setting, f64) {
    move |setting, level| setting.activity(id).per_year = Some(level.into())
}

fn enjoyability(setting: &mut Setting, level: f64) {
    for id in activities() {
        setting.activity(id).enjoyability = Some(level.into());
    }
}

fn free_hours(setting: &mut Setting, level: f64) {
    setting.person.time.free_hours_per_week = level.into();
}

fn job_hours(setting: &mut Setting, level: f64) {
    setting.person.time.work_hours_per_week = Some(level.into());
}

/// What only holders do.
const OF_HOLDERS: [&str; 2] = ["feedback", "summit-trip"];

/// Hours that only holders have are effort beyond the usual: they give more. So what they cost is
/// looked at where the work itself gives nothing.
fn costs_more(id: &'static str) -> impl Fn(&mut Setting, f64) {
    move |setting, level| {
        if OF_HOLDERS.contains(&id) {
            setting.pursuit.omit = benefits_of(Requires::Effort).map(str::to_owned).collect();
        }
        hours(id)(setting, level);
    }
}

pub(crate) fn c08_more_hours_for_the_same_never_pay() {
    for id in activities() {
        never_raises(0.01..=30.0, costs_more(id));
    }
    lowers(&Setting::mvp(all_rounder()), 10.0, 25.0, hours("speaking"));
}

pub(crate) fn c22_it_takes_hours_in_every_year_it_is_held() {
    let kept = |setting: Setting| {
        setting.holding().with(|setting| setting.award().renewal_chance = Some(1.into()))
    };
    let total = |setting: &Setting, years: u32| {
        let mut setting = setting.clone();
        setting.person.horizon_years = Some(years);
        setting.person.discount_rate = Some(0.into());
        52.0 * f64::from(years) * setting.answer().hours_per_week.mean
    };
    holds(CASES, (any_mvp(), 1..=8_u32), |(setting, years)| {
        prop_assert!(total(&setting, years + 1) > total(&setting, years) + 52.0);
        let kept = kept(setting);
        same(total(&kept, years), f64::from(years) * total(&kept, 1))
    });
    never_raises(0.0..=30.0, costs_more("feedback"));
    never_raises(0.0..=100.0, per_year("administration"));
    let holder = kept(Setting::mvp(all_rounder()));
    lowers(&holder, 2.0, 10.0, hours("feedback"));
}

pub(crate) fn c23_the_hours_are_counts_times_hours_of_each_kind_of_work() {
    holds(CASES, any_mvp(), |setting| {
        let answer = setting.answer();
        let times = setting.activity_times();
        let in_a_year = |is_held: f64| -> f64 {
            let yearly = setting.activity_means("hours").into_iter().map(|(id, hours)| {
                let times = times.iter().find(|(own, _)| *own == id).unwrap().1;
                hours * times * if OF_HOLDERS.contains(&&*id) { is_held } else { 1.0 }
            });
            yearly.sum()
        };
        // A year is one of holding as likely as the year before it earned the title.
        let mut is_held = f64::from(setting.pursuit.award.as_ref().unwrap().held == Some(true));
        for year in &answer.years {
            same(year.hours_per_week, in_a_year(is_held) / 52.0)?;
            is_held = year.holding_share.unwrap();
        }
        Ok(())
    });
    for id in activities() {
        holds(CASES / 2, (any_mvp(), levels(0.0..=150.0)), |(setting, (few, many))| {
            let week = |times| {
                let answer = setting.clone().with(|setting| per_year(id)(setting, times)).answer();
                (answer.hours_per_week.mean, answer.busiest_hours_per_week.mean)
            };
            let (few, many) = (week(few), week(many));
            at_least(many.0, few.0)?;
            at_least(many.1, few.1)
        });
    }
}

pub(crate) fn c24_the_more_of_it_falls_on_free_time_the_worse() {
    holds(CASES, (any_mvp(), levels(0.01..=1.0)), |(setting, (part, more))| {
        let worth = |share| setting.clone().with_hours_times(share).worth();
        at_least(worth(part), worth(more))
    });
    let worth = |share| Setting::mvp(parent()).with_hours_times(share).worth();
    assert!(worth(0.5) > worth(1.0) + 5.0);
}

/// Hours of a talk.
const TALK: f64 = 12.0;

/// What another hour of each talk costs, in points.
fn loss(setting: &Setting, hour: f64) -> f64 {
    let worth = |level| setting.clone().with(|setting| hours("speaking")(setting, level)).worth();
    worth(TALK) - worth(TALK + hour)
}

/// Anybody with so many free hours that no hour is beyond counting.
fn with_time() -> impl Strategy<Value = Setting> {
    (any_mvp(), 25.0..=60.0_f64)
        .prop_map(|(setting, hours)| setting.with(|setting| free_hours(setting, hours)))
}

pub(crate) fn c25_an_hour_one_likes_costs_less() {
    let cases = (with_time(), levels(0.0..=10.0), 0.1..=20.0);
    holds(CASES, cases, |(setting, (dull, fun), hour)| {
        let loss = |level| {
            let setting = setting.clone().with(|setting| enjoyability(setting, level));
            loss(&setting, hour)
        };
        at_least(loss(dull), loss(fun))
    });
    let loss =
        |level| loss(&Setting::mvp(enthusiast()).with(|setting| enjoyability(setting, level)), 5.0);
    assert!(loss(1.0) > 2.0 * loss(9.0), "{} {}", loss(1.0), loss(9.0));
}

pub(crate) fn c26_on_top_of_job_and_family_it_weighs_more() {
    longer_jobs_never_help();
    never_lowers(2.0..=60.0, free_hours);
    lowers(&Setting::mvp(parent()), 25.0, 40.0, job_hours);
    raises(&Setting::mvp(parent()), 12.0, 20.0, free_hours);
    another_hour_costs_the_busy_more();
}

/// Where today's risk is not given it follows the job, and beyond even odds less is left to lose.
fn longer_jobs_never_help() {
    holds(CASES, (any_mvp(), levels(0.0..=100.0)), |(setting, (short, long))| {
        let is_given = setting.person.burnout_risk.is_some();
        let at = |job: f64| setting.clone().with(|setting| job_hours(setting, job)).answer();
        let (short, long) = (at(short), at(long));
        let worst = long.years.iter().map(|year| year.burnout_risk).fold(0.0, f64::max);
        if is_given || worst <= 0.5 { at_least(short.worth.mean, long.worth.mean) } else { Ok(()) }
    });
}

/// It holds as long as there is something left to lose: free hours, and more than even odds of
/// staying well.
fn another_hour_costs_the_busy_more() {
    let tried = Cell::new(0);
    let weeks = (levels(0.0..=70.0), levels(20.0..=60.0), 0.02..=0.3_f64);
    holds(CASES, (any_mvp(), weeks, 0.1..=20.0), |(setting, weeks, hour)| {
        let ((short, long), (little, much), risk) = weeks;
        let at = |job: f64, free: f64| {
            setting.clone().with(|setting| {
                setting.person.burnout_risk = Some(risk.into());
                job_hours(setting, job);
                free_hours(setting, free);
            })
        };
        let (free, busy) = (at(short, much), at(long, little));
        let worst = busy.clone().with(|setting| hours("speaking")(setting, TALK + hour)).answer();
        let risk = worst.years.iter().map(|year| year.burnout_risk).fold(0.0, f64::max);
        if risk > 0.5 || worst.busiest_hours_per_week.mean > little {
            return Ok(());
        }
        tried.set(tried.get() + 1);
        at_least(loss(&busy, hour), loss(&free, hour))
    });
    assert!(tried.get() > scaled(CASES) / 2, "{} were within bounds", tried.get());
}

/// The hours a week up to which it is worth more than nothing, among up to eight times its hours.
fn break_even(setting: &Setting) -> f64 {
    let (mut low, mut high) = (0.001, 8.0);
    let worth = |factor| setting.clone().with_hours_times(factor).worth();
    if worth(low) < 0.0 {
        return 0.0;
    }
    for _ in 0..20 {
        let middle = 0.5 * (low + high);
        if worth(middle) >= 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    low * setting.answer().hours_per_week.mean
}

pub(crate) fn c37_who_loves_it_can_give_it_more_hours() {
    never_lowers(0.0..=10.0, enjoyability);
    for person in [enthusiast(), learner(), volunteer(), all_rounder()] {
        let hours = [1.0, 4.0, 7.0, 9.5].map(|level| {
            break_even(&Setting::mvp(person.clone()).with(|setting| enjoyability(setting, level)))
        });
        assert!(hours.is_sorted() && hours[3] > hours[0] + 0.5, "{hours:?}");
    }
    holds(CASES / 10, (anybody(), levels(0.0..=10.0)), |(person, (dull, fun))| {
        let hours = |level| {
            break_even(&Setting::mvp(person.clone()).with(|setting| enjoyability(setting, level)))
        };
        prop_assert!(hours(fun) >= hours(dull) - 1e-4);
        Ok(())
    });
}
