//! Everything that is tried, in the order of the kinds.

use std::sync::Arc;

use super::candidate::{Candidate, Change, Scaled};
use super::kind::LeverKind;
use crate::analysis::base::ASKED;
use crate::analysis::base::Base;
use crate::analysis::scan::{Scan, bounds};
use crate::estimate::Scale;
use crate::field::{Form, Key};
use crate::plan::{Compiled, InputId, Program, PursuitProgram};

/// Amounts are tried from today's value over this to today's value times this.
const TIMES: f64 = 3.0;
/// Hours of a week that are left after eight hours of sleep a night.
const HOURS_AWAKE: f64 = 112.0;
/// Hours a week that hardly any job takes more of.
const LONGEST_JOB: f64 = 80.0;
/// Who does more of the work anyway has nothing left to decide.
const MOST_ANYWAY: f64 = 0.95;

pub(super) fn all(compiled: &Compiled, base: &Base) -> Vec<Candidate> {
    let Some(asked) = compiled.program.pursuits.get(ASKED) else { return Vec::new() };
    let mut all = Vec::new();
    all.extend(hours(compiled, base, asked));
    all.extend(gains(compiled, asked));
    all.extend(limit(compiled, base));
    all.extend(single(compiled, asked));
    all.extend((1..compiled.program.pursuits.len()).filter_map(|at| without(compiled, at)));
    all
}

/// All hours of the pursuit in question, in hours a week at its level.
fn hours(compiled: &Compiled, base: &Base, asked: &PursuitProgram) -> Option<Candidate> {
    let pick = base.places.get(ASKED)?.pick(ASKED);
    let profile = base.lives.pursuits.get(ASKED)?.profile(pick);
    let today = base.lives.person.years.mean(&profile.rows, |row| row.hours).first();
    let ids = asked.activities.iter().map(|activity| activity.numbers.hours);
    times(compiled, LeverKind::Hours, ids, today)
}

/// All that the pursuit in question gives: strengths and money, from 1. Money that it takes is no
/// gain.
fn gains(compiled: &Compiled, asked: &PursuitProgram) -> Option<Candidate> {
    let benefits = asked.categories.iter().flat_map(|category| &category.benefits);
    let ids = benefits.flat_map(|own| [own.numbers.strength, own.numbers.money_per_year]);
    let is_gain = |id: &InputId| compiled.means.get(id.0 as usize).is_some_and(|own| *own > 0.0);
    times(compiled, LeverKind::Gains, ids.filter(is_gain), 1.0)
}

/// Some values times something; `unit` stands for what they are today.
fn times(
    compiled: &Compiled,
    kind: LeverKind,
    ids: impl Iterator<Item = InputId>,
    unit: f64,
) -> Option<Candidate> {
    let scaled = |id: InputId| {
        let at = id.0 as usize;
        let (domain, today) = (&compiled.inputs.get(at)?.field.domain, *compiled.means.get(at)?);
        let own = Scaled { at, today, min: domain.min, max: domain.max };
        (today.abs() > 0.0).then_some(own)
    };
    let scaled: Vec<Scaled> = ids.filter_map(scaled).collect();
    if scaled.is_empty() || unit <= 0.0 {
        return None;
    }
    let inputs = scaled.iter().filter_map(|own| name(compiled, own.at)).collect();
    let scan = Scan::times(unit, unit / TIMES, unit * TIMES, TIMES);
    Some(Candidate { kind, inputs, change: Change::Times { scaled, unit }, scan })
}

/// A limit where the person has set none: from the most hours that fit today down to an hour.
fn limit(compiled: &Compiled, base: &Base) -> Option<Candidate> {
    if compiled.program.person.limit_hours.is_some() {
        return None;
    }
    let lives = &base.lives;
    let today = lives.person.most_hours.max(lives.baseline.busiest_hours).first();
    (today > LEAST_LIMIT).then(|| Candidate {
        kind: LeverKind::Limit,
        inputs: vec![Arc::from(Key::LimitHours.field().path)],
        change: Change::Limit,
        scan: Scan::times(today, LEAST_LIMIT, today, TIMES),
    })
}

/// Hours a week that hardly anyone would set a limit below.
const LEAST_LIMIT: f64 = 1.0;

/// Numbers of the person and of the pursuit in question, each by itself.
fn single<'c>(
    compiled: &'c Compiled,
    asked: &'c PursuitProgram,
) -> impl Iterator<Item = Candidate> + 'c {
    let restful = asked.activities.iter().filter(|own| own.is_rest);
    let of_rest: Vec<usize> = restful.map(|own| own.numbers.enjoyability.0 as usize).collect();
    let all = compiled.inputs.iter().enumerate();
    all.filter_map(move |(at, input)| {
        let is_open = matches!(compiled.owners.get(at), Some(None | Some(ASKED)));
        let kind = kind(input.field.key).filter(|_| is_open && !of_rest.contains(&at))?;
        input_candidate(compiled, kind, at)
    })
}

const fn kind(key: Key) -> Option<LeverKind> {
    Some(match key {
        Key::FreeHours => LeverKind::FreeHours,
        Key::WorkHours => LeverKind::JobHours,
        Key::LimitHours => LeverKind::Limit,
        Key::BreakEven => LeverKind::BreakEven,
        Key::AwardChance => LeverKind::Chance,
        Key::AwardRenewal => LeverKind::Renewal,
        Key::Motivation => LeverKind::Motivation,
        Key::PersonalTime | Key::Wellbeing | Key::Savings => LeverKind::Protection,
        Key::ActivityEnjoyability => LeverKind::Enjoyability,
        Key::DrawbackBother => LeverKind::Bother,
        Key::Condition => LeverKind::Condition,
        Key::Anyway => LeverKind::Anyway,
        Key::MeaningfulYearlyAmount => LeverKind::MeaningfulAmount,
        Key::HorizonYears => LeverKind::Horizon,
        _ => return None,
    })
}

fn input_candidate(compiled: &Compiled, kind: LeverKind, at: usize) -> Option<Candidate> {
    let (field, today) = (compiled.inputs.get(at)?.field, *compiled.means.get(at)?);
    let (low, high) = bounds(compiled, at)?;
    let high = high.min(within_reach(compiled, kind).max(today));
    let scan = if is_amount(kind) || field.domain.scale == Scale::Log {
        let (low, high) = (low.max(today / TIMES), high.min(today * TIMES));
        match field.form {
            _ if low <= 0.0 || high <= low => return None,
            Form::Whole => Scan::of_whole(today, low, high, TIMES),
            _ => Scan::times(today, low, high, TIMES),
        }
    } else {
        Scan::within(today, low, high)
    };
    let inputs = vec![name(compiled, at)?];
    Some(Candidate { kind, inputs, change: Change::Input(at), scan })
}

/// The most that a person could get to.
fn within_reach(compiled: &Compiled, kind: LeverKind) -> f64 {
    let program = &compiled.program.person;
    let mean = |id: InputId| compiled.means.get(id.0 as usize).copied().unwrap_or_default();
    let left = |hours: InputId| HOURS_AWAKE - mean(hours);
    match kind {
        LeverKind::FreeHours | LeverKind::Limit | LeverKind::BreakEven => {
            left(program.numbers.work_hours)
        }
        LeverKind::JobHours => left(program.numbers.free_hours).min(LONGEST_JOB),
        LeverKind::Anyway => MOST_ANYWAY,
        _ => f64::INFINITY,
    }
}

/// Hours and years are amounts, though they have bounds on both sides.
const fn is_amount(kind: LeverKind) -> bool {
    matches!(
        kind,
        LeverKind::FreeHours
            | LeverKind::JobHours
            | LeverKind::Limit
            | LeverKind::BreakEven
            | LeverKind::Horizon
    )
}

/// Another pursuit left out.
fn without(compiled: &Compiled, pursuit: usize) -> Option<Candidate> {
    let id = &compiled.case.pursuits.get(pursuit)?.id;
    Some(Candidate {
        kind: LeverKind::Without,
        inputs: vec![["/pursuits/", id.as_str()].concat().into()],
        change: Change::Without(pursuit),
        scan: Scan::only(1.0, 0.0),
    })
}

fn name(compiled: &Compiled, at: usize) -> Option<Arc<str>> {
    compiled.inputs.get(at).map(|input| Arc::clone(&input.name))
}

/// The conditions that what the pursuit in question gives depends on.
pub(super) fn conditions(program: &Program) -> Vec<usize> {
    let asked = program.pursuits.get(ASKED);
    let categories = asked.into_iter().flat_map(|own| &own.categories);
    let benefits = categories.flat_map(|category| &category.benefits);
    benefits.flat_map(|own| &own.conditions).map(|id| id.0 as usize).collect()
}
