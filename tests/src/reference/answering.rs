//! The figures of the base case.

use super::case::{Case, MOTIVES, Pursuit};
use super::chain;
use super::choosing::TIE;
use super::choosing::{self, Chosen, Mix, Mixes, whole};
use super::ledger::ledger;
use super::lives::{self, Member};
use super::person;
use super::worth;
use super::{Answer, AsPlanned, AwardAnswer, HowMuch, Plan, PlanMember, PursuitAnswer, YearAnswer};

pub(super) const NOT_MOTIVES: [&str; 4] = ["personal_time", "wellbeing", "savings", "drawbacks"];
/// The levels at which "how much" is answered.
const LEVELS_SHOWN: [f64; 7] = [0.1, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5];

/// Answers a case by looking at every mix there is.
pub(super) fn answer(case: &Case) -> Answer {
    let mixes = Mixes::new(case);
    let chosen = mixes.choose();
    let margins = |with: &Mix| AsPlanned {
        margin: with.worth - chosen.pursuits[0].without.worth,
        margin_over_none: with.worth - chosen.pursuits[0].without_any.worth,
    };
    Answer {
        pursuits: (0..case.pursuits.len()).map(|i| pursuit(&mixes, &chosen, i)).collect(),
        best_mix: plan(case, &chosen.best),
        as_planned: mixes.held_at(0, 1.0).as_ref().map(margins),
        how_much: how_much(&mixes, margins),
    }
}

fn how_much(mixes: &Mixes, margins: impl Fn(&Mix) -> AsPlanned) -> Vec<HowMuch> {
    let case = mixes.lives.case;
    let pursuit = &case.pursuits[0];
    let at = |level: f64| {
        let member = whole(case, 0, level);
        let with = mixes.held_at(0, level);
        HowMuch {
            level,
            hours_per_week: person::mean(case, &mixes.lives.profile(member), |year| year.hours),
            worth: mixes.lives.worth(&[member]),
            margins: with.as_ref().map(&margins),
            work_worth: work_worth(mixes, member),
            chance_ever: pursuit
                .award
                .as_ref()
                .map(|award| chain::chance_ever(case, pursuit, award, level)),
        }
    };
    levels_shown(pursuit).into_iter().map(at).collect()
}

/// The levels of "how much", those offered among them: none where it is all or nothing, and none below
/// what is done anyway.
pub(super) fn levels_shown(pursuit: &Pursuit) -> Vec<f64> {
    if pursuit.levels == [1.0] {
        return vec![];
    }
    let offered = pursuit.levels.iter().map(|level| pursuit.done_at(*level));
    let more = LEVELS_SHOWN.into_iter().filter(|level| *level >= pursuit.anyway - TIE);
    let mut all: Vec<f64> = offered.chain(more).collect();
    all.sort_by(f64::total_cmp);
    all.dedup_by(|next, own| (*next - *own).abs() < TIE);
    all
}

/// Worth of the same work without the award, where there is one.
fn work_worth(mixes: &Mixes, member: Member) -> Option<f64> {
    member.award.then(|| mixes.lives.worth(&[Member { award: false, ..member }]))
}

pub(super) fn plan(case: &Case, mix: &Mix) -> Plan {
    let of = |member: &Member| {
        let pursuit = &case.pursuits[member.pursuit];
        PlanMember {
            id: pursuit.id.to_string(),
            level: pursuit.done_at(member.level),
            award: pursuit.award.as_ref().map(|_| member.award),
        }
    };
    Plan {
        pursuits: mix.members.iter().map(of).collect(),
        worth: mix.worth,
        hours_per_week: mix.hours,
    }
}

fn pursuit(mixes: &Mixes, chosen: &Chosen, i: usize) -> PursuitAnswer {
    let lives = &mixes.lives;
    let case = lives.case;
    let pursuit = &case.pursuits[i];
    let choice = &chosen.pursuits[i];
    let member = *choice.with.has(i).unwrap();
    let profile = lives.profile(member);
    let worth = lives.worth(&[member]);
    let margin = choice.with.worth - choice.without.worth;
    let margin_over_none = choice.with.worth - choice.without_any.worth;
    let work_worth = work_worth(mixes, member);
    let years = years(mixes, member);
    let mean = |figure: fn(&YearAnswer) -> f64| person::mean(case, &years, figure);
    let hours_per_week = mean(|year| year.hours_per_week);
    let hours_without = person::mean(case, lives.without(i), |year| year.hours);
    let is_worthless = mixes.is_worthless(i);
    PursuitAnswer {
        id: pursuit.id.to_string(),
        verdict: choosing::verdict(case, i, &chosen.best, choice.fits, is_worthless),
        level: pursuit.done_at(member.level),
        close_call: margin.abs() < case.assumptions.close_call_points,
        worth,
        margin,
        margin_over_none,
        contributions: contributions(mixes, member),
        opportunity_cost: worth - margin_over_none,
        plan_with: plan(case, &choice.with),
        plan_without: plan(case, &choice.without),
        plan_without_any: plan(case, &choice.without_any),
        work_worth,
        work_margin: choice.work.as_ref().map(|work| work.worth - choice.without_any.worth),
        title_premium: work_worth.map(|work| worth - work),
        hours_per_week,
        extra_hours_per_week: hours_per_week - hours_without,
        busiest_hours_per_week: choosing::busiest_hours(lives, member),
        felt_hours_per_week: mean(|year| year.felt_hours_per_week),
        burnout_risk: mean(|year| year.burnout_risk),
        money_per_year: mean(|year| year.money),
        award: award(case, pursuit, member.level),
        ledger: ledger(case, &profile, lives.without(i)),
        years,
    }
}

fn contributions(mixes: &Mixes, member: Member) -> Vec<(String, f64)> {
    let lives = &mixes.lives;
    let points = worth::contributions(lives.case, &lives.life(&[member]), &lives.baseline);
    let names = MOTIVES.iter().chain(&NOT_MOTIVES);
    names.zip(points).map(|(name, points)| ((*name).to_owned(), points)).collect()
}

fn years(mixes: &Mixes, member: Member) -> Vec<YearAnswer> {
    let lives = &mixes.lives;
    let case = lives.case;
    let pursuit = &case.pursuits[member.pursuit];
    let level = pursuit.done_at(member.level);
    let standings =
        pursuit.award.as_ref().map(|award| chain::standings(case, pursuit, award, level));
    let life = lives.life(&[member]);
    let profile = lives.profile(member);
    (0..profile.len())
        .map(|t| YearAnswer {
            hours_per_week: profile[t].hours,
            felt_hours_per_week: profile[t].felt,
            burnout_risk: worth::burnout_risk(case, &life[t], &lives.baseline[t]),
            money: profile[t].money(),
            holding_share: standings.as_ref().map(|standings| standings[t].holding_next),
        })
        .collect()
}

fn award(case: &Case, pursuit: &Pursuit, level: f64) -> Option<AwardAnswer> {
    let award = pursuit.award.as_ref()?;
    let standings = chain::standings(case, pursuit, award, pursuit.done_at(level));
    Some(AwardAnswer {
        holding_share: person::mean(case, &standings, |standing| standing.holding_next),
        chance_ever: chain::chance_ever(case, pursuit, award, pursuit.done_at(level)),
        hours_per_week_when_held: lives::hours_when_held(case, pursuit, level),
    })
}
