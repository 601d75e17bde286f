//! What to look out for, in sentences.

use std::sync::Arc;

use super::facts::View;
use super::facts::{Deciding, Facts};
use super::grammar::{capital, hours, join, percent, share};
use super::names;
use crate::analysis::Answer;
use crate::assessment::{Assessment, DecidingFigure, Warning};
use crate::field::Key;

/// The limit of the EU working time directive (2003/88/EC), hours a week.
const LONG_WEEK: f64 = 48.0;
/// From here on the WHO and the ILO find more strokes and heart disease (Pega et al. 2021).
pub(super) const HARMFUL_WEEK: f64 = 55.0;
/// Hours of a week that are left after eight hours of sleep a night.
const HOURS_AWAKE: f64 = 112.0;
/// A rise of the burnout risk, and a risk, worth a warning.
const NOTABLE_RISE: f64 = 0.10;
const HIGH_RISK: f64 = 0.50;
/// An award less likely than this is unlikely.
const UNLIKELY: f64 = 0.5;
/// Below this a drive counts as mostly from outside.
const MOSTLY_EXTRINSIC: f64 = 0.3;
/// Fewer hours than these are shown as none.
const SHOWN_HOURS: f64 = 0.05;
/// So many deciding figures are named in the sentence.
const NAMED: usize = 3;

/// Warnings about the case as a whole.
pub(super) fn of_case(answer: &Assessment, facts: &Facts) -> Vec<Warning> {
    let left_out = facts.leaves_money_out.then(|| Warning::MoneyLeftOut {
        text: "Money is left out: what this brings in and costs counts for nothing here."
            .to_owned(),
    });
    let money = left_out.or_else(|| one_for_one(facts));
    let few = facts.few_scenarios.map(few_scenarios);
    let cautions = [money, awake(answer), few, figures_decide(answer, &facts.deciding)];
    cautions.into_iter().flatten().collect()
}

fn one_for_one(facts: &Facts) -> Option<Warning> {
    let currency = facts.one_for_one.clone()?;
    let text = format!(
        "Preset amounts in USD are used as {currency} at a rate of 1. Give usd_rate: what one US \
         dollar is worth in {currency}."
    );
    Some(Warning::DollarsOneForOne { currency, text })
}

fn few_scenarios(share: f64) -> Warning {
    let text = format!(
        "The averages here rest on a few extreme scenarios: half of the variance comes from {} of all \
         scenarios. Look at your widest ranges, and narrow them where you can.",
        percent(share)
    );
    Warning::FewScenarios { share, text }
}

fn awake(answer: &Assessment) -> Option<Warning> {
    let (work, free) = (answer.person.work_hours_per_week, answer.person.free_hours_per_week);
    (work + free > HOURS_AWAKE).then(|| Warning::HoursAwake {
        work_hours_per_week: work,
        free_hours_per_week: free,
        text: format!(
            "Your job and your free hours make {} a week. That leaves less than eight hours a \
             night for sleep, and none for chores and care: are all of them free?",
            hours(work + free)
        ),
    })
}

const CAN_TURN: &str =
    "numbers could each turn the answer into a no without leaving the range they may well be in";

/// Only of the answer that is given: where the averages give the other one, they decide nothing.
fn figures_decide(answer: &Assessment, deciding: &[Deciding]) -> Option<Warning> {
    if answer.question.base_answer.is_some() {
        return None;
    }
    let nouns: Vec<&str> = deciding.iter().take(NAMED).map(|own| own.noun.as_str()).collect();
    let named = join(&nouns);
    let text = match deciding {
        [] => return None,
        [one] => {
            let end = match one.is_condition {
                true if is_worth_asking(answer) => " Check this before you decide.",
                true => "",
                false => " You did not give that number.",
            };
            format!("{}, the answer would be no.{end}", capital(&one.change))
        }
        more if more.len() <= NAMED => {
            format!("{} {CAN_TURN}: {named}.", more.len())
        }
        more => format!("{} {CAN_TURN}, among them {named}.", more.len()),
    };
    let figure = |own: &Deciding| DecidingFigure {
        input: Arc::clone(&own.input),
        from: own.from,
        to: own.to,
        answer: own.answer,
    };
    Some(Warning::FiguresDecide { figures: deciding.iter().map(figure).collect(), text })
}

/// Whether nothing says that there is nothing worth finding out.
fn is_worth_asking(answer: &Assessment) -> bool {
    answer.information.as_ref().is_none_or(|own| own.advice.is_some())
}

/// Warnings about one pursuit.
pub(super) fn of_pursuit(view: &View<'_>) -> Vec<Warning> {
    let week = [long_week(view), over_free_hours(view), risk(view), outlasts(view)];
    week.into_iter().chain([unlikely(view), extrinsic(view)]).flatten().collect()
}

fn long_week(view: &View<'_>) -> Option<Warning> {
    let loaded = view.more.busiest_loaded_hours_per_week;
    let total = view.answer.person.work_hours_per_week + loaded;
    if total < LONG_WEEK || loaded < SHOWN_HOURS {
        return None;
    }
    let (line, why) = if total < HARMFUL_WEEK {
        (LONG_WEEK, "a long one, as EU law limits a job alone to 48 hours on average")
    } else {
        (HARMFUL_WEEK, "from 55 hours on, the WHO and the ILO find more strokes and heart disease")
    };
    let text = format!("With it and your job, your week would be {}: {why}.", hours(total));
    Some(Warning::LongWeek { hours_per_week: total, line, text })
}

fn over_free_hours(view: &View<'_>) -> Option<Warning> {
    let busiest = view.own.busiest_hours_per_week.mean;
    let free = view.answer.person.free_hours_per_week;
    (busiest > free + SHOWN_HOURS).then(|| Warning::OverFreeHours {
        busiest_hours_per_week: busiest,
        free_hours_per_week: free,
        text: format!(
            "In its busiest year it takes {} a week, and you have {} free: the rest would come out \
             of sleep, care or your job.",
            hours(busiest),
            hours(free)
        ),
    })
}

fn risk(view: &View<'_>) -> Option<Warning> {
    let today = view.more.risk_without;
    let with_it = view.own.burnout_risk.mean;
    let is_notable = with_it - today >= NOTABLE_RISE || with_it > HIGH_RISK;
    is_notable.then(|| Warning::BurnoutRisk {
        today,
        with_it,
        text: if with_it > today {
            format!("Your risk of burnout would go from {} to {}.", share(today), share(with_it))
        } else {
            format!("Your risk of burnout is high: {} with it.", share(with_it))
        },
    })
}

fn outlasts(view: &View<'_>) -> Option<Warning> {
    if !view.more.outlasts_horizon {
        return None;
    }
    let horizon_years = view.answer.person.horizon_years;
    let answer_at_twice = view.facts.answer_at_twice.filter(|_| view.is_asked());
    let lasts = if horizon_years == 1 {
        "the one year that counts here".to_owned()
    } else {
        format!("the {horizon_years} years that count here")
    };
    let end = answer_at_twice.map_or_else(String::new, |then| at_twice(view, then));
    let text = format!("What it gives you lasts longer than {lasts}.{end}");
    Some(Warning::OutlastsHorizon { horizon_years, answer_at_twice, text })
}

/// The answer at twice the years; not where the averages give another one than the doubt does.
fn at_twice(view: &View<'_>, then: Answer) -> String {
    let question = &view.answer.question;
    let most = Key::HorizonYears.field().domain.max;
    let years = (2.0 * f64::from(view.answer.person.horizon_years)).min(most);
    match then {
        _ if question.base_answer.is_some() => String::new(),
        then if then == question.answer => format!(" Over {years} years it would still be {then}."),
        then => format!(" Over {years} years the answer would be {then}."),
    }
}

fn unlikely(view: &View<'_>) -> Option<Warning> {
    let chance_ever = view.own.award.as_ref()?.chance_ever;
    (chance_ever < UNLIKELY).then(|| Warning::AwardUnlikely {
        chance_ever,
        text: names::of_award(
            view.own,
            format!(
                "At this amount you would probably not get the award within {}: the chance is {}.",
                years_ahead(view.answer.person.horizon_years),
                share(chance_ever)
            ),
        ),
    })
}

fn years_ahead(years: u32) -> String {
    if years == 1 { "a year".to_owned() } else { format!("{years} years") }
}

fn extrinsic(view: &View<'_>) -> Option<Warning> {
    let autonomy = view.facts.autonomy;
    let loaded = view.more.loaded_hours_per_week;
    let is_much = loaded > 0.5 * view.answer.person.free_hours_per_week;
    (autonomy < MOSTLY_EXTRINSIC && is_much).then(|| Warning::ExtrinsicDrive {
        autonomy,
        loaded_hours_per_week: loaded,
        text: "What drives you here is mostly reward, and it would take more than half of your \
               free hours. That is how people burn out."
            .to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Summary;
    use crate::words::sample;

    fn own(change: impl FnOnce(&mut Assessment, &mut Facts)) -> Vec<Warning> {
        let (mut answer, mut facts) = (sample::answer(), sample::facts());
        change(&mut answer, &mut facts);
        let (own, more) = (&answer.pursuits[0], &facts.pursuits[0]);
        of_pursuit(&View { answer: &answer, facts: &facts, own, more })
    }

    fn deciding(noun: &str, is_condition: bool) -> Deciding {
        let (input, noun) = (noun.into(), noun.to_owned());
        let change = format!("if {noun} were 0% instead of 50%");
        Deciding { input, noun, change, from: 0.5, to: 0.0, answer: Answer::No, is_condition }
    }

    #[test]
    fn an_easy_week_has_no_warning() {
        assert_eq!(own(|_, _| ()), []);
    }

    #[test]
    fn long_weeks_and_high_risks_are_grave() {
        let all = own(|answer, facts| {
            answer.person.work_hours_per_week = 55.0;
            answer.person.free_hours_per_week = 3.0;
            facts.pursuits[0].risk_without = 0.5;
            answer.pursuits[0].burnout_risk = Summary::certain(0.61);
        });
        let texts: Vec<&str> = all.iter().map(Warning::text).collect();
        assert_eq!(
            texts,
            [
                "With it and your job, your week would be 59.0 hours: from 55 hours on, the WHO and the \
                 ILO find more strokes and heart disease.",
                "In its busiest year it takes 4.0 hours a week, and you have 3.0 hours free: the \
                 rest would come out of sleep, care or your job.",
                "Your risk of burnout would go from 50% to 61%.",
            ]
        );
        let grave: Vec<bool> = all.iter().map(Warning::is_grave).collect();
        assert_eq!(grave, [true, false, true]);
    }

    #[test]
    fn a_week_of_48_hours_is_not_grave() {
        let all = own(|answer, _| answer.person.work_hours_per_week = 44.0);
        assert!(matches!(&all[..], [Warning::LongWeek { line, .. }] if *line < 50.0));
        assert!(!all[0].is_grave());
    }

    #[test]
    fn what_lasts_longer_says_the_answer_at_twice_the_years() {
        let all = own(|_, facts| {
            facts.pursuits[0].outlasts_horizon = true;
            facts.answer_at_twice = Some(Answer::Yes);
        });
        assert_eq!(
            all[0].text(),
            "What it gives you lasts longer than the 3 years that count here. Over 6 years it \
             would still be yes."
        );
        let all = own(|answer, facts| {
            facts.pursuits[0].outlasts_horizon = true;
            facts.answer_at_twice = Some(Answer::No);
            answer.person.horizon_years = 1;
        });
        assert_eq!(
            all[0].text(),
            "What it gives you lasts longer than the one year that counts here. Over 2 years the \
             answer would be no."
        );
        let all = own(|answer, facts| {
            facts.pursuits[0].outlasts_horizon = true;
            facts.answer_at_twice = Some(Answer::Yes);
            answer.person.horizon_years = 20;
        });
        assert!(all[0].text().contains("Over 30 years"), "{}", all[0].text());
    }

    #[test]
    fn rewards_alone_and_unlikely_awards_are_warned_of() {
        let all = own(|answer, facts| {
            facts.autonomy = 0.2;
            facts.pursuits[0].loaded_hours_per_week = 13.0;
            if let Some(award) = &mut answer.pursuits[0].award {
                award.chance_ever = 0.31;
            }
        });
        assert_eq!(
            all[0].text(),
            "At this amount you would probably not get the award within 3 years: the chance is 31%."
        );
        assert!(matches!(all[1], Warning::ExtrinsicDrive { .. }));
    }

    #[test]
    fn a_case_names_what_decides() {
        let mut answer = sample::answer();
        let mut facts = sample::facts();
        facts.deciding = vec![deciding("the local rarity", true)];
        let text = |all: &[Warning]| all.last().unwrap().text().to_owned();
        assert_eq!(
            text(&of_case(&answer, &facts)),
            "If the local rarity were 0% instead of 50%, the answer would be no. Check this before \
             you decide."
        );
        answer.question.base_answer = Some(Answer::Yes);
        assert!(of_case(&answer, &facts).is_empty(), "a no already");
        answer.question.base_answer = None;
        facts.deciding = vec![deciding("the chance of it", false)];
        assert_eq!(
            text(&of_case(&answer, &facts)),
            "If the chance of it were 0% instead of 50%, the answer would be no. You did not give \
             that number."
        );
        facts.deciding = ["a", "b", "c", "d"].map(|noun| deciding(noun, false)).to_vec();
        assert_eq!(
            text(&of_case(&answer, &facts)),
            "4 numbers could each turn the answer into a no without leaving the range they may \
             well be in, among them a, b and c."
        );
        facts.deciding.clear();
        facts.leaves_money_out = true;
        answer.person.work_hours_per_week = 90.0;
        let all = of_case(&answer, &facts);
        assert!(matches!(&all[..], [Warning::MoneyLeftOut { .. }, Warning::HoursAwake { .. }]));
        facts.leaves_money_out = false;
        facts.few_scenarios = Some(0.000_61);
        assert_eq!(
            text(&of_case(&answer, &facts)),
            "The averages here rest on a few extreme scenarios: half of the variance comes from 0.06% of \
             all scenarios. Look at your widest ranges, and narrow them where you can."
        );
        facts.few_scenarios = None;
        facts.one_for_one = Some("EUR".to_owned());
        let all = of_case(&answer, &facts);
        assert!(matches!(&all[0], Warning::DollarsOneForOne { currency, .. } if currency == "EUR"));
    }
}
