//! Mixes, verdicts and the ledger.

use super::case::{Case, During, MOTIVES, Pursuit};
use super::model::{self, Profile};
use super::{Answer, AwardAnswer, Ledger, Plan, PursuitAnswer};

/// Worths, and hours against the free hours, are told apart only beyond this.
pub(super) const TIE: f64 = 1e-9;

const PROTECTIONS: [&str; 3] = ["personal_time", "wellbeing", "savings"];

/// A mix: the indices of its pursuits in rising order, with its figures.
#[derive(Clone)]
struct Mix {
    members: Vec<usize>,
    worth: f64,
    hours: f64,
    peak: f64,
}

/// What is chosen with a pursuit and what without it.
pub(super) struct Choice {
    pub(super) with: Vec<usize>,
    pub(super) without: Vec<usize>,
}

/// Answers a case by looking at every mix there is.
pub(super) fn answer(case: &Case) -> Answer {
    let (profiles, fitting) = fitting(case);
    let best = best_of(&fitting);
    let pursuits = (0..profiles.len())
        .map(|i| pursuit_answer(case, i, &profiles[i], &fitting, &best))
        .collect();
    Answer { pursuits, best_mix: plan(case, &best) }
}

/// The plans with and without each pursuit.
pub(super) fn choices(case: &Case) -> Vec<Choice> {
    let (profiles, fitting) = fitting(case);
    let choice = |i: usize| {
        let (with, without) = plans(case, i, &profiles[i], &fitting);
        Choice { with: with.members, without: without.members }
    };
    (0..profiles.len()).map(choice).collect()
}

/// The profiles of all pursuits, and every mix that fits.
fn fitting(case: &Case) -> (Vec<Profile>, Vec<Mix>) {
    let profiles: Vec<Profile> =
        case.pursuits.iter().map(|pursuit| model::profile(case, pursuit)).collect();
    let mixes = every_mix(case, &profiles);
    let fitting = mixes.into_iter().filter(|mix| fits(case, mix)).collect();
    (profiles, fitting)
}

/// The best mix with a pursuit, or it alone where it does not fit, and the best one without it.
fn plans(case: &Case, i: usize, profile: &Profile, fitting: &[Mix]) -> (Mix, Mix) {
    let of = |has_it: bool| -> Vec<Mix> {
        fitting.iter().filter(|mix| mix.members.contains(&i) == has_it).cloned().collect()
    };
    let alone = mix_of_one(case, i, profile);
    let with = if fits(case, &alone) { best_of(&of(true)) } else { alone };
    (with, best_of(&of(false)))
}

fn mix_of_one(case: &Case, i: usize, profile: &Profile) -> Mix {
    Mix {
        members: vec![i],
        worth: model::worth(case, profile),
        hours: profile.hours,
        peak: profile.peak,
    }
}

fn every_mix(case: &Case, profiles: &[Profile]) -> Vec<Mix> {
    let mut mixes = vec![];
    for subset in 0_u64..1 << profiles.len() {
        let members = (0..profiles.len()).filter(|i| subset >> i & 1 == 1).collect();
        mixes.push(mix(case, profiles, members));
    }
    mixes
}

fn mix(case: &Case, profiles: &[Profile], members: Vec<usize>) -> Mix {
    let chosen: Vec<Profile> = members.iter().map(|&i| profiles[i].clone()).collect();
    let merged = model::merge(&chosen);
    Mix { members, worth: model::worth(case, &merged), hours: merged.hours, peak: merged.peak }
}

fn fits(case: &Case, mix: &Mix) -> bool {
    mix.peak <= case.person.free_hours + TIE
}

/// The mix of largest worth. Ties go to fewer pursuits, then to the earlier indices.
fn best_of(mixes: &[Mix]) -> Mix {
    let mut largest = f64::NEG_INFINITY;
    for mix in mixes {
        largest = largest.max(mix.worth);
    }
    let mut tied: Vec<&Mix> = mixes.iter().filter(|mix| mix.worth >= largest - TIE).collect();
    tied.sort_by_key(|mix| (mix.members.len(), mix.members.clone()));
    tied[0].clone()
}

fn plan(case: &Case, mix: &Mix) -> Plan {
    Plan {
        pursuits: mix.members.iter().map(|&i| case.pursuits[i].id.to_string()).collect(),
        worth: mix.worth,
        hours_per_week: mix.hours,
    }
}

fn pursuit_answer(
    case: &Case,
    i: usize,
    profile: &Profile,
    fitting: &[Mix],
    best: &Mix,
) -> PursuitAnswer {
    let pursuit = &case.pursuits[i];
    let points = model::contributions(case, profile);
    let worth = model::worth(case, profile);
    let is_feasible = fits(case, &mix_of_one(case, i, profile));
    let (with, without) = plans(case, i, profile, fitting);
    let margin = with.worth - without.worth;

    let verdict = if !is_feasible {
        "not_feasible"
    } else if best.members.contains(&i) {
        "worth_it"
    } else if worth <= TIE {
        "not_worth_it"
    } else {
        "better_elsewhere"
    };
    let deciding = if verdict == "not_worth_it" { worth } else { margin };
    let if_not_renewed =
        pursuit.award.as_ref().map(|_| model::worth(case, &model::pursuing_profile(case, pursuit)));
    PursuitAnswer {
        id: pursuit.id.to_string(),
        verdict: verdict.to_owned(),
        close_call: deciding.abs() <= case.assumptions.close_call_points,
        worth,
        margin,
        contributions: MOTIVES
            .iter()
            .chain(&PROTECTIONS)
            .zip(points)
            .map(|(name, points)| ((*name).to_owned(), points))
            .collect(),
        opportunity_cost: worth - margin,
        plan_with: plan(case, &with),
        plan_without: plan(case, &without),
        title_premium: if_not_renewed.map(|without_title| worth - without_title),
        if_not_renewed,
        hours_per_week: profile.hours,
        peak_hours_per_week: profile.peak,
        felt_hours_per_week: profile.felt,
        burnout_risk: model::burnout_risk(case, profile),
        money_per_year: profile.money,
        award: pursuit.award.as_ref().map(|_| AwardAnswer {
            holding_share: model::holding_share(case, pursuit),
            chance_ever: model::chance_ever(case, pursuit),
        }),
        ledger: case
            .person
            .money
            .as_ref()
            .and_then(|money| money.hour_value)
            .map(|hour_value| ledger(case, pursuit, hour_value)),
    }
}

fn ledger(case: &Case, pursuit: &Pursuit, hour_value: f64) -> Ledger {
    let pursuing = model::regime(case, pursuit, During::Pursuing);
    let holding = model::regime(case, pursuit, During::Holding);
    let hold = model::holding(case, pursuit);
    let mut gains = 0.0;
    let mut cash_costs = 0.0;
    let mut hours = 0.0;
    let mut cumulative = 0.0;
    let mut payback_years = None;
    for t in 1..=case.person.horizon_years {
        let share = hold[t as usize];
        let of_year = |one: f64, two: f64| (1.0 - share) * one + share * two;
        let year_gains = of_year(pursuing.gains, holding.gains);
        let year_costs = of_year(pursuing.costs, holding.costs);
        let year_hours = 52.0 * of_year(pursuing.felt, holding.felt);
        cumulative += year_gains - year_costs - year_hours * hour_value;
        if cumulative >= 0.0 && payback_years.is_none() {
            payback_years = Some(t);
        }
        let weight = model::discount(case, t);
        gains += weight * year_gains;
        cash_costs += weight * year_costs;
        hours += weight * year_hours;
    }
    let costs = cash_costs + hours * hour_value;
    // Hours that are loved wholly leave a rest of rounding, which is no hour and no cost.
    let ratio = |top: f64, bottom: f64| if bottom > TIE { Some(top / bottom) } else { None };
    Ledger {
        npv: gains - costs,
        benefit_cost_ratio: ratio(gains, costs),
        payback_years,
        break_even_hour_value: ratio(gains - cash_costs, hours),
    }
}
