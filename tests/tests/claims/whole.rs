//! How much of it, what is done anyway, what bothers, and what does not go together: claims of
//! ours, which the article does not make.

use proptest::prelude::*;
use worthwhile::{AfterGivingUp, Case, Drawback, During, Motive, Person, Plan, Pursuit, Requires};
use worthwhile::{PlanSummary, Verdict};
use worthwhile_conformance::runs::holds;

use crate::laws::{CASES, any_mvp, at_least, levels, same};
use crate::people::{all_rounder, anybody, enthusiast, freelancer, learner, volunteer};
use crate::settings::{LEVERS, MVP, Setting, at_means, benefits_of, points, shipped};

const FINE: [f64; 4] = [0.25, 0.5, 0.75, 1.0];

/// The same with a part of the occurrences, the usual ones kept.
fn part_of(setting: &Setting, part: f64) -> Setting {
    let mut less = setting.clone();
    for (id, times) in setting.activity_times() {
        let activity = less.activity(&id);
        activity.usual_per_year = Some(times.into());
        activity.per_year = Some((times * part).into());
    }
    less
}

fn gains(setting: &Setting) -> f64 {
    points(&setting.answer(), &Motive::ALL.map(Motive::as_str))
}

pub(crate) fn c40_half_of_it_is_often_better_than_all_or_nothing() {
    let between = |person: Person| {
        let free = person.time.free_hours_per_week.clone();
        let setting = Setting::mvp(person).with(|it| it.pursuit.levels = Some(FINE.into()));
        let answer = setting.answer();
        let all = Setting::mvp(setting.person).answer().busiest_hours_per_week.mean;
        // Hours to spare below what all of it takes.
        let has_hours = matches!(free, worthwhile::Estimate::Certain(free) if free > all);
        has_hours && answer.verdict == Verdict::WorthIt && answer.level > 0.25 && answer.level < 1.0
    };
    let people = [enthusiast(), freelancer(), learner(), volunteer(), all_rounder()];
    assert!(people.into_iter().any(between), "it is all or nothing to everybody");
    // Falling returns: half of the work gives more than half of what the work gives.
    let presets = prop::sample::select([&[MVP], &LEVERS[..]].concat());
    holds(CASES, (anybody(), presets), |(person, preset)| {
        let costs = shipped(preset).costs.iter().filter_map(|own| own.id.as_deref());
        let mut setting = Setting::new(person, preset).without(costs);
        if preset == MVP {
            setting = setting.without(benefits_of(Requires::Award)).sparing_holders();
        }
        at_least(gains(&part_of(&setting, 0.5)), 0.5 * gains(&setting))
    });
    let contributing = Setting::mvp(enthusiast()).without(benefits_of(Requires::Award));
    let (half, all) = (gains(&part_of(&contributing, 0.5)), gains(&contributing));
    assert!(half > 0.55 * all, "{half} of {all}");
}

/// All of the work is done anyway, award or not.
fn done_anyway(setting: &mut Setting) {
    setting.pursuit.anyway = Some(1.into());
}

pub(crate) fn c41_who_does_the_work_anyway_gains_what_the_title_gives() {
    holds(CASES, any_mvp(), |setting| {
        let answer = setting.clone().with(done_anyway).answer();
        same(answer.worth.mean, answer.title_premium.unwrap())?;
        same(answer.work_worth.unwrap(), 0.0)?;
        let bare = setting.without(benefits_of(Requires::Award)).sparing_holders();
        let bare = bare.with(|it| it.activity("administration").hours = Some(0.into()));
        same(bare.answer().title_premium.unwrap(), 0.0)?;
        same(bare.with(done_anyway).worth(), 0.0)
    });
    let title = Setting::mvp(enthusiast()).holding().with(done_anyway).answer();
    let all = Setting::mvp(enthusiast()).holding().answer();
    assert!(title.worth.mean > 1.0 && title.worth.mean < all.worth.mean, "{}", title.worth.mean);
    assert!(title.extra_hours_per_week < 0.5 * all.extra_hours_per_week);
}

pub(crate) fn c42_what_bothers_counts_however_few_the_hours() {
    let bothered = |setting: &Setting, part: f64, during| {
        let mut setting = part_of(setting, part);
        let drawback = Drawback::new("reporting", 6.0).with_id("reporting").with_during(during);
        setting.pursuit.drawbacks = vec![drawback];
        setting.points(&["drawbacks"])
    };
    holds(CASES, (any_mvp(), 0.05..=1.0_f64), |(setting, part)| {
        let all = bothered(&setting, 1.0, During::Award);
        same(all, -6.0)?;
        same(bothered(&setting, part, During::Award), all)
    });
    // An hour that one dreads costs more than an hour, one that one loves less.
    holds(CASES, (any_mvp(), 0.1..=10.0_f64), |(setting, much)| {
        let felt = |joy: f64| {
            let mut setting = setting.clone();
            for (id, _) in setting.activity_means("hours") {
                setting.activity(&id).enjoyability = Some(joy.into());
            }
            let answer = setting.answer();
            (answer.felt_hours_per_week.mean, answer.hours_per_week.mean)
        };
        let ((dread, hours), (love, _)) = (felt(-much), felt(much));
        prop_assert!(dread > hours + 1e-6, "{} of {}", dread, hours);
        same(felt(0.0).0, hours)?;
        at_least(hours, love)
    });
}

pub(crate) fn c43_who_rests_more_risks_less() {
    let cases = (anybody(), levels(0.5..=8.0), 0.0..=80.0_f64);
    holds(CASES, cases, |(person, (little, much), job)| {
        let risk = |hours: f64| {
            let mut setting = Setting::new(person.clone(), "rest");
            setting.person.time.work_hours_per_week = Some(job.into());
            setting.activity("rest").hours = Some(hours.into());
            setting.answer().burnout_risk.mean
        };
        let (tired, rested) = (risk(little), risk(much));
        prop_assert!(rested < tired || much <= little, "{} {}", rested, tired);
        Ok(())
    });
    let answer = Setting::new(freelancer(), "rest").answer();
    assert!(points(&answer, &["wellbeing"]) > 0.5, "{answer:?}");
}

pub(crate) fn c44_who_gives_up_spends_no_more_hours_and_keeps_the_work() {
    holds(CASES, (any_mvp(), 1..=4_u32), |(setting, years)| {
        let giving_up = |then| {
            let mut setting = setting.clone();
            setting.award().give_up_after_years = Some(years);
            setting.award().after_giving_up = Some(then);
            setting.answer()
        };
        let forever = setting.answer();
        let (works, stops) = (giving_up(AfterGivingUp::Work), giving_up(AfterGivingUp::Stop));
        at_least(forever.hours_per_week.mean, works.hours_per_week.mean)?;
        at_least(works.hours_per_week.mean, stops.hours_per_week.mean)?;
        same(works.work_worth.unwrap(), forever.work_worth.unwrap())
    });
    // Somebody who never gets it: after the last try the work goes on, without the forms.
    let mut unlucky = Setting::mvp(enthusiast());
    unlucky.award().chance_per_year = Some(0.into());
    unlucky.award().give_up_after_years = Some(1);
    let years = unlucky.answer().years;
    let forms = unlucky.activity_means("hours").into_iter().find(|own| own.0 == "administration");
    let times = unlucky.activity_times().into_iter().find(|own| own.0 == "administration");
    let forms = forms.unwrap().1 * times.unwrap().1 / 52.0;
    assert!((years[0].hours_per_week - years[1].hours_per_week - forms).abs() < 1e-9);
}

pub(crate) fn c45_what_excludes_the_other_is_never_planned_with_it() {
    let together =
        |plan: &PlanSummary| plan.pursuit(MVP).is_some() && plan.pursuit("certification").is_some();
    let case = |person: &Person, excludes: bool| {
        let case = Case::new(person.clone())
            .with_pursuit(Pursuit::preset(MVP))
            .with_pursuit(Pursuit::preset("certification"))
            .with_pursuit(Pursuit::preset("rest"));
        if excludes { case.with_either_or([MVP, "certification"]) } else { case }
    };
    let answer = |case: &Case| at_means(&Plan::new(case).unwrap());
    holds(CASES, anybody(), |person| {
        let answer = answer(&case(&person, true));
        for own in &answer.pursuits {
            for plan in [&own.plan_with, &own.plan_without, &own.plan_without_any] {
                prop_assert!(!together(plan), "{:?}", plan);
            }
        }
        prop_assert!(!together(&answer.best_mix));
        Ok(())
    });
    let mut free = enthusiast().with_motivation(Motive::Career, 5);
    free.time.free_hours_per_week = 60.0.into();
    assert!(together(&answer(&case(&free, false)).best_mix));
    // Work kept, title dropped.
    let mut judged = Setting::mvp(enthusiast()).holding();
    judged.pursuit.drawbacks =
        vec![Drawback::new("judged_each_year", 10.0).with_during(During::Award)];
    judged.person.time.free_hours_per_week = 30.0.into();
    judged = judged.without(benefits_of(Requires::Award));
    let own = judged.answer();
    assert_eq!(own.verdict, Verdict::WithoutTheAward);
    let kept = own.plan_without.pursuit(MVP).unwrap();
    assert_eq!((kept.award, kept.level >= 1.0), (Some(false), true));
    assert!(own.work_margin.unwrap() > 1.0 && own.margin.mean < -1.0, "{own:?}");
}
