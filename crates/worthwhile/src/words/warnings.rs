//! What to look out for, in sentences.

use std::sync::Arc;

use super::grammar::{join, would_be};
use super::phrase::Phrase;
use crate::analysis::{Flips, Probe, Standing, Verdict};
use crate::assessment::Warning;
use crate::catalogue::Origin;
use crate::estimate::Estimate;
use crate::plan::{Compiled, Input};

/// The limit of the EU working time directive (2003/88/EC), hours a week.
const LONG_WEEK: f64 = 48.0;
/// From here on the WHO and the ILO find more strokes and heart disease (Pega et al. 2021).
const HARMFUL_WEEK: f64 = 55.0;
/// A rise of the burnout risk, and a risk, worth a warning.
const NOTABLE_RISE: f64 = 0.10;
const HIGH_RISK: f64 = 0.50;
/// Below this a drive counts as mostly from outside.
const MOSTLY_EXTRINSIC: f64 = 0.3;

/// Warnings about the case as a whole.
pub(crate) fn of_case(compiled: &Compiled, flips: Option<&Flips>) -> Vec<Warning> {
    let has_money = |input: &Input| input.field.key.is_money_of_pursuit();
    let is_left_out = compiled.case.person.money.is_none()
        && compiled
            .inputs
            .iter()
            .zip(&compiled.means)
            .any(|(input, mean)| has_money(input) && mean.abs() > 0.0);
    let left_out = is_left_out.then(|| Warning::MoneyLeftOut {
        text: "You said nothing about money, so what the pursuits bring and cost in money counts \
               for nothing here."
            .to_owned(),
    });
    let figures = flips.and_then(|flips| figures_decide(compiled, flips));
    let all = [left_out, figures, flips.and_then(flips_left_out)];
    all.into_iter().flatten().collect()
}

/// A certain number counts as likely to be off by this share of what was looked at.
const OFTEN_OFF_BY: f64 = 0.1;
/// So many of them are named in the sentence.
const NAMED: usize = 3;

/// Numbers of presets and defaults that turn the verdict within what they could well be.
fn figures_decide(compiled: &Compiled, flips: &Flips) -> Option<Warning> {
    let turning = flips.found.iter().filter_map(|found| {
        let input = compiled.inputs.get(found.input)?;
        let from = *compiled.means.get(found.input)?;
        let is_likely = match &input.estimate {
            // Money that nobody spoke of is no figure to be off.
            Estimate::Certain(_) => found.distance <= OFTEN_OFF_BY && from.abs() > 0.0,
            uncertain => uncertain.is_likely(found.to),
        };
        (is_likely && input.origin != Origin::Case).then_some(input)
    });
    let inputs: Vec<&Input> = turning.collect();
    let nouns = inputs.iter().take(NAMED).map(|input| Phrase::new(compiled, input).noun());
    let named = join(&nouns.collect::<Vec<_>>());
    let text = match inputs.len() {
        0 => return None,
        1 => format!("One number that you did not give could turn the answer: {named}."),
        count if count <= NAMED => {
            format!("{count} numbers that you did not give could each turn the answer: {named}.")
        }
        count => format!(
            "{count} numbers that you did not give could each turn the answer, among them {named}."
        ),
    };
    let inputs = inputs.iter().map(|input| Arc::clone(&input.name)).collect();
    Some(Warning::FiguresDecide { inputs, text })
}

fn flips_left_out(flips: &Flips) -> Option<Warning> {
    let inputs = flips.left_out;
    (inputs > 0).then(|| Warning::FlipsLeftOut {
        inputs,
        text: format!(
            "With so many pursuits it would take too long to say what would change the answer: \
             {inputs} of the numbers were left out."
        ),
    })
}

/// Warnings about one pursuit.
pub(crate) fn of_pursuit(standing: &Standing<'_>, probes: &[Probe<'_>]) -> Vec<Warning> {
    let simple = [long_week(standing), risk(standing), unlikely(standing), extrinsic(standing)];
    simple.into_iter().flatten().chain(deciding_conditions(standing, probes)).collect()
}

fn long_week(standing: &Standing<'_>) -> Option<Warning> {
    let loaded = standing.mean(standing.tally.peak_loaded_hours);
    let hours = standing.mean(standing.all.tally.work_hours) + loaded;
    if hours < LONG_WEEK || loaded <= 0.0 {
        return None;
    }
    let (line, why) = if hours < HARMFUL_WEEK {
        (LONG_WEEK, "above what EU law allows a job on average")
    } else {
        (
            HARMFUL_WEEK,
            "from 55 h a week on, the WHO and the ILO see more strokes and heart disease",
        )
    };
    let text = format!("With your job it makes a week of {hours:.1} h: {why}.");
    Some(Warning::LongWeek { hours_per_week: hours, line, text })
}

fn risk(standing: &Standing<'_>) -> Option<Warning> {
    let today = standing.mean(standing.all.tally.burnout_risk);
    let with_it = standing.figures.burnout_risk.mean;
    let is_notable = with_it > today && (with_it - today >= NOTABLE_RISE || with_it > HIGH_RISK);
    is_notable.then(|| Warning::BurnoutRisk {
        today,
        with_it,
        text: format!(
            "Your risk of burnout would go from {:.0} % to {:.0} %.",
            today * 100.0,
            with_it * 100.0
        ),
    })
}

fn unlikely(standing: &Standing<'_>) -> Option<Warning> {
    standing.outcome.holding.as_ref()?;
    let chance_ever = standing.mean(standing.tally.chance_ever);
    (chance_ever < 0.5).then(|| Warning::AwardUnlikely {
        chance_ever,
        text: format!(
            "You would more likely than not never get the award: the chance is {:.0} % in all.",
            chance_ever * 100.0
        ),
    })
}

fn extrinsic(standing: &Standing<'_>) -> Option<Warning> {
    let autonomy = standing.mean(standing.all.tally.autonomy);
    let loaded = standing.mean(standing.tally.loaded_hours);
    let is_much = loaded > 0.5 * standing.free_hours();
    (autonomy < MOSTLY_EXTRINSIC && is_much).then(|| Warning::ExtrinsicDrive {
        autonomy,
        loaded_hours_per_week: loaded,
        text: "What drives you here is mostly reward, and it would take more than half of your \
               free hours. That is how people burn out."
            .to_owned(),
    })
}

/// Conditions that turn the verdict alone.
fn deciding_conditions(standing: &Standing<'_>, probes: &[Probe<'_>]) -> Vec<Warning> {
    let decides = |probe: &Probe<'_>| {
        let verdict = *probe.verdicts.get(standing.index)?;
        (verdict != standing.place.verdict).then(|| Warning::ConditionDecides {
            input: Arc::clone(&probe.input.name),
            from: probe.from,
            to: probe.to,
            verdict,
            text: condition_text(&probe.input.name, probe.to, verdict),
        })
    };
    probes.iter().filter_map(decides).collect()
}

fn condition_text(input: &str, to: f64, verdict: Verdict) -> String {
    let name = input.rsplit('/').next().unwrap_or(input).replace('_', " ");
    let end = if to > 0.5 { "full" } else { "nothing" };
    let then = would_be(verdict);
    format!("If {name} were {end}, {then}. Find out before you decide.")
}
