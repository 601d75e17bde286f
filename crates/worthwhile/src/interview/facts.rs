//! Facts that decide: they are asked right after the first answer.

use super::leaves_out::{GAINS_OF_A_JOB, has_no_job};
use super::protections::is_driven_by_income;
use super::question::QuestionKind;
use super::rated;
use super::script::{Script, Turn, middle};
use crate::case::{Benefit, Motive};
use crate::estimate::{Domain, Estimate};
use crate::field::{self, Field};
use crate::words::questions::AWARD_MONEY;

/// The most money a year that a case takes.
const MOST: f64 = 1e9;

/// Asks for the largest cost, for the money that it brings to someone whom income drives, and for how many
/// years it goes on. A case that was given is asked for these by what they are worth.
pub(super) fn ask(script: &mut Script<'_>) {
    if script.has_base() || script.asked.is_empty() {
        return;
    }
    if script.case.has("/person/money") {
        cost(script, &script.asked.clone());
        if is_driven_by_income(script) {
            income(script);
        }
    }
    if script.preset().is_some_and(|preset| preset.pursuit.lasts_years.is_some()) {
        rated(script, "lasts_years", &field::LASTS_YEARS);
    }
}

/// Asks how strong the main gain is.
pub(super) fn main_gain(script: &mut Script<'_>) {
    if script.has_base() || script.asked.is_empty() {
        return;
    }
    if let Some(id) = best_gain(script) {
        rated(script, &format!("benefits/{id}/strength"), &field::BENEFIT_STRENGTH);
    }
}

/// Asks what an alternative takes that rules out what is in question: the hours of its largest part, and its
/// largest cost.
pub(super) fn alternative(script: &mut Script<'_>, id: &str) {
    let Some(preset) = script.preset_of(id) else { return };
    let yearly = super::effort::yearly;
    let activities = preset.pursuit.activities.iter();
    let largest = activities.max_by(|one, other| yearly(one).total_cmp(&yearly(other)));
    if let Some(own) = largest.and_then(|own| own.id.as_deref()) {
        let pointer = format!("/pursuits/{id}/activities/{own}/hours");
        rated::now(script, &pointer, &field::ACTIVITY_HOURS);
    }
    if script.case.has("/person/money") {
        cost(script, id);
    }
}

/// The amounts a year of a preset, each as the preset has it and as the person said it, without their signs.
fn amounts(script: &Script<'_>, id: &str) -> Vec<(Option<f64>, Option<f64>)> {
    let mean = |estimate: &Option<Estimate>, field: &Field| {
        estimate.as_ref().map(|own| own.mean(&field.domain))
    };
    let said = |list: &str, item: &Option<String>| {
        let at = format!("/pursuits/{id}/{list}/{}/money_per_year", item.as_deref()?);
        script.case.get(&at).and_then(middle).map(f64::abs)
    };
    let pursuit = script.preset_of(id).map(|preset| &preset.pursuit);
    let costs = pursuit.into_iter().flat_map(|own| &own.costs);
    let gains = pursuit.into_iter().flat_map(|own| &own.benefits);
    let costs =
        costs.map(|own| (mean(&own.money_per_year, &field::COST_MONEY), said("costs", &own.id)));
    let gains = gains
        .map(|own| (mean(&own.money_per_year, &field::BENEFIT_MONEY), said("benefits", &own.id)));
    costs.chain(gains).collect()
}

/// The largest amount a year that the pursuit in question brings or costs, as far as it is known.
pub(super) fn largest_amount(script: &Script<'_>) -> f64 {
    let of_preset = amounts(script, &script.asked).into_iter();
    let of_preset = of_preset.filter_map(|(preset, said)| said.or(preset));
    let own = script.case.get(&script.at("benefits/money/money_per_year"));
    of_preset.chain(own.and_then(middle).map(f64::abs)).fold(0.0, f64::max)
}

/// Whether an amount of a preset of the case counts, since nobody said another.
pub(super) fn has_amount_of_a_preset(script: &Script<'_>) -> bool {
    let counts = |(preset, said): (Option<f64>, Option<f64>)| {
        said.is_none() && preset.is_some_and(|amount| amount > 0.0)
    };
    script.case.pursuits().into_iter().any(|id| amounts(script, id).into_iter().any(counts))
}

fn rated(script: &mut Script<'_>, rest: &str, field: &'static Field) {
    let pointer = script.at(rest);
    rated::now(script, &pointer, field);
}

fn mean(estimate: Option<&Estimate>, field: &Field) -> f64 {
    estimate.map_or(0.0, |own| own.mean(&field.domain))
}

/// Asks for the largest cost of a preset.
fn cost(script: &mut Script<'_>, pursuit: &str) {
    let Some(preset) = script.preset_of(pursuit) else { return };
    let costs = preset.pursuit.costs.iter();
    let amount = |own: &crate::case::Cost| mean(own.money_per_year.as_ref(), &field::COST_MONEY);
    let largest = costs.max_by(|one, other| amount(one).total_cmp(&amount(other)));
    if let Some(id) = largest.and_then(|own| own.id.as_deref()) {
        let pointer = format!("/pursuits/{pursuit}/costs/{id}/money_per_year");
        rated::now(script, &pointer, &field::COST_MONEY);
    }
}

/// Asks what it earns.
fn income(script: &mut Script<'_>) {
    let Some(preset) = script.preset() else { return };
    let amount = |own: &Benefit| mean(own.money_per_year.as_ref(), &field::BENEFIT_MONEY);
    let paying: Vec<&Benefit> =
        preset.pursuit.benefits.iter().filter(|own| amount(own) > 0.0).collect();
    let is_pay = |own: &&&Benefit| own.category.as_deref() == Some("pay");
    let is_held = script.case.get(&script.at("award/held")) == Some(&true.into());
    if !is_held {
        // Pay is what a person knows; what comes with the regard of others is more of a guess.
        let first = paying.iter().find(is_pay).copied();
        let largest = first.or_else(|| {
            paying.into_iter().max_by(|one, other| amount(one).total_cmp(&amount(other)))
        });
        if let Some(id) = largest.and_then(|own| own.id.as_deref()) {
            rated(script, &format!("benefits/{id}/money_per_year"), &field::BENEFIT_MONEY);
        }
        return;
    }
    let question = script.question(QuestionKind::Amount, AWARD_MONEY);
    let question = question.with_bounds(Domain::real(MOST), "your currency a year");
    let Some(money) = script.ask(question, Turn::Soon, false).number() else { return };
    // The amount is all that the award brings, so what the preset expects of it is no longer added.
    for id in paying.iter().filter(|own| own.requires.is_some()).filter_map(|own| own.id.as_deref())
    {
        script.case.set(&script.at(&format!("benefits/{id}/money_per_year")), 0.into());
    }
    let own = script.at("benefits/award-money");
    script.case.set(&format!("{own}/category"), "pay".into());
    script.say(&format!("{own}/money_per_year"), money.estimate(&Domain::real(MOST)));
    script.case.set(&format!("{own}/requires"), "award".into());
}

/// The gain that serves most what drives the person, by what is known of it.
fn best_gain(script: &Script<'_>) -> Option<String> {
    let weights = weights(script);
    let has_no_job = has_no_job(script);
    let serves = |category: &str| -> f64 {
        if has_no_job && GAINS_OF_A_JOB.contains(&category) {
            return 0.0;
        }
        let Some(own) = script.catalogue.categories.get(category) else { return 0.0 };
        let of = |motive: &Motive| mean(own.serves.get(motive), &field::SERVES);
        weights.iter().map(|(motive, weight)| weight * of(motive)).sum()
    };
    let mut gains: Vec<(String, f64)> = Vec::new();
    match script.preset() {
        Some(preset) => {
            for own in &preset.pursuit.benefits {
                let (Some(id), Some(category)) = (&own.id, &own.category) else { continue };
                let size = mean(own.strength.as_ref(), &field::BENEFIT_STRENGTH);
                let chance =
                    own.chance.as_ref().map_or(1.0, |own| own.mean(&field::BENEFIT_CHANCE.domain));
                gains.push((id.clone(), serves(category.as_str()) * size * chance));
            }
        }
        None => {
            let all = script.case.get(&format!("/pursuits/{}/benefits", script.asked));
            for own in all.and_then(serde_json::Value::as_array).into_iter().flatten() {
                let text = |key: &str| own.get(key).and_then(serde_json::Value::as_str);
                if let (Some(id), Some(category), true) =
                    (text("id"), text("category"), own.get("strength").is_some())
                {
                    gains.push((id.to_owned(), serves(category)));
                }
            }
        }
    }
    // The first of several that are alike.
    let best = gains.into_iter().rev().max_by(|one, other| one.1.total_cmp(&other.1));
    best.filter(|(_, size)| *size > 0.0).map(|(id, _)| id)
}

/// The motives with weights that fall along the ranking.
fn weights(script: &Script<'_>) -> Vec<(Motive, f64)> {
    let ranked: Vec<Motive> = script
        .answered
        .iter()
        .find(|own| own.id == crate::words::questions::DRIVES.id)
        .and_then(|own| own.answer.as_deref())
        .into_iter()
        .flat_map(|answer| answer.split(", "))
        .filter_map(Motive::from_name)
        .collect();
    if ranked.is_empty() {
        return Motive::SERVED.map(|motive| (motive, 1.0)).to_vec();
    }
    let count = ranked.len() as f64;
    ranked.into_iter().enumerate().map(|(at, motive)| (motive, count - at as f64)).collect()
}
