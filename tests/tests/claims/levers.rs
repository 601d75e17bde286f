//! The title against other ways to get on.

use proptest::prelude::*;
use worthwhile::{Answer, Catalogue, Motive, Pursuit, PursuitAssessment, Requires};
use worthwhile_conformance::runs::holds;

use crate::laws::{CASES, at_least, levels};
use crate::people::{all_rounder, anybody, careerist, driven_by, enthusiast, freelancer, learner};
use crate::settings::{LEVERS, MVP, Setting, assess, benefits_of, points, serves, shipped, whole};

const FOR_CAREER: [&str; 2] = ["career", "income"];

pub(crate) fn c11_for_career_alone_the_same_hours_return_more_elsewhere() {
    let weights = (0.5..=10.0, 0.0..=10.0);
    holds(
        CASES,
        (anybody(), weights, any::<bool>()),
        |(person, (career, income), scale_levers)| {
            // The regard of the world is left as the catalogue has it.
            let mut person = driven_by(&person, [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, career, income]);
            person.conditions.clear();
            let mvp = Setting::mvp(person.clone());
            let mvp_hours = mvp.answer().hours_per_week.mean;
            let leads = LEVERS.map(|preset| {
                let lever = Setting::new(person.clone(), preset);
                if scale_levers {
                    lever.with_hours_per_week(mvp_hours).worth() - mvp.worth()
                } else {
                    let hours = lever.answer().hours_per_week.mean;
                    lever.worth() - mvp.clone().with_hours_per_week(hours).worth()
                }
            });
            at_least(leads.into_iter().fold(f64::NEG_INFINITY, f64::max), 0.0)
        },
    );
    let pursuits: Vec<Pursuit> =
        [MVP].iter().chain(&LEVERS).map(|id| Pursuit::preset(*id)).collect();
    let answer = assess(&careerist(), &pursuits);
    assert_eq!(answer.question.answer, Answer::No);
    assert!(!answer.question.close_call, "by a wide margin");
}

/// What a lever does for the career: which of its benefits, and whether by money.
fn career_effects(preset: &str) -> Vec<(&'static str, bool)> {
    let benefits = shipped(preset).benefits.iter().filter_map(|item| {
        let category = item.category.as_deref()?;
        (category == "pay" || serves(category, "career"))
            .then_some((item.id.as_deref()?, category == "pay"))
    });
    benefits.collect()
}

pub(crate) fn c12_a_stronger_lever_never_lifts_the_title() {
    let rank = |answers: &[PursuitAssessment]| {
        answers.iter().filter(|lever| lever.worth.mean > answers[0].worth.mean).count()
    };
    for preset in LEVERS {
        assert!(Catalogue::builtin().presets.contains_key(preset), "{preset}");
        let effects = career_effects(preset);
        assert!(effects.len() >= 2, "{preset}: {effects:?}");
        holds(
            CASES / 2,
            (anybody(), levels(0.0..=1.0), any::<prop::sample::Index>()),
            |(person, (low, high), at)| {
                let (id, is_money) = effects[at.index(effects.len())];
                let rank = |level: f64| {
                    let mut lever = Setting::new(person.clone(), preset);
                    let benefit = lever.benefit(id);
                    if is_money {
                        benefit.money_per_year = Some((level * 20_000.0).into());
                    } else {
                        benefit.strength = Some((level * 10.0).into());
                    }
                    let others = LEVERS.iter().filter(|other| **other != preset);
                    let mut pursuits = vec![whole(MVP), lever.pursuit];
                    pursuits.extend(others.map(|other| whole(other)));
                    rank(&assess(&person, &pursuits).pursuits)
                };
                prop_assert!(rank(high) >= rank(low));
                Ok(())
            },
        );
    }
}

pub(crate) fn c13_the_title_acts_on_visibility_and_community_the_levers_on_the_job() {
    let around = ["enjoyment", "belonging", "reputation"];
    let all = Motive::ALL.map(Motive::as_str);
    for person in [enthusiast(), freelancer(), learner(), all_rounder()] {
        let share = |preset: &str| {
            let answer = Setting::new(person.clone(), preset).answer();
            points(&answer, &around) / points(&answer, &all)
        };
        let title = share(MVP);
        for lever in ["job-performance", "certification"] {
            assert!(title > share(lever) + 0.1, "{title} {lever} {}", share(lever));
        }
    }
}

pub(crate) fn c30_performance_does_more_for_the_career_than_the_title() {
    holds(CASES, anybody(), |mut person| {
        person.conditions.clear();
        let performance = Setting::new(person.clone(), "job-performance").points(&FOR_CAREER);
        // As much of the title as there can be: held today, and renewed for sure.
        let holder = Setting::mvp(person).holding().with(|setting| {
            setting.award().renewal_chance = Some(1.into());
        });
        let contributor = holder.clone().without(benefits_of(Requires::Award));
        let title = holder.points(&FOR_CAREER) - contributor.points(&FOR_CAREER);
        at_least(performance, title)
    });
    let performance = Setting::new(careerist(), "job-performance").points(&FOR_CAREER);
    assert!(performance > Setting::mvp(careerist()).points(&FOR_CAREER));
}
